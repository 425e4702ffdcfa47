/* SPDX-License-Identifier: MIT */
#include "html/read/cellgrid.h"

#include <stdlib.h>
#include <string.h>

static const char *
past_blanks(const char *s)
{
	return s + strspn(s, " \t\n\f\r");
}

/* A span; `zero` is what "0" means. */
static int
span_of(const struct element *e, const char *name, int most, int zero)
{
	const char *s = element_get(e, name);
	long n = s != NULL ? strtol(s, NULL, 10) : 1;

	if (n == 0 && s != NULL && *past_blanks(s) == '0')
		return zero;
	return n < 1 ? 1 : n > most ? most : (int)n;
}

int
cellgrid_colspan(const struct element *e)
{
	return span_of(e, "colspan", COLSPAN_MOST, 1);
}

int
cellgrid_rowspan(const struct element *e)
{
	return span_of(e, "rowspan", ROWSPAN_MOST, ROWSPAN_MOST);
}

void
cellgrid_row(struct cellgrid *g)
{
	g->row++;
	g->column = 0;
}

void
cellgrid_end_group(struct cellgrid *g)
{
	g->group++;
}

static bool
is_covered(const struct cellgrid *g, int column)
{
	const struct cellgrid_column *c;

	if ((size_t)column >= g->covered.n)
		return false;
	c = &g->covered.at[column];
	return c->group == g->group && c->until > g->row;
}

int
cellgrid_place(struct cellgrid *g, int rows, int *columns)
{
	int column;

	while (g->column < g->most - 1 && is_covered(g, g->column))
		g->column++;
	if (g->column > g->most - 1)
		g->column = g->most - 1;
	column = g->column;
	if (*columns > g->most - column)
		*columns = g->most - column;
	g->column += *columns;
	while (g->covered.n < (size_t)g->column)
		*vec_add(&g->covered) = (struct cellgrid_column){0};
	for (int i = column; i < g->column; i++) {
		int until = is_covered(g, i) ? g->covered.at[i].until : 0;

		if (until < g->row + rows)
			until = g->row + rows;
		g->covered.at[i] = (struct cellgrid_column){g->group, until};
	}
	if (g->columns < g->column)
		g->columns = g->column;
	return column;
}

void
cellgrid_free(struct cellgrid *g)
{
	vec_free(&g->covered);
}
