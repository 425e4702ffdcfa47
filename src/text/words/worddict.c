/* SPDX-License-Identifier: MIT */
#include "text/words/worddict.h"

#ifdef WITH_ICU
#include <dlfcn.h>
#include <unicode/ubrk.h>
#include <unicode/utext.h>
#include <unicode/uvernum.h>

#include "base/complain.h"

/* The functions have the library's version in their names: ubrk_open_72. */
#define STRING(name) #name
#define SYMBOL(name) STRING(name)
#define LIBRARY "libicuuc.so." U_ICU_VERSION_SHORT

static struct {
	UBreakIterator *(*open)(UBreakIteratorType, const char *,
	    const UChar *, int32_t, UErrorCode *);
	void (*set_text)(UBreakIterator *, UText *, UErrorCode *);
	int32_t (*first)(UBreakIterator *);
	int32_t (*next)(UBreakIterator *);
	UText *(*text)(UText *, const char *, int64_t, UErrorCode *);
	UText *(*close)(UText *);
} icu;

static UBreakIterator *iterator;

/* The address of a function into `to`, the way POSIX has it. */
static void
find(void *library, const char *name, void **to)
{
	*to = dlsym(library, name);
	if (*to == NULL)
		die("ICU: " LIBRARY " has no %s", name);
}

static void
load(void)
{
	void *library = dlopen(LIBRARY, RTLD_NOW | RTLD_LOCAL);

	if (library == NULL)
		die("ICU: " LIBRARY " cannot be loaded");
	find(library, SYMBOL(ubrk_open), (void **)&icu.open);
	find(library, SYMBOL(ubrk_setUText), (void **)&icu.set_text);
	find(library, SYMBOL(ubrk_first), (void **)&icu.first);
	find(library, SYMBOL(ubrk_next), (void **)&icu.next);
	find(library, SYMBOL(utext_openUTF8), (void **)&icu.text);
	find(library, SYMBOL(utext_close), (void **)&icu.close);
}

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
	load();
	iterator = icu.open(UBRK_WORD, "", NULL, 0, &error);
	if (U_FAILURE(error))
		die("ICU: its word breaker cannot be opened");
	worddict_cut(str_of(all), lengths);
}

int
worddict_cut(struct str run, uint16_t *lengths)
{
	UErrorCode error = U_ZERO_ERROR;
	UText *text = icu.text(NULL, run.s, (int64_t)run.n, &error);
	int32_t before = 0, at;
	int n = 0;

	icu.set_text(iterator, text, &error);
	if (U_FAILURE(error))
		die("ICU: it does not take a text");
	icu.first(iterator);
	for (; (at = icu.next(iterator)) != UBRK_DONE; before = at)
		lengths[n++] = (uint16_t)(at - before);
	icu.close(text);
	return n;
}

const char *
worddict_version(void)
{
	return "ICU " U_ICU_VERSION;
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

const char *
worddict_version(void)
{
	return NULL;
}
#endif
