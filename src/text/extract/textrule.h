/* SPDX-License-Identifier: MIT */
/*
 * What text/extract/textcontent and its rules share: a text that is being
 * judged; and the rules, which no score can give.
 */
#ifndef TEXT_EXTRACT_TEXTRULE_H
#define TEXT_EXTRACT_TEXTRULE_H

#include "text/extract/textcontent.h"
#include "text/extract/textfeature.h"

enum reason {
	REASON_SCORE, REASON_TITLE, REASON_UNSURE, REASON_CAPTION,
	REASON_BYLINE, REASON_STAMP, REASON_GALLERY, REASON_AD, REASON_CALL,
	REASON_REPEATED, REASON_HEADING, REASON_COPY, REASON_BETWEEN,
	REASON_UNIT, REASON_WHOLE, REASON_RUN, REASONS
};

struct text_verdict {
	int score;
	enum reason reason;
	bool keep;
};

/* A text that is being judged. */
struct plain {
	const struct textcontent_options *options;
	struct paragraphs text;
	struct textfeatures traits;
	int *score;              /* of each row */
	struct text_verdict *verdict; /* of each passage */
};

/*
 * What the reader asked for or not, and what belongs together, once every row
 * has its score; `title` is the row of the headline, SIZE_MAX: none.
 */
void textrule_apply(struct plain *, size_t title);

/* What the best choice of rows is expected to ask of a score. */
int textrule_cut(const struct plain *);

/*
 * Prose that goes on from prose that stays is of the same text, however long
 * that is: other texts of a page begin below a label that says so, a name, a
 * date.
 */
void textrule_go_on(struct plain *);

/* Drop what was kept before, but for a sure line that stands alone. */
void textrule_drop_copies(struct plain *);

/* Where nothing stands out: all of it, or nothing.  False: something does. */
bool textrule_unsure(struct plain *);

#endif
