# What holds of langid for every input: how it comes does not matter, lines
# are kept or dropped whole, memory is constant, strange input has an answer.
tmp=$(mktemp -d) || exit 2
trap 'rm -rf "$tmp"' EXIT
check() { # WHAT, after a command
	if [ $? -eq 0 ]; then echo "ok langid: $1"; else echo "not ok langid: $1"; fi
}
is() { # WHAT WANTED GOT
	if [ "$2" = "$3" ]; then echo "ok langid: $1"; else echo "not ok langid: $1: wanted '$2', got '$3'"; fi
}

# Lines in several languages, some that are none, bytes that are no text.
{
	cat cases/*/*.in
	printf 'a\0b\377c\n\n\n'
} | head -c 3000000 >"$tmp/any"

langid --force -L "$tmp/any" >"$tmp/whole"
"$OBJ/tool/dribble" 7 <"$tmp/any" | langid --force -L | cmp -s - "$tmp/whole"
check "pieces of a pipe do not matter"
LC_ALL=C cut -f3- "$tmp/whole" | cmp -s - "$tmp/any"
check "-L only adds two columns"
cat "$tmp/any" "$tmp/any" | langid --force -L >"$tmp/twice"
cat "$tmp/whole" "$tmp/whole" | cmp -s - "$tmp/twice"
check "judging lines again says the same"

langid --force -L -k en,de --dropped="$tmp/dropped" "$tmp/any" >"$tmp/kept"
grep -c '' "$tmp/any" >"$tmp/lines"
is "each line is kept or dropped" "$(cat "$tmp/lines")" \
	"$(cat "$tmp/kept" "$tmp/dropped" | grep -c '')"
langid --force -L -k en,de "$tmp/kept" | cmp -s - "$tmp/kept"
check "what was kept is kept"
is "what was dropped is dropped" 0 \
	"$(LC_ALL=C grep -av '^$' "$tmp/dropped" | langid --force -L -k en,de | wc -l | tr -d ' ')"
langid --force -L -k en,de -v --dropped="$tmp/other" "$tmp/any" | LC_ALL=C grep -av '^$' >"$tmp/inverse"
LC_ALL=C grep -av '^$' "$tmp/dropped" | cmp -s - "$tmp/inverse"
check "-v keeps what is dropped without it"

# A record is judged as a text is.
text='Le gardien du phare compte les navires chaque soir.'
is "a record is as a text" "$(printf %s "$text" | langid)" \
	"$(printf '{"text":"%s"}' "$text" | langid -j |
		sed 's/.*"lang":"\(.*\)","lang_score":\(.*\)}/\1	\2/')"
printf '{"text":"%s"}' "$text" | langid -j >"$tmp/once"
langid -j "$tmp/once" | cmp -s - "$tmp/once"
check "a record judged again stays"

# Of a text the first 32 KiB count; with --whole all of it.
{
	yes 'The keeper counts the ships.' | head -n 1300
	yes 'Смотритель маяка считает корабли.' | head -n 9000
} >"$tmp/long"
is "the first 32 KiB" en "$(langid "$tmp/long" | cut -f1)"
is "--whole" ru "$(langid --whole "$tmp/long" | cut -f1)"

# A line of 200 MB, words of all sorts, a million marks.
memory() { # ARGS: whether langid's memory is small, or what it is
	"$OBJ/tool/cost" 1 langid "$@" | awk '{ print ($2 <= 16384) ? "small" : $0 }'
}
head -c 200000000 /dev/zero | tr '\0' x >"$tmp/x"
is "a line of 200 MB in constant memory" small "$(memory -L "$tmp/x")"
is "random bytes are of no language" und \
	"$(awk 'BEGIN { srand(3); for (i = 0; i < 30000; i++) printf "%c", int(rand() * 255) + 1 }' |
		LC_ALL=C tr -d '<' | langid --force | cut -f1)"
is "base64 is of no language" und "$(gzip -c ../README.md | base64 | langid | cut -f1)"
