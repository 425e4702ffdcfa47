/* SPDX-License-Identifier: MIT */
#include "html/about/about.h"

#include <stdlib.h>

#include "base/mem.h"
#include "html/about/evidence.h"
#include "html/words/plain.h"

/* ---- evidence ---- */

void
evidence_add(struct about *a, enum about_field field, int rank,
    const char *source, struct str value, long block, unsigned places)
{
	struct about_item item = {.field = field, .rank = rank,
	    .block = block, .places = places};
	/* Its references are resolved, and an angle bracket is one. */
	bool is_text = strcmp(source, "title") == 0;

	if (a->items.n >= ABOUT_ITEMS ||
	    a->per_field[field] >= ABOUT_PER_FIELD)
		return;
	value.n = plain_cut(value, ABOUT_VALUE);
	item.value = a->values.n;
	if (block >= 0 || is_text)
		plain_space(&a->values, value);
	else
		plain_put(&a->values, value);
	item.n = a->values.n - item.value;
	if (item.n == 0)
		return;
	item.source = a->values.n;
	buf_puts(&a->values, source);
	buf_putc(&a->values, '\0');
	a->per_field[field]++;
	*vec_add(&a->items) = item;
}

void
evidence_state(struct about *a, enum about_field field, int rank,
    const char *source, struct str value)
{
	evidence_add(a, field, rank, source, value, -1, 0);
}

struct about_item *
evidence_best(struct about *a, enum about_field field)
{
	struct about_item *best = NULL;

	for (size_t i = 0; i < a->items.n; i++)
		if (a->items.at[i].field == field &&
		    (best == NULL || a->items.at[i].rank > best->rank))
			best = &a->items.at[i];
	return best;
}

/* ---- results ---- */

void
result_add(struct about *a, enum about_field field, struct str value)
{
	struct about_result r = {.field = field, .value = a->values.n};
	struct buf copy = {0};

	plain_space(&copy, value); /* `value` may lie in `values` */
	buf_put(&a->values, copy.s, copy.n);
	buf_free(&copy);
	r.n = a->values.n - r.value;
	buf_putc(&a->values, '\0');
	if (r.n > 0)
		*vec_add(&a->results) = r;
}

struct str
about_value(const struct about *a, enum about_field field, size_t i)
{
	for (size_t k = 0; k < a->results.n; k++) {
		const struct about_result *r = &a->results.at[k];

		if (r->field == field && i-- == 0)
			return (struct str){a->values.s + r->value, r->n};
	}
	return (struct str){0};
}

struct str
result_get(const struct about *a, enum about_field field)
{
	return about_value(a, field, 0);
}

/* ---- the whole ---- */

struct about *
about_read(struct source *page, const struct about_options *options)
{
	struct about *a = mem_resize(NULL, 1, sizeof *a);

	*a = (struct about){.options = options, .headline = -1};
	buf_put(&a->given, options->base.s, options->base.n);
	visible_read(a, page);
	choose_place(a);
	jsonld_choose(a);
	note_site(a);
	choose_title(a);
	choose_authors(a);
	choose_dates(a);
	choose_site(a);
	choose_language(a);
	choose_rest(a);
	return a;
}

void
about_free(struct about *a)
{
	if (a == NULL)
		return;
	for (size_t i = 0; i < a->scripts.n; i++)
		buf_free(&a->scripts.at[i]);
	vec_free(&a->scripts);
	vec_free(&a->nodes);
	vec_free(&a->items);
	vec_free(&a->results);
	vec_free(&a->blocks);
	vec_free(&a->spans);
	vec_free(&a->regions);
	buf_free(&a->values);
	buf_free(&a->text);
	buf_free(&a->base);
	buf_free(&a->given);
	buf_free(&a->saved);
	buf_free(&a->canonical);
	buf_free(&a->host);
	buf_free(&a->lang);
	buf_free(&a->site_keys);
	names_free(&a->authors);
	free(a);
}

/* ---- looking at it ---- */

#define ABOUT_ROW(id, name, several) {name, several},
static const struct {
	const char *name;
	bool several;
} fields[] = {ABOUT_FIELDS_OF(ABOUT_ROW)};

const char *
about_field_name(enum about_field f)
{
	return fields[f].name;
}

bool
about_field_is_list(enum about_field f)
{
	return fields[f].several;
}

size_t
about_evidence_count(const struct about *a)
{
	return a->items.n;
}

struct about_evidence
about_evidence(const struct about *a, size_t i)
{
	const struct about_item *item = &a->items.at[i];

	return (struct about_evidence){item->field, item->chosen, item->rank,
	    evidence_source(a, item), evidence_value(a, item)};
}

size_t
about_faults(const struct about *a, const char **why)
{
	*why = a->json_fault;
	return a->json_faults;
}
