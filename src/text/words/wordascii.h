/* SPDX-License-Identifier: MIT */
/*
 * Words and what is between them where a look at a byte or two is enough:
 * ASCII letters with an end that no rule doubts.  What text/word and its quick
 * companion take so is, byte for byte, what the general way would give.
 *
 * `careful` is for the rules that join what the annex parts (WORD_JOINS).
 */
#ifndef TEXT_WORDS_WORDASCII_H
#define TEXT_WORDS_WORDASCII_H

#include "text/words/wordlink.h"

/* What an ASCII byte is at a segment's beginning, and behind letters. */
enum { GAP, OTHER, MIDDLE, ALPHA };

extern const unsigned char wordascii_classes[256];

static inline unsigned char
wordascii_class(const char *s)
{
	return wordascii_classes[(unsigned char)*s];
}

/*
 * Whether a word of letters ends at `s`, for certain; and, carefully, whether
 * nothing there could make it part of more, by any rule: a blank, or a mark
 * and a blank.  A point may belong to it.
 */
static inline bool
wordascii_ends(const char *s, bool careful)
{
	unsigned char here = wordascii_class(s), next;

	if (!careful) {
		next = wordascii_class(s + 1);
		return here == GAP || (here == MIDDLE && (next == GAP ||
		    next == MIDDLE));
	}
	switch (*s) {
	case '\t': case '\n': case '\r': case ' ':
		return true;
	case ',': case ';': case ':': case '!': case '?': case ')': case '"':
		return s[1] == ' ' || s[1] == '\n';
	default:
		return false;
	}
}

/* Whether an address or the like may begin with the mark at `s`. */
static inline bool
wordascii_may_be_more(const char *s, unsigned char before)
{
	return (*s == '.' || *s == '/' || *s == '@' || *s == '#' ||
	    *s == '~') && wordlink_may_begin(before);
}

#endif
