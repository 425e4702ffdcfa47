/* SPDX-License-Identifier: MIT */
#include "html/parts/pagetable.h"

#include <limits.h>
#include <string.h>

#include "base/vec.h"
#include "html/parts/address.h"
#include "html/parts/pagebase.h"
#include "html/parts/plainnumber.h"
#include "html/read/cellgrid.h"
#include "html/read/flow.h"
#include "html/read/tablekind.h"
#include "html/render/celltext.h"
#include "html/write/link.h"

enum {
	COLUMNS_MOST = 1 << 20,
	HEADING_MOST = 1024, /* bytes of a heading or caption */
	JUDGED_MOST = 8,     /* tables in tables that are judged */
	WHOLE_MOST = 256 * 1024 /* bytes of one that may be text of a cell:
	                           no cell of a table of data is as long */
};

/* A row, and in which group it is. */
struct tablerow {
	int group;
	bool head, foot; /* of a thead, a tfoot */
	bool th, td;     /* it has such cells */
};

/* A table that has begun. */
struct opentable {
	struct tablekind kind;
	struct cellgrid grid;
	VEC(struct tablecell) cells;
	VEC(struct tablerow) rows;
	struct buf text, caption;
	struct tape tape;  /* of the cell or caption that is open */
	int cell;          /* open elements in that, itself too */
	bool in_caption;
	enum tag_id part;  /* thead, tfoot; else tbody */
	struct buf link;   /* the address of the link that is open */
	int link_depth;    /* open elements in that, itself too */
	struct tape whole; /* all of it, while it may be text of a cell */
	bool over, data;
	bool lengthy;      /* `whole` was longer than WHOLE_MOST */
};

struct tablereader {
	const struct pagetable_options *options;
	void (*each)(void *ctx, const struct pagetable *);
	void *ctx;
	VEC(struct opentable *) all;  /* in the order they began */
	VEC(struct opentable *) open; /* outermost first */
	struct celltext *celltext;
	struct tape heading;  /* the one that is open */
	int heading_depth;
	struct buf said;      /* the last one */
	struct pagebase base;
};

static struct opentable *
innermost(const struct tablereader *r)
{
	return r->open.n > 0 ? r->open.at[r->open.n - 1] : NULL;
}

/* ---- a table begins and ends ---- */

static void
free_table(struct opentable *t)
{
	cellgrid_free(&t->grid);
	vec_free(&t->cells);
	vec_free(&t->rows);
	buf_free(&t->text);
	buf_free(&t->caption);
	buf_free(&t->link);
	tape_free(&t->tape);
	tape_free(&t->whole);
	free(t);
}

static void
begin_table(struct tablereader *r)
{
	struct opentable *t = mem_alloc(1, sizeof *t);

	t->grid = (struct cellgrid){.most = COLUMNS_MOST, .row = -1};
	t->part = TAG_TBODY;
	if (r->open.n == 0)
		buf_put(&t->caption, r->said.s, r->said.n);
	*vec_add(&r->all) = t;
	*vec_add(&r->open) = t;
}

/* Rows of a tfoot stand last (HTML 4.9.12): where each row goes. */
static int *
order_of(const struct opentable *t)
{
	int *to = mem_alloc(t->rows.n + 1, sizeof *to), n = 0;

	for (int foot = 0; foot < 2; foot++)
		for (size_t i = 0; i < t->rows.n; i++)
			if (t->rows.at[i].foot == (foot == 1))
				to[i] = n++;
	return to;
}

/* No cell spans rows beyond its group; then the rows are put in order. */
static void
settle_rows(struct opentable *t)
{
	int *to = order_of(t), n = (int)t->rows.n;
	int *ends = mem_alloc(t->rows.n + 1, sizeof *ends);

	for (int i = n; i-- > 0;)
		ends[i] = i + 1 < n && t->rows.at[i].group ==
		    t->rows.at[i + 1].group ? ends[i + 1] : i + 1;
	for (size_t i = 0; i < t->cells.n; i++) {
		struct tablecell *c = &t->cells.at[i];

		if (c->rows > ends[c->row] - c->row)
			c->rows = ends[c->row] - c->row;
		c->row = to[c->row];
	}
	free(ends);
	free(to);
}

