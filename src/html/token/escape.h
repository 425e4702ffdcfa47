/* SPDX-License-Identifier: MIT */
/*
 * Text as markup: "&", "<" and the double quote as references, so that it
 * reads back as itself, in content and in a double-quoted value alike; FF,
 * which no terminal should see, too.  A line ends with LF.
 */
#ifndef HTML_TOKEN_ESCAPE_H
#define HTML_TOKEN_ESCAPE_H

#include "base/buf.h"

void escape_put(struct buf *, struct str);

#endif
