# run.sh WHAT...: the tests, each a line when it fails, a line per group when it
# is done, and last the count.  WHAT is a group:
# unit    tests/unit/*.c, built into $OBJ/unit (Check)
# golden  tests/cases/PROGRAM/NAME.in -> .out; .args .err .rc where they
#         differ from "", unchecked, 0.  UPDATE=1 rewrites .out: read the diff.
# pipes   tests/pipes/NAME.sh -> .out: the pipelines of README and the manual
# props   tests/props/NAME.sh: prints "ok WHAT" or "not ok WHAT" lines
# lint    the manual pages
# or a part of one: unit/NAME, golden/PROGRAM, props/NAME, lint/PAGE; or a program,
# for its golden cases, its properties and its page.
# OUT is where the programs are, OBJ where the test programs are.
cd "$(dirname "$0")" || exit 2
PATH=$OUT:$PATH
export PATH OUT OBJ
# A sanitizer's exit must not pass for an honest status.
export ASAN_OPTIONS=exitcode=99 UBSAN_OPTIONS=exitcode=99:print_stacktrace=1
tmp=$(mktemp -d) || exit 2
trap 'rm -rf "$tmp"' EXIT
passed=0 failed=0

# count FILE: the "ok" and "not ok" lines in it; shows the latter.
count() {
	passed=$((passed + $(grep -c '^ok' "$1")))
	failed=$((failed + $(grep -c '^not ok' "$1")))
	grep '^not ok' "$1"
}

verdict() { # NAME STATUS LOG
	if [ "$2" -eq 0 ]; then
		passed=$((passed + 1))
	else
		failed=$((failed + 1))
		echo "not ok $1"
		sed 's/^/    /' "$3" | head -60
	fi
}

unit() { # [NAME]
	[ -f "unit/${1:-unit}.c" ] || [ -z "$1" ] || verdict "unit $1: no such test" 1 /dev/null
	for t in "$OBJ"/unit/${1:-*}; do
		[ -x "$t" ] && [ -f "unit/${t##*/}.c" ] || continue
		CK_TAP_LOG_FILE_NAME=$tmp/tap CK_VERBOSITY=silent "$t" >"$tmp/log" 2>&1 </dev/null
		rc=$?
		count "$tmp/tap"
		if [ "$rc" -ne 0 ] && ! grep -q '^not ok' "$tmp/tap"; then
			verdict "unit ${t##*/}: status $rc" 1 "$tmp/log"
		fi
		rm -f "$tmp/tap"
	done
}

one_golden() { # PROGRAM BASE
	want=0 args=
	[ -f "$2.args" ] && args=$(cat "$2.args")
	[ -f "$2.rc" ] && want=$(cat "$2.rc")
	eval "$1 $args" <"$2.in" >"$tmp/out" 2>"$tmp/err"
	rc=$?
	[ -n "$UPDATE" ] && cp "$tmp/out" "$2.out"
	cmp -s "$2.out" "$tmp/out" || { diff -u "$2.out" "$tmp/out"; return 1; }
	[ ! -f "$2.err" ] || diff -u "$2.err" "$tmp/err" || return 1
	[ "$rc" -eq "$want" ] || { echo "status $rc, not $want"; cat "$tmp/err"; return 1; }
}

golden() { # [PROGRAM]
	for in in cases/${1:-*}/*.in; do
		[ -f "$in" ] || continue
		base=${in%.in} program=${in#cases/}
		one_golden "${program%%/*}" "$base" >"$tmp/log" 2>&1
		verdict "golden $base" $? "$tmp/log"
	done
}

pipes() {
	for t in pipes/*.sh; do
		(cd pipes && sh "${t#pipes/}") >"$tmp/out" 2>"$tmp/err"
		[ -n "$UPDATE" ] && cp "$tmp/out" "${t%.sh}.out"
		diff -u "${t%.sh}.out" "$tmp/out" >"$tmp/log" 2>&1
		rc=$?
		cat "$tmp/err" >>"$tmp/log"
		verdict "$t" "$rc" "$tmp/log"
	done
}

props() { # [PROGRAM]
	for t in props/${1:-*}.sh; do
		[ -f "$t" ] || continue
		sh "$t" >"$tmp/tap" 2>"$tmp/log"
		rc=$?
		count "$tmp/tap"
		[ "$rc" -eq 0 ] || verdict "$t: status $rc" 1 "$tmp/log"
	done
}

lint() { # [PROGRAM]
	for page in ../man/${1:-*}.[157]; do
		[ -f "$page" ] || continue
		mandoc -Tlint -Wwarning "$page" >"$tmp/log" 2>&1
		verdict "lint $page" $? "$tmp/log"
	done
}

program() {
	golden "$1"
	props "$1"
	lint "$1"
}

for what; do
	passed_before=$passed failed_before=$failed started=$(date +%s)
	case $what in
	unit | golden | pipes | props | lint) $what ;;
	unit/* | golden/* | props/* | lint/*) "${what%%/*}" "${what#*/}" ;;
	*)
		[ -x "$OUT/$what" ] || { echo "$what: no group, no program" >&2; exit 2; }
		program "$what"
		;;
	esac
	echo "$what: $((passed - passed_before)) passed, $((failed - failed_before)) failed," \
		"$(($(date +%s) - started)) s"
done
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
