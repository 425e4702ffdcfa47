/* SPDX-License-Identifier: MIT */
/*
 * A selector against all elements of a page at once.  The elements are
 * numbered in document order; a set of them is a byte for each.  A complex
 * selector is matched compound by compound: the set that the first ones
 * describe is spread along the combinator, and the next compound asked only
 * where it came.  :has goes the other way, from its last compound to the
 * first.  Lists inside a selector are matched before it.
 */
#include <libxml/tree.h> /* before dict.h, which needs it */
#include <libxml/dict.h>
#include <stdlib.h>
#include <string.h>

#include "html/select/test.h"

#define NONE UINT32_MAX

struct page {
	bool quirks;
	xmlDictPtr dict;
	uint32_t n;
	xmlNodePtr *node;
	uint32_t *name;          /* the end of its address in the dictionary */
	uint32_t *parent, *prev; /* NONE: there is none */
	uint32_t *prev_alike;    /* of the same name; made when asked for */
};

/* ---- the elements ---- */

static uint32_t
address_end(const void *p)
{
	return (uint32_t)(uintptr_t)p;
}

static void
number(struct page *p, xmlNodePtr n, uint32_t parent)
{
	uint32_t prev = NONE;

	for (; n != NULL; n = n->next)
		if (n->type == XML_ELEMENT_NODE) {
			uint32_t i = p->n++;

			p->node[i] = n;
			p->name[i] = address_end(n->name);
			p->parent[i] = parent;
			p->prev[i] = prev;
			prev = i;
			number(p, n->children, i);
		}
}

static void
open_page(struct page *p, const struct tree *tree)
{
	size_t n = tree->elements;

	*p = (struct page){.quirks = tree->quirks,
	    .dict = tree->doc->dict};
	p->name = mem_alloc(n + 1, sizeof *p->name);
	p->node = mem_alloc(n + 1, sizeof *p->node);
	p->parent = mem_alloc(n + 1, sizeof *p->parent);
	p->prev = mem_alloc(n + 1, sizeof *p->prev);
	number(p, tree->doc->children, NONE);
}

static void
close_page(struct page *p)
{
	free(p->node);
	free(p->name);
	free(p->parent);
	free(p->prev);
	free(p->prev_alike);
}

/* ---- places among siblings ---- */

static bool
are_alike(const struct page *p, uint32_t x, uint32_t y)
{
	return p->parent[x] == p->parent[y] &&
	    p->node[x]->name == p->node[y]->name &&
	    p->node[x]->ns == p->node[y]->ns;
}

static size_t
hash_alike(const struct page *p, uint32_t i)
{
	uint64_t h = (uint64_t)p->name[i] ^
	    ((uint64_t)p->parent[i] << 32);

	h *= UINT64_C(0x9E3779B97F4A7C15);
	return (size_t)(h >> 20);
}

/* The sibling before each that has its name, by a table of the last ones. */
static void
link_alike(struct page *p)
{
	size_t room = 16;
	uint32_t *slots;

	if (p->prev_alike != NULL)
		return;
	while (room < (size_t)p->n * 2)
		room *= 2;
	slots = mem_alloc(room, sizeof *slots);
	p->prev_alike = mem_alloc(p->n + 1, sizeof *p->prev_alike);
	for (uint32_t i = 0; i < p->n; i++) {
		size_t h = hash_alike(p, i) & (room - 1);

		while (slots[h] != 0 && !are_alike(p, slots[h] - 1, i))
			h = (h + 1) & (room - 1);
		p->prev_alike[i] = slots[h] == 0 ? NONE : slots[h] - 1;
		slots[h] = i + 1;
	}
	free(slots);
}

/*
 * Of each element its number among its siblings, from 1: all or those alike,
 * or those in `set`; from the last one if the test says so.
 */
static uint32_t *
number_siblings(struct page *p, const struct simple *s,
    const unsigned char *set)
{
	uint32_t *numbers = mem_alloc(p->n + 1, sizeof *numbers), *prev;

	if (s->of_type)
		link_alike(p);
	prev = s->of_type ? p->prev_alike : p->prev;
	for (uint32_t i = 0; i < p->n; i++)
		numbers[i] = set == NULL || set[i];
	if (s->last) {
		for (uint32_t i = p->n; i-- > 0;)
			if (prev[i] != NONE)
				numbers[prev[i]] += numbers[i];
	} else {
		for (uint32_t i = 0; i < p->n; i++)
			if (prev[i] != NONE)
				numbers[i] += numbers[prev[i]];
	}
	return numbers;
}

/* Whether n is step * k + offset for some k >= 0. */
static bool
is_nth(const struct simple *s, uint32_t n)
{
	long rest = (long)n - s->offset;

	if (s->step == 0)
		return rest == 0;
	return rest % s->step == 0 && rest / s->step >= 0;
}

/* ---- one compound ---- */

/* Whether an element may have a name, without a look at it: nodes are far
 * apart. */
static bool
may_be_type(const struct page *p, const struct simple *s, uint32_t i)
{
	return s->name == NULL ||
	    (s->known[0] != NULL && p->name[i] == address_end(s->known[0])) ||
	    (s->known[1] != NULL && p->name[i] == address_end(s->known[1]));
}

