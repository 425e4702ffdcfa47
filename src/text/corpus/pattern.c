/* SPDX-License-Identifier: MIT */
#include "text/corpus/pattern.h"

#include <stdio.h>

#include "base/ascii.h"
#include "base/regex.h"
#include "base/vec.h"
#include "text/unicode/utf.h"
#include "text/words/wordform.h"

/* Steps of one match: a word is short, so what needs more is hostile. */
enum { MATCH_LIMIT = 100000 };

/* A word of a pattern, one of its alternatives. */
struct choice {
	char *glob;  /* signs taken literally follow a backslash; or NULL */
	size_t n;
	struct regex *regex; /* or NULL */
};

/* A place in a pattern: one word of some choices, or a gap. */
struct slot {
	VEC(struct choice) choices; /* none: any word */
	unsigned least, most;
};

struct pattern {
	VEC(struct slot) slots;
	struct str literal; /* its first word, if that is plain ASCII */
};

struct patterns {
	struct pattern_options options;
	VEC(struct pattern) list;
	struct buf complaint;
	const struct regex *gave_up; /* one whose match took too long */
	bool any_line; /* a pattern begins with no literal */
};

struct patterns *
patterns_open(const struct pattern_options *o)
{
	struct patterns *p = mem_alloc(1, sizeof *p);

	p->options = *o;
	return p;
}

/* ---- reading a pattern ---- */

static const char *
refuse(struct patterns *p, const char *format, const char *what)
{
	char line[REGEX_WHY];

	snprintf(line, sizeof line, format, what);
	p->complaint.n = 0;
	buf_put(&p->complaint, line, strlen(line) + 1);
	return p->complaint.s;
}

static bool
is_sign(char c)
{
	return c != '\0' && strchr("*?|[]{}\\", c) != NULL;
}

/*
 * The form of a word of a glob: signs stay, what is between them is folded as
 * words are.
 */
static void
put_form(const struct patterns *p, struct buf *to, struct str word)
{
	const char *s = word.s, *end = s + word.n;

	while (s < end) {
		const char *from = s;
		struct buf plain = {0};

		while (s < end && *s != '*' && *s != '?') {
			s += *s == '\\' && s + 1 < end;
			buf_putc(&plain, *s++);
		}
		if (s > from) {
			struct buf form = {0};

			wordform_put(&form, buf_str(&plain), p->options.form);
			if (p->options.stem != NULL)
				stem_last(p->options.stem, &form, 0);
			for (size_t i = 0; i < form.n; i++) {
				if (is_sign(form.s[i]))
					buf_putc(to, '\\');
				buf_putc(to, form.s[i]);
			}
			buf_free(&form);
		}
		buf_free(&plain);
		if (s < end)
			buf_putc(to, *s++);
	}
}

/* A regular expression for a whole word; a fold is matched by its form. */
static const char *
compile(struct patterns *p, struct choice *c, struct str word)
{
	char why[REGEX_WHY];

	c->regex = regex_open(word, p->options.form & NORM_FOLD, why);
	if (c->regex == NULL)
		return refuse(p, "%s", why);
	regex_limit(c->regex, MATCH_LIMIT);
	return NULL;
}

/* "keep|kept" */
static const char *
add_choices(struct patterns *p, struct slot *slot, struct str word)
{
	const char *s = word.s, *end = s + word.n;

	while (s <= end) {
		const char *from = s;
		struct choice *c = vec_add(&slot->choices);
		struct buf form = {0};

		*c = (struct choice){0};
		while (s < end && *s != '|')
			s += *s == '\\' && s + 1 < end ? 2 : 1;
		if (s == from)
			return refuse(p, "nothing beside a |%s", "");
		put_form(p, &form, (struct str){from, (size_t)(s - from)});
		c->glob = form.s;
		c->n = form.n;
		s++;
	}
	return NULL;
}

/* "[]", "[]{0,3}", "[]{2}" */
static const char *
add_gap(struct patterns *p, struct slot *slot, struct str word)
{
	static const char not_a_gap[] = "%s: a gap is [], []{2} or []{0,3}";
	char text[32];
	int used = 0;

	slot->least = slot->most = 1;
	if (word.n == 2)
		return NULL;
	snprintf(text, sizeof text, "%.*s", (int)word.n, word.s);
	if (strpbrk(text, "+-") != NULL) /* which scanf takes for numbers */
		return refuse(p, not_a_gap, text);
	if (sscanf(text, "[]{%2u,%2u}%n", &slot->least, &slot->most, &used) ==
	    2 && used == (int)word.n && slot->least <= slot->most)
		return NULL;
	used = 0;
	if (sscanf(text, "[]{%2u}%n", &slot->least, &used) == 1 &&
	    used == (int)word.n) {
		slot->most = slot->least;
		return NULL;
	}
	return refuse(p, not_a_gap, text);
}

