/* SPDX-License-Identifier: MIT */
/*
 * The second look: what the first pass made of the rows around a row, of those
 * of its shape, and of the region that it took for the content.
 */
#include "html/page/featurerow.h"

#include <string.h>

#include "base/mem.h"

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

uint8_t *
look_put_scores(const void *rows, size_t i, uint8_t *f)
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

uint8_t *
look_put_sums(const void *rows, size_t i, uint8_t *f)
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

uint8_t *
look_put_region(const void *rows, size_t i, uint8_t *f)
{
	const struct rows *r = rows;

	return (uint8_t *)memcpy(f, r->look->region[i], CONTEXT_REGION) +
	    CONTEXT_REGION;
}
