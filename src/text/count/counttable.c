/* SPDX-License-Identifier: MIT */
#include "text/count/counttable.h"

#include <stdint.h>

#include "base/json.h"
#include "text/count/varint.h"
#include "text/unicode/utf.h"

static const char *const names[COLUMNS] = {
	[COLUMN_COUNT] = "count",
	[COLUMN_WORD] = "word",
	[COLUMN_PER_MILLION] = "per_million",
	[COLUMN_CUMULATIVE] = "cumulative",
	[COLUMN_DOCUMENTS] = "documents",
	[COLUMN_DISPERSION] = "dp",
	[COLUMN_ARF] = "arf",
	[COLUMN_RANK] = "rank",
	[COLUMN_PARTS] = "parts",
};

static const struct {
	const char *name;
	enum counttable_format format;
} formats[] = {
	{"tsv", COUNTTABLE_TSV}, {"csv", COUNTTABLE_CSV}, {"json", COUNTTABLE_JSON}, {0},
};

bool
counttable_format_parse(const char *name, enum counttable_format *format)
{
	for (int i = 0; formats[i].name != NULL; i++)
		if (strcmp(name, formats[i].name) == 0) {
			*format = formats[i].format;
			return true;
		}
	return false;
}

static void
put_number(struct sink *out, uint64_t n)
{
	char digits[20];
	int i = sizeof digits;

	do
		digits[--i] = (char)('0' + n % 10);
	while ((n /= 10) > 0);
	sink_put(out, digits + i, sizeof digits - (size_t)i);
}

/* `n` in units of the last of `decimals` places. */
static void
put_fixed(struct sink *out, uint64_t n, int decimals)
{
	uint64_t unit = 1;

	for (int i = 0; i < decimals; i++)
		unit *= 10;
	put_number(out, n / unit);
	sink_putc(out, '.');
	for (n %= unit; (unit /= 10) > 0; n %= unit)
		sink_putc(out, (char)('0' + n / unit));
}

__extension__ typedef unsigned __int128 wide;

/* Of `part` in `all`, in the unit of which `scale` make up all; rounded. */
static uint64_t
share(uint64_t part, uint64_t all, uint64_t scale)
{
	return all == 0 ? 0
	    : (uint64_t)(((wide)part * scale * 2 + all) / ((wide)all * 2));
}

/* "1:3 4:2": three times in the first document, twice in the fourth. */
static void
put_parts(struct sink *out, struct str parts)
{
	uint64_t doc = 0, step, times;
	bool first = true;

	while (varint_take(&parts, &step) && varint_take(&parts, &times)) {
		doc += step;
		if (!first)
			sink_putc(out, ' ');
		put_number(out, doc);
		sink_putc(out, ':');
		put_number(out, times);
		first = false;
	}
}

static void
put_tsv(struct sink *out, struct str s)
{
	for (size_t i = 0; i < s.n; i++)
		switch (s.s[i]) {
		case '\t': sink_puts(out, "\\t"); break;
		case '\n': sink_puts(out, "\\n"); break;
		case '\r': sink_puts(out, "\\r"); break;
		case '\\': sink_puts(out, "\\\\"); break;
		default: sink_putc(out, s.s[i]);
		}
}

static void
put_csv(struct sink *out, struct str s)
{
	bool plain = true;

	for (size_t i = 0; i < s.n; i++)
		plain &= s.s[i] != '"' && s.s[i] != ',' && s.s[i] != '\n' &&
		    s.s[i] != '\r';
	if (plain) {
		sink_put(out, s.s, s.n);
		return;
	}
	sink_putc(out, '"');
	for (size_t i = 0; i < s.n; i++) {
		if (s.s[i] == '"')
			sink_putc(out, '"');
		sink_putc(out, s.s[i]);
	}
	sink_putc(out, '"');
}

static void
put_word(const struct counttable *t, struct sink *out, struct str word)
{
	if (t->format == COUNTTABLE_TSV)
		put_tsv(out, word);
	else if (t->format == COUNTTABLE_CSV)
		put_csv(out, word);
	else
		json_put(&out->buf, word);
}

