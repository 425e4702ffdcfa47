/* SPDX-License-Identifier: MIT */
/*
 * The rule that keeps or drops a unit (a list, a table, a row of boxes) whole, by
 * the mean score of its rows and by what stays around it.
 */
#include "html/extract/contentrule.h"

#include <stdlib.h>

#include "base/mem.h"

/*
 * The mean score that keeps a unit, in hundredths of a logit, by what stays
 * around it.
 */
enum {
	LEAST_ALONE = 0,     /* nothing */
	LEAST_BESIDE = -40,  /* what is before it, or what is after */
	LEAST_HEADED = -80,  /* a heading before it, and nothing after */
	LEAST_NAMED = -120,  /* it is named as content, or is one of amounts */
	LEAST_BETWEEN = -350,     /* both */
	LEAST_IN_SERIES = -150,   /* both, and other units between */
	LEAST_HEADLINES = 180,
	LEAST_HIDDEN = 60         /* whatever is around it */
};

enum {
	AUTHOR_NEAR = 3, /* boxes out */
	NAME_WORDS = 5,
	AMOUNTS_LEAST = 3, /* rows */
	WORDS_COUNT = 30, /* of a block at most: a long one is not the unit */
	SCORE_MOST = 400, SCORE_LEAST = -500,
	UNLIKELY = -200,  /* a unit or a heading that no series goes past */
	HEADING = -80,    /* the least of one that heads what stays */
	SERIES_MOST = 16  /* units and headings that a series goes past */
};

/* A unit's rows, `to` past the last, and what they say together. */
struct unit_rows {
	size_t from, to;
	int mean;   /* of the scores, weighted by words */
	bool links; /* half of its text and more */
	bool run;   /* not marked up as one thing */
	bool amounts; /* half of its rows begin with a number: ingredients */
	bool keep;
};

struct series {
	struct story *story;
	struct unit_rows *unit; /* by number, from 1 */
};

static uint32_t
unit_of_row(const struct story *s, size_t row)
{
	return s->units.of[s->rows.block[row]];
}

static int
within_limits(int score)
{
	return score > SCORE_MOST ? SCORE_MOST
	    : score < SCORE_LEAST ? SCORE_LEAST : score;
}

/* "4 spoons of oil": a number, then words, and no sentence. */
static bool
is_amount(const struct page_block *b)
{
	return b->prose.first >= '0' && b->prose.first <= '9' &&
	    b->prose.words > b->prose.numbers && b->link == 0 &&
	    !prose_ends(&b->prose);
}

static void
measure_unit(const struct story *s, struct unit_rows *u)
{
	int64_t sum = 0, all = 0;
	uint64_t text = 0, link = 0;
	size_t stated = 0, kept = 0, amounts = 0;

	for (size_t i = u->from; i < u->to; i++) {
		const struct page_block *b = block_of(s, i);
		int64_t words = b->prose.words < WORDS_COUNT
		    ? b->prose.words : WORDS_COUNT;

		sum += words *
		    within_limits(s->verdict[s->rows.block[i]].score);
		all += words;
		text += b->n;
		link += b->link;
		stated += s->verdict[s->rows.block[i]].reason == REASON_STATED;
		kept += stays(s, i);
		amounts += is_amount(b);
	}
	u->mean = stated > 0 && 2 * kept >= u->to - u->from ? SCORE_MOST
	    : (int)(sum / (all > 0 ? all : 1));
	u->links = 2 * link >= text;
	u->amounts = amounts >= AMOUNTS_LEAST && 2 * amounts >= u->to - u->from;
	u->run = s->units.unit[unit_of_row(s, u->from) - 1].kind == UNIT_RUN;
}

static struct unit_rows *
measure_units(const struct story *s)
{
	struct unit_rows *unit = mem_alloc(s->units.n + 1, sizeof *unit);

	for (size_t i = 0; i < s->rows.n; i++) {
		struct unit_rows *u = &unit[unit_of_row(s, i)];

		if (u->to == 0)
			u->from = i;
		u->to = i + 1;
	}
	for (size_t i = 1; i <= s->units.n; i++)
		if (unit[i].to > 0)
			measure_unit(s, &unit[i]);
	return unit;
}

/* A line that no score dropped, and that says nothing of what is around it. */
static bool
is_aside(const struct story *s, size_t row)
{
	enum reason reason = s->verdict[s->rows.block[row]].reason;

	return reason == REASON_CAPTION || reason == REASON_STAMP ||
	    reason == REASON_SHARING || reason == REASON_GALLERY;
}

static bool
is_doubtful_heading(const struct story *s, size_t row)
{
	const struct content_verdict *v = &s->verdict[s->rows.block[row]];

	return contentrule_is_heading(block_of(s, row)) && !v->keep &&
	    v->reason == REASON_SCORE && v->score > UNLIKELY;
}

/*
 * Whether the row beside a unit stays: before it (`step` -1), where all units
 * are judged, or after it (1), where they are not.  Units and headings in
 * doubt are looked past; `*past` counts them.
 */
