# examples.sh: every example of README and of the manual pages does what it
# says, in a folder with the files they name.  Where an output is shown it is
# compared, blanks squeezed; else the command has to succeed, to write
# something, and to complain of nothing.
tmp=$(mktemp -d) || exit 2
trap 'rm -rf "$tmp"' EXIT
here=$PWD
demo=$here/../man/examples/demo.html

# ---- the folder ----
mkdir -p "$tmp/bin" "$tmp/in/man/examples" "$tmp/in/pages"
# No address is asked for: curl answers with the page.
printf '#!/bin/sh\ncat page.html\n' >"$tmp/bin/curl"
printf '#!/bin/sh\ncat "$@"\n' >"$tmp/bin/less"
chmod +x "$tmp"/bin/*
PATH=$tmp/bin:$PATH
cp "$demo" "$tmp/in/man/examples/demo.html"
cp "$demo" "$tmp/in/page.html"
cp "$demo" "$tmp/in/old.html"
sed 's/<p>The exhibition is open daily, 10/<p>The exhibition is open daily, 11/' "$demo" >"$tmp/in/new.html"
cp "$demo" "$tmp/in/pages/one.html"
cp "$demo" "$tmp/in/pages/two of them.html"
"$OUT/boilerstrip" "$demo" | "$OUT/html2text" >"$tmp/in/book.txt"
sed -n 1,9p "$tmp/in/book.txt" >"$tmp/in/part1.txt"
sed -n '10,$p' "$tmp/in/book.txt" >"$tmp/in/part2.txt"
cp "$tmp/in/book.txt" "$tmp/in/letter.txt"
cat >"$tmp/in/catches.html" <<-'EOF'
	<h2>Catches by port</h2><table><tr><th rowspan=2>Port<th colspan=2>2023
	<tr><th>Q1<th>Q2<tr><td>Port Sennet<td>1,234[a]<td>7<tr><td>Karsund<td>66<td>none</table>
EOF
printf '{"id":1,"text":"<h1>Tea</h1><p>Boil water, and wait for it.</p>"}\n' >"$tmp/in/crawl.jsonl"
warc() { # TYPE URL <BLOCK
	cat >"$tmp/block"
	printf 'WARC/1.0\r\nWARC-Type: %s\r\nWARC-Target-URI: %s\r\nWARC-Date: 2025-03-14T06:40:00Z\r\nWARC-Record-ID: <urn:uuid:0-%s>\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: %s\r\n\r\n' \
		"$1" "$2" "${#2}" "$(wc -c <"$tmp/block" | tr -d ' ')"
	cat "$tmp/block"
	printf '\r\n\r\n'
}
{ printf 'HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n'; cat "$demo"; } |
	warc response http://courier.example/ | gzip -n >"$tmp/in/crawl.warc.gz"
{
	printf 'MIME-Version: 1.0\r\nSubject: a saved page\r\nContent-Type: multipart/related; type="text/html"; boundary="b"\r\n\r\n'
	printf -- '--b\r\nContent-Type: text/html\r\nContent-Location: http://courier.example/\r\n\r\n'
	cat "$demo"
	printf '\r\n--b--\r\n'
} >"$tmp/in/saved.mhtml"

# ---- the examples ----
squeeze() { tr -s ' \t' ' ' | sed 's/^ //; s/ $//'; }

judge() { # WHERE: of $tmp/command, against $tmp/shown
	what="$1: $(head -n 1 "$tmp/command" | cut -c1-70)"
	say() { printf '%s %s%s\n' "$1" "$what" "$2"; }
	(cd "$tmp/in" && sh "$tmp/command") >"$tmp/out" 2>"$tmp/err" </dev/null
	rc=$?
	if [ "$rc" -ne 0 ] || [ -s "$tmp/err" ]; then
		say "not ok" ": status $rc, $(head -n 1 "$tmp/err")"
	elif [ -s "$tmp/shown" ]; then
		squeeze <"$tmp/shown" >"$tmp/want"
		if squeeze <"$tmp/out" | cmp -s - "$tmp/want"; then
			say ok
		else
			say "not ok" ": it wrote $(head -n 3 "$tmp/out" | tr '\n' '|')"
		fi
	elif [ -s "$tmp/out" ] || grep -q '>' "$tmp/command"; then
		say ok
	else
		say "not ok" ": it wrote nothing"
	fi
}

run_all() { # WHERE <examples
	: >"$tmp/command"
	while IFS= read -r row; do
		case $row in
		'$ '*)
			[ -s "$tmp/command" ] && judge "$1"
			printf '%s\n' "${row#??}" >"$tmp/command"
			: >"$tmp/shown" ;;
		'>'*) printf '%s\n' "${row#?}" >>"$tmp/shown" ;;
		*) printf '%s\n' "$row" >>"$tmp/command" ;;
		esac
	done
	[ -s "$tmp/command" ] && judge "$1"
}

awk -f examples.awk ../README.md | run_all README.md
for page in ../man/*.[17]; do
	mandoc -Tutf8 "$page" | sed 's/.\x08//g' | awk -f examples.awk >"$tmp/examples"
	case $page in
	*.1) [ -s "$tmp/examples" ] || echo "not ok ${page##*/} has examples" ;;
	esac
	run_all "${page##*/}" <"$tmp/examples"
done
