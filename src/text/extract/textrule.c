/* SPDX-License-Identifier: MIT */
#include "text/extract/textrule.h"

#include <stdlib.h>

#include "base/mem.h"
#include "text/extract/textrun.h"
#include "text/extract/textunit.h"
#include "text/score/threshold.h"

enum {
	COPIED = 10, /* words of what is no accident twice */
	SURE_COPY = 200, /* a line so sure, and alone, is a refrain */
	LABEL = 20, /* words of what is no paragraph */
	CAPTION = 35,
	HEADING = 12,
	GOES_ON = 60, /* words of prose that stay, after which more of it does */
	PAUSE = 1,  /* labels within prose */
	NO_LABEL = -150, /* the score of a label that is none of them */
	NEAR = 3,   /* rows between a caption and its copy */
	PLEA = 3,   /* "advertisement" */
	SIGNS = 2,  /* rows that say what they are */
	MANY = 10,  /* rows that are not of one text by accident */
	STANDS_OUT = 40 /* a score that leaves no doubt there is a content */
};

enum {
	CUT_SHARE = 73, /* of the F1 that can be expected */
	CUT_LEAST = 0, CUT_MOST = 75 /* logits in hundredths */
};

#define KIND(k) (1u << PHRASE_##k)

static const struct paragraph *
row_at(const struct plain *s, size_t i)
{
	return &s->text.at[s->traits.row[i]];
}

static struct text_verdict *
verdict_at(const struct plain *s, size_t i)
{
	return &s->verdict[s->traits.row[i]];
}

/* A line, no sentence, no item of a list or row of a table. */
static bool
is_label(const struct paragraph *p, uint32_t words)
{
	return p->size < words && p->prose.ends == 0 &&
	    !prose_ends(&p->prose) && p->mark == MARK_NONE && p->gaps == 0;
}

static bool
is_prose(const struct paragraph *p)
{
	return p->size >= PARAGRAPH_LONG ||
	    (p->size >= PARAGRAPH_LONG / 2 && prose_ends(&p->prose));
}

static void
judge(struct plain *s, size_t passage, bool keep, enum reason reason)
{
	s->verdict[passage].keep = keep;
	s->verdict[passage].reason = reason;
}

bool
textrule_unsure(struct plain *s)
{
	for (size_t i = 0; i < s->text.n; i++)
		if (s->verdict[i].keep &&
		    s->verdict[i].score - s->options->lean > STANDS_OUT)
			return false;
	for (size_t i = 0; i < s->text.n; i++)
		judge(s, i, !s->options->drop_unsure, REASON_UNSURE);
	return true;
}

int
textrule_cut(const struct plain *s)
{
	struct threshold_part *part = mem_alloc(s->traits.n + 1, sizeof *part);
	int cut;

	for (size_t i = 0; i < s->traits.n; i++)
		part[i] = (struct threshold_part){s->score[i],
			row_at(s, i)->prose.words};
	cut = threshold_best(part, s->traits.n, CUT_SHARE);
	free(part);
	return cut < CUT_LEAST ? CUT_LEAST : cut > CUT_MOST ? CUT_MOST : cut;
}

void
textrule_go_on(struct plain *s)
{
	uint32_t kept = 0, pause = 0;
	uint8_t mark = MARK_NONE;

	for (size_t i = 0; i < s->traits.n; i++) {
		const struct paragraph *p = row_at(s, i);

		if (!paragraph_is_sentence(p)) {
			if (++pause > PAUSE || p->mark != MARK_NONE ||
			    verdict_at(s, i)->score < NO_LABEL ||
			    (p->prose.hits & ~(KIND(STOP) | KIND(CREDIT))))
				kept = 0;
			continue;
		}
		if (p->mark != mark)
			kept = 0;
		mark = p->mark;
		pause = 0;
		if (verdict_at(s, i)->keep)
			kept += p->size;
		else if (kept >= GOES_ON)
			judge(s, s->traits.row[i], true, REASON_RUN);
		else
			kept = 0;
	}
}

static void
judge_title(struct plain *s, size_t row)
{
	if (row != SIZE_MAX)
		judge(s, s->traits.row[row], !s->options->no_title,
		    REASON_TITLE);
}

/* Prose that its score keeps is safe. */
static void
judge_runs(struct plain *s)
{
	int *score = mem_alloc(s->traits.n + 1, sizeof *score);
	bool *keep = mem_alloc(s->traits.n + 1, sizeof *keep);

	for (size_t i = 0; i < s->traits.n; i++)
		score[i] = verdict_at(s, i)->score;
	textrun_choose(score, s->traits.n, keep);
	for (size_t i = 0; i < s->traits.n; i++) {
		bool kept = verdict_at(s, i)->keep;

		if (kept != keep[i] && !(kept && is_prose(row_at(s, i))))
			judge(s, s->traits.row[i], keep[i], REASON_RUN);
	}
	free(keep);
	free(score);
}

