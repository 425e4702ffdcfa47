/* SPDX-License-Identifier: MIT */
#include "html/render/tape.h"

void
tape_enter(struct tape *t, const struct element *e)
{
	event_put_element(&t->events, e);
}

void
tape_leave(struct tape *t, const struct tag *tag)
{
	event_put_end(&t->events, tag);
}

void
tape_ended(struct tape *t, const struct tag *tag)
{
	event_put_ended(&t->events, tag);
}

void
tape_text(struct tape *t, struct str text)
{
	size_t opened = event_open_text(&t->events);

	buf_put(&t->events, text.s, text.n);
	event_close_text(&t->events, opened);
}

void
tape_play(const struct tape *t, const struct flow_reader *reader, void *ctx)
{
	const char *at = t->events.s, *end = at + t->events.n;
	struct event event;
	struct element e;

	while (at < end) {
		at = event_take(at, &event);
		switch (event.kind) {
		case EVENT_START:
			e = event_element(&event);
			reader->enter(ctx, &e);
			break;
		case EVENT_END:
			reader->leave(ctx, event.tag);
			break;
		case EVENT_ENDED:
			reader->ended(ctx, event.tag);
			break;
		case EVENT_TEXT:
			reader->text(ctx, event.text);
		}
	}
}

void
tape_free(struct tape *t)
{
	buf_free(&t->events);
}
