# corpus.sh: kwic, collocate, keyness and freqplot agree with wordfreq, with
# each other, and with themselves on parts.
tmp=$(mktemp -d) || exit 2
trap 'rm -rf "$tmp"' EXIT
PATH=$OBJ/tool:$PATH

is() { # WHAT WANTED GOT
	if [ "$2" = "$3" ]; then echo "ok $1"; else echo "not ok $1: wanted '$2', got '$3'"; fi
}
same() { # WHAT WANTED-FILE GOT-FILE
	if cmp -s "$2" "$3"; then echo "ok $1"; else echo "not ok $1: $(diff "$2" "$3" | head -n 4)"; fi
}

# A text of many lines: sentences of the manual pages.
for page in ../man/*.[17]; do mandoc -Tutf8 "$page" | sed 's/.\x08//g'; done >"$tmp/text"
head -n 300 "$tmp/text" >"$tmp/one"
tail -n +301 "$tmp/text" >"$tmp/two"

# ---- kwic ----

wordfreq -n 40 "$tmp/text" | while IFS="$(printf '\t')" read -r count word; do
	hits=$(kwic --pattern="$word" --count "$tmp/text" | cut -f1)
	[ "$hits" = "$count" ] || echo "$word: $count, $hits"
done >"$tmp/wrong"
is "kwic's hits are wordfreq's count" "" "$(cat "$tmp/wrong")"
kwic -o tsv the "$tmp/text" >"$tmp/hits"
head -n 30 "$tmp/hits" | cut -f3,5 | while read -r offset keyword; do
	got=$(tail -c "+$((offset + 1))" "$tmp/text" | head -c "${#keyword}")
	[ "$got" = "$keyword" ] || echo "$offset: $got"
done >"$tmp/wrong"
is "kwic's offsets are where the keyword is" "" "$(cat "$tmp/wrong")"
kwic --sort=1R,1L,document -o tsv the "$tmp/text" | LC_ALL=C sort >"$tmp/sorted"
LC_ALL=C sort "$tmp/hits" >"$tmp/want"
same "kwic --sort loses no hit" "$tmp/want" "$tmp/sorted"
kwic --sample=20 --seed=3 -o tsv the "$tmp/text" >"$tmp/sample"
is "kwic --sample: as many as asked for" 20 "$(wc -l <"$tmp/sample" | tr -d ' ')"
is "kwic --sample: hits, in text order" "" "$(diff "$tmp/hits" "$tmp/sample" | grep '^>')"
kwic --sample=20 --seed=3 -o tsv the "$tmp/text" | cmp -s - "$tmp/sample"
is "kwic --sample: the same seed, the same sample" 0 $?
kwic --sample=20 --seed=4 -o tsv the "$tmp/text" | cmp -s - "$tmp/sample"
is "kwic --sample: another seed, another one" 1 $?
for cut in 1 7 4096; do
	dribble $cut <"$tmp/one" | kwic -o tsv the | cut -f2- >"$tmp/got"
	kwic -o tsv the "$tmp/one" | cut -f2- >"$tmp/want"
	same "kwic, cut at $cut" "$tmp/want" "$tmp/got"
done
is "kwic in a pipe has no colour" 0 "$(kwic the "$tmp/text" | grep -c "$(printf '\033')")"
# An id that is a text of its own is cut, at a character's end.
is "kwic, a long id" 259 "$(awk 'BEGIN { for (i = 0; i < 300; i++) id = id "a\303\251"
	printf "{\"id\":\"%s\",\"text\":\"a storm\"}\n", id }' |
	kwic -j -o tsv storm | cut -f1 | tr -d '\n' | wc -c | tr -d ' ')"
kwic -q the "$tmp/text" >"$tmp/got"
is "kwic -q: status" 0 $?
is "kwic -q: nothing written" "" "$(cat "$tmp/got")"
kwic --sort=0L the "$tmp/text" >/dev/null 2>&1
is "kwic --sort: words count from 1" 2 $?
kwic 'a(' --regex "$tmp/text" >/dev/null 2>"$tmp/err"
is "kwic, a bad pattern: status" 2 $?
is "kwic, a bad pattern: said" 1 "$(grep -c '^kwic: pattern a(: .' "$tmp/err")"
# A line of 8 MiB, in bounded memory, every hit found.
awk 'BEGIN { for (i = 0; i < 1000000; i++) printf "a word "; print "" }' >"$tmp/long"
case $OBJ in */release) limit=60000 ;; *) limit=unlimited ;; esac
is "kwic, a line of 7 MB" 1000000 "$(ulimit -v $limit; kwic --count word "$tmp/long" | cut -f1)"
is "kwic, behind a line of 7 MB: the second line" 2 "$({ cat "$tmp/long"; echo 'a storm'; } | kwic -o tsv storm | cut -f2)"
# A hit that waits is no longer than its line of output: no file is written.
is "kwic --sort, many hits in one line" 500 "$(ulimit -f 1; head -c 900000 "$tmp/long" |
	kwic --sort=1R,1L -n 500 word | wc -l | tr -d ' ')"
