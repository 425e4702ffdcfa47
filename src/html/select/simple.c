/* SPDX-License-Identifier: MIT */
/*
 * Simple selectors, parsed: names with a namespace, attributes, pseudo-classes.
 */
#include "html/select/parse.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

enum { NESTED_MOST = 32 };

/* ---- names with a namespace ---- */

static int
space_named(struct parse *p, const char *name)
{
	if (strcmp(name, "html") == 0)
		return SPACE_OF_HTML;
	if (strcmp(name, "svg") == 0)
		return SPACE_OF_SVG;
	if (strcmp(name, "math") == 0)
		return SPACE_OF_MATH;
	parse_fault(p, "the namespaces are html, svg and math");
	return SPACE_ANY;
}

/* "svg|a", "*|a", "|a", "a"; "*" for the name leaves it NULL. */
void
parse_qualified(struct parse *p, struct simple *s, bool star)
{
	char *first = NULL;
	bool any = false;

	s->space = SPACE_ANY;
	if (*p->at == '*') {
		p->at++;
		any = true;
	} else if (*p->at != '|') {
		first = parse_identifier(p, "a name is missing");
	}
	if (*p->at == '|' && p->at[1] != '=' && p->at[1] != '|') {
		p->at++;
		s->space = any ? SPACE_ANY : first == NULL ? SPACE_NO
		    : space_named(p, first);
		free(first);
		first = NULL;
		any = star && *p->at == '*';
		if (any)
			p->at++;
		else
			first = parse_identifier(p, "a name is missing");
	}
	if (any && !star)
		parse_fault(p, "an attribute's name is missing");
	s->name = first;
	s->lower = first != NULL ? parse_lower(first) : NULL;
}

/* ---- [attribute] ---- */

static void
operator(struct parse *p, struct simple *s)
{
	static const char signs[] = "~|^$*";
	static const enum operator operators[] = {HAS_WORD, HAS_LANGUAGE,
	    BEGINS, ENDS, CONTAINS};
	const char *sign = *p->at != '\0' ? strchr(signs, *p->at) : NULL;

	s->operator = IS_EQUAL;
	if (sign != NULL) {
		s->operator = operators[sign - signs];
		p->at++;
	}
	if (*p->at != '=') {
		parse_fault(p, "= or ] is missing");
		return;
	}
	p->at++;
	parse_space(p);
	s->value = *p->at == '"' || *p->at == '\'' ? parse_string(p)
	    : parse_identifier(p, "a value is missing; quote it");
	parse_space(p);
	switch (*p->at | 0x20) {
	case 'i': s->flag = 'i'; p->at++; break;
	case 's': s->flag = 's'; p->at++; break;
	}
}

void
parse_attribute(struct parse *p, struct simple *s)
{
	s->test = TEST_ATTRIBUTE;
	p->at++;
	parse_space(p);
	parse_qualified(p, s, false);
	parse_space(p);
	s->operator = IS_THERE;
	if (*p->at != ']')
		operator(p, s);
	parse_space(p);
	if (*p->at != ']')
		parse_fault(p, "] is missing");
	else
		p->at++;
}

/* ---- :pseudo-classes ---- */

static void
nested(struct parse *p, struct simple *s, bool relative)
{
	s->list = mem_alloc(1, sizeof *s->list);
	if (++p->depth > NESTED_MOST)
		parse_fault(p, "lists are nested too deep");
	else
		parse_list(p, s->list, relative);
	p->depth--;
}

/* Digits, as a number that is not too large to count with. */
static const char *
digits(const char *s, long *n)
{
	*n = 0;
	for (; *s >= '0' && *s <= '9'; s++)
		*n = *n < 100000000 ? *n * 10 + (*s - '0') : *n;
	return s;
}

/* Behind the "n": "+ 3"; NULL: a sign without a number. */
static const char *
nth_offset(const char *at, long *offset)
{
	const char *end = at, *from;
	long sign;

	*offset = 0;
	while (parse_is_space(*at))
		at++;
	if (*at != '+' && *at != '-')
		return end;
	sign = *at++ == '-' ? -1 : 1;
	while (parse_is_space(*at))
		at++;
	from = at;
	at = digits(at, offset);
	*offset *= sign;
	return at > from ? at : NULL;
}

size_t
nth_parse(const char *s, long *step, long *offset)
{
	const char *at = s, *from;
	long sign = 1, n;

	if (strncasecmp(s, "odd", 3) == 0 || strncasecmp(s, "even", 4) == 0) {
		*step = 2;
		*offset = (*s | 0x20) == 'o';
		return *offset ? 3 : 4;
	}
	if (*at == '+' || *at == '-')
		sign = *at++ == '-' ? -1 : 1;
	from = at;
	at = digits(at, &n);
	if ((*at | 0x20) != 'n') {
		*step = 0;
		*offset = sign * n;
		return at > from ? (size_t)(at - s) : 0;
	}
	*step = sign * (at > from ? n : 1);
	at = nth_offset(at + 1, offset);
	return at != NULL ? (size_t)(at - s) : 0;
}

static void
nth(struct parse *p, struct simple *s)
{
	size_t n;

	parse_space(p);
	n = nth_parse(p->at, &s->step, &s->offset);
	if (n == 0)
		parse_fault(p, "a place such as 2n+1 is missing");
	p->at += n;
	parse_space(p);
	if (!s->of_type && strncasecmp(p->at, "of", 2) == 0 &&
	    parse_is_space(p->at[2])) {
		p->at += 2;
		nested(p, s, false);
	}
}

