/* SPDX-License-Identifier: MIT */
#include "text/sentences/sent.h"

#include "text/unicode/charclass.h"
#include "text/sentences/candidate.h"
#include "text/sentences/sentscan.h"
#include "text/unicode/utf.h"

enum {
	KEEP = 1024,         /* bytes behind the scan that stay in the window */
	FLUSH = 16 * 1024,   /* unread bytes that are worth passing on */
	PAIR = 1000,         /* bytes that a pair may keep together */
	TITLE = 96,          /* bytes that a title may be long */
	SOFT_HYPHEN = 0xAD
};

/*
 * The window's bytes begin at in->at, `base` bytes from the stream's beginning;
 * offsets count from there.  The bytes from `from` to `pos` were examined, but
 * not yet given to the callback.
 */
struct run {
	struct sent *sent;
	struct source *in;
	const struct sent_weights *weights;
	uint64_t base;
	size_t from, pos;
	uint64_t start;      /* where the sentence at hand began */
	bool inside;         /* there is one */
	bool fresh;          /* none yet in this paragraph */
	char marker[CANDIDATE_MARKER]; /* that would start a list's next item */
	uint32_t bullet;     /* that would, too; 0: none */
	int open;            /* pairs open */
	uint64_t opened;     /* where the outermost was */
	uint64_t titled;     /* where the title mark 《 or 〈 is open; 0: none is */
};

static const char *
at(const struct run *r, size_t offset)
{
	return r->in->at + offset;
}

static size_t
unread(const struct run *r)
{
	return (size_t)(r->in->end - r->in->at);
}

/* Give the bytes before `to` that were not yet given to the callback. */
static void
pass(struct run *r, enum sent_piece piece, size_t to)
{
	if (to > r->from)
		r->sent->piece(r->sent, piece,
		    (struct str){at(r, r->from), to - r->from});
	r->from = to;
}

static void
event(struct run *r, enum sent_piece piece)
{
	r->sent->piece(r->sent, piece, (struct str){NULL, 0});
}

/*
 * Drop the bytes before `to` from the window.  Offsets count from the first
 * byte that stays, so that all of them shrink by `to`.
 */
static void
forget(struct run *r, size_t to)
{
	r->in->at += to;
	r->base += to;
	r->from -= to;
	r->pos -= to;
}

/*
 * Whether the window has `n` bytes from `offset` on, after reading more where
 * needed; the window's bytes may move then, offsets stay valid.
 */
static bool
have(struct run *r, size_t offset, size_t n)
{
	while (unread(r) < offset + n)
		if (!source_more(r->in))
			return false;
	return true;
}

/* The code point at `offset`, its length; 0 at the end of the stream. */
static int
step(struct run *r, size_t offset, uint32_t *c)
{
	if (offset < unread(r) && (unsigned char)*at(r, offset) < 0x80) {
		*c = (unsigned char)*at(r, offset);
		return 1;
	}
	*c = 0;
	if (!have(r, offset, 4) && unread(r) <= offset)
		return 0;
	return utf_step(at(r, offset), r->in->end, c);
}

static bool
is_blank(uint32_t c)
{
	return c == ' ' || (c >= '\t' && c <= '\r') ||
	    (c >= 0x80 && shape_of(c) == SHAPE_BLANK);
}

static bool
is_line_end(uint32_t c)
{
	return c == '\n' || c == 0x2028 || c == 0x2029;
}

/* Where the blanks before `offset` begin, not before `from`. */
static size_t
blanks_back(const struct run *r, size_t offset)
{
	while (offset > r->from) {
		uint32_t c;
		int n = utf_back(at(r, r->from), at(r, offset), &c);

		if (!is_blank(c))
			break;
		offset -= (size_t)n;
	}
	return offset;
}

