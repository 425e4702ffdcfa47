/* SPDX-License-Identifier: MIT */
#include "text/encoding/guess.h"

#include <limits.h>
#include <string.h>

#include <uchardet/uchardet.h>
#include <utf8proc.h>

#include "text/unicode/charclass.h"

#include "gen/letters.h"

/*
 * Encodings that can be taken for one another, the likeliest first.  Which
 * one it is, is asked anew, since uchardet 0.0.7 is weak there: among Latin
 * and Cyrillic ones on short texts, and in ISO-8859-13 and -16, KOI8-R for
 * KOI8-U, ISO-8859-8 for windows-1255, which look alike and are rare.
 */
static const struct {
	const char *name;
	int rare; /* what has to speak for it first */
} candidates[] = {
	{"windows-1252", 0}, {"windows-1251", 0}, {"windows-1250", 0},
	{"windows-1254", 2}, {"iso-8859-2", 2}, {"windows-1253", 0},
	{"iso-8859-7", 0}, {"windows-1255", 0}, {"koi8-r", 0},
	{"koi8-u", 0}, {"windows-1257", 4}, {"iso-8859-15", 0},
	{"iso-8859-5", 4}, {"ibm866", 4}, {"windows-1258", 12},
	{"x-mac-cyrillic", 16},
};

enum { SAID = 12, HINTED = 1, SPARSE = 128 };

/* What uchardet says, where it is no label or hardly a page's encoding. */
static const struct {
	const char *theirs, *ours;
	int trust;
} names[] = {
	{"IBM852", "windows-1250", HINTED},
	{"IBM855", "windows-1251", HINTED},
	{"ISO-8859-10", "windows-1252", HINTED},
	{"ISO-8859-13", "windows-1257", HINTED},
	{"ISO-8859-16", "windows-1250", HINTED},
	{"ISO-8859-3", "windows-1254", HINTED},
	{"ISO-8859-4", "windows-1257", HINTED},
	{"ISO-8859-8", "windows-1255", SAID},
	{"MAC-CENTRALEUROPE", "windows-1250", HINTED},
	{"MAC-CYRILLIC", "windows-1251", HINTED},
	{"UHC", "euc-kr", SAID},
};

/* What a byte is under an encoding. */
struct reading {
	enum { NOTHING, LOWER, UPPER, JOIN, PUNCTUATION, SYMBOL } sort;
	bool latin;
	int cost;           /* wherever it stands */
	const int8_t *gain; /* of a letter, by language; NULL: in none */
};

static const int8_t *
gain_of(uint32_t c)
{
	size_t low = 0, high = sizeof letters / sizeof *letters;

	while (low < high) {
		size_t middle = (low + high) / 2;

		if (letters[middle].c == c)
			return letters[middle].gain;
		if (letters[middle].c < c)
			low = middle + 1;
		else
			high = middle;
	}
	return NULL;
}

enum { MISFIT = 8, COST = 4, FITS = 4, WORD = 3 }; /* letters gain 3-8 */

/* Against it: what is not there, and the sign that no currency has. */
static struct reading
reading_of(uint32_t c)
{
	uint32_t small = (uint32_t)utf8proc_tolower((utf8proc_int32_t)c);
	charclass k = charclass_of(c);

	if (c == 0 || (c >= 0x7F && c < 0xA0))
		return (struct reading){NOTHING, false, 3 * COST, NULL};
	if (k & (CHARCLASS_LETTER | CHARCLASS_MARK))
		return (struct reading){small == c ? LOWER : UPPER,
		    c < 0x370, 0, gain_of(small)};
	if (c == 0xA0 || c == 0xAD || c == 0xB7 || c == '\'' || c == '-' ||
	    (c >= 0x2013 && c <= 0x2019) || c == 0x5BE || c == 0x5F3 ||
	    c == 0x5F4)
		return (struct reading){JOIN, false, 0, NULL};
	if (k & CHARCLASS_PUNCT || c <= ' ')
		return (struct reading){PUNCTUATION, false, 0, NULL};
	return (struct reading){SYMBOL, false, c == 0xA4 ? COST : 0, NULL};
}

static bool
is_letter_of(const struct reading *r)
{
	return r->sort == LOWER || r->sort == UPPER;
}

/* Letters of two scripts in one word. */
static bool
mixed(const struct reading *r, const struct reading *other)
{
	return is_letter_of(other) && r->latin != other->latin;
}