static bool
stays_beside(const struct series *z, size_t row, int step, int *past)
{
	const struct story *s = z->story;

	while (row < s->rows.n && *past < SERIES_MOST) {
		const struct unit_rows *u = &z->unit[unit_of_row(s, row)];

		if (is_aside(s, row)) {
			row += (size_t)step;
		} else if (u != z->unit && u->links) {
			return stays(s, row);
		} else if (u != z->unit) {
			if (step < 0 ? u->keep : u->mean > LEAST_ALONE)
				return true;
			if (u->mean <= UNLIKELY)
				return false;
			row = step < 0 ? u->from - 1 : u->to;
			++*past;
		} else if (is_doubtful_heading(s, row)) {
			row += (size_t)step;
			++*past;
		} else {
			return stays(s, row);
		}
	}
	return false;
}

/* Links of an article to others, by their names. */
static bool
is_headlines(const struct story *s, const struct unit_rows *u)
{
	size_t long_ones = 0;

	for (size_t i = u->from; i < u->to; i++)
		long_ones += block_of(s, i)->prose.words >= NAME_WORDS;
	return contentrule_is_article(s->page) && u->to >= u->from + 4 &&
	    3 * long_ones >= 2 * (u->to - u->from);
}

/*
 * It is near an element named after an author, and not nearer to one named
 * after a body: who wrote a post stands between posts, and is not of them.
 */
static bool
is_of_author(const struct page_block *b)
{
	return b->at.near[HINT_AUTHOR] <= AUTHOR_NEAR &&
	    b->at.near[HINT_AUTHOR] < b->at.near[HINT_BODY];
}

static int
least_mean(const struct series *z, const struct unit_rows *u)
{
	const struct story *s = z->story;
	int past = 0, past_after = 0;
	bool before = stays_beside(z, u->from - 1, -1, &past);
	bool after = stays_beside(z, u->to, 1, &past_after);

	if (within(block_of(s, u->from), IN_HIDDEN) != FAR)
		return LEAST_HIDDEN;
	if (u->links && !(before && after) && is_headlines(s, u))
		return LEAST_HEADLINES;
	if (u->links || u->run || is_of_author(block_of(s, u->from)))
		return LEAST_ALONE;
	if (before && after)
		return past + past_after > 0 ? LEAST_IN_SERIES : LEAST_BETWEEN;
	if (block_of(s, u->from)->at.near[HINT_BODY] <= 3 || u->amounts)
		return LEAST_NAMED;
	if (before && past == 0 &&
	    contentrule_is_heading(block_of(s, u->from - 1)))
		return LEAST_HEADED;
	return (before && past == 0) || (after && past_after == 0)
	    ? LEAST_BESIDE : LEAST_ALONE;
}

/*
 * What a block of an article is doubted for (content.c) is what stands alone
 * between paragraphs; a unit that is no list of links is not that.
 */
static int
more_in_article(const struct story *s, const struct unit_rows *u)
{
	return contentrule_is_article(s->page) && !u->links && !u->run
	    ? CONTENTRULE_DOUBT_ARTICLE : 0;
}

/*
 * All or nothing, but for what another rule dropped: that is foreign to the
 * unit, such as a link to share it.
 */
static void
judge_unit(struct series *z, struct unit_rows *u)
{
	struct story *s = z->story;

	u->keep = u->mean + more_in_article(s, u) > least_mean(z, u);
	for (size_t i = u->from; i < u->to; i++) {
		size_t block = s->rows.block[i];

		if (s->verdict[block].reason == REASON_SCORE &&
		    s->verdict[block].keep != u->keep)
			judge(s, block, u->keep, REASON_UNIT);
	}
}

/* A link stands for another page, but where it heads what is beside it. */
static bool
is_link_alone(const struct story *s, size_t row)
{
	const struct page_block *b = block_of(s, row);

	return 2 * b->link >= b->n && (row + 1 == s->rows.n ||
	    !contentrule_is_inside(s->page, block_of(s, row + 1)->node,
	        s->page->nodes[b->node].parent));
}

/*
 * A heading in doubt stays between a row that stays and one that it heads;
 * from the last row on, so that headings that follow each other do.
 */
static void
keep_headings(struct story *s)
{
	for (size_t i = s->rows.n; i-- > 1;) {
		size_t block = s->rows.block[i];
		bool before = stays(s, i - 1) || is_doubtful_heading(s, i - 1);

		if (is_doubtful_heading(s, i) && before && stays(s, i + 1) &&
		    !is_link_alone(s, i) &&
		    s->verdict[block].score > HEADING)
			judge(s, block, true, REASON_UNIT);
	}
}

void
unitrule_apply(struct story *s)
{
	struct series z = {s, measure_units(s)};

	for (size_t i = 1; i <= s->units.n; i++)
		if (z.unit[i].to > 0)
			judge_unit(&z, &z.unit[i]);
	free(z.unit);
	keep_headings(s);
}
