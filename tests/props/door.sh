# door.sh: what program/filter does for every program before and after its work:
# wrong kinds of files are named, letters mean one thing, lists of files,
# --stats, standard streams that are closed.
tmp=$(mktemp -d) || exit 2
trap 'rm -rf "$tmp"' EXIT
programs=$(for p in ../src/cmd/*.c; do basename "$p" .c; done)

is() { # WHAT WANTED GOT
	if [ "$2" = "$3" ]; then echo "ok $1"; else echo "not ok $1: wanted '$2', got '$3'"; fi
}
rows() { # PROGRAM: letter TAB long name of each option
	"$1" --help | sed -n 's/^  -\(.\), --\([a-z0-9-]*\).*/\1	\2/p; s/^      --\([a-z0-9-]*\).*/-	\1/p'
}

# ---- letters ----

# One of these letters means this or nothing, in any program.
closed='e encoding
f field
H header
h help
j json
l language
n most|count|number
o output
q quiet
V version
w width
z null'
for p in $programs; do
	rows "$p" >"$tmp/rows"
	wrong=$(echo "$closed" | while read -r letter names; do
		awk -F '\t' -v l="$letter" -v n="^($names)$" '$1 == l && $2 !~ n { print "-" l " is --" $2 }' "$tmp/rows"
	done)
	is "$p: closed letters" "" "$wrong"
	is "$p: no name twice" "" "$(cut -f2 "$tmp/rows" | sort | uniq -d)"
done

# ---- wrong kinds ----

printf '%%PDF-1.7\n1 0 obj\n' >"$tmp/a.pdf"
printf 'PK\003\004\024\000\000\000\000\000' >"$tmp/a.zip"
printf 'WARC/1.0\r\nWARC-Type: response\r\n\r\n' >"$tmp/a.warc"
printf '\037\213\010\000\000\000\000\000\000\003' >"$tmp/a.gz"
printf '\n<!DOCTYPE html>\n<p>word</p>\n' >"$tmp/a.html"
printf '{"text":"a word"}\n' >"$tmp/a.jsonl"
printf 'a word\n' >"$tmp/a.txt"
printf '\177ELF\002\001\001\000\000\000' >"$tmp/a.out"

refused() { # PROGRAM FILE OPTIONS...: what it says; then whether it read on
	p=$1 file=$2
	shift 2
	"$p" "$@" "$tmp/$file" "$tmp/a.txt" >"$tmp/got" 2>"$tmp/err"
	rc=$?
	"$p" "$@" "$tmp/a.txt" >"$tmp/want" 2>/dev/null
	is "$p $* $file: status" 1 "$rc"
	is "$p $* $file: one line" 1 "$(wc -l <"$tmp/err" | tr -d ' ')"
	is "$p $* $file: named, with a remedy" yes \
		"$(grep -q "^$p: $tmp/$file: .*, not .*: ." "$tmp/err" && echo yes)"
	is "$p $* $file: the next file is read" same "$(cmp -s "$tmp/got" "$tmp/want" && echo same)"
	is "$p $* $file: as a pipe cuts it" "$(sed "s|$tmp/$file|standard input|" "$tmp/err")" \
		"$("$OBJ/tool/dribble" 1 <"$tmp/$file" | "$p" "$@" 2>&1)"
	"$p" "$@" --force "$tmp/$file" >/dev/null 2>"$tmp/err"
	is "$p $* --force $file: read" 0 "$(grep -c ', not ' "$tmp/err")"
}
for p in html2text boilerstrip sentsplit wordsplit wordfreq; do
	for file in a.pdf a.zip a.warc a.gz a.jsonl a.out; do
		refused "$p" "$file"
	done
done
for p in sentsplit wordsplit wordfreq; do
	refused "$p" a.html
