/* SPDX-License-Identifier: MIT */
#include "html/select/syntax.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "html/select/parse.h"

/* ---- compounds, complex selectors, lists ---- */

static bool
starts_type(const struct parse *p)
{
	return *p->at == '*' || parse_starts_name(p) || (*p->at == '|' &&
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
		s->name = parse_identifier(p, "an id is missing");
		return false;
	case '.':
		p->at++;
		s->test = TEST_CLASS;
		s->name = parse_identifier(p, "a class is missing");
		return false;
	case '[': parse_attribute(p, s); return false;
	default: return parse_pseudo(p, s, more);
	}
}

static void
compound(struct parse *p, struct compound *c)
{
	const char *start = p->at;

	if (starts_type(p)) {
		struct simple *s = vec_add(&c->simples);

		*s = (struct simple){.test = TEST_TYPE};
		parse_qualified(p, s, true);
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
		parse_fault(p, "a selector is missing");
}

/* Whether a combinator stands here; the white space around it is read. */
static bool
combinator(struct parse *p, enum combinator *c)
{
	bool space = parse_is_space(*p->at) || *p->at == '/';

	parse_space(p);
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
	parse_space(p);
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

void
parse_list(struct parse *p, struct list *l, bool relative)
{
	for (;;) {
		struct complex *c;

		parse_space(p);
		c = vec_add(&l->complexes);
		*c = (struct complex){{0}};
		complex(p, c, relative);
		parse_space(p);
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

	parse_list(&p, &s->list, false);
	if (p.why == NULL && *p.at != '\0')
		parse_fault(&p, "this is no part of a selector");
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
