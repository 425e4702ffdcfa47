# What holds of htmlmeta for every input: how it comes does not matter, one
# run per page and records say the same, hostile pages take linear time.
tmp=$(mktemp -d) || exit 2
trap 'rm -rf "$tmp"' EXIT
PATH=$OBJ/tool:$PATH
check() { # WHAT, after a command
	if [ $? -eq 0 ]; then echo "ok htmlmeta: $1"; else echo "not ok htmlmeta: $1"; fi
}
is() { # WHAT WANTED GOT
	if [ "$2" = "$3" ]; then echo "ok htmlmeta: $1"; else echo "not ok htmlmeta: $1: wanted '$2', got '$3'"; fi
}

for page in cases/htmlmeta/article.in cases/boilerstrip/page.in ../man/examples/demo.html; do
	htmlmeta -o json "$page" >"$tmp/want"
	dribble 3 <"$page" | htmlmeta -o json | cmp -s - "$tmp/want"
	check "pieces of a pipe do not matter: $page"
done
html=$(quote <cases/htmlmeta/article.in)
htmlmeta -o json cases/htmlmeta/article.in >"$tmp/one"
for n in 1 2 3; do printf '{"text":%s}\n' "$html"; done | htmlmeta -j | sed 's/.*"meta"://; s/}$//' | sort -u >"$tmp/records"
is "a record says what a run says" "$(cat "$tmp/one")" "$(cat "$tmp/records")"
is "a member that is there is replaced" 1 \
	"$(printf '{"text":"<title>Tea</title>"}' | htmlmeta -j | htmlmeta -j | grep -o '"meta"' | wc -l | tr -d ' ')"

# One record of a page whole.
is "the chain" '{"id":1,"text":"Tea\n\nHot.\n","meta":{"title":"Tea"}}' \
	"$(printf '{"id":1,"text":"<title>Tea</title><h1>Tea</h1><p>Hot."}\n' | htmlmeta -j | html2text -j)"

# The text of a page cannot end the front matter, or begin a line.
printf '<title>a&#10;---&#10;b: c</title>' | htmlmeta -o yaml >"$tmp/yaml"
is "front matter has one begin and one end" 2 "$(grep -c '^---$' "$tmp/yaml")"

# ---- hostile ----

seconds() { # LIMIT WHAT COMMAND: within a limit that a slower machine meets
	timeout "$1" sh -c "$3" >/dev/null 2>&1
	check "$2"
}
awk 'BEGIN { for (i = 0; i < 1000000; i++) print "<meta name=author content=\"A B" i "\">" }' >"$tmp/metas"
seconds 10 "a million meta elements" "htmlmeta '$tmp/metas'"
awk 'BEGIN { print "<script type=\"application/ld+json\">"; for (i = 0; i < 100000; i++) printf "[{\"a\":" }' >"$tmp/deep"
seconds 5 "JSON-LD 100,000 deep" "htmlmeta '$tmp/deep'"
is "JSON-LD too deep: said" 1 "$(htmlmeta "$tmp/deep" 2>&1 | grep -c 'JSON-LD not read')"
awk 'BEGIN { printf "<script type=\"application/ld+json\">{\"@type\":\"Article\",\"keywords\":["; for (i = 0; i < 1000000; i++) printf "\"tag%d\",", i; print "]}</script>" }' >"$tmp/long"
seconds 5 "JSON-LD of 10 MB" "htmlmeta '$tmp/long'"
awk 'BEGIN { for (i = 0; i < 100000; i++) print "<script type=\"application/ld+json\">{\"@type\":\"Article\",\"author\":{\"@id\":\"" i "\"}}</script>" }' >"$tmp/many"
seconds 10 "100,000 scripts of JSON-LD" "htmlmeta '$tmp/many'"
awk 'BEGIN { for (i = 0; i < 200000; i++) print "<span class=author>By Ada Lovelace" i }' >"$tmp/spans"
seconds 10 "200,000 open spans" "htmlmeta '$tmp/spans'"
awk 'BEGIN { for (i = 0; i < 200000; i++) print "<p>Published: 1/2/2025 3/4/2025" }' >"$tmp/dates"
seconds 10 "200,000 lines with dates" "htmlmeta '$tmp/dates'"
awk 'BEGIN { for (i = 0; i < 100000; i++) print "<h1>River rises " i "</h1>" }' >"$tmp/heads"
seconds 10 "100,000 headings" "htmlmeta '$tmp/heads'"
