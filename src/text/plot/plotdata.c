/* SPDX-License-Identifier: MIT */
#include "text/plot/plotdata.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/ascii.h"
#include "notation/table.h"

enum {
	COLUMNS = 4, NAMES = 8,
	LINE_MOST = 1024 * 1024, /* bytes of the first line that are looked at */
	TICKS = 6
};

/*
 * The columns of a kind: a label and up to two numbers, each by the names that
 * the suite's tables give it, the first that is there.
 */
struct known {
	const char *names[COLUMNS][NAMES];
	int numbers; /* columns that are needed beside the label */
	bool label;  /* whether the label is needed */
};

static const struct known known[] = {
	[PLOT_BAR] = {{{"word", "collocate", "label", "document", "lang"},
	    {"count", "lrc", "logdice", "together", "value", "ll"}}, 1, true},
	[PLOT_ZIPF] = {{{NULL}, {"count", "value"}}, 1, false},
	[PLOT_COVERAGE] = {{{NULL}, {"count", "value"}}, 1, false},
	[PLOT_GROWTH] = {{{NULL}, {"tokens"}, {"types"}, {"hapaxes"}}, 3, false},
	[PLOT_DISPERSION] = {{{"document", "label"}, {"offset", "value"}}, 1,
	    true},
	[PLOT_COMPARE] = {{{"word", "label"}, {"target_per_million", "target"},
	    {"reference_per_million", "reference"}}, 2, true},
};

/* Columns of tables without a line of names, told by their first line. */
static const char *const counts[] = {"count", "word", NULL};
static const char *const growth[] = {"tokens", "types", "hapaxes", NULL};
static const char *const hits[] = {"document", "line", "offset", "left",
    "keyword", "right", NULL};
static const char *const compared[] = {"word", "target", "reference",
    "target_per_million", "reference_per_million", "lrc", "ll", "logratio",
    NULL};

/* ---- which columns ---- */

struct columns {
	struct table_reader reader;
	const char *wanted[COLUMNS * NAMES + 1];
	int role[COLUMNS * NAMES];
	struct str cell[COLUMNS]; /* of the row at hand */
};

static void
want(struct columns *c, int *n, const char *name, int role)
{
	c->wanted[*n] = name;
	c->role[(*n)++] = role;
}

static void
want_known(struct columns *c, const struct plot_options *o)
{
	const struct known *k = &known[o->kind];
	int n = 0;

	for (int role = 0; role < COLUMNS; role++) {
		const char *given = role == 0 ? o->label
		    : role == 1 ? o->value : NULL;

		if (given != NULL) {
			want(c, &n, given, role);
			continue;
		}
		for (int i = 0; i < NAMES && k->names[role][i] != NULL; i++)
			want(c, &n, k->names[role][i], role);
	}
	c->wanted[n] = NULL;
}

static bool
is_number(struct str cell)
{
	double x;

	return table_parse_number(cell, &x);
}

/* Split the first line; how many cells, up to `most`. */
static int
first_cells(struct source *in, struct str cells[], int most)
{
	struct str line;
	int n = 0;

	if (!source_line(in, LINE_MOST, &line))
		return 0;
	while (n < most) {
		const char *tab = memchr(line.s, '\t', line.n);
		size_t length = tab != NULL ? (size_t)(tab - line.s) : line.n;

		cells[n++] = (struct str){line.s, length};
		if (tab == NULL)
			break;
		line = (struct str){tab + 1, line.n - length - 1};
	}
	return n;
}

/*
 * A first line with a number in it is a row, and the table has no names: then
 * the columns are those that a program of the suite writes in that place.
 */
static void
find_header(struct columns *c, const struct plot_options *o)
{
	struct str cells[8];
	int n = first_cells(c->reader.in, cells, 8);
	bool numbers = false;

	for (int i = 0; i < n; i++)
		numbers = numbers || is_number(cells[i]);
	c->reader.header = numbers ? TABLE_NO_HEADER : TABLE_FIRST_LINE;
	c->reader.assumed = o->kind == PLOT_GROWTH ? growth
	    : o->kind == PLOT_DISPERSION           ? hits
	    : n > 0 && !is_number(cells[0])        ? compared : counts;
}

