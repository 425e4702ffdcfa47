/* SPDX-License-Identifier: MIT */
#include "unit.h"

#include "pack/syntax/digest.h"

/* Of FIPS 180-4's examples, and around the ends of a block. */
static const struct {
	const char *text;
	int times;
	bool wide;
	const char *want;
} rows[] = {
	{"", 1, false, "da39a3ee5e6b4b0d3255bfef95601890afd80709"},
	{"abc", 1, false, "a9993e364706816aba3e25717850c26c9cd0d89d"},
	{"abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq", 1, false,
	    "84983e441c3bd26ebaae4aa1f95129e5e54670f1"},
	{"a", 1000000, false, "34aa973cd4c4daa4f61eeb2bdbad27316534016f"},
	{"", 1, true, "e3b0c44298fc1c149afbf4c8996fb924"
	    "27ae41e4649b934ca495991b7852b855"},
	{"abc", 1, true, "ba7816bf8f01cfea414140de5dae2223"
	    "b00361a396177a9cb410ff61f20015ad"},
	{"abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq", 1, true,
	    "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"},
	{"a", 1000000, true, "cdc76e5c9914fb9281a1c7e284d73e67"
	    "f1809a48a497200e046d39ccc7112cd0"},
};

START_TEST(each_row)
{
	struct digest d = digest_of(rows[_i].wide);
	unsigned char bytes[DIGEST_BYTES];
	size_t n = rows[_i].wide ? 32 : 20;

	for (int i = 0; i < rows[_i].times; i++)
		digest_put(&d, rows[_i].text, strlen(rows[_i].text));
	digest_end(&d, bytes);
	ck_assert_msg(digest_is(str_of(rows[_i].want), bytes, n), "%s",
	    rows[_i].text);
	bytes[n - 1] ^= 1;
	ck_assert(!digest_is(str_of(rows[_i].want), bytes, n));
}
END_TEST

static const struct {
	const char *written;
	bool same; /* as the SHA-1 of "abc" */
} written[] = {
	{"sha1:VGMT4NSHA2AWVOR6EVYXQUGCNSONBWE5", true},
	{"sha1:vgmt4nsha2awvor6evyxqugcnsonbwe5", true},
	{"VGMT4NSHA2AWVOR6EVYXQUGCNSONBWE5", true},
	{"sha1:a9993e364706816aba3e25717850c26c9cd0d89d", true},
	{"sha1:A9993E364706816ABA3E25717850C26C9CD0D89D", true},
	{"sha1:VGMT4NSHA2AWVOR6EVYXQUGCNSONBWE6", false},
	{"sha1:VGMT4NSHA2AWVOR6EVYXQUGCNSONBW", false},
	{"sha1:", false},
	{"", false},
};

START_TEST(each_written)
{
	struct digest d = digest_of(false);
	unsigned char bytes[DIGEST_BYTES];

	digest_put(&d, "abc", 3);
	digest_end(&d, bytes);
	ck_assert_msg(digest_is(str_of(written[_i].written), bytes, 20) ==
	    written[_i].same, "%s", written[_i].written);
}
END_TEST

UNIT_SUITE("digest", UNIT_EACH(each_row, rows), UNIT_EACH(each_written, written))
