/* SPDX-License-Identifier: MIT */
#include "text/encoding/entity.h"

#include <string.h>

#include "base/ascii.h"
#include "text/encoding/charset.h"

#include "gen/entity.h"

/* Whether the answer must wait: all of `s` to `end` fits and may go on. */
static bool
open_ended(const char *s, const char *at, const char *end, bool last)
{
	return at == end && !last && end - s < ENTITY_LOOK;
}

static int
numeric(const char *s, const char *end, bool last, uint32_t *c, int *consumed)
{
	const char *at = s + 2, *digits;
	const char *stop = end - s > ENTITY_LOOK ? s + ENTITY_LOOK : end;
	int base = 10;

	if (at < stop && (*at | 0x20) == 'x') {
		base = 16;
		at++;
	}
	digits = at;
	for (*c = 0; at < stop && (base == 16 ? ascii_hex(*at) >= 0
	    : ascii_is_digit(*at)); at++)
		if (*c <= 0x10FFFF)
			*c = *c * (uint32_t)base + (uint32_t)ascii_hex(*at);
	if (open_ended(s, at, end, last))
		return -1;
	if (at == digits || at == s + ENTITY_LOOK)
		return 0;
	*c = charset_mend(*c);
	*consumed = (int)(at - s) + (at < end && *at == ';');
	return 1;
}

static const struct entity *
find(const char *name, size_t n)
{
	unsigned at = entity_hash(name, n);

	for (; entity_slot[at] != 0; at = (at + 1) % ENTITY_SLOTS) {
		const struct entity *e = &entities[entity_slot[at] - 1];

		if (e->length == n &&
		    memcmp(entity_names + e->name, name, n) == 0)
			return e;
	}
	return NULL;
}

static int
found(const struct entity *e, uint32_t c[2])
{
	c[0] = e->first;
	c[1] = e->second;
	return e->second ? 2 : 1;
}

/*
 * Names are letters and digits, so one with a semicolon can only be the whole
 * run of them; failing that, the longest beginning that needs no semicolon.
 */
static int
named(const char *s, const char *end, bool last, bool in_attribute,
    uint32_t c[2], int *consumed)
{
	const char *name = s + 1, *at = name;
	const struct entity *e;
	size_t n;

	while (at < end && at - name <= ENTITY_LONGEST && ascii_is_alnum(*at))
		at++;
	if (open_ended(s, at, end, last))
		return -1;
	n = (size_t)(at - name);
	if (at < end && *at == ';' && (e = find(name, n)) != NULL) {
		*consumed = (int)n + 2;
		return found(e, c);
	}
	if (n > ENTITY_BARE_LONGEST)
		n = ENTITY_BARE_LONGEST;
	for (; n > 1; n--)
		if ((e = find(name, n)) != NULL && e->bare)
			break;
	if (n < 2 || (in_attribute && name + n < end &&
	    (name[n] == '=' || ascii_is_alnum(name[n]))))
		return 0;
	*consumed = (int)n + 1;
	return found(e, c);
}

int
entity_step(const char *s, const char *end, bool last, bool in_attribute,
    uint32_t c[2], int *consumed)
{
	if (s + 1 == end)
		return last ? 0 : -1;
	if (s[1] == '#')
		return numeric(s, end, last, c, consumed);
	return named(s, end, last, in_attribute, c, consumed);
}
