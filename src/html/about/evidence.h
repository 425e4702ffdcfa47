/* SPDX-License-Identifier: MIT */
/*
 * The state of reading what a page says of itself, shared by the files of
 * html/about.  Nobody else includes it.
 */
#ifndef HTML_ABOUT_EVIDENCE_H
#define HTML_ABOUT_EVIDENCE_H

#include "base/vec.h"
#include "html/about/about.h"
#include "html/words/byline.h"
#include "html/words/names.h"
#include "html/words/pagedate.h"
#include "html/words/placename.h"
#include "html/token/event.h"

/* An element that sets what is in it apart from the page's own matter. */
struct about_region {
	unsigned own, places; /* of PLACE_APART: by itself, by all around it */
	long first, end;  /* blocks */
	int outer;        /* the region around it; -1: none */
};

/* Text between two places where a box begins or ends. */
struct about_block {
	size_t text, n;
	unsigned places;
	int region;  /* the innermost; -1: none */
	int heading; /* 1 to 6; 0: none */
	bool whole;  /* it was not cut */
};

/* An element that is named after authors or dates, and its text. */
struct about_span {
	enum about_field field; /* ABOUT_AUTHOR, ABOUT_PUBLISHED, … */
	int rank;
	const char *source;
	size_t start, end;      /* in the text */
	size_t stated;          /* in `values`, NUL-ended: datetime, content */
	bool has_stated, open;
	unsigned places;
	int region;
	long block;
	size_t depth;
};

struct about_item {
	enum about_field field;
	int rank;
	size_t source;   /* in `values`, NUL-ended */
	size_t value, n; /* in `values` */
	long block;      /* where it is seen; -1: it is not */
	unsigned places;
	bool chosen;
};

/* A field's value as it is written. */
struct about_result {
	enum about_field field;
	size_t value, n;
};

/* A node of JSON-LD: an object, in a text that lasts. */
struct about_node {
	struct str json;
	char type[48];
	int class; /* 3 an article, 2 a page, 1 another work, 0 none */
};

struct about {
	const struct about_options *options;
	struct buf values;
	VEC(struct about_item) items;
	VEC(struct about_result) results;
	size_t per_field[ABOUT_FIELDS];

	/* what is seen */
	struct buf text;
	VEC(struct about_block) blocks;
	VEC(struct about_span) spans;
	VEC(struct about_region) regions;
	long headline; /* block of the headline; -1: none */

	/* what is stated */
	VEC(struct buf) scripts; /* of JSON-LD, repaired */
	VEC(struct about_node) nodes;
	size_t json_bytes, json_faults;
	const char *json_fault;
	struct buf base, given, saved, canonical, host;
	bool card_author; /* the next twitter:data is the author */
	bool says_article;
	struct buf site_keys; /* what the site is known by (place.c) */
	struct names authors;
	const char *language; /* of the page, for its dates */
	struct buf lang;
	bool month_first;
};

/* A value was found.  `source` is kept as a copy. */
void evidence_add(struct about *, enum about_field, int rank,
    const char *source, struct str value, long block, unsigned places);

/* A value that is stated, not seen. */
void evidence_state(struct about *, enum about_field, int rank,
    const char *source, struct str value);

static inline struct str
evidence_value(const struct about *a, const struct about_item *i)
{
	return (struct str){a->values.s + i->value, i->n};
}

static inline const char *
evidence_source(const struct about *a, const struct about_item *i)
{
	return a->values.s + i->source;
}

static inline struct str
block_text(const struct about *a, const struct about_block *b)
{
	return (struct str){a->text.s + b->text, b->n};
}

/* The item of a field with the highest rank, the first of equals; or NULL. */
struct about_item *evidence_best(struct about *, enum about_field);

/* The field's value; more of them for a list. */
void result_add(struct about *, enum about_field, struct str value);
struct str result_get(const struct about *, enum about_field);

/* The page's events (visible.c). */
void visible_read(struct about *, struct source *page);

/* A region that holds the headline's block does not set it apart. */
void visible_clear(struct about *, long headline);

/* meta, link and base elements (stated.c). */
void stated_element(struct about *, const struct element *);

/* A script of JSON-LD; and, when all are read, what they say (jsonld.c). */
void jsonld_add(struct about *, struct str script);
void jsonld_choose(struct about *);

/* The authors that are to be seen become evidence (authorseen.c). */
void gather_authors(struct about *);

/* The choices, in this order. */
void choose_place(struct about *);    /* address, host, language of dates (place.c) */
void note_site(struct about *);       /* by which names it is known (place.c) */
void choose_title(struct about *);    /* title.c */
void choose_authors(struct about *);  /* author.c */
void choose_dates(struct about *);    /* date.c */
void choose_site(struct about *);     /* place.c */
void choose_language(struct about *); /* place.c */
void choose_rest(struct about *);     /* choose.c */

/* An absolute address, made so; false: it is relative to nothing (place.c). */
bool place_resolve(const struct about *, struct str value, struct buf *to);

/* Whether a site's name: "The Courier", of any source (place.c). */
bool is_site_name(const struct about *, struct str);

#endif
