/* SPDX-License-Identifier: MIT */
#include "text/count/fastcount.h"

#ifdef __SSE2__
#include <emmintrin.h>
#endif

#include "text/unicode/fold.h"
#include "text/unicode/norm.h"
#include "text/unicode/utf.h"
#include "text/count/sequence.h"
#include "text/words/wordclass.h"
#include "text/words/wordform.h"
#include "text/words/wordascii.h"

enum { WORD_BYTES = 96 }; /* of a word taken here, folded or not */

/*
 * The ASCII letters at `s`, up to 16, in lower case if `fold`: how many, and
 * in `word` they and zeroes.
 */
#ifdef __SSE2__
static inline size_t
take_letters(const char *s, bool fold, uint64_t word[2])
{
	static const unsigned char masks[32] = {
		255, 255, 255, 255, 255, 255, 255, 255,
		255, 255, 255, 255, 255, 255, 255, 255,
	};
	__m128i text = _mm_loadu_si128((const __m128i *)(const void *)s);
	__m128i lower = _mm_or_si128(text, _mm_set1_epi8(0x20));
	/* Bytes are signed: those above ASCII are below 'a'. */
	__m128i letters = _mm_and_si128(
	    _mm_cmpgt_epi8(lower, _mm_set1_epi8('a' - 1)),
	    _mm_cmplt_epi8(lower, _mm_set1_epi8('z' + 1)));
	unsigned others = ~(unsigned)_mm_movemask_epi8(letters) | 0x10000;
	size_t n = (size_t)__builtin_ctz(others);

	text = _mm_and_si128(fold ? lower : text, _mm_loadu_si128(
	    (const __m128i *)(const void *)(masks + 16 - n)));
	_mm_storeu_si128((__m128i *)(void *)word, text);
	return n;
}
#else
static inline size_t
take_letters(const char *s, bool fold, uint64_t word[2])
{
	char bytes[16] = {0};
	size_t n;

	for (n = 0; n < 16 && wordascii_class(s + n) == ALPHA; n++)
		bytes[n] = (char)(fold ? s[n] | 0x20 : s[n]);
	memcpy(word, bytes, sizeof bytes);
	return n;
}
#endif

static inline void
count_slot(struct fastcount *q, struct map_slot *slot, size_t place,
    bool numbered)
{
	if (numbered)
		q->numbers[place] = vocab_number(q->vocab, slot);
	else
		slot->count++;
}

static inline void
count_near(struct fastcount *q, struct map_near key, bool numbered)
{
	struct map *m = &q->vocab->map;
	unsigned next = q->next++ % FASTCOUNT_PENDING;

	q->words++;
	/* Memory is slow: ask for the slot now, look into it later. */
	if (q->pending[next].key.n != 0)
		count_slot(q, map_near_at(m, &q->pending[next].key),
		    q->pending[next].place, numbered);
	q->pending[next].key = key;
	if (numbered)
		q->pending[next].place = q->n++;
	map_reach(m, &key);
}

static void
count_far(struct fastcount *q, struct str key)
{
	q->words++;
	count_slot(q, map_at(&q->vocab->map, key), q->n, q->numbers != NULL);
	q->n += q->numbers != NULL;
}

/* What is no word may end a line, or a clause. */
static inline void
pass_gap(struct fastcount *q, uint32_t c)
{
	if (q->numbers == NULL)
		return;
	if (c == '\n' && q->lines)
		q->numbers[q->n++] = SEQUENCE_LINE;
	else if (q->clauses && word_is_clause_mark(c))
		q->numbers[q->n++] = SEQUENCE_BREAK;
}

void
fastcount_end(struct fastcount *q)
{
	struct map *m = &q->vocab->map;

	for (int i = 0; i < FASTCOUNT_PENDING; i++) {
		if (q->pending[i].key.n != 0)
			count_slot(q, map_near_at(m, &q->pending[i].key),
			    q->pending[i].place, q->numbers != NULL);
		q->pending[i].key.n = 0;
	}
}

/* A code point of one to three bytes at `s`; its length, 0 for all else. */
static inline size_t
decode(const char *s, uint32_t *c)
{
	const unsigned char *p = (const unsigned char *)s;

	if (p[0] < 0x80) {
		*c = p[0];
		return 1;
	}
	if (p[0] >= 0xC2 && p[0] < 0xE0 && (p[1] & 0xC0) == 0x80) {
		*c = (uint32_t)(p[0] & 0x1F) << 6 | (p[1] & 0x3F);
		return 2;
	}
	if ((p[0] & 0xF0) != 0xE0 || (p[1] & 0xC0) != 0x80 ||
	    (p[2] & 0xC0) != 0x80)
		return 0;
	*c = (uint32_t)(p[0] & 0x0F) << 12 | (uint32_t)(p[1] & 0x3F) << 6 |
	    (p[2] & 0x3F);
	return *c >= 0x800 && (*c < 0xD800 || *c > 0xDFFF) ? 3 : 0;
}

/* A code point and its class; class 0 bits where it is beyond decode. */
struct point {
	uint32_t c, class; /* a BIT */
	charclass kind;
	size_t n;
};

static inline bool
point_at(const char *s, struct point *p)
{
	p->n = decode(s, &p->c);
	if (p->n == 0)
		return false;
	p->kind = charclass_of(p->c);
	p->class = BIT(charclass_word(p->kind));
	return (p->class & IGNORED) == 0;
}

/* A word being folded. */
struct folded {
	char bytes[WORD_BYTES + 8];
	size_t n;
};

/* What wordform.h does more with than fold. */
static inline bool
is_special(uint32_t c)
{
	return (c >= 0x55A && c <= 0x55E) || c == 0x5F3 || c == 0x5F4;
}