static void
put_cell(const struct counttable *t, struct sink *out, enum column c,
    const struct row *r)
{
	switch (c) {
	case COLUMN_COUNT: put_number(out, r->count); break;
	case COLUMN_WORD: put_word(t, out, r->word); break;
	case COLUMN_PER_MILLION:
		put_fixed(out, share(r->count, t->total, 100000000), 2);
		break;
	case COLUMN_CUMULATIVE:
		put_fixed(out, share(r->upto, t->total, 1000000), 4);
		break;
	case COLUMN_DOCUMENTS: put_number(out, r->docs); break;
	case COLUMN_DISPERSION: put_fixed(out, r->dispersion, 6); break;
	case COLUMN_ARF: put_fixed(out, r->arf, 3); break;
	case COLUMN_RANK: put_number(out, r->rank); break;
	case COLUMN_PARTS:
		if (t->format == COUNTTABLE_JSON)
			sink_putc(out, '"');
		put_parts(out, r->parts);
		if (t->format == COUNTTABLE_JSON)
			sink_putc(out, '"');
		break;
	case COLUMNS: break;
	}
}

void
counttable_head(const struct counttable *t, struct sink *out)
{
	bool first = true;

	if (!t->header || t->format == COUNTTABLE_JSON)
		return;
	for (int c = 0; c < COLUMNS; c++) {
		if ((t->columns >> c & 1) == 0)
			continue;
		if (!first)
			sink_putc(out, t->format == COUNTTABLE_TSV ? '\t' : ',');
		sink_puts(out, names[c]);
		first = false;
	}
	sink_putc(out, '\n');
}

static void
put_json_name(struct sink *out, int column)
{
	sink_putc(out, '"');
	sink_puts(out, names[column]);
	sink_puts(out, "\":");
}

void
counttable_row(const struct counttable *t, struct sink *out, const struct row *r)
{
	static const char between[] = {'\t', ',', ','};
	bool first = true;

	if (t->format == COUNTTABLE_JSON)
		sink_putc(out, '{');
	for (int c = 0; c < COLUMNS; c++) {
		if ((t->columns >> c & 1) == 0)
			continue;
		if (!first)
			sink_putc(out, between[t->format]);
		if (t->format == COUNTTABLE_JSON)
			put_json_name(out, c);
		put_cell(t, out, (enum column)c, r);
		first = false;
	}
	if (t->format == COUNTTABLE_JSON)
		sink_putc(out, '}');
	sink_putc(out, '\n');
}

/* The columns of the table being read, from left to right; -1: not known. */
struct layout {
	int order[2 * COLUMNS];
	int n;
	bool usable; /* all that is wanted is there */
};

static struct str
take_field(struct str *line)
{
	const char *tab = memchr(line->s, '\t', line->n);
	struct str field = {line->s, tab ? (size_t)(tab - line->s) : line->n};
	size_t gone = field.n + (tab != NULL);

	*line = (struct str){line->s + gone, line->n - gone};
	return field;
}

static int
column_named(struct str name)
{
	for (int c = 0; c < COLUMNS; c++)
		if (str_eq(name, str_of(names[c])))
			return c;
	return -1;
}

static struct layout
layout_of_header(struct str line, unsigned wanted)
{
	struct layout l = {0};
	unsigned found = 0;

	while (line.n > 0 && l.n < 2 * COLUMNS) {
		int c = column_named(take_field(&line));

		l.order[l.n++] = c;
		if (c >= 0)
			found |= 1u << c;
	}
	l.usable = (found & wanted) == wanted;
	return l;
}

static struct layout
layout_of_columns(unsigned columns, unsigned wanted)
{
	struct layout l = {.usable = (columns & wanted) == wanted};

	for (int c = 0; c < COLUMNS; c++)
		if (columns >> c & 1)
			l.order[l.n++] = c;
	return l;
}

