# wordfreq.sh: what holds of words and their counts, whatever the text.
tmp=$(mktemp -d) || exit 2
trap 'rm -rf "$tmp"' EXIT
is() { # WHAT WANTED GOT
	if [ "$2" = "$3" ]; then echo "ok $1"; else echo "not ok $1: wanted '$2', got '$3'"; fi
}
same() { # WHAT FILE FILE
	if cmp -s "$2" "$3"; then echo "ok $1"; else echo "not ok $1"; fi
}

# Two texts with scripts, quotes and bad bytes in them.
cat ../README.md ../man/*.1 cases/*/*.in >"$tmp/a"
cat ../src/data/abbr/* ../src/text/*/*.c >"$tmp/b"
head -c 200000 data/WordBreakTest.txt >>"$tmp/b"

# Nothing lost.
for f in a b; do
	wordsplit -kz <"$tmp/$f" | tr -d '\0' >"$tmp/joined"
	tr -d '\0' <"$tmp/$f" >"$tmp/want"
	same "wordsplit -kz $f, joined again" "$tmp/want" "$tmp/joined"
	wordsplit --offsets "$tmp/$f" | head -n 60 | while IFS="$(printf '\t')" read -r at word; do
		n=$(printf %s "$word" | wc -c)
		[ "$(tail -c +$((at + 1)) "$tmp/$f" | head -c "$n")" = "$word" ] || echo "$at"
	done >"$tmp/wrong"
	is "wordsplit --offsets $f: the word is there" "" "$(head -n 1 "$tmp/wrong")"
done

# Unicode's own cases, each a record: its text, and the array of its segments.
LC_ALL=C awk -f wordbreak.awk data/WordBreakTest.txt >"$tmp/cases"
LC_ALL=C awk -v WANT=1 -f wordbreak.awk data/WordBreakTest.txt >"$tmp/want"
wordsplit -jk "$tmp/cases" >"$tmp/out"
is "cases of WordBreakTest.txt" 1823 "$(wc -l <"$tmp/want" | tr -d ' ')"
same "wordsplit -k gives what each wants" "$tmp/want" "$tmp/out"

# One counts what the other writes.
for rules in "" "-l en" "-l fr" "-x punct,emoji" "-x bigram"; do
	# shellcheck disable=SC2086 # options
	is "sum of counts = lines of wordsplit $rules" \
		"$(wordsplit -z $rules "$tmp/a" "$tmp/b" | tr -dc '\0' | wc -c | tr -d ' ')" \
		"$(wordfreq $rules "$tmp/a" "$tmp/b" | awk '{n += $1} END {print n}')"
done

# The reduce step: each half counted apart, then added.
for columns in "" -d "-d -p -P -t -H" "-p -P -R" "-A -d" "-D -d -H" "--parts -t" "-n 9 -d -m 2 -o csv -H"; do
	# shellcheck disable=SC2086
	wordfreq $columns "$tmp/a" "$tmp/b" >"$tmp/whole"
	wordfreq -H -d --parts "$tmp/a" >"$tmp/1"
	wordfreq -H -d --parts "$tmp/b" >"$tmp/2"
	# shellcheck disable=SC2086
	wordfreq --merge $columns "$tmp/1" "$tmp/2" >"$tmp/merged"
	same "a b = --merge a b: $columns" "$tmp/whole" "$tmp/merged"
