/* SPDX-License-Identifier: MIT */
#include "unit.h"
#include "wordtext.h"

#include <stdint.h>

#include "text/unicode/norm.h"
#include "text/count/tally.h"

static void
put_entry(const struct entry *e, void *spill)
{
	struct buf line = {0};

	buf_put(&line, e->word.s, e->word.n);
	buf_putc(&line, '\t');
	varint_put(&line, e->count);
	extsort_put(spill, buf_str(&line));
	buf_free(&line);
}

/* The words and counts of a text read by `piece` bytes, in order. */
static void
table_of(struct buf *out, struct str text, size_t piece,
    const struct tally_options *o)
{
	struct pieces p = pieces_of(text, piece, 0);
	struct extsort sorted = extsort_open(0);
	struct tally t;
	struct str record;

	tally_open(&t, o);
	tally_text(&p.source, NULL, &t);
	tally_each(&t, put_entry, &sorted);
	for (out->n = 0; extsort_next(&sorted, &record); buf_putc(out, '\n'))
		buf_put(out, record.s, record.n);
	extsort_free(&sorted);
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

/*
 * Keeping count of spellings takes the long way round each word, and so does
 * text that comes byte by byte.
 */
START_TEST(quick_is_general)
{
	struct word_rules rules = word_rules_open();
	struct tally_options quick = {.form = forms[_i].form, .most_gram = 1,
	    .rules = &rules};
	struct tally_options general = quick;
	struct buf text = {0}, got = {0}, want = {0};

	if (forms[_i].rules != NULL)
		word_rules_parse(&rules, forms[_i].rules);
	abbr_language(&rules.abbr, language_find(STR("en")));
	general.spellings = true;
	for (uint32_t s = 0; s < 200; s++) {
		wordtext_seed = s;
		wordtext_put(&text, 300 + s * 20);
		table_of(&got, buf_str(&text), 1 + s * 37 % 5000, &quick);
		table_of(&want, buf_str(&text), 1, &general);
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
	struct tally_options whole = {.form = forms[_i].form, .most_gram = 2,
	    .glue = STR(" ")};
	struct tally_options poured = whole;
	struct buf text = {0}, got = {0}, want = {0};

	poured.memory = 1 << 20;
	wordtext_seed = 1;
	wordtext_put(&text, 1000000);
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
