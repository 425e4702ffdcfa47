/* SPDX-License-Identifier: MIT */
#include "text/words/headword.h"

#include "text/unicode/utf.h"

static bool
add_line(struct lemmas *l, struct str line, unsigned form, struct buf *word)
{
	const char *tab = memchr(line.s, '\t', line.n), *end;
	struct str lemma;
	struct map_slot *slot;

	if (line.n == 0 || line.s[0] == '#')
		return true;
	if (tab == NULL || tab == line.s || !utf_valid(line) ||
	    memchr(line.s, '\0', line.n) != NULL)
		return false;
	lemma.s = tab + 1;
	lemma.n = line.n - (size_t)(lemma.s - line.s);
	end = memchr(lemma.s, '\t', lemma.n);
	if (end != NULL)
		lemma.n = (size_t)(end - lemma.s);
	if (lemma.n == 0)
		return false;
	word->n = 0;
	wordform_put(word, (struct str){line.s, (size_t)(tab - line.s)}, form);
	slot = map_at(&l->words, buf_str(word));
	if (slot->count != 0)
		return true;
	slot->count = l->bytes.n + 1;
	wordform_put(&l->bytes, lemma, form);
	buf_putc(&l->bytes, '\0');
	return true;
}

size_t
lemmas_add(struct lemmas *l, struct str text, unsigned form)
{
	struct buf word = {0};
	size_t number = 0, bad = 0;

	if (!l->open)
		l->words = map_open(0);
	l->open = true;
	while (text.n > 0) {
		const char *end = memchr(text.s, '\n', text.n);
		size_t n = end == NULL ? text.n : (size_t)(end - text.s);
		struct str line = {text.s, n};

		number++;
		if (n > 0 && text.s[n - 1] == '\r')
			line.n--;
		if (!add_line(l, line, form, &word) && bad == 0)
			bad = number;
		n += end != NULL;
		text = (struct str){text.s + n, text.n - n};
	}
	buf_free(&word);
	return bad;
}

void
lemmas_free(struct lemmas *l)
{
	if (l->open)
		map_free(&l->words);
	buf_free(&l->bytes);
	*l = (struct lemmas){0};
}

static struct str
lemma_of(const struct lemmas *l, struct str word)
{
	const struct map_slot *slot;

	if (l == NULL || (slot = map_find(&l->words, word)) == NULL)
		return word;
	return str_of(l->bytes.s + slot->count - 1);
}

void
headword_put(const struct headword *h, struct buf *b, struct str word)
{
	size_t start = b->n;

	word = lemma_of(h->lemmas, word);
	if (h->form & WORDFORM_BARE)
		wordform_put(b, word, h->form);
	else
		buf_put(b, word.s, word.n);
	if (h->stem != NULL)
		stem_last(h->stem, b, start);
}
