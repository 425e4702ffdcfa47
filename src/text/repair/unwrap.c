/* SPDX-License-Identifier: MIT */
#include "text/repair/unwrap.h"

#include "base/ascii.h"
#include "text/unicode/charclass.h"
#include "text/unicode/norm.h"
#include "text/unicode/utf.h"

enum {
	WORD = 64, /* letters of a word that are looked at */
	TAIL = 1024, /* bytes of a line that are looked back at */
	LONG = 64 * 1024, /* a line of more is passed in pieces */
	SOFT_HYPHEN = 0xAD, HYPHEN = 0x2010
};

static bool
is_letter(uint32_t c)
{
	return (charclass_of(c) & (CHARCLASS_LETTER | CHARCLASS_MARK)) != 0;
}

static bool
is_digit(uint32_t c)
{
	return (charclass_of(c) & CHARCLASS_NUMBER) != 0;
}

static bool
is_upper(uint32_t c)
{
	return charclass_sentence(charclass_of(c)) == SB_UPPER;
}

static struct str
between(const char *from, const char *to)
{
	return (struct str){from, (size_t)(to - from)};
}

/* -- The words of the text -- */

static struct str
folded(struct unwrap *u, struct str a, const char *separator, struct str b)
{
	u->key.n = 0;
	norm_put(&u->key, a, NORM_C | NORM_FOLD);
	buf_puts(&u->key, separator);
	norm_put(&u->key, b, NORM_C | NORM_FOLD);
	return buf_str(&u->key);
}

static uint64_t
times(struct unwrap *u, struct str a, const char *separator, struct str b)
{
	const struct map_slot *slot =
	    map_find(&u->words, folded(u, a, separator, b));

	return slot != NULL ? slot->count : 0;
}

static void
count(struct unwrap *u, struct str a, const char *separator, struct str b)
{
	if (u->words.used < UNWRAP_WORDS && a.n + b.n <= UNWRAP_LONGEST)
		map_at(&u->words, folded(u, a, separator, b))->count++;
}

/* Letters at `s`, up to the first that is none. */
static const char *
letters_end(const char *s, const char *end)
{
	while (s < end) {
		uint32_t c;
		int n = utf_step(s, end, &c);

		if (!is_letter(c))
			break;
		s += n;
	}
	return s;
}

/* Each word of the text, and each pair of words with a hyphen between. */
static void
count_words(struct unwrap *u, struct str text)
{
	const char *s = text.s, *end = text.s + text.n;
	struct str before = {0}, none = {0};

	while (s < end) {
		const char *stop = letters_end(s, end);
		struct str word = between(s, stop);

		if (word.n == 0) {
			uint32_t c;

			s += utf_step(s, end, &c);
			before = none;
			continue;
		}
		if (before.n > 0)
			count(u, before, "-", word);
		if (before.n == 0 && (stop == end || *stop != '-'))
			count(u, word, "", none);
		before = none;
		if (stop + 1 < end && *stop == '-' &&
		    letters_end(stop + 1, end) > stop + 1) {
			before = word;
			stop++;
		}
		s = stop;
	}
}

void
unwrap_words(struct unwrap *u, struct str list)
{
	const char *s = list.s, *end = list.s + list.n;

	if (!u->opened)
		u->words = map_open(0);
	u->opened = true;
	while (s < end) {
		const char *stop = memchr(s, '\n', (size_t)(end - s));
		const char *tab;

		stop = stop != NULL ? stop : end;
		tab = memchr(s, '\t', (size_t)(stop - s));
		count_words(u, between(s, tab != NULL ? tab : stop));
		s = stop + 1;
	}
}

/* -- The hyphen -- */

/* "Vor- und Nachteile": words before which a hyphen stands for a word. */
static bool
is_conjunction(struct str b)
{
	static const char *const words[] = {
		"und", "oder", "and", "or", "en", "och", "og", "y", "sowie",
		"bis", "eller",
	};

	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (str_eq(b, str_of(words[i])))
			return true;
	return false;
}

/* What is known of the word before the hyphen. */
struct part {
	struct str word; /* letters and digits next to the hyphen */
	int length;
	bool capitals, digit, compound;
	uint32_t edge; /* the character next to the hyphen */
};

static struct part
part_before(struct str line)
{
	const char *s = line.s + line.n;
	struct part p = {.capitals = true};

	while (s > line.s && p.length < WORD) {
		uint32_t c;
		int n = utf_back(line.s, s, &c);

		if (!is_letter(c) && !is_digit(c)) {
			p.compound = c == '-';
			break;
		}
		if (p.length++ == 0)
			p.edge = c;
		p.capitals &= is_upper(c);
		s -= n;
	}
	p.word = between(s, line.s + line.n);
	p.digit = is_digit(p.edge);
	return p;
}

