/* SPDX-License-Identifier: MIT */
#include "html/hint.h"

#include <stdbool.h>

#include "gen/hint.h"

enum { NAME_READ = 256 }; /* bytes of a name that count */

static unsigned
symbol(unsigned char c)
{
	c |= 0x20;
	return c >= 'a' && c <= 'z' ? c - 'a' + 1u : 0;
}

/*
 * A name is read as words: whatever is not a letter parts them, and so does
 * a capital after a small letter.
 */
uint32_t
hint_read(const char *name)
{
	unsigned at = hint_next[0][0];
	uint32_t kinds = hint_kinds[at];
	bool part = true, small = false;

	for (int i = 0; name[i] != '\0' && i < NAME_READ; i++) {
		unsigned char c = (unsigned char)name[i];
		unsigned s = symbol(c);
		bool capital = c >= 'A' && c <= 'Z';

		if (capital && small && !part) {
			at = hint_next[at][0];
			kinds |= hint_kinds[at];
		}
		small = s != 0 && !capital;
		if (s == 0 && part)
			continue;
		part = s == 0;
		at = hint_next[at][s];
		kinds |= hint_kinds[at];
	}
	at = hint_next[at][0];
	return kinds | hint_kinds[at];
}
