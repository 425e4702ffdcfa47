# pagecat.sh: what holds of every container: how it comes does not matter, half
# a page is never given, what is whole before a cut always is; bounded memory
# and time, whatever it claims to hold.
tmp=$(mktemp -d) || exit 2
trap 'rm -rf "$tmp"' EXIT
PATH=$OBJ/tool:$PATH

is() { # WHAT WANTED GOT
	if [ "$2" = "$3" ]; then echo "ok pagecat: $1"; else echo "not ok pagecat: $1: wanted '$2', got '$3'"; fi
}
check() { # WHAT, after a command
	if [ $? -eq 0 ]; then echo "ok pagecat: $1"; else echo "not ok pagecat: $1"; fi
}
# Records without their ids, which count pages, and the name of their file.
bare() { sed 's/^{"id":"[^"]*"//; s/,"file":"[^"]*"//'; }

# What is wrong with the first N bytes of the case $in, of which $tmp/whole
# has all records; nothing, as a rule.
cut_at() { # N
	head -c "$1" "$in" >"$tmp/cut"
	# shellcheck disable=SC2086 # an option and its word, or none
	pagecat -j $type <"$tmp/cut" >"$tmp/out" 2>"$tmp/err"
	rc=$?
	case $rc in
	0) [ $alone = yes ] || case $(tail -c 4 "$tmp/cut" | tr '\r\n\0' rn0) in
		rnrn | 0000) ;; # between records, in the padding of a tape
		*) echo "$1: status 0" ;;
		esac ;;
	1) [ -s "$tmp/err" ] || echo "$1: nothing said" ;;
	*) echo "$1: status $rc" ;;
	esac
	[ $alone = yes ] || [ $other = yes ] || ! bare <"$tmp/out" | grep -vxFqf "$tmp/whole" || echo "$1: half a page"
}

for in in cases/pagecat/*.in; do
	name=$(basename "$in" .in) type= alone=no other=no
	case $name in brotli | deflate) type="-t $name" ;; esac
	# shellcheck disable=SC2086
	pagecat -j $type <"$in" >"$tmp/all" 2>"$tmp/err"
	bare <"$tmp/all" >"$tmp/whole"

	# shellcheck disable=SC2086
	dribble 97 <"$in" | pagecat -j $type >"$tmp/out" 2>"$tmp/err2"
	cmp -s "$tmp/out" "$tmp/all" && cmp -s "$tmp/err" "$tmp/err2"
	check "$name, in pieces"
	same -j <"$tmp/all" 2>&1 | cmp -s - "$tmp/all"
	check "$name: -j makes records"
	# shellcheck disable=SC2086
	if [ "$(wc -l <"$tmp/all")" = 1 ] && ! grep -q '"type":"text/plain"' "$tmp/all"; then
		pagecat $type <"$in" 2>/dev/null | html2text | quote >"$tmp/text"
		html2text -j <"$tmp/all" | sed 's/.*,"text"://; s/}$//' | tr -d '\n' | cmp -s - "$tmp/text"
		check "$name: the text of the record is that of the page"
	fi

	# Of a page by itself nobody can tell that it is half of one; a book that
	# has lost its index has pages that are not in it.
	case $name in
	html | singlefile | canonical | latin1 | utf16 | unknown | is-* | saved-* | no-*) alone=yes ;;
	http-redirects | http-text | http-charset* | http-*-undone | mailbox) alone=yes ;;
	mail-text | mail-plain* | mail-base64) alone=yes ;;
	epub* | webarchive* | zip-maff) other=yes ;;
	esac
	case $name in *-list | *-pick | *-first | *-null | *-cut | *-damaged | *-more) continue ;; esac
	n=97 size=$(wc -c <"$in")
	while [ "$n" -lt "$size" ]; do
		cut_at "$n"
		n=$((n + 97))
	done >"$tmp/bad"
	is "$name, cut anywhere: said, and no half page" "" "$(head -n 3 "$tmp/bad")"
done

# The first K records are the same bytes whatever K, so their ends are known.
warc -n 4 -s 900 >"$tmp/four"
for k in 1 2 3; do
	end=$(warc -n $k -s 900 | wc -c)
	is "cut after record $k" "$k" "$(head -c "$end" "$tmp/four" | pagecat -j | grep -c .)"
	is "cut in record $((k + 1))" "$k" "$(head -c "$((end + 40))" "$tmp/four" | pagecat -j 2>/dev/null | grep -c .)"
	is "cut before the end of record $k" "$((k - 1))" "$(head -c "$((end - 40))" "$tmp/four" | pagecat -j 2>/dev/null | grep -c .)"
done

# Damage costs the record that has it, or the two that meet there.
for size in 900 9000; do
	warc -n 6 -s $size >"$tmp/six"
	pagecat -j "$tmp/six" | bare >"$tmp/whole"
	n=20 end=$(wc -c <"$tmp/six") step=$(($(wc -c <"$tmp/six") / 40))
	while [ $n -lt "$end" ]; do
		{ head -c $n "$tmp/six"; printf 'XXXX'; tail -c +$((n + 5)) "$tmp/six"; } >"$tmp/damaged"
		pagecat -j <"$tmp/damaged" 2>"$tmp/err" | bare >"$tmp/out"
		! grep -vxFqf "$tmp/whole" "$tmp/out" || echo "$n: half a page"
		[ "$(wc -l <"$tmp/out")" -ge 4 ] && [ -s "$tmp/err" ] || echo "$n: $(wc -l <"$tmp/out") left, $(cat "$tmp/err")"
		n=$((n + step))
	done >"$tmp/bad"
	is "damage in one of six records of $size bytes" "" "$(head -n 3 "$tmp/bad")"
done

# -n does not wait for what it does not need.
is "-n 1 leaves a pipe that has no end" 1 "$({ cat "$tmp/four"; yes; } | pagecat -j -n 1 | grep -c .)"
is "-n over several files" 5 "$(pagecat -j -n 5 "$tmp/four" "$tmp/four" "$tmp/four" | grep -c .)"
is "ids of several files" "$tmp/a#1 $tmp/b#1" "$(echo '<p>' | tee "$tmp/a" >"$tmp/b"; pagecat -j "$tmp/a" "$tmp/b" | sed 's/.*"id":"\([^"]*\).*/\1/' | paste -sd' ' -)"
cp "$tmp/four" "$tmp/name.html"
is "names do not matter" 4 "$(pagecat -j "$tmp/name.html" | grep -c .)"

