/* SPDX-License-Identifier: MIT */
/*
 * Character references: `&eacute;`, `&#233;`, `&#xE9;`, and the 106 names
 * that older pages leave without a semicolon (HTML Standard, 13.2.5.72-80;
 * its names are src/data/entities.txt).  No state, nothing owned: a function
 * from the text at an ampersand to code points.
 *
 * Beyond the standard, for a terminal's sake: a number that names a control
 * (but TAB LF FF CR), a noncharacter that XML forbids, or one of the five
 * holes of windows-1252 is U+FFFD, as the standard has it for NUL.
 */
#ifndef TEXT_ENCODING_ENTITY_H
#define TEXT_ENCODING_ENTITY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/*
 * No more than this is ever looked at: a number with its leading zeros in
 * more bytes than that is left as the text it is.  (The longest name has 33.)
 */
enum { ENTITY_LOOK = 256 };

/*
 * The reference at `s`, where the ampersand is.  Returns how many code
 * points it is, 1 or 2, and how many bytes were `consumed` for them; 0 if it
 * is none; -1 if that cannot be told before there is more text after `end`,
 * which never happens when `last` says that none follows, nor when
 * ENTITY_LOOK bytes are there.  In an attribute's value a name without its
 * semicolon is none before '=' or an ASCII letter or digit.
 */
int entity_step(const char *s, const char *end, bool last, bool in_attribute,
    uint32_t c[2], int *consumed);

enum { ENTITY_SLOTS = 4096, ENTITY_LONGEST = 31 }; /* bytes of a name */

/* Shared with the generator of the table of names. */
static inline unsigned
entity_hash(const char *name, size_t n)
{
	unsigned h = (unsigned)n;

	for (size_t i = 0; i < n; i++)
		h = h * 31 + (unsigned char)name[i];
	return (h ^ h >> 12) % ENTITY_SLOTS;
}

#endif
