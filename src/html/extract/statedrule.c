/* SPDX-License-Identifier: MIT */
/*
 * The rule that keeps what a page states that it shows (html/jsonld/ldtext):
 * rows that have the words of a stated text, one row or a few together, in
 * any order; and rows of a long text that is stated.
 */
#include "html/extract/contentrule.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

enum {
	TOGETHER = 3, /* rows that make one text: an amount, a unit, a name */
	LONG = 8,     /* words that are no accident */
	NEAR_ROWS = 4, NEAR_LEAST = 2, /* of others stated near a short one */
	GRAM = 4,
	BODY_WORDS = 15, BODY_LEAST = -150 /* hundredths of a logit */
};

/*
 * Sorted hashes of stated texts, each by its words and by its characters, and
 * of runs of GRAM words of them.
 */
struct stated {
	uint64_t *text;
	uint32_t *gram;
	size_t texts, grams;
};

static uint64_t
word_key(uint32_t word)
{
	uint64_t x = (word + 1ull) * 0x9E3779B97F4A7C15u;

	return (x ^ x >> 29) * 0xBF58476D1CE4E5B9u;
}

/* The same for words in any order. */
static uint64_t
text_key(const uint32_t *word, size_t n)
{
	uint64_t key = 0;

	for (size_t i = 0; i < n; i++)
		key += word_key(word[i]);
	return key;
}

/* By its characters, whatever white space parts them: "6 db" and "6db". */
static uint64_t
squeezed_key(struct str text)
{
	uint64_t key = text.n > 0;

	for (size_t i = 0; i < text.n; i++)
		if (memchr(" \t\n\r\f", text.s[i], 5) == NULL)
			key = (key ^ (unsigned char)text.s[i]) *
			    0x100000001B3ull;
	return key;
}

static uint32_t
gram_key(const uint32_t *w)
{
	return prose_join(prose_join(w[0], w[1]), prose_join(w[2], w[3]));
}

static int
by_text(const void *a, const void *b)
{
	uint64_t x = *(const uint64_t *)a, y = *(const uint64_t *)b;

	return (x > y) - (x < y);
}

static int
by_gram(const void *a, const void *b)
{
	uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;

	return (x > y) - (x < y);
}

static struct stated
stated_of(const struct page *p)
{
	struct stated st = {0};
	struct prose_words words = {0};
	const char *at = p->stated.s, *end = at + p->stated.n, *line_end;

	st.text = mem_alloc(2 * p->stated.n, sizeof *st.text);
	st.gram = mem_alloc(p->stated.n, sizeof *st.gram);
	for (; at < end; at = line_end + 1) {
		line_end = memchr(at, '\n', (size_t)(end - at));
		words.n = 0;
		prose_measure((struct str){at, (size_t)(line_end - at)}, &words);
		if (words.n > 0) {
			st.text[st.texts++] = text_key(words.word, words.n);
			st.text[st.texts++] = squeezed_key((struct str){at,
			    (size_t)(line_end - at)});
		}
		for (size_t i = 0; i + GRAM <= words.n; i++)
			st.gram[st.grams++] = gram_key(words.word + i);
	}
	qsort(st.text, st.texts, sizeof *st.text, by_text);
	qsort(st.gram, st.grams, sizeof *st.gram, by_gram);
	prose_words_free(&words);
	return st;
}

/* Whether most of the runs of words of a row are stated. */
static bool
has_grams(const struct story *s, const struct stated *st, size_t row)
{
	const struct page_block *b = block_of(s, row);
	size_t runs = b->prose.words < LONG ? 0 : b->prose.words - GRAM + 1;
	size_t n = 0;

	for (size_t i = 0; i < runs; i++) {
		uint32_t key = gram_key(s->page->words.word + b->word + i);

		n += bsearch(&key, st->gram, st->grams, sizeof key, by_gram) !=
		    NULL;
	}
	return runs > 0 && 5 * n >= 4 * runs;
}

static bool
has_text(const struct stated *st, uint64_t key)
{
	return bsearch(&key, st->text, st->texts, sizeof key, by_text) != NULL;
}

/* How many rows from one on make up a stated text; 0: it begins none. */
static size_t
rows_of_text(const struct story *s, const struct stated *st, size_t row)
{
	uint64_t key = 0;

	if (has_text(st, squeezed_key(page_text(s->page, block_of(s, row)))))
		return 1;
	for (size_t n = 1; n <= TOGETHER && row + n <= s->rows.n; n++) {
		const struct page_block *b = block_of(s, row + n - 1);

		key += text_key(s->page->words.word + b->word, b->prose.words);
		if (has_text(st, key))
			return n;
	}
	return 0;
}

static bool
is_frame(const struct page_block *b)
{
	return within(b, IN_NAV) != FAR || within(b, IN_FOOTER) != FAR ||
	    10 * b->link >= 9 * b->n;
}

/* Which rows are stated. */
static bool *
mark_rows(const struct story *s, const struct stated *st)
{
	bool *mark = mem_alloc(s->rows.n + 1, sizeof *mark);

	for (size_t i = 0; i < s->rows.n; i++) {
		size_t n = rows_of_text(s, st, i);

		if (n == 0)
			n = has_grams(s, st, i);
		while (n-- > 0)
			mark[i + n] = !is_frame(block_of(s, i + n));
	}
	return mark;
}

/* A short text is stated by accident where none around it is. */
static bool
is_sure(const struct story *s, const bool *mark, size_t row)
{
	size_t from = row > NEAR_ROWS ? row - NEAR_ROWS : 0, near = 0;

	if (block_of(s, row)->prose.words >= LONG)
		return true;
	for (size_t i = from; i < s->rows.n && i <= row + NEAR_ROWS; i++)
		near += mark[i];
	return near > NEAR_LEAST;
}

static void
keep(struct story *s, size_t row)
{
	const struct content_verdict *v = &s->verdict[s->rows.block[row]];

	if (v->reason == REASON_SCORE && !v->keep)
		judge(s, s->rows.block[row], true, REASON_STATED);
}

/*
 * A paragraph of the text that the page states to be its article, in doubt: boxes
 * that no reader takes for a part of it may be stated, too.
 */
static bool
is_of_body(const struct story *s, size_t row)
{
	const struct page_block *b = block_of(s, row);

	return b->prose.words >= BODY_WORDS && !is_frame(b) &&
	    within(b, IN_HIDDEN) == FAR &&
	    s->verdict[s->rows.block[row]].score > BODY_LEAST &&
	    10 * feature_in_body(&s->rows, row) >= 9 * (b->prose.words - GRAM + 1);
}

static void
keep_body(struct story *s)
{
	for (size_t i = 0; s->page->body.n > 0 && i < s->rows.n; i++)
		if (is_of_body(s, i))
			keep(s, i);
}

void
statedrule_apply(struct story *s)
{
	struct stated st;
	bool *mark;

	keep_body(s);
	if (s->page->stated.n == 0)
		return;
	st = stated_of(s->page);
	mark = mark_rows(s, &st);
	for (size_t i = 0; i < s->rows.n; i++) {
		if (!mark[i] || !is_sure(s, mark, i))
			continue;
		keep(s, i);
		if (i > 0 && contentrule_is_heading(block_of(s, i - 1)))
			keep(s, i - 1);
	}
	free(mark);
	free(st.text);
	free(st.gram);
}
