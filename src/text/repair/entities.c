/* SPDX-License-Identifier: MIT */
/*
 * Repair of character references that a text still has ("&amp;eacute;").
 */
#include "text/encoding/entity.h"
#include "text/repair/rule.h"
#include "text/unicode/utf.h"

/* The reference at `s`, with its semicolon; its length, 0 if it is none. */
static int
reference(const char *s, const char *end, uint32_t c[2], int *points)
{
	int length;

	*points = entity_step(s, end, true, false, c, &length);
	return *points > 0 && s[length - 1] == ';' ? length : 0;
}

/* Whether "&" with what is at `s` makes a reference, or begins one. */
static bool
makes_reference(const char *s, const char *end)
{
	if (s == end)
		return false;
	return *s == '#' || (*s >= 'a' && *s <= 'z') ||
	    (*s >= 'A' && *s <= 'Z');
}

/* Which references become characters. */
enum which { ALL_BUT_ESCAPED, ESCAPED_ONLY, ALL };

static bool
put_reference(const char **s, const char *end, struct buf *to,
    enum which which)
{
	uint32_t c[2];
	int points, n = reference(*s, end, c, &points);
	bool escaped = n > 0 && c[0] == '&' && makes_reference(*s + n, end);

	if (n == 0 || (which == ALL_BUT_ESCAPED && escaped) ||
	    (which == ESCAPED_ONLY && !escaped))
		return false;
	for (int i = 0; i < points; i++)
		utf_put(to, c[i]);
	*s += n;
	return true;
}

static bool
put_line(struct str line, struct buf *to, enum which which)
{
	const char *s = line.s, *end = line.s + line.n;
	size_t before = to->n;
	bool any = false;

	while (s < end) {
		const char *and = memchr(s, '&', (size_t)(end - s));

		if (and == NULL)
			and = end;
		buf_put(to, s, (size_t)(and - s));
		s = and;
		if (s == end)
			break;
		if (put_reference(&s, end, to, which))
			any = true;
		else
			buf_putc(to, *s++);
	}
	if (!any)
		to->n = before;
	return any;
}

bool
repair_entities(struct str line, struct buf *to, bool twice)
{
	if (memchr(line.s, '<', line.n) != NULL)
		return false;
	if (twice) /* first what was escaped, before a '<' ends it all */
		return put_line(line, to, ESCAPED_ONLY) ||
		    put_line(line, to, ALL);
	return put_line(line, to, ALL_BUT_ESCAPED);
}
