/* SPDX-License-Identifier: MIT */
#include "text/forest.h"

#include <string.h>

void
forest_score(const struct forest *f, const uint8_t (*tile)[FOREST_TILE],
    int score[FOREST_TILE])
{
	for (int i = 0; i < FOREST_TILE; i++)
		score[i] = f->bias;
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
			score[i] += tree->leaf[leaf[i]];
	}
}
