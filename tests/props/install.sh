# install.sh: what is installed works from there, and goes without a trace.
tmp=$(mktemp -d) || exit 2
trap 'rm -rf "$tmp"' EXIT
is() { # WHAT WANTED GOT
	if [ "$2" = "$3" ]; then echo "ok $1"; else echo "not ok $1: wanted '$2', got '$3'"; fi
}
# A sanitizer build is not for installing.
case $OUT in */bin) ;; *) exit 0 ;; esac

make -s -C .. install DESTDIR="$tmp/root" PREFIX=/usr PROGRAM_PREFIX=w- >/dev/null
root=$tmp/root/usr
for p in ../src/cmd/*.c; do
	p=$(basename "$p" .c)
	is "installed $p runs" "$p (winnow)" "$("$root/bin/w-$p" --version | head -n 1 | cut -d' ' -f1,2)"
	is "installed $p has its page" yes "$([ -s "$root/share/man/man1/w-$p.1" ] && echo yes)"
	for option in $("$root/bin/w-$p" --list-options | sed -n 's/^  *\(-., \)*--\([a-z0-9-]*\).*/\2/p'); do
		is "$p --$option is completed" 3 "$(grep -l -e "[- ]$option\b" "$root/share/bash-completion/completions/w-$p" \
			"$root/share/zsh/site-functions/_w-$p" "$root/share/fish/vendor_completions.d/w-$p.fish" | wc -l | tr -d ' ')"
	done | grep '^not' || echo "ok $p: every option is completed in three shells"
	bash -n "$root/share/bash-completion/completions/w-$p" && echo "ok $p: bash reads it"
done

mkdir "$tmp/plain"
for p in boilerstrip html2text; do ln -s "$root/bin/w-$p" "$tmp/plain/$p"; done
is "what is installed to try" 11 "$(PATH=$tmp/plain:$PATH sh "$root/share/doc/winnow/examples/try.sh" "$tmp/try" &&
	find "$tmp/try/pages" -name '*.html' | wc -l | tr -d ' ')"

# ---- completions ----

offers() { # WANTED WORDS...: what bash offers for the last of the words
	wanted=$1
	shift
	is "bash: $*" "$wanted" "$(bash -c 'compopt() { echo "$*"; }
		PATH=$1:$PATH; . "$2"; shift 2
		COMP_WORDS=("$@") COMP_CWORD=$(($# - 1))
		"_$1" "$1"; printf "%s\n" "${COMPREPLY[@]}"' \
		bash "$root/bin" "$root/share/bash-completion/completions/$1" "$@" | tr '\n' ' ')"
}
offers "+o default  " w-wordfreq -n ""
offers "--markdown " w-html2text --mar
offers "-o nospace --within= " w-wordfreq --wi
offers "html text " w-html2text -t ""
offers "html " w-html2text --type = h
offers "tsv csv json yaml " w-htmlmeta --output = ""
offers "content,nav " w-htmllinks -s content,n
offers "author " w-htmlmeta -F a
offers "lrc,ll,logratio " w-keyness -M lrc,ll,lo
offers "gopher-rep gopher " w-textquality --rule-sets = go
offers "hyphen " w-wordsplit -x h
offers "quotes " w-textnorm -x q
offers "de del den " w-sentsplit -l de
offers "eo " w-langid -k eo
offers "windows-1250 windows-1251 windows-1252 windows-1253 windows-1254 windows-1255 windows-1256 windows-1257 windows-1258 " w-html2text -e windows-12
offers "ja " w-wordfreq --stop-lang = ja
offers " " w-wordfreq -S ja
offers "jsonfeed " w-pagecat -t js
offers " " w-html2text page # a file: bash itself
is "bash completes files" w-html2text "$(sed -n 's/^complete -o default -F _w-html2text //p' "$root/share/bash-completion/completions/w-html2text")"

fish_offers() { # WANTED LINE
	is "fish: $2" "$1" "$(cd "$root/bin" && HOME=$tmp PATH=$root/bin:$PATH fish --no-config -c 'source $argv[1]; complete -C $argv[2]' \
		"$root/share/fish/vendor_completions.d/${2%% *}.fish" "$2" 2>&1 | cut -f 1 | tr '\n' ' ')"
}
if command -v fish >/dev/null; then
	fish_offers "--markdown " "w-html2text --mark"
	fish_offers "html text " "w-html2text -t "
	fish_offers "--output=csv " "w-wordfreq --output=c"
	fish_offers "de del den " "w-sentsplit -l de"
	fish_offers "content,nav " "w-htmllinks -s content,n"
fi
if command -v zsh >/dev/null; then
	for p in ../src/cmd/*.c; do
		is "zsh reads ${p##*/}" "" "$(zsh -n "$root/share/zsh/site-functions/_w-$(basename "$p" .c)" 2>&1)"
	done
fi

make -s -C .. uninstall DESTDIR="$tmp/root" PREFIX=/usr PROGRAM_PREFIX=w- >/dev/null
make -s -C .. install DESTDIR="$tmp/root" >/dev/null
local=$(find "$tmp/root" -name html2text.fish)
is "fish reads what is installed in /usr/local" yes "$(case $local in "$tmp/root/etc/fish/completions/html2text.fish" | "$tmp/root/usr/local/share/fish/vendor_completions.d/html2text.fish") echo yes ;; esac)"
make -s -C .. uninstall DESTDIR="$tmp/root" >/dev/null
is "uninstall from /usr/local leaves nothing" "" "$(find "$tmp/root" -type f; find "$tmp/root" -name 'fish*')"
is "uninstall leaves nothing" "" "$(find "$root" -type f)"
is "uninstall leaves no folder but those that every system has" "bin share share/man" \
	"$(cd "$root" && find bin share -type d 2>/dev/null | sort | tr '\n' ' ' | sed 's/ $//')"

# ---- what is missing ----

mkdir "$tmp/none" "$tmp/few"
for tool in sh sed grep tr cat dirname cc gcc; do
	at=$(command -v $tool) && ln -s "$at" "$tmp/few/$tool"
done
lacking() { # COMMAND...: what setup says on a system that has this tool to install with
	for tool; do
		printf '#!/bin/sh\n' >"$tmp/few/$tool" && chmod +x "$tmp/few/$tool"
	done
	(PATH=$tmp/few && sh setup.sh --look "libone two" "stdio.h nothere.h" deb 2>&1)
	for tool; do
		rm "$tmp/few/$tool"
	done
}
is "all that is missing, at once" "winnow needs these, which are not here: pkg-config libone two nothere.h 
what installs all: make setup" "$(lacking apt-get)"
for row in dnf:gsl-devel pacman:snowball apk:utf8proc-dev brew:icu4c; do
	is "what installs it: ${row%%:*}" yes "$(lacking "${row%%:*}" |
		grep -q "^what installs all: ${row%%:*} .*${row#*:}" && echo yes)"
done
is "what installs it: on others" yes "$(lacking | grep -q 'README' && echo yes)"
is "make setup before anything is there" 1 "$(PATH=$tmp/few; sh setup.sh --get "libone" "" deb >/dev/null 2>&1; echo $?)"
