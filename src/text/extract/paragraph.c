/* SPDX-License-Identifier: MIT */
#include "text/extract/paragraph.h"

#include <stdlib.h>

#include "base/ascii.h"
#include "base/mem.h"
#include "base/intern.h"
#include "text/extract/paragraphword.h"
#include "text/unicode/utf.h"

enum {
	WIDEST = 130,    /* columns to which somebody fills lines */
	NARROWEST = 40
};

struct line {
	struct str text;     /* without its end */
	uint32_t blanks;     /* empty lines before it */
	uint16_t width, head; /* columns; … of its first word */
	uint16_t indent;
	uint8_t mark;
};

struct text_lines {
	struct line *at;
	size_t n, cap;
};

/* ---- lines ---- */

/* The sign of a list's item, with the blank after it; its length, 0: none. */
static size_t
mark_length(const char *s, const char *end, uint8_t *mark)
{
	const char *from = s;
	uint32_t c;

	*mark = MARK_NONE;
	while (s < end && *s >= '0' && *s <= '9')
		s++;
	if (s > from && s - from <= 3 && s < end && (*s == '.' || *s == ')'))
		s++;
	else if (s > from)
		return 0;
	if (s == from) {
		s += utf_step(s, end, &c);
		if (c != '-' && c != '*' && c != '+' && c != 0x2022 &&
		    c != 0xB7 && c != 0x2013 && c != 0x25E6 && c != 0x25AA &&
		    c != 0x2023)
			return 0;
	}
	if (s < end && !ascii_is_blank(*s))
		return 0;
	*mark = *from >= '0' && *from <= '9' ? MARK_NUMBER : MARK_BULLET;
	return (size_t)(s - from);
}

static uint16_t
least(size_t n)
{
	return (uint16_t)(n < UINT16_MAX ? n : UINT16_MAX);
}

static void
add_line(struct text_lines *t, const char *s, const char *end, uint32_t blanks)
{
	struct line l = {.text = {s, (size_t)(end - s)}, .blanks = blanks};
	const char *word;

	while (ascii_is_blank(*s))
		l.indent = least(l.indent + (*s++ == '\t' ? 8u : 1u));
	for (word = s; word < end && !ascii_is_blank(*word);)
		word++;
	l.head = least(utf_columns((struct str){s, (size_t)(word - s)}));
	l.width = least(l.indent +
	    utf_columns((struct str){s, (size_t)(end - s)}));
	mark_length(s, end, &l.mark);
	if (t->n == t->cap) {
		t->cap += t->cap / 2 + 64;
		t->at = mem_resize(t->at, t->cap, sizeof *t->at);
	}
	t->at[t->n++] = l;
}

const char *
paragraph_line_end(const char *s, const char *end)
{
	while (s < end && *s != '\n' && *s != '\r' && *s != '\f')
		s++;
	return s;
}

const char *
paragraph_next_line(const char *stop, const char *end)
{
	if (end - stop >= 2 && *stop != '\n' && stop[1] == '\n')
		return stop + 2;
	return stop < end ? stop + 1 : end;
}

bool
paragraph_next(struct str *rest, struct str *line, uint32_t *blanks)
{
	const char *end = rest->s + rest->n;

	for (*blanks = 0; rest->n > 0;) {
		const char *from = rest->s, *stop = paragraph_line_end(from, end);
		const char *first = from;

		while (first < stop && ascii_is_blank(*first))
			first++;
		rest->s = paragraph_next_line(stop, end);
		rest->n = (size_t)(end - rest->s);
		if (first < stop) {
			*line = (struct str){from, (size_t)(stop - from)};
			return true;
		}
		*blanks += *blanks == 0 || stop == end || *stop != '\f';
	}
	return false;
}

static struct text_lines
read_lines(struct str text)
{
	struct text_lines t = {0};
	struct str line;
	uint32_t blanks;

	while (paragraph_next(&text, &line, &blanks))
		add_line(&t, line.s, line.s + line.n, blanks);
	return t;
}

/*
 * The width to which the lines are filled, 0: none.  A line that is filled
 * has no room for the first word of the next; in other texts hardly a line
 * ends for that reason.
 */
static size_t
fill_width(const struct text_lines *t)
{
	size_t count[WIDEST + 1] = {0}, width = WIDEST, wider = 0;
	size_t pairs = 0, full = 0;

	for (size_t i = 0; i < t->n; i++)
		if (t->at[i].width <= WIDEST)
			count[t->at[i].width]++;
		else
			wider++;
	if (20 * wider > t->n)
		return 0;
	while (width > NARROWEST && 20 * (wider + count[width]) <= t->n)
		wider += count[width--];
	for (size_t i = 1; i < t->n; i++) {
		const struct line *l = &t->at[i];

		if (l->blanks > 0 || l->mark != MARK_NONE ||
		    2u * t->at[i - 1].width < width)
			continue;
		pairs++;
		full += t->at[i - 1].width + 1u + l->head > width;
	}
	return width > NARROWEST && pairs >= 4 && 10 * full >= 7 * pairs
	    ? width : 0;
}

/* ---- passages ---- */

