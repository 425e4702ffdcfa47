/* SPDX-License-Identifier: MIT */
/*
 * What html/extract/content and its rules share: a page that is being judged; and the
 * rules, which no score can give.
 */
#ifndef HTML_EXTRACT_CONTENTRULE_H
#define HTML_EXTRACT_CONTENTRULE_H

#include "html/page/feature.h"
#include "html/extract/content.h"
#include "html/page/unit.h"

enum {
	ARTICLE_LEAST = 20, /* words */
	/* hundredths of a logit: */
	CONTENTRULE_DOUBT_ARTICLE = 56,
	CONTENTRULE_FRAME = -200 /* the page's, whatever else speaks for it */
};

struct story {
	const struct page *page;
	const struct content_options *options;
	struct rows rows;
	int *score;
	struct content_verdict *verdict; /* of each block */
	struct units units;
};

static inline const struct page_block *
block_of(const struct story *s, size_t row)
{
	return &s->page->blocks[s->rows.block[row]];
}

static inline uint8_t
within(const struct page_block *b, enum within kind)
{
	return b->at.near[CLASSHINT_KINDS + kind];
}

static inline void
judge(struct story *s, size_t block, bool keep, enum reason reason)
{
	s->verdict[block].keep = keep;
	s->verdict[block].reason = reason;
}

/* It says that it is one article, and nothing else. */
bool contentrule_is_article(const struct page *);

/*
 * How likely a block must be for its page to keep it, in hundredths of the F1
 * that can be expected (text/score/threshold).
 */
unsigned contentrule_share(const struct page *);

/* Whether the block of a row is kept; a row past the last is not. */
static inline bool
stays(const struct story *s, size_t row)
{
	return row < s->rows.n && s->verdict[s->rows.block[row]].keep;
}

/* How many of a block's words the page's title has, less those it has not. */
int contentrule_title_likeness(const struct story *, const struct page_block *);

bool contentrule_is_heading(const struct page_block *);

/* Whether a node is `of` or in it. */
bool contentrule_is_inside(const struct page *, uint32_t node, uint32_t of);

/* A heading that is a signature of a program's interface. */
bool keeprule_is_signature(const struct page *, const struct page_block *);

/* Keep what a score would lose (keeprule.c). */
void keeprule_signatures(struct story *);
void keeprule_paragraphs(struct story *);
void keeprule_headings(struct story *);
void keeprule_standfirst(struct story *);
void keeprule_quotes(struct story *);
void keeprule_announced(struct story *);
void keeprule_bare(struct story *);

/* Keep or drop each unit (unit.h) as a whole. */
void unitrule_apply(struct story *);

/* Keep what the page states that it shows. */
void statedrule_apply(struct story *);

/* Drop what was kept before. */
void copyrule_apply(struct story *);

/* Drop what stands in an article and is not of it. */
void foreignrule_apply(struct story *);
void foreignrule_drop_next(struct story *, size_t title);

/* Whether a row is a short label and a link to another article. */
bool boxrule_is_headline(const struct page *, const struct page_block *);

/* Drop boxes of other articles, and what asks for consent (boxrule.c). */
void boxrule_drop_consent(struct story *);
void boxrule_drop_teasers(struct story *);

/* What is kept by its score, set right; each rule has its reason. */
void contentrule_apply(struct story *);

#endif
