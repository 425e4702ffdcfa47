# manners.sh: what every program does alike, whatever it does.
tmp=$(mktemp -d) || exit 2
trap 'rm -rf "$tmp"' EXIT
printf '<p>One caf\303\251. Two \342\200\234three\342\200\235.</p>\n' >"$tmp/in"

mkfifo "$tmp/fifo"

is() { # WHAT WANTED GOT
	if [ "$2" = "$3" ]; then echo "ok $1"; else echo "not ok $1: wanted '$2', got '$3'"; fi
}
run() { # PROGRAM ARGS: leaves status, out, err
	"$@" >"$tmp/out" 2>"$tmp/err"
	status=$?
}
catches() { # PID: whether it handles SIGUSR1 by now
	awk '/^SigCgt/ { exit substr($2, 14, 1) !~ /[2367abef]/ }' "/proc/$1/status"
}
ask() { # PID WORDS: SIGUSR1 until it says them; ten seconds at most
	for _ in $(seq 100); do
		catches "$1" && kill -USR1 "$1"
		sleep .1
		grep -q "$2" "$tmp/err" && return
	done
}
options() { sed -n 's/^  *-\([A-Za-z0-9]\), .*/-\1/p; s/^ .* \(--[a-z0-9-]*\).*/\1/p'; }
shared() {
	case $1 in
	-e | --encoding | -j | --json | -f | --field | --explode | --rejects | --max-record | --progress | --stats | --force | --strict | --files-from | -h | --help | -V | --version) ;;
	*) return 1 ;;
	esac
}
mandoc -Tascii ../man/winnow.7 | sed 's/.\x08//g' >"$tmp/overview"
lines() { wc -l <"$tmp/$1" | tr -d ' '; }

# What a program needs beside files; a file it reads, a line of one; its status
# where nothing is found, and where a file is missing; its remarks on nothing;
# whether it writes the name of what it read; whether it writes of one file.
printf '1\tone\n' >"$tmp/table"
printf '<table><tr><td>caf\303\251<td>b<tr><td>c<td>d</table>\n' >"$tmp/cells"
printf '<p><a href=caf\303\251>One</a> <a href=b>two</a>\n' >"$tmp/links"
printf '20\tone\n3\ttwo\n' >"$tmp/rows"
printf '<title>One</title>\n' >"$tmp/titled"
needs() {
	given= in=$tmp/in nothing=0 trouble=1 remarks=0 named= writes=yes
	line='<p>A word, another. And <b>one</b> more.</p>'
	case $1 in
	kwic) given="--with-name --pattern=one" nothing=1 trouble=2 ;;
	collocate) given=--pattern=one ;;
	htmlpick) given=--selector=p nothing=1 trouble=2 ;;
	keyness) given=$tmp/table ;;
	freqplot) remarks=1 ;;
	htmltable) remarks=1 in=$tmp/cells line='<table><tr><td>a<td>b<tr><td>c<td>d</table>' ;;
	htmllinks) remarks=1 in=$tmp/links line='<p><a href=a>one</a> <a href=b>two</a>' ;;
	esac
	case $1 in kwic | keyness | langid | textquality | textstat) named=yes ;; esac
	case $1 in neardup) writes= ;; esac
	case $1 in keyness | freqplot) in=$tmp/rows line='3	word' ;; esac
	case $1 in htmlmeta) in=$tmp/titled ;; esac
}