static void
scan_layout(struct paragraph *p, const char *s, const char *end)
{
	int gaps = 0;

	for (; s < end; s++) {
		bool wide = s + 2 < end && ascii_is_blank(s[0]) && ascii_is_blank(s[1]) &&
		    !ascii_is_blank(s[2]);

		gaps += wide || *s == '|' || (*s == '\t' && !wide);
		p->address |= *s == '@' || (s + 3 < end && s[0] == ':' &&
		    s[1] == '/' && s[2] == '/');
		p->address |= s + 4 < end && memcmp(s, "www.", 4) == 0;
	}
	p->gaps = (uint8_t)(gaps < 255 ? gaps : 255);
	p->cut = p->text.n >= 3 &&
	    memcmp(p->text.s + p->text.n - 3, "...", 3) == 0;
}

static void
add_passage(struct paragraphs *t, const struct line *from, const struct line *to)
{
	struct paragraph p = {.blanks = from->blanks, .mark = from->mark,
		.word = t->words.n};
	const char *end = to->text.s + to->text.n, *s;
	uint8_t mark;

	p.text = (struct str){from->text.s, (size_t)(end - from->text.s)};
	p.indent = (uint8_t)(from->indent < 255 ? from->indent : 255);
	for (s = from->text.s; ascii_is_blank(*s);)
		s++;
	s += mark_length(s, end, &mark);
	while (s < end && ascii_is_blank(*s))
		s++;
	p.prose = prose_measure((struct str){s, (size_t)(end - s)}, &t->words);
	p.size = p.prose.words - p.prose.wide / 2;
	scan_layout(&p, s, end);
	if (t->n == t->cap) {
		t->cap += t->cap / 2 + 64;
		t->at = mem_resize(t->at, t->cap, sizeof *t->at);
	}
	t->at[t->n++] = p;
}

static void
join_lines(struct paragraphs *t, struct str text)
{
	struct text_lines lines = read_lines(text);
	size_t width = fill_width(&lines);

	for (size_t i = 0, to; i < lines.n; i = to + 1) {
		for (to = i; width > 0 && to + 1 < lines.n; to++) {
			const struct line *l = &lines.at[to + 1];

			if (l->blanks > 0 || l->mark != MARK_NONE ||
			    lines.at[to].width + 1u + l->head <= width)
				break;
		}
		add_passage(t, &lines.at[i], &lines.at[to]);
	}
	free(lines.at);
}

/* ---- passages compared ---- */

static uint64_t
mix(uint64_t h)
{
	h *= 0x9E3779B97F4A7C15u;
	return h ^ h >> 32;
}

static uint64_t
words_key(const struct paragraphs *t, const struct paragraph *p)
{
	uint64_t h = p->prose.words;

	for (uint32_t i = 0; i < p->prose.words; i++)
		h = mix(h ^ t->words.word[p->word + i]);
	return h;
}

/* The same for texts that differ in their numbers only. */
static uint64_t
mold_key(const struct paragraph *p)
{
	uint64_t h = 1;
	bool number = false;

	for (size_t i = 0; i < p->text.n; i++) {
		bool digit = p->text.s[i] >= '0' && p->text.s[i] <= '9';

		if (!digit || !number)
			h = mix(h ^ (digit ? '0' : (unsigned char)p->text.s[i]));
		number = digit;
	}
	return h;
}

/* The first of the passages that have its key: of each, and how many do. */
static void
group_passages(const struct paragraphs *t, const uint64_t *key,
    uint32_t *first, uint32_t *count)
{
	struct interns known = interns_open(t->n);
	struct { uint32_t first, n; } *group =
	    mem_alloc(t->n + 1, sizeof *group);

	for (size_t i = 0; i < t->n; i++) {
		uint32_t k = first[i] = intern_of(&known, key[i]);

		if (group[k].n++ == 0)
			group[k].first = (uint32_t)i;
	}
	for (size_t i = 0; i < t->n; i++) {
		count[i] = group[first[i]].n;
		first[i] = group[first[i]].first;
	}
	interns_close(&known);
	free(group);
}

static void
find_copies(struct paragraphs *t)
{
	uint64_t *key = mem_alloc(t->n + 1, sizeof *key);
	uint32_t *first = mem_alloc(t->n + 1, sizeof *first);
	uint32_t *count = mem_alloc(t->n + 1, sizeof *count);

	for (size_t i = 0; i < t->n; i++)
		key[i] = words_key(t, &t->at[i]);
	group_passages(t, key, first, count);
	for (size_t i = 0; i < t->n; i++) {
		t->at[i].twin = first[i];
		t->at[i].copies = count[i];
		key[i] = mold_key(&t->at[i]);
	}
	group_passages(t, key, first, count);
	for (size_t i = 0; i < t->n; i++)
		t->at[i].molds = count[i];
	free(key);
	free(first);
	free(count);
}

struct paragraphs
paragraphs_of(struct str text, bool blind)
{
	struct paragraphs t = {0};

	join_lines(&t, text);
	find_copies(&t);
	paragraphword_read(&t, blind);
	return t;
}

void
paragraphs_free(struct paragraphs *t)
{
	free(t->at);
	free(t->slot);
	free(t->word);
	prose_words_free(&t->words);
	*t = (struct paragraphs){0};
}
