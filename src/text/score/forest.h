/* SPDX-License-Identifier: MIT */
/*
 * A sum of small decision trees over features of one byte.  All trees have
 * the same depth, and all nodes of one level ask the same question ("is
 * feature F above T?"), so that the answers are a number, and that number
 * the leaf: a tree costs a few comparisons on every row of a tile at once.
 */
#ifndef TEXT_SCORE_FOREST_H
#define TEXT_SCORE_FOREST_H

#include <stddef.h>
#include <stdint.h>

enum {
	FOREST_TILE = 64, /* rows that are scored together */
	FOREST_DEPTH = 5,
	FOREST_LEAVES = 1 << FOREST_DEPTH,
	FOREST_LEAF_MOST = 31, /* either way, in a file of trees */
	FOREST_FEATURES = 400 /* of a row, at most */
};

/* Digits of six bits each, of files of trees. */
#define FOREST_DIGITS                                                     \
	"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"

struct forest_tree {
	uint16_t feature[FOREST_DEPTH];
	uint8_t above[FOREST_DEPTH];
	int8_t leaf[FOREST_LEAVES];
};

/* Leaves count in parts of a score's unit, so that many can say little each. */
struct forest {
	const struct forest_tree *tree;
	int trees, bias, parts; /* parts of 0: of 1 */
};

/* Features in columns: tile[feature][row]; a score for each row. */
void forest_score(const struct forest *, const uint8_t (*tile)[FOREST_TILE],
    int score[FOREST_TILE]);

/*
 * Features that belong together: `put` appends the `count` numbers of row `i`
 * and says where they end.  A table of groups ends in one without a name; a
 * group is there in its `pass` and later ones.
 */
struct forest_group {
	const char *name;
	uint8_t *(*put)(const void *rows, size_t i, uint8_t *to);
	int count, pass;
};

/* How many features a pass has; the index of the group that one is of. */
int forest_count(const struct forest_group *, int pass);
int forest_group_of(const struct forest_group *, int pass, int feature);

/* Fill a tile with `rows` from `first`, of which there are `n`; then zeroes. */
void forest_tile(const struct forest_group *, int pass, const void *rows,
    size_t n, size_t first, uint8_t (*tile)[FOREST_TILE]);

/* A size, on a scale of eight steps a doubling: 0 to 255. */
static inline uint8_t
forest_size(uint32_t n)
{
	int top = 0;

	if (n < 8)
		return (uint8_t)n;
	while (n >> top >= 16)
		top++;
	n = (uint32_t)(8 * (top + 1)) + ((n >> top) & 7);
	return (uint8_t)(n < 255 ? n : 255);
}

/* A part of a whole: 0 to 254; 255 where there is no whole. */
static inline uint8_t
forest_part(uint64_t part, uint64_t whole)
{
	if (whole == 0)
		return 255;
	return (uint8_t)(part >= whole ? 254 : part * 254 / whole);
}

static inline uint8_t
forest_least(uint32_t n)
{
	return (uint8_t)(n < 255 ? n : 255);
}

/* A difference, from -127 to 127, as 1 to 255. */
static inline uint8_t
forest_signed(int64_t n)
{
	return (uint8_t)(n < -127 ? 1 : n > 127 ? 255 : n + 128);
}

#endif
