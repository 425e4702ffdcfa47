# parallel.sh: words of many pages, counted on three machines by GNU parallel
# over ssh, as winnow-cluster(7) shows it: with all well, with a node killed,
# with a cable pulled, with a poisoned record, and resumed.
# Root, on Debian 12.  OUT is where the programs are.
cd "$(dirname "$0")" || exit 2
for tool in parallel ip unshare /usr/sbin/sshd; do
	command -v $tool >/dev/null && continue
	DEBIAN_FRONTEND=noninteractive apt-get -qq install -y --no-install-recommends \
		parallel openssh-server openssh-client iproute2 util-linux >/dev/null || exit 2
done
. ./nodes.sh
trap all_down EXIT
PATH=$OUT:$PATH

node_command() {
	echo "mkdir -p /root/.ssh; exec /usr/sbin/sshd -D -f $dir/sshd$1.conf -E $dir/sshd$1.log"
}

ssh_up() {
	mkdir -p /run/sshd
	ssh-keygen -q -t ed25519 -N '' -f "$dir/id"
	ssh-keygen -q -t ed25519 -N '' -f "$dir/hostkey"
	cp "$dir/id.pub" "$dir/authorized"
	chmod 600 "$dir/authorized"
	for i in $NODES; do
		cat >"$dir/sshd$i.conf" <<-EOF
			Port 22
			ListenAddress 10.77.0.1$i
			HostKey $dir/hostkey
			AuthorizedKeysFile $dir/authorized
			PasswordAuthentication no
			UsePAM no
			StrictModes no
			PidFile none
			MaxStartups 200
			MaxSessions 200
		EOF
		printf 'Host node%s\n  HostName 10.77.0.1%s\n' "$i" "$i"
	done >"$dir/ssh_config"
	# A node that is silent for six seconds is given up.
	cat >>"$dir/ssh_config" <<-EOF
		Host node*
		  User root
		  IdentityFile $dir/id
		  IdentitiesOnly yes
		  StrictHostKeyChecking no
		  UserKnownHostsFile $dir/known_hosts
		  BatchMode yes
		  ConnectTimeout 5
		  ServerAliveInterval 2
		  ServerAliveCountMax 3
		  LogLevel ERROR
	EOF
}
node_wait() {
	n=0
	until on_head ssh -F "$dir/ssh_config" "node$1" true 2>/dev/null; do
		n=$((n + 1))
		[ $n -lt 100 ] || { echo "node$1 does not come up" >&2; exit 2; }
		sleep .1
	done
}

# What runs on a node: pages in, a table of their words out.
cat >"$dir/map" <<-EOF
	#!/bin/bash
	set -o pipefail
	export PATH=$OUT:\$PATH
	boilerstrip -j --rejects=/dev/null | html2text -j | wordfreq -jdH
EOF
chmod +x "$dir/map"

# Not in the names of the nodes: --resume-failed cannot read those in the log.
logins="--ssh ssh\\ -F\\ $dir/ssh_config"
for i in $NODES; do
	logins="$logins -S 1/node$i"
done
# spread LOG ARGS...: the pages through the map on all nodes, a table a block.
# --files: a block's output is a file that is named once the block is done,
# so nothing of an attempt that died counts.
spread() {
	log=$1
	shift
	rm -rf "$dir/tables"
	mkdir "$dir/tables"
	eval on_head parallel --will-cite --pipe --block 400k $logins --joblog "$dir/$log" \
		--files --tmpdir "$dir/tables" "$@" -- "$dir/map" >"$dir/names" 2>"$dir/err"
}
reduce() { xargs wordfreq --merge -dH <"$dir/names"; }

network_up
ssh_up
for i in $NODES; do node_up "$i"; done
for i in $NODES; do node_wait "$i"; done

pages 12000 >"$dir/pages"
sh -c "$dir/map" <"$dir/pages" >"$dir/one"

spread log.plain <"$dir/pages"
is "three nodes: status" 0 $?
reduce >"$dir/got"
same "three nodes: the table of one process" "$dir/one" "$dir/got"
is "three nodes: all did work" 3 "$(cut -f2 "$dir/log.plain" | grep -o 'node[123]' | sort -u | wc -l)"

# How many blocks were done when it happened: not all of them.
blocks_done() { echo $(($(wc -l <"$dir/$1") - 1)); }
begun() { # LOG: wait until three blocks are done
	n=0
	until [ -s "$dir/$1" ] && [ "$(blocks_done "$1")" -ge 3 ]; do
		n=$((n + 1))
		[ $n -lt 3000 ] || return
		sleep .01
	done
}
(begun log.kill; blocks_done log.kill >"$dir/at"; node_kill 2) &
spread log.kill --retries 4 <"$dir/pages"
is "a node killed: status" 0 $?
reduce >"$dir/got"
same "a node killed: the same table" "$dir/one" "$dir/got"
is "a node killed: in the middle" yes "$([ "$(cat "$dir/at")" -lt "$(blocks_done log.kill)" ] && echo yes)"
node_up 2
node_wait 2

