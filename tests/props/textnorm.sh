# What holds of textnorm for every input: clean text passes, what is repaired
# stays repaired, how it comes does not matter, time and memory are bounded.
tmp=$(mktemp -d) || exit 2
trap 'rm -rf "$tmp"' EXIT
check() { # WHAT, after a command
	if [ $? -eq 0 ]; then echo "ok textnorm: $1"; else echo "not ok textnorm: $1"; fi
}
is() { # WHAT WANTED GOT
	if [ "$2" = "$3" ]; then echo "ok textnorm: $1"; else echo "not ok textnorm: $1: wanted '$2', got '$3'"; fi
}

# What the rules are about, in any order.
awk 'BEGIN {
	n = split("a B 1 - . , \" é Ã© â€™ &eacute; &amp;eacute; &#10; &#233; \033[31m a\bb _\bx \r " \
	    "\302\205 \342\200\250 \342\200\251 \302\255 \342\200\213 \342\200\215 “ ” ’ — … " \
	    "\302\240 \343\200\200 ﬁ Ａ ｶﾞ o\314\210 Å й \357\277\275 Ð¿Ñ€Ð¸ РїСЂРё √© ├⌐ \302\222 \014 " \
	    "< x S Ã â€ ? 가 \341\204\200\341\205\241 ạ 一 & amp; \351 \223 \303 word- the", token, " ")
	seed = 11
	for (i = 0; i < 12000; i++) {
		seed = (seed * 16807) % 2147483647
		printf "%s", token[1 + seed % n]
		if (seed % 5 == 0)
			printf "%s", seed % 3 ? " " : "\t "
		if (seed % 23 == 0)
			printf "\n"
	}
}' >"$tmp/any"
rules=$(textnorm --list-rules | cut -f1 | grep -v -e entities2 -e curl)

# Each rule, and each with each that is not its opposite.
bad=
for a in $rules; do
	for b in $rules; do
		[ "$a" \> "$b" ] && continue
		textnorm --force -x "$a,$b" "$tmp/any" >"$tmp/once" 2>/dev/null || continue
		textnorm --force -x "$a,$b" "$tmp/once" | cmp -s - "$tmp/once" || bad="$bad $a,$b"
	done
done
is "what is repaired stays, by any two rules" "" "$bad"
for list in default all; do
	textnorm --force -x $list "$tmp/any" >"$tmp/once"
	textnorm --force -x $list "$tmp/once" | cmp -s - "$tmp/once"
	check "what is repaired stays, by $list"
done
textnorm --force "$tmp/any" | iconv -f UTF-8 -t UTF-8 >/dev/null 2>&1
check "the output is UTF-8"
for list in default all +dehyphen,+unwrap; do
	textnorm --force -x $list "$tmp/any" >"$tmp/whole"
	"$OBJ/tool/dribble" 7 <"$tmp/any" | textnorm --force -x $list | cmp -s - "$tmp/whole"
	check "pieces of a pipe do not matter, by $list"
done
textnorm --force -x none "$tmp/any" | cmp -s - "$tmp/any"
check "no rule, no change"
is "the lines that -c names are those that change" \
	"$(textnorm -x -newlines "$tmp/any" --force | diff -a "$tmp/any" - | grep -ac '^<')" \
	"$(textnorm -x -newlines -c "$tmp/any" --force | wc -l | tr -d ' ')"

# Opposites are wrong use.
textnorm -x nfc,nfd </dev/null 2>/dev/null
is "opposites" 2 $?
textnorm -x quotes --curl=en </dev/null 2>/dev/null
is "opposites, curled" 2 $?

# A record that needs no repair passes byte for byte.
printf '{ "text" : "caf\\u00e9 \\u2014" , "n":1.0}\n' >"$tmp/record"
textnorm -j "$tmp/record" | cmp -s - "$tmp/record"
check "a clean record passes as it is"

# Hostile input: a line of misread bytes, of marks, of hyphens; all in memory
# that does not grow, and in time that does not leap.
cost() { # WHAT SECONDS ARGS
	what=$1 most=$2
	shift 2
	is "$what" good "$("$OBJ/tool/cost" 1 textnorm --force "$@" |
		awk -v most="$most" '{ print ($1 <= most && $2 <= 16384) ? "good" : $0 }')"
}
yes 'Ã' | tr -d '\n' | head -c 4000000 >"$tmp/hostile"
cost "4 MB of one misread byte" 20 "$tmp/hostile"
{ printf a; yes "$(printf '\314\201\314\243')" | tr -d '\n' | head -c 4000000; } >"$tmp/hostile"
cost "two million marks on one letter" 20 -x nfkd "$tmp/hostile"
cost "the same, composed" 20 "$tmp/hostile"
yes 'ÃƒÂƒ' | tr -d '\n' | head -c 1000000 >"$tmp/hostile"
cost "mojibake of mojibake" 30 "$tmp/hostile"
yes 'a cup ' | tr -d '\n' | head -c 20000000 >"$tmp/hostile"
cost "a line of 20 MB, unwrapped" 20 -x +unwrap "$tmp/hostile"
yes 'a-' | head -n 500000 >"$tmp/hostile"
cost "hyphens at all line ends" 30 -x dehyphen,unwrap "$tmp/hostile"
awk 'BEGIN { for (i = 0; i < 2000; i++) { s = sprintf("%c%c%c%c", 97 + i % 23, 97 + i % 19, 97 + i % 17, 97 + i % 13)
	for (k = 0; k < 12; k++) s = s s; print s } }' >"$tmp/hostile"
cost "long words, all different" 20 -x +dehyphen "$tmp/hostile"
