# manners.sh: what every program does alike, whatever it does.
tmp=$(mktemp -d) || exit 2
trap 'rm -rf "$tmp"' EXIT
printf '<p>One caf\303\251. Two \342\200\234three\342\200\235.</p>\n' >"$tmp/in"

mkfifo "$tmp/fifo"

is() { # WHAT WANTED GOT
	if [ "$2" = "$3" ]; then echo "ok $1"; else echo "not ok $1: wanted '$2', got '$3'"; fi
}
run() { # PROGRAM ARGS: leaves status, out, err
	"$@" >"$tmp/out" 2>"$tmp/err"
	status=$?
}
catches() { # PID: whether it handles SIGUSR1 by now
	awk '/^SigCgt/ { exit substr($2, 14, 1) !~ /[2367abef]/ }' "/proc/$1/status"
}
ask() { # PID WORDS: SIGUSR1 until it says them; ten seconds at most
	for _ in $(seq 100); do
		catches "$1" && kill -USR1 "$1"
		sleep .1
		grep -q "$2" "$tmp/err" && return
	done
}
options() { # <THE TABLE: each letter and each long name
	sed -nE 's/^  -(.), (--[a-z0-9-]*).*/-\1 \2/p; s/^      (--[a-z0-9-]*).*/\1/p' | tr ' ' '\n'
}
shared() {
	case $1 in
	-e | --encoding | -j | --json | -f | --field | --explode | --rejects | --max-record | --progress | --stats | --force | --strict | --files-from | -h | --help | -V | --version) ;;
	*) return 1 ;;
	esac
}
mandoc -Tascii ../man/winnow.7 | sed 's/.\x08//g' >"$tmp/overview"
lines() { wc -l <"$tmp/$1" | tr -d ' '; }

# What a program needs beside files; a file it reads, a line of one; its status
# where nothing is found, and where a file is missing; its remarks on nothing;
# whether it writes the name of what it read; whether it writes of one file.
printf '1\tone\n' >"$tmp/table"
printf '<table><tr><td>caf\303\251<td>b<tr><td>c<td>d</table>\n' >"$tmp/cells"
printf '<p><a href=caf\303\251>One</a> <a href=b>two</a>\n' >"$tmp/links"
printf '20\tone\n3\ttwo\n' >"$tmp/rows"
printf '<title>One</title>\n' >"$tmp/titled"
needs() {
	given= in=$tmp/in nothing=0 trouble=1 remarks=0 named= writes=yes
	line='<p>A word, another. And <b>one</b> more.</p>'
	case $1 in
	kwic) given="--with-name --pattern=one" nothing=1 trouble=2 ;;
	collocate) given=--pattern=one ;;
	htmlpick) given=--selector=p nothing=1 trouble=2 ;;
	keyness) given=$tmp/table ;;
	freqplot) remarks=1 ;;
	htmltable) remarks=1 in=$tmp/cells line='<table><tr><td>a<td>b<tr><td>c<td>d</table>' ;;
	htmllinks) remarks=1 in=$tmp/links line='<p><a href=a>one</a> <a href=b>two</a>' ;;
	esac
	case $1 in kwic | keyness | langid | textquality | textstat) named=yes ;; esac
	case $1 in neardup) writes= ;; esac
	case $1 in keyness | freqplot) in=$tmp/rows line='3	word' ;; esac
	case $1 in htmlmeta) in=$tmp/titled ;; esac
}

