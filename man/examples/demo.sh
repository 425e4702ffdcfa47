# demo.sh: a saved news page through the chain, and what each stage does to it.
cd "$(dirname "$0")" || exit 2
page=demo.html

say() {
	printf '\n\033[1m%s\033[0m\n' "$*"
}
[ -t 1 ] && [ -z "$NO_COLOR" ] || say() { printf '\n%s\n' "$*"; }

tmp=$(mktemp -d) || exit 2
trap 'rm -rf "$tmp"' EXIT

say "A saved page, man/examples/$page: $(wc -c <$page | tr -d ' ') bytes of windows-1252, labelled iso-8859-1"
sed -n '12,16p' $page | cut -c1-100 | tr -d '\200-\377'
say "\$ boilerstrip $page    (the article, as a clean page)"
boilerstrip $page | tee "$tmp/page" | head -n 12 | cut -c1-100
echo "  ... $(wc -c <"$tmp/page" | tr -d ' ') bytes"
say "\$ ... | html2text    (its text, a paragraph a line)"
html2text "$tmp/page" | tee "$tmp/text" | head -n 9 | cut -c1-100
echo "  ... $(wc -w <"$tmp/text" | tr -d ' ') words"
say "\$ ... | sentsplit    (a sentence a line)"
sentsplit "$tmp/text" | tee "$tmp/sentences" | sed -n '5,12p' | cut -c1-100
echo "  ... $(wc -l <"$tmp/sentences" | tr -d ' ') sentences"
say "\$ ... | wordfreq -n 20"
wordfreq -n 20 "$tmp/sentences"
say "All in one: boilerstrip $page | html2text | sentsplit | wordfreq -n 20"
