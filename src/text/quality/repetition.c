/* SPDX-License-Identifier: MIT */
#include "text/quality/repetition.h"

#include <stdlib.h>

#include "base/map.h"
#include "base/mem.h"

/* ---- what was seen ---- */

/* Bits of a slot's hash that are the hash; above is the number of a table. */
enum { HASH_BITS = 61, TABLES = 7 };

/*
 * An empty table with room for `most` hashes.  Only every few tables the slots
 * are cleared, which would cost more than what is looked for.
 */
static void
empty(struct repetition *r, size_t most)
{
	size_t room = 16;

	while (room < 2 * most)
		room *= 2;
	r->used = room;
	if (room > r->room) {
		free(r->slots);
		r->slots = mem_alloc(room, sizeof *r->slots);
		r->room = room;
		r->table = 0;
	} else if (r->table == TABLES) {
		memset(r->slots, 0, r->room * sizeof *r->slots);
		r->table = 0;
	}
	r->table++;
}

static struct repetition_slot *
slot_of(struct repetition *r, uint64_t hash)
{
	size_t at = (size_t)(hash * 0x9E3779B97F4A7C15u >> 20) & (r->used - 1);

	hash = hash << (64 - HASH_BITS) >> (64 - HASH_BITS) |
	    r->table << HASH_BITS;
	while (r->slots[at].hash >> HASH_BITS == r->table &&
	    r->slots[at].hash != hash)
		at = (at + 1) & (r->used - 1);
	if (r->slots[at].hash != hash)
		r->slots[at] = (struct repetition_slot){hash, 0, 0};
	return &r->slots[at];
}

void
repetition_clear(struct repetition *r)
{
	if (r->seed[1] == 0)
		map_seed(r->seed);
	r->ready = false;
}

void
repetition_free(struct repetition *r)
{
	rolling_free(&r->apart);
	rolling_free(&r->together);
	free(r->slots);
}

/* ---- lines and paragraphs ---- */

static uint64_t
load(const char *s, size_t n)
{
	uint64_t x = 0;

	memcpy(&x, s, n);
	return x;
}

/* Of this run of the program only. */
static uint64_t
hash_line(const struct repetition *r, struct str s)
{
	uint64_t h = s.n ^ r->seed[0];

	for (; s.n > 8; s.s += 8, s.n -= 8)
		h = map_mix(h ^ load(s.s, 8), r->seed[1]);
	return map_mix(h ^ load(s.s, s.n), r->seed[1]);
}

static void
see(struct repetition *r, struct repeated *sum, struct str s)
{
	sum->all++;
	if (slot_of(r, hash_line(r, s))->count++ == 0)
		return;
	sum->again++;
	sum->points += textshape_points(s);
}

/* Runs of line ends: as many lines as they part have something in them. */
static size_t
count_line_ends(struct str text)
{
	const char *at = text.s, *end = at + text.n;
	size_t n = 0;

	while (at < end && (at = memchr(at, '\n', (size_t)(end - at))) !=
	    NULL) {
		while (at < end && *at == '\n')
			at++;
		n++;
	}
	return n;
}

/* The elements that `least` line ends in a row, or more, part. */
static struct repeated
repeated_between(struct repetition *r, struct str text, size_t least)
{
	struct repeated sum = {0};
	const char *from = text.s, *at = from, *end = from + text.n;

	empty(r, count_line_ends(text) + 1);
	while (at < end && (at = memchr(at, '\n', (size_t)(end - at))) != NULL) {
		const char *last = at;

		while (last < end && *last == '\n')
			last++;
		if ((size_t)(last - at) >= least) {
			see(r, &sum, (struct str){from, (size_t)(at - from)});
			from = last;
		}
		at = last;
	}
	see(r, &sum, (struct str){from, (size_t)(end - from)});
	return sum;
}

