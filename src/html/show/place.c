/* SPDX-License-Identifier: MIT */
#include "html/show/place.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "html/read/flow.h"
#include "html/show/markup.h"
#include "html/token/reference.h"

/*
 * Bytes of text that a block is looked for in; few for a short one, which may
 * stand again much later.
 */
enum { WINDOW = 256 * 1024, SHORT_WINDOW = 4096, SHORT = 24 };

/* The page's text without white space, and where each byte stands. */
struct squeezed {
	struct buf text;
	size_t *from, *to;
	size_t cap;
};

static void
add(struct squeezed *q, const char *s, size_t n, size_t from, size_t to)
{
	while (q->text.n + n > q->cap) {
		q->cap += q->cap / 2 + 4096;
		q->from = mem_resize(q->from, q->cap, sizeof *q->from);
		q->to = mem_resize(q->to, q->cap, sizeof *q->to);
	}
	for (size_t i = 0; i < n; i++) {
		q->from[q->text.n + i] = from;
		q->to[q->text.n + i] = to;
	}
	buf_put(&q->text, s, n);
}

/* White space, or a character without a width: how many bytes; 0: neither. */
static size_t
skipped(const char *s, const char *end)
{
	if (*s == ' ' || *s == '\t' || *s == '\n' || *s == '\r' || *s == '\f')
		return 1;
	if (end - s > 1 && memcmp(s, "\xC2\xA0", 2) == 0)
		return 2;
	return flow_invisible(s, end);
}

static void
add_text(struct squeezed *q, struct str page, struct str text)
{
	struct source in = source_over(text);

	while (in.at < in.end) {
		size_t from = (size_t)(in.at - page.s), skip;
		char to[8];
		int n = 1;

		if ((skip = skipped(in.at, in.end)) > 0) {
			in.at += skip;
			continue;
		}
		to[0] = *in.at;
		if (to[0] != '&')
			in.at++;
		else if ((n = reference_take(&in, false, to)) < 0)
			n = 1;
		if (n > 0 && skipped(to, to + n) == 0)
			add(q, to, (size_t)n, from, (size_t)(in.at - page.s));
	}
}

static struct squeezed
squeeze_page(struct str page)
{
	struct squeezed q = {{0}, NULL, NULL, 0};
	struct markup m = {.page = page};
	struct markup_piece piece;
	enum markup_kind kind;

	while ((kind = markup_next(&m, &piece)) != MARKUP_DONE)
		if (kind == MARKUP_TEXT)
			add_text(&q, page, piece.text);
	return q;
}

/* The first `needle` not far from `at`; SIZE_MAX: none. */
static size_t
find(struct str text, size_t at, struct str needle)
{
	size_t most = needle.n < SHORT ? SHORT_WINDOW : WINDOW;
	size_t end = text.n - at > most ? at + most : text.n;

	while (at + needle.n <= end) {
		const char *hit = memchr(text.s + at, needle.s[0],
		    end - needle.n + 1 - at);

		if (hit == NULL)
			break;
		at = (size_t)(hit - text.s);
		if (memcmp(hit, needle.s, needle.n) == 0)
			return at;
		at++;
	}
	return SIZE_MAX;
}

static void
squeeze_block(struct buf *to, struct str t)
{
	const char *s = t.s, *end = t.s + t.n;

	to->n = 0;
	while (s < end) {
		size_t skip = skipped(s, end);

		if (skip == 0)
			buf_putc(to, *s);
		s += skip > 0 ? skip : 1;
	}
}

struct place *
places_of(const struct page *p, struct str bytes)
{
	struct squeezed q = squeeze_page(bytes);
	struct place *place = mem_alloc(p->n_blocks + 1, sizeof *place);
	struct buf block = {0};
	size_t at = 0;

	for (size_t i = 0; i < p->n_blocks; i++) {
		size_t hit;

		squeeze_block(&block, page_text(p, &p->blocks[i]));
		if (block.n == 0 || (hit = find(buf_str(&q.text), at,
		        buf_str(&block))) == SIZE_MAX)
			continue;
		at = hit + block.n;
		place[i] = (struct place){q.from[hit], q.to[at - 1]};
	}
	buf_free(&block);
	buf_free(&q.text);
	free(q.from);
	free(q.to);
	return place;
}
