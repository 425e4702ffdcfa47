/* SPDX-License-Identifier: MIT */
/*
 * Marks around stretches of a line: quotation marks, a link's number, and in
 * Markdown emphasis and links.  A mark is written with the first text inside
 * it, so that an empty element leaves none, and closed where its element or
 * the line's block ends; emphasis and Markdown's links go on in the next one.
 * Emphasis that ends where the same begins goes on.
 */
#ifndef HTML_WRITE_MARKS_H
#define HTML_WRITE_MARKS_H

#include "html/write/lines.h"

enum mark_kind {
	MARK_NONE,   /* an element that leaves no mark */
	MARK_EM,     /* *…* */
	MARK_STRONG, /* **…** */
	MARK_SUPER,  /* <sup>…</sup> */
	MARK_SUB,    /* <sub>…</sub> */
	MARK_DELETED, /* ~~…~~ */
	MARK_BOLD,   /* on a terminal */
	MARK_LINK,   /* […](…) */
	MARK_IMAGE,  /* ![…](…) */
	MARK_NUMBER, /* …[1] */
	MARK_QUOTE,  /* “…” */
	MARK_INNER,  /* ‘…’ */
	MARK_PAREN,  /* (…) */
	MARK_BRACKET /* […] */
};

struct mark {
	enum mark_kind kind;
	size_t url; /* where in `urls` its address begins */
	bool shown, ended;
};

struct marks {
	bool markdown;
	/* A MARK_NUMBER's number: asked when it is written. */
	size_t (*number)(void *ctx, struct str url);
	void *ctx;

	/* private */
	struct buf stack; /* of struct mark */
	struct buf urls;
	enum { EDGE_TEXT, EDGE_OPENED, EDGE_CLOSED } edge;
	uint32_t last; /* character of the text before */
	enum mark_kind owed[8]; /* emphasis that has ended, not yet closed */
	int owing;
	char tail[16]; /* signs that end a text in emphasis, not yet written */
	size_t tail_n;
};

void marks_push(struct marks *, enum mark_kind, struct str url);
bool marks_holds(const struct marks *, enum mark_kind);
/* Whether the innermost one has been written. */
bool marks_shown(const struct marks *);

/*
 * Text comes next, beginning and ending so: write what waits for it.  Whether
 * its first character has to be written as a reference, for the emphasis
 * before it to be closed (CommonMark 6.2).
 */
bool marks_show(struct marks *, struct lines *, uint32_t first,
    uint32_t last);
/* Whether emphasis cannot open before `first`, which may stand outside. */
bool marks_blocked(const struct marks *, const struct lines *,
    uint32_t first);
/* A character was written that is in none of those not shown. */
void marks_pass(struct marks *, struct lines *, uint32_t last);
/*
 * Signs behind the text that was shown, if they fit and emphasis is open:
 * where it ends and a word follows, they are written behind its end.
 */
bool marks_hold(struct marks *, struct str signs);
/* Close what has ended, as something else comes behind it. */
void marks_settle(struct marks *, struct lines *);
/* The innermost one is over. */
void marks_pop(struct marks *, struct lines *);
/* The innermost of a kind, if there is one, though what is in it goes on. */
void marks_ended(struct marks *, struct lines *, enum mark_kind);
/* The line is over. */
void marks_break(struct marks *, struct lines *);
void marks_free(struct marks *);

#endif
