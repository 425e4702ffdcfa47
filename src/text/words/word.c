/* SPDX-License-Identifier: MIT */
#include "text/words/word.h"

#include "text/unicode/charclass.h"
#include "text/unicode/utf.h"
#include "text/words/wordascii.h"
#include "text/words/wordclass.h"
#include "text/words/wordform.h"
#include "text/words/wordscan.h"

enum {
	PLAIN_MOST = 30, /* bytes */
	FIRST_EMOJI = 0x2300
};

static bool
is_emoji(const struct word_scan *s)
{
	enum charclass_word class = charclass_word(charclass_of(s->first));

	return class == WB_REGIONAL_INDICATOR ||
	    ((charclass_of(s->first) & CHARCLASS_PICTOGRAPH) &&
	    (s->first >= FIRST_EMOJI || s->presented));
}

/* Punctuation or a symbol: neither blank nor control nor no character. */
static bool
is_mark(const struct word_scan *s)
{
	uint32_t c = s->first;
	uint32_t class = BIT(charclass_word(charclass_of(c)));

	return c > ' ' && c != UTF_BAD && !(c >= 0x7F && c <= 0xA0) &&
	    c != 0x2007 && c != 0x202F &&
	    !(class & (LINE_END | IGNORED | BIT(WB_WSEGSPACE)));
}

static bool
is_word(const struct word_scan *s)
{
	return (s->kinds & (CHARCLASS_LETTER | CHARCLASS_NUMBER)) != 0 ||
	    ((s->set & WORD_RAISED) && word_is_raised(s->first)) ||
	    ((s->set & WORD_EMOJI) && is_emoji(s)) ||
	    ((s->set & WORD_PUNCT) && is_mark(s));
}

static bool
is_unspaced(const struct word_scan *s)
{
	return (charclass_of(s->first) & WORD_UNSPACED) && (s->kinds & CHARCLASS_LETTER);
}

/* The characters of a pair overlap with the next: only one is consumed. */
static void
pair(struct words *w, struct word_scan *s, struct segment *segment)
{
	bool was_paired = w->paired;

	w->paired = false;
	if (source_has(w->in, s->n + 1)) {
		struct word_scan next = word_scan(w->in, w->rules, s->n);

		if (is_unspaced(&next)) {
			segment->text.n = s->n + next.n;
			w->paired = true;
		}
	}
	segment->text.s = w->in->at;
	/* The last of a run was in a pair; alone it is a word itself. */
	if (was_paired && !w->paired)
		segment->word = false;
}

/*
 * The run of unspaced text that begins with this segment goes to the
 * dictionary, and its words are the next segments.
 */
static void
cut_run(struct words *w, const struct word_scan *first)
{
	size_t n = first->n;
	int words;

	while (n < WORDDICT_MOST && source_has(w->in, n + 1)) {
		struct word_scan next = word_scan(w->in, w->rules, n);

		if (!is_unspaced(&next) || n + next.n > WORDDICT_MOST)
			break;
		n += next.n;
	}
	if (n > WORDDICT_MOST)
		return;
	words = worddict_cut((struct str){w->in->at, n}, w->lengths);
	w->next = 0;
	w->cut = words;
}

static void
consume(struct words *w, struct segment *segment, size_t n)
{
	segment->offset = w->offset;
	w->in->at += n;
	w->offset += n;
	w->last = (unsigned char)w->in->at[-1];
	w->after_word = segment->word;
}

static bool
next_of_run(struct words *w, struct segment *segment)
{
	size_t n;

	if (w->next >= w->cut)
		return false;
	n = w->lengths[w->next++];
	segment->text = (struct str){w->in->at, n};
	segment->word = true;
	consume(w, segment, n);
	return true;
}

struct words
words_in(struct source *in, const struct word_rules *rules)
{
	return (struct words){.in = in, .rules = rules, .last = ' '};
}

void
words_skip(struct words *w, size_t n)
{
	if (n == 0)
		return;
	w->in->at += n;
	w->offset += n;
	w->last = (unsigned char)w->in->at[-1];
	/* Behind a word nothing begins, by its last byte, nor behind a mark. */
	w->after_word = false;
}

