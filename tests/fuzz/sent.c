/* SPDX-License-Identifier: MIT */
/*
 * The pieces are the text; they are the same however it is cut; and lines of
 * sentences, split again, are the same lines.
 */
#include "fuzz.h"

#include "text/sentences/sent.h"
#include "text/sentences/sentlines.h"

struct written {
	struct sent sent; /* first */
	struct buf *out;
};

static void
piece(struct sent *s, enum sent_piece what, struct str t)
{
	struct buf *out = ((struct written *)s)->out;

	buf_putc(out, (char)('0' + what));
	buf_put(out, t.s, t.n);
}

static void
just_text(struct sent *s, enum sent_piece what, struct str t)
{
	(void)what;
	buf_put(((struct written *)s)->out, t.s, t.n);
}

static bool wrapped;

static void
run(struct source *in, struct buf *out)
{
	struct written w = {
		.sent = {.piece = piece, .wrapped = wrapped}, .out = out};

	sent_run(&w.sent, in);
}

/* Each sentence on a line of its own. */
static struct sink
lines_of(struct str text)
{
	struct sentlines how = {0};
	struct source in = source_over(text);
	struct sink out = {0};

	sentlines_put(&out, &in, &how);
	return out;
}

static void
split_again(struct str text)
{
	struct sink once = lines_of(text), twice = lines_of(buf_str(&once.buf));

	holds(str_eq(buf_str(&once.buf), buf_str(&twice.buf)));
	buf_free(&once.buf);
	buf_free(&twice.buf);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	struct str text = {(const char *)data, n};
	struct source in = source_over(text);
	struct buf out = {0};
	struct written w = {.sent = {.piece = just_text}, .out = &out};

	w.sent.wrapped = wrapped = n % 2;
	sent_run(&w.sent, &in);
	holds(str_eq(buf_str(&out), text));
	out.n = 0;
	same_in_pieces(text, n % 11 + 1, &out, run);
	split_again(text);
	buf_free(&out);
	return 0;
}
