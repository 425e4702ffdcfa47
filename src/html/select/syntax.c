/* SPDX-License-Identifier: MIT */
#include "html/select/syntax.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "text/unicode/utf.h"

enum { NESTED_MOST = 32 };

struct parse {
	const char *text, *at;
	const char *why; /* NULL: no fault so far */
	const char *where;
	int depth;
	bool in_has;
};

static void
fault(struct parse *p, const char *why)
{
	if (p->why != NULL)
		return;
	p->why = why;
	p->where = p->at;
}

static bool
is_space(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

static void
skip_space(struct parse *p)
{
	for (;;) {
		const char *end;

		while (is_space(*p->at))
			p->at++;
		if (p->at[0] != '/' || p->at[1] != '*')
			return;
		end = strstr(p->at + 2, "*/");
		p->at = end != NULL ? end + 2 : p->at + strlen(p->at);
	}
}

/* ---- identifiers and strings (CSS Syntax 4) ---- */

static bool
is_name_start(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' ||
	    (unsigned char)c >= 0x80;
}

static bool
is_name_byte(char c)
{
	return is_name_start(c) || (c >= '0' && c <= '9') || c == '-';
}

static int
hex(char c)
{
	if (c >= '0' && c <= '9')
		return c - '0';
	c |= 0x20;
	return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

/* Behind a backslash: a code point in hexadecimal, or any other character. */
static void
take_escape(struct parse *p, struct buf *to)
{
	uint32_t c = 0;
	char utf[4];
	int n = 0;

	for (; n < 6 && hex(*p->at) >= 0; n++)
		c = c * 16 + (uint32_t)hex(*p->at++);
	if (n == 0) {
		if (*p->at != '\0')
			buf_putc(to, *p->at++);
		return;
	}
	if (is_space(*p->at))
		p->at++;
	if (c == 0 || c > 0x10FFFF || (c >= 0xD800 && c < 0xE000))
		c = 0xFFFD;
	buf_put(to, utf, (size_t)utf_encode(c, utf));
}

static bool
starts_name(const struct parse *p)
{
	const char *s = p->at;

	if (*s == '-')
		s++;
	return (s > p->at && *s == '-') || is_name_start(*s) || (*s == '\\' &&
	    s[1] != '\0' && s[1] != '\n');
}

static char *
name_bytes(struct parse *p)
{
	struct buf name = {0};

	while (is_name_byte(*p->at) || (*p->at == '\\' && p->at[1] != '\0' &&
	    p->at[1] != '\n'))
		if (*p->at == '\\') {
			p->at++;
			take_escape(p, &name);
		} else {
			buf_putc(&name, *p->at++);
		}
	buf_putc(&name, '\0');
	return name.s;
}

/* An identifier, allocated; NULL: none stands here. */
static char *
identifier(struct parse *p, const char *why)
{
	if (!starts_name(p)) {
		fault(p, why);
		return NULL;
	}
	return name_bytes(p);
}

static char *
string(struct parse *p)
{
	struct buf s = {0};
	char quote = *p->at++;

	while (*p->at != quote) {
		if (*p->at == '\0' || *p->at == '\n') {
			fault(p, "the string is not closed");
			break;
		}
		if (*p->at != '\\') {
			buf_putc(&s, *p->at++);
			continue;
		}
		p->at++;
		if (*p->at == '\n')
			p->at++;
		else
			take_escape(p, &s);
	}
	if (*p->at == quote)
		p->at++;
	buf_putc(&s, '\0');
	return s.s;
}

static char *
lower_copy(const char *s)
{
	struct buf b = {0};

	for (; *s != '\0'; s++)
		buf_putc(&b, *s >= 'A' && *s <= 'Z' ? (char)(*s | 0x20) : *s);
	buf_putc(&b, '\0');
	return b.s;
}

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
	fault(p, "the namespaces are html, svg and math");
	return SPACE_ANY;
}

/* "svg|a", "*|a", "|a", "a"; "*" for the name leaves it NULL. */
static void
qualified_name(struct parse *p, struct simple *s, bool star)
{
	char *first = NULL;
	bool any = false;

	s->space = SPACE_ANY;
	if (*p->at == '*') {
		p->at++;
		any = true;
	} else if (*p->at != '|') {
		first = identifier(p, "a name is missing");
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
			first = identifier(p, "a name is missing");
	}
	if (any && !star)
		fault(p, "an attribute's name is missing");
	s->name = first;
	s->lower = first != NULL ? lower_copy(first) : NULL;
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
		fault(p, "= or ] is missing");
		return;
	}
	p->at++;
	skip_space(p);
	s->value = *p->at == '"' || *p->at == '\'' ? string(p)
	    : identifier(p, "a value is missing; quote it");
	skip_space(p);
	switch (*p->at | 0x20) {
	case 'i': s->flag = 'i'; p->at++; break;
	case 's': s->flag = 's'; p->at++; break;
	}
}

static void
attribute(struct parse *p, struct simple *s)
{
	s->test = TEST_ATTRIBUTE;
	p->at++;
	skip_space(p);
	qualified_name(p, s, false);
	skip_space(p);
	s->operator = IS_THERE;
	if (*p->at != ']')
		operator(p, s);
	skip_space(p);
	if (*p->at != ']')
		fault(p, "] is missing");
	else
		p->at++;
}

/* ---- :pseudo-classes ---- */

static void list(struct parse *, struct list *, bool relative);

