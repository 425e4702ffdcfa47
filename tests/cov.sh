# cov.sh OBJ FLOOR: which lines of src the tests have run, once they have: a line
# a file, then all together; fails below FLOOR percent.  A line of a header or
# of a file built into several programs counts once, run where any ran it.
here=$(dirname "$0")
obj=$1 floor=$2
cd "$here/.." || exit 2
tmp=$(mktemp -d) || exit 2
trap 'rm -rf "$tmp"' EXIT
root=$PWD

find "$root/$obj" -name '*.gcda' >"$tmp/data"
(cd "$root" && while read -r data; do
	gcov --stdout "$data" 2>/dev/null
done <"$tmp/data") | awk -F: -v wanted="${MISSED:-}" '
	# count : line : text
	$2 + 0 == 0 { if ($3 == "Source") file = $4; next }
	file !~ /^src\// || file ~ /^src\/data\// { next }
	{
		count = $1
		gsub(/[ *]/, "", count)
		if (count == "-")
			next
		key = file SUBSEP $2 + 0
		if (!(key in hit)) {
			lines[file]++
			hit[key] = 0
		}
		if (count !~ /^[#=]/ && !hit[key]) {
			hit[key] = 1
			run[file]++
		}
	}
	END {
		for (f in lines) {
			printf "%5.1f %5d %s\n", 100 * run[f] / lines[f], lines[f] - run[f], f
			all += lines[f]
			ran += run[f]
		}
		if (wanted != "")
			for (key in hit)
				if (!hit[key]) {
					split(key, part, SUBSEP)
					if (part[1] == wanted)
						printf "missed %s:%d\n", part[1], part[2]
				}
		if (all > 0)
			printf "total %.1f of %d lines\n", 100 * ran / all, all
	}' >"$tmp/table"
sort -n "$tmp/table" | grep -v '^total'
total=$(sed -n 's/^total \([0-9.]*\) .*/\1/p' "$tmp/table")
grep '^total' "$tmp/table" || { echo "nothing was run"; exit 1; }
awk -v t="$total" -v f="$floor" 'BEGIN { exit !(t >= f) }'
