/* SPDX-License-Identifier: MIT */
/*
 * A selector as it was parsed: lists of complex selectors, which are compounds
 * joined by combinators, which are simple selectors.  For html/select alone.
 */
#ifndef HTML_SELECT_SYNTAX_H
#define HTML_SELECT_SYNTAX_H

#include <stdint.h>

#include "base/vec.h"
#include "html/select/selector.h"

enum test {
	TEST_ANY, TEST_TYPE, TEST_ID, TEST_CLASS, TEST_ATTRIBUTE, TEST_NTH,
	TEST_IS, TEST_NOT, TEST_HAS, TEST_ROOT, TEST_EMPTY, TEST_LINK,
	TEST_CHECKED, TEST_ENABLED, TEST_DISABLED, TEST_REQUIRED,
	TEST_OPTIONAL, TEST_LANG, TEST_NEVER
};

enum { SPACE_ANY, SPACE_NO, SPACE_OF_HTML, SPACE_OF_SVG, SPACE_OF_MATH };

/* How an attribute's value is compared. */
enum operator {
	IS_THERE, IS_EQUAL, HAS_WORD, HAS_LANGUAGE, BEGINS, ENDS, CONTAINS
};

struct list;

struct simple {
	enum test test;
	int space;            /* of a type or an attribute */
	char *name, *lower;   /* as written, and in lower case; owned */
	enum operator operator;
	char *value;          /* owned */
	char flag;            /* of an attribute: 'i', 's' or 0 */
	long step, offset;    /* :nth-child(2n+1): 2, 1 */
	bool last, of_type;
	struct list *list;    /* of :is, :not, :has, of :nth-child; owned */
	uint32_t *numbers;    /* while it is matched: of each element; owned */
	const void *known[2]; /* `name` and `lower` in the page's dictionary */
};

enum combinator { DESCENDANT, CHILD, NEXT, SUBSEQUENT };

struct compound {
	enum combinator before; /* how it is joined to the one before */
	VEC(struct simple) simples;
};

struct complex {
	VEC(struct compound) compounds;
};

struct list {
	VEC(struct complex) complexes;
	unsigned char *set; /* while it is matched: of each element; owned */
};

struct selector {
	struct list list;
};

void list_clear(struct list *);

/* An+B (CSS Syntax 6): what it took; 0: it is none. */
size_t nth_parse(const char *s, long *step, long *offset);

#endif
