/* SPDX-License-Identifier: MIT */
/*
 * What html/story and its rules share: a page that is being judged; and the
 * rules, which no score can give.
 */
#ifndef HTML_RULE_H
#define HTML_RULE_H

#include "html/feature.h"
#include "html/story.h"

enum { ARTICLE_LEAST = 20 }; /* words */

struct story {
	const struct page *page;
	const struct story_options *options;
	struct rows rows;
	int *score;
	struct story_verdict *verdict; /* of each block */
};

static inline uint8_t
within(const struct page_block *b, enum within kind)
{
	return b->at.near[HINT_KINDS + kind];
}

static inline void
judge(struct story *s, size_t block, bool keep, enum reason reason)
{
	s->verdict[block].keep = keep;
	s->verdict[block].reason = reason;
}

/* It says that it is one article, and nothing else. */
bool rule_is_article(const struct page *);

/* What is kept by its score, set right; each rule has its reason. */
void rule_apply(struct story *);

#endif
