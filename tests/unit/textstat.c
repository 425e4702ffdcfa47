/* SPDX-License-Identifier: MIT */
#include "unit.h"

#include <math.h>

#include "text/stat/syllable.h"
#include "text/stat/textstat.h"

static const struct {
	const char *word;
	int syllables;
} english[] = {
	{"the", 1}, {"cat", 1}, {"table", 2}, {"make", 1}, {"makes", 1},
	{"houses", 2}, {"walked", 1}, {"wanted", 2}, {"careful", 2},
	{"basement", 2}, {"area", 3}, {"radio", 3}, {"nation", 2},
	{"special", 2}, {"being", 2}, {"rhythm", 2}, {"prism", 2},
	{"you", 1}, {"york", 1}, {"beyond", 2}, {"people", 2},
	{"everyone", 3}, {"basically", 3}, {"mcgregor", 3}, {"science", 2},
	{"don't", 1}, {"church's", 2}, {"cat's", 1}, {"re", 1},
	{"merle", 1}, {"strengths", 1}, {"syzygy", 3}, {"create", 2}, {"preexisting", 4},
};

START_TEST(each_english)
{
	int got = syllables_english(str_of(english[_i].word));

	ck_assert_msg(got == english[_i].syllables, "%s: %d",
	    english[_i].word, got);
}
END_TEST

static const struct {
	const char *word, *twins;
	int syllables;
} others[] = {
	{"haus", NULL, 1}, {"straße", NULL, 2}, {"naïve", NULL, 3},
	{"teatro", "ea", 3}, {"teatro", NULL, 2}, {"молоко", NULL, 3},
	{"λόγος", NULL, 2}, {"strč", NULL, 1}, {"日本", NULL, 0},
	{"שלום", NULL, 0},
};

START_TEST(each_other)
{
	int got = syllables_by_vowels(str_of(others[_i].word),
	    others[_i].twins);

	ck_assert_msg(got == others[_i].syllables, "%s: %d", others[_i].word,
	    got);
}
END_TEST

/* Worked by hand. */
static const struct {
	const char *why, *text, *language;
	enum textstat stat;
	double want; /* NAN: there is none */
} rows[] = {
	{"bytes", "Caf\xC3\xA9.\n", "en", TEXTSTAT_BYTES, 7},
	{"chars", "Caf\xC3\xA9.\n", "en", TEXTSTAT_CHARS, 6},
	{"letters", "Caf\xC3\xA9 9.\n", "en", TEXTSTAT_LETTERS, 4},
	{"lines", "a\n\nb\n", "en", TEXTSTAT_LINES, 3},
	{"paragraphs", "a\n\nb\n", "en", TEXTSTAT_PARAGRAPHS, 2},
	{"sentences", "It rained. We stayed. And so on", "en",
	    TEXTSTAT_SENTENCES, 3},
	{"a sentence has a word", "Yes. --", "en", TEXTSTAT_SENTENCES, 1},
	{"words", "It rained: we stayed.", "en", TEXTSTAT_WORDS, 4},
	{"types", "The cat and the Cat", "en", TEXTSTAT_TYPES, 3},
	{"hapaxes", "The cat and the Cat", "en", TEXTSTAT_HAPAXES, 1},
	{"ttr: 3 / 5", "The cat and the Cat", "en", TEXTSTAT_TTR, .6},
	{"mattr of windows a b, b a, a a: (2+2+1)/3/2", "a b a a", "en",
	    TEXTSTAT_MATTR, 5. / 6},
	{"mattr of a short text", "a", "en", TEXTSTAT_MATTR, 1},
	{"word length: 9 / 2", "Word length", "en", TEXTSTAT_WORD_LENGTH, 5},
	{"sentence length: 4 / 2", "It rained. We stayed.", "en",
	    TEXTSTAT_SENTENCE_LENGTH, 2},
	/* 2 sentences, 4 words, 4 syllables, 16 letters */
	{"Flesch: 206.835 - 1.015 * 2 - 84.6 * 1", "It rained. We stayed.",
	    "en", TEXTSTAT_FLESCH, 120.205},
	{"Flesch-Kincaid: .39 * 2 + 11.8 - 15.59", "It rained. We stayed.",
	    "en", TEXTSTAT_FLESCH_KINCAID, -3.01},
	{"ARI: 4.71 * 16 / 4 + 1 - 21.43", "It rained. We stayed.", "en",
	    TEXTSTAT_ARI, -1.59},
	{"Coleman-Liau: 5.88 * 4 - 29.6 / 2 - 15.8", "It rained. We stayed.",
	    "en", TEXTSTAT_COLEMAN_LIAU, -7.08},
	/* 1 sentence, 4 words, 1 of 4 syllables and 10 letters */
	{"Fog: .4 * (4 + 25)", "A revolution is here.", "en", TEXTSTAT_FOG,
	    11.6},
	{"SMOG: 1.043 * sqrt(30) + 3.1291", "A revolution is here.", "en",
	    TEXTSTAT_SMOG, 8.841846},
	{"LIX: 4 + 25", "A revolution is here.", "en", TEXTSTAT_LIX, 29},
	{"RIX: 1 / 1", "A revolution is here.", "en", TEXTSTAT_RIX, 1},
	/* 3 words, 4 syllables */
	{"Flesch by Amstad: 180 - 3 - 58.5 * 4 / 3", "Das kleine Haus.",
	    "de", TEXTSTAT_FLESCH, 99},
	{"no words", "...", "en", TEXTSTAT_TTR, NAN},
	{"no words, no scores", "", "en", TEXTSTAT_LIX, NAN},
	{"a number has a syllable", "In 1912.", "en", TEXTSTAT_SYLLABLES, 2},
	{"no syllables", "\xE6\x97\xA5\xE6\x9C\xAC", "ja", TEXTSTAT_SYLLABLES,
	    NAN},
};

START_TEST(each_number)
{
	struct wordoptions words = wordoptions_open();
	struct textstat_options o = {&words,
	    language_find(str_of(rows[_i].language)), 2};
	struct source in = source_over(str_of(rows[_i].text));
	struct abbr abbr = {0};
	struct textstats s;
	enum textstat c = rows[_i].stat;

	abbr_language(&abbr, o.language);
	textstats_of(&s, &in, &abbr, &o);
	ck_assert_msg(s.known[c] == !isnan(rows[_i].want), "%s: %d",
	    rows[_i].why, s.known[c]);
	if (s.known[c])
		ck_assert_msg(fabs(s.values[c] - rows[_i].want) < 1e-6,
		    "%s: %f", rows[_i].why, s.values[c]);
	abbr_free(&abbr);
	wordoptions_free(&words);
}
END_TEST

UNIT_SUITE("textstat", UNIT_EACH(each_english, english),
    UNIT_EACH(each_other, others), UNIT_EACH(each_number, rows))
