# distro.sh SUITE...: what README says, on a bare Debian of each suite (bookworm,
# trixie, sid), as root: setup, make, check, demo, install, uninstall.  The system is
# made by debootstrap in $OBJ/distro/SUITE, or in $DISTRO/SUITE, and is kept there; the
# commit checked out is what is tried.  A line a step; the log is SUITE.log beside it.
cd "$(dirname "$0")/.." || exit 2
folder=${DISTRO:-$OBJ/distro}
[ "$(id -u)" = 0 ] || { echo "distro.sh: only as root" >&2; exit 2; }
command -v debootstrap >/dev/null ||
	apt-get -qq install -y --no-install-recommends debootstrap >/dev/null || exit 2
mkdir -p "$folder" || exit 2
folder=$(cd "$folder" && pwd)
bad=0

inside() { # SUITE COMMAND: what is mounted for it goes with it
	unshare -m sh -c '
		root=$1
		mount -t proc proc "$root/proc" && mount --rbind /dev "$root/dev" &&
			exec chroot "$root" env -i HOME=/root TERM=dumb PATH=/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin \
			DEBIAN_FRONTEND=noninteractive sh -c "cd /winnow 2>/dev/null; $2"
	' sh "$folder/$1" "$2" </dev/null
}

step() { # SUITE WHAT COMMAND
	started=$(date +%s)
	if inside "$1" "$3" >>"$folder/$1.log" 2>&1; then
		echo "ok $1: $2, $(($(date +%s) - started)) s"
	else
		echo "not ok $1: $2"
		tail -n 20 "$folder/$1.log"
		bad=1
	fi
}

for suite; do
	: >"$folder/$suite.log"
	[ -e "$folder/$suite/bin/sh" ] ||
		debootstrap --variant=minbase "$suite" "$folder/$suite" >>"$folder/$suite.log" 2>&1 ||
		{ echo "not ok $suite: debootstrap"; bad=1; continue; }
	rm -rf "$folder/$suite/winnow"
	git clone -q . "$folder/$suite/winnow" || exit 2
	cp /etc/resolv.conf "$folder/$suite/etc/" 2>/dev/null
	# A mirror may lag behind.
	echo 'Acquire::Check-Valid-Until "false";' >"$folder/$suite/etc/apt/apt.conf.d/99mirror"
	step "$suite" "apt-get install git make" \
		"apt-get -qq update && apt-get -qq install -y --no-install-recommends git make"
	step "$suite" "make says what is missing" \
		"dpkg -s libutf8proc-dev >/dev/null 2>&1 || { make 2>&1; [ \$? -ne 0 ]; } | grep -q libutf8proc"
	step "$suite" "make setup" "make setup"
	step "$suite" "make, without a warning" "make -j2 >log 2>&1; s=\$?; cat log; [ \$s = 0 ] && ! grep warning: log"
	step "$suite" "make check" "make check"
	step "$suite" "make demo" "make demo"
	step "$suite" "make install, then nothing left behind" \
		"find /usr/local /etc/fish 2>&1 | sort >before; make install && html2text --version &&
		make uninstall; find /usr/local /etc/fish 2>&1 | sort >after; diff before after"
	inside "$suite" "gcc -dumpfullversion; dpkg-query -W -f '\${Package} \${Version}\n' libutf8proc-dev" |
		sed "s/^/   $suite: /"
done
exit $bad
