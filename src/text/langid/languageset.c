/* SPDX-License-Identifier: MIT */
#include "text/langid/languageset.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/complain.h"
#include "text/language.h"

static void
add_one(struct langid_set *set, bool *und, const char *option, const char *name)
{
	const struct language *l = language_option(option, name);

	if (und != NULL && strcmp(l->code, "und") == 0)
		*und = true;
	else if (!langid_set_add(set, str_of(l->code)))
		misuse("--%s %s: %s is not told from others; --languages lists"
		    " those that are", option, name, l->name);
}

void
languageset_add(struct langid_set *set, bool *und, const char *option,
    const char *list)
{
	while (*list != '\0') {
		char name[128];
		size_t n = strcspn(list, ",");

		snprintf(name, sizeof name, "%.*s", (int)n, list);
		add_one(set, und, option, name);
		list += n + (list[n] == ',');
	}
}

static int
by_code(const void *a, const void *b)
{
	const struct langid_language *x = a, *y = b;
	int order = strcmp(x->code, y->code);

	return order != 0 ? order : strcmp(x->script, y->script);
}

void
languageset_list(struct sink *out)
{
	struct langid_language all[LANGID_LANGUAGES];
	int n = 0;

	while (n < LANGID_LANGUAGES && langid_language(n, &all[n]))
		n++;
	qsort(all, (size_t)n, sizeof *all, by_code);
	for (int i = 0, k; i < n; i = k) {
		const struct language *l = language_find(str_of(all[i].code));
		unsigned long words = 0;
		char number[24];

		sink_puts(out, all[i].code);
		sink_putc(out, '\t');
		sink_puts(out, l != NULL ? l->name : "");
		for (k = i; k < n && strcmp(all[k].code, all[i].code) == 0;
		    k++) {
			sink_putc(out, k == i ? '\t' : ',');
			sink_puts(out, all[k].script);
			words += all[k].words;
		}
		snprintf(number, sizeof number, "\t%lu\n", words);
		sink_puts(out, number);
	}
}
