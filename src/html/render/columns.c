/* SPDX-License-Identifier: MIT */
/*
 * A grid's cells in columns, two spaces apart; with TABs; or with pipes.
 * Numbers, and cells that say so, stand at the right.
 */
#include "html/render/grid.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "text/unicode/utf.h"

enum {
	PAD_MOST = 60, /* columns that a cell is filled up to, on one line */
	PAD_RATE = 16, /* bytes of padding to one of text; past it: no padding */
	NARROW = 8     /* columns that a wrapped one has at least */
};

/* What is known of a column. */
struct column {
	size_t width;      /* of its widest cell */
	size_t word;       /* of its widest word */
	int said, cells;   /* cells that are to stand at the right, of so many */
	int numbers, other; /* cells that are a number, that are not */
	bool right;
	bool settled;       /* it has its width */
};

struct sheet {
	struct grid *grid;
	struct column *columns;
	int count;
	bool narrow; /* too much padding: cells follow each other */
	bool wrap;
};

/* ---- columns ---- */

/* Columns in which no cell begins do not show. */
static int
number_columns(struct grid *g)
{
	int index[GRID_COLUMNS], n = 0;

	for (int i = 0; i < g->columns; i++) {
		index[i] = n;
		n += g->starts[i];
	}
	for (size_t i = 0; i < grid_count(g); i++) {
		struct cell *cell = grid_cells(g) + i;
		int end = cell->column + cell->span;

		end = end < g->columns ? index[end] : n;
		cell->column = index[cell->column];
		cell->span = end - cell->column;
		if (cell->span < 1)
			cell->span = 1;
	}
	return n;
}

static struct str
text_of(const struct grid *g, const struct cell *cell)
{
	return (struct str){g->text.buf.s + cell->at, cell->n};
}

/* A number as people write it: signs, separators, a currency, a per cent. */
static bool
is_number(struct str t, bool *dash)
{
	static const char *const signs[] = {"\xE2\x88\x92", "\xE2\x80\x93",
	    "\xE2\x80\x94", "\xE2\x82\xAC", "\xC2\xA3", "\xC2\xA5", "\xC2\xB1",
	    "\xE2\x80\xAF"};
	bool digits = false;

	for (size_t i = 0; i < t.n;) {
		size_t n = 0;

		if (t.s[i] >= '0' && t.s[i] <= '9')
			digits = true;
		if ((unsigned char)t.s[i] < 0x80) {
			if (strchr("0123456789.,'+-()%$:/ ", t.s[i]) == NULL)
				return false;
			i++;
			continue;
		}
		for (size_t k = 0; k < sizeof signs / sizeof *signs; k++)
			if (t.n - i >= strlen(signs[k]) &&
			    memcmp(t.s + i, signs[k], strlen(signs[k])) == 0)
				n = strlen(signs[k]);
		if (n == 0)
			return false;
		i += n;
	}
	*dash = !digits;
	return true;
}

static void
count_cell(const struct grid *g, struct column *c, const struct cell *cell)
{
	bool dash = false, number;

	if (cell->n == 0 || cell->header || cell->span > 1)
		return;
	number = is_number(text_of(g, cell), &dash);
	c->cells++;
	c->said += cell->right;
	c->numbers += number && !dash;
	c->other += !number && cell->row > 0;
}

static size_t
widest_word(struct str t)
{
	size_t most = 0;

	for (size_t i = 0; i < t.n;) {
		size_t n = 0, columns;

		while (i + n < t.n && t.s[i + n] != ' ' && t.s[i + n] != '\n')
			n++;
		columns = wrap_columns((struct str){t.s + i, n});
		if (columns > most)
			most = columns;
		i += n + 1;
	}
	return most;
}

static void
measure(struct sheet *s)
{
	struct grid *g = s->grid;

	for (size_t i = 0; i < grid_count(g); i++) {
		const struct cell *cell = grid_cells(g) + i;
		struct column *c = &s->columns[cell->column];

		count_cell(g, c, cell);
		if (cell->span > 1)
			continue;
		if (c->width < cell->columns)
			c->width = cell->columns;
		if (s->wrap && cell->n > 0) {
			size_t word = widest_word(text_of(g, cell));

			c->word = c->word < word ? word : c->word;
		}
	}
	for (int i = 0; i < s->count; i++) {
		struct column *c = &s->columns[i];

		c->right = (c->cells > 0 && 2 * c->said > c->cells) ||
		    (c->numbers > 0 && c->other == 0);
	}
}

/* Whether aligned columns would be mostly padding. */
static bool
is_padding(const struct sheet *s)
{
	const struct grid *g = s->grid;
	size_t rows = (size_t)g->place.row + 1, line = 0;

	for (int i = 0; i < s->count; i++)
		line += s->columns[i].width + 2;
	return rows > 4 && line > PAD_RATE * (g->text.buf.n / rows + 2);
}

