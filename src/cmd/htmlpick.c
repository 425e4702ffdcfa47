/* SPDX-License-Identifier: MIT */
/*
 * htmlpick: the elements of a page that a selector or an XPath names.
 */
#include <limits.h>
#include <math.h>
#include <stdio.h>

#include "base/filter.h"
#include "html/encoding/pagecharset.h"
#include "html/select/picked.h"
#include "html/select/selector.h"
#include "html/select/xpath.h"
#include "html/tree/write.h"
#include "text/unicode/utf.h"

enum { MAX_NODES = OPTION_OWN, MAX_TIME, SELECTOR };

struct htmlpick {
	struct picked_options how;
	const char *pattern;  /* the selector or expression */
	bool is_xpath;
	struct selector *selector;
	struct xpath xpath;
	bool count, invert, quiet, nul, names;
	long most, nodes, seconds;
	uint64_t found;
};

/* ---- options ---- */

static void
set_pattern(struct htmlpick *h, const char *value, bool is_xpath)
{
	if (h->pattern != NULL)
		misuse("give one selector, or one --xpath");
	h->pattern = value;
	h->is_xpath = is_xpath;
}

static void
set_form(struct htmlpick *h, enum picked_form form)
{
	if (h->how.form != PICKED_HTML && h->how.form != form)
		misuse("-A, -m, -o json and -t: give one of them");
	h->how.form = form;
}

static void
take(void *self, int key, const char *value)
{
	struct htmlpick *h = self;

	switch (key) {
	case 'a': h->how.paint.all = true; break;
	case 'A':
		set_form(h, PICKED_ATTRIBUTE);
		h->how.attribute = value;
		break;
	case 'b': h->how.paint.base = str_of(value); break;
	case 'c': h->count = true; break;
	case 'm': set_form(h, PICKED_MARKDOWN); break;
	case 'n': h->most = option_number(key, value, 0, LONG_MAX); break;
	case 'o':
		if (option_word(key, value) == 1)
			set_form(h, PICKED_OBJECT);
		break;
	case 'q': h->quiet = true; break;
	case 't': set_form(h, PICKED_TEXT); break;
	case 'v': h->invert = true; break;
	case 'x': set_pattern(h, value, true); break;
	case 'z': h->nul = true; break;
	case MAX_NODES:
		h->nodes = option_number(key, value, 1, UINT32_MAX / 2);
		break;
	case MAX_TIME:
		h->seconds = option_number(key, value, 1, 1000000);
		break;
	case SELECTOR: set_pattern(h, value, false); break;
	}
}

/* The first operand is the selector, where no option gave one. */
static void
take_operand(struct htmlpick *h, char **operands)
{
	if (h->pattern != NULL)
		return;
	if (*operands == NULL)
		misuse("give a selector, such as: htmlpick 'h1' page.html");
	h->pattern = *operands;
	for (; *operands != NULL; operands++)
		operands[0] = operands[1];
}

static void
compile(struct htmlpick *h)
{
	const char *why;
	size_t at;

	if (h->is_xpath) {
		if (!xpath_open(&h->xpath, h->pattern))
			misuse("%s: %s", h->pattern, h->xpath.why);
		xpath_limit_time("htmlpick", h->seconds);
		return;
	}
	h->selector = selector_parse(h->pattern, &why, &at);
	if (h->selector == NULL)
		misuse("%s: at byte %zu: %s", h->pattern, at + 1, why);
}

static void
ready(void *self, char **operands)
{
	struct htmlpick *h = self;

	take_operand(h, operands);
	compile(h);
	h->names = operands[0] != NULL && operands[1] != NULL;
	if (h->invert && (h->count || h->how.form != PICKED_HTML))
		misuse("-v: not with -A, -c, -m, -o and -t");
}

/* ---- one page ---- */

static void
end_result(const struct htmlpick *h, struct sink *out)
{
	sink_putc(out, h->nul ? '\0' : '\n');
}

