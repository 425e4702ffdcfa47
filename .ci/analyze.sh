# analyze.sh: the sources as gcc's analyzer and cppcheck see them.  Both cry
# wolf where a length of 0 goes with NULL or a call never returns, so all they
# say is shown, and what is wrong wherever it is said fails.
log=$(mktemp) || exit 2
trap 'rm -f "$log"' EXIT
bad=0
# Those that follow what a function does from outside it are often mistaken.
wrong='doubleFree|deallocuse|useAfterFree|memleak|resourceLeak|arrayIndexOutOfBounds|bufferAccessOutOfBounds'
wrong="$wrong|unknownEvaluationOrder|shiftTooManyBits|integerOverflow|nullPointer|uninitvar|returnDanglingLifetime"

make MODE=analyzer analyzer='-O1 -fanalyzer' >"$log" 2>&1 || bad=1
grep -E 'warning:|error:' "$log" | sort -u
if [ $bad = 1 ] || grep -E 'warning:' "$log" | grep -vq 'Wanalyzer-' ||
	grep -Eq 'Wanalyzer-(double-f|use-after-free|free-of-non|use-of-pointer|write-to|mismatching|unsafe)' "$log"; then
	echo "not ok: gcc -fanalyzer"
	bad=1
fi

cppcheck -q --std=c11 --enable=warning,portability --suppress=missingIncludeSystem \
	--template='{severity}: {file}:{line}: {id}: {message}' \
	-Isrc -Ibin/.obj -DVERSION='"0"' src tests/tool 2>"$log" >/dev/null
grep -v '^note' "$log" | sort -u
if grep -E "^error: [^ ]* ($wrong):" "$log"; then
	echo "not ok: cppcheck"
	bad=1
fi
exit $bad
