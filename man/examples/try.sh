# try.sh FOLDER: puts every file that the examples of the manual name into
# FOLDER, so that they can be tried there.  The programs must be in PATH.
[ $# -eq 1 ] || { echo "usage: sh try.sh folder" >&2; exit 2; }
command -v boilerstrip >/dev/null && command -v html2text >/dev/null || {
	echo "try.sh: the programs are not in PATH: make, then PATH=\$PWD/bin:\$PATH" >&2
	exit 2
}
here=$(cd "$(dirname "$0")" && pwd) && mkdir -p "$1/pages" && cd "$1" || exit 2

cp "$here/demo.html" page.html
cp "$here/demo.html" old.html
LC_ALL=C sed 's/<p>The exhibition is open daily, 10/<p>The exhibition is open daily, 11/' page.html >new.html
cp "$here/demo.html" pages/courier-logbooks.html
cp "$here"/pages/*.html pages
cp "$here/catches.html" "$here/feed.xml" "$here/mail.mbox" .
boilerstrip page.html | html2text >book.txt
sed -n 1,9p book.txt >part1.txt
sed -n '10,$p' book.txt >part2.txt
cp book.txt letter.txt
printf '{"id":1,"text":"<h1>Tea</h1><p>Boil water, and wait for it.</p>"}\n' >crawl.jsonl

# A page as a browser saves it.
{
	printf 'MIME-Version: 1.0\r\nSubject: a saved page\r\n'
	printf 'Content-Type: multipart/related; type="text/html"; boundary="b"\r\n\r\n--b\r\n'
	printf 'Content-Type: text/html\r\nContent-Location: https://courier.example/news/lighthouse-logbooks\r\n\r\n'
	cat page.html
	printf '\r\n--b--\r\n'
} >saved.mhtml

# A crawl: each response a record, each record a gzip member.
record() { # URL STATUS TYPE DAY FILE
	printf 'HTTP/1.1 %s\r\nContent-Type: %s\r\n\r\n' "$2" "$3" | cat - "$5" >block
	{
		printf 'WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: %s\r\nWARC-Date: 2025-%sT06:40:00Z\r\n' "$1" "$4"
		printf 'WARC-Record-ID: <urn:uuid:%s>\r\nContent-Type: application/http; msgtype=response\r\n' "${1#https://}"
		printf 'Content-Length: %s\r\n\r\n' "$(wc -c <block | tr -d ' ')"
		cat block
		printf '\r\n\r\n'
	} | gzip -n
}
{
	record https://courier.example/news/lighthouse-logbooks '200 OK' text/html 06-01 page.html
	for name in ferry kelp bell; do
		record https://courier.example/news/$name '200 OK' 'text/html; charset=utf-8' 06-01 pages/courier-$name.html
	done
	printf '<h1>Not found</h1>\n' >gone
	record https://courier.example/news/ferry-2024 '404 Not Found' text/html 06-01 gone
	printf '\211PNG\r\n\032\n' >image
	record https://courier.example/img/light.jpg '200 OK' image/png 06-01 image
	for name in ferry herring weather; do
		record https://post.example/$name '200 OK' 'text/html; charset=utf-8' 06-02 pages/post-$name.html
	done
	record https://kuestenblatt.example/logbuecher '200 OK' 'text/html; charset=utf-8' 06-02 pages/leuchtturm.html
	record https://gazette.example/phare '200 OK' 'text/html; charset=utf-8' 06-02 pages/phare.html
	record https://saltandpeel.example/kelp-soup '200 OK' 'text/html; charset=utf-8' 06-02 pages/kelp-soup.html
	record https://chandlers.example/p/118 '200 OK' 'text/html; charset=utf-8' 06-02 pages/shop-lantern.html
} >crawl.warc.gz
# A second crawl: of two pages one has changed.
{
	record https://courier.example/news/lighthouse-logbooks '200 OK' text/html 07-01 new.html
	record https://courier.example/news/ferry '200 OK' 'text/html; charset=utf-8' 07-01 pages/courier-ferry.html
} >later.warc.gz
rm -f block gone image

# A book: a zip whose entries are stored as they are.
le() { # NUMBER BYTES: little endian
	n=$1 i=0
	while [ $i -lt "$2" ]; do
		# shellcheck disable=SC2059 # an octal escape
		printf "\\$(printf %03o $((n % 256)))"
		n=$((n / 256)) i=$((i + 1))
	done
}
entry() { # NAME FILE: its local header and bytes; its row of the directory to ./rows
	size=$(wc -c <"$2" | tr -d ' ')
	{
		le 20 2; le 2048 2; le 0 2; le 0 2; le 21057 2
		gzip -nc "$2" | tail -c 8 | head -c 4
		le "$size" 4; le "$size" 4; le ${#1} 2; le 0 2
	} >head
	{ printf 'PK\003\004'; cat head; printf %s "$1"; cat "$2"; } >>zip
	{ printf 'PK\001\002'; le 20 2; cat head; le 0 2; le 0 2; le 0 2; le 0 4; le "$at" 4; printf %s "$1"; } >>rows
	at=$(wc -c <zip | tr -d ' ') many=$((many + 1))
}
at=0 many=0
: >zip
: >rows
printf application/epub+zip >part
entry mimetype part
cat >part <<-'EOT'
	<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
	<rootfiles><rootfile full-path="book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>
EOT
entry META-INF/container.xml part
cat >part <<-'EOT'
	<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id">
	<metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:identifier id="id">oil</dc:identifier>
	<dc:title>Oil and Fog</dc:title><dc:creator>J. T. Pell</dc:creator><dc:language>en</dc:language></metadata>
	<manifest><item id="a" href="1.xhtml" media-type="application/xhtml+xml"/>
	<item id="b" href="2.xhtml" media-type="application/xhtml+xml"/></manifest>
	<spine><itemref idref="a"/><itemref idref="b"/></spine></package>
EOT
entry book.opf part
cat >part <<-'EOT'
	<html xmlns="http://www.w3.org/1999/xhtml"><head><title>Oil</title></head><body><h1>Oil</h1>
	<p>The barrel of the ninth was bad again, and I wrote to the board.</p></body></html>
EOT
entry 1.xhtml part
cat >part <<-'EOT'
	<html xmlns="http://www.w3.org/1999/xhtml"><head><title>Fog</title></head><body><h1>Fog</h1>
	<p>Three days of it. The bell was rung by hand, eleven strokes and a rest.</p></body></html>
EOT
entry 2.xhtml part
{
	cat zip rows
	printf 'PK\005\006'; le 0 2; le 0 2; le $many 2; le $many 2
	le "$(wc -c <rows | tr -d ' ')" 4; le "$at" 4; le 0 2
} >book.epub
rm -f part head zip rows
