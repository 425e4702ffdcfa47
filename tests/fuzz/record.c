/* SPDX-License-Identifier: MIT */
/*
 * Any bytes as records through a filter that changes nothing: a line out for
 * each that is good, JSON again, every byte outside the field as it was; a
 * bad one costs no other; and the same however the bytes are cut.  A list of
 * pieces and exploded records are JSON, too.
 */
#include "fuzz.h"

#include "notation/json.h"
#include "program/record.h"

static const char good[] = "\n{\"text\":\"last\"}\n";
static struct record_options options;

/* What came; a piece ends with each letter "a". */
static void
copy(struct document *d, void *ctx)
{
	struct str t = source_rest(d->in);

	(void)ctx;
	holds(utf_valid(t));
	for (size_t i = 0; i < t.n; i++) {
		sink_putc(d->out, t.s[i]);
		if (t.s[i] == 'a')
			sink_cut(d->out, i, 1);
	}
	sink_cut(d->out, t.n, 0);
}

static void
run(struct source *in, struct buf *out)
{
	struct sink k = {.buf = *out};
	uint64_t count = 0;

	record_each(in, "fuzz", &k, copy, NULL, &options, &count);
	*out = k.buf;
}

static struct str
next_line(struct str *rest)
{
	const char *end = rest->n ? memchr(rest->s, '\n', rest->n) : NULL;
	struct str line = {rest->s, end ? (size_t)(end - rest->s) : rest->n};
	size_t taken = line.n + (end != NULL);

	*rest = (struct str){rest->s + taken, rest->n - taken};
	return line;
}

static bool
is_blank(struct str line)
{
	while (line.n > 0 && (line.s[0] == ' ' || line.s[0] == '\t' ||
	    line.s[0] == '\r'))
		line.s++, line.n--;
	return line.n == 0;
}

/* Line by line: a good record out is the one in, but for the field. */
static void
compare(struct str in, struct str out)
{
	struct str field = STR("text"), a, b;

	if (in.n >= 3 && memcmp(in.s, "\xEF\xBB\xBF", 3) == 0)
		in = (struct str){in.s + 3, in.n - 3}; /* no part of a record */
	while (in.n > 0) {
		struct str from = next_line(&in), to;
		size_t before;

		if (from.n > options.most || (!is_blank(from) &&
		    (json_find(from, field, &a) != NULL || *a.s != '"')))
			continue;
		holds(out.n > 0);
		to = next_line(&out);
		if (is_blank(from)) {
			holds(str_eq(from, to));
			continue;
		}
		holds(json_find(to, field, &b) == NULL);
		before = (size_t)(a.s - from.s);
		holds(before == (size_t)(b.s - to.s));
		holds(memcmp(from.s, to.s, before) == 0);
		holds(from.n - before - a.n == to.n - before - b.n);
		holds(memcmp(a.s + a.n, b.s + b.n,
		    from.n - before - a.n) == 0);
	}
	holds(out.n == 0);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	struct buf in = {0}, out = {0};
	struct str rest;

	options = (struct record_options){
	    .result = n % 2 ? RESULT_TEXT : RESULT_PIECES, .field = STR("text"), .rejects = -1,
	    .explode = n % 4 == 2 ? "n" : NULL, .most = n % 5 == 0 ? 64 : 1 << 20};
	buf_put(&in, (const char *)data, n);
	buf_puts(&in, good);
	same_in_pieces(buf_str(&in), n % 17 + 1, &out, run);
	if (options.result == RESULT_TEXT)
		compare(buf_str(&in), buf_str(&out));
	for (rest = buf_str(&out); rest.n > 0;) {
		struct str line = next_line(&rest);

		holds(is_blank(line) || json_check(line) == NULL);
		holds(rest.n > 0 || memcmp(line.s, good + 1, 8) == 0);
	}
	buf_free(&in);
	buf_free(&out);
	return 0;
}