/* A segment that is plain to see; false: look closer. */
static bool
plain_segment(struct words *w, struct segment *segment)
{
	const char *s = w->in->at;
	unsigned set = w->rules == NULL ? 0 : w->rules->set;
	bool careful = set & WORD_JOINS;
	size_t n = 0;

	if (w->in->end - s < PLAIN_MOST + 2)
		return false;
	while (n < PLAIN_MOST && wordascii_class(s + n) == ALPHA)
		n++;
	segment->word = n > 0;
	if (n == 0) {
		/* Not CR LF, nor spaces in a row, nor a mark with accents. */
		if (wordascii_class(s) == OTHER || (signed char)s[1] < 0 ||
		    *s == '\r' || (*s == ' ' && s[1] == ' ') ||
		    (set & WORD_PUNCT) ||
		    (careful && wordascii_may_be_more(s, w->last)))
			return false;
		n = 1;
	} else if (n == PLAIN_MOST || !wordascii_ends(s + n, careful)) {
		return false;
	}
	segment->text = (struct str){s, n};
	consume(w, segment, n);
	return true;
}

bool
word_next(struct words *w, struct segment *segment)
{
	struct word_scan s;
	size_t n = 0;

	if (next_of_run(w, segment) || plain_segment(w, segment))
		return true;
	if (w->in->at == w->in->end && !source_more(w->in))
		return false;
	s = word_scan(w->in, w->rules, 0);
	if ((s.set & WORD_URL) && !w->after_word &&
	    wordlink_may_begin(w->last))
		n = wordlink(w->in, w->offset, &w->ahead);
	if (n > s.n)
		s = (struct word_scan){.in = w->in, .n = n, .kinds = CHARCLASS_LETTER};
	else if (s.set & WORD_EXTENDS)
		word_extend(&s, w->last);
	if (WORDDICT && (s.set & WORD_DICTIONARY) && is_unspaced(&s))
		cut_run(w, &s);
	if (next_of_run(w, segment))
		return true;
	*segment = (struct segment){.text = word_scanned(&s), .word = is_word(&s)};
	if ((s.set & WORD_BIGRAM) && is_unspaced(&s))
		pair(w, &s, segment);
	consume(w, segment, s.n);
	return true;
}

/* The bytes of an apostrophe with a letter behind it; 0: there is none. */
static inline size_t
apostrophe(const char *s)
{
	if (*s == '\'')
		return wordascii_class(s + 1) == ALPHA;
	return *s == '\xE2' && s[1] == '\x80' && s[2] == '\x99' &&
	    wordascii_class(s + 3) == ALPHA ? 3 : 0;
}

/* A dash, double quote, bullet or ellipsis of three bytes: never in a word. */
static inline bool
is_mark_apart(const char *s)
{
	if (*s != '\xE2' || s[1] != '\x80')
		return false;
	switch ((unsigned char)s[2]) {
	case 0x93: case 0x94: case 0x95: /* dashes */
	case 0x9C: case 0x9D: case 0x9E: /* quotes */
	case 0xA2: case 0xA6:            /* bullet, ellipsis */
		return true;
	default:
		return false;
	}
}

/* A code point of three bytes at `s`, which is well-formed; 0: it is not. */
static inline uint32_t
three_bytes(const char *s)
{
	const unsigned char *p = (const unsigned char *)s;

	if (p[0] <= 0xE0 || p[0] >= 0xED || (p[1] & 0xC0) != 0x80 ||
	    (p[2] & 0xC0) != 0x80)
		return 0;
	return (uint32_t)(p[0] & 0x0F) << 12 | (uint32_t)(p[1] & 0x3F) << 6 |
	    (p[2] & 0x3F);
}

/*
 * Whether the code point of three bytes at `s` is a segment by itself: an
 * ideograph, or a mark, with no combining character behind it.
 */
static inline bool
is_apart(const char *s, charclass *kind)
{
	uint32_t c = three_bytes(s), next;

	if (c == 0)
		return false;
	*kind = word_kind(c, charclass_of(c));
	if (charclass_word(*kind) != WB_OTHER || c == 0x202F || s[3] == '.')
		return false;
	if ((signed char)s[3] >= 0)
		return true;
	next = three_bytes(s + 3);
	return next != 0 &&
	    !(BIT(charclass_word(charclass_of(next))) & IGNORED);
}

/* Whether what follows a mark between words is not joined to the mark. */
static inline bool
parts_from(const char *s)
{
	charclass kind;

	return (signed char)*s >= 0 || is_mark_apart(s) ||
	    ((unsigned char)*s >= 0xE3 && is_apart(s, &kind));
}