/* The cells of a row by role; false: a needed one is not in the table. */
static bool
pick_cells(struct columns *c, const struct known *k, const char **missing)
{
	bool found[COLUMNS] = {false};

	for (int i = 0; c->wanted[i] != NULL; i++) {
		int role = c->role[i];

		if (!found[role] && c->reader.cells[i].s != NULL) {
			c->cell[role] = c->reader.cells[i];
			found[role] = true;
		}
	}
	for (int i = 0; c->wanted[i] != NULL; i++) {
		int role = c->role[i];

		if (!found[role] && (role > 0 ? role <= k->numbers
		    : k->label)) {
			*missing = c->wanted[i];
			return false;
		}
	}
	return true;
}

/* ---- rows ---- */

static struct chart_text
add_cell(struct chart *chart, struct str cell)
{
	struct buf plain = {0};
	struct chart_text t;

	if (!table_unescape(&plain, cell)) {
		plain.n = 0;
		buf_put(&plain, cell.s, cell.n);
	}
	t = chart_add_text(chart, buf_str(&plain));
	buf_free(&plain);
	return t;
}

static void
add_bars(struct chart *chart, const struct columns *c, const double numbers[],
    int bars)
{
	struct chart_row *row = vec_add(&chart->rows);

	*row = (struct chart_row){.label = add_cell(chart, c->cell[0]),
	    .bars = bars};
	for (int i = 0; i < bars; i++) {
		row->value[i] = numbers[i];
		row->shown[i] = add_cell(chart, c->cell[i + 1]);
	}
}

/* A hit: of the document that the row before had, or of the next one. */
static void
add_stroke(struct chart *chart, const struct columns *c, double place)
{
	struct chart_text label = add_cell(chart, c->cell[0]);
	struct chart_row *row = chart->rows.n > 0
	    ? &chart->rows.at[chart->rows.n - 1] : NULL;

	if (row != NULL && str_eq(chart_str(chart, row->label),
	    chart_str(chart, label))) {
		chart->texts.n = label.at; /* it is there already */
	} else {
		row = vec_add(&chart->rows);
		*row = (struct chart_row){.label = label,
		    .first = chart->strokes.n};
	}
	row->strokes++;
	*vec_add(&chart->strokes) = place;
}

static void
add_row(struct chart *chart, const struct plot_options *o,
    const struct columns *c, const double numbers[])
{
	switch (o->kind) {
	case PLOT_BAR:
		add_bars(chart, c, numbers, 1);
		break;
	case PLOT_COMPARE:
		add_bars(chart, c, numbers, 2);
		break;
	case PLOT_DISPERSION:
		add_stroke(chart, c, numbers[0]);
		break;
	case PLOT_GROWTH: /* a point of each of two curves */
		*vec_add(&chart->points) = (struct chart_point){numbers[0],
		    numbers[1]};
		*vec_add(&chart->points) = (struct chart_point){numbers[0],
		    numbers[2]};
		break;
	default:
		*vec_add(&chart->points) = (struct chart_point){numbers[0],
		    numbers[1]};
	}
}

static bool
take_numbers(const struct columns *c, const struct known *k, double numbers[])
{
	for (int i = 0; i < k->numbers; i++)
		if (!table_parse_number(c->cell[i + 1], &numbers[i]))
			return false;
	return true;
}

static bool
is_enough(const struct chart *chart, const struct plot_options *o)
{
	return (o->kind == PLOT_BAR || o->kind == PLOT_COMPARE) &&
	    chart->rows.n >= o->most;
}

void
plot_read(struct chart *chart, const struct plot_options *o, struct source *in,
    struct plot_found *found)
{
	const struct known *k = &known[o->kind];
	struct columns c = {.reader.in = in};
	double numbers[COLUMNS] = {0};

	*found = (struct plot_found){0};
	want_known(&c, o);
	c.reader.wanted = c.wanted;
	find_header(&c, o);
	while (found->missing == NULL && !is_enough(chart, o) &&
	    table_next(&c.reader)) {
		if (!pick_cells(&c, k, &found->missing))
			break;
		if (take_numbers(&c, k, numbers)) {
			add_row(chart, o, &c, numbers);
			found->rows++;
		} else {
			table_bad(&c.reader);
		}
	}
	found->bad = c.reader.bad;
	found->first_bad = c.reader.first_bad;
}

/* ---- curves ---- */

static int
downwards(const void *a, const void *b)
{
	const struct chart_point *x = a, *y = b;

	return (x->x < y->x) - (x->x > y->x);
}

/* Counts in `x`, in order, become points of rank and count. */
static void
rank_points(struct chart *chart)
{
	size_t n = 0;

	if (chart->points.n > 0)
		qsort(chart->points.at, chart->points.n,
		    sizeof *chart->points.at, downwards);
	for (size_t i = 0; i < chart->points.n &&
	    chart->points.at[i].x > 0; i++, n++)
		chart->points.at[i] = (struct chart_point){(double)(i + 1),
		    chart->points.at[i].x};
	chart->points.n = n;
}

