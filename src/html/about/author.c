/* SPDX-License-Identifier: MIT */
/*
 * Who wrote it: what is stated, else what is seen near the headline.  A
 * stated name that is not in the page, or is how one logs in, gives way to a
 * byline.
 */
#include "html/about/evidence.h"

#include "base/ascii.h"
#include "html/words/person.h"

enum { STATED_LEAST = 71, VISIBLE_PHRASE = 58, LOOKED_UP = 4,
	TEXT_BETWEEN = 100, BYLINE_LEAST = 56 };

/* ---- groups ---- */

static bool
in_text(const struct about *a, struct str name)
{
	const char *at = a->text.s, *end = at + a->text.n;

	while (name.n > 0 && (size_t)(end - at) >= name.n &&
	    (at = memchr(at, name.s[0], (size_t)(end - at))) != NULL) {
		size_t i = 1;

		if ((size_t)(end - at) < name.n)
			break;
		while (i < name.n && ascii_lower(at[i]) ==
		    ascii_lower(name.s[i]))
			i++;
		if (i == name.n)
			return true;
		at++;
	}
	return false;
}

/* Whether two bylines are of two posts: boxes or text stand between them. */
static bool
is_apart(const struct about *a, const struct about_item *first,
    const struct about_item *second)
{
	const struct about_block *b = a->blocks.at;
	size_t n = a->blocks.n;

	if (first->block < 0 || second->block > first->block + 2)
		return first->block >= 0;
	return (size_t)second->block < n && b[second->block].text >
	    b[first->block].text + first->n + TEXT_BETWEEN;
}

/* The names of all evidence of one rank; of what is seen, of one source. */
static void
names_of_rank(struct about *a, int rank, struct names *names, bool mark)
{
	const struct about_item *last = NULL;

	for (size_t i = 0; i < a->items.n; i++) {
		struct about_item *item = &a->items.at[i];
		int before = names->n;

		if (item->field != ABOUT_AUTHOR || item->rank != rank)
			continue;
		if (item->block >= 0 && last != NULL && is_apart(a, last, item))
			continue;
		names_add(names, evidence_value(a, item), rank >= 99);
		if (names->n > before) {
			last = item;
			item->chosen |= mark;
		}
	}
}

static int
next_rank(const struct about *a, int below, int least)
{
	int rank = 0;

	for (size_t i = 0; i < a->items.n; i++)
		if (a->items.at[i].field == ABOUT_AUTHOR &&
		    a->items.at[i].rank < below && a->items.at[i].rank > rank)
			rank = a->items.at[i].rank;
	return rank >= least ? rank : 0;
}

/* Whether one is a person and not the site alone. */
static bool
any_person(const struct about *a, const struct names *names)
{
	const char *s = names->text.s;

	for (int i = 0; i < names->n; i++, s += strlen(s) + 1)
		if (name_is_person(str_of(s)) && !is_site_name(a, str_of(s)))
			return true;
	return false;
}

/*
 * Whether a name of a group is written: not the site's; and of people and
 * others, where they are seen, not stated, only the people.
 */
static bool
is_written(const struct about *a, const struct names *names, int rank,
    struct str name)
{
	return !is_site_name(a, name) && (rank >= STATED_LEAST ||
	    name_is_person(name) || !any_person(a, names));
}

/* Whether a group names anyone but the site. */
static bool
names_people(const struct about *a, const struct names *names, int rank)
{
	const char *s = names->text.s;

	for (int i = 0; i < names->n; i++, s += strlen(s) + 1)
		if (is_written(a, names, rank, str_of(s)))
			return true;
	return false;
}

/* The best group whose ranks are from `least` to below `below`. */
static int
best_group(struct about *a, int below, int least, struct names *names)
{
	int rank = below;

	while ((rank = next_rank(a, rank, least)) > 0) {
		names->n = 0;
		names->text.n = 0;
		names_of_rank(a, rank, names, false);
		if (names->n > 0 && names_people(a, names, rank))
			return rank;
	}
	names->n = 0;
	names->text.n = 0;
	return 0;
}

/* The site itself, or an organisation, where no one else is named. */
static int
any_group(struct about *a, struct names *names)
{
	int rank = 1000;

	while ((rank = next_rank(a, rank, VISIBLE_PHRASE + 1)) > 0) {
		names_of_rank(a, rank, names, false);
		if (names->n > 0)
			return rank;
	}
	return 0;
}

/* Whether all stated names are weak: nowhere to be seen, or a login. */
static bool
is_weak(const struct about *a, const struct names *names)
{
	const char *s = names->text.s;

	for (int i = 0; i < names->n && i < LOOKED_UP; i++,
	    s += strlen(s) + 1)
		if (in_text(a, str_of(s)) && !name_is_login(str_of(s)))
			return false;
	return true;
}

static bool
all_people(const struct names *names)
{
	const char *s = names->text.s;

	for (int i = 0; i < names->n; i++, s += strlen(s) + 1)
		if (!name_is_person(str_of(s)))
			return false;
	return names->n > 0;
}

/* The names of a group; the site's only if it is the only one. */
static void
put_names(struct about *a, const struct names *names, int rank)
{
	const char *s = names->text.s;
	bool people = names_people(a, names, rank);

	for (int i = 0; i < names->n; i++, s += strlen(s) + 1)
		if (!people || is_written(a, names, rank, str_of(s)))
			result_add(a, ABOUT_AUTHOR, str_of(s));
}

void
choose_authors(struct about *a)
{
	struct names stated = {0}, seen = {0}, *names = &stated;
	int rank, seen_rank;

	gather_authors(a);
	rank = best_group(a, 1000, STATED_LEAST, &stated);
	seen_rank = best_group(a, STATED_LEAST, a->says_article ? 38 : 46,
	    &seen);
	if (rank == 0 || ((is_weak(a, &stated) || !any_person(a, &stated)) &&
	    seen_rank >= BYLINE_LEAST && all_people(&seen))) {
		names = &seen;
		rank = seen_rank;
	}
	if (rank == 0 && names->n == 0)
		rank = any_group(a, names);
	if (rank > 0) {
		struct names again = {0};

		names_of_rank(a, rank, &again, true);
		names_free(&again);
	}
	put_names(a, names, rank);
	names_free(&stated);
	names_free(&seen);
}
