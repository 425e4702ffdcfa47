/* SPDX-License-Identifier: MIT */
#include "text/extract/textcontent.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "text/extract/textfeature.h"
#include "text/extract/textrun.h"
#include "text/extract/textunit.h"

#include "gen/textcontent.h"

enum {
	ROUNDS = 32,
	PATIENCE = ROUNDS << 20, /* what all rounds of a text may cost: bytes, */
	PASSAGE_COST = 64,       /* of which a passage costs so many */
	COPIED = 10, /* words of what is no accident twice */
	LABEL = 20, /* words of what is no paragraph */
	CAPTION = 35,
	HEADING = 12,
	NEAR = 3,   /* rows between a caption and its copy */
	PLEA = 3,   /* "advertisement" */
	SIGNS = 2,  /* rows that say what they are */
	MANY = 10,  /* rows that are not of one text by accident */
	STANDS_OUT = 40 /* a score that leaves no doubt there is a content */
};
#define NOWHERE SIZE_MAX

enum reason {
	REASON_SCORE, REASON_TITLE, REASON_UNSURE, REASON_CAPTION,
	REASON_BYLINE, REASON_STAMP, REASON_GALLERY, REASON_AD, REASON_CALL,
	REASON_REPEATED, REASON_HEADING, REASON_COPY, REASON_BETWEEN,
	REASON_UNIT, REASON_WHOLE, REASON_RUN, REASONS
};

struct verdict {
	int score;
	enum reason reason;
	bool keep;
};

struct plain {
	const struct textcontent_options *options;
	struct paragraphs text;
	struct textfeatures traits;
	int *score;              /* of each row */
	struct verdict *verdict; /* of each passage */
};

static void
score_rows(struct plain *s, const struct forest *f, int pass)
{
	uint8_t (*tile)[FOREST_TILE] = mem_alloc(FOREST_FEATURES, FOREST_TILE);

	for (size_t i = 0; i < s->traits.n; i += FOREST_TILE) {
		textfeature_tile(&s->traits, pass, i, tile);
		forest_score(f, (const uint8_t (*)[FOREST_TILE])tile,
		    s->score + i);
	}
	free(tile);
}

static void
judge(struct plain *s, size_t passage, bool keep, enum reason reason)
{
	s->verdict[passage].keep = keep;
	s->verdict[passage].reason = reason;
}

/* Where nothing stands out: all of it, or nothing. */
static bool
keep_unsure(struct plain *s)
{
	for (size_t i = 0; i < s->text.n; i++)
		if (s->verdict[i].keep &&
		    s->verdict[i].score - s->options->lean > STANDS_OUT)
			return false;
	for (size_t i = 0; i < s->text.n; i++)
		judge(s, i, !s->options->drop_unsure, REASON_UNSURE);
	return true;
}

static void
judge_title(struct plain *s, size_t row)
{
	if (row != NOWHERE)
		judge(s, s->traits.row[row], !s->options->no_title,
		    REASON_TITLE);
}

/* ---- what the reader asked for or not, whatever the score is ---- */

#define KIND(k) (1u << PHRASE_##k)

static const struct paragraph *
row_at(const struct plain *s, size_t i)
{
	return &s->text.at[s->traits.row[i]];
}

