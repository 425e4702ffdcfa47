/* SPDX-License-Identifier: MIT */
/*
 * The state of the flow (html/read/flow), and what its parts call of each
 * other: flow.c knows which elements show, flowtext.c white space, formula.c
 * formulas.  Nobody else includes it.
 */
#ifndef HTML_READ_FLOWSTATE_H
#define HTML_READ_FLOWSTATE_H

#include "html/read/flow.h"
#include "html/read/style.h"

/* An open element that is shown, and what it changed for what is in it. */
struct level {
	const struct tag *tag; /* as which the reader has it */
	bool boxed;     /* a div was put around it */
	bool flex;      /* its children are blocks */
	int white;      /* white-space around it */
	int hidden;     /* elements around it that visibility hides */
};

/* A list of choices, of which the first one shows if none is selected. */
struct choice {
	bool open, chosen, taken; /* taken: `first` is whole */
	struct buf first;
};

/* Events of an element that is looked at as a whole. */
struct held {
	struct buf events;
	int depth;   /* open elements in it, itself too; 0: none is held */
	int silent;  /* of these, from one that is aria-hidden */
	bool math;   /* MathML that is not silent was seen */
};

struct block {
	const struct flow_options *options;
	const struct flow_reader *reader;
	void *ctx;

	struct buf levels; /* of struct level */
	int hidden;      /* open elements from the outermost hidden one */
	int gone;        /* of these, from one that is not displayed */
	bool unseen;     /* the outermost is hidden by visibility alone */
	int pre;         /* open elements that keep white space */
	int white;       /* white-space as a style says it; 0: normal */
	int svg, shown;  /* open elements from svg; from a text in it */
	bool line_empty; /* nothing on the current line yet */
	bool line_kept;  /* a character without a width keeps it open */
	bool space_due;
	unsigned kept;   /* blanks that a style keeps, if a word follows */
	bool had_text, noscript_shown, noscript_seen;
	struct choice choice;
	struct held copies;  /* the copies that a page carries of a formula */
	struct held math;    /* one of them */
	bool copies_played, copies_math;
	bool let_go;
	bool may_hide;       /* attributes of the element that begins may */
	bool mathy;          /* the element's class may be one of a formula */
	struct style style;  /* of the element that begins */
	bool mathjax;        /* a formula of MathJax was the last text */

	struct buf about, run;
	const struct tag *telling; /* title or script, being collected */
};

/* Events of the parser, or of what was held. */
void flow_start(void *block, const struct element *);
void flow_end(void *block, const struct tag *);
void flow_ended(void *block, const struct tag *);
void flow_text(void *block, struct str);

/* A line of the page is over. */
void flow_end_line(struct block *);
/* The reader has an element that the page does not. */
void flow_enter(struct block *, enum tag_id);

/* Whether a formula, or what holds copies of one, takes the event. */
bool formula_start(struct block *, const struct element *);
bool formula_end(struct block *, const struct tag *);
bool formula_text(struct block *, struct str);

/* A copy of a formula that is shown already, in what holds them. */
bool formula_is_copy(const struct block *, const struct element *);
/* TeX that only a script would show; an image whose text is TeX. */
bool formula_is_script(const struct element *);
bool formula_is_image(const struct element *);
void formula_put_tex(struct block *, struct str tex, bool display);
/* Whether `word` is among those of a class attribute. */
bool formula_has_class(const struct element *, const char *word);

#endif
