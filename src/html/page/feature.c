/* SPDX-License-Identifier: MIT */
#include "html/page/feature.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/intern.h"

#define NONE SIZE_MAX /* no row */
enum { LONG_TEXT = 120 }; /* characters */

/* What a node is to the blocks in it, from the outside in. */
struct node_view {
	uint16_t off_best; /* boxes up to one that holds the best */
	uint16_t up_best;  /* boxes from the best up to that one */
	uint32_t branch;   /* where its way parts from that to the best */
	uint32_t group, outer; /* nearest group of three or more; outermost */
	uint8_t group_far;
	uint8_t depth;
};

/* What the first pass thought of the rows in a node or of a shape. */
struct look_sum {
	uint32_t good, all; /* bytes, good ones weighted by their score */
};

struct rows_shape {
	uint32_t rows, text, link;
	struct look_sum sum;
};

struct look {
	uint8_t *score;        /* of each row, 0 to 255 */
	uint32_t *good;        /* good bytes before each row, and in all */
	struct look_sum *node;
	struct look_sum *group;
	uint8_t (*region)[CONTEXT_REGION]; /* of each row */
	uint8_t most;
	uint32_t total;
};

/* ---- sets of hashes ---- */

static int
by_value(const void *a, const void *b)
{
	uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;

	return (x > y) - (x < y);
}

static void
sort_set(uint32_t *set, size_t *n)
{
	size_t kept = 0;

	if (*n > 0)
		qsort(set, *n, sizeof *set, by_value);
	for (size_t i = 0; i < *n; i++)
		if (kept == 0 || set[kept - 1] != set[i])
			set[kept++] = set[i];
	*n = kept;
}

static bool
set_has(const uint32_t *set, size_t n, uint32_t x)
{
	size_t low = 0;

	while (low < n) {
		size_t mid = (low + n) / 2;

		if (set[mid] < x)
			low = mid + 1;
		else if (set[mid] > x)
			n = mid;
		else
			return true;
	}
	return false;
}

bool
feature_in_title(const struct rows *r, uint32_t word)
{
	return set_has(r->title, r->title_n, word);
}

bool
feature_in_description(const struct rows *r, uint32_t word)
{
	return set_has(r->description, r->description_n, word);
}

static uint32_t *
word_set(struct str text, size_t *n)
{
	struct prose_words words = {0};

	if (text.n > 0)
		prose_measure(text, &words);
	*n = words.n;
	sort_set(words.word, n);
	return words.word;
}

static uint32_t
four(const uint32_t *w)
{
	return prose_join(prose_join(w[0], w[1]), prose_join(w[2], w[3]));
}

