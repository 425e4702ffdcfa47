/* SPDX-License-Identifier: MIT */
#include "html/tree/write.h"

#include <string.h>

#include "html/token/tag.h"

const char *
attribute_value(const xmlAttr *a)
{
	return a->children != NULL && a->children->content != NULL
	    ? (const char *)a->children->content : "";
}

/* "&", "<", ">" and U+00A0 as references; in a value the quote, too. */
static void
put_escaped(struct sink *out, const char *s, bool value)
{
	const char *from = s;

	for (; *s != '\0'; s++) {
		const char *as = NULL;
		size_t n = 1;

		switch (*s) {
		case '&': as = "&amp;"; break;
		case '<': as = "&lt;"; break;
		case '>': as = "&gt;"; break;
		case '"': as = value ? "&quot;" : NULL; break;
		case '\xC2':
			as = s[1] == '\xA0' ? "&nbsp;" : NULL;
			n = 2;
			break;
		}
		if (as == NULL)
			continue;
		sink_put(out, from, (size_t)(s - from));
		sink_puts(out, as);
		s += n - 1;
		from = s + 1;
	}
	sink_put(out, from, (size_t)(s - from));
}

static void
put_start(struct sink *out, xmlNodePtr e)
{
	sink_putc(out, '<');
	sink_puts(out, (const char *)e->name);
	for (const xmlAttr *a = e->properties; a != NULL; a = a->next) {
		sink_putc(out, ' ');
		if (a->ns != NULL) {
			sink_puts(out, (const char *)a->ns->prefix);
			sink_putc(out, ':');
		}
		sink_puts(out, (const char *)a->name);
		sink_puts(out, "=\"");
		put_escaped(out, attribute_value(a), true);
		sink_putc(out, '"');
	}
	sink_putc(out, '>');
}

static const struct tag *
html_tag(const xmlNode *e)
{
	const char *name = (const char *)e->name;

	return e->type != XML_ELEMENT_NODE || e->ns != NULL
	    ? tag_of(TAG_OTHER) : tag_find(name, strlen(name));
}

/* Whose text is written as it is; a noscript's is elements here. */
static bool
is_raw(const xmlNode *e)
{
	return e != NULL && html_tag(e)->flags & IS_RAW;
}

static bool
is_void(const xmlNode *e)
{
	const struct tag *t = html_tag(e);

	return t->flags & IS_VOID;
}

static void
put_end(struct sink *out, xmlNodePtr e)
{
	sink_puts(out, "</");
	sink_puts(out, (const char *)e->name);
	sink_putc(out, '>');
}

/* One node's beginning; whether it has children to be written. */
static bool
enter(struct sink *out, xmlNodePtr n)
{
	switch (n->type) {
	case XML_ELEMENT_NODE:
		put_start(out, n);
		if (is_void(n))
			return false;
		if (tree_content(n)->children != NULL)
			return true;
		put_end(out, n);
		return false;
	case XML_TEXT_NODE:
		if (is_raw(n->parent))
			sink_puts(out, (const char *)n->content);
		else
			put_escaped(out, (const char *)n->content, false);
		return false;
	case XML_COMMENT_NODE:
		sink_puts(out, "<!--");
		sink_puts(out, (const char *)n->content);
		sink_puts(out, "-->");
		return false;
	default:
		return false;
	}
}

/* A tree is about TREE_DEPTH deep: twice that at most. */
void
write_node(struct sink *out, xmlNodePtr n)
{
	bool document = n->type == XML_DOCUMENT_NODE;

	if (!document && !enter(out, n))
		return;
	for (xmlNodePtr c = tree_content(n)->children; c != NULL; c = c->next)
		write_node(out, c);
	if (!document)
		put_end(out, n);
}

void
write_document(struct sink *out, const struct tree *tree)
{
	if (tree->doctype.n > 0) {
		sink_puts(out, "<!DOCTYPE ");
		sink_put(out, tree->doctype.s, tree->doctype.n);
		sink_putc(out, '>');
	}
	write_node(out, (xmlNodePtr)tree->doc);
}