for p in ../src/cmd/*.c; do
	p=$(basename "$p" .c)
	needs "$p"

	run "$p" --help </dev/null
	is "$p --help: status" 0 "$status"
	is "$p --help: on stdout only" 0 "$(lines err)"
	is "$p --help: one screen" yes "$([ "$(lines out)" -le 50 ] && [ "$(wc -L <"$tmp/out")" -le 80 ] && echo yes)"
	cp "$tmp/out" "$tmp/help"
	run "$p" --version </dev/null
	is "$p --version" "$p (winnow)" "$(head -n 1 "$tmp/out" | cut -d' ' -f1,2)"

	for library in xml2 utf8proc gmime archive brotli zstd; do
		readelf -d "$OUT/$p" | grep -q "NEEDED.*lib$library" || continue
		is "$p --version: $library" 1 "$(grep -c "$library" "$tmp/out")"
	done

	run "$p" --no-such-option </dev/null
	is "$p, a wrong option: status" 2 "$status"
	is "$p, a wrong option: named" 1 "$(grep -c "^$p: --no-such-option: " "$tmp/err")"
	is "$p, a wrong option: usage" 1 "$(grep -c "^usage: $p " "$tmp/err")"
	is "$p, a wrong option: nothing written" 0 "$(lines out)"

	run "$p" $given "$tmp/none" </dev/null
	is "$p, a missing file: status" "$trouble" "$status"
	is "$p, a missing file: said in one line" "$p: $tmp/none: No such file or directory" "$(cat "$tmp/err")"
	run "$p" $given "$tmp" </dev/null
	is "$p, a folder: status" "$trouble" "$status"
	is "$p, a folder: nothing written" 0 "$(lines out)"
	is "$p, a folder: said in one line, with the remedy" "$p: $tmp: a folder: find FOLDER -type f | $p --files-from=- reads its files" "$(cat "$tmp/err")"
	run "$p" $given "$in" </dev/null
	cp "$tmp/out" "$tmp/plain"
	is "$p, a file: status" 0 "$status"
	if [ "$p" != keyness ] && [ "$p" != textstat ] && [ "$p" != langid ] && [ "$p" != htmlmeta ]; then # which tell several files
		run "$p" $given "$tmp/none" "$in" </dev/null
		is "$p, a missing file and another: status" "$trouble" "$status"
		is "$p, a missing file and another: the other is done" same "$(cmp -s "$tmp/out" "$tmp/plain" && echo same)"
	fi
	run "$p" $given -- "$in" </dev/null
	is "$p -- file" same "$(cmp -s "$tmp/out" "$tmp/plain" && echo same)"
	run "$p" $given - <"$in"
	[ "$named" ] || is "$p -" same "$(cmp -s "$tmp/out" "$tmp/plain" && echo same)"
	# What is read from standard input is another name, or another operand.
	[ "$named" ] && "$p" $given <"$in" >"$tmp/plain"

	# Asked again and again until it has read what there is; the fifo ends then.
	exec 9<>"$tmp/fifo"
	"$p" $given <"$tmp/fifo" >"$tmp/out" 2>"$tmp/err" 9>&- &
	cat "$in" >&9
	ask $! "$(wc -c <"$in" | tr -d ' ') bytes in, 0 records"
	exec 9>&-
	wait
	is "$p, SIGUSR1: says how far it is" yes "$(grep -q "^$p: $(wc -c <"$in" | tr -d ' ') bytes in, 0 records" "$tmp/err" && echo yes)"
	is "$p, SIGUSR1: goes on" same "$(cmp -s "$tmp/out" "$tmp/plain" && echo same)"

	run "$p" $given </dev/null
	is "$p, empty input: status" "$nothing" "$status"
	is "$p, empty input: no complaint" "$remarks" "$(lines err)"
	run "$p" $given <&-
	is "$p, closed input: status" "$trouble" "$status"
	if [ "$writes" ]; then
		"$p" $given <"$in" >/dev/full 2>"$tmp/err"
		is "$p, a full disk: status" 2 $?
		is "$p, a full disk: said in one line" "$p: standard output: No space left on device" "$(cat "$tmp/err")"
		"$p" $given <"$in" >&- 2>"$tmp/err"
		is "$p, closed output: status" 2 $?
	fi
	yes "$line" | head -n 20000 | "$p" $given 2>"$tmp/err" | head -n 1 >"$tmp/out"
	is "$p | head -n 1: silent" 0 "$(lines err)"

	"$OBJ/tool/dribble" 1 <"$in" | "$p" $given >"$tmp/out"
	is "$p, byte by byte" same "$(cmp -s "$tmp/out" "$tmp/plain" && echo same)"
	for locale in C C.UTF-8 tr_TR.UTF-8 nonsense; do
		LC_ALL=$locale "$p" $given <"$in" >"$tmp/out"
		is "$p, locale $locale" same "$(cmp -s "$tmp/out" "$tmp/plain" && echo same)"
	done

	# The papers: each option of --help stands in the manual page, those
	# that all programs share in the overview.
	page=../man/$p.1
	is "$p has a manual page" yes "$([ -f "$page" ] && echo yes)"
	mandoc -Tascii "$page" | sed 's/.\x08//g' >"$tmp/page"
	"$p" --list-options >"$tmp/help"
	options <"$tmp/help" >"$tmp/options"
	while read -r option; do
		where=page
		shared "$option" && where=overview
		is "$p: $where explains $option" yes \
			"$(grep -q -e "[ ,]$option\b" "$tmp/$where" && echo yes)"
	done <"$tmp/options"
	# And the page explains no other.
	sed -n 's/^\.It \(Fl.*\)/\1/p' "$page" | grep -oE '(\\-|Fl -|Fl Fl )[a-z][a-z0-9-]*' |
		sed -E 's/^(\\-|Fl -|Fl Fl )/--/' | sort -u | while read -r option; do
		is "$p has the option $option of its page" yes "$(grep -qx -e "$option" "$tmp/options" && echo yes)"
	done
	is "$p: its page points to the options of all" yes "$(grep -q 'winnow(7)' "$tmp/page" && echo yes)"
	if grep -q -x -e -j "$tmp/options"; then
		is "$p: its page tells of -j" yes "$(grep -q -w -e '-j' "$tmp/page" && echo yes)"
	fi
	is "README.md has a row for $p" yes "$(grep -q "^| \`$p\`" ../README.md && echo yes)"
	is "winnow.7 names $p" yes "$(grep -q "Xr $p 1" ../man/winnow.7 && echo yes)"
	is "$p has golden cases" yes "$([ -d "cases/$p" ] && echo yes)"
done

# ---- wrong use names the remedy ----

# Of every program: what it is given; a pattern of what it has to say.
printf '\n<!DOCTYPE html>\n<p>word</p>\n' >"$tmp/page.html"
printf 'a word\n' >"$tmp/word.txt"
printf '{"body":"a"}\n' >"$tmp/body.jsonl"
printf '{"text":7}\n' >"$tmp/seven.jsonl"
for p in ../src/cmd/*.c; do
	p=$(basename "$p" .c)
	needs "$p"
	by="html2text | $p" records=yes encoding=yes page='HTML, not JSON Lines: html2text(1) writes its text'
	case $p in
	boilerstrip | html2text | htmllinks | htmlmeta | htmlpick | htmltable)
		by=$p page='HTML, not JSON Lines: without -j it is read as a page' ;;
	freqplot | keyness) by=$p records= encoding= ;;
	pagecat) by=$p records= encoding= ;;
	textnorm) encoding= ;;
	esac
	says() { # WHAT STATUS MESSAGE ARGS...
		what=$1 wanted=$2 message=$3
		shift 3
		# shellcheck disable=SC2086
		run "$p" $given "$@" </dev/null
		is "$p, $what: status" "$wanted" "$status"
		is "$p, $what: the remedy" "$p: $message" "$(head -n 1 "$tmp/err")"
	}
	for url in https://example.org/ http://example.org/ www.example.org; do
		says "$url" "$trouble" "$url: nothing is fetched: curl -sL URL | $by" "$url"
	done
	says "an option with a slip" 2 "--sttas: no such option: perhaps --stats" --sttas=file
	says "the beginning of no option" 2 "--help-me: no such option: perhaps --help" --help-me
	says "a letter that is none" 2 "-!: no such option" -!
	is "$p, a letter that is none: the way to help" 1 "$(grep -c "^usage: $p \[option\].* $p --help lists the options$" "$tmp/err")"
	says "a value for --help" 2 "--help: takes no value" --help=x
	says "no value for --stats" 2 "--stats: needs a value" --stats
	says "two --stats" 2 "--stats: give it once" --stats=- --stats=-
	says "a list of files that is missing" 2 "$tmp/none: No such file or directory" --files-from="$tmp/none"
	if [ "$records" ]; then
		says "HTML as records" 1 "$tmp/page.html: $page" -j "$tmp/page.html"
		says "text as records" 1 "$tmp/word.txt: line 1: not JSON: -j reads one object per line" -j "$tmp/word.txt"
		says "no such member" 1 "$tmp/body.jsonl: line 1: no member \"text\": -f names another" -j "$tmp/body.jsonl"
		says "a member that is no string" 1 "$tmp/seven.jsonl: line 1: the member \"text\" is no string: -f names another" -j "$tmp/seven.jsonl"
		says "-f without -j" 2 "--field: only with -j" -f body
		says "--rejects=-" 2 "--rejects: a file, not -" -j --rejects=-
		says "a size that is none" 2 "--max-record lots: give a size from 1K, such as 64M or 2G" -j --max-record=lots
		says "a size with a blank" 2 "--max-record 64 : give a size from 1K, such as 64M or 2G" -j --max-record="64 "
	fi
	[ -z "$encoding" ] || says "an encoding that is none" 2 "--encoding utf9: give a label of the Encoding Standard, such as utf-8, windows-1252 or shift_jis" -e utf9
done

# Of single programs: the command, TAB, what it has to say.
printf 'one\t1\n' >"$tmp/t"
printf '3\tone\n' >"$tmp/u"
while IFS='	' read -r command message; do
	(cd "$tmp" && eval "$command") </dev/null >"$tmp/out" 2>"$tmp/err"
	is "$command: status" 2 $?
	is "$command: the remedy" "${command%% *}: $message" "$(head -n 1 "$tmp/err")"
done <<'EOF'
boilerstrip -t pdf	--type pdf: give html or text
boilerstrip -u maybe	--unsure maybe: give keep or drop
boilerstrip -p -r	-p and -r: give one of them
boilerstrip -m -x	-m, -x, --show and --text: give one of them
boilerstrip --show --text	-m, -x, --show and --text: give one of them
boilerstrip --no	--no: no such option: perhaps --no-links, --no-title
html2text -t pdf	--type pdf: give html or text
html2text -w wide	--width wide: give a number from 0 to 10000
htmllinks --kinds=a,b	--kinds b: give some of a,area,link,img,source,video,audio,iframe,form,refresh
htmllinks -s menu	--section menu: give some of content,nav,header,footer,aside,form
htmllinks -o xml	--output xml: give tsv, csv or json
htmllinks -i -x	-i and -x: give one of them
htmllinks -j -H	-H and --with-name: not with -j, which adds the links to each record
htmlmeta -F heading	--fields heading: give some of title,author,published,modified,date,site,lang,url,description,section,tag,image,license,type
htmlmeta -o xml	--output xml: give tsv, csv, json or yaml
htmlmeta -x -H	-H and -o: not with -x, which has its own form
htmlmeta -H -o json	-H: only with -o tsv or csv, which are tables
htmlmeta -j -o csv	-H, -o and -x: not with -j, which adds the fields to each record
htmlpick	give a selector, such as: htmlpick 'h1' page.html
htmlpick 'h1['	h1[: at byte 4: a name is missing
htmlpick //h1	//h1: at byte 1: a selector is missing: -x takes an XPath
htmlpick p:foo	p:foo: at byte 2: no such pseudo-class
htmlpick -x '//p['	//p[: at byte 5: this is no XPath
htmlpick -o xml p	--output xml: give html or json
htmlpick -t -m p	-A, -m, -o json and -t: give one of them
htmlpick -v -t p	-v: not with -A, -c, -m, -o and -t
htmlpick --selector=p -x //p	give one selector, or one --xpath
htmltable --table=third	--table=third: give a number, such as 3, a range, such as 2-4, or all
htmltable --span=fill	--span fill: give repeat or empty
htmltable -H --no-header	-H and --no-header: give one of them
htmltable -j --list	--list: not with -j, which adds the tables to each record
pagecat -t docx	--type docx: give html, text, gzip, zlib, deflate, br, zstd, xz, lzma, bzip2, http, mime, warc, arc, zip, tar, webarchive, feed, jsonfeed, har or enex
pagecat --max-page=big	--max-page big: give a size from 1K, such as 64M or 2G
pagecat --rejects=r	--rejects: only with -j
pagecat -j --list	-j and --list: give one of them
pagecat -z --list	-z: not with -j and --list, which write lines
langid -k englsh	--keep-language englsh: no such language: perhaps en (English); --languages lists all
langid -l tlh	--language tlh: Klingon is not told from others; --languages lists those that are
langid -t 2	--threshold 2: give a number from 0 to 1
langid -v	-v and --dropped: only with -k
langid -k en --dropped=d	--dropped: only with -L or -j
langid -a -L	-a, -L, -j and -n: give one of them
langid -L -H	-H and -o: not with -L and -j
langid -j -m text	-m text: give another name: the text itself is there
textnorm -x commas	--rules commas: no such rule: --list-rules lists them
textnorm --curl=tlh	--curl tlh: no quotation marks are known for Klingon: --languages lists those that have
textnorm -x quotes --curl=de	quotes and curl: give one of them: one undoes the other
textnorm --words=w	--words: only with -x +dehyphen
textnorm --fields=title	--fields: only with -j
textnorm -c -j	-c: not with -j: it lists lines of a text
textnorm -c -x +unwrap	-c: not with dehyphen and unwrap, which join lines
textnorm -v	-v: only with -c
textnorm --with-name	--with-name: only with -c
sentsplit -l englisch	--language englisch: no such language: perhaps en (English); --languages lists all
sentsplit -m few	--min-letters few: give a number from 0 to 1000
sentsplit --quotes=join	--quotes join: give cut or keep
sentsplit --explode	--explode: only with -j
wordsplit -x commas	--rules commas: give some of abbrev bigram elision emoji hyphen none number punct url dictionary
wordsplit -k -x bigram	--keep: not with -x bigram, whose words overlap
wordfreq -g 9	--grams 9: give a number from 1 to 5, or 1-3
wordfreq -L 5-3	--length 5-3: give a number, or 3-8, 3- or -8
wordfreq -S ja	--stem ja: no stemmer for Japanese: give one of ar ca da de el en es eu fi fr ga hi hu hy id it lt ne nl no pt ro ru sr sv ta tr yi
wordfreq --stop-lang=tlh	--stop-lang tlh: no stop-words for Klingon: give one of ar bg ca cs da de el en es et fa fi fr he hi hu id it ja ko lt lv nl no pl pt ro ru sk sl sv tr uk vi zh
wordfreq --within=page	--within page: give line, clause or document
wordfreq --memory=lots	--memory lots: give a size from 1024K, such as 64M or 2G
wordfreq --match='('	--match (: missing closing parenthesis (byte 2)
wordfreq --totals --growth=9	--totals, --by-document, --growth: one of them
kwic	give a pattern, such as: kwic storm book.txt
kwic ''	the pattern is empty: give a word, such as: kwic storm book.txt
kwic -E '('	pattern (: missing closing parenthesis (byte 2)
kwic --sort=left a	--sort left: give some of 1L, 2L ..., 1R, 2R ..., word, document
kwic -o xml a	--output xml: give plain, tsv, json or html
kwic -H a	-H: only with -o tsv
kwic -S ja a	--stem ja: no stemmer for Japanese: give one of ar ca da de el en es eu fi fr ga hi hu hy id it lt ne nl no pt ro ru sr sv ta tr yi
collocate	give a pattern, such as: collocate storm book.txt
collocate -M pmi a	--measures pmi: give some of logdice,ll,mi,mi3,t,z,dice,chi2,deltap
collocate --span=3 a	--span: only with --pairs: --right is that of a node
collocate --pairs --pattern=a	--pattern: not with --pairs or --merge
keyness	give two tables, such as: keyness target.tsv reference.tsv
keyness -M g2 t	--measures g2: give some of lrc,lrcpos,ll,logratio,chi2,diff,odds,simple,bic,p
keyness --totals=many t	--totals many: give two numbers, as 1000,2000
keyness --totals=2,1 u u	--totals: a table has more of "one" alone: give the sizes of the whole corpora
keyness -d t	--by-documents: --totals must say how many documents there are
keyness --both --negative t	--both and --negative: give one of them
freqplot -j	-j: no such option
keyness -f text t	-f: no such option
freqplot -k pie	--kind pie: give bar, zipf, coverage, growth, dispersion or compare
freqplot -o png	--output png: give text or svg
freqplot -o svg -w 30	--width 30: give at least 200 pixels for -o svg
freqplot -w 3	--width 3: give a number from 20 to 10000
neardup -x -c	-c and -x: give one of them
neardup --lines --groups	--lines, --signature, --groups, --drop: give one
neardup --lines -H	-H and -o: only for the table of copies, not with -j or -z
neardup -z -o csv	-H and -o: only for the table of copies, not with -j or -z
neardup -m	--mark and --dropped: only with -j
neardup --seen=2	--seen: only with --lines
neardup --order=b	--order: only with --signature or --drop
textquality -R gopher2	--rule-sets gopher2: give some of gopher-rep, gopher, c4, c4-par, fineweb
textquality --set=words=9,8	--set words=9,8: give NAME=LIMIT; --print-rules has the names
textquality --set=words=20	--set words=20: 2 rules are called that: give the reason of one, which --print-rules has behind #
textquality --rules-file=word.txt	--rules-file word.txt: line 1: give: measure < limit  # reason
textquality -R c4 -H	-H and -o: only for the table of verdicts
textquality -m	--mark and --dropped: only with -j
textstat -c wordcount	--columns wordcount: give some of bytes,chars,letters,lines,paragraphs,sentences,words,types,hapaxes,syllables,ttr,mattr,word_length,sentence_length,flesch,flesch_kincaid,fog,smog,ari,coleman_liau,lix,rix
textstat -j -H	-H and -o: not with -j, which adds the numbers to each record
EOF
run kwic -j storm <<'EOF'
{"text":"a calm"}
EOF
is "kwic -j, no hit: status" 0 "$status"
printf '3\tstorm\n' >"$tmp/storm"
printf '5\tsea\n' >"$tmp/sea"
printf '%s\n' "$tmp/storm" "$tmp/sea" >"$tmp/two"
printf '%s\n' "$tmp/storm" >"$tmp/one"
wanted=$(keyness --alone "$tmp/storm" "$tmp/sea")
is "keyness --files-from two tables" "$wanted" "$(keyness --alone --files-from="$tmp/two")"
is "keyness --files-from the target" "$wanted" "$(keyness --alone --files-from="$tmp/one" "$tmp/sea")"
# Wrong use touches no file.
for command in "kwic -j --rejects=$tmp/kept" "htmlpick --stats=$tmp/kept" "html2text --no-such --stats=$tmp/kept"; do
	echo keep >"$tmp/kept"
	$command </dev/null 2>/dev/null
	is "${command%=*}, wrong use: touches no file" keep "$(cat "$tmp/kept")"
done
for command in "neardup --dropped=$tmp/kept" "textquality --dropped=$tmp/kept" "langid -k en --dropped=$tmp/kept"; do
	echo keep >"$tmp/kept"
	$command </dev/null 2>/dev/null
	is "${command%=*} without -j: touches no file" keep "$(cat "$tmp/kept")"
done

# A model is named with a hash of its file, by --version and in --stats.
for row in boilerstrip/content.trees boilerstrip/textcontent.trees sentsplit/sent.weights sentsplit/langid.model \
	textnorm/mojibake.pairs langid/langid.model wordfreq/langid.model textstat/sent.weights; do
	p=${row%/*} model=${row#*/}
	hash=$("$p" --version | sed -n "s/^$model \([0-9a-f]\{8\}\)$/\1/p")
	is "$p --version: $model" 8 "${#hash}"
	is "$p --stats: $model" yes "$("$p" --stats=- </dev/null 2>&1 >/dev/null | grep -q "\"$model\":\"$hash\"" && echo yes)"
done

# The reasons of boilerstrip -x and of textquality stand in their pages.
for reason in $(sed -n '/names\[REASONS\] = {/,/};/p; /reasons\[REASONS\] = {/,/};/p' \
	../src/html/extract/content.c ../src/text/extract/textcontent.c | grep -o '"[a-z]*"' | tr -d '"' | sort -u); do
	is "boilerstrip(1) has the reason $reason" yes "$(grep -q "Cm.* $reason\b" ../man/boilerstrip.1 && echo yes)"
done
textquality -R gopher-rep,gopher,c4,c4-par,fineweb --print-rules | sed 's/.*# //' | while read -r reason; do
	is "textquality(1) has the reason $reason" yes "$(grep -q "Cm $reason\b" ../man/textquality.1 && echo yes)"
done

# A program links only what it uses.
for p in ../src/cmd/*.c; do
	p=$(basename "$p" .c)
	[ "$p" != htmlpick ] || continue
	is "$p does not link libxml2" 0 "$(readelf -d "$OUT/$p" | grep NEEDED | grep -c libxml2)"
done
