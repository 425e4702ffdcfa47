/* SPDX-License-Identifier: MIT */
/*
 * Hits of a concordance as lines for a terminal, their keywords in one column.
 */
#include "text/corpus/hit.h"

#include "text/unicode/shown.h"

enum { NAME_COLUMNS = 16 }; /* of a document's name before each line */

#define COLOUR "\033[1;31m" /* bold red */
#define PLAIN "\033[m"

/* The end of `s` that fits into so many columns, whole characters only. */
static struct str
last_columns(struct str s, int columns)
{
	const char *at = s.s + s.n, *good = at;
	int used = 0;

	while (at > s.s) {
		uint32_t c;
		int width;

		at -= utf_back(s.s, at, &c);
		width = c == UTF_BAD ? 1 : utf_width(c);
		if (used + width > columns)
			break;
		used += width;
		if (width > 0)
			good = at;
	}
	return (struct str){good, (size_t)(s.s + s.n - good)};
}

static struct str
first_columns(struct str s, int columns)
{
	const char *at = s.s, *end = s.s + s.n;
	int used = 0;

	while (at < end) {
		uint32_t c;
		int n = utf_step(at, end, &c);

		used += c == UTF_BAD ? 1 : utf_width(c);
		if (used > columns)
			break;
		at += n;
	}
	return (struct str){s.s, (size_t)(at - s.s)};
}

static int
columns_of(struct str s)
{
	const char *at = s.s, *end = s.s + s.n;
	int used = 0;

	while (at < end) {
		uint32_t c;

		at += utf_step(at, end, &c);
		used += c == UTF_BAD ? 1 : utf_width(c);
	}
	return used;
}

/* Letters of scripts that are written from right to left. */
static bool
is_rtl(uint32_t c)
{
	return (c >= 0x590 && c <= 0x8FF) || (c >= 0xFB1D && c <= 0xFDFF) ||
	    (c >= 0xFE70 && c <= 0xFEFE) || (c >= 0x10800 && c <= 0x10FFF) ||
	    (c >= 0x1E800 && c <= 0x1EFFF);
}

static bool
has_rtl(struct str s)
{
	const char *at = s.s, *end = s.s + s.n;
	uint32_t c;

	while (at < end) {
		at += utf_step(at, end, &c);
		if (c != UTF_BAD && is_rtl(c))
			return true;
	}
	return false;
}

static void
put_part(struct sink *out, struct str s)
{
	bool turn = has_rtl(s);

	if (turn)
		sink_puts(out, "\xE2\x81\xA8");
	shown_put(out, s);
	if (turn)
		sink_puts(out, "\xE2\x81\xA9");
}

static void
put_blanks(struct sink *out, int n)
{
	while (n-- > 0)
		sink_putc(out, ' ');
}

static void
put_keyword(const struct concordance_options *o, struct sink *out,
    struct str keyword)
{
	if (o->colour)
		sink_puts(out, COLOUR);
	put_part(out, keyword);
	if (o->colour)
		sink_puts(out, PLAIN);
}

/* The end of a long name says more than its beginning. */
static void
put_name(struct sink *out, struct str name)
{
	struct str shown = name;

	if (columns_of(name) > NAME_COLUMNS) {
		sink_puts(out, "\xE2\x80\xA6");
		shown = last_columns(name, NAME_COLUMNS - 1);
		put_part(out, shown);
		put_blanks(out, NAME_COLUMNS - 1 - columns_of(shown));
	} else {
		put_part(out, shown);
		put_blanks(out, NAME_COLUMNS - columns_of(shown));
	}
	sink_putc(out, ' ');
}

static void
put_whole(const struct concordance_options *o, struct sink *out,
    const struct hit *h)
{
	if (o->names) {
		shown_put(out, h->document);
		sink_puts(out, ": ");
	}
	shown_put(out, h->left);
	put_keyword(o, out, h->keyword);
	shown_put(out, h->right);
	sink_putc(out, '\n');
}

/* The columns of the left context; the keyword stands behind them. */
static int
left_columns(const struct concordance_options *o)
{
	return (o->width - (o->names ? NAME_COLUMNS + 1 : 0)) * 2 / 5;
}

static int
right_columns(const struct concordance_options *o, struct str keyword)
{
	int room = o->width - (o->names ? NAME_COLUMNS + 1 : 0) -
	    left_columns(o) - columns_of(keyword) - 2;

	return room > 0 ? room : 0;
}

void
hit_fit_plain(const struct concordance_options *o, struct hit *h)
{
	h->left = hit_trim(h->left);
	h->right = hit_trim(h->right);
	if (o->words > 0)
		return;
	h->left = hit_trim(last_columns(h->left, left_columns(o)));
	h->right = hit_trim(first_columns(h->right,
	    right_columns(o, h->keyword)));
}

void
hit_put_plain(const struct concordance_options *o, struct sink *out,
    const struct hit *h)
{
	if (o->whole) {
		put_whole(o, out, h);
		return;
	}
	if (o->names)
		put_name(out, h->document);
	put_blanks(out, left_columns(o) - columns_of(h->left));
	put_part(out, h->left);
	sink_putc(out, ' ');
	put_keyword(o, out, h->keyword);
	if (h->right.n > 0) {
		sink_putc(out, ' ');
		put_part(out, h->right);
	}
	sink_putc(out, '\n');
}
