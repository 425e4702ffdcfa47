# shown.awk WANT GOT: whether GOT is what a manual shows as WANT, where "..." at
# the end of a line stands for the rest of it, and a line "..." for any lines.
function fits(w, g) {
	if (w == g) return 1
	if (w !~ / \.\.\.$/) return 0
	w = substr(w, 1, length(w) - 4)
	return substr(g, 1, length(w)) == w
}
# Whether got[j..] is want[i..].
function same(i, j) {
	while (i <= wants && want[i] != "...") {
		if (j > gots || !fits(want[i++], got[j++])) return 0
	}
	if (i > wants) return j == gots + 1
	while (j <= gots + 1) if (same(i + 1, j++)) return 1
	return 0
}
FNR == NR { want[++wants] = $0; next }
{ got[++gots] = $0 }
END { exit !same(1, 1) }