(begun log.cable; blocks_done log.cable >"$dir/at"; cable_out 3) &
spread log.cable --retries 4 <"$dir/pages"
is "a cable pulled: status" 0 $?
reduce >"$dir/got"
same "a cable pulled: the same table" "$dir/one" "$dir/got"
is "a cable pulled: in the middle" yes "$([ "$(cat "$dir/at")" -lt "$(blocks_done log.cable)" ] && echo yes)"
cable_in 3
node_wait 3

{ head -n 5000 "$dir/pages"; echo 'poison'; tail -n +5001 "$dir/pages"; } >"$dir/poisoned"
spread log.poison <"$dir/poisoned"
is "a poisoned record: status" 0 $?
reduce >"$dir/got"
same "a poisoned record costs that record only" "$dir/one" "$dir/got"

# A crawl of WARCs, a file a task.  Two of them fail at first, as on a node
# whose disk is full; --resume-failed does these again, and no others.
cat >"$dir/mapfile" <<-EOF
	#!/bin/bash
	set -e -o pipefail
	export PATH=$OUT:\$PATH
	case \$1 in *[37].warc.gz) [ ! -e $dir/full ] || exit 2 ;; esac
	pagecat -j "\$1" | boilerstrip -j | html2text -j | wordfreq -jdH >"\$1.new"
	mv "\$1.new" "\$1.table"
EOF
chmod +x "$dir/mapfile"
for i in 1 2 3 4 5 6 7 8; do
	"$OBJ/tool/warc" -n $((i * 40)) -s 3000 >"$dir/part$i.warc.gz"
done
pagecat -j "$dir"/part?.warc.gz | boilerstrip -j | html2text -j | wordfreq -jdH >"$dir/one"
tasks() {
	eval on_head parallel --will-cite $logins --joblog "$dir/log.files" "$@" "$dir/mapfile" ::: "$dir"/part?.warc.gz 2>"$dir/err"
}
touch "$dir/full"
tasks
is "a file a task, two fail: status counts them" 2 $?
is "a file a task, two fail: six are done" 6 "$(ls "$dir"/part?.warc.gz.table | wc -l)"
rm "$dir/full"
tasks --resume-failed
is "resumed: status" 0 $?
is "resumed: the two and no other" 10 "$(($(wc -l <"$dir/log.files") - 1))"
wordfreq --merge -dH "$dir"/part?.warc.gz.table >"$dir/got"
same "resumed: the table of one process" "$dir/one" "$dir/got"

# Copies: the maps and the reduce of neardup, on parts of one crawl; of seven
# parts a node dies over its own.
cat >"$dir/mapsig" <<-EOF
	#!/bin/bash
	set -e -o pipefail
	export PATH=$OUT:\$PATH
	neardup --signature --order="\${1##*.}" -j "\$1" >"\$1.new"
	sleep .3
	mv "\$1.new" "\$1.sig"
EOF
cat >"$dir/mapdrop" <<-EOF
	#!/bin/bash
	set -e -o pipefail
	export PATH=$OUT:\$PATH
	neardup --drop=$dir/copies --order="\${1##*.}" -j "\$1" >"\$1.new"
	sleep .3
	mv "\$1.new" "\$1.kept"
EOF
chmod +x "$dir"/map*
{ head -n 900 "$dir/pages"; sed -n '1~3p' "$dir/pages" | head -n 600; } | html2text -j >"$dir/texts"
neardup -j "$dir/texts" >"$dir/one"
on_nodes() { # LOG MAP
	eval on_head parallel --will-cite --retries 4 $logins --joblog "$dir/$1" "$dir/$2" ::: "$dir"/texts.[0-9] 2>"$dir/err"
}
for n in 1 2 7; do
	rm -f "$dir"/texts.*
	split -n "l/$n" -d -a 1 "$dir/texts" "$dir/texts."
	if [ $n = 7 ]; then
		(begun log.sig7; blocks_done log.sig7 >"$dir/at"; node_kill 2) &
	fi
	on_nodes log.sig$n mapsig
	is "copies, $n parts: status of the signatures" 0 $?
	LC_ALL=C sort -m "$dir"/texts.?.sig | neardup --groups >"$dir/copies"
	if [ $n = 7 ]; then
		(begun log.drop7; blocks_done log.drop7 >"$dir/at2"; node_kill 3) &
	fi
	on_nodes log.drop$n mapdrop
	is "copies, $n parts: status of the second map" 0 $?
	cat "$dir"/texts.?.kept >"$dir/got"
	same "copies, $n parts: what one process keeps" "$dir/one" "$dir/got"
done
is "copies: two nodes killed, in the middle" yes "$([ "$(cat "$dir/at")" -lt 7 ] && [ "$(cat "$dir/at2")" -lt 7 ] && echo yes)"

echo "$passed passed, $failed failed"
[ $failed -eq 0 ]
