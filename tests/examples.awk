# examples.awk: the commands of a manual page's EXAMPLES (mandoc -Tutf8), of all
# of a page (-v all=1), or of README.md, each as "$ command", then the output
# that is shown, if any, as ">line".  A command goes on where its line ends with
# | or \, a quote is open, or a "do" or "{" has no end.  In README's "One line
# each" every line is a command.
function quotes(s) { return gsub(/'/, "", s) % 2 }
function depth(s) { return gsub(/(^|[ ;])(do|\{)( |$)/, "", s) - gsub(/(^|[ ;])(done|\})/, "", s) }
function flush() {
	if (command == "") return
	while (n > 0 && out[n] == "") n--
	print "$ " command
	for (i = 1; i <= n; i++) print ">" out[i]
	command = ""; n = 0
}
function start(line) { flush(); command = line; open = quotes(line); deep = depth(line) }
{ line = $0; sub(/^ +/, "", line); indent = length($0) - length(line) }
FILENAME ~ /README/ {
	if (/^#/) { flush(); bare = /One line each/ }
	if ($0 == "" && n > 0) { out[++n] = ""; next }
	if (indent < 4) { if ($0 != "") flush(); next }
	sub(/^    /, "")
	if (bare) { sub(/ +# .*/, ""); if ($0 != "") start($0); next }
	line = $0; indent = 4
}
FILENAME !~ /README/ && /^[A-Z]/ { flush(); on = all || $0 == "EXAMPLES"; next }
FILENAME !~ /README/ && !on { next }
line ~ /^\$ / { start(substr(line, 3)); column = indent; next }
command == "" { next }
n == 0 && (open || deep > 0 || command ~ /[|\\]$/) {
	broken = !open && command ~ /[|\\]$/
	sub(/\\$/, "", command)
	command = command (broken ? " " : "\n") line
	if (quotes(line)) open = !open
	deep += depth(line)
	next
}
line != "" && indent < column { flush(); next }
{ out[++n] = line }
END { flush() }
