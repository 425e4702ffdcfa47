/* SPDX-License-Identifier: MIT */
#include "html/render/render.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

/* ---- images ---- */

/* An address that is one of a file, not the picture itself. */
static bool
is_file(const char *url)
{
	return url != NULL && url[strspn(url, " \t\n")] != '\0' &&
	    strncmp(url + strspn(url, " \t\n"), "data:", 5) != 0;
}

/* What a srcset's candidate is as large as: "2x", "640w"; 1 without. */
static double
size_of(const char *descriptor)
{
	double size = strtod(descriptor, NULL);

	return size > 0 ? size : 1;
}

/* The largest picture of a srcset (4.8.4.2.1), appended to `to`. */
static void
put_largest(struct buf *to, const char *s)
{
	double most = 0;

	while (s != NULL && *(s += strspn(s, " \t\n,")) != '\0') {
		size_t n = strcspn(s, " \t\n"), url = n;
		const char *descriptor;

		while (url > 0 && s[url - 1] == ',')
			url--;
		descriptor = url == n ? s + n + strspn(s + n, " \t\n") : "";
		if (size_of(descriptor) > most &&
		    strncmp(s, "data:", 5) != 0) {
			most = size_of(descriptor);
			to->n = 0;
			buf_put(to, s, url);
		}
		s += n;
		if (url == n)
			s += strcspn(s, ",");
	}
}

/* Where the picture is, however late a script would load it. */
static void
put_source(const struct render *c, struct buf *to, const struct element *e)
{
	static const char *const names[] = {"data-src", "data-lazy-src",
	    "data-original", "src"};

	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if (is_file(element_get(e, names[i]))) {
			buf_puts(to, element_get(e, names[i]));
			return;
		}
	put_largest(to, element_get(e, "data-srcset"));
	if (to->n == 0)
		put_largest(to, element_get(e, "srcset"));
	if (to->n == 0)
		buf_put(to, c->source.s, c->source.n);
}

/* In Markdown one that has an address; a picture in the page itself has none. */
static void
enter_picture(struct render *c, const struct element *e)
{
	const char *title = element_get(e, "title");
	struct buf source = {0}, url = {0}, shown = {0};

	put_source(c, &source, e);
	if (source.n > 0)
		link_resolve(&url, buf_str(&c->base), buf_str(&source));
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
		put_largest(&c->source, set != NULL ? set
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
