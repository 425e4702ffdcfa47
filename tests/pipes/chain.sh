# The page of `make demo`, stage by stage; and as a notebook would have it.
page=../../man/examples/demo.html
boilerstrip $page | html2text | sentsplit
echo ----
boilerstrip $page | html2text -m | head -n 7
echo ----
boilerstrip $page | html2text | sentsplit | wordfreq -l en --stop-lang en -n 5
echo ----
html2text -L $page | sed -n '/^\[1\]/,$p' | head -n 3
