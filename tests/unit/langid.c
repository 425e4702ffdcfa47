/* SPDX-License-Identifier: MIT */
#include "unit.h"

#include "text/langid/langid.h"
#include "text/langid/mixed.h"
#include "text/langid/tokens.h"
#include "text/language.h"

/* A sentence and its language; "und": of none. */
static const struct {
	const char *code, *text;
} sentences[] = {
	{"en", "The keeper of the lighthouse counts the ships every evening."},
	{"de", "Der Wächter des Leuchtturms zählt jeden Abend die Schiffe."},
	{"nl", "De wachter van de vuurtoren telt elke avond de schepen."},
	{"fr", "Le gardien du phare compte les navires chaque soir."},
	{"es", "El guardián del faro cuenta los barcos todas las noches."},
	{"pt", "O guardião do farol conta os navios todas as noites."},
	{"it", "Il guardiano del faro conta le navi ogni sera."},
	{"ro", "Paznicul farului numără corăbiile în fiecare seară."},
	{"ca", "El guardià del far compta els vaixells cada vespre."},
	{"sv", "Fyrvaktaren räknar fartygen varje kväll."},
	{"da", "Fyrpasseren tæller skibene hver aften og skriver dem op."},
	{"nb", "Fyrvokteren teller skipene hver kveld og skriver dem opp."},
	{"is", "Vitavörðurinn telur skipin á hverju kvöldi."},
	{"fi", "Majakanvartija laskee laivat joka ilta."},
	{"et", "Majakavaht loeb igal õhtul laevu."},
	{"lv", "Bākas uzraugs katru vakaru skaita kuģus."},
	{"lt", "Švyturio prižiūrėtojas kas vakarą skaičiuoja laivus."},
	{"pl", "Latarnik liczy statki każdego wieczoru."},
	{"cs", "Strážce majáku každý večer počítá lodě."},
	{"hu", "A világítótorony őre minden este megszámolja a hajókat."},
	{"tr", "Deniz fenerinin bekçisi her akşam gemileri sayıyor."},
	{"vi", "Người gác hải đăng đếm tàu mỗi buổi tối."},
	{"sw", "Mlinzi wa mnara huhesabu meli kila jioni."},
	{"cy", "Mae ceidwad y goleudy yn cyfrif y llongau bob nos."},
	{"ga", "Déanann coimeádaí an tí solais na longa a chomhaireamh."},
	{"eu", "Itsasargiaren zaindariak gauero zenbatzen ditu ontziak."},
	{"sq", "Roja e farit i numëron anijet çdo mbrëmje."},
	{"ru", "Смотритель маяка каждый вечер считает корабли."},
	{"uk", "Доглядач маяка щовечора рахує кораблі."},
	{"bg", "Пазачът на фара всяка вечер брои корабите."},
	{"mk", "Чуварот на светилникот секоја вечер ги брои бродовите."},
	{"kk", "Маяк күзетшісі әр кеш сайын кемелерді санайды."},
	{"el", "Ο φύλακας του φάρου μετρά τα πλοία κάθε βράδυ."},
	{"he", "שומר המגדלור סופר את הספינות בכל ערב."},
	{"ar", "يعد حارس المنارة السفن كل مساء."},
	{"fa", "نگهبان فانوس دریایی هر شب کشتی‌ها را می‌شمارد."},
	{"ur", "لائٹ ہاؤس کا رکھوالا ہر شام جہاز گنتا ہے۔"},
	{"hi", "प्रकाशस्तंभ का रखवाला हर शाम जहाज़ गिनता है।"},
	{"mr", "दीपगृहाचा रखवालदार रोज संध्याकाळी जहाजे मोजतो."},
	{"bn", "বাতিঘরের রক্ষক প্রতি সন্ধ্যায় জাহাজ গোনে।"},
	{"ta", "கலங்கரை விளக்கக் காவலர் கப்பல்களை எண்ணுகிறார்."},
	{"te", "దీపస్తంభం కాపలాదారు ఓడలను లెక్కిస్తాడు."},
	{"th", "ผู้ดูแลประภาคารนับเรือทุกเย็น"},
	{"ka", "შუქურის მცველი ყოველ საღამოს ითვლის გემებს."},
	{"hy", "Փարոսի պահապանը ամեն երեկո հաշվում է նավերը։"},
	{"ko", "등대지기는 매일 저녁 배를 센다."},
	{"ja", "灯台守は毎晩、船を数えている。"},
	{"zh", "灯塔看守人每天晚上数船。"},
	{"zh", "燈塔看守人每天晚上數船。"},
	{"zh", "咆"},
	{"und", ""}, {"und", "12 345 678 -- 9!"}, {"und", "\xFF\xFE\x00"},
	{"und", "q w e r t z u i o p a s d f g h j k l"},
	{"und", "xkqzv wqpfj zzxkc vbnqw qxjzk hgfqp"},
};

