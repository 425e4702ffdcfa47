/* SPDX-License-Identifier: MIT */
#include "text/repair/curl.h"

#include <stdio.h>

#include "text/repair/rule.h"
#include "text/unicode/charclass.h"
#include "text/unicode/utf.h"

/* As the delimiters of CLDR 42 have them; French with its narrow spaces. */
static const struct quote_style styles[] = {
	{" en cy ga gd nl af ms id vi tr th hi bn ta te ml kn gu mr pa ur sw ",
	    "“", "”", "‘", "’"},
	{" de cs sk sl bg lt is et lb hsb dsb ka ", "„", "“", "‚", "‘"},
	{" fr ", "«\u202F", "\u202F»", "“", "”"},
	{" es pt ca gl eu it el hy ast oc ", "«", "»", "“", "”"},
	{" ru uk be kk ky uz tg ", "«", "»", "„", "“"},
	{" nb nn no da fo ", "«", "»", "‘", "’"},
	{" sv fi ", "”", "”", "’", "’"},
	{" pl hr ro hu sr bs mk ", "„", "”", "‚", "’"},
	{" lv he ", "“", "”", "‘", "’"},
	{" ar fa ", "«", "»", "‹", "›"},
	{" ja zh ", "「", "」", "『", "』"},
};

const struct quote_style *
quote_style_of(const char *code)
{
	char word[16];

	snprintf(word, sizeof word, " %s ", code);
	for (size_t i = 0; i < sizeof styles / sizeof *styles; i++)
		if (strstr(styles[i].languages, word) != NULL)
			return &styles[i];
	return NULL;
}

static void
put_pair(struct sink *out, const char *open, const char *close)
{
	sink_putc(out, '\t');
	sink_puts(out, open);
	sink_putc(out, ' ');
	sink_puts(out, close);
}

void
quote_styles_list(struct sink *out)
{
	for (size_t i = 0; i < sizeof styles / sizeof *styles; i++) {
		const struct quote_style *q = &styles[i];
		const char *s = q->languages + 1;

		while (*s != '\0') {
			size_t n = strcspn(s, " ");

			sink_put(out, s, n);
			put_pair(out, q->open, q->close);
			put_pair(out, q->inner_open, q->inner_close);
			sink_putc(out, '\n');
			s += n + 1;
		}
	}
}

static bool
is_word(uint32_t c)
{
	return (charclass_of(c) & (CHARCLASS_LETTER | CHARCLASS_NUMBER |
	    CHARCLASS_MARK)) != 0;
}

/* Whether a mark between these two opens. */
static bool
opens(uint32_t before, uint32_t after)
{
	static const uint32_t openers[] = {
		'(', '[', '{', '<', '"', '\'', '-', '/', '=', 0xA0, 0xAB,
		0x2012, 0x2013, 0x2014, 0x2018, 0x201A, 0x201C, 0x201E, 0x202F,
	};

	if (after == ' ' || after == '\t')
		return false;
	if (before <= ' ')
		return true;
	for (size_t i = 0; i < sizeof openers / sizeof *openers; i++)
		if (before == openers[i])
			return true;
	return false;
}

struct curl {
	const struct quote_style *style;
	int open;  /* outer marks that are not closed */
	int inner;
};

/* The mark for a straight one; NULL: it is a foot, an inch, a minute. */
static const char *
mark_for(struct curl *u, char c, uint32_t before, uint32_t after)
{
	const struct quote_style *q = u->style;
	int *open = c == '"' ? &u->open : &u->inner;

	if (c == '\'' && is_word(before) && is_word(after) &&
	    !(after >= '0' && after <= '9'))
		return "’";
	if (opens(before, after)) {
		if (c == '\'' && after >= '0' && after <= '9')
			return "’"; /* the '90s */
		++*open;
		return c == '"' ? q->open : q->inner_open;
	}
	if (*open > 0) {
		--*open;
		return c == '"' ? q->close : q->inner_close;
	}
	if (before >= '0' && before <= '9')
		return NULL;
	return c == '"' ? q->close : "’";
}

bool
repair_curl(struct str line, struct buf *to, const struct quote_style *style)
{
	const char *s = line.s, *end = line.s + line.n;
	struct curl u = {.style = style};
	size_t start = to->n;
	uint32_t before = ' ';
	bool any = false;

	while (s < end) {
		uint32_t c, after = ' ';
		int n = utf_step(s, end, &c);
		const char *mark = NULL;

		if (s + n < end)
			utf_step(s + n, end, &after);
		if (c == '"' || c == '\'')
			mark = mark_for(&u, (char)c, before, after);
		if (mark != NULL)
			buf_puts(to, mark);
		else
			buf_put(to, s, (size_t)n);
		any |= mark != NULL;
		before = c;
		s += n;
	}
	if (!any)
		to->n = start;
	return any;
}
