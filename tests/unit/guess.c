/* SPDX-License-Identifier: MIT */
/*
 * The encoding of texts that do not say it: sentences of our own, written here
 * in UTF-8 and put into the encoding by its table.
 */
#include "unit.h"

#include "text/encoding/guess.h"
#include "text/unicode/utf.h"

/* `text` in a single-byte encoding. */
static void
encode(struct buf *to, const char *text, const struct charset *as)
{
	const char *s = text, *end = text + strlen(text);

	while (s < end) {
		unsigned b = 0;
		uint32_t c;

		s += utf_step(s, end, &c);
		while (c >= 0x80 && b < 128 && as->upper[b] != c)
			b++;
		ck_assert_msg(b < 128, "%s has no U+%04X", as->name, c);
		buf_putc(to, (char)(c < 0x80 ? c : b + 128));
	}
}

static const struct {
	const char *why, *text, *as;
} rows[] = {
	/* Languages; of those that share an encoding one with another. */
	{"French", "L'été dernier, la forêt a brûlé près du château.",
	    "windows-1252"},
	{"German", "Für größere Häuser müssen wir später Ärger fürchten.",
	    "windows-1252"},
	{"Spanish", "¿Cuándo llegará mañana el señor Ibáñez? ¡Pronto!",
	    "windows-1252"},
	{"Portuguese", "As crianças não estão na estação até amanhã.",
	    "windows-1252"},
	{"Swedish", "På hösten går vi över ån och plockar lingon på ängen.",
	    "windows-1252"},
	{"Icelandic", "Það er gott að búa í þorpinu þegar sólin skín á fjöllin.",
	    "windows-1252"},
	{"Polish", "Zażółć gęślą jaźń, mówiła żona, łowiąc śledzie.",
	    "windows-1250"},
	{"Polish", "Zażółć gęślą jaźń, mówiła żona, łowiąc śledzie.",
	    "iso-8859-2"},
	{"Czech", "Příliš žluťoučký kůň úpěl ďábelské ódy celý večer.",
	    "windows-1250"},
	{"Czech", "Příliš žluťoučký kůň úpěl ďábelské ódy celý večer.",
	    "iso-8859-2"},
	{"Hungarian", "Árvíztűrő tükörfúrógép volt a műhelyben, és jó hűvös.",
	    "windows-1250"},
	{"Croatian", "Čovjek je žurio kući, a kiša je šibala đačke torbe.",
	    "windows-1250"},
	{"Slovenian", "Žena je šla čez cesto, ker je slišala mačko.",
	    "windows-1250"},
	{"Turkish", "Yağmur yağıyor, çocuklar dışarıda şarkı söylüyor.",
	    "windows-1254"},
	{"Lithuanian", "Žąsų kaimenė vėl grįžo į šią šaltą žemę.",
	    "windows-1257"},
	{"Latvian", "Šķūnī bija vēss, un zirgi ēda āboliņu.",
	    "windows-1257"},
	{"Russian", "Съешь ещё этих мягких булок да выпей чаю.",
	    "windows-1251"},
	{"Russian", "Съешь ещё этих мягких булок да выпей чаю.", "koi8-r"},
	{"Russian", "Съешь ещё этих мягких булок да выпей чаю.", "ibm866"},
	{"Russian", "В чащах юга жил бы цитрус, да не выжил: холодно.",
	    "iso-8859-5"},
	{"Russian", "Вера и Надежда жили в Москве. Отец их, Яков, служил в "
	    "Твери. Летом все ехали на Волгу: там была дача, яблони, лодка.",
	    "x-mac-cyrillic"},
	{"Ukrainian", "Її їжак з'їв ґаву, і є в цьому щось дивне.",
	    "windows-1251"},
	{"Ukrainian", "Щодня її брат їздить у місто по свіжі газети.",
	    "koi8-u"},
	{"Bulgarian", "Щъркелът стои на къщата и гледа жълтото поле.",
	    "windows-1251"},
	{"Greek", "Ξεσκεπάζω την ψυχοφθόρα βδελυγμία κάθε πρωί.",
	    "windows-1253"},
	{"Greek", "Άνοιξε το παράθυρο, Άννα, να μπει ο ήλιος.",
	    "iso-8859-7"},
	{"Greek with apostrophes, long", "Απ’ το χωριό ήρθε η γιαγιά με ένα "
	    "καλάθι, κι απ’ την πόλη ο παππούς με μια εφημερίδα.",
	    "iso-8859-7"},
	{"and short", "Γι’ αυτό έφυγε.", "iso-8859-7"},
	{"Slovak, short", "Veľmi rád tu chodím.", "iso-8859-2"},
	{"Hebrew", "שלום עולם, מה שלומך היום ואיך עבר עליך הלילה?",
	    "windows-1255"},
	{"euro signs of ISO-8859-15", "Le café coûte 3 € et le thé 2 €, cœur.",
	    "iso-8859-15"},

	/* Signs alone. */
	{"a copyright", "©Copyright 2003 Northern Clubs", "windows-1252"},
	{"one apart", "© 2003 Northern Clubs", "windows-1252"},
	{"blanks that do not break", "   Home   News", "windows-1252"},
	{"fractions", "Add 1 ½ cups, then ¼ more, or (1¾)", "windows-1252"},
	{"currencies", "for £20, or stg£1.2bn, or 20 €, or 5¢",
	    "windows-1252"},
	{"degrees and ordinals", "at 20°C, on the 1º, in Nº 5",
	    "windows-1252"},
	{"quotes", "he said “go” and ‘stay’, the dogs’ way – or — not…then",
	    "windows-1252"},
	{"low quotes", "see „this“ and ‚that‘", "windows-1252"},
	{"guillemets", "click « back » or «more»", "windows-1252"},
	{"one at the end of a path", "Home » News » more", "windows-1252"},
	{"one before a capital", "»Close", "windows-1252"},
	{"marks of trade", "Widget™ and Gadget®, †see below", "windows-1252"},
	{"points and a section", "one · two • three § 4", "windows-1252"},
	{"signs of Spanish", "¡Viva! ¿Que?", "windows-1252"},
	{"times and divided by", "3 × 4 ÷ 2 ± 1", "windows-1252"},
	{"a millionth", "about 5 µm thick, or 3 µ", "windows-1252"},
	{"a letter as a name", "room Þ 5, room Þ 6", "windows-1252"},
	{"UTF-8 read twice is no Cyrillic word", "it&acirc;€™s first, the dog"
	    "&acirc;€™s, and &acirc;€” fat", "windows-1252"},
	{"a diameter is no Cyrillic", "bolts of Ø 5 mm and Ø 6 mm",
	    "windows-1252"},

	/* Not signs: the same bytes as letters. */
	{"a Polish end is no figure", "był zbyt miły, znał cały stół",
	    "windows-1250"},
	{"a Slovak end is no guillemet", "má päť detí a robiť chce aj piť",
	    "windows-1250"},
	{"nor are Slovak letters inside words", "VYŤAL poťah, vyťal POŤAH",
	    "iso-8859-2"},
	{"nor at their ends alone", "chce len spať, jesť a byť doma",
	    "iso-8859-2"},
	{"Škoda is not (c)koda", "Škoda je naše auto, Šárka ho má ráda",
	    "iso-8859-2"},
	{"Łódź does not begin with a pound", "Łódź to miasto, Łukasz był tu",
	    "windows-1250"},

	/* Few accents in much ASCII: names and borrowed words. */
	{"an English text", "The café on the corner, which had been shut for "
	    "all of the winter, was open again, and those who lived beside it "
	    "came to drink and talk of what the ice had done to the road and "
	    "to the bridge that they had to use each day of the week",
	    "windows-1252"},
	{"two names in it", "The singer Béla and the actor Zoë came to town on "
	    "one day in March, and all who had heard of them went to the hall "
	    "to listen and to look, and it was full long before the hour, so "
	    "that many had to stand in the road for all of the evening",
	    "windows-1252"},
};

/* Whether a text reads the same in two encodings. */
static bool
same_in(struct str text, const struct charset *a, const struct charset *b)
{
	for (size_t i = 0; i < text.n; i++)
		if ((text.s[i] & 0x80) != 0 && (b->upper == NULL ||
		    a->upper[text.s[i] & 0x7F] != b->upper[text.s[i] & 0x7F]))
			return false;
	return true;
}

START_TEST(each_row)
{
	const struct charset *as = charset_find(str_of(rows[_i].as)), *got;
	struct buf text = {0};

	encode(&text, rows[_i].text, as);
	got = guess(buf_str(&text));
	ck_assert_msg(got != NULL && same_in(buf_str(&text), as, got),
	    "%s, %s: %s", rows[_i].why, rows[_i].as,
	    got != NULL ? got->name : "none");
	buf_free(&text);
}
END_TEST

UNIT_MAIN("guess", each_row, rows)
