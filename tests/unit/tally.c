/* SPDX-License-Identifier: MIT */
#include "unit.h"

#include <stdint.h>

#include "text/norm.h"
#include "text/tally.h"
#include "text/utf.h"

/* Code points that the rules tell apart, and some that fold oddly. */
static const uint32_t points[] = {
	'a', 'B', 'z', 'Q', '7', '0', '_', '\'', '.', ':', ',', ';', '"', ' ',
	' ', '-', '\n', '\r', '/', '@', '#', '~', '+', 0xA0, 0xAD, 0xB2, 0xDF, 0xC9, 0xE9,
	0x130, 0x17F, 0x23A, 0x2FF, 0x300, 0x308, 0x3C2, 0x391, 0x416, 0x430, 0x5D0,
	0x5D1, 0x5F4, 0x627, 0x64B, 0x915, 0x94D, 0xE01, 0xE31, 0x1100,
	0x1161, 0x1E9E, 0x200D, 0x2014, 0x2019, 0x201C, 0x2028, 0x2126,
	0x212A, 0x2139, 0x231A, 0x2764, 0x3000, 0x3042, 0x30A2, 0x30FC,
	0x4E2D, 0xAC00, 0xFB01, 0xFE0F, 0xFEFF, 0xFF21, 0x1F1E6, 0x1F600,
	0x10400, 0x20000, UTF_BAD,
};

static uint32_t seed;

static uint32_t
chance(uint32_t n)
{
	seed = seed * 1664525 + 1013904223;
	return (seed >> 8) % n;
}

/* What rules are about. */
static const char *const phrases[] = {
	"Mr. Poe", "J. Poe", "U.S. law", "a.org/x", "l'air", "a-b c", "12:30 ",
	"C++ ", "x.txt.", "~/a/b ", "#tag, ", "o@a.org ", "3.14, ", "x86: ",
};

/* Words mostly of one script, as texts have them, and all else between. */
static void
random_text(struct buf *text, size_t n)
{
	text->n = 0;
	while (text->n < n) {
		uint32_t letters = chance(3) == 0 ? chance(24) : 0;
		uint32_t c = points[chance(ROWS(points))];

		if (chance(20) == 0)
			buf_puts(text, phrases[chance(ROWS(phrases))]);
		while (letters-- > 0)
			buf_putc(text, (char)((chance(9) ? 'a' : 'A') +
			    chance(26)));
		if (c == UTF_BAD)
			buf_putc(text, (char)(0x80 + chance(0x80)));
		else
			utf_put(text, c);
	}
}

static void
put_entry(const struct entry *e, void *spill)
{
	struct buf line = {0};

	buf_put(&line, e->word.s, e->word.n);
	buf_putc(&line, '\t');
	trail_put(&line, e->count);
	spill_put(spill, buf_str(&line));
	buf_free(&line);
}

/* The words and counts of a text read by `piece` bytes, in order. */
static void
table_of(struct buf *out, struct str text, size_t piece,
    const struct tally_options *o)
{
	struct pieces p = pieces_of(text, piece, 0);
	struct spill sorted = spill_open(0);
	struct tally t;
	struct str record;

	tally_open(&t, o);
	tally_text(&p.source, NULL, &t);
	tally_each(&t, put_entry, &sorted);
	for (out->n = 0; spill_next(&sorted, &record); buf_putc(out, '\n'))
		buf_put(out, record.s, record.n);
	spill_free(&sorted);
	tally_free(&t);
	source_free(&p.source);
}

static const struct {
	const char *why;
	unsigned form;
	const char *rules; /* NULL: none */
} forms[] = {
	{"folded", NORM_C | NORM_FOLD, NULL}, {"as it is", NORM_C, NULL},
	{"compatible", NORM_KC | NORM_FOLD, NULL},
	{"addresses", NORM_C | NORM_FOLD, "url"},
	{"numbers and hyphens", NORM_C, "number,hyphen"},
	{"abbreviations, elision", NORM_C | NORM_FOLD, "abbrev,elision"},
	{"all of these", NORM_C | NORM_FOLD, "url,number,hyphen,abbrev,elision"},
	{"pairs", NORM_C | NORM_FOLD, "bigram,emoji,punct"},
};

/* Keeping count of spellings takes the long way round each word. */
START_TEST(quick_is_general)
{
	struct word_rules rules = word_rules_open();
	struct tally_options quick = {.form = forms[_i].form, .gram = 1,
	    .rules = &rules};
	struct tally_options general = quick;
	struct buf text = {0}, got = {0}, want = {0};

	if (forms[_i].rules != NULL)
		word_rules_parse(&rules, forms[_i].rules);
	abbr_language(&rules.abbr, "en");
	general.spellings = true;
	for (uint32_t s = 0; s < 200; s++) {
		seed = s;
		random_text(&text, 300 + s * 20);
		table_of(&got, buf_str(&text), 1 + s * 37 % 5000, &quick);
		table_of(&want, buf_str(&text), text.n, &general);
		if (!str_eq(buf_str(&got), buf_str(&want)))
			ck_abort_msg("%s, seed %u", forms[_i].why,
			    (unsigned)s);
	}
	word_rules_free(&rules);
	buf_free(&text);
	buf_free(&got);
	buf_free(&want);
}
END_TEST

/* However little memory there is. */
START_TEST(poured_is_whole)
{
	struct tally_options whole = {.form = forms[_i].form, .gram = 2,
	    .glue = STR(" ")};
	struct tally_options poured = whole;
	struct buf text = {0}, got = {0}, want = {0};

	poured.memory = 1 << 20;
	seed = 1;
	random_text(&text, 1000000);
	table_of(&got, buf_str(&text), 4096, &poured);
	table_of(&want, buf_str(&text), 65536, &whole);
	ck_assert_msg(str_eq(buf_str(&got), buf_str(&want)), "%s",
	    forms[_i].why);
	buf_free(&text);
	buf_free(&got);
	buf_free(&want);
}
END_TEST

UNIT_SUITE("tally", UNIT_EACH(quick_is_general, forms),
    UNIT_EACH(poured_is_whole, forms))
