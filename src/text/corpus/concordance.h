/* SPDX-License-Identifier: MIT */
/*
 * A concordance: each hit of a pattern with the text around it (KWIC, keyword
 * in context), as lines for a terminal, as a table, or as a page of HTML.
 * In text order, sorted by the words beside the hit, or a fair sample.
 */
#ifndef TEXT_CORPUS_CONCORDANCE_H
#define TEXT_CORPUS_CONCORDANCE_H

#include "base/extsort.h"
#include "base/sink.h"
#include "notation/table.h"
#include "text/corpus/pattern.h"
#include "text/corpus/textline.h"

enum concordance_format {
	CONCORDANCE_PLAIN, CONCORDANCE_TSV, CONCORDANCE_JSON, CONCORDANCE_HTML
};

/* What hits are sorted by. */
enum concordance_key { KEY_LEFT, KEY_RIGHT, KEY_WORD, KEY_DOCUMENT };

struct concordance_sort {
	enum concordance_key by;
	int place; /* the word so many left or right of the hit, from 1 */
};

enum { CONCORDANCE_KEYS = 16 };

struct concordance_options {
	enum concordance_format format;
	bool header;      /* of TSV */
	bool names;       /* PLAIN: the document's name before each line */
	bool colour;      /* PLAIN: the keyword in colour */
	bool whole;       /* PLAIN: the whole line, not aligned */
	bool quiet;       /* nothing is written */
	int width;        /* PLAIN: columns */
	int words;        /* of context on each side; PLAIN: 0, by width */
	struct concordance_sort keys[CONCORDANCE_KEYS];
	int n_keys;
	uint64_t most;    /* hits */
	uint64_t sample;  /* hits chosen at random; 0: all */
	uint64_t seed;
	size_t memory;    /* bytes to sort in, before a file is used */
	const char *title; /* HTML: what was searched for */
};

struct concordance {
	const struct concordance_options *options;
	struct sink *out;
	struct table table;
	struct extsort sorted;
	struct concordance_sample *sample;
	uint64_t hits;     /* so far */
	uint64_t written;
	struct buf record; /* of the hit that waits next */
};

struct concordance concordance_open(const struct concordance_options *);

/* Where the hits go; before the first. */
void concordance_begin(struct concordance *, struct sink *);

/* Words `i` to `i + n` of a line, which is cut, are a hit. */
void concordance_add(struct concordance *, struct str document,
    const struct textline *, size_t i, size_t n);

/* Whether no more hits are wanted. */
bool concordance_is_full(const struct concordance *);

/* Write what waits, and what ends a page. */
void concordance_end(struct concordance *);
void concordance_free(struct concordance *);

#endif
