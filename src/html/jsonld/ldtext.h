/* SPDX-License-Identifier: MIT */
/*
 * What a page states in JSON-LD (schema.org) that it shows: the ingredients
 * and steps of a recipe or a how-to, questions and their answers.
 */
#ifndef HTML_JSONLD_LDTEXT_H
#define HTML_JSONLD_LDTEXT_H

#include "base/buf.h"

/* Append the texts of a script, NUL-ended, each ended by a line feed. */
void ldtext_read(struct buf *, const char *script);

#endif
