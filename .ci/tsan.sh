# tsan.sh: wordfreq --threads in a build that watches each access to memory: no
# two threads may touch the same bytes unordered, and the table must be that of
# one thread.  From files, from a pipe, with less memory than it wants.
tmp=$(mktemp -d) || exit 2
trap 'rm -rf "$tmp"' EXIT
bad=0

make MODE=tsan bin/tsan/wordfreq >"$tmp/log" 2>&1 || { cat "$tmp/log"; exit 1; }
TSAN_OPTIONS=exitcode=66:halt_on_error=1
export TSAN_OPTIONS
for i in 1 2 3 4 5 6; do
	seq $((i * 1000)) $((i * 1000 + 3000)) | sed 's/.*/word&  and the \xc3\xa9t\xc3\xa9 of 19&/'
	cat README.md man/*.1
done >"$tmp/text"
split -n l/5 "$tmp/text" "$tmp/part."

same() { # WHAT OPTION...: with threads and without
	what=$1
	shift
	bin/tsan/wordfreq "$@" "$tmp"/part.* >"$tmp/one" 2>"$tmp/log" || cat "$tmp/log"
	bin/tsan/wordfreq --threads 4 "$@" "$tmp"/part.* >"$tmp/four" 2>"$tmp/log"
	if [ $? -eq 0 ] && cmp -s "$tmp/one" "$tmp/four"; then
		echo "ok $what"
	else
		echo "not ok $what"
		head -40 "$tmp/log"
		bad=1
	fi
}

same "files"
same "pairs of words" -g 2
same "documents and dispersion" -d -D
same "little memory" --memory 1M
bin/tsan/wordfreq "$tmp/text" >"$tmp/one"
if cat "$tmp/text" | bin/tsan/wordfreq --threads 4 >"$tmp/four" 2>"$tmp/log" && cmp -s "$tmp/one" "$tmp/four"; then
	echo "ok a pipe"
else
	echo "not ok a pipe"
	head -40 "$tmp/log"
	bad=1
fi
exit $bad
