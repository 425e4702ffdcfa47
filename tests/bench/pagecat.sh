# pagecat.sh: records of a gzip WARC a second of user time, of pages of three
# sizes, beside zcat on the same bytes, which only decompresses; the JSON work
# around a filter alone; and, of GOLD, the whole chain on saved pages packed as
# a WARC.  Memory is that of the whole process.
tmp=$(mktemp -d) || exit 2
trap 'rm -rf "$tmp"' EXIT
tool=${OBJ:-../../bin/.obj/release}/tool

user() { # COMMAND: least user seconds of three runs of it
	for _ in 1 2 3; do
		{ bash -c 'TIMEFORMAT=%3U; time eval "$0" >/dev/null' "$1"; } 2>&1 | tail -n 1
	done | LC_ALL=C sort -n | head -n 1
}
[ -x "$tool/warc" ] || { echo "pagecat: no $tool/warc: make check builds it"; exit 0; }
for size in 2000 6000 20000; do
	"$tool/warc" -n 20000 -s $size >"$tmp/warc.gz"
	s=$(user "pagecat -j $tmp/warc.gz") z=$(user "zcat $tmp/warc.gz")
	awk -v b=$size -v s="$s" -v z="$z" 'BEGIN {
		printf "pagecat -j   20000 records of %5d bytes  %6.0f records/s  %4.0f MB/s  zcat %4.0f MB/s\n",
		    b, 20000 / s, b * 20000 / s / 1e6, b * 20000 / z / 1e6 }'
done
pagecat -j "$tmp/warc.gz" >"$tmp/records"
s=$(user "$tool/same -j $tmp/records")
awk -v s="$s" -v n="$(wc -c <"$tmp/records")" 'BEGIN {
	printf "JSON alone   %d MB of records through a filter that changes nothing  %.0f MB/s\n", n / 1e6, n / s / 1e6 }'
[ -d "$GOLD/boilerstrip/pages" ] || exit 0
for set in scrapinghub; do
	mkdir "$tmp/pages"
	for page in "$GOLD/boilerstrip/pages/$set"/*.html.gz; do
		zcat "$page" >"$tmp/pages/$(basename "$page" .gz)"
	done
	for _ in 1 2 3 4 5; do "$tool/warc" "$tmp/pages"/*; done >"$tmp/warc.gz"
	n=$(pagecat -j "$tmp/warc.gz" | wc -l)
	s=$(user "pagecat -j $tmp/warc.gz | boilerstrip -j | html2text -j | sentsplit -j")
	awk -v n="$n" -v s="$s" -v set=$set 'BEGIN {
		printf "pagecat -j | boilerstrip -j | html2text -j | sentsplit -j   %s  %.0f pages/s\n", set, n / s
		printf "2.6 billion pages at that rate  %.0f core-hours\n", 2.6e9 * s / n / 3600 }'
done
