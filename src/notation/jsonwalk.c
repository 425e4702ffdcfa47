/* SPDX-License-Identifier: MIT */
#include "notation/jsonwalk.h"

#include "notation/json.h"

static size_t
skip_blanks(struct str s, size_t at)
{
	while (at < s.n && (s.s[at] == ' ' || s.s[at] == '\n' ||
	    s.s[at] == '\r' || s.s[at] == '\t'))
		at++;
	return at;
}

/* Behind the string at `at`. */
static size_t
skip_string(struct str s, size_t at)
{
	size_t from = at + 1;

	for (at = from; at < s.n; at++) {
		const char *quote = memchr(s.s + at, '"', s.n - at);
		size_t slashes = 0;

		if (quote == NULL)
			break;
		at = (size_t)(quote - s.s);
		while (at - slashes > from && quote[-1 - (long)slashes] == '\\')
			slashes++;
		if (slashes % 2 == 0)
			return at + 1;
	}
	return s.n;
}

/* Behind the value at `at`. */
static size_t
skip_value(struct str s, size_t at)
{
	int depth = 0;

	while (at < s.n) {
		char c = s.s[at];

		if (c == '"') {
			at = skip_string(s, at);
		} else if (c == '{' || c == '[') {
			depth++;
			at++;
		} else if (depth == 0 && (c == ',' || c == '}' || c == ']')) {
			return at;
		} else {
			depth -= c == '}' || c == ']';
			at++;
		}
		if (depth == 0 && (c == '"' || c == '}' || c == ']'))
			return at;
	}
	return s.n;
}

/* To the next thing in an object or array; false: it ends. */
static bool
next(struct jsonwalk *w, struct str s, char open)
{
	w->at = skip_blanks(s, w->at);
	if (w->at >= s.n || s.s[w->at] != (w->begun ? ',' : open))
		return false;
	w->begun = true;
	w->at = skip_blanks(s, w->at + 1);
	return w->at < s.n && s.s[w->at] != '}' && s.s[w->at] != ']';
}

static struct str
take_value(struct jsonwalk *w, struct str s)
{
	size_t from = w->at;

	w->at = skip_value(s, from);
	return (struct str){s.s + from, w->at - from};
}

bool
jsonwalk_member(struct jsonwalk *w, struct str object, struct str *name,
    struct str *value)
{
	if (!next(w, object, '{') || object.s[w->at] != '"')
		return false;
	*name = (struct str){object.s + w->at, 0};
	w->at = skip_string(object, w->at);
	name->n = (size_t)(object.s + w->at - name->s);
	w->at = skip_blanks(object, w->at);
	if (w->at >= object.n || object.s[w->at] != ':')
		return false;
	w->at = skip_blanks(object, w->at + 1);
	*value = take_value(w, object);
	return true;
}

bool
jsonwalk_item(struct jsonwalk *w, struct str array, struct str *value)
{
	if (!next(w, array, '['))
		return false;
	*value = take_value(w, array);
	return true;
}

struct str
jsonwalk_get(struct str object, const char *wanted)
{
	struct jsonwalk w = {0};
	struct str name, value;
	size_t n = strlen(wanted);

	while (jsonwalk_member(&w, object, &name, &value))
		if (name.n == n + 2 && memcmp(name.s + 1, wanted, n) == 0)
			return value;
	return (struct str){0};
}

bool
jsonwalk_text(struct str object, const char *name, struct buf *to)
{
	struct str value = jsonwalk_get(object, name);

	if (value.n < 2 || *value.s != '"')
		return false;
	json_unescape(to, value);
	return true;
}
