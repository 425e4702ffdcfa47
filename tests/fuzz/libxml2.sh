# libxml2.sh FOLDER: Debian's libxml2 built in FOLDER for the fuzzer (clang),
# as a static library: make fuzz LIBXML2=FOLDER.  As root, it sees to it that
# apt-get knows of sources.
set -eu
mkdir -p "$1"
cd "$1"
apt=/etc/apt/sources.list.d
if ! apt-get source --download-only libxml2 2>/dev/null; then
	# Where the packages come from, signed by the same key.
	if [ -f $apt/debian.sources ]; then
		sed 's/^Types:.*/Types: deb-src/' $apt/debian.sources >$apt/winnow-source.sources
	else
		. /etc/os-release
		echo "deb-src http://deb.debian.org/debian $VERSION_CODENAME main" >$apt/winnow-source.list
	fi
	apt-get update
	apt-get source --download-only libxml2
fi
apt-get install -y --no-install-recommends dpkg-dev clang
dpkg-source --extract ./libxml2_*.dsc source
mv source/* .
# The patches touch what automake would make anew.
touch aclocal.m4
sleep 1
touch configure config.h.in
find . -name Makefile.in -exec touch {} +
./configure CC=clang CFLAGS='-O1 -g -fsanitize=fuzzer-no-link,address' \
	--disable-shared --without-python --without-icu --without-lzma \
	--without-zlib --without-http --without-ftp --without-debug --without-catalog
make libxml2.la
