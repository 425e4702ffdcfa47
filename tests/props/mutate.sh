# mutate.sh: about 2,600 files, each a case of pagecat with a few bytes changed:
# no crash, no hang, a status that fits what was said, records that are whole,
# and no text that the container's own checks should have kept back.
# ROUNDS=100 tries more of each.
tmp=$(mktemp -d) || exit 2
trap 'rm -rf "$tmp"' EXIT
PATH=$OBJ/tool:$PATH

# The texts of records, each a line.
texts() { sed 's/.*,"text"://; s/}$//'; }

# What is wrong with $tmp/in.
judge() {
	# shellcheck disable=SC2086 # an option and its word, or none
	(ulimit -t 10; exec pagecat -j $type <"$tmp/in" >"$tmp/out" 2>"$tmp/err")
	rc=$?
	case $rc in
	0) ;;
	1) [ -s "$tmp/err" ] || echo "nothing said" ;;
	*) echo "status $rc: $(head -n 1 "$tmp/err")" ;;
	esac
	same -j <"$tmp/out" 2>&1 | cmp -s - "$tmp/out" || echo "no record"
	[ "$checked" = no ] || ! texts <"$tmp/out" | grep -vxFqf "$tmp/whole" || echo "another text, status $rc"
}

files=0
for in in cases/pagecat/*.in; do
	name=$(basename "$in" .in) type= checked=no round=1
	case $name in brotli | deflate) type="-t $name" ;; esac
	# Those that have a check of every byte of a page.
	case $name in gzip | gzip-twice | xz | bzip2 | zlib | zip-folder | zip-streamed | wacz) checked=yes ;; esac
	pagecat -j "$in" 2>/dev/null | texts >"$tmp/whole"
	while [ $round -le "${ROUNDS:-18}" ]; do
		mutate $round <"$in" >"$tmp/in"
		judge | sed "s/^/$name, seed $round: /"
		round=$((round + 1))
		files=$((files + 1))
	done
	echo $files >"$tmp/files"
done >"$tmp/bad"
if [ -s "$tmp/bad" ]; then
	echo "not ok mutate: $(head -n 5 "$tmp/bad" | tr '\n' ';')"
else
	echo "ok mutate: $(cat "$tmp/files") files"
fi
