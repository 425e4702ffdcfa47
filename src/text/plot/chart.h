/* SPDX-License-Identifier: MIT */
/*
 * A chart before it is drawn: what freqplot makes of a table, and what both
 * the terminal and SVG draw.  It has rows, each with a label and bars or a
 * strip of strokes, or it has curves between two axes.
 */
#ifndef TEXT_PLOT_CHART_H
#define TEXT_PLOT_CHART_H

#include "base/sink.h"
#include "base/vec.h"
#include "text/plot/scale.h"

enum { CHART_BARS = 2 }; /* beside each other in a row */

/* Texts are owned by the chart, in `texts`, by their place there. */
struct chart_text {
	size_t at, n;
};

struct chart_row {
	struct chart_text label;
	int bars; /* 0: strokes */
	double value[CHART_BARS];
	struct chart_text shown[CHART_BARS]; /* the value as the table has it */
	size_t first, strokes; /* in `strokes` of the chart */
};

struct chart_point {
	double x, y;
};

struct chart_curve {
	const char *name;
	size_t first, n; /* in `points` of the chart */
	bool fitted;     /* a line through others, drawn thin */
};

struct chart {
	const char *title; /* NULL: none */
	const char *x_name, *y_name, *names[CHART_BARS]; /* "": none */
	VEC(struct chart_row) rows;
	VEC(double) strokes;
	VEC(struct chart_curve) curves; /* none: it has rows */
	VEC(struct chart_point) points;
	struct buf texts;
	struct scale x, y;  /* of rows: x only */
};

struct str chart_str(const struct chart *, struct chart_text);
struct chart_text chart_add_text(struct chart *, struct str);

/* Set the scales by what there is to draw; `ticks` are wanted on each. */
void chart_scale(struct chart *, bool log_x, bool log_y, int ticks);
void chart_free(struct chart *);

/* ---- drawing ---- */

struct chart_terminal {
	int width;   /* columns */
	int height;  /* lines of curves */
	bool ascii;  /* no characters beyond ASCII are drawn */
};

/* With characters; every line is at most as wide as the terminal. */
void chart_put_terminal(const struct chart *, const struct chart_terminal *,
    struct sink *);

/*
 * As one SVG 1.1 file that needs nothing else, `width` pixels wide: text is
 * text, colours follow the reader's light or dark mode.
 */
void chart_put_svg(const struct chart *, int width, struct sink *);

#endif
