# battery.sh FOLDER: every program on every hostile input there, at a small size:
# none may crash, hang, take more than a GiB, or read what it was not given;
# what shows on a terminal is clean; and html2text loses no text.
battery=$1
PATH=$PWD/bin:$PATH
tmp=$(mktemp -d) || exit 2
trap 'rm -rf "$tmp"' EXIT
python3 "$battery/battery.py" "$tmp/cases" --mb 1 --n 20000 || exit 2
bad=0

# A row: label case kind status exit cpu wall rss bytes flags.
judge() { # LABEL FLAGS ARGS...: none of these flags, no crash, no hang
	label=$1 flags=$2
	shift 2
	python3 "$battery/battery_run.py" "$tmp/cases" --name "$label" --mem 1024 --cpu 10 \
		--wall 120 --out "$tmp/rows" "$@" 2>"$tmp/words"
	awk -F '\t' -v flags="[$flags]" '$4 != "ok" && $4 != "error" || $10 ~ flags { print; bad = 1 }
		END { exit bad || NR == 0 }' "$tmp/rows" >"$tmp/bad"
	if [ $? -eq 0 ]; then
		echo "ok battery $label: $(wc -l <"$tmp/rows") cases"
	else
		echo "not ok battery $label"
		cat "$tmp/bad" "$tmp/words"
		bad=1
	fi
}

for p in src/cmd/*.c; do
	p=$(basename "$p" .c)
	case $p in
	html2text) judge "$p" LECUXQ --kind html,bin,warc,mhtml -- "$p" ;;
	boilerstrip) judge "$p" ECUXQ -- "$p" ;; # what it leaves out is its business
	*) judge "$p" XQ -- "$p" ;;
	esac
	case $p in
	pagecat) judge "$p --list" ECUXQ --no-marks -- "$p" --list ;;
	*) judge "$p -j" XQ --kind jsonl -- "$p" -j ;;
	esac
done
exit $bad