/*
 * What speaks against a byte where it stands: a sign within a word, a symbol
 * at one, a capital after a small letter, another script's letter beside it.
 */
static int
cost(const struct reading *r, const struct reading *before,
    const struct reading *after)
{
	int by = is_letter_of(before) + is_letter_of(after);

	switch (r->sort) {
	case SYMBOL:
		return r->cost + (by == 2 ? 3 * COST : by * COST - FITS);
	case PUNCTUATION:
		return by == 2 ? 2 * COST : -FITS;
	case JOIN:
		return is_letter_of(after) && !is_letter_of(before) ? 0 : -FITS;
	case UPPER:
		return (before->sort == LOWER ? 2 * COST : 0) +
		    (mixed(r, before) + mixed(r, after)) * COST;
	case LOWER:
		return (after->sort == UPPER ? 2 * COST : 0) +
		    (mixed(r, before) + mixed(r, after)) * COST;
	default:
		return r->cost;
	}
}

/* The letters' fit with the language that they fit best. */
static long
best_fit(const struct reading readings[256], const long count[256])
{
	long best = LONG_MIN;

	for (int l = 0; l < LANGUAGES; l++) {
		long fit = 0;

		for (int b = 128; b < 256; b++)
			if (readings[b].gain != NULL && readings[b].gain[l] > 0)
				fit += readings[b].gain[l] * count[b];
			else if (is_letter_of(&readings[b]))
				fit -= MISFIT * count[b];
		if (fit > best)
			best = fit;
	}
	return best;
}

/*
 * How well the text reads under an encoding.  Another script than Latin is
 * read only where it makes a word, since in a page of ASCII a stray symbol
 * would pass for its letter.
 */
static long
score(struct str text, const struct charset *as)
{
	struct reading readings[256], none = reading_of(' ');
	const unsigned char *s = (const unsigned char *)text.s;
	long count[256] = {0}, costs = 0;
	int run = 0, longest = 0, foreign = 0;

	for (uint32_t b = 0; b < 256; b++)
		readings[b] = reading_of(b < 128 ? b : as->upper[b - 128]);
	for (size_t i = 0; i < text.n; i++) {
		const struct reading *r = &readings[s[i]];

		run = is_letter_of(r) && !r->latin ? run + 1 : 0;
		longest = run > longest ? run : longest;
		if (s[i] < 128)
			continue;
		foreign |= run;
		count[s[i]]++;
		costs += cost(r, i > 0 ? &readings[s[i - 1]] : &none,
		    i + 1 < text.n ? &readings[s[i + 1]] : &none);
	}
	if (foreign && longest < WORD)
		return LONG_MIN / 2;
	return best_fit(readings, count) - costs;
}

/* The candidate that reads best; of equals the first. */
static const struct charset *
choose(struct str text, const struct charset *said, int trust)
{
	const struct charset *best = NULL;
	long most = LONG_MIN;

	for (size_t i = 0; i < sizeof candidates / sizeof *candidates; i++) {
		const struct charset *as = charset_find(str_of(candidates[i].name));
		long s = score(text, as) - candidates[i].rare +
		    (as == said ? trust : 0);

		if (s > most) {
			best = as;
			most = s;
		}
	}
	return best;
}

static const struct charset *
find(const char *name, int *trust)
{
	*trust = SAID;
	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if (strcmp(name, names[i].theirs) == 0) {
			*trust = names[i].trust;
			return charset_find(str_of(names[i].ours));
		}
	return charset_find(str_of(name));
}

static bool
is_candidate(const struct charset *said)
{
	for (size_t i = 0; i < sizeof candidates / sizeof *candidates; i++)
		if (said == charset_find(str_of(candidates[i].name)))
			return true;
	return false;
}

/* ---- signs only ---- */

/*
 * Where a sign of windows-1252 stands in a text.  Of a byte that could be a
 * letter of another encoding it is asked more.
 */
enum place {
	NO_SIGN,
	ANYWHERE,
	OUTSIDE,   /* at most one letter beside it */
	GUILLEMET, /* the same; in pairs where it opens or closes a word */
	OPENING,   /* no letter before it, no blank behind it */
	CLOSING,   /* no letter behind it */
	DEGREE,    /* no letter before it */
	CAPITAL,   /* no letter before it, no small letter behind it */
	ORDINAL,   /* a figure or an N before it, no letter behind it */
	CURRENCY,  /* no letter behind it, none before it but to a figure */
	APART,     /* no letter beside it */
	MICRO,     /* the same, but for a unit behind it: metre, gram, litre */
};

