/* SPDX-License-Identifier: MIT */
#include "text/quality/repetition.h"

#include <stdlib.h>

#include "base/hash.h"

/* ---- what was seen ---- */

/* An empty table with room for `most` hashes. */
static void
empty(struct repetition *r, size_t most)
{
	size_t room = 16;

	if (r->seed[1] == 0)
		map_seed(r->seed);
	while (room < 2 * most)
		room *= 2;
	if (room > r->room) {
		free(r->slots);
		r->slots = mem_alloc(room, sizeof *r->slots);
	} else {
		memset(r->slots, 0, room * sizeof *r->slots);
	}
	r->room = room;
}

static struct repetition_slot *
slot_of(struct repetition *r, uint64_t hash)
{
	size_t at = (size_t)(hash * 0x9E3779B97F4A7C15u >> 20) & (r->room - 1);

	while (r->slots[at].hash != 0 && r->slots[at].hash != hash)
		at = (at + 1) & (r->room - 1);
	r->slots[at].hash = hash;
	return &r->slots[at];
}

void
repetition_clear(struct repetition *r)
{
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

static void
see(struct repetition *r, struct repeated *sum, struct str s)
{
	sum->all++;
	if (slot_of(r, hash_bytes(r->seed[0], s.s, s.n) | 1)->count++ == 0)
		return;
	sum->again++;
	sum->points += textshape_points(s);
}

/* Runs of line ends: as many lines as they part have something in them. */
static size_t
count_line_ends(struct str text)
{
	size_t n = 0;

	for (size_t i = 0; i < text.n; i++)
		n += text.s[i] == '\n' && (i == 0 || text.s[i - 1] != '\n');
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

		rolling_add(&r->apart, hash, word.n, true);
		rolling_add(&r->together, hash, word.n, false);
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
	return top.count * (points_of(t, top.first, top.first + length) +
	    length - 1);
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
