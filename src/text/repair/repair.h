/* SPDX-License-Identifier: MIT */
/*
 * The repair of a text's characters, by rules that each can be asked for or
 * left out.  A line is repaired by itself: no rule but the two of wrapped
 * text (text/repair/unwrap) looks at another one.  What no rule concerns
 * passes byte for byte.
 *
 * Rules apply in the order of enum repair_rule, again and again until the
 * line stays as it is, so that repairing a repaired text changes nothing; those
 * of wrapped text come last, and what they make is repaired as other lines.
 *
 * A line of more than REPAIR_PIECE bytes is repaired in pieces, cut behind
 * blanks where it has any.  Time is linear, memory constant, but for the words
 * that REPAIR_DEHYPHEN remembers.
 */
#ifndef TEXT_REPAIR_REPAIR_H
#define TEXT_REPAIR_REPAIR_H

#include <stdbool.h>
#include <stdint.h>

#include "base/sink.h"
#include "base/source.h"
#include "text/mojibake/mojibake.h"
#include "text/repair/unwrap.h"

/* X(identifier, name, what it does) */
#define REPAIR_RULES(X) \
	X(UTF8, "utf8", "bytes that are not UTF-8 become characters") \
	X(MOJIBAKE, "mojibake", "UTF-8 that was read as another charset") \
	X(ENTITIES, "entities", "&eacute; and &#233; become characters") \
	X(ENTITIES2, "entities2", "the same, and &amp;eacute;") \
	X(CONTROLS, "controls", "control characters, escape sequences go") \
	X(NEWLINES, "newlines", "CR LF, CR and the like become LF") \
	X(INVISIBLE, "invisible", "soft hyphens, zero widths, marks go") \
	X(QUOTES, "quotes", "typographic quotes become straight") \
	X(CURL, "curl", "straight quotes become a language's") \
	X(DASHES, "dashes", "dashes become hyphens, one or two") \
	X(ELLIPSIS, "ellipsis", "an ellipsis becomes three points") \
	X(SPACES, "spaces", "blanks become one space, none at line ends") \
	X(WIDTH, "width", "full and half width become the usual one") \
	X(LIGATURES, "ligatures", "ligatures become letters") \
	X(MARKS, "marks", "letters lose accents and other marks") \
	X(NFC, "nfc", "normal form C: composed") \
	X(NFD, "nfd", "normal form D: decomposed") \
	X(NFKC, "nfkc", "normal form KC: composed, compatible") \
	X(NFKD, "nfkd", "normal form KD: decomposed, compatible") \
	X(DEHYPHEN, "dehyphen", "words hyphenated at line ends are joined") \
	X(UNWRAP, "unwrap", "the lines of a paragraph become one")

enum repair_rule {
#define X(id, name, what) REPAIR_##id,
	REPAIR_RULES(X)
#undef X
	REPAIR_COUNT
};

/* A set of rules: bit 1 << rule. */
enum {
	REPAIR_DEFAULT = 1 << REPAIR_UTF8 | 1 << REPAIR_MOJIBAKE |
	    1 << REPAIR_CONTROLS | 1 << REPAIR_NEWLINES | 1 << REPAIR_NFC,
	REPAIR_PIECE = 64 * 1024, /* bytes */
	REPAIR_ROUNDS = 8
};

struct repair_rule_row {
	const char *name, *what;
};
extern const struct repair_rule_row repair_rules[REPAIR_COUNT];

struct quote_style; /* see text/repair/curl.h */

struct repair {
	unsigned rules;
	const struct quote_style *quotes; /* of REPAIR_CURL */
	/* Told of each line that changes, and by which rules; may be NULL. */
	void (*changed)(void *ctx, uint64_t line, unsigned rules,
	    struct str before, struct str after);
	void *ctx;

	/* private */
	bool ready;
	unsigned flags;     /* of characters that concern the rules */
	bool plain[256];    /* bytes that concern none */
	uint64_t line;      /* number of the line, from 1 */
	struct mojibake mojibake;
	struct buf text[2], result;
	struct unwrap unwrap;
	struct buf unwrapped; /* a line of what it makes, so far */
	struct sink *out;     /* where that goes */
};

/*
 * The rules that `list` names: "a,b" exactly these, "+a,-b" the default with
 * and without; "none", "all" (but opposites).  False: `*wrong` is no rule.
 */
bool repair_parse(const char *list, unsigned *rules, struct str *wrong);

/* Two rules of the set that undo each other; false: there are none. */
bool repair_opposites(unsigned rules, enum repair_rule pair[2]);

/* A whole text. */
void repair_text(struct repair *, struct source *in, struct sink *out);

/* A text in memory, appended; false: nothing changed, nothing appended. */
bool repair_string(struct repair *, struct str text, struct buf *to);

void repair_free(struct repair *);

#endif
