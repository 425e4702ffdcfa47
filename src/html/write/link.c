/* SPDX-License-Identifier: MIT */
#include "html/write/link.h"

#include <stdlib.h>
#include <string.h>

#include "base/ascii.h"
#include "base/mem.h"

/* Past the blanks and controls that a browser leaves out in front. */
static struct str
past_blanks(struct str r)
{
	while (r.n > 0 && (unsigned char)r.s[0] <= ' ') {
		r.s++;
		r.n--;
	}
	return r;
}

/*
 * As "basic URL parser" of the URL Standard reads it: TABs and line ends, in
 * whatever place, are no part of an address.
 */
bool
link_has_scheme(struct str reference, const char *scheme)
{
	struct str r = past_blanks(reference);

	for (size_t i = 0; i < r.n && *scheme != '\0'; i++)
		if (strchr("\t\n\r", r.s[i]) == NULL &&
		    ascii_lower(r.s[i]) != *scheme++)
			return false;
	return *scheme == '\0';
}

bool
link_runs(struct str reference)
{
	return link_has_scheme(reference, "javascript:") ||
	    link_has_scheme(reference, "vbscript:");
}

bool
link_leads(struct str reference)
{
	struct str r = past_blanks(reference);

	return r.n > 0 && r.s[0] != '#' && !link_runs(r);
}

/* ---- the list ---- */

struct links
links_open(void)
{
	return (struct links){map_open(0)};
}

void
links_free(struct links *l)
{
	map_free(&l->numbers);
}

void
links_clear(struct links *l)
{
	map_clear(&l->numbers);
}

size_t
links_number(struct links *l, struct str url)
{
	struct map_slot *slot = map_at(&l->numbers, url);

	if (slot->count == 0)
		slot->count = l->numbers.used;
	return slot->count;
}

void
links_each(const struct links *l,
    void (*each)(void *ctx, size_t number, struct str url), void *ctx)
{
	struct map_slot *slot = NULL;
	size_t n = l->numbers.used;
	struct str *urls;

	if (n == 0)
		return;
	urls = mem_alloc(n, sizeof *urls);
	while ((slot = map_next(&l->numbers, slot)) != NULL)
		urls[slot->count - 1] = map_key(slot);
	for (size_t i = 0; i < n; i++)
		each(ctx, i + 1, urls[i]);
	free(urls);
}