/* The rows at the beginning that name columns: of a thead, or of th alone. */
static int
header_rows(const struct opentable *t)
{
	int head = 0, th = 0, n = (int)t->rows.n;

	while (head < n && t->rows.at[head].head)
		head++;
	while (th < n && t->rows.at[th].th && !t->rows.at[th].td &&
	    !t->rows.at[th].foot)
		th++;
	if (head > 0)
		return head < n ? head : 1;
	return th < n ? th : n > 1;
}

static void
give(struct tablereader *r, struct opentable *t)
{
	struct pagetable table = {.caption = buf_str(&t->caption),
	    .over = t->over};

	if (!t->over) {
		settle_rows(t);
		table.text = buf_str(&t->text);
		table.cells = t->cells.at;
		table.n = t->cells.n;
		table.rows = (int)t->rows.n;
		table.columns = t->grid.columns;
		table.headers = header_rows(t);
	}
	r->each(r->ctx, &table);
}

/* All that wait: the outermost has ended. */
static void
give_all(struct tablereader *r)
{
	for (size_t i = 0; i < r->all.n; i++) {
		if (r->all.at[i]->data)
			give(r, r->all.at[i]);
		free_table(r->all.at[i]);
	}
	r->all.n = 0;
}

/* ---- cells ---- */

/* Its cells are dropped, to be named; the rest of it is only judged. */
static void
give_up(struct opentable *t)
{
	t->over = true;
	vec_free(&t->cells);
	vec_free(&t->rows);
	buf_free(&t->text);
	cellgrid_free(&t->grid);
}

static void
begin_row(struct tablereader *r, struct opentable *t)
{
	if (t->over)
		return;
	cellgrid_row(&t->grid);
	*vec_add(&t->rows) = (struct tablerow){t->grid.group,
	    t->part == TAG_THEAD, t->part == TAG_TFOOT, false, false};
	if ((uint64_t)t->rows.n * (uint64_t)(t->grid.columns + 1) >
	    r->options->places + t->rows.n || t->rows.n >= INT_MAX / 2)
		give_up(t);
}

static void
begin_cell(struct tablereader *r, struct opentable *t,
    const struct element *e)
{
	struct tablecell cell = {.columns = cellgrid_colspan(e),
	    .rows = cellgrid_rowspan(e), .at = t->text.n};

	if (t->grid.row < 0)
		begin_row(r, t);
	if (t->over)
		return;
	cell.row = t->grid.row;
	cell.column = cellgrid_place(&t->grid, cell.rows, &cell.columns);
	t->rows.at[cell.row].th |= e->tag->id == TAG_TH;
	t->rows.at[cell.row].td |= e->tag->id == TAG_TD;
	*vec_add(&t->cells) = cell;
	if ((uint64_t)t->rows.n * (uint64_t)t->grid.columns >
	    r->options->places)
		give_up(t);
}

static void
end_cell(struct tablereader *r, struct opentable *t)
{
	struct str text = celltext_of(r->celltext, &t->tape);
	size_t start = t->text.n;

	t->tape.events.n = 0;
	if (t->in_caption) {
		t->caption.n = 0;
		buf_put(&t->caption, text.s, text.n);
	} else if (!t->over) {
		buf_put(&t->text, text.s, text.n);
		if (r->options->numbers)
			plainnumber(&t->text, start);
		t->cells.at[t->cells.n - 1].n = t->text.n - start;
	}
	t->in_caption = false;
}

/* ---- links ---- */

