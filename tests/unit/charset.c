/* SPDX-License-Identifier: MIT */
#include "unit.h"

#include <stdio.h>

#include "html/encoding/pagecharset.h"

/* For a table, where a struct's literal is no constant. */
#define BYTES(literal) {literal, sizeof(literal) - 1}

static const struct {
	const char *why;
	struct str in;
	const char *want;
} rows[] = {
	{"nothing", BYTES(""), "utf-8"},
	{"ASCII", BYTES("<p>text"), "utf-8"},
	{"a mark beats a label", BYTES("\xEF\xBB\xBF<meta charset=koi8-r>\xC1"),
	    "utf-8"},
	{"UTF-16 marks", BYTES("\xFE\xFF\0a"), "utf-16be"},
	{"UTF-16 marks", BYTES("\xFF\xFE" "a\0"), "utf-16le"},
	{"UTF-32 marks", BYTES("\xFF\xFE\0\0a\0\0\0"), "utf-32le"},
	{"UTF-32 marks", BYTES("\0\0\xFE\xFF\0\0\0a"), "utf-32be"},
	{"UTF-16 without a mark", BYTES("<\0p\0>\0\x2D\x4E\x87\x65<\0/\0p\0"),
	    "utf-16le"},
	{"UTF-16 without a mark", BYTES("\0<\0p\0>\x4E\x2D\x65\x87\0<\0/\0p"),
	    "utf-16be"},
	{"UTF-32 without a mark", BYTES("<\0\0\0p\0\0\0>\0\0\0a\0\0\0"),
	    "utf-32le"},
	{"UTF-32 without a mark", BYTES("\0\0\0<\0\0\0p\0\0\0>\0\0\0a"),
	    "utf-32be"},
	{"stray zeros in ASCII", BYTES("<p>\0\0\0some text, and more\0</p>\n"),
	    "utf-8"},
	{"meta", BYTES("<meta charset=koi8-r>"), "koi8-r"},
	{"in quotes, with blanks, in capitals",
	    BYTES("<META  CharSet = ' KOI8-R '>"), "koi8-r"},
	{"http-equiv", BYTES("<meta http-equiv=\"Content-Type\" "
	    "content=\"text/html; charset=windows-1251\">"), "windows-1251"},
	{"http-equiv after content", BYTES("<meta content=\"text/html;"
	    "charset = 'big5'\" http-equiv=content-type />"), "big5"},
	{"content without http-equiv",
	    BYTES("<meta name=x content='charset=big5'>"), "utf-8"},
	{"the word charset twice", BYTES("<meta http-equiv=content-type "
	    "content='charset charset=big5; x'>"), "big5"},
	{"an unknown label, then a known one",
	    BYTES("<meta charset=none><meta charset=big5>"), "big5"},
	{"the first of two", BYTES("<meta charset=gbk><meta charset=big5>"),
	    "gbk"},
	{"not in a comment", BYTES("<!-- <meta charset=gbk> --><!-->"
	    "<meta charset=big5>"), "big5"},
	{"not in a script", BYTES("<script>'<meta charset=gbk>'</script>"
	    "<meta charset=big5>"), "big5"},
	{"not in an attribute", BYTES("<a title='<meta charset=gbk>'>"
	    "<meta charset=big5>"), "big5"},
	{"not in another name", BYTES("<metal charset=gbk>"), "utf-8"},
	{"cut off", BYTES("<meta charset="), "utf-8"},
	{"cut off in quotes", BYTES("<meta charset=\"gbk"), "gbk"},
	{"an XML declaration",
	    BYTES("<?xml version=\"1.0\" encoding=\"koi8-r\"?><html>"), "koi8-r"},
	{"meta beats the declaration",
	    BYTES("<?xml encoding='koi8-r'?><meta charset=gbk>"), "gbk"},
	{"UTF-16 cannot be said in ASCII", BYTES("<meta charset=utf-16>"),
	    "utf-8"},
	{"x-user-defined was a mistake", BYTES("<meta charset=x-user-defined>"),
	    "windows-1252"},
	{"UTF-8 under another label",
	    BYTES("<meta charset=iso-8859-1>\xC3\xA9"), "utf-8"},
	{"UTF-8 with a byte lost, the label lies", BYTES("<meta charset=latin1>"
	    "\xC3\xA9 \xC3\xA9 \xC3\xA9 \xC3\xA9 \xC3\xA9 \xC3\xA9 \xC3\xA9 "
	    "\xC3\xA9 \xC3 \xC3\xA9"), "utf-8"},
	{"one bad byte in eight sequences is UTF-8", BYTES("<meta charset="
	    "latin1>\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9"
	    "\xE9."), "utf-8"},
	{"one in seven is not", BYTES("<meta charset=latin1>\xC3\xA9\xC3\xA9"
	    "\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xE9."), "windows-1252"},
	{"one pair that is no Latin letter proves nothing: a Polish word in "
	    "capitals", BYTES("ST\xD3\xA3"), "windows-1250"},
	{"four pairs do", BYTES("\xD3\xA3 \xD3\xA3 \xD3\xA3 \xD3\xA3"), "utf-8"},
	{"three pairs of Latin letters do", BYTES("\xC3\xA3 \xC3\xA3 \xC3\xA3"),
	    "utf-8"},
	{"two bytes could be GBK as well",
	    BYTES("<meta charset=gbk>\xC4\xA3"), "gbk"},
	{"three could not", BYTES("<meta charset=gbk>\xE4\xB8\xAD"), "utf-8"},
	{"not UTF-8, though labelled so",
	    BYTES("<meta charset=utf-8>caf\xE9, na\xEFve, \xA9 2005"),
	    "windows-1252"},
	{"UTF-8 that is cut by the window's end is whole UTF-8",
	    BYTES("\xC3\xA9 \xE4\xB8"), "utf-8"},
};