bool
word_point_is_apart(const struct word_rules *r, const char *s, size_t n)
{
	char lower[PLAIN_MOST];

	if (n < 2 || n > sizeof lower || (s[n + 1] != ' ' && s[n + 1] != '\n'))
		return false;
	if (!(r->set & WORD_ABBREV))
		return true;
	for (size_t i = 0; i < n; i++)
		lower[i] = s[i] | 0x20;
	return abbr_find(&r->abbr, (struct str){lower, n}) == 0;
}

/* The length of the word at `s`, if it is plain to see; 0: look closer. */
static inline __attribute__((always_inline)) size_t
plain_word(const struct words *w, const char *s, bool careful, bool joins)
{
	size_t n = wordascii_letters(s), mark;

	if (n == 16)
		return 0;
	if (wordascii_ends(s + n, careful))
		return n;
	if (is_mark_apart(s + n) && parts_from(s + n + 3))
		return n;
	if (careful && s[n] == '.' && word_point_is_apart(w->rules, s, n))
		return n;
	if (!joins || (mark = apostrophe(s + n)) == 0)
		return 0;
	mark += n;
	n = wordascii_letters(s + mark);
	return n < 16 && wordascii_ends(s + mark + n, careful) ? mark + n : 0;
}

/* The same of a number: digits with a blank behind them, or a mark and one. */
static inline size_t
plain_number(const char *s)
{
	size_t n = 0;

	while (n < PLAIN_MOST && s[n] >= '0' && s[n] <= '9')
		n++;
	return n < PLAIN_MOST && wordascii_ends(s + n, true) ? n : 0;
}

static inline bool
take_plain(struct words *w, struct segment *segment, size_t n)
{
	*segment = (struct segment){{w->in->at, n}, true, 0};
	consume(w, segment, n);
	return true;
}

/*
 * Pass over what is between words, and take the next one, as far as both are
 * plain to see; false: look closer at what is there now.
 */
static inline __attribute__((always_inline)) bool
plain_next(struct words *w, struct segment *segment, bool careful, bool joins)
{
	const char *start = w->in->at, *s = start;
	const char *end = w->in->end - 2 * PLAIN_MOST;
	charclass kind;
	size_t n;

	for (; s < end; s++) {
		unsigned char class = wordascii_class(s);

		if (class == ALPHA || (*s >= '0' && *s <= '9')) {
			n = class == ALPHA ? plain_word(w, s, careful, joins)
			    : plain_number(s);
			words_skip(w, (size_t)(s - start));
			if (n == 0)
				return false;
			return take_plain(w, segment, n);
		}
		if ((unsigned char)*s >= 0xE3 && is_apart(s, &kind)) {
			if (!(kind & (CHARCLASS_LETTER | CHARCLASS_NUMBER))) {
				s += 2;
				continue;
			}
			words_skip(w, (size_t)(s - start));
			return take_plain(w, segment, 3);
		}
		if (is_mark_apart(s) && parts_from(s + 3)) {
			s += 2;
			continue;
		}
		if (class == OTHER || !parts_from(s + 1) ||
		    (careful && wordascii_may_be_more(s, s > start
		    ? (unsigned char)s[-1] : w->last)))
			break;
	}
	words_skip(w, (size_t)(s - start));
	return false;
}

bool
word_next_word(struct words *w, struct segment *segment)
{
	unsigned set = w->rules == NULL ? 0 : w->rules->set;
	bool careful = set & WORD_JOINS;
	bool joins = !(set & (WORD_ELISION | WORD_APOCOPE));

	for (;;) {
		if (w->next >= w->cut && !(set & (WORD_PUNCT | WORD_EMOJI |
		    WORD_BIGRAM | WORD_DICTIONARY)) &&
		    w->in->end - w->in->at > 2 * PLAIN_MOST &&
		    (careful ? plain_next(w, segment, true, joins)
		    : plain_next(w, segment, false, joins)))
			return true;
		if (!word_next(w, segment))
			return false;
		if (segment->word)
			return true;
	}
}

bool
word_is_clause_mark(uint32_t c)
{
	if (!(charclass_of(c) & CHARCLASS_PUNCT))
		return false;
	return !wordform_is_apostrophe(c) && c != 0x2018 && c != '-' &&
	    c != 0x2010 && c != 0x2011 &&
	    charclass_word(charclass_of(c)) != WB_EXTENDNUMLET &&
	    (c >= 0x80 || strchr("#%&*/@\\", (int)c) == NULL);
}

bool
word_ends_clause(struct str segment)
{
	uint32_t c;

	utf_step(segment.s, segment.s + segment.n, &c);
	return word_is_clause_mark(c);
}