static void
nested(struct parse *p, struct simple *s, bool relative)
{
	s->list = mem_alloc(1, sizeof *s->list);
	if (++p->depth > NESTED_MOST)
		fault(p, "lists are nested too deep");
	else
		list(p, s->list, relative);
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
	while (is_space(*at))
		at++;
	if (*at != '+' && *at != '-')
		return end;
	sign = *at++ == '-' ? -1 : 1;
	while (is_space(*at))
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

	skip_space(p);
	n = nth_parse(p->at, &s->step, &s->offset);
	if (n == 0)
		fault(p, "a place such as 2n+1 is missing");
	p->at += n;
	skip_space(p);
	if (!s->of_type && strncasecmp(p->at, "of", 2) == 0 &&
	    is_space(p->at[2])) {
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
		skip_space(p);
		one = *p->at == '"' || *p->at == '\'' ? string(p)
		    : identifier(p, "a language is missing");
		if (one != NULL) {
			buf_puts(&all, one);
			buf_putc(&all, ',');
		}
		free(one);
		skip_space(p);
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
		fault(p, ":has in :has is not allowed");
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
	skip_space(p);
	if (*p->at != ')')
		fault(p, ") is missing");
	else
		p->at++;
}

/* "::before", which no element of a page is. */
static void
pseudo_element(struct parse *p, struct simple *s)
{
	free(identifier(p, "a name is missing"));
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
static bool
pseudo(struct parse *p, struct simple *s, struct simple *more)
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
	name = identifier(p, "a name is missing");
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
		fault(p, "no such pseudo-class");
	} else {
		twice = true;
	}
	free(name);
	return twice;
}

/* ---- compounds, complex selectors, lists ---- */

static bool
starts_type(const struct parse *p)
{
	return *p->at == '*' || starts_name(p) || (*p->at == '|' &&
	    p->at[1] != '|');
}

/* One; whether there is `more`. */
static bool
simple(struct parse *p, struct simple *s, struct simple *more)
{
	switch (*p->at) {
	case '#':
		p->at++;
		s->test = TEST_ID;
		s->name = identifier(p, "an id is missing");
		return false;
	case '.':
		p->at++;
		s->test = TEST_CLASS;
		s->name = identifier(p, "a class is missing");
		return false;
	case '[': attribute(p, s); return false;
	default: return pseudo(p, s, more);
	}
}

static void
compound(struct parse *p, struct compound *c)
{
	const char *start = p->at;

	if (starts_type(p)) {
		struct simple *s = vec_add(&c->simples);

		*s = (struct simple){.test = TEST_TYPE};
		qualified_name(p, s, true);
		if (s->name == NULL && s->space == SPACE_ANY)
			s->test = TEST_ANY;
	}
	while (p->why == NULL && *p->at != '\0' && strchr("#.[:", *p->at)) {
		struct simple s = {0}, more = {0};
		bool twice = simple(p, &s, &more);

		*vec_add(&c->simples) = s;
		if (twice)
			*vec_add(&c->simples) = more;
	}
	if (p->at == start)
		fault(p, "a selector is missing");
}

/* Whether a combinator stands here; the white space around it is read. */
static bool
combinator(struct parse *p, enum combinator *c)
{
	bool space = is_space(*p->at) || *p->at == '/';

	skip_space(p);
	switch (*p->at) {
	case '>': *c = CHILD; break;
	case '+': *c = NEXT; break;
	case '~': *c = SUBSEQUENT; break;
	default:
		*c = DESCENDANT;
		return space && *p->at != '\0' && *p->at != ',' &&
		    *p->at != ')';
	}
	p->at++;
	skip_space(p);
	return true;
}

static void
complex(struct parse *p, struct complex *c, bool relative)
{
	enum combinator before = DESCENDANT;

	if (relative)
		combinator(p, &before);
	do {
		struct compound *one = vec_add(&c->compounds);

		*one = (struct compound){.before = before};
		compound(p, one);
	} while (p->why == NULL && combinator(p, &before));
}

static void
list(struct parse *p, struct list *l, bool relative)
{
	for (;;) {
		struct complex *c;

		skip_space(p);
		c = vec_add(&l->complexes);
		*c = (struct complex){{0}};
		complex(p, c, relative);
		skip_space(p);
		if (p->why != NULL || *p->at != ',')
			return;
		p->at++;
	}
}

struct selector *
selector_parse(const char *text, const char **why, size_t *at)
{
	struct parse p = {.text = text, .at = text};
	struct selector *s = mem_alloc(1, sizeof *s);

	list(&p, &s->list, false);
	if (p.why == NULL && *p.at != '\0')
		fault(&p, "this is no part of a selector");
	if (p.why == NULL)
		return s;
	*why = p.why;
	*at = (size_t)(p.where - text);
	selector_free(s);
	return NULL;
}

/* ---- the end ---- */

static void
compound_free(struct compound *c)
{
	for (size_t i = 0; i < c->simples.n; i++) {
		struct simple *s = &c->simples.at[i];

		free(s->name);
		free(s->lower);
		free(s->value);
		free(s->numbers);
		if (s->list != NULL)
			list_clear(s->list);
		free(s->list);
	}
	vec_free(&c->simples);
}

void
list_clear(struct list *l)
{
	for (size_t i = 0; i < l->complexes.n; i++) {
		struct complex *c = &l->complexes.at[i];

		for (size_t k = 0; k < c->compounds.n; k++)
			compound_free(&c->compounds.at[k]);
		vec_free(&c->compounds);
	}
	vec_free(&l->complexes);
	free(l->set);
	l->set = NULL;
}

void
selector_free(struct selector *s)
{
	list_clear(&s->list);
	free(s);
}
