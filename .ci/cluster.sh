# cluster.sh: make cluster-check, where networks can be made.
export DEBIAN_FRONTEND=noninteractive
apt-get -qq install -y --no-install-recommends iproute2 openssh-client openssh-server parallel \
	util-linux >/dev/null 2>&1
try='ip link add name try0 type bridge && ip link add name try1 type veth peer name try2'
if ! unshare -n sh -c "$try" 2>/dev/null || ! unshare -m true 2>/dev/null; then
	echo "skipped: no network namespaces are to be had here"
	exit 0
fi
make cluster-check
