/* SPDX-License-Identifier: MIT */
/*
 * The measures of a text, each counted when a rule first asks for it.
 */
#include <stdlib.h>

#include "base/ascii.h"
#include "text/quality/c4.h"
#include "text/quality/qualityrule.h"
#include "text/quality/repetition.h"
#include "text/unicode/charclass.h"

enum {
	SHORT_LINE = 30,  /* code points: FineWeb's */
	LONG_LINE = 200,  /* C4's paragraphs */
	STOP_WORDS = 8    /* different ones that are counted */
};

static double
share(uint64_t part, uint64_t whole)
{
	return whole > 0 ? (double)part / (double)whole : 0;
}

/* ---- words ---- */

/*
 * A character that counts as a mark where words are told from symbols:
 * datatrove's list (utils/text.py, PUNCTUATION_SET).
 */
static bool
is_mark(uint32_t c)
{
	static const char marks[] =
	    "!/\xE2\x80\x94\xE2\x80\x9D:\xEF\xBC\x85\xEF\xBC\x91\xE3\x80\x88"
	    "&(\xE3\x80\x81\xE2\x94\x81\\\xE3\x80\x90#%\xE3\x80\x8C\xE3\x80\x8D"
	    "\xEF\xBC\x8C\xE3\x80\x91\xEF\xBC\x9B+^]~\xE2\x80\x9C\xE3\x80\x8A"
	    "\xE2\x80\x9E';\xE2\x80\x99{|\xE2\x88\xB6\xC2\xB4[=-`*\xEF\xBC\x8E"
	    "\xEF\xBC\x88\xE2\x80\x93?\xEF\xBC\x81\xEF\xBC\x9A$\xEF\xBD\x9E"
	    "\xC2\xAB\xE3\x80\x89,><\xE3\x80\x8B)?\xEF\xBC\x89\xE3\x80\x82"
	    "\xE2\x80\xA6@_.\"}\xE2\x96\xBA\xC2\xBB\xEF\xBC\x9F";
	const char *s = marks, *end = marks + sizeof marks - 1;

	if (c < 0x80)
		return c < 0x20 ? c != 0x0A && c != 0x20
		    : c == 0x7F || (c != ' ' && memchr(marks, (int)c,
		    sizeof marks - 1) != NULL);
	if (c <= 0x9F)
		return true;
	while (s < end) {
		uint32_t mark;

		s += utf_step(s, end, &mark);
		if (mark == c)
			return true;
	}
	return false;
}

static bool
has(struct str word, bool (*is)(uint32_t))
{
	const char *s = word.s, *end = s + word.n;
	uint32_t c;

	while (s < end) {
		s += utf_step(s, end, &c);
		if (is(c))
			return true;
	}
	return false;
}

static bool
is_no_mark(uint32_t c)
{
	return !is_mark(c);
}

static bool
is_letter(uint32_t c)
{
	return c < 0x80 ? ascii_is_letter((int)c)
	    : c != UTF_BAD && charclass_of(c) & CHARCLASS_LETTER;
}

/* Words that are more than marks, and their mean length. */
static void
measure_words(struct quality *q)
{
	uint64_t n = 0, points = 0, letters = 0;

	for (size_t i = 0; i < q->shape.words.n; i++) {
		const struct piece *w = &q->shape.words.at[i];

		letters += has(w->text, is_letter);
		if (!has(w->text, is_no_mark))
			continue;
		n++;
		points += w->points;
	}
	q->values[QUALITY_WORDS] = (double)n;
	q->values[QUALITY_MEAN_WORD] = share(points, n);
	q->values[QUALITY_ALPHA_WORDS] = share(letters, q->shape.words.n);
}

/* How often a string is in another; none overlaps the one before. */
static uint64_t
count_in(struct str s, const char *what)
{
	size_t n = strlen(what), i = 0;
	uint64_t times = 0;

	while (i + n <= s.n) {
		const char *hit = memchr(s.s + i, what[0], s.n - i - n + 1);

		if (hit == NULL)
			break;
		i = (size_t)(hit - s.s);
		if (memcmp(hit, what, n) == 0) {
			times++;
			i += n;
		} else {
			i++;
		}
	}
	return times;
}

#define ELLIPSIS "\xE2\x80\xA6"

static double
per_word(const struct quality *q, uint64_t n)
{
	return share(n, q->shape.words.n);
}

/* How many different stop words a text has, up to STOP_WORDS. */
static double
stop_words(const struct quality *q)
{
	struct map found = map_open(0);
	size_t most = q->stop.used < STOP_WORDS ? q->stop.used : STOP_WORDS;
	double n;

	for (size_t i = 0; i < q->shape.words.n && found.used < most; i++)
		if (map_has(&q->stop, q->shape.words.at[i].text))
			map_at(&found, q->shape.words.at[i].text);
	n = q->stop.used > 0 ? (double)found.used : STOP_WORDS;
	map_free(&found);
	return n;
}

