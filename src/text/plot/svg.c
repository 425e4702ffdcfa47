/* SPDX-License-Identifier: MIT */
/*
 * Charts as SVG.  Places are in hundredths of a pixel, so that the same chart
 * has the same bytes everywhere.
 */
#include <math.h>
#include <stdarg.h>
#include <stdio.h>

#include "text/plot/chart.h"
#include "text/plot/label.h"
#include "text/unicode/shown.h"

enum {
	FONT = 13,       /* pixels */
	COLUMN = 9,      /* pixels of a column, at most, in that font */
	ROW = 20, BAR = 14, GAP = 8,
	MARGIN = 12, LABEL_MOST = 32, /* columns */
	CURVES_HEIGHT = 420
};

/* Where things are drawn, in pixels. */
struct page {
	const struct chart *chart;
	struct sink *out;
	double left, top, width, height; /* of what is between the axes */
	double full_width, full_height;
};

/* ---- text ---- */

static void
put_format(struct sink *out, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

static void
put_format(struct sink *out, const char *format, ...)
{
	char piece[512];
	va_list args;

	va_start(args, format);
	vsnprintf(piece, sizeof piece, format, args);
	va_end(args);
	sink_puts(out, piece);
}

/* A text at a place; one that is too long is cut, and whole in its title. */
static void
put_text(const struct page *p, double x, double y, const char *class,
    struct str text, int columns)
{
	struct sink cut = {0};
	bool long_one = label_columns(text) > columns;

	label_put(&cut, text, columns, false);
	put_format(p->out, "<text x=\"%.2f\" y=\"%.2f\" class=\"%s\">", x, y,
	    class);
	if (long_one) {
		sink_puts(p->out, "<title>");
		shown_put_markup(p->out, text);
		sink_puts(p->out, "</title>");
	}
	shown_put_markup(p->out, buf_str(&cut.buf));
	sink_puts(p->out, "</text>\n");
	buf_free(&cut.buf);
}

static const char style[] =
    "<style>\n"
    "svg { color-scheme: light dark; background: #fff; } "
    ".page { fill: #fff; }\n"
    "text { font: 13px system-ui, sans-serif; fill: #222; "
    "unicode-bidi: plaintext; }\n"
    ".end { text-anchor: end; } .mid { text-anchor: middle; }\n"
    ".title { font-size: 16px; font-weight: bold; }\n"
    ".small { font-size: 11px; fill: #666; }\n"
    ".axis { stroke: #888; } .grid { stroke: #ddd; }\n"
    ".a { fill: #2f6db3; } .b { fill: #e08a2e; } .c { fill: #b8403a; }\n"
    ".line { fill: none; stroke-width: 2; }\n"
    ".la { stroke: #2f6db3; } .lb { stroke: #e08a2e; }\n"
    ".fit { stroke: #888; stroke-dasharray: 5 4; stroke-width: 1; }\n"
    ".stroke { stroke: #2f6db3; } .strip { fill: #eee; }\n"
    "@media (prefers-color-scheme: dark) {\n"
    "svg { background: #1b1b1b; } .page { fill: #1b1b1b; }\n"
    "text { fill: #ddd; } .small { fill: #aaa; }\n"
    ".grid { stroke: #383838; } .strip { fill: #2a2a2a; }\n"
    ".a { fill: #6ea8e6; } .b { fill: #f0a95c; } .c { fill: #e5736d; }\n"
    ".la, .stroke { stroke: #6ea8e6; } .lb { stroke: #f0a95c; }\n"
    "}\n</style>\n";

static void
begin(const struct page *p)
{
	put_format(p->out, "<svg xmlns=\"http://www.w3.org/2000/svg\" "
	    "viewBox=\"0 0 %.0f %.0f\" width=\"%.0f\" height=\"%.0f\" "
	    "role=\"img\">\n", p->full_width, p->full_height, p->full_width,
	    p->full_height);
	if (p->chart->title != NULL) {
		sink_puts(p->out, "<title>");
		shown_put_markup(p->out, str_of(p->chart->title));
		sink_puts(p->out, "</title>\n");
	}
	sink_puts(p->out, style);
	/* Not all that draw SVG know a background. */
	sink_puts(p->out,
	    "<rect class=\"page\" width=\"100%\" height=\"100%\"/>\n");
	if (p->chart->title != NULL)
		put_text(p, MARGIN, MARGIN + 14, "title",
		    str_of(p->chart->title), (int)(p->full_width / COLUMN));
}

static double
title_height(const struct chart *c)
{
	return c->title != NULL ? 28 : 0;
}

/* ---- axes ---- */

static double
x_of(const struct page *p, double x)
{
	return p->left + scale_place(&p->chart->x, x) * p->width;
}

static double
y_of(const struct page *p, double y)
{
	return p->top + (1 - scale_place(&p->chart->y, y)) * p->height;
}

static void
put_line(const struct page *p, double x1, double y1, double x2, double y2,
    const char *class)
{
	put_format(p->out, "<line x1=\"%.2f\" y1=\"%.2f\" x2=\"%.2f\" "
	    "y2=\"%.2f\" class=\"%s\"/>\n", x1, y1, x2, y2, class);
}

/* Ticks that have room for their labels: about 80 pixels each. */
static void
put_x_axis(const struct page *p)
{
	double ticks[SCALE_TICKS], bottom = p->top + p->height;
	int wanted = (int)(p->width / 80);
	size_t n = scale_ticks(&p->chart->x, wanted > 1 ? wanted : 1, ticks);
	char label[SCALE_LABEL];

	for (size_t i = 0; i < n; i++) {
		double x = x_of(p, ticks[i]);

		put_line(p, x, p->top, x, bottom, "grid");
		scale_label(ticks[i], label);
		put_text(p, x, bottom + 16, "small mid", str_of(label), 16);
	}
	if (p->chart->x_name[0] != '\0')
		put_text(p, p->left + p->width, bottom + 32, "small end",
		    str_of(p->chart->x_name), 32);
}

static void
put_y_axis(const struct page *p)
{
	double ticks[SCALE_TICKS];
	size_t n = scale_ticks(&p->chart->y, 6, ticks);
	char label[SCALE_LABEL];

	for (size_t i = 0; i < n; i++) {
		double y = y_of(p, ticks[i]);

		put_line(p, p->left, y, p->left + p->width, y, "grid");
		scale_label(ticks[i], label);
		put_text(p, p->left - 6, y + 4, "small end", str_of(label),
		    16);
	}
	put_text(p, p->left, p->top - 6, "small", str_of(p->chart->y_name),
	    32);
}

/* ---- rows ---- */

static int
widest_label(const struct chart *c, double width)
{
	int most = 0, room = (int)(width / 3 / COLUMN);

	for (size_t i = 0; i < c->rows.n; i++) {
		int n = label_columns(chart_str(c, c->rows.at[i].label));

		most = n > most ? n : most;
	}
	most = most < LABEL_MOST ? most : LABEL_MOST;
	return most < room ? most : room;
}

static int
widest_value(const struct chart *c)
{
	int most = 0;

	for (size_t i = 0; i < c->rows.n; i++)
		for (int k = 0; k < c->rows.at[i].bars; k++) {
			int n = label_columns(chart_str(c,
			    c->rows.at[i].shown[k]));

			most = n > most ? n : most;
		}
	return most < 16 ? most : 16;
}

static double
row_height(const struct chart_row *r)
{
	return r->bars > 1 ? r->bars * BAR + GAP : ROW;
}

static void
put_bar(const struct page *p, double y, double value, const char *class,
    struct str shown)
{
	double zero = x_of(p, 0), end = x_of(p, value);
	double from = zero < end ? zero : end;

	put_format(p->out, "<rect x=\"%.2f\" y=\"%.2f\" width=\"%.2f\" "
	    "height=\"%d\" class=\"%s\"/>\n", from, y, fabs(end - zero), BAR,
	    value < 0 ? "c" : class);
	put_text(p, (value < 0 ? zero : end) + 4, y + BAR - 3, "small", shown,
	    16);
}

static void
put_strip(const struct page *p, double y, const struct chart_row *r)
{
	double last = -1;

	put_format(p->out, "<rect x=\"%.2f\" y=\"%.2f\" width=\"%.2f\" "
	    "height=\"%d\" class=\"strip\"/>\n", p->left, y, p->width, BAR);
	sink_puts(p->out, "<path class=\"stroke\" d=\"");
	for (size_t i = r->first; i < r->first + r->strokes; i++) {
		double x = round(x_of(p, p->chart->strokes.at[i]) * 10) / 10;

		if (x == last)
			continue;
		put_format(p->out, "M%.1f %.2fv%d", x, y, BAR);
		last = x;
	}
	sink_puts(p->out, "\"/>\n");
}

static void
put_row(const struct page *p, double y, const struct chart_row *r,
    int columns)
{
	static const char *const classes[CHART_BARS] = {"a", "b"};

	put_text(p, p->left - 6, y + BAR - 2, "end",
	    chart_str(p->chart, r->label), columns);
	for (int k = 0; k < r->bars; k++)
		put_bar(p, y + k * BAR, r->value[k], classes[k],
		    chart_str(p->chart, r->shown[k]));
	if (r->bars == 0)
		put_strip(p, y, r);
}

static void
put_legend(const struct page *p)
{
	double x = p->left, y = p->top - 18;

	for (int k = 0; k < CHART_BARS; k++) {
		struct str name = str_of(p->chart->names[k]);

		put_format(p->out, "<rect x=\"%.2f\" y=\"%.2f\" width=\"10\" "
		    "height=\"10\" class=\"%s\"/>\n", x, y, k ? "b" : "a");
		put_text(p, x + 14, y + 10, "small", name, 32);
		x += 14 + (int)name.n * COLUMN + 12;
	}
}

static void
put_rows(struct page *p)
{
	const struct chart *c = p->chart;
	bool legend = c->names[0][0] != '\0';
	int columns = widest_label(c, p->full_width);
	double y;

	p->left = MARGIN + columns * COLUMN + 6;
	p->width = p->full_width - p->left - 2 * MARGIN -
	    widest_value(c) * 7 - 4;
	p->top = MARGIN + title_height(c) + (legend ? 20 : 0);
	for (size_t i = 0; i < c->rows.n; i++)
		p->height += row_height(&c->rows.at[i]);
	p->full_height = p->top + p->height + 40;
	begin(p);
	put_x_axis(p);
	if (legend)
		put_legend(p);
	y = p->top + 3;
	for (size_t i = 0; i < c->rows.n; i++) {
		put_row(p, y, &c->rows.at[i], columns);
		y += row_height(&c->rows.at[i]);
	}
	put_line(p, x_of(p, 0), p->top, x_of(p, 0), p->top + p->height,
	    "axis");
}

/* ---- curves ---- */

/* A point less than half a pixel from the last one drawn is not seen. */
static void
put_curve(const struct page *p, const struct chart_curve *curve, int number)
{
	double last_x = -9, last_y = -9;

	put_format(p->out, "<path class=\"line %s\" d=\"", curve->fitted
	    ? "fit" : number > 0 ? "lb" : "la");
	for (size_t i = 0; i < curve->n; i++) {
		const struct chart_point *at =
		    &p->chart->points.at[curve->first + i];
		double x = x_of(p, at->x), y = y_of(p, at->y);

		if (i > 0 && i + 1 < curve->n && fabs(x - last_x) < .5 &&
		    fabs(y - last_y) < .5)
			continue;
		put_format(p->out, "%s%.2f %.2f", i == 0 ? "M" : "L", x, y);
		last_x = x;
		last_y = y;
	}
	sink_puts(p->out, "\"/>\n");
}

/* Curves are named at the top, from the right. */
static void
put_curve_names(const struct page *p)
{
	static const char *const colours[] = {"a", "b"};
	double x = p->left + p->width;

	for (size_t i = p->chart->curves.n; i > 0; i--) {
		const struct chart_curve *curve = &p->chart->curves.at[i - 1];
		struct str name = str_of(curve->name);

		put_text(p, x, p->top - 6, "small end", name, 40);
		x -= (int)name.n * 7 + 8;
		if (!curve->fitted)
			put_format(p->out, "<rect x=\"%.2f\" y=\"%.2f\" "
			    "width=\"10\" height=\"3\" class=\"%s\"/>\n",
			    x - 6, p->top - 11, colours[i > 1]);
		x -= 24;
	}
}

static void
put_curves(struct page *p)
{
	const struct chart *c = p->chart;
	int drawn = 0;

	p->left = MARGIN + 56;
	p->width = p->full_width - p->left - MARGIN - 16;
	p->top = MARGIN + title_height(c) + 22;
	p->height = p->full_width < 600 ? p->full_width * .6 : CURVES_HEIGHT;
	p->full_height = p->top + p->height + 44;
	begin(p);
	put_x_axis(p);
	put_y_axis(p);
	for (size_t i = 0; i < c->curves.n; i++)
		put_curve(p, &c->curves.at[i], c->curves.at[i].fitted ? 0
		    : drawn++);
	put_curve_names(p);
	put_line(p, p->left, p->top + p->height, p->left + p->width,
	    p->top + p->height, "axis");
	put_line(p, p->left, p->top, p->left, p->top + p->height, "axis");
}

void
chart_put_svg(const struct chart *c, int width, struct sink *out)
{
	struct page p = {.chart = c, .out = out, .full_width = width};

	if (c->curves.n > 0)
		put_curves(&p);
	else
		put_rows(&p);
	sink_puts(out, "</svg>\n");
}
