/* SPDX-License-Identifier: MIT */
#include "html/page/featurerow.h"

#include <stdlib.h>
#include <string.h>

#include "base/intern.h"
#include "base/mem.h"
#include "html/page/wordset.h"

#define NONE SIZE_MAX /* no row */
enum { LONG_TEXT = 120 }; /* characters */

bool
feature_in_title(const struct rows *r, uint32_t word)
{
	return wordset_has(r->title, r->title_n, word);
}

bool
feature_in_description(const struct rows *r, uint32_t word)
{
	return wordset_has(r->description, r->description_n, word);
}

/* ---- rows ---- */

static void
view_nodes(struct rows *r)
{
	const struct page *p = r->page;
	uint32_t up = 0;

	r->view = mem_alloc(p->n_nodes, sizeof *r->view);
	for (size_t i = 0; i < p->n_nodes; i++)
		r->view[i].off_best = FAR;
	for (uint32_t at = p->best;; at = p->nodes[at].parent) {
		r->view[at].off_best = 0;
		r->view[at].up_best = (uint16_t)(up < FAR ? up++ : FAR);
		if (at == 0)
			break;
	}
	for (size_t i = 1; i < p->n_nodes; i++) {
		const struct page_node *n = &p->nodes[i];
		struct node_view *v = &r->view[i], *o = &r->view[n->parent];

		v->depth = (uint8_t)(o->depth + (n->box && o->depth < FAR));
		if (v->off_best != 0) {
			v->off_best = (uint16_t)(o->off_best +
			    (n->box && o->off_best < FAR));
			v->up_best = o->up_best;
			v->branch = o->off_best == 0 && o->branch == 0
			    ? (uint32_t)i : o->branch;
		}
		v->group = o->group;
		v->outer = o->outer;
		v->group_far = (uint8_t)(o->group_far + (o->group_far < FAR));
		if (n->group != 0 && p->groups[n->group].members >= 3) {
			v->group = n->group;
			v->group_far = 0;
			if (v->outer == 0)
				v->outer = n->group;
		}
	}
}

static void
shape_rows(struct rows *r)
{
	struct interns known = interns_open(r->n);

	r->shapes = mem_alloc(r->n + 1, sizeof *r->shapes);
	r->shape = mem_alloc(r->n + 1, sizeof *r->shape);
	for (size_t i = 0; i < r->n; i++) {
		const struct page_block *b = &r->page->blocks[r->block[i]];
		struct rows_shape *s;

		r->shape[i] = intern_of(&known, b->shape);
		s = &r->shapes[r->shape[i]];
		s->rows++;
		s->text += b->n;
		s->link += b->link;
	}
	interns_close(&known);
}

static uint8_t
tag_code(const struct page_block *b)
{
	const uint8_t *in = b->at.near + CLASSHINT_KINDS;

	return in[IN_H1] == 0 ? 5 : in[IN_H2] == 0 ? 4 : in[IN_H3] == 0 ? 3
	    : in[IN_P] == 0 ? 7 : in[IN_ITEM] == 0 ? 2 : in[IN_CELL] == 0 ? 1
	    : in[IN_PRE] == 0 ? 6 : 0;
}

static void
own_numbers(struct rows *r)
{
	const struct page *p = r->page;

	r->own = mem_alloc(r->n + 1, sizeof *r->own);
	r->before = mem_alloc(r->n + 1, sizeof *r->before);
	for (size_t i = 0; i < r->n; i++) {
		const struct page_block *b = &p->blocks[r->block[i]];
		uint8_t *o = r->own[i];

		o[0] = forest_size(b->prose.chars);
		o[1] = forest_part(b->link, b->n);
		o[2] = forest_least(b->prose.ends);
		o[3] = forest_part(b->prose.stops, b->prose.words);
		o[4] = tag_code(b);
		r->before[i] = r->total;
		r->total += b->n;
		if (o[1] < 128 && b->prose.chars >= 25)
			r->prose += b->n;
		if (b->prose.chars >= LONG_TEXT && o[1] < 77) {
			if (r->first == NONE)
				r->first = i;
			r->last = i;
		}
		if (r->headline == NONE && b->at.near[CLASSHINT_KINDS + IN_H1] == 0)
			r->headline = i;
	}
}

struct rows
rows_of(const struct page *p, bool comments)
{
	struct rows r = {.page = p, .headline = NONE, .first = NONE,
		.last = NONE, .comments = comments};
	struct buf title = {0};

	r.block = mem_alloc(p->n_blocks + 1, sizeof *r.block);
	for (size_t i = 0; i < p->n_blocks; i++)
		if (p->blocks[i].prose.words > 0)
			r.block[r.n++] = (uint32_t)i;
	view_nodes(&r);
	own_numbers(&r);
	shape_rows(&r);
	buf_put(&title, p->title.s, p->title.n);
	buf_putc(&title, '\n');
	buf_put(&title, p->headline.s, p->headline.n);
	r.title = wordset_of(buf_str(&title), &r.title_n);
	r.description = wordset_of(buf_str(&p->description), &r.description_n);
	r.body = wordset_of_fours(buf_str(&p->body), &r.body_n);
	buf_free(&title);
	context_page(p, r.whole);
	r.since = mem_alloc(r.n + 1, sizeof *r.since);
	context_since(p, r.block, r.n, r.since);
	return r;
}

