/* SPDX-License-Identifier: MIT */
#include "text/plot/label.h"

#include "text/unicode/shown.h"

static int
columns_at(const char *at, const char *end, uint32_t *c, int *n)
{
	*n = utf_step(at, end, c);
	if (*c == UTF_BAD || shown_is_control(*c))
		return 1;
	return utf_width(*c);
}

int
label_columns(struct str s)
{
	const char *at = s.s, *end = at + s.n;
	int used = 0, n;
	uint32_t c;

	for (; at < end; at += n)
		used += columns_at(at, end, &c, &n);
	return used;
}

int
label_put(struct sink *out, struct str s, int columns, bool ascii)
{
	const char *at = s.s, *end = at + s.n;
	const char *dots = ascii ? "~" : "\xE2\x80\xA6";
	bool cut = label_columns(s) > columns;
	int room = cut ? columns - 1 : columns, used = 0, n;
	uint32_t c;

	for (; at < end; at += n) {
		int width = columns_at(at, end, &c, &n);

		if (used + width > room)
			break;
		used += width;
		shown_put_char(out, at, n, c);
	}
	if (!cut || columns < 1)
		return used;
	sink_puts(out, dots);
	return used + 1;
}
