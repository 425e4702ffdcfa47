# cluster.sh: the contract of winnow-cluster(7), as far as one machine shows it:
# what GNU parallel, Slurm, Hadoop Streaming and Spark's pipe() rely on.
tmp=$(mktemp -d) || exit 2
trap 'rm -rf "$tmp"' EXIT
PATH=$OBJ/tool:$PATH

is() { # WHAT WANTED GOT
	if [ "$2" = "$3" ]; then echo "ok cluster: $1"; else echo "not ok cluster: $1: wanted '$2', got '$3'"; fi
}
same_file() { # WHAT WANTED-FILE GOT-FILE
	if cmp -s "$2" "$3"; then echo "ok cluster: $1"; else echo "not ok cluster: $1: $(diff "$2" "$3" | head -n 2)"; fi
}

warc -n 400 -s 1500 | pagecat -j >"$tmp/crawl"
split -n l/7 "$tmp/crawl" "$tmp/part."

# No record needs another: a task may have any lines, and some have none.
for p in boilerstrip html2text sentsplit wordsplit; do
	"$p" -j <"$tmp/crawl" >"$tmp/whole"
	for part in "$tmp"/part.*; do "$p" -j <"$part"; done >"$tmp/parts"
	same_file "$p: any split of the lines" "$tmp/whole" "$tmp/parts"
	is "$p: a line in, a line out" 400 "$(wc -l <"$tmp/whole" | tr -d ' ')"
	is "$p: no TAB, which would end a key" 0 "$(grep -c "$(printf '\t')" "$tmp/whole")"
	is "$p: no lines, no output" "0 0" "$("$p" -j </dev/null | wc -c | tr -d ' ') $("$p" -j </dev/null >/dev/null; echo $?)"
	head -n 1 "$tmp/crawl" | tr -d '\n' | "$p" -j >"$tmp/one"
	head -n 1 "$tmp/whole" | cmp -s - "$tmp/one"
	is "$p: a last line without its end is one" 0 $?
done

# The map's tables, added, are the table of one process.
map() { boilerstrip -j --rejects=/dev/null | html2text -j | wordfreq -jdH; }
map <"$tmp/crawl" >"$tmp/want"
for part in "$tmp"/part.*; do map <"$part" >"$part.table"; done
wordfreq --merge -dH "$tmp"/part.*.table >"$tmp/got"
same_file "map and reduce" "$tmp/want" "$tmp/got"
wordfreq --merge -dH "$tmp"/part.a[abc].table >"$tmp/ab"
wordfreq --merge -dH "$tmp"/part.a[d-g].table >"$tmp/cd"
wordfreq --merge -dH "$tmp/cd" "$tmp/ab" >"$tmp/got"
same_file "a tree of reduces, in any order" "$tmp/want" "$tmp/got"

# A poisoned record costs that record, and with --rejects no task.
{ sed 5q "$tmp/crawl"; echo '{"text":'; sed 1,5d "$tmp/crawl"; } >"$tmp/poisoned"
html2text -j <"$tmp/crawl" >"$tmp/want"
html2text -j <"$tmp/poisoned" >"$tmp/got" 2>"$tmp/err"
is "poison: status" 1 $?
same_file "poison: the others are there" "$tmp/want" "$tmp/got"
is "poison: a line on stderr, and no counter of Hadoop's" "1 0" "$(wc -l <"$tmp/err" | tr -d ' ') $(grep -c '^reporter:' "$tmp/err")"
html2text -j --rejects="$tmp/rejects" <"$tmp/poisoned" >"$tmp/got" 2>"$tmp/err"
is "poison, with --rejects: status" "0 0" "$? $(wc -c <"$tmp/err" | tr -d ' ')"
is "poison, with --rejects: kept" '{"text":' "$(cat "$tmp/rejects")"

# All of the input is read: an engine that writes to a filter that has gone
# takes that for a failure.
yes 'no record' | head -n 200000 >"$tmp/bad"
(cat "$tmp/bad"; echo $? >"$tmp/rc") | html2text -j --rejects=/dev/null >/dev/null
is "what is no good is read to its end" 0 "$(cat "$tmp/rc")"

# A task that is killed leaves whole lines and one part of a line at most.
mkfifo "$tmp/fifo"
for _ in 1 2 3 4 5 6; do cat "$tmp/crawl"; done >"$tmp/six"
html2text -j <"$tmp/six" >"$tmp/want"
{ cat "$tmp/six"; sleep 5; } >"$tmp/fifo" &
feeder=$!
html2text -j <"$tmp/fifo" >"$tmp/got" &
task=$!
sleep .3
kill -9 $task $feeder
wait 2>/dev/null
size=$(wc -c <"$tmp/got" | tr -d ' ')
head -c "$size" "$tmp/want" | cmp -s - "$tmp/got"
is "killed: what is written is the beginning of all" 0 $?
is "killed: something was" yes "$([ "$size" -gt 0 ] && echo yes)"

# Output that cannot be written is a failure of the machine: try again.
is "a full disk" 2 "$(html2text -j <"$tmp/crawl" 2>/dev/null >/dev/full; echo $?)"

# 60 MB of records, the largest of 1 MB, in what that one needs.
case $OUT in
*/asan) ;;
*)
	head -c 1000000 /dev/zero | tr '\0' 'a' | { printf '{"text":"'; cat; printf '"}\n'; } >"$tmp/mega"
	for _ in 1 2 3 4 5 6; do cat "$tmp/mega" "$tmp/mega" "$tmp/mega"; for _ in 1 2 3 4 5 6 7 8 9 10; do cat "$tmp/crawl"; done; done >"$tmp/sixty"
	# shellcheck disable=SC3045 # dash, bash, ksh and the BSDs have it
	is "sentsplit -j: memory of the largest record" "$(wc -l <"$tmp/sixty" | tr -d ' ')" \
		"$(ulimit -v 24576 && sentsplit -j <"$tmp/sixty" | wc -l | tr -d ' ')" ;;
esac
