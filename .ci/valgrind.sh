# valgrind.sh: every fourth golden case under valgrind, which finds what it reads that
# was never written.  The sandbox is left out: valgrind needs more than it allows.
bin=$PWD/bin deny=$PWD/bin/.obj/release/tool/deny
supp=$PWD/.ci/valgrind.supp
PATH=$bin:$PATH

if [ -z "$1" ]; then
	ls tests/cases/*/*.in | awk 'NR % 4 == 1' >bin/.obj/valgrind.cases
	xargs -P "$(nproc)" -n 1 sh "$0" <bin/.obj/valgrind.cases
	rc=$?
	echo "valgrind: $(wc -l <bin/.obj/valgrind.cases) cases"
	exit $rc
fi

log=$(mktemp) || exit 2
trap 'rm -f "$log"' EXIT
base=${1%.in}
program=${base#tests/cases/}
args=
[ -f "$base.args" ] && args=$(cat "$base.args")
(cd tests && eval "'$deny' seccomp=EPERM landlock=EPERM descriptors=EPERM -- \
	valgrind -q --suppressions='$supp' --error-exitcode=99 --log-file='$log' \
	'$bin/${program%%/*}' $args" <"../$1" >/dev/null 2>&1)
[ $? -ne 99 ] || {
	echo "not ok valgrind $base"
	head -n 16 "$log"
	exit 1
}
