# faults.sh FOLDER: every program in an environment where something is wrong.
faults=$1/faults.sh
PATH=$PWD/bin:$PATH
log=$(mktemp) || exit 2
trap 'rm -f "$log"' EXIT
bad=0

# The checks that cover a folder with an empty one must not cover us.
skip=
case $PWD in
/tmp/* | /var/tmp/*) skip="no-tmp" ;;
/home/* | /dev/shm/*) skip="no-home" ;;
esac
for p in src/cmd/*.c; do
	p=$(basename "$p" .c)
	here=$skip args=
	# One check feeds a page of 256 MB, which is larger than it takes unasked.
	[ "$p" = pagecat ] && args=--max-page=1024
	# It reads a page to its end before it writes: how soon is the machine's
	# affair, and this check has a clock.
	[ "$p" = boilerstrip ] && here="$here early-exit"
	# shellcheck disable=SC2086 # an option, or none
	if FAULTS_MB=8 FAULTS_SPLITS=60 FAULTS_SKIP=$here T=60 bash "$faults" "$p" $args >"$log" 2>&1; then
		echo "ok faults $p: $(tail -n 1 "$log")"
	else
		echo "not ok faults $p: $(tail -n 1 "$log")"
		grep '^FAIL' "$log"
		bad=1
	fi
done
exit $bad
