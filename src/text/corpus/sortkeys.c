/* SPDX-License-Identifier: MIT */
#include "text/corpus/sortkeys.h"

#include <stdlib.h>

/* "3L", "2R" */
static bool
parse_place(struct str key, struct concordance_sort *s)
{
	char side = key.n > 0 ? key.s[key.n - 1] : '\0';

	if (key.n < 2 || key.n > 3 || (side != 'L' && side != 'R'))
		return false;
	s->by = side == 'L' ? KEY_LEFT : KEY_RIGHT;
	s->place = 0;
	for (size_t i = 0; i + 1 < key.n; i++) {
		if (key.s[i] < '0' || key.s[i] > '9')
			return false;
		s->place = s->place * 10 + key.s[i] - '0';
	}
	return s->place > 0;
}

static bool
parse_key(struct str key, struct concordance_sort *s)
{
	if (str_eq(key, STR("word")))
		s->by = KEY_WORD;
	else if (str_eq(key, STR("document")))
		s->by = KEY_DOCUMENT;
	else
		return parse_place(key, s);
	return true;
}

bool
sortkeys_parse(struct concordance_options *o, const char *list)
{
	const char *s = list;

	o->n_keys = 0;
	for (;;) {
		size_t n = strcspn(s, ",");

		if (o->n_keys == CONCORDANCE_KEYS ||
		    !parse_key((struct str){s, n}, &o->keys[o->n_keys++]))
			return false;
		if (s[n] == '\0')
			return true;
		s += n + 1;
	}
}
