/* SPDX-License-Identifier: MIT */
/*
 * Character references (HTML 13.2.5.72 to 80) as text may hold them: resolved
 * by text/encoding/entity, without the controls that could steer a terminal.
 */
#ifndef HTML_TOKEN_REFERENCE_H
#define HTML_TOKEN_REFERENCE_H

#include "base/source.h"

/*
 * The reference at '&' as UTF-8 into `to` (8 bytes); the number of bytes, or
 * -1 where the "&" is only that.  The input is past what was used.
 */
int reference_take(struct source *, bool in_attribute, char to[8]);

#endif
