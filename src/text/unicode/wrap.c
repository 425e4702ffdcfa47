/* SPDX-License-Identifier: MIT */
#include "text/unicode/wrap.h"

#include <string.h>

#include <utf8proc.h>

#include "text/unicode/charclass.h"

enum { ROOM = 8 }; /* columns a line has at least, whatever its margins */

/* ---- where a line may break ---- */

/*
 * What UAX #14 keeps off a line's start beside closing brackets: classes CL,
 * EX, IS, SY, PO, HY, BA, IN, and NS with the small kana (CJ, strict).
 */
static bool
never_starts(uint32_t c)
{
	static const uint32_t marks[] = {
		'!', '%', ',', '-', '.', '/', ':', ';', '?', 0xA2, 0xB0,
		0x2010, 0x2013, 0x2025, 0x2026, 0x203C, 0x2047, 0x2048,
		0x2049, 0x2103, 0x3001, 0x3002, 0x3005, 0x301C, 0x303B, 0x3041,
		0x3043, 0x3045, 0x3047, 0x3049, 0x3063, 0x3083, 0x3085, 0x3087,
		0x308E, 0x3095, 0x3096, 0x309B, 0x309C, 0x309D, 0x309E, 0x30A0,
		0x30A1, 0x30A3, 0x30A5, 0x30A7, 0x30A9, 0x30C3, 0x30E3, 0x30E5,
		0x30E7, 0x30EE, 0x30F5, 0x30F6, 0x30FB, 0x30FC, 0x30FD, 0x30FE,
		0xFF01, 0xFF0C, 0xFF0E, 0xFF1A, 0xFF1B, 0xFF1F, 0xFF61, 0xFF64,
		0xFF65, 0xFF70, 0xFF9E, 0xFF9F,
	};
	size_t low = 0, high = sizeof marks / sizeof *marks;

	while (low < high) {
		size_t mid = (low + high) / 2;

		if (marks[mid] == c)
			return true;
		if (marks[mid] < c)
			low = mid + 1;
		else
			high = mid;
	}
	return (c >= 0x31F0 && c <= 0x31FF) || (c >= 0xFF67 && c <= 0xFF6F);
}

static bool
opens(uint32_t c)
{
	utf8proc_category_t k = utf8proc_category((utf8proc_int32_t)c);

	return k == UTF8PROC_CATEGORY_PS || k == UTF8PROC_CATEGORY_PI ||
	    k == UTF8PROC_CATEGORY_PF;
}

static bool
closes(uint32_t c)
{
	utf8proc_category_t k = utf8proc_category((utf8proc_int32_t)c);

	return k == UTF8PROC_CATEGORY_PE || k == UTF8PROC_CATEGORY_PI ||
	    k == UTF8PROC_CATEGORY_PF || never_starts(c);
}

/* Class ID, near enough: no space is written around it. */
static bool
ideographic(uint32_t c)
{
	charclass k = charclass_of(c);

	return k & CHARCLASS_CJK ||
	    (k & (CHARCLASS_PUNCT | CHARCLASS_PICTOGRAPH) && utf_width(c) == 2);
}

static bool
is_digit(uint32_t c)
{
	return c >= '0' && c <= '9';
}

static bool
is_word(uint32_t c)
{
	return is_digit(c) || (c | 0x20) - 'a' < 26 || c >= 0xC0;
}

/*
 * Behind a hyphen or an en dash in a word, but before a number (HY, BA, LB21,
 * LB25); on either side of an em dash (B2, LB17).  `before` stands before a.
 */
static bool
may_break_dash(uint32_t before, uint32_t a, uint32_t b)
{
	switch (a) {
	case '-': case 0x2010: case 0x2013:
		return is_word(before) && is_word(b) && !is_digit(b) &&
		    b != 0x2014;
	case 0x2014:
		return b != 0x2014 && !closes(b);
	default:
		return b == 0x2014 && !opens(a);
	}
}

static bool
may_break(uint32_t a, uint32_t b)
{
	return (a >= 0x80 || b >= 0x80) && (ideographic(a) || ideographic(b)) &&
	    !opens(a) && !closes(b);
}

/* What Markdown reads as a mark of its own at a line's beginning. */
static bool
means_something(const struct wrap *w)
{
	const char *s = w->word.s;

	return w->markdown && w->word.n > 0 &&
	    (strchr("#+-*>=~_`|<\\", *s) != NULL || (*s >= '0' && *s <= '9'));
}

/* ---- writing ---- */

