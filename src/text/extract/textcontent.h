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
 * much work, is left whole, and so is one of more than TEXTCONTENT_LINES lines or
 * TEXTCONTENT_BYTES: a list, or many texts, but no page.
 */
#ifndef TEXT_EXTRACT_TEXTCONTENT_H
#define TEXT_EXTRACT_TEXTCONTENT_H

#include "base/sink.h"
#include "text/score/forest.h"
#include "text/extract/paragraph.h"

enum { TEXTCONTENT_LINES = 1 << 17, TEXTCONTENT_BYTES = 1 << 23 };

struct textcontent_options {
	bool no_title, byline, captions, comments, all_headings;
	bool drop_unsure; /* nothing stands out: keep nothing */
	int lean;         /* added to each score: above 0 keeps more */
};

struct textcontent_model {
	struct forest pass[3], title;
};

/* The one that is built in. */
extern const struct textcontent_model textcontent_model;
extern const char textcontent_version[]; /* "textcontent.trees 01234567" */

/* The same lines in the same order, less those that are no content. */
void textcontent_strip(struct str text, const struct textcontent_options *,
    const struct textcontent_model *, struct sink *);

/*
 * Each passage: verdict, score, reason, unit, kind and text, between tabs;
 * `file`, unless NULL, before them.
 */
void textcontent_explain(struct str text, const struct textcontent_options *,
    const struct textcontent_model *, const char *file, struct sink *);

/* The passages that stay, with the empty lines between them. */
void textcontent_put(const struct paragraphs *, const bool *keep, struct sink *);

#endif
