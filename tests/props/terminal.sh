# terminal.sh: what html2text and boilerstrip write is safe to look at, whatever was read:
# valid UTF-8 with no C0 control but TAB and LF, no DEL, no C1.
tmp=$(mktemp -d) || exit 2
trap 'rm -rf "$tmp"' EXIT

all='' # every byte but "<", which would begin a tag, each after a letter
i=1
while [ "$i" -le 255 ]; do
	[ "$i" = 60 ] || all="$all$(printf 'a\\%03o' "$i")"
	i=$((i + 1))
done
sequences='\033[31mred\033[0m \033]0;title\007 \23331m \302\23331m \302\235x \0 rm\010\010 evil\rgood \013\014'
references='&#27;[2J &#x1b;c &#155;31m &#x9b; &#7; &#8; &#127; &#13;x &#0; &#12; &#11;'

# shellcheck disable=SC2059 # they are formats
{
	printf "$all\n$sequences\n" >"$tmp/text"
	printf "A sentence that is long enough to be kept, with this in it: $sequences.\n" >"$tmp/prose"
	printf "<p title='$sequences'>$all $references</p><pre>$sequences $references</pre><table><tr><td>$sequences<td>$references</table>" >"$tmp/page"
	printf "<title>$sequences</title><html lang='$sequences'><base href='http://e/$sequences'><p>Words of text, enough of them to be kept: <a href='$references'>$sequences</a> <img alt='$sequences $references' src='$sequences'></p>" >"$tmp/attributes"
	printf '\377\376%s' "$(printf '<p>a\033[31mb\302\233</p>' | sed 's/./&\\0/g')" >"$tmp/wide"
}

is_safe() { # FILE
	iconv -f UTF-8 -t UTF-8 <"$1" >"$tmp/valid" 2>&1 || return 1
	LC_ALL=C tr -d '\11\12\40-\176\200-\377' <"$1" | cmp -s - /dev/null || return 1
	LC_ALL=C sed 's/\xC2[\x80-\x9F]/\x01/g' <"$1" | LC_ALL=C tr -d '\2-\377' | cmp -s - /dev/null
}

for input in text prose page attributes wide; do
	while read -r program args; do
		# shellcheck disable=SC2086 # options, or none
		"$program" $args <"$tmp/$input" >"$tmp/out" 2>"$tmp/err"
		if is_safe "$tmp/out" && is_safe "$tmp/err"; then
			echo "ok terminal: $program $args, $input"
		else
			echo "not ok terminal: $program $args, $input"
			LC_ALL=C cat -v "$tmp/out" >&2
		fi
	done <<-EOF
		html2text
		html2text -m
		html2text -aiLT
		html2text --tsv
		boilerstrip
		boilerstrip -t text
		boilerstrip -t html
		boilerstrip -x
	EOF
done
printf 'x' >"$tmp/$(printf 'a\033[31m')"
for bytes in '\033[31m' '\302\23331m' '\177' '\302\235x'; do
	html2text "$tmp/$(printf 'b%b' "$bytes")" 2>"$tmp/err"
	if is_safe "$tmp/err"; then echo "ok terminal: a file's name in a complaint"; else echo "not ok terminal: a file's name in a complaint"; fi
done