START_TEST(sentence)
{
	struct langid_guess g = langid_guess(str_of(sentences[_i].text));

	ck_assert_msg(strcmp(g.code, sentences[_i].code) == 0, "%s: %s %d",
	    sentences[_i].text, g.code, g.confidence);
}
END_TEST

/* What of a text counts: runs, a blank between. */
static const struct {
	const char *why, *in, *want;
} tokens[] = {
	{"words", "a few, words.", "a few words"},
	{"bytes beyond ASCII are letters", "caf\xC3\xA9 x", "caf\xC3\xA9 x"},
	{"a token with digits", "a b2b 4x x4 c", "a c"},
	{"base64", "a Zm9v/YmFy+eHg= b", "a b"},
	{"words with a stroke", "he/she", "he she"},
	{"camel case", "a someLongName b", "a b"},
	{"a name with one hump", "McDonald", "McDonald"},
	{"an underscore", "a snake_case b", "a b"},
	{"a web address", "see https://a.example/de/la and", "see and"},
	{"a name of a host", "see www.example.com now", "see now"},
	{"a mail address", "to someone@example.com now", "to now"},
	{"an @name", "hi @der_die_das you", "hi you"},
	{"a tag", "a <span class=\"der\">b</span> c", "a b c"},
	{"a < that opens no tag", "a < b", "a b"},
	{"a point at a sentence's end", "one. Two", "one Two"},
	{"NUL ends a word", "a\0b", "a"}, /* as far as a C string goes */
};

static void
put_token(void *ctx, struct str run)
{
	struct buf *b = ctx;

	if (b->n > 0)
		buf_putc(b, ' ');
	buf_put(b, run.s, run.n);
}

START_TEST(token)
{
	struct buf b = {0};

	tokens_each(str_of(tokens[_i].in), put_token, &b);
	ck_assert_msg(strcmp(text_of(&b), tokens[_i].want) == 0, "%s: %s",
	    tokens[_i].why, b.s);
	buf_free(&b);
}
END_TEST

START_TEST(words_of_two_scripts)
{
	struct langid *t = langid_new();

	langid_begin(t);
	langid_add(t, STR("p\xD0\xB0ypal")); /* a Cyrillic a */
	ck_assert_uint_eq(langid_letters(t, SCRIPT_NONE), 0);
	langid_begin(t);
	langid_add(t, STR("IBM\xE5\x85\xAC\xE5\x8F\xB8"));
	ck_assert_uint_eq(langid_letters(t, SCRIPT_Latn), 3);
	ck_assert_uint_eq(langid_letters(t, SCRIPT_Cjk), 4);
	langid_free(t);
}
END_TEST

START_TEST(one_memo_many_texts)
{
	struct langid *t = langid_new();

	for (int round = 0; round < 2; round++)
		for (int i = 0; i < ROWS(sentences); i++) {
			struct str text = str_of(sentences[i].text);
			struct langid_guess a = langid_document(t, text, NULL);
			struct langid_guess b = langid_guess(text);

			ck_assert_int_eq(a.confidence, b.confidence);
		}
	langid_free(t);
}
END_TEST

