/* SPDX-License-Identifier: MIT */
#include "text/words/stem.h"

#include <libstemmer.h>

struct stem *
stem_open(const char *language)
{
	return (struct stem *)sb_stemmer_new(language, "UTF_8");
}

void
stem_free(struct stem *stem)
{
	sb_stemmer_delete((struct sb_stemmer *)stem);
}

void
stem_last(struct stem *stem, struct buf *b, size_t start)
{
	struct sb_stemmer *stemmer = (struct sb_stemmer *)stem;
	const sb_symbol *stemmed = sb_stemmer_stem(stemmer,
	    (const sb_symbol *)b->s + start, (int)(b->n - start));
	int n = sb_stemmer_length(stemmer);

	/* A word that is all ending stays whole. */
	if (stemmed == NULL || n <= 0)
		return;
	b->n = start;
	buf_put(b, (const char *)stemmed, (size_t)n);
}
