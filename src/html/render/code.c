/* SPDX-License-Identifier: MIT */
#include "html/render/render.h"

#include <string.h>

#include "html/token/lookahead.h"

enum { CODE_MOST = 256 * 1024, LONG_FENCE = 64 };

/* ---- code in Markdown ---- */

static void
put_fence(struct render *c)
{
	size_t ticks = markdown_ticks(buf_str(&c->code)) + 1;
	struct buf fence = {0};

	if (c->fence == 0)
		c->fence = ticks > 3 ? ticks : 3;
	memset(buf_room(&fence, c->fence), '`', c->fence);
	fence.n = c->fence;
	lines_put(c->lines, buf_str(&fence));
	buf_free(&fence);
}

static void
open_block(struct render *c)
{
	render_settle(c);
	put_fence(c);
	lines_put(c->lines, buf_str(&c->language));
	lines_break(c->lines, 1);
	render_verbatim(c, buf_str(&c->code));
	c->code.n = 0;
}

static void
close_block(struct render *c)
{
	if (c->fence == 0 && c->code.n > 0)
		open_block(c);
	if (c->fence > 0) {
		lines_break(c->lines, 1);
		put_fence(c);
	}
	c->fence = 0;
}

/* More code; what is too long to hold is written without knowing its end. */
void
code_add(struct render *c, struct str text)
{
	if (c->fence > 0) {
		render_verbatim(c, text);
		return;
	}
	if (c->code.n == 0 && text.s[0] == ' ' && (c->coding == CODE_SPAN ||
	        render_top(c)->tag->id == TAG_TEXTAREA)) {
		/* The blank between the line and what stands in it. */
		lines_space(c->lines);
		text = (struct str){text.s + 1, text.n - 1};
	}
	buf_put(&c->code, text.s, text.n);
	if (c->code.n <= CODE_MOST)
		return;
	if (c->coding == CODE_BLOCK) {
		c->fence = LONG_FENCE;
		open_block(c);
	} else {
		c->coding = CODE_NONE;
		render_put(c, buf_str(&c->code));
		c->code.n = 0;
	}
}

static void
close_span(struct render *c)
{
	struct str text = buf_str(&c->code);

	if (text.n == 0)
		return;
	render_settle(c);
	marks_show(&c->marks, c->lines, '`', '`');
	markdown_code(c->lines, text, c->in_cell);
	c->code.n = 0;
}

void
code_close(struct render *c)
{
	if (c->coding == CODE_BLOCK)
		close_block(c);
	else
		close_span(c);
	c->coding = CODE_NONE;
	c->language.n = 0;
}

/* class="language-c", of pre or of the code in it. */
static void
take_language(struct render *c, const struct element *e)
{
	const char *class = element_get(e, "class"), *at;

	if (class == NULL || c->language.n > 0 || c->code.n > 0)
		return;
	if ((at = strstr(class, "language-")) != NULL)
		at += strlen("language-");
	else if ((at = strstr(class, "lang-")) != NULL)
		at += strlen("lang-");
	else
		return;
	while (is_letter(*at) || (*at >= '0' && *at <= '9') ||
	    (*at != '\0' && strchr("+-#_.", *at) != NULL))
		buf_putc(&c->language, *at++);
}

void
code_enter(struct render *c, const struct element *e)
{
	if (!c->options->markdown)
		return;
	take_language(c, e);
	if (c->coding != CODE_NONE)
		return;
	c->coding = c->pre > 0 ? CODE_BLOCK : CODE_SPAN;
	c->code.n = 0;
	render_top(c)->holds = true;
}

void
code_enter_pre(struct render *c, const struct element *e)
{
	c->pre++;
	code_enter(c, e);
}

void
code_leave_pre(struct render *c)
{
	c->pre--;
}
