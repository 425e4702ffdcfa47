/* SPDX-License-Identifier: MIT */
/*
 * A small file as a whole: a list of words, of names, of abbreviations.
 */
#ifndef BASE_LOAD_H
#define BASE_LOAD_H

#include "base/buf.h"

/*
 * Append the bytes of the file `name` ("-": standard input) to `to`.  One that
 * cannot be read ends the program.  Only before the sandbox is entered.
 */
void load_file(struct buf *to, const char *name);

/*
 * The lines of `text`, without their LF or CRLF, to `take`, empty ones too.
 */
void load_lines(struct str text, void (*take)(void *ctx, struct str line),
    void *ctx);

#endif