done
"$OUT/html2text" -j "$tmp/a.html" >"$tmp/got" 2>"$tmp/err"
is "html2text -j, given HTML: status" 1 $?
is "html2text -j, given HTML: said once" "html2text: $tmp/a.html: HTML, not JSON Lines: without -j it is read as a page" "$(cat "$tmp/err")"
said() { # WHAT STATUS MESSAGE COMMAND...: the first line on standard error
	what=$1 wanted=$2 message=$3
	shift 3
	"$@" </dev/null >/dev/null 2>"$tmp/err"
	is "$what: status" "$wanted" $?
	is "$what: said" "$message" "$(sed "s|$tmp/||g; q" "$tmp/err")"
}
for p in keyness freqplot; do
	said "$p, given records" 1 "$p: a.jsonl: JSON Lines, not a table: wordfreq -j counts its words" "$p" "$tmp/a.jsonl"
done
printf '\377\376a\000\n\000' >"$tmp/a.utf16"
said "textnorm, given UTF-16" 1 "textnorm: a.utf16: UTF-16, not UTF-8: iconv -f utf-16 -t utf-8 writes it so" textnorm "$tmp/a.utf16"
said "textnorm --force, given UTF-16" 0 "" textnorm --force "$tmp/a.utf16"
printf '\376\377\000a' >"$tmp/a.utf16"
said "textnorm, given UTF-16 of the other order" 1 "textnorm: a.utf16: UTF-16, not UTF-8: iconv -f utf-16 -t utf-8 writes it so" textnorm "$tmp/a.utf16"
said "wordfreq reads UTF-16" 0 "" wordfreq "$tmp/a.utf16"
said "keyness, given a text" 1 'keyness: a.txt: line 1: no column "count": wordfreq(1) writes tables' keyness "$tmp/a.txt" "$tmp/a.txt"
said "freqplot, given a text" 0 "freqplot: nothing to draw: no row with a number; wordfreq(1) writes tables" freqplot "$tmp/a.txt"
printf '      3 2025-02\n      1 2025-03\n' >"$tmp/uniq.txt"
said "freqplot, given cells without TABs" 1 'freqplot: uniq.txt: no column "word": TABs part cells; --label and --value name columns' freqplot "$tmp/uniq.txt"
said "htmltable, no table of any kind" 0 "htmltable: no such table" htmltable --list --layout "$tmp/a.txt"

said "-o file, of a program without -o" 2 "html2text: -o: no such option: >FILE writes a file" html2text -o a.txt
said "--output=file, of a program without it" 2 "html2text: --output: no such option: >FILE writes a file" html2text --output=a.txt
said "-o file, where -o is a format" 2 "freqplot: --output a.svg: give text or svg: >FILE writes a file" freqplot -o a.svg
said "a format as an option" 2 "htmltable: --csv: no such option: perhaps --output=csv" htmltable --csv
said "another, the last of its list" 2 "freqplot: --svg: no such option: perhaps --output=svg" freqplot --svg
said "half a format as an option" 2 "freqplot: --sv: no such option" freqplot --sv
said "htmlpick, the selector forgotten" 2 "htmlpick: a.html: a file: the selector comes first, such as: htmlpick 'h1' a.html" htmlpick "$tmp/a.html"
said "kwic, the pattern forgotten" 1 "kwic: a.txt: a file, read as the pattern: the pattern comes first, such as: kwic storm book.txt" kwic "$tmp/a.txt"
said "kwic, a pattern and a file" 0 "" kwic word "$tmp/a.txt"
said "pagecat -u, no such address" 0 "pagecat: no page has the address page; --list shows all, and * stands for any text" pagecat -u page "$tmp/a.html"
said "pagecat -u, an address" 0 "" pagecat -u '*' "$tmp/a.html"

# A record with a page in it: said of the first one, and read.
printf '{"text":"<!DOCTYPE html><p>word"}\n%.0s' 1 2 >"$tmp/pages.jsonl"
for p in wordfreq textstat "kwic word"; do
	# shellcheck disable=SC2086
	said "$p -j, given pages" 0 "${p% *}: pages.jsonl: line 1: HTML, not text: html2text -j comes before" $p -j "$tmp/pages.jsonl"
	is "$p -j, given pages: said once" 1 "$(wc -l <"$tmp/err" | tr -d ' ')"
done
for p in html2text boilerstrip "wordfreq --force"; do
	# shellcheck disable=SC2086
	said "$p -j, given pages" 0 "" $p -j "$tmp/pages.jsonl"
