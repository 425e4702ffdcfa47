/* SPDX-License-Identifier: MIT */
#include "unit.h"

#include "html/encoding/pagecharset.h"
#include "text/unicode/utf.h"

/* For a table, where a struct's literal is no constant. */
#define BYTES(literal) {literal, sizeof(literal) - 1}

/* Everything a decoder gives, reading `in` in pieces or cut once. */
static void
decode_all(struct buf *out, struct str in, const char *label, size_t piece,
    size_t cut)
{
	struct pieces p = pieces_of(in, piece, cut);
	struct decode d;

	out->n = 0;
	ck_assert(decode_page_open(&d, &p.source, label));
	do {
		buf_put(out, d.source.at,
		    (size_t)(d.source.end - d.source.at));
		d.source.at = d.source.end;
	} while (source_more(&d.source));
	decode_close(&d);
	source_free(&p.source);
}

static const struct {
	const char *why, *label;
	struct str in;
	const char *want;
} rows[] = {
	{"nothing", "utf-8", BYTES(""), ""},
	{"ASCII", "utf-8", BYTES("plain <b>text</b>\n"), "plain <b>text</b>\n"},
	{"one, two, three, four bytes", "utf-8",
	    BYTES("a\xC3\xA9\xE2\x82\xAC\xF0\x9F\x98\x80z"),
	    "a\u00E9\u20AC\U0001F600z"},
	{"bad bytes, by maximal subparts", "utf-8",
	    BYTES("a\xFF" "b\xE2\x82<\xF0\x9F\x98" "c\xED\xA0\x80" "d\xC0\xAF"),
	    "a\uFFFDb\uFFFD<\uFFFDc\uFFFD\uFFFD\uFFFDd\uFFFD\uFFFD"},
	{"cut at the end", "utf-8", BYTES("a\xE2\x82"), "a\uFFFD"},
	{"line ends and form feeds stay", "utf-8", BYTES("a\r\nb\rc\td\fe\n"),
	    "a\r\nb\rc\td\fe\n"},
	{"NUL, controls and DEL go", "utf-8",
	    BYTES("a\0b\1c\x1B[31md\x7F" "e\x0B" "f\b"), "abc[31mdef"},
	{"nothing but controls", "utf-8", BYTES("\0\0\0\1"), ""},
	{"C1 is what windows-1252 has", "utf-8",
	    BYTES("don\xC2\x92t \xC2\x9B" "31m\xC2\x81"),
	    "don\u2019t \u203A31m\uFFFD"},
	{"what XML forbids", "utf-8", BYTES("\xEF\xBF\xBE\xEF\xBF\xBF\xEF\xBF\xBD"),
	    "\uFFFD\uFFFD\uFFFD"},
	{"a byte order mark goes", "utf-8", BYTES("\xEF\xBB\xBF" "a"), "a"},
	{"a second one stays", "utf-8", BYTES("\xEF\xBB\xBF\xEF\xBB\xBF" "a"),
	    "\uFEFF" "a"},
	{"UTF-16LE", "utf-16le",
	    BYTES("\xFF\xFE" "a\0\xAC\x20\x3D\xD8\x00\xDE"),
	    "a\u20AC\U0001F600"},
	{"UTF-16BE", "utf-16be", BYTES("\0a\x20\xAC\xD8\x3D\xDE\x00"),
	    "a\u20AC\U0001F600"},
	{"surrogates alone", "utf-16be", BYTES("\xD8\x3D\0a\xDE\0\0b\xD8\0"),
	    "\uFFFDa\uFFFDb\uFFFD"},
	{"half a unit", "utf-16be", BYTES("\0a\0"), "a\uFFFD"},
	{"UTF-32LE", "utf-32le", BYTES("a\0\0\0\0\xF6\1\0\0\0\x11\0"),
	    "a\U0001F600\uFFFD"},
	{"UTF-32BE", "utf-32be", BYTES("\0\0\0a\0\1\xF6\0\0\0\xD8\0\0"),
	    "a\U0001F600\uFFFD\uFFFD"},
	{"Latin-1 means windows-1252", "iso-8859-1",
	    BYTES("\x93" "a\x94 \x80 \xE9 \x81"), "\u201Ca\u201D \u20AC \u00E9 \uFFFD"},
	{"ISO-8859-2", "latin2", BYTES("za\xBF\xF3\xB3\xE6"), "za\u017C\u00F3\u0142\u0107"},
	{"KOI8-U", "koi8-u", BYTES("\xA4\xAE\xBE"), "\u0454\u045E\u040E"},
	{"windows-1253 has holes", "windows-1253", BYTES("\xC1\xAA\xD2\xFF"),
	    "\u0391\uFFFD\uFFFD\uFFFD"},
	{"no composing in windows-1255", "windows-1255", BYTES("\xE9\xC7\xF9\xD1"),
	    "\u05D9\u05B7\u05E9\u05C1"},
	{"nor in windows-1258", "windows-1258", BYTES("a\xEC" "b"), "a\u0301b"},
	{"windows-874", "tis-620", BYTES("\x80\xA1\xE0\xDB"), "\u20AC\u0E01\u0E40\uFFFD"},
	{"logical Hebrew", "iso-8859-8-i", BYTES("\xE9\xF9"), "\u05D9\u05E9"},
	{"x-user-defined", "x-user-defined", BYTES("a\x80\xFF"), "a\uF780\uF7FF"},
	{"the replacement encoding is read", "hz-gb-2312", BYTES("~{VPND~}"),
	    "~{VPND~}"},
	{"Shift_JIS", "shift_jis", BYTES("\x93\xFA\x96\x7B\xB1\x5C~"),
	    "\u65E5\u672C\uFF71\\~"},
	{"Shift_JIS, NEC's extensions", "sjis", BYTES("\x87\x40\xFB\xFC"),
	    "\u2460\u9AD9"},
	{"Shift_JIS, a wrong trail", "sjis", BYTES("\x93<b>\x93\xFD\xA0z"),
	    "\uFFFD<b>\uFFFD\uFFFDz"},
	{"EUC-JP", "euc-jp", BYTES("\xC6\xFC\x8E\xB1\x8F\xB0\xA1\xAD\xA1"),
	    "\u65E5\uFF71\u4E02\u2460"},
	{"EUC-JP, the full-width tilde", "euc-jp", BYTES("\xA1\xC1\xA1\xDD"),
	    "\uFF5E\uFF0D"},
	{"EUC-JP, wrong trails", "euc-jp", BYTES("\xC6<\x8F\xB0<\x8F<\xC6\xFCz"),
	    "\uFFFD<\uFFFD<\uFFFD<\u65E5z"},
	{"ISO-2022-JP", "iso-2022-jp",
	    BYTES("a\x1B$BF|K\\\x1B(B\\ \x1B(J\\~\x1B(I1\x1B(Bz"),
	    "a\u65E5\u672C\\ \u00A5\u203E\uFF71z"},
	{"ISO-2022-JP, a line end within kanji", "iso-2022-jp",
	    BYTES("\x1B$BF|\nK\\\x1B(B<"), "\u65E5\n\u672C<"},
	{"ISO-2022-JP, half a character", "iso-2022-jp",
	    BYTES("\x1B$BF\x1B(B<\x80"), "\uFFFD<\uFFFD"},
	{"ISO-2022-JP, no such escape", "iso-2022-jp", BYTES("\x1B$Xa"), "$Xa"},
	{"Shift_JIS, for private use", "sjis", BYTES("\xF0\x40\xF9\xFC\xF0\x7Fz"),
	    "\uE000\uE757\uFFFDz"},
	{"Shift_JIS, bytes that are no lead", "sjis",
	    BYTES("\x80\xA0z\xFD\xFF\xA1\xDF\x81"),
	    "\u20AC\uFFFDz\uFFFD\uFFFD\uFF61\uFF9F\uFFFD"},
	{"EUC-JP, what no lead or trail is", "euc-jp",
	    BYTES("\x80z\xA0z\xFFz\x8E\xE0z\x8E\xDF\xB0\x80z\x8F\xB0\x80z"),
	    "\uFFFDz\uFFFDz\uFFFDz\uFFFDz\uFF9F\uFFFDz\uFFFDz"},
	{"EUC-JP, ended in three bytes", "euc-jp", BYTES("\x8F\xB0"), "\uFFFD"},
	{"ISO-2022-JP, a blank as a trail, no katakana", "iso-2022-jp",
	    BYTES("\x1B$BF|F \x1B(I\x60\x5F\x1B$@K\\\x1B(B"),
	    "\u65E5\uFFFD \uFFFD\uFF9F\u672C"},
	{"GBK, signs as browsers have them", "gbk",
	    BYTES("\xA1\xA4\xA1\xAA\xA3\xA0\xA6\xD9\xFE\x59\xA8\xBC"),
	    "\u00B7\u2014\u3000\uFE10\u9FB4\u1E3F"},
	{"GBK, its first and last", "gbk", BYTES("\x81\x40\xFE\x4F\xFE\xFE"),
	    "\u4E02\uFA29\uE4C5"},
	{"GBK, leads and trails that are none", "gbk",
	    BYTES("\xFFz\x81\x7Fz\x81\xFFz\x81 z"),
	    "\uFFFDz\uFFFDz\uFFFDz\uFFFD z"},
	{"GB18030, borders of the ranges", "gb18030",
	    BYTES("\x81\x30\x84\x36\x81\x35\xF4\x37\x84\x31\xA4\x39"
	    "\x84\x31\xA5\x30\x90\x30\x81\x30\xE3\x32\x9A\x35"
	    "\xE3\x32\x9A\x36z"),
	    "\u00A5\uE7C7\uFFFD\uFFFD\U00010000\U0010FFFF\uFFFDz"},
	{"GB18030, a third byte that is none, at the end", "gb18030",
	    BYTES("\x81\x30<"), "\uFFFD0<"},
	{"EUC-JP, three bytes at the end", "euc-jp", BYTES("\x8F\xB0\xA1"),
	    "\u4E02"},
	{"ISO-2022-JP, kanji at the end", "iso-2022-jp", BYTES("\x1B$BF|"),
	    "\u65E5"},
	{"ISO-2022-JP, an escape at the end", "iso-2022-jp",
	    BYTES("\x1B$BF|\x1B(B"), "\u65E5"},
	{"GB18030, a fourth byte that is none", "gb18030",
	    BYTES("\x81\x30\x81\xFFz\x81\x30\xFFz"),
	    "\uFFFD0\uFFFDz\uFFFD0\uFFFDz"},
	{"GBK", "gb2312", BYTES("\xD6\xD0\x80\xA8\xA6"), "\u4E2D\u20AC\u00E9"},
	{"GB18030, four bytes", "gb18030",
	    BYTES("\x81\x30\x81\x30\x94\x39\xFC\x36"), "\u20AC\U0001F600"},
	{"GB18030, cut after one, two, three", "gb18030",
	    BYTES("\x81<\x81\x30<\x81\x30\x81<"), "\uFFFD<\uFFFD0<\uFFFD0\uFFFD<"},
	{"GB18030, ended after three", "gb18030", BYTES("a\x81\x30\x81"), "a\uFFFD"},
	{"Big5", "big5", BYTES("\xA4\xA4\xA4\xE5"), "\u4E2D\u6587"},
	{"Big5, two code points at once", "big5-hkscs", BYTES("\x88\x62\x88\xA5"),
	    "\u00CA\u0304\u00EA\u030C"},
	{"Big5, a character that could combine", "big5", BYTES("\x88\x66<\x88\x66"),
	    "\u00CA<\u00CA"},
	{"Big5, all four of a letter and a mark", "big5",
	    BYTES("\x88\x62\x88\x64\x88\xA3\x88\xA5"),
	    "\u00CA\u0304\u00CA\u030C\u00EA\u0304\u00EA\u030C"},
	{"Big5, signs as browsers have them", "big5",
	    BYTES("\xA1\x45\xA1\x4E\xA1\xC2\xA1\xE3\xA1\xF2\xA1\xF3"
	    "\xA2\x41\xA2\x42\xA2\x44\xA2\x46\xA2\x47\xA1\xC3"),
	    "\u2027\uFE51\u00AF\uFF5E\u2295\u2299\u2215\uFE68\uFFE5\uFFE0\uFFE1"
	    "\uFFE3"},
	{"Big5, its first and last, and plane 2", "big5",
	    BYTES("\x87\x40\xFE\xFE\x87\x7B\x8E\x69"),
	    "\u43F0\u79D4\U00021D53\u7BB8"},
	{"Big5, leads and trails that are none", "big5",
	    BYTES("\x80z\xFFz\xA4\x7Fz\xA4\x80z\xA4\xA0z\x81\x40z"),
	    "\uFFFDz\uFFFDz\uFFFDz\uFFFDz\uFFFDz\uFFFD@z"},
	{"Big5, a wrong trail", "big5", BYTES("\xA4<b>\xA4\xFFz"),
	    "\uFFFD<b>\uFFFDz"},
	{"EUC-KR is windows-949", "ks_c_5601-1987",
	    BYTES("\xB0\xA1\x81\x41\xC7\xD1"), "\uAC00\uAC02\uD55C"},
	{"EUC-KR, a pair without a character", "euc-kr", BYTES("\xA2\xE8\nabc"),
	    "\uFFFD\nabc"},
	{"EUC-KR, its first and last, and leads that are none", "euc-kr",
	    BYTES("\x81\x41\xC6\x52\xFD\xFE\x80z\xFFz\xB0\x40z\xC9\xA1z"),
	    "\uAC02\uD7A3\u8A70\uFFFDz\uFFFDz\uFFFD@z\uFFFDz"},
	{"EUC-KR, a wrong trail", "euc-kr", BYTES("\xB0<b>\xB0\xFF" "z\xB0"),
	    "\uFFFD<b>\uFFFDz\uFFFD"},
};

