/* SPDX-License-Identifier: MIT */
#include "html/words/datetoken.h"

#include "base/ascii.h"
#include "gen/months.h"
#include "text/unicode/norm.h"
#include "text/unicode/utf.h"

/* The value of a decimal digit of some scripts; -1: it is none. */
static int
digit_of(uint32_t c)
{
	static const uint32_t zeros[] = {'0', 0x660, 0x6F0, 0x966, 0x9E6,
	    0xE50};

	for (size_t i = 0; i < sizeof zeros / sizeof *zeros; i++)
		if (c >= zeros[i] && c < zeros[i] + 10)
			return (int)(c - zeros[i]);
	return -1;
}

/* What divides a date in Chinese, Japanese and Korean. */
static bool
is_unit(uint32_t c)
{
	return c == 0x5E74 || c == 0x6708 || c == 0x65E5 || c == 0x53F7 ||
	    c == 0xB144 || c == 0xC6D4 || c == 0xC77C;
}

static bool
is_space_sign(uint32_t c)
{
	return c <= ' ' || c == 0xA0 || c == 0x202F || c == 0x2009;
}

static bool
is_word_sign(uint32_t c)
{
	return c < 0x80 ? ascii_is_letter((int)c) : c != UTF_BAD &&
	    digit_of(c) < 0 && !is_unit(c) && !is_space_sign(c) &&
	    !(c >= 0x2000 && c <= 0x206F) && !(c >= 0x3000 && c <= 0x303F) &&
	    c != 0xB7 && c != 0xAB && c != 0xBB && c != 0x60C;
}

int
token_month_of(struct str word, const struct pagedate_how *how)
{
	size_t low = 0, high = sizeof month_names / sizeof *month_names;
	int month = 0;

	while (low < high) {
		size_t middle = (low + high) / 2;
		const char *name = month_names[middle].name;
		int d = strncmp(name, word.s, word.n);

		if (d < 0)
			low = middle + 1;
		else
			high = middle;
	}
	for (; low < sizeof month_names / sizeof *month_names &&
	    strncmp(month_names[low].name, word.s, word.n) == 0 &&
	    month_names[low].name[word.n] == '\0'; low++) {
		if (month == 0)
			month = month_names[low].month;
		else
			month = -1;
		if (how->language != NULL && strncmp(how->language,
		    month_names[low].language, 2) == 0)
			return month_names[low].month;
	}
	return month;
}

bool
pagedate_is_month(struct str name)
{
	static const struct pagedate_how how = {0};
	struct buf folded = {0};
	bool is = false;

	if (name.n > 0 && name.n < 40) {
		norm_put(&folded, name, NORM_KC | NORM_FOLD);
		is = token_month_of(buf_str(&folded), &how) != 0;
	}
	buf_free(&folded);
	return is;
}

static void
read_token(struct tokens *t, size_t *at)
{
	const char *s = t->text.s, *end = s + t->text.n;
	struct token *k = &t->at[t->n++];
	uint32_t c;
	size_t i = *at;
	int n = utf_step(s + i, end, &c);

	*k = (struct token){.kind = SIGN, .value = (long)c, .at = i,
	    .spaced = k->spaced};
	if (digit_of(c) >= 0) {
		k->kind = NUMBER;
		for (k->value = 0; i < t->text.n &&
		    (n = utf_step(s + i, end, &c), digit_of(c) >= 0);
		    i += (size_t)n)
			if (k->digits++ < 15)
				k->value = k->value * 10 + digit_of(c);
	} else if (is_word_sign(c)) {
		k->kind = WORD;
		for (; i < t->text.n && (n = utf_step(s + i, end, &c),
		    is_word_sign(c)); i += (size_t)n)
			continue;
	} else {
		i += (size_t)n;
	}
	k->n = i - k->at;
	*at = i;
}

void
tokens_read(struct tokens *t, size_t from)
{
	bool spaced = true;

	while (from < t->text.n && t->n < TOKENS) {
		uint32_t c;
		int n = utf_step(t->text.s + from, t->text.s + t->text.n, &c);

		if (is_space_sign(c)) {
			from += (size_t)n;
			spaced = true;
			continue;
		}
		t->at[t->n].spaced = spaced;
		read_token(t, &from);
		spaced = false;
	}
}

/* ---- what is at token i ---- */

const struct token *
token_get(const struct tokens *t, int i)
{
	static const struct token none = {.kind = SIGN};

	return i < t->n ? &t->at[i] : &none;
}

bool
token_is_number(const struct tokens *t, int i, int least, int most)
{
	const struct token *k = token_get(t, i);

	return k->kind == NUMBER && k->digits >= least && k->digits <= most;
}

bool
token_is_sign(const struct tokens *t, int i, const char *signs)
{
	const struct token *k = token_get(t, i);

	return k->kind == SIGN && k->value > 0 && k->value < 128 &&
	    strchr(signs, (int)k->value) != NULL;
}

bool
token_is_word(const struct tokens *t, int i, const char *words)
{
	const struct token *k = token_get(t, i);

	while (k->kind == WORD && *words != '\0') {
		size_t n = strcspn(words, " ");

		if (n == k->n && memcmp(t->text.s + k->at, words, n) == 0)
			return true;
		words += n + (words[n] == ' ');
	}
	return false;
}

int
token_month(const struct tokens *t, int i)
{
	const struct token *k = token_get(t, i);

	return k->kind != WORD ? 0 : token_month_of((struct str){
	    t->text.s + k->at, k->n}, t->how);
}

bool
token_is_month(const struct tokens *t, int i)
{
	return token_month(t, i) > 0;
}

bool
token_is_cjk(const struct tokens *t, int i, long a, long b)
{
	const struct token *k = token_get(t, i);

	return k->kind == SIGN && (k->value == a || k->value == b);
}

long
token_value(const struct tokens *t, int i)
{
	return token_get(t, i)->value;
}

/* A year of four digits, or of two. */
bool
token_is_year(const struct tokens *t, int i)
{
	return token_is_number(t, i, 4, 4) || token_is_number(t, i, 2, 2);
}

long
token_year(const struct tokens *t, int i)
{
	long y = token_value(t, i);

	if (token_get(t, i)->digits == 4)
		return y;
	return y >= 90 ? 1900 + y : 2000 + y;
}
