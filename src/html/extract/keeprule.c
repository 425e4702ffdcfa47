/* SPDX-License-Identifier: MIT */
/*
 * Rules that keep what a score would lose: standfirsts, code, quotations, what
 * a line announces, paragraphs near others.
 */
#include "html/extract/contentrule.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

/* Scores in hundredths of a logit. */
enum {
	UNLIKELY = -112,
	HEADING = -100, /* the least of one over what stays */
	STANDFIRST_LEAST = 8, STANDFIRST_MOST = 80, /* words */
	STANDFIRST_NEAR = 4, STANDFIRST_FAR = 10,   /* rows under the headline */
	PARAGRAPH_WORDS = 15,
	BESIDE = 4, PARAGRAPH_BESIDE = -70,
	PARAGRAPH = -40, PARAGRAPH_NEAR = -120 /* the least that it needs */
};

/* Keep rows that no other rule dropped; what is hidden must stand out. */
static void
keep_rows(struct story *s, size_t from, size_t to, enum reason reason)
{
	for (size_t i = from; i < to; i++) {
		size_t block = s->rows.block[i];

		if (!s->verdict[block].keep &&
		    s->verdict[block].reason == REASON_SCORE &&
		    within(&s->page->blocks[block], IN_HIDDEN) == FAR)
			judge(s, block, true, reason);
	}
}

static bool
has(struct str t, const char *s)
{
	size_t n = strlen(s);

	for (size_t i = 0; i + n <= t.n; i++)
		if (memcmp(t.s + i, s, n) == 0)
			return true;
	return false;
}

/*
 * A heading that is a signature of a program's interface: named as code, or
 * with the signs of a call or a type.
 */
bool
keeprule_is_signature(const struct page *p, const struct page_block *b)
{
	struct str t = page_text(p, b);

	return contentrule_is_heading(b) && within(b, IN_H1) != 0 &&
	    (has(t, "(") || has(t, "::") || has(t, " = ")) &&
	    (b->at.near[HINT_CODE] == 0 || has(t, "->") || has(t, "()"));
}

/* Signatures are content by themselves, not headings of what follows. */
void
keeprule_signatures(struct story *s)
{
	for (size_t i = 1; i < s->rows.n; i++) {
		size_t block = s->rows.block[i];

		if (stays(s, i - 1) && s->verdict[block].score > UNLIKELY &&
		    keeprule_is_signature(s->page, &s->page->blocks[block]))
			keep_rows(s, i, i + 1, REASON_CODE);
	}
}

/* A heading of what stays: it stands in the box of the row after it. */
static bool
heads_next(const struct story *s, size_t row)
{
	const struct page *p = s->page;
	const struct page_block *b = block_of(s, row);
	uint32_t box = p->nodes[p->nodes[b->node].parent].parent;

	return contentrule_is_heading(b) && 2 * b->link <= b->n &&
	    stays(s, row + 1) && contentrule_is_inside(p,
	        block_of(s, row + 1)->node, box);
}

/* From the last row on, so that headings that follow each other stay. */
void
keeprule_headings(struct story *s)
{
	for (size_t i = s->rows.n; i-- > 0;)
		if (s->verdict[s->rows.block[i]].score > HEADING &&
		    heads_next(s, i))
			keep_rows(s, i, i + 1, REASON_HEADING);
}

/* Whether the page describes itself in these words. */
static bool
is_described(const struct story *s, const struct page_block *b)
{
	const uint32_t *word = s->page->words.word + b->word;
	uint32_t told = 0;

	for (uint32_t i = 0; i < b->prose.words; i++)
		told += feature_in_description(&s->rows, word[i]);
	return 4 * told >= 3 * b->prose.words;
}

/* Half of its words are the headline's: another form of that. */
static bool
repeats_title(const struct story *s, const struct page_block *b)
{
	return contentrule_title_likeness(s, b) >= 0;
}

/*
 * Who wrote it, when, who took the picture, what the publisher earns by it,
 * how to pass it on.
 */
static bool
is_credit(const struct page_block *b)
{
	const uint32_t opening = 1u << PHRASE_BYLINE | 1u << PHRASE_STAMP |
	    1u << PHRASE_DATE;
	const uint32_t hits = 1u << PHRASE_CREDIT | 1u << PHRASE_NOTICE;
	bool dated = b->prose.hits >> PHRASE_DATE & 1;

	return b->prose.hits & hits || b->at.near[HINT_CAPTION] <= 2 ||
	    b->at.near[HINT_SHARE] <= 2 ||
	    ((b->prose.opening & opening) &&
	        (dated || !prose_ends(&b->prose))) ||
	    4 * b->prose.numbers > b->prose.words;
}

