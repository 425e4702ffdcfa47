# setup.sh --look|--get PKG-CONFIG-NAMES HEADERS DEBIAN-PACKAGES: what is needed and is
# not here, all of it at once.  --look says what; --get installs Debian's packages (as
# root, or with sudo), or says the line that does, on the system that this is.
cd "$(dirname "$0")/.." || exit 2
task=$1 libraries=$2 headers=$3 debs=$4

missing() {
	for program in cc pkg-config; do
		command -v $program >/dev/null || echo "$program"
	done
	[ "$task" = --look ] || for program in mandoc jq; do
		command -v $program >/dev/null || echo "$program"
	done
	for library in $libraries; do
		pkg-config --exists "$library" 2>/dev/null || echo "$library"
	done
	for header in $headers; do
		echo "#include <$header>" | cc -E - >/dev/null 2>&1 || echo "$header"
	done
}

# The line that installs all, from README's table of systems.
remedy() {
	while read -r command system; do
		command -v "$command" >/dev/null || continue
		sed -n "s/^| $system | \`\([^\`]*\)\`.*/\1/p" README.md
		return
	done <<-END
		dnf Fedora
		pacman Arch
		apk Alpine
		brew Homebrew
	END
	echo "your system's packages of them; README, “Install”, has their names on others"
}

lacking=$(missing | tr '\n' ' ')
[ -n "$lacking" ] || exit 0
if ! command -v apt-get >/dev/null; then
	echo "winnow needs these, which are not here: $lacking" >&2
	echo "what installs all: $(remedy)" >&2
	exit 1
fi
if [ "$task" = --look ]; then
	echo "winnow needs these, which are not here: $lacking" >&2
	echo "what installs all: make setup" >&2
	exit 1
fi
if [ "$(id -u)" = 0 ]; then
	as_root=
elif command -v sudo >/dev/null && { [ -t 0 ] || sudo -n true 2>/dev/null; }; then
	as_root=sudo
else
	echo "some packages are missing; as root, run:" >&2
	echo "  apt-get install -y --no-install-recommends $debs" >&2
	exit 1
fi
echo "installing what is missing: $debs"
{
	# shellcheck disable=SC2086 # lists of words
	DEBIAN_FRONTEND=noninteractive $as_root apt-get -qq update &&
		$as_root apt-get -qq install -y --no-install-recommends $debs
} >/dev/null || {
	echo "apt-get could not install them: $debs" >&2
	exit 1
}
