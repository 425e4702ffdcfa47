/* SPDX-License-Identifier: MIT */
#include "html/jsonld/ldvalue.h"

#include <string.h>

#include "notation/json.h"
#include "notation/jsonwalk.h"

struct str
ldvalue_member(struct str object, const char *wanted)
{
	struct jsonwalk w = {0};
	struct str name, value;
	size_t n = strlen(wanted);

	if (object.n == 0 || object.s[0] != '{')
		return (struct str){0};
	while (jsonwalk_member(&w, object, &name, &value))
		if (name.n >= n + 2 && memcmp(name.s + name.n - 1 - n, wanted,
		    n) == 0 && (name.n == n + 2 ||
		    name.s[name.n - 2 - n] == ':'))
			return value;
	return (struct str){0};
}

bool
ldvalue_is_string(struct str value)
{
	return value.n >= 2 && value.s[0] == '"';
}

bool
ldvalue_string(struct str value, struct buf *to, int depth)
{
	static const char *const members[] = {"@value", "name", "url", "@id",
	    "contentUrl"};
	struct jsonwalk w = {0};
	struct str item;

	if (ldvalue_is_string(value)) {
		json_unescape(to, value);
		return to->n > 0;
	}
	if (value.n == 0 || depth == 0)
		return false;
	if (value.s[0] == '[') {
		while (jsonwalk_item(&w, value, &item))
			if (ldvalue_string(item, to, depth - 1))
				return true;
		return false;
	}
	for (size_t i = 0; i < sizeof members / sizeof *members; i++)
		if (ldvalue_is_string(item = ldvalue_member(value,
		    members[i])) && ldvalue_string(item, to, depth - 1))
			return true;
	return false;
}

bool
ldvalue_text(struct str object, const char *name, struct buf *to)
{
	to->n = 0;
	return ldvalue_string(ldvalue_member(object, name), to, 3);
}
