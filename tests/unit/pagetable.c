/* SPDX-License-Identifier: MIT */
/*
 * Grids by HTML 4.9.12: a table's rows as "a b|c .", '.' for an empty place.
 */
#include "unit.h"

#include "html/parts/pagetable.h"

static const struct {
	const char *why, *page, *want;
} grids[] = {
	{"rows and cells", "<tr><td>a<td>b<tr><td>c<td>d", "a b|c d"},
	{"a short row", "<tr><td>a<td>b<tr><td>c", "a b|c ."},
	{"a row without cells", "<tr><td>a<tr><tr><td>b", "a|.|b"},
	{"colspan", "<tr><td colspan=2>a<td>b<tr><td>c<td>d<td>e",
	    "a a b|c d e"},
	{"colspan=0 is 1", "<tr><td colspan=0>a<td>b", "a b"},
	{"colspan below 0 is 1", "<tr><td colspan=-3>a<td>b", "a b"},
	{"colspan that is no number", "<tr><td colspan=x>a<td>b", "a b"},
	{"colspan, blanks and a rest", "<tr><td colspan=' 2x'>a<td>b",
	    "a a b"},
	{"rowspan", "<tr><td rowspan=2>a<td>b<tr><td>c", "a b|a c"},
	{"rowspan in the midst", "<tr><td>a<td rowspan=2>b<td>c<tr><td>d<td>e",
	    "a b c|d b e"},
	{"rowspan=0 is to the end",
	    "<tr><td rowspan=0>a<td>b<tr><td>c<tr><td>d", "a b|a c|a d"},
	{"rowspan=0 is to the end of its group",
	    "<tbody><tr><td rowspan=0>a<td>b<tr><td>c<tbody><tr><td>d<td>e",
	    "a b|a c|d e"},
	{"rowspan beyond its group",
	    "<tbody><tr><td rowspan=9>a<td>b<tbody><tr><td>c<td>d",
	    "a b|c d"},
	{"rowspan beyond the table", "<tr><td rowspan=65534>a<td>b", "a b"},
	{"both", "<tr><td rowspan=2 colspan=2>a<td>b<tr><td>c<tr><td>d<td>e<td>f",
	    "a a b|a a c|d e f"},
	{"a cell between two that span",
	    "<tr><td rowspan=2>a<td>b<td rowspan=2>c<tr><td>d", "a b c|a d c"},
	{"behind all that span",
	    "<tr><td rowspan=2>a<td rowspan=2>b<tr><td>c", "a b .|a b c"},
	{"overlap: colspan over a rowspan",
	    "<tr><td>a<td rowspan=2>b<td>c<tr><td colspan=2>d<td>e",
	    "a b c|d d e"},
	{"overlap: the one above goes on below",
	    "<tr><td>a<td rowspan=3>b<tr><td colspan=2>c<tr><td>d<td>e",
	    "a b .|c c .|d b e"},
	{"rowspans of different length",
	    "<tr><td rowspan=3>a<td rowspan=2>b<td>c<tr><td>d<tr><td>e<td>f",
	    "a b c|a b d|a e f"},
	{"a row that is covered whole",
	    "<tr><td rowspan=2>a<td rowspan=2>b<tr><tr><td>c<td>d",
	    "a b|a b|c d"},
	{"thead and tbody",
	    "<thead><tr><th>a<th>b<tbody><tr><td>c<td>d", "a b|c d"},
	{"tfoot stands last",
	    "<tfoot><tr><td>a<td>b<tbody><tr><td>c<td>d", "c d|a b"},
	{"two of them keep their order",
	    "<tfoot><tr><td>a<tfoot><tr><td>b<tbody><tr><td>c", "c|a|b"},
	{"a span in a tfoot",
	    "<tfoot><tr><td rowspan=2>a<td>b<tr><td>c<tbody><tr><td>d<td>e",
	    "d e|a b|a c"},
	{"cells without a row", "<td>a<td>b", "a b"},
	{"a row without an end, a group after it",
	    "<tr><td>a<tbody><tr><td>b", "a|b"},
	{"th and td", "<tr><th>a<td>b<tr><th>c<td>d", "a b|c d"},
	{"columns that col names", "<colgroup><col><col><col><tr><td>a", "a"},
	{"a nested table is another one",
	    "<tr><td>a<table><tr><td>b</table><td>c", "a c;b"},
	{"text in no cell is not in the table", "<tr>x<td>a</td>y<td>b",
	    "a b"},
	{"hidden cells are not there",
	    "<tr><td>a<td hidden>b<td>c", "a c"},
	{"empty cells", "<tr><td><td>a<td>", ". a ."},
};

