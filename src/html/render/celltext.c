/* SPDX-License-Identifier: MIT */
#include "html/render/celltext.h"

#include <stdlib.h>

#include "base/mem.h"
#include "html/render/render.h"

struct celltext {
	struct paint_options options;
	struct render render;
	struct sink text;
};

struct celltext *
celltext_open(void)
{
	struct celltext *t = mem_alloc(1, sizeof *t);

	t->render = render_open(&t->options, &t->text);
	t->render.lines = &t->render.page;
	t->render.in_cell = true;
	t->render.page.dense = t->render.page.spaced = true;
	lines_flatten(&t->render.page, true, "");
	return t;
}

struct str
celltext_of(struct celltext *t, const struct tape *tape)
{
	struct render *r = &t->render;

	t->text.buf.n = 0;
	lines_clear(r->lines);
	tape_play(tape, &paint_reader, r);
	script_settle(r);
	code_settle(r);
	render_flush(r);
	marks_break(&r->marks, r->lines);
	lines_break(r->lines, 1);
	return buf_str(&t->text.buf);
}

void
celltext_free(struct celltext *t)
{
	render_free(&t->render);
	buf_free(&t->text.buf);
	free(t);
}
