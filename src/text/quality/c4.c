/* SPDX-License-Identifier: MIT */
#include "text/quality/c4.h"

#include "base/ascii.h"
#include "text/sentences/sent.h"
#include "text/unicode/norm.h"

enum { WORDS_LEAST = 3, WORD_MOST_POINTS = 1000 };

/* ---- counting sentences ---- */

struct counter {
	struct sent sent; /* first */
	uint64_t n;
	bool text;
};

static void
count_piece(struct sent *s, enum sent_piece kind, struct str text)
{
	struct counter *c = (struct counter *)s;

	if (kind == SENT_TEXT && text.n > 0)
		c->text = true;
	if (kind != SENT_END)
		return;
	c->n += c->text;
	c->text = false;
}

static uint64_t
count_sentences(const struct abbr *abbr, struct str line)
{
	struct counter c = {.sent = {.piece = count_piece, .abbr = abbr}};
	struct source in = source_over(line);

	sent_run(&c.sent, &in);
	return c.n + c.text;
}

/* ---- a line ---- */

static bool
ends_with(struct str s, const char *what)
{
	size_t n = strlen(what);

	return s.n >= n && memcmp(s.s + s.n - n, what, n) == 0;
}

/* A mark of a sentence's end in English, and no ellipsis. */
static bool
ends_well(struct str s)
{
	return s.n > 0 && strchr(".!?\"'", s.s[s.n - 1]) != NULL &&
	    s.s[s.n - 1] != '\0' && !ends_with(s, "...");
}

static bool
holds(struct str s, const char *what)
{
	size_t n = strlen(what);

	for (size_t i = 0; i + n <= s.n; i++)
		if (s.s[i] == what[0] && memcmp(s.s + i, what, n) == 0)
			return true;
	return false;
}

static bool
is_policy(struct str lower)
{
	static const char *const phrases[] = {"terms of use",
	    "privacy policy", "cookie policy", "uses cookies",
	    "use of cookies", "use cookies"};

	for (size_t i = 0; i < sizeof phrases / sizeof *phrases; i++)
		if (holds(lower, phrases[i]))
			return true;
	return false;
}

/* How long "[12]", "[edit]" or "[citation needed]" at `s` is; 0: none. */
static size_t
citation(const char *s, const char *end)
{
	static const char *const words[] = {"[edit]", "[citation needed]"};
	const char *at = s + 1;

	for (size_t i = 0; i < 2; i++) {
		size_t n = strlen(words[i]);

		if ((size_t)(end - s) >= n && memcmp(s, words[i], n) == 0)
			return n;
	}
	while (at < end && ascii_is_digit((unsigned char)*at))
		at++;
	return at < end && *at == ']' ? (size_t)(at + 1 - s) : 0;
}

static void
put_without_citations(struct buf *to, struct str line)
{
	const char *s = line.s, *end = s + line.n;

	while (s < end) {
		size_t n = *s == '[' ? citation(s, end) : 0;

		if (n == 0)
			buf_putc(to, *s++);
		s += n;
	}
}

struct words {
	uint64_t n, longest;
};

static struct words
count_words(struct str line)
{
	struct textshape shape = {0};
	struct words w = {0};

	textshape_read(&shape, line);
	w.n = shape.words.n;
	for (size_t i = 0; i < shape.words.n; i++)
		if (shape.words.at[i].points > w.longest)
			w.longest = shape.words.at[i].points;
	textshape_free(&shape);
	return w;
}

/* ---- the text ---- */

enum verdict_of_line { KEPT, GONE, LOREM_IPSUM, CURLY };

static enum verdict_of_line
judge_line(struct str line, struct words words, struct str lower)
{
	if (!ends_well(line) || words.n < WORDS_LEAST)
		return GONE;
	if (holds(lower, "lorem ipsum"))
		return LOREM_IPSUM;
	if (holds(lower, "javascript"))
		return GONE;
	if (memchr(line.s, '{', line.n) != NULL)
		return CURLY;
	return is_policy(lower) ? GONE : KEPT;
}

void
c4_measure(struct quality *q)
{
	struct str rest = q->shape.text, line;
	struct buf clean = {0}, lower = {0};
	double *sentences = &q->values[QUALITY_SENTENCES];
	enum verdict_of_line verdict = KEPT;

	*sentences = 0;
	q->cleaned.n = 0;
	while (verdict < LOREM_IPSUM && textshape_line(&rest, true, &line)) {
		struct words words = count_words(line);

		line = textshape_trim_left(textshape_trim_right(line));
		if (words.longest > WORD_MOST_POINTS)
			continue;
		clean.n = lower.n = 0;
		put_without_citations(&clean, line);
		norm_put(&lower, buf_str(&clean), NORM_C | NORM_FOLD);
		verdict = judge_line(buf_str(&clean), words, buf_str(&lower));
		if (verdict != KEPT)
			continue;
		*sentences += (double)count_sentences(q->abbr,
		    buf_str(&clean));
		if (q->cleaned.n > 0)
			buf_putc(&q->cleaned, '\n');
		buf_put(&q->cleaned, clean.s, clean.n);
	}
	q->values[QUALITY_LOREM_IPSUM] = verdict == LOREM_IPSUM;
	q->values[QUALITY_CURLY] = verdict == CURLY;
	buf_free(&clean);
	buf_free(&lower);
}
