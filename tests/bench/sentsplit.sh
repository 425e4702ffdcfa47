# sentsplit.sh: sentsplit beside `wc -w`, which only counts, and what else is
# installed.  The texts, 50 MB each: Debian's King James Bible, and of GOLD, a
# folder that has the treebanks of `make train-sentences` in sentsplit/,
# English and all scripts together.
cd "$(dirname "$0")" || exit 2
COST=${COST:-../../bin/.obj/release/tool/cost}
. ./lib.sh

grow() { # FILE: again and again, to 50 MB
	while [ "$(wc -c <"$1")" -lt 50000000 ]; do
		cat "$1" "$1" >"$1.2" && mv "$1.2" "$1"
	done
	head -c 50000000 "$1" >"$1.50" && mv "$1.50" "$1"
}
text() { # NAME FILE
	[ -s "$2" ] || return 0
	grow "$2"
	task "sentences of $1" "$2"
	row sentsplit sentsplit "$2"
	row "wc -w, in C.UTF-8" env LC_ALL=C.UTF-8 wc -w "$2"
}

if king_james "$tmp/bible"; then text "King James" "$tmp/bible"; fi
if [ -d "$GOLD/sentsplit" ]; then
	cat "$GOLD"/sentsplit/en_*/*.in >"$tmp/english"
	cat "$GOLD"/sentsplit/[!e]*/*.in "$GOLD"/sentsplit/e[ls]_*/*.in >"$tmp/scripts"
	text "treebanks, English" "$tmp/english"
	text "treebanks, all scripts" "$tmp/scripts"
else
	echo "sentsplit: no folder GOLD with sentsplit/ in it, no treebanks"
fi
