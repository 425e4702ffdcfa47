/* SPDX-License-Identifier: MIT */
/*
 * Any bytes read as a container: the pages are the same however the bytes
 * come, none is empty or larger than the most, and what is said of a page is
 * one line or none.  Each harness is for one reader; what it finds inside may
 * be any other.
 */
#ifndef FUZZ_PACK_H
#define FUZZ_PACK_H

#include "fuzz.h"

#include "pack/page/webpage.h"
#include "pack/readers.h"

struct seen {
	struct pack pack; /* first */
	struct buf *out;
};

static void
seen_page(struct pack *p, const struct part *part, struct str bytes)
{
	struct seen *s = (struct seen *)p;
	struct sink text = {0};

	holds(bytes.n > 0 && bytes.n <= p->most);
	buf_puts(s->out, "\n#");
	buf_put(s->out, part->url.s, part->url.n);
	buf_putc(s->out, ' ');
	buf_put(s->out, part->type.s, part->type.n);
	buf_putc(s->out, '\n');
	webpage_put(&text, bytes, part->charset);
	holds(text.buf.n >= bytes.n);
	buf_put(s->out, text.buf.s, text.buf.n);
	buf_free(&text.buf);
}

static void
seen_say(struct pack *p, const char *what)
{
	holds(*what != '\0' && strlen(what) < 512);
	buf_puts(((struct seen *)p)->out, "\n!");
}

static const struct reader *seen_reader;

static void
seen_run(struct source *in, struct buf *out)
{
	struct seen s = {{.most = 1 << 20, .readers = readers_all,
	    .page = seen_page, .say = seen_say, .note = seen_say}, out};

	pack_read(&s.pack, in, &(struct part){0}, seen_reader);
}

#define FUZZ_READER(reader)                                                  \
	int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)             \
	{                                                                     \
		struct buf out = {0};                                         \
                                                                              \
		seen_reader = &reader;                                        \
		same_in_pieces((struct str){(const char *)data, n}, 3, &out,  \
		    seen_run);                                                \
		buf_free(&out);                                               \
		return 0;                                                     \
	}

#endif
