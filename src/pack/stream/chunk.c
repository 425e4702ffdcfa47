/* SPDX-License-Identifier: MIT */
#include "pack/stream/chunk.h"

#include <string.h>

#include "base/ascii.h"

enum { LINE_MOST = 4096 }; /* bytes of a chunk's line, of a trailer's */

/* The next line, read, without its end; false: there is no whole one. */
static bool
line(struct source *in, struct str *l)
{
	size_t seen = 0;

	for (;;) {
		size_t there = (size_t)(in->end - in->at);
		const char *end = there > seen ?
		    memchr(in->at + seen, '\n', there - seen) : NULL;

		if (end != NULL) {
			*l = (struct str){in->at, (size_t)(end - in->at)};
			if (l->n > 0 && end[-1] == '\r')
				l->n--;
			in->at = end + 1;
			return true;
		}
		if ((seen = there) > LINE_MOST || !source_more(in))
			return false;
	}
}

/* "1a2b" or "1a2b;name=value". */
static bool
size_of(struct str l, uint64_t *n)
{
	size_t i = 0;

	*n = 0;
	while (i < l.n && i < 15 && ascii_hex(l.s[i]) >= 0)
		*n = *n * 16 + (uint64_t)ascii_hex(l.s[i++]);
	if (i == 0)
		return false;
	while (i < l.n && (l.s[i] == ' ' || l.s[i] == '\t'))
		i++;
	return i == l.n || l.s[i] == ';';
}

bool
chunk_looks(struct source *in)
{
	size_t n = 0;

	while (n < 16 && source_has(in, n + 1) && ascii_hex(in->at[n]) >= 0)
		n++;
	while (n > 0 && n < 64 && source_has(in, n + 1) && in->at[n] == ' ')
		n++;
	return n > 0 && source_has(in, n + 1) &&
	    (in->at[n] == '\r' || in->at[n] == '\n' || in->at[n] == ';');
}

/* To the next chunk's bytes; false: there is none. */
static bool
next(struct chunk *c)
{
	struct str l;

	if (c->begun && (!line(c->in, &l) || l.n > 0))
		return false; /* what ends a chunk's bytes is not there */
	c->begun = true;
	if (!line(c->in, &l) || !size_of(l, &c->left))
		return false;
	if (c->left > 0)
		return true;
	while (line(c->in, &l) && l.n > 0)
		continue;
	c->over = true;
	return false;
}

static size_t
fill(struct source *source, char *to, size_t room)
{
	struct chunk *c = (struct chunk *)source;
	size_t n = 0;

	if (c->over)
		return 0;
	if (c->left > 0 || next(c))
		n = source_copy(c->in, to,
		    room < c->left ? room : (size_t)c->left);
	if (n == 0 && !c->over && c->pack != NULL)
		pack_break(c->pack, "cut off, or damaged, in its chunks, after "
		    "%llu bytes of the body", (unsigned long long)c->gave);
	c->over = n == 0;
	c->left -= n;
	c->gave += n;
	return n;
}

struct chunk
chunk_of(struct pack *p, struct source *in)
{
	return (struct chunk){.source = source_from(fill), .pack = p, .in = in};
}

void
chunk_free(struct chunk *c)
{
	source_free(&c->source);
}
