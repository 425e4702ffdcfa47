/* SPDX-License-Identifier: MIT */
#include "text/copies/copyparts.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/ascii.h"
#include "base/complain.h"
#include "base/load.h"
#include "notation/table.h"

enum {
	KEY = 16, CHECK = 2 * SIGNATURE_CHECK, NUMBER = 12, /* digits */
	LINE_MOST = 1024 * 1024,
	MEMORY = 256 * 1024 * 1024 /* to sort in */
};

/* A document of a band. */
struct member {
	struct buf place, name;
	unsigned char check[SIGNATURE_CHECK];
};

struct copyparts_band {
	char key[KEY];
	struct member members[COPYINDEX_MOST];
	int n;
};

struct copyparts
copyparts_open(const struct copyfinder_options *o, const char *order,
    bool sorts)
{
	return (struct copyparts){.options = o, .order = order,
	    .bands = signature_bands(o->least),
	    .lines = extsort_open(sorts ? MEMORY : 0),
	    .band = mem_alloc(1, sizeof(struct copyparts_band))};
}

void
copyparts_free(struct copyparts *p)
{
	for (int i = 0; i < COPYINDEX_MOST; i++) {
		buf_free(&p->band->members[i].place);
		buf_free(&p->band->members[i].name);
	}
	free(p->band);
	extsort_free(&p->lines);
	buf_free(&p->line);
	buf_free(&p->before);
}

/* ---- map ---- */

/* What would end a cell or a line is a question mark. */
static void
put_name(struct buf *b, struct str name)
{
	for (size_t i = 0; i < name.n; i++)
		buf_putc(b, (unsigned char)name.s[i] < ' ' ? '?' : name.s[i]);
}

static void
put_hex(struct buf *b, const unsigned char *s, size_t n)
{
	static const char digits[] = "0123456789abcdef";

	for (size_t i = 0; i < n; i++) {
		buf_putc(b, digits[s[i] >> 4]);
		buf_putc(b, digits[s[i] & 15]);
	}
}

void
copyparts_sign(struct copyparts *p, struct source *in, uint64_t number,
    struct str name)
{
	struct signature s;
	char head[KEY + 1], place[NUMBER + 16];

	signature_of(&s, in, p->options->words, p->bands);
	if (s.words == 0)
		return;
	snprintf(place, sizeof place, ":%0*" PRIu64 "\t", NUMBER, number);
	for (int band = 0; band < p->bands.bands; band++) {
		p->line.n = 0;
		snprintf(head, sizeof head, "%016" PRIx64, s.keys[band]);
		buf_puts(&p->line, head);
		buf_putc(&p->line, '\t');
		put_name(&p->line, str_of(p->order));
		buf_puts(&p->line, place);
		put_name(&p->line, name);
		buf_putc(&p->line, '\t');
		put_hex(&p->line, s.check, sizeof s.check);
		extsort_put(&p->lines, buf_str(&p->line));
	}
}

void
copyparts_put_signatures(struct copyparts *p, struct sink *out)
{
	struct str line;

	while (extsort_next(&p->lines, &line)) {
		sink_put(out, line.s, line.n);
		sink_putc(out, '\n');
	}
}

/* ---- reduce ---- */

/* The next cell of a line; what is left stays in `line`. */
static struct str
cell(struct str *line)
{
	const char *tab = line->n > 0 ? memchr(line->s, '\t', line->n) : NULL;
	size_t n = tab != NULL ? (size_t)(tab - line->s) : line->n;
	struct str c = {line->s, n};

	n += tab != NULL;
	*line = (struct str){line->s + n, line->n - n};
	return c;
}

static bool
is_hex(struct str s, size_t n)
{
	for (size_t i = 0; i < s.n; i++)
		if (ascii_hex((unsigned char)s.s[i]) < 0)
			return false;
	return s.n == n;
}

static bool
is_sorted(struct copyparts *p, struct str line)
{
	size_t n = p->before.n < line.n ? p->before.n : line.n;
	int order = n > 0 ? memcmp(p->before.s, line.s, n) : 0;
	bool good = order < 0 || (order == 0 && p->before.n <= line.n);

	p->before.n = 0;
	buf_put(&p->before, line.s, line.n);
	return good;
}

/* A copy, for the order of its place and then of the first's. */
static void
put_copy(struct copyparts *p, const struct member *first, struct str place,
    struct str name, double similarity)
{
	struct buf *b = &p->line;
	char number[24];

	b->n = 0;
	buf_put(b, place.s, place.n);
	buf_putc(b, '\t');
	buf_put(b, first->place.s, first->place.n);
	buf_putc(b, '\t');
	buf_put(b, name.s, name.n);
	buf_putc(b, '\t');
	buf_put(b, first->name.s, first->name.n);
	snprintf(number, sizeof number, "\t%.3f", similarity);
	buf_puts(b, number);
	extsort_put(&p->lines, buf_str(b));
}

