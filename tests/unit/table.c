/* SPDX-License-Identifier: MIT */
#include "unit.h"

#include <math.h>
#include <stdio.h>

#include "notation/table.h"

static const struct table_column columns[] = {
	{"word", TABLE_TEXT, 0}, {"count", TABLE_INTEGER, 0},
	{"score", TABLE_NUMBER, 2},
};

static const struct {
	const char *why;
	enum table_format format;
	bool header;
	const char *word;
	uint64_t count;
	double score;
	const char *want;
} written[] = {
	{"tsv", TABLE_TSV, false, "a", 1, .5, "a\t1\t0.50\n"},
	{"tsv with a header", TABLE_TSV, true, "a", 1, .5,
	    "word\tcount\tscore\na\t1\t0.50\n"},
	{"tsv escapes tab, line ends, backslash", TABLE_TSV, false,
	    "a\tb\nc\rd\\e", 0, 1, "a\\tb\\nc\\rd\\\\e\t0\t1.00\n"},
	{"csv has a header always", TABLE_CSV, false, "a", 1, .5,
	    "word,count,score\na,1,0.50\n"},
	{"csv quotes a comma and a quote", TABLE_CSV, true, "a,\"b", 1, .5,
	    "word,count,score\n\"a,\"\"b\",1,0.50\n"},
	{"csv quotes a line end", TABLE_CSV, true, "a\nb", 1, .5,
	    "word,count,score\n\"a\nb\",1,0.50\n"},
	{"csv quotes CR", TABLE_CSV, true, "a\rb", 1, .5,
	    "word,count,score\n\"a\rb\",1,0.50\n"},
	{"csv quotes an outer blank", TABLE_CSV, true, " a", 1, .5,
	    "word,count,score\n\" a\",1,0.50\n"},
	{"csv does not escape", TABLE_CSV, true, "a\\b\tc", 1, .5,
	    "word,count,score\na\\b\tc,1,0.50\n"},
	{"json", TABLE_JSON, true, "a\"b\n", 1, .5,
	    "{\"word\":\"a\\\"b\\n\",\"count\":1,\"score\":0.50}\n"},
	{"the largest integer", TABLE_TSV, false, "", UINT64_MAX, 0,
	    "\t18446744073709551615\t0.00\n"},
	{"a negative number", TABLE_TSV, false, "a", 1, -1.255,
	    "a\t1\t-1.25\n"},
	{"no negative zero", TABLE_TSV, false, "a", 1, -.001, "a\t1\t0.00\n"},
	{"no number is empty", TABLE_TSV, false, "a", 1, NAN, "a\t1\t\n"},
	{"infinite is empty", TABLE_CSV, true, "a", 1, INFINITY,
	    "word,count,score\na,1,\n"},
	{"no number is null", TABLE_JSON, false, "a", 1, -INFINITY,
	    "{\"word\":\"a\",\"count\":1,\"score\":null}\n"},
};

START_TEST(writes)
{
	struct sink out = {0};
	struct table t = {&out, written[_i].format, written[_i].header,
	    columns, 3, 0};

	table_head(&t);
	table_put_text(&t, str_of(written[_i].word));
	table_put_integer(&t, written[_i].count);
	table_put_number(&t, written[_i].score);
	table_end_row(&t);
	ck_assert_msg(strcmp(text_of(&out.buf), written[_i].want) == 0,
	    "%s: %s", written[_i].why, out.buf.s);
	buf_free(&out.buf);
}
END_TEST

static const struct {
	const char *why;
	uint64_t units;
	int decimals;
	const char *want;
} fixed[] = {
	{"two decimals", 1234, 2, "12.34\n"},
	{"zeroes behind the point", 1004, 3, "1.004\n"},
	{"less than one", 7, 6, "0.000007\n"},
	{"no decimals, no point", 12, 0, "12\n"},
	{"the largest", UINT64_MAX, 4, "1844674407370955.1615\n"},
};