done
wordfreq -d "$tmp/a" >"$tmp/1"
wordfreq -d "$tmp/b" >"$tmp/2"
wordfreq -d "$tmp/a" "$tmp/b" >"$tmp/whole"
wordfreq --merge -d "$tmp/1" "$tmp/2" >"$tmp/merged"
same "a b = --merge a b: -d, without a header" "$tmp/whole" "$tmp/merged"
wordfreq -H -g 2 -G '	\' "$tmp/a" >"$tmp/1"
wordfreq --merge -H "$tmp/1" >"$tmp/merged"
same "--merge of one table is that table, tabs in words too" "$tmp/1" "$tmp/merged"
printf '2\ta\nnonsense\n3\n99999999999999999999\tb\n' | wordfreq --merge >"$tmp/out" 2>"$tmp/err"
is "--merge, lines that are no rows: status" 1 $?
is "--merge, lines that are no rows: the others count" "2	a" "$(cat "$tmp/out")"
wordfreq --merge -d "$tmp/out" >"$tmp/merged" 2>"$tmp/err"
is "--merge -d of a table without: status" 1 $?

awk 'BEGIN {for (i = 0; i < 400000; i++) printf "w%xx%d%s", i * 7919 % 1000003, i % 7, i % 9 ? " " : "\n"}' >"$tmp/many"

# The order of lines makes no difference, the way to count them neither.
cat "$tmp/a" "$tmp/b" >"$tmp/ab"
wordfreq "$tmp/ab" >"$tmp/want"
LC_ALL=C sort "$tmp/ab" | wordfreq >"$tmp/out"
same "the order of lines makes no difference" "$tmp/want" "$tmp/out"
wordfreq -d --lines "$tmp/ab" | cut -f 1,2 >"$tmp/out"
same "the quick way counts like the long one" "$tmp/want" "$tmp/out"
wordfreq --threads 3 "$tmp/many" "$tmp/ab" "$tmp/many" >"$tmp/out"
wordfreq "$tmp/many" "$tmp/ab" "$tmp/many" >"$tmp/want"
same "--threads makes no difference" "$tmp/want" "$tmp/out"
for o in "-S en" "-s" "-g 2 -s" "-g 1-3 --stop-lang=en" "-g 2 --within=clause --no-accents" "-S en -s --match=.*a.*"; do
	# shellcheck disable=SC2086
	wordfreq -H $o "$tmp/many" "$tmp/ab" >"$tmp/want"
	# shellcheck disable=SC2086
	wordfreq -H --threads=3 $o "$tmp/many" "$tmp/ab" >"$tmp/out"
	same "--threads makes no difference: $o" "$tmp/want" "$tmp/out"
done
for o in "" "-d -D --arf --parts" "-s -c" "-g 3" "-s -A -R -t" "-g 1-3" "-S en -s" "-g 2 -s --no-accents" "--by-document"; do
	# shellcheck disable=SC2086
	wordfreq -H $o "$tmp/a" "$tmp/b" >"$tmp/want"
	# shellcheck disable=SC2086
	wordfreq -H --memory 1M $o "$tmp/a" "$tmp/b" >"$tmp/out"
	same "--memory 1M makes no difference: $o" "$tmp/want" "$tmp/out"
done

# A temporary file is gone whatever happens; a full disk is said.
mkdir "$tmp/spill"
TMPDIR=$tmp/spill wordfreq --memory 1M "$tmp/many" >"$tmp/out"
wordfreq "$tmp/many" >"$tmp/want"
same "400,000 words in 1 MiB" "$tmp/want" "$tmp/out"
# 1.5 million words are a table of 64 MiB: it grows and is sorted in place.
case $OUT in */asan) limit=unlimited ;; *) limit=81920 ;; esac
awk 'BEGIN {for (i = 0; i < 1500000; i++) print "x" i}' >"$tmp/million"
LC_ALL=C sort "$tmp/million" | sed 's/^/1	/' >"$tmp/ones"
for o in "" -A; do
	# shellcheck disable=SC2086,SC3045
	(ulimit -v $limit; exec wordfreq $o "$tmp/million") >"$tmp/out"
	same "1.5 million words in 80 MiB: $o" "$tmp/ones" "$tmp/out"
