/* SPDX-License-Identifier: MIT */
#include "html/read/report.h"

#include <string.h>

static void
close_text(struct report *r)
{
	if (r->text > 0)
		event_close_text(&r->waiting, r->text);
	r->text = 0;
}

void
report_start(struct report *r, const struct tag *tag, int count,
    struct str strings)
{
	const char *of[EVENT_STRINGS + 1], *s = strings.s;

	if (r->waits) {
		close_text(r);
		event_put_start(&r->waiting, tag, count, strings);
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
	if (r->waits) {
		close_text(r);
		event_put_end(&r->waiting, tag);
	} else {
		r->reader->end(r->ctx, tag);
	}
}

void
report_ended(struct report *r, const struct tag *tag)
{
	if (r->waits) {
		close_text(r);
		event_put_ended(&r->waiting, tag);
	} else {
		r->reader->ended(r->ctx, tag);
	}
}

void
report_text(struct report *r, struct str text)
{
	if (!r->waits) {
		r->reader->text(r->ctx, text);
		return;
	}
	if (r->text == 0)
		r->text = event_open_text(&r->waiting);
	buf_put(&r->waiting, text.s, text.n);
}

void
report_stop(struct report *r)
{
	close_text(r);
	r->waits = false;
}

void
report_waiting(struct report *r)
{
	const char *at = r->waiting.s, *end = at + r->waiting.n;
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
	r->waiting.n = 0;
}

void
report_free(struct report *r)
{
	buf_free(&r->waiting);
}
