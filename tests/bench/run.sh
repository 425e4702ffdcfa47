# run.sh: every program against its peers, a part a program.  The figures are
# user CPU of whole processes and ratios within one run; nothing is asserted.
# GOLD=folder adds the parts that read the gold data.
cd "$(dirname "$0")" || exit 2
for part in *.sh; do
	[ "$part" = run.sh ] || sh "$part" || exit
done
