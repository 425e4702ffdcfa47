/* SPDX-License-Identifier: MIT */
/*
 * Any text, counted: a tally has the words that text/words finds, each as
 * often, whether it counted them in a hurry or not; the order of documents
 * makes no difference; nor how the text is cut.
 */
#include "fuzz.h"

#include "text/unicode/norm.h"
#include "text/count/report.h"
#include "text/words/word.h"

static struct word_rules rules;
static struct tally_options options;

static void
report(struct tally *t, struct buf *out)
{
	struct report_options o = {.most = UINT64_MAX,
	    .table.columns = 1u << COLUMN_COUNT | 1u << COLUMN_WORD};
	struct sink k = {.buf = *out};
	struct report r;

	report_open(&r, &o);
	report_put(&r, t, &k);
	report_free(&r);
	*out = k.buf;
}

static void
run(struct source *in, struct buf *out)
{
	struct sink unused = {0};
	struct tally t;

	tally_open(&t, &options);
	tally_text(in, &unused, &t);
	report(&t, out);
	tally_free(&t);
}

/* In two documents, either first, cut at a line's end. */
static void
in_turn(struct str a, struct str b, struct buf *out)
{
	struct sink unused = {0};
	struct source first = source_over(a), second = source_over(b);
	struct tally t;

	tally_open(&t, &options);
	tally_text(&first, &unused, &t);
	tally_text(&second, &unused, &t);
	report(&t, out);
	tally_free(&t);
}

static uint64_t
count_words(struct str text)
{
	struct source in = source_over(text);
	struct words words = words_in(&in, &rules);
	struct segment s;
	uint64_t n = 0;

	while (word_next(&words, &s))
		n += s.word;
	return n;
}

/* The first column, added up. */
static uint64_t
sum(struct str table)
{
	uint64_t all = 0, n = 0;
	bool number = true;

	for (size_t i = 0; i < table.n; i++)
		if (table.s[i] == '\n') {
			number = true;
		} else if (number && table.s[i] == '\t') {
			all += n;
			n = 0;
			number = false;
		} else if (number) {
			n = 10 * n + (uint64_t)(table.s[i] - '0');
		}
	return all;
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	struct str text = {(const char *)data, n}, a = text, b;
	struct buf out = {0}, one = {0}, other = {0};
	const char *end = n > 0 ? memchr(data, '\n', n) : NULL;

	rules = word_rules_open();
	options = (struct tally_options){.form = NORM_C | NORM_FOLD,
	    .most_gram = 1, .glue = STR(" "), .rules = &rules};
	same_in_pieces(text, n % 7 + 1, &out, run);
	holds(sum(buf_str(&out)) == count_words(text));
	if (end != NULL) {
		a.n = (size_t)(end + 1 - text.s);
		b = (struct str){end + 1, n - a.n};
		in_turn(a, b, &one);
		in_turn(b, a, &other);
		holds(str_eq(buf_str(&one), buf_str(&other)));
		holds(str_eq(buf_str(&one), buf_str(&out)));
	}
	word_rules_free(&rules);
	buf_free(&out);
	buf_free(&one);
	buf_free(&other);
	return 0;
}