struct repeated
repeated_paragraphs(struct repetition *r, const struct textshape *t)
{
	return repeated_between(r, textshape_trim_left(
	    textshape_trim_right(t->text)), 2);
}

struct repeated
repeated_lines(struct repetition *r, const struct textshape *t)
{
	return repeated_between(r, t->text, 1);
}

struct repeated
repeated_full_lines(struct repetition *r, const struct textshape *t)
{
	struct repeated sum = {0};
	struct str rest = t->text, line;

	empty(r, count_line_ends(t->text) + 1);
	while (textshape_line(&rest, false, &line))
		if (textshape_trim_left(line).n > 0)
			see(r, &sum, line);
	return sum;
}

/* ---- n-grams ---- */

static void
prepare(struct repetition *r, const struct textshape *t)
{
	if (r->ready)
		return;
	r->ready = true;
	rolling_clear(&r->apart);
	rolling_clear(&r->together);
	for (size_t i = 0; i < t->words.n; i++) {
		struct str word = t->words.at[i].text;
		uint64_t hash = rolling_word(word);

		rolling_add(&r->together, hash, word.n);
		/* A letter of a text of words; mixed, so that no two words
		 * are the sum of two others. */
		rolling_add(&r->apart, map_mix(hash ^ r->seed[0],
		    r->seed[1]) >> 4, 1);
	}
}

static uint64_t
points_of(const struct textshape *t, size_t from, size_t to)
{
	uint64_t points = 0;

	for (; from < to; from++)
		points += t->words.at[from].points;
	return points;
}

uint64_t
repetition_top(struct repetition *r, const struct textshape *t, int n)
{
	size_t length = (size_t)n;
	struct repetition_slot top = {0};

	r->top = n == 2 ? 0 : r->top;
	if (t->words.n < length)
		return 0;
	prepare(r, t);
	empty(r, t->words.n);
	for (size_t i = 0; i + length <= t->words.n; i++) {
		struct repetition_slot *s = slot_of(r,
		    rolling_of(&r->apart, i, i + length));

		if (s->count++ == 0)
			s->first = (uint32_t)i;
		if (s->count > top.count ||
		    (s->count == top.count && s->first < top.first))
			top = *s;
	}
	if (n == 2)
		r->top = top.count;
	return top.count * (points_of(t, top.first, top.first + length) +
	    length - 1);
}

uint64_t
repetition_top_bound(const struct repetition *r, const struct textshape *t,
    int n)
{
	size_t length = (size_t)n;
	uint64_t points = 0, most = 0;

	for (size_t i = 0; i < t->words.n; i++) {
		points += t->words.at[i].points;
		if (i >= length)
			points -= t->words.at[i - length].points;
		most = points > most ? points : most;
	}
	return r->top * (most + length - 1);
}

/* Compared without the spaces, as the reference does. */
uint64_t
repetition_again(struct repetition *r, const struct textshape *t, int n)
{
	size_t length = (size_t)n;
	uint64_t points = 0;

	prepare(r, t);
	empty(r, t->words.n);
	for (size_t i = 0; i + length <= t->words.n;) {
		if (slot_of(r, rolling_of(&r->together, i,
		    i + length))->count++ == 0) {
			i++;
			continue;
		}
		points += points_of(t, i, i + length);
		i += length;
	}
	return points;
}

/*
 * What is in a longer n-gram that was there before is in shorter ones that
 * were; those that this passes over are counted, too.
 */
uint64_t
repetition_bound(struct repetition *r, const struct textshape *t, int n)
{
	size_t length = (size_t)n, covered = 0;
	uint64_t points = 0;

	prepare(r, t);
	empty(r, t->words.n);
	for (size_t i = 0; i + length <= t->words.n; i++) {
		if (slot_of(r, rolling_of(&r->together, i,
		    i + length))->count++ == 0)
			continue;
		points += points_of(t, covered > i ? covered : i, i + length);
		covered = i + length;
	}
	return points;
}
