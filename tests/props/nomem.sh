# nomem.sh: whichever allocation fails, a program ends with status 2 and says
# why, or does without and writes what it would have; no signal, no hang, and
# nothing short with status 0.
tmp=$(mktemp -d) || exit 2
trap 'rm -rf "$tmp"' EXIT
nomem=$OBJ/preload/nomem.so
# A build that counts lines takes memory to write its counts, as it ends, and
# falls over where it gets none.
case $OBJ in */cov)
	echo "ok nomem: not in the build that counts lines"
	exit 0 ;;
esac
# A sanitizer has an allocator of its own.
if html2text --version | grep -q '^sandbox: none'; then
	echo "ok nomem: not in this build"
	exit 0
fi

try() { # K COMMAND...: a line where it goes wrong
	k=$1
	shift
	LD_PRELOAD=$nomem NOMEM=$k timeout 20 "$@" <"$tmp/in" >"$tmp/out" 2>"$tmp/err"
	rc=$?
	case $rc in
	0) cmp -s "$tmp/want" "$tmp/out" || echo "allocation $k: status 0, another output" ;;
	2) [ -s "$tmp/err" ] || echo "allocation $k: status 2, not a word" ;;
	*) echo "allocation $k: status $rc" ;;
	esac
}

# FILE COMMAND...: each of its allocations, or 80 of them, one after the other.
each() {
	cp "$1" "$tmp/in"
	shift
	n=$(LD_PRELOAD=$nomem NOMEM=count "$@" <"$tmp/in" 2>&1 >"$tmp/want" | tail -n 1)
	case $n in '' | *[!0-9]*) echo "not ok nomem: $*: no count"; return ;; esac
	step=$(((n + 79) / 80))
	k=1
	while [ "$k" -le "$n" ]; do
		try "$k" "$@"
		k=$((k + step))
	done >"$tmp/bad"
	try "$((n / 2))+" "$@" >>"$tmp/bad"
	if [ -s "$tmp/bad" ]; then
		echo "not ok nomem: $*: $(head -n 3 "$tmp/bad" | tr '\n' ';')"
	else
		echo "ok nomem: $*: $n allocations"
	fi
}

cp cases/html2text/table.in "$tmp/page"
printf '<meta charset=gb18030><p>\316\322\303\307 \326\320\316\304 <ol reversed><li>a<li>b</ol>' >"$tmp/chinese"
cp cases/sentsplit/news.in "$tmp/text"
sed 's/["\\]//g; s/.*/{"id":1,"text":"&"}/' "$tmp/text" >"$tmp/records"

each "$tmp/page" html2text
each "$tmp/page" html2text -m -T -L -i
each "$tmp/page" html2text -w 30 --tsv
each "$tmp/chinese" html2text
each "$tmp/page" boilerstrip
each "$tmp/text" boilerstrip
each "$tmp/text" sentsplit
each "$tmp/text" sentsplit --wrapped -p --offsets
each "$tmp/text" wordsplit
each "$tmp/text" wordfreq
each "$tmp/text" wordfreq -D -S english -s -d --arf -o json
each "$tmp/text" wordfreq -g 3 --memory 1M
for p in html2text boilerstrip sentsplit wordsplit wordfreq; do
	each "$tmp/records" "$p" -j
done
each "$tmp/records" sentsplit -j --explode
for name in mhtml epub-names warc-gzip webarchive-xml atom; do
	each "cases/pagecat/$name.in" pagecat
done
each cases/pagecat/brotli.in pagecat -t br
each cases/pagecat/warc-list.in pagecat -j