void
rows_free(struct rows *r)
{
	if (r->look != NULL) {
		free(r->look->score);
		free(r->look->good);
		free(r->look->node);
		free(r->look->group);
		free(r->look->region);
		free(r->look);
	}
	free(r->block);
	free(r->own);
	free(r->since);
	free(r->view);
	free(r->before);
	free(r->title);
	free(r->description);
	free(r->body);
	free(r->shapes);
	free(r->shape);
	*r = (struct rows){0};
}

/* ---- groups of features: each appends its own ---- */

static uint8_t *
put_text(const void *rows, size_t i, uint8_t *f)
{
	const struct rows *r = rows;
	const struct page_block *b = block_of(r, i);
	const struct prose *p = &b->prose;

	*f++ = forest_size(p->chars);
	*f++ = forest_size(p->words);
	*f++ = forest_part(b->link, b->n);
	f = prose_put_letters(p, f);
	*f++ = p->last == ':';
	f = prose_put_words(p, f);
	*f++ = forest_least(p->lines);
	*f++ = forest_part(p->chars - p->letters - p->digits, p->chars);
	return f;
}

static uint8_t *
put_phrases(const void *rows, size_t i, uint8_t *f)
{
	const struct rows *r = rows;

	return prose_put_phrases(&block_of(r, i)->prose, f);
}

uint32_t
feature_in_body(const struct rows *r, size_t row)
{
	const struct page_block *b = block_of(r, row);
	const uint32_t *w = r->page->words.word + b->word;
	uint32_t told = 0;

	for (uint32_t k = 0; r->body_n > 0 && k + 4 <= b->prose.words; k++)
		told += wordset_has(r->body, r->body_n, wordset_four(w + k));
	return told;
}

static uint8_t *
put_told(const void *rows, size_t i, uint8_t *f)
{
	const struct rows *r = rows;
	const struct page_block *b = block_of(r, i);
	const uint32_t *w = r->page->words.word + b->word;
	uint32_t n = b->prose.words, title = 0, described = 0;
	uint32_t told = feature_in_body(r, i);

	for (uint32_t k = 0; k < n; k++) {
		title += wordset_has(r->title, r->title_n, w[k]);
		described += wordset_has(r->description, r->description_n, w[k]);
	}
	*f++ = forest_part(title, n);
	*f++ = forest_part(title, r->title_n);
	*f++ = r->description_n ? forest_part(described, n) : 255;
	*f++ = r->body_n == 0 ? 255 : n >= 4 ? forest_part(told, n - 3) : 128;
	*f++ = forest_least(b->copies);
	*f++ = forest_least(b->same);
	return f;
}

static uint8_t *
put_around(const void *rows, size_t i, uint8_t *f)
{
	const struct rows *r = rows;
	const struct page_block *b = block_of(r, i);

	memcpy(f, b->at.near, NEAR);
	memcpy(f + NEAR, b->at.count, CLASSHINT_KINDS);
	if (r->comments) {
		f[HINT_COMMENT] = FAR;
		f[NEAR + HINT_COMMENT] = 0;
	}
	return f + NEAR + CLASSHINT_KINDS;
}

static uint8_t *
put_place(const void *rows, size_t i, uint8_t *f)
{
	const struct rows *r = rows;
	const struct page_block *b = block_of(r, i);

	*f++ = forest_part(i, r->n);
	*f++ = forest_part(r->before[i], r->total);
	*f++ = r->headline == NONE ? 0
	    : forest_signed((int64_t)i - (int64_t)r->headline);
	*f++ = r->first == NONE ? 0
	    : forest_signed((int64_t)i - (int64_t)r->first);
	*f++ = r->last == NONE ? 0
	    : forest_signed((int64_t)i - (int64_t)r->last);
	*f++ = r->view[b->node].depth;
	*f++ = forest_least((uint32_t)i);
	*f++ = forest_least((uint32_t)(r->n - i));
	return f;
}

/* The part of the page a block is in, and its share of what it is part of. */
static void
put_branch(const struct rows *r, uint32_t node, uint8_t *f)
{
	const struct page_node *n = &r->page->nodes[node];
	const struct page_node *up = &r->page->nodes[n->parent];

	*f++ = forest_size(n->text);
	*f++ = forest_part(n->link, n->text);
	*f++ = forest_part(n->prose, n->text);
	*f++ = forest_part(n->prose, r->prose);
	*f++ = forest_part(n->text, up->text);
	*f++ = forest_part(n->prose, up->prose);
}

