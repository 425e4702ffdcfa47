/* SPDX-License-Identifier: MIT */
/*
 * Any pattern (up to the first line end) over any lines: it is refused with a
 * reason, or its hits are inside the line; and a line that is passed over has
 * none.
 */
#include "fuzz.h"

#include "text/corpus/pattern.h"
#include "text/corpus/textline.h"
#include "text/words/wordform.h"

static struct wordoptions words;

static void
search(struct patterns *p, struct textline *l)
{
	bool passed = patterns_cannot_match(p, l->text);

	textline_cut(l);
	for (size_t i = 0; i < l->forms.n; i++) {
		size_t n = patterns_match(p,
		    (struct pattern_words){l->forms.at, l->forms.n}, i);

		holds(n <= PATTERN_MOST && i + n <= l->forms.n);
		holds(n == 0 || !passed);
	}
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	const char *s = (const char *)data, *lf;
	struct pattern_options o = {NORM_C | NORM_FOLD, false, NULL};
	struct patterns *p;
	struct source in;
	struct textline l;
	const char *why;

	if (n < 2 || (lf = memchr(s + 1, '\n', n - 1)) == NULL)
		return 0;
	o.regex = s[0] & 1;
	p = patterns_open(&o);
	why = patterns_add(p, (struct str){s + 1, (size_t)(lf - s) - 1});
	holds(why == NULL || *why != '\0');
	words = wordoptions_open();
	in = source_over((struct str){lf + 1, n - (size_t)(lf + 1 - s)});
	l = textlines_in(&in, &words);
	while (why == NULL && textline_next(&l))
		search(p, &l);
	textline_free(&l);
	wordoptions_free(&words);
	patterns_free(p);
	return 0;
}