static void
add_curve(struct chart *chart, const char *name, size_t first, bool fitted)
{
	*vec_add(&chart->curves) = (struct chart_curve){name, first,
	    chart->points.n - first, fitted};
}

/* From the first rank to the last, as far as it is between the counts. */
static void
add_fitted(struct chart *chart, size_t n, double slope, double start)
{
	double ends[2] = {0, log((double)n)};
	double most = log(chart->points.at[0].y);
	double least = log(chart->points.at[n - 1].y);

	if (slope < 0) {
		ends[0] = fmax(ends[0], (most - start) / slope);
		ends[1] = fmin(ends[1], (least - start) / slope);
	}
	for (int i = 0; i < 2; i++)
		*vec_add(&chart->points) = (struct chart_point){exp(ends[i]),
		    exp(start + slope * ends[i])};
}

/*
 * The line through the logarithms, by least squares over ranks that are evenly
 * spaced on the axis: else the words seen once, most of all, would decide.
 */
static void
fit_line(struct chart *chart)
{
	static char name[64];
	size_t n = chart->points.n, taken = 0;
	double sx = 0, sy = 0, sxx = 0, sxy = 0, slope, start;

	for (double at = 1; at <= (double)n; at = ceil(at * 1.1 + .001)) {
		double x = log(at), y =
		    log(chart->points.at[(size_t)at - 1].y);

		sx += x;
		sy += y;
		sxx += x * x;
		sxy += x * y;
		taken++;
	}
	if (taken < 2)
		return;
	slope = ((double)taken * sxy - sx * sy) /
	    ((double)taken * sxx - sx * sx);
	start = (sy - slope * sx) / (double)taken;
	snprintf(name, sizeof name, "slope %.2f", slope);
	add_fitted(chart, n, slope, start);
	add_curve(chart, name, n, true);
}

static void
finish_zipf(struct chart *chart)
{
	rank_points(chart);
	if (chart->points.n == 0)
		return;
	add_curve(chart, "count", 0, false);
	fit_line(chart);
	chart->x_name = "rank";
	chart->y_name = "count";
	chart_scale(chart, true, true, TICKS);
}

static void
finish_coverage(struct chart *chart)
{
	double sum = 0, upto = 0;

	rank_points(chart);
	for (size_t i = 0; i < chart->points.n; i++)
		sum += chart->points.at[i].y;
	for (size_t i = 0; i < chart->points.n; i++) {
		upto += chart->points.at[i].y;
		chart->points.at[i].y = 100 * upto / sum;
	}
	if (chart->points.n == 0)
		return;
	add_curve(chart, "coverage", 0, false);
	chart->x_name = "rank";
	chart->y_name = "% of tokens";
	chart_scale(chart, true, false, TICKS);
}

static void
finish_growth(struct chart *chart)
{
	size_t n = chart->points.n / 2;
	struct chart_point *points = mem_alloc(2 * n + 1, sizeof *points);

	for (size_t i = 0; i < n; i++) {
		points[i] = chart->points.at[2 * i];
		points[n + i] = chart->points.at[2 * i + 1];
	}
	vec_free(&chart->points);
	chart->points.at = points;
	chart->points.n = n;
	if (n == 0)
		return;
	add_curve(chart, "types", 0, false);
	chart->points.n = 2 * n;
	add_curve(chart, "words seen once", n, false);
	chart->points.room = 2 * n;
	chart->x_name = "tokens";
	chart->y_name = "types";
	chart_scale(chart, false, false, TICKS);
}

void
plot_finish(struct chart *chart, const struct plot_options *o)
{
	chart->x_name = chart->y_name = "";
	chart->names[0] = chart->names[1] = "";
	switch (o->kind) {
	case PLOT_ZIPF:
		finish_zipf(chart);
		return;
	case PLOT_COVERAGE:
		finish_coverage(chart);
		return;
	case PLOT_GROWTH:
		finish_growth(chart);
		return;
	case PLOT_COMPARE:
		chart->names[0] = "target";
		chart->names[1] = "reference";
		chart->x_name = "per million";
		break;
	case PLOT_DISPERSION:
		chart->x_name = "byte";
		break;
	case PLOT_BAR:
		break;
	}
	chart_scale(chart, false, false, TICKS);
}