static void
same(struct buf *out, const char *want, const char *why, size_t cut)
{
	ck_assert_msg(strcmp(text_of(out), want) == 0 &&
	    out->n == strlen(want), "%s, cut at %zu: %s, not %s", why, cut,
	    out->s, want);
}

START_TEST(each_row)
{
	struct buf out = {0};

	for (size_t cut = 0; cut <= rows[_i].in.n; cut++) {
		decode_all(&out, rows[_i].in, rows[_i].label, 0, cut);
		same(&out, rows[_i].want, rows[_i].why, cut);
	}
	decode_all(&out, rows[_i].in, rows[_i].label, 1, 0);
	same(&out, rows[_i].want, rows[_i].why, 1);
	buf_free(&out);
}
END_TEST

static const char *const labels[] = {
	"utf-8", "utf-16le", "utf-16be", "utf-32le", "utf-32be",
	"windows-1252", "windows-1255", "x-user-defined", "gb18030", "big5",
	"euc-jp", "iso-2022-jp", "shift_jis", "euc-kr",
};

/* The next of a fixed row of numbers without an order (xorshift). */
static unsigned
next_number(unsigned *state)
{
	*state ^= *state << 13;
	*state ^= *state >> 17;
	*state ^= *state << 5;
	return *state;
}

/* Bytes of which many are leads, escapes, or ASCII that could be a trail. */
static void
scramble(char *to, size_t n, unsigned seed)
{
	static const char often[] = "<a0~\x1B$B(B(J\x81\x30\x8F\xA4\x88\x62\0";
	unsigned state = seed * 2654435761u + 1;

	for (size_t i = 0; i < n; i++) {
		unsigned r = next_number(&state);

		to[i] = r & 1 ? (char)(r >> 8) :
		    often[(r >> 8) % sizeof often];
	}
}