static struct verdict *
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
	size_t first = NOWHERE, last = 0;

	for (size_t i = 0; i < s->traits.n; i++)
		if (verdict_at(s, i)->keep && is_prose(row_at(s, i))) {
			first = first == NOWHERE ? i : first;
			last = i;
		}
	for (size_t i = 0; i < s->traits.n; i++) {
		struct verdict *v = verdict_at(s, i);
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
is_scored(const struct verdict *v)
{
	return v->reason == REASON_SCORE || v->reason == REASON_RUN;
}

/* A heading of what went heads nothing. */
static void
drop_headings(struct plain *s)
{
	bool gone = false;

	for (size_t i = s->traits.n; !s->options->all_headings && i-- > 0;) {
		struct verdict *v = verdict_at(s, i);
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

/* What has been kept once is not kept again. */
static void
drop_copies(struct plain *s)
{
	bool *kept = mem_alloc(s->text.n + 1, sizeof *kept);

	for (size_t i = 0; i < s->text.n; i++) {
		const struct paragraph *p = &s->text.at[i];

		if (!s->verdict[i].keep || p->prose.words < COPIED)
			continue;
		if (kept[p->twin])
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
		const struct verdict *v = verdict_at(s, i);

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

static void
choose(struct plain *s, const struct textcontent_model *model)
{
	size_t title;

	if (s->traits.n == 0) {
		keep_unsure(s);
		return;
	}
	score_rows(s, &model->pass[0], 1);
	textfeature_look(&s->traits, s->score);
	score_rows(s, &model->title, 2);
	title = textfeature_headline(&s->traits, s->score);
	score_rows(s, &model->pass[1], 3);
	textfeature_look(&s->traits, s->score);
	score_rows(s, &model->pass[2], 3);
	for (size_t i = 0; i < s->traits.n; i++) {
		struct verdict *v = &s->verdict[s->traits.row[i]];

		v->score = s->score[i] + s->options->lean;
		v->keep = v->score > 0;
	}
	judge_runs(s);
	judge_title(s, title);
	apply_wishes(s);
	judge_units(s);
	drop_headings(s);
	drop_copies(s);
	if (!keep_unsure(s) && !is_around(s))
		keep_whole(s);
	judge_wordless(s);
}

static struct plain
plain_judge(struct str text, const struct textcontent_options *options,
    const struct textcontent_model *model)
{
	struct plain s = {.options = options, .text = paragraphs_of(text, false)};

	s.traits = textfeatures_of(&s.text, options->comments);
	s.score = mem_alloc(s.traits.n + FOREST_TILE, sizeof *s.score);
	s.verdict = mem_alloc(s.text.n + 1, sizeof *s.verdict);
	choose(&s, model);
	return s;
}

static void
plain_free(struct plain *s)
{
	textfeatures_free(&s->traits);
	paragraphs_free(&s->text);
	free(s->score);
	free(s->verdict);
}

/* Its lines, whatever ended them. */
static void
put_lines(struct str text, struct sink *out)
{
	const char *s = text.s, *end = s + text.n;

	while (s < end) {
		const char *stop = paragraph_line_end(s, end);

		sink_put(out, s, (size_t)(stop - s));
		sink_putc(out, '\n');
		s = paragraph_next_line(stop, end);
	}
}

/* Where something went, one empty line is left of those around it. */
void
textcontent_put(const struct paragraphs *text, const bool *keep, struct sink *out)
{
	uint32_t blanks = 0;
	bool any = false, gone = false;

	for (size_t i = 0; i < text->n; i++) {
		const struct paragraph *p = &text->at[i];

		blanks = p->blanks > blanks ? p->blanks : blanks;
		gone |= !keep[i];
		if (!keep[i])
			continue;
		if (gone && blanks > 1)
			blanks = 1;
		for (; any && blanks > 0; blanks--)
			sink_putc(out, '\n');
		put_lines(p->text, out);
		blanks = 0;
		any = true;
		gone = false;
	}
}

/* One round; what it cost. */
static uint64_t
strip_once(struct str text, const struct textcontent_options *options,
    const struct textcontent_model *model, struct sink *out)
{
	struct plain s = plain_judge(text, options, model);
	bool *keep = mem_alloc(s.text.n + 1, sizeof *keep);
	uint64_t cost = text.n + (uint64_t)PASSAGE_COST * s.text.n;

	for (size_t i = 0; i < s.text.n; i++)
		keep[i] = s.verdict[i].keep;
	textcontent_put(&s.text, keep, out);
	free(keep);
	plain_free(&s);
	return cost;
}

/* As textcontent_put does where nothing goes. */
static void
put_whole(struct str text, struct sink *out)
{
	struct str line;
	uint32_t blanks;

	for (bool any = false; paragraph_next(&text, &line, &blanks); any = true) {
		for (; any && blanks > 0; blanks--)
			sink_putc(out, '\n');
		sink_put(out, line.s, line.n);
		sink_putc(out, '\n');
	}
}

/* Whether it is of a page's size, written so. */
static bool
is_page(struct str text)
{
	uint64_t lines = 0, bytes = 0;
	struct str line;
	uint32_t blanks;

	while (lines <= TEXTCONTENT_LINES && bytes <= TEXTCONTENT_BYTES &&
	    paragraph_next(&text, &line, &blanks)) {
		blanks = lines > 0 ? blanks : 0;
		lines += blanks + 1;
		bytes += blanks + line.n + 1;
	}
	return lines <= TEXTCONTENT_LINES && bytes <= TEXTCONTENT_BYTES;
}

/*
 * Rounds until one changes no byte; what is judged anew may read otherwise
 * for the empty line that went before it.  False: there is no end in sight.
 */
static bool
settle(struct str text, const struct textcontent_options *options,
    const struct textcontent_model *model, struct sink *now)
{
	struct sink next = {0};
	uint64_t cost = strip_once(text, options, model, now);
	bool more = !str_eq(text, buf_str(&now->buf));

	for (int round = 1; more && round < ROUNDS && cost < PATIENCE; round++) {
		struct sink old = *now;

		next.buf.n = 0;
		cost += strip_once(buf_str(&old.buf), options, model, &next);
		more = !str_eq(buf_str(&old.buf), buf_str(&next.buf));
		*now = next;
		next = old;
	}
	buf_free(&next.buf);
	return !more;
}

/* A whole text is written as textcontent_put has it, and must be whole in that. */
static void
strip_page(struct str text, const struct textcontent_options *options,
    const struct textcontent_model *model, struct sink *out)
{
	struct sink now = {0}, whole = {0};
	bool settled = settle(text, options, model, &now);

	if (!settled) {
		put_whole(text, &whole);
		if (!str_eq(text, buf_str(&whole.buf))) {
			now.buf.n = 0;
			settled = settle(buf_str(&whole.buf), options, model,
			    &now);
		}
	}
	if (settled)
		sink_put(out, now.buf.s, now.buf.n);
	else
		sink_put(out, whole.buf.s, whole.buf.n);
	buf_free(&now.buf);
	buf_free(&whole.buf);
}

void
textcontent_strip(struct str text, const struct textcontent_options *options,
    const struct textcontent_model *model, struct sink *out)
{
	if (is_page(text))
		strip_page(text, options, model, out);
	else
		put_whole(text, out);
}

/* The first TEXTCONTENT_LINES lines of the text, taken from it. */
static struct str
take_part(struct str *text)
{
	const char *s = text->s, *end = s + text->n;
	struct str part;

	for (size_t lines = 0; s < end && lines < TEXTCONTENT_LINES; s++)
		lines += *s == '\n' || *s == '\f' ||
		    (*s == '\r' && (s + 1 == end || s[1] != '\n'));
	part = (struct str){text->s, (size_t)(s - text->s)};
	*text = (struct str){s, (size_t)(end - s)};
	return part;
}

/* A cell of a table: controls, tabs and line ends are spaces. */
static void
put_cell(struct sink *out, struct str t)
{
	for (size_t i = 0; i < t.n; i++) {
		unsigned char c = (unsigned char)t.s[i];

		sink_putc(out, c < ' ' || c == 0x7F ? ' ' : (char)c);
	}
}

static void
explain_row(const struct plain *s, size_t i, const char *unit,
    const char *file, struct sink *out)
{
	static const char *const reasons[REASONS] = {
		"score", "title", "unsure", "caption", "byline", "stamp",
		"gallery", "ad", "call", "repeated", "heading", "copy",
		"between", "unit", "whole", "run",
	};
	const struct paragraph *p = &s->text.at[i];
	char line[128];

	if (file != NULL) {
		put_cell(out, str_of(file));
		sink_putc(out, '\t');
	}
	snprintf(line, sizeof line, "%s\t%d\t%s\t%s\t%s\t",
	    s->verdict[i].keep ? "keep" : "drop", s->verdict[i].score,
	    reasons[s->verdict[i].reason], unit,
	    p->mark != MARK_NONE ? "item" : "line");
	sink_puts(out, line);
	put_cell(out, p->text);
	sink_putc(out, '\n');
}

static void
explain_part(struct str text, const struct textcontent_options *options,
    const struct textcontent_model *model, const char *file, struct sink *out)
{
	static const char *const kinds[] = {"", "table", "list", "pairs"};
	struct plain s = plain_judge(text, options, model);
	unsigned number = 0;
	size_t to;

	for (size_t i = 0; i < s.text.n; i = to) {
		enum textunit_kind kind = textunit_at(&s.text, i, &to);
		char unit[32] = "-";

		if (kind != TEXTUNIT_NONE)
			snprintf(unit, sizeof unit, "%s%u", kinds[kind],
			    ++number);
		for (size_t k = i; k < to; k++)
			explain_row(&s, k, unit, file, out);
	}
	plain_free(&s);
}

void
textcontent_explain(struct str text, const struct textcontent_options *options,
    const struct textcontent_model *model, const char *file, struct sink *out)
{
	while (text.n > 0)
		explain_part(take_part(&text), options, model, file, out);
}

const char textcontent_version[] = TEXTCONTENT_VERSION;
const struct textcontent_model textcontent_model =
    {{TEXTCONTENT_text1, TEXTCONTENT_text2, TEXTCONTENT_text3}, TEXTCONTENT_title};
