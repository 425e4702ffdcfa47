/* SPDX-License-Identifier: MIT */
/*
 * The order of what was counted.  The slots of a map that was packed are
 * sorted where they stand: no more memory is needed, and a key of up to
 * MAP_INLINE bytes is at hand without a visit elsewhere.
 */
#ifndef BASE_RANK_H
#define BASE_RANK_H

#include "base/map.h"

/*
 * The highest count first, those of one count by key: so the first `wanted`
 * places, what is behind them is in no order.
 */
void rank_counts(struct map *, uint64_t wanted);

/* By key, as memcmp has it, a shorter one first. */
void rank_keys(struct map *);

#endif