START_TEST(only_some)
{
	struct langid_set set = {0};
	struct langid *t = langid_new();
	struct langid_guess g[4];

	ck_assert(langid_set_add(&set, STR("fi")));
	ck_assert(langid_set_add(&set, STR("et")));
	ck_assert(!langid_set_add(&set, STR("zz")));
	ck_assert(!langid_set_add(&set, STR("xx")));
	langid_begin(t);
	langid_add(t, STR("The keeper counts the ships."));
	ck_assert_int_eq(langid_guesses(t, &set, g, 4), 2);
	ck_assert(langid_set_has(&set, g[0].code));
	ck_assert_int_lt(g[0].confidence, 100);
	langid_begin(t);
	langid_add(t, STR("Смотритель"));
	ck_assert_int_eq(langid_guesses(t, &set, g, 4), 1);
	ck_assert_str_eq(g[0].code, "und");
	langid_free(t);
}
END_TEST

static const struct {
	const char *text, *script;
} scripts[] = {
	{"Стража светионика броји бродове сваке вечери.", "Cyrl"},
	{"Stražar broji brodove svake večeri.", "Latn"},
	{"灯塔看守人每天晚上数船。", "Hans"}, {"燈塔看守人每天晚上數船。", "Hant"},
	{"灯台守は毎晩、船を数えている。", "Jpan"}, {"人人", NULL},
	{"这些书说的是马车、鸟、鱼、龙；门开着，时间很长，人们来见东风：燈。", "Hans"},
};

START_TEST(script)
{
	struct langid *t = langid_new();
	struct langid_guess g =
	    langid_document(t, str_of(scripts[_i].text), NULL);
	const char *got = langid_script(t, &g);

	ck_assert_msg(scripts[_i].script == NULL ? got == NULL :
	    got != NULL && strcmp(got, scripts[_i].script) == 0, "%s: %s",
	    scripts[_i].text, got != NULL ? got : "none");
	langid_free(t);
}
END_TEST

/* A word or two are judged with what follows. */
START_TEST(short_stretches)
{
	static const char text[] =
	    "The keeper of the lighthouse counts the ships every evening. "
	    "Ja. Si. Da. No. "
	    "He writes their names into a book that nobody ever reads.\n";
	struct langid *t = langid_new();
	struct mixed m = {0};

	mixed_add(&m, t, str_of(text), NULL, LANGID_LIKELY);
	mixed_sort(&m);
	ck_assert_int_eq(m.n, 1);
	ck_assert_str_eq(m.parts[0].guess.code, "en");
	ck_assert_uint_eq(m.letters, m.parts[0].letters);
	langid_free(t);
}
END_TEST

START_TEST(both_halves)
{
	static const char text[] =
	    "The keeper of the lighthouse counts the ships every evening. "
	    "He writes their names into a book that nobody reads.\n"
	    "Der Wächter des Leuchtturms zählt jeden Abend die Schiffe. "
	    "Er schreibt ihre Namen in ein Buch, das niemand liest.\n";
	struct langid *t = langid_new();
	struct mixed m = {0};

	mixed_add(&m, t, str_of(text), NULL, LANGID_LIKELY);
	mixed_sort(&m);
	ck_assert_int_eq(m.n, 2);
	ck_assert_str_eq(m.parts[0].guess.code, "de");
	ck_assert_str_eq(m.parts[1].guess.code, "en");
	ck_assert_uint_eq(m.letters, m.parts[0].letters + m.parts[1].letters);
	langid_free(t);
}
END_TEST

/* Each language has a name in the registry, under the same code. */
START_TEST(every_language)
{
	struct langid_language l;
	int n = 0;

	for (; langid_language(n, &l); n++) {
		const struct language *known = language_find(str_of(l.code));

		ck_assert_msg(known != NULL && strcmp(known->code, l.code) == 0,
		    "%s: %s", l.code, known != NULL ? known->code : "none");
	}
	ck_assert_int_ge(n, 190);
}
END_TEST

UNIT_SUITE("langid", UNIT_EACH(sentence, sentences),
    UNIT_EACH(token, tokens), UNIT_EACH(script, scripts),
    UNIT_ONE(words_of_two_scripts), UNIT_ONE(one_memo_many_texts),
    UNIT_ONE(only_some), UNIT_ONE(both_halves), UNIT_ONE(short_stretches),
    UNIT_ONE(every_language))
