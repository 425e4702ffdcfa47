/* SPDX-License-Identifier: MIT */
/*
 * htmlpick: the elements of a page that a selector or an XPath names.
 */
#include <limits.h>
#include <unistd.h>

#include "html/encoding/pagecharset.h"
#include "html/select/pick.h"
#include "html/select/selector.h"
#include "html/select/xpath.h"
#include "program/filter.h"
#include "text/unicode/utf.h"

enum { MAX_NODES = OPTION_OWN, MAX_TIME, SELECTOR };

struct htmlpick {
	struct pick pick;
	const char *pattern;  /* the selector or expression */
	bool is_xpath;
	struct selector *selector;
	struct xpath xpath;
	long nodes, seconds;
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
	if (h->pick.how.form != PICKED_HTML && h->pick.how.form != form)
		misuse("-A, -m, -o json and -t: give one of them");
	h->pick.how.form = form;
}

static void
take(void *self, int key, const char *value)
{
	struct htmlpick *h = self;

	switch (key) {
	case 'a': h->pick.how.paint.all = true; break;
	case 'A':
		set_form(h, PICKED_ATTRIBUTE);
		h->pick.how.attribute = value;
		break;
	case 'b': h->pick.how.paint.base = str_of(value); break;
	case 'c': h->pick.count = true; break;
	case 'm': set_form(h, PICKED_MARKDOWN); break;
	case 'n': h->pick.most = option_number(key, value, 0, LONG_MAX); break;
	case 'o':
		if (option_word(key, value) == 1)
			set_form(h, PICKED_OBJECT);
		break;
	case 'q': h->pick.quiet = true; break;
	case 't': set_form(h, PICKED_TEXT); break;
	case 'v': h->pick.invert = true; break;
	case 'x': set_pattern(h, value, true); break;
	case 'z': h->pick.nul = true; break;
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
	if (h->selector == NULL && access(h->pattern, F_OK) == 0)
		misuse("%s: a file: the selector comes first, such as: "
		    "htmlpick 'h1' %s", h->pattern, h->pattern);
	if (h->selector == NULL)
		misuse("%s: at byte %zu: %s%s", h->pattern, at + 1, why,
		    *h->pattern == '/' ? ": -x takes an XPath" : "");
}

static void
ready(void *self, char **operands)
{
	struct htmlpick *h = self;

	take_operand(h, operands);
	compile(h);
	h->pick.names = operands[0] != NULL && operands[1] != NULL;
	if (h->pick.invert && (h->pick.count || h->pick.how.form != PICKED_HTML))
		misuse("-v: not with -A, -c, -m, -o and -t");
}

/* ---- one page ---- */

static void
pick_xpath(struct htmlpick *h, struct document *d, const struct tree *tree)
{
	xmlXPathObjectPtr x = xpath_evaluate(&h->xpath, tree);

	if (x == NULL) {
		document_fault(d, "%s", h->xpath.why);
		return;
	}
	pick_result(&h->pick, d, tree, x);
	xmlXPathFreeObject(x);
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
		pick_nodes(&h->pick, d, &tree, (xmlNodePtr *)(void *)nodes.s,
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
	return verdict != DONE ? 2 : h->pick.found == 0;
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
	struct htmlpick h = {.pick.most = -1, .nodes = 10000000, .seconds = 30};

	return filter_main(&filter, &h, argc, argv);
}
