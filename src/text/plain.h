/* SPDX-License-Identifier: MIT */
/*
 * A plain text without its boilerplate: two passes of trained trees over the
 * traits of each passage, a third that finds the headline, then the rules
 * that no score can give.  What goes is what does not read as the text does
 * and has none of it around: menus, repeated captions, stamps, calls to
 * follow or subscribe.
 *
 * What is stripped is stripped again until nothing goes, so that it stays as
 * it is ever after.  A text that has no end of that, or none in sight after
 * much work, is left whole, and so is one of more than PLAIN_LINES lines or
 * PLAIN_BYTES: a list, or many texts, but no page.
 */
#ifndef TEXT_PLAIN_H
#define TEXT_PLAIN_H

#include "base/sink.h"
#include "text/forest.h"
#include "text/passage.h"

enum { PLAIN_LINES = 1 << 17, PLAIN_BYTES = 1 << 23 };

struct plain_options {
	bool no_title, byline, captions, comments, all_headings;
	bool drop_unsure; /* nothing stands out: keep nothing */
	int lean;         /* added to each score: above 0 keeps more */
};

struct plain_model {
	struct forest pass[3], title;
};

/* The one that is built in. */
extern const struct plain_model plain_model;

/* The same lines in the same order, less those that are no content. */
void plain_strip(struct str text, const struct plain_options *,
    const struct plain_model *, struct sink *);

/* Each passage: verdict, score, reason, kind and text, between tabs. */
void plain_explain(struct str text, const struct plain_options *,
    const struct plain_model *, struct sink *);

/* The passages that stay, with the empty lines between them. */
void plain_put(const struct passages *, const bool *keep, struct sink *);

#endif
