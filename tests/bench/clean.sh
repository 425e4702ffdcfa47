# clean.sh: what makes a corpus clean: langid, neardup, textnorm, textstat and
# textquality, beside `wc -w`, which only counts words, and what does a part of
# the same job.  The text is the King James Bible; of GOLD, a folder that has
# langid/ and sentsplit/, lines and sentences in many languages, too.
cd "$(dirname "$0")" || exit 2
COST=${COST:-../../bin/.obj/release/tool/cost}
. ./lib.sh

words() { row "wc -w, in C.UTF-8" env LC_ALL=C.UTF-8 wc -w "$@"; }

# CLD2 knows which language a line is in, as langid -L does.
cat >"$tmp/cld2.cc" <<'E2'
#include <cstdio>
#include <cld2/public/compact_lang_det.h>
#include <cstdlib>
int main() {
	char *line = nullptr;
	size_t size = 0;
	for (ssize_t n; (n = getline(&line, &size, stdin)) > 0;) {
		bool reliable;
		CLD2::Language l = CLD2::DetectLanguage(line, (int)n, true, &reliable);
		printf("%s\t%d\t%.*s", CLD2::LanguageCode(l), reliable, (int)n, line);
	}
}
E2
c++ -O2 -o "$tmp/cld2" "$tmp/cld2.cc" -lcld2 2>/dev/null
c++ -O2 -o "$tmp/cld2-full" "$tmp/cld2.cc" -Wl,--no-as-needed -lcld2_full -lcld2 2>/dev/null
lines() { # NAME FILE
	task "the language of each line: $1" "$2"
	row "langid -L" langid -L "$2"
	words "$2"
	pipe "CLD2" "$tmp/cld2" "'$tmp/cld2' <'$2'"
	pipe "CLD2, its full tables" "$tmp/cld2-full" "'$tmp/cld2-full' <'$2'"
}

# Records of forty verses; of ten times the Bible, nine in ten are copies.
records() { # FILE
	awk '{ gsub(/["\\]/, ""); text = text " " $0 }
	NR % 40 == 0 { printf "{\"id\":%d,\"text\":\"%s\"}\n", NR, text; text = "" }' "$1"
}

if king_james "$tmp/kjv1"; then
	many 10 "$tmp/kjv1" >"$tmp/kjv"
	records "$tmp/kjv" >"$tmp/records"
	head -n 780 "$tmp/records" >"$tmp/few"
	lines "King James" "$tmp/kjv1"
	task "the language of a document, all of it" "$tmp/kjv"
	row "langid --whole" langid --whole "$tmp/kjv"
	words "$tmp/kjv"
	mkdir "$tmp/files"
	split -l 40 -a 4 "$tmp/kjv1" "$tmp/files/"
	task "copies in $(wc -l <"$tmp/records") records" "$tmp/records"
	row "neardup -j" neardup -j "$tmp/records"
	row "neardup -j --exact" neardup -j --exact "$tmp/records"
	row "wordsplit -j" wordsplit -j "$tmp/records"
	words "$tmp/records"
	task "copies in $(ls "$tmp/files" | wc -l) files" "$tmp"/files/*
	row neardup neardup "$tmp"/files/*
	row "simhash -w, which hashes all bytes" simhash -w "$tmp"/files/*
	task "characters of English" "$tmp/kjv"
	row textnorm textnorm "$tmp/kjv"
	words "$tmp/kjv"
	row "uconv -x nfc, the form alone" uconv -f utf-8 -t utf-8 -x any-nfc "$tmp/kjv"
	task "numbers of a text" "$tmp/kjv"
	row textstat textstat "$tmp/kjv"
	row wordfreq wordfreq "$tmp/kjv"
	words "$tmp/kjv"
	RUNS=1 row "style, of diction" style "$tmp/kjv"
	task "quality of $(wc -l <"$tmp/records") records" "$tmp/records"
	row "textquality -j" textquality -j "$tmp/records"
	row "textquality -j -R c4" textquality -j -R c4 "$tmp/records"
	words "$tmp/records"
fi
if [ -d "$GOLD/langid" ] && [ -d "$GOLD/sentsplit" ]; then
	cut -f 2 "$GOLD"/langid/lingua_sent.tsv "$GOLD"/langid/tatoeba.tsv >"$tmp/lines1"
	many 5 "$tmp/lines1" >"$tmp/lines"
	lines "84 languages" "$tmp/lines"
	cat "$GOLD"/sentsplit/[!e]*/*.in "$GOLD"/sentsplit/e[ls]_*/*.in >"$tmp/scripts"
	task "characters of many scripts" "$tmp/scripts"
	row textnorm textnorm "$tmp/scripts"
	words "$tmp/scripts"
	row "uconv -x nfc, the form alone" uconv -f utf-8 -t utf-8 -x any-nfc "$tmp/scripts"
else
	echo "clean: no folder GOLD with langid/ and sentsplit/ in it, one language only"
fi
