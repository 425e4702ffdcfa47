/* SPDX-License-Identifier: MIT */
#include "text/count/entry.h"

/*
 * A record is the word, NUL (no word has one), then either PIECE, the
 * piece's number with its highest byte first, the numbers, the trails; or
 * FORM, the spelling, NUL, the count.  So spellings follow their word's
 * pieces, and alike spellings each other.  Numbers are as in a trail.
 */
enum { PIECE = 1, FORM = 2, PIECE_BYTES = 4 };

static void
put_word(struct buf *b, struct str word, char tag)
{
	buf_put(b, word.s, word.n);
	buf_putc(b, '\0');
	buf_putc(b, tag);
}

void
entry_put(struct extsort *to, const struct entry *e, uint64_t pieces_before)
{
	const uint64_t numbers[] = {e->count, e->docs, e->first, e->last,
	    e->parts.n};
	struct buf b = {0};

	buf_room(&b, e->word.n + e->parts.n + e->places.n + 64);
	put_word(&b, e->word, PIECE);
	for (int i = PIECE_BYTES - 1; i >= 0; i--)
		buf_putc(&b, (char)(pieces_before >> 8 * i));
	for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++)
		varint_put(&b, numbers[i]);
	buf_put(&b, e->parts.s, e->parts.n);
	buf_put(&b, e->places.s, e->places.n);
	extsort_put(to, buf_str(&b));
	buf_free(&b);
}

void
entry_put_form(struct extsort *to, struct str word, struct str form,
    uint64_t count)
{
	struct buf b = {0};

	put_word(&b, word, FORM);
	buf_put(&b, form.s, form.n);
	buf_putc(&b, '\0');
	varint_put(&b, count);
	extsort_put(to, buf_str(&b));
	buf_free(&b);
}

/* The next record's text up to NUL, which is taken off with it. */
static struct str
take_text(struct str *r)
{
	const char *nul = memchr(r->s, '\0', r->n);
	struct str text = {r->s, (size_t)(nul - r->s)};

	*r = (struct str){nul + 1, r->n - text.n - 1};
	return text;
}

/* The document at hand with its count goes to the parts. */
static void
end_part(struct entries *es)
{
	if (es->times == 0)
		return;
	varint_put(&es->parts, es->doc - es->in_parts);
	varint_put(&es->parts, es->times);
	es->in_parts = es->doc;
	es->times = 0;
}

/* A piece's trails begin at 0; a document may go on from piece to piece. */
static void
add_parts(struct entries *es, struct str piece)
{
	uint64_t doc = 0, step, times;

	while (varint_take(&piece, &step) && varint_take(&piece, &times)) {
		doc += step;
		if (doc != es->doc)
			end_part(es);
		es->doc = doc;
		es->times += times;
	}
}

static void
add_places(struct entries *es, struct str piece)
{
	uint64_t place = 0, step;

	while (varint_take(&piece, &step)) {
		place += step;
		varint_put(&es->places, place - es->place);
		es->place = place;
	}
}

/* A piece, behind its tag. */
static void
add_piece(struct entries *es, struct entry *e, struct str r)
{
	uint64_t count, docs, first, last, parts;

	r = (struct str){r.s + PIECE_BYTES, r.n - PIECE_BYTES};
	varint_take(&r, &count);
	varint_take(&r, &docs);
	varint_take(&r, &first);
	varint_take(&r, &last);
	varint_take(&r, &parts);
	e->count += count;
	e->docs += docs;
	if (first > 0 && first == e->last)
		e->docs--;
	e->last = last;
	add_parts(es, (struct str){r.s, parts});
	add_places(es, (struct str){r.s + parts, r.n - parts});
}

struct best {
	uint64_t most, count; /* of the best yet, and of es->form */
};

static void
judge_form(struct entries *es, struct best *b)
{
	if (b->count > b->most) {
		es->shown.n = 0;
		buf_put(&es->shown, es->form.s, es->form.n);
		b->most = b->count;
	}
}

/* A spelling, behind its tag; of equals the first in order is kept. */
static void
add_form(struct entries *es, struct best *b, struct str r)
{
	struct str form = take_text(&r);
	uint64_t count;

	varint_take(&r, &count);
	if (!str_eq(form, buf_str(&es->form))) {
		judge_form(es, b);
		es->form.n = 0;
		buf_put(&es->form, form.s, form.n);
		b->count = 0;
	}
	b->count += count;
}

static bool
look_ahead(struct entries *es)
{
	if (!es->ahead)
		es->ahead = extsort_next(es->from, &es->record);
	return es->ahead;
}

bool
entry_next(struct entries *es, struct entry *e)
{
	struct best best = {0};

	if (!look_ahead(es))
		return false;
	*e = (struct entry){0};
	es->doc = es->times = es->in_parts = es->place = 0;
	es->word.n = es->shown.n = es->form.n = es->parts.n = es->places.n = 0;
	while (look_ahead(es)) {
		struct str r = es->record, word = take_text(&r);
		char tag = *r.s;

		if (es->word.n == 0)
			buf_put(&es->word, word.s, word.n);
		if (!str_eq(word, buf_str(&es->word)))
			break;
		r = (struct str){r.s + 1, r.n - 1};
		if (tag == PIECE)
			add_piece(es, e, r);
		else
			add_form(es, &best, r);
		es->ahead = false;
	}
	judge_form(es, &best);
	end_part(es);
	e->word = buf_str(&es->word);
	e->shown = buf_str(&es->shown);
	e->parts = buf_str(&es->parts);
	e->places = buf_str(&es->places);
	return true;
}

void
entries_free(struct entries *es)
{
	buf_free(&es->word);
	buf_free(&es->shown);
	buf_free(&es->form);
	buf_free(&es->parts);
	buf_free(&es->places);
}
