/* SPDX-License-Identifier: MIT */
/*
 * -l auto: the language of each document, for programs that suit themselves
 * to it.
 */
#ifndef TEXT_LANGID_AUTO_H
#define TEXT_LANGID_AUTO_H

#include "program/document.h"
#include "text/langid/langid.h"
#include "text/language.h"

/*
 * What a record says of itself in its member "lang", or "lang" of "meta"; else
 * what the first LANGID_READ bytes are, none of which is read; "und" if that
 * is not known.  Never NULL.
 */
const struct language *auto_language(const struct document *,
    struct langid *);

#endif
