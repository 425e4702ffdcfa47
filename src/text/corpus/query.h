/* SPDX-License-Identifier: MIT */
/*
 * What a person searches for: the patterns of the options and of the first
 * operand, the same in kwic and collocate.
 */
#ifndef TEXT_CORPUS_QUERY_H
#define TEXT_CORPUS_QUERY_H

#include "program/document.h"
#include "text/corpus/pattern.h"
#include "text/words/wordoption.h"

struct query {
	struct pattern_options options; /* `regex` is for the program to set */
	struct patterns *patterns; /* once it is ready */
	struct buf sources; /* of patterns, a line each */
};

/* An empty one is passed over. */
void query_add(struct query *, const char *pattern);
/* Each line of a file. */
void query_add_file(struct query *, const char *file);

/*
 * The first operand, where no option gave a pattern; it leaves the list.
 * `example` is for those who forgot it.
 */
void query_take_operand(struct query *, char **operands, const char *example);

/* Patterns are read; a wrong one ends the program.  After wordoptions_ready. */
void query_ready(struct query *, const struct wordoptions *);

/* Behind a document: whether a regular expression took too long on a word. */
void query_note_limit(struct query *, struct document *);

void query_free(struct query *);

#endif
