/* SPDX-License-Identifier: MIT */
#include "html/words/byline.h"

#include "base/ascii.h"
#include "gen/bylines.h"
#include "html/words/plain.h"
#include "text/unicode/norm.h"
#include "text/unicode/utf.h"

enum { PHRASE_BYTES = 48 };

/* ---- words ---- */

static const struct byline_word *
find_word(struct str s)
{
	size_t low = 0, high = sizeof byline_words / sizeof *byline_words;

	while (low < high) {
		size_t middle = (low + high) / 2;
		int d = strncmp(byline_words[middle].text, s.s, s.n);

		if (d == 0 && byline_words[middle].text[s.n] == '\0')
			return &byline_words[middle];
		if (d < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return NULL;
}

static bool
is_letter_at(struct str s, size_t at)
{
	uint32_t c;

	if (at >= s.n)
		return false;
	utf_step(s.s + at, s.s + s.n, &c);
	return c < 0x80 ? ascii_is_alnum((int)c) : c >= 0xC0 &&
	    !(c >= 0x2000 && c <= 0x206F) && !(c >= 0x3000 && c <= 0x303F) &&
	    !(c >= 0xFF00 && c <= 0xFF1F);
}

/*
 * The words from `*low` to before `*high` share the first i bytes; of them
 * those whose next is `c`.
 */
static void
narrow(size_t *low, size_t *high, size_t i, unsigned char c)
{
	size_t l = *low, h = *high;

	while (l < h) {
		size_t middle = (l + h) / 2;

		if ((unsigned char)byline_words[middle].text[i] < c)
			l = middle + 1;
		else
			h = middle;
	}
	*low = l;
	h = *high;
	while (l < h) {
		size_t middle = (l + h) / 2;

		if ((unsigned char)byline_words[middle].text[i] <= c)
			l = middle + 1;
		else
			h = middle;
	}
	*high = l;
}

/* By a word's first letter, of ASCII, which its second is, a bit each. */
static uint32_t second_letters[32];

static void
index_words(void)
{
	for (size_t i = 0; i < sizeof byline_words / sizeof *byline_words; i++) {
		const unsigned char *w = (const unsigned char *)
		    byline_words[i].text;

		if (w[0] < 0x80)
			second_letters[w[0] % 32] |= w[1] != '\0' && w[1] <
			    0x80 ? 1u << w[1] % 32 : ~0u;
	}
}

/*
 * ASCII that no mark follows folds to itself in small letters, whose last five
 * bits are those of the capital.
 */
bool
byline_begins(struct str s)
{
	const unsigned char *t = (const unsigned char *)s.s;

	if (second_letters['b' % 32] == 0)
		index_words();
	return s.n < 3 || t[0] >= 0x80 || t[1] >= 0x80 || t[2] >= 0x80 ||
	    (second_letters[t[0] % 32] >> t[1] % 32 & 1) != 0;
}

size_t
byline_word(struct str s, unsigned kinds, unsigned *found)
{
	size_t most = s.n < PHRASE_BYTES ? s.n : PHRASE_BYTES;
	size_t low = 0, high = sizeof byline_words / sizeof *byline_words;
	size_t longest = 0;
	bool glued = (kinds & BYLINE_GLUED) != 0 && s.n > 0 &&
	    (unsigned char)s.s[0] >= 0xE0; /* Thai, Chinese … */

	for (size_t n = 1; n <= most; n++) {
		const struct byline_word *w;
		bool letter;

		narrow(&low, &high, n - 1, (unsigned char)s.s[n - 1]);
		if (low == high)
			break;
		w = &byline_words[low];
		if (w->text[n] != '\0' || (w->kinds & kinds) == 0)
			continue;
		letter = is_letter_at(s, n);
		if (letter && !(glued && w->kinds & kinds & BYLINE_GLUED))
			continue;
		*found = w->kinds;
		longest = n;
	}
	return longest;
}

unsigned
byline_kinds(struct str text)
{
	struct buf folded = {0};
	const struct byline_word *w = NULL;

	text = plain_trim(text, " .:");
	if (text.n > 0 && text.n <= PHRASE_BYTES && byline_begins(text)) {
		norm_put(&folded, text, NORM_KC | NORM_FOLD);
		w = find_word(buf_str(&folded));
	}
	buf_free(&folded);
	return w != NULL ? w->kinds : 0;
}

/* What folds to the bytes that are cut off the front of a text. */
struct str
byline_past(struct str text, size_t folded)
{
	/* Phrases fold without changing their length, but for case of
	 * İ and the like, which none has. */
	text.s += folded < text.n ? folded : text.n;
	text.n -= folded < text.n ? folded : text.n;
	return text;
}

size_t
byline_phrase(struct str text, unsigned kinds, unsigned *found)
{
	struct buf folded = {0};
	struct str head = text;
	size_t n;

	if (!byline_begins(head))
		return 0;
	if (head.n > 2 * PHRASE_BYTES)
		head.n = plain_cut(head, 2 * PHRASE_BYTES);
	norm_put(&folded, head, NORM_KC | NORM_FOLD);
	n = byline_word(buf_str(&folded), kinds, found);
	buf_free(&folded);
	return n;
}

/* ---- in a line ---- */

/* Up to what divides a line's parts, or a date. */
struct str
byline_first_part(struct str s)
{
	for (size_t i = 0; i < s.n; i++) {
		struct str rest = {s.s + i, s.n - i};

		if (ascii_is_letter(s.s[i]))
			continue; /* as nearly always */
		if (s.s[i] == '|' || s.s[i] == '\x1F' ||
		    plain_starts(rest, "\xE2\x80\xA2") ||
		    plain_starts(rest, "\xC2\xB7") ||
		    plain_starts(rest, " - ") ||
		    plain_starts(rest, " \xE2\x80\x93 ") ||
		    plain_starts(rest, " \xE2\x80\x94 ") ||
		    (i > 0 && ascii_is_digit(s.s[i])))
			return (struct str){s.s, i};
	}
	return s;
}

static struct str
glued_in(struct str line)
{
	unsigned found;

	for (size_t i = 0; i < line.n; i++) {
		struct str rest = {line.s + i, line.n - i};
		size_t n;

		if ((unsigned char)line.s[i] < 0xE0 ||
		    (unsigned char)line.s[i] == 0xE2) /* signs */
			continue;
		n = byline_phrase(rest, BYLINE_GLUED, &found);
		rest = n > 0 ? byline_past(rest, n) : (struct str){0};
		if (rest.n > 3 && (rest.s[0] == ':' || rest.s[0] == ' ' ||
		    plain_starts(rest, "\xEF\xBC\x9A") ||
		    plain_starts(rest, "\xE3\x80\x80"))) {
			rest = plain_trim(rest, PLAIN_MARKS);
			rest.n = plain_word(rest, 0);
			if (memchr(rest.s, ')', rest.n) != NULL)
				rest.n = (size_t)((const char *)memchr(rest.s,
				    ')', rest.n) - rest.s);
			return rest;
		}
	}
	return (struct str){0};
}

struct str
byline_in_line(struct str line, bool glued)
{
	unsigned found;
	size_t n;

	if (glued)
		return glued_in(line);
	line = plain_trim(line, PLAIN_MARKS);
	n = byline_phrase(line, BYLINE_BY | BYLINE_GLUED | BYLINE_LABEL, &found);
	if (n > 0 && n < line.n && (found & (BYLINE_BY | BYLINE_GLUED) ||
	    line.s[n] == ':' || plain_starts(byline_past(line, n),
	    "\xEF\xBC\x9A"))) {
		line = plain_trim(byline_past(line, n), PLAIN_MARKS);
		while (line.n > 0 && line.s[0] == '\x1F')
			line = plain_trim(byline_past(line, 1), PLAIN_MARKS);
		return byline_first_part(line);
	}
	return (struct str){0};
}
