/* SPDX-License-Identifier: MIT */
/*
 * What stands in the body of an article and is not of it: marks of
 * advertisements, offers to subscribers, boxes that ask for consent, what the
 * publisher asks of readers, embed code, teasers, and the next article.
 */
#include "html/extract/contentrule.h"

#include <stdlib.h>

enum {
	BOX_BYTES = 1500, /* of a box that goes whole; a longer one is text */
	OFFER_WORDS = 60, OFFER_LINE = 12, PLEA_WORDS = 80, FOLLOW_WORDS = 30,
	MARK_WORDS = 6,
	HEADINGS_LEAST = 4,
	ARTICLE_BYTES = 400 /* of the least article that another follows */
};

static bool
opens(const struct page_block *b, enum phrase kind)
{
	return b->prose.opening >> kind & 1;
}

static bool
in_data(const struct page_block *b)
{
	return within(b, IN_TABLE) != FAR || within(b, IN_PRE) != FAR ||
	    within(b, IN_TERMS) != FAR;
}

static bool
is_link(const struct page_block *b)
{
	return 10 * b->link >= 9 * b->n && b->prose.words >= 3 &&
	    !contentrule_is_heading(b);
}

/* "Advertisement", "Article continues below". */
static bool
is_ad_mark(const struct page_block *b)
{
	return opens(b, PHRASE_AD_MARK) && b->prose.words <= MARK_WORDS &&
	    !contentrule_is_heading(b) && !in_data(b) &&
	    within(b, IN_ITEM) == FAR;
}

/* What the publisher asks: for a tip, for money, to be followed. */
static bool
is_plea(const struct page_block *b)
{
	if (in_data(b) || contentrule_is_heading(b))
		return false;
	if (opens(b, PHRASE_FOLLOW) && b->prose.hits >> PHRASE_SOCIAL & 1)
		return b->link > 0 && b->prose.words <= FOLLOW_WORDS;
	return opens(b, PHRASE_PLEA) && b->prose.words <= PLEA_WORDS;
}

/* Not a page of goods, of posts, of documentation or of other pages. */
static bool
is_of_publisher(const struct page *p)
{
	return (p->says & (SAYS_PRODUCT | SAYS_FORUM | SAYS_LIST | SAYS_DOCS |
	    SAYS_WEBSITE)) == 0;
}

static bool
pleads(const struct page_block *b)
{
	return b->prose.hits >> PHRASE_PLEA & 1 && b->prose.words <= PLEA_WORDS;
}

/* Two rows side by side that speak as pleas do are one. */
static bool
is_among_pleas(const struct story *s, size_t row)
{
	const struct page_block *b = block_of(s, row);
	size_t from = row > 2 ? row - 2 : 0;
	bool other = false;

	for (size_t i = from; i < s->rows.n && i <= row + 2; i++)
		other |= i != row && pleads(block_of(s, i));
	return other && pleads(b) && !in_data(b);
}

/* What the publisher has to say: commissions, rights. */
static bool
is_notice(const struct page_block *b)
{
	return b->prose.hits >> PHRASE_NOTICE & 1 &&
	    b->prose.words <= PLEA_WORDS && !in_data(b) &&
	    within(b, IN_ITEM) == FAR && !contentrule_is_heading(b);
}

static bool
begins_with(struct str t, const char *s)
{
	for (; *s != '\0'; s++, t.s++, t.n--)
		if (t.n == 0 || (*t.s | 0x20) != *s)
			return false;
	return true;
}

/* Markup for other pages to copy, shown as text. */
static bool
is_embed_code(const struct page *p, const struct page_block *b)
{
	struct str t = page_text(p, b);

	while (t.n > 0 && (*t.s == ' ' || *t.s == '\n')) {
		t.s++;
		t.n--;
	}
	return within(b, IN_PRE) == FAR && (begins_with(t, "<iframe ") ||
	    begins_with(t, "<script ") || begins_with(t, "<embed ") ||
	    begins_with(t, "<object ") || begins_with(t, "<blockquote "));
}

