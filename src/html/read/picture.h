/* SPDX-License-Identifier: MIT */
/*
 * Where a picture is: of several sizes the largest (HTML 4.8.4.2.1), of one
 * that a script loads late the address that it waits with.
 */
#ifndef HTML_READ_PICTURE_H
#define HTML_READ_PICTURE_H

#include "html/token/event.h"

/*
 * The address of an img or source, as its attributes have it, appended to an
 * empty `to`; nothing: it has none, or holds the picture itself (data:).
 */
void picture_source(struct buf *to, const struct element *);

/* The largest picture of a srcset. */
void picture_largest(struct buf *to, const char *srcset);

#endif
