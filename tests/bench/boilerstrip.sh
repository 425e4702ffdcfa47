# boilerstrip.sh: boilerstrip on 100 pages, all in one process and a process
# each, beside readability's port to Python, in one process, and w3m, which
# only renders.  The pages are page.awk's, about 170 kB each; of GOLD, if
# given, those of the scrapinghub set, too.
cd "$(dirname "$0")" || exit 2
COST=${COST:-../../bin/.obj/release/tool/cost}
. ./lib.sh

cat >"$tmp/peer.py" <<'E2'
import sys
import readability
for name in sys.argv[1:]:
    with open(name, "rb") as page:
        readability.Document(page.read().decode("utf-8", "replace")).summary()
E2
strip() { # NAME FOLDER
	task "the article of $(ls "$2" | wc -l) $1" "$2"/*
	row boilerstrip boilerstrip "$2"/*
	each "boilerstrip, a process each" "$2" boilerstrip
	each "w3m -dump, a process each" "$2" w3m -T text/html -dump
	python "readability-lxml" readability "$tmp/peer.py" "$2"/*
}

some_pages "$tmp/pages"
strip pages "$tmp/pages"
if saved_pages "$tmp/saved"; then strip "saved pages" "$tmp/saved"; fi