/* ---- one line a row ---- */

static void
fill(struct lines *l, size_t *at, size_t to)
{
	for (; *at < to; ++*at)
		lines_blank(l, STR(" "));
}

/* Where a cell's text begins: `start`, or further right in its columns. */
static size_t
place_of(const struct sheet *s, const struct cell *cell, size_t start)
{
	size_t width;

	if (s->narrow || cell->span > 1 || !s->columns[cell->column].right)
		return start;
	width = s->columns[cell->column].width;
	return cell->columns < width ? start + width - cell->columns : start;
}

/* What the columns take from the one at hand to another one. */
static size_t
columns_to(const struct sheet *s, int *column, int to)
{
	size_t width = 0;

	for (; *column < to && !s->narrow; ++*column)
		width += s->columns[*column].width + 2;
	return width;
}

static void
put_row(const struct sheet *s, const struct cell *cell, size_t n)
{
	struct lines *l = s->grid->render->lines;
	size_t at = 0, start = 0;
	int column = 0;
	bool any = false;

	for (size_t i = 0; i < n; i++) {
		start += columns_to(s, &column, cell[i].column);
		if (cell[i].n == 0)
			continue;
		if (any)
			fill(l, &at, at + 2);
		fill(l, &at, place_of(s, &cell[i], start));
		lines_put(l, text_of(s->grid, &cell[i]));
		at += cell[i].columns;
		any = true;
	}
	lines_break(l, 1);
}

/*
 * TABs between, or pipes around: every column has its place, and where they are
 * narrow the first row has as many as the longest: a reader of Markdown passes
 * over what is behind them.
 */
static void
put_row_marked(const struct sheet *s, const struct cell *cell, size_t n)
{
	const struct grid *g = s->grid;
	bool pipes = g->render->options->markdown;
	int columns = s->narrow && cell != grid_cells(g) ? (int)n : s->count;
	struct buf row = {0};
	size_t i = 0;

	for (int k = 0; k < columns; k++) {
		if (pipes)
			buf_puts(&row, "| ");
		else if (k > 0)
			buf_putc(&row, '\t');
		if (i < n && cell[i].column == k) {
			if (cell[i].n > 0)
				buf_put(&row, text_of(g, &cell[i]).s,
				    cell[i].n);
			i++;
		}
		if (pipes)
			buf_putc(&row, ' ');
	}
	if (pipes)
		buf_putc(&row, '|');
	lines_put(g->render->lines, buf_str(&row));
	lines_break(g->render->lines, 1);
	buf_free(&row);
}

/* The row under the header; only what the page says is aligned. */
static void
put_delimiters(const struct sheet *s)
{
	struct lines *l = s->grid->render->lines;

	lines_put(l, STR("|"));
	for (int k = 0; k < s->count; k++) {
		const struct column *c = &s->columns[k];

		lines_put(l, c->cells > 0 && 2 * c->said > c->cells
		    ? STR(" --: |") : STR(" --- |"));
	}
	lines_break(l, 1);
}

/* ---- cells of several lines ---- */

/* The columns that are left after those that need less than their share. */
static void
share_out(struct sheet *s, size_t room)
{
	size_t left = room;
	int wide = s->count;
	bool more = true;

	while (more && wide > 0) {
		size_t share = left / (size_t)wide;

		more = false;
		for (int i = 0; i < s->count; i++) {
			struct column *c = &s->columns[i];

			if (c->settled || (c->width >= share && c->word <= share))
				continue;
			if (c->width >= share)
				c->width = c->word;
			c->settled = true;
			left -= c->width < left ? c->width : left;
			wide--;
			more = true;
		}
	}
	for (int i = 0; i < s->count; i++)
		if (!s->columns[i].settled)
			s->columns[i].width = left / (size_t)wide > NARROW
			    ? left / (size_t)wide : NARROW;
}

/* Make the table as narrow as the page, if words allow it. */
static void
fit(struct sheet *s)
{
	const struct lines *l = s->grid->outer;
	size_t total = 0, room, margins = lines_margin(l);
	size_t gaps = 2 * (size_t)(s->count > 0 ? s->count - 1 : 0);

	for (int i = 0; i < s->count; i++)
		total += s->columns[i].width;
	room = (size_t)s->grid->render->options->width;
	room = room > margins + gaps ? room - margins - gaps : 1;
	if (total > room)
		share_out(s, room);
}

static size_t
width_of(const struct sheet *s, const struct cell *cell)
{
	size_t width = 0;

	for (int i = 0; i < cell->span && cell->column + i < s->count; i++)
		width += s->columns[cell->column + i].width + (i > 0 ? 2 : 0);
	return width;
}

static void
wrapped_put(void *ctx, struct str text)
{
	buf_put(ctx, text.s, text.n);
}

