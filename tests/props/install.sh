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
make -s -C .. uninstall DESTDIR="$tmp/root" PREFIX=/usr PROGRAM_PREFIX=w- >/dev/null
is "uninstall leaves nothing" "" "$(find "$root" -type f)"
