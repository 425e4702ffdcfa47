# html2text.sh: what holds for every page.
tmp=$(mktemp -d) || exit 2
trap 'rm -rf "$tmp"' EXIT

is() { # WHAT WANTED GOT
	if [ "$2" = "$3" ]; then echo "ok $1"; else echo "not ok $1: wanted '$2', got '$3'"; fi
}
repeat() { # COUNT TEXT
	yes "$2" | head -n "$1" | tr -d '\n'
}

# No line ends in a blank, whatever is asked for.
cat cases/html2text/*.in >"$tmp/page"
for options in "" -a -m "-L -i" "-w 20" "-m -w 20"; do
	html2text $options <"$tmp/page" >"$tmp/got"
	is "html2text $options: no blank ends a line" 0 "$(grep -c '[ 	]$' "$tmp/got")"
done

# What never closes, or closes what is not open, costs no more than its size,
# and nothing behind it is lost.
for piece in '<div>' '<b>' '<ul><li>' '<blockquote>' '<b>x</i>' '<a href=x>' '<table><tr><td>' \
	'<div><ul></div></table>' '<body a=1>' '</' '<?' '<q>' '<ol reversed><li>' '<pre>' '<base href=a/>' \
	'<b><p></b>' '<p><b>' '<p><b><div>' '<svg><g>' '<li><b>' '<td><i>' '<a><p>' '<b></p>'; do
	for options in "" -m -L; do
		{ repeat 40000 "$piece"; echo '></pre><p>endmark'; } >"$tmp/page"
		(ulimit -t 10; html2text $options <"$tmp/page" >"$tmp/got")
		is "html2text $options, $piece without end" 1 "$(grep -c endmark "$tmp/got")"
	done
done

# A long run of one sign, without a tag in it, hides nothing behind it.
for tag in p pre textarea; do
	for sign in x ' ' '&amp;'; do
		{ printf '<%s>a' "$tag"; repeat 40000 "$sign"; printf 'b</%s><p>endmark' "$tag"; } >"$tmp/page"
		html2text <"$tmp/page" >"$tmp/got"
		is "html2text, 40,000 times '$sign' in $tag" "a b endmark" \
			"$(tr -s 'x& \n' '    ' <"$tmp/got" | sed 's/^ *//; s/ *$//')"
	done
done
{ printf '<p>'; repeat 40000 x; } >"$tmp/page"
is "html2text, 40,000 letters" 40001 "$(html2text <"$tmp/page" | wc -c)"
# What Markdown gives a meaning is looked at once, however much of it there is.
for sign in _ '~' '#' '*' '`' '&' 'http://'; do
	{ printf '<h1>'; repeat 1000000 "$sign" | tr -d '\n'; echo '<p>endmark'; } >"$tmp/page"
	(ulimit -t 8; html2text -m <"$tmp/page" >"$tmp/got")
	is "html2text -m, 1,000,000 times '$sign'" 1 "$(grep -c endmark "$tmp/got")"
done

# Blanks past those that are written go whole.
for blank in '&nbsp;' '&#x3000;'; do
	{ printf '<p>a'; repeat 2000 "$blank"; echo b; } | html2text -m >"$tmp/got"
	is "html2text -m, 2,000 times $blank: no more than are held" yes "$([ "$(wc -c <"$tmp/got")" -le 4200 ] && echo yes)"
	iconv -f utf-8 -t utf-8 "$tmp/got" >/dev/null
	is "html2text -m, 2,000 times $blank" "0 0" "$? $(sed 's|&nbsp;||g' "$tmp/got" | grep -c '&')"
done

# Code that is too long to hold has a fence that is longer than its own.
{ printf '<pre>'; repeat 99 '`'; echo; repeat 40000 'word&#10;'; } | html2text -m >"$tmp/got"
is "html2text -m, a long listing's fence" "100 100" "$(head -n 1 "$tmp/got" | tr -d '\n' | wc -c | tr -d ' ') $(tail -n 1 "$tmp/got" | tr -d '\n' | wc -c | tr -d ' ')"

# A table of little text in many columns is not written as padding.
{
	printf '<table><tr>'
	repeat 900 '<th>c'
	repeat 2000 '<tr><td colspan=899>x<td>a'
	echo '<tr><td>a<td>b<td>c</table>'
} >"$tmp/page"
for options in "" -m --tsv "-w 80"; do
	html2text $options <"$tmp/page" >"$tmp/got"
	is "html2text $options, padding" "2001 small" "$(tr -cd a <"$tmp/got" | wc -c | tr -d ' ') $(wc -c <"$tmp/got" | awk '{ print $1 < 40000 ? "small" : $1 }')"
