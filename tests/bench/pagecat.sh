# pagecat.sh: 20,000 records of a gzip WARC, beside zcat, which only
# decompresses; the JSON work around a filter that changes nothing; and the
# whole chain on pages packed as a WARC: page.awk's, and of GOLD, if given,
# those of the scrapinghub set.
cd "$(dirname "$0")" || exit 2
OBJ=${OBJ:-../../bin/.obj/release}
COST=${COST:-$OBJ/tool/cost}
. ./lib.sh

"$OBJ/tool/warc" -n 20000 -s 6000 >"$tmp/warc.gz"
pagecat -j "$tmp/warc.gz" >"$tmp/records"
task "20000 records of a WARC" "$tmp/records"
row "pagecat -j" pagecat -j "$tmp/warc.gz"
row zcat zcat "$tmp/warc.gz"
row "JSON alone, of the records" "$OBJ/tool/same" -j "$tmp/records"

chain() { # NAME FOLDER
	"$OBJ/tool/warc" "$2"/* >"$tmp/warc.gz"
	task "the chain on $(ls "$2" | wc -l) $1" "$2"/*
	pipe "pagecat -j and three filters -j" sh "pagecat -j '$tmp/warc.gz' | boilerstrip -j | html2text -j | sentsplit -j"
	row "pagecat -j" pagecat -j "$tmp/warc.gz"
}
some_pages "$tmp/pages"
chain pages "$tmp/pages"
if saved_pages "$tmp/saved"; then chain "saved pages" "$tmp/saved"; fi
