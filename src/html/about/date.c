/* SPDX-License-Identifier: MIT */
/*
 * When it was published and changed.  Every date that is stated or seen has a
 * weight; dates that several kinds of sources give weigh more.
 */
#include "html/about/evidence.h"

#include "base/ascii.h"
#include "html/words/plain.h"
#include "text/unicode/norm.h"

enum {
	DATES = 512, LINE_MOST = 200, BEFORE = 5, AFTER = 12, /* blocks */
	IN_ADDRESS = 87, AGREES = 4, AGREES_ADDRESS = 6, FAR_LESS = 23,
	LINE_NEAR = 58, LINE_LABEL = 8, LINE_FAR_LABEL = 38, LINE_ALONE = 24,
	LINE_AMONG = 20, LINE_SHORT = 40 /* bytes */,
	UPDATED_LESS = 20, SHORT_YEAR_LESS = 6, BLOCK_DATES = 3
};

enum kind { KIND_JSON, KIND_META, KIND_ITEM, KIND_ADDRESS, KIND_TIME,
	KIND_CLASS, KIND_LINE, KINDS };

struct found {
	struct pagedate date;
	int weight;
	enum kind kind;
	bool near, modified;
	size_t item; /* of the evidence */
};

struct dates {
	struct about *a;
	struct pagedate_how how;
	struct found at[DATES];
	int n;
};

static bool
is_believed(const struct about *a, const struct pagedate *d)
{
	return a->options->visited == 0 ||
	    pagedate_days(d) <= a->options->visited + 2;
}

static void
keep(struct dates *t, const struct pagedate *d, int weight, enum kind kind,
    bool near, bool modified, size_t item)
{
	if (t->n < DATES && is_believed(t->a, d))
		t->at[t->n++] = (struct found){*d, weight -
		    (d->short_year ? SHORT_YEAR_LESS : 0), kind, near,
		    modified, item};
}

/* A date that is seen, or in the address: evidence as well. */
static void
add(struct dates *t, const struct pagedate *d, int weight, enum kind kind,
    bool near, bool modified)
{
	static const char *const names[] = {"", "", "itemprop", "url", "time",
	    "class date", "line"};
	struct buf text = {0};

	pagedate_put(&text, d);
	keep(t, d, weight, kind, near, modified, t->a->items.n);
	evidence_add(t->a, modified ? ABOUT_MODIFIED : ABOUT_PUBLISHED,
	    weight, names[kind], buf_str(&text), 0, 0);
	buf_free(&text);
}

static bool
is_near(const struct about *a, long block)
{
	long from = a->headline < 0 ? 0 : a->headline;

	return block >= from - BEFORE && block <= from + AFTER;
}

/* ---- stated ---- */

static void
gather_stated(struct dates *t)
{
	struct about *a = t->a;

	for (size_t i = 0; i < a->items.n; i++) {
		const struct about_item *item = &a->items.at[i];
		struct pagedate d;
		bool json = strncmp(evidence_source(a, item), "json", 4) == 0;

		if ((item->field == ABOUT_PUBLISHED ||
		    item->field == ABOUT_MODIFIED) && item->block < 0 &&
		    pagedate_stated(evidence_value(a, item), &t->how, &d))
			keep(t, &d, item->rank, json ? KIND_JSON : KIND_META,
			    false, item->field == ABOUT_MODIFIED, i);
	}
}

static void
gather_address(struct dates *t)
{
	struct pagedate d;

	if (pagedate_in_address(buf_str(&t->a->canonical), &d) ||
	    pagedate_in_address(buf_str(&t->a->given), &d))
		add(t, &d, IN_ADDRESS, KIND_ADDRESS, false, false);
}

/* ---- seen ---- */

/* Whether the words in front of a date name it: published, or modified. */
static unsigned
label_before(struct str line, size_t at)
{
	unsigned all = 0, found;

	for (size_t i = 0; i < at; i++) {
		struct str rest = {line.s + i, at - i};
		bool start = i == 0 || strchr(" \x1F|(:,", line.s[i - 1]) ||
		    (unsigned char)line.s[i] >= 0xE3;

		if (start && byline_word(rest, BYLINE_PUBLISHED |
		    BYLINE_MODIFIED, &found) > 0)
			all = found & (BYLINE_PUBLISHED | BYLINE_MODIFIED);
	}
	return all;
}