START_TEST(each_row)
{
	const char *got = charset_sniff(rows[_i].in, false)->name;

	ck_assert_msg(strcmp(got, rows[_i].want) == 0, "%s: %s", rows[_i].why,
	    got);
}
END_TEST

/* Two sentences each of our own, in the bytes of their encoding. */
static const struct {
	const char *why;
	struct str in;
	const char *want;
} texts[] = {
	{"Russian", BYTES("\xD1\xE5\xE3\xEE\xE4\xED\xFF \xF3\xF2\xF0\xEE\xEC "
	    "\xF8\xB8\xEB \xE4\xEE\xE6\xE4\xFC"), "windows-1251"},
	{"Russian", BYTES("\xF3\xC5\xC7\xCF\xC4\xCE\xD1 \xD5\xD4\xD2\xCF\xCD "
	    "\xDB\xA3\xCC \xC4\xCF\xD6\xC4\xD8"), "koi8-r"},
	{"Polish", BYTES("p\xF3jd\x9Fmy na \xB3\xB9k\xEA, \x9Cwieci "
	    "s\xB3o\xF1" "ce"), "windows-1250"},
	{"Polish", BYTES("p\xF3jd\xBCmy na \xB3\xB1k\xEA, \xB6wieci "
	    "s\xB3o\xF1" "ce"), "iso-8859-2"},
	{"Turkish", BYTES("ya\xF0mur ya\xF0\xFDyor, \xE7ocuklar d\xFD\xFE"
	    "ar\xFD \xE7\xFDkt\xFD"), "windows-1254"},
	{"French with euro signs", BYTES("le caf\xE9 co\xFBte 3 \xA4, "
	    "l'\xBDuf d\xE9j\xE0 \xE9" "puis\xE9"), "iso-8859-15"},
	{"German in quotes", BYTES("\x84Gr\xFC\xDF" "e\x93 sch\xF6n"),
	    "windows-1252"},
	{"a few signs in ASCII", BYTES("\xA9 2005, 3 \xD7 4 m, 20\xB0"
	    " and some more words of English"), "windows-1252"},
	{"signs before capitals", BYTES("\xA9" "Copyright 2001 The Society"),
	    "windows-1252"},
	{"blanks that do not break", BYTES("\xA0\xA0\xA0 \xA9 One, Two "
	    "\xA0\xA0 12 High Street"), "windows-1252"},
	{"fractions and points", BYTES("runners\x85" "and (3 1 \xBD\") \xB7 more"),
	    "windows-1252"},
	{"a word of Polish is no sign", BYTES("dzi\xEA" "ki, by\xB3 tam"),
	    "windows-1250"},
	{"one accent in much ASCII", BYTES("The singer Andr\xE9 came to town on "
	    "a day in March, and all who had heard of him went to the hall to "
	    "listen, which was full long before the hour, so that many had to "
	    "stand"), "windows-1252"},
	{"Greek", BYTES("\xEA\xE1\xEB\xE7\xEC\xDD\xF1\xE1 \xF3\xE1\xF2, "
	    "\xA2\xED\xED\xE1"), "windows-1253"},
	{"Greek", BYTES("\xEA\xE1\xEB\xE7\xEC\xDD\xF1\xE1 \xF3\xE1\xF2, "
	    "\xB6\xED\xED\xE1"), "iso-8859-7"},
	{"Hebrew", BYTES("\xF9\xEC\xE5\xED \xF2\xE5\xEC\xED, "
	    "\xEE\xE4 \xF9\xEC\xE5\xEE\xEA"), "windows-1255"},
	{"Japanese", BYTES("\x93\xFA\x96{\x82\xCC\x93V\x8B" "C\x82\xCD\x82\xE6"
	    "\x82\xA2\x82\xC5\x82\xB7\x81" "B"), "shift_jis"},
	{"Japanese", BYTES("\xC6\xFC\xCB\xDC\xA4\xCE\xC5\xB7\xB5\xA4\xA4\xCF"
	    "\xA4\xE8\xA4\xA4\xA4\xC7\xA4\xB9\xA1\xA3"), "euc-jp"},
	{"Japanese in seven bits", BYTES("\x1B$BF|K\\$NE75$$O$h$$$G$9\x1B(B"),
	    "iso-2022-jp"},
};

