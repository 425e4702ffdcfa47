/* SPDX-License-Identifier: MIT */
/*
 * Which blocks of a page are its content: two passes of trained trees over
 * the features of each block, the second of which sees what the first made
 * of the others; then the rules that no score can give, since they are what
 * the reader asked for (a headline, no captions, …).
 */
#ifndef HTML_EXTRACT_CONTENT_H
#define HTML_EXTRACT_CONTENT_H

#include "html/page/page.h"
#include "html/page/unit.h"
#include "text/score/forest.h"

struct content_options {
	bool no_title, byline, captions, comments, all_headings;
	bool drop_unsure; /* nothing stands out: keep nothing */
	int lean;         /* added to each score: above 0 keeps more */
};

/* Why a block was kept or not; content_reason has their names. */
enum reason {
	REASON_SCORE, REASON_TITLE, REASON_UNSURE, REASON_CAPTION,
	REASON_BYLINE, REASON_HEADING, REASON_SHARING, REASON_STAMP, REASON_GALLERY,
	REASON_POINTER, REASON_COMMENT, REASON_COPY, REASON_STANDFIRST,
	REASON_CODE, REASON_QUOTE, REASON_ANNOUNCED, REASON_BARE,
	REASON_BETWEEN, REASON_UNIT, REASON_PARAGRAPH, REASON_AD,
	REASON_EMBED, REASON_PLEA, REASON_OFFER, REASON_NEXT, REASON_HIDDEN,
	REASON_STATED, REASON_STRIPPED, REASONS
};

struct content_verdict {
	int score; /* hundredths of a logit; above 0 is kept */
	enum reason reason;
	bool keep, title;
	enum unit_kind kind; /* of the unit that it is a part of */
	uint32_t unit;       /* its number, from 1; 0: none */
};

struct content_model {
	struct forest pass[2];
};

/* The one that is built in. */
extern const struct content_model content_model;
extern const char content_version[]; /* "content.trees 01234567": a hash of it */

/* A verdict for each block of the page; the caller frees them. */
struct content_verdict *content_judge(const struct page *,
    const struct content_options *, const struct content_model *);

const char *content_reason(enum reason);

#endif
