/* SPDX-License-Identifier: MIT */
#include "unit.h"

#include "text/words/wordform.h"

enum { FOLD = NORM_FOLD, TURKIC = NORM_FOLD | WORDFORM_TURKIC,
	BARE = NORM_FOLD | WORDFORM_BARE };

static const struct {
	const char *why;
	unsigned form;
	const char *in, *want;
} rows[] = {
	{"ASCII", FOLD, "Don't", "don't"},
	{"case kept", NORM_C, "Don't", "Don't"},
	{"U+2019", FOLD, "don\xE2\x80\x99t", "don't"},
	{"U+02BC", FOLD, "don\xCA\xBCt", "don't"},
	{"U+FF07", FOLD, "don\xEF\xBC\x87t", "don't"},
	{"an acute accent", FOLD, "don\xC2\xB4t", "don't"},
	{"an acute accent, NFKC", FOLD | NORM_KC, "don\xC2\xB4t", "don't"},
	{"a grave accent", NORM_C, "don`t", "don't"},
	{"a geresh", FOLD, "\xD7\x92\xD7\xB3", "\xD7\x92'"},
	{"gershayim", FOLD, "\xD7\xA6\xD7\xB4\xD7\x9C", "\xD7\xA6\"\xD7\x9C"},
	{"gershayim as a quotation mark", FOLD,
	    "\xD7\xA6\xE2\x80\x9D\xD7\x9C", "\xD7\xA6\"\xD7\x9C"},
	{"a soft hyphen", NORM_C, "co\xC2\xADop", "coop"},
	{"a word joiner", NORM_C, "co\xE2\x81\xA0op", "coop"},
	{"a direction mark", NORM_C, "co\xE2\x80\x8Fop", "coop"},
	{"an embedding", NORM_C, "co\xE2\x80\xAAop\xE2\x80\xAC", "coop"},
	{"a byte order mark", NORM_C, "co\xEF\xBB\xBFop", "coop"},
	{"a joiner stays", NORM_C, "\xD9\x85\xE2\x80\x8C\xD9\x85",
	    "\xD9\x85\xE2\x80\x8C\xD9\x85"},
	{"an Armenian question mark", NORM_C,
	    "\xD5\xB8\xD5\x9E\xD5\xBE", "\xD5\xB8\xD5\xBE"},
	{"nothing but what is left out", FOLD, "\xD5\x9E", "\xD5\x9E"},
	{"spaces in a number", NORM_C, "12\xE2\x80\xAF" "000",
	    "12\xC2\xA0" "000"},
	{"a dotted capital I", FOLD, "\xC4\xB0zmir", "izmir"},
	{"the same in two code points", FOLD, "I\xCC\x87zmir", "izmir"},
	{"the same, case kept", NORM_C, "\xC4\xB0zmir", "\xC4\xB0zmir"},
	{"an i with a dot above", FOLD, "i\xCC\x87zmir", "izmir"},
	{"an accent behind the dot", FOLD, "i\xCC\x87\xCC\x80", "\xC3\xAC"},
	{"a mark before the dot", FOLD, "i\xD9\x8B\xCC\x87", "i\xD9\x8B"},
	{"a dot above another letter", FOLD, "g\xCC\x87", "\xC4\xA1"},
	{"I in English", FOLD, "ISI", "isi"},
	{"I in Turkish", TURKIC, "ISI", "\xC4\xB1s\xC4\xB1"},
	{"dotted I in Turkish", TURKIC, "\xC4\xB0STANBUL", "istanbul"},
	{"I and a dot above in Turkish", TURKIC, "I\xCC\x87ST", "ist"},
	{"an accent", BARE, "\xC3\x89t\xC3\xA9", "ete"},
	{"an accent, case kept", WORDFORM_BARE, "\xC3\x89t\xC3\xA9", "Ete"},
	{"two accents", BARE, "\xE1\xBA\xBF", "e"},
	{"a Greek accent", BARE, "\xCE\xAC", "\xCE\xB1"},
	{"a Cyrillic short i stays", BARE, "\xD0\xB9", "\xD0\xB9"},
	{"a Cyrillic yo", BARE, "\xD1\x91", "\xD0\xB5"},
	{"a Ukrainian yi stays", BARE, "\xD1\x97", "\xD1\x97"},
	{"a Russian stress", BARE, "\xD0\xB0\xCC\x81", "\xD0\xB0"},
	{"a Devanagari vowel sign stays", BARE, "\xE0\xA4\x95\xE0\xA4\xBF",
	    "\xE0\xA4\x95\xE0\xA4\xBF"},
	{"a Hebrew point", BARE, "\xD7\x91\xD6\xBC", "\xD7\x91"},
	{"an Arabic vowel", BARE, "\xD9\x83\xD9\x8E", "\xD9\x83"},
	{"a stroke is no accent", BARE, "\xC3\x98", "\xC3\xB8"},
	{"Hangul stays", BARE, "\xED\x95\x9C", "\xED\x95\x9C"},
	{"Japanese voicing stays", BARE, "\xE3\x81\x8C", "\xE3\x81\x8C"},
};

START_TEST(forms)
{
	struct buf out = {0}, again = {0};

	buf_puts(&out, "=");
	wordform_put(&out, str_of(rows[_i].in), rows[_i].form);
	ck_assert_msg(strcmp(text_of(&out) + 1, rows[_i].want) == 0, "%s: %s",
	    rows[_i].why, out.s);
	wordform_put(&again, (struct str){out.s + 1, out.n - 1},
	    rows[_i].form & ~(unsigned)WORDFORM_TURKIC);
	ck_assert_msg(strcmp(text_of(&again), rows[_i].want) == 0,
	    "%s, again: %s", rows[_i].why, again.s);
	buf_free(&out);
	buf_free(&again);
}
END_TEST

UNIT_MAIN("wordform", forms, rows)
