# parts.sh: htmllinks and htmltable on what is large or meant to hurt: linear
# time, bounded memory, and what is left out is said.
tmp=$(mktemp -d) || exit 2
trap 'rm -rf "$tmp"' EXIT

is() { # WHAT WANTED GOT
	if [ "$2" = "$3" ]; then echo "ok $1"; else echo "not ok $1: wanted '$2', got '$3'"; fi
}
within() { # WHAT KIB COMMAND...: in a minute and so much memory; leaves out, err
	what=$1 kib=$2
	shift 2
	(ulimit -t 60; ulimit -v "$kib" 2>/dev/null; exec "$@") >"$tmp/out" 2>"$tmp/err"
	is "$what: status" "${rc:-0}" $?
}
# A sanitizer's shadow memory is counted, too.
case $OBJ in */release) small=300000 large=700000 ;; *) small=unlimited large=unlimited ;; esac
bytes() { wc -c <"$1" | tr -d ' '; }
lines() { wc -l <"$1" | tr -d ' '; }

# ---- htmllinks ----
yes '<a href=x>y</a>' | head -n 1000000 >"$tmp/farm"
within "a million links" "$small" htmllinks -b http://a.example/ "$tmp/farm"
is "a million links: rows" 1000000 "$(lines "$tmp/out")"
within "a million links, each once" "$small" htmllinks -u -b http://a.example/ "$tmp/farm"
is "a million links, each once: rows" 1 "$(lines "$tmp/out")"
yes '<a href=x><table><td>' | head -n 300000 >"$tmp/nested"
within "links that do not end" "$small" htmllinks "$tmp/nested"
{ printf '<a href=x>'; yes 'word' | head -n 2000000; } >"$tmp/long"
within "a link with ten million bytes of text" "$small" htmllinks "$tmp/long"
is "a link with ten million bytes of text: said" 1 "$(grep -c 'cut at 64 KiB: 1' "$tmp/err")"
{ printf '<a href="'; head -c 9000 /dev/zero | tr '\0' x; printf '">y</a>'; } >"$tmp/far"
within "an address of 9,000 bytes" "$small" htmllinks -b http://a.example/ "$tmp/far"
is "an address of 9,000 bytes: said" 1 "$(grep -c 'longer than 8 KiB: 1' "$tmp/err")"
is "an address of 9,000 bytes: left out" 0 "$(bytes "$tmp/out")"
for piece in 1 7 4096; do
	"$OBJ/tool/dribble" $piece <cases/htmllinks/all.in | htmllinks -a -H >"$tmp/out"
	is "htmllinks, $piece bytes at a time" same "$(cmp -s "$tmp/out" cases/htmllinks/all.out && echo same)"
done
# Its own output does not change what it finds.
printf '{"url":"http://a.example/","text":"<a href=x>y</a>"}\n' | htmllinks -j >"$tmp/once"
htmllinks -j <"$tmp/once" >"$tmp/twice"
is "htmllinks -j twice" same "$(cmp -s "$tmp/once" "$tmp/twice" && echo same)"

# ---- htmltable ----
{ echo '<table><tr><th>a<th>b'; yes '<tr><td>1<td>2' | head -n 500000; } >"$tmp/rows"
within "a table of a million cells" "$large" htmltable "$tmp/rows"
is "a table of a million cells: rows" 500001 "$(lines "$tmp/out")"
{
	echo '<table><tr><th>a'
	head -c 2000 /dev/zero | tr '\0' '\n' | sed 's/^/<tr><td colspan=1000>x<td colspan=1000>y/'
} >"$tmp/wide"
rc=1 within "2001 by 2000" "$large" htmltable --layout "$tmp/wide"
is "2001 by 2000: said" 1 "$(grep -c 'table 1 is left out: more than 4000000 cells' "$tmp/err")"
within "2001 by 2000, if asked for" "$large" htmltable --layout --max-cells=5000000 "$tmp/wide"
is "2001 by 2000, if asked for: rows" 2001 "$(lines "$tmp/out")"
{ printf '<table><tr><th>a<th>b<tr><td rowspan=65534>'; head -c 10000 /dev/zero | tr '\0' x; yes '<tr><td>1' | head -n 60000; } >"$tmp/span"
within "a rowspan of 65,534 rows" "$large" htmltable --layout "$tmp/span"
is "a rowspan of 65,534 rows: bounded" yes "$([ "$(bytes "$tmp/out")" -lt 2000000 ] && echo yes)"
is "a rowspan of 65,534 rows: said" 1 "$(grep -c 'not repeated' "$tmp/err")"
yes '<table><tr><td colspan=1000>x' | head -n 100000 >"$tmp/tables"
within "tables in tables" "$large" htmltable --table=all "$tmp/tables"
rc=0 within "tables in tables, all" "$large" htmltable --layout --table=all --max-cells=100000000 "$tmp/tables"
{ for _ in $(seq 120); do printf '<table><tr><td>'; done; yes 'word word word' | head -n 700000; } >"$tmp/deep"
within "ten megabytes in 120 tables" "$small" htmltable "$tmp/deep"
yes '<table><tr><td>a<td>b<tr><td>c<td>d</table>' | head -n 200000 >"$tmp/many"
within "200,000 tables" "$small" htmltable --table=all "$tmp/many"
is "200,000 tables: lines" 599999 "$(lines "$tmp/out")"
for piece in 1 7 4096; do
	"$OBJ/tool/dribble" $piece <cases/htmltable/all.in | htmltable --table=all -o json >"$tmp/out"
	is "htmltable, $piece bytes at a time" same "$(cmp -s "$tmp/out" cases/htmltable/all.out && echo same)"
done
