/* SPDX-License-Identifier: MIT */
/*
 * Whether one element passes a test that looks at it and those around it.
 * For html/select alone.
 */
#ifndef HTML_SELECT_TEST_H
#define HTML_SELECT_TEST_H

#include "html/select/syntax.h"

/* All tests but of place, of lists and of the root. */
bool test_element(const struct simple *, xmlNodePtr, bool quirks);

#endif
