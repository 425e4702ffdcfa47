/* SPDX-License-Identifier: MIT */
/*
 * Who wrote it: what is stated, else what is seen near the headline.  A
 * stated name that is not in the page, or is how one logs in, gives way to a
 * byline.
 */
#include "html/about/evidence.h"

#include "base/ascii.h"
#include "html/words/person.h"
#include "html/words/plain.h"
#include "text/unicode/norm.h"

enum {
	NAME_WORDS = 5,
	LINE_MOST = 160, BEFORE = 6, AFTER = 14, /* blocks from the headline */
	STATED_LEAST = 71, VISIBLE_PHRASE = 58, LOOKED_UP = 4
};

/* A row of text as bylines are read: parts that touch are divided. */
static void
put_row(struct buf *to, struct str s, bool apart)
{
	struct buf row = {0};

	for (size_t i = 0; i < s.n; i++) {
		char c = s.s[i];
		bool inside = i > 0 && i + 1 < s.n &&
		    !ascii_is_space(s.s[i - 1]) && !ascii_is_space(s.s[i + 1]);

		if (c != '\x1F')
			buf_putc(&row, c == '\n' ? '|' : c);
		else if (inside || apart)
			buf_puts(&row, " | ");
	}
	plain_space(to, buf_str(&row));
	buf_free(&row);
}

static bool
is_near(const struct about *a, long block)
{
	long from = a->headline < 0 ? 0 : a->headline;

	return block >= from - BEFORE && block <= from + AFTER;
}

static int
count_words(struct str s)
{
	int n = 1;

	for (size_t i = 0; i < s.n; i++)
		n += s.s[i] == ' ';
	return n;
}

static bool
names_any(struct str row)
{
	struct names names = {0};
	bool any;

	names_add(&names, row, false);
	any = names.n > 0;
	names_free(&names);
	return any;
}

/* Spans that are named after an author become evidence. */
static void
gather_spans(struct about *a)
{
	for (size_t i = 0; i < a->spans.n; i++) {
		const struct about_span *span = &a->spans.at[i];
		struct str text = {a->text.s + span->start,
		    span->end - span->start};
		struct buf row = {0};
		int rank = span->rank;

		if (span->field != ABOUT_AUTHOR || span->places & (PLACE_NAV |
		    PLACE_FOREIGN | PLACE_LOGO))
			continue;
		if (text.n == 0 && span->has_stated && rank >= 66)
			text = str_of(a->values.s + span->stated);
		if (text.n == 0 || text.n > LINE_MOST)
			continue;
		put_row(&row, text, false);
		if (count_words(buf_str(&row)) > NAME_WORDS &&
		    !names_any(buf_str(&row))) { /* several, side by side */
			row.n = 0;
			put_row(&row, text, true);
		}
		if (!is_near(a, span->block))
			rank -= 14;
		if (rank < 66 && byline_in_line(buf_str(&row), false).n > 0)
			rank += 4;
		evidence_add(a, ABOUT_AUTHOR, rank, span->source,
		    buf_str(&row), span->block, span->places);
		buf_free(&row);
	}
}

static bool
begins_with_person(struct str text)
{
	struct names names = {0};
	bool person;

	if (text.n > 0)
		names_add(&names, text, false);
	person = names.n > 0 && name_is_person(str_of(names.text.s));
	names_free(&names);
	return person;
}

/* Letters of Thai, Chinese, Japanese, Korean. */
static bool
has_wide(struct str s)
{
	for (size_t i = 0; i < s.n; i++)
		if ((unsigned char)s.s[i] >= 0xE0 &&
		    (unsigned char)s.s[i] != 0xE2)
			return true;
	return false;
}

