/* SPDX-License-Identifier: MIT */
/*
 * The list of active formatting elements.  What is done to it is written as
 * words: a name pushes an element (its depth is the number of the word, and
 * what follows "=" its attribute), "|" a marker, "/name" removes the last one
 * of that name, "-3" says that the element at depth 3 is not open any more,
 * "<" clears to the last marker.
 */
#include "unit.h"

#include <stdio.h>

#include "html/parse/formatting.h"

static void
push(struct formatting *f, const char *word, size_t depth)
{
	const char *value = strchr(word, '=');
	size_t n = value != NULL ? (size_t)(value - word) : strlen(word);
	struct buf strings = {0};

	if (value != NULL) {
		buf_put(&strings, "id", 3);
		buf_put(&strings, value + 1, strlen(value));
	}
	formatting_push(f, tag_find(word, n), depth, value != NULL ? 2 : 0,
	    buf_str(&strings));
	buf_free(&strings);
}

static void
apply(struct formatting *f, const char *word, size_t depth)
{
	switch (word[0]) {
	case '|':
		formatting_mark(f);
		break;
	case '<':
		formatting_clear(f);
		break;
	case '-':
		formatting_closed(f, (size_t)atoi(word + 1));
		break;
	case '/':
		formatting_remove(f, formatting_find(f,
		    tag_find(word + 1, strlen(word) - 1)->id) - 1);
		break;
	default:
		push(f, word, depth);
	}
}

static void
put(const struct formatting *f, struct buf *out)
{
	for (size_t i = 0; i < f->n; i++) {
		const struct formatting_item *item = &f->items[i];

		if (i > 0)
			buf_putc(out, ' ');
		buf_puts(out, item->tag != NULL ? item->tag->name : "|");
		if (item->count > 0 && item->tag != NULL) {
			buf_putc(out, '=');
			buf_puts(out, item->strings.s + 3);
		}
		if (i == formatting_first_closed(f))
			buf_putc(out, '*');
	}
}

static const struct {
	const char *why, *words, *want; /* '*': the first that is not open */
} rows[] = {
	{"in their order", "b i u", "b i u"},
	{"one is taken out", "b i u /i", "b u"},
	{"the last one of a name", "b=1 i b=2 /b", "b=1 i"},
	{"three alike at most", "b b b b", "b b b"},
	{"the earliest leaves", "b i b u b b", "i b u b b"},
	{"unlike ones are not counted", "a=1 a=2 a=3 a=1 a=1 a=1",
	    "a=2 a=3 a=1 a=1 a=1"},
	{"nor those before a marker", "b b b | b", "b b b | b"},
	{"none is found before a marker", "b=1 | b=2 /b b=3", "b=1 | b=3"},
	{"all to the marker go", "b | i u <", "b"},
	{"or all", "b i <", ""},
	{"those at the end that are not open", "b i u -3 -2", "b i* u"},
	{"but not before an open one", "b i u -2", "b i u"},
	{"nor before a marker", "b | i u -1 -3 -4", "b | i* u"},
	{"a buffer is used again", "a=12345 /a b=1 a=2", "b=1 a=2"},
};

START_TEST(each_row)
{
	struct formatting f = {0};
	struct buf out = {0};
	char words[128], *word;
	size_t depth = 0;

	snprintf(words, sizeof words, "%s", rows[_i].words);
	for (word = strtok(words, " "); word != NULL; word = strtok(NULL, " "))
		apply(&f, word, ++depth);
	put(&f, &out);
	ck_assert_msg(strcmp(text_of(&out), rows[_i].want) == 0, "%s: %s",
	    rows[_i].why, out.s);
	buf_free(&out);
	formatting_free(&f);
}
END_TEST

/* The latest stay, and who leaves is told. */
START_TEST(bounded)
{
	struct formatting f = {0};
	char id[32];

	for (int i = 1; i <= FORMATTING_MOST; i++) {
		snprintf(id, sizeof id, "font=%d", i);
		push(&f, id, (size_t)i);
	}
	ck_assert_uint_eq(f.n, FORMATTING_MOST);
	ck_assert_uint_eq(formatting_push(&f, tag_of(TAG_B), 100, 0, STR("")),
	    1);
	ck_assert_uint_eq(f.n, FORMATTING_MOST);
	ck_assert_str_eq(f.items[0].strings.s + 3, "2");
	formatting_free(&f);
}
END_TEST

UNIT_SUITE("formatting", UNIT_EACH(each_row, rows); UNIT_ONE(bounded))
