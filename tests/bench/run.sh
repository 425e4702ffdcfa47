# run.sh [PART]...: every program beside its peers; see lib.sh for what a row
# says, and the head of each part for which programs it has.  Nothing is
# asserted.  The peers, all of Debian:
#	apt-get install links lynx w3m html2text python3-readability gawk \
#	    bible-kjv bible-kjv-text libxml2-utils python3-extruct python3-pandas \
#	    g++ libcld2-dev simhash icu-devtools diction python3-nltk r-base-core \
#	    gnuplot-nox pup
# RUNS=n instead of 3; GOLD=folder adds the parts that read gold data.
cd "$(dirname "$0")" || exit 2
[ $# -gt 0 ] || set -- boilerstrip html2text pagecat parts sentsplit wordfreq clean corpus
for part; do
	sh "$part.sh" || exit
done
