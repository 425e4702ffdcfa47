/* SPDX-License-Identifier: MIT */
#include "unit.h"

#include "text/unicode/charclass.h"
#include "text/sentences/sent.h"
#include "text/sentences/sentscan.h"
#include "text/unicode/utf.h"

/* Collects sentences, each with '|' behind it; "¶" between paragraphs. */
struct collector {
	struct sent sent;
	struct buf out, all;
	bool parted;
};

static void
collect(struct sent *s, enum sent_piece what, struct str t)
{
	struct collector *c = (struct collector *)s;

	buf_put(&c->all, t.s, t.n);
	if (what == SENT_TEXT && c->parted && c->out.n > 0)
		buf_puts(&c->out, "\n");
	if (what == SENT_TEXT)
		buf_put(&c->out, t.s, t.n);
	if (what == SENT_WRAP)
		buf_puts(&c->out, "_");
	if (what == SENT_END)
		buf_puts(&c->out, "|");
	c->parted = what == SENT_PARAGRAPH || (c->parted && what != SENT_TEXT);
}

static void
split(struct collector *c, const char *language, struct source *in)
{
	struct abbr abbr = {0};

	abbr_language(&abbr, language_find(str_of(language)));
	c->sent.piece = collect;
	c->sent.abbr = &abbr;
	sent_run(&c->sent, in);
	abbr_free(&abbr);
}

enum { WRAPPED = 1, WHOLE = 2 };

