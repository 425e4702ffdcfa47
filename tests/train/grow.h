/* SPDX-License-Identifier: MIT */
/*
 * Growing a forest: gradient boosting of trees of one question a level
 * (text/score/forest), over features of one byte, for a yes or no.  Gradients are
 * integers and the order of everything is fixed, so the same rows give the
 * same forest on every machine whose exp() rounds alike.
 */
#ifndef TRAIN_GROW_H
#define TRAIN_GROW_H

#include <math.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "text/score/forest.h"

struct samples {
	uint8_t **column; /* [feature][row] */
	uint8_t *label;
	float *weight;    /* about 1 in the mean */
	size_t n;
	int features;
};

/* Room for `n` rows; a column that stays NULL is left out. */
static inline struct samples
samples_of(size_t n, int features)
{
	return (struct samples){.n = n, .features = features,
	    .column = mem_alloc(FOREST_FEATURES, sizeof(uint8_t *)),
	    .label = mem_alloc(n + 1, 1),
	    .weight = mem_alloc(n + 1, sizeof(float))};
}

/* The first `left` rows of a tile, from row `at` on. */
static inline void
samples_put(struct samples *s, size_t at, size_t left,
    uint8_t tile[][FOREST_TILE])
{
	for (int f = 0; f < s->features; f++)
		if (s->column[f] != NULL)
			memcpy(s->column[f] + at, tile[f],
			    left < FOREST_TILE ? left : FOREST_TILE);
}

static inline void
samples_free(struct samples *s)
{
	for (int f = 0; f < s->features; f++)
		free(s->column[f]);
	free(s->column);
	free(s->label);
	free(s->weight);
}

struct growth {
	int trees;
	double rate, ridge;
	double rows, columns; /* shares drawn for each tree */
	int parts;            /* of a score's unit, that leaves count in */
};

enum { LOGIT = 100, SCALE = 512 }; /* of scores; of gradients */

struct grower {
	const struct samples *s;
	const struct growth *how;
	int32_t *score;
	int64_t *packed;  /* gradient in the upper half, curvature below */
	uint32_t *drawn;  /* rows */
	size_t n_drawn;
	uint8_t *leaf;    /* of each drawn row */
	double mean;      /* weight of a row */
	uint64_t random;
};

static uint32_t
grow_draw(struct grower *g)
{
	g->random = g->random * 6364136223846793005u + 1442695040888963407u;
	return (uint32_t)(g->random >> 33);
}

static double
grow_mean(const struct samples *s)
{
	double sum = 0;

	for (size_t i = 0; i < s->n; i++)
		sum += s->weight[i];
	return s->n > 0 ? sum / (double)s->n : 0;
}

/*
 * Rows are drawn as often as they weigh, and weigh the more where they are
 * drawn less: most rows are a word or two of a menu.
 */
static void
grow_gradients(struct grower *g)
{
	g->n_drawn = 0;
	for (size_t i = 0; i < g->s->n; i++) {
		double share = g->how->rows * g->s->weight[i] / g->mean;
		double p, w;

		if (g->s->weight[i] <= 0 || grow_draw(g) % 4096 >= share * 4096)
			continue;
		p = 1 / (1 + exp(-(double)g->score[i] / (LOGIT * g->how->parts)));
		w = g->s->weight[i] * SCALE / (share < 1 ? share : 1);
		g->packed[g->n_drawn] = (int64_t)lrint((g->s->label[i] - p) * w) *
		    ((int64_t)1 << 32) + lrint(p * (1 - p) * w);
		g->leaf[g->n_drawn] = 0;
		g->drawn[g->n_drawn++] = (uint32_t)i;
	}
}

static double
grow_gain(const struct grower *g, int64_t sum)
{
	int32_t bend = (int32_t)(uint32_t)sum;
	double down = (double)((sum - bend) >> 32) / SCALE;

	return down * down / ((double)bend / SCALE + g->how->ridge);
}

