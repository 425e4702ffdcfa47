# boilerstrip.sh: what holds for every page and every text.
tmp=$(mktemp -d) || exit 2
trap 'rm -rf "$tmp"' EXIT

words() { tr -cs "[:alnum:]" "\n" | grep .; }
same() { # WHAT ARGS FILE
	boilerstrip $2 <"$3" >"$tmp/one"
	grep -v '^<meta name="generator"' "$tmp/one" | boilerstrip $2 >"$tmp/two"
	if cmp -s "$tmp/one" "$tmp/two"; then echo "ok $1"; else echo "not ok $1"; fi
}

for c in cases/boilerstrip/*.in; do
	name=$(basename "$c" .in)
	args=
	[ -f "${c%.in}.args" ] && args=$(cat "${c%.in}.args")
	case $args in *-x* | *--show*) continue ;; esac
	same "boilerstrip twice is once: $name" "$args" "$c"
done

# One step is the same as two.
one_step() { # ARGS CLEAN-ARGS TEXT-ARGS FILE
	boilerstrip $1 "$4" >"$tmp/one"
	boilerstrip $2 "$4" | html2text $3 >"$tmp/two"
	if cmp -s "$tmp/one" "$tmp/two"; then
		echo "ok boilerstrip $1 is html2text $3 of it: $(basename "$4")"
	else
		echo "not ok boilerstrip $1 is html2text $3 of it: $(basename "$4")"
	fi
}
for c in cases/boilerstrip/*.in; do
	boilerstrip "$c" | head -n 1 | grep -q '^<!DOCTYPE' || continue
	one_step --text '' '' "$c"
	one_step -m '' -m "$c"
	one_step '--images --text' --images -i "$c"
	one_step '--keep-links --text' '' -L "$c"
	one_step '--no-links -m' --no-links -m "$c"
done

# What is shown asks the network for nothing, and runs only what we wrote.
for c in cases/boilerstrip/*.in cases/html2text/*.in; do
	boilerstrip -t html --show "$c" >"$tmp/show"
	if sed 's/<style>.*prefers-color-scheme.*<\/style>//' "$tmp/show" |
	    grep -qiE '<[a-z]+ [^>]*[ "](href|src|action|data|on[a-z]+|srcset|poster)="?(https?|//|javascript)'; then
		echo "not ok boilerstrip --show: an address in $c"
	else
		echo "ok boilerstrip --show: no address in $(basename "$c")"
	fi
done
if command -v openssl >"$tmp/which"; then
	want=$(sed -n "s/.*'sha256-\([^']*\)'.*/\1/p" "$tmp/show" | head -n 1)
	got=$(tr -d '\n' <"$tmp/show" | sed 's/.*<script>\(addEvent.*\)<\/script><\/head>.*/\1/' |
	    tr -d '\n' | openssl dgst -sha256 -binary | openssl base64)
	if [ "$want" = "$got" ]; then
		echo "ok boilerstrip --show: the policy lets our script run"
	else
		echo "not ok boilerstrip --show: the policy names $want, the script is $got"
	fi
else
	echo "ok boilerstrip --show: no openssl here"
fi