/* ---- what the reader asked for or not, whatever the score is ---- */

/* Before the prose or after it: calls, and who wrote it, and when. */
static enum reason
judge_edge(const struct paragraph *p)
{
	const uint32_t calls = KIND(COOKIE) | KIND(SUBSCRIBE) | KIND(SHARE) |
	    KIND(LOGIN) | KIND(AD) | KIND(LEGAL);

	if (is_label(p, LABEL) && (p->prose.opening & KIND(BYLINE) ||
	        p->prose.hits & KIND(DATE)))
		return REASON_BYLINE;
	if (is_label(p, LABEL) && p->prose.hits & calls)
		return REASON_CALL;
	return REASON_SCORE;
}

/* Whether the same stands within a few rows. */
static bool
is_repeated(const struct plain *s, size_t i)
{
	const struct paragraph *p = row_at(s, i);

	if (p->copies < 2 || p->prose.words < 2)
		return false;
	for (size_t k = i > NEAR ? i - NEAR : 0; k <= i + NEAR; k++)
		if (k != i && k < s->traits.n && row_at(s, k)->twin == p->twin)
			return true;
	return false;
}

static enum reason
judge_label(const struct plain *s, size_t i, bool edge)
{
	const struct paragraph *p = row_at(s, i);

	if (is_label(p, LABEL) && p->prose.opening & KIND(STAMP))
		return REASON_STAMP;
	if (is_label(p, PLEA + 1) && p->prose.hits & KIND(AD))
		return REASON_AD;
	if (is_label(p, CAPTION) && p->prose.opening & KIND(CREDIT))
		return REASON_CAPTION;
	if (is_label(p, LABEL) && p->prose.hits & KIND(GALLERY))
		return REASON_GALLERY;
	if (is_label(p, LABEL) && is_repeated(s, i))
		return REASON_REPEATED;
	return edge ? judge_edge(p) : REASON_SCORE;
}

static bool
is_wished(const struct plain *s, enum reason reason)
{
	return (reason == REASON_CAPTION && s->options->captions) ||
	    ((reason == REASON_BYLINE || reason == REASON_STAMP) &&
	        s->options->byline);
}

static void
apply_wishes(struct plain *s)
{
	size_t first = SIZE_MAX, last = 0;

	for (size_t i = 0; i < s->traits.n; i++)
		if (verdict_at(s, i)->keep && is_prose(row_at(s, i))) {
			first = first == SIZE_MAX ? i : first;
			last = i;
		}
	for (size_t i = 0; i < s->traits.n; i++) {
		struct text_verdict *v = verdict_at(s, i);
		enum reason reason = judge_label(s, i,
		    i < first || i > last);

		if (reason == REASON_SCORE || v->reason == REASON_TITLE)
			continue;
		v->keep = is_wished(s, reason) && v->score > -200;
		v->reason = reason;
	}
}

/* Whether only the scores of it and its neighbors have judged it. */
static bool
is_scored(const struct text_verdict *v)
{
	return v->reason == REASON_SCORE || v->reason == REASON_RUN;
}

/* A heading of what went heads nothing. */
static void
drop_headings(struct plain *s)
{
	bool gone = false;

	for (size_t i = s->traits.n; !s->options->all_headings && i-- > 0;) {
		struct text_verdict *v = verdict_at(s, i);
		const struct paragraph *p = row_at(s, i);

		if (v->keep && is_scored(v) && gone &&
		    p->blanks > 0 && is_label(p, HEADING)) {
			v->keep = false;
			v->reason = REASON_HEADING;
		}
		if (v->keep)
			gone = false;
		else if (is_scored(v))
			gone = true;
	}
}

/* Whether what is beside a copy is one, too, of what is beside the first. */
static bool
is_copied_on(const struct paragraphs *text, size_t i)
{
	const struct paragraph *p = text->at, *first = &p[p[i].twin];

	return (p[i].twin > 0 && p[i - 1].prose.words > 0 &&
	        p[i - 1].twin == first[-1].twin) ||
	    (i + 1 < text->n && p[i + 1].prose.words > 0 &&
	        p[i + 1].twin == first[1].twin);
}

/*
 * What has been kept once is not kept again, but for a line alone that is
 * surely of the text: what stands there twice by design is more than a line.
 */
