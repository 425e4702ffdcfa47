/* SPDX-License-Identifier: MIT */
/*
 * The languages of a command line, and the list of all that there are.
 */
#ifndef TEXT_LANGID_LANGUAGESET_H
#define TEXT_LANGID_LANGUAGESET_H

#include "base/sink.h"
#include "text/langid/langid.h"

/*
 * Add those of the list "en,de,French"; what the long option `option` gives.
 * A name that is not known ends the program.  `*und` (NULL: that is no
 * language) is set if "und" is among them.
 */
void languageset_add(struct langid_set *, bool *und, const char *option,
    const char *list);

/*
 * All languages that can be told, a line each: code, TAB, name, TAB, scripts
 * with a comma between, TAB, how many words the model learned from.
 */
void languageset_list(struct sink *);

#endif