static void
begin_link(struct tablereader *r, struct opentable *t,
    const struct element *e)
{
	const char *href = element_get(e, "href");

	if (t->link_depth > 0) {
		t->link_depth++;
		return;
	}
	if (!r->options->links || e->tag->id != TAG_A || href == NULL ||
	    !link_leads(str_of(href)))
		return;
	t->link_depth = 1;
	t->link.n = 0;
	address_put(&t->link, buf_str(&r->base.url), str_of(href));
}

static void
end_link(struct opentable *t)
{
	if (t->link_depth == 0 || --t->link_depth > 0 ||
	    t->link.n > LINK_MOST)
		return;
	tape_text(&t->tape, STR(" <"));
	tape_text(&t->tape, buf_str(&t->link));
	tape_text(&t->tape, STR(">"));
}

/* ---- events ---- */

/* All that is open may turn out to be layout, and its text a cell's. */
static void
keep(struct tablereader *r, void (*put)(struct tape *, const void *),
    const void *what)
{
	struct opentable *t = innermost(r);

	if (r->options->layout || r->open.n < 2 || t->lengthy)
		return;
	put(&t->whole, what);
	t->lengthy = t->whole.events.n > WHOLE_MOST;
	if (t->lengthy)
		tape_free(&t->whole);
}

static void
put_enter(struct tape *t, const void *e)
{
	tape_enter(t, e);
}

static void
put_leave(struct tape *t, const void *tag)
{
	tape_leave(t, tag);
}

static void
put_ended(struct tape *t, const void *tag)
{
	tape_ended(t, tag);
}

static void
put_text(struct tape *t, const void *text)
{
	tape_text(t, *(const struct str *)text);
}

static void
judge_enter(struct tablereader *r, const struct element *e)
{
	for (size_t i = 0; i < r->open.n && i < JUDGED_MOST; i++)
		tablekind_enter(&r->open.at[i]->kind, e);
}

static void
on_part(struct tablereader *r, struct opentable *t, const struct element *e)
{
	switch (e->tag->id) {
	case TAG_THEAD: case TAG_TFOOT:
		t->part = e->tag->id;
		cellgrid_end_group(&t->grid);
		break;
	case TAG_TR:
		begin_row(r, t);
		break;
	case TAG_CAPTION: case TAG_TD: case TAG_TH:
		t->in_caption = e->tag->id == TAG_CAPTION;
		if (!t->in_caption)
			begin_cell(r, t, e);
		t->cell = 1;
		break;
	default:
		break;
	}
}

static void
on_enter(void *ctx, const struct element *e)
{
	struct tablereader *r = ctx;
	struct opentable *t;

	if (e->tag->id == TAG_TABLE)
		begin_table(r);
	t = innermost(r);
	if (t == NULL) {
		if (r->heading_depth > 0 || e->tag->flags & IS_HEADING) {
			r->heading_depth++;
			tape_enter(&r->heading, e);
		}
		return;
	}
	judge_enter(r, e);
	keep(r, put_enter, e);
	if (e->tag->id == TAG_TABLE)
		return;
	if (t->cell > 0) {
		t->cell++;
		begin_link(r, t, e);
		tape_enter(&t->tape, e);
	} else {
		on_part(r, t, e);
	}
}

/* What is layout goes on as a part of the cell that it is in. */
static void
join(struct opentable *outer, const struct opentable *t, bool nested)
{
	struct str events = buf_str(&t->whole.events);

	if (outer->cell > 0)
		buf_put(&outer->tape.events, events.s, events.n);
	outer->lengthy |= nested && (t->lengthy ||
	    outer->whole.events.n + events.n > WHOLE_MOST);
	if (outer->lengthy)
		tape_free(&outer->whole);
	else if (nested)
		buf_put(&outer->whole.events, events.s, events.n);
}

