/* SPDX-License-Identifier: MIT */
#include "text/score/forest.h"

#include <string.h>

void
forest_score(const struct forest *f, const uint8_t (*tile)[FOREST_TILE],
    int score[FOREST_TILE])
{
	int sum[FOREST_TILE] = {0}, parts = f->parts > 1 ? f->parts : 1;

	for (int t = 0; t < f->trees; t++) {
		const struct forest_tree *tree = &f->tree[t];
		uint8_t leaf[FOREST_TILE] = {0};

		for (int level = 0; level < FOREST_DEPTH; level++) {
			const uint8_t *column = tile[tree->feature[level]];
			uint8_t above = tree->above[level];

			for (int i = 0; i < FOREST_TILE; i++)
				leaf[i] = (uint8_t)(leaf[i] << 1 |
				    (column[i] > above));
		}
		for (int i = 0; i < FOREST_TILE; i++)
			sum[i] += tree->leaf[leaf[i]];
	}
	for (int i = 0; i < FOREST_TILE; i++)
		score[i] = f->bias + sum[i] / parts;
}

int
forest_count(const struct forest_group *g, int pass)
{
	int n = 0;

	for (; g->name != NULL; g++)
		if (g->pass <= pass)
			n += g->count;
	return n;
}

int
forest_group_of(const struct forest_group *groups, int pass, int feature)
{
	for (const struct forest_group *g = groups; g->name != NULL; g++) {
		if (g->pass > pass)
			continue;
		if (feature < g->count)
			return (int)(g - groups);
		feature -= g->count;
	}
	return -1;
}

void
forest_tile(const struct forest_group *groups, int pass, const void *rows,
    size_t n, size_t first, uint8_t (*tile)[FOREST_TILE])
{
	uint8_t row[FOREST_FEATURES] = {0};
	int count = forest_count(groups, pass);

	for (size_t i = 0; i < FOREST_TILE; i++) {
		uint8_t *f = row;

		for (const struct forest_group *g = groups;
		    g->name != NULL && first + i < n; g++)
			if (g->pass <= pass)
				f = g->put(rows, first + i, f);
		for (int k = 0; k < count; k++)
			tile[k][i] = first + i < n ? row[k] : 0;
	}
}
