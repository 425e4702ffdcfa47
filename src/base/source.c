/* SPDX-License-Identifier: MIT */
#include "base/source.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

struct source
source_over(struct str text)
{
	const char *s = text.n > 0 ? text.s : "";

	return (struct source){.at = s, .end = s + text.n};
}

struct source
source_from(size_t (*fill)(struct source *, char *, size_t))
{
	return (struct source){.fill = fill};
}

void
source_free(struct source *s)
{
	free(s->window);
	*s = (struct source){0};
}

bool
source_more(struct source *s)
{
	size_t unread = (size_t)(s->end - s->at), got;

	if (s->fill == NULL || s->paused)
		return false;
	if (unread > s->size / 2 || s->size == 0) {
		size_t size = s->size ? 2 * s->size : SOURCE_WINDOW;
		char *window = mem_resize(NULL, size, 1);

		if (unread > 0)
			memcpy(window, s->at, unread);
		free(s->window);
		s->window = window;
		s->size = size;
	} else if (unread > 0 && s->at != s->window) {
		memmove(s->window, s->at, unread);
	}
	got = s->fill(s, s->window + unread, s->size - unread);
	s->at = s->window;
	s->end = s->window + unread + got;
	if (got == 0 && !s->paused)
		s->fill = NULL;
	return got > 0;
}

size_t
source_copy(struct source *s, char *to, size_t most)
{
	size_t n;

	if (most == 0 || !source_has(s, 1))
		return 0;
	n = (size_t)(s->end - s->at);
	if (n > most)
		n = most;
	memcpy(to, s->at, n);
	s->at += n;
	return n;
}

bool
source_line(struct source *s, size_t most, struct str *line)
{
	size_t seen = 0;

	for (;;) {
		size_t there = (size_t)(s->end - s->at);
		const char *end = NULL;

		if (there > seen)
			end = memchr(s->at + seen, '\n', there - seen);
		if (end == NULL && there <= most && source_more(s)) {
			seen = there;
			continue;
		}
		if (end == NULL)
			end = s->end;
		*line = (struct str){s->at, (size_t)(end - s->at)};
		return there > 0;
	}
}

void
source_pass_line(struct source *s, void (*take)(void *, struct str), void *ctx)
{
	const char *end = NULL;

	while (end == NULL && source_has(s, 1)) {
		size_t there = (size_t)(s->end - s->at), n = there;

		if ((end = memchr(s->at, '\n', there)) != NULL)
			n = (size_t)(end - s->at);
		if (take != NULL && n > 0)
			take(ctx, (struct str){s->at, n});
		s->at += n + (end != NULL);
	}
}

struct str
source_rest(struct source *s)
{
	while (source_more(s))
		continue;
	return (struct str){s->at, (size_t)(s->end - s->at)};
}
