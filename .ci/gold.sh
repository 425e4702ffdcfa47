# gold.sh FOLDER: the scores on the gold data there, each held at the floor
# below, which is what was reached less what a harmless change may cost.
gold=$1
BIN=$PWD/bin
PATH=$BIN:$PATH
export BIN PATH
tmp=$(mktemp -d) || exit 2
trap 'rm -rf "$tmp"' EXIT
bad=0

floor() { # WHAT SCORE FLOOR
	if [ -n "$2" ] && awk "BEGIN { exit !($2 >= $3) }"; then
		echo "ok $1: $2 (floor $3)"
	else
		echo "not ok $1: ${2:-no score} (floor $3)"
		bad=1
	fi
}

page_score() { # SET: F1 of the pipe in $PIPE
	SETS=$1 sh "$gold/boilerstrip/run.sh" "$tmp/out" | awk -v s="$1" '$1 == s { print $3 }'
}

while read -r set least; do
	floor "boilerstrip | html2text, $set" "$(page_score "$set")" "$least"
done <<-EOF
	scrapinghub .97
	cleaneval .92
	aed .929
	fundus .9575
	docs .977
	gne .922
	np3k .94
	wcxb .913
EOF
# What comes out whole, of the sets above and recipes.
SETS=recipes sh "$gold/boilerstrip/run.sh" "$tmp/out" >"$tmp/recipes"
sets='wcxb cleaneval scrapinghub aed fundus docs np3k gne recipes'
py=python3
$py -c 'import lxml' 2>"$tmp/lxml" || py=/usr/bin/python3
# shellcheck disable=SC2086 # a list
$py "$gold/boilerstrip/integrity.py" "$gold/boilerstrip/pages" "$tmp/out" $sets >"$tmp/whole"
share() { # KIND OF: its share of them, in the last line of integrity.py
	tail -n 1 "$tmp/whole" | tr ',' '\n' | sed 's/^all//; s/^ *//' |
	    awk -v kind="$1" -v of="$2" '
		{ n = $NF; sub(/ [0-9]+$/, ""); count[$0] = n }
		END {
			m = split(of, part, ",")
			for (i = 1; i <= m; i++)
				all += count[part[i]]
			if (all > 0)
				printf "%.4f", count[kind] / all
		}'
}
while read -r kind least; do
	floor "boilerstrip, $kind whole" "$(share "$kind whole" "$kind whole,$kind in part,$kind lost")" "$least"
done <<-EOF
	table .925
	list .945
	dl .93
EOF
floor "boilerstrip, segments of recipes" "$(share 'segments found' segments)" .89
export PIPE='html2text | boilerstrip'
floor "html2text | boilerstrip, scrapinghub" "$(page_score scrapinghub)" .905
unset PIPE

# A page's encoding is right where its text comes out, three times.
python3 - "$gold/charset" >"$tmp/right" <<-EOF
	import json, subprocess, sys
	folder, right = sys.argv[1], 0
	truth = json.load(open(folder + "/truth.json", encoding="utf-8"))
	for name, about in truth.items():
	    text = about["text"] if isinstance(about, dict) else about
	    page = open(folder + "/pages/" + name, "rb").read()
	    out = subprocess.run(["html2text"], input=page, stdout=subprocess.PIPE).stdout
	    right += out.decode("utf-8", "replace").count(text) >= 3
	print(right)
EOF
floor "html2text, pages of charset" "$(cat "$tmp/right")" 178
n=0
for page in "$gold"/html2text-examples/*.html; do
	# The links' list has one letter now, -L; a column of numbers is flush right.
	options=$(sed 's/^-l$/-L/' "${page%.html}.opt" 2>/dev/null)
	# shellcheck disable=SC2086 # options, or none
	html2text $options <"$page" | cmp -s - "${page%.html}.txt" && n=$((n + 1))
done
floor "html2text, examples" $n 11

score() { # SET PART
	lang=${1%%_*}
	sentsplit -l "$lang" <"$gold/sentsplit/$1/$2.in" >"$tmp/sentences"
	python3 "$gold/sentsplit/score.py" "$gold/sentsplit/$1/$2.gold" "$tmp/sentences" | sed 's/.* F1=\([0-9.]*\).*/\1/'
}
for dir in "$gold"/sentsplit/*_*/; do
	[ -f "$dir/dev.in" ] && score "$(basename "$dir")" dev
done >"$tmp/f1"
floor "sentsplit, mean F1 of the dev sets" "$(awk '{ s += $1 } END { printf "%.4f", s / NR }' "$tmp/f1")" .970
floor "sentsplit, golden rules of 48" "$(python3 "$gold/sentsplit/score.py" --rules "$gold/sentsplit/rules/golden48-en.json" sentsplit 2>/dev/null | cut -d/ -f1)" 48

# BANK RULES FLOOR
while read -r bank rules least; do
	floor "wordsplit $rules, $bank" "$(python3 "$gold/wordsplit/score.py" "$gold/wordsplit" --banks "$bank" wordsplit -p "$rules" | sed 's/.*F1 \([0-9.]*\).*/\1/')" "$least"
done <<-EOF
	English-EWT --language=en .99
	French-GSD --language=fr .99
	German-GSD --language=de .99
EOF
exit $bad
