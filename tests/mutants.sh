# mutants.sh [WORD]: whether the tests would see a mistake.  Each line of
# mutants.txt (with WORD in it) is a place in the sources and a mistake that one
# could make there; each is made in a copy of the tree, the tests named beside it
# are built and run, and must fail.  As many copies as there are processors work
# side by side.  Fails where fewer than nine in ten are caught.
#
# OUT and OBJ as for run.sh, of the release build, which must be there.
cd "$(dirname "$0")/.." || exit 2

# Those of the tests that there are.
there() {
	for what; do
		case $what in
		unit/*) [ -f "tests/$what.c" ] || continue ;;
		esac
		echo "$what"
	done
}

# What to build for them.
targets() {
	for what; do
		case $what in
		unit/*) echo "$obj/$what" ;;
		golden/*) echo "bin/${what#*/}" ;;
		*) echo "all" ;;
		esac
	done
}

# try FILE SED TEST...: caught, lived, or why it could not be tried.
try() {
	name=$1 change=$2
	shift 2
	file=$(find src -path "*/$name" ! -path 'src/data/*')
	[ -f "$file" ] || { echo "no such file"; return; }
	cp "$file" kept
	sed -i -e "$change" "$file"
	if [ "$(diff kept "$file" | grep -c '^>')" -ne 1 ]; then
		verdict="no such place"
	elif ! make -s $(targets "$@") >log 2>&1; then
		verdict="does not compile"
	elif (ulimit -v 4000000; JOBS=1 OUT=$tree/bin OBJ=$tree/$obj timeout 120 sh tests/run.sh "$@") >log 2>&1; then
		verdict=lived
	else
		verdict=caught
	fi
	cp kept "$file"
	echo "$verdict"
}

work() { # LIST: its mistakes, in a copy of the tree
	tree=$(mktemp -d) || exit 2
	trap 'rm -rf "$tree"' EXIT
	mkdir -p "$tree/bin/.obj"
	cp -a Makefile src tests man "$tree" && cp -a "$OBJ" bin/.obj/gen "$tree/bin/.obj/" || exit 2
	cd "$tree" || exit 2
	obj=bin/.obj/${OBJ##*/}
	unset OUT OBJ MAKEFLAGS MAKELEVEL
	while IFS=$(printf '\t') read -r name change tests why; do
		echo "$(try "$name" "$change" $(there $tests)): $name: $why"
	done <"$1"
}

if [ "$1" = --work ]; then
	work "$2"
	exit
fi
lists=$(mktemp -d) || exit 2
trap 'rm -rf "$lists"' EXIT
trap 'exit 2' INT TERM
grep -v '^#' tests/mutants.txt | grep -e "${1:-.}" | split -n "r/$(nproc)" - "$lists/part."
ls "$lists"/part.* | xargs -P "$(nproc)" -n 1 sh tests/mutants.sh --work | tee "$lists/verdicts"
n=$(wc -l <"$lists/verdicts") caught=$(grep -c '^caught' "$lists/verdicts")
echo "$caught of $n caught"
[ $((caught * 10)) -ge $((n * 9)) ]
