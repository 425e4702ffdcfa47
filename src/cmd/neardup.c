/* SPDX-License-Identifier: MIT */
/*
 * neardup: documents that say what another said.
 */
#include <inttypes.h>
#include <limits.h>
#include <stdio.h>

#include "notation/table.h"
#include "program/filter.h"
#include "program/outlet.h"
#include "program/stats.h"
#include "text/copies/copyfinder.h"
#include "text/copies/copyparts.h"
#include "text/copies/repeats.h"
#include "text/copies/shingle.h"
#include "text/encoding/decode.h"
#include "text/unicode/utf.h"

enum {
	DROP = OPTION_OWN, DROPPED, GROUPS, ID, LINES, ORDER, SEEN, SIGNATURE
};

enum task { FIND, REPEATS, SIGN, GROUP, APPLY };

struct neardup {
	enum task task;
	struct copyfinder_options how;
	struct copyfinder finder;
	struct repeats repeats;
	struct copyparts parts;
	struct copydrops drops;
	struct buf names;     /* of documents, each ended by NUL */
	VEC(size_t) name_at;  /* where each begins */
	const char *id, *drop_file, *dropped_file, *order;
	uint64_t seen;
	struct outlet dropped;
	struct table table;   /* of copies, without -j */
	bool mark, rows, null; /* rows: -H or -o is given */
};

static void
set_task(struct neardup *n, enum task task)
{
	if (n->task != FIND && n->task != task)
		misuse("--lines, --signature, --groups, --drop: give one");
	n->task = task;
}

static void
set_mode(struct neardup *n, enum copyfinder_mode mode)
{
	if (n->how.mode != COPYFINDER_NEAR && n->how.mode != mode)
		misuse("-c and -x: give one of them");
	n->how.mode = mode;
}

static void
take(void *self, int key, const char *value)
{
	struct neardup *n = self;

	switch (key) {
	case 'c': set_mode(n, COPYFINDER_CONTAINED); break;
	case 'g':
		n->how.words = (int)option_number(key, value, 1, SHINGLE_MOST);
		break;
	case 'H': n->table.header = n->rows = true; break;
	case 'm': n->mark = true; break;
	case 'o':
		n->table.format = (enum table_format)option_word(key, value);
		n->rows = true;
		break;
	case 't': n->how.least = option_decimal(key, value, .01, 1); break;
	case 'x': set_mode(n, COPYFINDER_EXACT); break;
	case 'z': n->null = true; break;
	case DROP: n->drop_file = value; set_task(n, APPLY); break;
	case DROPPED: n->dropped_file = value; break;
	case GROUPS: set_task(n, GROUP); break;
	case ID: n->id = value; break;
	case LINES: set_task(n, REPEATS); break;
	case ORDER: n->order = value; break;
	case SEEN:
		n->seen = (uint64_t)option_number(key, value, 1, LONG_MAX);
		break;
	case SIGNATURE: set_task(n, SIGN); break;
	}
}

static void
ready(void *self, char **operands)
{
	struct neardup *n = self;

	(void)operands;
	if (n->how.least == 0)
		n->how.least = n->how.mode == COPYFINDER_CONTAINED ? .8 : .75;
	if (n->how.mode != COPYFINDER_NEAR && n->task != FIND)
		misuse("-c and -x: not with --lines, --signature, --groups "
		    "or --drop");
	if ((n->mark || n->dropped_file != NULL) && !filter_reads_records())
		misuse("--mark and --dropped: only with -j");
	if (n->rows && (filter_reads_records() || n->null ||
	    (n->task != FIND && n->task != APPLY)))
		misuse("-H and -o: only for the table of copies, not with -j "
		    "or -z");
	if (n->seen != 0 && n->task != REPEATS)
		misuse("--seen: only with --lines");
	if (n->order != NULL && n->task != SIGN && n->task != APPLY)
		misuse("--order: only with --signature or --drop");
	if (n->task == REPEATS)
		filter_set_result(RESULT_TEXT);
	if (n->task == SIGN || n->task == GROUP)
		filter_set_result(RESULT_TABLE);
	if (n->order == NULL)
		n->order = "";
	if (n->dropped_file != NULL)
		outlet_open(&n->dropped, n->dropped_file);
	n->finder = copyfinder_open(&n->how);
	n->repeats = repeats_open(n->seen != 0 ? n->seen : 1);
	n->parts = copyparts_open(&n->how, n->order,
	    n->task == SIGN || n->task == GROUP);
	if (n->task == APPLY)
		copydrops_read(&n->drops, n->drop_file, n->order);
}

static void
put_row(struct table *t, const struct document *d, const char *first,
    double similarity)
{
	static const struct table_column columns[] = {
		{"document", TABLE_TEXT, 0}, {"dup_of", TABLE_TEXT, 0},
		{"dup_similarity", TABLE_NUMBER, 3},
	};

	if (t->out == NULL) {
		t->out = d->out;
		t->columns = columns;
		t->n = 3;
		table_head(t);
	}
	table_put_text(t, str_of(d->file));
	table_put_text(t, str_of(first));
	table_put_number(t, similarity);
	table_end_row(t);
}

