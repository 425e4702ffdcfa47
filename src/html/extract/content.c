/* SPDX-License-Identifier: MIT */
#include "html/extract/content.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "html/page/feature.h"
#include "html/extract/contentrule.h"
#include "text/score/threshold.h"

#include "gen/content.h"

enum {
	DOUBT_PRODUCT = 30, /* hundredths of a logit */
	CUT_LEAST = -100, /* what is less likely stands out nowhere */
	STANDS_OUT = 60,  /* this far past the cut; what is hidden must be */
	FIRST_COUNTS = 40 /* of a hundred; the second pass counts the rest */
};

static void
score_rows(struct story *s, const struct forest *f, int pass)
{
	uint8_t (*tile)[FOREST_TILE] = mem_alloc(FOREST_FEATURES, FOREST_TILE);

	for (size_t i = 0; i < s->rows.n; i += FOREST_TILE) {
		int score[FOREST_TILE];

		feature_tile(&s->rows, pass, i, tile);
		forest_score(f, (const uint8_t (*)[FOREST_TILE])tile, score);
		for (size_t k = 0; k < FOREST_TILE && i + k < s->rows.n; k++)
			s->score[i + k] = score[k];
	}
	free(tile);
}

static bool
shows_any(const struct story *s)
{
	for (size_t i = 0; i < s->rows.n; i++)
		if (within(block_of(s, i), IN_HIDDEN) == FAR)
			return true;
	return false;
}

static bool
stands_out(const struct story *s)
{
	for (size_t i = 0; i < s->rows.n; i++)
		if (s->verdict[s->rows.block[i]].score - s->options->lean >
		    STANDS_OUT)
			return true;
	return false;
}

/* So few words that nothing can stand out among them. */
static bool
has_little(const struct story *s)
{
	uint32_t words = 0;

	for (size_t i = 0; i < s->rows.n && words < ARTICLE_LEAST; i++)
		words += block_of(s, i)->prose.words;
	return words < ARTICLE_LEAST;
}

/* A page's frame by its elements; and what it hides, where it shows any. */
static bool
is_frame(const struct page_block *b, bool shows)
{
	return within(b, IN_NAV) != FAR || within(b, IN_FOOTER) != FAR ||
	    (shows && within(b, IN_HIDDEN) != FAR);
}

static bool
is_mostly_links(const struct page_block *b)
{
	return 2 * b->link > b->n;
}

/* Whether there is more to it than its frame and lists of links. */
static bool
has_more_than_links(const struct story *s, bool shows)
{
	uint32_t words = 0;

	for (size_t i = 0; i < s->rows.n && words < ARTICLE_LEAST; i++) {
		const struct page_block *b = block_of(s, i);

		if (!is_frame(b, shows) && !is_mostly_links(b))
			words += b->prose.words;
	}
	return words >= ARTICLE_LEAST;
}

/*
 * Nothing stands out: all but the page's frame and what it hides, or nothing;
 * where it hides all there is, or has little but links, that is not held
 * against it.
 */
static bool
is_unsure(struct story *s)
{
	bool shows = shows_any(s), more = has_more_than_links(s, shows);

	if (stands_out(s) && (!has_little(s) || s->options->drop_unsure))
		return false;
	for (size_t i = 0; i < s->rows.n; i++) {
		const struct page_block *b = block_of(s, i);
		bool frame = is_frame(b, shows) || (more && is_mostly_links(b));

		judge(s, s->rows.block[i], !frame && !s->options->drop_unsure,
		    REASON_UNSURE);
	}
	return true;
}

/* All but, where it is not wanted, the headline of a page that was told. */
static void
keep_all(struct story *s)
{
	bool title = false, told = s->page->told;

	for (size_t i = 0; i < s->page->n_blocks; i++) {
		judge(s, i, true, told ? REASON_STATED : REASON_STRIPPED);
		if (title || within(&s->page->blocks[i], IN_H1) != 0)
			continue;
		title = s->verdict[i].title = true;
		if (told)
			judge(s, i, !s->options->no_title, REASON_TITLE);
	}
}

