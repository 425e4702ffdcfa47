/* SPDX-License-Identifier: MIT */
#include "text/plot/chart.h"

struct str
chart_str(const struct chart *c, struct chart_text t)
{
	return (struct str){c->texts.s + t.at, t.n};
}

struct chart_text
chart_add_text(struct chart *c, struct str s)
{
	struct chart_text t = {c->texts.n, s.n};

	buf_put(&c->texts, s.s, s.n);
	return t;
}

/* The least and the most of what was shown to it. */
struct extent {
	double least, most;
	bool any;
};

static void
widen(struct extent *e, double x)
{
	if (!e->any || x < e->least)
		e->least = x;
	if (!e->any || x > e->most)
		e->most = x;
	e->any = true;
}

static struct scale
fit(const struct extent *e, bool log, int ticks)
{
	return scale_round(scale_of(e->any ? e->least : log,
	    e->any ? e->most : 1, log), ticks);
}

/* Bars begin at 0; strokes are on a scale from 0. */
static void
scale_rows(struct chart *c, int ticks)
{
	struct extent x = {0};

	widen(&x, 0);
	for (size_t i = 0; i < c->rows.n; i++)
		for (int k = 0; k < c->rows.at[i].bars; k++)
			widen(&x, c->rows.at[i].value[k]);
	for (size_t i = 0; i < c->strokes.n; i++)
		widen(&x, c->strokes.at[i]);
	c->x = fit(&x, false, ticks);
}

void
chart_scale(struct chart *c, bool log_x, bool log_y, int ticks)
{
	struct extent x = {0}, y = {0};

	if (c->curves.n == 0) {
		scale_rows(c, ticks);
		return;
	}
	for (size_t i = 0; i < c->curves.n; i++) {
		const struct chart_curve *curve = &c->curves.at[i];
		const struct chart_point *at = c->points.at + curve->first;

		for (size_t k = 0; k < curve->n && !curve->fitted; k++) {
			widen(&x, at[k].x);
			widen(&y, at[k].y);
		}
	}
	if (!log_x)
		widen(&x, 0);
	if (!log_y)
		widen(&y, 0);
	c->x = fit(&x, log_x, ticks);
	c->y = fit(&y, log_y, ticks);
}

void
chart_free(struct chart *c)
{
	vec_free(&c->rows);
	vec_free(&c->strokes);
	vec_free(&c->curves);
	vec_free(&c->points);
	buf_free(&c->texts);
}
