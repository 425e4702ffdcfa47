/* SPDX-License-Identifier: MIT */
/*
 * What C4 does to a text (Raffel et al. 2020, section 2.2): lines go that end
 * in no mark, are too short, or speak of cookies and scripts; citations go;
 * sentences of what is left are counted.
 */
#ifndef TEXT_QUALITY_C4_H
#define TEXT_QUALITY_C4_H

#include "text/quality/qualityrule.h"

/*
 * Sets q->cleaned, and the measures lorem_ipsum, curly_brackets (1 where a
 * line has one; what stands behind it is not looked at) and sentences.
 */
void c4_measure(struct quality *);

#endif