void
textrule_drop_copies(struct plain *s)
{
	bool *kept = mem_alloc(s->text.n + 1, sizeof *kept);

	for (size_t i = 0; i < s->text.n; i++) {
		const struct paragraph *p = &s->text.at[i];

		if (!s->verdict[i].keep || p->prose.words < COPIED)
			continue;
		if (kept[p->twin] && (s->verdict[i].score < SURE_COPY ||
		    is_copied_on(&s->text, i)))
			judge(s, i, false, REASON_COPY);
		kept[p->twin] = true;
	}
	free(kept);
}

/* ---- units ---- */

/* The mean score that keeps a unit, by what stays around it. */
enum {
	LEAST_ALONE = 0, LEAST_BESIDE = -20, LEAST_BETWEEN = -100,
	MEMBER_WORDS = 30, /* that count of one, at most */
	MEMBER_SCORE = 400 /* … either way */
};

static int
mean_score(const struct plain *s, size_t from, size_t to)
{
	int64_t sum = 0, all = 0;

	for (size_t i = from; i < to; i++) {
		int64_t words = s->text.at[i].prose.words;
		int64_t score = s->verdict[i].score;

		words = words > MEMBER_WORDS ? MEMBER_WORDS : words;
		score = score > MEMBER_SCORE ? MEMBER_SCORE
		    : score < -MEMBER_SCORE ? -MEMBER_SCORE : score;
		sum += words * score;
		all += words;
	}
	return (int)(sum / (all > 0 ? all : 1));
}

static int
least_score(const struct plain *s, size_t from, size_t to)
{
	int around = (from > 0 && s->verdict[from - 1].keep) +
	    (to < s->text.n && s->verdict[to].keep);

	return around == 2 ? LEAST_BETWEEN : around == 1 ? LEAST_BESIDE
	    : LEAST_ALONE;
}

/* Each unit stays as a whole or goes, but for what other rules dropped. */
static void
judge_units(struct plain *s)
{
	size_t to;

	for (size_t i = 0; i < s->text.n; i = to) {
		bool keep;

		if (textunit_at(&s->text, i, &to) == TEXTUNIT_NONE)
			continue;
		keep = mean_score(s, i, to) > least_score(s, i, to);
		for (size_t k = i; k < to; k++)
			if (is_scored(&s->verdict[k]) &&
			    s->verdict[k].keep != keep)
				judge(s, k, keep, REASON_UNIT);
	}
}

/* What has no words, signs and rules, stays between what stays. */
static void
judge_wordless(struct plain *s)
{
	bool before = true, *after = mem_alloc(s->text.n + 1, 1);

	after[s->text.n] = true;
	for (size_t i = s->text.n; i-- > 0;)
		after[i] = s->text.at[i].prose.words > 0 ? s->verdict[i].keep
		    : after[i + 1];
	for (size_t i = 0; i < s->text.n; i++) {
		if (s->text.at[i].prose.words > 0)
			before = s->verdict[i].keep;
		else
			judge(s, i, before && after[i], REASON_BETWEEN);
	}
	free(after);
}

/*
 * Whether a line that went says what it is.  What it says of dates, names and
 * pictures, a letter or an article may say, too.
 */
static bool
is_told(const struct paragraph *p, enum reason reason)
{
	const uint32_t tell = ~(KIND(STOP) | KIND(DATE) | KIND(CREDIT) |
	    KIND(BYLINE) | KIND(FORUM));

	return reason == REASON_REPEATED || (p->size < HEADING &&
	    !prose_ends(&p->prose) && (p->prose.hits & tell));
}

/*
 * Whether anything around a content is there at all: much that goes, or some
 * that says what it is.  A letter has a date, a recipe has lists, a poem its
 * refrain, and all of them are whole.
 */
static bool
is_around(const struct plain *s)
{
	uint64_t gone = 0, all = 0;
	size_t rows = 0, told = 0;
	bool prose = false;

	for (size_t i = 0; i < s->traits.n; i++) {
		const struct paragraph *p = row_at(s, i);
		const struct text_verdict *v = verdict_at(s, i);

		all += p->size + 1;
		prose |= v->keep && is_prose(p);
		if (v->keep)
			continue;
		gone += p->size + 1;
		rows++;
		told += is_told(p, v->reason);
	}
	return (told >= SIGNS && prose) ||
	    (4 * gone > all && (told >= SIGNS || rows >= MANY));
}

static void
keep_whole(struct plain *s)
{
	for (size_t i = 0; i < s->text.n; i++)
		if (s->verdict[i].reason != REASON_TITLE)
			judge(s, i, true, REASON_WHOLE);
}

void
textrule_apply(struct plain *s, size_t title)
{
	judge_runs(s);
	textrule_go_on(s);
	judge_title(s, title);
	apply_wishes(s);
	judge_units(s);
	drop_headings(s);
	textrule_drop_copies(s);
	if (!textrule_unsure(s) && !is_around(s))
		keep_whole(s);
	judge_wordless(s);
}
