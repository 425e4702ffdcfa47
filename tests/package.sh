# package.sh static PROGRAM...: bin/winnow-VERSION-linux-MACHINE.tar.xz of what stands in
# bin/static, with the manual pages.
# package.sh deb FOLDER: bin/winnow_VERSION-1_ARCHITECTURE.deb of what is installed there; its
# maintainer is MAINTAINER, or who made the commit.
# The same bytes from the same commit and the same compiler.
cd "$(dirname "$0")/.." || exit 2
task=$1
shift
umask 022
export TZ=UTC LC_ALL=C
SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(git log -1 --format=%ct 2>/dev/null || date +%s)}
export SOURCE_DATE_EPOCH

static() { # PROGRAM...
	name=winnow-$VERSION-linux-$(uname -m)
	tree=bin/.obj/$name
	rm -rf "$tree"
	mkdir -p "$tree/bin" "$tree/man" || return 1
	for program; do
		cp "bin/static/$program" "$tree/bin/" && strip "$tree/bin/$program" &&
			cp "man/$program.1" "$tree/man/" || return 1
	done
	cp man/*.7 "$tree/man/" && cp README.md LICENSE "$tree/" || return 1
	tar -C bin/.obj --sort=name --owner=0 --group=0 --numeric-owner --mode=u+w,go=rX \
		--mtime="@$SOURCE_DATE_EPOCH" -cf - "$name" | xz -9 >"bin/$name.tar.xz" || return 1
	echo "bin/$name.tar.xz: $(wc -c <"bin/$name.tar.xz") bytes"
}

# What the programs link, as a package's relation.
depends() { # FOLDER
	scratch=$(mktemp -d) || return 1
	mkdir "$scratch/debian"
	printf 'Source: winnow\n\nPackage: winnow\nArchitecture: any\nDepends: ${shlibs:Depends}\n' \
		>"$scratch/debian/control"
	(cd "$scratch" && dpkg-shlibdeps -O "$1"/usr/bin/* 2>/dev/null) | sed 's/^shlibs:Depends=//'
	rm -rf "$scratch"
}

deb() { # FOLDER
	root=$PWD/$1
	architecture=$(dpkg --print-architecture) || return 1
	doc=$root/usr/share/doc/winnow
	mkdir -p "$doc" "$root/DEBIAN" || return 1
	strip --remove-section=.comment --remove-section=.note "$root"/usr/bin/*
	find "$root/usr/share/man" -name '*.[157]' -exec gzip -9nf {} +
	{
		echo 'Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/'
		echo 'Upstream-Name: winnow'
		echo
		echo 'Files: *'
		sed -n 's/^Copyright (c) /Copyright: /p' LICENSE
		echo 'License: Expat'
		sed '1,/^Copyright/d; /./!s/.*/./; s/^/ /' LICENSE | sed 1d
	} >"$doc/copyright"
	maintainer=${MAINTAINER:-$(git log -1 --format='%an <%ae>')}
	gzip -9nc man/CHANGELOG.md >"$doc/changelog.gz"
	printf 'winnow (%s-1) unstable; urgency=medium\n\n  * As the commit has it.\n\n -- %s  %s\n' \
		"$VERSION" "$maintainer" "$(date -u -R -d "@$SOURCE_DATE_EPOCH")" |
		gzip -9nc >"$doc/changelog.Debian.gz"
	cp README.md "$doc/"
	size=$(du -sk --apparent-size "$root/usr" | cut -f 1)
	cat >"$root/DEBIAN/control" <<-END
		Package: winnow
		Version: $VERSION-1
		Architecture: $architecture
		Maintainer: $maintainer
		Installed-Size: $size
		Depends: $(depends "$root")
		Suggests: jq, libicu72 | libicu76 | libicu78
		Conflicts: html2text
		Section: text
		Priority: optional
		Description: filters that turn saved web pages into text, and text into counts
		 Small programs that each do one thing and chain: pagecat opens archives of
		 pages, boilerstrip keeps a page's main content, html2text renders it,
		 htmlmeta, htmllinks, htmltable and htmlpick give the parts of a page;
		 langid, neardup, textnorm, textstat and textquality clean a corpus;
		 sentsplit, wordsplit, wordfreq, kwic, collocate, keyness and freqplot
		 look into it.
	END
	(cd "$root" && find usr -type f | sort | xargs md5sum) >"$root/DEBIAN/md5sums"
	find "$root" -type d -exec chmod 755 {} +
	find "$root" -exec touch -h -d "@$SOURCE_DATE_EPOCH" {} +
	dpkg-deb --root-owner-group -Zxz --build "$root" "bin/winnow_$VERSION-1_$architecture.deb"
}

case $task in
static) static "$@" ;;
deb) deb "$@" ;;
*) echo "package.sh: static or deb" >&2; exit 2 ;;
esac
