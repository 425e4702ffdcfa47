/* SPDX-License-Identifier: MIT */
#include "text/corpus/collocation.h"

#include <limits.h>

#include "base/complain.h"

struct collocation
collocation_open(const struct collocation_options *o)
{
	return (struct collocation){.options = o, .words = map_open(0),
	    .pairs = map_open(0)};
}

void
collocation_begin_document(struct collocation *c)
{
	c->document++;
}

/* ---- numbers of words and pairs ---- */

static struct company *
company_of(struct collocation *c, struct str word, uint32_t *number)
{
	struct map_slot *slot = map_at(&c->words, word);

	if (slot->count == 0) {
		if (c->companies.n == UINT32_MAX - 1)
			die("more than 4 billion different words");
		*vec_add(&c->companies) = (struct company){0};
		slot->count = c->companies.n;
	}
	*number = (uint32_t)slot->count;
	return &c->companies.at[slot->count - 1];
}

static struct pairing *
pairing_of(struct collocation *c, uint32_t first, uint32_t second)
{
	uint32_t key[2] = {first, second};
	struct map_slot *slot = map_at(&c->pairs,
	    (struct str){(const char *)key, sizeof key});

	if (slot->count == 0) {
		*vec_add(&c->pairings) = (struct pairing){0};
		slot->count = c->pairings.n;
	}
	return &c->pairings.at[slot->count - 1];
}

/* ---- counting ---- */

static void
number_line(struct collocation *c, const struct textline *l)
{
	c->line.n = 0;
	for (size_t i = 0; i < l->forms.n; i++)
		company_of(c, l->forms.at[i], vec_add(&c->line))->count++;
	c->tokens += l->forms.n;
}

static void
note(struct collocation *c, uint32_t number)
{
	struct company *w = &c->companies.at[number - 1];

	w->together++;
	w->documents += w->last != c->document;
	w->last = c->document;
	c->window++;
}

/* The words around those from `i` to `i + n`. */
static void
add_window(struct collocation *c, size_t i, size_t n)
{
	size_t left = (size_t)c->options->left, end = i + n +
	    (size_t)c->options->right;
	size_t from = i > left ? i - left : 0;

	for (size_t k = from; k < i; k++)
		note(c, c->line.at[k]);
	for (size_t k = i + n; k < end && k < c->line.n; k++)
		note(c, c->line.at[k]);
}

static void
add_nodes(struct collocation *c, const struct textline *l,
    struct patterns *patterns)
{
	struct pattern_words words = {l->forms.at, l->forms.n};

	for (size_t i = 0; i < words.n; i++) {
		size_t n = patterns_match(patterns, words, i);

		if (n == 0)
			continue;
		c->nodes++;
		add_window(c, i, n);
	}
}

static void
add_pairs(struct collocation *c)
{
	size_t span = (size_t)c->options->span;

	for (size_t i = 0; i < c->line.n; i++)
		for (size_t k = i + 1; k <= i + span && k < c->line.n; k++) {
			struct pairing *p = pairing_of(c, c->line.at[i],
			    c->line.at[k]);

			p->together++;
			p->documents += p->last != c->document;
			p->last = c->document;
		}
}

void
collocation_add(struct collocation *c, const struct textline *l,
    struct patterns *patterns)
{
	number_line(c, l);
	if (c->options->pairs)
		add_pairs(c);
	else
		add_nodes(c, l, patterns);
}

/* ---- adding tables of counts ---- */

static const char *const count_columns[] = {"word", "with", "count",
	"together", "documents", NULL};

/* The whole row fits, or nothing of it is added. */
static bool
add_word(struct collocation *c, struct company *w, uint64_t count,
    uint64_t together, uint64_t documents)
{
	struct company sum = *w;
	uint64_t tokens = c->tokens, window = c->window;

	if (!table_add(&sum.count, count) || !table_add(&sum.together, together) ||
	    !table_add(&sum.documents, documents) || !table_add(&tokens, count) ||
	    !table_add(&window, together))
		return false;
	*w = sum;
	c->tokens = tokens;
	c->window = window;
	return true;
}

static bool
add_pair(struct pairing *p, uint64_t together, uint64_t documents)
{
	struct pairing sum = *p;

	if (!table_add(&sum.together, together) || !table_add(&sum.documents, documents))
		return false;
	*p = sum;
	return true;
}

/* A row of a pair, or of a word in a node's windows, where it is not wanted. */
static bool
is_other_kind(const struct collocation *c, const struct table_reader *r,
    uint64_t together)
{
	return c->options->pairs ? r->cells[1].n == 0 && together > 0
	                         : r->cells[1].n > 0;
}

/* Counts of one row: a word, or a pair, whose own words have theirs. */
static bool
take_row(struct collocation *c, const struct table_reader *r, struct buf *b)
{
	uint64_t count, together, documents;
	uint32_t first, second;
	size_t n;

	b->n = 0;
	if (!table_parse_integer(r->cells[2], &count) ||
	    !table_parse_integer(r->cells[3], &together) ||
	    !table_parse_integer(r->cells[4], &documents) ||
	    documents > together || !table_unescape(b, r->cells[0]) ||
	    b->n == 0)
		return false;
	if (is_other_kind(c, r, together)) {
		if (c->other_kind == 0)
			c->other_kind = r->line;
		return false;
	}
	if (r->cells[1].n == 0)
		return together / (2 * COLLOCATION_SPAN) <= count && add_word(c,
		    company_of(c, buf_str(b), &first), count, together,
		    documents);
	n = b->n;
	if (count != 0 || !table_unescape(b, r->cells[1]))
		return false;
	company_of(c, (struct str){b->s, n}, &first);
	company_of(c, (struct str){b->s + n, b->n - n}, &second);
	return add_pair(pairing_of(c, first, second), together, documents);
}

void
collocation_merge(struct collocation *c, struct source *in,
    struct table_reader *r)
{
	struct buf word = {0};

	*r = (struct table_reader){.in = in, .needed = 31,
	    .wanted = count_columns, .header = TABLE_FIRST_LINE};
	c->other_kind = 0;
	while (table_next(r))
		if (!take_row(c, r, &word))
			table_bad(r);
	buf_free(&word);
}

void
collocation_free(struct collocation *c)
{
	map_free(&c->words);
	map_free(&c->pairs);
	vec_free(&c->companies);
	vec_free(&c->pairings);
	vec_free(&c->line);
}
