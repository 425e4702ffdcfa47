# records.sh: record mode is plain mode on a member of each line, and no
# other byte of the line changes; a bad record costs that record only.
tmp=$(mktemp -d) || exit 2
trap 'rm -rf "$tmp"' EXIT
PATH=$OBJ/tool:$PATH

is() { # WHAT WANTED GOT
	if [ "$2" = "$3" ]; then echo "ok $1"; else echo "not ok $1: wanted '$2', got '$3'"; fi
}
same() { # WHAT WANTED-FILE GOT-FILE
	if cmp -s "$2" "$3"; then echo "ok $1"; else echo "not ok $1: $(diff "$2" "$3" | head -n 4)"; fi
}

printf '<p>One caf\303\251 \360\237\230\200. Two \342\200\234three\342\200\235.</p>\n<p>A "quoted" \\ word.\tTab. And' >"$tmp/in"
text=$(quote <"$tmp/in")
escaped=$(printf %s "$text" | sed 's/o/\\u006f/g; s/<\//<\\\//g')

rest() { # the record but for what langid adds
	sed 's/,"lang":"[a-z]*","lang_score":[0-9.]*//'
}

for p in ../src/cmd/*.c; do
	p=$(basename "$p" .c)
	case $p in
	wordfreq)
		"$p" "$tmp/in" >"$tmp/want"
		printf '{"n": 1.50,"text" :%s}\n' "$text" | "$p" -j >"$tmp/got"
		same "$p -j counts what $p counts" "$tmp/want" "$tmp/got"
		continue ;;
	pagecat | keyness | freqplot) continue ;; # they read no records
	htmllinks | htmlmeta | htmlpick | htmltable | neardup | textquality | textstat) continue ;; # they add members
	kwic | collocate)
		"$p" --pattern=word -H -o tsv "$tmp/in" | cut -f2- >"$tmp/want"
		printf '{"n": 1.50,"text" :%s}\n' "$text" | "$p" -j --pattern=word -H -o tsv | cut -f2- >"$tmp/got"
		same "$p -j finds what $p finds" "$tmp/want" "$tmp/got"
		continue ;;
	sentsplit | wordsplit) value=$("$p" -z "$tmp/in" | quote -z) ;;
	langid | textnorm) value=$text ;; # the field stays, or needs no repair
	*) value=$("$p" "$tmp/in" | quote) ;;
	esac
	again=$value
	case $p in langid | textnorm) again=$escaped ;; esac
	for t in "$value" "$again"; do
		printf '{"n": 1.50,"text" :%s , "big":123456789012345678901,"e":"\\/\\u00e9"}\r\n' "$t"
	done >"$tmp/two"
	for t in "$text" "$escaped"; do
		printf '{"n": 1.50,"text" :%s , "big":123456789012345678901,"e":"\\/\\u00e9"}\r\n' "$t"
	done | "$p" -j | rest >"$tmp/got"
	same "$p -j is $p, and leaves the rest" "$tmp/two" "$tmp/got"
	printf '{"n": 1.50,"text":1,"body" :%s}' "$text" | "$p" -j -f body | rest >"$tmp/got"
	printf '{"n": 1.50,"text":1,"body" :%s}\n' "$value" >"$tmp/want"
	same "$p -j -f body" "$tmp/want" "$tmp/got"
	case $p in
	sentsplit | wordsplit)
		printf '{"id":7,"text":"Aa. Bb."} ' | "$p" -j --explode >"$tmp/got"
		printf '{"id":7,"text":"Aa","n":0} \n{"id":7,"text":"Bb","n":1} \n' >"$tmp/want"
		[ "$p" = sentsplit ] && sed 's/a"/a."/; s/b"/b."/' "$tmp/want" >"$tmp/w" && mv "$tmp/w" "$tmp/want"
		same "$p -j --explode" "$tmp/want" "$tmp/got" ;;
	*)
		"$p" -j --explode </dev/null >/dev/null 2>&1
		is "$p -j --explode: no list" 2 $? ;;
	esac

	cat >"$tmp/bad" <<-'EOF'
		{"text":"a","id":1}
		not json
		{"id":3}
		{"text":4}
		{"text":"a","text":"b"}

		["text"]
		{"text":"a","id":8}
	EOF
	printf '{"text":"\377"}\n' >>"$tmp/bad"
	"$p" -j <"$tmp/bad" >"$tmp/got" 2>"$tmp/err"
	is "$p -j, bad records: status" 1 $?
	is "$p -j, bad records: the good ones are there" 1,8 "$(sed -n 's/.*"id":\([0-9]*\).*/\1/p' "$tmp/got" | paste -sd, -)"
	is "$p -j, bad records: each is named" "2 3 4 5 7 9" "$(sed -n "s/^$p: standard input: line \([0-9]*\): .*/\1/p" "$tmp/err" | paste -sd' ' -)"
	"$p" -j --rejects="$tmp/rejects" <"$tmp/bad" >"$tmp/got2" 2>"$tmp/err"
	is "$p -j --rejects: status" 0 $?
	same "$p -j --rejects: the same output" "$tmp/got" "$tmp/got2"
	{ sed -n '2,5p;7p' "$tmp/bad"; printf '{"text":"\377"}\n'; } >"$tmp/want"
	same "$p -j --rejects: kept as they came" "$tmp/want" "$tmp/rejects"
	is "$p -j --rejects: no complaint" "" "$(cat "$tmp/err")"
	{
		printf '{"id":1,"text":"'
		head -c 1100000 /dev/zero | tr '\0' x
		printf '"}\n{"id":2,"text":"x"}\n'
	} | "$p" -j --max-record=1M >"$tmp/got" 2>"$tmp/err"
	is "$p -j --max-record: status" 1 $?
	is "$p -j --max-record: said" "$p: standard input: line 1: larger than --max-record" "$(cat "$tmp/err")"
	is "$p -j --max-record: the next is there" 2 "$(sed -n 's/.*"id":\([0-9]*\).*/\1/p' "$tmp/got")"
	is "$p -j, no records: status" 0 "$("$p" -j </dev/null >/dev/null; echo $?)"
	is "$p -j, full disk: status" 2 "$("$p" -j <"$tmp/bad" >/dev/full 2>/dev/null; echo $?)"
done
