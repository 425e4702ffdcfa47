/* SPDX-License-Identifier: MIT */
#include "html/select/xpath.h"

#include <libxml/parser.h>
#include <libxml/valid.h>
#include <libxml/xmlerror.h>
#include <libxml/xpathInternals.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

#include "base/complain.h"
#include "html/tree/arena.h"

static volatile sig_atomic_t seconds, begun, most;
static volatile sig_atomic_t evaluating;
static char line[128];

/* What is wrong, by libxml2's number for it. */
static const char *
say(int code)
{
	switch (code) {
	case XML_XPATH_UNFINISHED_LITERAL_ERROR: return "a string is not closed";
	case XML_XPATH_VARIABLE_REF_ERROR:
	case XML_XPATH_UNDEF_VARIABLE_ERROR: return "no such variable";
	case XML_XPATH_INVALID_PREDICATE_ERROR: return "a wrong predicate";
	case XML_XPATH_UNCLOSED_ERROR: return "a bracket is not closed";
	case XML_XPATH_UNKNOWN_FUNC_ERROR: return "no such function";
	case XML_XPATH_INVALID_TYPE: return "a wrong type";
	case XML_XPATH_INVALID_ARITY: return "a wrong number of arguments";
	case XML_XPATH_UNDEF_PREFIX_ERROR:
		return "the prefixes are svg, math and xlink";
	case XML_XPATH_MEMORY_ERROR: return "too large a result";
	default: break;
	}
	switch (code - XML_XPATH_EXPRESSION_OK + XPATH_EXPRESSION_OK) {
	case XPATH_OP_LIMIT_EXCEEDED: return "it takes too many steps";
	case XPATH_RECURSION_LIMIT_EXCEEDED: return "it is nested too deep";
	default: return "this is no XPath";
	}
}

#if LIBXML_VERSION >= 21200
typedef const xmlError said;
#else
typedef xmlError said;
#endif

static void
keep_error(void *ctx, said *error)
{
	struct xpath *x = ctx;

	if (x->told)
		return;
	x->told = true;
	if (!evaluating && error->str1 != NULL)
		snprintf(x->why, sizeof x->why, "at byte %d: %s",
		    error->int1 + 1, say(error->code));
	else
		snprintf(x->why, sizeof x->why, "%s", say(error->code));
}

static void
ignore_error(void *ctx, const char *format, ...)
{
	(void)ctx;
	(void)format;
}

bool
xpath_open(struct xpath *x, const char *expression)
{
	static const char *const spaces[][2] = {
		{"svg", "http://www.w3.org/2000/svg"},
		{"math", "http://www.w3.org/1998/Math/MathML"},
		{"xlink", "http://www.w3.org/1999/xlink"},
	};

	arena_set_up();
	xmlInitParser();
	xmlSetGenericErrorFunc(NULL, ignore_error);
	x->context = xmlXPathNewContext(NULL);
	if (x->context == NULL)
		die("out of memory");
	x->context->error = keep_error;
	x->context->userData = x;
	x->context->opLimit = XPATH_STEPS;
	x->ids = strstr(expression, "id") != NULL;
	for (size_t i = 0; i < sizeof spaces / sizeof *spaces; i++)
		xmlXPathRegisterNs(x->context, (const xmlChar *)spaces[i][0],
		    (const xmlChar *)spaces[i][1]);
	snprintf(x->why, sizeof x->why, "no expression");
	x->expression = xmlXPathCtxtCompile(x->context,
	    (const xmlChar *)expression);
	return x->expression != NULL;
}

void
xpath_close(struct xpath *x)
{
	if (x->expression != NULL)
		xmlXPathFreeCompExpr(x->expression);
	if (x->context != NULL)
		xmlXPathFreeContext(x->context);
}

/* ---- time ---- */

/* Each second of the processor's time: no call here but write and _exit. */
static void
tick(int number)
{
	(void)number;
	seconds = seconds + 1;
	if (!evaluating || seconds - begun < most)
		return;
	if (write(STDERR_FILENO, line, strlen(line)) < 0)
		_exit(FAILED);
	_exit(FAILED);
}

void
xpath_limit_time(const char *program, long limit)
{
	struct sigaction action = {.sa_handler = tick};
	struct rlimit r;

	most = (sig_atomic_t)limit;
	snprintf(line, sizeof line, "%s: the expression takes more than "
	    "--max-time (%ld s) on a page\n", program, limit);
	sigemptyset(&action.sa_mask);
	action.sa_flags = SA_RESTART;
	if (sigaction(SIGXCPU, &action, NULL) != 0 ||
	    getrlimit(RLIMIT_CPU, &r) != 0)
		die("a limit on time:");
	r.rlim_cur = 1;
	if (r.rlim_max >= r.rlim_cur && setrlimit(RLIMIT_CPU, &r) != 0)
		die("a limit on time:");
}

/* ---- evaluation ---- */

/* What id() finds: libxml2 has it from a DTD, HTML says it by itself. */
static void
register_ids(xmlDocPtr doc, xmlNodePtr n)
{
	for (; n != NULL; n = n->next) {
		xmlAttrPtr a;

		if (n->type != XML_ELEMENT_NODE)
			continue;
		a = xmlHasProp(n, (const xmlChar *)"id");
		if (a != NULL && a->children != NULL &&
		    *a->children->content != '\0')
			xmlAddID(NULL, doc, a->children->content, a);
		register_ids(doc, n->children);
	}
}

xmlXPathObjectPtr
xpath_evaluate(struct xpath *x, const struct tree *tree)
{
	xmlXPathObjectPtr result;

	if (x->ids) {
		/* They go with the tree. */
		arena_begin();
		register_ids(tree->doc, tree->doc->children);
		arena_end();
	}
	xmlXPathOrderDocElems(tree->doc);
	x->context->doc = tree->doc;
	x->context->node = (xmlNodePtr)tree->doc;
	x->context->opCount = 0;
	snprintf(x->why, sizeof x->why, "it could not be evaluated");
	x->told = false;
	begun = seconds;
	evaluating = 1;
	result = xmlXPathCompiledEval(x->expression, x->context);
	if (result != NULL && result->type == XPATH_NODESET &&
	    result->nodesetval != NULL)
		xmlXPathNodeSetSort(result->nodesetval);
	evaluating = 0;
	return result;
}