/* "en, de-CH": kept as they are, each ended by a comma. */
static void
languages(struct parse *p, struct simple *s)
{
	struct buf all = {0};

	do {
		char *one;

		if (*p->at == ',')
			p->at++;
		parse_space(p);
		one = *p->at == '"' || *p->at == '\'' ? parse_string(p)
		    : parse_identifier(p, "a language is missing");
		if (one != NULL) {
			buf_puts(&all, one);
			buf_putc(&all, ',');
		}
		free(one);
		parse_space(p);
	} while (p->why == NULL && *p->at == ',');
	buf_putc(&all, '\0');
	s->value = all.s;
}

static const struct pseudo {
	const char *name;
	enum test test;
	long offset;
	bool last, of_type;
} pseudos[] = {
	{"first-child", TEST_NTH, 1, false, false},
	{"last-child", TEST_NTH, 1, true, false},
	{"first-of-type", TEST_NTH, 1, false, true},
	{"last-of-type", TEST_NTH, 1, true, true},
	{"root", TEST_ROOT, 0, false, false},
	{"scope", TEST_ROOT, 0, false, false},
	{"empty", TEST_EMPTY, 0, false, false},
	{"link", TEST_LINK, 0, false, false},
	{"any-link", TEST_LINK, 0, false, false},
	{"checked", TEST_CHECKED, 0, false, false},
	{"enabled", TEST_ENABLED, 0, false, false},
	{"disabled", TEST_DISABLED, 0, false, false},
	{"required", TEST_REQUIRED, 0, false, false},
	{"optional", TEST_OPTIONAL, 0, false, false},
	{"hover", TEST_NEVER, 0, false, false},
	{"active", TEST_NEVER, 0, false, false},
	{"focus", TEST_NEVER, 0, false, false},
	{"focus-visible", TEST_NEVER, 0, false, false},
	{"focus-within", TEST_NEVER, 0, false, false},
	{"visited", TEST_NEVER, 0, false, false},
	{"target", TEST_NEVER, 0, false, false},
	{"indeterminate", TEST_NEVER, 0, false, false},
	{"before", TEST_NEVER, 0, false, false},
	{"after", TEST_NEVER, 0, false, false},
	{"first-line", TEST_NEVER, 0, false, false},
	{"first-letter", TEST_NEVER, 0, false, false},
}, functions[] = {
	{"nth-child", TEST_NTH, 0, false, false},
	{"nth-last-child", TEST_NTH, 0, true, false},
	{"nth-of-type", TEST_NTH, 0, false, true},
	{"nth-last-of-type", TEST_NTH, 0, true, true},
	{"is", TEST_IS, 0, false, false},
	{"where", TEST_IS, 0, false, false},
	{"not", TEST_NOT, 0, false, false},
	{"has", TEST_HAS, 0, false, false},
	{"lang", TEST_LANG, 0, false, false},
};

static const struct pseudo *
find_pseudo(const struct pseudo *table, size_t n, const char *name)
{
	for (size_t i = 0; i < n; i++)
		if (strcasecmp(table[i].name, name) == 0)
			return &table[i];
	return NULL;
}

static void
has(struct parse *p, struct simple *s)
{
	if (p->in_has)
		parse_fault(p, ":has in :has is not allowed");
	p->in_has = true;
	nested(p, s, true);
	p->in_has = false;
}

static void
arguments(struct parse *p, struct simple *s)
{
	switch (s->test) {
	case TEST_NTH: nth(p, s); break;
	case TEST_LANG: languages(p, s); break;
	case TEST_HAS: has(p, s); break;
	default: nested(p, s, false);
	}
	parse_space(p);
	if (*p->at != ')')
		parse_fault(p, ") is missing");
	else
		p->at++;
}

/* "::before", which no element of a page is. */
static void
pseudo_element(struct parse *p, struct simple *s)
{
	free(parse_identifier(p, "a name is missing"));
	s->test = TEST_NEVER;
}

/* :only-child is :first-child:last-child; `more` is the second one. */
static bool
only(const char *name, struct simple *s, struct simple *more)
{
	bool type = strcasecmp(name, "only-of-type") == 0;

	if (!type && strcasecmp(name, "only-child") != 0)
		return false;
	s->test = TEST_NTH;
	s->offset = 1;
	s->of_type = type;
	*more = *s;
	more->last = true;
	return true;
}

/* Whether there is `more`, another one. */
bool
parse_pseudo(struct parse *p, struct simple *s, struct simple *more)
{
	const struct pseudo *found;
	const char *start = p->at++;
	char *name;
	bool function, twice = false;

	if (*p->at == ':') {
		p->at++;
		pseudo_element(p, s);
		return false;
	}
	name = parse_identifier(p, "a name is missing");
	if (name == NULL)
		return false;
	function = *p->at == '(';
	found = function ? find_pseudo(functions, sizeof functions /
	    sizeof *functions, name) : find_pseudo(pseudos, sizeof pseudos /
	    sizeof *pseudos, name);
	if (found != NULL) {
		s->test = found->test;
		s->offset = found->offset;
		s->last = found->last;
		s->of_type = found->of_type;
		if (function) {
			p->at++;
			arguments(p, s);
		}
	} else if (function || !only(name, s, more)) {
		p->at = start;
		parse_fault(p, "no such pseudo-class");
	} else {
		twice = true;
	}
	free(name);
	return twice;
}
