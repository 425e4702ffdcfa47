/* SPDX-License-Identifier: MIT */
/*
 * Rules that sort texts out: a measure, a limit, and the reason that is given.
 * Rule sets are those of the papers; one may be written in a file:
 *
 *	measure < limit  # reason
 *
 * drops a text whose measure is below the limit, > one whose is above it.
 */
#ifndef TEXT_QUALITY_QUALITYRULE_H
#define TEXT_QUALITY_QUALITYRULE_H

#include "base/map.h"
#include "base/sink.h"
#include "text/quality/repetition.h"
#include "text/words/abbr.h"

enum quality_measure {
	/* Rae et al. 2021, repetition */
	QUALITY_DUP_PARAGRAPHS, QUALITY_DUP_PARAGRAPH_CHARS,
	QUALITY_DUP_LINES, QUALITY_DUP_LINE_CHARS,
	QUALITY_TOP_2, QUALITY_TOP_3, QUALITY_TOP_4,
	QUALITY_DUP_5, QUALITY_DUP_6, QUALITY_DUP_7, QUALITY_DUP_8,
	QUALITY_DUP_9, QUALITY_DUP_10,
	/* Rae et al. 2021, quality */
	QUALITY_WORDS, QUALITY_MEAN_WORD, QUALITY_HASHES, QUALITY_ELLIPSES,
	QUALITY_BULLETS, QUALITY_ELLIPSIS_LINES, QUALITY_ALPHA_WORDS,
	QUALITY_STOP_WORDS,
	/* Raffel et al. 2020 (C4) */
	QUALITY_LOREM_IPSUM, QUALITY_CURLY, QUALITY_SENTENCES,
	QUALITY_LONG_LINES,
	/* Penedo et al. 2024 (FineWeb) */
	QUALITY_FULL_LINES, QUALITY_TERMINAL_LINES, QUALITY_SHORT_LINES,
	QUALITY_DUP_CHARS, QUALITY_NEWLINES,
	QUALITY_MEASURES
};

struct quality_rule {
	enum quality_measure measure;
	bool above; /* drop above the limit; else below it */
	double limit;
	char reason[48];
};

struct quality_rules {
	VEC(struct quality_rule) list;
	bool cleans; /* c4 is among them: it changes the text */
};

/* "gopher-rep,gopher": the sets of these names; false: one is not there. */
bool quality_rules_add(struct quality_rules *, const char *names);

/* Rules as a file has them; 0, or the number of a line that is none. */
int quality_rules_parse(struct quality_rules *, struct str text);

/*
 * "name=limit": of the rule with that reason or measure.  How many rules are
 * called that; only where it is one, it is set.
 */
size_t quality_rules_set(struct quality_rules *, const char *setting);

/* The rules, as a file would have them. */
void quality_rules_put(const struct quality_rules *, struct sink *);
void quality_rules_free(struct quality_rules *);

/* ---- judging ---- */

struct quality {
	const struct quality_rules *rules;
	const struct abbr *abbr;   /* of sentences */
	struct map stop;           /* stop words; empty: no rule of them */
	struct textshape shape;
	struct repetition repetition;
	struct buf cleaned;        /* by c4: the text that is left */
	double bound; /* of what is repeated; below 0: not known */
	bool known[QUALITY_MEASURES];
	double values[QUALITY_MEASURES];
};

/* The rule that a text fails first; NULL: none, it stays. */
const struct quality_rule *quality_judge(struct quality *, struct str text);

/* A measure of the text that was judged last. */
double quality_value(struct quality *, enum quality_measure);

/* The text as C4 leaves it: lines that are no sentences go, citations too. */
struct str quality_cleaned(struct quality *);
void quality_free(struct quality *);

#endif