static inline bool
fold(struct folded *f, uint32_t c, unsigned form, bool as_written)
{
	uint8_t how = fold_of(c);

	if (!as_written && wordform_is_apostrophe(c)) {
		c = '\'';
		how = FOLD_SAME;
	}
	if (how != FOLD_SAME) {
		if (how == FOLD_SLOW || how == FOLD_MARK ||
		    (c >= 0x80 && (form & NORM_KC)))
			return false;
		if (how >= FOLD_DISTANCE && (form & NORM_FOLD))
			c += (uint32_t)fold_distance[how];
	} else if (is_special(c)) {
		return false;
	}
	f->n += (size_t)utf_encode(c, f->bytes + f->n);
	return f->n <= WORD_BYTES;
}

/*
 * Take the word that begins with `p` at `s` (p is a letter, a digit or the
 * like), to where the next segment begins; NULL: not sure.
 */
static const char *
take_word(const struct fastcount *q, const char *s, struct point *p,
    struct folded *f, charclass *kinds)
{
	struct point middle;
	uint32_t before;

	for (;;) {
		before = p->class;
		*kinds |= word_kind(p->c, p->kind);
		if (!fold(f, p->c, q->form, q->as_written))
			return NULL;
		s += p->n;
		if (!point_at(s, p))
			return NULL;
		if (word_joins[__builtin_ctz(before)] & p->class)
			continue;
		if (before == BIT(WB_HEBREW_LETTER) &&
		    p->class == BIT(WB_DOUBLE_QUOTE))
			return NULL;
		if (p->c == '`' || p->c == 0xB4 || p->c == 0x202F ||
		    (before == BIT(WB_NUMERIC) &&
		    wordform_is_group_space(p->c)))
			return NULL;
		if (!((before & LETTER) && (p->class & IN_WORD)) &&
		    !(before == BIT(WB_NUMERIC) && (p->class & IN_NUMBER)))
			return s;
		middle = *p;
		if (!point_at(s + middle.n, p))
			return NULL;
		if (!(p->class & (before & LETTER ? LETTER : before)))
			return s;
		if (q->careful && (q->elision || !wordform_is_apostrophe(middle.c)))
			return NULL;
		if (!fold(f, middle.c, q->form, q->as_written))
			return NULL;
		s += middle.n;
	}
}

/* Count the segment at `s`, if it is a word; its end, or NULL: not sure. */
static const char *
count_segment(struct fastcount *q, const char *s)
{
	struct folded f;
	struct point p, next;
	uint64_t word[2] = {0};
	charclass kinds = 0;

	f.n = 0;
	memcpy(f.bytes, word, sizeof word);
	if (!point_at(s, &p) || (q->unspaced &&
	    (p.kind & (CHARCLASS_CJK | CHARCLASS_UNSPACED))))
		return NULL;
	if (p.class & CONNECTED) {
		s = take_word(q, s, &p, &f, &kinds);
		if (s == NULL || (q->careful && !wordascii_ends(s, true)))
			return NULL;
	} else {
		/* One code point, if nothing that is ignored follows. */
		if (!point_at(s + p.n, &next))
			return NULL;
		kinds = word_kind(p.c, p.kind);
		s += p.n;
		if ((kinds & (CHARCLASS_LETTER | CHARCLASS_NUMBER)) == 0) {
			if (q->careful && word_is_raised(p.c))
				return NULL;
			pass_gap(q, p.c);
			return s;
		}
		if (q->careful || !fold(&f, p.c, q->form,
		    q->as_written))
			return NULL;
	}
	/* A connector alone is no word. */
	if ((kinds & (CHARCLASS_LETTER | CHARCLASS_NUMBER)) == 0)
		return q->careful ? NULL : s;
	if (f.n > MAP_INLINE) {
		count_far(q, (struct str){f.bytes, f.n});
	} else {
		memcpy(word, f.bytes, sizeof word);
		count_near(q, map_near(&q->vocab->map, word[0], word[1], f.n),
		    q->numbers != NULL);
	}
	return s;
}

/* `numbered` and `careful` are constants where this is called. */
static inline __attribute__((always_inline)) const char *
count_all(struct fastcount *q, const char *s, const char *end, bool numbered,
    bool careful)
{
	bool to_lower = q->form & NORM_FOLD, turkic = q->turkic;
	const char *start = s;

	while (s < end && (!numbered || q->n + FASTCOUNT_SPARE <= q->room)) {
		unsigned char class = wordascii_class(s);

		if (class == ALPHA && !turkic) {
			uint64_t word[2];
			size_t n = take_letters(s, to_lower, word);

			if (n < 16 && (wordascii_ends(s + n, careful) ||
			    (careful && s[n] == '.' &&
			    word_point_is_apart(q->rules, s, n)))) {
				count_near(q, map_near(&q->vocab->map, word[0],
				    word[1], n), numbered);
				s += n;
				class = GAP;
			}
		}
		if (careful && (class == GAP || class == MIDDLE) &&
		    wordascii_may_be_more(s, s > start ?
		    (unsigned char)s[-1] : q->last))
			return s;
		if ((class == GAP || class == MIDDLE) &&
		    (signed char)s[1] >= 0) {
			if (numbered)
				pass_gap(q, (unsigned char)*s);
			s++;
		} else {
			const char *next = count_segment(q, s);

			if (next == NULL)
				return s;
			s = next;
		}
	}
	return s;
}

const char *
fastcount_count(struct fastcount *q, const char *s, const char *end)
{
	if (q->numbers != NULL)
		return q->careful ? count_all(q, s, end, true, true)
		    : count_all(q, s, end, true, false);
	return q->careful ? count_all(q, s, end, false, true)
	    : count_all(q, s, end, false, false);
}
