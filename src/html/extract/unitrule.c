/* SPDX-License-Identifier: MIT */
#include "html/extract/contentrule.h"

/* Hundredths of a logit, but for WORDS_COUNT. */
enum {
	WORDS_COUNT = 30, /* of a member at most: a long one is not the unit */
	SCORE_MOST = 400, SCORE_LEAST = -500,
	ALONE = 0, BESIDE = -40, HEADED = -80, BETWEEN = -350, /* what a unit needs where none
	                                            or one or both of the rows
	                                            around it stay */
	HIDDEN = 60 /* whatever is around */
};

/* The rows of a unit, `to` past the last. */
struct span {
	size_t from, to;
};

static uint32_t
unit_of_row(const struct story *s, size_t row)
{
	return row < s->rows.n ? s->units.of[s->rows.block[row]] : 0;
}

static struct span
span_from(const struct story *s, size_t row)
{
	uint32_t unit = unit_of_row(s, row);
	struct span span = {row, row + 1};

	while (unit_of_row(s, span.to) == unit)
		span.to++;
	return span;
}

/* The mean of the members' scores, weighted by their words. */
static int
mean_score(const struct story *s, struct span span)
{
	int64_t sum = 0, all = 0;

	for (size_t i = span.from; i < span.to; i++) {
		const struct page_block *b = &s->page->blocks[s->rows.block[i]];
		int score = s->verdict[s->rows.block[i]].score;
		int64_t words = b->prose.words < WORDS_COUNT
		    ? b->prose.words : WORDS_COUNT;

		score = score > SCORE_MOST ? SCORE_MOST
		    : score < SCORE_LEAST ? SCORE_LEAST : score;
		sum += words * score;
		all += words;
	}
	return (int)(sum / (all > 0 ? all : 1));
}

static bool
is_mostly_links(const struct story *s, struct span span)
{
	uint64_t text = 0, link = 0;

	for (size_t i = span.from; i < span.to; i++) {
		text += s->page->blocks[s->rows.block[i]].n;
		link += s->page->blocks[s->rows.block[i]].link;
	}
	return 2 * link >= text;
}

/* A line that no score dropped, and that says nothing of what is around it. */
static bool
is_aside(const struct story *s, size_t row)
{
	enum reason reason = s->verdict[s->rows.block[row]].reason;

	return reason == REASON_CAPTION || reason == REASON_STAMP ||
	    reason == REASON_SHARING || reason == REASON_GALLERY;
}

/* Whether what follows a unit stays; a unit that is not judged yet, by its
 * mean. */
static bool
stays_after(const struct story *s, size_t row)
{
	while (row < s->rows.n && is_aside(s, row))
		row++;
	return unit_of_row(s, row) == 0 ? stays(s, row)
	    : mean_score(s, span_from(s, row)) > ALONE;
}

static bool
stays_before(const struct story *s, size_t row)
{
	while (row > 0 && is_aside(s, row - 1))
		row--;
	return row > 0 && stays(s, row - 1);
}

static bool
heading_stays(const struct story *s, size_t row)
{
	const struct page_block *b;

	if (row == 0 || !stays(s, row - 1))
		return false;
	b = &s->page->blocks[s->rows.block[row - 1]];
	return within(b, IN_H1) == 0 || within(b, IN_H2) == 0 ||
	    within(b, IN_H3) == 0;
}

static int
least_score(const struct story *s, struct span span)
{
	const struct page_block *b =
	    &s->page->blocks[s->rows.block[span.from]];
	int around = stays_before(s, span.from) + stays_after(s, span.to);

	if (within(b, IN_HIDDEN) != FAR)
		return HIDDEN;
	return around == 0 || is_mostly_links(s, span) ? ALONE
	    : around == 2 ? BETWEEN
	    : heading_stays(s, span.from) ? HEADED : BESIDE;
}

/*
 * All or nothing, but for what another rule dropped: that is foreign to the
 * unit, such as a link to share it.
 */
static void
judge_unit(struct story *s, struct span span)
{
	bool keep = mean_score(s, span) > least_score(s, span);

	for (size_t i = span.from; i < span.to; i++) {
		size_t block = s->rows.block[i];

		if (s->verdict[block].reason == REASON_SCORE &&
		    s->verdict[block].keep != keep)
			judge(s, block, keep, REASON_UNIT);
	}
}

void
unitrule_apply(struct story *s)
{
	for (size_t i = 0; i < s->rows.n;) {
		struct span span = {i, i + 1};

		if (unit_of_row(s, i) != 0) {
			span = span_from(s, i);
			judge_unit(s, span);
		}
		i = span.to;
	}
}
