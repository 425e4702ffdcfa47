/* SPDX-License-Identifier: MIT */
#include "html/parts/pagebase.h"

#include <string.h>

#include "html/parts/address.h"
#include "html/read/resolve.h"

struct pagebase
pagebase_open(struct str known)
{
	struct pagebase b = {0};

	if (known.n <= RESOLVE_BASE_MOST)
		buf_put(&b.url, known.s, known.n);
	return b;
}

static void
take_element(struct pagebase *b, const char *href)
{
	struct buf whole = {0};

	if (href == NULL || b->based)
		return;
	address_put(&whole, buf_str(&b->url), str_of(href));
	b->based = true;
	if (whole.n > RESOLVE_BASE_MOST) {
		buf_free(&whole);
		return;
	}
	buf_free(&b->url);
	b->url = whole;
}

/* The parser's note of what a comment says. */
static void
take_note(struct pagebase *b, const struct element *e)
{
	const char *name = element_get(e, "name");
	const char *content = element_get(e, "content");

	if (name != NULL && content != NULL && b->url.n == 0 &&
	    strcmp(name, "winnow-url") == 0 &&
	    strlen(content) <= RESOLVE_BASE_MOST)
		buf_puts(&b->url, content);
}

void
pagebase_take(struct pagebase *b, const struct element *e)
{
	if (e->tag->id == TAG_BASE)
		take_element(b, element_get(e, "href"));
	else if (e->tag->id == TAG_META)
		take_note(b, e);
}

void
pagebase_free(struct pagebase *b)
{
	buf_free(&b->url);
}
