/* SPDX-License-Identifier: MIT */
#include "text/score/phrase.h"

#include "gen/phrase.h"

uint32_t
phrase_find(uint32_t hash)
{
	uint32_t at = hash & PHRASE_MASK;

	while (phrase_slots[at].kinds != 0) {
		if (phrase_slots[at].hash == hash)
			return phrase_slots[at].kinds;
		at = (at + 1) & PHRASE_MASK;
	}
	return 0;
}
