# examples.sh: every example of README and of the manual pages does what it
# says, in a folder with the files they name.  Where an output is shown it is
# compared, blanks squeezed (shown.awk); else the command has to succeed, to
# write something, and to complain of nothing.  What the commands of winnow(7)
# and winnow-recipes(7) write is compared whole with data/PAGE.out, which
# UPDATE=1 writes.
tmp=$(mktemp -d) || exit 2
trap 'rm -rf "$tmp"' EXIT

# ---- the folder ----
mkdir -p "$tmp/bin" "$tmp/in/man"
# No address is asked for: curl answers with the page.
printf '#!/bin/sh\ncat page.html\n' >"$tmp/bin/curl"
printf '#!/bin/sh\ncat "$@"\n' >"$tmp/bin/less"
chmod +x "$tmp"/bin/*
PATH=$tmp/bin:$PATH
# Sorting and character classes are the same everywhere.
LC_ALL=C.UTF-8
export LC_ALL
cp -r ../man/examples "$tmp/in/man"
sh ../man/examples/try.sh "$tmp/in" || echo "not ok man/examples/try.sh makes the folder"
cp -r "$tmp/in" "$tmp/fresh"

# ---- the examples ----
squeeze() { tr -s ' \t' ' ' | sed 's/^ //; s/ $//'; }

# jq writes a number as it was read, 1.50, or as it needs to be, 1.5: by its version.
plain() { # no zeros at the end of a fraction
	sed -E 's/([0-9]\.[0-9]*[1-9])0+([^0-9]|$)/\1\2/g; s/([0-9])\.0+([^0-9]|$)/\1\2/g'
}

# The ends of long lines.
ends() { plain | LC_ALL=C sed 's/^\(.\{80\}\).*\(.\{80\}\)$/\1 ... \2/' | tr -d '\200-\377'; }

# What $tmp/command wrote, to standard output and to files.
written() {
	sed '1s/^/$ /; 2,$s/^/  /' "$tmp/command"
	if grep -q '^{"id"' "$tmp/out"; then ends <"$tmp/out"; else cat "$tmp/out"; fi
	grep -o '>[A-Za-z0-9.-]*' "$tmp/command" | tr -d '>' | while read -r file; do
		[ -f "$tmp/in/$file" ] || continue
		case $file in
		*.gz) echo "[$file]" ;;
		# What is read of it, not how it looks.
		*.svg | *.html)
			echo "[$file]"
			html2text -t html "$tmp/in/$file" | sed 's/[-0-9]* score /N score /' |
				grep . | head -n 6 | ends ;;
		*)
			echo "[$file: $(wc -l <"$tmp/in/$file" | tr -d ' ') lines]"
			head -n 4 "$tmp/in/$file" | ends ;;
		esac
	done
	echo
}

judge() { # WHERE: of $tmp/command, against $tmp/shown
	what="$1: $(head -n 1 "$tmp/command" | cut -c1-70)"
	say() { printf '%s %s%s\n' "$1" "$what" "$2"; }
	if grep -q 'jq ' "$tmp/command" && ! command -v jq >/dev/null; then
		return
	fi
	(cd "$tmp/in" && sh "$tmp/command") >"$tmp/out" 2>"$tmp/err" </dev/null
	rc=$?
	written | plain | sed 's/"offset":[0-9]*/"offset":N/' >>"$tmp/transcript"
	if [ "$rc" -ne 0 ] || [ -s "$tmp/err" ]; then
		say "not ok" ": status $rc, $(head -n 1 "$tmp/err")"
	elif [ -s "$tmp/shown" ]; then
		squeeze <"$tmp/shown" >"$tmp/want"
		squeeze <"$tmp/out" >"$tmp/got"
		if awk -f shown.awk "$tmp/want" "$tmp/got"; then
			say ok
		else
			say "not ok" ": it wrote $(head -n 3 "$tmp/out" | tr '\n' '|')"
		fi
	elif [ -s "$tmp/out" ] || grep -q '>\| cp ' "$tmp/command"; then
		say ok
	else
		say "not ok" ": it wrote nothing"
	fi
}

