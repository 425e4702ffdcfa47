# sentsplit against `wc -w` on the same text in the same run, user time: how
# many times as fast.  The texts: Debian's King James Bible, where its reader
# is installed (apt-get install bible-kjv); and of GOLD, a folder of treebanks
# as `make train-sentences` reads them, English and all scripts together.
tmp=$(mktemp -d) || exit 2
trap 'rm -rf "$tmp"' EXIT

grow() { # FILE: again and again, to 50 MB
	while [ "$(wc -c <"$1")" -lt 50000000 ]; do
		cat "$1" "$1" >"$1.2" && mv "$1.2" "$1"
	done
	head -c 50000000 "$1" >"$1.50" && mv "$1.50" "$1"
}
user() { # COMMAND...: its user time, the best of five, in seconds
	for _ in 1 2 3 4 5; do
		{ LC_ALL=C.UTF-8 bash -c 'TIMEFORMAT=%U; time "$@" >/dev/null' - "$@"; } 2>&1
	done | sort -n | head -1
}
row() { # NAME FILE
	[ -s "$2" ] || return 0
	grow "$2"
	s=$(user sentsplit "$2") w=$(user wc -w "$2")
	awk -v n="$1" -v s="$s" -v w="$w" 'BEGIN {
		printf "sentsplit  %-12s %6.0f MB/s  wc -w %6.0f MB/s  ratio %.2f\n",
		    n, 50 / s, 50 / w, w / s }'
}

bible -f gen1:1-rev22:21 >"$tmp/bible" 2>/dev/null
row bible "$tmp/bible"
if [ -d "$GOLD" ]; then
	cat "$GOLD"/en_*/*.in >"$tmp/english"
	cat "$GOLD"/[!e]*/*.in "$GOLD"/e[ls]_*/*.in >"$tmp/scripts"
	row English "$tmp/english"
	row "all scripts" "$tmp/scripts"
fi