done
is "a URL: nothing is fetched" yes "$(html2text https://example.org/ 2>&1 | grep -q 'nothing is fetched: curl' && echo yes)"

# ---- options that need -j ----

for p in html2text sentsplit; do
	echo keep >"$tmp/kept"
	"$p" --rejects="$tmp/kept" "$tmp/a.txt" >/dev/null 2>"$tmp/err"
	is "$p --rejects without -j: status" 2 $?
	is "$p --rejects without -j: touches no file" keep "$(cat "$tmp/kept")"
	"$p" -f body "$tmp/a.txt" >/dev/null 2>&1
	is "$p -f without -j: status" 2 $?
done

for wrong in "--rejects=-" "--rejects=$tmp/r1 --rejects=$tmp/r2" "--stats=$tmp/r1 --stats=$tmp/r2"; do
	# shellcheck disable=SC2086
	html2text -j $wrong </dev/null >/dev/null 2>"$tmp/err"
	is "html2text -j $wrong: status" 2 $?
done
langid -j -m text </dev/null >/dev/null 2>"$tmp/err"
is "langid -m text: would write over the text" 2 $?
langid -j -f body -m text </dev/null
is "langid -f body -m text: status" 0 $?

# A context is bounded with the whole line, too: hits do not multiply it.
head -c 400000 /dev/zero | tr '\0' a | sed 's/.*/storm & storm/' >"$tmp/long"
is "kwic -s: a context is cut" yes "$(kwic -s storm "$tmp/long" | wc -c |
    awk '{ print ($1 > 131000 && $1 < 132000 ? "yes" : $1) }')"

# ---- lists of files ----

cp "$tmp/a.txt" "$tmp/b c.txt"
printf '%s\n' "$tmp/a.txt" "" "$tmp/b c.txt" >"$tmp/list"
tr '\n' '\0' <"$tmp/list" >"$tmp/list0"
printf '%s\r\n%s' "$tmp/a.txt" "$tmp/b c.txt" >"$tmp/listcr"
for list in list list0 listcr; do
	is "--files-from $list" "2	a" "$(wordfreq --files-from="$tmp/$list" -n 1)"
	is "--files-from $list and operands" "3	a" "$(wordfreq --files-from="$tmp/$list" -n 1 "$tmp/a.txt")"
done
is "--files-from -" "2	a" "$(wordfreq --files-from=- -n 1 <"$tmp/list")"
: >"$tmp/none"
is "--files-from an empty list reads nothing" "" "$(echo word | wordfreq --files-from="$tmp/none")"
# More files than a process may have open.
i=0
while [ $i -lt 300 ]; do
	echo "$tmp/a.txt"
	i=$((i + 1))
done >"$tmp/many"
is "more files than descriptors" "300	a" "$(ulimit -n 64; wordfreq -n 1 --files-from="$tmp/many" 2>&1)"
# shellcheck disable=SC2046
is "more operands than descriptors" "300	a" "$(ulimit -n 64; wordfreq -n 1 $(cat "$tmp/many") 2>&1)"
trap '' USR1 # until the program has its own way with it
for _ in 1 2 3; do
	(ulimit -n 64 && exec wordfreq -n 1 --files-from="$tmp/many") >"$tmp/out" 2>"$tmp/err" &
	while kill -USR1 $! 2>/dev/null; do :; done
	wait $!
	is "more files than descriptors, and signals" "0 300	a" "$? $(cat "$tmp/out")"
done
trap - USR1
printf '%s\n' "$tmp/missing" >>"$tmp/many"
is "one of many is missing" "wordfreq: $tmp/missing: No such file or directory" \
	"$(ulimit -n 64; wordfreq -n 1 --files-from="$tmp/many" 2>&1 >/dev/null)"

# The helper that opens them dies while the first one is read.
if [ -r /proc/$$/task/$$/children ]; then
	mkfifo "$tmp/slow"
	{ echo "$tmp/slow"; cat "$tmp/many"; } >"$tmp/slowly"
	(ulimit -n 64 && exec wordfreq -n 1 --files-from="$tmp/slowly") >"$tmp/out" 2>"$tmp/err" &
	exec 9>"$tmp/slow"
	sleep .3
	kill -9 $(cat /proc/$!/task/$!/children)
	exec 9>&-
	wait $!
	is "more files than descriptors, and no helper" "2 wordfreq: the helper that opens files has ended" "$? $(cat "$tmp/err")"