static struct part
part_after(struct str line)
{
	const char *s = line.s, *end = line.s + line.n;
	struct part p = {0};

	while (s < end && p.length < WORD) {
		uint32_t c;
		int n = utf_step(s, end, &c);

		if (!is_letter(c) && !is_digit(c)) {
			p.compound = c == '-';
			break;
		}
		if (p.length++ == 0)
			p.edge = c;
		s += n;
	}
	p.word = between(line.s, s);
	p.digit = is_digit(p.edge);
	return p;
}

static enum unwrap_hyphen
decide(struct unwrap *u, const struct part *a, const struct part *b)
{
	struct str none = {0};
	uint64_t joined = times(u, a->word, "", b->word);
	uint64_t kept = times(u, a->word, "-", b->word);

	if (is_conjunction(b->word) && a->length > 2 && joined == 0)
		return UNWRAP_SPACE;
	if (kept > joined)
		return UNWRAP_KEEP;
	if (joined > 0)
		return UNWRAP_JOIN;
	if (a->digit || b->digit)
		return UNWRAP_KEEP;
	if (is_upper(b->edge) && !(a->capitals && a->length > 1))
		return UNWRAP_KEEP;
	if (a->length == 1 && a->capitals)
		return UNWRAP_KEEP;
	if (a->compound || b->compound)
		return times(u, a->word, "", none) > 0 &&
		    times(u, b->word, "", none) > 0 ? UNWRAP_KEEP :
		    UNWRAP_JOIN;
	return UNWRAP_JOIN;
}

/* -- Lines -- */

static void
flush(struct unwrap *u, bool ended)
{
	if (ended)
		buf_putc(&u->line, '\n');
	u->put(u->ctx, buf_str(&u->line));
	u->line.n = 0;
}

/* Bytes of the hyphen that the line ends in, behind a letter; 0: none. */
static int
hyphen(const struct unwrap *u, uint32_t *c)
{
	const char *s = u->line.s, *end = s + u->line.n;
	uint32_t before;
	int n;

	if (u->line.n == 0)
		return 0;
	n = utf_back(s, end, c);
	if ((*c != '-' && *c != SOFT_HYPHEN && *c != HYPHEN) ||
	    end - n == s)
		return 0;
	utf_back(s, end - n, &before);
	return is_letter(before) || is_digit(before) ? n : 0;
}

static struct str
trim_left(struct str t)
{
	while (t.n > 0 && ascii_is_blank(*t.s)) {
		t.s++;
		t.n--;
	}
	return t;
}

/* The first word of `t`, up to a blank, and off it. */
static struct str
take_word(struct str *t)
{
	struct str word = {t->s, 0};

	while (word.n < t->n && !ascii_is_blank(t->s[word.n]))
		word.n++;
	*t = trim_left((struct str){t->s + word.n, t->n - word.n});
	return word;
}

/*
 * The next line goes on where this one ends: all of it, or its first word.
 * Where that ends in a hyphen the words behind it go, too, so that the line
 * does not end in one that was none before.
 */
static void
go_on(struct unwrap *u, struct str next)
{
	uint32_t c;
	struct str word;

	if (u->lines) {
		buf_put(&u->line, next.s, next.n);
		return;
	}
	word = take_word(&next);
	buf_put(&u->line, word.s, word.n);
	while (next.n > 0 && hyphen(u, &c) > 0) {
		buf_putc(&u->line, ' ');
		word = take_word(&next);
		buf_put(&u->line, word.s, word.n);
	}
	if (next.n == 0)
		return;
	flush(u, true);
	buf_put(&u->line, next.s, next.n);
}

/* Whether a hyphen joins the lines; if so they are. */
static bool
join_hyphen(struct unwrap *u, struct str next)
{
	uint32_t c;
	int n = u->hyphens ? hyphen(u, &c) : 0;
	struct part a, b;
	enum unwrap_hyphen what = UNWRAP_JOIN;

	if (n == 0)
		return false;
	next = trim_left(next);
	a = part_before((struct str){u->line.s, u->line.n - (size_t)n});
	b = part_after(next);
	if (a.length == 0 || b.length == 0)
		return false;
	if (c != SOFT_HYPHEN)
		what = decide(u, &a, &b);
	if (what == UNWRAP_SPACE)
		return false;
	if (what == UNWRAP_JOIN)
		u->line.n -= (size_t)n;
	go_on(u, next);
	return true;
}

