/* SPDX-License-Identifier: MIT */
/*
 * Counting the words of documents.  A tally is told once what to count and
 * how, reads documents one after the other, and then gives what it counted,
 * one entry a word, in the order that is wanted or in none that means anything.
 */
#ifndef TEXT_COUNT_TALLY_H
#define TEXT_COUNT_TALLY_H

#include "base/map.h"
#include "base/sink.h"
#include "base/source.h"
#include "base/extsort.h"
#include "text/count/entry.h"
#include "text/count/wordfilter.h"
#include "text/words/stem.h"
#include "text/words/word.h"

enum { GRAM_MOST = 5 };

struct tally_options {
	unsigned form;       /* norm.h: what words are alike */
	const struct word_rules *rules; /* what words are */
	int gram;            /* words counted together, from 1 */
	struct str glue;     /* between them */
	bool spellings;      /* keep count of each spelling of a word */
	bool docs;           /* count documents */
	bool lines;          /* a document is a line */
	bool parts, places;  /* see entry.h */
	struct wordfilter *pick;   /* the words to count; NULL: all */
	struct stem *stem;   /* NULL: words as they are */
	size_t memory;       /* bytes to stay below; 0: no bound */
};

/* The `wanted` highest of the words that `keeps` takes. */
struct tally_order {
	bool (*keeps)(const struct map_slot *, void *ctx);
	void *ctx;
	uint64_t wanted;
	bool by_word, reverse;
};

struct tally {
	struct tally_options o;
	struct map counts, forms; /* by word; by word, NUL, spelling */
	uint64_t words;           /* all that were counted */
	uint64_t doc;             /* the last one's number, from 1 */
	uint64_t in_table;        /* documents of the table being added */
	struct extsort pieces;      /* what was counted and poured out */
	uint64_t poured;          /* how often */
	struct map sizes;         /* with `parts`: words of each document */
	size_t beside;            /* bytes of trails, outside the map */
	struct gram *gram;
	struct tally_order order;
	size_t next;              /* word to give, in that order */
};

void tally_open(struct tally *, const struct tally_options *);

/* Read one document; an io_filter, so the sink is there but not used. */
void tally_text(struct source *, struct sink *, void *tally);

/* Add what another one counted, of plain words, and empty it. */
void tally_absorb(struct tally *, struct tally *other);

/*
 * Count an entry of a table, which holds documents of its own.  False, and
 * nothing is counted: a sum would not fit in 64 bits, or its documents are
 * those of an entry of the same word before.
 */
bool tally_add(struct tally *, const struct entry *);
void tally_table_ends(struct tally *);

/* Words in a document, where there are parts. */
uint64_t tally_size(const struct tally *, uint64_t doc);

/* Words that are all in memory can be put in order there, and given so. */
bool tally_can_rank(const struct tally *);
void tally_rank(struct tally *, const struct tally_order *);

/* The next one; its entry is valid as long as the tally. */
bool tally_next(struct tally *, struct entry *);

/* Each word's entry, added up; the tally is of no use after that. */
typedef void tally_each_fn(const struct entry *, void *ctx);
void tally_each(struct tally *, tally_each_fn *, void *ctx);
void tally_free(struct tally *);

#endif
