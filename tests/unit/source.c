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
		if (*in->at != t.s[at])
			ck_abort_msg("%s", rows[_i].why);
		in->at++;
		at++;
	}
	for (; in->at < in->end; at++)
		if (*in->at++ != t.s[at])
			ck_abort_msg("%s", rows[_i].why);
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

/* Copies take what is asked for, and no more than there is. */
START_TEST(copies)
{
	struct pieces p = pieces_of(STR("abcdef"), 4, 0);
	char to[8];

	ck_assert_uint_eq(source_copy(&p.source, to, 0), 0);
	ck_assert_uint_eq(source_copy(&p.source, to, 3), 3);
	ck_assert(memcmp(to, "abc", 3) == 0);
	ck_assert_uint_eq(source_copy(&p.source, to, 8), 1);
	ck_assert_uint_eq(source_copy(&p.source, to, 8), 2);
	ck_assert(memcmp(to, "ef", 2) == 0);
	ck_assert_uint_eq(source_copy(&p.source, to, 8), 0);
	source_free(&p.source);
}
END_TEST

/* Lines, "|" behind each; of one that is too long ">" and what is said of it. */
static const struct {
	const char *why, *in;
	size_t most;
	const char *want;
} lines[] = {
	{"none", "", 9, ""},
	{"lines", "ab\n\ncd\n", 9, "ab||cd|"},
	{"the last one without its end", "ab\ncd", 9, "ab|cd|"},
	{"as long as allowed", "abcd\nef\n", 4, "abcd|ef|"},
	{"as long as allowed, without its end", "abcd", 4, "abcd|"},
	{"a byte more", "abcde\nef\n", 4, ">ef|"},
	{"much more", "abcdefghijklmnop\nef\n", 4, ">ef|"},
	{"too long, and nothing behind", "abcde", 4, ">"},
};

/* What a reader makes of a line: its bytes, or that they are too many. */
static void
take_line(struct source *in, struct str line, size_t most, struct buf *got)
{
	const char *end;

	if (line.n <= most) {
		buf_put(got, line.s, line.n);
		buf_putc(got, '|');
	} else {
		buf_putc(got, '>');
	}
	do {
		end = memchr(in->at, '\n', (size_t)(in->end - in->at));
		in->at = end != NULL ? end + 1 : in->end;
	} while (end == NULL && source_more(in));
}

START_TEST(each_line)
{
	for (size_t piece = 1; piece <= strlen(lines[_i].in) + 1; piece++) {
		struct pieces p = pieces_of(str_of(lines[_i].in), piece, 0);
		struct buf got = {0};
		struct str line;

		while (source_line(&p.source, lines[_i].most, &line))
			take_line(&p.source, line, lines[_i].most, &got);
		ck_assert_msg(strcmp(text_of(&got), lines[_i].want) == 0,
		    "%s, in pieces of %zu: %s", lines[_i].why, piece, got.s);
		buf_free(&got);
		source_free(&p.source);
	}
}
END_TEST

UNIT_SUITE("source", UNIT_EACH(nothing_lost_in_any_window, rows),
    UNIT_ONE(rest_is_all), UNIT_EACH(each_line, lines), UNIT_ONE(copies))
