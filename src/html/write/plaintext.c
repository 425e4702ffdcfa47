/* SPDX-License-Identifier: MIT */
#include "html/write/plaintext.h"

#include <string.h>

#include "base/ascii.h"

enum { LOOK_FOR_TAGS = 64 * 1024 }; /* bytes of a page that are looked at */

/* Whether "<" begins a tag or a comment, or "&" a reference. */
static bool
is_markup(struct str t)
{
	size_t i = 1;

	if (t.s[0] == '<')
		return t.n > 1 && (ascii_is_letter((unsigned char)t.s[1]) ||
		    strchr("/!?", t.s[1]) != NULL);
	while (i < t.n && i < 32 && (ascii_is_letter((unsigned char)t.s[i]) ||
	    t.s[i] == '#' || (t.s[i] >= '0' && t.s[i] <= '9')))
		i++;
	return i > 1 && i < t.n && t.s[i] == ';';
}

bool
plaintext_is(struct source *in)
{
	size_t n;

	while (in->end - in->at < LOOK_FOR_TAGS && source_more(in))
		continue;
	n = (size_t)(in->end - in->at);
	n = n < LOOK_FOR_TAGS ? n : LOOK_FOR_TAGS;
	for (size_t i = 0; i < n; i++)
		if ((in->at[i] == '<' || in->at[i] == '&') &&
		    is_markup((struct str){in->at + i, n - i}))
			return false;
	return true;
}

/* Bytes of a control at `s` that no text has: C0 but TAB and LF, DEL, C1. */
static size_t
control_at(const char *s, const char *end)
{
	unsigned char c = (unsigned char)*s;

	if (c < 0x20 || c == 0x7F)
		return c != '\t' && c != '\n';
	return c == 0xC2 && end - s > 1 && (unsigned char)s[1] < 0xA0 ? 2 : 0;
}

/* `returned`: a carriage return came last, which is a line's end. */
static void
put_lines(struct lines *l, const char *s, const char *end, bool *returned)
{
	while (s < end) {
		const char *from = s;
		size_t n = 0;

		while (s < end && (n = control_at(s, end)) == 0 &&
		    !(*returned && *s == '\n')) {
			*returned = false;
			s++;
		}
		lines_verbatim(l, (struct str){from, (size_t)(s - from)});
		if (s == end)
			return;
		if (*s == '\r' || *s == '\f')
			lines_verbatim(l, STR("\n"));
		*returned = *s == '\r';
		s += n > 0 ? n : 1;
	}
}

void
plaintext_put(struct lines *l, struct source *in)
{
	bool returned = false;

	while (in->at < in->end || source_more(in)) {
		put_lines(l, in->at, in->end, &returned);
		in->at = in->end;
	}
}
