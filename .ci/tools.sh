# tools.sh: what the steps after make check need, all from Debian.
export DEBIAN_FRONTEND=noninteractive
apt-get -qq update >/dev/null
apt-get -qq install -y --no-install-recommends clang cppcheck gcc libc-bin locales make \
	procps python3 time util-linux valgrind >/dev/null 2>&1 || {
	echo "apt-get could not install all of them"
	exit 1
}
clang --version | head -n 1
cppcheck --version
valgrind --version
