/* SPDX-License-Identifier: MIT */
#include "text/words/wordform.h"

#include <stdlib.h>
#include <utf8proc.h>

#include "base/complain.h"
#include "text/unicode/charclass.h"
#include "text/unicode/utf.h"

enum { LEFT_OUT = 0, DOTLESS_I = 0x131, CAPITAL_DOTTED_I = 0x130, DOT = 0x307 };

static bool
is_left_out(uint32_t c)
{
	return c == 0xAD || c == 0x34F || c == 0x61C || c == 0x180E ||
	    c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E) ||
	    (c >= 0x2060 && c <= 0x206F) || c == 0xFEFF ||
	    c == 0x55B || c == 0x55C || c == 0x55E;
}

/* What stands for a code point in any form; LEFT_OUT: nothing. */
static uint32_t
plain(uint32_t c)
{
	if (is_left_out(c))
		return LEFT_OUT;
	if (wordform_is_apostrophe(c) || c == 0x55A || c == 0x5F3)
		return '\'';
	if (c == 0x5F4 || c == 0x201C || c == 0x201D || c == 0x2033)
		return '"';
	return wordform_is_group_space(c) ? 0xA0 : c;
}

/* Kept as it is written; but NFKC makes a space of an acute accent. */
static bool
stays(uint32_t c, unsigned form)
{
	return (form & WORDFORM_AS_WRITTEN) && !is_left_out(c) &&
	    !(c == 0xB4 && (form & NORM_KC));
}

/*
 * The capital I with a dot is i in any language: its full fold has a dot
 * above an i, which nobody writes.  `next` follows.
 */
static uint32_t
fold_i(uint32_t c, uint32_t next, unsigned form)
{
	if (c == CAPITAL_DOTTED_I)
		return 'i';
	if (c == 'I' && (form & WORDFORM_TURKIC) && next != DOT)
		return DOTLESS_I;
	return c;
}

static bool
needs_no_care(struct str word, unsigned form)
{
	if (form & (WORDFORM_TURKIC | WORDFORM_BARE))
		return false;
	for (size_t i = 0; i < word.n; i++)
		if ((signed char)word.s[i] < 0 || word.s[i] == '`')
			return false;
	return true;
}

/*
 * An i with a dot above is i, where case makes no difference, also with other
 * marks before the dot; whether there was one.
 */
static bool
drop_dots(struct buf *b, size_t start)
{
	const char *s = b->s + start, *end = b->s + b->n;
	char *to = b->s + start;
	bool dotted = false; /* an i, and marks since */
	uint32_t c;

	while (s < end) {
		int n = utf_step(s, end, &c);

		if (dotted && c == DOT) {
			s += n;
			continue;
		}
		dotted = c == 'i' ||
		    (dotted && (charclass_of(c) & CHARCLASS_MARK));
		memmove(to, s, (size_t)n);
		to += n;
		s += n;
	}
	if (to == end)
		return false;
	b->n = (size_t)(to - b->s);
	return true;
}

/* What follows a dot that was dropped may compose with the i. */
static void
normalize_again(struct buf *b, size_t start, unsigned normal)
{
	struct buf word = {0};

	buf_put(&word, b->s + start, b->n - start);
	b->n = start;
	norm_put(b, buf_str(&word), normal);
	buf_free(&word);
}

/*
 * Whether a mark is an accent: those of Latin and Greek, and the optional
 * vowel points of Hebrew and Arabic.  In scripts in which a mark makes
 * another letter none is: the breve of a Cyrillic short i, vowel signs.
 */
static bool
is_accent(uint32_t mark, uint32_t base)
{
	bool cyrillic = base >= 0x400 && base < 0x530;

	if (cyrillic)
		return mark == 0x300 || mark == 0x301 ||
		    (mark == 0x308 && (base | 0x20) == 0x435);
	return (mark >= 0x300 && mark < 0x370) ||
	    (mark >= 0x1AB0 && mark < 0x1B00) ||
	    (mark >= 0x1DC0 && mark < 0x1E00) ||
	    (mark >= 0x591 && mark <= 0x5BD) || mark == 0x5BF ||
	    (mark >= 0x5C1 && mark <= 0x5C2) ||
	    (mark >= 0x64B && mark <= 0x652) || mark == 0x670;
}

/* Put the word at `start` in canonical decomposition, accents left out. */
static void
strip_accents(struct buf *b, size_t start, unsigned form)
{
	utf8proc_uint8_t *decomposed = NULL;
	struct buf bare = {0};
	utf8proc_ssize_t n = utf8proc_map(
	    (const utf8proc_uint8_t *)b->s + start,
	    (utf8proc_ssize_t)(b->n - start), &decomposed,
	    UTF8PROC_STABLE | UTF8PROC_DECOMPOSE);
	const char *s = (const char *)decomposed;
	uint32_t c, base = 0;

	if (n < 0)
		die("utf8proc: %s", utf8proc_errmsg(n));
	for (const char *end = s + n; s < end;) {
		s += utf_step(s, end, &c);
		if (!(charclass_of(c) & CHARCLASS_MARK))
			base = c;
		else if (is_accent(c, base))
			continue;
		utf_put(&bare, c);
	}
	if (bare.n > 0) {
		b->n = start;
		norm_put(b, buf_str(&bare), form & (NORM_KC | NORM_FOLD));
	}
	buf_free(&bare);
	free(decomposed);
}

void
wordform_put(struct buf *out, struct str word, unsigned form)
{
	unsigned normal = form & (NORM_KC | NORM_FOLD);
	const char *s = word.s, *end = s + word.n;
	size_t start = out->n;
	struct buf mapped = {0};
	uint32_t c, next;

	if (needs_no_care(word, form)) {
		norm_put(out, word, normal);
		return;
	}
	while (s < end) {
		s += utf_step(s, end, &c);
		next = 0;
		if (s < end)
			utf_step(s, end, &next);
		if (!stays(c, form))
			c = plain(c);
		if (form & NORM_FOLD)
			c = fold_i(c, next, form);
		if (c != LEFT_OUT)
			utf_put(&mapped, c);
	}
	/* One that is only such a mark is itself. */
	norm_put(out, mapped.n > 0 ? buf_str(&mapped) : word, normal);
	if ((form & NORM_FOLD) && drop_dots(out, start))
		normalize_again(out, start, normal);
	if (form & WORDFORM_BARE)
		strip_accents(out, start, form);
	buf_free(&mapped);
}
