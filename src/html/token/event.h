/* SPDX-License-Identifier: MIT */
/*
 * Elements and text in document order, and a record of them as bytes in a
 * buffer, to be read later: what the parser keeps of a noscript, and
 * html/render/tape of a table.  The bytes are for this process alone; an event
 * that is read points into them.
 */
#ifndef HTML_TOKEN_EVENT_H
#define HTML_TOKEN_EVENT_H

#include "base/buf.h"
#include "html/token/tag.h"

/* An element as it begins.  It and all it points at last for the event. */
struct element {
	const struct tag *tag;
	const char *const *attributes; /* name, value, …, NULL; or NULL */
};

const char *element_find(const struct element *, const char *name);

/* An attribute's value; "" where it has none, NULL where it is not there. */
static inline const char *
element_get(const struct element *e, const char *name)
{
	return e->attributes != NULL ? element_find(e, name) : NULL;
}

enum event_kind { EVENT_START, EVENT_END, EVENT_ENDED, EVENT_TEXT };

enum { EVENT_STRINGS = 120 }; /* html/token/attribute keeps fewer */

struct event {
	enum event_kind kind;
	const struct tag *tag; /* but of a text */
	struct str text;
	const char *strings[EVENT_STRINGS + 1]; /* of a start; ends in NULL */
};

/* `strings`: `count` of them, names and values in turn, each NUL-ended. */
void event_put_start(struct buf *, const struct tag *, int count,
    struct str strings);
void event_put_element(struct buf *, const struct element *);
void event_put_end(struct buf *, const struct tag *);
void event_put_ended(struct buf *, const struct tag *); /* see openelements.h */

/* A text, as it begins; more is appended with buf_put until it is closed. */
size_t event_open_text(struct buf *);
void event_close_text(struct buf *, size_t opened);

/* The event at `at`; where the next one is. */
const char *event_take(const char *at, struct event *);

/* What starts; it lasts as long as the event. */
static inline struct element
event_element(const struct event *e)
{
	return (struct element){e->tag, e->strings[0] ? e->strings : NULL};
}

#endif
