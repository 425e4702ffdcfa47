/* SPDX-License-Identifier: MIT */
/*
 * What html2text writes of a piece of a page, as one line: paragraphs and
 * lines are parted by a space, the items of a list and the rows of a table in
 * it by "; ".
 */
#ifndef HTML_RENDER_CELLTEXT_H
#define HTML_RENDER_CELLTEXT_H

#include "base/buf.h"
#include "html/render/tape.h"

struct celltext;

struct celltext *celltext_open(void);

/* Of balanced events as html/read/flow gives them; good until the next. */
struct str celltext_of(struct celltext *, const struct tape *);
void celltext_free(struct celltext *);

#endif
