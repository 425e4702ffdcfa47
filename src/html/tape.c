/* SPDX-License-Identifier: MIT */
#include "html/tape.h"

#include <string.h>

enum { ENTER, LEAVE, TEXT }; /* each begins an event */
enum { MOST = 64 };          /* strings; html/attribute lets fewer through */

/* Events are unaligned, so numbers are copied. */
static void
put_size(struct buf *b, size_t n)
{
	buf_put(b, (const char *)&n, sizeof n);
}

static size_t
take_size(const char **at)
{
	size_t n;

	memcpy(&n, *at, sizeof n);
	*at += sizeof n;
	return n;
}

static void
put_tag(struct buf *b, char what, const struct tag *tag)
{
	buf_putc(b, what);
	buf_putc(b, (char)tag->id);
}

void
tape_enter(struct tape *t, const struct element *e)
{
	const char *const *a = e->attributes;
	int strings = 0;

	put_tag(&t->events, ENTER, e->tag);
	while (a != NULL && a[strings] != NULL && strings + 2 < MOST)
		strings += 2;
	buf_putc(&t->events, (char)strings);
	for (int i = 0; i < strings; i++) {
		const char *s = a[i] != NULL ? a[i] : "";

		buf_put(&t->events, s, strlen(s) + 1);
	}
}

void
tape_leave(struct tape *t, const struct tag *tag)
{
	put_tag(&t->events, LEAVE, tag);
}

void
tape_text(struct tape *t, struct str text)
{
	buf_putc(&t->events, TEXT);
	put_size(&t->events, text.n);
	buf_put(&t->events, text.s, text.n);
}

static const char *
play_enter(const char *at, const struct tag *tag,
    const struct block_reader *reader, void *ctx)
{
	const char *strings[MOST + 1];
	int n = *at++;

	for (int i = 0; i < n; i++) {
		strings[i] = at;
		at += strlen(at) + 1;
	}
	strings[n] = NULL;
	reader->enter(ctx, &(struct element){tag, n > 0 ? strings : NULL});
	return at;
}

void
tape_play(const struct tape *t, const struct block_reader *reader, void *ctx)
{
	const char *at = t->events.s, *end = at + t->events.n;

	while (at < end) {
		char what = *at++;
		size_t n;

		if (what == TEXT) {
			n = take_size(&at);
			reader->text(ctx, (struct str){at, n});
			at += n;
			continue;
		}
		n = (unsigned char)*at++;
		if (what == ENTER)
			at = play_enter(at, tag_of((enum tag_id)n), reader, ctx);
		else
			reader->leave(ctx, tag_of((enum tag_id)n));
	}
}

void
tape_free(struct tape *t)
{
	buf_free(&t->events);
}
