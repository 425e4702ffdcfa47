/* SPDX-License-Identifier: MIT */
#include "html/show/explain.h"

#include <stdio.h>

/* A cell: controls, tabs and line ends are spaces. */
static void
put_cell(struct sink *out, struct str t)
{
	for (size_t i = 0; i < t.n; i++)
		sink_putc(out, (unsigned char)t.s[i] < ' ' ? ' ' : t.s[i]);
}

static void
put_row(struct sink *out, const struct page *p, const struct page_block *b,
    const struct content_verdict *v)
{
	char line[128], unit[32] = "-";

	if (v->unit > 0)
		snprintf(unit, sizeof unit, "%s%u", unit_name(v->kind),
		    (unsigned)v->unit);
	snprintf(line, sizeof line, "%s\t%d\t%s\t%s\t%s\t",
	    v->keep ? "keep" : "drop", v->score, content_reason(v->reason),
	    unit, tag_of((enum tag_id)p->nodes[b->node].tag)->name);
	sink_puts(out, line);
	put_cell(out, page_text(p, b));
	sink_putc(out, '\n');
}

void
explain_put(struct sink *out, const struct page *p,
    const struct content_verdict *v, const char *file)
{
	for (size_t i = 0; i < p->n_blocks; i++) {
		if (file != NULL) {
			put_cell(out, str_of(file));
			sink_putc(out, '\t');
		}
		put_row(out, p, &p->blocks[i], &v[i]);
	}
}