fi

# ---- descriptors that do not wait ----

yes 'Le gardien du phare compte les navires.' | head -n 40000 >"$tmp/lines"
{ "$OBJ/tool/nowait" 1 langid -L -k fr "$tmp/lines"; echo $? >"$tmp/rc"; } | { sleep .3; cat; } >"$tmp/out"
is "standard output that does not wait" "0 same" "$(cat "$tmp/rc") $(cmp -s "$tmp/out" "$tmp/lines" && echo same)"
{ "$OBJ/tool/nowait" 2 langid -L -k en --dropped=- "$tmp/lines" 2>&1 >/dev/null; echo $? >"$tmp/rc"; } | { sleep .3; cat; } >"$tmp/out"
is "standard error that does not wait" "0 same" "$(cat "$tmp/rc") $(cmp -s "$tmp/out" "$tmp/lines" && echo same)"

# ---- --stats ----

printf '{"text":"a"}\nbad\n{"text":"b"}\n' >"$tmp/r"
html2text -j --stats="$tmp/stats" <"$tmp/r" >/dev/null 2>&1
is "--stats" '{"program":"html2text","version":"V","read":3,"written":2,"dropped":{"unusable":1},"bytes_in":30,"bytes_out":30}' \
	"$(sed 's/"version":"[^"]*"/"version":"V"/' "$tmp/stats")"
textquality -j --stats="$tmp/stats" <"$tmp/r" >/dev/null 2>&1
is "--stats: why texts were dropped" '{"gopher_short_doc":2,"unusable":1}' \
	"$(sed 's/.*"dropped":\({[^}]*}\).*/\1/' "$tmp/stats")"
is "--stats=-" 1 "$(sentsplit --stats=- <"$tmp/a.txt" 2>&1 >/dev/null | grep -c '^{"program":"sentsplit"')"

# ---- streams that are closed ----

html2text -j --rejects="$tmp/rejects" <"$tmp/r" >&- 2>"$tmp/err"
is "closed standard output, --rejects: status" 2 $?
is "closed standard output, --rejects: only what is rejected is there" "bad" "$(cat "$tmp/rejects")"
html2text "$tmp/a.html" <&- >"$tmp/got" 2>&1
is "closed standard input, a file: read" word "$(cat "$tmp/got")"
html2text "$tmp/missing" 2>&- >"$tmp/got"
is "closed standard error: nothing of it in the output" "" "$(cat "$tmp/got")"

# ---- bytes that are not in the encoding ----

printf 'caf\351 noir\n' >"$tmp/latin1"
for p in sentsplit wordsplit wordfreq; do
	"$p" "$tmp/latin1" >/dev/null 2>"$tmp/err"
	is "$p, not UTF-8: status" 0 $?
	is "$p, not UTF-8: said" "$p: $tmp/latin1: not UTF-8 (byte 4): -e windows-1252 may be right" "$(cat "$tmp/err")"
	"$p" --strict "$tmp/latin1" >/dev/null 2>&1
	is "$p --strict, not UTF-8: status" 1 $?
	is "$p -e latin1" 1 "$("$p" -e latin1 "$tmp/latin1" 2>&1 | grep -c 'café')"
	"$p" -e nosuch </dev/null >/dev/null 2>&1
	is "$p -e nosuch: status" 2 $?
	for e in LE BE; do
		printf '\357\273\277caf\303\251 noir\n' | iconv -f UTF-8 -t UTF-16$e >"$tmp/wide"
		is "$p, UTF-16$e" 1 "$("$p" "$tmp/wide" 2>&1 | grep -c 'café')"
	done
done
boilerstrip -e nosuch </dev/null >/dev/null 2>&1
is "boilerstrip -e nosuch, no input: status" 2 $?
html2text -é </dev/null >/dev/null 2>"$tmp/err"
is "a letter beyond ASCII is named" "html2text: -é: no such option" "$(head -n 1 "$tmp/err")"