static enum place
place_of(unsigned char b)
{
	switch (b) {
	case 0x85: case 0x91: case 0x92: case 0x95: case 0x96: case 0x97:
	case 0xA0: case 0xAD: case 0xB4: case 0xB7:
		return ANYWHERE;
	case 0x93: case 0x94:
		return OUTSIDE;
	case 0xAB: case 0xBB:
		return GUILLEMET;
	case 0x82: case 0x84: case 0x8B:
		return OPENING;
	case 0x99: case 0x9B: case 0xAE:
		return CLOSING;
	case 0xB0:
		return DEGREE;
	case 0xA1: case 0xA9: case 0xBF:
		return CAPITAL;
	case 0xAA: case 0xBA:
		return ORDINAL;
	case 0x80: case 0xA2: case 0xA3: case 0xA5:
		return CURRENCY;
	case 0xB5:
		return MICRO;
	case 0x86: case 0x87: case 0x88: case 0x89: case 0x98: case 0xA6:
	case 0xA7: case 0xAC: case 0xB1: case 0xB6: case 0xBC: case 0xBD:
	case 0xBE: case 0xD7: case 0xF7:
		return APART;
	default:
		return NO_SIGN;
	}
}

static bool
is_letter(unsigned char b)
{
	return (b | 0x20) >= 'a' && (b | 0x20) <= 'z';
}

static bool
is_figure(unsigned char b)
{
	return b >= '0' && b <= '9';
}

static bool
in_place(enum place place, unsigned char before, unsigned char after)
{
	bool left = is_letter(before), right = is_letter(after);

	switch (place) {
	case ANYWHERE:
		return true;
	case OUTSIDE:
	case GUILLEMET:
		return !left || !right;
	case OPENING:
		return !left && after > ' ' && after != 0xA0;
	case CLOSING:
		return !right;
	case DEGREE:
		return !left;
	case CAPITAL:
		return !left && !(after >= 'a' && after <= 'z');
	case ORDINAL:
		return !right && (is_figure(before) ||
		    (before | 0x20) == 'n');
	case CURRENCY:
		return !right && (!left || is_figure(after));
	case APART:
		return !left && !right;
	case MICRO:
		return !left && (!right || strchr("mgl", after) != NULL);
	default:
		return false;
	}
}

/*
 * Whether all bytes beyond ASCII are signs of windows-1252, and each stands
 * where that sign stands: quotes, dashes, bullets, (c), blanks that do not
 * break.  They are what a text without accents has, and letters would hardly
 * keep to those bytes.
 */
static bool
signs_only(struct str text)
{
	const unsigned char *s = (const unsigned char *)text.s;
	size_t left = 0, right = 0;
	bool any = false, paired = false;

	for (size_t i = 0; i < text.n; i++) {
		unsigned char before = i > 0 ? s[i - 1] : ' ';
		unsigned char after = i + 1 < text.n ? s[i + 1] : ' ';
		enum place place = place_of(s[i]);

		if (s[i] < 0x80)
			continue;
		if (!in_place(place, before, after))
			return false;
		any = true;
		left += s[i] == 0xAB;
		right += s[i] == 0xBB;
		paired = paired || (s[i] == 0xBB && is_letter(before)) ||
		    (s[i] == 0xAB && is_letter(after));
	}
	return any && (!paired || left == right);
}

/*
 * How far uchardet is believed: no further than there are bytes to judge by,
 * and not at all where they are fewer than one in SPARSE, which are names and
 * borrowed words in a text without accents.
 */
static int
trust_in(struct str text, int trust)
{
	size_t high = 0;

	for (size_t i = 0; i < text.n; i++)
		high += (text.s[i] & 0x80) != 0;
	if (high * SPARSE < text.n)
		return 0;
	return high < (size_t)trust ? (int)high : trust;
}

const struct charset *
guess(struct str text)
{
	uchardet_t detector;
	const struct charset *found;
	int trust;

	if (signs_only(text))
		return charset_find(STR("windows-1252"));
	detector = uchardet_new();
	uchardet_handle_data(detector, text.s, text.n);
	uchardet_data_end(detector);
	found = find(uchardet_get_charset(detector), &trust);
	if (found == NULL || is_candidate(found))
		found = choose(text, found, trust_in(text, trust));
	uchardet_delete(detector);
	return found;
}
