/* SPDX-License-Identifier: MIT */
/*
 * Charts as characters: bars of eighth blocks, curves of Braille dots.
 */
#include <math.h>
#include <stdlib.h>

#include "text/plot/chart.h"
#include "text/plot/label.h"
#include "text/unicode/utf.h"

enum {
	LABEL_SHARE = 3, /* labels take a third of the width, at most */
	VALUE_MOST = 14, /* columns of a value */
	DOTS_X = 2, DOTS_Y = 4 /* in a Braille character */
};

static void
put_blanks(struct sink *out, int n)
{
	while (n-- > 0)
		sink_putc(out, ' ');
}

static void
put_times(struct sink *out, const char *what, int n)
{
	while (n-- > 0)
		sink_puts(out, what);
}

/* ---- rows ---- */

/* Where the parts of a row stand, in columns. */
struct columns {
	int label, bar, value, zero; /* zero: of the bar, where 0 is */
};

static int
larger(int a, int b)
{
	return a > b ? a : b;
}

static int
smaller(int a, int b)
{
	return a < b ? a : b;
}

static struct columns
lay_out(const struct chart *c, int width)
{
	struct columns at = {0};

	for (size_t i = 0; i < c->rows.n; i++) {
		const struct chart_row *r = &c->rows.at[i];

		at.label = larger(at.label, label_columns(chart_str(c,
		    r->label)));
		for (int k = 0; k < r->bars; k++)
			at.value = larger(at.value, label_columns(chart_str(c,
			    r->shown[k])));
	}
	at.label = smaller(at.label, width / LABEL_SHARE);
	at.value = smaller(at.value, VALUE_MOST);
	at.bar = larger(1, width - at.label - at.value - 2);
	at.zero = (int)lround(scale_place(&c->x, 0) * at.bar);
	return at;
}

/* The part of a column, in eighths, that a bar's end fills. */
static const char *const eighths[] = {"", "\xE2\x96\x8F", "\xE2\x96\x8E",
    "\xE2\x96\x8D", "\xE2\x96\x8C", "\xE2\x96\x8B", "\xE2\x96\x8A",
    "\xE2\x96\x89", "\xE2\x96\x88"};

/* To the right of 0; returns the columns it took. */
static int
put_right(const struct columns *at, double share, bool second, bool ascii,
    struct sink *out)
{
	int parts = (int)lround(share * (at->bar - at->zero) * 8);
	const char *full = ascii ? second ? "-" : "#"
	    : second ? "\xE2\x96\x92" : eighths[8];

	if (parts == 0 && share > 0)
		parts = 1;
	if (ascii || second)
		parts = (parts + 4) / 8 * 8;
	put_times(out, full, parts / 8);
	sink_puts(out, eighths[parts % 8]);
	return (parts + 7) / 8;
}

/* To the left of 0: there are no eighths, but halves. */
static void
put_left(const struct columns *at, double share, bool ascii, struct sink *out)
{
	int halves = (int)lround(share * at->zero * 2);

	put_blanks(out, at->zero - (halves + 1) / 2);
	if (halves % 2 == 1)
		sink_puts(out, ascii ? "#" : "\xE2\x96\x90");
	put_times(out, ascii ? "#" : eighths[8], halves / 2);
}

static void
put_bar(const struct chart *c, const struct columns *at, double value,
    bool second, bool ascii, struct sink *out)
{
	double share = fabs(value) / (value < 0 ? -c->x.least : c->x.most);
	int used = 0;

	if (value < 0) {
		put_left(at, share, ascii, out);
	} else {
		put_blanks(out, at->zero);
		used = put_right(at, share, second, ascii, out);
	}
	put_blanks(out, at->bar - at->zero - used);
}

static void
put_label(struct sink *out, struct str label, int columns, bool ascii)
{
	int used = label_columns(label);

	put_blanks(out, columns - used);
	label_put(out, label, columns, ascii);
	sink_putc(out, ' ');
}

static void
put_bars(const struct chart *c, const struct columns *at,
    const struct chart_row *r, bool ascii, struct sink *out)
{
	for (int k = 0; k < r->bars; k++) {
		struct str shown = chart_str(c, r->shown[k]);

		put_label(out, k == 0 ? chart_str(c, r->label)
		    : (struct str){"", 0}, at->label, ascii);
		put_bar(c, at, r->value[k], k > 0, ascii, out);
		sink_putc(out, ' ');
		put_blanks(out, at->value - label_columns(shown));
		label_put(out, shown, at->value, ascii);
		sink_putc(out, '\n');
	}
}

