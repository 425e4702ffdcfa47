/* SPDX-License-Identifier: MIT */
#include "html/about/byline.h"

#include "base/ascii.h"
#include "gen/bylines.h"
#include "html/about/pagedate.h"
#include "html/about/plain.h"
#include "text/unicode/norm.h"
#include "text/unicode/utf.h"

enum { PHRASE_BYTES = 48, NAME_WORDS = 6, ROW_NAMES = 12 };

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

	if (text.n > 0 && text.n <= PHRASE_BYTES) {
		norm_put(&folded, text, NORM_KC | NORM_FOLD);
		w = find_word(plain_trim(buf_str(&folded), " .:"));
	}
	buf_free(&folded);
	return w != NULL ? w->kinds : 0;
}

/* ---- what a name looks like ---- */

static bool
is_cjk(uint32_t c)
{
	return (c >= 0x3040 && c <= 0x9FFF) || (c >= 0xAC00 && c <= 0xD7A3);
}

static bool
has_case(uint32_t c)
{
	return c < 0x530 || (c >= 0x1E00 && c <= 0x1FFF);
}

static bool
is_upper(uint32_t c)
{
	char to[4];
	struct buf folded = {0};
	struct str one = {to, (size_t)utf_encode(c, to)};
	bool upper;

	if (c < 0x80)
		return ascii_is_upper((int)c);
	norm_put(&folded, one, NORM_C | NORM_FOLD);
	upper = !str_eq(buf_str(&folded), one);
	buf_free(&folded);
	return upper;
}

/* "de", "van", "al-", "O'": small words inside a name. */
static bool
is_particle(struct str word)
{
	static const char *const words[] = {"de", "da", "di", "del", "della",
	    "der", "den", "des", "do", "dos", "du", "la", "le", "van", "von",
	    "vom", "zu", "zur", "ten", "ter", "bin", "ibn", "al", "el", "e",
	    "y", "i", "und", "af", "av", "st."};

	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (str_eq(word, str_of(words[i])))
			return true;
	return false;
}

bool
name_is_person(struct str name)
{
	size_t words = 0, capitals = 0, cjk = 0, letters = 0;

	for (size_t i = 0; i < name.n;) {
		size_t n = plain_word(name, i);
		struct str word = {name.s + i, n};
		uint32_t c = 0;

		for (size_t k = 0; k < n;) {
			k += (size_t)utf_step(word.s + k, word.s + n, &c);
			cjk += is_cjk(c);
			letters++;
			if (c < 0x80 && !ascii_is_letter((int)c) &&
			    strchr("'-.", (int)c) == NULL)
				return false;
		}
		utf_step(word.s, word.s + n, &c);
		words++;
		if (is_upper(c) || !has_case(c))
			capitals++;
		else if (!is_particle(word))
			return false;
		i += n;
		while (i < name.n && name.s[i] == ' ')
			i++;
	}
	if (cjk > 0)
		return cjk >= 2 && letters <= 8 && words <= 3;
	return words >= 2 && words <= 5 && capitals >= 2;
}

bool
name_is_login(struct str name)
{
	bool letter = false, odd = false;

	for (size_t i = 0; i < name.n; i++) {
		char c = name.s[i];

		if (c == ' ' || (unsigned char)c >= 0x80)
			return false;
		letter |= ascii_is_letter(c);
		odd |= !ascii_is_letter(c);
	}
	return letter && (odd || !ascii_is_upper(name.s[0]));
}

/* ---- cleaning ---- */

/* What folds to the bytes that are cut off the front of a text. */
static struct str
cut_front(struct str text, size_t folded)
{
	/* Phrases fold without changing their length, but for case of
	 * İ and the like, which none has. */
	text.s += folded < text.n ? folded : text.n;
	text.n -= folded < text.n ? folded : text.n;
	return text;
}

static size_t
phrase_at(struct str text, unsigned kinds, unsigned *found)
{
	struct buf folded = {0};
	struct str head = text;
	size_t n;

	if (head.n > 2 * PHRASE_BYTES)
		head.n = plain_cut(head, 2 * PHRASE_BYTES);
	norm_put(&folded, head, NORM_KC | NORM_FOLD);
	n = byline_word(buf_str(&folded), kinds, found);
	buf_free(&folded);
	return n;
}

/* "Von", "Written by:", "作者：" in front of a name go. */
static struct str
without_phrase(struct str text)
{
	for (int i = 0; i < 3; i++) {
		unsigned found;
		size_t n;
		struct str rest;

		text = plain_trim(text, PLAIN_MARKS);
		n = phrase_at(text, BYLINE_BY | BYLINE_GLUED | BYLINE_LABEL,
		    &found);
		if (n == 0)
			break;
		rest = cut_front(text, n);
		if ((found & (BYLINE_BY | BYLINE_GLUED)) == 0 &&
		    !(rest.n > 0 && (rest.s[0] == ':' ||
		        (unsigned char)rest.s[0] == 0xEF)) &&
		    !name_is_person(plain_trim(rest, PLAIN_MARKS)))
			break;
		text = rest;
	}
	return plain_trim(text, PLAIN_MARKS);
}