for p in ../src/cmd/*.c; do
	p=$(basename "$p" .c)
	needs "$p"

	run "$p" --help </dev/null
	is "$p --help: status" 0 "$status"
	is "$p --help: on stdout only" 0 "$(lines err)"
	is "$p --help: one screen" yes "$([ "$(lines out)" -le 50 ] && [ "$(wc -L <"$tmp/out")" -le 80 ] && echo yes)"
	cp "$tmp/out" "$tmp/help"
	run "$p" --version </dev/null
	is "$p --version" "$p (winnow)" "$(head -n 1 "$tmp/out" | cut -d' ' -f1,2)"

	for library in xml2 utf8proc gmime archive brotli zstd; do
		readelf -d "$OUT/$p" | grep -q "NEEDED.*lib$library" || continue
		is "$p --version: $library" 1 "$(grep -c "$library" "$tmp/out")"
	done

	run "$p" --no-such-option </dev/null
	is "$p, a wrong option: status" 2 "$status"
	is "$p, a wrong option: named" 1 "$(grep -c "^$p: --no-such-option: " "$tmp/err")"
	is "$p, a wrong option: usage" 1 "$(grep -c "^usage: $p " "$tmp/err")"
	is "$p, a wrong option: nothing written" 0 "$(lines out)"

	run "$p" $given "$tmp/none" </dev/null
	is "$p, a missing file: status" "$trouble" "$status"
	is "$p, a missing file: said in one line" "$p: $tmp/none: No such file or directory" "$(cat "$tmp/err")"
	run "$p" $given "$tmp" </dev/null
	is "$p, a folder: status" "$trouble" "$status"
	is "$p, a folder: nothing written" 0 "$(lines out)"
	is "$p, a folder: said in one line" "$p: $tmp: a folder: find FOLDER -type f lists its files" "$(cat "$tmp/err")"
	run "$p" $given "$in" </dev/null
	cp "$tmp/out" "$tmp/plain"
	is "$p, a file: status" 0 "$status"
	if [ "$p" != keyness ] && [ "$p" != textstat ] && [ "$p" != langid ] && [ "$p" != htmlmeta ]; then # which tell several files
		run "$p" $given "$tmp/none" "$in" </dev/null
		is "$p, a missing file and another: status" "$trouble" "$status"
		is "$p, a missing file and another: the other is done" same "$(cmp -s "$tmp/out" "$tmp/plain" && echo same)"
	fi
	run "$p" $given -- "$in" </dev/null
	is "$p -- file" same "$(cmp -s "$tmp/out" "$tmp/plain" && echo same)"
	run "$p" $given - <"$in"
	[ "$named" ] || is "$p -" same "$(cmp -s "$tmp/out" "$tmp/plain" && echo same)"
	# What is read from standard input is another name, or another operand.
	[ "$named" ] && "$p" $given <"$in" >"$tmp/plain"

	# Asked again and again until it has read what there is; the fifo ends then.
	exec 9<>"$tmp/fifo"
	"$p" $given <"$tmp/fifo" >"$tmp/out" 2>"$tmp/err" 9>&- &
	cat "$in" >&9
	ask $! "$(wc -c <"$in" | tr -d ' ') bytes in, 0 records"
	exec 9>&-
	wait
	is "$p, SIGUSR1: says how far it is" yes "$(grep -q "^$p: $(wc -c <"$in" | tr -d ' ') bytes in, 0 records" "$tmp/err" && echo yes)"
	is "$p, SIGUSR1: goes on" same "$(cmp -s "$tmp/out" "$tmp/plain" && echo same)"

	run "$p" $given </dev/null
	is "$p, empty input: status" "$nothing" "$status"
	is "$p, empty input: no complaint" "$remarks" "$(lines err)"
	run "$p" $given <&-
	is "$p, closed input: status" "$trouble" "$status"
	if [ "$writes" ]; then
		"$p" $given <"$in" >/dev/full 2>"$tmp/err"
		is "$p, a full disk: status" 2 $?
		is "$p, a full disk: said in one line" "$p: standard output: No space left on device" "$(cat "$tmp/err")"
		"$p" $given <"$in" >&- 2>"$tmp/err"
		is "$p, closed output: status" 2 $?
	fi
	yes "$line" | head -n 20000 | "$p" $given 2>"$tmp/err" | head -n 1 >"$tmp/out"
	is "$p | head -n 1: silent" 0 "$(lines err)"

	"$OBJ/tool/dribble" 1 <"$in" | "$p" $given >"$tmp/out"
	is "$p, byte by byte" same "$(cmp -s "$tmp/out" "$tmp/plain" && echo same)"
	for locale in C C.UTF-8 tr_TR.UTF-8 nonsense; do
		LC_ALL=$locale "$p" $given <"$in" >"$tmp/out"
		is "$p, locale $locale" same "$(cmp -s "$tmp/out" "$tmp/plain" && echo same)"
	done

	# The papers: each option of --help stands in the manual page, those
	# that all programs share in the overview.
	page=../man/$p.1
	is "$p has a manual page" yes "$([ -f "$page" ] && echo yes)"
	mandoc -Tascii "$page" | sed 's/.\x08//g' >"$tmp/page"
	options <"$tmp/help" | while read -r option; do
		where=page
		shared "$option" && where=overview
		is "$p: $where explains $option" yes \
			"$(grep -q -e "[ ,]$option\b" "$tmp/$where" && echo yes)"
	done
	is "README.md has a row for $p" yes "$(grep -q "^| \`$p\`" ../README.md && echo yes)"
	is "winnow.7 names $p" yes "$(grep -q "Xr $p 1" ../man/winnow.7 && echo yes)"
	is "$p has golden cases" yes "$([ -d "cases/$p" ] && echo yes)"
done

# A program links only what it uses.
for p in ../src/cmd/*.c; do
	p=$(basename "$p" .c)
	[ "$p" != htmlpick ] || continue
	is "$p does not link libxml2" 0 "$(readelf -d "$OUT/$p" | grep NEEDED | grep -c libxml2)"
done
