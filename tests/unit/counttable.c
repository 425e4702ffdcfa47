/* SPDX-License-Identifier: MIT */
#include "unit.h"

#include <stdio.h>

#include "text/count/counttable.h"
#include "text/count/tally.h"

enum {
	PLAIN = 1u << COLUMN_COUNT | 1u << COLUMN_WORD,
	DOCS = PLAIN | 1u << COLUMN_DOCUMENTS,
	PARTS = PLAIN | 1u << COLUMN_PARTS
};

/*
 * The rows that are good, "count word docs parts" with "|" behind each, and
 * the number of the first line that is not, 0 for none.
 */
static const struct {
	const char *why;
	unsigned wanted;
	const char *in, *want;
	int bad;
} rows[] = {
	{"count and word", PLAIN, "2\ta\n1\tb\n", "2 a|1 b|", 0},
	{"escapes undone", PLAIN, "1\ta\\tb\\\\\n", "1 a\tb\\|", 0},
	{"a wrong escape", PLAIN, "1\ta\\x\n", "", 1},
	{"no word", PLAIN, "1\t\n", "", 1},

	{"a word that is not UTF-8", PLAIN, "1\ta\xFF\n", "", 1},
	{"a count of 0", PLAIN, "0\ta\n", "", 1},
	{"the largest count", PLAIN, "18446744073709551615\ta\n",
	    "18446744073709551615 a|", 0},
	{"a larger one", PLAIN, "18446744073709551616\ta\n", "", 1},
	{"a sign is no digit", PLAIN, "+1\ta\n", "", 1},
	{"a number with a tail", PLAIN, "1x\ta\n2\tb\n", "2 b|", 1},
	{"without the columns wanted", DOCS, "1\ta\n", "", 1},
	{"documents by header", DOCS,
	    "count\tdocuments\tword\n2\t1\ta\n", "2 a 1|", 0},
	{"more documents than occurrences", DOCS,
	    "count\tword\tdocuments\n2\ta\t3\n1\tb\t1\n", "1 b 1|", 2},
	{"in no document", DOCS, "count\tword\tdocuments\n2\ta\t0\n", "", 2},
	{"contradictory documents that nobody asked for", PLAIN,
	    "count\tword\tdocuments\n2\ta\t3\n", "", 2},
	{"parts", PARTS, "count\tword\tparts\n5\ta\t1:2 3:3\n",
	    "5 a 1:2 3:3|", 0},
	{"parts of 0", PARTS, "count\tword\tparts\n1\ta\t1:0 2:1\n", "", 2},
	{"parts above the count", PARTS,
	    "count\tword\tparts\n1\ta\t1:5\n4\tb\t1:4\n", "4 b 1:4|", 2},
	{"parts below the count", PARTS,
	    "count\tword\tparts\n6\ta\t1:5\n", "", 2},
	{"parts whose sum wraps", PARTS, "count\tword\tparts\n"
	    "1\ta\t1:18446744073709551615 2:2\n", "", 2},
	{"no parts", PARTS, "count\tword\tparts\n1\ta\t\n", "", 2},
	{"parts out of order", PARTS,
	    "count\tword\tparts\n2\ta\t2:1 1:1\n", "", 2},
	{"a document twice", PARTS,
	    "count\tword\tparts\n2\ta\t1:1 1:1\n", "", 2},
	{"document 0", PARTS, "count\tword\tparts\n1\ta\t0:1\n", "", 2},
	{"the last document number", PARTS,
	    "count\tword\tparts\n1\ta\t4294967295:1\n",
	    "1 a 4294967295:1|", 0},
	{"one too large", PARTS,
	    "count\tword\tparts\n1\ta\t4294967296:1\n", "", 2},
	{"one much too large", PARTS,
	    "count\tword\tparts\n1\ta\t2305843009213693952:1\n", "", 2},
	{"parts that do not agree with documents", PARTS,
	    "count\tword\tdocuments\tparts\n5\ta\t3\t1:2 3:3\n", "", 2},
	{"half a part", PARTS, "count\tword\tparts\n1\ta\t1\n", "", 2},
	{"half a part more", PARTS, "count\tword\tparts\n1\ta\t1:1 2\n", "", 2},
	{"parts with commas", PARTS, "count\tword\tparts\n2\ta\t1:1,2:1\n", "",
	    2},
	{"a header without the count", PLAIN, "form\tword\n1\ta\n", "", 1},
};