/* Ada Lovelace, MD: degrees and roles behind. */
static struct str
without_titles(struct str name)
{
	for (int i = 0; i < 4; i++) {
		size_t last = name.n;

		while (last > 0 && name.s[last - 1] != ' ')
			last--;
		if (last > 0 && byline_kinds((struct str){name.s + last,
		    name.n - last}) & (BYLINE_DEGREE | BYLINE_ROLE |
		    BYLINE_AFTER))
			name = plain_trim((struct str){name.s, last},
			    PLAIN_MARKS);
		else
			break;
	}
	/* "Staff Writer" behind a name, two words of it. */
	for (size_t i = 1; i < name.n; i++)
		if (name.s[i] == ' ' && byline_kinds((struct str){name.s + i +
		    1, name.n - i - 1}) & BYLINE_ROLE)
			return (struct str){name.s, i};
	return name;
}

static bool
is_name(struct str name)
{
	size_t words = 1, letters = 0, digits = 0;

	if (name.n < 2 || name.n > NAME_BYTES)
		return false;
	for (size_t i = 0; i < name.n; i++) {
		unsigned char c = (unsigned char)name.s[i];

		words += c == ' ';
		letters += (c & 0xC0) != 0x80;
		digits += ascii_is_digit(c);
		if (strchr("<>{}=?!\\", c) != NULL)
			return false;
	}
	return words <= NAME_WORDS && letters <= NAME_LETTERS &&
	    digits * 2 < letters && !plain_starts(name, "http") &&
	    !plain_contains(name, "://") && !pagedate_is_month(name) &&
	    !plain_contains(name, "www.") && !plain_contains(name, ".com") &&
	    (byline_kinds(name) & (BYLINE_NO | BYLINE_ROLE | BYLINE_BY |
	    BYLINE_LABEL | BYLINE_PUBLISHED | BYLINE_MODIFIED)) == 0;
}

static bool
has_name(const struct names *names, struct str name)
{
	const char *s = names->text.s;

	for (int i = 0; i < names->n; i++, s += strlen(s) + 1)
		if (ascii_same(name.s, name.n, s))
			return true;
	return false;
}

/* What stands in front of a bracket, a date, a mail address; or in brackets
 * behind one: "ada@example.org (Ada Lovelace)", as mail was signed once. */
static struct str
up_to_extra(struct str name)
{
	const char *open = memchr(name.s, '(', name.n), *at = memchr(name.s,
	    '@', name.n);

	if (open != NULL && at != NULL && at < open && name.n > 0 &&
	    memchr(name.s, ' ', (size_t)(at - name.s)) == NULL) {
		const char *close = memchr(open, ')', name.n -
		    (size_t)(open - name.s));

		if (close != NULL)
			return (struct str){open + 1, (size_t)(close - open -
			    1)};
	}
	for (size_t i = 0; i < name.n; i++) {
		char c = name.s[i];
		bool word = i == 0 || name.s[i - 1] == ' ';

		if (c == '(' || c == '[' || c == '<' ||
		    (i > 0 && word && (ascii_is_digit(c) || c == '@')))
			return (struct str){name.s, i};
		if (c == '@') {
			while (i > 0 && name.s[i - 1] != ' ')
				i--;
			return (struct str){name.s, i};
		}
	}
	return name;
}

/* "Published", "Stand: 3.", "29. Juni": what a date begins with. */
static bool
begins_date(struct str name)
{
	unsigned found;

	return name.n > 0 && (ascii_is_digit(name.s[0]) || phrase_at(name,
	    BYLINE_PUBLISHED | BYLINE_MODIFIED, &found) > 0);
}

/* "All articles by Ada Lovelace": what stands behind the phrase. */
static struct str
behind_phrase(struct str name)
{
	for (size_t i = 1; i + 1 < name.n; i++) {
		struct str rest = {name.s + i + 1, name.n - i - 1};
		unsigned found;
		size_t n;

		if (name.s[i] != ' ' || (n = phrase_at(rest, BYLINE_BY,
		    &found)) == 0 || n >= rest.n || rest.s[n] != ' ')
			continue;
		rest = plain_trim(cut_front(rest, n), PLAIN_MARKS);
		if (rest.n > 0)
			return rest;
	}
	return name;
}

