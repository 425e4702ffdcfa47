/* SPDX-License-Identifier: MIT */
/*
 * Images: the address and the text alternative of one, the largest of several
 * sources, drawings, and check boxes.
 */
#include "html/render/render.h"

#include <strings.h>

#include "html/read/picture.h"
#include "html/read/resolve.h"

/* ---- images ---- */

/* In Markdown one that has an address; a picture in the page itself has none. */
static void
enter_picture(struct render *c, const struct element *e)
{
	const char *title = element_get(e, "title");
	struct buf source = {0}, url = {0}, shown = {0};

	picture_source(&source, e);
	if (source.n == 0)
		buf_put(&source, c->source.s, c->source.n);
	if (source.n > 0)
		resolve_address(&url, buf_str(&c->base), buf_str(&source));
	if (url.n > 0 && inline_too_long(c, &url)) {
		c->pictured = true; /* its alt is text */
	} else if (url.n > 0) {
		markdown_url(&shown, buf_str(&url));
		if (title != NULL)
			markdown_title(&shown, title, c->in_cell);
		render_mark(c, MARK_IMAGE, buf_str(&shown));
		c->pictured = c->image_marked = true;
	}
	buf_free(&source);
	buf_free(&url);
	buf_free(&shown);
}

/* One of several sources of a picture. */
void
inline_enter_source(struct render *c, const struct element *e)
{
	const char *set = element_get(e, "srcset");

	if (c->source.n == 0)
		picture_largest(&c->source, set != NULL ? set
		    : element_get(e, "data-srcset"));
}

void
inline_enter_picture(struct render *c, const struct element *e)
{
	(void)e;
	c->source.n = 0;
}

void
inline_leave_picture(struct render *c)
{
	c->source.n = 0;
}

/* ---- boxes to check ---- */

/* The box of a task, at the beginning of an item. */
void
inline_enter_input(struct render *c, const struct element *e)
{
	const char *type = element_get(e, "type");

	if (type == NULL || strcasecmp(type, "checkbox") != 0 ||
	    !c->item_begins || lines_open(c->lines) || c->coding != CODE_NONE)
		return;
	render_settle(c);
	lines_put(c->lines, element_get(e, "checked") != NULL ? STR("[x]")
	    : STR("[ ]"));
	lines_space(c->lines);
	c->item_begins = false;
}

void
inline_enter_image(struct render *c, const struct element *e)
{
	c->in_image = true;
	c->pictured = c->drawn = false;
	if (c->coding == CODE_BLOCK)
		return;
	if (c->coding == CODE_SPAN)
		code_flush(c);
	if (c->options->markdown)
		enter_picture(c, e);
	else if (c->options->images)
		render_mark(c, MARK_BRACKET, STR(""));
}

/* The title of a drawing, which is the name of one that stands alone. */
void
inline_enter_drawing(struct render *c, const struct element *e)
{
	(void)e;
	c->in_image = !c->options->all;
	c->drawn = true;
	c->pictured = false;
}

void
inline_leave_image(struct render *c)
{
	c->in_image = false;
	if (c->image_marked && !marks_shown(&c->marks)) {
		render_settle(c); /* it has no text */
		marks_show(&c->marks, c->lines, '!', ')');
	}
	c->image_marked = false;
	if (c->pictured)
		inline_say_left_out(c);
}

/* An image's alt, as text or to be held for the link. */
void
inline_alt(struct render *c, struct str alt)
{
	if (c->coding != CODE_NONE && !c->pictured)
		return;
	if (c->pictured || (c->options->images && !c->options->markdown &&
	        !c->drawn)) {
		c->link_spoken = true;
		render_put(c, alt);
		return;
	}
	if (alt.s[0] == ' ')
		lines_space(c->lines);
	if (c->links > 0 && c->alt.n == 0 && !c->link_spoken) {
		buf_put(&c->alt, alt.s, alt.n);
		c->alt_boxed = false;
	}
}
