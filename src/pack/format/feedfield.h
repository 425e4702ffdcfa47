/* SPDX-License-Identifier: MIT */
/*
 * The elements of feeds: which field of an item each one is, by namespace and
 * local name, and how its text is to be read.
 */
#ifndef PACK_FORMAT_FEEDFIELD_H
#define PACK_FORMAT_FEEDFIELD_H

#include "pack/syntax/xmlns.h"

enum feed_field {
	FEED_NONE,
	FEED_TITLE, FEED_LINK, FEED_GUID,
	FEED_PUBLISHED, /* when it was */
	FEED_UPDATED,   /* when it was changed: for want of the other */
	FEED_AUTHOR,
	FEED_CONTENT,   /* all of the item */
	FEED_SUMMARY,
	FEED_OTHER,     /* a summary of an extension: media, iTunes, DC */
	FEED_FIELDS
};

/* How the text of a field is to be read. */
enum feed_manner {
	FEED_MARKUP, /* escaped, or in CDATA */
	FEED_TEXT,
	FEED_LINES,  /* a text whose lines are lines */
	FEED_XHTML,  /* elements in their place */
	FEED_BASE64
};

/* What an element at hand is; FEED_NONE: nothing that is wanted. */
enum feed_field feedfield_of(const struct xmlns *, const struct xml *);

/* How to read the field of the element at hand. */
enum feed_manner feedfield_manner(const struct xmlns *, const struct xml *,
    enum feed_field);

/* Whether the element at hand is the root of a feed, or a lone Atom entry. */
bool feedfield_is_root(const struct xmlns *, const struct xml *);
bool feedfield_is_item(const struct xmlns *, const struct xml *);

#endif
