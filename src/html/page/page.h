/* SPDX-License-Identifier: MIT */
/*
 * A page in memory, as boilerstrip looks at it: its elements, its text, and
 * the text cut into blocks, a flat list in page order.  A block is what
 * stands between two places where a box begins or ends, or between two br in
 * a row.  Everything is an index into a few arrays, which the page owns.
 */
#ifndef HTML_PAGE_PAGE_H
#define HTML_PAGE_PAGE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/buf.h"
#include "base/source.h"
#include "html/page/classhint.h"
#include "html/token/tag.h"
#include "text/score/prose.h"

/* Kinds of elements that a block may stand in. */
enum within {
	IN_NAV, IN_HEADER, IN_FOOTER, IN_ASIDE, IN_FORM, IN_ARTICLE, IN_MAIN,
	IN_TABLE, IN_LIST, IN_FIGURE, IN_QUOTE, IN_SECTION, IN_ITEM, IN_CELL,
	IN_PRE, IN_TERMS, IN_H1, IN_H2, IN_H3, IN_P, IN_LINK, IN_CONTROL,
	IN_TIME, IN_STRONG, IN_ADDRESS, IN_DETAILS, IN_HIDDEN, IN_KINDS
};

/*
 * A page of more than these is no page for anyone to read: later blocks are
 * part of the last one, later elements part of the one they stand in.
 */
enum { PAGE_BLOCKS = 1 << 18, PAGE_NODES = 1 << 22 };

enum { NEAR = CLASSHINT_KINDS + IN_KINDS, FAR = 255 };

/*
 * How far out the nearest element is that has a hint or is of a kind (0: the
 * block's own, FAR: there is none), and how many have the hint.
 */
struct surroundings {
	uint8_t near[NEAR];
	uint8_t count[CLASSHINT_KINDS];
};

/* An element; those that are only inline and say nothing have none. */
struct page_node {
	uint32_t parent;     /* node 0 is the page */
	uint32_t attributes; /* into `attributes`, NUL-ended; 0: none; an
	                        image's alt comes after, NUL-ended, too */
	uint32_t hints;
	uint32_t shape;      /* hash of its tag and class */
	uint32_t text, link; /* bytes of text in it, and of links' */
	uint32_t prose;      /* bytes in its blocks that are not links */
	uint32_t score;      /* as readability counts paragraphs */
	uint32_t group;      /* its siblings of this shape; see page_group */
	uint16_t tag;        /* enum tag_id */
	bool box;            /* not inline */
};

/* Siblings that look alike: what lists, threads and grids are made of. */
struct page_group {
	uint32_t members, text;
};

/* A run of text in one element; no bytes: the element itself (img, br). */
struct page_item {
	uint32_t text, n; /* where it is in `text` */
	uint32_t node;
};

struct page_block {
	uint32_t item, items; /* first, and how many */
	uint32_t text, n;     /* bytes of it in `text` */
	uint32_t node;        /* the innermost box */
	uint32_t word;        /* its first in `words`; prose.words of them */
	uint32_t link;        /* bytes in links */
	uint32_t shape;       /* hash of its box's shape and two around */
	uint32_t same;        /* blocks before it with the same words */
	uint32_t copies;      /* blocks with the same words, in all */
	uint32_t twin;        /* the first of those */
	struct prose prose;
	struct surroundings at;
	bool image;
};

struct page {
	struct page_node *nodes;
	struct page_item *items;
	struct page_block *blocks;
	struct page_group *groups;
	size_t n_nodes, n_items, n_blocks, n_groups;
	struct buf text, attributes;
	struct prose_words words;

	/* what it says of itself */
	struct buf title, headline, description, lang, url, base, body;
	struct buf stated; /* a text a line (html/jsonld/ldtext) */
	unsigned says; /* a bit for each of enum page_says */
	bool stripped; /* it has the form that cleanpage.h writes, and no other */
	bool told;     /* its text is of its data (html/page/pageabout) */

	uint32_t best; /* the node with most paragraphs in it */
	size_t cap_nodes, cap_items, cap_blocks; /* private */
};

/* What a page's metadata says it is. */
enum page_says {
	SAYS_ARTICLE = 1, SAYS_PRODUCT = 2, SAYS_FORUM = 4, SAYS_LIST = 8,
	SAYS_WEBSITE = 16, SAYS_DOCS = 32, SAYS_DATE = 64, SAYS_PRICE = 128
};
enum { SAYS_KINDS = 8 };

/* Read a page (clean UTF-8) whole.  A zeroed page is a valid empty one. */
void page_read(struct page *, struct source *);
void page_free(struct page *);

/* The bytes of a block's text. */
static inline struct str
page_text(const struct page *p, const struct page_block *b)
{
	return (struct str){p->text.s + b->text, b->n};
}

#endif