static void
add_member(struct copyparts_band *band, struct str place, struct str name,
    const unsigned char check[SIGNATURE_CHECK])
{
	struct member *m = &band->members[band->n++];

	m->place.n = m->name.n = 0;
	buf_put(&m->place, place.s, place.n);
	buf_put(&m->name, name.s, name.n);
	memcpy(m->check, check, SIGNATURE_CHECK);
}

/* Compare it with those of its band, the earliest first, and join them. */
static void
see(struct copyparts *p, struct str key, struct str place, struct str name,
    const unsigned char check[SIGNATURE_CHECK])
{
	struct copyparts_band *band = p->band;

	if (band->n == 0 || memcmp(band->key, key.s, KEY) != 0) {
		memcpy(band->key, key.s, KEY);
		band->n = 0;
	}
	for (int i = 0; i < band->n; i++) {
		double similarity = signature_similarity(check,
		    band->members[i].check);

		if (similarity < p->options->least)
			continue;
		put_copy(p, &band->members[i], place, name, similarity);
		break;
	}
	if (band->n < COPYINDEX_MOST)
		add_member(band, place, name, check);
}

static bool
take_line(struct copyparts *p, struct str line)
{
	struct str whole = line, key = cell(&line), place = cell(&line);
	struct str name = cell(&line), hex = cell(&line);
	unsigned char check[SIGNATURE_CHECK];

	if (!is_hex(key, KEY) || place.n == 0 || !is_hex(hex, CHECK) ||
	    line.n > 0 || !is_sorted(p, whole))
		return false;
	for (int i = 0; i < SIGNATURE_CHECK; i++)
		check[i] = (unsigned char)(
		    ascii_hex((unsigned char)hex.s[2 * i]) << 4 |
		    ascii_hex((unsigned char)hex.s[2 * i + 1]));
	see(p, key, place, name, check);
	return true;
}

uint64_t
copyparts_group(struct copyparts *p, struct source *in)
{
	struct str line;

	while (source_line(in, LINE_MOST, &line)) {
		p->number++;
		if (line.n > LINE_MOST || !take_line(p, line))
			return p->number;
		in->at += line.n + (line.s + line.n < in->end);
	}
	return 0;
}

/* Of the pairs of a copy, the one with the earliest first. */
void
copyparts_put_groups(struct copyparts *p, struct sink *out)
{
	struct str line;

	p->before.n = 0;
	while (extsort_next(&p->lines, &line)) {
		struct str place = cell(&line);

		if (str_eq(place, buf_str(&p->before)))
			continue;
		p->before.n = 0;
		buf_put(&p->before, place.s, place.n);
		cell(&line); /* the first's place */
		sink_put(out, place.s, place.n);
		sink_putc(out, '\t');
		sink_put(out, line.s, line.n);
		sink_putc(out, '\n');
	}
}

/* ---- the copies of a part ---- */

struct reading {
	struct copydrops *drops;
	const char *file;
	struct str order;
	uint64_t line;
};

static char *
string_of(struct str s)
{
	char *c = mem_alloc(s.n + 1, 1);

	memcpy(c, s.s, s.n);
	return c;
}

static void
take_drop(void *ctx, struct str line)
{
	struct reading *r = ctx;
	struct str place = cell(&line), first, number, similarity;
	struct copydrop drop;

	r->line++;
	if (place.n <= NUMBER)
		die("%s: line %" PRIu64 ": not written by neardup --groups",
		    r->file, r->line);
	number = (struct str){place.s + place.n - NUMBER, NUMBER};
	place.n -= NUMBER + 1;
	cell(&line);
	first = cell(&line);
	similarity = cell(&line);
	if (!table_parse_integer(number, &drop.number) ||
	    !table_parse_number(similarity, &drop.similarity))
		die("%s: line %" PRIu64 ": not written by neardup --groups",
		    r->file, r->line);
	if (!str_eq(place, r->order))
		return;
	drop.first = string_of(first);
	*vec_add(&r->drops->list) = drop;
}

void
copydrops_read(struct copydrops *d, const char *file, const char *order)
{
	struct buf lines = {0};
	struct reading r = {d, file, str_of(order), 0};

	load_file(&lines, file);
	load_lines(buf_str(&lines), take_drop, &r);
	buf_free(&lines);
}

const struct copydrop *
copydrops_find(const struct copydrops *d, uint64_t number)
{
	size_t low = 0, high = d->list.n;

	while (low < high) {
		size_t middle = (low + high) / 2;

		if (d->list.at[middle].number < number)
			low = middle + 1;
		else
			high = middle;
	}
	return low < d->list.n && d->list.at[low].number == number
	    ? &d->list.at[low] : NULL;
}

void
copydrops_free(struct copydrops *d)
{
	for (size_t i = 0; i < d->list.n; i++)
		free(d->list.at[i].first);
	vec_free(&d->list);
}
