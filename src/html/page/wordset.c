/* SPDX-License-Identifier: MIT */
#include "html/page/wordset.h"

#include <stdlib.h>

#include "text/score/prose.h"

static int
by_value(const void *a, const void *b)
{
	uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;

	return (x > y) - (x < y);
}

static void
sort_set(uint32_t *set, size_t *n)
{
	size_t kept = 0;

	if (*n > 0)
		qsort(set, *n, sizeof *set, by_value);
	for (size_t i = 0; i < *n; i++)
		if (kept == 0 || set[kept - 1] != set[i])
			set[kept++] = set[i];
	*n = kept;
}

bool
wordset_has(const uint32_t *set, size_t n, uint32_t x)
{
	size_t low = 0;

	while (low < n) {
		size_t mid = (low + n) / 2;

		if (set[mid] < x)
			low = mid + 1;
		else if (set[mid] > x)
			n = mid;
		else
			return true;
	}
	return false;
}

uint32_t *
wordset_of(struct str text, size_t *n)
{
	struct prose_words words = {0};

	if (text.n > 0)
		prose_measure(text, &words);
	*n = words.n;
	sort_set(words.word, n);
	return words.word;
}

uint32_t
wordset_four(const uint32_t *w)
{
	return prose_join(prose_join(w[0], w[1]), prose_join(w[2], w[3]));
}

uint32_t *
wordset_of_fours(struct str text, size_t *n)
{
	struct prose_words words = {0};

	*n = 0;
	if (text.n > 0)
		prose_measure(text, &words);
	if (words.n < 20)
		return words.word;
	*n = words.n - 3;
	for (size_t i = 0; i < *n; i++)
		words.word[i] = wordset_four(&words.word[i]);
	sort_set(words.word, n);
	return words.word;
}
