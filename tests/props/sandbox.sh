# sandbox.sh: inside the sandbox nothing can be reached; where the system does not let
# a program have it, it says so and works; where it fails halfway, it stops.
tmp=$(mktemp -d) || exit 2
trap 'rm -rf "$tmp"' EXIT
deny=$OBJ/tool/deny
printf '<p>One caf\303\251. Two \342\200\234three\342\200\235.</p>\n' >"$tmp/in"

is() { # WHAT WANTED GOT
	if [ "$2" = "$3" ]; then echo "ok $1"; else echo "not ok $1: wanted '$2', got '$3'"; fi
}
sandbox() { sed -n 's/^sandbox: //p'; }
fails() { # WHAT: in the probe's lines, an error is told for each
	! grep "^$1: " "$tmp/probe" | grep -q 'works$'
}

state=$(html2text --version | sandbox)
if [ -n "$PRETEND" ]; then
	html2text --sandbox-probe <"$tmp/in" >"$tmp/probe" 2>&1
	echo "ok sandbox: only seems to be there"
	exit 0
fi
if [ "$state" = none ]; then
	echo "ok sandbox: left out of this build"
	exit 0
fi
case $state in
*"no descriptors"*) ;;
*descriptors*) ;;
*) echo "not ok sandbox: no word of descriptors in '$state'" ;;
esac

# What each program can still do.
for p in ../src/cmd/*.c; do
	p=$(basename "$p" .c)
	"$p" --sandbox-probe <"$tmp/in" >"$tmp/probe"
	is "sandbox, $p: says the same as --version" "$state" "$(sandbox <"$tmp/probe")"
	for what in open create socket; do
		is "sandbox, $p: $what fails" yes "$(fails "$what" && echo yes)"
	done
	case $state in *"no seccomp"*) continue ;; esac
	for what in exec fork "mmap with exec" "mmap of a file" unlink; do
		is "sandbox, $p: $what fails" yes "$(fails "$what" && echo yes)"
	done
	is "sandbox, $p: nine lines of probe" 9 "$(wc -l <"$tmp/probe" | tr -d ' ')"
done

# Threads are in it as well, from before the first byte of the input on.
case $state in
*"no seccomp"*) ;;
*seccomp*)
	mkfifo "$tmp/fifo"
	wordfreq --threads 4 "$tmp/fifo" >"$tmp/out" &
	pid=$!
	exec 3>"$tmp/fifo"
	for _ in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do
		[ "$(find "/proc/$pid/task" -mindepth 1 -maxdepth 1 | wc -l)" -eq 4 ] && break
		sleep .1
	done
	is "sandbox, wordfreq --threads 4: each has seccomp before anything is read" 4 \
		"$(cat /proc/$pid/task/*/status | grep -c '^Seccomp:	2$')"
	printf 'a b\nb\n' >&3
	exec 3>&-
	wait $pid
	is "sandbox, wordfreq --threads 4: counts" "2	b" "$(head -n 1 "$tmp/out")"
	;;
esac

"$deny" seccomp=EPERM -- true
if [ $? -eq 77 ]; then
	echo "ok sandbox: this system does not let us deny what it is made of"
	exit 0
fi

# Denied: it is said, the program works, and the limits that are left hold.
denied() { # WORDS RULE...
	words=$1
	shift
	for p in html2text wordfreq; do
		"$p" <"$tmp/in" >"$tmp/plain"
		"$deny" "$@" -- "$p" <"$tmp/in" >"$tmp/out" 2>"$tmp/err"
		is "sandbox, $p, $*: status" 0 $?
		is "sandbox, $p, $*: the output" same "$(cmp -s "$tmp/plain" "$tmp/out" && echo same)"
		is "sandbox, $p, $*: no complaint" "" "$(cat "$tmp/err")"
		"$deny" "$@" -- "$p" --version >"$tmp/out"
		is "sandbox, $p, $*: said in --version" "$words" "$(sandbox <"$tmp/out")"
	done
	"$deny" "$@" -- html2text --sandbox-probe <"$tmp/in" >"$tmp/probe" 2>"$tmp/err"
}
mostly=$(echo "$state" | sed 's/, seccomp//; s/, no seccomp//')
for error in EPERM ENOSYS EINVAL EACCES; do
	denied "$mostly, no seccomp" seccomp=$error
	is "sandbox without seccomp, $error: open fails" yes "$(fails open && echo yes)"
	is "sandbox without seccomp, $error: socket fails" yes "$(fails socket && echo yes)"
done
denied "$(echo "$state" | sed 's/^landlock/no landlock/')" landlock=EPERM
denied "no landlock, descriptors, no seccomp" landlock=ENOSYS seccomp=EPERM
is "sandbox of limits only: open fails" yes "$(fails open && echo yes)"
is "sandbox of limits only: socket fails" yes "$(fails socket && echo yes)"
denied "no no_new_privs, descriptors" no_new_privs=EINVAL
denied "$(echo "$state" | sed 's/ descriptors/ no descriptors/')" descriptors=EPERM
denied "no landlock, no descriptors, no seccomp" landlock=EPERM descriptors=EPERM seccomp=EPERM

# Halfway: something is there, and failed.
for rule in seccomp=ENOMEM descriptors=ENOMEM no_new_privs=ENOMEM landlock=ENOMEM restrict=EPERM; do
	case $rule:$state in restrict*"no landlock"*) continue ;; esac
	for p in html2text wordfreq boilerstrip; do
		"$deny" "$rule" -- "$p" <"$tmp/in" >"$tmp/out" 2>"$tmp/err"
		is "sandbox, $p, $rule: status" 2 $?
		is "sandbox, $p, $rule: nothing written" 0 "$(wc -c <"$tmp/out" | tr -d ' ')"
		is "sandbox, $p, $rule: said in one line" 1 "$(grep -c "^$p: sandbox: .*: " "$tmp/err")"
	done
done
