# The pipes that README shows.
page=../../man/examples/demo.html
boilerstrip $page | html2text | sentsplit | wordfreq -n 5
boilerstrip $page | html2text | sentsplit | grep volunteers
html2text -L $page | sed -n 's/^\[\([0-9]*\)\] .*ferry.*/link \1/p'
boilerstrip $page | html2text -m | head -n 1
boilerstrip $page | html2text | wordsplit -l en | wordfreq -n 3 -L 6-20
