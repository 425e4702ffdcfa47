# slurm.sh: words of many pages, counted by a Slurm job array and a reduce job
# that depends on it, as winnow-cluster(7) shows it: with all well, and with a
# node killed while it works.  Three nodes and a controller on one host.
# Root, on Debian 12; takes about a minute.  OUT is where the programs are.
cd "$(dirname "$0")" || exit 2
for tool in slurmctld slurmd sbatch munged ip; do
	command -v $tool >/dev/null && continue
	DEBIAN_FRONTEND=noninteractive apt-get -qq install -y --no-install-recommends \
		munge slurmctld slurmd slurm-client iproute2 util-linux >/dev/null || exit 2
done
. ./nodes.sh
PATH=$OUT:$PATH
shared=$dir/shared # stands for the file system that all nodes see

slurm_down() {
	kill -9 "$controller" 2>/dev/null
	kill "$munge" 2>/dev/null
	all_down
}
trap slurm_down EXIT

# All see the same names; a bind mount, since /etc is everybody's.
hosts="cp $dir/hosts $dir/hosts.\$(hostname); mount --bind $dir/hosts.\$(hostname) /etc/hosts"
node_command() {
	echo "$hosts; exec /usr/sbin/slurmd -D"
}

munge_up() {
	mkdir -p "$dir/munge" "$dir/run" /run/munge
	head -c 1024 /dev/urandom >"$dir/munge/key"
	chmod 700 "$dir/munge"
	chmod 600 "$dir/munge/key"
	chown -R munge: "$dir/munge" "$dir/run"
	setpriv --reuid munge --regid munge --clear-groups /usr/sbin/munged -F \
		--key-file="$dir/munge/key" --socket="$dir/run/socket" --pid-file="$dir/munge/pid" \
		--log-file="$dir/munge/log" --seed-file="$dir/munge/seed" >"$dir/munged.log" 2>&1 &
	munge=$!
}

slurm_conf() {
	cat <<-EOF
		ClusterName=winnow
		SlurmctldHost=head(10.77.0.1)
		SlurmUser=root
		SlurmdUser=root
		AuthType=auth/munge
		AuthInfo=socket=$dir/run/socket
		CryptoType=crypto/munge
		StateSaveLocation=$dir/state
		SlurmdSpoolDir=$dir/spool.%n
		SlurmctldPidFile=$dir/slurmctld.pid
		SlurmdPidFile=$dir/slurmd.%n.pid
		SlurmctldLogFile=$dir/slurmctld.log
		SlurmdLogFile=$dir/slurmd.%n.log
		ProctrackType=proctrack/linuxproc
		TaskPlugin=task/none
		SelectType=select/cons_tres
		SelectTypeParameters=CR_Core
		JobAcctGatherType=jobacct_gather/none
		SchedulerParameters=sched_interval=2,batch_sched_delay=0
		SlurmdParameters=config_overrides
		MpiDefault=none
		MailProg=/bin/true
		ReturnToService=2
		SlurmdTimeout=10
		SlurmctldTimeout=10
		InactiveLimit=0
		KillWait=2
		JobRequeue=1
		NodeName=node[1-3] NodeAddr=10.77.0.1[1-3] CPUs=1 State=UNKNOWN
		PartitionName=main Nodes=ALL Default=YES MaxTime=INFINITE State=UP
	EOF
}

all_idle() {
	for _ in $(seq 200); do
		[ "$(on_head sinfo -h -t idle -o %D 2>/dev/null)" = 3 ] && return
		sleep .2
	done
	echo "the nodes do not come up" >&2
	tail -n 5 "$dir"/*.log >&2
	exit 2
}

network_up
chmod 755 "$dir"
mkdir -p "$shared" "$dir/state"
for i in $NODES; do mkdir -p "$dir/spool.node$i"; done
printf '127.0.0.1 localhost\n10.77.0.1 head\n10.77.0.11 node1\n10.77.0.12 node2\n10.77.0.13 node3\n' >"$dir/hosts"
slurm_conf >"$dir/slurm.conf"
# Slurm 22.05 loads a cgroup plugin even where nothing asks for one, and the
# network name space hides version 2's folder.
echo 'CgroupPlugin=cgroup/v1' >"$dir/cgroup.conf"
export SLURM_CONF="$dir/slurm.conf"
munge_up
ip netns exec "${prefix}h" unshare --mount --uts sh -c \
	"mount --make-rprivate /; hostname head; $hosts; exec /usr/sbin/slurmctld -D -c" >"$dir/head.log" 2>&1 &
controller=$!
for i in $NODES; do node_up "$i"; done
all_idle

# The map: one task a part.  It renames last, so that a table with its final
# name is whole; a task whose node died starts again from nothing.
cat >"$shared/map" <<-EOF
	#!/bin/bash
	#SBATCH --requeue
	#SBATCH --open-mode=truncate
	set -e -o pipefail
	export PATH=$OUT:\$PATH
	i=\$(printf %02d \$SLURM_ARRAY_TASK_ID)
	boilerstrip -j part\$i | html2text -j | wordfreq -jdH >table\$i.new
	sleep 1
	mv table\$i.new table\$i
EOF
cat >"$shared/reduce" <<-EOF
	#!/bin/bash
	set -e
	export PATH=$OUT:\$PATH
	wordfreq --merge -dH table?? >words.new
	mv words.new words
EOF

pages 6000 >"$dir/pages"
boilerstrip -j "$dir/pages" | html2text -j | wordfreq -jdH >"$dir/one"
(cd "$shared" && split -n l/9 -d "$dir/pages" part)

# count: both jobs, the reduce waiting for every task of the map.
count() {
	rm -f "$shared"/table* "$shared/words"
	map=$(on_head sbatch --parsable -D "$shared" --array=0-8 "$shared/map")
	reduce=$(on_head sbatch --parsable -D "$shared" --dependency=afterok:"$map" "$shared/reduce")
}
finish() {
	for _ in $(seq 600); do
		state=$(on_head scontrol -o show job "$reduce" | sed 's/.*JobState=\([A-Z_]*\).*/\1/')
		case $state in COMPLETED | FAILED | CANCELLED) return ;; esac
		sleep .2
	done
}

count
finish
is "a job array and its reduce" COMPLETED "$state"
same "its table is that of one process" "$dir/one" "$shared/words"

count
sleep 2
node_kill 2
finish
is "a node killed: the array comes to its end" COMPLETED "$state"
same "a node killed: the same table" "$dir/one" "$shared/words"
node_up 2

echo "$passed passed, $failed failed"
[ $failed -eq 0 ]
