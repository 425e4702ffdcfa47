/* SPDX-License-Identifier: MIT */
#include "text/score/forest.h"
#include "unit.h"

/* Two trees: one asks whether feature 0 is above 10, one nothing. */
static const struct forest_tree trees[] = {
	{{0, 1, 1, 1, 1}, {10, 255, 255, 255, 255}, {[0] = -5, [16] = 7}},
	{{0, 0, 0, 0, 0}, {255, 255, 255, 255, 255}, {[0] = 100}},
};

static const struct {
	const char *why;
	uint8_t value;
	int trees, bias, score;
} rows[] = {
	{"no tree is the bias", 0, 0, 3, 3},
	{"not above", 10, 1, 0, -5},
	{"above", 11, 1, 0, 7},
	{"trees add up", 11, 2, -1, 106},
};

START_TEST(each_row)
{
	struct forest f = {trees, rows[_i].trees, rows[_i].bias, 1};
	uint8_t tile[2][FOREST_TILE] = {{0}};
	int score[FOREST_TILE];

	for (int i = 0; i < FOREST_TILE; i++)
		tile[0][i] = rows[_i].value;
	forest_score(&f, (const uint8_t (*)[FOREST_TILE])tile, score);
	ck_assert_msg(score[0] == rows[_i].score &&
	    score[FOREST_TILE - 1] == rows[_i].score, "%s: %d", rows[_i].why,
	    score[0]);
}
END_TEST

UNIT_MAIN("forest", each_row, rows)
