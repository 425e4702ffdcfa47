# battery.sh FOLDER: every program on every hostile input there, at a small size:
# none may crash, hang, take more than a GiB (htmlpick: two), or read what it was not given;
# what shows on a terminal is clean; and html2text loses no text.
battery=$1
PATH=$PWD/bin:$PATH
tmp=$(mktemp -d) || exit 2
trap 'rm -rf "$tmp"' EXIT
python3 "$battery/battery.py" "$tmp/cases" --mb 1 --n 20000 || exit 2

# A row: label case kind status exit cpu wall rss bytes flags.
judge() { # LABEL FLAGS ARGS...: none of these flags, no crash, no hang
	label=$1 flags=$2
	shift 2
	python3 "$battery/battery_run.py" "$cases" --name "$label" --mem $memory --cpu 10 \
		--wall 120 --out "$tmp/rows" "$@" 2>"$tmp/words"
	if awk -F '\t' -v flags="[$flags]" '$4 != "ok" && $4 != "error" || $10 ~ flags { print; bad = 1 }
		END { exit bad || NR == 0 }' "$tmp/rows" >"$tmp/bad"; then
		echo "ok battery $label: $(wc -l <"$tmp/rows") cases"
	else
		echo "not ok battery $label"
		cat "$tmp/bad" "$tmp/words"
		bad=1
	fi
}

if [ -z "$2" ]; then
	python3 "$battery/battery.py" "$tmp/cases" --mb 1 --n 20000 || exit 2
	basename -a -s .c src/cmd/*.c | xargs -P "$(nproc)" -I NAME sh "$0" "$battery" NAME "$tmp/cases"
	exit
fi

p=$2 cases=$3 bad=0
flags=XQ memory=1024
set --
case $p in
html2text) flags=LECUXQ; set -- --kind html,bin,warc,mhtml ;;
boilerstrip) flags=ECUXQ ;; # what it leaves out is its business
kwic) flags=X ;; # nothing found is status 1, and no word
htmlpick) flags=X memory=2048 ;; # so, too; and a tree of eight million nodes
esac
operand=
case $p in
collocate | kwic) operand=word ;;
htmlpick) operand='div > p, li:first-child' ;;
keyness) operand=- ;;
esac
judge "$p" $flags "$@" -- "$p" ${operand:+"$operand"}
case $p in
pagecat) judge "$p --list" ECUXQ --no-marks -- "$p" --list ;;
*) judge "$p -j" XQ --kind jsonl -- "$p" -j ${operand:+"$operand"} ;;
esac
exit $bad