/*
 * The largest box around a block that is still small and does not hold most of
 * the page's paragraphs; 0: its own element, which is all of it.
 */
static uint32_t
small_box(const struct page *p, const struct page_block *b)
{
	uint32_t node = b->node, up;

	while ((up = p->nodes[node].parent) > 0 &&
	    p->nodes[up].text <= BOX_BYTES && p->nodes[up].tag != TAG_ARTICLE &&
	    !contentrule_is_inside(p, p->best, up))
		node = up;
	return node == b->node ? 0 : node;
}

/* Drop the rows of an element around a row; the last of them. */
static size_t
drop_element(struct story *s, size_t row, uint32_t node, enum reason reason)
{
	const struct page *p = s->page;
	size_t from = row, to = row;

	while (from > 0 && contentrule_is_inside(p, block_of(s, from - 1)->node, node))
		from--;
	while (to < s->rows.n && contentrule_is_inside(p, block_of(s, to)->node, node))
		judge(s, s->rows.block[to++], false, reason);
	while (from < row)
		judge(s, s->rows.block[from++], false, reason);
	return to - 1;
}

/* A line that offers a subscription, or asks to let content be loaded. */
static bool
is_offer(const struct page_block *b)
{
	const uint32_t kinds = 1u << PHRASE_WALL | 1u << PHRASE_CONSENT;

	return ((b->prose.opening & kinds && b->prose.words <= OFFER_WORDS) ||
	    (b->prose.hits >> PHRASE_WALL & 1 &&
	        b->prose.words <= OFFER_LINE)) &&
	    !in_data(b) && within(b, IN_ITEM) == FAR;
}

/* Whether there are rows before and after a box that stay. */
static bool
is_amid(const struct story *s, size_t row, uint32_t box)
{
	const struct page *p = s->page;
	size_t from = row, to = row + 1;

	while (from > 0 && contentrule_is_inside(p, block_of(s, from - 1)->node, box))
		from--;
	while (to < s->rows.n && contentrule_is_inside(p, block_of(s, to)->node, box))
		to++;
	return from > 0 && stays(s, from - 1) && stays(s, to);
}

/* It ends in a link to the rest of it: "… Read more". */
static bool
is_teaser(const struct page_block *b)
{
	return b->prose.hits >> PHRASE_MORE & 1 && b->link > 0 &&
	    2 * b->link < b->n && !prose_ends(&b->prose) &&
	    within(b, IN_ITEM) != FAR && !in_data(b);
}

/* A heading that names others, over links and nothing else. */
static bool
heads_links(const struct story *s, size_t row)
{
	const uint32_t kinds = 1u << PHRASE_RELATED | 1u << PHRASE_MORE;
	const struct page_block *b = block_of(s, row);

	return contentrule_is_heading(b) && b->prose.words <= 6 &&
	    (b->prose.opening & kinds) && row + 2 < s->rows.n &&
	    is_link(block_of(s, row + 1)) && is_link(block_of(s, row + 2));
}

/* A box amid text that sends readers elsewhere. */
static bool
is_teaser_box(const struct story *s, size_t row, uint32_t box)
{
	if (box == 0 || !is_amid(s, row, box))
		return false;
	return heads_links(s, row) || (is_teaser(block_of(s, row)) &&
	    row + 1 < s->rows.n && is_teaser(block_of(s, row + 1)));
}

/* The row after a heading that names others and the links under it. */
static size_t
past_teasers(const struct story *s, size_t row)
{
	size_t to = row + 1;

	if (row == 0 || !stays(s, row - 1) || !heads_links(s, row))
		return row;
	while (to < s->rows.n && is_link(block_of(s, to)))
		to++;
	return stays(s, to) ? to : row;
}

static size_t
drop_rows(struct story *s, size_t from, size_t to, enum reason reason)
{
	for (size_t i = from; i < to; i++)
		judge(s, s->rows.block[i], false, reason);
	return to - 1;
}