static const struct {
	const char *why, *language, *in, *want;
	int mode;
} rows[] = {
	{"nothing", "en", "", "", 0},
	{"blanks only", "en", " \n\t\n", "", 0},
	{"two sentences", "en", "It rains. We stay.", "It rains.|We stay.|", 0},
	{"blanks around go", "en", "  It rains.  \n", "It rains.|", 0},
	{"a line's end parts", "en", "one\ntwo", "one|\ntwo|", 0},
	{"a text's end is a line's end", "en", "1. One two 2.", "1. One two|2.|",
	    0},
	{"CRLF", "en", "one\r\n\r\ntwo\r\n", "one|\ntwo|", 0},
	{"wrapped lines do not", "en", "one\ntwo.\nThree\n\nfour",
	    "one_two.|Three|\nfour|", WRAPPED},
	{"ideographs wrap without a blank", "zh", "中文\n文字。", "中文文字。|",
	    WRAPPED},
	{"a title", "en", "I met Mr. Smith. He left.",
	    "I met Mr. Smith.|He left.|", 0},
	{"a number's point", "en", "It costs $4.50. We paid.",
	    "It costs $4.50.|We paid.|", 0},
	{"No. before a digit", "en", "See No. 5 there.", "See No. 5 there.|", 0},
	{"an address on the net", "en", "See www.a.org/x.html. It is there.",
	    "See www.a.org/x.html.|It is there.|", 0},
	{"initials", "en", "We read J. R. R. Tolkien then.",
	    "We read J. R. R. Tolkien then.|", 0},
	{"a country before a name", "en", "The U.S. Government did.",
	    "The U.S. Government did.|", 0},
	{"a country last", "en", "He is in the U.S. It is big.",
	    "He is in the U.S.|It is big.|", 0},
	{"hours in small letters", "en", "At 5 p.m. Mr. Poe came.",
	    "At 5 p.m. Mr. Poe came.|", 0},
	{"hours in capitals", "en", "He came at 5 P.M. Mr. Poe left.",
	    "He came at 5 P.M.|Mr. Poe left.|", 0},
	{"a firm before a small letter", "en", "Briggs & Co. at noon.",
	    "Briggs & Co. at noon.|", 0},
	{"a firm last", "en", "We met Briggs & Co. They left.",
	    "We met Briggs & Co.|They left.|", 0},
	{"I is no initial", "en", "It was you and I. Did you know?",
	    "It was you and I.|Did you know?|", 0},
	{"an initial between names", "en", "Here is Ann I. Jones again.",
	    "Here is Ann I. Jones again.|", 0},
	{"letters set apart", "sk", "Firma Abc s. r. o. tu je.",
	    "Firma Abc s. r. o. tu je.|", 0},
	{"initials in Cyrillic", "ru", "Это А. И. Семенов был.",
	    "Это А. И. Семенов был.|", 0},
	{"an ordinal", "cs", "Je to 10. pokus dnes.",
	    "Je to 10. pokus dnes.|", 0},
	{"a German date", "de", "Am 12. Juni kam er. Dann ging er.",
	    "Am 12. Juni kam er.|Dann ging er.|", 0},
	{"a German date, its month short", "de",
	    "Am 3. Okt. 1990 kam er. Am 3. März ging er. Im 19. Jh. war er.",
	    "Am 3. Okt. 1990 kam er.|Am 3. März ging er.|Im 19. Jh. war er.|", 0},
	{"initials of a double name", "fr",
	    "J.-P. Sartre est mort. En 52 av. J.-C. Il y va.",
	    "J.-P. Sartre est mort.|En 52 av. J.-C.|Il y va.|", 0},
	{"a plural's letters", "es", "Vive en EE. UU. desde 1990. Es CC. OO.",
	    "Vive en EE. UU. desde 1990.|Es CC. OO.|", 0},
	{"a law's number", "it", "Vedi il D.Lgs. 81/2008. Fine.",
	    "Vedi il D.Lgs. 81/2008.|Fine.|", 0},
	{"a number and its point at the end", "de",
	    "Es waren nur 3. Das war wenig.",
	    "Es waren nur 3.|Das war wenig.|", 0},
	{"a Norwegian date", "no", "Det var 3. okt. 2020 i Oslo. Ja.",
	    "Det var 3. okt. 2020 i Oslo.|Ja.|", 0},
	{"a Ukrainian date", "uk", "Це було 3 жовт. 2020 року. Так.",
	    "Це було 3 жовт. 2020 року.|Так.|", 0},
	{"a Roman ordinal", "und", "To je Karel IV. a jeho syn.",
	    "To je Karel IV. a jeho syn.|", 0},
	{"short words before numbers", "und", "Fyrir kr. 500. Og d. 1960.",
	    "Fyrir kr. 500.|Og d. 1960.|", 0},
	{"letters between points", "und", "Det er o.s.frv. og mer.",
	    "Det er o.s.frv. og mer.|", 0},
	{"a lone Arabic letter", "und", "وقال د. محمد نعم.",
	    "وقال د. محمد نعم.|", 0},
	{"a raised sign", "en", "See N°. 12 there.", "See N°. 12 there.|", 0},
	{"a town", "ru", "Он из г. Волгоград приехал.",
	    "Он из г. Волгоград приехал.|", 0},
	{"elided before an abbreviation", "it", "Si veda l'art. 3 qui.",
	    "Si veda l'art. 3 qui.|", 0},
	{"a language in capitals, with a country", "DE-at", "Siehe Hrn. Meier.",
	    "Siehe Hrn. Meier.|", 0},
	{"a language by another's words", "nb", "Han bor i kr. 5. Se s. 12 der.",
	    "Han bor i kr. 5.|Se s. 12 der.|", 0},
	{"Vietnamese", "vi", "Ông ở TP. Huế. Bà đến.", "Ông ở TP. Huế.|Bà đến.|",
	    0},
	{"numbers with points", "de", "Es sind 5.300,25 Euro. Ja.",
	    "Es sind 5.300,25 Euro.|Ja.|", 0},
	{"an address of mail", "en", "Write to Ann.Poe@a.org. She reads it.",
	    "Write to Ann.Poe@a.org.|She reads it.|", 0},
	{"a blank was forgotten", "en", "It was late.Then it rained.",
	    "It was late.|Then it rained.|", 0},
	{"a blank was forgotten, behind many points", "en",
	    "It was late...Then it rained.", "It was late...|Then it rained.|",
	    0},
	{"a blank was forgotten, before a quotation", "en",
	    "It was late.\"We stay,\" she said.",
	    "It was late.|\"We stay,\" she said.|", 0},
	{"a blank was forgotten, behind a year", "en",
	    "It was in 2010.Then it rained.", "It was in 2010.|Then it rained.|",
	    0},
	{"a blank was forgotten, behind a bracket", "en",
	    "It was late (and dark).Then it rained.",
	    "It was late (and dark).|Then it rained.|", 0},
	{"code has no blanks", "en", "Call foo().Bar() in item 3.Intro there.",
	    "Call foo().Bar() in item 3.Intro there.|", 0},
	{"small letters at once behind points", "en", "What I mean...see it.",
	    "What I mean...see it.|", 0},
	{"a question to a page", "en", "See a.org/page?id and more.",
	    "See a.org/page?id and more.|", 0},
	{"a note's number", "en", "So says the law.12 There are others.",
	    "So says the law.12|There are others.|", 0},
	{"a name that exclaims", "en", "She is at Yahoo! in the office.",
	    "She is at Yahoo! in the office.|", 0},
	{"a dash begins an item", "pl", "To jest dom. – ale nie nasz dom.",
	    "To jest dom.|– ale nie nasz dom.|", 0},
	{"a dash goes on", "en", "And -- voila! -- there is cake.",
	    "And -- voila! -- there is cake.|", 0},
	{"spaced points inside", "en", "I was . . . I did not know.",
	    "I was . . . I did not know.|", 0},
	{"spaced points behind", "en", "It ends . . . . The next goes on.",
	    "It ends . . . .|The next goes on.|", 0},
	{"a full stop, then an omission", "en", "It ends. . . . The next.",
	    "It ends.|. . . The next.|", 0},
	{"many points", "en", "I never did.... She left.",
	    "I never did....|She left.|", 0},
	{"an ellipsis goes on", "en", "Well ... it is so.",
	    "Well ... it is so.|", 0},
	{"an ellipsis in brackets", "en", "He [...] Left it.",
	    "He [...] Left it.|", 0},
	{"a quotation's end", "en", "\"Come in.\" She sat.",
	    "\"Come in.\"|She sat.|", 0},
	{"a comma in a quotation's end", "en",
	    "“We are open to talks,” Mr Poe told Ms Holt. “We are.”",
	    "“We are open to talks,” Mr Poe told Ms Holt.|“We are.”|", 0},
	{"a quotation goes on", "en", "\"Come in!\" she said.",
	    "\"Come in!\" she said.|", 0},
	{"a reference mark", "en", "It was so.[7][8] Then it was not.",
	    "It was so.[7][8]|Then it was not.|", 0},
	{"quotes set apart", "fr", "« Il est tard. » Puis il part.",
	    "« Il est tard. »|Puis il part.|", 0},
	{"German quotes", "de", "„Es ist gut.“ Dann ging er.",
	    "„Es ist gut.“|Dann ging er.|", 0},
	{"quotes of a typewriter", "nl", "Dat is zo. ,,Ja, en nu.'' Hij ging.",
	    "Dat is zo.|,,Ja, en nu.''|Hij ging.|", 0},
	{"Spanish opens its questions", "es", "¿Cómo está? ¡Bien! Gracias.",
	    "¿Cómo está?|¡Bien!|Gracias.|", 0},
	{"a bracket inside", "en", "He taught (He was 5.) at the school.",
	    "He taught (He was 5.) at the school.|", 0},
	{"a bracket behind", "en", "She is here (I think). We go.",
	    "She is here (I think).|We go.|", 0},
	{"marks together", "en", "What?! No!! Why???", "What?!|No!!|Why???|", 0},
	{"a quotation in Japanese goes on", "ja", "「そうだ。」と言った。",
	    "「そうだ。」と言った。|", 0},
	{"Tibetan", "bo", "ཀ། ཁ།", "ཀ།|ཁ།|", 0},
	{"Thai has no marks", "th", "ก ข ค", "ก ข ค|", 0},
	{"not UTF-8", "en", "\xFF\xFE. A\x80.", "\xFF\xFE.|A\x80.|", 0},
	{"ideographic", "zh", "中文。文字！好？", "中文。|文字！|好？|", 0},
	{"Hindi", "hi", "यह घर है। वह घर है।", "यह घर है।|वह घर है।|", 0},
	{"Urdu", "ur", "یہ گھر ہے۔ وہ کیا ہے؟ ہاں", "یہ گھر ہے۔|وہ کیا ہے؟|ہاں|", 0},
	{"a mark of direction behind a stop", "he",
	    "זה בית.\u200F זה עץ.", "זה בית.\u200F|זה עץ.|", 0},
	{"Armenian, as it is typed", "hy", "Այո: Ոչ:", "Այո:|Ոչ:|", 0},
	{"Armenian, as it is printed", "hy", "Այո։ Ոչ։", "Այո։|Ոչ։|", 0},
	{"Armenian, a point is a pause", "hy", "Այո. սա տուն է:",
	    "Այո. սա տուն է:|", 0},
	{"Korean verbs that need no mark", "ko", "여기 있어요 저는 갑니다 또 와요",
	    "여기 있어요|저는 갑니다|또 와요|", 0},
	{"Korean nouns that look like verbs", "ko", "주요 내용과 필요 없는 것",
	    "주요 내용과 필요 없는 것|", 0},
	{"Korean verbs that are quoted", "ko", "간다고 해요 라고 했다",
	    "간다고 해요 라고 했다|", 0},
	{"Korean verbs with a sound behind", "ko", "갔어요 ㅠㅠ 그래도",
	    "갔어요 ㅠㅠ 그래도|", 0},
	{"Amharic", "am", "ነው፧ ነው። ነው", "ነው፧|ነው።|ነው|", 0},
	{"Burmese", "my", "က။ ခ။", "က။|ခ။|", 0},
	{"Greek asks", "el", "Τι είναι αυτό; Είναι δέντρο.",
	    "Τι είναι αυτό;|Είναι δέντρο.|", 0},
	{"a list in a line", "en", "1. One 2. Two 3. Three",
	    "1. One|2. Two|3. Three|", 0},
	{"a list of letters", "en", "a) one b) two", "a) one|b) two|", 0},
	{"Roman, in brackets", "en", "(i) one (ii) two", "(i) one|(ii) two|", 0},
	{"a bracket behind each number", "en", "1.) One. 2.) Two.",
	    "1.) One.|2.) Two.|", 0},
	{"numbered bullets", "en", "• 9. One • 10. Two", "• 9. One|• 10. Two|", 0},
	{"a heading's number", "en", "2.3.1. On trees", "2.3.1. On trees|", 0},
	{"bullets", "en", "• one • two", "• one|• two|", 0},
	{"items between semicolons", "en",
	    "Topics: Rural Schools; School Size; Public Schools.",
	    "Topics: Rural Schools; School Size; Public Schools.|", 0},
	{"no list", "en", "One 1) and 2) two", "One 1) and 2) two|", 0},
	{"a pair is cut", "en", "(One is. Two is.)", "(One is.|Two is.)|", 0},
	{"a pair is kept", "en", "(One is. Two is.) Three.",
	    "(One is. Two is.)|Three.|", WHOLE},
	{"quotes are kept", "en", "“One is. Two is.” Three is.",
	    "“One is. Two is.”|Three is.|", WHOLE},
};

