/* SPDX-License-Identifier: MIT */
/*
 * What the names of people look like.
 */
#ifndef HTML_WORDS_PERSON_H
#define HTML_WORDS_PERSON_H

#include <stdbool.h>

#include "base/buf.h"

/* Two to five capitalised words, or a name of two to five CJK letters. */
bool name_is_person(struct str name);

/* One word of small letters, digits, dots: how one logs in. */
bool name_is_login(struct str name);

#endif