/* ---- lines ---- */

static bool
ends_with(struct str s, const char *what)
{
	size_t n = strlen(what);

	return s.n >= n && memcmp(s.s + s.n - n, what, n) == 0;
}

static bool
begins_with(struct str s, const char *what)
{
	size_t n = strlen(what);

	return s.n >= n && memcmp(s.s, what, n) == 0;
}

static void
measure_lines(struct quality *q)
{
	struct str rest = q->shape.text, line;
	uint64_t lines = 0, bullets = 0, ellipses = 0;

	while (textshape_line(&rest, true, &line)) {
		struct str left = textshape_trim_left(line);
		struct str right = textshape_trim_right(line);

		lines++;
		bullets += begins_with(left, "\xE2\x80\xA2") ||
		    begins_with(left, "-");
		ellipses += ends_with(right, "...") ||
		    ends_with(right, ELLIPSIS);
	}
	q->values[QUALITY_BULLETS] = share(bullets, lines);
	q->values[QUALITY_ELLIPSIS_LINES] = share(ellipses, lines);
}

/* A mark that ends a sentence in any script (UAX #29, ATerm and STerm). */
static bool
ends_sentence(struct str line)
{
	uint32_t c;
	enum charclass_sentence sb;

	if (line.n == 0)
		return false;
	utf_back(line.s, line.s + line.n, &c);
	if (c == UTF_BAD)
		return false;
	sb = charclass_sentence(charclass_of(c));
	return sb == SB_ATERM || sb == SB_STERM;
}

/* FineWeb's lines are those that are not blank. */
static void
measure_full_lines(struct quality *q)
{
	struct str rest = q->shape.text, line;
	uint64_t lines = 0, terminal = 0, shorter = 0, longer = 0;

	while (textshape_line(&rest, false, &line)) {
		uint64_t points = line.n >= 4 * LONG_LINE ? LONG_LINE
		    : textshape_points(line);

		longer += points >= LONG_LINE;
		if (textshape_trim_left(line).n == 0)
			continue;
		lines++;
		terminal += ends_sentence(line);
		shorter += points <= SHORT_LINE;
	}
	q->values[QUALITY_FULL_LINES] = (double)lines;
	q->values[QUALITY_TERMINAL_LINES] = share(terminal, lines);
	q->values[QUALITY_SHORT_LINES] = share(shorter, lines);
	q->values[QUALITY_LONG_LINES] = (double)longer;
}

static void
measure_repeated_lines(struct quality *q)
{
	struct repeated full = repeated_full_lines(&q->repetition, &q->shape);
	uint64_t ends = count_in(q->shape.text, "\n");

	q->values[QUALITY_DUP_CHARS] = share(full.points,
	    q->shape.points - ends);
	q->values[QUALITY_NEWLINES] = per_word(q, ends);
}

/* ---- repetition ---- */

static void
measure_dups(struct quality *q, enum quality_measure part,
    enum quality_measure points,
    struct repeated (*count)(struct repetition *, const struct textshape *))
{
	struct repeated r = count(&q->repetition, &q->shape);

	q->values[part] = share(r.again, r.all);
	q->values[points] = share(r.points, q->shape.points);
}

/* ---- all of them ---- */

static void
measure(struct quality *q, enum quality_measure m)
{
	switch (m) {
	case QUALITY_DUP_PARAGRAPHS: case QUALITY_DUP_PARAGRAPH_CHARS:
		measure_dups(q, QUALITY_DUP_PARAGRAPHS,
		    QUALITY_DUP_PARAGRAPH_CHARS, repeated_paragraphs);
		break;
	case QUALITY_DUP_LINES: case QUALITY_DUP_LINE_CHARS:
		measure_dups(q, QUALITY_DUP_LINES, QUALITY_DUP_LINE_CHARS,
		    repeated_lines);
		break;
	case QUALITY_TOP_2: case QUALITY_TOP_3: case QUALITY_TOP_4:
		q->values[m] = share(repetition_top(&q->repetition, &q->shape,
		    2 + (int)(m - QUALITY_TOP_2)), q->shape.points);
		break;
	case QUALITY_DUP_5: case QUALITY_DUP_6: case QUALITY_DUP_7:
	case QUALITY_DUP_8: case QUALITY_DUP_9: case QUALITY_DUP_10:
		q->values[m] = share(repetition_again(&q->repetition, &q->shape,
		    5 + (int)(m - QUALITY_DUP_5)), q->shape.points);
		break;
	case QUALITY_WORDS: case QUALITY_MEAN_WORD: case QUALITY_ALPHA_WORDS:
		measure_words(q);
		q->known[QUALITY_WORDS] = q->known[QUALITY_MEAN_WORD] =
		    q->known[QUALITY_ALPHA_WORDS] = true;
		break;
	case QUALITY_HASHES:
		q->values[m] = per_word(q, count_in(q->shape.text, "#"));
		break;
	case QUALITY_ELLIPSES:
		q->values[m] = per_word(q, count_in(q->shape.text, "...") +
		    count_in(q->shape.text, ELLIPSIS));
		break;
	case QUALITY_BULLETS: case QUALITY_ELLIPSIS_LINES:
		measure_lines(q);
		break;
	case QUALITY_STOP_WORDS:
		q->values[m] = stop_words(q);
		break;
	case QUALITY_LOREM_IPSUM: case QUALITY_CURLY: case QUALITY_SENTENCES:
		c4_measure(q);
		break;
	case QUALITY_DUP_CHARS: case QUALITY_NEWLINES:
		measure_repeated_lines(q);
		break;
	default:
		measure_full_lines(q);
		q->known[QUALITY_FULL_LINES] = q->known[QUALITY_SHORT_LINES] =
		    q->known[QUALITY_TERMINAL_LINES] =
		    q->known[QUALITY_LONG_LINES] = true;
	}
}

