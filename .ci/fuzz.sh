# fuzz.sh SECONDS: each fuzzer for so long.  What one finds in so short a time
# is chance, and is shown for someone to look at: the same commit must not pass
# one day and fail the next.  What fails is a harness that does not build or
# run, and an input that was found once and is kept, in tests/fuzz/NAME.seeds.
log=$(mktemp) || exit 2
trap 'rm -f "$log" "$log.kept"' EXIT
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
	if [ -d "tests/fuzz/$name.seeds" ] &&
		! "bin/.obj/fuzz/fuzz/$name" "tests/fuzz/$name.seeds"/* >"$log.kept" 2>&1; then
		echo "not ok: $name breaks on an input that is kept"
		tail -n 20 "$log.kept"
		bad=1
	fi
	own=bin/.obj/fuzz/$name.log
	grep -a '^broken' "$own" 2>/dev/null
	grep -a -A 8 -E 'ERROR: AddressSanitizer|runtime error:' "$own" 2>/dev/null | head -n 20
done
exit $bad
