/* SPDX-License-Identifier: MIT */
#include "text/words/word.h"

#include "text/unicode/charclass.h"
#include "text/unicode/utf.h"
#include "text/words/wordclass.h"
#include "text/words/wordlink.h"
#include "text/words/wordascii.h"

#define UNSPACED (CHARCLASS_CJK | CHARCLASS_UNSPACED)

enum {
	ABBREVIATION_MOST = 32, /* bytes */
	PLAIN_MOST = 30,        /* the same */
	FIRST_EMOJI = 0x2300
};

/* One segment being measured. */
struct scan {
	struct source *in;
	const struct word_rules *rules;
	unsigned set;  /* the rules in force */
	size_t start;  /* where it begins, after in->at */
	size_t n;      /* its length so far */
	charclass kinds;    /* of all its code points together */
	uint32_t first; /* of them */
	bool presented; /* as an emoji: a variation selector asks for it */
};

/* A code point ahead. */
struct look {
	uint32_t c;
	charclass kind;
	enum charclass_word class;
	size_t n; /* its bytes */
};

static size_t
bytes_of(unsigned char lead)
{
	return lead < 0xC0 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
}

/*
 * Look at what stands `at` bytes after the segment's beginning; false at the
 * end of the text, or where a segment must end.
 */
static bool
look(const struct scan *s, size_t at, struct look *l)
{
	struct source *in = s->in;
	size_t place = s->start + at, need;

	if (at >= WORD_MOST - 4 || !source_has(in, place + 1))
		return false;
	need = bytes_of((unsigned char)in->at[place]);
	if (need > 1)
		source_has(in, place + need);
	l->n = (size_t)utf_step(in->at + place, in->end, &l->c);
	l->kind = charclass_of(l->c);
	l->class = charclass_word(l->kind);
	return true;
}

/* The code point becomes part of the segment. */
static void
take(struct scan *s, const struct look *l)
{
	s->n += l->n;
	s->kinds |= l->kind;
	if (l->c == 0xFE0F)
		s->presented = true;
}

/* Past what WB4 ignores, from `at`: is a class of `wanted` there? */
static bool
comes(const struct scan *s, size_t at, uint32_t wanted)
{
	struct look l;

	while (look(s, at, &l)) {
		if ((BIT(l.class) & IGNORED) == 0)
			return (BIT(l.class) & wanted) != 0;
		at += l.n;
	}
	return false;
}

static bool
is_hyphen(uint32_t c)
{
	return c == '-' || c == 0x2010 || c == 0x2011;
}

/*
 * The classes that must follow `l` to make it a bridge from `before`: WB6
 * and 7, 7b and c, 11 and 12, and what the rules say alike of others.
 */
static uint32_t
far_side(const struct scan *s, enum charclass_word before, const struct look *l)
{
	uint32_t one = BIT(l->class), from = BIT(before);

	if ((from & LETTER) && (one & IN_WORD))
		return LETTER;
	if (before == WB_HEBREW_LETTER && l->class == WB_DOUBLE_QUOTE)
		return BIT(WB_HEBREW_LETTER);
	if (before == WB_NUMERIC && (one & IN_NUMBER))
		return BIT(WB_NUMERIC);
	if ((s->set & WORD_HYPHEN) && is_hyphen(l->c) &&
	    (from & (LETTER | BIT(WB_NUMERIC))))
		return LETTER | BIT(WB_NUMERIC);
	if ((s->set & WORD_NUMBER) && before == WB_NUMERIC &&
	    (l->c == ':' || l->c == '/'))
		return BIT(WB_NUMERIC);
	return 0;
}

/* WB3: CR LF is one.  After LF nothing is looked at: it may yet be typed. */
static void
take_line_end(struct scan *s, const struct look *first)
{
	struct look next;

	if (first->class == WB_CR && look(s, 1, &next) && next.class == WB_LF)
		take(s, &next);
}

static struct str
text_of(const struct scan *s)
{
	return (struct str){s->in->at + s->start, s->n};
}

static bool
is_one_of(struct str s, const char *const *words)
{
	char lower[16];
	size_t n = abbr_fold(s, lower, sizeof lower);

	for (; *words != NULL; words++)
		if (s.n < sizeof lower &&
		    str_eq((struct str){lower, n}, str_of(*words)))
			return true;
	return false;
}

