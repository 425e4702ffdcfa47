# valgrind.sh: every third golden case under valgrind, which finds what it reads that
# was never written.  The sandbox is left out: valgrind needs more than it allows.
bin=$PWD/bin deny=$PWD/bin/.obj/release/tool/deny
supp=$PWD/.ci/valgrind.supp
log=$(mktemp) || exit 2
trap 'rm -f "$log"' EXIT
bad=0 n=0

PATH=$bin:$PATH
for in in tests/cases/*/*.in; do
	n=$((n + 1))
	[ $((n % 3)) = 1 ] || continue
	base=${in%.in}
	program=${base#tests/cases/}
	args=
	[ -f "$base.args" ] && args=$(cat "$base.args")
	(cd tests && eval "'$deny' seccomp=EPERM landlock=EPERM descriptors=EPERM -- \
		valgrind -q --suppressions='$supp' --error-exitcode=99 --log-file='$log' \
		'$bin/${program%%/*}' $args" <"../$in" >/dev/null 2>&1)
	if [ $? -eq 99 ]; then
		echo "not ok valgrind $base"
		head -n 16 "$log"
		bad=1
	fi
done
echo "valgrind: a third of $n cases"
exit $bad
