/* SPDX-License-Identifier: MIT */
#include "unit.h"

static char text[300000];

static struct str
numbered(void)
{
	for (size_t i = 0; i < sizeof text; i++)
		text[i] = (char)(i * 7 + i / 251);
	return (struct str){text, sizeof text};
}

static const struct {
	const char *why;
	size_t piece, keep; /* bytes read at a time; bytes wanted unread */
} rows[] = {
	{"one byte at a time", 1, 1},
	{"more wanted than a piece", 3, 1000},
	{"more wanted than a window", 4096, 200000},
	{"whole windows", SOURCE_WINDOW, 5},
};

START_TEST(nothing_lost_in_any_window)
{
	struct str t = numbered();
	struct pieces p = pieces_of(t, rows[_i].piece, 0);
	struct source *in = &p.source;
	size_t at = 0;

	while (source_has(in, rows[_i].keep)) {
		ck_assert_msg(*in->at == t.s[at], "%s", rows[_i].why);
		in->at++;
		at++;
	}
	for (; in->at < in->end; at++)
		ck_assert_msg(*in->at++ == t.s[at], "%s", rows[_i].why);
	ck_assert_msg(at == t.n, "%s: %zu bytes", rows[_i].why, at);
	ck_assert(!source_more(in));
	source_free(in);
}
END_TEST

START_TEST(rest_is_all)
{
	struct str t = numbered();
	struct pieces p = pieces_of(t, 1000, 0);
	struct source over = source_over(t);

	ck_assert(str_eq(source_rest(&p.source), t));
	ck_assert(str_eq(source_rest(&over), t));
	source_free(&p.source);
}
END_TEST

UNIT_SUITE("source", UNIT_EACH(nothing_lost_in_any_window, rows),
    UNIT_ONE(rest_is_all))
