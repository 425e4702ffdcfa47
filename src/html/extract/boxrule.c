/* SPDX-License-Identifier: MIT */
/*
 * Rules for boxes that stand in a page and are not of it: teasers of other
 * articles, one by one or in a row, and what asks for consent to be tracked.
 */
#include "html/extract/contentrule.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

enum {
	LABEL_WORDS = 4,     /* "See also:" */
	HEADLINE_LEAST = 5,  /* words of what it names */
	HEADLINE_MOST = 19,  /* and with the label */
	TEASERS_LEAST = 3,   /* that are of a row */
	TEASER_WORDS = 4,    /* of the link that a teaser begins with */
	TEXT_WORDS = 6,      /* a box that begins with so many is no teaser */
	TEASER_BYTES = 600,  /* of a mean one at most */
	TEASER_SURE = 60,    /* hundredths of a logit */
	CONSENT_LEAST = 2,   /* rows that speak of it */
	CONSENT_PART = 5,    /* a fifth of the box's text */
	TEXT_LEAST = 20      /* words that stay outside such a box */
};

/* The link around a node, up to a box; 0: none. */
static uint32_t
link_around(const struct page *p, uint32_t node, uint32_t box)
{
	while (node > box && p->nodes[node].tag != TAG_A)
		node = p->nodes[node].parent;
	return node > box ? node : 0;
}

/* ---- "See also: Bridge opens after two years" ---- */

/* A block's words, parted by white space, by whether they are of a link. */
struct label {
	uint32_t words, linked;
	char last; /* the last character that is of none */
};

static uint32_t
count_words(struct str t, char *last)
{
	uint32_t words = 0;
	bool in_word = false;

	for (size_t i = 0; i < t.n; i++) {
		bool white = memchr(" \t\n\r\f", t.s[i], 5) != NULL;

		words += !white && !in_word;
		in_word = !white;
		if (!white)
			*last = t.s[i];
	}
	return words;
}

static struct label
label_of(const struct page *p, const struct page_block *b)
{
	struct label l = {0};
	char unread;

	for (uint32_t i = b->item; i < b->item + b->items; i++) {
		struct str t = {p->text.s + p->items[i].text, p->items[i].n};

		if (link_around(p, p->items[i].node, b->node) != 0)
			l.linked += count_words(t, &unread);
		else
			l.words += count_words(t, &l.last);
	}
	return l;
}

/*
 * A short label, a colon, and a link of five words or more to the end: on a
 * page that is an article, or has a date, it names another article, in any
 * language.  "Team: <link>" is a fact; so are an address, a source, and any
 * such line elsewhere.
 */
bool
boxrule_is_headline(const struct page *p, const struct page_block *b)
{
	const unsigned others =
	    SAYS_PRODUCT | SAYS_FORUM | SAYS_LIST | SAYS_DOCS;
	struct label l;

	if (b->link == 0 || b->prose.words > HEADLINE_MOST ||
	    b->prose.opening >> PHRASE_CREDIT & 1 ||
	    (p->says & others) || !(p->says & (SAYS_ARTICLE | SAYS_DATE)) ||
	    within(b, IN_TABLE) != FAR ||
	    within(b, IN_TERMS) != FAR || within(b, IN_ITEM) != FAR ||
	    within(b, IN_H1) != FAR)
		return false;
	l = label_of(p, b);
	return l.last == ':' && l.words <= LABEL_WORDS &&
	    l.linked + b->prose.wide / 2 >= HEADLINE_LEAST;
}

/* ---- teasers in a row ---- */

/* A link to another page; one that opens a panel of this one is none. */
static bool
leads_away(const struct page *p, const struct page_block *b)
{
	uint32_t link = 0, href;

	for (uint32_t i = b->item; i < b->item + b->items && link == 0; i++)
		link = link_around(p, p->items[i].node, 0);
	href = link != 0 ? p->nodes[link].attributes : 0;
	return href != 0 &&
	    strncmp(p->attributes.s + href, " href=\"#", 8) != 0;
}

static bool
is_headline(const struct page *p, const struct page_block *b)
{
	return 10 * b->link >= 9 * b->n && b->prose.words >= TEASER_WORDS &&
	    leads_away(p, b);
}

/* Which elements have a node in them. */
static bool *
path_to(const struct page *p, uint32_t node)
{
	bool *path = mem_alloc(p->n_nodes + 1, sizeof *path);

	for (; node > 0; node = p->nodes[node].parent)
		path[node] = true;
	return path;
}

