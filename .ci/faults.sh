# faults.sh FOLDER: every program in an environment where something is wrong, on an
# input of its own kind: a page, a text, or a table of words.
faults=$1/faults.sh
PATH=$PWD/bin:$PATH
own=$PWD/bin/.obj/faults

# Small and big, 8 MB or so: what each kind of program has something to say of.
make_inputs() {
	printf '%s\n' '<!DOCTYPE html><meta charset=utf-8><title>Café</title><h1>Título 中文 😀</h1>' \
		'<p>One &eacute; two, <a href=/three>three</a>. İIıi &#x4e2d;</p>' \
		'<table><tr><th>a<th>b<tr><td>ภาษา<td>2</table>' >"$own/page"
	awk 'BEGIN {
		print "<meta charset=utf-8><title>Big</title>"
		for (i = 0; i < 65536; i++)
			printf "<p>Sentence number <a href=/%d>%d</a> of the big page.</p>\n" \
				"<table><tr><th>n<th>of<tr><td>%d<td>2</table>\n", i, i, i
	}' >"$own/pages"
	printf '%s\n' 'A sentence: café, 中文 and 😀.' '' 'Another sentence of ภาษา. İIıi.' >"$own/text"
	awk 'BEGIN { for (i = 0; i < 131072; i++) printf "Sentence number %d of the big text, it is here.\n", i }' \
		>"$own/texts"
	printf '40\tthe\n7\tcafé\n3\t中文\n1\tstorm\n' >"$own/table"
	printf '400\tthe\n3\tstorm\n' >"$own/other"
	awk 'BEGIN { for (i = 0; i < 400000; i++) printf "%d\tword%d\n", 500000 - i, i }' >"$own/tables"

	awk 'BEGIN { for (i = 0; i < 65536; i++) printf "{\"id\":%d,\"text\":\"Document %d: %s\"}\n", i, i,
		"a sentence that is here for a test of what is wrong, café and 中文"; }' >"$own/records"
	head -n 3 "$own/records" >"$own/record"
	awk 'BEGIN { for (i = 0; i < 200000; i++) printf "<div>"; print "<p>A sentence" }' >"$own/deep"
}

# Most of it is waiting: four programs at a time.
if [ -z "$2" ]; then
	rm -rf "$own"
	mkdir -p "$own" || exit 2
	trap 'rm -rf "$own"' EXIT
	make_inputs
	basename -a -s .c src/cmd/*.c | xargs -P 4 -I NAME sh "$0" "$1" NAME
	exit
fi

# The checks that cover a folder with an empty one must not cover us.
covered=
case $PWD in
/tmp/* | /var/tmp/*) covered=no-tmp ;;
/home/* | /dev/shm/*) covered=no-home ;;
esac

hold() { # PROGRAM KIND SKIPPED ARGUMENT...: the input is $own/KIND and $own/KINDs
	program=$1 kind=$2 skipped="$covered $3"
	shift 3
	log=$own/log.$program
	if FAULTS_INPUT=$own/$kind FAULTS_BIG=$own/${kind}s FAULTS_DEEP=$own/deep FAULTS_SPLITS=60 \
		FAULTS_SKIP=$skipped T=60 bash "$faults" "$program" "$@" >"$log" 2>&1; then
		echo "ok faults $program: $(tail -n 1 "$log")"
	else
		echo "not ok faults $program: $(tail -n 1 "$log")"
		grep '^FAIL' "$log"
		return 1
	fi
}

p=$2
case $p in
# What it says, it says when it has read all: how soon is the machine's affair,
# and the check of a reader that leaves has a clock.
boilerstrip | htmlmeta) hold "$p" page early-exit ;;
htmlpick) hold "$p" page "early-exit empty" p ;; # nothing found is status 1
collocate) hold "$p" text early-exit sentence ;;
freqplot) hold "$p" table early-exit ;;
keyness) hold "$p" table early-exit -n 50000 - "$own/other" ;;
neardup) hold "$p" record early-exit -j ;;
textquality | textstat | wordfreq) hold "$p" text early-exit ;;
html2text) hold "$p" page '' ;;
# That input has no link and no table, which is said.
htmllinks | htmltable) hold "$p" page early-exit ;;
kwic) hold "$p" text empty sentence ;; # nothing found is status 1
# It is one page of 256 MB, which is larger than it takes unasked.
pagecat) hold "$p" page '' --max-page=1G ;;
*) hold "$p" text '' ;;
esac
