/* SPDX-License-Identifier: MIT */
#include "html/page/classhint.h"

#include <stdbool.h>

#include "gen/classhint.h"

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
classhint_read(const char *name)
{
	unsigned at = classhint_next[0][0];
	uint32_t kinds = classhint_kinds[at];
	bool part = true, small = false;

	for (int i = 0; name[i] != '\0' && i < NAME_READ; i++) {
		unsigned char c = (unsigned char)name[i];
		unsigned s = symbol(c);
		bool capital = c >= 'A' && c <= 'Z';

		if (capital && small && !part) {
			at = classhint_next[at][0];
			kinds |= classhint_kinds[at];
		}
		small = s != 0 && !capital;
		if (s == 0 && part)
			continue;
		part = s == 0;
		at = classhint_next[at][s];
		kinds |= classhint_kinds[at];
	}
	at = classhint_next[at][0];
	return kinds | classhint_kinds[at];
}
