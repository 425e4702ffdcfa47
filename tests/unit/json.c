/* SPDX-License-Identifier: MIT */
#include "unit.h"

#include "notation/json.h"

/* Each class of RFC 8259's grammar, accepted and refused. */
static const struct {
	const char *why, *in;
	bool good;
} texts[] = {
	{"an object", "{\"a\":1}", true},
	{"an empty object", "{}", true},
	{"an empty array", "[]", true},
	{"white space everywhere", " \t\r\n[ 1 , { \"a\" : 2 } ] \n", true},
	{"a scalar alone", "null", true},
	{"a string alone", "\"\"", true},
	{"numbers", "[0,-0,1.5,1e9,1E-2,-12.0e+3]", true},
	{"a long number", "12345678901234567890123", true},
	{"every escape", "\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9\"", true},
	{"a lone surrogate's escape", "\"\\ud800\"", true},
	{"an escaped NUL", "\"\\u0000\"", true},
	{"DEL is no control here", "\"\x7F\"", true},
	{"UTF-8 of each length", "\"\xC3\xA9\xE2\x82\xAC\xF0\x9F\x98\x80\"", true},
	{"a noncharacter", "\"\xEF\xBF\xBF\"", true},
	{"an empty name", "{\"\":0}", true},
	{"names twice", "{\"a\":1,\"a\":2}", true},
	{"an escaped NUL in a name", "{\"a\\u0000b\":1}", true},
	{"a line separator", "\"\xE2\x80\xA8\"", true},
	{"zero with an exponent", "[0e+1,0E0]", true},
	{"500 arrays", NULL, true},

	{"nothing", "", false},
	{"only space", "  ", false},
	{"a byte order mark", "\xEF\xBB\xBF{}", false},
	{"two values", "{} {}", false},
	{"a comma at the end", "[1,]", false},
	{"a comma at the beginning", "[,1]", false},
	{"two commas", "[1,,2]", false},
	{"no comma", "[1 2]", false},
	{"a comma after the last member", "{\"a\":1,}", false},
	{"no colon", "{\"a\" 1}", false},
	{"two colons", "{\"a\"::1}", false},
	{"no value", "{\"a\":}", false},
	{"no quotes around a name", "{a:1}", false},
	{"single quotes", "['a']", false},
	{"a number as a name", "{1:1}", false},
	{"not closed", "[1", false},
	{"not closed after a comma", "[1,", false},
	{"closed by the other", "[1}", false},
	{"closed twice", "[1]]", false},
	{"a string not closed", "\"a", false},
	{"a string that ends in a backslash", "\"\\", false},
	{"a line feed in a string", "\"a\nb\"", false},
	{"a tab in a string", "\"a\tb\"", false},
	{"an unknown escape", "\"\\x41\"", false},
	{"an escaped upper case U", "\"\\U0041\"", false},
	{"three hex digits", "\"\\u00e\"", false},
	{"no hex digit", "\"\\u00eg\"", false},
	{"a leading zero", "01", false},
	{"a leading plus", "+1", false},
	{"a minus alone", "-", false},
	{"no digit before the point", ".5", false},
	{"no digit after the point", "1.", false},
	{"no digit in the exponent", "1e", false},
	{"no digit after its sign", "1e+", false},
	{"a hexadecimal number", "0x1", false},
	{"NaN", "NaN", false},
	{"Infinity", "-Infinity", false},
	{"a word in capitals", "True", false},
	{"a word cut off", "nul", false},
	{"a comment", "[1]//x", false},
	{"a form feed as space", "[\f1]", false},
	{"a no-break space as space", "\xC2\xA0[]", false},
	{"Latin-1", "\"\xE9\"", false},
	{"an overlong", "\"\xC0\xAF\"", false},
	{"a surrogate in UTF-8", "\"\xED\xA0\x80\"", false},
	{"above Unicode", "\"\xF4\x90\x80\x80\"", false},
	{"UTF-8 cut off", "\"\xE2\x82\"", false},
	{"a lone continuation byte in a name", "{\"\xB9\":0}", false},
	{"bad UTF-8 after a backslash", "\"\\\xE5\"", false},
	{"a surrogate's escape, then a quote's", "\"\\uD800\\\"", false},
	{"a surrogate's escape, then half of one", "\"\\uD800\\u1x\"", false},
	{"an escaped tab itself", "\"\\\t\"", false},
	{"an escape outside of a string", "[\\u0020\"a\"]", false},
	{"a minus, a space, a digit", "[- 1]", false},
	{"a minus, a point", "[-.1]", false},
	{"a minus, a leading zero", "[-01]", false},
	{"a point, an exponent", "[2.e3]", false},
	{"two signs", "[1e+-2]", false},
	{"two exponents", "[1eE2]", false},
	{"two points", "[1.2.3]", false},
	{"letters in a number", "[1.2a-3]", false},
	{"a fullwidth digit", "[\xEF\xBC\x91]", false},
	{"a word that is none", "[truth]", false},
	{"a vertical tab as space", "[\v1]", false},
	{"a word joiner as space", "[\xE2\x81\xA0]", false},
	{"a mark and nothing", "\xEF\xBB\xBF", false},
	{"two arrays", "[][]", false},
	{"an object closed twice", "{}}", false},
	{"an open object in an open array", "[{\"\":[{\"\":", false},
	{"a colon in an array", "[\"a\":1]", false},
	{"a comma for a colon", "{\"a\",1}", false},
	{"a comment at the end", "{\"a\":1}/**/", false},
	{"a value as a member", "{\"a\":1,2}", false},
};

