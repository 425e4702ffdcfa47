/* SPDX-License-Identifier: MIT */
/*
 * Rule sets: what they are, how they are read and written.
 */
#include "text/quality/qualityrule.h"

#include <stdio.h>

#include "base/load.h"
#include "notation/table.h"

static const char *const measures[QUALITY_MEASURES] = {
	"dup_paragraphs", "dup_paragraph_chars", "dup_lines", "dup_line_chars",
	"top_2gram_chars", "top_3gram_chars", "top_4gram_chars",
	"dup_5gram_chars", "dup_6gram_chars", "dup_7gram_chars",
	"dup_8gram_chars", "dup_9gram_chars", "dup_10gram_chars",
	"words", "mean_word_length", "hashes_per_word", "ellipses_per_word",
	"bullet_lines", "ellipsis_lines", "alpha_words", "stop_words",
	"lorem_ipsum", "curly_brackets", "sentences", "long_lines",
	"full_lines", "terminal_lines", "short_lines", "dup_full_line_chars",
	"newlines_per_word",
};

#define ABOVE true
#define BELOW false

/* The sets, with the reasons as datatrove names them. */
static const struct {
	const char *name;
	struct quality_rule rules[16];
} sets[] = {
	{"gopher-rep", {
	    {QUALITY_DUP_PARAGRAPHS, ABOVE, .3, "dup_para_frac"},
	    {QUALITY_DUP_PARAGRAPH_CHARS, ABOVE, .2, "dup_para_char_frac"},
	    {QUALITY_DUP_LINES, ABOVE, .3, "dup_line_frac"},
	    {QUALITY_DUP_LINE_CHARS, ABOVE, .2, "dup_line_char_frac"},
	    {QUALITY_TOP_2, ABOVE, .2, "top_2_gram"},
	    {QUALITY_TOP_3, ABOVE, .18, "top_3_gram"},
	    {QUALITY_TOP_4, ABOVE, .16, "top_4_gram"},
	    {QUALITY_DUP_5, ABOVE, .15, "duplicated_5_n_grams"},
	    {QUALITY_DUP_6, ABOVE, .14, "duplicated_6_n_grams"},
	    {QUALITY_DUP_7, ABOVE, .13, "duplicated_7_n_grams"},
	    {QUALITY_DUP_8, ABOVE, .12, "duplicated_8_n_grams"},
	    {QUALITY_DUP_9, ABOVE, .11, "duplicated_9_n_grams"},
	    {QUALITY_DUP_10, ABOVE, .1, "duplicated_10_n_grams"}}},
	{"gopher", {
	    {QUALITY_WORDS, BELOW, 50, "gopher_short_doc"},
	    {QUALITY_WORDS, ABOVE, 100000, "gopher_long_doc"},
	    {QUALITY_MEAN_WORD, BELOW, 3, "gopher_below_avg_threshold"},
	    {QUALITY_MEAN_WORD, ABOVE, 10, "gopher_above_avg_threshold"},
	    {QUALITY_HASHES, ABOVE, .1, "gopher_too_many_hashes"},
	    {QUALITY_ELLIPSES, ABOVE, .1, "gopher_too_many_ellipsis"},
	    {QUALITY_BULLETS, ABOVE, .9, "gopher_too_many_bullets"},
	    {QUALITY_ELLIPSIS_LINES, ABOVE, .3,
	    "gopher_too_many_end_ellipsis"},
	    {QUALITY_ALPHA_WORDS, BELOW, .8, "gopher_below_alpha_threshold"},
	    {QUALITY_STOP_WORDS, BELOW, 2, "gopher_enough_stop_words"}}},
	{"c4", {
	    {QUALITY_LOREM_IPSUM, ABOVE, 0, "lorem_ipsum"},
	    {QUALITY_CURLY, ABOVE, 0, "curly_bracket"},
	    {QUALITY_SENTENCES, BELOW, 5, "too_few_sentences"}}},
	{"c4-par", {
	    {QUALITY_LONG_LINES, BELOW, 3, "< 3 paragraphs"}}},
	{"fineweb", {
	    {QUALITY_FULL_LINES, BELOW, 1, "empty"},
	    {QUALITY_TERMINAL_LINES, BELOW, .12, "line_punct_ratio"},
	    {QUALITY_SHORT_LINES, ABOVE, .67, "short_line_ratio"},
	    {QUALITY_DUP_CHARS, ABOVE, .01, "char_dup_ratio"},
	    {QUALITY_NEWLINES, ABOVE, .3, "list_ratio"}}},
};

