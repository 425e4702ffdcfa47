/* SPDX-License-Identifier: MIT */
/*
 * Labels of a chart: any text, in a given number of columns.
 */
#ifndef TEXT_PLOT_LABEL_H
#define TEXT_PLOT_LABEL_H

#include "base/sink.h"

/* Columns it takes; what is no character of its own takes one. */
int label_columns(struct str);

/*
 * As much as fits into `columns`, with an ellipsis where it is cut; controls
 * become blanks.  Returns the columns it took.
 */
int label_put(struct sink *, struct str, int columns, bool ascii);

#endif
