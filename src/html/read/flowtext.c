/* SPDX-License-Identifier: MIT */
/*
 * White space of the flow: CSS Text 3, 4 (white-space: normal, pre-line, pre).
 */
#include "html/read/flowstate.h"

#include <string.h>

#include "base/ascii.h"

size_t
flow_invisible(const char *s, const char *end)
{
	if (*s == '\xC2')
		return end - s >= 2 && s[1] == '\xAD' ? 2 : 0;
	if ((*s != '\xE2' && *s != '\xEF') || end - s < 3)
		return 0;
	return memcmp(s, "\xE2\x80\x8B", 3) == 0 ||
	    memcmp(s, "\xE2\x81\xA0", 3) == 0 ||
	    memcmp(s, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;
}

enum {
	KEPT_MOST = 4096 /* blanks in a row that are kept, as those of pre */
};

/* The end of a stretch that shows as it is, words with a blank between. */
static const char *
as_it_is(const char *s, const char *end)
{
	static const bool stops[256] = {[' '] = true, ['\n'] = true,
	    ['\t'] = true, ['\r'] = true, ['\f'] = true, [0xC2] = true,
	    [0xE2] = true, [0xEF] = true}; /* these lead what is invisible */

	for (;;) {
		while (s < end && !stops[(unsigned char)*s])
			s++;
		if (end - s < 2 || *s != ' ' || stops[(unsigned char)s[1]])
			return s;
		s += 2;
	}
}

/* Copy to `run` what shows of a text, white space collapsed. */
static void
collapse(struct block *b, const char *s, const char *end)
{
	while (s < end) {
		const char *from = s;
		size_t n;

		if (ascii_is_space(*s)) {
			b->space_due = true;
			s++;
			continue;
		}
		if ((n = flow_invisible(s, end)) > 0) {
			b->line_kept = b->line_kept || n == 3;
			s += n;
			continue;
		}
		if (b->space_due && !b->line_empty)
			buf_putc(&b->run, ' ');
		b->space_due = b->line_empty = false;
		s = as_it_is(s + 1, end);
		buf_put(&b->run, from, (size_t)(s - from));
	}
}

static void
verbatim(struct block *b, const char *s, const char *end)
{
	if (b->space_due && !b->line_empty)
		buf_putc(&b->run, ' ');
	b->space_due = b->line_empty = false;
	buf_put(&b->run, s, (size_t)(end - s));
}

/* Blanks that stay: one behind a word is a space, others are no-break ones. */
static void
put_kept(struct block *b)
{
	if (b->kept == 1 && !b->line_empty)
		b->space_due = true;
	else
		for (; b->kept > 0; b->kept--)
			buf_puts(&b->run, "\xC2\xA0");
	b->kept = 0;
}

static void
give(struct block *b)
{
	if (b->run.n == 0)
		return;
	b->had_text = true;
	b->mathjax = false;
	b->reader->text(b->ctx, buf_str(&b->run));
	b->run.n = 0;
}

/* Text whose lines a style keeps; a line's end is a br. */
static void
keep_lines(struct block *b, const char *s, const char *end)
{
	while (s < end) {
		const char *from = s;

		if (*s == '\n') {
			give(b);
			flow_end_line(b);
			flow_enter(b, TAG_BR);
			b->reader->leave(b->ctx, tag_of(TAG_BR));
			s++;
			continue;
		}
		if (b->white == WHITE_PRE && (*s == ' ' || *s == '\t')) {
			if (b->kept < KEPT_MOST)
				b->kept += *s == ' ' ? 1 : 4;
			s++;
			continue;
		}
		put_kept(b);
		while (s < end && *s != '\n' && (b->white != WHITE_PRE ||
		    (*s != ' ' && *s != '\t')))
			s++;
		collapse(b, from, s);
	}
}

void
flow_text(void *data, struct str text)
{
	struct block *b = data;

	if (formula_text(b, text))
		return;
	if (b->telling != NULL && b->about.n + text.n <= FLOW_ABOUT)
		buf_put(&b->about, text.s, text.n);
	if (b->hidden > 0 && b->choice.open && !b->choice.taken &&
	    b->choice.first.n + text.n <= FLOW_ABOUT)
		buf_put(&b->choice.first, text.s, text.n);
	if (b->hidden > 0 ||
	    (b->svg > 0 && b->shown == 0 && !b->options->all))
		return;
	b->run.n = 0;
	if (b->pre > 0)
		verbatim(b, text.s, text.s + text.n);
	else if (b->white != 0)
		keep_lines(b, text.s, text.s + text.n);
	else {
		b->space_due = b->space_due || b->kept > 0;
		b->kept = 0;
		collapse(b, text.s, text.s + text.n);
	}
	give(b);
}