# ---- what is made to hurt ----
said() { # WHAT WANTED-WORDS, of the status and the complaint of stdin
	(ulimit -t 20; pagecat -j >"$tmp/out" 2>"$tmp/err")
	rc=$?
	is "$1: status" 1 $rc
	is "$1: said" yes "$(grep -q "$2" "$tmp/err" && echo yes || head -n 1 "$tmp/err")"
	is "$1: nothing written" 0 "$(wc -c <"$tmp/out" | tr -d ' ')"
}
page() { printf '<p>'; head -c "$1" /dev/zero | tr '\0' x; }
page 70000000 | said "a page of 70 MB" "larger than --max-page"
page 1100000 >"$tmp/large"
is "--max-page" 1 "$(pagecat --max-page 1M <"$tmp/large" >/dev/null 2>&1; echo $?)"
is "--max-page, the next size" 1100003 "$(pagecat --max-page 2M <"$tmp/large" | wc -c | tr -d ' ')"
page 100000000 | gzip | said "a bomb" "decompression bomb"
{ printf 'WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 99999999999\r\n\r\n'; head -c 90000000 /dev/zero; } |
	gzip | said "a bomb in a record" "decompression bomb"
echo '<p>' >"$tmp/nest"
for _ in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do
	gzip -n <"$tmp/nest" >"$tmp/nest2" && mv "$tmp/nest2" "$tmp/nest"
done
said "twenty gzips" "nested too deep" <"$tmp/nest"
{
	printf '<?xml version="1.0"?><plist version="1.0">'
	yes '<array>' | head -n 100000
} | said "a deep plist" "webarchive: cut off, or damaged"
{ # a mail of lists in lists
	echo 'MIME-Version: 1.0'
	i=0
	while [ $i -lt 3000 ]; do
		printf 'Content-Type: multipart/mixed; boundary=%s\n\n--%s\n' "b$i" "b$i"
		i=$((i + 1))
	done
} | said "a deep mail" "mail: cut off"
{ # a mail of parameters, each of which costs a hundred times its bytes
	printf 'MIME-Version: 1.0\nContent-Type: text/html'
	yes ';a=b' | head -n 900000 | tr -d '\n'
	printf '\n\n<p>\n'
} | said "a mail that is all head" "mail: "
{ # a feed with a tag of many attributes, in depth
	echo '<rss><channel><item><title '
	yes 'a="b"' | head -n 100000
	echo '>'
	yes '<b>' | head -n 100000
} | said "a deep feed" "feed: cut off"

# 16 MiB above what an empty page needs hold a WARC of any size.
case $OUT in
*/asan) ;;
*)
	limit=40000
	# shellcheck disable=SC3045 # dash, bash, ksh and the BSDs have it
	until (ulimit -v $limit && echo '<p>' | pagecat >/dev/null 2>&1); do limit=$((limit + 8000)); done
	warc -n 4000 -s 20000 >"$tmp/many"
	# shellcheck disable=SC3045
	is "80 MB of records in 16 MiB" 4000 "$(ulimit -v $((limit + 16384)) && pagecat -j "$tmp/many" | grep -c .)"
	;;
esac

for p in ../src/cmd/*.c; do
	p=$(basename "$p" .c)
	[ "$p" = pagecat ] && continue
	is "$p links no library of containers" "" "$(readelf -d "$OUT/$p" | grep NEEDED | grep -oE 'gmime|glib|archive|plist|libz\.|brotli|zstd|lzma|bz2')"
done