/* A value that is no element: of a whole XPath. */
static void
put_value(struct htmlpick *h, struct document *d, const xmlXPathObject *x)
{
	xmlChar *s = xmlXPathCastToString((xmlXPathObjectPtr)(uintptr_t)x);
	struct buf clean = {0};

	picked_clean(&clean, str_of((const char *)s));
	h->found++;
	if (d->members == NULL) {
		if (!h->quiet) {
			sink_put(d->out, clean.s, clean.n);
			end_result(h, d->out);
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
put_count(const struct htmlpick *h, struct document *d, size_t n)
{
	char number[32];

	if (d->members != NULL) {
		object_integer(d->members, "picked", (long long)n);
		return;
	}
	snprintf(number, sizeof number, "%zu", n);
	sink_puts(d->out, number);
	if (h->names) {
		sink_putc(d->out, '\t');
		sink_puts(d->out, d->file);
	}
	end_result(h, d->out);
}

static bool
put_node(const struct htmlpick *h, struct document *d, struct str base,
    const xmlNode *node)
{
	struct object o = {0};
	struct buf one = {0};
	bool has;

	if (h->how.form == PICKED_OBJECT) {
		object_array(&o, "a");
		has = picked_add(&h->how, base, node, &o);
		object_end(&o);
		buf_put(&one, object_value(&o, 0).s + 1,
		    object_value(&o, 0).n - 2);
		object_free(&o);
	} else {
		has = picked_put(&h->how, base, node, &one);
	}
	if (has && !h->quiet) {
		sink_put(d->out, one.s, one.n);
		end_result(h, d->out);
	}
	buf_free(&one);
	return has;
}

static void
put_nodes(struct htmlpick *h, struct document *d, const struct tree *tree,
    const xmlNodePtr *nodes, size_t n)
{
	struct buf base = {0};

	picked_base(&h->how, tree, &base);
	if (d->members != NULL)
		object_array(d->members, "picked");
	for (size_t i = 0; i < n; i++)
		h->found += d->members != NULL ? picked_add(&h->how,
		    buf_str(&base), nodes[i], d->members)
		    : put_node(h, d, buf_str(&base), nodes[i]);
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
put_rest(struct htmlpick *h, struct document *d, const struct tree *tree,
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
	} else if (!h->quiet) {
		sink_put(d->out, clean.s, clean.n);
		end_result(h, d->out);
	}
	for (size_t i = 0; i < n; i++)
		xmlFreeNode(nodes[i]);
	h->found += n;
	buf_free(&page.buf);
	buf_free(&clean);
}

static void
put(struct htmlpick *h, struct document *d, const struct tree *tree,
    const xmlNodePtr *nodes, size_t n)
{
	if (h->most >= 0 && n > (size_t)h->most)
		n = (size_t)h->most;
	if (h->invert) {
		put_rest(h, d, tree, nodes, n);
	} else if (h->count) {
		h->found += n;
		if (!h->quiet || d->members != NULL)
			put_count(h, d, n);
	} else {
		put_nodes(h, d, tree, nodes, n);
	}
}

/* The set's nodes; with -v they go, and only namespaces stay in the set. */
static void
take_nodes(const struct htmlpick *h, xmlNodeSet *set, struct buf *to)
{
	int kept = 0;

	if (set == NULL)
		return;
	for (int i = 0; i < set->nodeNr; i++) {
		xmlNodePtr node = set->nodeTab[i];

		if (h->invert && !is_part(node))
			set->nodeTab[kept++] = node;
		else
			buf_put(to, (const char *)&node, sizeof node);
	}
	if (h->invert)
		set->nodeNr = kept;
}

static void
pick_xpath(struct htmlpick *h, struct document *d, const struct tree *tree)
{
	xmlXPathObjectPtr x = xpath_evaluate(&h->xpath, tree);
	struct buf nodes = {0};

	if (x == NULL) {
		document_fault(d, "%s", h->xpath.why);
		return;
	}
	if (x->type == XPATH_NODESET) {
		take_nodes(h, x->nodesetval, &nodes);
		put(h, d, tree, (xmlNodePtr *)(void *)nodes.s,
		    nodes.n / sizeof(xmlNodePtr));
	} else {
		put_value(h, d, x);
	}
	xmlXPathFreeObject(x);
	buf_free(&nodes);
}

static void
htmlpick(struct document *d, void *self)
{
	struct htmlpick *h = self;
	struct buf nodes = {0};
	struct tree tree;

	tree_read(&tree, d->in, (size_t)h->nodes);
	if (tree.full)
		document_fault(d, "more nodes than --max-nodes (%ld): the "
		    "rest is not read", h->nodes);
	if (h->is_xpath) {
		pick_xpath(h, d, &tree);
	} else {
		selector_match(h->selector, &tree, &nodes);
		put(h, d, &tree, (xmlNodePtr *)(void *)nodes.s,
		    nodes.n / sizeof(xmlNodePtr));
	}
	buf_free(&nodes);
	tree_free(&tree);
}

static void
finish(void *self, struct sink *out)
{
	struct htmlpick *h = self;

	(void)out;
	if (h->selector != NULL)
		selector_free(h->selector);
	xpath_close(&h->xpath);
}

/* As grep has it; with -j as all programs have it. */
static int
status(void *self, enum verdict verdict)
{
	const struct htmlpick *h = self;

	if (filter_reads_records())
		return verdict;
	return verdict != DONE ? 2 : h->found == 0;
}

static const struct option_row options[] = {
	{SELECTOR, "selector", "css", "the selector, instead of the operand"},
	{'x', "xpath", "expression", "XPath 1.0 instead of a selector"},
	{'t', "text", NULL, "their text, as html2text writes it"},
	{'m', "markdown", NULL, "the same as Markdown"},
	{'A', "attribute", "name", "the value of this attribute"},
	{'o', "output", "html|json", "json: tag, text and attributes (html)"},
	{'c', "count", NULL, "only the number of matches"},
	{'v', "invert", NULL, "the page without them"},
	{'n', "most", "n", "only the first n of a page"},
	{'q', "quiet", NULL, "write nothing: see the exit status"},
	{'z', "null", NULL, "end each result with NUL, not a line's end"},
	{'a', "all", NULL, "with -t and -m: also what is not shown"},
	{'b', "base", "url", "the page's address, to resolve links"},
	{MAX_NODES, "max-nodes", "n", "nodes of a page that are read (10000000)"},
	{MAX_TIME, "max-time", "seconds", "of an XPath on a page (30)"},
	{0},
};

int
main(int argc, char *argv[])
{
	const char *const versions[] = {utf_version(),
	    "libxml2 " LIBXML_DOTTED_VERSION, NULL};
	const struct filter filter = {
		.name = "htmlpick",
		.purpose = "Write the elements of a page that a selector names.",
		.operands = "selector [file]...", .options = options,
		.result = RESULT_OBJECT, .input = FILTER_PAGE,
		.decoder = &html_decoder, .versions = versions,
		.option = take, .ready = ready, .run = htmlpick,
		.finish = finish, .status = status,
	};
	struct htmlpick h = {.most = -1, .nodes = 10000000, .seconds = 30};

	return filter_main(&filter, &h, argc, argv);
}