/* A column has a stroke where a hit is in it, a full one for several. */
static void
put_strip(const struct chart *c, const struct columns *at,
    const struct chart_row *r, bool ascii, struct sink *out)
{
	int *hits = mem_alloc((size_t)at->bar + 1, sizeof *hits);

	for (size_t i = r->first; i < r->first + r->strokes; i++)
		hits[smaller(at->bar - 1, (int)(scale_place(&c->x,
		    c->strokes.at[i]) * at->bar))]++;
	put_label(out, chart_str(c, r->label), at->label, ascii);
	for (int k = 0; k < at->bar; k++)
		sink_puts(out, hits[k] == 0 ? ascii ? "." : "\xC2\xB7"
		    : hits[k] == 1 ? "|" : ascii ? "#" : "\xE2\x96\x88");
	sink_putc(out, '\n');
	free(hits);
}

/* Ticks below the bars: each number centred under its place. */
static void
put_ticks(const struct scale *s, int before, int width, struct sink *out)
{
	double ticks[SCALE_TICKS];
	size_t n = scale_ticks(s, larger(1, width / 12), ticks);
	int at = -before;

	for (size_t i = 0; i < n; i++) {
		char label[SCALE_LABEL];
		int size, from;

		scale_label(ticks[i], label);
		size = (int)strlen(label);
		from = (int)(scale_place(s, ticks[i]) * (width - 1)) - size / 2;
		from = smaller(from, width - size);
		if (from < at + (i > 0))
			from = i > 0 ? width + 1 : larger(from, -before);
		if (from + size > width)
			continue;
		put_blanks(out, from - at);
		sink_puts(out, label);
		at = from + size;
	}
	sink_putc(out, '\n');
}

/* A line behind so many blanks, or fewer, lest it is wider than the chart. */
static void
put_line(struct str line, int before, const struct chart_terminal *t,
    struct sink *out)
{
	int room = t->width - label_columns(line);

	put_blanks(out, smaller(before, larger(room, 0)));
	label_put(out, line, t->width, t->ascii);
	sink_putc(out, '\n');
}

static void
put_legend(const struct chart *c, const struct columns *at,
    const struct chart_terminal *t, struct sink *out)
{
	static const char *const signs[][CHART_BARS] = {
		{"\xE2\x96\x88", "\xE2\x96\x92"}, {"#", "-"}};
	struct buf line = {0};

	for (int k = 0; k < CHART_BARS && c->names[0][0] != '\0'; k++) {
		buf_puts(&line, k > 0 ? "  " : "");
		buf_puts(&line, signs[t->ascii][k]);
		buf_putc(&line, ' ');
		buf_puts(&line, c->names[k]);
	}
	if (line.n > 0)
		put_line(buf_str(&line), at->label + 1, t, out);
	buf_free(&line);
}

static void
put_rows(const struct chart *c, const struct chart_terminal *t,
    struct sink *out)
{
	struct columns at = lay_out(c, t->width);

	put_legend(c, &at, t, out);
	for (size_t i = 0; i < c->rows.n; i++) {
		const struct chart_row *r = &c->rows.at[i];

		if (r->bars > 0)
			put_bars(c, &at, r, t->ascii, out);
		else
			put_strip(c, &at, r, t->ascii, out);
	}
	put_ticks(&c->x, at.label + 1, at.bar, out);
}

/* ---- curves ---- */

/* Dots: `columns` times DOTS_X wide, `lines` times DOTS_Y high. */
struct grid {
	unsigned char *cells; /* a Braille pattern each */
	int columns, lines;
};

static void
set_dot(struct grid *g, double x, double y)
{
	static const unsigned char bits[DOTS_Y][DOTS_X] = {
		{0x01, 0x08}, {0x02, 0x10}, {0x04, 0x20}, {0x40, 0x80}};
	int across = (int)lround(x * (g->columns * DOTS_X - 1));
	int down = (int)lround((1 - y) * (g->lines * DOTS_Y - 1));

	g->cells[down / DOTS_Y * g->columns + across / DOTS_X] |=
	    bits[down % DOTS_Y][across % DOTS_X];
}

