/* SPDX-License-Identifier: MIT */
/*
 * A stream of text as a stream of sentences.
 *
 * A sentence ends at a line's end, after a run of at least SENT_GAP bytes of
 * blanks, and where a place that may end one (a terminator of any script, a
 * colon, a closing bracket, a list's next marker) is judged to: by a few
 * rules first (sentrule.c), else by a score of what stands around it
 * (sentscore.c).  No judgement looks past SENT_AHEAD bytes ahead, nor back
 * over the sentence's beginning: memory is constant however long a sentence
 * is, a sentence by itself splits as it did in its text, and how the stream
 * is cut into windows never shows.
 *
 * Nothing is lost: the texts of all pieces, in order, are the input.
 * Bytes that are not UTF-8, and NUL, count as letters.
 */
#ifndef TEXT_SENTENCES_SENT_H
#define TEXT_SENTENCES_SENT_H

#include <stdbool.h>
#include <stdint.h>

#include "base/buf.h"
#include "base/source.h"
#include "text/words/abbr.h"

enum {
	SENT_GAP = 256,     /* bytes of blanks that part sentences */
	SENT_AHEAD = 448,   /* bytes that a judgement may see ahead */
	SENT_FEATURES = 16, /* of the score */
	SENT_SLOTS = 1 << 14
};

enum sent_piece {
	SENT_TEXT,      /* of the sentence at hand */
	SENT_BLANK,     /* white space between sentences, before and after */
	SENT_WRAP,      /* a line's end inside a sentence, and blanks there */
	SENT_GLUE,      /* the same where no space belongs: between ideographs,
	                   or with the soft hyphen that parts a word */
	SENT_END,       /* the sentence is over; no text */
	SENT_PARAGRAPH  /* its paragraph is, too; no text */
};

/* A place that was judged. */
struct sent_judgement {
	uint64_t at;      /* where the cut would be, bytes from the beginning */
	const char *rule; /* NULL: the score decided */
	int score;        /* above 0: an end; a rule's is 1 or -1 */
	uint16_t slots[SENT_FEATURES]; /* of the weights; the score's only */
	bool end;
};

/* The weights of a score: those of its features, and of none. */
struct sent_weights {
	int8_t slot[SENT_SLOTS];
	int bias;
};

/*
 * Embed it as the first member of what the callbacks need.  All but `piece`
 * may be left zero.
 */
struct sent {
	void (*piece)(struct sent *, enum sent_piece, struct str);
	/* Told of every judgement; its answer is the one that counts. */
	bool (*judge)(struct sent *, const struct sent_judgement *);
	const struct abbr *abbr;
	const struct sent_weights *weights; /* NULL: the built-in ones */
	bool wrapped; /* a line's end is white space; an empty line parts */
	bool whole;   /* do not cut inside one pair of quotes or brackets */
};

/* All of the source, piece by piece. */
void sent_run(struct sent *, struct source *);

/* The version of the weights: "sent.weights 01234567", a hash of them. */
extern const char sent_version[];

#endif
