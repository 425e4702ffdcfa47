/* SPDX-License-Identifier: MIT */
#include "html/token/reference.h"

#include "text/encoding/entity.h"
#include "text/unicode/utf.h"

/* A code point that a reference names, as text may hold it. */
static uint32_t
safe_point(uint32_t c)
{
	if (c == '\r')
		return '\n';
	if (c == '\f')
		return ' ';
	if ((c < ' ' && c != '\t' && c != '\n') || (c >= 0x7F && c < 0xA0))
		return 0; /* a control: it could steer a terminal */
	return (c & 0xFFFE) == 0xFFFE ? 0xFFFD : c;
}

int
reference_take(struct source *in, bool in_attribute, char to[8])
{
	uint32_t c[2];
	int used = 0, points, n = 0;
	bool last = false;

	while ((points = entity_step(in->at, in->end, last, in_attribute,
	            c, &used)) < 0)
		last = !source_more(in);
	if (points == 0) {
		in->at++;
		return -1;
	}
	in->at += used;
	for (int i = 0; i < points; i++)
		if ((c[i] = safe_point(c[i])) != 0)
			n += utf_encode(c[i], to + n);
	return n;
}
