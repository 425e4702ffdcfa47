/* SPDX-License-Identifier: MIT */
#include "unit.h"

#include <math.h>

#include "notation/json.h"
#include "notation/object.h"

static void
nothing(struct object *o)
{
	(void)o;
}

static void
strings(struct object *o)
{
	object_string(o, "a", STR("x\"\\\n\t\1"));
	object_string(o, "b", STR("\xFF\xC3\xA9"));
	object_string(o, "", STR(""));
}

static void
numbers(struct object *o)
{
	object_integer(o, "i", -5);
	object_integer(o, "big", 9223372036854775807LL);
	object_number(o, "half", .5, 3);
	object_number(o, "none", NAN, 2);
	object_number(o, "inf", INFINITY, 2);
	object_number(o, "round", 2.345, 0);
}

static void
words(struct object *o)
{
	object_bool(o, "t", true);
	object_bool(o, "f", false);
	object_null(o, "n");
	object_json(o, "j", STR("[1, 2]"));
}

static void
nested(struct object *o)
{
	object_array(o, "a");
	object_end(o);
	object_array(o, "b");
	object_integer(o, NULL, 1);
	object_object(o, NULL);
	object_string(o, "x", STR("y"));
	object_array(o, "z");
	object_null(o, NULL);
	object_null(o, NULL);
	object_end(o);
	object_end(o);
	object_integer(o, NULL, 2);
	object_end(o);
	object_bool(o, "c", true);
}

static const struct {
	const char *why;
	void (*write)(struct object *);
	const char *want;
	size_t members;
} rows[] = {
	{"an empty object", nothing, "{}", 0},
	{"strings are escaped and mended", strings,
	    "{\"a\":\"x\\\"\\\\\\n\\t\\u0001\",\"b\":\"\xEF\xBF\xBD\xC3\xA9\","
	    "\"\":\"\"}", 3},
	{"numbers; what is not finite is null", numbers,
	    "{\"i\":-5,\"big\":9223372036854775807,\"half\":0.500,"
	    "\"none\":null,\"inf\":null,\"round\":2}", 6},
	{"words, and JSON as it is", words,
	    "{\"t\":true,\"f\":false,\"n\":null,\"j\":[1, 2]}", 4},
	{"arrays and objects in each other", nested,
	    "{\"a\":[],\"b\":[1,{\"x\":\"y\",\"z\":[null,null]},2],\"c\":true}",
	    3},
};

START_TEST(each_object)
{
	struct object o = {0};
	struct sink out = {0};

	for (int again = 0; again < 2; again++) { /* cleared, it is as new */
		object_clear(&o);
		out.buf.n = 0;
		rows[_i].write(&o);
		object_put(&o, &out);
		ck_assert_msg(strcmp(text_of(&out.buf), rows[_i].want) == 0,
		    "%s: %s", rows[_i].why, text_of(&out.buf));
		ck_assert(json_check(buf_str(&out.buf)) == NULL);
		ck_assert_uint_eq(object_count(&o), rows[_i].members);
	}
	object_free(&o);
	buf_free(&out.buf);
}
END_TEST

START_TEST(members_are_read_back)
{
	struct object o = {0};

	nested(&o);
	ck_assert(str_eq(object_name(&o, 0), STR("\"a\"")));
	ck_assert(str_eq(object_value(&o, 0), STR("[]")));
	ck_assert(str_eq(object_name(&o, 2), STR("\"c\"")));
	ck_assert(str_eq(object_value(&o, 2), STR("true")));
	object_free(&o);
}
END_TEST

UNIT_SUITE("object", UNIT_EACH(each_object, rows),
    UNIT_ONE(members_are_read_back))
