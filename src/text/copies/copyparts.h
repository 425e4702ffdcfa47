/* SPDX-License-Identifier: MIT */
/*
 * Near copies among the parts of a collection, on several machines, by way of
 * text that sort(1) merges:
 *
 *	map     each part's signatures, a line per band, in order:
 *	        KEY TAB PLACE TAB NAME TAB CHECK
 *	reduce  LC_ALL=C sort -m of them, in which the documents of a band stand
 *	        together; out come the copies, in order:
 *	        PLACE TAB NAME TAB FIRST TAB SIMILARITY
 *	map     each part without those of its own
 *
 * KEY is 16 hexadecimal digits and CHECK 112.  PLACE is ORDER:NUMBER, the
 * name of the part and the document's number in it, from 1, in twelve digits:
 * documents are before each other as their places are, byte by byte.  What
 * comes out is what one run over all parts in that order finds.
 */
#ifndef TEXT_COPIES_COPYPARTS_H
#define TEXT_COPIES_COPYPARTS_H

#include "base/extsort.h"
#include "base/sink.h"
#include "text/copies/copyfinder.h"

struct copyparts {
	const struct copyfinder_options *options;
	struct signature_bands bands;
	const char *order;
	struct extsort lines; /* signatures, or copies */
	struct buf line;
	struct copyparts_band *band; /* documents of the key at hand */
	struct buf before;    /* the line before */
	uint64_t number;      /* lines read */
};

/* `sorts`: with a temporary file, which both that are put below need. */
struct copyparts copyparts_open(const struct copyfinder_options *,
    const char *order, bool sorts);

/* map: a document's signature; then all of them, in order. */
void copyparts_sign(struct copyparts *, struct source *, uint64_t number,
    struct str name);
void copyparts_put_signatures(struct copyparts *, struct sink *);

/*
 * reduce: merged signatures; 0, or the number of the first line that is none
 * or is out of order, at which it stops.
 */
uint64_t copyparts_group(struct copyparts *, struct source *);
void copyparts_put_groups(struct copyparts *, struct sink *);
void copyparts_free(struct copyparts *);

/* The copies of one part. */
struct copydrop {
	uint64_t number;
	char *first; /* the name of what it is a copy of */
	double similarity;
};

struct copydrops {
	VEC(struct copydrop) list; /* by number */
};

/* Read them; a file that cannot be read, or is none, ends the program. */
void copydrops_read(struct copydrops *, const char *file, const char *order);
const struct copydrop *copydrops_find(const struct copydrops *,
    uint64_t number);
void copydrops_free(struct copydrops *);

#endif
