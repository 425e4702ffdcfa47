/* SPDX-License-Identifier: MIT */
/*
 * What the program that saved a page wrote into it, before its text: browsers
 * ("saved from url="), SingleFile, monolith, HTTrack, Save Page WE,
 * WebScrapBook; and where none did, the page's own base or canonical link.
 */
#ifndef PACK_PAGE_SAVEDBY_H
#define PACK_PAGE_SAVEDBY_H

#include <stdbool.h>

#include "base/buf.h"

enum { SAVEDBY_HEAD = 64 * 1024 }; /* bytes that are looked at */

struct savedby {
	struct buf url, date;
	bool xhtml; /* it begins as XML */
};

void savedby_read(struct savedby *, struct str page);
void savedby_free(struct savedby *);

#endif
