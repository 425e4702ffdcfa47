/* SPDX-License-Identifier: MIT */
#include "html/extract/contentrule.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

enum {
	HEADLINE = 40,   /* words */
	BYLINE_FAR = 4,  /* rows from the headline */
	SURE_LINE = 100, SURE_COMMENT = 150,
	SHARE = 60, SHARE_WEBSITE = 50, SHARE_UNSPACED = 66
};

/* It says that it is one article, and nothing else. */
bool
contentrule_is_article(const struct page *p)
{
	const unsigned kinds =
	    SAYS_ARTICLE | SAYS_PRODUCT | SAYS_FORUM | SAYS_LIST;

	return (p->says & kinds) == SAYS_ARTICLE;
}

/* Whether most of its words are characters of scripts without spaces. */
static bool
is_unspaced(const struct page *p)
{
	uint64_t wide = 0, words = 0;

	for (size_t i = 0; i < p->n_blocks; i++) {
		wide += p->blocks[i].prose.wide;
		words += p->blocks[i].prose.words;
	}
	return 2 * wide > words;
}

/*
 * In theory half; on pages held out a fifth more is best, but not where a
 * page says that it is a site's own, and of no article, product or thread:
 * there content is in many places.  Where each character counts as a word a
 * link looks like a sentence.
 */
unsigned
contentrule_share(const struct page *p)
{
	const unsigned kinds = SAYS_ARTICLE | SAYS_PRODUCT | SAYS_FORUM |
	    SAYS_LIST | SAYS_WEBSITE;

	return is_unspaced(p) ? SHARE_UNSPACED
	    : (p->says & kinds) == SAYS_WEBSITE ? SHARE_WEBSITE : SHARE;
}

bool
contentrule_is_heading(const struct page_block *b)
{
	return within(b, IN_H1) == 0 || within(b, IN_H2) == 0 ||
	    within(b, IN_H3) == 0;
}

bool
contentrule_is_inside(const struct page *p, uint32_t node, uint32_t of)
{
	while (node > of)
		node = p->nodes[node].parent;
	return node == of;
}

/* How many of a block's words the page's title has, less those it has not. */
int
contentrule_title_likeness(const struct story *s, const struct page_block *b)
{
	const struct page *p = s->page;
	int like = 0;

	for (uint32_t i = 0; i < b->prose.words; i++)
		like += feature_in_title(&s->rows, p->words.word[b->word + i])
		    ? 1 : -1;
	return like;
}

/*
 * The headline is the heading most like what the page calls itself; where
 * none is like it, the first h1.
 */
static void
find_title(struct story *s)
{
	size_t best = SIZE_MAX, row = 0;
	int most = 0;

	for (size_t i = 0; i < s->rows.n; i++) {
		size_t block = s->rows.block[i];
		const struct page_block *b = &s->page->blocks[block];
		int like;

		if (within(b, IN_H1) > 1 && within(b, IN_H2) > 1)
			continue;
		like = 4 * contentrule_title_likeness(s, b) + (within(b, IN_H1) <= 1 ? 2 : 0);
		if (like > most) {
			most = like;
			best = block;
			row = i;
		} else if (best == SIZE_MAX && within(b, IN_H1) == 0 &&
		    within(b, IN_NAV) == FAR) {
			best = block;
			row = i;
		}
	}
	if (best == SIZE_MAX)
		return;
	s->verdict[best].title = true;
	judge(s, best, !s->options->no_title, REASON_TITLE);
	foreignrule_drop_next(s, row);
}

static bool
says(const struct page_block *b, enum phrase kind)
{
	return b->prose.hits >> kind & 1;
}

/* A short line in an element named after its author, or that says so. */
static bool
is_byline(const struct page_block *b)
{
	const uint8_t *near = b->at.near;

	return b->prose.words < 20 && !prose_ends(&b->prose) &&
	    within(b, IN_H1) != 0 && within(b, IN_H2) != 0 &&
	    (near[HINT_AUTHOR] <= 1 || near[HINT_DATE] == 0) &&
	    (says(b, PHRASE_BYLINE) || says(b, PHRASE_DATE));
}

/* Links that only pass the page on. */
static bool
is_sharing(const struct page_block *b)
{
	return b->prose.words < 12 && 10 * b->link >= 9 * b->n &&
	    says(b, PHRASE_SHARE) && b->at.near[HINT_SHARE] <= 1;
}

/* A line: no sentence, no heading, not code, no cell of a table, no term. */
static bool
is_label(const struct page_block *b)
{
	return b->prose.words < 20 && !prose_ends(&b->prose) &&
	    within(b, IN_H1) != 0 && within(b, IN_H2) != 0 &&
	    within(b, IN_H3) != 0 && within(b, IN_PRE) == FAR &&
	    within(b, IN_TABLE) == FAR && within(b, IN_TERMS) == FAR;
}

/* A caption that stands in no figure, but is called one. */
static bool
is_caption(const struct page_block *b)
{
	if (within(b, IN_FIGURE) <= 1)
		return within(b, IN_TABLE) == FAR && within(b, IN_PRE) == FAR;
	return is_label(b) && b->at.near[HINT_CAPTION] == 0 &&
	    b->at.near[HINT_BODY] > 0 && b->link == 0;
}