/* The name in a line of a name and a date, and nothing else. */
static struct str
name_and_date(const struct about *a, struct str row)
{
	struct pagedate_how how = {a->month_first, a->language};
	struct str name = byline_first_part(row), rest;
	struct pagedate d;

	rest = plain_trim((struct str){row.s + name.n, row.n - name.n},
	    PLAIN_MARKS);
	name = plain_trim(name, PLAIN_MARKS);
	/* "Ada Lovelace - March 14, 2025", not "River rises on 3.4.2025" */
	if (rest.n < 6 || rest.n > 40 || !name_is_person(name) ||
	    pagedate_is_month(name) || !pagedate_stated(rest, &how, &d) ||
	    d.start > 1)
		return (struct str){0};
	return name;
}

/* "14.3.2025 06:40 by Ada", "14.3.2025 | Ada Lovelace": behind a date. */
static struct str
behind_date(const struct about *a, struct str row)
{
	struct pagedate_how how = {a->month_first, a->language};
	struct buf folded = {0};
	struct pagedate d;
	struct str rest = {0}, name;

	norm_put(&folded, row, NORM_KC | NORM_FOLD);
	if (folded.n == row.n && pagedate_find(buf_str(&folded), 0, &how, &d)
	    && d.start < 24)
		rest = plain_trim((struct str){row.s + d.end, row.n - d.end},
		    PLAIN_MARKS);
	buf_free(&folded);
	while (rest.n > 0 && (name = byline_first_part(rest)).n < rest.n &&
	    plain_trim(name, PLAIN_MARKS).n < 6 && name.n > 0)
		rest = plain_trim((struct str){rest.s + name.n, rest.n -
		    name.n}, PLAIN_MARKS); /* "Uhr |" */
	if (rest.n == 0)
		return rest;
	return byline_in_line(rest, false);
}

/* Lines that begin with "by", or hold 作者：. */
static void
gather_lines(struct about *a)
{
	for (size_t i = 0; i < a->blocks.n; i++) {
		const struct about_block *b = &a->blocks.at[i];
		bool near = is_near(a, (long)i);
		struct buf row = {0};
		struct str name;

		if (b->n > LINE_MOST || b->heading > 0 || b->places &
		    (PLACE_QUIET | PLACE_FOOTER | PLACE_ASIDE) ||
		    (!near && !has_wide(block_text(a, b))))
			continue;
		put_row(&row, block_text(a, b), false);
		name = near ? byline_in_line(buf_str(&row), false)
		    : (struct str){0};
		if (near && name.n == 0)
			name = name_and_date(a, buf_str(&row));
		if (near && name.n == 0)
			name = behind_date(a, buf_str(&row));
		if (begins_with_person(name))
			evidence_add(a, ABOUT_AUTHOR, VISIBLE_PHRASE, "line",
			    name, (long)i, b->places);
		name = byline_in_line(buf_str(&row), true);
		if (name.n > 0 && name_is_person(name))
			evidence_add(a, ABOUT_AUTHOR, VISIBLE_PHRASE - 4,
			    "line", name, (long)i, b->places);
		buf_free(&row);
	}
}

/* ---- groups ---- */

static bool
in_text(const struct about *a, struct str name)
{
	const char *at = a->text.s, *end = at + a->text.n;

	while (name.n > 0 && (size_t)(end - at) >= name.n &&
	    (at = memchr(at, name.s[0], (size_t)(end - at))) != NULL) {
		size_t i = 1;

		if ((size_t)(end - at) < name.n)
			break;
		while (i < name.n && ascii_lower(at[i]) ==
		    ascii_lower(name.s[i]))
			i++;
		if (i == name.n)
			return true;
		at++;
	}
	return false;
}

/* The names of all evidence of one rank; of what is seen, of one source. */
static void
names_of_rank(struct about *a, int rank, struct names *names, bool mark)
{
	long block = -2;

	for (size_t i = 0; i < a->items.n; i++) {
		struct about_item *item = &a->items.at[i];
		int before = names->n;

		if (item->field != ABOUT_AUTHOR || item->rank != rank)
			continue;
		if (item->block >= 0 && block >= 0 &&
		    item->block > block + 2)
			continue;
		names_add(names, evidence_value(a, item), rank >= 99);
		if (names->n > before) {
			block = item->block;
			item->chosen |= mark;
		}
	}
}