START_TEST(each_text)
{
	char nested[1001] = "";
	const char *why;

	for (int i = 0; i < 500; i++)
		nested[i] = '[', nested[999 - i] = ']';
	why = json_check(str_of(texts[_i].in ? texts[_i].in : nested));
	ck_assert_msg((why == NULL) == texts[_i].good, "%s: %s", texts[_i].why,
	    why != NULL ? why : "accepted");
}
END_TEST

/* C's strings end there; JSON's texts may hold it only as an escape. */
START_TEST(no_nul)
{
	ck_assert(json_check(STR("[\"a\0b\"]")) != NULL);
	ck_assert(json_check(STR("[1\0]")) != NULL);
	ck_assert(json_check(STR("123\0")) != NULL);
	ck_assert(json_check(STR("{\"a\0\":1}")) != NULL);
	ck_assert(json_check(STR("\0")) != NULL);
}
END_TEST

static const struct {
	const char *why, *in, *want; /* the token, or why there is none */
} fields[] = {
	{"first", "{\"t\":\"x\",\"u\":1}", "\"x\""},
	{"last, spaced", "{\"u\":[1,{\"t\":3}] , \"t\" : \"x\" }", "\"x\""},
	{"an empty one", "{\"t\":\"\"}", "\"\""},
	{"the name in escapes", "{\"\\u0074\":\"x\"}", "\"x\""},
	{"a deeper member does not count", "{\"u\":{\"t\":\"x\"}}", "no such member"},
	{"a name that only begins so", "{\"tt\":\"x\"}", "no such member"},
	{"an array", "[\"t\"]", "not an object"},
	{"a number", "{\"t\":1}", "1"},
	{"null", "{\"t\":null}", "null"},
	{"an object", "{\"t\":{} }", "{}"},
	{"an array as value", "{\"t\":[\"x\"], \"u\":1}", "[\"x\"]"},
	{"twice", "{\"t\":\"x\",\"t\":\"y\"}", "the member is there twice"},
	{"twice, once in escapes", "{\"t\":\"x\",\"\\u0074\":\"y\"}",
	    "the member is there twice"},
	{"bad after the field", "{\"t\":\"x\",}", "a member without a name"},
};

