/* SPDX-License-Identifier: MIT */
/*
 * The address that a page was saved from, as the comment says that a browser
 * or SingleFile leaves in it.
 */
#ifndef HTML_TOKEN_SAVEDFROM_H
#define HTML_TOKEN_SAVEDFROM_H

#include "base/buf.h"

/* Bytes of a comment that may hold an address; one that they cut is none. */
enum { SAVED_MOST = 512 };

/* The address in a comment's first bytes; empty: there is none. */
struct str saved_from(struct str comment);

#endif
