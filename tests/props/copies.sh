# copies.sh: neardup over parts is neardup over the whole, and what comes out
# has no copies; textquality leaves what it keeps as it was.
tmp=$(mktemp -d) || exit 2
trap 'rm -rf "$tmp"' EXIT

is() { # WHAT WANTED GOT
	if [ "$2" = "$3" ]; then echo "ok $1"; else echo "not ok $1: wanted '$2', got '$3'"; fi
}
same() { # WHAT WANTED-FILE GOT-FILE
	if cmp -s "$2" "$3"; then echo "ok $1"; else echo "not ok $1: $(diff "$2" "$3" | head -n 2 | cut -c1-200)"; fi
}

# Records: paragraphs of the manual pages, some of them twice, changed or cut.
for page in ../man/*.[17]; do mandoc -Tutf8 -Owidth=500 "$page" | sed 's/.\x08//g'; done |
	LC_ALL=C grep -v '[^ -~]' | awk 'length($0) > 120 { gsub(/[\\"\t]/, " "); print; n++
		if (n % 3 == 0) print toupper($0)
		if (n % 5 == 0) { sub(/ [a-z]+ /, " another "); print }
		if (n % 7 == 0) print substr($0, 1, length($0) / 2) }' |
	awk '{ printf "{\"id\":\"%d\",\"text\":\"%s\"}\n", NR, $0 }' >"$tmp/all"
neardup -j "$tmp/all" >"$tmp/kept" 2>"$tmp/err"
is "neardup -j: status" 0 $?
neardup -j -m "$tmp/all" >"$tmp/marked"
is "neardup drops something" yes "$([ "$(wc -l <"$tmp/kept")" -lt "$(wc -l <"$tmp/all")" ] && echo yes)"
grep -vxFf "$tmp/all" "$tmp/kept" >"$tmp/new"
is "what comes out is what came in" "" "$(cat "$tmp/new")"
grep -v '"dup_of"' "$tmp/marked" >"$tmp/unmarked"
same "what is not marked stays" "$tmp/kept" "$tmp/unmarked"
neardup -j "$tmp/kept" >"$tmp/again"
same "what comes out has no copies" "$tmp/kept" "$tmp/again"
neardup -j --dropped="$tmp/dropped" "$tmp/all" >/dev/null
sort "$tmp/kept" "$tmp/dropped" >"$tmp/both"
sort "$tmp/all" >"$tmp/want"
same "--dropped has the rest" "$tmp/want" "$tmp/both"
for n in 1 2 7; do
	rm -f "$tmp"/part.* "$tmp"/sig.*
	split -n "l/$n" -d -a 1 "$tmp/all" "$tmp/part."
	for part in "$tmp"/part.*; do
		neardup --signature --order="${part##*.}" -j "$part" >"$tmp/sig.${part##*.}"
	done
	LC_ALL=C sort -c "$tmp"/sig.0 2>/dev/null
	is "$n parts: signatures are sorted" 0 $?
	LC_ALL=C sort -m "$tmp"/sig.* | neardup --groups >"$tmp/copies"
	for part in "$tmp"/part.*; do
		neardup --drop="$tmp/copies" --order="${part##*.}" -j "$part"
	done >"$tmp/got"
	same "$n parts: what one run keeps" "$tmp/kept" "$tmp/got"
	for part in "$tmp"/part.*; do
		neardup --drop="$tmp/copies" --order="${part##*.}" -j -m "$part"
	done >"$tmp/got"
	same "$n parts: what one run marks" "$tmp/marked" "$tmp/got"
done
cp "$tmp/all" "$tmp/a"
printf 'some words that stand here\n' >"$tmp/one"
printf 'Some words, that stand here!\n' >"$tmp/two"
is "files: a table" "$tmp/two	$tmp/one	1.000" "$(neardup "$tmp/one" "$tmp/two")"
named() { sed "s|$tmp/||g"; }
is "files: named columns" "document	dup_of	dup_similarity|two	one	1.000|" "$(neardup -H "$tmp/one" "$tmp/two" | named | tr '\n' '|')"
is "files: JSON" '{"document":"two","dup_of":"one","dup_similarity":1.000}' "$(neardup -o json "$tmp/one" "$tmp/two" | named)"
cp "$tmp/one" "$tmp/a	b"
is "files: a name with a TAB" 'a\tb	one	1.000' "$(neardup "$tmp/one" "$tmp/a	b" | named)"
is "files: the same, -z" 'a	b	one	1.000' "$(neardup -z "$tmp/one" "$tmp/a	b" | tr '\0' '\n' | named)"
is "textquality: a name with a TAB" 'a\tb	top_2_gram	0.37037	0.2' "$(textquality "$tmp/a	b" | named)"
is "textquality: named columns" 'document,quality,value,limit|one,top_2_gram,0.37037,0.2|' "$(textquality -o csv "$tmp/one" | named | tr '\n' '|')"
is "langid: a name with a TAB" 'a\tb' "$(langid --with-name "$tmp/a	b" | cut -f3 | named)"
is "langid -a: named columns" 'lang	share	lang_score	document' "$(langid -a -H --with-name "$tmp/one" | head -n 1)"
is "langid: JSON" '{"lang":"en","lang_score":0' "$(langid -o json "$tmp/one" | cut -d. -f1)"
is "--mark without -j: status" 2 "$(neardup -m "$tmp/one" >/dev/null 2>&1; echo $?)"

# A record that a million others repeat, and bands that all share: linear.
awk 'BEGIN { for (i = 0; i < 200000; i++) print "{\"text\":\"word\"}" }' >"$tmp/many"
is "neardup, 200,000 times one word" 1 "$(ulimit -t 60; neardup -j "$tmp/many" | wc -l | tr -d ' ')"

textquality -j "$tmp/all" >"$tmp/good"
grep -vxFf "$tmp/all" "$tmp/good" >"$tmp/new"
is "textquality: what stays is as it came" "" "$(cat "$tmp/new")"
textquality -j -m "$tmp/all" | grep -c '"quality":"keep"' >"$tmp/n"
is "textquality: -m says keep of what stays" "$(wc -l <"$tmp/good" | tr -d ' ')" "$(cat "$tmp/n")"
textquality --print-rules >"$tmp/rules"
textquality -j --rules-file="$tmp/rules" "$tmp/all" >"$tmp/got"
same "textquality: its rules from a file" "$tmp/good" "$tmp/got"
is "textquality: an unknown set" 2 "$(textquality -R none </dev/null >/dev/null 2>&1; echo $?)"

# textstat counts what the other programs count.
html2text ../man/examples/demo.html >"$tmp/text"
is "textstat: words" "$(wordsplit "$tmp/text" | wc -l | tr -d ' ')" "$(textstat -c words "$tmp/text" | cut -f2)"
is "textstat: types" "$(wordfreq "$tmp/text" | wc -l | tr -d ' ')" "$(textstat -c types "$tmp/text" | cut -f2)"
is "textstat: bytes" "$(wc -c <"$tmp/text" | tr -d ' ')" "$(textstat -c bytes "$tmp/text" | cut -f2)"
