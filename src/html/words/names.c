/* SPDX-License-Identifier: MIT */
#include "html/words/names.h"

#include "base/ascii.h"
#include "html/words/byline.h"
#include "html/words/pagedate.h"
#include "html/words/person.h"
#include "html/words/plain.h"

enum { NAME_WORDS = 6, ROW_NAMES = 12 };

/* ---- cleaning ---- */

/* "Von", "Written by:", "作者：" in front of a name go. */
static struct str
without_phrase(struct str text)
{
	for (int i = 0; i < 3; i++) {
		unsigned found;
		size_t n;
		struct str rest;

		text = plain_trim(text, PLAIN_MARKS);
		n = byline_phrase(text, BYLINE_BY | BYLINE_GLUED | BYLINE_LABEL,
		    &found);
		if (n == 0)
			break;
		rest = byline_past(text, n);
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

/* "Ada am" of "Ada am 3. Mai": a small word that led to a date goes. */
static struct str
without_preposition(struct str name)
{
	size_t n = 0;

	while (n < name.n && ascii_is_letter(name.s[name.n - 1 - n]) &&
	    !ascii_is_upper(name.s[name.n - 1 - n]))
		n++;
	if (n == 0 || n > 3 || n + 1 >= name.n || name.s[name.n - 1 - n] != ' ')
		return name;
	return (struct str){name.s, name.n - 1 - n};
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

		if (i > 0 && word && ascii_is_digit(c))
			return without_preposition(plain_trim((struct str){
			    name.s, i}, PLAIN_MARKS));
		if (c == '(' || c == '[' || c == '<' || (i > 0 && word &&
		    c == '@'))
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

	return name.n > 0 && (ascii_is_digit(name.s[0]) || byline_phrase(name,
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

		if (name.s[i] != ' ' || (n = byline_phrase(rest, BYLINE_BY,
		    &found)) == 0 || n >= rest.n || rest.s[n] != ' ')
			continue;
		rest = plain_trim(byline_past(rest, n), PLAIN_MARKS);
		if (rest.n > 0)
			return rest;
	}
	return name;
}

bool
names_is_post(struct str name)
{
	size_t last = name.n;

	while (last > 0 && name.s[last - 1] != ' ')
		last--;
	return (byline_kinds((struct str){name.s + last, name.n - last}) &
	    BYLINE_POST) != 0;
}

/* "Posts: 116": a count, and what is counted. */
static bool
is_count(struct str name)
{
	const char *colon = memchr(name.s, ':', name.n);
	struct str rest = colon == NULL ? (struct str){0} : plain_trim(
	    (struct str){colon, (size_t)(name.s + name.n - colon)}, ": ");

	return rest.n > 0 && ascii_is_digit(rest.s[0]);
}

/* One name, cleaned; false: it is none. */
static bool
add_name(struct names *names, struct str name, bool person)
{
	unsigned found;

	name = plain_trim(name, PLAIN_MARKS);
	if (begins_date(name) || is_count(name) || byline_phrase(name, BYLINE_CRAFT, &found) > 0)
		return false;
	if (byline_phrase(name, BYLINE_BY, &found) > 0)
		person = false;
	name = plain_trim(up_to_extra(without_phrase(name)), PLAIN_MARKS);
	if (!name_is_person(name))
		name = behind_phrase(name);
	name = plain_trim(without_titles(name), PLAIN_MARKS);
	if (names->n >= NAMES_MOST || !is_name(name) ||
	    (person && (!name_is_person(name) || names_is_post(name))))
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

	if (ascii_is_alnum(s.s[at]))
		return 0; /* as nearly always */
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