/* One name, cleaned; false: it is none. */
static bool
add_name(struct names *names, struct str name, bool person)
{
	unsigned found;

	name = plain_trim(name, PLAIN_MARKS);
	if (begins_date(name))
		return false;
	if (phrase_at(name, BYLINE_BY, &found) > 0)
		person = false;
	name = plain_trim(up_to_extra(without_phrase(name)), PLAIN_MARKS);
	if (!name_is_person(name))
		name = behind_phrase(name);
	name = plain_trim(without_titles(name), PLAIN_MARKS);
	if (names->n >= NAMES_MOST || !is_name(name) ||
	    (person && !name_is_person(name)))
		return false;
	if (has_name(names, name))
		return true;
	buf_put(&names->text, name.s, name.n);
	buf_putc(&names->text, '\0');
	names->n++;
	return true;
}

/* ---- splitting ---- */

/* Bytes of what divides names at `at`; 0: nothing does. */
static size_t
divider_at(struct str s, size_t at, bool reversed)
{
	static const char *const signs[] = {";", "|", "/", "\xE3\x80\x81",
	    "\xEF\xBC\x8C", "\xE2\x80\xA2", "\xC2\xB7", "\xE2\x80\x94",
	    " - ", " \xE2\x80\x93 "};
	struct str rest = {s.s + at, s.n - at};
	unsigned found;
	size_t n;

	if (s.s[at] == ',' && !reversed)
		return 1;
	if (s.s[at] == '&')
		return 1;
	for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
		if (plain_starts(rest, signs[i]))
			return strlen(signs[i]);
	if (s.s[at] != ' ' || rest.n < 3)
		return 0;
	n = plain_word(rest, 1);
	if (n > 8 || 1 + n >= rest.n || rest.s[1 + n] != ' ' ||
	    ascii_is_upper(rest.s[1]))
		return 0;
	found = byline_kinds((struct str){rest.s + 1, n});
	return found & BYLINE_AND ? n + 1 : 0;
}

/* "Lovelace, Ada" as people say it. */
static void
add_reversed(struct names *names, struct str name)
{
	const char *comma = memchr(name.s, ',', name.n);
	struct buf turned = {0};
	struct str last, first;

	if (comma == NULL) {
		add_name(names, name, false);
		return;
	}
	last = (struct str){name.s, (size_t)(comma - name.s)};
	first = plain_trim((struct str){comma + 1, name.n - last.n - 1}, " ,");
	buf_put(&turned, first.s, first.n);
	buf_putc(&turned, ' ');
	buf_put(&turned, last.s, last.n);
	add_name(names, buf_str(&turned), false);
	buf_free(&turned);
}

void
names_add(struct names *names, struct str text, bool reversed)
{
	struct str s = without_phrase(text);
	size_t from = 0;
	int parts = 0;

	for (size_t i = 0; i <= s.n && parts < ROW_NAMES;) {
		size_t n = i < s.n ? divider_at(s, i, reversed) : 1;

		if (n == 0) {
			i++;
			continue;
		}
		if (reversed)
			add_reversed(names, (struct str){s.s + from, i - from});
		else
			add_name(names, (struct str){s.s + from, i - from},
			    parts > 0);
		parts++;
		from = i += n;
	}
}

void
names_free(struct names *names)
{
	buf_free(&names->text);
}

/* ---- in a line ---- */

/* Up to what divides a line's parts, or a date. */
struct str
byline_first_part(struct str s)
{
	for (size_t i = 0; i < s.n; i++) {
		struct str rest = {s.s + i, s.n - i};

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

		if ((unsigned char)line.s[i] < 0xE0)
			continue;
		n = phrase_at(rest, BYLINE_GLUED, &found);
		rest = n > 0 ? cut_front(rest, n) : (struct str){0};
		if (rest.n > 3 && (rest.s[0] == ':' || rest.s[0] == ' ' ||
		    plain_starts(rest, "\xEF\xBC\x9A") ||
		    plain_starts(rest, "\xE3\x80\x80"))) {
			rest = plain_trim(rest, PLAIN_MARKS);
			rest.n = plain_word(rest, 0);
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
	n = phrase_at(line, BYLINE_BY | BYLINE_GLUED | BYLINE_LABEL, &found);
	if (n > 0 && n < line.n && (found & (BYLINE_BY | BYLINE_GLUED) ||
	    line.s[n] == ':' || plain_starts(cut_front(line, n),
	    "\xEF\xBC\x9A"))) {
		line = plain_trim(cut_front(line, n), PLAIN_MARKS);
		while (line.n > 0 && line.s[0] == '\x1F')
			line = plain_trim(cut_front(line, 1), PLAIN_MARKS);
		return byline_first_part(line);
	}
	return (struct str){0};
}