static void
put(struct buf *got, const struct entry *e)
{
	struct str parts = e->parts;
	uint64_t doc = 0, step, times;
	char number[64];

	snprintf(number, sizeof number, "%llu ", (unsigned long long)e->count);
	buf_puts(got, number);
	buf_put(got, e->word.s, e->word.n);
	if (e->docs > 0) {
		snprintf(number, sizeof number, " %d", (int)e->docs);
		buf_puts(got, number);
	}
	while (varint_take(&parts, &step) && varint_take(&parts, &times)) {
		doc += step;
		snprintf(number, sizeof number, " %llu:%llu",
		    (unsigned long long)doc, (unsigned long long)times);
		buf_puts(got, number);
	}
	buf_putc(got, '|');
}

START_TEST(reads)
{
	struct source in = source_over(str_of(rows[_i].in));
	struct counttable_reader r;
	struct buf got = {0};
	struct entry e;

	counttable_read(&r, &in, PLAIN, rows[_i].wanted);
	while (counttable_next(&r, &e))
		put(&got, &e);
	ck_assert_msg(strcmp(text_of(&got), rows[_i].want) == 0, "%s: %s",
	    rows[_i].why, got.s);
	ck_assert_msg(r.rows.first_bad == (uint64_t)rows[_i].bad, "%s",
	    rows[_i].why);
	counttable_free(&r);
	buf_free(&got);
}
END_TEST

/* Whether the second of two rows can be added to the first. */
static const struct {
	const char *why;
	bool parts;
	const char *in;
	bool added;
} sums[] = {
	{"a sum of 64 bits", false, "18446744073709551614\ta\n1\ta\n", true},
	{"one that would wrap", false, "18446744073709551615\ta\n1\ta\n",
	    false},
	{"the total would wrap", false, "18446744073709551615\ta\n1\tb\n",
	    false},
	{"the word again, in later documents", true,
	    "count\tword\tparts\n1\ta\t1:1\n1\ta\t2:1\n", true},
	{"in the same one", true,
	    "count\tword\tparts\n1\ta\t1:1\n1\ta\t1:1\n", false},
	{"in an earlier one", true,
	    "count\tword\tparts\n1\ta\t2:1\n1\ta\t1:1\n", false},
};

START_TEST(adds)
{
	struct tally_options o = {.most_gram = 1, .parts = sums[_i].parts};
	struct source in = source_over(str_of(sums[_i].in));
	struct counttable_reader r;
	struct tally t;
	struct entry e;

	tally_open(&t, &o);
	counttable_read(&r, &in, PLAIN, PLAIN);
	ck_assert(counttable_next(&r, &e) && tally_add(&t, &e));
	ck_assert(counttable_next(&r, &e));
	ck_assert_msg(tally_add(&t, &e) == sums[_i].added, "%s",
	    sums[_i].why);
	counttable_free(&r);
	tally_free(&t);
}
END_TEST

static const struct {
	uint64_t count, upto, total;
	const char *want;
} shares[] = {
	{1, 1, 0, "0.00\t0.0000\n"}, {1, 1, 1, "1000000.00\t100.0000\n"},
	{1, 2, 3, "333333.33\t66.6667\n"},
	{1, 1, 512, "1953.13\t0.1953\n"}, /* half of one up */
	{UINT64_MAX / 3, UINT64_MAX / 3 * 2, UINT64_MAX,
	    "333333.33\t66.6667\n"},
	{UINT64_MAX, UINT64_MAX, UINT64_MAX, "1000000.00\t100.0000\n"},
	{1, UINT64_MAX / 2 + 1, UINT64_MAX, "0.00\t50.0000\n"},
	{(uint64_t)1 << 54, 1, (uint64_t)1 << 63, "1953.13\t0.0000\n"},
};

START_TEST(shares_are_exact)
{
	struct counttable t = {.total = shares[_i].total, .columns =
	    1u << COLUMN_PER_MILLION | 1u << COLUMN_CUMULATIVE};
	struct row row = {.count = shares[_i].count, .upto = shares[_i].upto};
	struct sink out = {0};

	counttable_head(&t, &out);
	counttable_row(&t, &row);
	ck_assert_str_eq(text_of(&out.buf), shares[_i].want);
	buf_free(&out.buf);
}
END_TEST

UNIT_SUITE("counttable", UNIT_EACH(reads, rows), UNIT_EACH(adds, sums),
    UNIT_EACH(shares_are_exact, shares))
