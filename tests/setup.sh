# setup.sh PKG-CONFIG-NAMES HEADERS DEBIAN-PACKAGES: what building and testing need is
# there, or is installed (as root, or with sudo), or the line to run is shown.
missing() {
	command -v cc >/dev/null || return 0
	command -v mandoc >/dev/null || return 0
	command -v jq >/dev/null || return 0
	command -v pkg-config >/dev/null || return 0
	# shellcheck disable=SC2086 # a list of names
	pkg-config --exists $1 || return 0
	for header in $2; do
		echo "#include <$header>" | cc -E - >/dev/null 2>&1 || return 0
	done
	return 1
}
missing "$1" "$2" || exit 0
if [ "$(id -u)" = 0 ]; then
	as_root=
elif command -v sudo >/dev/null && { [ -t 0 ] || sudo -n true 2>/dev/null; }; then
	as_root=sudo
else
	as_root=none
fi
if [ "$as_root" = none ] || ! command -v apt-get >/dev/null; then
	echo "some packages are missing; as root, run:" >&2
	echo "  apt-get install -y --no-install-recommends $3" >&2
	exit 1
fi
echo "installing what is missing: $3"
{
	# shellcheck disable=SC2086 # lists of words
	DEBIAN_FRONTEND=noninteractive $as_root apt-get -qq update &&
		$as_root apt-get -qq install -y --no-install-recommends $3
} >/dev/null || {
	echo "apt-get could not install them: $3" >&2
	exit 1
}
