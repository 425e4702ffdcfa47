/* SPDX-License-Identifier: MIT */
/*
 * Growing arrays of one type: `VEC(struct word) words = {0};`, then
 * `*vec_add(&words) = w;`, and words.at[i] for i < words.n.  A zeroed one is a
 * valid empty one; vec_free releases it.  Adding may move the elements.
 */
#ifndef BASE_VEC_H
#define BASE_VEC_H

#include <stddef.h>
#include <stdlib.h>

#include "base/mem.h"

#define VEC(type)               \
	struct {                \
		type *at;       \
		size_t n, room; \
	}

/* The same as a type with a name, for functions that take it. */
#define VEC_TYPE(name, type)    \
	struct name {           \
		type *at;       \
		size_t n, room; \
	}

/* A new element at the end, not set; as a pointer to it. */
#define vec_add(v)                                                        \
	((v)->n == (v)->room ? (void)((v)->at = vec_more((v)->at,         \
	    &(v)->room, sizeof *(v)->at)) : (void)0, &(v)->at[(v)->n++])

#define vec_free(v) (free((v)->at), (v)->at = NULL, (v)->n = (v)->room = 0)

/* Room for half as many elements again, and for eight at least. */
static inline void *
vec_more(void *at, size_t *room, size_t size)
{
	*room += *room / 2 + 8;
	return mem_resize(at, *room, size);
}

#endif