static int
next_rank(const struct about *a, int below, int least)
{
	int rank = 0;

	for (size_t i = 0; i < a->items.n; i++)
		if (a->items.at[i].field == ABOUT_AUTHOR &&
		    a->items.at[i].rank < below && a->items.at[i].rank > rank)
			rank = a->items.at[i].rank;
	return rank >= least ? rank : 0;
}

/* Whether a group names people, and not the site alone. */
static bool
names_people(const struct about *a, const struct names *names)
{
	const char *s = names->text.s;

	for (int i = 0; i < names->n; i++, s += strlen(s) + 1)
		if (!is_site_name(a, str_of(s)))
			return true;
	return false;
}

/* The best group whose ranks are from `least` to below `below`. */
static int
best_group(struct about *a, int below, int least, struct names *names)
{
	int rank = below;

	while ((rank = next_rank(a, rank, least)) > 0) {
		names->n = 0;
		names->text.n = 0;
		names_of_rank(a, rank, names, false);
		if (names->n > 0 && names_people(a, names))
			return rank;
	}
	names->n = 0;
	names->text.n = 0;
	return 0;
}

/* The site itself, or an organisation, where no one else is named. */
static int
any_group(struct about *a, struct names *names)
{
	int rank = 1000;

	while ((rank = next_rank(a, rank, VISIBLE_PHRASE + 1)) > 0) {
		names_of_rank(a, rank, names, false);
		if (names->n > 0)
			return rank;
	}
	return 0;
}

/* Whether all stated names are weak: nowhere to be seen, or a login. */
static bool
is_weak(const struct about *a, const struct names *names)
{
	const char *s = names->text.s;

	for (int i = 0; i < names->n && i < LOOKED_UP; i++,
	    s += strlen(s) + 1)
		if (in_text(a, str_of(s)) && !name_is_login(str_of(s)))
			return false;
	return true;
}

static bool
any_person(const struct names *names)
{
	const char *s = names->text.s;

	for (int i = 0; i < names->n; i++, s += strlen(s) + 1)
		if (name_is_person(str_of(s)))
			return true;
	return false;
}

static bool
all_people(const struct names *names)
{
	const char *s = names->text.s;

	for (int i = 0; i < names->n; i++, s += strlen(s) + 1)
		if (!name_is_person(str_of(s)))
			return false;
	return names->n > 0;
}

/* Of people and others only the people, where they are seen, not stated; the
 * site's name only if it is the only one. */
static void
put_names(struct about *a, const struct names *names, int rank)
{
	const char *s = names->text.s;
	bool people = names_people(a, names), person = false;

	for (int i = 0; i < names->n; i++, s += strlen(s) + 1)
		person |= name_is_person(str_of(s));
	s = names->text.s;
	for (int i = 0; i < names->n; i++, s += strlen(s) + 1)
		if ((!people || !is_site_name(a, str_of(s))) &&
		    (rank >= STATED_LEAST || !person ||
		        name_is_person(str_of(s))))
			result_add(a, ABOUT_AUTHOR, str_of(s));
}

void
choose_authors(struct about *a)
{
	struct names stated = {0}, seen = {0}, *names = &stated;
	int rank, seen_rank;

	gather_spans(a);
	gather_lines(a);
	rank = best_group(a, 1000, STATED_LEAST, &stated);
	seen_rank = best_group(a, STATED_LEAST, a->says_article ? 38 : 46,
	    &seen);
	if (rank == 0 || ((is_weak(a, &stated) || !any_person(&stated)) && all_people(&seen) &&
	    seen_rank >= 56)) {
		names = &seen;
		rank = seen_rank;
	}
	if (rank == 0 && names->n == 0)
		rank = any_group(a, names);
	if (rank > 0) {
		struct names again = {0};

		names_of_rank(a, rank, &again, true);
		names_free(&again);
	}
	put_names(a, names, rank);
	names_free(&stated);
	names_free(&seen);
}