/* A few lines of text that are no link, no caption and no part of the frame. */
static bool
is_few_lines(const struct page_block *b)
{
	static const enum within frames[] = {IN_NAV, IN_FOOTER, IN_ASIDE,
		IN_FIGURE, IN_CONTROL, IN_TABLE, IN_PRE, IN_HIDDEN};

	for (size_t i = 0; i < sizeof frames / sizeof *frames; i++)
		if (within(b, frames[i]) != FAR)
			return false;
	return b->prose.words >= STANDFIRST_LEAST &&
	    b->prose.words <= STANDFIRST_MOST && 5 * b->link < b->n &&
	    !is_credit(b);
}

/*
 * Whether the row is the standfirst: the first text under the headline, or
 * what is named so, or what the page describes itself with.  Who wants no
 * headline has one only where its score leaves a doubt.
 */
static bool
is_standfirst(const struct story *s, size_t row, size_t lines, size_t texts)
{
	size_t block = s->rows.block[row];
	const struct page_block *b = &s->page->blocks[block];
	bool named = b->at.near[HINT_INTRO] <= 1;

	if (s->verdict[block].reason != REASON_SCORE)
		return false;
	if (s->options->no_title)
		return s->verdict[block].score >= UNLIKELY && b->link == 0 &&
		    b->prose.words >= 8 && b->prose.words <= 60 &&
		    (lines == 1 || (named && lines <= 3));
	return is_few_lines(b) && !repeats_title(s, b) &&
	    ((texts <= 1 && lines <= STANDFIRST_NEAR) ||
	    (named && lines <= STANDFIRST_NEAR) || is_described(s, b));
}

/* What stands under the headline and sums up what follows. */
void
keeprule_standfirst(struct story *s)
{
	size_t i = 0, lines = 0, texts = 0;

	while (i < s->rows.n && !s->verdict[s->rows.block[i]].title)
		i++;
	while (++i < s->rows.n && lines++ < STANDFIRST_FAR && !stays(s, i)) {
		const struct page_block *b = block_of(s, i);

		texts += b->prose.words >= STANDFIRST_LEAST &&
		    !repeats_title(s, b) && !is_credit(b);
		if (is_standfirst(s, i, lines, texts)) {
			judge(s, s->rows.block[i], true, REASON_STANDFIRST);
			return;
		}
	}
}

static bool
row_in(const struct story *s, size_t row, enum within kind)
{
	return row < s->rows.n &&
	    within(block_of(s, row), kind) != FAR;
}

/* Rows of a kind between two blocks that stay. */
static void
keep_between(struct story *s, enum within kind, enum reason reason)
{
	size_t from, to;

	for (from = 1; from < s->rows.n; from = to + 1) {
		for (to = from; row_in(s, to, kind);)
			to++;
		if (!row_in(s, from - 1, kind) && stays(s, from - 1) &&
		    stays(s, to))
			keep_rows(s, from, to, reason);
	}
}

/*
 * Code stays where what is before and after it stays; so does what an article
 * quotes, posts of others too.
 */
void
keeprule_quotes(struct story *s)
{
	keep_between(s, IN_PRE, REASON_CODE);
	if (contentrule_is_article(s->page))
		keep_between(s, IN_QUOTE, REASON_QUOTE);
}

static bool
is_list(const struct page_node *n)
{
	return n->tag == TAG_TABLE || n->tag == TAG_UL || n->tag == TAG_OL ||
	    n->tag == TAG_DL;
}

/* The outermost table or list around a node that is not around another. */
static uint32_t
list_beside(const struct page *p, uint32_t node, uint32_t other)
{
	uint32_t found = 0;

	while (node != other) {
		if (node < other) {
			other = p->nodes[other].parent;
			continue;
		}
		if (is_list(&p->nodes[node]))
			found = node;
		node = p->nodes[node].parent;
	}
	return found;
}

/* The table or list after a row that stays and ends in ":"; to its end. */
static size_t
keep_announced(struct story *s, size_t row)
{
	const struct page *p = s->page;
	const struct page_block *b = block_of(s, row);
	size_t to = row + 1;
	uint32_t list;

	if (!stays(s, row) || b->prose.last != ':' || b->prose.words < 3 ||
	    to == s->rows.n)
		return to;
	list = list_beside(p, block_of(s, to)->node, b->node);
	if (list == 0 || 2 * p->nodes[list].link > p->nodes[list].text)
		return to;
	while (to < s->rows.n &&
	    contentrule_is_inside(p, block_of(s, to)->node, list))
		to++;
	keep_rows(s, row + 1, to, REASON_ANNOUNCED);
	return to;
}

void
keeprule_announced(struct story *s)
{
	for (size_t i = 0; i < s->rows.n;)
		i = keep_announced(s, i);
}

/*
 * A paragraph in the body itself, with no link and no stock phrase, stays: what
 * frames a page stands in elements of its own, or speaks as frames do.
 */
