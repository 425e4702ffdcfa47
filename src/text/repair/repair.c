/* SPDX-License-Identifier: MIT */
#include "text/repair/repair.h"

#include "text/repair/charflags.h"
#include "text/repair/rule.h"
#include "text/unicode/utf.h"

enum {
	NOT_UTF8 = 1 << 20, /* beside the flags of charflags.h */
	MISREAD = 1 << 21,  /* two characters may be misread UTF-8 */
	SPLITS = 4          /* how often new line ends part a line */
};

/* What in a line makes a rule look at it. */
static const unsigned concerns[REPAIR_COUNT] = {
	[REPAIR_UTF8] = NOT_UTF8,
	[REPAIR_MOJIBAKE] = MISREAD | CHAR_CONTROL,
	[REPAIR_ENTITIES] = CHAR_AMPERSAND,
	[REPAIR_ENTITIES2] = CHAR_AMPERSAND,
	[REPAIR_CONTROLS] = CHAR_CONTROL,
	[REPAIR_NEWLINES] = CHAR_NEWLINE,
	[REPAIR_INVISIBLE] = CHAR_INVISIBLE,
	[REPAIR_QUOTES] = CHAR_QUOTE,
	[REPAIR_CURL] = CHAR_STRAIGHT,
	[REPAIR_DASHES] = CHAR_DASH,
	[REPAIR_ELLIPSIS] = CHAR_DASH,
	[REPAIR_SPACES] = CHAR_BLANK,
	[REPAIR_WIDTH] = CHAR_COMPAT,
	[REPAIR_LIGATURES] = CHAR_COMPAT,
	[REPAIR_MARKS] = CHAR_MARKED,
	[REPAIR_NFC] = CHAR_NFC,
	[REPAIR_NFD] = CHAR_NFD,
	[REPAIR_NFKC] = CHAR_NFKC,
	[REPAIR_NFKD] = CHAR_NFKD,
};

static void
prepare(struct repair *r)
{
	r->ready = true;
	for (int i = 0; i < REPAIR_COUNT; i++)
		if (r->rules & 1u << i)
			r->flags |= concerns[i];
	for (unsigned b = 0; b < 0x80; b++)
		r->plain[b] = (char_flags(b) & r->flags) == 0;
}

/* -- A line -- */

/*
 * Whether a character and the next may be misread UTF-8: its first byte, and
 * one that follows; or the bytes C2, C3, E2, and a space that was the byte A0.
 */
static bool
may_be_misread(uint32_t lead, unsigned lead_flags, uint32_t c, unsigned flags)
{
	if (!(lead_flags & CHAR_LEAD))
		return false;
	return (flags & CHAR_TRAIL) || (c == ' ' && (lead > 0xFF ||
	    lead == 0xC2 || lead == 0xC3 || lead == 0xE2));
}

static unsigned
look(struct str line)
{
	const char *s = line.s, *end = s + line.n;
	unsigned all = 0, flags_before = 0;
	uint32_t before = ' ';

	while (s < end) {
		uint32_t c;
		unsigned flags;

		s += utf_step(s, end, &c);
		flags = char_flags(c);
		if (c == UTF_BAD)
			all |= NOT_UTF8;
		if (may_be_misread(before, flags_before, c, flags))
			all |= MISREAD;
		all |= flags;
		before = c;
		flags_before = flags;
	}
	return all;
}

static bool
apply(struct repair *r, enum repair_rule rule, struct str line, struct buf *to)
{
	switch (rule) {
	case REPAIR_UTF8: return repair_utf8(line, to);
	case REPAIR_MOJIBAKE: return mojibake_repair(&r->mojibake, line, to);
	case REPAIR_ENTITIES: return repair_entities(line, to, false);
	case REPAIR_ENTITIES2: return repair_entities(line, to, true);
	case REPAIR_CONTROLS: return repair_controls(line, to);
	case REPAIR_NEWLINES: return repair_newlines(line, to);
	case REPAIR_INVISIBLE: return repair_invisible(line, to);
	case REPAIR_QUOTES: case REPAIR_DASHES: case REPAIR_ELLIPSIS:
	case REPAIR_WIDTH: case REPAIR_LIGATURES:
		return repair_replace(line, to, rule);
	case REPAIR_CURL: return repair_curl(line, to, r->quotes);
	case REPAIR_SPACES: return repair_spaces(line, to);
	case REPAIR_MARKS: return repair_marks(line, to);
	case REPAIR_NFC: case REPAIR_NFD: case REPAIR_NFKC: case REPAIR_NFKD:
		return repair_form(line, to, rule);
	case REPAIR_DEHYPHEN: case REPAIR_UNWRAP: case REPAIR_COUNT: break;
	}
	return false;
}

