# A case of WordBreakTest.txt a line, as a record whose text is the case's, or,
# with WANT set, whose text is the array of its segments.
function value(hex,  n) {
	n = 0
	for (; hex != ""; hex = substr(hex, 2))
		n = n * 16 + index("0123456789ABCDEF", substr(hex, 1, 1)) - 1
	return n
}
function utf8(c) {
	if (c == 10) return "\\n"
	if (c == 13) return "\\r"
	if (c == 34) return "\\\""
	if (c < 32) return sprintf("\\u%04x", c)
	if (c < 128) return sprintf("%c", c)
	if (c < 2048) return sprintf("%c%c", 192 + int(c / 64), 128 + c % 64)
	if (c < 65536) return sprintf("%c%c%c", 224 + int(c / 4096), 128 + int(c / 64) % 64, 128 + c % 64)
	return sprintf("%c%c%c%c", 240 + int(c / 262144), 128 + int(c / 4096) % 64, 128 + int(c / 64) % 64, 128 + c % 64)
}
/^÷/ {
	sub(/#.*/, "")
	out = ""
	for (i = 2; i < NF; i += 2) {
		out = out utf8(value($i))
		if (WANT && $(i + 1) == "÷" && i + 1 < NF) out = out "\",\""
	}
	print WANT ? "{\"text\":[\"" out "\"]}" : "{\"text\":\"" out "\"}"
}
