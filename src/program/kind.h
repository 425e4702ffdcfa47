/* SPDX-License-Identifier: MIT */
/*
 * Whether what is given to a program is of a kind that it reads.
 */
#ifndef PROGRAM_KIND_H
#define PROGRAM_KIND_H

#include "program/filter.h"

/* Whether a file is of the wrong kind: it is named, with who reads it. */
bool kind_is_wrong(const struct filter *, bool records, struct document *);

/* Say it if the text of a record is a page: html2text -j was forgotten. */
void kind_remark(const struct filter *, struct document *);

#endif