START_TEST(each_row)
{
	struct collector c = {.sent = {.wrapped = rows[_i].mode & WRAPPED,
	    .whole = rows[_i].mode & WHOLE}};
	struct source in = source_over(str_of(rows[_i].in));

	split(&c, rows[_i].language, &in);
	ck_assert_msg(strcmp(text_of(&c.out), rows[_i].want) == 0, "%s: %s",
	    rows[_i].why, c.out.s);
	ck_assert_msg(strcmp(text_of(&c.all), rows[_i].in) == 0, "%s: lost",
	    rows[_i].why);
	buf_free(&c.out);
	buf_free(&c.all);
}
END_TEST

/* Every row's text in one, cut in two at every byte. */
START_TEST(cut_anywhere)
{
	struct buf all = {0};
	struct collector whole = {.sent.wrapped = _i == 1};
	struct source in;

	for (int i = 0; i < ROWS(rows); i++) {
		buf_puts(&all, rows[i].in);
		buf_puts(&all, i % 3 ? " " : "\xE3\x80\x80\n\xC2\xA0");
	}
	in = source_over(buf_str(&all));
	split(&whole, "en", &in);
	for (size_t cut = 0; cut < all.n; cut++) {
		struct collector c = {.sent.wrapped = _i == 1};
		struct pieces p = pieces_of(buf_str(&all), 0, cut);

		split(&c, "en", &p.source);
		ck_assert_msg(str_eq(buf_str(&c.out), buf_str(&whole.out)),
		    "cut at %zu", cut);
		ck_assert(str_eq(buf_str(&c.all), buf_str(&all)));
		buf_free(&c.out);
		buf_free(&c.all);
		source_free(&p.source);
	}
	buf_free(&all);
	buf_free(&whole.out);
	buf_free(&whole.all);
}
END_TEST

