/* SPDX-License-Identifier: MIT */
#include "text/extract/textcontent.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "text/extract/textrule.h"
#include "text/extract/textunit.h"

#include "gen/textcontent.h"

enum {
	ROUNDS = 32,
	PATIENCE = ROUNDS << 20, /* what all rounds of a text may cost: bytes, */
	PASSAGE_COST = 64        /* of which a passage costs so many */
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
choose(struct plain *s, const struct textcontent_model *model)
{
	size_t title;
	int lean;

	if (s->traits.n == 0) {
		textrule_unsure(s);
		return;
	}
	score_rows(s, &model->pass[0], 1);
	textfeature_look(&s->traits, s->score);
	score_rows(s, &model->title, 2);
	title = textfeature_headline(&s->traits, s->score);
	score_rows(s, &model->pass[1], 3);
	textfeature_look(&s->traits, s->score);
	score_rows(s, &model->pass[2], 3);
	lean = s->options->lean - textrule_cut(s);
	for (size_t i = 0; i < s->traits.n; i++) {
		struct text_verdict *v = &s->verdict[s->traits.row[i]];

		v->score = s->score[i] + lean;
		v->keep = v->score > 0;
	}
	textrule_apply(s, title);
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
