/* SPDX-License-Identifier: MIT */
#include "text/sentences/sentlines.h"

#include <inttypes.h>
#include <stdio.h>

#include "text/unicode/charclass.h"
#include "text/unicode/utf.h"

enum { HELD = 4096 }; /* bytes that `letters` holds back, at most */

/*
 * Writes what `sent` finds.  A sentence is open until it is known that
 * nothing joins it; what might is held.
 */
struct writer {
	struct sent sent; /* first: the callbacks are given this */
	const struct sentlines *options;
	struct sink *out;
	uint64_t read;    /* bytes of input so far */
	uint64_t begin, end; /* of the open sentence */
	uint64_t first;   /* where the sentence at hand began */
	bool open;        /* a sentence is written but not ended */
	bool inside;      /* between a sentence's first byte and its end */
	bool space;       /* a line ended inside; not yet written */
	bool parted;      /* a paragraph ended since the last sentence */
	bool any;         /* a sentence was ended */
	bool holding;     /* the sentence at hand goes to `held` */
	bool line_ended;  /* the blanks since then have a line's end */
	long letters;     /* in `held` */
	struct buf gap, held; /* blanks behind the open one; what may join */
	struct buf text;  /* the open sentence, for --offsets */
};

static void
put(struct writer *w, struct str t)
{
	if (w->options->offsets)
		buf_put(&w->text, t.s, t.n);
	else
		sink_put(w->out, t.s, t.n);
}

/* The open sentence is over. */
static void
end_line(struct writer *w)
{
	const struct sentlines *o = w->options;
	char numbers[64];

	w->out->offsets = o->offsets;
	if (o->offsets && w->out->pieces == NULL) {
		snprintf(numbers, sizeof numbers, "%" PRIu64 "\t%" PRIu64 "\t",
		    w->begin, w->end - w->begin);
		sink_puts(w->out, numbers);
	}
	if (o->offsets) {
		sink_put(w->out, w->text.s, w->text.n);
		w->text.n = 0;
	}
	if (sink_cut(w->out, w->begin, w->end - w->begin))
		; /* the list's writer parts them */
	else if (o->null)
		sink_putc(w->out, '\0');
	else if (!o->keep || !w->line_ended)
		sink_putc(w->out, '\n');
	w->open = false;
	w->any = true;
	w->gap.n = 0;
}

static void
open_line(struct writer *w)
{
	const struct sentlines *o = w->options;

	if (w->parted && w->any && o->paragraphs && !o->keep &&
	    w->out->pieces == NULL)
		sink_putc(w->out, o->null ? '\0' : '\n');
	w->parted = w->line_ended = false;
	w->open = true;
	w->begin = w->first;
}

/* What is held joins the open sentence, or is one of its own. */
static void
release(struct writer *w, bool joins)
{
	if (joins) {
		put(w, buf_str(&w->gap));
	} else {
		end_line(w);
		open_line(w);
	}
	put(w, buf_str(&w->held));
	w->gap.n = w->held.n = 0;
	w->holding = false;
}

static void
begin(struct writer *w)
{
	w->inside = true;
	w->space = false;
	w->first = w->read;
	w->letters = 0;
	w->holding = w->open && w->options->letters > 0 && !w->parted &&
	    w->gap.n <= HELD;
	if (w->holding)
		return;
	if (w->open)
		end_line(w);
	open_line(w);
}

static long
count_letters(struct str t)
{
	const char *s = t.s, *end = t.s + t.n;
	long n = 0;

	while (s < end) {
		uint32_t c;

		s += utf_step(s, end, &c);
		n += c == UTF_BAD || c == 0 || (charclass_of(c) & CHARCLASS_LETTER);
	}
	return n;
}

static void
text(struct writer *w, struct str t)
{
	if (!w->holding) {
		put(w, t);
		return;
	}
	buf_put(&w->held, t.s, t.n);
	w->letters += count_letters(t);
	if (w->letters >= w->options->letters || w->held.n > HELD)
		release(w, false);
}

static void
blank(struct writer *w, struct str t)
{
	if (memchr(t.s, '\n', t.n) != NULL)
		w->line_ended = true;
	if (w->options->keep)
		put(w, t);
	else if (w->open && w->options->letters > 0 && w->gap.n <= HELD)
		buf_put(&w->gap, t.s, t.n);
}

static void
end_sentence(struct writer *w)
{
	w->inside = false;
	if (w->holding)
		release(w, true);
	w->end = w->read;
	if (w->options->letters == 0 && !w->options->keep)
		end_line(w);
}

static void
piece(struct sent *s, enum sent_piece what, struct str t)
{
	struct writer *w = (struct writer *)s;

	switch (what) {
	case SENT_TEXT:
		if (!w->inside)
			begin(w);
		if (w->space)
			text(w, STR(" "));
		w->space = false;
		text(w, t);
		break;
	case SENT_WRAP: case SENT_GLUE:
		if (w->options->keep)
			text(w, t);
		else
			w->space = what == SENT_WRAP;
		break;
	case SENT_BLANK:
		blank(w, t);
		break;
	case SENT_END:
		end_sentence(w);
		break;
	case SENT_PARAGRAPH:
		w->parted = true;
		break;
	}
	w->read += t.n;
}

void
sentlines_put(struct sink *out, struct source *in, const struct sentlines *o)
{
	struct writer w = {
		.sent = {.piece = piece, .judge = o->judge, .abbr = &o->abbr,
		    .wrapped = o->wrapped, .whole = o->whole},
		.options = o, .out = out,
	};

	sent_run(&w.sent, in);
	if (w.open)
		end_line(&w);
	buf_free(&w.gap);
	buf_free(&w.held);
	buf_free(&w.text);
}
