# htmlpick.sh: large and hostile pages and selectors take a bounded time, and
# what is given up is said; the tree does not depend on how the bytes come.
tmp=$(mktemp -d) || exit 2
trap 'rm -rf "$tmp"' EXIT

is() { # WHAT WANTED GOT
	if [ "$2" = "$3" ]; then echo "ok $1"; else echo "not ok $1: wanted '$2', got '$3'"; fi
}
# Of the processor's time, whatever else it does.
within() { # SECONDS COMMAND...: its output; "too slow" if it takes longer
	s=$1
	shift
	(ulimit -t "$s"; exec "$@") 2>"$tmp/err"
	[ $? -lt 128 ] || echo "too slow"
}
repeat() { # N TEXT
	yes "$2" | head -n "$1"
}

# ---- large ----

repeat 500000 '<li class=a><a href=x>y</a>' >"$tmp/large"
is "a million elements: count" 1000003 "$(within 60 htmlpick -c '*' "$tmp/large")"
is "a million elements: siblings" 499999 "$(within 60 htmlpick -c 'li ~ li' "$tmp/large")"
is "a million elements: a sibling that is not there" 0 "$(within 60 htmlpick -c 'b ~ li ~ li' "$tmp/large")"
is "a million elements: places" 250000 "$(within 60 htmlpick -c 'li:nth-last-of-type(2n)' "$tmp/large")"
is "a million elements: has" 499999 "$(within 60 htmlpick -c 'li:has(~ li > a)' "$tmp/large")"
is "--max-nodes" "htmlpick: $tmp/large: more nodes than --max-nodes (1000): the rest is not read" \
	"$(htmlpick --max-nodes=1000 -q li "$tmp/large" 2>&1)"

# ---- hostile pages: what is quadratic if it is done by hand ----

repeat 200000 '<b>' >"$tmp/deep"
repeat 100000 '<a><p>x' >"$tmp/agency"
repeat 100000 '<table>x<tr>' >"$tmp/tables"
{
	echo '<table>'
	repeat 200000 'x<tr>'
} >"$tmp/foster"
repeat 100000 '<font size=1><div>x</font>' >"$tmp/font"
repeat 100000 '<template><td>' >"$tmp/templates"
repeat 100000 '<svg><desc>' >"$tmp/svg"
repeat 100000 '<table><td>' >"$tmp/nested"
{
	printf '<p '
	i=0
	while [ $i -lt 20000 ]; do
		printf 'a%d=x a%d=y ' $i $i
		i=$((i + 1))
	done
	printf '>x'
} >"$tmp/attributes"
for page in deep agency tables foster font templates svg nested attributes; do
	within 30 htmlpick -c '*' "$tmp/$page" >"$tmp/out"
	is "hostile page, $page: in time" yes "$(grep -qx '[0-9]*' "$tmp/out" && echo yes)"
done
is "the first attribute of a name counts" x "$(htmlpick -A a777 p "$tmp/attributes")"

# ---- hostile selectors ----

repeat 500 '<div>' >"$tmp/divs"
many=$(repeat 300 'div ' | tr -d '\n')
is "300 compounds" 201 "$(within 20 htmlpick -c "$many" "$tmp/divs")"
is "300 compounds that fail" 0 "$(within 20 htmlpick -c "b $many > p ~ $many" "$tmp/divs")"
is "has with 300 compounds" 202 "$(within 20 htmlpick -c ":has($many)" "$tmp/divs")"
nested=$(repeat 30 ':not(:is(' | tr -d '\n')
within 20 htmlpick -c "$nested" "$tmp/divs" >/dev/null
is "an open nest: said" 1 "$(grep -c 'htmlpick: .*: at byte' "$tmp/err")"

# ---- XPath ----

repeat 20000 '<i>x</i>' >"$tmp/wide"
within 20 htmlpick -x '//*[//*[//*]]' "$tmp/wide"
is "an XPath of too many steps: said" "htmlpick: $tmp/wide: it takes too many steps" "$(cat "$tmp/err")"
within 30 htmlpick --max-time=1 -x 'count(//i/following-sibling::i/following-sibling::i)' "$tmp/wide" >"$tmp/out"
is "an XPath that takes too long: said" "htmlpick: the expression takes more than --max-time (1 s) on a page" "$(head -n 1 "$tmp/err")"
htmlpick --max-time=1 -q -x 'count(//i/following-sibling::i/following-sibling::i)' "$tmp/wide" 2>/dev/null
is "an XPath that takes too long: status" 2 $?
{
	printf '{"id":1,"text":"'
	tr -d '\n' <"$tmp/wide"
	printf '"}\n{"id":2,"text":"<p>a"}\n'
} >"$tmp/records"
htmlpick -j -c -x '//*[//*[//*]]' "$tmp/records" >"$tmp/out" 2>/dev/null
is "a record that is given up: status" 1 $?
is "XPath and selector agree" "$(htmlpick -c i "$tmp/wide")" "$(htmlpick -x 'count(//i)' "$tmp/wide")"

# ---- the same page, the same tree ----

htmlpick html ../man/examples/demo.html >"$tmp/want"
htmlpick html "$tmp/want" >"$tmp/again"
is "what was written reads back as it is" same "$(head -c -1 "$tmp/want" | htmlpick html | cmp -s - "$tmp/want" && echo same)"
for cut in 1 7; do
	"$OBJ/tool/dribble" $cut <../man/examples/demo.html | htmlpick html >"$tmp/got"
	is "cut at $cut" same "$(cmp -s "$tmp/want" "$tmp/got" && echo same)"
done
is "no element of a page that is picked away is left" 0 "$(htmlpick -v 'p, a' ../man/examples/demo.html | htmlpick -c 'p, a')"