done
# A reader of Markdown drops the cells that the first row has no column for.
{ printf '<table><tr><th>a<th>b'; repeat 300 '<tr><td>x<td>y'; printf '<tr>'; repeat 300 '<td>z'; } |
	html2text -m | head -n 2 | tr -cd '|\n' >"$tmp/got"
is "html2text -m, a row longer than the first" "301 301" "$(awk '{ print length }' "$tmp/got" | paste -sd' ' -)"

# Memory is constant: 16 MiB of it do for any page.  (Not with a sanitizer,
# which wants more for itself.)
limited() { (ulimit -d 16384; exec "$@"); }
if limited html2text </dev/null >"$tmp/got" 2>&1; then
	for piece in 'word ' x '<div>' '<b>' '<td>x' '<li>' '<br>' '<a href=x>y</a>' '&nbsp;' '<iframe srcdoc="x">' \
		'<tr><td>a<td>b' '<b><i></b></i>' '<noscript>x' '<x title="' '<pre>x' '<ol reversed>x' '<wbr>'; do
		for options in "" -m "-w 30"; do
			{ echo '<p>endmark<table>'; yes "$piece" | tr -d '\n' | head -c 12000000; } >"$tmp/page"
			limited html2text $options <"$tmp/page" >"$tmp/got" 2>&1
			is "html2text $options, memory for $piece" "0 1" "$? $(grep -c endmark "$tmp/got")"
		done
	done
	{ printf '<p style="white-space:pre">a'; head -c 12000000 /dev/zero | tr '\0' '\t'; echo '<p>endmark'; } >"$tmp/page"
	sed 's/<p>endmark/ endmark/' "$tmp/page" | limited html2text >"$tmp/got" 2>&1
	is "html2text, memory for blanks that a style keeps" "0 1" "$? $(grep -c endmark "$tmp/got")"
fi

# The same bytes in every locale, and however a pipe cuts the page.
for in in cases/html2text/*.in; do
	html2text -m -i <"$in" >"$tmp/want"
	LC_ALL=tr_TR.UTF-8 LANG=de_DE LC_CTYPE=C html2text -m -i <"$in" >"$tmp/got"
	cmp -s "$tmp/want" "$tmp/got"
	is "html2text $in, another locale" 0 $?
	"$OBJ/tool/dribble" 61 <"$in" | html2text -m -i >"$tmp/got"
	cmp -s "$tmp/want" "$tmp/got"
	is "html2text $in, in pieces" 0 $?
done

# Markdown reads back: rendered by cmark, the page has the same words, and the
# same headings, lists and links once more.  (CommonMark has no tables.)
words() { tr -s ' \n' '\n\n'; }
marked() { sed '/^[ >]*$/d; s/^\([ >]*\)[*] /\1- /; s/^\([ >]*[0-9]*\)) /\1. /'; }
same_words() { # WHAT FILE
	html2text <"$2" | words >"$tmp/want"
	html2text -m <"$2" | cmark --unsafe | html2text -e utf-8 | words >"$tmp/got"
	cmp -s "$tmp/want" "$tmp/got"
	is "html2text -m $1: the same words" 0 $?
}
same_marks() { # WHAT FILE
	html2text -m <"$2" >"$tmp/markdown"
	marked <"$tmp/markdown" >"$tmp/want"
	cmark --unsafe "$tmp/markdown" | html2text -m -e utf-8 | marked >"$tmp/got"
	cmp -s "$tmp/want" "$tmp/got"
	is "html2text -m $1: the same marks" 0 $?
}
if command -v cmark >/dev/null; then
	# cmark writes letters in an address as their bytes.
	awk -v bytes=200000 -f bench/page.awk | LC_ALL=C tr -d '\200-\377' |
		sed '/<table/,/<\/table>/d' >"$tmp/page"
	same_words "a long page" "$tmp/page"
	same_marks "a long page" "$tmp/page"
	for in in blocks inline plain-inline title; do
		same_words "$in" "cases/html2text/$in.in"
	done
	for in in blocks inline lists title; do
		same_marks "$in" "cases/html2text/$in.in"
	done
fi