# Nor does the clean page carry an address that runs, however it is written.
{
	printf '<article><h1>Tides</h1><p>'
	yes 'The water rises twice a day, and whoever walks on the sand should know when.' | head -n 9
	printf '<a href="java&#9;script:a()">1</a> <a href=" JavaScript:a()">2</a> <a href="da&#10;ta:text/html,a">3</a> <a href="data">4</a></article>'
} >"$tmp/runs"
if [ "$(boilerstrip "$tmp/runs" | grep -o 'href="[^"]*"')" = 'href="data"' ]; then
	echo "ok boilerstrip: no address that runs"
else
	echo "not ok boilerstrip: no address that runs: $(boilerstrip "$tmp/runs" | grep -o 'href="[^"]*"' | tr '\n' ' ')"
fi

# It is the form of a clean page that is known again, not what it says it is.
printf '<head><meta name=generator content="winnow boilerstrip"><nav><a href=a>Home</a></nav><article><h1>Tides</h1><p>%s</p></article>' \
	'The water rises twice a day, and whoever walks on the sand, however fine the weather, should know when, since the way back is the first thing that it covers.' >"$tmp/claim"
if boilerstrip "$tmp/claim" | grep -q Home; then
	echo "not ok boilerstrip: a page is not clean because it says so"
else
	echo "ok boilerstrip: a page is not clean because it says so"
fi

# Every word of a page that comes out went in, in the same order.
follows() { # WHAT ARGS FILE
	html2text -a "$3" | words >"$tmp/in"
	boilerstrip $2 "$3" | html2text | words >"$tmp/out"
	if [ -s "$tmp/out" ] && awk 'NR == FNR { want[++n] = $0; next }
		at < n && $0 == want[at + 1] { at++ }
		END { exit at < n }' "$tmp/out" "$tmp/in"; then
		echo "ok $1"
	else
		echo "not ok $1"
	fi
}
for name in alt hidden late noscript page related utf16; do
	follows "boilerstrip: words in their order: $name" "" cases/boilerstrip/$name.in
done

# Of a page, precision keeps no block that the default drops; recall, all.
kept() { boilerstrip -x $1 cases/boilerstrip/page.in | grep -c '^keep'; }
if [ "$(kept -p)" -le "$(kept)" ] && [ "$(kept)" -le "$(kept -r)" ]; then
	echo "ok boilerstrip: -p keeps less, -r more"
else
	echo "not ok boilerstrip: -p keeps less, -r more"
fi

# Comments under an article are put back where they are asked for.
if boilerstrip --comments cases/boilerstrip/comments.in | grep -q masons.*roof; then
	echo "ok boilerstrip: --comments keeps them"
else
	echo "not ok boilerstrip: --comments keeps them"
fi

# A page in which nothing stands out: all that is not its frame, or nothing.
printf '<body><nav><a href=a>Home</a></nav><div class=cookie-banner>We use cookies</div>' >"$tmp/bare"
boilerstrip -x "$tmp/bare" | grep -q 'unsure' || echo "not ok boilerstrip: the page is no test"
if [ "$(boilerstrip "$tmp/bare" | html2text)" = 'We use cookies' ]; then
	echo "ok boilerstrip: unsure keeps what is no frame"
else
	echo "not ok boilerstrip: unsure keeps what is no frame"
fi
if [ "$(boilerstrip -u drop "$tmp/bare" | wc -c)" -eq 0 ]; then
	echo "ok boilerstrip: -u drop writes nothing"
else
	echo "not ok boilerstrip: -u drop writes nothing"
fi

# The clean page is good HTML, where tidy is there to say so.
for c in cases/boilerstrip/*.in; do
	name=$(basename "$c" .in)
	case $name in text | tags | unsure | explain) continue ;; esac
	command -v tidy >"$tmp/which" || { echo "ok boilerstrip: no tidy here"; break; }
	if boilerstrip "$c" | tidy -e -q >"$tmp/tidy" 2>&1 || [ $? -eq 1 ]; then
		echo "ok boilerstrip: good HTML: $name"
	else
		echo "not ok boilerstrip: good HTML: $name"
		grep Error "$tmp/tidy"
	fi
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

# More lines than a page has: it is no page, and stays whole.
seq 140000 >"$tmp/lines"
if boilerstrip <"$tmp/lines" | cmp -s - "$tmp/lines"; then
	echo "ok boilerstrip: more lines than a page has"
else
	echo "not ok boilerstrip: more lines than a page has"
fi

# More blocks than a page may have: nothing is lost, memory stays.
yes '<td>x' | head -n 300000 >"$tmp/many"
boilerstrip -x <"$tmp/many" | cut -f 6 | tr -cd x | wc -c >"$tmp/x"
if [ "$(tr -d ' ' <"$tmp/x")" = 300000 ]; then
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

# What the options ask of a text.
ok() { # WHAT TEST...
	what=$1
	shift
	if "$@"; then echo "ok boilerstrip: $what"; else echo "not ok boilerstrip: $what"; fi
}
ok "who wrote it, under the headline, on request" [ "$(boilerstrip --byline \
	../man/examples/demo.html | grep -c '^<div>By .*Rowena Ashdown')" = 1 ]
text=cases/boilerstrip/text
boilerstrip --no-title $text.in >"$tmp/one"
sed 1,2d $text.out >"$tmp/two"
ok "no headline in a text" cmp -s "$tmp/one" "$tmp/two"
ok "a stamp on request" [ "$(boilerstrip --byline $text.in | grep -c '^Updated:')" = 1 ]
boilerstrip -x $text.in | sed -n 's/^keep\t[-0-9]*\t[a-z]*\t[-a-z0-9]*\t[a-z]*\t//p' >"$tmp/one"
grep . $text.out >"$tmp/two"
ok "the table of a text has what is kept" cmp -s "$tmp/one" "$tmp/two"
printf 'Sign in\n' >"$tmp/call"
ok "all of a text that is unsure" [ "$(boilerstrip "$tmp/call")" = 'Sign in' ]
ok "nothing of it on request" [ -z "$(boilerstrip -u drop "$tmp/call")" ]

# The ends of lines, and where they are, say nothing.
sed 's/$/\r/' $text.in | boilerstrip | cmp -s - $text.out
ok "a text from elsewhere" [ $? = 0 ]
fold -s -w 70 $text.in | boilerstrip | sed 's/ *$//' | tr -s '\n' ' ' >"$tmp/one"
tr -s '\n' ' ' <$text.out >"$tmp/two"
ok "a text whose lines are filled" cmp -s "$tmp/one" "$tmp/two"

# Twice the text, twice the time, whatever it is.
yes 'Home' | head -n 400000 >"$tmp/long"
ok "the same line for ever, in time" timeout 60 boilerstrip -t text "$tmp/long" >"$tmp/out"
yes 'It is a line, and it is as long as lines are, and it ends.' | head -n 300000 >"$tmp/long"
ok "the same sentence for ever, in time" timeout 60 boilerstrip -t text "$tmp/long" >"$tmp/out"
awk 'BEGIN { for (i = 0; i < 131000; i++) printf "%x\n", i * 7919 }' >"$tmp/long"
case $OUT in */asan | */cov) seconds=60 ;; *) seconds=4 ;; esac
ok "a megabyte of different lines, in time" eval '(ulimit -t $seconds; boilerstrip -t text "$tmp/long") >"$tmp/out"'
awk 'BEGIN { for (i = 0; i < 500000; i++) printf "%x of it and %s", i * 7919, i % 7 ? "" : "\n"; print "" }' >"$tmp/long"
ok "more than a page may have stays whole" eval 'boilerstrip -t text "$tmp/long" | cmp -s - "$tmp/long"'

# A text that quotes a tag, or begins with one that stands for a picture.
{ printf '<img src="a.gif">\n\n'; cat $text.in; } | boilerstrip | tail -n 3 >"$tmp/one"
tail -n 3 $text.out >"$tmp/two"
ok "a text that begins with a picture's tag" cmp -s "$tmp/one" "$tmp/two"
printf 'It was <The> one, <The> two, <The> three.\n' >"$tmp/one"
ok "a text with names in brackets" [ "$(boilerstrip "$tmp/one")" = "$(cat "$tmp/one")" ]