/* Each date of a text; what words before it and the weight make of it. */
static void
gather_text(struct dates *t, struct str text, int weight, enum kind kind,
    bool near, bool modified)
{
	struct buf folded = {0};
	struct pagedate d;
	size_t at = 0;

	norm_put(&folded, text, NORM_KC | NORM_FOLD);
	for (int i = 0; i < BLOCK_DATES && pagedate_find(buf_str(&folded), at,
	    &t->how, &d); i++) {
		struct str before = {folded.s + at, d.start - at};
		unsigned label = label_before(before, before.n);
		size_t others = folded.n - (d.end - d.start);
		bool alone = others < 12, short_line = others < LINE_SHORT;
		int w = weight;

		if (kind == KIND_LINE && !near)
			w = label != 0 ? LINE_FAR_LABEL : alone ? LINE_ALONE
			    : short_line ? LINE_AMONG : 0;
		else if (label & BYLINE_PUBLISHED)
			w += LINE_LABEL;
		if (label & BYLINE_MODIFIED && !modified) {
			add(t, &d, w - UPDATED_LESS, kind, near, false);
			add(t, &d, w, kind, near, true);
		} else if (w > 0) {
			add(t, &d, w, kind, near, modified);
		}
		at = d.end;
	}
	buf_free(&folded);
}

/* An aside that is of no article. */
static bool
is_outside(unsigned places)
{
	return (places & PLACE_ASIDE) != 0 &&
	    (places & PLACE_ARTICLE) == 0;
}

static void
gather_spans(struct dates *t)
{
	struct about *a = t->a;

	for (size_t i = 0; i < a->spans.n; i++) {
		const struct about_span *span = &a->spans.at[i];
		struct str text = {a->text.s + span->start,
		    span->end - span->start};
		bool modified = span->field == ABOUT_MODIFIED;
		bool near = is_near(a, span->block);
		int weight = span->rank;
		enum kind kind = weight >= 84 && weight != 84 ? KIND_ITEM
		    : weight >= 78 ? KIND_TIME : KIND_CLASS;
		struct pagedate d;

		if ((span->field != ABOUT_PUBLISHED && !modified) ||
		    span->places & PLACE_QUIET || is_outside(span->places))
			continue;
		if (span->places & (PLACE_ASIDE | PLACE_FOOTER))
			near = false;
		if (!near)
			weight -= FAR_LESS;
		if (span->has_stated && pagedate_stated(str_of(a->values.s +
		    span->stated), &t->how, &d)) {
			unsigned label = 0;

			add(t, &d, weight, kind, near, modified || label);
			if (modified)
				add(t, &d, weight - UPDATED_LESS, kind, near,
				    false);
		} else if (text.n <= 2 * LINE_MOST) {
			gather_text(t, text, weight, kind, near, modified);
		}
	}
}

static void
gather_lines(struct dates *t)
{
	struct about *a = t->a;

	for (size_t i = 0; i < a->blocks.n; i++) {
		const struct about_block *b = &a->blocks.at[i];
		bool near = is_near(a, (long)i);

		if (b->n > LINE_MOST || b->places & PLACE_QUIET ||
		    !pagedate_may_be(block_text(a, b)))
			continue;
		if (b->places & (PLACE_ASIDE | PLACE_FOOTER))
			near = false;
		gather_text(t, block_text(a, b), LINE_NEAR, KIND_LINE, near,
		    false);
	}
}

/* ---- the choice ---- */

static bool
same_day(const struct pagedate *a, const struct pagedate *b)
{
	return a->year == b->year && a->month == b->month && a->day == b->day;
}

/* The weight of a date with those of other kinds that give the same day. */
static int
weigh(const struct dates *t, const struct found *f)
{
	int weight = f->weight;
	bool seen[KINDS] = {false};

	seen[f->kind] = true;
	for (int i = 0; i < t->n; i++) {
		const struct found *other = &t->at[i];

		if (seen[other->kind] || other->modified ||
		    !same_day(&other->date, &f->date))
			continue;
		seen[other->kind] = true;
		weight += other->kind == KIND_ADDRESS ? AGREES_ADDRESS : AGREES;
	}
	return weight;
}

