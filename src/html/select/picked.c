/* SPDX-License-Identifier: MIT */
#include "html/select/picked.h"

#include <libxml/tree.h> /* before dict.h, which needs it */
#include <libxml/dict.h>
#include <stdlib.h>
#include <string.h>

#include "html/read/resolve.h"
#include "html/token/tag.h"
#include "html/tree/write.h"

/* ---- controls ---- */

/* The bytes of a control at `s`: C0 but TAB and LF, DEL, C1; else 0. */
static size_t
control_at(const char *s, const char *end)
{
	unsigned char c = (unsigned char)*s;

	if ((c < 0x20 && c != '\t' && c != '\n') || c == 0x7F)
		return 1;
	return c == 0xC2 && end - s > 1 && (unsigned char)s[1] >= 0x80 &&
	    (unsigned char)s[1] < 0xA0 ? 2 : 0;
}

void
picked_clean(struct buf *to, struct str s)
{
	const char *end = s.s + s.n, *from = s.s, *at = s.s;

	while (at < end) {
		size_t n = control_at(at, end);

		if (n == 0) {
			at++;
			continue;
		}
		buf_put(to, from, (size_t)(at - from));
		at += n;
		from = at;
	}
	buf_put(to, from, (size_t)(at - from));
}

/* ---- HTML, text ---- */

static void
put_html(const xmlNode *n, struct buf *to)
{
	struct sink html = {0};

	if (n->type == XML_ATTRIBUTE_NODE)
		sink_puts(&html, attribute_value((const xmlAttr *)n));
	else if (n->type == XML_TEXT_NODE)
		sink_puts(&html, (const char *)n->content);
	else
		write_node(&html, (xmlNodePtr)(uintptr_t)n);
	picked_clean(to, buf_str(&html.buf));
	buf_free(&html.buf);
}

static const struct tag *
tag_of_node(const xmlNode *n)
{
	const char *name = (const char *)n->name;

	return n->type == XML_ELEMENT_NODE && n->ns == NULL
	    ? tag_find(name, strlen(name)) : tag_of(TAG_OTHER);
}

/* All text in it, as it is. */
static void
put_content(const xmlNode *n, struct buf *to)
{
	if (n->type == XML_TEXT_NODE)
		buf_puts(to, (const char *)n->content);
	else if (n->type == XML_ELEMENT_NODE || n->type == XML_DOCUMENT_NODE)
		for (const xmlNode *c = tree_content(
		    (xmlNodePtr)(uintptr_t)n)->children; c != NULL; c = c->next)
			put_content(c, to);
}

static struct str
trimmed(struct str s)
{
	while (s.n > 0 && strchr(" \t\n", *s.s) != NULL)
		s.s++, s.n--;
	while (s.n > 0 && strchr(" \t\n", s.s[s.n - 1]) != NULL)
		s.n--;
	return s;
}

/* Of what a page does not show, such as a title or a script. */
static void
put_hidden(const xmlNode *n, struct buf *to)
{
	struct buf text = {0};

	put_content(n, &text);
	picked_clean(to, trimmed(buf_str(&text)));
	buf_free(&text);
}

static bool
is_part_of_table(const struct tag *t)
{
	return t->id == TAG_TR || t->id == TAG_TBODY || t->id == TAG_THEAD ||
	    t->id == TAG_TFOOT || t->id == TAG_CAPTION;
}

/* As html2text writes the page that the element would be by itself. */
static void
put_painted(const struct picked_options *o, struct str base,
    const xmlNode *n, struct buf *to)
{
	struct sink html = {0}, text = {0};
	const struct tag *t = tag_of_node(n);
	struct source page;
	struct paint_options how = o->paint;

	if (is_part_of_table(t))
		sink_puts(&html, "<table>");
	if (t->id == TAG_LI) /* of one item no bullet is wanted */
		for (xmlNodePtr c = n->children; c != NULL; c = c->next)
			write_node(&html, c);
	else
		write_node(&html, (xmlNodePtr)(uintptr_t)n);
	page = source_over(buf_str(&html.buf));
	how.markdown = o->form == PICKED_MARKDOWN;
	how.base = base;
	paint(&page, &text, &how);
	if (trimmed(buf_str(&text.buf)).n > 0)
		buf_put(to, text.buf.s, text.buf.n);
	while (to->n > 0 && to->s[to->n - 1] == '\n')
		to->n--;
	buf_free(&html.buf);
	buf_free(&text.buf);
}

/* The cells of a row with TABs between them; each on one line. */
static void
put_row(const struct picked_options *o, struct str base, const xmlNode *n,
    struct buf *to)
{
	bool any = false;

