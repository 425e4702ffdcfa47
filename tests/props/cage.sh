# cage.sh: inside the cage nothing can be reached; where the system does not let
# a program have it, it says so and works; where it fails halfway, it stops.
tmp=$(mktemp -d) || exit 2
trap 'rm -rf "$tmp"' EXIT
deny=$OBJ/tool/deny
printf '<p>One caf\303\251. Two \342\200\234three\342\200\235.</p>\n' >"$tmp/in"

is() { # WHAT WANTED GOT
	if [ "$2" = "$3" ]; then echo "ok $1"; else echo "not ok $1: wanted '$2', got '$3'"; fi
}
cage() { sed -n 's/^cage: //p'; }
fails() { # WHAT: in the probe's lines, an error is told for each
	! grep "^$1: " "$tmp/probe" | grep -q 'works$'
}

state=$(html2text --version | cage)
if [ -n "$PRETEND" ]; then
	html2text --cage-probe <"$tmp/in" >"$tmp/probe" 2>&1
	echo "ok cage: only seems to be there"
	exit 0
fi
if [ "$state" = none ]; then
	echo "ok cage: left out of this build"
	exit 0
fi
case $state in
*"no descriptors"*) ;;
*descriptors*) ;;
*) echo "not ok cage: no word of descriptors in '$state'" ;;
esac

# What each program can still do.
for p in ../src/cmd/*.c; do
	p=$(basename "$p" .c)
	"$p" --cage-probe <"$tmp/in" >"$tmp/probe"
	is "cage, $p: says the same as --version" "$state" "$(cage <"$tmp/probe")"
	for what in open create socket; do
		is "cage, $p: $what fails" yes "$(fails "$what" && echo yes)"
	done
	case $state in *"no seccomp"*) continue ;; esac
	for what in exec fork "mmap with exec" "mmap of a file" unlink; do
		is "cage, $p: $what fails" yes "$(fails "$what" && echo yes)"
	done
	is "cage, $p: nine lines of probe" 9 "$(wc -l <"$tmp/probe" | tr -d ' ')"
done

"$deny" seccomp=EPERM -- true
if [ $? -eq 77 ]; then
	echo "ok cage: this system does not let us deny what it is made of"
	exit 0
fi

# Denied: it is said, the program works, and the limits that are left hold.
denied() { # WORDS RULE...
	words=$1
	shift
	for p in html2text wordfreq; do
		"$p" <"$tmp/in" >"$tmp/plain"
		"$deny" "$@" -- "$p" <"$tmp/in" >"$tmp/out" 2>"$tmp/err"
		is "cage, $p, $*: status" 0 $?
		is "cage, $p, $*: the output" same "$(cmp -s "$tmp/plain" "$tmp/out" && echo same)"
		is "cage, $p, $*: no complaint" "" "$(cat "$tmp/err")"
		"$deny" "$@" -- "$p" --version >"$tmp/out"
		is "cage, $p, $*: said in --version" "$words" "$(cage <"$tmp/out")"
	done
	"$deny" "$@" -- html2text --cage-probe <"$tmp/in" >"$tmp/probe" 2>"$tmp/err"
}
mostly=$(echo "$state" | sed 's/, seccomp//; s/, no seccomp//')
for error in EPERM ENOSYS EINVAL EACCES; do
	denied "$mostly, no seccomp" seccomp=$error
	is "cage without seccomp, $error: open fails" yes "$(fails open && echo yes)"
	is "cage without seccomp, $error: socket fails" yes "$(fails socket && echo yes)"
done
denied "$(echo "$state" | sed 's/^landlock/no landlock/')" landlock=EPERM
denied "no landlock, descriptors, no seccomp" landlock=ENOSYS seccomp=EPERM
is "cage of limits only: open fails" yes "$(fails open && echo yes)"
is "cage of limits only: socket fails" yes "$(fails socket && echo yes)"
denied "no no_new_privs, descriptors" no_new_privs=EINVAL
denied "$(echo "$state" | sed 's/ descriptors/ no descriptors/')" descriptors=EPERM
denied "no landlock, no descriptors, no seccomp" landlock=EPERM descriptors=EPERM seccomp=EPERM

# Halfway: something is there, and failed.
for rule in seccomp=ENOMEM descriptors=ENOMEM no_new_privs=ENOMEM landlock=ENOMEM restrict=EPERM; do
	case $rule:$state in restrict*"no landlock"*) continue ;; esac
	for p in html2text wordfreq boilerstrip; do
		"$deny" "$rule" -- "$p" <"$tmp/in" >"$tmp/out" 2>"$tmp/err"
		is "cage, $p, $rule: status" 2 $?
		is "cage, $p, $rule: nothing written" 0 "$(wc -c <"$tmp/out" | tr -d ' ')"
		is "cage, $p, $rule: said in one line" 1 "$(grep -c "^$p: cage: .*: " "$tmp/err")"
	done
done
