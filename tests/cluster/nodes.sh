# nodes.sh: three machines on one host, for tests that must see a machine die.
# Each node has its own network, processes, mounts and host name, a /root that
# nobody else sees, and an address 10.77.0.1N on a bridge that the head shares.
# Needs root, iproute2 and util-linux.  Sourced; the caller defines
#   node_command I    prints what runs on node I as its first process
NODES="1 2 3"
prefix=wn$$
dir=$(mktemp -d /tmp/winnow-cluster.XXXXXX) || exit 2
chmod 711 "$dir"

on_head() { ip netns exec "${prefix}h" "$@"; }

network_up() {
	ip netns add "${prefix}h"
	ip -n "${prefix}h" link set lo up
	ip -n "${prefix}h" link add br0 type bridge
	ip -n "${prefix}h" addr add 10.77.0.1/24 dev br0
	ip -n "${prefix}h" link set br0 up
	for i in $NODES; do
		ip netns add "$prefix$i"
		ip -n "$prefix$i" link set lo up
		ip link add name "v$i" netns "${prefix}h" type veth peer name eth0 netns "$prefix$i"
		ip -n "${prefix}h" link set "v$i" master br0 up
		ip -n "$prefix$i" addr add "10.77.0.1$i/24" dev eth0
		ip -n "$prefix$i" link set eth0 up
	done
}

# --kill-child: when the first process goes, all on the node go, as when the
# power fails.
node_up() {
	ip netns exec "$prefix$1" unshare --mount --uts --pid --fork --kill-child --mount-proc \
		sh -c "mount --make-rprivate /; hostname node$1; mount -t tmpfs tmpfs /root; $(node_command "$1")" \
		>>"$dir/node$1.log" 2>&1 &
	echo $! >"$dir/node$1.pid"
}
node_kill() { kill -9 "$(cat "$dir/node$1.pid")" 2>/dev/null; }

# The cable: packets vanish and nobody is told.
cable_out() { ip -n "${prefix}h" link set "v$1" down; }
cable_in() { ip -n "${prefix}h" link set "v$1" up; }

all_down() {
	trap - EXIT
	for i in $NODES; do node_kill "$i"; done
	wait 2>/dev/null
	for i in $NODES; do ip netns del "$prefix$i" 2>/dev/null; done
	ip netns del "${prefix}h" 2>/dev/null
	rm -rf "$dir"
}

passed=0 failed=0
is() { # WHAT WANTED GOT
	if [ "$2" = "$3" ]; then
		passed=$((passed + 1))
		echo "ok $1"
	else
		failed=$((failed + 1))
		echo "not ok $1: wanted '$2', got '$3'"
	fi
}
same() { # WHAT WANTED-FILE GOT-FILE
	is "$1" same "$(cmp -s "$2" "$3" && echo same)"
}

# pages N: so many records, each a small page of its own.
pages() {
	awk -v n="$1" 'BEGIN {
		split("lamp harbour keeper oil storm ledger tide bell rope stair glass wind", word, " ")
		for (i = 1; i <= n; i++) {
			text = ""
			for (s = 0; s < 12; s++) {
				line = "The " word[i * 7 % 12 + 1]
				for (k = 0; k < 9; k++) line = line " " word[(i * (k + 3) + s * k) % 12 + 1] (i * k + s) % 97
				text = text "<p>" line ".<\\/p>"
			}
			printf "{\"id\":%d,\"text\":\"<nav><a href=\\\"/\\\">Home</a></nav><h1>Page %d</h1>%s\"}\n", i, i, text
		}
	}'
}