static uint8_t *
put_boxes(const void *rows, size_t i, uint8_t *f)
{
	const struct rows *r = rows;
	const struct page *p = r->page;
	const struct page_block *b = block_of(r, i);
	const struct node_view *v = &r->view[b->node];
	uint32_t at = b->node;

	for (int k = 0; k < 5; k++) {
		const struct page_node *n = &p->nodes[at];

		*f++ = forest_part(n->prose, r->prose);
		*f++ = forest_part(n->link, n->text);
		*f++ = forest_size(n->text);
		*f++ = forest_part(n->prose, n->text);
		at = box_up(p, at);
		*f++ = forest_part(n->text, p->nodes[at].text);
	}
	put_branch(r, p->nodes[v->branch].text > 0 ? v->branch : 0, f);
	f += 6;
	*f++ = forest_least(v->off_best);
	*f++ = forest_least(v->up_best);
	*f++ = forest_part(b->n, r->prose);
	return f;
}

static uint8_t *
put_group(const struct rows *r, uint32_t group, uint8_t *f)
{
	const struct page_group *g = &r->page->groups[group];

	*f++ = group ? forest_size(g->members) : 0;
	*f++ = group ? forest_size(g->text / g->members) : 0;
	*f++ = group ? forest_part(g->text, r->total) : 0;
	return f;
}

static uint8_t *
put_groups(const void *rows, size_t i, uint8_t *f)
{
	const struct rows *r = rows;
	const struct page_block *b = block_of(r, i);
	const struct node_view *v = &r->view[b->node];
	const struct rows_shape *s = &r->shapes[r->shape[i]];

	f = put_group(r, v->group, f);
	f = put_group(r, v->outer, f);
	*f++ = v->group_far;
	*f++ = forest_size(s->rows);
	*f++ = forest_size(s->text / s->rows);
	*f++ = forest_part(s->link, s->text);
	*f++ = forest_part(s->text, r->total);
	return f;
}

static uint8_t *
put_neighbors(const void *rows, size_t i, uint8_t *f)
{
	const struct rows *r = rows;
	static const int steps[] = {-3, -2, -1, 1, 2, 3};

	for (int k = 0; k < 6; k++) {
		size_t at = i + (size_t)steps[k];

		if (at < r->n)
			memcpy(f, r->own[at], 5);
		else
			memset(f, 255, 5);
		f += 5;
	}
	*f++ = i > 0 && block_of(r, i - 1)->node == block_of(r, i)->node;
	*f++ = i + 1 < r->n && block_of(r, i + 1)->node == block_of(r, i)->node;
	return f;
}

static uint8_t *
put_page(const void *rows, size_t i, uint8_t *f)
{
	const struct rows *r = rows;
	const struct page *p = r->page;

	(void)i;
	*f++ = forest_size(r->total);
	*f++ = forest_size((uint32_t)r->n);
	*f++ = forest_part(r->prose, r->total);
	*f++ = forest_part(p->nodes[0].link, p->nodes[0].text);
	*f++ = forest_part(p->nodes[p->best].text, r->total);
	*f++ = forest_part(p->nodes[p->best].prose, r->prose);
	*f++ = r->body_n > 0;
	memcpy(f, r->whole, CONTEXT_PAGE);
	return f + CONTEXT_PAGE;
}

static uint8_t *
put_sections(const void *rows, size_t i, uint8_t *f)
{
	const struct rows *r = rows;

	return (uint8_t *)memcpy(f, r->since[i], CONTEXT_SINCE) + CONTEXT_SINCE;
}

/* ---- all of them ---- */

static const struct forest_group groups[] = {
	{"text", put_text, 19, 1},
	{"phrases", put_phrases, PHRASE_TRAINED - 1, 1},
	{"told", put_told, 6, 1},
	{"around", put_around, NEAR + CLASSHINT_KINDS, 1},
	{"place", put_place, 8, 1},
	{"boxes", put_boxes, 34, 1},
	{"groups", put_groups, 11, 1},
	{"neighbors", put_neighbors, 32, 1},
	{"page", put_page, 7 + CONTEXT_PAGE, 1},
	{"sections", put_sections, CONTEXT_SINCE, 1},
	{"scores", look_put_scores, 11, 2},
	{"score sums", look_put_sums, 19, 2},
	{"region", look_put_region, CONTEXT_REGION, 2},
	{0},
};

int
feature_count(int pass)
{
	return forest_count(groups, pass);
}

int
feature_group(int pass, int feature)
{
	return forest_group_of(groups, pass, feature);
}

void
feature_tile(const struct rows *r, int pass, size_t first,
    uint8_t (*tile)[FOREST_TILE])
{
	forest_tile(groups, pass, r, r->n, first, tile);
}