/* Take the digits off; false if there are none, or too many. */
static bool
take_number(struct str *s, uint64_t *n)
{
	const char *start = s->s;

	for (*n = 0; s->n > 0 && *s->s >= '0' && *s->s <= '9'; s->s++, s->n--) {
		unsigned digit = (unsigned)(*s->s - '0');

		if (*n > (UINT64_MAX - digit) / 10)
			return false;
		*n = *n * 10 + digit;
	}
	return s->s > start;
}

static bool
parse_number(struct str s, uint64_t *n)
{
	return take_number(&s, n) && s.n == 0;
}

static bool
take_char(struct str *s, char c)
{
	if (s->n == 0 || *s->s != c)
		return false;
	s->s++;
	s->n--;
	return true;
}

static bool
parse_parts(struct str s, struct buf *trail)
{
	uint64_t before = 0, doc, times;

	trail->n = 0;
	do {
		if (!take_number(&s, &doc) || !take_char(&s, ':') ||
		    !take_number(&s, &times) || doc <= before)
			return false;
		varint_put(trail, doc - before);
		varint_put(trail, times);
		before = doc;
	} while (take_char(&s, ' '));
	return s.n == 0;
}

/* put_tsv undone; a word is not empty, and text. */
static bool
parse_word(struct str s, struct buf *word)
{
	static const char from[] = "tnr\\", to[] = "\t\n\r\\";
	const char *escaped;

	word->n = 0;
	for (size_t i = 0; i < s.n; i++) {
		if (s.s[i] != '\\') {
			buf_putc(word, s.s[i]);
			continue;
		}
		if (++i == s.n || s.s[i] == '\0' ||
		    (escaped = strchr(from, s.s[i])) == NULL)
			return false;
		buf_putc(word, to[escaped - from]);
	}
	return word->n > 0 && memchr(word->s, '\0', word->n) == NULL &&
	    utf_valid(buf_str(word));
}

struct reader {
	struct layout layout;
	struct buf word, parts;
};

static bool
parse_row(struct reader *r, struct str line, struct entry *e)
{
	bool good = r->layout.usable;
	int tabs = 1;

	for (size_t i = 0; i < line.n; i++)
		tabs += line.s[i] == '\t';
	if (tabs != r->layout.n)
		return false;
	*e = (struct entry){0};
	for (int i = 0; i < r->layout.n && good; i++) {
		struct str field = take_field(&line);

		if (r->layout.order[i] == COLUMN_COUNT)
			good = parse_number(field, &e->count);
		else if (r->layout.order[i] == COLUMN_WORD)
			good = parse_word(field, &r->word);
		else if (r->layout.order[i] == COLUMN_DOCUMENTS)
			good = parse_number(field, &e->docs);
		else if (r->layout.order[i] == COLUMN_PARTS)
			good = parse_parts(field, &r->parts);
	}
	e->word = buf_str(&r->word);
	e->parts = buf_str(&r->parts);
	return good;
}

/* The next line without its end, in the window until the next one. */
static bool
next_line(struct source *in, struct str *line)
{
	if (!source_line(in, SIZE_MAX, line))
		return false;
	in->at += line->n;
	if (in->at < in->end)
		in->at++;
	if (line->n > 0 && line->s[line->n - 1] == '\r')
		line->n--;
	return true;
}

uint64_t
counttable_read(struct source *in, unsigned columns, unsigned wanted,
    void (*each)(const struct entry *, void *), void *ctx, uint64_t *first)
{
	struct reader r = {.layout = layout_of_columns(columns, wanted)};
	uint64_t number = 0, bad = 0;
	struct str line;
	struct entry e;

	while (next_line(in, &line)) {
		number++;
		if (line.n == 0 || line.s[0] < '0' || line.s[0] > '9') {
			r.layout = layout_of_header(line, wanted);
			if (r.layout.usable)
				continue;
		} else if (parse_row(&r, line, &e)) {
			each(&e, ctx);
			continue;
		}
		if (bad++ == 0)
			*first = number;
	}
	buf_free(&r.word);
	buf_free(&r.parts);
	return bad;
}
