# clusterpage.sh: the examples of winnow-cluster(7), each run with one worker
# killed in the middle of its output: the table has to be that of one process.
# curl, ssh and Slurm are stood for by stubs; tests/cluster has the real ones.
tmp=$(mktemp -d) || exit 2
trap 'rm -rf "$tmp"' EXIT
if ! command -v parallel >/dev/null || ! parallel --version 2>/dev/null | grep -q GNU; then
	echo "ok clusterpage: not without GNU parallel"
	exit 0
fi
page=$PWD/../man/winnow-cluster.7
mkdir "$tmp/bin" "$tmp/site" "$tmp/home"
HOME=$tmp/home

# ---- workers that die ----

# Where $tmp/kill-NAME is, the first process of that name dies over its work;
# kill-drop is for the second map of neardup.
for p in html2text wordfreq neardup; do
	cat >"$tmp/bin/$p" <<-EOF
		#!/bin/bash
		kill=$p
		case \$1 in
		--merge | --groups) exec "$OUT/$p" "\$@" ;;
		--drop=*) kill=drop ;;
		esac
		mv "$tmp/kill-\$kill" "$tmp/killed" 2>/dev/null || exec "$OUT/$p" "\$@"
		head -c 40000 | "$OUT/$p" "\$@" 2>/dev/null | head -c 3000
		kill -9 \$\$
	EOF
done
# The site: parts by their names, the list of them by its own.
cat >"$tmp/bin/curl" <<-EOF
	#!/bin/bash
	for url; do :; done
	name=\${url##*/}
	case \$name in
	*.paths.gz) cat "$tmp/site/\$name" ;;
	*) cp "$tmp/site/\$name" . ;;
	esac
EOF
# A task that fails is put in the queue again.
cat >"$tmp/bin/sbatch" <<-'EOF'
	#!/bin/bash
	for script; do :; done
	case $1$2 in
	*--array=*)
		for i in 0 1 2 3; do
			SLURM_ARRAY_TASK_ID=$i bash "./$script" 2>/dev/null ||
				SLURM_ARRAY_TASK_ID=$i bash "./$script" || exit
		done
		echo 7 ;;
	*) bash "./$script" ;;
	esac
