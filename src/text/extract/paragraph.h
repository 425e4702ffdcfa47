/* SPDX-License-Identifier: MIT */
/*
 * A plain text as passages: its lines, or, where the lines are filled to one
 * width as in a mail, the runs of lines that were one paragraph.  Each is
 * measured, and compared with the others: what is said twice, what differs
 * in numbers only, which words other long passages have, too.
 *
 * The passages borrow the bytes of the text, which must outlive them.
 */
#ifndef TEXT_EXTRACT_PARAGRAPH_H
#define TEXT_EXTRACT_PARAGRAPH_H

#include "text/score/prose.h"

enum {
	PARAGRAPH_LONG = 20, /* words of a passage that is no label */
	PARAGRAPH_SENTENCE = 5
};

enum paragraph_mark { MARK_NONE, MARK_BULLET, MARK_NUMBER };

struct paragraph {
	struct str text;  /* as it came, without the last line's end */
	struct prose prose;
	size_t word;      /* the first of its words among all */
	uint32_t size;    /* words as they weigh: an ideograph is half a word */
	uint32_t blanks;  /* empty lines before it */
	uint32_t twin;    /* the first passage that says the same */
	uint32_t copies;  /* passages that do; the same but for numbers */
	uint32_t molds;
	uint8_t indent;   /* columns */
	uint8_t gaps;     /* columns of a table: wide blanks, bars, tabs */
	uint8_t mark;     /* what stands before an item of a list */
	bool cut;         /* ends in "..." */
	bool address;     /* of a page or a mailbox */
};

/* A word of the text, however often. */
struct paragraph_word {
	uint32_t hash;
	uint32_t any, is_long; /* passages that have it; long ones */
	uint32_t look, lead; /* for who reads them: sums of its own */
	bool stop;        /* a function word */
};

struct paragraphs {
	struct paragraph *at;
	size_t n;
	struct prose_words words;
	uint32_t *slot;   /* of each word; into `word` */
	struct paragraph_word *word; /* in scripts without spaces, pairs */
	uint32_t n_words; /* different ones */

	/* private */
	size_t cap;
};

/* Whether it reads as one: it ends as a sentence does, or is no label. */
static inline bool
paragraph_is_sentence(const struct paragraph *p)
{
	return p->size >= PARAGRAPH_LONG || (prose_ends(&p->prose) &&
	    p->size >= PARAGRAPH_SENTENCE);
}

/*
 * `blind`: as if nothing were known of its language; function words are then
 * the most frequent ones of the text itself.
 */
struct paragraphs paragraphs_of(struct str text, bool blind);
void paragraphs_free(struct paragraphs *);

/* Where the line at `s` ends: at an end of any sort, or a page's. */
const char *paragraph_line_end(const char *s, const char *end);

/* Past the end of a line that ends at `stop`. */
const char *paragraph_next_line(const char *stop, const char *end);

/* Take the next line that is not empty, and count those before it that are. */
bool paragraph_next(struct str *rest, struct str *line, uint32_t *blanks);

#endif
