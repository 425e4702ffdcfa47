# run.sh WHAT...: the tests, several at a time (JOBS of them; as many as there are
# processors).  A line for each that is done, what went wrong below it, and last
# the count.  WHAT is a group:
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

# ---- one test: "ok WHAT" and "not ok WHAT" lines, the reason indented below ----

verdict() { # NAME STATUS LOG
	if [ "$2" -eq 0 ]; then
		echo "ok $1"
	else
		echo "not ok $1"
		sed 's/^/    /' "$3" | head -60
	fi
}

unit() { # NAME
	CK_TAP_LOG_FILE_NAME=$tmp/tap CK_VERBOSITY=silent "$OBJ/unit/$1" >"$tmp/log" 2>&1
	rc=$?
	touch "$tmp/tap"
	grep -E '^(not )?ok' "$tmp/tap"
	if [ "$rc" -ne 0 ] && ! grep -q '^not ok' "$tmp/tap"; then
		verdict "unit $1: status $rc" 1 "$tmp/log"
	fi
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

golden() { # PROGRAM
	for in in cases/"$1"/*.in; do
		one_golden "$1" "${in%.in}" >"$tmp/log" 2>&1
		verdict "golden ${in%.in}" $? "$tmp/log"
	done
}

pipes() { # NAME
	(cd pipes && sh "$1.sh") >"$tmp/out" 2>"$tmp/err"
	[ -n "$UPDATE" ] && cp "$tmp/out" "pipes/$1.out"
	diff -u "pipes/$1.out" "$tmp/out" >"$tmp/log" 2>&1
	rc=$?
	cat "$tmp/err" >>"$tmp/log"
	verdict "pipes $1" "$rc" "$tmp/log"
}

props() { # NAME
	sh "props/$1.sh" 2>"$tmp/log"
	rc=$?
	[ "$rc" -eq 0 ] || verdict "props $1: status $rc" 1 "$tmp/log"
}

# What mandoc shows well and groff, the man of most systems, does not: a long
# row of a column list, and a quote among the arguments of another macro.
lint() { # PAGE
	mandoc -Tlint -Wwarning ../man/"$1".[157] >"$tmp/log" 2>&1
	verdict "lint $1" $? "$tmp/log"
	awk '/^\.It .* Ta / && length > 79 ||
		/^\.[A-Z][a-z] .*(Ql|Dq|Sq) [^ ]+ .*(Ql|Dq|Sq) [^ ]/ { print FILENAME ":" FNR ": " $0; bad = 1 }
		END { exit bad }' ../man/"$1".[157] >"$tmp/log"
	verdict "lint $1: groff shows its tables and quotes" $? "$tmp/log"
}

if [ "$1" = --one ]; then # GROUP/NAME RESULTS
	tmp=$(mktemp -d) || exit 2
	trap 'rm -rf "$tmp"' EXIT
	result=$3/$(echo "$2" | tr / .) started=$(date +%s)
	"${2%%/*}" "${2#*/}" >"$result" </dev/null
	printf '  %-24s %4d ok, %d not, %d s\n' "$2" "$(grep -c '^ok' "$result")" \
		"$(grep -c '^not ok' "$result")" "$(($(date +%s) - started))"
	sed -n '/^not ok/,/^ok/{/^ok/!p;}' "$result"
	exit 0
fi

# ---- which tests ----

# The files of a group, GROUP/NAME each; of one that was asked for by name, too.
names() { # GROUP [NAME]
	case $1 in
	unit) ls -d unit/${2:-*}.c ;;
	golden) ls -d cases/${2:-*}/ | sed 's|^cases|golden|; s|/$||' ;;
	pipes | props) ls -d $1/${2:-*}.sh ;;
	lint) ls -d ../man/${2:-*}.[157] | sed 's|^\.\./man|lint|' ;;
	esac 2>/dev/null | sed 's|\.[^./]*$||'
}

results=$(mktemp -d) || exit 2
trap 'rm -rf "$results"' EXIT
trap 'exit 2' INT TERM
for what; do
	case $what in
	unit | golden | pipes | props | lint) names "$what" ;;
	unit/* | golden/* | pipes/* | props/* | lint/*)
		names "${what%%/*}" "${what#*/}" | grep . || echo "$what: no such test" >&2
		;;
	*)
		[ -x "$OUT/$what" ] || { echo "$what: no group, no program" >&2; exit 2; }
		for group in golden props lint; do
			names $group "$what"
		done
		;;
	esac
done >"$results/list"
[ -s "$results/list" ] || exit 2

# Those that take longest first, for the others to fill up beside them.
started=$(date +%s)
{
	grep -E '^props/(langid|mutate|manners|html2text|textnorm|pagecat)$' "$results/list"
	grep -vE '^props/(langid|mutate|manners|html2text|textnorm|pagecat)$' "$results/list"
} | xargs -P "${JOBS:-$(nproc 2>/dev/null || echo 1)}" -I NAME sh run.sh --one NAME "$results"
left=$(($(wc -l <"$results/list") - $(find "$results" -type f ! -name list | wc -l)))
cat "$results"/*.* >"$results/all"
passed=$(grep -c '^ok' "$results/all") failed=$(grep -c '^not ok' "$results/all")
[ "$left" -eq 0 ] || echo "$left were not run"
echo "$passed passed, $failed failed, in $(($(date +%s) - started)) s"
[ "$failed" -eq 0 ] && [ "$left" -eq 0 ]