done
# An address may begin behind each mark; none is, and none is looked for twice.
case $OUT in */asan | */cov) size=1000000 ;; *) size=16000000 ;; esac
for pair in a=b, a.b, 'www. ' a-@, '//a,'; do
	# shellcheck disable=SC3045
	is "$size bytes of $pair take their time" 0 "$(
		(ulimit -t 5; yes "$pair" | tr -d '\n' | head -c $size | exec wordfreq -l en) >/dev/null 2>&1
		echo $?)"
done

# In 16 MiB of address space, libraries and all; the sanitizers need room themselves.
case $OUT in */asan) limit=unlimited ;; *) limit=16384 ;; esac
limited() {
	# shellcheck disable=SC3045 # dash, bash, ksh and the BSDs have it
	(ulimit -v $limit && exec "$@")
}
TMPDIR=$tmp/spill limited wordfreq --memory 1M "$tmp/many" >"$tmp/out"
same "400,000 words in 1 MiB, and 15 for all else" "$tmp/want" "$tmp/out"
is "a word of 20 MB in 10 MiB" 20000000 \
	"$(head -c 20000000 /dev/zero | tr '\0' a | limited wordsplit | tr -d '\n' | wc -c | tr -d ' ')"
(ulimit -f 100; trap '' XFSZ; TMPDIR=$tmp/spill wordfreq --memory 1M "$tmp/many" >/dev/null 2>"$tmp/err")
is "temporary files that cannot grow: status" 2 $?
is "temporary files that cannot grow: said" "wordfreq: temporary file: File too large" "$(cat "$tmp/err")"
(cat "$tmp/many"; exec sleep 1) | TMPDIR=$tmp/spill wordfreq --memory 1M >/dev/null 2>&1 &
pid=$!
sleep 0.3
kill "$pid"
wait "$pid" 2>/dev/null
is "temporary files that stay behind" "" "$(ls "$tmp/spill")"
TMPDIR=$tmp/none wordfreq --memory 1M </dev/null 2>/dev/null
is "no such folder for temporary files: status" 2 $?

# Read back by others, with nothing lost.
printf 'a "b", c\nd\\e\tf\n"b", c\n' >"$tmp/odd"
odd="-d -p -P -H -x punct -g 2"
glue=$(printf '",\t\n\\')
# shellcheck disable=SC2086
{
	wordfreq $odd -G "$glue" -o json "$tmp/odd" >"$tmp/json"
	wordfreq $odd -G "$glue" -o csv "$tmp/odd" >"$tmp/csv"
	wordfreq $odd -G "$glue" -o tsv "$tmp/odd" >"$tmp/tsv"
}
if command -v python3 >/dev/null; then
	is "json, csv and tsv read alike by Python" same "$(python3 - "$tmp" <<'E2'
import csv, json, sys
t = sys.argv[1]
rows = [list(map(str, json.loads(l).values())) for l in open(t + '/json')]
number = lambda r: [float(c) if i != 1 else c for i, c in enumerate(r)]
rows = [number(r) for r in rows]
c = [number(r) for r in csv.reader(open(t + '/csv', newline=''))if r[0] != 'count']
back = {'\\t': '\t', '\\n': '\n', '\\r': '\r', '\\\\': '\\'}
import re
s = [l.rstrip('\n').split('\t') for l in open(t + '/tsv')][1:]
s = [number([re.sub(r'\\.', lambda m: back[m[0]], x) for x in r]) for r in s]
print('same' if rows == c == s and len(rows) > 5 else (rows, c, s))
E2
)"
fi
if command -v jq >/dev/null; then
	is "json read by jq" "$(wc -l <"$tmp/json" | tr -d ' ')" "$(jq -c '[.count, .word, .per_million, .cumulative, .documents]' "$tmp/json" | wc -l | tr -d ' ')"
fi
if command -v datamash >/dev/null; then
	is "tsv summed by datamash" "$(awk -F '\t' 'NR > 1 {n += $1} END {print n}' "$tmp/tsv")" "$(datamash -H sum count <"$tmp/tsv" | tail -n 1)"
fi
