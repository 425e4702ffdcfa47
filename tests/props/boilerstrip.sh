# boilerstrip.sh: what holds for every page and every text.
tmp=$(mktemp -d) || exit 2
trap 'rm -rf "$tmp"' EXIT

words() { tr -cs '[:alnum:]' '\n' <"$1" | grep .; }
same() { # WHAT ARGS FILE
	boilerstrip $2 <"$3" >"$tmp/one"
	boilerstrip $2 <"$tmp/one" >"$tmp/two"
	if cmp -s "$tmp/one" "$tmp/two"; then echo "ok $1"; else echo "not ok $1"; fi
}

for c in cases/boilerstrip/*.in; do
	name=$(basename "$c" .in)
	args=
	[ -f "${c%.in}.args" ] && args=$(cat "${c%.in}.args")
	case $args in *-x*) continue ;; esac
	same "boilerstrip twice is once: $name" "$args" "$c"
done

# In a text, what comes out is lines of what went in, in their order.
boilerstrip <cases/boilerstrip/text.in >"$tmp/out"
if diff cases/boilerstrip/text.in "$tmp/out" | grep -q '^> .'; then
	echo "not ok boilerstrip: the lines are the input's"
else
	echo "ok boilerstrip: the lines are the input's"
fi

# Twice the page, about twice the time: a second is more than enough.
awk 'BEGIN { for (i = 0; i < 20000; i++) printf "<div><p>A line, and more of it: %d.</p></div>", i }' >"$tmp/long"
if timeout 20 boilerstrip <"$tmp/long" >"$tmp/out"; then
	echo "ok boilerstrip: a long page in time"
else
	echo "not ok boilerstrip: a long page in time"
fi

# More blocks than a page may have: nothing is lost, memory stays.
yes '<td>x' | head -n 1100000 >"$tmp/many"
boilerstrip -x <"$tmp/many" | cut -f 5 | tr -cd x | wc -c >"$tmp/x"
if [ "$(tr -d ' ' <"$tmp/x")" = 1100000 ]; then
	echo "ok boilerstrip: more blocks than a page may have"
else
	echo "not ok boilerstrip: more blocks than a page may have: $(cat "$tmp/x")"
fi
# A text with nothing around it stays as it is, to the byte.
for f in data/whole/*.txt; do
	if boilerstrip -t text <"$f" | cmp -s - "$f"; then
		echo "ok boilerstrip: whole: $(basename "$f" .txt)"
	else
		echo "not ok boilerstrip: whole: $(basename "$f" .txt)"
	fi
done
