/* SPDX-License-Identifier: MIT */
/*
 * A text that is no page, line for line: controls that no text has are left
 * out, and a carriage return or a form feed ends a line.
 */
#ifndef HTML_WRITE_PLAINTEXT_H
#define HTML_WRITE_PLAINTEXT_H

#include <stdbool.h>

#include "base/source.h"
#include "html/write/lines.h"

/* Whether the first 64 KiB hold no tag and no reference. */
bool plaintext_is(struct source *);

/* All of the source, which is clean UTF-8. */
void plaintext_put(struct lines *, struct source *);

#endif
