/* SPDX-License-Identifier: MIT */
#include "html/tree/arena.h"

#include <libxml/xmlmemory.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

/*
 * In front of each allocation stands its size, times four, and what it is.
 * Large ones, such as a script that comes in pieces, are malloc's in a list.
 */
enum kind { OWN, ARENA, LARGE };
enum { FIRST = 32 * 1024, SHARE = 8, LARGEST = 8 * 1024 };

struct block {
	struct block *before;
	size_t used, room; /* in numbers */
	uint64_t words[];
};

struct large {
	struct large *before, *next;
	uint64_t head;
};

static struct block *last;
static struct large *larges;
static size_t all; /* bytes of all blocks */
static bool open;

static uint64_t
head_of(const void *p)
{
	return ((const uint64_t *)p)[-1];
}

static enum kind
kind_of(const void *p)
{
	return (enum kind)(head_of(p) & 3);
}

static size_t
size_of(const void *p)
{
	return (size_t)(head_of(p) >> 2);
}

static size_t
words_for(size_t n)
{
	return 1 + (n + 7) / 8;
}

/* The last one of the last block, which can grow and go. */
static bool
is_last(const void *p)
{
	return last != NULL && (const uint64_t *)p - 1 + words_for(size_of(p))
	    == last->words + last->used;
}

static void *
take(size_t n)
{
	size_t words = words_for(n), room = all / SHARE > FIRST ? all / SHARE
	    : FIRST;
	uint64_t *p;

	if (last == NULL || last->room - last->used < words) {
		struct block *b = mem_resize(NULL, 1, sizeof *b + room);

		*b = (struct block){.before = last, .room = room / 8};
		last = b;
		all += room;
	}
	p = last->words + last->used;
	last->used += words;
	*p = (uint64_t)n << 2 | ARENA;
	return p + 1;
}

/* To the list's head; its neighbours are told where it is now. */
static void *
link_large(struct large *l, size_t n)
{
	if (l->before != NULL)
		l->before->next = l;
	else
		larges = l;
	if (l->next != NULL)
		l->next->before = l;
	l->head = (uint64_t)n << 2 | LARGE;
	return &l->head + 1;
}

static struct large *
large_of(void *p)
{
	return (struct large *)(void *)((char *)p - sizeof(struct large));
}

static void *
take_large(size_t n)
{
	struct large *l = mem_resize(NULL, 1, sizeof *l + n);

	*l = (struct large){.next = larges};
	return link_large(l, n);
}

static void
drop_large(struct large *l)
{
	if (l->before != NULL)
		l->before->next = l->next;
	else
		larges = l->next;
	if (l->next != NULL)
		l->next->before = l->before;
	free(l);
}

static void *
allocate(size_t n)
{
	uint64_t *p;

	if (n > SIZE_MAX / 8)
		return NULL;
	if (open)
		return n < LARGEST ? take(n) : take_large(n);
	if ((p = malloc(n + sizeof *p)) == NULL)
		return NULL;
	*p = (uint64_t)n << 2 | OWN;
	return p + 1;
}

static void
release(void *p)
{
	if (p == NULL)
		return;
	switch (kind_of(p)) {
	case OWN: free((uint64_t *)p - 1); break;
	case LARGE: drop_large(large_of(p)); break;
	case ARENA:
		if (is_last(p))
			last->used -= words_for(size_of(p));
		break;
	}
}

static void *
resize(void *p, size_t n)
{
	size_t old = p != NULL ? size_of(p) : 0;
	void *now;

	if (p != NULL && n <= SIZE_MAX / 8 && kind_of(p) == LARGE)
		return link_large(mem_resize(large_of(p), 1,
		    sizeof(struct large) + n), n);
	if (p != NULL && kind_of(p) == ARENA && is_last(p) && n < LARGEST &&
	    last->room - last->used + words_for(old) >= words_for(n)) {
		last->used += words_for(n) - words_for(old);
		((uint64_t *)p)[-1] = (uint64_t)n << 2 | ARENA;
		return p;
	}
	now = allocate(n);
	if (now != NULL && p != NULL) {
		memcpy(now, p, old < n ? old : n);
		release(p);
	}
	return now;
}

static char *
copy(const char *s)
{
	size_t n = strlen(s) + 1;
	char *p = allocate(n);

	return p != NULL ? memcpy(p, s, n) : NULL;
}

void
arena_set_up(void)
{
	static bool done;

	if (!done)
		xmlMemSetup(release, allocate, resize, copy);
	done = true;
}

void
arena_begin(void)
{
	arena_set_up();
	open = true;
}

void
arena_end(void)
{
	open = false;
}

void
arena_empty(void)
{
	while (last != NULL) {
		struct block *b = last;

		last = b->before;
		free(b);
	}
	while (larges != NULL)
		drop_large(larges);
	all = 0;
}