/* The sentence, if there is one, ends at `offset`. */
static void
end_sentence(struct run *r, size_t offset)
{
	if (r->inside) {
		pass(r, SENT_TEXT, offset);
		event(r, SENT_END);
	}
	r->inside = false;
	r->open = 0;
	r->titled = 0;
}

static void
end_paragraph(struct run *r)
{
	if (!r->fresh)
		event(r, SENT_PARAGRAPH);
	r->fresh = true;
	r->marker[0] = '\0';
	r->bullet = 0;
}

/* Between sentences: pass blanks on; false at the end of the stream. */
static bool
skip_blanks(struct run *r)
{
	uint32_t c;
	int n, lines = 0;

	while ((n = step(r, r->pos, &c)) > 0 && is_blank(c)) {
		r->pos += (size_t)n;
		if (is_line_end(c) && (!r->sent->wrapped || ++lines > 1))
			end_paragraph(r);
		if (r->pos > FLUSH) {
			pass(r, SENT_BLANK, r->pos);
			forget(r, r->pos);
		}
	}
	pass(r, SENT_BLANK, r->pos);
	return n > 0;
}

static void
begin_sentence(struct run *r)
{
	uint32_t c;

	forget(r, r->pos);
	r->start = r->base;
	r->inside = true;
	r->fresh = false;
	r->open = 0;
	step(r, 0, &c);
	if (shape_of(c) == SHAPE_BULLET) {
		r->bullet = c;
		r->pos += (size_t)step(r, 0, &c);
	}
}

/* Keep the window small: pass on what no later judgement looks at. */
static void
flush(struct run *r)
{
	size_t to = r->pos - KEEP;

	while ((*at(r, to) & 0xC0) == 0x80 && r->pos - to < KEEP + 3)
		to--;
	to = blanks_back(r, to);
	pass(r, SENT_TEXT, to);
	forget(r, to);
}

/* The n-th byte from `pos`; 0 behind the stream's end. */
static unsigned char
byte(const struct run *r, size_t n)
{
	return r->pos + n < unread(r) ? (unsigned char)*at(r, r->pos + n) : 0;
}

/* To the next stop; false: the stream ends first. */
static bool
next_stop(struct run *r)
{
	for (;;) {
		r->pos = (size_t)(scan(at(r, r->pos), r->in->end) - r->in->at);
		if (r->pos > FLUSH)
			flush(r);
		if (unread(r) - r->pos >= SCAN_SEES)
			return true;
		if (have(r, r->pos, SCAN_SEES))
			continue;
		for (; r->pos < unread(r); r->pos++)
			if (scan_is_stop(byte(r, 0), byte(r, 1), byte(r, 2)))
				return true;
		return false;
	}
}

/* The blanks around `pos`: from where, to where; how many lines end there. */
static size_t
blanks_around(struct run *r, size_t *from, int *lines)
{
	size_t to = r->pos;
	uint32_t c;
	int n;

	*from = blanks_back(r, r->pos);
	*lines = 0;
	while (to - *from < SENT_GAP && (n = step(r, to, &c)) > 0 &&
	    is_blank(c)) {
		if (is_line_end(c) && (!r->sent->wrapped || ++*lines > 1)) {
			*lines = 2;
			break;
		}
		to += (size_t)n;
	}
	return to;
}

static bool
is_ideographic(uint32_t c)
{
	return charclass_of(c) & CHARCLASS_CJK || (c >= 0x3001 && c <= 0x303F) ||
	    (c >= 0xFF01 && c <= 0xFF65);
}

/*
 * A line ends inside a sentence: its blanks, `from` to `to`, wrap it.  A soft
 * hyphen there parts a word, and goes with them.
 */
static void
wrap(struct run *r, size_t from, size_t to)
{
	uint32_t before = 0, after;
	bool glue;
	int n = 0;

	if (from > r->from)
		n = utf_back(at(r, r->from), at(r, from), &before);
	step(r, to, &after);
	glue = is_ideographic(before) && is_ideographic(after);
	if (before == SOFT_HYPHEN) {
		from -= (size_t)n;
		glue = true;
	}
	pass(r, SENT_TEXT, from);
	pass(r, glue ? SENT_GLUE : SENT_WRAP, to);
}

