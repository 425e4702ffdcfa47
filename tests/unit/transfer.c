/* SPDX-License-Identifier: MIT */
#include "unit.h"

#include "pack/syntax/transfer.h"

static const struct {
	const char *encoding, *in, *want;
} rows[] = {
	{"base64", "VGhlIHRpZGUu", "The tide."},
	{"BASE64", "VGhl\r\nIHRp\r\nZGU=", "The tide"},
	{"base64", "VGhlIA==dGlkZQ==", "The tide"}, /* two that were joined */
	{"base64", "VG*hl", "The"},
	{"base64", "V", ""},
	{"base64", "-_8=", "\xFB\xFF"},
	{"quoted-printable", "caf=C3=A9", "caf\xC3\xA9"},
	{"quoted-printable", "one=\r\ntwo", "onetwo"},
	{"quoted-printable", "one=  \ntwo", "onetwo"},
	{"quoted-printable", "one  \r\ntwo=20\r\n", "one\r\ntwo \r\n"},
	{"quoted-printable", "a=b =3D=3d=", "a=b =="},
	{"quoted-printable", "=ZZ", "=ZZ"},
	{"x-uuencode", "begin 644 a\n#0V%T\n`\nend\n", "Cat"},
	{"uuencode", "no beginning", ""},
	{"7bit", "=3D", "=3D"},
	{"", "=3D", "=3D"},
};

START_TEST(each_row)
{
	struct buf got = {0};

	transfer_put(&got, str_of(rows[_i].in), str_of(rows[_i].encoding));
	ck_assert_msg(strcmp(text_of(&got), rows[_i].want) == 0, "%s: %s",
	    rows[_i].in, got.s);
	buf_free(&got);
}
END_TEST

/* RFC 2047, and what writers make of it. */
static const struct {
	const char *in, *want;
} words[] = {
	{"plain", "plain"},
	{"", ""},
	{"=?iso-8859-1?Q?D=E9j=E0_vu?=", "D\xC3\xA9j\xC3\xA0 vu"},
	{"=?UTF-8?B?VGlkZQ==?=", "Tide"},
	{"=?utf-8?q?a?= =?utf-8?q?b?=", "ab"},
	{"=?utf-8?q?a?=\t =?iso-8859-1?q?=E9?=", "a\xC3\xA9"},
	{"=?utf-8?q?=C3?= =?utf-8?q?=A9?=", "\xC3\xA9"}, /* cut in two */
	{"Re: =?utf-8?q?a?= and b", "Re: a and b"},
	{"=?utf-8?q?a?= b =?utf-8?q?c?=", "a b c"},
	{"=?utf-8*en?q?a?=", "a"},
	{"=?utf-8?x?a?=", "=?utf-8?x?a?="},
	{"=?utf-8?q?a", "=?utf-8?q?a"},
	{"=?utf-8?q?a b?=", "a b"},
	{"caf\xE9", "caf\xC3\xA9"},
	{"caf\xC3\xA9", "caf\xC3\xA9"},
	{"=?none?q?=E9?=", "\xC3\xA9"},
};

START_TEST(each_word)
{
	struct buf got = {0};

	transfer_words(&got, str_of(words[_i].in));
	ck_assert_msg(strcmp(text_of(&got), words[_i].want) == 0, "%s: %s",
	    words[_i].in, got.s);
	buf_free(&got);
}
END_TEST

/* RFC 2231's, and plain ones. */
static const struct {
	const char *value, *want;
} parameters[] = {
	{"a/b; x=y", "y"},
	{"a/b; X=\"y z\"", "y z"},
	{"a/b", ""},
	{"a/b; x*=us-ascii'en'y%20z", "y z"},
	{"a/b; x*=\"us-ascii''y\"", "y"},
	{"a/b; x*0=\"y;\"; x*1=z", "y;z"},
	{"a/b; x*0*=''y%20; x*1=z; x*2*=%20%41", "y z A"},
	{"a/b; x*1=z", ""},
};

START_TEST(each_parameter)
{
	struct buf got = {0};

	transfer_parameter(&got, str_of(parameters[_i].value), "x");
	ck_assert_msg(strcmp(text_of(&got), parameters[_i].want) == 0, "%s: %s",
	    parameters[_i].value, got.s);
	buf_free(&got);
}
END_TEST

UNIT_SUITE("transfer", UNIT_EACH(each_row, rows), UNIT_EACH(each_word, words),
    UNIT_EACH(each_parameter, parameters))
