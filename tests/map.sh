# map.sh: the map of the source, as src/README.md has it: each folder with its
# one sentence, each module with the first sentence of its header (or, where it
# has none, of its file).  `make map` writes it; a test holds it to the source.
cd "$(dirname "$0")/../src" || exit 2

folder() { # FOLDER: what it is, in one sentence
	case $1 in
	cmd) echo "One program per file: its options, one function, one call." ;;
	base) echo "Memory, bytes and their streams, containers, sorting; no Unicode." ;;
	notation) echo "How data is written: JSON, objects, tables, and the signatures that tell one format from another." ;;
	program) echo "What every program does around its work: options, files, documents and records, messages of state, the sandbox." ;;
	text) echo "Text: what needs Unicode or a language, and no HTML." ;;
	text/unicode) echo "Code points: UTF-8, classes, normal forms, widths, wrapping." ;;
	text/encoding) echo "From the bytes of any encoding, and from character references, to UTF-8." ;;
	text/words) echo "Where words begin and end, and which words are one." ;;
	text/sentences) echo "Where sentences end." ;;
	text/count) echo "Counting words, in memory, on disk, in threads; tables of counts." ;;
	text/corpus) echo "Looking into a corpus: patterns, concordances, collocations, keyness." ;;
	text/plot) echo "Tables as pictures." ;;
	text/extract) echo "Which paragraphs of a plain text are its content." ;;
	text/score) echo "The numbers of a stretch of text, and decision trees over them." ;;
	text/langid) echo "Which language a text is in." ;;
	text/mojibake) echo "Text that was read in a wrong encoding, and what it was." ;;
	text/repair) echo "Repairing the characters of a text, rule by rule." ;;
	text/copies) echo "Documents and lines that say what another said." ;;
	text/quality) echo "The published rules that sort out bad texts." ;;
	text/stat) echo "Numbers about a text: counts, variety, readability." ;;
	html) echo "Pages." ;;
	html/encoding) echo "Which encoding a page is in." ;;
	html/token) echo "From clean UTF-8 to tags and text (HTML 13.2.5)." ;;
	html/parse) echo "From tags to elements that start and end, as browsers have it (HTML 13.2.6)." ;;
	html/read) echo "The elements and the text that a reader of the page sees." ;;
	html/render) echo "That stream as text or Markdown." ;;
	html/write) echo "Its lines: margins, marks, Markdown, links." ;;
	html/page) echo "A page in memory: its elements, its blocks, its units, and their numbers." ;;
	html/extract) echo "Which blocks of a page are its content, and the clean page that they make." ;;
	html/show) echo "A page with its blocks marked, to look at in a browser." ;;
	html/about) echo "What a page says of itself: title, authors, dates, address." ;;
	html/words) echo "Words that pages use for people and dates: bylines, names, the forms of dates, the names of elements." ;;
	html/jsonld) echo "What a page states in JSON-LD: its values, its texts." ;;
	html/parts) echo "Parts of a page: its links, its tables." ;;
	html/tree) echo "A page as a tree." ;;
	html/select) echo "What of a tree is picked: selectors, XPath, and how a node is written." ;;
	pack) echo "The containers a saved page arrives in, behind one interface." ;;
	pack/format) echo "One container per file." ;;
	pack/page) echo "What of a container is a page, and what is known of it." ;;
	pack/stream) echo "Streams inside containers: compressed, chunked, cut out." ;;
	pack/syntax) echo "Syntaxes that several containers share: headers, XML, dates, MIME." ;;
	data) echo "Published tables as they came, trained weights, and the generators that make C of them while building." ;;
	*) echo "?" ;;
	esac
}

# The first sentence of a file's first comment, without "name: ".
sentence() { # FILE
	awk '
	/SPDX/ { next }
	!on && !/^\/\*/ { exit }
	/^\/\*/ { on = 1; next }
	on && /^ \*\// { exit }
	on && /^ \*$/ { exit }
	on { sub(/^ \* ?/, ""); text = text (text == "" ? "" : " ") $0 }
	END {
		if (match(text, /[.:] ( |$)|[.:]$|[.] [A-Z]|: *$/)) text = substr(text, 1, RSTART)
		sub(/[:.]$/, "", text); print text
	}' "$1" | sed 's/|/\\|/g'
}

echo "<!-- Written by make map from the heads of the files. -->"
echo "# The source, folder by folder"
echo
echo "A file includes its own floor and those below it, never one above: cmd, then pack and html, then text, then program, then notation, then base."
find . -type d | sed 's|^\./||; s|^\.$||' | grep -v '^data/' | LC_ALL=C sort | while read -r dir; do
	[ -n "$dir" ] || continue
	printf '\n## %s\n%s\n' "$dir" "$(folder "$dir")"
	files=$(for f in "$dir"/*.[ch]; do [ -f "$f" ] && basename "$f"; done | sed 's/\.[ch]$//' | LC_ALL=C sort -u)
	[ -n "$files" ] || continue
	printf '\n| module | what it is |\n|---|---|\n'
	for name in $files; do
		head=$dir/$name.h
		[ -f "$head" ] || head=$dir/$name.c
		printf '| %s | %s |\n' "$name" "$(sentence "$head")"
	done
done