static void
end_table(struct tablereader *r)
{
	struct opentable *t = innermost(r), *outer;

	r->open.n--;
	t->data = r->options->layout || (r->open.n < JUDGED_MOST &&
	    tablekind_is_data(&t->kind) &&
	    !tablekind_is_listing(&t->kind, false));
	outer = innermost(r);
	if (!t->data && outer != NULL)
		join(outer, t, r->open.n > 1);
	tape_free(&t->whole);
	if (outer == NULL) {
		if (t->data)
			r->said.n = 0; /* a heading is that of one table */
		give_all(r);
	}
}

static void
end_heading(struct tablereader *r, const struct tag *tag)
{
	struct str text;

	if (r->heading_depth == 0)
		return;
	tape_leave(&r->heading, tag);
	if (--r->heading_depth > 0)
		return;
	text = celltext_of(r->celltext, &r->heading);
	r->said.n = 0;
	if (text.n <= HEADING_MOST)
		buf_put(&r->said, text.s, text.n);
	r->heading.events.n = 0;
}

static void
on_leave(void *ctx, const struct tag *tag)
{
	struct tablereader *r = ctx;
	struct opentable *t = innermost(r);

	if (t == NULL) {
		end_heading(r, tag);
		return;
	}
	for (size_t i = 0; i < r->open.n && i < JUDGED_MOST; i++)
		tablekind_leave(&r->open.at[i]->kind, tag);
	keep(r, put_leave, tag);
	if (t->cell > 1) {
		tape_leave(&t->tape, tag);
		end_link(t);
		t->cell--;
	} else if (t->cell == 1) {
		t->cell = 0;
		end_cell(r, t);
	} else if (tag->id == TAG_TABLE) {
		end_table(r);
	} else if (tag->id == TAG_TBODY || tag->id == t->part) {
		t->part = TAG_TBODY;
		cellgrid_end_group(&t->grid);
	}
}

static void
on_text(void *ctx, struct str text)
{
	struct tablereader *r = ctx;
	struct opentable *t = innermost(r);

	if (t == NULL) {
		if (r->heading_depth > 0)
			tape_text(&r->heading, text);
		return;
	}
	for (size_t i = 0; i < r->open.n && i < JUDGED_MOST; i++)
		tablekind_text(&r->open.at[i]->kind, text);
	keep(r, put_text, &text);
	if (t->cell > 0)
		tape_text(&t->tape, text);
}

static void
on_ended(void *ctx, const struct tag *tag)
{
	struct tablereader *r = ctx;
	struct opentable *t = innermost(r);

	if (t == NULL)
		return;
	keep(r, put_ended, tag);
	if (t->cell > 0)
		tape_ended(&t->tape, tag);
}

static void
on_about(void *ctx, const struct element *e, struct str text)
{
	struct tablereader *r = ctx;

	(void)text;
	pagebase_take(&r->base, e);
}

void
pagetable_read(struct source *page, const struct pagetable_options *options,
    void (*each)(void *, const struct pagetable *), void *ctx)
{
	static const struct flow_reader reader = {on_enter, on_leave, on_text,
	    on_about, on_ended};
	const struct flow_options wishes = {.alt = true};
	struct tablereader r = {.options = options, .each = each, .ctx = ctx,
	    .celltext = celltext_open(), .base = pagebase_open(options->base)};

	flow_read(page, &wishes, &reader, &r);
	vec_free(&r.all);
	vec_free(&r.open);
	celltext_free(r.celltext);
	tape_free(&r.heading);
	buf_free(&r.said);
	pagebase_free(&r.base);
}

void
pagetable_places(const struct pagetable *t, int32_t *to)
{
	memset(to, 0xFF, (size_t)t->rows * (size_t)t->columns * sizeof *to);
	for (size_t i = 0; i < t->n; i++) {
		const struct tablecell *c = &t->cells[i];

		for (int y = 0; y < c->rows; y++)
			for (int x = 0; x < c->columns; x++) {
				int32_t *place = &to[(size_t)(c->row + y) *
				    (size_t)t->columns +
				    (size_t)(c->column + x)];

				if (*place < 0 || y == 0)
					*place = (int32_t)i;
			}
	}
}