/*
 * Whatever the bytes are: valid UTF-8, no control but white space, and the
 * same in pieces of any size, over several windows and conversions.
 */
START_TEST(any_bytes)
{
	enum { MANY = 9000 };
	char bytes[MANY];
	struct buf whole = {0}, parts = {0};

	for (unsigned seed = 1; seed <= 5; seed++) {
		struct str in = {bytes, MANY};

		scramble(bytes, sizeof bytes, seed);
		decode_all(&whole, in, labels[_i], 0, 0);
		ck_assert(utf_valid(buf_str(&whole)));
		for (size_t i = 0; i < whole.n; i++)
			ck_assert((unsigned char)whole.s[i] >= ' ' ||
			    strchr("\t\n\f\r", whole.s[i]) != NULL);
		decode_all(&parts, in, labels[_i], 1 + seed % 7, 0);
		ck_assert_msg(str_eq(buf_str(&whole), buf_str(&parts)),
		    "%s, seed %u", labels[_i], seed);
	}
	buf_free(&whole);
	buf_free(&parts);
}
END_TEST

/* What follows a fault is there: an ASCII byte is never taken with it. */
START_TEST(ascii_survives)
{
	struct buf out = {0};
	char in[3] = "x<", *at;

	if (_i < 5 || strcmp(labels[_i], "iso-2022-jp") == 0)
		return;
	for (int b = 0x80; b < 0x100; b++) {
		in[0] = (char)b;
		decode_all(&out, (struct str){in, 2}, labels[_i], 0, 0);
		at = strchr(text_of(&out), '<');
		ck_assert_msg(at != NULL && at > out.s, "%s: %x", labels[_i], b);
	}
	buf_free(&out);
}
END_TEST

