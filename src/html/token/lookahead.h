/* SPDX-License-Identifier: MIT */
/*
 * Looking ahead in the input of a tokenizer, over the borders of windows.
 */
#ifndef HTML_TOKEN_LOOKAHEAD_H
#define HTML_TOKEN_LOOKAHEAD_H

#include <string.h>

#include "base/ascii.h"
#include "base/source.h"

/* The next byte, not yet read; -1 at the end. */
static inline int
peek(struct source *in)
{
	if (in->at == in->end && !source_more(in))
		return -1;
	return (unsigned char)*in->at;
}

/* The byte `n` after the next; -1 past the end. */
static inline int
peek_at(struct source *in, size_t n)
{
	return source_has(in, n + 1) ? (unsigned char)in->at[n] : -1;
}

/* Whether `word` (in lower case) comes `skip` bytes on, in any case. */
static inline bool
peek_is(struct source *in, size_t skip, const char *word)
{
	size_t n = strlen(word);

	if (!source_has(in, skip + n))
		return false;
	for (size_t i = 0; i < n; i++)
		if (ascii_lower(in->at[skip + i]) != word[i])
			return false;
	return true;
}

/* Read up to and with the next `c`, or to the end. */
static inline void
skip_past(struct source *in, char c)
{
	while (peek(in) != -1) {
		const char *hit = memchr(in->at, c, (size_t)(in->end - in->at));

		in->at = hit != NULL ? hit + 1 : in->end;
		if (hit != NULL)
			return;
	}
}

#endif
