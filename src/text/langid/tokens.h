/* SPDX-License-Identifier: MIT */
/*
 * The parts of a text that are of some language: runs of ASCII letters and of
 * bytes beyond ASCII.  Passed over: tokens with digits or '_' (base64, too),
 * names in camelCase, addresses of the net and of mail, names of hosts and
 * files, @names, tags (<...>).
 */
#ifndef TEXT_LANGID_TOKENS_H
#define TEXT_LANGID_TOKENS_H

#include "base/buf.h"

void tokens_each(struct str text, void (*take)(void *, struct str), void *);

#endif