START_TEST(writes_fixed)
{
	struct table_column column = {"n", TABLE_NUMBER, fixed[_i].decimals};
	struct sink out = {0};
	struct table t = {&out, TABLE_TSV, false, &column, 1, 0};

	table_put_fixed(&t, fixed[_i].units);
	table_end_row(&t);
	ck_assert_msg(strcmp(text_of(&out.buf), fixed[_i].want) == 0,
	    "%s: %s", fixed[_i].why, out.buf.s);
	buf_free(&out.buf);
}
END_TEST

/* Rows as "count/word", then "bad FIRST MISSING" if there are bad lines. */
static const struct {
	const char *why;
	enum table_header header;
	const char *in, *want;
} tables[] = {
	{"by name, in any order", TABLE_FIRST_LINE,
	    "word\tn\tcount\na\t7\t1\nb\t8\t2\n", "1/a 2/b "},
	{"a last line without its end", TABLE_FIRST_LINE,
	    "word\tcount\na\t1", "1/a "},
	{"CR LF", TABLE_FIRST_LINE, "word\tcount\r\na\t1\r\n", "1/a "},
	{"a byte order mark", TABLE_FIRST_LINE,
	    "\xEF\xBB\xBFword\tcount\na\t1\n", "1/a "},
	{"only before the first line", TABLE_FIRST_LINE,
	    "word\tcount\n\xEF\xBB\xBF" "a\t1\n", "1/\xEF\xBB\xBF" "a "},
	{"empty cells are cells", TABLE_FIRST_LINE,
	    "word\tcount\n\t\n", "/ "},
	{"empty lines are passed over", TABLE_FIRST_LINE,
	    "\nword\tcount\n\na\t1\n\n", "1/a "},
	{"a row too short", TABLE_FIRST_LINE,
	    "word\tcount\na\nb\t2\n", "2/b bad 2 "},
	{"a row too long", TABLE_FIRST_LINE,
	    "word\tcount\na\t1\t\nb\t2\nc\n", "2/b bad 2 "},
	{"of two columns of one name the first", TABLE_FIRST_LINE,
	    "count\tword\tword\n1\ta\tb\n", "1/a "},
	{"a needed column is missing: no row is good", TABLE_FIRST_LINE,
	    "count\tform\n1\ta\n", "bad 1 word"},
	{"an optional one is missing", TABLE_FIRST_LINE,
	    "word\nx\n", "-/x "},
	{"no header, by the order assumed", TABLE_UNLESS_DIGIT,
	    "1\ta\n2\tb\n", "1/a 2/b "},
	{"a header later on", TABLE_UNLESS_DIGIT,
	    "1\ta\nn\tword\n2\tb\n", "1/a -/b "},
	{"a line that is neither", TABLE_UNLESS_DIGIT,
	    "1\ta\nnonsense\n2\tb\n", "1/a bad 2 word"},
	{"tables one after the other", TABLE_UNLESS_DIGIT,
	    "count\tword\n1\ta\nn\tcount\tword\n7\t2\tb\n", "1/a 2/b "},
	{"no header ever", TABLE_NO_HEADER, "word\tcount\nx\t1\n",
	    "word/count x/1 "},
	{"nothing", TABLE_FIRST_LINE, "", ""},
	{"a header alone", TABLE_FIRST_LINE, "word\tcount\n", ""},
};

static const char *const assumed[] = {"count", "word", NULL};

/* What is read, as in `tables`. */
static void
read_all(struct table_reader *r, struct buf *got)
{
	char end[64];

	while (table_next(r)) {
		if (r->cells[0].s == NULL)
			buf_putc(got, '-');
		buf_put(got, r->cells[0].s, r->cells[0].n);
		buf_putc(got, '/');
		buf_put(got, r->cells[1].s, r->cells[1].n);
		buf_putc(got, ' ');
	}
	if (r->bad == 0)
		return;
	snprintf(end, sizeof end, "bad %d %s", (int)r->first_bad,
	    r->missing ? r->missing : "");
	buf_puts(got, end);
}

