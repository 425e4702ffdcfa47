# coverage.sh FLOOR: at least so many percent of the lines of src are run by the
# tests, where the sandbox can be kept from closing on those who count them.
make MODE=cov bin/.obj/cov/tool/deny >/dev/null || exit 1
bin/.obj/cov/tool/deny seccomp=0 -- true
if [ $? -eq 77 ]; then
	echo "skipped: this system has no seccomp to pretend with"
	exit 0
fi
make cov FLOOR="$1"
