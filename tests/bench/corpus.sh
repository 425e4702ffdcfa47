# corpus.sh: what looks into a corpus: kwic beside `grep -ow`, collocate beside
# NLTK, keyness beside R, freqplot beside gnuplot.  The text is the King James
# Bible ten times over, for NLTK once; the tables are of a million words each,
# for R of a tenth of them.
cd "$(dirname "$0")" || exit 2
COST=${COST:-../../bin/.obj/release/tool/cost}
. ./lib.sh

cat >"$tmp/near.py" <<'E2'
# What stands up to five words around a node; without one, all neighbours.
import re, sys
from nltk.collocations import BigramAssocMeasures, BigramCollocationFinder
words = re.findall(r"\w+", open(sys.argv[1]).read().casefold())
if len(sys.argv) > 2:
    finder = BigramCollocationFinder.from_words(words, window_size=6)
    finder.apply_ngram_filter(lambda a, b: sys.argv[2] not in (a, b))
else:
    finder = BigramCollocationFinder.from_words(words)
    finder.apply_freq_filter(5)
for pair, score in finder.score_ngrams(BigramAssocMeasures.likelihood_ratio):
    print(*pair, score)
E2
cat >"$tmp/keyness.R" <<'E2'
# G2 and LogRatio of all words, and the conservative LogRatio by exact limits.
a <- commandArgs(TRUE)
read <- function(f) read.table(f, sep = "\t", quote = "", comment.char = "",
    col.names = c("n", "word"), colClasses = c("numeric", "character"))
t <- merge(read(a[1]), read(a[2]), by = "word", all = TRUE)
t[is.na(t)] <- 0
x <- t$n.x; y <- t$n.y; n1 <- sum(x); n2 <- sum(y)
term <- function(o, e) ifelse(o > 0, o * log(o / e), 0)
t$ll <- 2 * (term(x, (x + y) * n1 / (n1 + n2)) + term(y, (x + y) * n2 / (n1 + n2)) +
    term(n1 - x, (n1 + n2 - x - y) * n1 / (n1 + n2)) +
    term(n2 - y, (n1 + n2 - x - y) * n2 / (n1 + n2)))
t$logratio <- log2(((x + .5) / (n1 + .5)) / ((y + .5) / (n2 + .5)))
low <- qbeta(.025 / nrow(t), x, y + 1)
t$lrc <- pmax(0, log2(low / (1 - low) / (n1 / n2)))
t <- t[x / n1 > y / n2, ]
write.table(t[order(-t$lrc), ], sep = "\t", quote = FALSE, row.names = FALSE)
E2

# Two tables whose words follow Zipf's law; four in five are in both.
table_of() { # WORDS FIRST
	awk -v n="$1" -v first="$2" 'BEGIN {
		for (i = first; i < first + n; i++)
			printf "%d\tw%dx\n", 1 + (n / (1 + (i * 7919) % n)) * (1 + i % 3), i
	}'
}

if king_james "$tmp/kjv1"; then
	many 10 "$tmp/kjv1" >"$tmp/kjv"
	# grep would stop at its first line, were nobody to read the others.
	found() { # LABEL OPTION PATTERN
		pipe "$1, in C.UTF-8" grep "LC_ALL=C.UTF-8 grep $2 '$3' '$tmp/kjv' | cat"
	}
	for word in leviathan lord; do
		task "where \"$word\" stands" "$tmp/kjv"
		row "kwic" kwic "$word" "$tmp/kjv"
		row "wc -w, in C.UTF-8" env LC_ALL=C.UTF-8 wc -w "$tmp/kjv"
		found "grep -ow" -ow "$word"
		found "grep -iow, as kwic folds" -iow "$word"
	done
	task "where two words stand in a row" "$tmp/kjv"
	row kwic kwic "lord of" "$tmp/kjv"
	found "grep -iowE" -iowE "lord[^[:alnum:]]+of"
	task "what stands near a word" "$tmp/kjv1"
	row collocate collocate lord "$tmp/kjv1"
	row "wordfreq -d" wordfreq -d "$tmp/kjv1"
	python "NLTK" nltk "$tmp/near.py" "$tmp/kjv1" lord
	task "what stands together" "$tmp/kjv1"
	row "collocate --pairs" collocate --pairs "$tmp/kjv1"
	row "wordfreq -g 2" wordfreq -g 2 "$tmp/kjv1"
	python "NLTK" nltk "$tmp/near.py" "$tmp/kjv1"
fi

table_of 100000 1 >"$tmp/a"
table_of 100000 20001 >"$tmp/b"
task "two tables of 100,000 words compared" "$tmp/a" "$tmp/b"
row keyness keyness "$tmp/a" "$tmp/b"
RUNS=1 row R Rscript "$tmp/keyness.R" "$tmp/a" "$tmp/b"
table_of 1000000 1 >"$tmp/a"
table_of 1000000 200001 >"$tmp/b"
task "two tables of 1,000,000 words compared" "$tmp/a" "$tmp/b"
row keyness keyness "$tmp/a" "$tmp/b"
row "keyness -n 20" keyness -n 20 "$tmp/a" "$tmp/b"
row "wordfreq --merge" wordfreq --merge "$tmp/a" "$tmp/b"
row "wc -w, in C.UTF-8" env LC_ALL=C.UTF-8 wc -w "$tmp/a" "$tmp/b"

sort -rn "$tmp/a" | head -n 100000 >"$tmp/ranked"
task "100,000 points drawn" "$tmp/ranked"
row "freqplot -k zipf -o svg" freqplot -k zipf -o svg "$tmp/ranked"
row "freqplot -k zipf" freqplot -k zipf "$tmp/ranked"
RUNS=1 row "gnuplot, svg" gnuplot -e "set terminal svg; set logscale xy; plot '$tmp/ranked' using 0:1 with points"
