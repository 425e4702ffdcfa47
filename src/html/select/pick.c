/* SPDX-License-Identifier: MIT */
#include "html/select/pick.h"

#include <math.h>
#include <stdio.h>

#include "html/tree/write.h"
#include "program/filter.h"

static void
end_result(const struct pick *p, struct sink *out)
{
	sink_putc(out, p->nul ? '\0' : '\n');
}

/* A value that is no element: of a whole XPath. */
static void
put_value(struct pick *p, struct document *d, const xmlXPathObject *x)
{
	xmlChar *s = xmlXPathCastToString((xmlXPathObjectPtr)(uintptr_t)x);
	struct buf clean = {0};

	picked_clean(&clean, str_of((const char *)s));
	p->found++;
	if (d->members == NULL) {
		if (!p->quiet) {
			sink_put(d->out, clean.s, clean.n);
			end_result(p, d->out);
		}
	} else if (x->type == XPATH_NUMBER && isfinite(x->floatval)) {
		object_json(d->members, "picked", buf_str(&clean));
	} else if (x->type == XPATH_BOOLEAN) {
		object_bool(d->members, "picked", x->boolval);
	} else {
		object_string(d->members, "picked", buf_str(&clean));
	}
	xmlFree(s);
	buf_free(&clean);
}

static void
put_count(const struct pick *p, struct document *d, size_t n)
{
	char number[32];

	if (d->members != NULL) {
		object_integer(d->members, "picked", (long long)n);
		return;
	}
	snprintf(number, sizeof number, "%zu", n);
	sink_puts(d->out, number);
	if (p->names) {
		sink_putc(d->out, '\t');
		sink_puts(d->out, d->file);
	}
	end_result(p, d->out);
}

static bool
put_node(const struct pick *p, struct document *d, struct str base,
    const xmlNode *node)
{
	struct object o = {0};
	struct buf one = {0};
	bool has;

	if (p->how.form == PICKED_OBJECT) {
		object_array(&o, "a");
		has = picked_add(&p->how, base, node, &o);
		object_end(&o);
		buf_put(&one, object_value(&o, 0).s + 1,
		    object_value(&o, 0).n - 2);
		object_free(&o);
	} else {
		has = picked_put(&p->how, base, node, &one);
	}
	if (has && !p->quiet) {
		sink_put(d->out, one.s, one.n);
		end_result(p, d->out);
	}
	buf_free(&one);
	return has;
}

static void
put_nodes(struct pick *p, struct document *d, const struct tree *tree,
    const xmlNodePtr *nodes, size_t n)
{
	struct buf base = {0};

	picked_base(&p->how, tree, &base);
	if (d->members != NULL)
		object_array(d->members, "picked");
	for (size_t i = 0; i < n; i++)
		p->found += d->members != NULL ? picked_add(&p->how,
		    buf_str(&base), nodes[i], d->members)
		    : put_node(p, d, buf_str(&base), nodes[i]);
	if (d->members != NULL)
		object_end(d->members);
	buf_free(&base);
}

/* All but the document and what XPath calls a namespace. */
static bool
is_part(const xmlNode *n)
{
	return n->type == XML_ELEMENT_NODE || n->type == XML_TEXT_NODE ||
	    n->type == XML_ATTRIBUTE_NODE || n->type == XML_COMMENT_NODE;
}

/* The page without them. */
static void
put_rest(struct pick *p, struct document *d, const struct tree *tree,
    const xmlNodePtr *nodes, size_t n)
{
	struct sink page = {0};
	struct buf clean = {0};

	for (size_t i = 0; i < n; i++)
		xmlUnlinkNode(nodes[i]);
	write_document(&page, tree);
	picked_clean(&clean, buf_str(&page.buf));
	if (d->members != NULL) {
		object_string(d->members, filter_field(), buf_str(&clean));
	} else if (!p->quiet) {
		sink_put(d->out, clean.s, clean.n);
		end_result(p, d->out);
	}
	for (size_t i = 0; i < n; i++)
		xmlFreeNode(nodes[i]);
	p->found += n;
	buf_free(&page.buf);
	buf_free(&clean);
}

void
pick_nodes(struct pick *p, struct document *d, const struct tree *tree,
    const xmlNodePtr *nodes, size_t n)
{
	if (p->most >= 0 && n > (size_t)p->most)
		n = (size_t)p->most;
	if (p->invert) {
		put_rest(p, d, tree, nodes, n);
	} else if (p->count) {
		p->found += n;
		if (!p->quiet || d->members != NULL)
			put_count(p, d, n);
	} else {
		put_nodes(p, d, tree, nodes, n);
	}
}

/* The set's nodes; with -v they go, and only namespaces stay in the set. */
static void
take_nodes(const struct pick *p, xmlNodeSet *set, struct buf *to)
{
	int kept = 0;

	if (set == NULL)
		return;
	for (int i = 0; i < set->nodeNr; i++) {
		xmlNodePtr node = set->nodeTab[i];

		if (p->invert && !is_part(node))
			set->nodeTab[kept++] = node;
		else
			buf_put(to, (const char *)&node, sizeof node);
	}
	if (p->invert)
		set->nodeNr = kept;
}

void
pick_result(struct pick *p, struct document *d, const struct tree *tree,
    xmlXPathObjectPtr x)
{
	struct buf nodes = {0};

	if (x->type == XPATH_NODESET) {
		take_nodes(p, x->nodesetval, &nodes);
		pick_nodes(p, d, tree, (xmlNodePtr *)(void *)nodes.s,
		    nodes.n / sizeof(xmlNodePtr));
	} else {
		put_value(p, d, x);
	}
	buf_free(&nodes);
}
