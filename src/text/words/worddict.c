/* SPDX-License-Identifier: MIT */
#include "text/words/worddict.h"

#ifdef WITH_ICU
#include <unicode/ubrk.h>
#include <unicode/utext.h>

#include "base/complain.h"

static UBreakIterator *iterator;

void
worddict_open(void)
{
	/* A word of each dictionary, so that all are loaded. */
	static const char all[] = "\xE4\xB8\xAD\xE6\x96\x87\xE0\xB9\x84\xE0\xB8"
	    "\x97\xE0\xB8\xA2\xE0\xBA\xA5\xE0\xBA\xB2\xE0\xBA\xA7\xE1\x9E\x81"
	    "\xE1\x9F\x92\xE1\x9E\x98\xE1\x80\x99\xE1\x80\xBC\xE1\x80\x94";
	uint16_t lengths[WORDDICT_MOST];
	UErrorCode error = U_ZERO_ERROR;

	if (iterator != NULL)
		return;
	iterator = ubrk_open(UBRK_WORD, "", NULL, 0, &error);
	if (U_FAILURE(error))
		die("ICU: %s", u_errorName(error));
	worddict_cut(str_of(all), lengths);
}

int
worddict_cut(struct str run, uint16_t *lengths)
{
	UErrorCode error = U_ZERO_ERROR;
	UText *text = utext_openUTF8(NULL, run.s, (int64_t)run.n, &error);
	int32_t before = 0, at;
	int n = 0;

	ubrk_setUText(iterator, text, &error);
	if (U_FAILURE(error))
		die("ICU: %s", u_errorName(error));
	ubrk_first(iterator);
	for (; (at = ubrk_next(iterator)) != UBRK_DONE; before = at)
		lengths[n++] = (uint16_t)(at - before);
	utext_close(text);
	return n;
}

#else

void
worddict_open(void)
{
}

int
worddict_cut(struct str run, uint16_t *lengths)
{
	lengths[0] = (uint16_t)run.n;
	return 1;
}
#endif
