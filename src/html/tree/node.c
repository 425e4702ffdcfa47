/* SPDX-License-Identifier: MIT */
/*
 * Nodes of the tree: made, joined and named with the functions of libxml2.
 */
#include <libxml/tree.h>
#include <libxml/dict.h>
#include <libxml/parserInternals.h>
#include <stdlib.h>
#include <string.h>

#include "base/complain.h"
#include "html/tree/builder.h"
#include "html/tree/write.h"

static const xmlChar *
intern(struct builder *b, const char *name)
{
	return xmlDictLookup(b->tree->doc->dict, (const xmlChar *)name, -1);
}

static void *
got(void *p)
{
	if (p == NULL)
		die("memory:");
	return p;
}

/* A namespace that the document owns. */
static xmlNsPtr
add_space(xmlDocPtr doc, const char *href, const char *prefix)
{
	xmlNsPtr ns = got(xmlNewNs(NULL, (const xmlChar *)href,
	    (const xmlChar *)prefix)), last = doc->oldNs;

	while (last->next != NULL)
		last = last->next;
	return last->next = ns;
}

void
node_open_document(struct builder *b)
{
	xmlDocPtr doc = got(xmlNewDoc((const xmlChar *)"1.0"));

	b->tree->doc = doc;
	doc->dict = got(xmlDictCreate());
	/* libxml2 takes the first of these for that of xml: itself. */
	doc->oldNs = b->xml = got(xmlMalloc(sizeof *b->xml));
	memset(b->xml, 0, sizeof *b->xml);
	b->xml->type = XML_LOCAL_NAMESPACE;
	b->xml->href = got(xmlStrdup(XML_XML_NAMESPACE));
	b->xml->prefix = got(xmlStrdup((const xmlChar *)"xml"));
	b->spaces[SPACE_SVG] = add_space(doc, "http://www.w3.org/2000/svg",
	    "svg");
	b->spaces[SPACE_MATH] = add_space(doc,
	    "http://www.w3.org/1998/Math/MathML", "math");
	b->xlink = add_space(doc, "http://www.w3.org/1999/xlink", "xlink");
}

/*
 * Linked by hand: xmlAddChild would merge a text into its neighbour and free
 * it, while it is still looked at.
 */
void
node_link(struct place at, xmlNodePtr node)
{
	xmlNodePtr before = at.before;
	xmlNodePtr prev = before != NULL ? before->prev : at.parent->last;

	node->parent = at.parent;
	node->prev = prev;
	node->next = before;
	if (prev != NULL)
		prev->next = node;
	else
		at.parent->children = node;
	if (before != NULL)
		before->prev = node;
	else
		at.parent->last = node;
}

void
node_unlink(xmlNodePtr node)
{
	xmlUnlinkNode(node);
}

void
node_move_children(xmlNodePtr from, xmlNodePtr to)
{
	xmlNodePtr first = from->children;

	if (first == NULL)
		return;
	for (xmlNodePtr n = first; n != NULL; n = n->next)
		n->parent = to;
	first->prev = to->last;
	if (to->last != NULL)
		to->last->next = first;
	else
		to->children = first;
	to->last = from->last;
	from->children = from->last = NULL;
}

/* ---- texts ---- */

/* Where a short text is kept: in the node, as libxml2 does it, too. */
static xmlChar *
own_room(xmlNodePtr text)
{
	return (xmlChar *)&text->properties;
}

enum { OWN_ROOM = 2 * sizeof(void *) /* `properties` and `psvi` */ };

/* Put more behind what a node says already. */
static void
grow(struct growing *g, struct str s)
{
	if (g->n + s.n + 1 > g->room) {
		bool own = g->node->content == own_room(g->node);
		xmlChar *now;

		g->room = (g->n > 0 ? 2 : 1) * (g->n + s.n) + 1;
		now = got(own ? xmlMalloc(g->room) : xmlRealloc(g->node->content,
		    g->room));
		if (own)
			memcpy(now, g->node->content, g->n);
		g->node->content = now;
	}
	if (s.n > 0)
		memcpy(g->node->content + g->n, s.s, s.n);
	g->n += s.n;
	g->node->content[g->n] = '\0';
}

static xmlNodePtr
new_text(struct builder *b, const char *s, size_t n)
{
	xmlNodePtr node = got(xmlMalloc(sizeof *node));

	memset(node, 0, sizeof *node);
	node->type = XML_TEXT_NODE;
	node->name = xmlStringText;
	node->doc = b->tree->doc;
	node->content = n < OWN_ROOM ? own_room(node) : got(xmlMalloc(n + 1));
	if (n > 0)
		memcpy(node->content, s, n);
	node->content[n] = '\0';
	return node;
}

/* ---- elements ---- */

/* An attribute at the end of the element's; libxml2 would walk to it. */
static xmlAttrPtr
put_attribute(struct builder *b, xmlNodePtr node, xmlAttrPtr last,
    const char *name, const char *value, xmlNsPtr ns)
{
	xmlAttrPtr a = got(xmlNewNsPropEatName(NULL, ns, (xmlChar *)intern(b,
	    name), NULL));

	a->doc = node->doc;
	a->parent = node;
	a->prev = last;
	a->children = a->last = new_text(b, value, strlen(value));
	a->children->parent = (xmlNodePtr)a;
	if (last != NULL)
		last->next = a;
	else
		node->properties = a;
	b->tree->nodes++;
	return a;
}

