/* SPDX-License-Identifier: MIT */
/*
 * The sentences of a text, written one per line or in another form: what
 * sentsplit does with what text/sentences/sent finds.
 */
#ifndef TEXT_SENTENCES_SENTLINES_H
#define TEXT_SENTENCES_SENTLINES_H

#include "base/sink.h"
#include "text/sentences/sent.h"

struct sentlines {
	struct abbr abbr;
	bool keep;       /* every byte of the input, blanks too */
	bool null;       /* NUL ends a sentence, not a line's end */
	bool offsets;    /* start and length in bytes before each */
	bool paragraphs; /* an empty line between paragraphs */
	bool wrapped, whole; /* as in struct sent */
	long letters;    /* a sentence of fewer joins the one before */
	/* Told of every judgement, as in struct sent; NULL: nobody. */
	bool (*judge)(struct sent *, const struct sent_judgement *);
};

/* All of the source.  In record mode each sentence is a piece (sink_cut). */
void sentlines_put(struct sink *, struct source *, const struct sentlines *);

#endif
