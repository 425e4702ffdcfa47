/* SPDX-License-Identifier: MIT */
/*
 * Generator of text/kind's table, run while building:
 *	kind DATA-FOLDER >gen/kind.h
 * Reads the Unicode Character Database's files as published.
 */
#include <stdint.h>
#include "data/generate.h"
#include "text/kind.h"

/* A value of a property, and the bits it sets. */
struct row {
	const char *value;
	kind bits;
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
	{"Lu", KIND_LETTER}, {"Ll", KIND_LETTER}, {"Lt", KIND_LETTER},
	{"Lm", KIND_LETTER}, {"Lo", KIND_LETTER}, {"Nd", KIND_NUMBER},
	{"Nl", KIND_NUMBER}, {"No", KIND_NUMBER}, {"Mn", KIND_MARK},
	{"Mc", KIND_MARK}, {"Me", KIND_MARK}, {"Pc", KIND_PUNCT},
	{"Pd", KIND_PUNCT}, {"Ps", KIND_PUNCT}, {"Pe", KIND_PUNCT},
	{"Pi", KIND_PUNCT}, {"Pf", KIND_PUNCT}, {"Po", KIND_PUNCT}, {0},
};

static const struct row emoji[] = {
	{"Extended_Pictographic", KIND_PICTOGRAPH}, {0},
};

static const struct row script[] = {
	{"Han", KIND_CJK}, {"Hiragana", KIND_CJK}, {"Katakana", KIND_CJK},
	{"Bopomofo", KIND_CJK}, {"Thai", KIND_UNSPACED},
	{"Lao", KIND_UNSPACED}, {"Khmer", KIND_UNSPACED},
	{"Myanmar", KIND_UNSPACED}, {"Tai_Le", KIND_UNSPACED},
	{"New_Tai_Lue", KIND_UNSPACED}, {"Tai_Tham", KIND_UNSPACED},
	{"Tai_Viet", KIND_UNSPACED}, {0},
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
	read_file(folder, "SentenceBreakProperty.txt", sentence_break);
	read_file(folder, "DerivedGeneralCategory.txt", category);
	read_file(folder, "emoji-data.txt", emoji);
	read_file(folder, "Scripts.txt", script);
	data_print_stages("kind", "kind", table);
	return data_finish();
}
