/* SPDX-License-Identifier: MIT */
/*
 * Whether Chinese is written in simplified or in traditional characters, by
 * those that only one has: of GB 2312 and not of Big5, or of Big5's frequent
 * plane and not of GB 2312.
 */
#ifndef TEXT_LANGID_HAN_H
#define TEXT_LANGID_HAN_H

#include <stdint.h>

enum han { HAN_BOTH, HAN_SIMPLIFIED, HAN_TRADITIONAL };

enum { HAN_FIRST = 0x4E00, HAN_LAST = 0x9FFF };

extern const uint8_t han_table[HAN_LAST - HAN_FIRST + 1]; /* enum han */

static inline uint8_t
han_of(uint32_t c)
{
	return c >= HAN_FIRST && c <= HAN_LAST ? han_table[c - HAN_FIRST] :
	    HAN_BOTH;
}

#endif
