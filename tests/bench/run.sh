# run.sh: every program beside its peers, a part a program; see lib.sh for what
# a row says.  Nothing is asserted.  A peer that is not installed is left out:
#	apt-get install links lynx w3m html2text python3-readability gawk bible-kjv bible-kjv-text
# RUNS=n instead of 3; GOLD=folder adds the parts that read gold data.
cd "$(dirname "$0")" || exit 2
for part in [!lr]*.sh; do
	sh "$part" || exit
done