	for (const xmlNode *c = n->children; c != NULL; c = c->next) {
		size_t start = to->n + any;

		if (tag_of_node(c)->id != TAG_TD &&
		    tag_of_node(c)->id != TAG_TH)
			continue;
		if (any)
			buf_putc(to, '\t');
		any = true;
		put_painted(o, base, c, to);
		for (size_t i = start; i < to->n; i++)
			if (to->s[i] == '\n' || to->s[i] == '\t')
				to->s[i] = ' ';
	}
}

static void
put_text(const struct picked_options *o, struct str base, const xmlNode *n,
    struct buf *to)
{
	const struct tag *t = tag_of_node(n);

	if (n->type != XML_ELEMENT_NODE && n->type != XML_DOCUMENT_NODE)
		put_html(n, to);
	else if (t->box == BOX_NONE || t->id == TAG_TEXTAREA)
		put_hidden(n, to);
	else if (t->id == TAG_TR && o->form != PICKED_MARKDOWN)
		put_row(o, base, n, to);
	else
		put_painted(o, base, n, to);
}

/* ---- attributes ---- */

static bool
is_address(const char *name)
{
	static const char *const names[] = {"action", "background", "cite",
	    "data", "formaction", "href", "longdesc", "manifest", "poster",
	    "src"};

	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if (strcmp(names[i], name) == 0)
			return true;
	return false;
}

static const xmlAttr *
find_attribute(const xmlNode *n, const char *name)
{
	if (n->type != XML_ELEMENT_NODE)
		return NULL;
	for (const xmlAttr *a = n->properties; a != NULL; a = a->next)
		if (strcmp((const char *)a->name, name) == 0)
			return a;
	return NULL;
}

/* As it is; an address in full. */
static void
put_value(const xmlAttr *a, struct str base, struct buf *to)
{
	struct str value = str_of(attribute_value(a));
	struct buf url = {0};

	if (is_address((const char *)a->name) && base.n > 0 &&
	    !link_runs(value)) {
		resolve_address(&url, base, value);
		value = buf_str(&url);
	}
	picked_clean(to, value);
	buf_free(&url);
}

/* The first <base href> of the tree. */
static const char *
find_base(const xmlNode *n)
{
	const char *found = NULL;

	for (; n != NULL && found == NULL; n = n->next) {
		const xmlAttr *a;

		if (n->type != XML_ELEMENT_NODE)
			continue;
		a = tag_of_node(n)->id == TAG_BASE ? find_attribute(n, "href")
		    : NULL;
		found = a != NULL ? attribute_value(a)
		    : find_base(n->children);
	}
	return found;
}

void
picked_base(const struct picked_options *o, const struct tree *tree,
    struct buf *base)
{
	const char *said = NULL;

	/* Elements' names are in the dictionary, and most pages have no base. */
	if (o->form != PICKED_HTML && xmlDictExists(tree->doc->dict,
	    (const xmlChar *)"base", -1) != NULL)
		said = find_base(tree->doc->children);
	base->n = 0;
	if (said != NULL && *said != '\0')
		resolve_address(base, o->paint.base, str_of(said));
	else
		buf_put(base, o->paint.base.s, o->paint.base.n);
}

/* ---- a node ---- */

bool
picked_put(const struct picked_options *o, struct str base, const xmlNode *n,
    struct buf *to)
{
	const xmlAttr *a;

	switch (o->form) {
	case PICKED_ATTRIBUTE:
		a = find_attribute(n, o->attribute);
		if (a == NULL)
			return false;
		put_value(a, base, to);
		break;
	case PICKED_TEXT: case PICKED_MARKDOWN:
		put_text(o, base, n, to);
		break;
	default: put_html(n, to);
	}
	return true;
}

/* {"tag": …, "text": …, "attributes": {…}} */
static void
add_object(const struct picked_options *o, struct str base, const xmlNode *n,
    struct object *to)
{
	struct buf text = {0};

	object_object(to, NULL);
	if (n->type == XML_ELEMENT_NODE)
		object_string(to, "tag", str_of((const char *)n->name));
	put_text(o, base, n, &text);
	object_string(to, "text", buf_str(&text));
	if (n->type == XML_ELEMENT_NODE) {
		object_object(to, "attributes");
		for (const xmlAttr *a = n->properties; a != NULL; a = a->next) {
			text.n = 0;
			put_value(a, base, &text);
			object_string(to, (const char *)a->name,
			    buf_str(&text));
		}
		object_end(to);
	}
	object_end(to);
	buf_free(&text);
}

bool
picked_add(const struct picked_options *o, struct str base, const xmlNode *n,
    struct object *to)
{
	struct buf one = {0};
	bool has = true;

	if (o->form == PICKED_OBJECT)
		add_object(o, base, n, to);
	else if ((has = picked_put(o, base, n, &one)))
		object_string(to, NULL, buf_str(&one));
	buf_free(&one);
	return has;
}
