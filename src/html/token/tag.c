/* SPDX-License-Identifier: MIT */
#include "html/token/tag.h"

#include <stdbool.h>
#include <string.h>

#define TAG_ROW(id, name, box, flags) {name, TAG_##id, BOX_##box, flags},

static const struct tag tags[] = {
	TAGS(TAG_ROW) {"", TAG_OTHER, BOX_INLINE, 0},
};

enum { SLOTS = 512 }; /* a power of two, about four times the names */

static unsigned
slot_of(const char *name, size_t n)
{
	const unsigned char *s = (const unsigned char *)name;
	unsigned h = (unsigned)n * 37u + s[0] * 11u + s[n - 1] * 61u +
	    s[n / 2] * 5u;

	return h % SLOTS;
}

static bool
is_named(const struct tag *t, const char *name, size_t n)
{
	size_t i = 0;

	while (i < n && t->name[i] == name[i])
		i++;
	return i == n && t->name[n] == '\0';
}

const struct tag *
tag_find(const char *name, size_t n)
{
	static unsigned char slots[SLOTS]; /* 0 empty, else index + 1 */
	static int filled;
	unsigned h;

	if (!filled) {
		for (unsigned i = 0; i < TAG_OTHER; i++) {
			h = slot_of(tags[i].name, strlen(tags[i].name));
			while (slots[h] != 0)
				h = (h + 1) % SLOTS;
			slots[h] = (unsigned char)(i + 1);
		}
		filled = 1;
	}
	if (n == 0)
		return &tags[TAG_OTHER];
	for (h = slot_of(name, n); slots[h] != 0; h = (h + 1) % SLOTS) {
		const struct tag *t = &tags[slots[h] - 1];

		if (is_named(t, name, n))
			return t;
	}
	return &tags[TAG_OTHER];
}

const struct tag *
tag_of(enum tag_id id)
{
	return &tags[id];
}