/* Drop a row, or the box it stands for; the last row that went. */
static size_t
judge_row(struct story *s, size_t row)
{
	const struct page_block *b = block_of(s, row);
	size_t block = s->rows.block[row];
	uint32_t box = small_box(s->page, b);

	if (is_ad_mark(b))
		judge(s, block, false, REASON_AD);
	else if (is_embed_code(s->page, b))
		judge(s, block, false, REASON_EMBED);
	else if (is_plea(b) || (is_notice(b) && is_of_publisher(s->page)) ||
	    (is_among_pleas(s, row) && contentrule_is_article(s->page)))
		judge(s, block, false, REASON_PLEA);
	else if (is_offer(b) && box != 0)
		return drop_element(s, row, box, REASON_OFFER);
	else if (is_offer(b))
		judge(s, block, false, REASON_OFFER);
	else if (is_teaser_box(s, row, box))
		return drop_element(s, row, box, REASON_POINTER);
	else if (past_teasers(s, row) > row)
		return drop_rows(s, row, past_teasers(s, row), REASON_POINTER);
	return row;
}

/* The outermost article around a heading that has siblings of its shape. */
static uint32_t
article_around(const struct page *p, uint32_t node)
{
	uint32_t found = 0;

	for (; node > 0; node = p->nodes[node].parent)
		if (p->nodes[node].group != 0 &&
		    p->groups[p->nodes[node].group].members >= 2 &&
		    (p->nodes[node].tag == TAG_ARTICLE ||
		        p->nodes[node].tag == TAG_DIV ||
		        p->nodes[node].tag == TAG_SECTION) &&
		    p->nodes[node].text >= ARTICLE_BYTES)
			found = node;
	return found;
}

/*
 * What follows the article of the headline in an element of the same shape,
 * under a heading of the same shape that the page's title knows nothing of:
 * the next article, put there for readers who scroll on.
 */
void
foreignrule_drop_next(struct story *s, size_t title)
{
	const struct page *p = s->page;
	uint32_t first = article_around(p, block_of(s, title)->node), other;

	if (first == 0 || within(block_of(s, title), IN_H1) != 0 ||
	    contentrule_title_likeness(s, block_of(s, title)) < 3)
		return;
	for (size_t i = title + 1; i < s->rows.n; i++) {
		const struct page_block *b = block_of(s, i);

		if (!contentrule_is_heading(b) || p->nodes[b->node].shape !=
		        p->nodes[block_of(s, title)->node].shape ||
		    contentrule_title_likeness(s, b) > 0)
			continue;
		other = article_around(p, b->node);
		if (other != first && other != 0 &&
		    p->nodes[other].group == p->nodes[first].group)
			i = drop_element(s, i, other, REASON_NEXT);
	}
}

static bool
is_bare_heading(const struct page_block *b)
{
	return contentrule_is_heading(b) && !in_data(b);
}

/*
 * Headings of one shape that follow each other, with nothing under any, name
 * other articles or films, not sections of this one.
 */
static void
drop_headings(struct story *s)
{
	const struct page *p = s->page;
	size_t to;

	for (size_t i = 0; i < s->rows.n; i = to) {
		uint32_t shape = p->nodes[block_of(s, i)->node].shape;

		for (to = i; to < s->rows.n && is_bare_heading(block_of(s, to)) &&
		    p->nodes[block_of(s, to)->node].shape == shape;)
			to++;
		for (size_t k = i; to >= i + HEADINGS_LEAST && k < to; k++)
			judge(s, s->rows.block[k], false, REASON_POINTER);
		to += to == i;
	}
}

void
foreignrule_apply(struct story *s)
{
	if (contentrule_is_article(s->page))
		drop_headings(s);
	for (size_t i = 0; i < s->rows.n; i++)
		if (stays(s, i) || is_offer(block_of(s, i)) || heads_links(s, i))
			i = judge_row(s, i);
}
