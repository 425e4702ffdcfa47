# map.sh: src/README.md names every folder and module, as their heads do.
tmp=$(mktemp -d) || exit 2
trap 'rm -rf "$tmp"' EXIT
sh map.sh >"$tmp/map"
if cmp -s "$tmp/map" ../src/README.md; then
	echo "ok the map of the source is today's"
else
	echo "not ok the map of the source: make map; $(diff ../src/README.md "$tmp/map" | head -n 3 | tr '\n' ' ')"
fi
if grep -q '^?$' "$tmp/map"; then
	echo "not ok a folder without its sentence in tests/map.sh: $(grep -B 1 '^?$' "$tmp/map" | head -n 1)"
else
	echo "ok every folder has its sentence"
fi
if grep -q '^| [a-z0-9]* |  |$' "$tmp/map"; then
	echo "not ok a module without a head: $(grep '^| [a-z0-9]* |  |$' "$tmp/map" | tr '\n' ' ')"
else
	echo "ok every module has a head"
fi
for floor in base:notation/program/text/html/pack/cmd notation:program/text/html/pack/cmd program:text/html/pack/cmd \
	text:html/pack/cmd html:pack/cmd pack:cmd; do
	above=$(grep -rnE "^#include \"($(echo "${floor#*:}" | tr / '|'))/" "../src/${floor%%:*}" | head -n 1)
	if [ -z "$above" ]; then
		echo "ok src/${floor%%:*} includes nothing of the floors above"
	else
		echo "not ok src/${floor%%:*} includes a floor above: $above"
	fi
done
