/* SPDX-License-Identifier: MIT */
/*
 * Generator of text/unicode/charclass's table, run while building:
 *	charclass DATA-FOLDER >gen/charclass.h
 * Reads the Unicode Character Database's files as published.
 */
#include <stdint.h>
#include "data/generate.h"
#include "text/unicode/charclass.h"

/* A value of a property, and the bits it sets. */
struct row {
	const char *value;
	charclass bits;
};

#define SB(x) ((x) << 5)

static const struct row word_break[] = {
	{"CR", WB_CR}, {"LF", WB_LF}, {"Newline", WB_NEWLINE},
	{"Extend", WB_EXTEND}, {"ZWJ", WB_ZWJ}, {"Format", WB_FORMAT},
	{"Regional_Indicator", WB_REGIONAL_INDICATOR},
	{"Katakana", WB_KATAKANA}, {"Hebrew_Letter", WB_HEBREW_LETTER},
	{"ALetter", WB_ALETTER}, {"Single_Quote", WB_SINGLE_QUOTE},
	{"Double_Quote", WB_DOUBLE_QUOTE}, {"MidNumLet", WB_MIDNUMLET},
	{"MidLetter", WB_MIDLETTER}, {"MidNum", WB_MIDNUM},
	{"Numeric", WB_NUMERIC}, {"ExtendNumLet", WB_EXTENDNUMLET},
	{"WSegSpace", WB_WSEGSPACE}, {0},
};

static const struct row sentence_break[] = {
	{"CR", SB(SB_CR)}, {"LF", SB(SB_LF)}, {"Sep", SB(SB_SEP)},
	{"Extend", SB(SB_EXTEND)}, {"Format", SB(SB_FORMAT)},
	{"Sp", SB(SB_SP)}, {"Lower", SB(SB_LOWER)}, {"Upper", SB(SB_UPPER)},
	{"OLetter", SB(SB_OLETTER)}, {"Numeric", SB(SB_NUMERIC)},
	{"ATerm", SB(SB_ATERM)}, {"STerm", SB(SB_STERM)},
	{"Close", SB(SB_CLOSE)}, {"SContinue", SB(SB_SCONTINUE)}, {0},
};

static const struct row category[] = {
	{"Lu", CHARCLASS_LETTER}, {"Ll", CHARCLASS_LETTER}, {"Lt", CHARCLASS_LETTER},
	{"Lm", CHARCLASS_LETTER}, {"Lo", CHARCLASS_LETTER}, {"Nd", CHARCLASS_NUMBER},
	{"Nl", CHARCLASS_NUMBER}, {"No", CHARCLASS_NUMBER}, {"Mn", CHARCLASS_MARK},
	{"Mc", CHARCLASS_MARK}, {"Me", CHARCLASS_MARK}, {"Pc", CHARCLASS_PUNCT},
	{"Pd", CHARCLASS_PUNCT}, {"Ps", CHARCLASS_PUNCT}, {"Pe", CHARCLASS_PUNCT},
	{"Pi", CHARCLASS_PUNCT}, {"Pf", CHARCLASS_PUNCT}, {"Po", CHARCLASS_PUNCT}, {0},
};

static const struct row emoji[] = {
	{"Extended_Pictographic", CHARCLASS_PICTOGRAPH}, {0},
};

static const struct row script[] = {
	{"Han", CHARCLASS_CJK}, {"Hiragana", CHARCLASS_CJK}, {"Katakana", CHARCLASS_CJK},
	{"Bopomofo", CHARCLASS_CJK}, {"Thai", CHARCLASS_UNSPACED},
	{"Lao", CHARCLASS_UNSPACED}, {"Khmer", CHARCLASS_UNSPACED},
	{"Myanmar", CHARCLASS_UNSPACED}, {"Tai_Le", CHARCLASS_UNSPACED},
	{"New_Tai_Lue", CHARCLASS_UNSPACED}, {"Tai_Tham", CHARCLASS_UNSPACED},
	{"Tai_Viet", CHARCLASS_UNSPACED}, {0},
};

static unsigned table[DATA_POINTS];
static const struct row *rows; /* of the file being read */

static void
set_bits(unsigned first, unsigned last, char *value)
{
	const struct row *r = rows;

	value[strcspn(value, " ;")] = '\0';
	while (r->value != NULL && strcmp(r->value, value) != 0)
		r++;
	for (; r->value != NULL && first <= last && last < DATA_POINTS; first++)
		table[first] |= r->bits;
}

static void
read_file(const char *folder, const char *name, const struct row *values)
{
	rows = values;
	data_each_range(folder, name, set_bits);
}

int
main(int argc, char *argv[])
{
	const char *folder = data_folder(argc, argv);

	read_file(folder, "WordBreakProperty.txt", word_break);
	/* The narrow no-break space: ExtendNumLet for Mongolian suffixes, but
	 * French has it before "!" and all have it before units.  It parts
	 * words here; text/words/wordjoin.c joins what belongs together. */
	table[0x202F] = WB_OTHER;
	read_file(folder, "SentenceBreakProperty.txt", sentence_break);
	read_file(folder, "DerivedGeneralCategory.txt", category);
	read_file(folder, "emoji-data.txt", emoji);
	read_file(folder, "Scripts.txt", script);
	data_print_stages("charclass", "charclass", table);
	return data_finish();
}
