/* SPDX-License-Identifier: MIT */
#include "base/record.h"

#include <errno.h>
#include <stdio.h>
#include <unistd.h>

#include "base/json.h"
#include "base/progress.h"

struct record {
	const struct record_options *options;
	struct sink *out;
	io_filter *filter;
	void *ctx;
	struct buf text, value, cuts; /* the field's; its filtered text's */
	struct sink result;
};

static void
write_all(int fd, const char *s, size_t n)
{
	while (n > 0) {
		ssize_t wrote = write(fd, s, n);

		if (wrote < 0 && errno != EINTR)
			die("the file for rejects:");
		if (wrote > 0) {
			s += wrote;
			n -= (size_t)wrote;
		}
	}
}

/* Pass the line at `in`, to its end; `to` takes it, -1: nobody. */
static void
pass_line(struct source *in, int to)
{
	while (in->at < in->end || source_more(in)) {
		const char *end = memchr(in->at, '\n',
		    (size_t)(in->end - in->at));
		const char *upto = end != NULL ? end : in->end;

		if (to >= 0)
			write_all(to, in->at, (size_t)(upto - in->at));
		in->at = upto;
		if (end != NULL) {
			in->at++;
			break;
		}
	}
	if (to >= 0)
		write_all(to, "\n", 1);
}

static struct str
piece(const struct record *r, size_t i)
{
	size_t from = 0, to;

	if (i > 0)
		memcpy(&from, r->cuts.s + (i - 1) * sizeof from, sizeof from);
	memcpy(&to, r->cuts.s + i * sizeof to, sizeof to);
	return (struct str){r->result.buf.s + from, to - from};
}

static void
put_value(struct record *r, struct str text)
{
	r->value.n = 0;
	json_put(&r->value, text);
	sink_put(r->out, r->value.s, r->value.n);
}

/* The line with the filter's result where `token` was. */
static void
put_record(struct record *r, struct str line, struct str token)
{
	const char *after = token.s + token.n, *end = line.s + line.n;
	size_t pieces = r->cuts.n / sizeof(size_t);

	sink_put(r->out, line.s, (size_t)(token.s - line.s));
	if (app_self()->result == APP_PIECES) {
		sink_putc(r->out, '[');
		for (size_t i = 0; i < pieces; i++) {
			if (i > 0)
				sink_putc(r->out, ',');
			put_value(r, piece(r, i));
		}
		sink_putc(r->out, ']');
	} else {
		put_value(r, buf_str(&r->result.buf));
	}
	sink_put(r->out, after, (size_t)(end - after));
	sink_putc(r->out, '\n');
}

/* A line a piece; its number goes before the brace that ends the record. */
static void
put_exploded(struct record *r, struct str line, struct str token)
{
	const char *after = token.s + token.n, *end = line.s + line.n;
	const char *brace = end;
	size_t pieces = r->cuts.n / sizeof(size_t);
	char number[32];

	while (*--brace != '}')
		continue;
	for (size_t i = 0; i < pieces; i++) {
		snprintf(number, sizeof number, ",\"n\":%zu", i);
		sink_put(r->out, line.s, (size_t)(token.s - line.s));
		put_value(r, piece(r, i));
		sink_put(r->out, after, (size_t)(brace - after));
		sink_puts(r->out, number);
		sink_put(r->out, brace, (size_t)(end - brace));
		sink_putc(r->out, '\n');
	}
}

static void
filter_record(struct record *r, struct str line, struct str token)
{
	struct source in;

	r->text.n = r->cuts.n = r->result.buf.n = 0;
	json_unescape(&r->text, token);
	in = source_over(buf_str(&r->text));
	in.utf8 = true;
	r->filter(&in, &r->result, r->ctx);
	if (app_self()->result == APP_TABLE)
		return;
	if (r->options->explode)
		put_exploded(r, line, token);
	else
		put_record(r, line, token);
}

static bool
is_blank(struct str line)
{
	for (size_t i = 0; i < line.n; i++)
		if (strchr(" \t\r", line.s[i]) == NULL || line.s[i] == '\0')
			return false;
	return true;
}

/* Use the record on the line, or say why it is of no use. */
static const char *
use(struct record *r, struct str line)
{
	struct str token;
	const char *why;

	if (line.n > r->options->most)
		return "larger than --max-record";
	if (is_blank(line)) {
		if (app_self()->result != APP_TABLE) {
			sink_put(r->out, line.s, line.n);
			sink_putc(r->out, '\n');
		}
		return NULL;
	}
	if ((why = json_find(line, r->options->field, &token)) == NULL)
		filter_record(r, line, token);
	return why;
}

enum verdict
record_each(struct source *in, struct sink *out, io_filter *filter, void *ctx,
    const struct record_options *options, unsigned long *count)
{
	struct record r = {.options = options, .out = out, .filter = filter,
	    .ctx = ctx};
	enum verdict verdict = DONE;
	struct str line;

	if (app_self()->result == APP_PIECES)
		r.result.cuts = &r.cuts;
	while (source_line(in, options->most, &line)) {
		const char *why = use(&r, line);

		++*count;
		progress_record();
		if (why != NULL && options->rejects < 0) {
			app_warn("record %lu: %s", *count, why);
			verdict = PARTIAL;
		}
		pass_line(in, why != NULL ? options->rejects : -1);
	}
	buf_free(&r.text);
	buf_free(&r.value);
	buf_free(&r.cuts);
	buf_free(&r.result.buf);
	return verdict;
}

/* ---- records of one's own ---- */

static struct buf scratch; /* for all of them: they are written in one place */

static void
put_name(struct sink *out, char before, const char *name)
{
	sink_putc(out, before);
	sink_putc(out, '"');
	sink_puts(out, name);
	sink_puts(out, "\":");
}

void
record_member(struct sink *out, bool first, const char *name, struct str value)
{
	put_name(out, first ? '{' : ',', name);
	scratch.n = 0;
	if (value.n > 0)
		json_put(&scratch, value);
	else
		buf_puts(&scratch, "null");
	sink_put(out, scratch.s, scratch.n);
}

void
record_text(struct sink *out, const char *name)
{
	put_name(out, ',', name);
	sink_putc(out, '"');
}

void
record_piece(struct sink *out, struct str piece)
{
	scratch.n = 0;
	json_escape(&scratch, piece);
	sink_put(out, scratch.s, scratch.n);
}

void
record_end(struct sink *out)
{
	sink_puts(out, "\"}\n");
}
