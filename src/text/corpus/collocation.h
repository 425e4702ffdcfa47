/* SPDX-License-Identifier: MIT */
/*
 * Which words stand near a node, or near each other, and how strongly they
 * are associated.  A window is so many words left and right of each token of
 * the node and never crosses a line's end; windows that overlap count twice.
 */
#ifndef TEXT_CORPUS_COLLOCATION_H
#define TEXT_CORPUS_COLLOCATION_H

#include <stdint.h>

#include "base/map.h"
#include "base/vec.h"
#include "notation/table.h"
#include "text/corpus/association.h"
#include "text/corpus/pattern.h"
#include "text/corpus/textline.h"
#include "text/count/wordfilter.h"

enum { COLLOCATION_SPAN = 100 }; /* words of a window's side, at most */

struct collocation_options {
	int left, right;  /* words of the window */
	bool pairs;       /* no node: each word with those behind it */
	int span;         /* of pairs: words behind it, from 1 */
	enum association measures[ASSOCIATIONS];
	int n_measures;
	uint64_t most;    /* rows */
	uint64_t least;   /* times together */
	struct wordfilter *pick; /* collocates that are shown; NULL: all */
	bool counts;      /* write what can be added up, not measures */
	enum table_format format;
	bool header;
};

/* A word of the text. */
struct company {
	uint64_t count;     /* in the text */
	uint64_t together;  /* in windows of the node */
	uint64_t documents; /* in which it is in a window */
	uint64_t last;      /* the last of them, from 1 */
};

/* Two words, one behind the other. */
struct pairing {
	uint64_t together, documents, last;
};

struct collocation {
	const struct collocation_options *options;
	struct map words; /* a word's number, from 1, as its count */
	struct map pairs; /* the same, by two numbers of words */
	VEC(struct company) companies;
	VEC(struct pairing) pairings;
	VEC(uint32_t) line;   /* numbers of the line's words */
	uint64_t tokens, nodes, window; /* in all; tokens in windows */
	uint64_t document;    /* at hand, from 1 */
	/* of the table merged last, the first line that is of pairs where a
	 * node is asked for, or of a node where pairs are; 0: none */
	uint64_t other_kind;
};

struct collocation collocation_open(const struct collocation_options *);
void collocation_begin_document(struct collocation *);

/* A line that is cut; `patterns` finds the node, NULL with pairs. */
void collocation_add(struct collocation *, const struct textline *,
    struct patterns *);

/*
 * Add a table of counts, as `counts` writes it.  The reader has what was wrong
 * with it; a sum beyond 64 bits makes a bad row.
 */
void collocation_merge(struct collocation *, struct source *,
    struct table_reader *);

void collocation_put(struct collocation *, struct sink *);
void collocation_free(struct collocation *);

#endif