/*
 * All rules once, from one of the two texts into the other; *line, and its
 * *flags, are what comes of it.  The rules that changed it.
 */
static unsigned
apply_all(struct repair *r, struct str *line, unsigned *flags)
{
	unsigned by = 0;

	for (int i = 0; i < REPAIR_DEHYPHEN; i++) {
		struct buf *to = &r->text[line->s == r->text[0].s];

		if (!(r->rules & 1u << i) || !(*flags & concerns[i]))
			continue;
		to->n = 0;
		if (!apply(r, (enum repair_rule)i, *line, to))
			continue;
		by |= 1u << i;
		*line = buf_str(to);
		*flags = look(*line);
	}
	return by;
}

static unsigned settle(struct repair *, struct str line, unsigned flags,
    int splits);

/* New line ends make it several lines, each to be repaired by itself. */
static unsigned
settle_lines(struct repair *r, struct str text, int splits)
{
	struct buf copy = {0};
	const char *s, *end, *stop;
	unsigned by = 0;

	buf_put(&copy, text.s, text.n);
	end = copy.s + copy.n;
	for (s = copy.s;; s = stop + 1) {
		struct str line;

		stop = memchr(s, '\n', (size_t)(end - s));
		line = (struct str){s, (size_t)((stop ? stop : end) - s)};
		by |= settle(r, line, look(line), splits);
		if (stop == NULL)
			break;
		buf_putc(&r->result, '\n');
	}
	buf_free(&copy);
	return by;
}

/* Append the line, repaired until it stays, to the result; the rules. */
static unsigned
settle(struct repair *r, struct str line, unsigned flags, int splits)
{
	unsigned by = 0, now;

	for (int i = 0; i < REPAIR_ROUNDS; i++) {
		now = apply_all(r, &line, &flags);
		by |= now;
		if (now != 0 && splits < SPLITS && line.n > 0 &&
		    memchr(line.s, '\n', line.n) != NULL)
			return by | settle_lines(r, line, splits + 1);
		if (now == 0)
			break;
	}
	buf_put(&r->result, line.s, line.n);
	return by;
}

/* A line, or a piece of one; `ended`: LF follows it. */
static void
repair_line(struct repair *r, struct str line, bool ended, struct sink *out)
{
	struct str rest = line;
	unsigned flags = look(line), by = 0;

	if ((flags & r->flags) == 0) {
		sink_put(out, line.s, line.n);
		return;
	}
	if (ended && line.n > 0 && line.s[line.n - 1] == '\r' &&
	    (r->rules & 1u << REPAIR_NEWLINES)) {
		rest.n--;
		by = 1u << REPAIR_NEWLINES;
	}
	r->result.n = 0;
	by |= settle(r, rest, flags, 0);
	if (by != 0 && r->changed != NULL)
		r->changed(r->ctx, r->line, by, line, buf_str(&r->result));
	sink_put(out, r->result.s, r->result.n);
}

/* -- The text -- */

enum { AHEAD = 3 }; /* bytes behind a piece that its last character may have */

/*
 * Where a line that is too long is cut: before blanks, else before a letter
 * with its marks, else between two characters.
 */
static size_t
cut(struct str line)
{
	size_t n = REPAIR_PIECE;

	for (size_t i = n; i > n / 2; i--)
		if ((line.s[i] == ' ' || line.s[i] == '\t') &&
		    line.s[i - 1] != ' ' && line.s[i - 1] != '\t')
			return i;
	for (size_t i = n; i > n - 256; i--) {
		uint32_t c;

		utf_step(line.s + i, line.s + line.n, &c);
		if (((unsigned char)line.s[i] & 0xC0) != 0x80 &&
		    c != UTF_BAD && !(char_flags(c) & CHAR_JOINS))
			return i;
	}
	for (int i = 0; i < 3 && ((unsigned char)line.s[n] & 0xC0) == 0x80; i++)
		n--;
	return n;
}

static void
count_lines(struct repair *r, const char *s, const char *end)
{
	if (r->changed == NULL)
		return;
	while ((s = memchr(s, '\n', (size_t)(end - s))) != NULL) {
		r->line++;
		s++;
	}
}

