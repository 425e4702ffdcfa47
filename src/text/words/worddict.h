/* SPDX-License-Identifier: MIT */
/*
 * Words in scripts that put no spaces between them (Chinese, Japanese, Thai,
 * Lao, Khmer, Myanmar), by the dictionaries of ICU.  The library is large,
 * so it is loaded only when it is asked for (dlopen), and other languages pay
 * nothing.  A build without ICU's headers (make WITH_ICU=0) has none of this.
 */
#ifndef TEXT_WORDS_WORDDICT_H
#define TEXT_WORDS_WORDDICT_H

#include <stdbool.h>
#include <stdint.h>

#include "base/buf.h"

/* A longer run is cut there: no sentence is that long. */
enum { WORDDICT_MOST = 1024 }; /* bytes */

#ifdef WITH_ICU
enum { WORDDICT = true };
#define WORDDICT_RULE " dictionary"
#else
enum { WORDDICT = false };
#define WORDDICT_RULE ""
#endif

/*
 * Load the library and its dictionaries, before files can no longer be
 * opened; one that is not there ends the program.
 */
void worddict_open(void);

/* "ICU 72.1", for --version; NULL in a build without. */
const char *worddict_version(void);

/*
 * The words of a run of such text, in order: how many, and the bytes of
 * each in `lengths`, which has room for WORDDICT_MOST.
 */
int worddict_cut(struct str run, uint16_t *lengths);

#endif
