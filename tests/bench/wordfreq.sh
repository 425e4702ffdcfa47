# wordfreq.sh: wordfreq against its peers.  Three texts: the King James Bible
# ten times over (Debian's bible-kjv and bible-kjv-text), 60 MB of English
# and 30 MB of many scripts with half a million words, which are made from
# the gold texts in $GOLD.  User CPU, the least of five runs; ratios to
# `wc -w` in C.UTF-8, which only counts.
tmp=$(mktemp -d) || exit 2
trap 'rm -rf "$tmp"' EXIT

if ! command -v bible >/dev/null; then
	echo "wordfreq: no bible(1); apt-get install bible-kjv bible-kjv-text"
else
	bible -f gen1:1-rev22:21 >"$tmp/kjv1"
	for i in 1 2 3 4 5 6 7 8 9 10; do cat "$tmp/kjv1"; done >"$tmp/kjv"
fi
if [ -n "$GOLD" ]; then
	find "$GOLD/boilerstrip" -name '*.txt' -exec cat {} + >"$tmp/en1"
	while [ "$(wc -c <"$tmp/en1")" -lt 60000000 ]; do
		cat "$tmp/en1" "$tmp/en1" >"$tmp/en2" && mv "$tmp/en2" "$tmp/en1"
	done
	head -c 60000000 "$tmp/en1" >"$tmp/english"
	rm "$tmp/en1"
	cat "$GOLD"/sentsplit/*/*.in "$GOLD"/wordsplit/*.txt >"$tmp/mixed"
	# More words than there are: long ones with a letter more.
	cp "$tmp/mixed" "$tmp/mixed1"
	for k in a b c d; do
		LC_ALL=C.UTF-8 sed -E "s/([[:alpha:]]{5,})/\1$k/g" "$tmp/mixed1"
	done >>"$tmp/mixed"
fi

user() { # COMMAND: least user seconds of five runs, in milliseconds
	for i in 1 2 3 4 5; do
		bash -c 'TIMEFORMAT=%3U; time eval "$0" >/dev/null' "$1" 2>&1 | tail -n 1
	done | LC_ALL=C sort -n | head -n 1 | tr -d .
}
row() { # LABEL COMMAND
	ms=$(user "$2" | sed 's/^0*//')
	[ -n "$ms" ] || ms=1
	[ -n "$wc" ] || wc=$ms
	awk -v l="$1" -v ms="$ms" -v wc="$wc" -v n="$bytes" 'BEGIN {
		printf "  %-28s %7.2f s %7.1f MB/s %7.2f x wc -w\n",
		    l, ms / 1000, n / ms / 1000, wc / ms}'
}

cat >"$tmp/count.py" <<'E2'
import collections, re, sys
c = collections.Counter()
for line in sys.stdin:
    c.update(re.findall(r"\w+", line.casefold()))
for word, n in sorted(c.items(), key=lambda i: (-i[1], i[0])):
    print(n, word, sep='\t')
E2
for text in kjv english mixed; do
	f=$tmp/$text
	[ -s "$f" ] || continue
	bytes=$(wc -c <"$f") wc=
	echo "$text: $bytes bytes, $(wordfreq "$f" | wc -l) words"
	row "wc -w" "LC_ALL=C.UTF-8 wc -w $f"
	row wordfreq "wordfreq $f"
	row "wordfreq --threads 2" "wordfreq --threads 2 $f"
	row "wordfreq -d" "wordfreq -d $f"
	row "wordfreq -l en" "wordfreq -l en $f"
	row "wordfreq --memory 16M" "wordfreq --memory 16M $f"
	[ -n "$QUICK" ] && continue
	row "tr | sort | uniq -c" "LC_ALL=C tr -cs A-Za-z '\n' <$f | LC_ALL=C sort | uniq -c | LC_ALL=C sort -rn"
	command -v gawk >/dev/null && row gawk "LC_ALL=C.UTF-8 gawk '{for (i = 1; i <= NF; i++) n[tolower(\$i)]++} END {for (w in n) print n[w], w}' $f"
	command -v python3 >/dev/null && row "Python's Counter" "python3 $tmp/count.py <$f"
done
