/* SPDX-License-Identifier: MIT */
#include "text/mojibake/points.h"

#include <stdlib.h>

#include "base/mem.h"
#include "text/unicode/utf.h"

void
points_room(struct points *p, size_t n)
{
	if (n <= p->cap)
		return;
	p->cap = n < 256 ? 256 : n;
	p->c = mem_resize(p->c, p->cap, sizeof *p->c);
}

void
points_read(struct points *p, struct str text)
{
	const char *s = text.s, *end = text.s + text.n;

	points_room(p, text.n);
	p->n = 0;
	while (s < end) {
		uint32_t c;

		s += utf_step(s, end, &c);
		p->c[p->n++] = c == UTF_BAD ? 0xFFFD : c;
	}
}

void
points_write(struct buf *to, const struct points *p)
{
	for (size_t i = 0; i < p->n; i++)
		utf_put(to, p->c[i]);
}

void
points_free(struct points *p)
{
	free(p->c);
	*p = (struct points){0};
}
