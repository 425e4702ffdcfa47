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
	'<div><ul></div></table>' '<body a=1>' '</' '<?' '<q>' '<ol reversed><li>' '<pre>' '<base href=a/>'; do
	for options in "" -m -L; do
		{ repeat 40000 "$piece"; echo '></pre>endmark'; } >"$tmp/page"
		(ulimit -t 10; html2text $options <"$tmp/page" >"$tmp/got")
		is "html2text $options, $piece without end" 1 "$(grep -c endmark "$tmp/got")"
	done
done

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
fi
