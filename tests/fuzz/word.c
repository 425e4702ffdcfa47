/* SPDX-License-Identifier: MIT */
/*
 * Under any rules (the first two bytes pick) the segments are the text (but
 * for pairs, which overlap), and are the same however it is cut.
 */
#include "fuzz.h"

#include "text/words/word.h"

static struct word_rules rules;

static void
run(struct source *in, struct buf *out)
{
	struct words words = words_in(in, &rules);
	struct segment s;

	while (word_next(&words, &s)) {
		holds(s.text.n > 0);
		buf_put(out, s.text.s, s.text.n);
		buf_putc(out, s.word ? 'w' : '-');
	}
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	struct str text = {(const char *)data + 2, n - 2};
	struct source in;
	struct words words;
	struct segment s;
	struct buf out = {0};
	size_t at = 0;

	if (n < 2)
		return 0;
	rules.set = data[0] | (unsigned)data[1] << 8;
	rules.set &= ~(unsigned)WORD_DICTIONARY; /* would have to be loaded */
	in = source_over(text);
	words = words_in(&in, &rules);
	n -= 2;

	while (word_next(&words, &s)) {
		holds(s.offset + s.text.n <= n);
		holds(memcmp(s.text.s, text.s + s.offset, s.text.n) == 0);
		holds(s.offset == at || (rules.set & WORD_BIGRAM));
		at = s.offset + s.text.n;
	}
	holds(at == n);
	same_in_pieces(text, n % 7 + 1, &out, run);
	buf_free(&out);
	return 0;
}
