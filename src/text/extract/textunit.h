/* SPDX-License-Identifier: MIT */
/*
 * Units of a plain text: passages that follow each other and are one thing to
 * a reader, who misses it as a whole or not at all.  Rows of a table (two
 * columns and more), items of a list, lines of a label and its value.
 */
#ifndef TEXT_EXTRACT_TEXTUNIT_H
#define TEXT_EXTRACT_TEXTUNIT_H

#include "text/extract/paragraph.h"

enum textunit_kind { TEXTUNIT_NONE, TEXTUNIT_TABLE, TEXTUNIT_LIST, TEXTUNIT_PAIRS };

/*
 * The kind of unit that begins at passage `from`, and `*to`, past its last;
 * TEXTUNIT_NONE: none begins there, and `*to` is the next passage.
 */
enum textunit_kind textunit_at(const struct paragraphs *, size_t from,
    size_t *to);

#endif
