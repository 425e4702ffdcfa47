/* SPDX-License-Identifier: MIT */
#include "unit.h"

#include "text/repair/curl.h"
#include "text/repair/repair.h"

/* A text and what the rules make of it; NULL: it stays. */
static const struct {
	const char *why, *rules, *in, *want;
} rows[] = {
	{"clean text stays", "default", "Café “quiet” — naïve, Ærø, ½ €.\n",
	    NULL},
	{"no end of the last line", "default", "a\r\nb", "a\nb"},

	{"latin1 letter", "utf8", "caf\xE9 x", "café x"},
	{"windows-1252 quotes", "utf8", "\x93 a \x94", "“ a ”"},
	{"a cut sequence", "utf8", "a\xE2\x80z", "a\xEF\xBF\xBDz"},
	{"no letters there", "utf8", "a\xFF\xA2", "a\xEF\xBF\xBD\xEF\xBF\xBD"},
	{"a euro is none", "utf8", "\x80", "\xEF\xBF\xBD"},
	{"cesu-8", "utf8", "\xED\xA0\xBD\xED\xB8\x80", "😀"},

	{"once", "mojibake", "un cafÃ© serrÃ©", "un café serré"},
	{"twice", "mojibake", "un cafÃƒÂ© serrÃƒÂ©", "un café serré"},
	{"windows-1252", "mojibake", "â€œquietâ€\xC2\x9D", "“quiet”"},
	{"windows-1251", "mojibake", "РјРѕСЂРµ Рё РІРµС‚РµСЂ", "море и ветер"},
	{"macroman", "mojibake", "un caf√© serr√©", "un café serré"},
	{"cp437", "mojibake", "un caf├⌐ serr├⌐", "un café serré"},
	{"latin2", "mojibake", "mĂĄs allĂĄ del mar", "más allá del mar"},
	{"cp1250", "mojibake", "největšíĹ™ek prĂˇce",
	    "největšířek práce"},
	{"cp1253", "mojibake", "schΓ¶ne GrΓΌsse", "schöne Grüsse"},
	{"the A0 was made a space", "mojibake", "voilÃ  le problÃ¨me",
	    "voilà le problème"},
	{"spaces made one", "mojibake", "Ã la lÃ©gÃ¨re", "à la légère"},
	{"an s behind it", "mojibake", "Ã s vezes nÃ£o", "às vezes não"},
	{"a part of the line", "mojibake", "naïve – cafÃ© quiet",
	    "naïve – café quiet"},
	{"a lost byte", "mojibake", "the â€\xEF\xBF\xBD quiet",
	    "the \xEF\xBF\xBD quiet"},
	{"a lost byte made a mark", "mojibake", "the â€? quiet",
	    "the \xEF\xBF\xBD quiet"},
	{"controls are windows-1252", "mojibake", "l\xC2\x92" "eau", "l’eau"},
	{"capitals of a name", "mojibake", "CONCLUSÃO e AÇÃO", NULL},
	{"spaced capitals", "mojibake", "C O N C L U S Ã O", NULL},
	{"box drawing", "mojibake", "├── src\n│   └── a.c\n", NULL},
	{"a root and a number", "mojibake", "√2 and √π, ∆x ≤ 3°", NULL},
	{"Cyrillic", "mojibake", "Раннее утро в горах и у моря.", NULL},
	{"Vietnamese", "mojibake", "Người gác hải đăng đã làm việc.", NULL},

	{"a name", "entities", "caf&eacute; &amp; bar", "café & bar"},
	{"numbers", "entities", "&#233;&#xE9;&#150;", "éé–"},
	{"without its semicolon", "entities", "&eacute &copy", NULL},
	{"a tag is there", "entities", "<b>&eacute;", NULL},
	{"escaped twice", "entities", "&amp;eacute;", NULL},
	{"escaped twice, wanted", "entities2", "&amp;eacute;", "é"},

	{"controls", "controls", "a\x01" "b\x7F" "c\td", "abc\td"},
	{"colour", "controls", "\x1B[1;31mred\x1B[0m", "red"},
	{"a title", "controls", "\x1B]0;title\x07" "text", "text"},
	{"bold", "controls", "N\bNA\bA", "NA"},
	{"underlined", "controls", "_\bx y\b_", "x y"},
	{"form feed", "controls", "\f1 two\fthree", "1 two three"},

	{"line ends", "newlines", "a\r\nb\rc\u2028d\xC2\x85" "e", "a\nb\nc\nd\ne"},
	{"a paragraph", "newlines", "a\u2029b", "a\n\nb"},

	{"no use", "invisible", "a\u00ADb\u200Bc\uFEFFd\u202Ee", "abcde"},
	{"Persian joiner", "invisible", "می‌خواهم", NULL},
	{"a family", "invisible", "👩‍💻 ❤️ 1️⃣", NULL},
	{"a joiner in Latin", "invisible", "a\u200Db", "ab"},
	{"a flag's tags", "invisible", "🏴\U000E0067\U000E007F x\U000E0067",
	    "🏴\U000E0067\U000E007F x"},

	{"quotes", "quotes", "“a” ‘b’ «c» „d‚", "\"a\" 'b' \"c\" \"d'"},
	{"dashes", "dashes", "a‐b–c—d−e", "a-b-c--d-e"},
	{"ellipsis", "ellipsis", "a…", "a..."},
	{"spaces", "spaces", "a \t b\u00A0\u3000c  \nd ", "a b c\nd"},
	{"width", "width", "ＡＢ１ ｶﾞ", "AB1 ガ"},
	{"ligatures", "ligatures", "ﬁn oﬀer œuf", "fin offer œuf"},
	{"marks", "marks", "é ö й ά ß ø は\u3099", "e o и α ß ø は\u3099"},

	{"nfc", "nfc", "e\u0301 a\u0323\u0302", "é ậ"},
	{"nfc sorts marks", "nfc", "q\u0307\u0323", "q\u0323\u0307"},
	{"nfc, Hangul", "nfc", "\u1112\u1161\u11AB", "한"},
	{"nfd", "nfd", "é한", "e\u0301\u1112\u1161\u11AB"},
	{"nfkc", "nfkc", "ﬁ² ｶﾞ", "fi2 ガ"},
	{"nfkd", "nfkd", "ﬁé", "fie\u0301"},
	{"a mark behind a bad byte", "nfc", "\xFF\xCC\x81" "e\xCC\x81",
	    "\xFF\xCC\x81\xC3\xA9"},
	{"many letters with marks", "nfd", "éééééééééééééééééééééééééééééééé",
	    "e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301"
	    "e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301"
	    "e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301"
	    "e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301"},

	{"a word", "dehyphen", "the light-\nhouse is\n", "the lighthouse\nis\n"},
	{"with its hyphen elsewhere", "dehyphen",
	    "a well-known man, well-known and well-\nknown.\n",
	    "a well-known man, well-known and well-known.\n"},
	{"without elsewhere", "dehyphen", "a co-\nopt, coopt\n", "a coopt,\ncoopt\n"},
	{"beside a digit", "dehyphen", "an F-\n16\n", "an F-16\n"},
	{"before a capital", "dehyphen", "Baden-\nBaden\n", "Baden-Baden\n"},
	{"in capitals", "dehyphen", "LIGHT-\nHOUSE\n", "LIGHTHOUSE\n"},
	{"one capital", "dehyphen", "the U-\nboat\n", "the U-boat\n"},
	{"a word is left out", "dehyphen", "Vor-\nund Nachteile\n", NULL},
	{"three lines", "dehyphen", "a dis-\ntrict-\nwide\n", "a districtwide\n"},
	{"a dash", "dehyphen", "a -\nb\n", NULL},
	{"soft hyphen", "dehyphen", "light\u00AD\nhouse\n", "lighthouse\n"},
	{"an empty line", "dehyphen", "light-\n\nhouse\n", NULL},
	{"paragraphs", "unwrap", "a\nb\n\nc\nd", "a b\n\nc d"},
	{"ideographs", "unwrap", "灯台\n守\n", "灯台守\n"},
	{"both", "unwrap,dehyphen", "the light-\nhouse\nis\n",
	    "the lighthouse is\n"},

	{"a reference makes a line", "entities,newlines", "a&#13;b\n", "a\nb\n"},
	{"one rule makes work for another", "entities,nfc", "e&#769;", "é"},
	{"mojibake of a decomposed letter", "mojibake,nfc", "eÌ\xC2\x81tÃ©", "été"},
};

