/* SPDX-License-Identifier: MIT */
/*
 * The numbers of a page that has been read: its blocks measured, what is in
 * each element summed, copies and siblings that look alike counted.  Linear.
 */
#ifndef HTML_PAGE_MEASURE_H
#define HTML_PAGE_MEASURE_H

#include "html/page/page.h"

void survey(struct page *);

#endif