static const char *
add_slot(struct patterns *p, struct pattern *pattern, struct str word)
{
	struct slot *slot = vec_add(&pattern->slots);
	const char *why;

	*slot = (struct slot){.least = 1, .most = 1};
	if (p->options.regex) {
		struct choice *c = vec_add(&slot->choices);

		*c = (struct choice){0};
		return compile(p, c, word);
	}
	if (word.n >= 2 && memcmp(word.s, "[]", 2) == 0)
		return add_gap(p, slot, word);
	why = add_choices(p, slot, word);
	return why;
}

/* A first word of ASCII letters only can be searched for in the bytes. */
static void
note_literal(struct patterns *p, struct pattern *pattern)
{
	const struct slot *first = &pattern->slots.at[0];
	const struct choice *c = first->choices.at;

	p->any_line = p->any_line || p->options.regex ||
	    p->options.stem != NULL || first->choices.n != 1;
	if (p->any_line)
		return;
	for (size_t i = 0; i < c->n; i++)
		if (!ascii_is_letter(c->glob[i])) {
			p->any_line = true;
			return;
		}
	pattern->literal = (struct str){c->glob, c->n};
}

static const char *
check_length(struct patterns *p, const struct pattern *pattern)
{
	unsigned words = 0, at_least = 0;

	for (size_t i = 0; i < pattern->slots.n; i++) {
		words += pattern->slots.at[i].most;
		at_least += pattern->slots.at[i].least;
	}
	if (pattern->slots.n == 0)
		return refuse(p, "no word in it%s", "");
	if (at_least == 0)
		return refuse(p, "it matches no word at all%s", "");
	return words > PATTERN_MOST
	    ? refuse(p, "more than 63 words%s", "") : NULL;
}

const char *
patterns_add(struct patterns *p, struct str text)
{
	const char *s = text.s, *end = s + text.n, *why = NULL;
	struct pattern *pattern;

	if (!utf_valid(text))
		return "not UTF-8";
	pattern = vec_add(&p->list);
	*pattern = (struct pattern){0};
	while (why == NULL && s < end) {
		const char *from = s;

		while (s < end && !ascii_is_space((unsigned char)*s))
			s += *s == '\\' && s + 1 < end ? 2 : 1;
		if (s > from)
			why = add_slot(p, pattern,
			    (struct str){from, (size_t)(s - from)});
		while (s < end && ascii_is_space((unsigned char)*s))
			s++;
	}
	if (why == NULL)
		why = check_length(p, pattern);
	if (why == NULL)
		note_literal(p, pattern);
	return why;
}

void
patterns_free(struct patterns *p)
{
	for (size_t i = 0; i < p->list.n; i++) {
		for (size_t k = 0; k < p->list.at[i].slots.n; k++) {
			struct slot *slot = &p->list.at[i].slots.at[k];

			for (size_t c = 0; c < slot->choices.n; c++) {
				free(slot->choices.at[c].glob);
				regex_free(slot->choices.at[c].regex);
			}
			vec_free(&slot->choices);
		}
		vec_free(&p->list.at[i].slots);
	}
	vec_free(&p->list);
	buf_free(&p->complaint);
	free(p);
}

/* ---- matching ---- */

/* A star backs up to the last place it may have ended: linear in practice. */
static bool
glob_matches(const struct choice *c, struct str word)
{
	const char *g = c->glob, *g_end = g + c->n, *star = NULL;
	const char *w = word.s, *w_end = w + word.n, *back = NULL;

	while (w < w_end) {
		uint32_t ignored;

		if (g < g_end && *g == '*') {
			star = ++g;
			back = w;
		} else if (g < g_end && *g == '?') {
			g++;
			w += utf_step(w, w_end, &ignored);
		} else if (g < g_end &&
		    g[*g == '\\'] == *w) {
			g += 1 + (*g == '\\');
			w++;
		} else if (star != NULL) {
			g = star;
			back += utf_step(back, w_end, &ignored);
			w = back;
		} else {
			return false;
		}
	}
	while (g < g_end && *g == '*')
		g++;
	return g == g_end;
}