START_TEST(names)
{
	struct source in = source_over(STR("<meta charset=koi8-r>"));
	struct decode d;

	ck_assert(!decode_page_open(&d, &in, "no-such-encoding"));
	decode_close(&d);
	ck_assert(decode_page_open(&d, &in, NULL));
	ck_assert_str_eq(decode_name(&d), "koi8-r");
	decode_close(&d);
}
END_TEST

/* ---- texts ---- */

static const struct {
	const char *why, *label;
	struct str in;
	const char *name;
	struct str want;
	size_t not_utf8;
} texts[] = {
	{"nothing", NULL, BYTES(""), "utf-8", BYTES(""), 0},
	{"UTF-8 passes, controls too", NULL, BYTES("a\0b\x1B\xC2\x85\xEF\xBF\xBF\n"),
	    "utf-8", BYTES("a\0b\x1B\xC2\x85\xEF\xBF\xBF\n"), 0},
	{"what is not UTF-8 passes, its place is told", NULL,
	    BYTES("a\xC3\xA9\n\xE9t\xE9\n"), "utf-8",
	    BYTES("a\xC3\xA9\n\xE9t\xE9\n"), 5},
	{"cut at the end", NULL, BYTES("a\xE2\x82"), "utf-8",
	    BYTES("a\xE2\x82"), 2},
	{"UTF-8 with a mark", NULL, BYTES("\xEF\xBB\xBF" "a\xFF"), "utf-8",
	    BYTES("a\xFF"), 5},
	{"half a mark is none", NULL, BYTES("\xEF\xBB"), "utf-8",
	    BYTES("\xEF\xBB"), 1},
	{"UTF-16 by its mark", NULL, BYTES("\xFF\xFE\n\0\x2D\x4E"), "utf-16le",
	    BYTES("\n\u4E2D"), 0},
	{"UTF-16 by its mark", NULL, BYTES("\xFE\xFF\x4E\x2D\0\n"), "utf-16be",
	    BYTES("\u4E2D\n"), 0},
	{"UTF-32 by its mark", NULL, BYTES("\xFF\xFE\0\0a\0\0\0"), "utf-32le",
	    BYTES("a"), 0},
	{"UTF-32 by its mark", NULL, BYTES("\0\0\xFE\xFF\0\0\0a"), "utf-32be",
	    BYTES("a"), 0},
	{"UTF-16 by its zeros", NULL, BYTES("a\0 \0b\0\n\0"), "utf-16le",
	    BYTES("a b\n"), 0},
	{"UTF-16 by its zeros", NULL, BYTES("\0a\0 \0b\0\n"), "utf-16be",
	    BYTES("a b\n"), 0},
	{"UTF-16, an empty line first", NULL, BYTES("\n\0a\0b\0c\0"), "utf-16le",
	    BYTES("\nabc"), 0},
	{"UTF-16, a Cyrillic line first", NULL,
	    BYTES("\x14\x04\x30\x04\n\0a\0 \0n\0o\0t\0e\0"), "utf-16le",
	    BYTES("\u0414\u0430\na note"), 0},
	{"UTF-16, an ideograph first", NULL,
	    BYTES("\x2D\x4E" "a\0\n\0b\0c\0"), "utf-16le",
	    BYTES("\u4E2Da\nbc"), 0},
	{"nothing but a mark", NULL, BYTES("\xFF\xFE"), "utf-16le", BYTES(""),
	    0},
	{"UTF-32 by its zeros", NULL, BYTES("a\0\0\0b\0\0\0"), "utf-32le",
	    BYTES("ab"), 0},
	{"UTF-32 by its zeros", NULL, BYTES("\0\0\0a\0\0\0b"), "utf-32be",
	    BYTES("ab"), 0},
	{"a zero in UTF-8", NULL, BYTES("one\0two three\n"), "utf-8",
	    BYTES("one\0two three\n"), 0},
	{"a label", "windows-1252", BYTES("\x93\xE9\x94\x81\1"), "windows-1252",
	    BYTES("\u201C\u00E9\u201D\xC2\x81\1"), 0},
	{"a label, Big5", "big5", BYTES("\xA4\xA4\x1B\xA4"), "big5",
	    BYTES("\u4E2D\x1B\uFFFD"), 0},
	{"a label, UTF-16, a surrogate alone", "utf-16le",
	    BYTES("a\0\0\xD8" "b\0\xFE\xFF\1\0"), "utf-16le",
	    BYTES("a\uFFFDb\xEF\xBF\xBE\1"), 0},
	{"a label, and the mark of another", "utf-8", BYTES("\xFF\xFE" "a"), "utf-8",
	    BYTES("\xFF\xFE" "a"), 1},
};

