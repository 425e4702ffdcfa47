/* SPDX-License-Identifier: MIT */
#include "text/corpus/concordance.h"

#include <stdlib.h>

#include "base/vec.h"
#include "text/corpus/hit.h"

enum { CONTEXT_MOST = 64 * 1024 }; /* bytes of a context, at most */

/* Hits chosen at random, each as likely as any other (Vitter 1985, R). */
struct concordance_sample {
	struct buf *hits; /* as records of `sorted` */
	uint64_t n, state;
};

static const struct table_column columns[] = {
	{"document", TABLE_TEXT, 0}, {"line", TABLE_INTEGER, 0},
	{"offset", TABLE_INTEGER, 0}, {"left", TABLE_TEXT, 0},
	{"keyword", TABLE_TEXT, 0}, {"right", TABLE_TEXT, 0},
};

struct concordance
concordance_open(const struct concordance_options *o)
{
	struct concordance c = {.options = o};

	c.sorted = extsort_open(o->n_keys > 0 ? o->memory : 0);
	if (o->sample > 0) {
		c.sample = mem_alloc(1, sizeof *c.sample);
		c.sample->state = o->seed;
	}
	return c;
}

void
concordance_begin(struct concordance *c, struct sink *out)
{
	const struct concordance_options *o = c->options;

	if (c->out != NULL)
		return;
	c->out = out;
	c->table = (struct table){.out = out, .columns = columns, .n = 6,
	    .header = o->header, .format = o->format == CONCORDANCE_JSON
	    ? TABLE_JSON : TABLE_TSV};
	if (o->quiet)
		return;
	if (o->format == CONCORDANCE_TSV)
		table_head(&c->table);
	if (o->format == CONCORDANCE_HTML)
		hit_begin_page(o, out);
}

bool
concordance_is_full(const struct concordance *c)
{
	const struct concordance_options *o = c->options;

	return o->quiet ? c->hits > 0 : o->n_keys == 0 && o->sample == 0 &&
	    c->hits >= o->most;
}

/* ---- writing ---- */

static void
put_table_row(struct table *t, const struct hit *h)
{
	table_put_text(t, h->document);
	table_put_integer(t, h->line);
	table_put_integer(t, h->offset);
	table_put_text(t, h->left);
	table_put_text(t, h->keyword);
	table_put_text(t, h->right);
	table_end_row(t);
}

static void
put(struct concordance *c, const struct hit *h)
{
	if (c->written >= c->options->most)
		return;
	c->written++;
	switch (c->options->format) {
	case CONCORDANCE_PLAIN:
		hit_put_plain(c->options, c->out, h);
		break;
	case CONCORDANCE_HTML:
		hit_put_row(c->out, h);
		break;
	default:
		put_table_row(&c->table, h);
	}
}

/* ---- hits that wait, as records ---- */

/*
 * A record: the key, the hit's number (big-endian, so that hits of one key
 * keep their order), the hit, and the length of the key.
 */
static void
put_number(struct buf *b, uint64_t n)
{
	for (int shift = 56; shift >= 0; shift -= 8)
		buf_putc(b, (char)(n >> shift));
}

static uint64_t
take_number(const char **at)
{
	uint64_t n = 0;

	for (int i = 0; i < 8; i++)
		n = n << 8 | (unsigned char)*(*at)++;
	return n;
}

static void
put_text(struct buf *b, struct str s)
{
	put_number(b, s.n);
	buf_put(b, s.s, s.n);
}

static struct str
take_text(const char **at)
{
	struct str s;

	s.n = take_number(at);
	s.s = *at;
	*at += s.n;
	return s;
}

static void
put_hit(struct buf *b, const struct hit *h, uint64_t number)
{
	uint64_t key = b->n;

	put_number(b, number);
	put_number(b, h->line);
	put_number(b, h->offset);
	put_text(b, h->document);
	put_text(b, h->left);
	put_text(b, h->keyword);
	put_text(b, h->right);
	put_number(b, key);
}

static struct hit
take_hit(struct str record)
{
	const char *at = record.s + record.n - 8;
	struct hit h;

	at = record.s + take_number(&at);
	take_number(&at);
	h.line = take_number(&at);
	h.offset = take_number(&at);
	h.document = take_text(&at);
	h.left = take_text(&at);
	h.keyword = take_text(&at);
	h.right = take_text(&at);
	return h;
}

/* ---- sorting ---- */

/* The form of the word `place` left or right of the hit; NUL ends it. */
static void
put_key(const struct concordance_sort *s, struct buf *key,
    struct str document, const struct textline *l, size_t i, size_t n)
{
	size_t from = i, to = i + n;

	if (s->by == KEY_DOCUMENT) {
		buf_put(key, document.s, document.n);
		buf_putc(key, '\0');
		return;
	}
	if (s->by == KEY_LEFT) {
		to = (size_t)s->place <= i ? i - (size_t)s->place + 1 : 0;
		from = to > 0 ? to - 1 : 0;
	} else if (s->by == KEY_RIGHT) {
		from = i + n + (size_t)s->place - 1;
		to = from + 1;
	}
	for (; from < to && from < l->forms.n; from++) {
		buf_put(key, l->forms.at[from].s, l->forms.at[from].n);
		buf_putc(key, '\0');
	}
	buf_putc(key, '\0');
}