# A context that is too long ends between two characters.
awk 'BEGIN { printf "aa"; for (i = 0; i < 40000; i++) printf "\314\201"
	printf "b word bb"; for (i = 0; i < 40000; i++) printf "\314\201"; print "" }' >"$tmp/marks"
kwic -o tsv word "$tmp/marks" | iconv -f utf-8 -t utf-8 >/dev/null
is "kwic, a context of 80 kB is UTF-8" 0 $?

# ---- collocate ----

for how in "the" "--pairs -m 1"; do
	# shellcheck disable=SC2086
	collocate $how "$tmp/one" "$tmp/two" >"$tmp/want"
	# shellcheck disable=SC2086
	for part in one two; do collocate --counts $how "$tmp/$part" >"$tmp/$part.counts"; done
	collocate --merge ${how##the} "$tmp/one.counts" "$tmp/two.counts" >"$tmp/got"
	same "collocate $how: parts added up are the whole" "$tmp/want" "$tmp/got"
	# shellcheck disable=SC2086
	collocate --counts $how "$tmp/one" "$tmp/two" >"$tmp/want"
	collocate --merge --counts ${how##the} "$tmp/two.counts" "$tmp/one.counts" >"$tmp/got"
	same "collocate $how --counts: parts in any order" "$tmp/want" "$tmp/got"
done
collocate --counts the "$tmp/text" | awk -F '\t' 'NR > 1 { print $3 "\t" $1 }' | LC_ALL=C sort >"$tmp/got"
wordfreq "$tmp/text" | LC_ALL=C sort >"$tmp/want"
same "collocate --counts has wordfreq's counts" "$tmp/want" "$tmp/got"

collocate --counts the "$tmp/one" >"$tmp/node.counts"
collocate --counts --pairs "$tmp/two" >"$tmp/pairs.counts"
collocate --merge "$tmp/node.counts" "$tmp/pairs.counts" >/dev/null 2>"$tmp/err"
is "collocate --merge: a table of pairs is said" 1 "$(grep -c 'pairs.counts: line [0-9]*: counts of pairs: only with --pairs' "$tmp/err")"
collocate --merge --pairs "$tmp/node.counts" "$tmp/pairs.counts" >/dev/null 2>"$tmp/err"
is "collocate --merge --pairs: a node's table is said" 1 "$(grep -c 'node.counts: line [0-9]*: counts of a node: not with --pairs' "$tmp/err")"

# ---- keyness ----

wordfreq "$tmp/one" >"$tmp/one.tsv"
wordfreq "$tmp/two" >"$tmp/two.tsv"
signed() { awk -F '\t' -v s="$1" '{ printf "%s", $1; for (i = 6; i <= NF; i++) printf "\t%.6g", s * $i; print "" }' | sed 's/-0$/0/; s/-0	/0	/g' | LC_ALL=C sort; }
keyness --both -M lrc,ll,logratio,chi2 "$tmp/one.tsv" "$tmp/two.tsv" | signed 1 >"$tmp/want"
keyness --both -M lrc,ll,logratio,chi2 "$tmp/two.tsv" "$tmp/one.tsv" | signed -1 >"$tmp/got"
same "keyness: the other way round, the other sign" "$tmp/want" "$tmp/got"
keyness "$tmp/one.tsv" "$tmp/two.tsv" | cut -f1 >"$tmp/more"
keyness --negative "$tmp/one.tsv" "$tmp/two.tsv" | cut -f1 >"$tmp/less"
is "keyness: a word is on one side" "" "$(LC_ALL=C sort "$tmp/more" "$tmp/less" | uniq -d)"
wordfreq -A "$tmp/one" | keyness "$tmp/two.tsv" >"$tmp/got"
keyness "$tmp/one.tsv" "$tmp/two.tsv" >"$tmp/want"
same "keyness: the target on standard input, in any order" "$tmp/want" "$tmp/got"

printf '9\tonly here\n1\tboth\n' >"$tmp/a.tsv"
printf '5\tboth\n' >"$tmp/b.tsv"
is "keyness -m: enough in one table is enough" 2 "$(keyness --both -m 5 "$tmp/a.tsv" "$tmp/b.tsv" | wc -l | tr -d ' ')"
is "keyness: words that are as key by their bytes" "a aa ab b z zz é" "$(printf '3\t%s\n' zz z aa ab é b a |
	keyness --both /dev/stdin "$tmp/b.tsv" | head -n 7 | cut -f1 | tr '\n' ' ' | sed 's/ $//')"
# A first measure is the same as a second one, of any two counts.
awk 'BEGIN { for (i = 0; i < 20000; i++) printf "%d\tw%d\n", i * 7 % 400, i }' >"$tmp/a.tsv"
awk 'BEGIN { for (i = 0; i < 20000; i++) printf "%d\tw%d\n", i * 11 % 397, i }' >"$tmp/b.tsv"
keyness --both -M ll "$tmp/a.tsv" "$tmp/b.tsv" | LC_ALL=C sort | cut -f6 >"$tmp/first"
keyness --both -M logratio,ll "$tmp/a.tsv" "$tmp/b.tsv" | LC_ALL=C sort | cut -f7 >"$tmp/second"
same "keyness: first and second measure" "$tmp/second" "$tmp/first"

# ---- freqplot ----

wordfreq -n 30 -H "$tmp/text" >"$tmp/table"
kwic -o tsv -H the "$tmp/one" "$tmp/two" >"$tmp/hits"
keyness -H -n 20 "$tmp/one.tsv" "$tmp/two.tsv" >"$tmp/keys"
plot() { # KIND TABLE
	for o in text svg; do
		freqplot -k "$1" -o $o -w 400 <"$2" >"$tmp/a" && freqplot -k "$1" -o $o -w 400 <"$2" >"$tmp/b"
		same "freqplot -k $1 -o $o: the same bytes again" "$tmp/a" "$tmp/b"
		is "freqplot -k $1 -o $o: something is drawn" yes "$([ -s "$tmp/a" ] && echo yes)"
	done
	if command -v xmllint >/dev/null; then
		xmllint --noout "$tmp/a" >/dev/null 2>&1
		is "freqplot -k $1: well-formed" 0 $?
	fi
}
plot bar "$tmp/table"
plot zipf "$tmp/table"
plot coverage "$tmp/table"
plot dispersion "$tmp/hits"
plot compare "$tmp/keys"
freqplot -w 120 <"$tmp/table" | awk '{ print $NF "\t" $1 }' | head -n 30 >"$tmp/got"
tail -n +2 "$tmp/table" | sed 's/ .*//' >"$tmp/want"
same "freqplot: every number drawn is in the table" "$tmp/want" "$tmp/got"
is "freqplot: no line is wider than asked for" yes "$([ "$(freqplot -w 40 <"$tmp/table" | wc -L)" -le 40 ] && echo yes)"
for kind in zipf coverage compare; do
	table=$tmp/table
	[ $kind = compare ] && table=$tmp/keys
	is "freqplot -k $kind: the same, of few columns" yes "$([ "$(freqplot -k $kind --title='A long title of it' -w 20 <"$table" | wc -L)" -le 20 ] && echo yes)"
done
# A hit takes the memory of its place, not of its document's name; a sanitizer
# holds what was freed.
case $OUT in */asan) limit=unlimited ;; *) limit=16384 ;; esac
name=$(printf '%0200d' 0)
yes "$name" | head -n 300000 | awk '{ print $0 "\t1\t" NR "\ta\tb\tc" }' >"$tmp/named"
is "freqplot -k dispersion, 300,000 hits" small "$("$OBJ/tool/cost" 1 freqplot -k dispersion "$tmp/named" | awk -v limit=$limit '{ print limit == "unlimited" || $2 < limit ? "small" : $0 }')"
is "freqplot --ascii writes ASCII" 0 "$(freqplot --ascii <"$tmp/table" | LC_ALL=C grep -c '[^ -~]')"