START_TEST(each_text)
{
	const struct str want = texts[_i].want;

	for (size_t cut = 0; cut <= texts[_i].in.n; cut++) {
		struct pieces p = pieces_of(texts[_i].in, cut == 0, cut);
		struct decode d;
		struct str got;

		ck_assert(decode_text_open(&d, &p.source, texts[_i].label));
		ck_assert_str_eq(decode_name(&d), texts[_i].name);
		got = source_rest(&d.source);
		ck_assert_msg(str_eq(got, want), "%s, cut at %zu: %.*s",
		    texts[_i].why, cut, (int)got.n, got.s);
		ck_assert_msg(decode_not_utf8(&d) == texts[_i].not_utf8,
		    "%s, cut at %zu: byte %zu", texts[_i].why, cut,
		    decode_not_utf8(&d));
		decode_close(&d);
		source_free(&p.source);
	}
}
END_TEST

/* A text over several windows; a line that is there is not held back. */
START_TEST(long_text)
{
	enum { LINES = 40000 };
	struct buf in = {0};
	struct pieces p;
	struct decode d;
	struct str got;

	for (int i = 0; i < LINES; i++)
		buf_puts(&in, "caf\u00E9 \u4E2D\u6587 \U0001F600 and more\n");
	buf_putc(&in, (char)0xFF);
	p = pieces_of(buf_str(&in), 0, 27);
	ck_assert(decode_text_open(&d, &p.source, NULL));
	ck_assert(source_more(&d.source));
	ck_assert_uint_lt((size_t)(d.source.end - d.source.at), 28);
	got = source_rest(&d.source);
	ck_assert(str_eq(got, buf_str(&in)));
	ck_assert_uint_eq(decode_not_utf8(&d), in.n);
	decode_close(&d);
	source_free(&p.source);
	buf_free(&in);
}
END_TEST

START_TEST(text_names)
{
	struct source in = source_over(STR("a"));
	struct decode d;

	ck_assert(!decode_text_open(&d, &in, "no-such-encoding"));
	decode_close(&d);
}
END_TEST

UNIT_SUITE("decode", UNIT_EACH(each_row, rows), UNIT_EACH(any_bytes, labels),
    UNIT_EACH(ascii_survives, labels), UNIT_ONE(names),
    UNIT_EACH(each_text, texts), UNIT_ONE(long_text), UNIT_ONE(text_names))
