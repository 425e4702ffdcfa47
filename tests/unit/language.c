/* SPDX-License-Identifier: MIT */
#include "unit.h"

#include "text/language.h"

static const struct { const char *why, *name, *want; } found[] = {
	{"ISO 639-1", "de", "de"},
	{"ISO 639-2, terminology", "deu", "de"},
	{"ISO 639-2, bibliography", "ger", "de"},
	{"ISO 639-3, where 639-1 has none", "grc", "grc"},
	{"the largest member", "cmn", "zh"},
	{"a withdrawn code", "iw", "he"},
	{"capitals", "DE", "de"},
	{"a tag with a region", "de-AT", "de"},
	{"a tag with a script", "sr-Latn-RS", "sr"},
	{"a tag with a variant and an extension", "de-1996-u-co-phonebk", "de"},
	{"a language inside another", "zh-yue-HK", "yue"},
	{"a locale", "pt_BR.UTF-8", "pt"},
	{"a locale's modifier", "sr@latin", "sr"},
	{"an English name", "german", "de"},
	{"a name of two words", "Scottish-gaelic", "gd"},
	{"its own name", "Русский", "ru"},
	{"its own name in capitals", "ČEŠTINA", "cs"},
	{"without accents", "norwegian bokmal", "nb"},
	{"another name", "Farsi", "fa"},
	{"undetermined", "und", "und"},
	{"several", "mul", "mul"},
	{"a code of four letters", "germ", NULL},
	{"no code of ISO 639", "xx", NULL},
	{"a subtag too long", "de-123456789", NULL},
	{"an empty subtag", "de--AT", NULL},
	{"one letter", "d", NULL},
	{"nothing", "", NULL},
	{"a blank", " ", NULL},
};

START_TEST(find)
{
	const struct language *l = language_find(str_of(found[_i].name));

	if (found[_i].want == NULL)
		ck_assert_msg(l == NULL, "%s: %s", found[_i].why,
		    l ? l->code : "");
	else
		ck_assert_msg(l != NULL && strcmp(l->code, found[_i].want) == 0,
		    "%s: %s", found[_i].why, l ? l->code : "none");
}
END_TEST

/* The likeliest meanings of what is no language, a blank between. */
static const struct { const char *why, *name, *want; } meant[] = {
	{"a letter is missing", "germn", "de"},
	{"a letter too many", "frrench", "fr"},
	{"two letters changed places", "itailan", "it"},
	{"the beginning of a name", "portug", "pt"},
	{"a country's code", "jp", "ja"},
	{"another country's", "cz", "cs"},
	{"nothing like it", "qqqqqq", ""},
	{"one letter", "x", ""},
};

START_TEST(nearest)
{
	const struct language *near[3];
	size_t n = language_near(str_of(meant[_i].name), near, 3);
	struct buf b = {0};

	for (size_t i = 0; i < n; i++) {
		if (i > 0)
			buf_putc(&b, ' ');
		buf_puts(&b, near[i]->code);
	}
	ck_assert_msg(strcmp(text_of(&b), meant[_i].want) == 0, "%s: %s",
	    meant[_i].why, b.s);
	buf_free(&b);
}
END_TEST

static const struct {
	const char *code;
	unsigned has;
	const char *with;
} data[] = {
	{"de", LANGUAGE_ABBREVIATIONS, "de"},
	{"de", LANGUAGE_STOP_WORDS, "de"},
	{"de", LANGUAGE_STEMMER, "de"},
	{"nb", LANGUAGE_ABBREVIATIONS, "no"},
	{"nb", LANGUAGE_STEMMER, "no"},
	{"ja", LANGUAGE_STEMMER, NULL},
	{"und", LANGUAGE_ABBREVIATIONS, NULL},
};

START_TEST(with)
{
	const struct language *l = language_find(str_of(data[_i].code));
	const struct language *w = language_with(l, data[_i].has);

	ck_assert_msg(data[_i].with == NULL ? w == NULL : w != NULL &&
	    strcmp(w->code, data[_i].with) == 0, "%s: %s", data[_i].code,
	    w ? w->code : "none");
}
END_TEST

START_TEST(whole_list)
{
	struct sink out = {0};

	language_list(&out);
	ck_assert_ptr_nonnull(strstr(text_of(&out.buf),
	    "\nfr\tFrench\tabbreviations stop-words stemmer\n"));
	ck_assert_ptr_nonnull(strstr(out.buf.s, "\ngot\tGothic\n"));
	buf_free(&out.buf);
}
END_TEST

UNIT_SUITE("language", UNIT_EACH(find, found); UNIT_EACH(nearest, meant);
    UNIT_EACH(with, data); UNIT_ONE(whole_list))