/* -z: names as they are. */
static void
put_names(const struct document *d, const char *first, double similarity)
{
	char number[16];

	sink_puts(d->out, d->file);
	sink_putc(d->out, '\t');
	sink_puts(d->out, first);
	snprintf(number, sizeof number, "\t%.3f", similarity);
	sink_puts(d->out, number);
	sink_putc(d->out, '\0');
}

/* A copy: its record goes, or is marked; a file is only told. */
static void
tell(struct neardup *n, struct document *d, const char *first,
    double similarity)
{
	stats_add("copies", 1);
	if (!filter_reads_records() && n->null) {
		put_names(d, first, similarity);
	} else if (!filter_reads_records()) {
		put_row(&n->table, d, first, similarity);
	} else if (n->mark) {
		object_string(d->members, "dup_of", str_of(first));
		object_number(d->members, "dup_similarity", similarity, 3);
	} else {
		if (n->dropped_file != NULL)
			outlet_line(&n->dropped, document_record(d));
		document_drop(d, "copy");
	}
}

static void
find(struct neardup *n, struct document *d)
{
	double similarity = 0;
	uint32_t first;

	*vec_add(&n->name_at) = n->names.n;
	document_name(d, n->id, &n->names);
	buf_putc(&n->names, '\0');
	first = copyfinder_see(&n->finder, d->in, &similarity);
	if (first != 0)
		tell(n, d, n->names.s + n->name_at.at[first - 1], similarity);
}

static void
apply(struct neardup *n, struct document *d)
{
	const struct copydrop *drop = copydrops_find(&n->drops, d->number + 1);

	if (drop != NULL)
		tell(n, d, drop->first, drop->similarity);
}

static void
sign(struct neardup *n, struct document *d)
{
	struct buf name = {0};

	document_name(d, n->id, &name);
	copyparts_sign(&n->parts, d->in, d->number + 1, buf_str(&name));
	buf_free(&name);
}

static void
neardup(struct document *d, void *self)
{
	struct neardup *n = self;
	uint64_t bad;

	switch (n->task) {
	case FIND: find(n, d); break;
	case REPEATS: repeats_put(&n->repeats, d->in, d->out); break;
	case SIGN: sign(n, d); break;
	case GROUP:
		bad = copyparts_group(&n->parts, d->in);
		if (bad > 0)
			document_fault(d, "line %" PRIu64 ": not a signature, "
			    "or not in order: merge with LC_ALL=C sort -m",
			    bad);
		break;
	case APPLY: apply(n, d); break;
	}
}

static void
finish(void *self, struct sink *out)
{
	struct neardup *n = self;

	if (n->task == SIGN)
		copyparts_put_signatures(&n->parts, out);
	if (n->task == GROUP)
		copyparts_put_groups(&n->parts, out);
	if (n->task == REPEATS)
		stats_add("lines_left_out", n->repeats.left_out);
	buf_free(&n->names);
	vec_free(&n->name_at);
	copyfinder_free(&n->finder);
	repeats_free(&n->repeats);
	copyparts_free(&n->parts);
	copydrops_free(&n->drops);
}

static const struct option_row options[] = {
	{'t', "threshold", "n", "how similar a copy is, 0 to 1 (.75; -c .8)"},
	{'g', "shingle", "n", "compare runs of n words (5)"},
	{'x', "exact", NULL, "only documents with the same words"},
	{'c', "contained", NULL, "also documents that contain one another"},
	{'m', "mark", NULL, "with -j: keep copies, add dup_of, dup_similarity"},
	{DROPPED, "dropped", "file", "with -j: write the copies there"},
	{ID, "id", "name", "with -j: the member that names a record (id)"},
	{LINES, "lines", NULL, "drop lines that occurred before"},
	{SEEN, "seen", "n", "with --lines: keep the first n (1)"},
	{SIGNATURE, "signature", NULL, "write signatures, to be merged by sort"},
	{ORDER, "order", "name", "the name of this part"},
	{GROUPS, "groups", NULL, "read merged signatures, write what to drop"},
	{DROP, "drop", "file", "drop what --groups wrote there"},
	{'H', "header", NULL, "name the columns in a first line"},
	{'o', "output", "tsv|csv|json", "the table's format (tsv)"},
	{'z', "null", NULL, "end rows with NUL, not a line end"},
	{0},
};

int
main(int argc, char *argv[])
{
	const char *const versions[] = {utf_version(), NULL};
	const struct filter filter = {
		.name = "neardup",
		.purpose = "Find near-duplicate documents.",
		.options = options, .result = RESULT_OBJECT,
		.input = FILTER_WORDS, .decoder = &text_decoder,
		.versions = versions, .option = take, .ready = ready,
		.run = neardup, .finish = finish,
	};
	struct neardup n = {.how.words = 5, .id = "id"};
	int status = filter_main(&filter, &n, argc, argv);

	outlet_close(&n.dropped);
	return status;
}
