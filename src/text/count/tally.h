/* SPDX-License-Identifier: MIT */
/*
 * Counting the words of documents.  A tally is opened with what to count,
 * reads documents one after the other, and then gives an entry for each
 * different word or n-gram, in the order that is asked for.
 *
 * Where only counts are wanted, each word found in the text adds 1 to its
 * slot in a map.  Where order or place matters (n-grams, documents, places),
 * words become numbers first, and the sequence of these is counted.  Case,
 * lemmas and stems are a matter of types: they are settled once for each.
 */
#ifndef TEXT_COUNT_TALLY_H
#define TEXT_COUNT_TALLY_H

#include "base/extsort.h"
#include "base/sink.h"
#include "base/source.h"
#include "text/count/entry.h"
#include "text/count/grams.h"
#include "base/vocab.h"
#include "text/count/wordfilter.h"
#include "text/words/headword.h"
#include "text/words/word.h"

enum { GRAM_MOST = 5, TALLY_WINDOW = 50 };

/* What an n-gram never crosses. */
enum tally_within { WITHIN_LINE, WITHIN_CLAUSE, WITHIN_DOCUMENT };

struct tally_options {
	unsigned form;       /* of wordform.h: what words are alike */
	const struct word_rules *rules; /* what words are; NULL: the annex's */
	int least_gram, most_gram; /* words counted together, from 1; 0 is 1 */
	struct str glue;     /* between them */
	enum tally_within within;
	bool spellings;      /* keep count of each spelling of a word */
	bool docs;           /* count documents */
	bool lines;          /* a document is a line */
	bool parts, places;  /* see entry.h */
	bool window;         /* mean type-token ratio of TALLY_WINDOW words */
	uint64_t growth;     /* note the number of types at each so many words */
	const struct wordfilter *pick; /* the words to count; NULL: all */
	const struct lemmas *lemmas;   /* NULL: none */
	const char *stem;    /* language whose stems to count; NULL: words */
	size_t memory;       /* bytes to stay below; 0: no bound */
};

/* The `wanted` highest of the words that `keeps` takes. */
struct tally_order {
	bool (*keeps)(struct str word, uint64_t count, void *ctx);
	void *ctx;
	uint64_t wanted;
	bool by_word, reverse;
};

struct tally {
	struct tally_options options;
	uint64_t words;         /* all that were counted */
	uint64_t doc;           /* the last document's number, from 1 */
	uint64_t documents;     /* how many; a last line that is empty is none */

	/* private */
	bool in_sequence;       /* words are numbered, not counted at once */
	bool mapped;            /* headwords differ from the words as read */
	struct vocab surface;   /* words as read; their counts, or numbers */
	struct vocab heads;     /* headwords, if mapped */
	uint32_t *targets;      /* of each word as read, its headword, or NONE */
	uint32_t settled;       /* how many of these there are */
	size_t room;            /* and may be */
	struct headword head;
	struct wordfilter pick;
	struct grams grams[GRAM_MOST + 1]; /* by length */
	struct grams forms[GRAM_MOST + 1]; /* spellings, by length */
	/* The n-grams that end with the last word read. */
	uint32_t last[GRAM_MOST + 1], last_forms[GRAM_MOST + 1];
	/* The last words read, as headwords and as read; NONE: a break. */
	uint32_t recent[GRAM_MOST], recent_forms[GRAM_MOST];
	uint64_t in_doc;        /* words counted in the document at hand */
	uint64_t in_table;      /* documents of the table being added */
	struct map sizes;       /* with parts: words of each document */
	struct window *window;
	struct buf growth;      /* uint64_t: words, types, hapaxes, words ... */
	uint64_t types, hapaxes; /* with growth: so far */
	struct buf key;         /* scratch */
	struct extsort pieces;  /* what was counted before memory was full */
	uint64_t poured;        /* how often that was */
	struct ordering *order; /* after tally_rank */
};

void tally_open(struct tally *, const struct tally_options *);

/* Read one document; the sink is not used. */
void tally_text(struct source *, struct sink *, void *tally);

/* Add what another one counted, without documents and places; empties it. */
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

/* The mean number of types in a window of TALLY_WINDOW words; 0: too few. */
double tally_window(const struct tally *);

/* Words that are all in memory can be put in order there, and given so. */
bool tally_can_rank(const struct tally *);
void tally_rank(struct tally *, const struct tally_order *);

/* The next one; its entry is valid until the next call. */
bool tally_next(struct tally *, struct entry *);

/* Each word's entry, added up; the tally is of no use after that. */
typedef void tally_each_fn(const struct entry *, void *ctx);
void tally_each(struct tally *, tally_each_fn *, void *ctx);
void tally_free(struct tally *);

#endif
