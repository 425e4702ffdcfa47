/* SPDX-License-Identifier: MIT */
/*
 * A range of whole numbers as options write it: "5", "3-8", "3-", "-8".
 */
#ifndef BASE_RANGE_H
#define BASE_RANGE_H

#include <stdbool.h>
#include <stdint.h>

/*
 * From *least to *most; an end that is left out is 0 or UINT64_MAX.  False:
 * it is no range, one number does not fit in 64 bits, or none is in it.
 */
bool range_parse(const char *, uint64_t *least, uint64_t *most);

#endif
