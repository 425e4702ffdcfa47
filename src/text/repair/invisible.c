/* SPDX-License-Identifier: MIT */
/*
 * Removal of invisible characters, but where their script or an emoji needs
 * them.
 */
#include "text/langid/script.h"
#include "text/repair/charflags.h"
#include "text/repair/rule.h"
#include "text/unicode/charclass.h"
#include "text/unicode/utf.h"

enum { ZWNJ = 0x200C, ZWJ = 0x200D };

static bool
is_picture(uint32_t c)
{
	return (charclass_of(c) & CHARCLASS_PICTOGRAPH) ||
	    (c >= 0x1F3FB && c <= 0x1F3FF) || c == 0xFE0F;
}

static bool
is_tag(uint32_t c)
{
	return c >= 0xE0020 && c <= 0xE007F;
}

static bool
is_variation_selector(uint32_t c)
{
	return (c >= 0xFE00 && c <= 0xFE0F) || (c >= 0xE0100 && c <= 0xE01EF);
}

/* A letter or mark of a script whose letters join or form clusters. */
static bool
needs_joiners(uint32_t c)
{
	switch (script_of(c)) {
	case SCRIPT_Arab: case SCRIPT_Syrc: case SCRIPT_Nkoo: case SCRIPT_Mong:
	case SCRIPT_Deva: case SCRIPT_Beng: case SCRIPT_Guru: case SCRIPT_Gujr:
	case SCRIPT_Orya: case SCRIPT_Taml: case SCRIPT_Telu: case SCRIPT_Knda:
	case SCRIPT_Mlym: case SCRIPT_Sinh: case SCRIPT_Mymr: case SCRIPT_Khmr:
	case SCRIPT_Tibt: case SCRIPT_Thaa:
		return true;
	}
	return false;
}

/* Whether the invisible `c` does something between its neighbors. */
static bool
has_use(uint32_t before, uint32_t c, uint32_t after)
{
	if (c == ZWJ && is_picture(before))
		return is_picture(after);
	if (c == ZWJ || c == ZWNJ)
		return needs_joiners(before) && needs_joiners(after);
	if (is_variation_selector(c))
		return is_picture(before) ||
		    (charclass_of(before) & CHARCLASS_CJK) ||
		    (before >= '0' && before <= '9') || before == '#' ||
		    before == '*';
	return is_tag(c) && (is_picture(before) || is_tag(before));
}

bool
repair_invisible(struct str line, struct buf *to)
{
	const char *s = line.s, *end = line.s + line.n;
	size_t start = to->n;
	uint32_t before = ' ';
	bool any = false;

	while (s < end) {
		uint32_t c, after = ' ';
		int n = utf_step(s, end, &c);

		if (s + n < end)
			utf_step(s + n, end, &after);
		if ((char_flags(c) & CHAR_INVISIBLE) &&
		    !has_use(before, c, after)) {
			any = true;
		} else {
			buf_put(to, s, (size_t)n);
			before = c;
		}
		s += n;
	}
	if (!any)
		to->n = start;
	return any;
}
