# fuzz.sh SECONDS: each fuzzer for so long.  What one finds in so short a time is
# chance, so a broken property is shown for someone to look at; what fails is an
# error of memory, wherever it is met, or a harness that does not run.
log=$(mktemp) || exit 2
trap 'rm -f "$log"' EXIT
bad=0

make fuzz SECONDS="$1" >"$log" 2>&1
grep -E '^(not )?ok fuzz|^broken' "$log"
for harness in tests/fuzz/*.c; do
	name=$(basename "$harness" .c)
	if ! grep -q "^ok fuzz $name: \|^not ok fuzz $name$" "$log"; then
		echo "not ok: $name did not run"
		grep -E 'error|Error' "$log" | head -n 5
		bad=1
	fi
	own=bin/.obj/fuzz/$name.log
	grep -a '^broken' "$own" 2>/dev/null
	if grep -aE 'ERROR: AddressSanitizer|runtime error:' "$own" 2>/dev/null; then
		grep -a -A 8 -E 'ERROR: AddressSanitizer|runtime error:' "$own" | head -n 20
		bad=1
	fi
done
exit $bad
