/* SPDX-License-Identifier: MIT */
/*
 * The ASCII fast path of word.h and count/fastcount.h: classes of bytes, and
 * whether a word of ASCII letters ends at a byte for certain.  Its segments
 * are, byte for byte, those of the general path.
 *
 * `careful` is set where rules are in force that join what UAX #29 parts
 * (WORD_JOINS): then fewer bytes end a word for certain.
 */
#ifndef TEXT_WORDS_WORDASCII_H
#define TEXT_WORDS_WORDASCII_H

#include "text/words/wordlink.h"

/* Classes of bytes. */
enum {
	GAP,    /* a segment alone; ends a word */
	OTHER,  /* needs the general path: digits, "_", all above ASCII */
	MIDDLE, /* as GAP, but may stand between letters of one word */
	ALPHA   /* a letter */
};

extern const unsigned char wordascii_classes[256];

static inline unsigned char
wordascii_class(const char *s)
{
	return wordascii_classes[(unsigned char)*s];
}

/*
 * Whether a word of letters ends at `s`, for certain.  If `careful`: whether
 * there is a blank, or a mark and a blank, which no rule joins to a word; a
 * point is joined to an abbreviation.
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
	    *s == '~' || *s == '\\') && wordlink_may_begin(before);
}

#endif