/* The best threshold of one feature over all leaves; its gain. */
static double
grow_try(const struct grower *g, int feature, int leaves, uint8_t *above)
{
	static int64_t sums[FOREST_LEAVES][256];
	static double gain[256];
	const uint8_t *column = g->s->column[feature];
	double best = -1;

	memset(sums, 0, (size_t)leaves * sizeof sums[0]);
	memset(gain, 0, sizeof gain);
	for (size_t i = 0; i < g->n_drawn; i++)
		sums[g->leaf[i]][column[g->drawn[i]]] += g->packed[i];
	for (int l = 0; l < leaves; l++) {
		int64_t low = 0, all = 0;

		for (int v = 0; v < 256; v++)
			all += sums[l][v];
		if (all == 0)
			continue;
		for (int v = 0; v < 255; v++) {
			low += sums[l][v];
			gain[v] += grow_gain(g, low) + grow_gain(g, all - low);
		}
	}
	for (int v = 0; v < 255; v++)
		if (gain[v] > best) {
			best = gain[v];
			*above = (uint8_t)v;
		}
	return best;
}

static void
grow_level(struct grower *g, struct forest_tree *t, int level,
    const int *columns, int n)
{
	double best = -1;

	for (int i = 0; i < n; i++) {
		uint8_t above = 0;
		double gain = grow_try(g, columns[i], 1 << level, &above);

		if (gain > best) {
			best = gain;
			t->feature[level] = (uint16_t)columns[i];
			t->above[level] = above;
		}
	}
	for (size_t i = 0; i < g->n_drawn; i++)
		g->leaf[i] = (uint8_t)(g->leaf[i] << 1 |
		    (g->s->column[t->feature[level]][g->drawn[i]] >
		        t->above[level]));
}

static void
grow_leaves(struct grower *g, struct forest_tree *t)
{
	int64_t sums[FOREST_LEAVES] = {0};
	const int most = FOREST_LEAF_MOST;

	for (size_t i = 0; i < g->n_drawn; i++)
		sums[g->leaf[i]] += g->packed[i];
	for (int l = 0; l < FOREST_LEAVES; l++) {
		int32_t bend = (int32_t)(uint32_t)sums[l];
		double down = (double)((sums[l] - bend) >> 32) / SCALE;
		double step = g->how->rate * LOGIT * g->how->parts * down /
		    ((double)bend / SCALE + g->how->ridge);

		t->leaf[l] = (int8_t)lrint(step > most ? most
		    : step < -most ? -most : step);
	}
	for (size_t i = 0; i < g->s->n; i++) {
		int leaf = 0;

		for (int k = 0; k < FOREST_DEPTH; k++)
			leaf = leaf << 1 | (g->s->column[t->feature[k]][i] >
			    t->above[k]);
		g->score[i] += t->leaf[leaf];
	}
}

/* how->trees trees into `trees`. */
static void
grow(const struct samples *s, const struct growth *how,
    struct forest_tree *trees)
{
	struct grower g = {.s = s, .how = how, .random = 20261124,
		.score = mem_alloc(s->n, sizeof *g.score),
		.packed = mem_alloc(s->n, sizeof *g.packed),
		.drawn = mem_alloc(s->n, sizeof *g.drawn),
		.leaf = mem_alloc(s->n, 1), .mean = grow_mean(s)};
	int *columns = mem_alloc((size_t)s->features, sizeof *columns);

	for (int t = 0; t < how->trees; t++) {
		int n = 0;

		grow_gradients(&g);
		for (int f = 0; f < s->features; f++)
			if (s->column[f] != NULL &&
			    grow_draw(&g) % 1024 < how->columns * 1024)
				columns[n++] = f;
		for (int level = 0; level < FOREST_DEPTH; level++)
			grow_level(&g, &trees[t], level, columns, n);
		grow_leaves(&g, &trees[t]);
	}
	free(columns);
	free(g.score);
	free(g.packed);
	free(g.drawn);
	free(g.leaf);
}

#endif