/* "xlink:href" in svg and MathML: its namespace, and the name without. */
static xmlNsPtr
attribute_space(const struct builder *b, enum space space, const char **name)
{
	static const char *const xlinks[] = {"actuate", "arcrole", "href",
	    "role", "show", "title", "type"};

	if (space == SPACE_HTML)
		return NULL;
	if (strcmp(*name, "xml:lang") == 0 || strcmp(*name, "xml:space") == 0) {
		*name += 4;
		return b->xml;
	}
	if (strncmp(*name, "xlink:", 6) != 0)
		return NULL;
	for (size_t i = 0; i < sizeof xlinks / sizeof *xlinks; i++)
		if (strcmp(*name + 6, xlinks[i]) == 0) {
			*name += 6;
			return b->xlink;
		}
	return NULL;
}

static void
put_attributes(struct builder *b, xmlNodePtr node, enum space space)
{
	const struct attributes *a = &b->token.attributes;
	const char *at = a->strings.s;
	xmlAttrPtr last = NULL;

	for (int i = 0; i < a->count; i += 2) {
		const char *name = foreign_attribute_name(at, space);
		const char *value = at + strlen(at) + 1;
		xmlNsPtr ns = attribute_space(b, space, &name);

		last = put_attribute(b, node, last, name, value, ns);
		at = value + strlen(value) + 1;
	}
}

static xmlNodePtr
new_element(struct builder *b, const xmlChar *name, enum space space)
{
	b->tree->nodes++;
	b->tree->elements++;
	return got(xmlNewDocNodeEatName(b->tree->doc, b->spaces[space],
	    (xmlChar *)name, NULL));
}

/* The token's name, of an element of HTML. */
static const xmlChar *
token_name(struct builder *b)
{
	enum tag_id id = b->token.tag->id;

	if (id == TAG_OTHER)
		return intern(b, b->token.name.s);
	if (b->names[id] == NULL)
		b->names[id] = intern(b, b->token.name.s);
	return b->names[id];
}

xmlNodePtr
node_named(struct builder *b, const char *name)
{
	return new_element(b, intern(b, name), SPACE_HTML);
}

/* What is in a template hangs at it, in a fragment of its own. */
static void
open_template(struct builder *b, xmlNodePtr node)
{
	xmlNodePtr content = got(xmlNewDocFragment(b->tree->doc));

	node->_private = content;
}

xmlNodePtr
node_of_token(struct builder *b, enum space space)
{
	const char *name = b->token.name.s;
	xmlNodePtr node = new_element(b, space == SPACE_HTML ? token_name(b)
	    : intern(b, space == SPACE_SVG ? svg_element_name(name) : name),
	    space);

	put_attributes(b, node, space);
	if (space == SPACE_HTML && b->token.tag->id == TAG_TEMPLATE)
		open_template(b, node);
	return node;
}

xmlNodePtr
node_clone(struct builder *b, xmlNodePtr from)
{
	xmlNodePtr node = new_element(b, from->name, SPACE_HTML);
	xmlAttrPtr last = NULL;

	for (xmlAttrPtr a = from->properties; a != NULL; a = a->next)
		last = put_attribute(b, node, last, (const char *)a->name,
		    attribute_value(a), a->ns);
	return node;
}

void
node_add_missing(struct builder *b, xmlNodePtr node)
{
	const struct attributes *a = &b->token.attributes;
	const char *at = a->strings.s;
	xmlAttrPtr last = node->properties;

	while (last != NULL && last->next != NULL)
		last = last->next;
	for (int i = 0; i < a->count; i += 2) {
		const char *value = at + strlen(at) + 1;

		if (xmlHasProp(node, (const xmlChar *)at) == NULL)
			last = put_attribute(b, node, last, at, value, NULL);
		at = value + strlen(value) + 1;
	}
}

/* ---- text, comments ---- */

/* The text that ends here, if it is one: with room to grow. */
static struct growing *
growing_at(struct builder *b, xmlNodePtr prev)
{
	struct growing *g = b->growing;

	if (prev == NULL || prev->type != XML_TEXT_NODE)
		return NULL;
	if (g[0].node == prev)
		return &g[0];
	if (g[1].node != prev)
		g[1] = (struct growing){prev, strlen((char *)prev->content), 0};
	return &g[1];
}

void
node_put_text(struct builder *b, struct place at, struct str s)
{
	struct growing *g = growing_at(b, at.before != NULL ? at.before->prev
	    : at.parent->last);
	xmlNodePtr node;

	if (s.n == 0)
		return;
	if (g != NULL) {
		grow(g, s);
		return;
	}
	node = new_text(b, s.s, s.n);
	b->tree->nodes++;
	node_link(at, node);
	b->growing[1] = b->growing[0];
	b->growing[0] = (struct growing){node, s.n, 0};
}

void
node_put_comment(struct builder *b, struct place at)
{
	struct growing g = {got(xmlNewDocComment(b->tree->doc, NULL)), 0, 0};

	grow(&g, b->token.text);
	b->tree->nodes++;
	node_link(at, g.node);
}
