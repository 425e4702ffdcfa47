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
	'<div><ul></div></table>' '<body a=1>' '</' '<?' '<q>' '<ol reversed><li>' '<pre>'; do
	for options in "" -m -L; do
		{ repeat 40000 "$piece"; echo '></pre>endmark'; } >"$tmp/page"
		(ulimit -t 10; html2text $options <"$tmp/page" >"$tmp/got")
		is "html2text $options, $piece without end" 1 "$(grep -c endmark "$tmp/got")"
	done
done
