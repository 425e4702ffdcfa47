/* SPDX-License-Identifier: MIT */
#include "pack/slice.h"

#include <string.h>

/* Have another byte of the stream below. */
static bool
below(struct slice *s)
{
	unsigned before = s->pack->breaks;

	s->broke = s->broke || !source_has(s->in, 1);
	if (s->broke && s->pack->breaks == before)
		pack_break(s->pack, "%s: cut off, %llu bytes are missing",
		    s->name, (unsigned long long)s->left +
		    (s->ends != NULL ? strlen(s->ends) : 4));
	return !s->broke;
}

static bool
is_followed(struct slice *s)
{
	source_has(s->in, 16);
	return s->follows != NULL && s->follows((struct str){s->in->at,
	    (size_t)(s->in->end - s->in->at)});
}

static void
read_ends(struct slice *s)
{
	while (!s->over && !s->broke && below(s)) {
		if (s->ends == NULL)
			s->ends = *s->in->at == '\n' ? "\n\n" : "\r\n\r\n";
		if (*s->in->at != *s->ends) {
			s->over = true;
			s->broke = !is_followed(s);
			if (s->broke)
				pack_break(s->pack, "%s: it does not end where "
				    "its length says", s->name);
			return;
		}
		s->in->at++;
		s->read++;
		s->over = *++s->ends == '\0';
	}
}

/* Have a byte of the slice in the window below. */
static bool
more(struct slice *s)
{
	if (s->left > 0)
		return !s->broke && below(s);
	read_ends(s);
	return false;
}

static size_t
fill(struct source *source, char *to, size_t room)
{
	struct slice *s = (struct slice *)source;
	size_t n;

	if (!more(s))
		return 0;
	n = source_copy(s->in, to, room < s->left ? room : (size_t)s->left);
	s->left -= n;
	return n;
}

struct slice
slice_of(struct pack *p, struct source *in, uint64_t n)
{
	return (struct slice){.source = source_from(fill), .pack = p, .in = in,
	    .left = n};
}

void
slice_pass(struct slice *s)
{
	s->source.at = s->source.end;
	while (more(s)) {
		size_t n = (size_t)(s->in->end - s->in->at);

		if (n > s->left)
			n = (size_t)s->left;
		s->in->at += n;
		s->left -= n;
	}
}

void
slice_free(struct slice *s)
{
	source_free(&s->source);
}