/* The next number of a sequence that a seed fixes (SplitMix64). */
static uint64_t
draw(uint64_t *state)
{
	uint64_t z = *state += 0x9E3779B97F4A7C15;

	z = (z ^ z >> 30) * 0xBF58476D1CE4E5B9;
	z = (z ^ z >> 27) * 0x94D049BB133111EB;
	return z ^ z >> 31;
}

static void
sample(struct concordance *c, struct str record)
{
	struct concordance_sample *s = c->sample;
	uint64_t at = s->n;

	if (s->n == c->options->sample) {
		at = draw(&s->state) % c->hits;
		if (at >= s->n)
			return;
		s->hits[at].n = 0;
	} else {
		s->hits = mem_resize(s->hits, s->n + 1, sizeof *s->hits);
		s->hits[s->n++] = (struct buf){0};
	}
	buf_put(&s->hits[at], record.s, record.n);
}

static void
keep(struct concordance *c, const struct hit *h, const struct textline *l,
    size_t i, size_t n)
{
	const struct concordance_options *o = c->options;
	struct buf *b = &c->record;

	b->n = 0;
	for (int k = 0; k < o->n_keys; k++)
		put_key(&o->keys[k], b, h->document, l, i, n);
	put_hit(b, h, c->hits);
	if (c->sample != NULL)
		sample(c, buf_str(b));
	else
		extsort_put(&c->sorted, buf_str(b));
}

/* ---- contexts ---- */

/* Where a character begins, at most three bytes before `at`. */
static size_t
character_before(const struct textline *l, size_t at)
{
	for (int i = 0; i < 3 && at > 0 &&
	    ((unsigned char)l->text.s[at] & 0xC0) == 0x80; i++)
		at--;
	return at;
}

/* From the start of one word to the end of another; in bytes of the line. */
static struct str
span(const struct textline *l, size_t from, size_t to)
{
	return (struct str){l->text.s + from, to - from};
}

static struct str
left_context(const struct concordance_options *o, const struct textline *l,
    size_t i)
{
	size_t to = l->words.at[i].at, from = 0;

	if (o->words > 0 && i > (size_t)o->words)
		from = l->words.at[i - (size_t)o->words].at;
	if (to - from > CONTEXT_MOST)
		from = character_before(l, to - CONTEXT_MOST);
	return span(l, from, to);
}

static struct str
right_context(const struct concordance_options *o, const struct textline *l,
    size_t last)
{
	const struct textword *w = l->words.at;
	size_t from = w[last].at + w[last].n, to = l->text.n;

	if (o->words > 0 && last + (size_t)o->words < l->words.n - 1)
		to = w[last + (size_t)o->words].at +
		    w[last + (size_t)o->words].n;
	if (to - from > CONTEXT_MOST)
		to = character_before(l, from + CONTEXT_MOST);
	return span(l, from, to);
}

void
concordance_add(struct concordance *c, struct str document,
    const struct textline *l, size_t i, size_t n)
{
	const struct concordance_options *o = c->options;
	const struct textword *first = &l->words.at[i];
	const struct textword *last = &l->words.at[i + n - 1];
	struct hit h = {.document = document, .line = l->number,
	    .offset = l->offset + first->at};

	c->hits++;
	if (o->quiet)
		return;
	h.left = left_context(o, l, i);
	h.keyword = span(l, first->at, last->at + last->n);
	h.right = right_context(o, l, i + n - 1);
	if (o->format != CONCORDANCE_PLAIN) {
		h.left = hit_trim(h.left);
		h.right = hit_trim(h.right);
	} else if (!o->whole) {
		hit_fit_plain(o, &h);
	}
	if (o->n_keys > 0 || o->sample > 0)
		keep(c, &h, l, i, n);
	else
		put(c, &h);
}

/* ---- the end ---- */

/* The number of a record, behind its key. */
static uint64_t
number_of(const struct buf *record)
{
	const char *at = record->s + record->n - 8;

	at = record->s + take_number(&at);
	return take_number(&at);
}

static int
by_number(const void *a, const void *b)
{
	uint64_t x = number_of(a), y = number_of(b);

	return (x > y) - (x < y);
}

/* The sample in text order, or among what is sorted. */
static void
end_sample(struct concordance *c)
{
	struct concordance_sample *s = c->sample;

	if (s->n > 0)
		qsort(s->hits, s->n, sizeof *s->hits, by_number);
	for (uint64_t i = 0; i < s->n; i++) {
		struct hit h = take_hit(buf_str(&s->hits[i]));

		if (c->options->n_keys > 0)
			extsort_put(&c->sorted, buf_str(&s->hits[i]));
		else
			put(c, &h);
		buf_free(&s->hits[i]);
	}
}

void
concordance_end(struct concordance *c)
{
	struct str record;

	if (c->options->quiet || c->out == NULL)
		return;
	if (c->sample != NULL)
		end_sample(c);
	if (c->options->n_keys > 0)
		while (c->written < c->options->most &&
		    extsort_next(&c->sorted, &record)) {
			struct hit h = take_hit(record);

			put(c, &h);
		}
	if (c->options->format == CONCORDANCE_HTML)
		hit_end_page(c->out, c->written);
}

void
concordance_free(struct concordance *c)
{
	if (c->sample != NULL)
		free(c->sample->hits);
	free(c->sample);
	extsort_free(&c->sorted);
	buf_free(&c->record);
}
