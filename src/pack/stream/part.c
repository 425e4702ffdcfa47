/* SPDX-License-Identifier: MIT */
#include "pack/stream/part.h"

enum { BEHIND = 16 /* bytes after a part that `follows` sees */ };

/* All bytes were read: are they the part's? */
static void
check_end(struct part_source *s)
{
	unsigned breaks = s->pack->breaks;

	s->over = true;
	if (s->follows == NULL || s->pack->codings == 0)
		return;
	/* Not further than a line end: another member may begin behind. */
	if (source_has(s->in, 1) && *s->in->at != '\r' && *s->in->at != '\n')
		source_has(s->in, BEHIND);
	if (s->pack->breaks != breaks || s->follows((struct str){s->in->at,
	    (size_t)(s->in->end - s->in->at)}))
		return;
	pack_break(s->pack, "%s: %.*s does not end where its length says",
	    s->format, pack_shown(s->name), s->name.s);
}

/* Have a byte of it in the window below. */
static bool
more(struct part_source *s)
{
	unsigned breaks = s->pack->breaks;

	if (s->left == 0 && !s->over)
		check_end(s);
	if (s->left == 0 || s->broke)
		return false;
	if (source_has(s->in, 1))
		return true;
	s->broke = true;
	if (s->pack->breaks != breaks)
		return false; /* the stream below has said it */
	pack_break(s->pack, "%s: cut off in %.*s, %llu bytes are missing",
	    s->format, pack_shown(s->name), s->name.s,
	    (unsigned long long)s->left);
	return false;
}

static size_t
fill(struct source *source, char *to, size_t room)
{
	struct part_source *s = (struct part_source *)source;
	size_t n;

	if (!more(s))
		return 0;
	n = source_copy(s->in, to, room < s->left ? room : (size_t)s->left);
	s->left -= n;
	return n;
}

struct part_source
part_source_of(struct pack *p, struct source *in, uint64_t n,
    const char *format, struct str name)
{
	return (struct part_source){.source = source_from(fill), .pack = p,
	    .in = in, .left = n, .format = format, .name = name};
}

bool
part_source_pass(struct part_source *s)
{
	s->source.at = s->source.end;
	while (more(s)) {
		size_t n = (size_t)(s->in->end - s->in->at);

		if (n > s->left)
			n = (size_t)s->left;
		s->in->at += n;
		s->left -= n;
	}
	return !s->broke;
}

void
part_source_free(struct part_source *s)
{
	source_free(&s->source);
}