static bool
add_set(struct quality_rules *r, const char *name, size_t n)
{
	for (size_t i = 0; i < sizeof sets / sizeof *sets; i++) {
		const struct quality_rule *rule = sets[i].rules;

		if (strlen(sets[i].name) != n ||
		    memcmp(sets[i].name, name, n) != 0)
			continue;
		for (; rule->reason[0] != '\0'; rule++)
			*vec_add(&r->list) = *rule;
		r->cleans = r->cleans || strcmp(sets[i].name, "c4") == 0;
		return true;
	}
	return false;
}

bool
quality_rules_add(struct quality_rules *r, const char *names)
{
	for (const char *s = names;; s++) {
		size_t n = strcspn(s, ",");

		if (!add_set(r, s, n))
			return false;
		s += n;
		if (*s == '\0')
			return true;
	}
}

/* ---- rules of one's own ---- */

static struct str
trim(struct str s)
{
	return textshape_trim_left(textshape_trim_right(s));
}

static bool
find_measure(struct str name, enum quality_measure *m)
{
	for (int i = 0; i < QUALITY_MEASURES; i++)
		if (str_eq(name, str_of(measures[i]))) {
			*m = (enum quality_measure)i;
			return true;
		}
	return false;
}

/* "measure < limit # reason"; the measure is the reason where none is given. */
static bool
parse_rule(struct quality_rules *r, struct str line)
{
	struct quality_rule rule = {0};
	const char *hash = memchr(line.s, '#', line.n), *sign;
	struct str reason = {0}, name, limit;

	if (hash != NULL) {
		reason = trim((struct str){hash + 1,
		    line.n - (size_t)(hash + 1 - line.s)});
		line.n = (size_t)(hash - line.s);
	}
	for (sign = line.s; sign < line.s + line.n && *sign != '<' &&
	    *sign != '>'; sign++)
		continue;
	if (sign == line.s + line.n)
		return false;
	name = trim((struct str){line.s, (size_t)(sign - line.s)});
	limit = trim((struct str){sign + 1,
	    line.n - (size_t)(sign + 1 - line.s)});
	rule.above = *sign == '>';
	if (!find_measure(name, &rule.measure) ||
	    !table_parse_number(limit, &rule.limit))
		return false;
	if (reason.n == 0)
		reason = name;
	snprintf(rule.reason, sizeof rule.reason, "%.*s", (int)reason.n,
	    reason.s);
	*vec_add(&r->list) = rule;
	return true;
}

int
quality_rules_parse(struct quality_rules *r, struct str text)
{
	struct str rest = text, line;

	for (int number = 1; textshape_line(&rest, false, &line); number++) {
		line = trim(line);
		if (line.n > 0 && line.s[0] != '#' && !parse_rule(r, line))
			return number;
	}
	return 0;
}

size_t
quality_rules_set(struct quality_rules *r, const char *setting)
{
	const char *equals = strrchr(setting, '=');
	struct quality_rule *found = NULL;
	struct str name;
	double limit;
	size_t n = 0;

	if (equals == NULL || !table_parse_number(str_of(equals + 1), &limit))
		return 0;
	name = (struct str){setting, (size_t)(equals - setting)};
	for (size_t i = 0; i < r->list.n; i++) {
		struct quality_rule *rule = &r->list.at[i];

		if (!str_eq(name, str_of(rule->reason)) &&
		    !str_eq(name, str_of(measures[rule->measure])))
			continue;
		found = rule;
		n++;
	}
	if (n == 1)
		found->limit = limit;
	return n;
}

void
quality_rules_put(const struct quality_rules *r, struct sink *out)
{
	for (size_t i = 0; i < r->list.n; i++) {
		const struct quality_rule *rule = &r->list.at[i];
		char line[160];

		snprintf(line, sizeof line, "%s %c %g  # %s\n",
		    measures[rule->measure], rule->above ? '>' : '<',
		    rule->limit, rule->reason);
		sink_puts(out, line);
	}
}

void
quality_rules_free(struct quality_rules *r)
{
	vec_free(&r->list);
}