static const void *
known(const struct page *p, const char *name)
{
	return name == NULL ? NULL : xmlDictExists(p->dict,
	    (const xmlChar *)name, -1);
}

static bool
matches(const struct page *p, const struct compound *c, uint32_t i)
{
	for (size_t k = 0; k < c->simples.n; k++) {
		const struct simple *s = &c->simples.at[k];
		bool is;

		switch (s->test) {
		case TEST_NTH:
			is = (s->list == NULL || s->list->set[i]) &&
			    is_nth(s, s->numbers[i]);
			break;
		case TEST_IS: case TEST_HAS: is = s->list->set[i]; break;
		case TEST_NOT: is = !s->list->set[i]; break;
		case TEST_ROOT: is = p->parent[i] == NONE; break;
		case TEST_TYPE:
			is = may_be_type(p, s, i) &&
			    test_element(s, p->node[i], p->quirks);
			break;
		default: is = test_element(s, p->node[i], p->quirks);
		}
		if (!is)
			return false;
	}
	return true;
}

/* Of the set, those that match. */
static void
keep_matching(const struct page *p, const struct compound *c,
    unsigned char *set)
{
	for (uint32_t i = 0; i < p->n; i++)
		set[i] = set[i] && matches(p, c, i);
}

/* ---- along the combinators ---- */

/* Whom a set's elements have as ancestor, parent, sibling before. */
static void
spread(const struct page *p, enum combinator how, const unsigned char *set,
    unsigned char *to)
{
	const uint32_t *from = how == DESCENDANT || how == CHILD ? p->parent
	    : p->prev;
	bool on = how == DESCENDANT || how == SUBSEQUENT;

	for (uint32_t i = 0; i < p->n; i++) {
		uint32_t k = from[i];

		to[i] = k != NONE && (set[k] || (on && to[k]));
	}
}

/* The other way: who has one of them as descendant, child, sibling after. */
static void
gather(const struct page *p, enum combinator how, const unsigned char *set,
    unsigned char *to)
{
	const uint32_t *from = how == DESCENDANT || how == CHILD ? p->parent
	    : p->prev;
	bool on = how == DESCENDANT || how == SUBSEQUENT;

	memset(to, 0, p->n);
	for (uint32_t i = p->n; i-- > 0;)
		if (from[i] != NONE && (set[i] || (on && to[i])))
			to[from[i]] = 1;
}

static void
swap(unsigned char **x, unsigned char **y)
{
	unsigned char *t = *x;

	*x = *y;
	*y = t;
}

/* Both: `set` and `room` are of the page's size; the answer is in *set. */
static void
match_complex(const struct page *p, const struct complex *c,
    unsigned char **set, unsigned char **room)
{
	for (size_t k = 0; k < c->compounds.n; k++) {
		if (k == 0) {
			memset(*set, 1, p->n);
		} else {
			spread(p, c->compounds.at[k].before, *set, *room);
			swap(set, room);
		}
		keep_matching(p, &c->compounds.at[k], *set);
	}
}

static void
match_relative(const struct page *p, const struct complex *c,
    unsigned char **set, unsigned char **room)
{
	memset(*set, 1, p->n);
	for (size_t k = c->compounds.n; k-- > 0;) {
		keep_matching(p, &c->compounds.at[k], *set);
		gather(p, c->compounds.at[k].before, *set, *room);
		swap(set, room);
	}
}

/* ---- lists ---- */

static void match_list(struct page *, struct list *, bool relative);

/* What a compound's tests need to know beforehand. */
static void
prepare(struct page *p, struct compound *c)
{
	for (size_t k = 0; k < c->simples.n; k++) {
		struct simple *s = &c->simples.at[k];

		if (s->list != NULL)
			match_list(p, s->list, s->test == TEST_HAS);
		s->known[0] = known(p, s->name);
		s->known[1] = known(p, s->lower);
		if (s->test != TEST_NTH)
			continue;
		free(s->numbers);
		s->numbers = number_siblings(p, s, s->list != NULL
		    ? s->list->set : NULL);
	}
}

static void
match_list(struct page *p, struct list *l, bool relative)
{
	unsigned char *set = mem_alloc(p->n + 1, 1);
	unsigned char *room = mem_alloc(p->n + 1, 1);

	free(l->set);
	l->set = mem_alloc(p->n + 1, 1);
	for (size_t i = 0; i < l->complexes.n; i++) {
		struct complex *c = &l->complexes.at[i];

		for (size_t k = 0; k < c->compounds.n; k++)
			prepare(p, &c->compounds.at[k]);
		if (relative)
			match_relative(p, c, &set, &room);
		else
			match_complex(p, c, &set, &room);
		for (uint32_t e = 0; e < p->n; e++)
			l->set[e] |= set[e];
	}
	free(set);
	free(room);
}

void
selector_match(struct selector *s, const struct tree *tree, struct buf *to)
{
	struct page p;

	open_page(&p, tree);
	match_list(&p, &s->list, false);
	for (uint32_t i = 0; i < p.n; i++)
		if (s->list.set[i])
			buf_put(to, (const char *)&p.node[i],
			    sizeof p.node[i]);
	close_page(&p);
}
