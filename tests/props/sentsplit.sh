# What holds of sentsplit for every input: nothing is lost, a sentence stays
# one, how the input comes does not matter, memory is constant.
tmp=$(mktemp -d) || exit 2
trap 'rm -rf "$tmp"' EXIT
check() { # WHAT, after a command
	if [ $? -eq 0 ]; then echo "ok sentsplit: $1"; else echo "not ok sentsplit: $1"; fi
}

# Many scripts, marks and blanks, bytes that are not text, in any order.
awk 'BEGIN {
	n = split("a B Dr U.S p.m 1 12 . ... ? ! : ; , \" ( ) [ ] “ ” « » „ 。 「 」 " \
	    "। ؟ ։ … • - — word Word слово Слово 字 の 1. a) b) (i) (ii) ,, It The " \
	    "x@y.z [1] Mr. \001 \377 é É ն α", token, " ")
	seed = 7
	for (i = 0; i < 60000; i++) {
		seed = (seed * 16807) % 2147483647
		printf "%s", token[1 + seed % n]
		if (seed % 7 < 4)
			printf "%s", seed % 5 ? " " : "\t  "
		if (seed % 97 == 0)
			printf "\n"
	}
}' >"$tmp/any"
cat cases/sentsplit/*.in >>"$tmp/any"

for options in "" "--quotes keep" "--wrapped" "-m 20" "-l und"; do
	# shellcheck disable=SC2086 # options are words
	sentsplit -kz $options "$tmp/any" | tr -d '\0' | cmp -s - "$tmp/any"
	check "-kz $options loses nothing"
done
tr -d '\n' <"$tmp/any" >"$tmp/joined"
sentsplit -k "$tmp/any" | tr -d '\n' | cmp -s - "$tmp/joined"
check "-k only adds line ends"
for options in "" "--quotes keep" "-l de"; do
	# shellcheck disable=SC2086
	sentsplit $options "$tmp/any" >"$tmp/once"
	# shellcheck disable=SC2086
	sentsplit $options "$tmp/once" | cmp -s - "$tmp/once"
	check "a sentence stays one $options"
done
# No line begins with a closing bracket where ideographs are set.
sed 's/」//g' "$tmp/any" | sentsplit --wrapped >"$tmp/once"
sentsplit "$tmp/once" | cmp -s - "$tmp/once"
check "a sentence of wrapped lines stays one"
sentsplit <"$tmp/any" >"$tmp/whole"
dd if="$tmp/any" bs=7 2>/dev/null | sentsplit | cmp -s - "$tmp/whole"
check "pieces of a pipe do not matter"
sentsplit --offsets "$tmp/any" | LC_ALL=C cut -f3- | cmp -s - "$tmp/whole"
check "--offsets only adds offsets"
printf 'a\0b\377c. D\n' >"$tmp/bytes"
printf 'a\0b\377c.\nD\n' >"$tmp/want"
sentsplit "$tmp/bytes" | cmp -s - "$tmp/want"
check "NUL and bytes that are not UTF-8 pass"

sentsplit --languages | grep abbreviations | cut -f1 >"$tmp/listed"
for file in ../src/data/abbr/[a-z]*; do
	grep -qx "${file##*/}" "$tmp/listed" || echo "$file"
done >"$tmp/unnamed"
[ ! -s "$tmp/unnamed" ]
check "--languages lists each file of abbreviations"

# 8 MiB of address space hold a line of 1 GB (NUL counts as a letter).  The
# sanitizers, which need room themselves, only look for mistakes.
case $OUT in
*/asan) size=20000000 limit=unlimited ;;
*) size=1000000000 limit=8192 ;;
esac
limited() {
	# shellcheck disable=SC3045 # dash, bash, ksh and the BSDs have it
	(ulimit -v $limit && exec sentsplit "$@")
}
[ "$(head -c $size /dev/zero | limited | wc -c)" -gt $size ]
check "a line of 1 GB in 8 MiB"
for bytes in '. ' '....' '“Oh (no' '1. ' '字' '   ' '5 6. ' '@.B'; do
	for options in "" "--quotes keep" "-k -m 9" "--wrapped"; do
		# shellcheck disable=SC2086
		yes "$bytes" | tr -d '\n' | head -c 1000000 |
			limited $options >"$tmp/long"
		check "a line of '$bytes' in 8 MiB $options"
	done
done
