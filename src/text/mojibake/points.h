/* SPDX-License-Identifier: MIT */
/*
 * A line as code points: what the repair of mojibake works on.  A zeroed one
 * is empty; points_free releases it.
 */
#ifndef TEXT_MOJIBAKE_POINTS_H
#define TEXT_MOJIBAKE_POINTS_H

#include <stdint.h>

#include "base/buf.h"

struct points {
	uint32_t *c;
	size_t n, cap;
};

/* Room for `n` in all. */
void points_room(struct points *, size_t n);

/* Those of `text`; what is not UTF-8 is U+FFFD. */
void points_read(struct points *, struct str text);

/* Append them as UTF-8. */
void points_write(struct buf *, const struct points *);

void points_free(struct points *);

#endif
