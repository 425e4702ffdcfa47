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
	{"an initial behind a small word", "lt",
	    "Prezidentas A. Smetona kalbėjo. Jis išėjo.",
	    "Prezidentas A. Smetona kalbėjo.|Jis išėjo.|", 0},
	{"a mark, not an initial", "en", "She got a C. It's bad. I got an A. I'm in.",
	    "She got a C.|It's bad.|I got an A.|I'm in.|", 0},
	{"a list's number in brackets", "en", "We need 1) Time and 2) Money.",
	    "We need 1) Time and 2) Money.|", 0},
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
	{"three digits are no ordinal", "de",
	    "Es waren 300. Okt. kam spät.",
	    "Es waren 300.|Okt. kam spät.|", 0},
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
	/* paragraph */
	{"a law's paragraphs", "en",
	    "The Board may act. (2) The chair calls it. (3) All come.",
	    "The Board may act.|(2) The chair calls it.|(3) All come.|", 0},
	{"a paragraph's number, the last of its line", "en",
	    "See the U.S. (2)\nThe chair calls.",
	    "See the U.S.|(2)_The chair calls.|", WRAPPED},
	{"a paragraph's letter", "cs", "Soud rozhodl. (b) Řízení končí.",
	    "Soud rozhodl.|(b) Řízení končí.|", 0},
	{"a Roman paragraph", "en", "Is it so? (iv) The rest is not.",
	    "Is it so?|(iv) The rest is not.|", 0},
	{"a number in brackets before small letters is none", "de",
	    "Siehe Nr. (2) der Liste.", "Siehe Nr. (2) der Liste.|", 0},
	/* tail */
	{"a square reference mark set apart", "en", "It was so. [12] Then not.",
	    "It was so. [12]|Then not.|", 0},
	{"emoji stay", "en", "So happy! \U0001F389\U0001F389 Thank you all.",
	    "So happy! \U0001F389\U0001F389|Thank you all.|", 0},
	{"an emoji that opens", "en", "I like it. \U0001F34E grow on trees.",
	    "I like it.|\U0001F34E grow on trees.|", 0},
	{"hashtags stay", "en", "At the lake! #summer #fun_day See you.",
	    "At the lake! #summer #fun_day|See you.|", 0},
	{"a number sign is no hashtag", "en", "We beat them. #1 Fan is here.",
	    "We beat them.|#1 Fan is here.|", 0},
	{"note marks", "en", "It is free.* Ask for it.† Terms apply.",
	    "It is free.*|Ask for it.†|Terms apply.|", 0},
	{"raised note numbers", "en", "So says the law.¹² It is old.",
	    "So says the law.¹²|It is old.|", 0},
	{"several notes' numbers", "en", "It was cheap.3,4 It was good.5–7 Go.",
	    "It was cheap.3,4|It was good.5–7|Go.|", 0},
	/* identifier */
	{"a program's parts", "en", "Use java.util.List or System.Text.Json.",
	    "Use java.util.List or System.Text.Json.|", 0},
	{"a short module", "en", "Call os.Open and http.Get in order.",
	    "Call os.Open and http.Get in order.|", 0},
	{"capitals behind a point", "en", "Edit config.JSON on an ASP.NET page.",
	    "Edit config.JSON on an ASP.NET page.|", 0},
	{"a firm's domain", "en", "We asked Booking.Com for help.",
	    "We asked Booking.Com for help.|", 0},
	{"mixed case behind a point", "en", "Call window.openUrl(x).Then stop.",
	    "Call window.openUrl(x).Then stop.|", 0},
	{"a blank was forgotten, before a Roman number", "kk",
	    "Бұл оның жағдайы.XVIII ғасыр басталды.",
	    "Бұл оның жағдайы.|XVIII ғасыр басталды.|", 0},
	/* bracketed, bracket follows */
	{"a bracket's first word", "und", "Town (pop. 12,000) grows. It is big.",
	    "Town (pop. 12,000) grows.|It is big.|", 0},
	{"a bracket's first word before a capital", "fi",
	    "Lontoo (engl. London) on iso. Se on.",
	    "Lontoo (engl. London) on iso.|Se on.|", 0},
	{"a bracket's first word without case", "ka",
	    "ბიოლოგია (ბერძნ. βίος) არის. ის ძველია.",
	    "ბიოლოგია (ბერძნ. βίος) არის.|ის ძველია.|", 0},
	{"a firm's short name", "en",
	    "They are Oak Ltd. (“Oak”) and Elm Corp. (the “Buyer”). Both sign.",
	    "They are Oak Ltd. (“Oak”) and Elm Corp. (the “Buyer”).|Both sign.|",
	    0},
	/* numbers and what they follow */
	{"capitals with points before a number", "en",
	    "It is in 28 U.S.C. 1253 and 40 C.F.R. 60 now.",
	    "It is in 28 U.S.C. 1253 and 40 C.F.R. 60 now.|", 0},
	{"an era before a number", "tr", "M.Ö. 300 yılında kuruldu.",
	    "M.Ö. 300 yılında kuruldu.|", 0},
	{"a letter behind an abbreviation", "fr",
	    "Selon l'art. L. 121-1 du code, oui. Il le dit.",
	    "Selon l'art. L. 121-1 du code, oui.|Il le dit.|", 0},
	{"a sign of paragraphs", "de", "Das folgt aus § 5 i. V. m. § 9 BGB.",
	    "Das folgt aus § 5 i. V. m. § 9 BGB.|", 0},
	{"a Roman number behind what numbers", "en",
	    "It is in vol. II and bk. III of it. Read it.",
	    "It is in vol. II and bk. III of it.|Read it.|", 0},
	{"I is no Roman number", "en", "Thanks a lot. I like it.",
	    "Thanks a lot.|I like it.|", 0},
	{"limits", "de", "Er trägt max. 5 kg und min. 3 Tage. Gut.",
	    "Er trägt max. 5 kg und min. 3 Tage.|Gut.|", 0},
	{"a street by its ending", "de", "Er wohnt Hauptstr. 5 in Ulm. Gut.",
	    "Er wohnt Hauptstr. 5 in Ulm.|Gut.|", 0},
	{"chapter and verse", "en", "Read Matt. 5:3 and Rom. 8:15 aloud. Pray.",
	    "Read Matt. 5:3 and Rom. 8:15 aloud.|Pray.|", 0},
	{"chapter and verse, not listed", "es", "Lea Hab. 2:4 hoy. Luego ore.",
	    "Lea Hab. 2:4 hoy.|Luego ore.|", 0},
	{"a journal", "en", "See J. Biol. Chem. 5 and Phys. Rev. Lett. 12 too.",
	    "See J. Biol. Chem. 5 and Phys. Rev. Lett. 12 too.|", 0},
	{"a reporter", "en", "The notice is 62 Fed. Reg. 1234 of May.",
	    "The notice is 62 Fed. Reg. 1234 of May.|", 0},
	{"a title is no part of a citation", "en",
	    "We saw Gen. Poe. Mr. Holt left.", "We saw Gen. Poe.|Mr. Holt left.|",
	    0},
	/* letters */
	{"letters without spaces known, with spaces", "de",
	    "Das sind u. a. Kinder, d. h. Leute. Ja.",
	    "Das sind u. a. Kinder, d. h. Leute.|Ja.|", 0},
	{"initials in Devanagari", "hi", "डॉ. ए. के. शर्मा आए। वह गए।",
	    "डॉ. ए. के. शर्मा आए।|वह गए।|", 0},
	{"letters with points in Devanagari", "hi", "जी.डी.पी. दर बढ़ी। एम.ए. पास।",
	    "जी.डी.पी. दर बढ़ी।|एम.ए. पास।|", 0},
	{"an initial in Telugu", "te", "రచయిత కె. రావు వచ్చారు. ఆయన వెళ్ళారు.",
	    "రచయిత కె. రావు వచ్చారు.|ఆయన వెళ్ళారు.|", 0},
	{"an initial in Tamil", "und", "எழுத்தாளர் கி. ராஜன் வந்தார். அவர் போனார்.",
	    "எழுத்தாளர் கி. ராஜன் வந்தார்.|அவர் போனார்.|", 0},
	{"an initial in Georgian", "und", "აქ გ. წერეთელი მოვიდა. ის წავიდა.",
	    "აქ გ. წერეთელი მოვიდა.|ის წავიდა.|", 0},
	{"an Armenian year", "hy", "Նա ծնվել է 1923 թ. Երևանում։ Նա գնաց։",
	    "Նա ծնվել է 1923 թ. Երևանում։|Նա գնաց։|", 0},
	{"what follows an apostrophe is no abbreviation", "pl",
	    "Otwarto McDonald's. Wyznaczono miejsca.",
	    "Otwarto McDonald's.|Wyznaczono miejsca.|", 0},
	/* seldom ends, exclaims, said */
	{"a name with Jr.", "en", "King Jr. Day is near. I met Poe Jr. He left.",
	    "King Jr. Day is near.|I met Poe Jr.|He left.|", 0},
	{"a state before a name", "en", "From Erie, Pa. Mayor Hill came.",
	    "From Erie, Pa. Mayor Hill came.|", 0},
	{"millions", "de", "Das kostet 5 Mio. Euro und 2 Mrd. Dollar. Gut.",
	    "Das kostet 5 Mio. Euro und 2 Mrd. Dollar.|Gut.|", 0},
	{"a name that exclaims, at the beginning", "en",
	    "Yahoo! has a page. You are a yahoo! I go.",
	    "Yahoo! has a page.|You are a yahoo!|I go.|", 0},
	{"who spoke", "tr", "Su var mı? diye sordu. Evet.",
	    "Su var mı? diye sordu.|Evet.|", 0},
	/* aside, stop follows */
	{"a bracket behind a word", "id",
	    "Rapat Dewan Gubernur (RDG) Bank Indonesia selesai. Bunga turun.",
	    "Rapat Dewan Gubernur (RDG) Bank Indonesia selesai.|Bunga turun.|",
	    0},
	{"a bracket before a word that opens", "en",
	    "a list of its words (age, origin, nation) He has them.",
	    "a list of its words (age, origin, nation)|He has them.|", 0},
	{"a quoted name", "und", "Lider \"Terne Roma\" Bogdan Poe przybył.",
	    "Lider \"Terne Roma\" Bogdan Poe przybył.|", 0},
	{"inches", "en", "It is a 24\" Engraved Trophy.",
	    "It is a 24\" Engraved Trophy.|", 0},
	{"a bracket that is all of it", "en", "(Reuters) The town is empty.",
	    "(Reuters)|The town is empty.|", 0},
	{"a stop set apart", "vi", "Ông nói : \" Ai ? \" . Rồi ông đi .",
	    "Ông nói : \" Ai ? \" .|Rồi ông đi .|", 0},
	/* quotes of one side */
	{"a mark that closes elsewhere opens", "fi",
	    "Hän lähti. ”Tulen takaisin.” Ovi sulkeutui.",
	    "Hän lähti.|”Tulen takaisin.”|Ovi sulkeutui.|", 0},
	{"such a pair is kept", "sv", "Hon sade ”Ja. Nu.” till mig. Han gick.",
	    "Hon sade ”Ja. Nu.” till mig.|Han gick.|", WHOLE},
	/* East and Southeast Asia */
	{"a full-width number", "zh", "价格为３．５元。很贵。",
	    "价格为３．５元。|很贵。|", 0},
	{"a title with a mark", "zh", "我们去看《来吧！孩子》好吗？好！",
	    "我们去看《来吧！孩子》好吗？|好！|", 0},
	{"a title closes in its line", "zh", "《来吧！孩子\n好好好好》好吗？",
	    "《来吧！|孩子|\n好好好好》好吗？|", 0},
	{"a wrapped title with a mark", "zh", "我们去看《来吧！孩\n子》好吗？好！",
	    "我们去看《来吧！孩子》好吗？|好！|", WRAPPED},
	{"a title that ends with a mark", "zh", "《你好，李焕英！》是电影。好看。",
	    "《你好，李焕英！》是电影。|好看。|", 0},
	{"who spoke, in Chinese", "zh", "“你好吗？”他问。“好。”",
	    "“你好吗？”他问。|“好。”|", 0},
	{"an ellipsis inside, in Chinese", "zh", "我……我不知道。真的……",
	    "我……我不知道。|真的……|", 0},
	{"Khmer", "km", "យើងទិញបាយ។ យើងទៅផ្ទះ។", "យើងទិញបាយ។|យើងទៅផ្ទះ។|", 0},
	{"Khmer, and so on", "km", "យើងទិញបាយ ត្រី ។ល។", "យើងទិញបាយ ត្រី ។ល។|",
	    0},
	{"Korean requests", "ko", "길을 알려줘 사진을 찾으시오 그는 갔다",
	    "길을 알려줘|사진을 찾으시오|그는 갔다|", 0},
	{"Korean endings, made longer", "ko", "좋았어요~ 하지만 비싸요~~ 끝",
	    "좋았어요~|하지만 비싸요~~|끝|", 0},
	/* lines that are wrapped */
	{"a soft hyphen goes", "en", "An exam\xC2\xAD\nple of it.",
	    "An example of it.|", WRAPPED},
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

/* The vector code against the plain rule, each pair of bytes and a third. */
START_TEST(each_stop)
{
	static const unsigned char thirds[] = {0x20, 0x94, 0x98, 0xA4};

	for (int first = 0; first < 256; first++)
		for (int next = 0; next < 4 * 256; next++) {
			const unsigned char turn[] = {(unsigned char)first,
			    (unsigned char)next, thirds[next >> 8]};
			char block[SCAN_SEES];
			unsigned bits;

			for (int i = 0; i < SCAN_SEES; i++)
				block[i] = (char)turn[i % 3];
			bits = scan_block(block);
			for (int i = 0; i < SCAN_BLOCK; i++)
				ck_assert_msg((bits >> i & 1) == scan_is_stop(
				    turn[i % 3], turn[(i + 1) % 3],
				    turn[(i + 2) % 3]), "%02x %02x %02x",
				    turn[0], turn[1], turn[2]);
		}
}
END_TEST

UNIT_SUITE("sent", UNIT_EACH(each_row, rows),
    tcase_add_loop_test(t, cut_anywhere, 0, 2), UNIT_ONE(each_terminator),
    UNIT_ONE(each_stop))