/* A straight line from point to point, dot by dot. */
static void
draw_curve(const struct chart *c, const struct chart_curve *curve,
    struct grid *g)
{
	double last_x = 0, last_y = 0;

	for (size_t i = 0; i < curve->n; i++) {
		const struct chart_point *p = &c->points.at[curve->first + i];
		double x = scale_place(&c->x, p->x);
		double y = scale_place(&c->y, p->y);
		int steps = i == 0 ? 1 : 1 + (int)(2 * fmax(
		    fabs(x - last_x) * g->columns * DOTS_X,
		    fabs(y - last_y) * g->lines * DOTS_Y));

		for (int k = i == 0 ? steps : 1; k <= steps; k++)
			set_dot(g, i == 0 ? x : last_x + (x - last_x) * k /
			    steps, i == 0 ? y : last_y + (y - last_y) * k /
			    steps);
		last_x = x;
		last_y = y;
	}
}

/* The label of a tick on this line, if there is one. */
static void
label_of_line(const struct chart *c, const struct grid *g, int line,
    char label[SCALE_LABEL])
{
	double ticks[SCALE_TICKS];
	size_t n = scale_ticks(&c->y, larger(2, g->lines / 4), ticks);

	label[0] = '\0';
	for (size_t i = 0; i < n; i++)
		if ((int)lround((1 - scale_place(&c->y, ticks[i])) *
		    (g->lines - 1)) == line)
			scale_label(ticks[i], label);
}

static int
widest_label(const struct chart *c, const struct grid *g)
{
	char label[SCALE_LABEL];
	int most = 0;

	for (int line = 0; line < g->lines; line++) {
		label_of_line(c, g, line, label);
		most = larger(most, (int)strlen(label));
	}
	return most;
}

static void
put_cell(unsigned char dots, bool ascii, struct sink *out)
{
	char bytes[4];

	if (dots == 0)
		sink_putc(out, ' ');
	else if (ascii)
		sink_putc(out, '*');
	else
		sink_put(out, bytes, (size_t)utf_encode(0x2800u + dots, bytes));
}

static void
put_names(const struct chart *c, int before, const struct chart_terminal *t,
    struct sink *out)
{
	struct buf line = {0};

	buf_puts(&line, c->y_name);
	buf_puts(&line, " by ");
	buf_puts(&line, c->x_name);
	for (size_t i = 0; i < c->curves.n; i++)
		if (c->curves.at[i].fitted) {
			buf_puts(&line, ", ");
			buf_puts(&line, c->curves.at[i].name);
		}
	put_line(buf_str(&line), before, t, out);
	buf_free(&line);
}

static void
put_curves(const struct chart *c, const struct chart_terminal *t,
    struct sink *out)
{
	struct grid g = {.lines = t->height};
	int label = widest_label(c, &g);
	char tick[SCALE_LABEL];

	g.columns = larger(1, t->width - label - 2);
	g.cells = mem_alloc((size_t)(g.columns * g.lines), 1);
	for (size_t i = 0; i < c->curves.n; i++)
		draw_curve(c, &c->curves.at[i], &g);
	put_names(c, label + 2, t, out);
	for (int line = 0; line < g.lines; line++) {
		label_of_line(c, &g, line, tick);
		put_blanks(out, label - (int)strlen(tick));
		sink_puts(out, tick);
		sink_puts(out, t->ascii ? tick[0] ? " +" : " |"
		    : tick[0] ? " \xE2\x94\xA4" : " \xE2\x94\x82");
		for (int k = 0; k < g.columns; k++)
			put_cell(g.cells[line * g.columns + k], t->ascii, out);
		sink_putc(out, '\n');
	}
	put_blanks(out, label + 2);
	put_ticks(&c->x, 0, g.columns, out);
	free(g.cells);
}

void
chart_put_terminal(const struct chart *c, const struct chart_terminal *t,
    struct sink *out)
{
	if (c->title != NULL)
		put_line(str_of(c->title), 0, t, out);
	if (c->curves.n > 0)
		put_curves(c, t, out);
	else
		put_rows(c, t, out);
}