void
keeprule_bare(struct story *s)
{
	const struct page *p = s->page;

	for (size_t i = 0; i < s->rows.n; i++) {
		const struct page_block *b = block_of(s, i);

		if (p->nodes[b->node].tag == TAG_P &&
		    p->nodes[b->node].parent == 0 && b->link == 0 &&
		    s->verdict[s->rows.block[i]].score > CONTENTRULE_FRAME &&
		    (b->prose.hits & ~(1u << PHRASE_STOP)) == 0)
			keep_rows(s, i, i + 1, REASON_BARE);
	}
}

static bool
is_text_box(enum tag_id tag)
{
	return tag == TAG_P || tag == TAG_DIV || tag == TAG_SECTION ||
	    tag == TAG_ARTICLE;
}

/*
 * Sentences that are no link and no caption, and stand in nothing that frames
 * a page.
 */
static bool
is_paragraph(const struct page *p, const struct page_block *b)
{
	return is_text_box((enum tag_id)p->nodes[b->node].tag) &&
	    prose_ends(&b->prose) && b->prose.words >= PARAGRAPH_WORDS &&
	    5 * b->link < b->n && b->at.near[HINT_CAPTION] > 0 &&
	    !(b->prose.hits >> PHRASE_CREDIT & 1) &&
	    within(b, IN_NAV) == FAR && within(b, IN_FOOTER) == FAR &&
	    within(b, IN_ASIDE) == FAR;
}

/* The nearest element around a block with a hint. */
static uint32_t
named_around(const struct page *p, const struct page_block *b,
    enum classhint kind)
{
	uint32_t node = b->node;

	while (node > 0 && !(p->nodes[node].hints >> kind & 1))
		node = p->nodes[node].parent;
	return node;
}

/*
 * Whether an element around it is named after what stands beside articles, and
 * has none of the article; one named after a body of text may be nearer, but a
 * comment has a body, too.
 */
static bool
is_named_beside(const struct page *p, const struct page_block *b,
    const bool *holds)
{
	static const enum classhint kinds[] = {HINT_SIDE, HINT_RELATED,
		HINT_COMMENT, HINT_SUBSCRIBE, HINT_AUTHOR, HINT_MODAL, HINT_AD};

	for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
		if (b->at.near[kinds[i]] != FAR &&
		    (kinds[i] == HINT_COMMENT ||
		        b->at.near[kinds[i]] < b->at.near[HINT_BODY]) &&
		    !holds[named_around(p, b, kinds[i])])
			return true;
	return false;
}

/* Which elements have a paragraph in them that stays. */
static bool *
find_holders(const struct page *p, const uint8_t *kept)
{
	bool *holds = mem_alloc(p->n_nodes, sizeof *holds);

	for (size_t i = p->n_nodes; i-- > 0;) {
		holds[i] |= kept[i] > 0;
		holds[p->nodes[i].parent] |= holds[i];
	}
	return holds;
}

/* How many paragraphs that stay each element has of its own, up to three. */
static uint8_t *
count_kept(const struct story *s)
{
	const struct page *p = s->page;
	uint8_t *kept = mem_alloc(p->n_nodes, 1);

	for (size_t i = 0; i < s->rows.n; i++) {
		const struct page_block *b = block_of(s, i);
		uint8_t *n = &kept[p->nodes[b->node].parent];

		*n += stays(s, i) && is_paragraph(p, b) && *n < 3;
	}
	return kept;
}

/* Whether a row that stays is near, past what stands between paragraphs. */
static bool
is_beside(const struct story *s, size_t row)
{
	size_t from = row > BESIDE ? row - BESIDE : 0;

	for (size_t i = from; i <= row + BESIDE; i++)
		if (stays(s, i))
			return true;
	return false;
}

/*
 * A paragraph of prose is not lost for a doubt: the less so where three of its
 * siblings stay, or where the row before it does.
 */
void
keeprule_paragraphs(struct story *s)
{
	const struct page *p = s->page;
	uint8_t *kept = count_kept(s);
	bool *holds = find_holders(p, kept);

	for (size_t i = 0; i < s->rows.n; i++) {
		const struct page_block *b = block_of(s, i);
		uint8_t siblings = kept[p->nodes[b->node].parent];
		bool near = (i > 0 && stays(s, i - 1)) || siblings == 3;

		if (is_paragraph(p, b) &&
		    (siblings > 0 || !is_named_beside(p, b, holds)) &&
		    s->verdict[s->rows.block[i]].score >
		        (near ? PARAGRAPH_NEAR : is_beside(s, i)
		            ? PARAGRAPH_BESIDE : PARAGRAPH))
			keep_rows(s, i, i + 1, REASON_PARAGRAPH);
	}
	free(holds);
	free(kept);
}