static int
limit(const struct wrap *w, int margin)
{
	return w->width > margin + ROOM ? w->width : margin + ROOM;
}

/* The word is complete, or as long as may be held: on this line or the next. */
static void
put_word(struct wrap *w, const struct wrap_writer *to, void *ctx)
{
	int gap = w->space && w->written;

	if (w->word.n == 0)
		return;
	if (!w->written)
		w->most = limit(w, w->column);
	if (w->written && !w->too_wide && !means_something(w) &&
	    w->column + gap + w->word_columns > w->most) {
		w->column = to->turn(ctx);
		w->most = limit(w, w->column);
	} else if (gap) {
		to->put(ctx, STR(" "));
		w->column++;
	}
	to->put(ctx, buf_str(&w->word));
	w->column += w->word_columns;
	w->written = true;
	w->space = false;
	w->word.n = 0;
	w->word_columns = 0;
}

/* A place to break: the word is over. */
static void
part(struct wrap *w, const struct wrap_writer *to, void *ctx)
{
	put_word(w, to, ctx);
	w->too_wide = w->url = false;
}

static void
add_columns(struct wrap *w, uint32_t c, bool same_cluster)
{
	int n = utf_width(c);

	if (!same_cluster)
		w->cluster_columns = 0;
	if (same_cluster && c >= 0x1F1E6 && c <= 0x1F1FF)
		n = 2; /* two regional indicators are a flag */
	if (same_cluster && c == 0xFE0F)
		n = 2; /* an emoji presentation sequence (UTS #51, ED-9a) */
	if (n > w->cluster_columns) {
		w->word_columns += n - w->cluster_columns;
		w->cluster_columns = n;
	}
}

static bool
begins_url(const struct wrap *w)
{
	const char *s = w->word.s;
	size_t n = w->word.n;

	return (n >= 3 && memcmp(s + n - 3, "://", 3) == 0) ||
	    (n == 4 && memcmp(s, "www.", 4) == 0);
}

static void
add(struct wrap *w, const char *s, int n, uint32_t c,
    const struct wrap_writer *to, void *ctx)
{
	bool same = w->last != 0 &&
	    !utf8proc_grapheme_break_stateful((utf8proc_int32_t)w->last,
	        (utf8proc_int32_t)c, &w->cluster);

	if (!same && !w->url && w->last != 0 && (may_break(w->last, c) ||
	        may_break_dash(w->before, w->last, c)))
		part(w, to, ctx);
	buf_put(&w->word, s, (size_t)n);
	add_columns(w, c, same);
	w->before = w->last;
	w->last = c;
	if (c == '/' || c == '.')
		w->url = w->url || begins_url(w);
	if (w->word_columns > w->width || w->word.n > 4 * (size_t)w->width + 64) {
		put_word(w, to, ctx);
		w->too_wide = true;
	}
}

void
wrap_text(struct wrap *w, struct str text, const struct wrap_writer *to,
    void *ctx)
{
	const char *s = text.s, *end = s + text.n;

	while (s < end) {
		uint32_t c;
		int n = utf_step(s, end, &c);

		if (c == ' ')
			wrap_space(w, to, ctx);
		else
			add(w, s, n, c == UTF_BAD ? 0xFFFD : c, to, ctx);
		s += n;
	}
}

void
wrap_space(struct wrap *w, const struct wrap_writer *to, void *ctx)
{
	part(w, to, ctx);
	w->space = true;
	w->last = w->before = 0;
}

void
wrap_glue(struct wrap *w, struct str blanks)
{
	buf_put(&w->word, blanks.s, blanks.n);
	w->word_columns += (int)blanks.n;
	w->last = w->before = 0;
}

void
wrap_end(struct wrap *w, const struct wrap_writer *to, void *ctx)
{
	part(w, to, ctx);
	w->written = w->space = false;
	w->last = w->before = 0;
	w->cluster = 0;
}

void
wrap_free(struct wrap *w)
{
	buf_free(&w->word);
}

size_t
wrap_columns(struct str text)
{
	const char *s = text.s, *end = s + text.n;
	uint32_t c, last = 0;
	int32_t state = 0;
	struct wrap w = {0};

	while (s < end) {
		bool same;

		s += utf_step(s, end, &c);
		c = c == UTF_BAD ? 0xFFFD : c;
		same = last != 0 && (c >= 0x80 || last >= 0x80) &&
		    !utf8proc_grapheme_break_stateful((utf8proc_int32_t)last,
		        (utf8proc_int32_t)c, &state);
		add_columns(&w, c, same);
		last = c;
	}
	return (size_t)w.word_columns;
}