/* Every terminator that Unicode knows ends a sentence. */
START_TEST(each_terminator)
{
	for (uint32_t t = 0x80; t < 0x110000; t++) {
		enum charclass_sentence sb = charclass_sentence(charclass_of(t));
		struct collector c = {0};
		struct buf text = {0}, want = {0};
		struct source in;

		if (sb != SB_STERM && sb != SB_ATERM)
			continue;
		buf_puts(&text, "Some words");
		utf_put(&text, t);
		buf_put(&want, text.s, text.n);
		buf_puts(&text, " More words");
		buf_puts(&want, "|More words|");
		in = source_over(buf_str(&text));
		split(&c, "und", &in);
		ck_assert_msg(str_eq(buf_str(&c.out), buf_str(&want)),
		    "U+%04X: %s", (unsigned)t, text_of(&c.out));
		buf_free(&c.out);
		buf_free(&c.all);
		buf_free(&text);
		buf_free(&want);
	}
}
END_TEST

/* The vector code against the plain rule, each pair of bytes. */
START_TEST(each_stop)
{
	for (int first = 0; first < 256; first++)
		for (int next = 0; next < 256; next++) {
			char block[SCAN_SEES];
			unsigned bits;

			for (int i = 0; i < SCAN_SEES; i++)
				block[i] = (char)(i % 2 ? next : first);
			bits = scan_block(block);
			for (int i = 0; i < SCAN_BLOCK; i++)
				ck_assert_msg((bits >> i & 1) == scan_is_stop(
				    (unsigned char)block[i],
				    (unsigned char)block[i + 1]),
				    "%02x %02x", first, next);
		}
}
END_TEST

UNIT_SUITE("sent", UNIT_EACH(each_row, rows),
    tcase_add_loop_test(t, cut_anywhere, 0, 2), UNIT_ONE(each_terminator),
    UNIT_ONE(each_stop))