static bool
is_ideograph_at(const char *s, const char *end)
{
	uint32_t c;

	if (s == end)
		return false;
	utf_step(s, end, &c);
	return c == 0x3001 || c == 0x3002 || (c >= 0xFF01 && c <= 0xFF5E) ||
	    (charclass_of(c) & CHARCLASS_CJK) != 0;
}

/* A line end within a paragraph. */
static void
join_lines(struct unwrap *u, struct str next)
{
	const char *end;
	uint32_t c;

	next = trim_left(next);
	while (u->line.n > 0 && ascii_is_blank(u->line.s[u->line.n - 1]))
		u->line.n--;
	end = u->line.s + u->line.n;
	if (u->line.n > 0 && next.n > 0 && !(is_ideograph_at(end -
	    utf_back(u->line.s, end, &c), end) &&
	    is_ideograph_at(next.s, next.s + next.n)))
		buf_putc(&u->line, ' ');
	buf_put(&u->line, next.s, next.n);
}

static bool
is_empty(struct str line)
{
	return trim_left(line).n == 0;
}

static void
add_line(struct unwrap *u, struct str line)
{
	if (!u->begun) {
		buf_put(&u->line, line.s, line.n);
	} else if (is_empty(line) || is_empty(buf_str(&u->line))) {
		flush(u, true);
		buf_put(&u->line, line.s, line.n);
	} else if (!join_hyphen(u, line)) {
		if (u->lines) {
			join_lines(u, line);
		} else {
			flush(u, true);
			buf_put(&u->line, line.s, line.n);
		}
	}
	u->begun = true;
}

/* Pass what of a long line is not looked back at. */
static void
pass_long(struct unwrap *u)
{
	size_t n = u->line.n - TAIL;

	if (u->line.n <= LONG)
		return;
	u->put(u->ctx, (struct str){u->line.s, n});
	memmove(u->line.s, u->line.s + n, TAIL);
	u->line.n = TAIL;
}

/* -- The text -- */

/* Count the words of the text up to `end`, which may cut one. */
static void
count_upto(struct unwrap *u, size_t end)
{
	while (end > u->counted && !ascii_is_blank(u->text.s[end - 1]) &&
	    u->text.s[end - 1] != '\n')
		end--;
	if (end <= u->counted)
		return;
	count_words(u, between(u->text.s + u->counted, u->text.s + end));
	u->counted = end;
}

static void
drop_done(struct unwrap *u)
{
	if (u->at < 4 * UNWRAP_AHEAD)
		return;
	u->text.n -= u->at;
	memmove(u->text.s, u->text.s + u->at, u->text.n);
	u->counted = u->counted > u->at ? u->counted - u->at : 0;
	u->at = 0;
}

/*
 * A line is decided once the words behind it are known.  One that is too long
 * comes in pieces.
 */
static void
take_lines(struct unwrap *u, bool last)
{
	while (u->at < u->text.n) {
		const char *s = u->text.s + u->at, *stop;
		size_t left = u->text.n - u->at;
		size_t n = left < LONG ? left : LONG;

		if (!last && left <= LONG + UNWRAP_AHEAD)
			break;
		stop = memchr(s, '\n', n);
		if (stop != NULL)
			n = (size_t)(stop - s);
		if (u->hyphens)
			count_upto(u, left - n > UNWRAP_AHEAD ?
			    u->at + n + UNWRAP_AHEAD : u->text.n);
		if (u->inside)
			buf_put(&u->line, s, n);
		else
			add_line(u, (struct str){s, n});
		pass_long(u);
		u->inside = stop == NULL;
		u->at += n + (stop != NULL);
	}
	drop_done(u);
}

void
unwrap_add(struct unwrap *u, struct str text)
{
	if (!u->opened)
		u->words = map_open(0);
	u->opened = true;
	buf_put(&u->text, text.s, text.n);
	if (u->text.n - u->at > 2 * (LONG + UNWRAP_AHEAD))
		take_lines(u, false);
}

void
unwrap_end(struct unwrap *u)
{
	take_lines(u, true);
	if (u->begun)
		flush(u, !u->inside);
	u->text.n = u->at = u->counted = 0;
	u->begun = u->inside = false;
}

void
unwrap_free(struct unwrap *u)
{
	if (u->opened)
		map_free(&u->words);
	buf_free(&u->text);
	buf_free(&u->line);
	buf_free(&u->key);
}