/* How many boxes of each group begin with a headline. */
static uint32_t *
count_headlines(const struct story *s)
{
	const struct page *p = s->page;
	uint32_t *headlines = mem_alloc(p->n_groups + 1, sizeof *headlines);
	bool *known = mem_alloc(p->n_nodes + 1, sizeof *known);

	for (size_t i = 0; i < s->rows.n; i++) {
		const struct page_block *b = block_of(s, i);
		bool headline = is_headline(p, b);
		uint32_t at = b->node;

		if (!headline && b->prose.words < TEXT_WORDS)
			continue;
		for (; at > 0 && !known[at]; at = p->nodes[at].parent) {
			headlines[p->nodes[at].group] += headline;
			known[at] = true;
		}
	}
	free(known);
	return headlines;
}

/* Most of a row of boxes begin with a headline, and none is long. */
static bool
is_teaser(const struct page *p, const uint32_t *headlines, uint32_t node)
{
	const struct page_group *g = &p->groups[p->nodes[node].group];
	uint32_t n = headlines[p->nodes[node].group];
	uint16_t tag = p->nodes[node].tag;

	return p->nodes[node].group != 0 &&
	    (tag == TAG_DIV || tag == TAG_ARTICLE || tag == TAG_SECTION) &&
	    n >= TEASERS_LEAST && 4 * n >= 3 * g->members &&
	    g->text / g->members < TEASER_BYTES;
}

/* Which elements are teasers or in one, beside the page's best element. */
static bool *
find_teasers(const struct story *s)
{
	const struct page *p = s->page;
	uint32_t *headlines = count_headlines(s);
	bool *path = path_to(p, p->best);
	bool *teaser = mem_alloc(p->n_nodes + 1, sizeof *teaser);

	for (uint32_t i = 1; i < p->n_nodes; i++)
		teaser[i] = teaser[p->nodes[i].parent] ||
		    (p->nodes[i].parent > 0 && !path[p->nodes[i].parent] &&
		        is_teaser(p, headlines, i));
	free(path);
	free(headlines);
	return teaser;
}

/*
 * Boxes of one look, most of which begin with a link to another page, beside
 * an article: what else there is to read.
 */
void
boxrule_drop_teasers(struct story *s)
{
	bool *teaser;

	if (!contentrule_is_article(s->page))
		return;
	teaser = find_teasers(s);
	for (size_t i = 0; i < s->rows.n; i++) {
		size_t block = s->rows.block[i];
		const struct page_block *b = &s->page->blocks[block];

		if (teaser[b->node] && within(b, IN_TABLE) == FAR &&
		    s->verdict[block].reason == REASON_SCORE &&
		    s->verdict[block].score < TEASER_SURE)
			judge(s, block, false, REASON_POINTER);
	}
	free(teaser);
}

/* ---- consent ---- */

/*
 * Of each element, the outermost around it, or itself, that is named after
 * what readers are asked to agree to and has not the headline; 0: none.
 */
static uint32_t *
find_boxes(const struct story *s)
{
	const struct page *p = s->page;
	bool *path = path_to(p, s->rows.headline < s->rows.n
	    ? block_of(s, s->rows.headline)->node : 0);
	uint32_t *box = mem_alloc(p->n_nodes + 1, sizeof *box);

	for (uint32_t i = 1; i < p->n_nodes; i++)
		box[i] = box[p->nodes[i].parent] != 0
		    ? box[p->nodes[i].parent]
		    : (p->nodes[i].hints >> HINT_SUBSCRIBE & 1) && !path[i]
		    ? i : 0;
	free(path);
	return box;
}

/* What there is of consent in a box, and what stays in it. */
struct consent {
	uint32_t rows, text, words;
};

static struct consent *
measure_consent(const struct story *s, const uint32_t *box, uint32_t *words)
{
	struct consent *all = mem_alloc(s->page->n_nodes + 1, sizeof *all);

	for (size_t i = 0; i < s->rows.n; i++) {
		const struct page_block *b = block_of(s, i);
		struct consent *c = &all[box[b->node]];
		bool cookie = b->prose.hits >> PHRASE_COOKIE & 1;

		c->rows += cookie;
		c->text += cookie ? b->n : 0;
		c->words += stays(s, i) ? b->prose.words : 0;
		*words += stays(s, i) ? b->prose.words : 0;
	}
	return all;
}

/*
 * A box that speaks of cookies in two rows or more, a fifth of it, and is
 * named after that: the tool by which a site asks for consent, whole.
 */
void
boxrule_drop_consent(struct story *s)
{
	uint32_t words = 0, *box = find_boxes(s);
	struct consent *all = measure_consent(s, box, &words);

	for (size_t i = 0; i < s->rows.n; i++) {
		uint32_t node = box[block_of(s, i)->node];
		const struct consent *c = &all[node];

		if (node > 0 && c->rows >= CONSENT_LEAST &&
		    (uint64_t)CONSENT_PART * c->text >=
		        s->page->nodes[node].text &&
		    words - c->words >= TEXT_LEAST)
			judge(s, s->rows.block[i], false, REASON_OFFER);
	}
	free(all);
	free(box);
}
