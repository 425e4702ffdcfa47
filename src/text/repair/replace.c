/* SPDX-License-Identifier: MIT */
/*
 * Repairs that put one character for another: quotes, dashes, ligatures,
 * widths, spaces, accents.
 */
#include <utf8proc.h>

#include "text/repair/charflags.h"
#include "text/repair/rule.h"
#include "text/unicode/charclass.h"
#include "text/unicode/norm.h"
#include "text/unicode/utf.h"

/* Code points from `first` to `last` become `by`; NULL: by their NFKC. */
static const struct row {
	enum repair_rule rule;
	uint32_t first, last;
	const char *by;
} rows[] = {
	{REPAIR_QUOTES, 0x201C, 0x201F, "\""},
	{REPAIR_QUOTES, 0xAB, 0xAB, "\""},
	{REPAIR_QUOTES, 0xBB, 0xBB, "\""},
	{REPAIR_QUOTES, 0x2018, 0x201B, "'"},
	{REPAIR_DASHES, 0x2010, 0x2013, "-"},
	{REPAIR_DASHES, 0x2014, 0x2015, "--"},
	{REPAIR_DASHES, 0x2212, 0x2212, "-"},
	{REPAIR_ELLIPSIS, 0x2026, 0x2026, "..."},
	{REPAIR_WIDTH, 0xFF01, 0xFFEE, NULL},
	{REPAIR_LIGATURES, 0xFB00, 0xFB00, "ff"},
	{REPAIR_LIGATURES, 0xFB01, 0xFB01, "fi"},
	{REPAIR_LIGATURES, 0xFB02, 0xFB02, "fl"},
	{REPAIR_LIGATURES, 0xFB03, 0xFB03, "ffi"},
	{REPAIR_LIGATURES, 0xFB04, 0xFB04, "ffl"},
	{REPAIR_LIGATURES, 0xFB05, 0xFB06, "st"},
};

static const struct row *
row_of(uint32_t c, enum repair_rule rule)
{
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		if (rows[i].rule == rule && c >= rows[i].first &&
		    c <= rows[i].last)
			return &rows[i];
	return NULL;
}

/* The end of the characters from `s` on that the row is of. */
static const char *
row_end(const char *s, const char *end, const struct row *row)
{
	while (s < end) {
		uint32_t c;
		int n = utf_step(s, end, &c);

		if (c < row->first || c > row->last)
			break;
		s += n;
	}
	return s;
}

bool
repair_replace(struct str line, struct buf *to, enum repair_rule rule)
{
	const char *s = line.s, *end = line.s + line.n;
	size_t start = to->n;
	bool any = false;

	while (s < end) {
		uint32_t c;
		int n = utf_step(s, end, &c);
		const struct row *row = c < 0x80 ? NULL : row_of(c, rule);
		const char *stop = s + n;

		if (row == NULL) {
			buf_put(to, s, (size_t)n);
		} else if (row->by != NULL) {
			buf_puts(to, row->by);
		} else { /* together, since sound marks join letters */
			stop = row_end(s, end, row);
			norm_put(to, (struct str){s, (size_t)(stop - s)},
			    NORM_KC);
		}
		any |= row != NULL;
		s = stop;
	}
	if (!any)
		to->n = start;
	return any;
}

static bool
is_blank(uint32_t c)
{
	return c == ' ' || c == '\t' ||
	    (c >= 0x80 && (char_flags(c) & CHAR_BLANK));
}

bool
repair_spaces(struct str line, struct buf *to)
{
	const char *s = line.s, *end = line.s + line.n;
	size_t start = to->n;
	bool blank = false, same;

	while (s < end) {
		uint32_t c;
		int n = utf_step(s, end, &c);

		if (is_blank(c)) {
			blank = true;
		} else {
			if (blank)
				buf_putc(to, ' ');
			blank = false;
			buf_put(to, s, (size_t)n);
		}
		s += n;
	}
	same = to->n - start == line.n &&
	    memcmp(to->s + start, line.s, line.n) == 0;
	if (same)
		to->n = start;
	return !same;
}

/* Latin, Greek or Cyrillic: the scripts whose marks are accents. */
static bool
has_accents(uint32_t c)
{
	return (c >= 0x41 && c < 0x250) || (c >= 0x370 && c < 0x530) ||
	    (c >= 0x1E00 && c < 0x2000);
}

/* The letter without its marks, decomposed once; `c` itself if it has none. */
static uint32_t
bare_letter(uint32_t c)
{
	utf8proc_int32_t to[16];
	int last = 0;
	utf8proc_ssize_t n = utf8proc_decompose_char((utf8proc_int32_t)c, to,
	    16, UTF8PROC_DECOMPOSE, &last);

	return n > 0 && n <= 16 ? (uint32_t)to[0] : c;
}

bool
repair_marks(struct str line, struct buf *to)
{
	const char *s = line.s, *end = line.s + line.n;
	size_t start = to->n;
	uint32_t base = 0;
	bool any = false;

	while (s < end) {
		uint32_t c, bare;
		int n = utf_step(s, end, &c);
		bool mark = c >= 0x80 && (charclass_of(c) & CHARCLASS_MARK);

		bare = c >= 0x80 && !mark && has_accents(c) ?
		    bare_letter(c) : c;
		if (!mark)
			base = bare;
		if (mark && has_accents(base)) {
			any = true;
		} else if (bare != c) {
			utf_put(to, bare);
			any = true;
		} else {
			buf_put(to, s, (size_t)n);
		}
		s += n;
	}
	if (!any)
		to->n = start;
	return any;
}
