/* SPDX-License-Identifier: MIT */
#include "text/copies/shingle.h"

#include "base/ascii.h"
#include "base/hash.h"
#include "text/words/word.h"
#include "text/words/wordform.h"

/*
 * Lower case eight letters at a time: bit 5 of a byte is set where it is a
 * letter from A to Z.  False: a byte is no ASCII letter.
 */
static bool
lower_letters(uint64_t *x, size_t n)
{
	const uint64_t ones = 0x0101010101010101u;
	uint64_t used = n == 8 ? ~(uint64_t)0 : ((uint64_t)1 << 8 * n) - 1;
	uint64_t low = (*x | ones * 0x20) & used;
	uint64_t above = (low + ones * (0x80 - 'a')) & used;
	uint64_t beyond = (low + ones * (0x80 - 'z' - 1)) & used;

	if (((*x & used) & ones * 0x80) != 0 ||
	    ((above & ~beyond) & ones * 0x80) != (ones * 0x80 & used))
		return false;
	*x = low;
	return true;
}

/* A word of ASCII letters only; false: it is something else. */
static bool
hash_letters(struct str word, uint64_t *hash)
{
	uint64_t h = hash_mix(0, word.n);
	const char *s = word.s;

	for (size_t n = word.n; n > 0;) {
		size_t some = n < 8 ? n : 8;
		uint64_t x = hash_load(s, some);

		if (!lower_letters(&x, some))
			return false;
		h = hash_mix(h, x);
		s += some;
		n -= some;
	}
	*hash = h;
	return true;
}

static bool
is_separator(const char *s, size_t i, size_t n)
{
	return (s[i] == '.' || s[i] == ',' || s[i] == '\'') && i > 0 &&
	    i + 1 < n && ascii_is_digit(s[i - 1]) && ascii_is_digit(s[i + 1]);
}

/* The form's bytes, hashed as hash_letters does, eight at a time. */
static uint64_t
hash_form(struct str form)
{
	char plain[8];
	uint64_t h;
	size_t n = 0, all = 0;

	for (size_t i = 0; i < form.n; i++)
		all += !is_separator(form.s, i, form.n);
	h = hash_mix(0, all);
	for (size_t i = 0; i < form.n; i++) {
		if (is_separator(form.s, i, form.n))
			continue;
		plain[n++] = form.s[i];
		if (n == 8) {
			h = hash_mix(h, hash_load(plain, n));
			n = 0;
		}
	}
	return n > 0 ? hash_mix(h, hash_load(plain, n)) : h;
}

uint64_t
shingle_word(struct str word)
{
	static struct buf form; /* programs that find copies have one thread */
	uint64_t h;

	if (hash_letters(word, &h))
		return h;
	form.n = 0;
	wordform_put(&form, word, NORM_C | NORM_FOLD);
	return hash_form(buf_str(&form));
}

/* The hashes of the last words, in a ring. */
struct ring {
	uint64_t words[SHINGLE_MOST];
	int size;
	uint64_t n; /* words so far */
};

static uint64_t
shingle_of(const struct ring *r, int words)
{
	uint64_t h = (uint64_t)words;

	for (int i = 0; i < words; i++)
		h = hash_mix(h, r->words[(r->n - (uint64_t)words +
		    (uint64_t)i) % (uint64_t)r->size]);
	return h;
}

uint64_t
shingle_each(struct source *in, int size,
    void (*take)(void *ctx, uint64_t shingle), void *ctx)
{
	struct words words = words_in(in, NULL);
	struct segment s;
	struct ring r = {.size = size};

	while (word_next(&words, &s)) {
		if (!s.word)
			continue;
		r.words[r.n++ % (uint64_t)size] = shingle_word(s.text);
		if (r.n >= (uint64_t)size)
			take(ctx, shingle_of(&r, size));
	}
	if (r.n > 0 && r.n < (uint64_t)size)
		take(ctx, shingle_of(&r, (int)r.n));
	return r.n;
}
