/* SPDX-License-Identifier: MIT */
/*
 * A vocabulary: words, or any keys, numbered from 0 as they are met.  The
 * number of a word stands, plus 1, as the count of its slot in the map.
 */
#ifndef BASE_VOCAB_H
#define BASE_VOCAB_H

#include "base/map.h"

/* No word has this number. */
#define VOCAB_NONE UINT32_MAX

struct vocab {
	struct map map;
	struct buf keys;  /* the words, one after the other */
	size_t *ends;     /* of each word in `keys` */
	uint32_t n;
	size_t cap;       /* of `ends`; twice 2^31 does not fit in 32 bits */
};

struct vocab vocab_open(void);
void vocab_free(struct vocab *);

/* Forget all words. */
void vocab_clear(struct vocab *);

/* The number of a new word, whose slot was just added to the map. */
uint32_t vocab_add(struct vocab *, struct map_slot *);

/* The number of the word in a slot. */
static inline uint32_t
vocab_number(struct vocab *v, struct map_slot *slot)
{
	return slot->count != 0 ? (uint32_t)(slot->count - 1)
	    : vocab_add(v, slot);
}

static inline uint32_t
vocab_at(struct vocab *v, struct str word)
{
	return vocab_number(v, map_at(&v->map, word));
}

/* The word of a number, until the next is added. */
static inline struct str
vocab_word(const struct vocab *v, uint32_t number)
{
	size_t start = number > 0 ? v->ends[number - 1] : 0;

	return (struct str){v->keys.s + start, v->ends[number] - start};
}

size_t vocab_bytes(const struct vocab *);

#endif