static bool
choice_matches(struct patterns *p, const struct choice *c, struct str word)
{
	enum regex_result result;

	if (c->regex == NULL)
		return glob_matches(c, word);
	result = regex_try(c->regex, word);
	if (result == REGEX_TOO_LONG)
		p->gave_up = c->regex;
	return result == REGEX_MATCH;
}

static bool
slot_matches(struct patterns *p, const struct slot *slot, struct str word)
{
	for (size_t i = 0; i < slot->choices.n; i++)
		if (choice_matches(p, &slot->choices.at[i], word))
			return true;
	return slot->choices.n == 0;
}

/* What a slot does to the set of lengths so far: bit k for k words. */
static uint64_t
step(struct patterns *p, const struct slot *slot, uint64_t lengths,
    struct pattern_words words, size_t i)
{
	uint64_t after = 0;

	if (slot->choices.n == 0) {
		for (unsigned k = slot->least; k <= slot->most; k++)
			after |= lengths << k;
		return after;
	}
	for (size_t k = 0; lengths >> k != 0 && i + k < words.n; k++)
		if (lengths >> k & 1 &&
		    slot_matches(p, slot, words.forms[i + k]))
			after |= (uint64_t)1 << (k + 1);
	return after;
}

size_t
patterns_match(struct patterns *p, struct pattern_words words, size_t i)
{
	size_t left = words.n - i;

	for (size_t k = 0; k < p->list.n; k++) {
		const struct pattern *pattern = &p->list.at[k];
		uint64_t lengths = 1;

		for (size_t s = 0; s < pattern->slots.n && lengths != 0; s++)
			lengths = step(p, &pattern->slots.at[s], lengths,
			    words, i);
		lengths &= ~(uint64_t)1;
		if (left < PATTERN_MOST)
			lengths &= ((uint64_t)2 << left) - 1;
		if (lengths != 0)
			return (size_t)__builtin_ctzll(lengths);
	}
	return 0;
}

const char *
patterns_gave_up(struct patterns *p)
{
	const struct regex *r = p->gave_up;

	p->gave_up = NULL;
	return r != NULL ? regex_source(r) : NULL;
}

/* ---- passing lines over ---- */

/*
 * Whether the line has characters by which a word of ASCII letters may be
 * written without standing in the bytes: such as are left out of a word's
 * form (soft hyphen, U+200B to U+2064 …), and the two that fold to ASCII
 * (long s, Kelvin).  By lead byte, so it may be wrong on the safe side.
 */
static bool
hides_letters(struct str line)
{
	const unsigned char *s = (const unsigned char *)line.s;
	const unsigned char *end = s + line.n;

	for (; s < end; s++) {
		if (*s < 0x80)
			continue;
		if (*s == 0xE2) {
			unsigned char third = end - s > 2 ? s[2] : 0x8B;

			if (end - s < 2 || s[1] == 0x81 || s[1] == 0x84 ||
			    (s[1] == 0x80 && ((third >= 0x8B &&
			    third <= 0x8F) || third >= 0xAA)))
				return true;
			s += 2;
		} else if (*s == 0xC2 ? end - s < 2 || s[1] == 0xAD
		    : *s == 0xC5 ? end - s < 2 || s[1] == 0xBF
		    : *s == 0xCD || *s == 0xD5 || *s == 0xD6 || *s == 0xD8 ||
		    *s == 0xE1 || *s >= 0xEF) {
			return true;
		}
	}
	return false;
}

/* Whether the word stands in the line's bytes, in any case of its letters. */
static bool
holds(struct str line, struct str word, bool fold)
{
	char first[2] = {word.s[0], word.s[0]};
	const char *end = line.s + line.n;

	if (line.n < word.n)
		return false;
	if (fold)
		first[1] = (char)(first[0] & ~0x20);
	for (int k = 0; k < 1 + fold; k++) {
		const char *s = line.s;

		while ((size_t)(end - s) >= word.n && (s = memchr(s, first[k],
		    (size_t)(end - s) - word.n + 1)) != NULL) {
			size_t i = 1;

			while (i < word.n && (s[i] == word.s[i] ||
			    (fold && ascii_lower(s[i]) == word.s[i])))
				i++;
			if (i == word.n)
				return true;
			s++;
		}
	}
	return false;
}

bool
patterns_cannot_match(const struct patterns *p, struct str line)
{
	bool fold = p->options.form & NORM_FOLD;

	if (p->any_line)
		return false;
	for (size_t i = 0; i < p->list.n; i++)
		if (holds(line, p->list.at[i].literal, fold))
			return false;
	return !hides_letters(line);
}