/* An article or pronoun that lost its vowel ends with the apostrophe. */
static bool
elides(const struct scan *s, uint32_t apostrophe)
{
	/* Words that have one inside; a name that begins with O'. */
	static const char *const whole[] = {"aujourd", "o", "prud", NULL};

	return (s->set & WORD_ELISION) &&
	    (apostrophe == '\'' || apostrophe == 0x2019) &&
	    !is_one_of(text_of(s), whole);
}

/* ASCII letters behind a letter, in one go: most of most words. */
static void
take_letters(struct scan *s)
{
	const char *start = s->in->at + s->start + s->n, *end = s->in->end;
	const char *at = start;

	if (end - at > WORD_MOST - 8 - (ptrdiff_t)s->n)
		end = at + (WORD_MOST - 8 - (ptrdiff_t)s->n);
	while (at < end && (*at | 0x20) >= 'a' && (*at | 0x20) <= 'z')
		at++;
	/* Not all that is of class ALetter is a letter; these are. */
	if (at > start)
		s->kinds |= CHARCLASS_LETTER;
	s->n += (size_t)(at - start);
}

/* All that belongs to the segment after its first code point. */
static void
take_rest(struct scan *s, const struct look *first)
{
	struct look l;
	/* WB4: the last that was not ignored; the last. */
	enum charclass_word before = first->class, last = before;
	bool bridged = false, half = before == WB_REGIONAL_INDICATOR;

	for (;;) {
		if (before == WB_ALETTER && last == before && !bridged)
			take_letters(s);
		if (!look(s, s->n, &l))
			return;
		if (BIT(l.class) & IGNORED) {
			last = l.class;
		} else if (bridged || (word_joins[before] & BIT(l.class)) ||
		    (last == WB_ZWJ && (l.kind & CHARCLASS_PICTOGRAPH)) || /* 3c */
		    (last == WB_WSEGSPACE && l.class == last)) {      /* 3d */
			before = last = l.class;
			bridged = false;
		} else if (half && l.class == WB_REGIONAL_INDICATOR) {
			half = false; /* WB15, 16: in pairs */
			last = l.class;
		} else if (comes(s, s->n + l.n, far_side(s, before, &l))) {
			if (elides(s, l.c)) {
				take(s, &l);
				return;
			}
			last = l.class;
			bridged = true;
		} else {
			return;
		}
		take(s, &l);
	}
}

static struct scan
scan_segment(struct source *in, const struct word_rules *rules, size_t start)
{
	struct scan s = {.in = in, .rules = rules, .start = start,
	    .set = rules == NULL ? 0 : rules->set};
	struct look l = {0};

	look(&s, 0, &l);
	s.first = l.c;
	take(&s, &l);
	/* Alone, also where marks follow: no word has either in it. */
	if (l.c == UTF_BAD || l.c == 0)
		return s;
	if (BIT(l.class) & LINE_END)
		take_line_end(&s, &l);
	else if (!((s.set & WORD_BIGRAM) && (l.kind & UNSPACED)))
		take_rest(&s, &l);
	else
		while (look(&s, s.n, &l) && (BIT(l.class) & IGNORED))
			take(&s, &l);
	return s;
}

/* "U.S": single letters with points between, at least two. */
static bool
is_dotted(struct str t)
{
	const char *s = t.s, *end = t.s + t.n;
	uint32_t c;

	if (t.n < 3)
		return false;
	for (;;) {
		s += utf_step(s, end, &c);
		if ((charclass_of(c) & CHARCLASS_LETTER) == 0)
			return false;
		if (s == end)
			return true;
		if (*s++ != '.' || s == end)
			return false;
	}
}

/* What follows the point at `at`, and blanks. */
static bool
look_behind_point(const struct scan *s, size_t at, struct look *l)
{
	at++;
	while (look(s, at, l) && l->c == ' ')
		at++;
	return look(s, at, l);
}