static const struct found *
published(const struct dates *t)
{
	const struct found *best = NULL;
	int most = 0;

	for (int i = 0; i < t->n; i++) {
		int weight = t->at[i].modified ? 0 : weigh(t, &t->at[i]);

		if (weight > most) {
			most = weight;
			best = &t->at[i];
		}
	}
	return best;
}

/* Seconds since 1970, in UTC as far as the offset is known. */
static long long
moment(const struct pagedate *d)
{
	return pagedate_days(d) * 86400LL + (d->hour < 0 ? 0 : d->hour * 3600 +
	    d->minute * 60) - d->offset * 60;
}

static const struct found *
modified(const struct dates *t, const struct found *since)
{
	const struct found *best = NULL;
	int most = 0;

	for (int i = 0; i < t->n; i++) {
		const struct found *f = &t->at[i];
		int level = f->kind <= KIND_ITEM ? 2 : 1;

		if (!f->modified || (since != NULL && pagedate_days(&f->date)
		    < pagedate_days(&since->date)))
			continue;
		if (level > most || (level == most && moment(&f->date) >
		    moment(&best->date))) {
			most = level;
			best = f;
		}
	}
	return best;
}

/* Whether a date tells which day it was at the place. */
static bool
tells_day(const struct found *f, bool address)
{
	if (address)
		return f->kind == KIND_ADDRESS;
	return f->near && !f->modified && (f->kind == KIND_LINE ||
	    f->kind == KIND_CLASS || (f->kind >= KIND_ITEM &&
	        f->date.hour < 0));
}

/*
 * The day as a reader at the place sees it: a time in UTC that the page gives
 * with the place's offset, too, or whose neighbouring day stands in the
 * address, or near the headline where the address is silent.
 */
static struct pagedate
day_of(const struct dates *t, const struct found *f)
{
	struct pagedate day = f->date, next = f->date;
	bool address = false, same = false, other = false;

	if (!day.zoned || day.offset != 0 || day.hour < 0)
		return day;
	pagedate_add_days(&next, day.hour < 12 ? -1 : 1);
	for (int i = 0; i < t->n; i++)
		address |= t->at[i].kind == KIND_ADDRESS;
	for (int i = 0; i < t->n; i++) {
		const struct found *o = &t->at[i];

		if (o->date.zoned && o->date.offset != 0 && !o->modified &&
		    moment(&o->date) / 60 == moment(&day) / 60)
			return o->date;
		same |= tells_day(o, address) && same_day(&o->date, &day);
		other |= tells_day(o, address) && same_day(&o->date, &next);
	}
	return other && !same ? next : day;
}

static void
mark_chosen(struct about *a, const struct found *f)
{
	if (f != NULL && f->item < a->items.n)
		a->items.at[f->item].chosen = true;
}

static void
put(struct about *a, enum about_field field, const struct pagedate *d,
    bool day)
{
	struct buf text = {0};

	if (day)
		pagedate_put_day(&text, d);
	else
		pagedate_put(&text, d);
	result_add(a, field, buf_str(&text));
	buf_free(&text);
}

void
choose_dates(struct about *a)
{
	struct dates *t = mem_resize(NULL, 1, sizeof *t);
	const struct found *first, *last;

	*t = (struct dates){.a = a, .how = {a->month_first, a->language}};
	buf_putc(&a->text, '\0');
	a->text.n--;
	gather_stated(t);
	gather_address(t);
	gather_spans(t);
	gather_lines(t);
	first = published(t);
	last = modified(t, first);
	mark_chosen(a, first);
	mark_chosen(a, last);
	if (first != NULL) {
		struct pagedate day = day_of(t, first);

		put(a, ABOUT_PUBLISHED, &first->date, false);
		put(a, ABOUT_DATE, &day, true);
	}
	if (last != NULL)
		put(a, ABOUT_MODIFIED, &last->date, false);
	free(t);
}
