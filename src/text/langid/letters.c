/* SPDX-License-Identifier: MIT */
#include "text/langid/letters.h"

#include "text/unicode/utf.h"

/* Whether words of other scripts stand beside it without a space. */
static bool
joins(uint8_t script)
{
	return script == SCRIPT_Cjk || script == SCRIPT_Hang ||
	    script == SCRIPT_Thai || script == SCRIPT_Laoo ||
	    script == SCRIPT_Khmr || script == SCRIPT_Mymr;
}

static const char *
skip_to_letter(const char *s, const char *end)
{
	while (s < end) {
		uint32_t c;
		int n = utf_step(s, end, &c);
		uint8_t script = script_of(c);

		if (script != SCRIPT_NONE && script < SCRIPT_COUNT)
			break;
		s += n;
	}
	return s;
}

/* The word at `s`; where it ends.  n is 0 if it is of two scripts. */
static const char *
take(const char *s, const char *end, struct feature_word *w)
{
	bool mixed = false;

	w->n = 0;
	w->letter[0] = '_';
	w->script = SCRIPT_NONE;
	while (s < end && (mixed || w->n < FEATURE_WORD)) {
		uint32_t c;
		int n = utf_step(s, end, &c);
		uint8_t script = script_of(c);

		if (script == SCRIPT_NONE)
			break;
		if (script < SCRIPT_COUNT && script != w->script) {
			if (w->script == SCRIPT_NONE)
				w->script = script;
			else if (joins(script) || joins(w->script))
				break;
			else
				mixed = true;
		}
		if (script != SCRIPT_JOIN && !mixed)
			w->letter[++w->n] =
			    c > 0xFFFF ? 0xFFFF : script_lower(c);
		s += n;
	}
	if (mixed)
		w->n = 0;
	return s;
}

bool
letters_next(struct str *text, struct feature_word *w)
{
	const char *s = text->s, *end = text->s + text->n;

	w->n = 0;
	while (w->n == 0 && (s = skip_to_letter(s, end)) < end)
		s = take(s, end, w);
	*text = (struct str){s, (size_t)(end - s)};
	return w->n > 0;
}