/* "J." with a capital behind it; not "I.", which is more often the word. */
static bool
is_initial(const struct scan *s)
{
	struct look l;
	uint32_t c;
	struct str t = text_of(s);

	return (size_t)utf_step(t.s, t.s + t.n, &c) == t.n && c != 'I' &&
	    charclass_sentence(charclass_of(c)) == SB_UPPER &&
	    look_behind_point(s, s->n, &l) &&
	    charclass_sentence(l.kind) == SB_UPPER;
}

/* Whether the point behind the word is part of it. */
static bool
is_abbreviation(const struct scan *s)
{
	struct str t = text_of(s);
	char lower[ABBREVIATION_MOST];
	unsigned known;
	struct look l;

	if (t.n >= sizeof lower)
		return false;
	if (is_dotted(t) || is_initial(s))
		return true;
	/* The point may have been the last byte of the window. */
	t = text_of(s);
	known = abbr_find(&s->rules->abbr,
	    (struct str){lower, abbr_fold(t, lower, sizeof lower)});
	if (known & (ABBR_NEVER | ABBR_MAYBE))
		return true;
	return (known & ABBR_NUMBER) && look_behind_point(s, s->n, &l) &&
	    (l.kind & CHARCLASS_NUMBER);
}

static void
take_point(struct scan *s)
{
	struct look l;

	if ((s->kinds & CHARCLASS_LETTER) && look(s, s->n, &l) && l.c == '.' &&
	    is_abbreviation(s))
		take(s, &l);
}

static bool
is_emoji(const struct scan *s)
{
	enum charclass_word class = charclass_word(charclass_of(s->first));

	return class == WB_REGIONAL_INDICATOR ||
	    ((charclass_of(s->first) & CHARCLASS_PICTOGRAPH) &&
	    (s->first >= FIRST_EMOJI || s->presented));
}

/* Punctuation or a symbol: neither blank nor control nor no character. */
static bool
is_mark(const struct scan *s)
{
	uint32_t c = s->first;
	uint32_t class = BIT(charclass_word(charclass_of(c)));

	return c > ' ' && c != UTF_BAD && !(c >= 0x7F && c <= 0xA0) &&
	    c != 0x2007 && c != 0x202F &&
	    !(class & (LINE_END | IGNORED | BIT(WB_WSEGSPACE)));
}

static bool
is_word(const struct scan *s)
{
	return (s->kinds & (CHARCLASS_LETTER | CHARCLASS_NUMBER)) != 0 ||
	    ((s->set & WORD_EMOJI) && is_emoji(s)) ||
	    ((s->set & WORD_PUNCT) && is_mark(s));
}

static bool
is_unspaced(const struct scan *s)
{
	return (charclass_of(s->first) & UNSPACED) && (s->kinds & CHARCLASS_LETTER);
}

/* The characters of a pair overlap with the next: only one is consumed. */
static void
pair(struct words *w, struct scan *s, struct segment *segment)
{
	bool was_paired = w->paired;

	w->paired = false;
	if (source_has(w->in, s->n + 1)) {
		struct scan next = scan_segment(w->in, w->rules, s->n);

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
cut_run(struct words *w, const struct scan *first)
{
	size_t n = first->n;
	int words;

	while (n < WORDDICT_MOST && source_has(w->in, n + 1)) {
		struct scan next = scan_segment(w->in, w->rules, n);

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
	struct scan s;
	size_t n = 0;

	if (next_of_run(w, segment) || plain_segment(w, segment))
		return true;
	if (w->in->at == w->in->end && !source_more(w->in))
		return false;
	s = scan_segment(w->in, w->rules, 0);
	if ((s.set & WORD_URL) && !w->after_word &&
	    wordlink_may_begin(w->last))
		n = wordlink(w->in, w->offset, &w->ahead);
	if (n > s.n)
		s = (struct scan){.in = w->in, .n = n, .kinds = CHARCLASS_LETTER};
	else if (s.set & WORD_ABBREV)
		take_point(&s);
	if (WORDDICT && (s.set & WORD_DICTIONARY) && is_unspaced(&s))
		cut_run(w, &s);
	if (next_of_run(w, segment))
		return true;
	*segment = (struct segment){.text = text_of(&s), .word = is_word(&s)};
	if ((s.set & WORD_BIGRAM) && is_unspaced(&s))
		pair(w, &s, segment);
	consume(w, segment, s.n);
	return true;
}