EOF
chmod +x "$tmp"/bin/*
PATH=$tmp/bin:$OUT:$OBJ/tool:$PATH

# ---- pages ----

wet() { # N: texts as Common Crawl has them
	i=0
	while [ $i -lt "$1" ]; do
		printf 'The tide of day %d was out, and lamp %d was lit.\n' $i $((i * 7)) >"$tmp/text"
		printf 'WARC/1.0\r\nWARC-Type: conversion\r\nWARC-Target-URI: http://a/%d\r\nContent-Type: text/plain\r\nContent-Length: %d\r\n\r\n' \
			$i "$(wc -c <"$tmp/text")"
		cat "$tmp/text"
		printf '\r\n\r\n'
		i=$((i + 1))
	done
}
for i in 1 2 3 4; do
	warc -n $((i * 30)) -s 1500 >"$tmp/site/part$i.warc.gz"
	wet $((i * 9)) | gzip -n >"$tmp/site/part$i.warc.wet.gz"
	echo "crawl/part$i.warc.gz" >>"$tmp/site/warc.paths"
	echo "crawl/part$i.warc.wet.gz" >>"$tmp/site/wet.paths"
done
gzip -n "$tmp"/site/*.paths
one() { boilerstrip -j | html2text -j | wordfreq -jdH; }
pagecat -j "$tmp"/site/part?.warc.gz >"$tmp/crawl.jsonl"
one <"$tmp/crawl.jsonl" >"$tmp/words"
pagecat -j "$tmp"/site/*.wet.gz | wordfreq -jdH >"$tmp/words.wet"

# ---- the examples ----

# Those of a section: "$ cat NAME" begins a file, "$ " a command.
examples() { # SECTION
	awk -v section=".Ss $1" '
		/^\.S[sh]/ { on = $0 == section }
		on && /^\.Bd/ { block = 1; next }
		/^\.Ed/ { block = 0; file = "" }
		!block || !on { next }
		{ gsub(/\\e/, "\\"); gsub(/\\&/, "") }
		/^\$ cat [a-z]+$/ { file = $3; printf "" >(to "/" file); next }
		/^\$ / { file = ""; $0 = substr($0, 3) }
		file != "" { print >(to "/" file); next }
		{ print }' to="$tmp/in" "$page" |
		sed 's/64M/30k/; s/-S node1,node2,node3 //; s/0-99/0-3/; s|l/100|l/4|' >"$tmp/commands"
	chmod +x "$tmp/in"/map* 2>/dev/null
}

# SECTION WORKER WANTED [FILE]: FILE, or words, is what comes out.
run() {
	rm -rf "$tmp/in" "$tmp/killed"
	mkdir "$tmp/in"
	cp "$tmp/crawl.jsonl" "$tmp/in"
	[ "$1" = "Common Crawl" ] || cp "$tmp"/site/part?.warc.gz "$tmp/in"
	examples "$1"
	# A crawl's script is that of the section before.
	[ "$1" != "Common Crawl" ] || (mv "$tmp/commands" "$tmp/kept" && examples "A crawl in parts" && mv "$tmp/kept" "$tmp/commands")
	command -v jq >/dev/null || sed -i '/jq/d' "$tmp/commands"
	: >"$tmp/kill-$2"
	(cd "$tmp/in" && bash "$tmp/commands") >"$tmp/out" 2>"$tmp/err"
	rc=$?
	rm -f "$tmp/kill-$2"
	if [ ! -e "$tmp/killed" ]; then
		echo "not ok clusterpage: $1: no $2 was killed: $(head -n 1 "$tmp/err")"
	elif [ $rc -ne 0 ]; then
		echo "not ok clusterpage: $1, a $2 killed: status $rc: $(tail -n 1 "$tmp/err")"
	elif cmp -s "$tmp/in/${4:-words}" "$3"; then
		echo "ok clusterpage: $1, a $2 killed"
	else
		echo "not ok clusterpage: $1, a $2 killed: another table"
	fi
}

for worker in html2text wordfreq; do
	run "GNU parallel" $worker "$tmp/words"
	run "A crawl in parts" $worker "$tmp/words"
	run Slurm $worker "$tmp/words"
done
run "Common Crawl" wordfreq "$tmp/words.wet"
# Half of the pages a second time, and some in between that no other has.
sed -n 'p; 3~4p' "$tmp/crawl.jsonl" >"$tmp/twice"
tail -n 200 "$tmp/crawl.jsonl" >>"$tmp/twice"
mv "$tmp/twice" "$tmp/crawl.jsonl"
neardup -j "$tmp/crawl.jsonl" >"$tmp/kept.want"
for worker in neardup drop; do
	run "Copies in other parts" $worker "$tmp/kept.want" kept
done

# What is done is not done again; the parts that are missing are.
run "A crawl in parts" html2text "$tmp/words"
rm "$tmp"/in/part[23].warc.gz.table "$tmp/in/words"
touch -d 2001-01-01 "$tmp"/in/part[14].warc.gz.table
(cd "$tmp/in" && bash "$tmp/commands") >/dev/null 2>"$tmp/err"
if cmp -s "$tmp/in/words" "$tmp/words" &&
	[ -z "$(find "$tmp/in" -name 'part[14]*.table' -newermt 2002-01-01)" ]; then
	echo "ok clusterpage: a crawl goes on where it ended"
else
	echo "not ok clusterpage: a crawl goes on where it ended: $(head -n 1 "$tmp/err")"
fi

# A damaged record is counted, and costs that record and no more.
head -c 20000 /dev/zero | tr '\0' 'x' | dd of="$tmp/in/part3.warc.gz" bs=1 seek=20000 count=40 conv=notrunc 2>/dev/null
rm "$tmp"/in/part3.warc.gz.table
(cd "$tmp/in" && bash "$tmp/commands") >/dev/null 2>"$tmp/err"
rc=$?
if [ $rc -eq 0 ] && [ -s "$tmp/in/part3.warc.gz.rejects" ]; then
	echo "ok clusterpage: what was dropped is kept beside its part"
else
	echo "not ok clusterpage: what was dropped is kept beside its part: status $rc, $(head -n 1 "$tmp/err")"
fi

# The mappers of Hadoop and Spark: a death is no success.
sed -n "s/^-mapper  '\(.*\)'/\1/p" "$page" >"$tmp/mapper"
if [ -s "$tmp/mapper" ]; then
	{ cat "$tmp/crawl.jsonl"; sleep 5; } | bash "$tmp/mapper" >/dev/null 2>&1 &
	sleep .5
	kill -9 $!
	wait $! 2>/dev/null
	rc=$?
	[ $rc -ne 0 ] && echo "ok clusterpage: a mapper that is killed fails" || echo "not ok clusterpage: a mapper that is killed fails"
fi
