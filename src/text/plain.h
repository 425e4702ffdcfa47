/* SPDX-License-Identifier: MIT */
/*
 * A plain text without its boilerplate.  Its blocks are the lines; empty
 * lines part paragraphs.  What goes is what does not read as text and has no
 * text around it: menus, repeated captions, stamps, calls to follow or
 * subscribe.  Structure decides first; stock phrases only tip the scale.
 */
#ifndef TEXT_PLAIN_H
#define TEXT_PLAIN_H

#include "base/sink.h"

/* The same lines in the same order, less those that are no content. */
void plain_strip(struct str text, struct sink *);

#endif