/* "Updated: …", "Powered by …": what the page's machinery says. */
static bool
is_stamp(const struct page_block *b)
{
	return is_label(b) && b->prose.opening >> PHRASE_STAMP & 1 &&
	    within(b, IN_ITEM) == FAR && b->prose.words < 15;
}

/* A link alone to pictures or films, between paragraphs. */
static bool
is_gallery(const struct page_block *b)
{
	return is_label(b) && 10 * b->link >= 9 * b->n &&
	    (says(b, PHRASE_GALLERY) || b->at.near[HINT_CAPTION] <= 1) &&
	    within(b, IN_ITEM) == FAR;
}

/* A headline that is all a link: it may be long, and end as a sentence does. */
static bool
is_linked_headline(const struct page_block *b)
{
	return b->prose.words < HEADLINE && 10 * b->link >= 9 * b->n &&
	    !contentrule_is_heading(b) && within(b, IN_TABLE) == FAR &&
	    within(b, IN_PRE) == FAR && within(b, IN_TERMS) == FAR;
}

/* "Read more: …": a line that begins so and is mostly a link. */
static bool
is_pointer(const struct page_block *b)
{
	const uint32_t kinds = 1u << PHRASE_MORE | 1u << PHRASE_RELATED;

	return (b->prose.opening & kinds) && within(b, IN_ITEM) == FAR &&
	    ((is_label(b) && 2 * b->link >= b->n) || is_linked_headline(b));
}

/*
 * A line of an article that is all a link, and no item of a list: it names
 * another article.
 */
static bool
is_link_line(const struct page *p, const struct page_block *b)
{
	return is_label(b) && contentrule_is_article(p) && b->prose.words >= 4 &&
	    10 * b->link >= 9 * b->n && within(b, IN_ITEM) == FAR;
}

static size_t
skip_white(struct str t, size_t at)
{
	while (at < t.n && memchr(" \t\n\r\f", t.s[at], 5) != NULL)
		at++;
	return at;
}

static bool
is_same_but_for_white(struct str a, struct str b)
{
	size_t i = skip_white(a, 0), k = skip_white(b, 0);

	while (i < a.n && k < b.n && a.s[i] == b.s[k]) {
		i = skip_white(a, i + 1);
		k = skip_white(b, k + 1);
	}
	return i == a.n && k == b.n;
}

/* The title element itself, which is read where a page hides all it has. */
static bool
is_title_element(const struct page *p, const struct page_block *b)
{
	return b == p->blocks && b->node == 0 &&
	    is_same_but_for_white(page_text(p, b), buf_str(&p->title));
}

/* Who wrote it stands near the headline, above it or below. */
static bool
is_near_headline(const struct story *s, size_t row)
{
	size_t headline = s->rows.headline;

	return headline < s->rows.n && row + BYLINE_FAR >= headline &&
	    row <= headline + BYLINE_FAR;
}

/*
 * What a reader asks for or not, whatever the score is.  Who asks for comments
 * asks who wrote them.
 */
static void
apply_wishes(struct story *s)
{
	for (size_t i = 0; i < s->rows.n; i++) {
		size_t block = s->rows.block[i];
		const struct page_block *b = &s->page->blocks[block];
		bool mine = s->verdict[block].score > CONTENTRULE_FRAME;

		if (is_title_element(s->page, b))
			judge(s, block, false, REASON_TITLE);
		else if (is_caption(b) && s->units.of[block] == 0)
			judge(s, block, s->options->captions && mine,
			    REASON_CAPTION);
		else if (!s->options->comments && is_byline(b))
			judge(s, block, s->options->byline &&
			    (mine || is_near_headline(s, i)), REASON_BYLINE);
		else if (is_sharing(b))
			judge(s, block, false, REASON_SHARING);
		else if (is_stamp(b))
			judge(s, block, s->options->byline && mine,
			    REASON_STAMP);
		else if (is_gallery(b))
			judge(s, block, false, REASON_GALLERY);
		else if (is_pointer(b) || boxrule_is_headline(s->page, b) ||
		    (is_link_line(s->page, b) &&
		    s->verdict[block].score < SURE_LINE))
			judge(s, block, false, REASON_POINTER);
	}
}

static bool
is_mostly_link(const struct page_block *b)
{
	return 2 * b->link >= b->n;
}

/*
 * The row after the links that follow a row, up to the next heading; a word or
 * two between them, such as a date, is theirs.
 */
static size_t
past_links(const struct story *s, size_t i)
{
	size_t to = ++i;

	for (; i < s->rows.n; i++) {
		const struct page_block *b = block_of(s, i);

		if (is_mostly_link(b))
			to = i + 1;
		else if (contentrule_is_heading(b) || b->prose.words >= 4)
			break;
	}
	return to;
}

