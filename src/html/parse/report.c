/* SPDX-License-Identifier: MIT */
#include "html/parse/report.h"

#include <string.h>

static void
close_text(struct waiting *w)
{
	if (w->text > 0)
		event_close_text(&w->events, w->text);
	w->text = 0;
}

void
report_start(struct report *r, const struct tag *tag, int count,
    struct str strings)
{
	const char *of[EVENT_STRINGS + 1], *s = strings.s;

	if (r->to != NULL) {
		close_text(r->to);
		event_put_start(&r->to->events, tag, count, strings);
		return;
	}
	for (int i = 0; i < count; i++) {
		of[i] = s;
		s += strlen(s) + 1;
	}
	of[count] = NULL;
	r->reader->start(r->ctx, &(struct element){tag, count > 0 ? of : NULL});
}

void
report_end(struct report *r, const struct tag *tag)
{
	if (r->to != NULL) {
		close_text(r->to);
		event_put_end(&r->to->events, tag);
	} else {
		r->reader->end(r->ctx, tag);
	}
}

void
report_ended(struct report *r, const struct tag *tag)
{
	if (r->to != NULL) {
		close_text(r->to);
		event_put_ended(&r->to->events, tag);
	} else {
		r->reader->ended(r->ctx, tag);
	}
}

void
report_text(struct report *r, struct str text)
{
	if (r->to == NULL) {
		r->reader->text(r->ctx, text);
		return;
	}
	if (r->to->text == 0)
		r->to->text = event_open_text(&r->to->events);
	buf_put(&r->to->events, text.s, text.n);
}

static void
play(struct report *r, const struct buf *events)
{
	const char *at = events->s, *end = at + events->n;
	struct event event;
	struct element e;

	while (at < end) {
		at = event_take(at, &event);
		switch (event.kind) {
		case EVENT_START:
			e = event_element(&event);
			r->reader->start(r->ctx, &e);
			break;
		case EVENT_END:
			r->reader->end(r->ctx, event.tag);
			break;
		case EVENT_ENDED:
			r->reader->ended(r->ctx, event.tag);
			break;
		case EVENT_TEXT:
			r->reader->text(r->ctx, event.text);
		}
	}
}

void
report_waiting(struct report *r, struct waiting *w)
{
	close_text(w);
	if (r->to != NULL) {
		close_text(r->to);
		buf_put(&r->to->events, w->events.s, w->events.n);
	} else if (w->events.n > 0) {
		play(r, &w->events);
	}
	w->events.n = 0;
}

void
report_free(struct report *r)
{
	buf_free(&r->noscript.events);
	buf_free(&r->table.events);
}