/* Measures that are counted together are all known then. */
static void
note_known(struct quality *q, enum quality_measure m)
{
	static const struct {
		enum quality_measure first, last;
	} groups[] = {
		{QUALITY_DUP_PARAGRAPHS, QUALITY_DUP_PARAGRAPH_CHARS},
		{QUALITY_DUP_LINES, QUALITY_DUP_LINE_CHARS},
		{QUALITY_LOREM_IPSUM, QUALITY_SENTENCES},
		{QUALITY_BULLETS, QUALITY_ELLIPSIS_LINES},
		{QUALITY_DUP_CHARS, QUALITY_NEWLINES},
	};

	q->known[m] = true;
	for (size_t i = 0; i < sizeof groups / sizeof *groups; i++)
		if (m >= groups[i].first && m <= groups[i].last)
			for (int k = (int)groups[i].first;
			    k <= (int)groups[i].last; k++)
				q->known[k] = true;
}

double
quality_value(struct quality *q, enum quality_measure m)
{
	if (!q->known[m]) {
		measure(q, m);
		note_known(q, m);
	}
	return q->values[m];
}

/*
 * All that is repeated in runs of five words, however they overlap: no more is
 * in longer ones.
 */
static double
again_bound(struct quality *q)
{
	if (q->bound < 0)
		q->bound = share(repetition_bound(&q->repetition, &q->shape,
		    5), q->shape.points);
	return q->bound;
}

static double
top_bound(struct quality *q, int n)
{
	return share(repetition_top_bound(&q->repetition, &q->shape, n),
	    q->shape.points);
}

/*
 * Whether a rule of n-grams cannot fail, as far as what is counted anyway, or
 * at once for several rules, can tell.
 */
static bool
is_safe(struct quality *q, const struct quality_rule *r)
{
	if (!r->above)
		return false;
	switch (r->measure) {
	case QUALITY_DUP_5: case QUALITY_DUP_6: case QUALITY_DUP_7:
	case QUALITY_DUP_8: case QUALITY_DUP_9: case QUALITY_DUP_10:
		return again_bound(q) <= r->limit;
	case QUALITY_TOP_3: case QUALITY_TOP_4:
		return q->known[QUALITY_TOP_2] && top_bound(q,
		    2 + (int)(r->measure - QUALITY_TOP_2)) <= r->limit;
	default:
		return false;
	}
}

const struct quality_rule *
quality_judge(struct quality *q, struct str text)
{
	static const struct quality_rule empty = {QUALITY_FULL_LINES, false, 1,
	    "empty"};

	memset(q->known, 0, sizeof q->known);
	repetition_clear(&q->repetition);
	q->bound = -1;
	textshape_read(&q->shape, text);
	q->cleaned.n = 0;
	if (q->shape.words.n == 0 && q->rules->list.n > 0)
		return &empty;
	for (size_t i = 0; i < q->rules->list.n; i++) {
		const struct quality_rule *r = &q->rules->list.at[i];
		double value;

		if (is_safe(q, r))
			continue;
		value = quality_value(q, r->measure);
		if (r->above ? value > r->limit : value < r->limit)
			return r;
	}
	return NULL;
}

struct str
quality_cleaned(struct quality *q)
{
	quality_value(q, QUALITY_SENTENCES);
	return buf_str(&q->cleaned);
}

void
quality_free(struct quality *q)
{
	map_free(&q->stop);
	textshape_free(&q->shape);
	repetition_free(&q->repetition);
	buf_free(&q->cleaned);
}