static void
put_grid(void *ctx, const struct pagetable *t)
{
	struct buf *out = ctx;
	int32_t places[200];

	ck_assert_int_le(t->rows * t->columns, 200);
	pagetable_places(t, places);
	if (out->n > 0)
		buf_putc(out, ';');
	for (int i = 0; i < t->rows * t->columns; i++) {
		const struct tablecell *c = &t->cells[places[i] < 0 ? 0
		    : places[i]];

		if (i > 0)
			buf_putc(out, i % t->columns == 0 ? '|' : ' ');
		if (places[i] < 0 || c->n == 0)
			buf_putc(out, '.');
		else
			buf_put(out, t->text.s + c->at, c->n);
	}
}

static void
read_page(const char *page, bool layout, size_t piece,
    void (*each)(void *, const struct pagetable *), struct buf *out)
{
	struct pieces p = pieces_of(str_of(page), piece, 0);
	struct pagetable_options how = {.layout = layout, .links = true,
	    .places = 100, .base = STR("http://p.org/")};

	pagetable_read(&p.source, &how, each, out);
	source_free(&p.source);
}

START_TEST(places)
{
	struct buf page = {0};

	buf_puts(&page, "<table>");
	buf_puts(&page, grids[_i].page);
	for (size_t piece = 0; piece < 3; piece++) {
		struct buf got = {0};

		read_page(text_of(&page), true, piece, put_grid, &got);
		ck_assert_msg(strcmp(text_of(&got), grids[_i].want) == 0,
		    "%s: %s", grids[_i].why, got.s);
		buf_free(&got);
	}
	buf_free(&page);
}
END_TEST

/* Tables of data: "caption/rows of headers/grid". */
static const struct {
	const char *why, *page, *want;
} tables[] = {
	{"a table of layout is none",
	    "<table><tr><td><p>a<p>b</table>", ""},
	{"its text is that of the cell it is in",
	    "<table><tr><th>a<th>b<tr><td><table><tr><td>c</table><td>d"
	    "</table>", "/1/a b|c d"},
	{"a table of data in it",
	    "<table><tr><td><table><tr><th>a<th>b<tr><td>c<td>d</table>"
	    "</table>", "/1/a b|c d"},
	{"a caption", "<h2>X</h2><table><caption>Y</caption>"
	    "<tr><th>a<th>b<tr><td>c<td>d</table>", "Y/1/a b|c d"},
	{"the heading before", "<h2>X <i>y</i></h2><table>"
	    "<tr><th>a<th>b<tr><td>c<td>d</table>", "X y/1/a b|c d"},
	{"is that of one table", "<h2>X</h2><table><tr><td>a<td>b<tr><td>c<td>d"
	    "</table><table><tr><td>a<td>b<tr><td>c<td>d</table>",
	    "X/0/a b|c d;/0/a b|c d"},
	{"two rows of headers", "<table><tr><th colspan=2>a<tr><th>b<th>c"
	    "<tr><td>d<td>e</table>", "/2/a a|b c|d e"},
	{"thead says how many", "<table><thead><tr><td>a<td>b<tbody>"
	    "<tr><td>c<td>d</table>", "/1/a b|c d"},
	{"th in the first column are none", "<table><tr><th>a<td>b"
	    "<tr><th>c<td>d</table>", "/0/a b|c d"},
	{"lines and items", "<table><tr><th>a<br>b<th><ul><li>c<li>d</ul>"
	    "<tr><td><p>e<p>f<td>g</table>", "/1/a b c; d|e f g"},
	{"raised digits", "<table><tr><th>10<sup>6</sup><th>b<tr><td>c<td>d"
	    "</table>", "/1/10\xE2\x81\xB6 b|c d"},
	{"links", "<table><tr><th><a href=x>a</a><th>b<tr><td>c<td>d</table>",
	    "/1/a <http://p.org/x> b|c d"},
	{"too large", "<table><tr><th colspan=60>a<tr><td>b<td>c</table>",
	    "over"},
};

static void
put_table(void *ctx, const struct pagetable *t)
{
	struct buf *out = ctx;
	struct buf grid = {0};

	if (out->n > 0)
		buf_putc(out, ';');
	if (t->over) {
		buf_puts(out, "over");
		return;
	}
	buf_put(out, t->caption.s, t->caption.n);
	buf_putc(out, '/');
	buf_putc(out, (char)('0' + t->headers));
	buf_putc(out, '/');
	put_grid(&grid, t);
	buf_put(out, grid.s, grid.n);
	buf_free(&grid);
}

START_TEST(data)
{
	struct buf got = {0};

	read_page(tables[_i].page, false, 0, put_table, &got);
	ck_assert_msg(strcmp(text_of(&got), tables[_i].want) == 0, "%s: %s",
	    tables[_i].why, got.s);
	buf_free(&got);
}
END_TEST

UNIT_SUITE("pagetable", UNIT_EACH(places, grids); UNIT_EACH(data, tables))
