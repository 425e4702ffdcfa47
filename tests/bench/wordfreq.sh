# wordfreq.sh: wordfreq and wordsplit beside their peers.  The texts: the King
# James Bible ten times over (Debian's bible-kjv and bible-kjv-text), and of
# GOLD, a folder with gold texts, 60 MB of English and 30 MB of many scripts
# with half a million words.  `wc -w` in C.UTF-8 only counts.
cd "$(dirname "$0")" || exit 2
COST=${COST:-../../bin/.obj/release/tool/cost}
. ./lib.sh

cat >"$tmp/count.py" <<'E2'
import collections, re, sys
c = collections.Counter()
for line in sys.stdin:
    c.update(re.findall(r"\w+", line.casefold()))
for word, n in sorted(c.items(), key=lambda i: (-i[1], i[0])):
    print(n, word, sep='\t')
E2
text() { # NAME FILE
	[ -s "$2" ] || return 0
	task "words of $1, $(wordfreq "$2" | wc -l) of them" "$2"
	row wordfreq wordfreq "$2"
	row "wordfreq --threads 2" wordfreq --threads 2 "$2"
	row "wordfreq --memory 16M" wordfreq --memory 16M "$2"
	row "wordfreq -d" wordfreq -d "$2"
	row "wordfreq -l en" wordfreq -l en "$2"
	row wordsplit wordsplit "$2"
	row "wc -w, in C.UTF-8" env LC_ALL=C.UTF-8 wc -w "$2"
	RUNS=1 pipe "tr | sort | uniq -c | sort" tr "LC_ALL=C; export LC_ALL; tr -cs A-Za-z '\n' <'$2' | sort | uniq -c | sort -rn"
	RUNS=1 pipe gawk gawk "LC_ALL=C.UTF-8 gawk '{for (i = 1; i <= NF; i++) n[tolower(\$i)]++} END {for (w in n) print n[w], w}' '$2'"
	RUNS=1 pipe "Python's Counter" python3 "python3 '$tmp/count.py' <'$2'"
}

if king_james "$tmp/kjv1"; then
	many 10 "$tmp/kjv1" >"$tmp/kjv"
	text "King James" "$tmp/kjv"
fi
if [ -d "$GOLD/boilerstrip" ] && [ -d "$GOLD/sentsplit" ]; then
	find "$GOLD/boilerstrip" -name '*.txt' -exec cat {} + >"$tmp/en1"
	while [ "$(wc -c <"$tmp/en1")" -lt 60000000 ]; do
		cat "$tmp/en1" "$tmp/en1" >"$tmp/en2" && mv "$tmp/en2" "$tmp/en1"
	done
	head -c 60000000 "$tmp/en1" >"$tmp/english"
	rm "$tmp/en1"
	cat "$GOLD"/sentsplit/*/*.in "$GOLD"/wordsplit/*.txt >"$tmp/mixed1"
	# More words than there are: long ones with a letter more.
	cp "$tmp/mixed1" "$tmp/mixed"
	for k in a b c d; do
		LC_ALL=C.UTF-8 sed -E "s/([[:alpha:]]{5,})/\1$k/g" "$tmp/mixed1"
	done >>"$tmp/mixed"
	text "English" "$tmp/english"
	text "many scripts" "$tmp/mixed"
else
	echo "wordfreq: no folder GOLD with boilerstrip/ and sentsplit/ in it, no other texts"
fi