run_all() { # WHERE <examples
	: >"$tmp/command"
	: >"$tmp/transcript"
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

# compare PAGE: what its commands wrote, and what they should have.
compare() {
	want=data/${1%.7}.out
	[ -n "$UPDATE" ] && cp "$tmp/transcript" "$want"
	if diff -u "$want" "$tmp/transcript" >"$tmp/diff"; then
		echo "ok $1: all that its commands write"
	else
		echo "not ok $1: all that its commands write: $(grep '^[-+][^-+]' "$tmp/diff" | head -n 4 | tr '\n' '|')"
	fi
}

# A shown output that is wrong is seen, and one that "..." shortens fits.
printf 'one\ntwo and more\nthree\n' >"$tmp/got"
while read -r wanted shown; do
	printf '%b' "$shown" >"$tmp/want"
	if awk -f shown.awk "$tmp/want" "$tmp/got"; then got=fits; else got=differs; fi
	if [ "$got" = "$wanted" ]; then
		printf "ok shown.awk: %s %s\n" "$shown" "$wanted"
	else
		printf "not ok shown.awk: %s should be: %s\n" "$shown" "$wanted"
	fi
done <<-'ROWS'
	fits one\ntwo\0040and\0040more\nthree
	fits one\ntwo\0040...\nthree
	fits one\n...
	fits ...\nthree
	fits one\n...\nthree
	differs one\ntwo\nthree
	differs one\ntwo\0040and\0040more
	differs one\nsix\0040...\nthree
	differs ...\nfour
	differs one\ntwo\0040...\nthree\nfour
ROWS

awk -f examples.awk ../README.md | run_all README.md
for page in ../man/*.[17]; do
	name=${page##*/} all=0
	case $name in
	winnow.7 | winnow-recipes.7)
		# One command reads what another wrote.
		command -v jq >/dev/null || continue
		all=1
		rm -rf "$tmp/in"
		cp -r "$tmp/fresh" "$tmp/in" ;;
	esac
	mandoc -Tutf8 "$page" | sed 's/.\x08//g' | awk -v all=$all -f examples.awk >"$tmp/examples"
	case $name in
	*.1) [ -s "$tmp/examples" ] || echo "not ok $name has examples" ;;
	esac
	run_all "$name" <"$tmp/examples"
	[ $all = 0 ] || compare "$name"
done

# ---- README's targets of make ----
grep -oE '(^    |`|& )make [a-z][a-z-]*' ../README.md | sed 's/.*make //' | sort -u | while read -r target; do
	if grep -q "^$target:\|^[a-z ]*\b$target\b.*:" ../Makefile; then
		echo "ok README.md: make $target"
	else
		echo "not ok README.md: make $target: no such target"
	fi
done

# ---- the demo ----
is() { # WHAT WANTED GOT
	if [ "$2" = "$3" ]; then echo "ok $1"; else echo "not ok $1: wanted '$2', got '$3'"; fi
}
for locale in C C.UTF-8; do
	LC_ALL=$locale sh ../man/examples/demo.sh >"$tmp/out" 2>"$tmp/err"
	is "demo in $locale: status" 0 $?
	is "demo in $locale: no complaint" "" "$(cat "$tmp/err")"
	is "demo in $locale: from pagecat to freqplot" "pagecat freqplot" \
		"$(sed -n 's/^\$ \([a-z0-9]*\) .*| \([a-z]*\)$/\1 \2/p; s/^\$ \([a-z0-9]*\) .*/\1/p' "$tmp/out" |
			sed 's/wordfreq //' | sed -n '1p;$p' | paste -sd' ' -)"
	is "demo in $locale: fits in 80 columns" "" "$(LC_ALL=C.UTF-8 html2text -t text -w 80 "$tmp/out" | diff "$tmp/out" - | head -n 1)"
	is "demo in $locale: a picture at the end" 8 "$(tail -n 11 "$tmp/out" | grep -c '[█#].* [0-9]')"
done
is "demo in C: ASCII" "" "$(LC_ALL=C sh ../man/examples/demo.sh | LC_ALL=C grep '[^ -~]')"
