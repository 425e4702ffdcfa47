/* SPDX-License-Identifier: MIT */
/*
 * A selector being parsed: what the files of its parser share.  Nobody else
 * includes it.
 */
#ifndef HTML_SELECT_PARSE_H
#define HTML_SELECT_PARSE_H

#include "html/select/syntax.h"

struct parse {
	const char *text, *at;
	const char *why; /* NULL: no fault so far */
	const char *where;
	int depth;
	bool in_has;
};

/* The first fault is the one that is told, with its place. */
void parse_fault(struct parse *p, const char *why);

/* Identifiers, strings and white space (CSS Syntax 4). */
bool parse_is_space(char c);
void parse_space(struct parse *p);
bool parse_starts_name(const struct parse *p);
char *parse_identifier(struct parse *p, const char *why);
char *parse_string(struct parse *p);
char *parse_lower(const char *s);

/* Simple selectors, of which the first byte is read. */
void parse_qualified(struct parse *p, struct simple *s, bool star);
void parse_attribute(struct parse *p, struct simple *s);
bool parse_pseudo(struct parse *p, struct simple *s, struct simple *more);

/* A list of complex selectors, up to what cannot be part of one. */
void parse_list(struct parse *p, struct list *l, bool relative);

#endif