static uint32_t *
four_set(struct str text, size_t *n)
{
	struct prose_words words = {0};

	*n = 0;
	if (text.n > 0)
		prose_measure(text, &words);
	if (words.n < 20)
		return words.word;
	*n = words.n - 3;
	for (size_t i = 0; i < *n; i++)
		words.word[i] = four(&words.word[i]);
	sort_set(words.word, n);
	return words.word;
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
	r.title = word_set(buf_str(&title), &r.title_n);
	r.description = word_set(buf_str(&p->description), &r.description_n);
	r.body = four_set(buf_str(&p->body), &r.body_n);
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

static const struct page_block *
block_of(const struct rows *r, size_t i)
{
	return &r->page->blocks[r->block[i]];
}

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
		told += set_has(r->body, r->body_n, four(w + k));
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
		title += set_has(r->title, r->title_n, w[k]);
		described += set_has(r->description, r->description_n, w[k]);
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

static uint32_t
box_up(const struct page *p, uint32_t node)
{
	do
		node = p->nodes[node].parent;
	while (node > 0 && !p->nodes[node].box);
	return node;
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

/* ---- the second look ---- */

static struct look_sum
sum_add(struct look_sum s, uint32_t n, uint8_t score)
{
	s.good += (uint32_t)((uint64_t)n * score / 255);
	s.all += n;
	return s;
}

/* A score as a byte: 128 is undecided. */
static uint8_t
squash(int score)
{
	int x = 128 + score / 4;

	return (uint8_t)(x < 0 ? 0 : x > 255 ? 255 : x);
}

void
feature_look(struct rows *r, const int *score)
{
	const struct page *p = r->page;
	struct look *l = mem_alloc(1, sizeof *l);

	l->score = mem_alloc(r->n + 1, 1);
	l->good = mem_alloc(r->n + 1, sizeof *l->good);
	l->node = mem_alloc(p->n_nodes, sizeof *l->node);
	l->group = mem_alloc(p->n_groups + 1, sizeof *l->group);
	for (size_t i = 0; i < r->n; i++) {
		const struct page_block *b = block_of(r, i);
		uint8_t s = squash(score[i]);
		struct look_sum *shape = &r->shapes[r->shape[i]].sum;
		uint32_t group = r->view[b->node].outer;

		l->score[i] = s;
		l->good[i] = l->total;
		l->total += (uint32_t)((uint64_t)b->n * s / 255);
		if (s > l->most)
			l->most = s;
		l->node[b->node] = sum_add(l->node[b->node], b->n, s);
		l->group[group] = sum_add(l->group[group], b->n, s);
		*shape = sum_add(*shape, b->n, s);
	}
	l->good[r->n] = l->total;
	for (size_t i = p->n_nodes; --i > 0;) {
		struct look_sum *up = &l->node[p->nodes[i].parent];

		up->good += l->node[i].good;
		up->all += l->node[i].all;
	}
	l->region = mem_alloc(r->n + 1, sizeof *l->region);
	context_region(p, r->block, r->n, l->score, l->region);
	r->look = l;
}

static uint8_t
sum_mean(struct look_sum s)
{
	return forest_part(s.good, s.all);
}

static uint8_t *
put_scores(const void *rows, size_t i, uint8_t *f)
{
	const struct rows *r = rows;

	for (int k = -5; k <= 5; k++) {
		size_t at = i + (size_t)k;

		*f++ = at < r->n ? r->look->score[at] : 0;
	}
	return f;
}

static uint8_t
window_mean(const struct rows *r, size_t i, size_t reach)
{
	size_t from = i > reach ? i - reach : 0, to = i + reach + 1;
	uint32_t end;

	if (to > r->n)
		to = r->n;
	end = to < r->n ? r->before[to] : r->total;
	return forest_part(r->look->good[to] - r->look->good[from],
	    end - r->before[from]);
}

static uint8_t *
put_score_sums(const void *rows, size_t i, uint8_t *f)
{
	const struct rows *r = rows;
	const struct look *l = r->look;
	const struct page_block *b = block_of(r, i);
	uint32_t at = b->node;

	*f++ = window_mean(r, i, 5);
	*f++ = window_mean(r, i, 15);
	*f++ = forest_part(l->good[i], l->total);
	*f++ = forest_part(l->total - l->good[i + 1], l->total);
	for (int k = 0; k < 5; k++) {
		*f++ = sum_mean(l->node[at]);
		*f++ = forest_part(l->node[at].good, l->total);
		at = box_up(r->page, at);
	}
	*f++ = sum_mean(r->shapes[r->shape[i]].sum);
	*f++ = sum_mean(l->group[r->view[b->node].outer]);
	*f++ = l->most;
	*f++ = forest_size(l->total);
	*f++ = forest_part(l->total, r->total);
	return f;
}

static uint8_t *
put_region(const void *rows, size_t i, uint8_t *f)
{
	const struct rows *r = rows;

	return (uint8_t *)memcpy(f, r->look->region[i], CONTEXT_REGION) +
	    CONTEXT_REGION;
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
	{"scores", put_scores, 11, 2},
	{"score sums", put_score_sums, 19, 2},
	{"region", put_region, CONTEXT_REGION, 2},
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
