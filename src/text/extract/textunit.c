/* SPDX-License-Identifier: MIT */
#include "text/extract/textunit.h"

#include <string.h>

enum {
	ROWS_LEAST = 2, ITEMS_LEAST = 2, PAIRS_LEAST = 3,
	LABEL_BYTES = 40, /* before the colon of a pair */
	PAIR_WORDS = 30
};

/* "Opening hours: nine to five": a colon, a space and more. */
static bool
is_pair(const struct paragraph *p)
{
	size_t most = p->text.n < LABEL_BYTES ? p->text.n : LABEL_BYTES;
	const char *colon = memchr(p->text.s, ':', most);
	size_t at;

	if (colon == NULL || p->prose.words > PAIR_WORDS || p->prose.words < 2)
		return false;
	at = (size_t)(colon - p->text.s);
	return at > 0 && at + 2 < p->text.n && p->text.s[at + 1] == ' ';
}

static enum textunit_kind
kind_of(const struct paragraph *p)
{
	if (p->prose.words == 0 && p->gaps == 0)
		return TEXTUNIT_NONE;
	return p->gaps > 0 ? TEXTUNIT_TABLE
	    : p->mark != MARK_NONE ? TEXTUNIT_LIST
	    : is_pair(p) ? TEXTUNIT_PAIRS : TEXTUNIT_NONE;
}

/* Whether a passage goes on with a unit that has begun. */
static bool
goes_on(const struct paragraph *p, enum textunit_kind kind)
{
	if (kind == TEXTUNIT_LIST)
		return p->blanks <= 1 && (kind_of(p) == kind ||
		    (p->indent > 0 && p->blanks == 0 && p->gaps == 0));
	return p->blanks == 0 && kind_of(p) == kind;
}

enum textunit_kind
textunit_at(const struct paragraphs *text, size_t from, size_t *to)
{
	static const size_t least[] = {[TEXTUNIT_TABLE] = ROWS_LEAST,
		[TEXTUNIT_LIST] = ITEMS_LEAST, [TEXTUNIT_PAIRS] = PAIRS_LEAST};
	enum textunit_kind kind = kind_of(&text->at[from]);
	size_t end = from + 1;

	*to = end;
	if (kind == TEXTUNIT_NONE)
		return kind;
	while (end < text->n && goes_on(&text->at[end], kind))
		end++;
	if (end - from < least[kind])
		return TEXTUNIT_NONE;
	*to = end;
	return kind;
}