START_TEST(each_text)
{
	struct buf page = {0};
	const char *got;

	buf_puts(&page, "<title>x</title><script>var a = '\xFF\xFE';</script>"
	    "<style>p{}</style><p class=\"y\">");
	buf_put(&page, texts[_i].in.s, texts[_i].in.n);
	buf_puts(&page, "</p>\n");
	got = charset_sniff(buf_str(&page), true)->name;
	ck_assert_msg(strcmp(got, texts[_i].want) == 0, "%s, %s: %s",
	    texts[_i].why, texts[_i].want, got);
	buf_free(&page);
}
END_TEST

/* Each label of the list finds its encoding, in any case and with blanks. */
static int
check_labels(char *line, const char *name)
{
	int labels = 0;
	char spelled[64];

	for (char *word = strtok(line, " \t\n"); word != NULL;
	    word = strtok(NULL, " \t\n"), labels++) {
		const struct charset *found;

		snprintf(spelled, sizeof spelled, "\t%s \n", word);
		if (spelled[1] >= 'a' && spelled[1] <= 'z')
			spelled[1] ^= 0x20;
		found = charset_find(str_of(spelled));
		ck_assert_msg(found != NULL && strcmp(found->name, name) == 0,
		    "%s is not %s", word, name);
	}
	return labels;
}

START_TEST(every_label)
{
	FILE *f = fopen("../src/data/encodings.txt", "r");
	char line[256], name[64] = "";
	int labels = 0;

	ck_assert(f != NULL);
	while (fgets(line, sizeof line, f) != NULL)
		if (line[0] == '\t')
			labels += check_labels(line, name);
		else if (line[0] != '#')
			ck_assert(sscanf(line, "%63s", name) == 1);
	fclose(f);
	ck_assert_int_eq(labels, 228 + 5);
	ck_assert(charset_find(str_of("latin-one")) == NULL);
	ck_assert(charset_find(str_of("")) == NULL);
	ck_assert(charset_find(str_of("a-label-that-is-far-too-long")) == NULL);
}
END_TEST

/* A label counts as far as 64 KiB into the page. */
START_TEST(far_away)
{
	static const char label[] = "<meta charset=koi8-r>";
	struct buf page = {0};

	while (page.n < CHARSET_HEAD - sizeof label)
		buf_putc(&page, ' ');
	buf_puts(&page, label);
	ck_assert_str_eq(charset_sniff(buf_str(&page), true)->name, "koi8-r");
	page.n = 0;
	while (page.n < CHARSET_HEAD)
		buf_putc(&page, '<');
	buf_puts(&page, label);
	ck_assert_str_eq(charset_sniff(buf_str(&page), true)->name, "utf-8");
	buf_free(&page);
}
END_TEST

UNIT_SUITE("charset", UNIT_EACH(each_row, rows), UNIT_EACH(each_text, texts),
    UNIT_ONE(every_label), UNIT_ONE(far_away))
