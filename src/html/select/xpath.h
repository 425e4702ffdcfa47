/* SPDX-License-Identifier: MIT */
/*
 * XPath 1.0 on the tree of a page, by libxml2: within a number of steps, and
 * within a time, since libxml2 does not count the merging of sets of nodes.
 * Names without a prefix are HTML's; svg:, math: and xlink: are known.
 */
#ifndef HTML_SELECT_XPATH_H
#define HTML_SELECT_XPATH_H

#include <libxml/xpath.h>

#include "html/tree/tree.h"

enum { XPATH_STEPS = 10 * 1000 * 1000 };

struct xpath {
	xmlXPathContextPtr context;
	xmlXPathCompExprPtr expression;
	bool ids;      /* private: it asks for elements by id() */
	char why[160]; /* of what failed last */
	bool told;     /* private: there is one */
};

/* False: it is no XPath, and `why` says so. */
bool xpath_open(struct xpath *, const char *expression);
void xpath_close(struct xpath *);

/*
 * What it is on this page, for xmlXPathFreeObject; nodes are in document
 * order.  NULL: `why` says what went wrong.
 */
xmlXPathObjectPtr xpath_evaluate(struct xpath *, const struct tree *);

/*
 * From here on an evaluation that takes more than so many seconds of the
 * processor's time ends the process, status 2, with a line (Linux: a signal
 * for each second).  Before the sandbox closes.
 */
void xpath_limit_time(const char *program, long seconds);

#endif