START_TEST(reads)
{
	static const char *const wanted[] = {"count", "word", NULL};

	for (size_t piece = 1; piece < 9; piece += 7) {
		struct pieces p = pieces_of(str_of(tables[_i].in), piece, 0);
		struct buf got = {0};
		struct table_reader r = {.in = &p.source, .wanted = wanted,
		    .needed = 2, .header = tables[_i].header,
		    .assumed = assumed};

		read_all(&r, &got);
		ck_assert_msg(strcmp(text_of(&got), tables[_i].want) == 0,
		    "%s: %s", tables[_i].why, got.s);
		buf_free(&got);
		source_free(&p.source);
	}
}
END_TEST

START_TEST(reads_by_place)
{
	static const char *const wanted[] = {"2", "1", NULL};
	struct source in = source_over(STR("a\tb\tc\nd\te\tf\n"));
	struct table_reader r = {.in = &in, .wanted = wanted, .needed = 3,
	    .header = TABLE_NO_HEADER};
	struct buf got = {0};

	read_all(&r, &got);
	ck_assert_str_eq(text_of(&got), "b/a e/d ");
	buf_free(&got);
}
END_TEST

START_TEST(too_many_columns)
{
	static const char *const wanted[] = {"1", "65", NULL};
	char line[2 * TABLE_CELLS + 2];
	struct source in;
	struct table_reader r = {.in = &in, .wanted = wanted, .needed = 1,
	    .header = TABLE_NO_HEADER};

	for (size_t i = 0; i < sizeof line; i++)
		line[i] = i % 2 ? '\t' : 'x';
	line[sizeof line - 1] = '\n';
	in = source_over((struct str){line, sizeof line});
	ck_assert(!table_next(&r));
	ck_assert_int_eq((int)r.bad, 1);
}
END_TEST

static const struct {
	const char *cell, *want; /* NULL: a wrong escape */
} escapes[] = {
	{"", ""}, {"abc", "abc"}, {"\\t\\n\\r\\\\", "\t\n\r\\"},
	{"a\\", NULL}, {"\\x", NULL}, {"\\\\n", "\\n"},
};

START_TEST(unescapes)
{
	struct buf b = {0};
	bool good = table_unescape(&b, str_of(escapes[_i].cell));

	ck_assert(good == (escapes[_i].want != NULL));
	if (good)
		ck_assert_str_eq(text_of(&b), escapes[_i].want);
	buf_free(&b);
}
END_TEST

static const struct {
	const char *cell;
	bool integer, number;
	uint64_t n;
	double x;
} numbers[] = {
	{"0", true, true, 0, 0}, {"007", true, true, 7, 7},
	{"18446744073709551615", true, true, UINT64_MAX, 18446744073709551615.},
	{"18446744073709551616", false, true, 0, 18446744073709551616.},
	{"", false, false, 0, 0}, {"-1", false, true, 0, -1},
	{"1.50", false, true, 0, 1.5}, {"1e3", false, true, 0, 1000},
	{"1e999", false, false, 0, 0}, {"nan", false, false, 0, 0},
	{"0x10", false, false, 0, 0}, {" 1", false, false, 0, 0},
	{"1 ", false, false, 0, 0}, {"1,5", false, false, 0, 0},
	{"e", false, false, 0, 0}, {"1-2", false, false, 0, 0},
};

START_TEST(parses_numbers)
{
	struct str cell = str_of(numbers[_i].cell);
	uint64_t n;
	double x;

	ck_assert_msg(table_parse_integer(cell, &n) == numbers[_i].integer,
	    "%s", numbers[_i].cell);
	if (numbers[_i].integer)
		ck_assert(n == numbers[_i].n);
	ck_assert_msg(table_parse_number(cell, &x) == numbers[_i].number,
	    "%s", numbers[_i].cell);
	if (numbers[_i].number)
		ck_assert(fabs(x - numbers[_i].x) < 1e-9);
}
END_TEST

UNIT_SUITE("table", UNIT_EACH(writes, written),
    UNIT_EACH(writes_fixed, fixed), UNIT_EACH(reads, tables),
    UNIT_ONE(reads_by_place), UNIT_ONE(too_many_columns),
    UNIT_EACH(unescapes, escapes), UNIT_EACH(parses_numbers, numbers))