START_TEST(row)
{
	struct repair r = {0};
	struct buf out = {0};
	struct str wrong, in = str_of(rows[_i].in);
	const char *want = rows[_i].want;
	bool changed;

	ck_assert(repair_parse(rows[_i].rules, &r.rules, &wrong));
	changed = repair_string(&r, in, &out);
	ck_assert_msg(changed == (want != NULL), "%s: %s", rows[_i].why,
	    text_of(&out));
	if (want != NULL) {
		struct buf again = {0};

		ck_assert_msg(strcmp(text_of(&out), want) == 0, "%s: %s",
		    rows[_i].why, out.s);
		ck_assert_msg(!repair_string(&r, buf_str(&out), &again),
		    "%s, again: %s", rows[_i].why, text_of(&again));
		buf_free(&again);
	}
	buf_free(&out);
	repair_free(&r);
}
END_TEST

static const struct {
	const char *language, *in, *want;
} curls[] = {
	{"en", "\"Don't,\" she said, \"say 'no'.\"",
	    "“Don’t,” she said, “say ‘no’.”"},
	{"en", "the '90s, 5'11\" tall", "the ’90s, 5'11\" tall"},
	{"de", "Er sagte: \"Ja.\"", "Er sagte: „Ja.“"},
	{"fr", "Il dit \"oui\".", "Il dit «\u202Foui\u202F»."},
	{"ja", "\"a\"", "「a」"},
};

