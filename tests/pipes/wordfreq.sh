# wordfreq(1), EXAMPLES
echo 'The fox and the hen and the egg.' | wordfreq -n 2