static int
wrapped_turn(void *ctx)
{
	buf_putc(ctx, '\n');
	return 0;
}

/* A cell's text, its lines no wider than its columns; ends in a '\n'. */
static void
wrap_cell(const struct sheet *s, const struct cell *cell, struct buf *to)
{
	static const struct wrap_writer writer = {wrapped_put, wrapped_turn};
	struct wrap wrap = {.width = (int)width_of(s, cell)};
	struct str t = text_of(s->grid, cell);

	while (cell->n > 0 && t.n > 0) {
		const char *end = memchr(t.s, '\n', t.n);
		size_t n = end != NULL ? (size_t)(end - t.s) : t.n;

		wrap.column = 0;
		wrap_text(&wrap, (struct str){t.s, n}, &writer, to);
		wrap_end(&wrap, &writer, to);
		buf_putc(to, '\n');
		n += end != NULL;
		t = (struct str){t.s + n, t.n - n};
	}
	wrap_free(&wrap);
}

/* Take the next line off the front of a text. */
static struct str
take_line(struct str *t)
{
	const char *end = t->n > 0 ? memchr(t->s, '\n', t->n) : NULL;
	struct str line = {t->s, end != NULL ? (size_t)(end - t->s) : t->n};

	t->s += line.n + (end != NULL);
	t->n -= line.n + (end != NULL);
	return line;
}

/* One line of a row; whether there was any. */
static bool
put_line(const struct sheet *s, const struct cell *cell, size_t n,
    struct str *rest)
{
	struct lines *l = s->grid->render->lines;
	size_t at = 0, start = 0;
	int column = 0;
	bool any = false;

	for (size_t i = 0; i < n; i++) {
		struct cell line = cell[i];
		struct str t = take_line(&rest[i]);

		start += columns_to(s, &column, cell[i].column);
		if (t.n == 0)
			continue;
		line.columns = wrap_columns(t);
		if (any)
			fill(l, &at, at + 2);
		fill(l, &at, place_of(s, &line, start));
		lines_put(l, t);
		at += line.columns;
		any = true;
	}
	lines_break(l, 1);
	return any;
}

static void
put_row_wrapped(const struct sheet *s, const struct cell *cell, size_t n)
{
	struct buf *texts = mem_alloc(n, sizeof *texts);
	struct str *rest = mem_alloc(n, sizeof *rest);

	for (size_t i = 0; i < n; i++) {
		wrap_cell(s, &cell[i], &texts[i]);
		rest[i] = buf_str(&texts[i]);
	}
	while (put_line(s, cell, n, rest))
		continue;
	for (size_t i = 0; i < n; i++)
		buf_free(&texts[i]);
	free(texts);
	free(rest);
}

/* ---- the table ---- */

/* Too much padding: the cells of a row get the first columns. */
static void
close_up(struct sheet *s)
{
	struct grid *g = s->grid;
	struct cell *cell = grid_cells(g);
	int column = 0, count = 0;

	for (size_t i = 0; i < grid_count(g); i++) {
		column = i > 0 && cell[i].row == cell[i - 1].row ? column + 1
		    : 0;
		cell[i].column = column;
		count = column < count ? count : column + 1;
	}
	s->count = count;
	memset(s->columns, 0, (size_t)count * sizeof *s->columns);
}

static void
put_rows(const struct sheet *s)
{
	const struct paint_options *o = s->grid->render->options;
	const struct cell *cell = grid_cells(s->grid);
	size_t n = grid_count(s->grid), end;

	for (size_t i = 0; i < n; i = end) {
		for (end = i; end < n && cell[end].row == cell[i].row;)
			end++;
		if (o->markdown || o->tsv)
			put_row_marked(s, cell + i, end - i);
		else if (s->wrap)
			put_row_wrapped(s, cell + i, end - i);
		else
			put_row(s, cell + i, end - i);
		if (o->markdown && i == 0)
			put_delimiters(s);
	}
}

void
columns_put(struct grid *g)
{
	const struct paint_options *o = g->render->options;
	struct sheet s = {.grid = g, .count = number_columns(g),
	    .wrap = o->width > 0 && !o->markdown && !o->tsv};
	int width = g->outer->wrap.width;

	s.columns = mem_alloc((size_t)s.count + 1, sizeof *s.columns);
	measure(&s);
	if (s.wrap)
		fit(&s);
	for (int i = 0; i < s.count && !s.wrap; i++)
		if (s.columns[i].width > PAD_MOST)
			s.columns[i].width = PAD_MOST;
	s.narrow = is_padding(&s);
	if (s.narrow && (o->markdown || o->tsv))
		close_up(&s);
	g->outer->wrap.width = 0; /* a row is a line */
	put_rows(&s);
	g->outer->wrap.width = width;
	free(s.columns);
}