START_TEST(curl)
{
	struct repair r = {.rules = 1u << REPAIR_CURL,
	    .quotes = quote_style_of(curls[_i].language)};
	struct buf out = {0};

	ck_assert(repair_string(&r, str_of(curls[_i].in), &out));
	ck_assert_msg(strcmp(text_of(&out), curls[_i].want) == 0, "%s", out.s);
	buf_free(&out);
	repair_free(&r);
}
END_TEST

static const struct {
	const char *list;
	bool known;
	unsigned rules;
} lists[] = {
	{"nfc", true, 1u << REPAIR_NFC},
	{"quotes,dashes", true, 1u << REPAIR_QUOTES | 1u << REPAIR_DASHES},
	{"none", true, 0}, {"default", true, REPAIR_DEFAULT},
	{"+quotes", true, REPAIR_DEFAULT | 1u << REPAIR_QUOTES},
	{"-nfc", true, REPAIR_DEFAULT & ~(1u << REPAIR_NFC)},
	{"+nfkc", true, (REPAIR_DEFAULT & ~(1u << REPAIR_NFC)) |
	    1u << REPAIR_NFKC},
	{"curl", false, 0}, {"nfx", false, 0}, {"", true, 0},
};

START_TEST(list)
{
	unsigned rules;
	struct str wrong;

	ck_assert_int_eq(repair_parse(lists[_i].list, &rules, &wrong),
	    lists[_i].known);
	if (lists[_i].known)
		ck_assert_uint_eq(rules, lists[_i].rules);
}
END_TEST

/* A line is cut between characters, at an even byte and at an odd one. */
START_TEST(many_marks_stay)
{
	struct repair r = {.rules = REPAIR_DEFAULT};
	struct buf in = {0}, out = {0};

	buf_puts(&in, _i == 0 ? "a\u0327\u0323" : "aa\u0327\u0323");
	for (int i = 0; i < 100000; i++)
		buf_puts(&in, "\u0301\u0323");
	ck_assert(!repair_string(&r, buf_str(&in), &out));
	buf_free(&in);
	buf_free(&out);
	repair_free(&r);
}
END_TEST

/* How it is cut does not matter; a line of many windows, too. */
static void
repair_in_pieces(struct source *in, struct buf *out)
{
	struct repair r = {.rules = REPAIR_DEFAULT | 1u << REPAIR_DEHYPHEN |
	    1u << REPAIR_UNWRAP};
	struct sink to = {0};

	repair_text(&r, in, &to);
	buf_put(out, to.buf.s, to.buf.n);
	buf_free(&to.buf);
	repair_free(&r);
}

START_TEST(pieces)
{
	struct buf text = {0}, whole = {0};
	struct source in;

	for (int i = 0; i < ROWS(rows); i++)
		buf_puts(&text, rows[i].in);
	for (int i = 0; i < 30000; i++)
		buf_puts(&text, i % 7 ? "cafÃ© e\u0301 " : "light-\nhouse ");
	for (int i = 0; i < 30000; i++)
		buf_puts(&text, "Ã©\xCC\x81\xE9");
	in = source_over(buf_str(&text));
	repair_in_pieces(&in, &whole);
	for (size_t n = 1; n < 100000; n = n * 7 + 1) {
		struct pieces p = pieces_of(buf_str(&text), n, 0);
		struct buf out = {0};

		repair_in_pieces(&p.source, &out);
		ck_assert_msg(str_eq(buf_str(&out), buf_str(&whole)), "%zu", n);
		source_free(&p.source);
		buf_free(&out);
	}
	buf_free(&text);
	buf_free(&whole);
}
END_TEST

UNIT_SUITE("repair", UNIT_EACH(row, rows), UNIT_EACH(curl, curls),
    UNIT_EACH(list, lists),
    tcase_add_loop_test(t, many_marks_stay, 0, 2), UNIT_ONE(pieces))
