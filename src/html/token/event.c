/* SPDX-License-Identifier: MIT */
#include "html/token/event.h"

#include <string.h>

const char *
element_find(const struct element *e, const char *name)
{
	const char *const *a = e->attributes;

	for (; a[0] != NULL; a += 2)
		if (a[0][0] == name[0] && strcmp(a[0], name) == 0)
			return a[1] != NULL ? a[1] : "";
	return NULL;
}

static void
put_tag(struct buf *b, enum event_kind kind, const struct tag *tag)
{
	buf_putc(b, (char)kind);
	buf_putc(b, (char)tag->id);
}

void
event_put_start(struct buf *b, const struct tag *tag, int count,
    struct str strings)
{
	put_tag(b, EVENT_START, tag);
	buf_putc(b, (char)count);
	buf_put(b, strings.s, strings.n);
}

void
event_put_element(struct buf *b, const struct element *e)
{
	const char *const *a = e->attributes;
	int count = 0;

	while (a != NULL && a[count] != NULL && count + 2 < EVENT_STRINGS)
		count += 2;
	event_put_start(b, e->tag, count, (struct str){0});
	for (int i = 0; i < count; i++) {
		const char *s = a[i] != NULL ? a[i] : "";

		buf_put(b, s, strlen(s) + 1);
	}
}

void
event_put_end(struct buf *b, const struct tag *tag)
{
	put_tag(b, EVENT_END, tag);
}

void
event_put_ended(struct buf *b, const struct tag *tag)
{
	put_tag(b, EVENT_ENDED, tag);
}

size_t
event_open_text(struct buf *b)
{
	static const size_t nothing;

	buf_putc(b, EVENT_TEXT);
	buf_put(b, (const char *)&nothing, sizeof nothing);
	return b->n;
}

/* Events are not aligned, so numbers are copied. */
void
event_close_text(struct buf *b, size_t opened)
{
	size_t n = b->n - opened;

	memcpy(b->s + opened - sizeof n, &n, sizeof n);
}

static const char *
take_start(const char *at, struct event *e)
{
	int n = *at++;

	for (int i = 0; i < n; i++) {
		e->strings[i] = at;
		at += strlen(at) + 1;
	}
	e->strings[n] = NULL;
	return at;
}

const char *
event_take(const char *at, struct event *e)
{
	e->kind = (enum event_kind)*at++;
	if (e->kind == EVENT_TEXT) {
		memcpy(&e->text.n, at, sizeof e->text.n);
		e->text.s = at + sizeof e->text.n;
		return e->text.s + e->text.n;
	}
	e->tag = tag_of((enum tag_id)(unsigned char)*at++);
	return e->kind == EVENT_START ? take_start(at, e) : at;
}