START_TEST(each_field)
{
	struct str token = {0};
	const char *why = json_find(str_of(fields[_i].in), STR("t"), &token);
	struct str got = why != NULL ? str_of(why) : token;

	ck_assert_msg(str_eq(got, str_of(fields[_i].want)), "%s: %.*s",
	    fields[_i].why, (int)got.n, got.s);
}
END_TEST

static const struct {
	const char *why, *token;
	struct str text;
	const char *again; /* how json_put writes the text; NULL: as it was */
} tokens[] = {
	{"plain", "\"abc\"", {"abc", 3}, NULL},
	{"more than eight bytes", "\"0123456789abcdef!\"",
	    {"0123456789abcdef!", 17}, NULL},
	{"short escapes", "\"\\\"\\\\\\b\\f\\n\\r\\t\"", {"\"\\\b\f\n\r\t", 7},
	    NULL},
	{"a solidus", "\"a\\/b\"", {"a/b", 3}, "\"a/b\""},
	{"NUL", "\"\\u0000\"", {"\0", 1}, NULL},
	{"a control", "\"\\u001b\"", {"\x1B", 1}, NULL},
	{"two bytes", "\"\\u00e9\"", {"\xC3\xA9", 2}, "\"\xC3\xA9\""},
	{"three bytes", "\"\\u20AC\"", {"\xE2\x82\xAC", 3}, "\"\xE2\x82\xAC\""},
	{"a pair", "\"\\ud83d\\ude00\"", {"\xF0\x9F\x98\x80", 4},
	    "\"\xF0\x9F\x98\x80\""},
	{"a lone high surrogate", "\"\\ud83dx\"", {"\xEF\xBF\xBDx", 4},
	    "\"\xEF\xBF\xBDx\""},
	{"a lone low surrogate", "\"\\ude00\"", {"\xEF\xBF\xBD", 3},
	    "\"\xEF\xBF\xBD\""},
};

START_TEST(each_token)
{
	struct buf b = {0}, again = {0};
	const char *want = tokens[_i].again ? tokens[_i].again : tokens[_i].token;

	json_unescape(&b, str_of(tokens[_i].token));
	ck_assert_msg(str_eq(buf_str(&b), tokens[_i].text), "%s", tokens[_i].why);
	json_put(&again, tokens[_i].text);
	ck_assert_msg(str_eq(buf_str(&again), str_of(want)), "%s: %s",
	    tokens[_i].why, text_of(&again));
	buf_free(&b);
	buf_free(&again);
}
END_TEST

START_TEST(depth_has_a_most)
{
	struct buf b = {0};

	for (int i = 0; i < JSON_DEPTH; i++)
		buf_putc(&b, '[');
	for (int i = 0; i < JSON_DEPTH; i++)
		buf_putc(&b, ']');
	ck_assert(json_check(buf_str(&b)) == NULL);
	memmove(buf_room(&b, 2) - b.n + 1, b.s, b.n);
	b.s[0] = '[';
	b.s[b.n + 1] = ']';
	b.n += 2;
	ck_assert_str_eq(json_check(buf_str(&b)), "nested too deep");
	buf_free(&b);
}
END_TEST

START_TEST(bad_bytes_become_replacement_characters)
{
	struct buf b = {0};

	json_put(&b, STR("a\xFF" "b\xE2\x82"));
	ck_assert_str_eq(text_of(&b),
	    "\"a\xEF\xBF\xBD" "b\xEF\xBF\xBD\xEF\xBF\xBD\"");
	buf_free(&b);
}
END_TEST

UNIT_SUITE("json", UNIT_EACH(each_text, texts), UNIT_EACH(each_field, fields),
    UNIT_EACH(each_token, tokens), UNIT_ONE(no_nul),
    UNIT_ONE(depth_has_a_most),
    UNIT_ONE(bad_bytes_become_replacement_characters))