/* Blanks inside a sentence: many of them, or a line's end, may end it. */
static void
blanks(struct run *r)
{
	int lines;
	size_t from, to = blanks_around(r, &from, &lines);

	if (lines > 1 || to - from >= SENT_GAP || unread(r) == to) {
		end_sentence(r, from);
		r->pos = from;
		return;
	}
	if (lines == 1)
		wrap(r, from, to);
	r->pos = to;
}

/* What may be seen of the place at `pos`: up to SENT_AHEAD, or the line. */
static size_t
view(struct run *r)
{
	size_t n = unread(r) - r->pos;

	if (n < SENT_AHEAD && (r->sent->wrapped ||
	    memchr(at(r, r->pos), '\n', n) == NULL)) {
		have(r, r->pos, SENT_AHEAD);
		n = unread(r) - r->pos;
	}
	return n < SENT_AHEAD ? n : SENT_AHEAD;
}

/* Count pairs that open and close in the run's bytes. */
static void
count_pairs(struct run *r, const char *s, const char *e)
{
	while (s < e) {
		uint32_t c, before = ' ';
		enum shape shape;

		if (s > r->in->at)
			utf_back(r->in->at, s, &before);
		s += shape_step(s, e, &c, &shape);
		if (c == '\'' || c == 0x2019)
			continue;
		/* Finnish and Swedish open with the mark that they close with. */
		if (shape == SHAPE_QUOTE || (c == 0x201D && is_blank(before) &&
		    shape_is_letter(shape_at(s, r->in->end))))
			shape = is_blank(before) || before == 0x201E ||
			    shape_of(before) == SHAPE_OPEN ?
			    SHAPE_OPEN : SHAPE_CLOSE;
		if (shape == SHAPE_OPEN && r->open++ == 0)
			r->opened = r->base + (size_t)(s - r->in->at);
		else if (shape == SHAPE_CLOSE && r->open > 0)
			r->open--;
	}
}

/* End the sentence before `offset`, where the next one begins. */
static void
cut_before(struct run *r, size_t offset)
{
	end_sentence(r, blanks_back(r, offset));
	r->pos = offset;
}

/*
 * Whether a list's marker ends at the place: then it is none, and where it
 * starts an item there is one before it.
 */
static bool
marker(struct run *r, const struct candidate *p)
{
	const char *s = p->token;
	struct str m = {s, (size_t)(p->end - s)};
	struct sent_judgement j = {.rule = "marker", .end = true, .score = 1};

	if (p->end - s > CANDIDATE_MARKER || s == p->terminators)
		return false;
	if (s == p->head) {
		if (!list_heads(m))
			return false;
		list_next(m, r->marker);
		return true;
	}
	if (r->marker[0] == '\0' || !str_eq(m, str_of(r->marker)))
		return false;
	j.at = r->base + (size_t)(s - r->in->at);
	if (r->sent->judge != NULL && !r->sent->judge(r->sent, &j))
		return true;
	cut_before(r, (size_t)(s - r->in->at));
	return true;
}

static bool
judge(struct run *r, struct candidate *p)
{
	struct sent_judgement j = {0};

	candidate_ahead(p);
	j.at = r->base + (size_t)(p->end - r->in->at);
	if (r->sent->whole && r->open > 0 && j.at - r->opened < PAIR) {
		j.score = -1;
		j.rule = "pair";
	} else if ((j.score = rule_ahead(p, &j.rule)) == 0) {
		candidate_words(p);
		if ((j.score = rule_words(p, &j.rule)) == 0) {
			score_slots(p, j.slots);
			j.score = score_sum(r->weights, p, j.slots);
		}
	}
	j.end = j.score > 0;
	return r->sent->judge != NULL ? r->sent->judge(r->sent, &j) : j.end;
}

