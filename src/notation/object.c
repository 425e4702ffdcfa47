/* SPDX-License-Identifier: MIT */
#include "notation/object.h"

#include <assert.h>
#include <math.h>
#include <stdio.h>

#include "notation/json.h"

struct object_member {
	size_t name, name_length; /* in `names` */
	size_t value;             /* in `json`; it ends where the next begins */
};

static const struct object_member *
member_at(const struct object *o, size_t i)
{
	return (const struct object_member *)(const void *)o->members.s + i;
}

/* Begin a value: with its name, behind a comma where one is needed. */
static void
begin(struct object *o, const char *name)
{
	struct object_member m;

	if (o->depth == 0) {
		m = (struct object_member){o->names.n, 0, o->json.n};
		json_put(&o->names, str_of(name));
		m.name_length = o->names.n - m.name;
		buf_put(&o->members, (const char *)&m, sizeof m);
		return;
	}
	if (o->filled[o->depth - 1])
		buf_putc(&o->json, ',');
	o->filled[o->depth - 1] = true;
	assert((name == NULL) == (o->closers[o->depth - 1] == ']'));
	if (name == NULL)
		return;
	json_put(&o->json, str_of(name));
	buf_putc(&o->json, ':');
}

void
object_json(struct object *o, const char *name, struct str json)
{
	begin(o, name);
	buf_put(&o->json, json.s, json.n);
}

void
object_string(struct object *o, const char *name, struct str value)
{
	begin(o, name);
	json_put(&o->json, value);
}

void
object_integer(struct object *o, const char *name, long long value)
{
	char digits[32];

	snprintf(digits, sizeof digits, "%lld", value);
	object_json(o, name, str_of(digits));
}

void
object_number(struct object *o, const char *name, double value, int decimals)
{
	char digits[352]; /* DBL_MAX has 309 before its point */

	if (!isfinite(value)) {
		object_null(o, name);
		return;
	}
	snprintf(digits, sizeof digits, "%.*f", decimals, value);
	object_json(o, name, str_of(digits));
}

void
object_bool(struct object *o, const char *name, bool value)
{
	object_json(o, name, value ? STR("true") : STR("false"));
}

void
object_null(struct object *o, const char *name)
{
	object_json(o, name, STR("null"));
}

static void
open_level(struct object *o, const char *name, char opener, char closer)
{
	begin(o, name);
	assert(o->depth < OBJECT_DEPTH);
	buf_putc(&o->json, opener);
	o->closers[o->depth] = closer;
	o->filled[o->depth++] = false;
}

void
object_array(struct object *o, const char *name)
{
	open_level(o, name, '[', ']');
}

void
object_object(struct object *o, const char *name)
{
	open_level(o, name, '{', '}');
}

void
object_end(struct object *o)
{
	assert(o->depth > 0);
	buf_putc(&o->json, o->closers[--o->depth]);
}

/* ---- reading it back ---- */

size_t
object_count(const struct object *o)
{
	return o->members.n / sizeof(struct object_member);
}

struct str
object_name(const struct object *o, size_t i)
{
	const struct object_member *m = member_at(o, i);

	return (struct str){o->names.s + m->name, m->name_length};
}

struct str
object_value(const struct object *o, size_t i)
{
	size_t from = member_at(o, i)->value;
	size_t to = i + 1 < object_count(o) ? member_at(o, i + 1)->value
	                                    : o->json.n;

	return (struct str){o->json.s + from, to - from};
}

void
object_put_members(const struct object *o, struct sink *out)
{
	for (size_t i = 0; i < object_count(o); i++) {
		struct str name = object_name(o, i), value = object_value(o, i);

		if (i > 0)
			sink_putc(out, ',');
		sink_put(out, name.s, name.n);
		sink_putc(out, ':');
		sink_put(out, value.s, value.n);
	}
}

void
object_put(const struct object *o, struct sink *out)
{
	sink_putc(out, '{');
	object_put_members(o, out);
	sink_putc(out, '}');
}

void
object_clear(struct object *o)
{
	o->json.n = o->names.n = o->members.n = 0;
	o->depth = 0;
}

void
object_free(struct object *o)
{
	buf_free(&o->json);
	buf_free(&o->names);
	buf_free(&o->members);
}
