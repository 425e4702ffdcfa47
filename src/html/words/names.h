/* SPDX-License-Identifier: MIT */
/*
 * The names in a text that stands where authors are named: what is around them
 * is taken off, and lists of them are divided.
 */
#ifndef HTML_WORDS_NAMES_H
#define HTML_WORDS_NAMES_H

#include <stdbool.h>

#include "base/buf.h"

enum {
	NAME_BYTES = 120, /* of a name; what is longer is none */
	NAME_LETTERS = 60,
	NAMES_MOST = 64   /* of a page */
};

/* Names, each NUL-ended, one after the other; each once. */
struct names {
	struct buf text;
	int n;
};

/*
 * Add the names in a text that stands where authors are named: phrases before
 * them, roles, degrees, addresses of mail and dates are taken off.
 * `reversed`: "Last, First" is one name.
 */
void names_add(struct names *, struct str text, bool reversed);
void names_free(struct names *);

/* "Head Winemaker", "Director": what someone is, which its last word says. */
bool names_is_post(struct str);

#endif