/* Whole lines that concern no rule, as far as the window has them. */
static void
pass_plain(struct repair *r, struct source *in, struct sink *out)
{
	const char *s = in->at, *line = in->at;

	for (; s < in->end && r->plain[(unsigned char)*s]; s++)
		if (*s == '\n')
			line = s + 1;
	count_lines(r, in->at, line);
	sink_put(out, in->at, (size_t)(line - in->at));
	in->at = line;
}

/* All lines of the source; it has no more when this is done. */
static void
repair_lines(struct repair *r, struct source *in, struct sink *out)
{
	struct str line;

	for (;;) {
		bool ended;

		pass_plain(r, in, out);
		if (!source_line(in, REPAIR_PIECE + AHEAD, &line))
			break;
		if (line.n > REPAIR_PIECE) {
			line.n = cut(line);
			repair_line(r, line, false, out);
			in->at += line.n;
			continue;
		}
		ended = in->at + line.n < in->end;
		repair_line(r, line, ended, out);
		in->at += line.n + ended;
		r->line++;
		if (ended)
			sink_putc(out, '\n');
	}
}

/* -- Wrapped text -- */

/* Of a line that has not ended: the pieces that repair_lines() makes of it. */
static void
repair_pieces(struct repair *r)
{
	struct buf *b = &r->unwrapped;
	size_t at = 0;

	while (b->n - at > REPAIR_PIECE + AHEAD) {
		size_t n = cut((struct str){b->s + at, b->n - at});

		repair_line(r, (struct str){b->s + at, n}, false, r->out);
		at += n;
	}
	if (at > 0)
		memmove(b->s, b->s + at, b->n - at);
	b->n -= at;
}

/*
 * What becomes of wrapped text is repaired once more, as far as it is lines;
 * what waits has no line end.
 */
static void
repair_unwrapped(void *ctx, struct str text)
{
	struct repair *r = ctx;
	struct buf *b = &r->unwrapped;
	size_t waiting = b->n, n;
	struct source in;

	buf_put(b, text.s, text.n);
	for (n = b->n; n > waiting && b->s[n - 1] != '\n'; n--)
		continue;
	if (n > waiting) {
		in = source_over((struct str){b->s, n});
		repair_lines(r, &in, r->out);
		b->n -= n;
		memmove(b->s, b->s + n, b->n);
	}
	repair_pieces(r);
}

struct unwrapping {
	struct sink sink; /* first: it is what the drain gets */
	struct repair *repair;
};

static void
drain_to_unwrap(struct sink *k)
{
	struct unwrapping *u = (struct unwrapping *)k;

	unwrap_add(&u->repair->unwrap, buf_str(&k->buf));
	k->buf.n = 0;
}

static void
repair_wrapped(struct repair *r, struct source *in, struct sink *out)
{
	struct unwrapping u = {.sink.drain = drain_to_unwrap, .repair = r};
	struct source rest;

	r->out = out;
	r->unwrap.put = repair_unwrapped;
	r->unwrap.ctx = r;
	r->unwrap.hyphens = r->rules & 1u << REPAIR_DEHYPHEN;
	r->unwrap.lines = r->rules & 1u << REPAIR_UNWRAP;
	repair_lines(r, in, &u.sink);
	drain_to_unwrap(&u.sink);
	unwrap_end(&r->unwrap);
	rest = source_over(buf_str(&r->unwrapped));
	repair_lines(r, &rest, out);
	r->unwrapped.n = 0;
	buf_free(&u.sink.buf);
}

void
repair_text(struct repair *r, struct source *in, struct sink *out)
{
	if (!r->ready)
		prepare(r);
	r->line = 1;
	if (r->rules & (1u << REPAIR_DEHYPHEN | 1u << REPAIR_UNWRAP))
		repair_wrapped(r, in, out);
	else
		repair_lines(r, in, out);
}

bool
repair_string(struct repair *r, struct str text, struct buf *to)
{
	struct source in = source_over(text);
	struct sink out = {.buf = *to};
	size_t start = to->n;
	bool same;

	repair_text(r, &in, &out);
	*to = out.buf;
	same = to->n - start == text.n &&
	    (text.n == 0 || memcmp(to->s + start, text.s, text.n) == 0);
	if (same)
		to->n = start;
	return !same;
}

void
repair_free(struct repair *r)
{
	mojibake_free(&r->mojibake);
	buf_free(&r->text[0]);
	buf_free(&r->text[1]);
	buf_free(&r->result);
	buf_free(&r->unwrapped);
	unwrap_free(&r->unwrap);
}
