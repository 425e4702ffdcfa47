/* SPDX-License-Identifier: MIT */
/*
 * Typographic quotation marks by language: which mark opens, which closes.
 */
#ifndef TEXT_REPAIR_CURL_H
#define TEXT_REPAIR_CURL_H

#include "base/sink.h"

/* Marks of the outer and of the inner pair, as UTF-8, with their spaces. */
struct quote_style {
	const char *languages; /* codes, a blank before and after each */
	const char *open, *close, *inner_open, *inner_close;
};

/* The style of a language by its code; NULL: none is known. */
const struct quote_style *quote_style_of(const char *code);

/* All languages: code, TAB, outer marks, TAB, inner marks. */
void quote_styles_list(struct sink *);

#endif