/* A line that announces other pages: it begins so, and is no row of data. */
static bool
names_related(const struct story *s, size_t block)
{
	const uint32_t kinds = 1u << PHRASE_RELATED | 1u << PHRASE_MORE;
	const struct page_block *b = &s->page->blocks[block];

	return (b->prose.opening & kinds) && b->prose.words <= 8 &&
	    (!prose_ends(&b->prose) || b->prose.last == 0x2026) &&
	    within(b, IN_TABLE) == FAR && within(b, IN_PRE) == FAR &&
	    (within(b, IN_ITEM) == FAR || is_mostly_link(b));
}

/* In an article: a short line that names others, and the links after it. */
static void
drop_related(struct story *s)
{
	for (size_t i = 0; contentrule_is_article(s->page) && i < s->rows.n; i++) {
		size_t to;

		if (!names_related(s, s->rows.block[i]))
			continue;
		to = past_links(s, i);
		for (size_t k = i; to > i + 1 && k < to; k++)
			judge(s, s->rows.block[k], false, REASON_POINTER);
	}
}

/* Whether it stands in an element named after comments, off the path. */
static bool
in_comments(const struct page *p, const struct page_block *b, const bool *path)
{
	uint32_t at = b->node;

	if (b->at.near[HINT_COMMENT] == FAR)
		return false;
	while (at > 0 && (path[at] || !(p->nodes[at].hints >> HINT_COMMENT & 1)))
		at = p->nodes[at].parent;
	return at > 0;
}

/*
 * What readers wrote under an article, which is in an element named so that
 * does not hold the headline, where it is not surely content, and where there
 * is an article beside it: a forum's thread is named so, too.
 */
static void
drop_comments(struct story *s)
{
	const struct page *p = s->page;
	bool *path = mem_alloc(p->n_nodes, sizeof *path);
	bool *in = mem_alloc(s->rows.n + 1, sizeof *in);
	uint32_t rest = 0;

	if (s->rows.headline < s->rows.n)
		for (uint32_t at =
		         p->blocks[s->rows.block[s->rows.headline]].node;
		    at > 0; at = p->nodes[at].parent)
			path[at] = true;
	for (size_t i = 0; i < s->rows.n; i++) {
		size_t block = s->rows.block[i];

		in[i] = in_comments(p, &p->blocks[block], path);
		if (!in[i] && s->verdict[block].keep)
			rest += p->blocks[block].prose.words;
	}
	for (size_t i = 0; rest >= ARTICLE_LEAST && i < s->rows.n; i++) {
		size_t block = s->rows.block[i];

		if (in[i] && s->verdict[block].score < SURE_COMMENT)
			judge(s, block, false, REASON_COMMENT);
	}
	free(path);
	free(in);
}

static bool
keeps_headings_only(const struct story *s)
{
	for (size_t i = 0; i < s->rows.n; i++) {
		size_t block = s->rows.block[i];

		if (s->verdict[block].keep && !contentrule_is_heading(&s->page->blocks[block]))
			return false;
	}
	return true;
}

/*
 * A heading that nothing follows heads nothing, but where headings are all
 * there is, or a page says that it is of products or a list: there it may be
 * the name of one.
 */
static void
drop_last_headings(struct story *s)
{
	if (s->options->all_headings || keeps_headings_only(s) ||
	    (!contentrule_is_article(s->page) &&
	        (s->page->says & (SAYS_PRODUCT | SAYS_LIST))))
		return;
	for (size_t i = s->rows.n; i-- > 0;) {
		size_t block = s->rows.block[i];

		if (s->verdict[block].reason == REASON_OFFER ||
		    s->verdict[block].reason == REASON_EMBED)
			return; /* it headed that */
		if (!s->verdict[block].keep || s->verdict[block].title)
			continue;
		if (!contentrule_is_heading(&s->page->blocks[block]) ||
		    keeprule_is_signature(s->page, &s->page->blocks[block]))
			return;
		judge(s, block, false, REASON_HEADING);
	}
}

/* Blocks without words, pictures and signs, stay between two that stay. */
static void
judge_wordless(struct story *s)
{
	bool before = false, *after = mem_alloc(s->page->n_blocks + 1, 1);

	for (size_t i = s->page->n_blocks; i-- > 0;)
		after[i] = s->page->blocks[i].prose.words > 0
		    ? s->verdict[i].keep : after[i + 1];
	for (size_t i = 0; i < s->page->n_blocks; i++) {
		if (s->page->blocks[i].prose.words > 0)
			before = s->verdict[i].keep;
		else
			judge(s, i, before && after[i], REASON_BETWEEN);
	}
	free(after);
}

void
contentrule_apply(struct story *s)
{
	apply_wishes(s);
	drop_related(s);
	if (contentrule_is_article(s->page) && !s->options->comments)
		drop_comments(s);
	boxrule_drop_consent(s);
	boxrule_drop_teasers(s);
	copyrule_apply(s);
	foreignrule_apply(s);
	statedrule_apply(s);
	keeprule_paragraphs(s);
	unitrule_apply(s);
	keeprule_signatures(s);
	keeprule_headings(s);
	drop_last_headings(s);
	find_title(s);
	keeprule_standfirst(s);
	keeprule_quotes(s);
	keeprule_announced(s);
	keeprule_bare(s);
	judge_wordless(s);
}