/* How far a judgement at `pos` may look back. */
static const char *
look_back(const struct run *r)
{
	return at(r, r->pos > CANDIDATE_BACK ? r->pos - CANDIDATE_BACK : 0);
}

/* A terminator, a closer or the like at `pos`. */
static void
mark(struct run *r)
{
	size_t n = view(r), e;
	struct candidate p; /* too large to zero it each time */

	p.view_begin = look_back(r);
	p.terminators = at(r, r->pos);
	p.view_end = p.terminators + n;
	p.abbr = r->sent->abbr;
	p.wrapped = r->sent->wrapped;
	p.titled = r->titled > 0 && r->base + r->pos - r->titled < TITLE;
	p.length = r->base + r->pos - r->start;
	p.begins = r->base + (size_t)(p.view_begin - r->in->at) == r->start;
	candidate_run(&p);
	if (p.end == p.terminators) {
		uint32_t c;

		r->pos += (size_t)step(r, r->pos, &c);
		return;
	}
	e = r->pos + (size_t)(p.end - p.terminators);
	if (p.end > p.closers)
		r->titled = 0;
	if (r->sent->whole)
		count_pairs(r, p.terminators, p.end);
	if (candidate_open(&p)) {
		candidate_token(&p);
		if (marker(r, &p)) {
			if (r->inside)
				r->pos = e;
			return;
		}
		if (judge(r, &p))
			end_sentence(r, e);
	}
	r->pos = e;
}

/* A word that may end a sentence without a mark ends at `pos`. */
static void
word_end(struct run *r)
{
	struct sent_judgement j = {.rule = "ending", .end = true, .score = 1};
	size_t n, e;

	if (!have(r, r->pos, 1) || (*at(r, r->pos) != '~' &&
	    !is_space(*at(r, r->pos), r->sent->wrapped)))
		return;
	n = view(r);
	e = r->pos + ending_tilde(at(r, r->pos), at(r, r->pos) + n);
	j.at = r->base + e;
	if ((r->sent->whole && r->open > 0 && j.at - r->opened < PAIR) ||
	    !ending(look_back(r), at(r, r->pos), at(r, r->pos) + n,
	    r->sent->wrapped))
		return;
	if (r->sent->judge != NULL)
		j.end = r->sent->judge(r->sent, &j);
	if (j.end)
		end_sentence(r, e);
	r->pos = e;
}

/* One stop further. */
static void
advance(struct run *r)
{
	uint32_t c;
	enum shape shape;
	int n;

	if (!next_stop(r)) {
		end_sentence(r, blanks_back(r, unread(r)));
		return;
	}
	n = step(r, r->pos, &c);
	if (ending_syllable(c)) {
		r->pos += (size_t)n;
		word_end(r);
		return;
	}
	shape = shape_of(c);
	if (shape == SHAPE_BLANK) {
		blanks(r);
	} else if (shape == SHAPE_STOP || shape == SHAPE_CLOSE ||
	    shape == SHAPE_PAUSE || c == '"') {
		mark(r);
	} else if (shape == SHAPE_BULLET && c == r->bullet &&
	    blanks_back(r, r->pos) < r->pos) {
		cut_before(r, r->pos);
	} else {
		if (r->sent->whole)
			count_pairs(r, at(r, r->pos), at(r, r->pos) + n);
		if (c == 0x300A || c == 0x3008) /* 《 〈 */
			r->titled = r->base + r->pos + 1;
		r->pos += (size_t)n;
	}
}

void
sent_run(struct sent *sent, struct source *in)
{
	struct run r = {.sent = sent, .in = in, .fresh = true,
	    .weights = sent->weights ? sent->weights : &score_weights};

	while (skip_blanks(&r)) {
		begin_sentence(&r);
		while (r.inside)
			advance(&r);
	}
}
