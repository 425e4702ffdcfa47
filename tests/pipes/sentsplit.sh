# The examples of sentsplit(1).
set -e
echo 'Mr. Smith left the U.S. in May. He came back at 5 p.m.' |
	sentsplit
echo 'It rained. We stayed.' | sentsplit -o
printf 'We meet on\n1 May. Bring\nyour notes.\n' | sentsplit -w
words=$(mktemp)
printf 'subsp\nbd#\n' >"$words"
echo 'Salix alba subsp. Vitellina grows here.' | sentsplit -a "$words"
rm -f "$words"
