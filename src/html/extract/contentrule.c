/* SPDX-License-Identifier: MIT */
#include "html/extract/contentrule.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

enum {
	COPIED = 12,     /* words of a block that is no accident twice */
	SURE_COPY = 300, /* a block so sure is a table's, a plan's, a poem's */
	SURE_LINE = 100, SURE_COMMENT = 150, UNLIKELY = -130,
	OF_THE_FRAME = -200, /* whatever else speaks for it */
	PARAGRAPH_WORDS = 15, PARAGRAPH = -40, PARAGRAPH_NEAR = -110
};

/* It says that it is one article, and nothing else. */
bool
contentrule_is_article(const struct page *p)
{
	const unsigned kinds =
	    SAYS_ARTICLE | SAYS_PRODUCT | SAYS_FORUM | SAYS_LIST;

	return (p->says & kinds) == SAYS_ARTICLE;
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

/* "Read more: …": a line that begins so and is mostly a link. */
static bool
is_pointer(const struct page_block *b)
{
	const uint32_t kinds = 1u << PHRASE_MORE | 1u << PHRASE_RELATED;

	return is_label(b) && (b->prose.opening & kinds) &&
	    2 * b->link >= b->n && within(b, IN_ITEM) == FAR;
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
		bool mine = s->verdict[block].score > OF_THE_FRAME;

		if (is_title_element(s->page, b))
			judge(s, block, false, REASON_TITLE);
		else if (is_caption(b) && s->units.of[block] == 0)
			judge(s, block, s->options->captions && mine,
			    REASON_CAPTION);
		else if (!s->options->comments && is_byline(b))
			judge(s, block, s->options->byline && mine,
			    REASON_BYLINE);
		else if (is_sharing(b))
			judge(s, block, false, REASON_SHARING);
		else if (is_stamp(b))
			judge(s, block, s->options->byline && mine,
			    REASON_STAMP);
		else if (is_gallery(b))
			judge(s, block, false, REASON_GALLERY);
		else if (is_pointer(b) || (is_link_line(s->page, b) &&
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
		const struct page_block *b = &s->page->blocks[s->rows.block[i]];

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

/*
 * What has been kept once is not kept again: what a post quotes of an earlier
 * one, and what stands there again for a narrower screen.
 */
static void
drop_copies(struct story *s)
{
	bool *kept = mem_alloc(s->page->n_blocks + 1, sizeof *kept);

	for (size_t i = 0; i < s->rows.n; i++) {
		size_t block = s->rows.block[i];
		const struct page_block *b = &s->page->blocks[block];

		if (!s->verdict[block].keep || b->prose.words < COPIED ||
		    within(b, IN_TABLE) != FAR || within(b, IN_PRE) != FAR)
			continue;
		if (kept[b->twin] && (s->verdict[block].score < SURE_COPY ||
		    within(b, IN_QUOTE) != FAR))
			judge(s, block, false, REASON_COPY);
		kept[b->twin] = true;
	}
	free(kept);
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
static bool
is_signature(const struct page *p, const struct page_block *b)
{
	struct str t = page_text(p, b);

	return contentrule_is_heading(b) && within(b, IN_H1) != 0 &&
	    (has(t, "(") || has(t, "::") || has(t, " = ")) &&
	    (b->at.near[HINT_CODE] == 0 || has(t, "->") || has(t, "()"));
}

/* Signatures are content by themselves, not headings of what follows. */
static void
keep_signatures(struct story *s)
{
	for (size_t i = 1; i < s->rows.n; i++) {
		size_t block = s->rows.block[i];

		if (stays(s, i - 1) && s->verdict[block].score > UNLIKELY &&
		    is_signature(s->page, &s->page->blocks[block]))
			keep_rows(s, i, i + 1, REASON_CODE);
	}
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
		    is_signature(s->page, &s->page->blocks[block]))
			return;
		judge(s, block, false, REASON_HEADING);
	}
}

/*
 * What stands under the headline and reads as a sentence, or is named as an
 * introduction, sums up what follows.
 */
static void
keep_standfirst(struct story *s)
{
	size_t i = 0, near = 0;

	while (i < s->rows.n && !s->verdict[s->rows.block[i]].title)
		i++;
	while (++i < s->rows.n && ++near <= 3) {
		size_t block = s->rows.block[i];
		const struct page_block *b = &s->page->blocks[block];
		bool named = b->at.near[HINT_INTRO] <= 1;

		if (s->verdict[block].keep)
			return;
		if (s->verdict[block].reason != REASON_SCORE ||
		    s->verdict[block].score < UNLIKELY || b->link > 0 ||
		    b->prose.words < 8 || b->prose.words > 60 ||
		    !(named || near == 1))
			continue;
		judge(s, block, true, REASON_STANDFIRST);
		return;
	}
}

static bool
row_in(const struct story *s, size_t row, enum within kind)
{
	return row < s->rows.n &&
	    within(&s->page->blocks[s->rows.block[row]], kind) != FAR;
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
static void
keep_quotes(struct story *s)
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
	const struct page_block *b = &p->blocks[s->rows.block[row]];
	size_t to = row + 1;
	uint32_t list;

	if (!stays(s, row) || b->prose.last != ':' || b->prose.words < 3 ||
	    to == s->rows.n)
		return to;
	list = list_beside(p, p->blocks[s->rows.block[to]].node, b->node);
	if (list == 0 || 2 * p->nodes[list].link > p->nodes[list].text)
		return to;
	while (to < s->rows.n &&
	    contentrule_is_inside(p, p->blocks[s->rows.block[to]].node, list))
		to++;
	keep_rows(s, row + 1, to, REASON_ANNOUNCED);
	return to;
}

/*
 * A paragraph in the body itself, with no link and no stock phrase, stays: what
 * frames a page stands in elements of its own, or speaks as frames do.
 */
static void
keep_bare(struct story *s)
{
	const struct page *p = s->page;

	for (size_t i = 0; i < s->rows.n; i++) {
		const struct page_block *b = &p->blocks[s->rows.block[i]];

		if (p->nodes[b->node].tag == TAG_P &&
		    p->nodes[b->node].parent == 0 && b->link == 0 &&
		    s->verdict[s->rows.block[i]].score > OF_THE_FRAME &&
		    (b->prose.hits & ~(1u << PHRASE_STOP)) == 0)
			keep_rows(s, i, i + 1, REASON_BARE);
	}
}

/* Sentences that are no link, and stand in nothing that frames a page. */
static bool
is_paragraph(const struct page *p, const struct page_block *b)
{
	return p->nodes[b->node].tag == TAG_P && prose_ends(&b->prose) &&
	    b->prose.words >= PARAGRAPH_WORDS && 5 * b->link < b->n &&
	    within(b, IN_NAV) == FAR && within(b, IN_FOOTER) == FAR &&
	    within(b, IN_ASIDE) == FAR;
}

/* Whether an element around it is named after what stands beside articles. */
static bool
is_named_beside(const struct page_block *b)
{
	static const enum classhint kinds[] = {HINT_SIDE, HINT_RELATED,
		HINT_COMMENT, HINT_SUBSCRIBE, HINT_AUTHOR, HINT_MODAL, HINT_AD};

	for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
		if (b->at.near[kinds[i]] != FAR)
			return true;
	return false;
}

/* How many paragraphs that stay each element has of its own, up to three. */
static uint8_t *
count_kept(const struct story *s)
{
	const struct page *p = s->page;
	uint8_t *kept = mem_alloc(p->n_nodes, 1);

	for (size_t i = 0; i < s->rows.n; i++) {
		const struct page_block *b = &p->blocks[s->rows.block[i]];
		uint8_t *n = &kept[p->nodes[b->node].parent];

		*n += stays(s, i) && is_paragraph(p, b) && *n < 3;
	}
	return kept;
}

/*
 * A paragraph of prose is not lost for a doubt: the less so where three of its
 * siblings stay, or where the row before it does.
 */
static void
keep_paragraphs(struct story *s)
{
	const struct page *p = s->page;
	uint8_t *kept = count_kept(s);

	for (size_t i = 0; i < s->rows.n; i++) {
		const struct page_block *b = &p->blocks[s->rows.block[i]];
		uint8_t siblings = kept[p->nodes[b->node].parent];
		bool near = (i > 0 && stays(s, i - 1)) || siblings == 3;

		if (is_paragraph(p, b) && (siblings > 0 || !is_named_beside(b)) &&
		    s->verdict[s->rows.block[i]].score >
		        (near ? PARAGRAPH_NEAR : PARAGRAPH))
			keep_rows(s, i, i + 1, REASON_PARAGRAPH);
	}
	free(kept);
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
	drop_copies(s);
	foreignrule_apply(s);
	keep_paragraphs(s);
	unitrule_apply(s);
	keep_signatures(s);
	drop_last_headings(s);
	find_title(s);
	keep_standfirst(s);
	keep_quotes(s);
	for (size_t i = 0; i < s->rows.n;)
		i = keep_announced(s, i);
	keep_bare(s);
	judge_wordless(s);
}
