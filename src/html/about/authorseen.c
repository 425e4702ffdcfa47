/* SPDX-License-Identifier: MIT */
/*
 * The authors that are to be seen: elements that are named after an author,
 * lines that begin with a word for it, a name beside a date, all near the
 * headline.
 */
#include "html/about/evidence.h"

#include "base/ascii.h"
#include "html/words/person.h"
#include "html/words/plain.h"
#include "text/unicode/norm.h"

enum {
	NAME_WORDS = 5,
	LABEL_MOST = 48, LINE_MOST = 160, BEFORE = 6, AFTER = 14, /* blocks from the headline */
	VISIBLE_PHRASE = 58, FAR_LINE = 46, FAR_MOST = 80
};

/* A row of text as bylines are read: parts that touch are divided. */
static void
put_row(struct buf *to, struct str s, bool apart)
{
	struct buf row = {0};

	if (memchr(s.s, '\x1F', s.n) == NULL && memchr(s.s, '\n', s.n) ==
	    NULL) {
		plain_space(to, s);
		return;
	}
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
		if (!names_is_post(plain_trim(buf_str(&row), PLAIN_MARKS)))
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

	if (!pagedate_may_be(row))
		return rest;
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

/* A line near the headline: "by" and a name, a name beside a date. */
static void
gather_near(struct about *a, long block, struct str row)
{
	const struct about_block *b = &a->blocks.at[block];
	struct str name = byline_in_line(row, false);

	if (name.n == 0 && b->heading == 0)
		name = name_and_date(a, row);
	if (name.n == 0 && b->heading == 0)
		name = behind_date(a, row);
	if (begins_with_person(name))
		evidence_add(a, ABOUT_AUTHOR, VISIBLE_PHRASE, "line", name,
		    block, b->places);
}

/* Elsewhere only what cannot be of a teaser: "Written by", "Author:". */
static void
gather_far(struct about *a, long block, struct str row)
{
	unsigned found;
	size_t n = byline_phrase(row, BYLINE_BY | BYLINE_LABEL, &found);
	struct str name;

	if (n == 0 || n >= row.n || (memchr(row.s, ' ', n) == NULL &&
	    memchr(row.s + n, ':', row.n - n < 3 ? row.n - n : 3) == NULL))
		return;
	name = byline_in_line(row, false);
	if (begins_with_person(name))
		evidence_add(a, ABOUT_AUTHOR, FAR_LINE, "line", name, block,
		    a->blocks.at[block].places);
}

/* Lines that say who wrote it, or hold 作者：. */
static void
gather_lines(struct about *a)
{
	for (size_t i = 0; i < a->blocks.n; i++) {
		const struct about_block *b = &a->blocks.at[i];
		bool near = is_near(a, (long)i), wide;
		struct buf row = {0};
		struct str name;

		if (b->n > LINE_MOST || (b->heading > 0 && b->heading < 3) ||
		    b->places & (PLACE_QUIET | PLACE_FOOTER | PLACE_ASIDE))
			continue;
		wide = has_wide(block_text(a, b));
		if (!near && !wide && (b->n > FAR_MOST || !byline_begins(
		    plain_trim(block_text(a, b), PLAIN_MARKS))))
			continue;
		put_row(&row, block_text(a, b), false);
		if (near)
			gather_near(a, (long)i, buf_str(&row));
		else
			gather_far(a, (long)i, buf_str(&row));
		name = near || wide ? byline_in_line(buf_str(&row), true)
		    : (struct str){0};
		if (begins_with_person(name))
			evidence_add(a, ABOUT_AUTHOR, VISIBLE_PHRASE - 4,
			    "line", name, (long)i, b->places);
		buf_free(&row);
	}
}

/* A block that is a label and nothing else: "Written by", "Author:". */
static bool
is_label(struct str row)
{
	return (byline_kinds(plain_trim(row, PLAIN_MARKS)) & (BYLINE_BY |
	    BYLINE_LABEL)) != 0;
}

/* What a label names stands in the next box. */
static void
gather_labelled(struct about *a)
{
	for (size_t i = 0; i + 1 < a->blocks.n; i++) {
		const struct about_block *b = &a->blocks.at[i], *next = b + 1;
		struct buf row = {0};

		if (b->n > LABEL_MOST || next->n > LINE_MOST || (b->places |
		    next->places) & (PLACE_QUIET | PLACE_FOOTER | PLACE_ASIDE)
		    || !byline_begins(plain_trim(block_text(a, b),
		    PLAIN_MARKS)))
			continue;
		put_row(&row, block_text(a, b), false);
		if (is_label(buf_str(&row))) {
			row.n = 0;
			put_row(&row, block_text(a, next), false);
			if (begins_with_person(buf_str(&row)))
				evidence_add(a, ABOUT_AUTHOR, is_near(a,
				    (long)i) ? VISIBLE_PHRASE : VISIBLE_PHRASE
				    - 4, "label", buf_str(&row), (long)i + 1,
				    next->places);
		}
		buf_free(&row);
	}
}

void
gather_authors(struct about *a)
{
	gather_spans(a);
	gather_lines(a);
	gather_labelled(a);
}