/*
 * A page that says it is one article, or one product, has its text in one
 * place, and what is doubtful there is mostly what stands around it; on other
 * pages doubtful blocks are as often what they are about.
 */
static int
lean_of(const struct story *s)
{
	return s->options->lean - (contentrule_is_article(s->page)
	    ? CONTENTRULE_DOUBT_ARTICLE
	    : s->page->says & SAYS_PRODUCT ? DOUBT_PRODUCT : 0);
}

/* What the best choice of rows is expected to ask of a score. */
static int
cut_rows(const struct story *s)
{
	struct threshold_part *part = mem_alloc(s->rows.n + 1, sizeof *part);
	int cut;

	for (size_t i = 0; i < s->rows.n; i++)
		part[i] = (struct threshold_part){s->score[i],
			block_of(s, i)->prose.words};
	cut = threshold_best(part, s->rows.n, contentrule_share(s->page));
	free(part);
	return cut > CUT_LEAST ? cut : CUT_LEAST;
}

/*
 * The second pass knows more and is the surer of it, right or wrong; a mean
 * with the first errs less than either.
 */
static void
score(struct story *s, const struct content_model *model)
{
	int *first = mem_alloc(s->rows.n + 1, sizeof *first);

	score_rows(s, &model->pass[0], 1);
	feature_look(&s->rows, s->score);
	if (s->rows.n > 0)
		memcpy(first, s->score, s->rows.n * sizeof *first);
	score_rows(s, &model->pass[1], 2);
	for (size_t i = 0; i < s->rows.n; i++)
		s->score[i] += (first[i] - s->score[i]) * FIRST_COUNTS / 100;
	free(first);
}

/* What the verdicts tell besides: units, and that a page hides a block. */
static void
note(struct story *s)
{
	for (size_t i = 0; i < s->page->n_blocks; i++) {
		struct content_verdict *v = &s->verdict[i];

		v->unit = s->units.of[i];
		if (v->unit > 0)
			v->kind = s->units.unit[v->unit - 1].kind;
		if (v->reason == REASON_SCORE && !v->keep && v->score > 0)
			v->reason = REASON_HIDDEN;
	}
}

static void
choose(struct story *s, const struct content_model *model)
{
	bool shows = shows_any(s);
	int lean;

	score(s, model);
	s->units = units_of(s->page);
	lean = lean_of(s) - cut_rows(s);
	for (size_t i = 0; i < s->rows.n; i++) {
		struct content_verdict *v = &s->verdict[s->rows.block[i]];

		v->score = s->score[i] + lean;
		v->keep = v->score > (shows && within(
		    block_of(s, i), IN_HIDDEN) != FAR
		    ? STANDS_OUT : 0);
	}
	if (!is_unsure(s) || !s->options->drop_unsure)
		contentrule_apply(s);
	note(s);
}

struct content_verdict *
content_judge(const struct page *page, const struct content_options *options,
    const struct content_model *model)
{
	struct story s = {.page = page, .options = options};

	s.verdict = mem_alloc(page->n_blocks + 1, sizeof *s.verdict);
	if (page->stripped || page->told) {
		keep_all(&s);
		return s.verdict;
	}
	s.rows = rows_of(page, options->comments);
	s.score = mem_alloc(s.rows.n + 1, sizeof *s.score);
	choose(&s, model);
	rows_free(&s.rows);
	units_free(&s.units);
	free(s.score);
	return s.verdict;
}

const char *
content_reason(enum reason reason)
{
	static const char *const names[REASONS] = {
		"score", "title", "unsure", "caption", "byline", "heading",
		"sharing", "stamp", "gallery", "pointer", "comment", "copy",
		"standfirst", "code", "quote", "announced", "bare", "between",
		"unit", "paragraph", "ad", "embed", "plea", "offer", "next",
		"hidden", "stated", "stripped",
	};

	return names[reason];
}

const char content_version[] = CONTENT_VERSION;
const struct content_model content_model = {{CONTENT_html1, CONTENT_html2}};
