/* SPDX-License-Identifier: MIT */
/*
 * Any bytes, read as count tables and added up: nothing breaks, how the text
 * is cut makes no difference, and what is written can be read back whole.
 */
#include "fuzz.h"

#include "text/count/report.h"

static struct tally_options options;
static struct report_options wanted;

static void
merge(struct source *in, struct buf *out, uint64_t *bad)
{
	struct sink k = {.buf = *out};
	struct counttable_reader r;
	struct report report;
	struct tally t;
	struct entry e;
	uint64_t table = 1;

	tally_open(&t, &options);
	report_open(&report, &wanted);
	counttable_read(&r, in, 3, wanted.table.columns &
	    (1u << COLUMN_PARTS | 1u << COLUMN_DOCUMENTS | 3));
	while (counttable_next(&r, &e)) {
		if (r.table != table)
			tally_table_ends(&t);
		table = r.table;
		if (!tally_add(&t, &e))
			counttable_bad(&r);
	}
	*bad = r.rows.bad;
	report_put(&report, &t, &k);
	*out = k.buf;
	counttable_free(&r);
	report_free(&report);
	tally_free(&t);
}

static void
run(struct source *in, struct buf *out)
{
	uint64_t bad;

	merge(in, out, &bad);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	struct str text = {(const char *)data, n};
	struct buf out = {0}, again = {0};
	struct source in;
	uint64_t bad;
	bool parts = n % 2;

	options = (struct tally_options){.most_gram = 1, .docs = true,
	    .parts = parts};
	wanted = (struct report_options){.most = UINT64_MAX, .table = {
	    .header = true, .columns = 1u << COLUMN_COUNT |
	    1u << COLUMN_WORD | 1u << COLUMN_DOCUMENTS | 1u << COLUMN_RANK |
	    1u << COLUMN_PER_MILLION | 1u << COLUMN_CUMULATIVE |
	    (parts ? 1u << COLUMN_DISPERSION | 1u << COLUMN_PARTS : 0)}};
	same_in_pieces(text, n % 7 + 1, &out, run);
	in = source_over(buf_str(&out));
	merge(&in, &again, &bad);
	holds(bad == 0);
	holds(str_eq(buf_str(&out), buf_str(&again)));
	buf_free(&out);
	buf_free(&again);
	return 0;
}
