/* SPDX-License-Identifier: MIT */
#include "text/langid/auto.h"

/* The language that the record names there; NULL: none that is known. */
static const struct language *
named(const struct document *d, const char *member)
{
	const struct language *l = NULL;
	struct buf name = {0};

	if (document_member(d, member, &name))
		l = language_find(buf_str(&name));
	buf_free(&name);
	return l != NULL && strcmp(l->code, "und") != 0 ? l : NULL;
}

const struct language *
auto_language(const struct document *d, struct langid *t)
{
	const struct language *l = named(d, "lang");
	struct langid_guess g;

	if (l == NULL)
		l = named(d, "meta.lang");
	if (l != NULL)
		return l;
	source_has(d->in, LANGID_READ);
	g = langid_document(t, (struct str){d->in->at,
	    (size_t)(d->in->end - d->in->at)}, NULL);
	l = g.confidence >= LANGID_LIKELY ? language_find(str_of(g.code)) :
	    NULL;
	return l != NULL ? l : language_find(STR("und"));
}
