/* SPDX-License-Identifier: MIT */
#include "program/record.h"


#include "base/fds.h"
#include "base/vec.h"
#include "notation/json.h"
#include "program/progress.h"
#include "program/stats.h"

struct reader {
	const struct record_options *options;
	struct sink *out;
	record_filter *filter;
	void *ctx;
	VEC(struct json_member) line_members; /* of the record at hand */
	struct buf text, pieces;  /* the field's text; its struct sink_piece */
	struct sink result;       /* the filtered text */
	struct object members;    /* that the filter added */
	struct object extra;      /* that come of the result */
};

static void
write_reject(int fd, const char *s, size_t n)
{
	if (!fds_write(fd, s, n))
		die("a file of records that are left out:");
}

void
record_reject(int rejects, struct str line)
{
	write_reject(rejects, line.s, line.n);
	write_reject(rejects, "\n", 1);
}

static void
take_piece(void *ctx, struct str piece)
{
	write_reject(*(const int *)ctx, piece.s, piece.n);
}

/* Pass the line at `in`, to its end; `to` takes it, -1: nobody. */
static void
pass_line(struct source *in, int to)
{
	source_pass_line(in, to >= 0 ? take_piece : NULL, &to);
	if (to >= 0)
		write_reject(to, "\n", 1);
}

/* ---- writing the record again ---- */

/* The new value of the member whose name token is `name`; .s NULL: none. */
static struct str
new_value(const struct reader *r, struct str name)
{
	const struct object *const from[] = {&r->members, &r->extra};
	struct buf plain = {0};
	struct str value = {0};

	json_unescape(&plain, name);
	for (int k = 0; k < 2 && value.s == NULL; k++)
		for (size_t i = 0; i < object_count(from[k]); i++)
			if (json_name_is(object_name(from[k], i),
			    buf_str(&plain))) {
				value = object_value(from[k], i);
				break;
			}
	buf_free(&plain);
	return value;
}

/*
 * Whether the record has the i-th member of `o` already: in the line, or, if
 * `o` is what the result adds, among those of the filter.
 */
static bool
is_there(const struct reader *r, const struct object *o, size_t i)
{
	struct buf plain = {0};
	bool found = false;

	json_unescape(&plain, object_name(o, i));
	for (size_t k = 0; k < r->line_members.n && !found; k++)
		found = json_name_is(r->line_members.at[k].name,
		    buf_str(&plain));
	for (size_t k = 0; o == &r->extra && !found &&
	    k < object_count(&r->members); k++)
		found = json_name_is(object_name(&r->members, k),
		    buf_str(&plain));
	buf_free(&plain);
	return found;
}

static void
put(struct sink *out, struct str s)
{
	sink_put(out, s.s, s.n);
}

/* The members of `o` that the line lacks. */
static void
put_added(const struct reader *r, const struct object *o, bool *first)
{
	for (size_t i = 0; i < object_count(o); i++) {
		if (is_there(r, o, i))
			continue;
		if (!*first)
			sink_putc(r->out, ',');
		*first = false;
		put(r->out, object_name(o, i));
		sink_putc(r->out, ':');
		put(r->out, object_value(o, i));
	}
}

/* The line with what is new in its place, or before the last brace. */
static void
put_record(struct reader *r, struct str line)
{
	const char *at = line.s, *end = line.s + line.n, *brace = end;
	bool first = r->line_members.n == 0;

	for (size_t i = 0; i < r->line_members.n; i++) {
		struct json_member m = r->line_members.at[i];
		struct str value = new_value(r, m.name);

		if (value.s == NULL)
			continue;
		sink_put(r->out, at, (size_t)(m.value.s - at));
		put(r->out, value);
		at = m.value.s + m.value.n;
	}
	while (*--brace != '}')
		continue;
	sink_put(r->out, at, (size_t)(brace - at));
	put_added(r, &r->members, &first);
	put_added(r, &r->extra, &first);
	sink_put(r->out, brace, (size_t)(end - brace));
	sink_putc(r->out, '\n');
	stats_written();
}

/* ---- pieces ---- */

static size_t
count_pieces(const struct reader *r)
{
	return r->pieces.n / sizeof(struct sink_piece);
}

static struct sink_piece
piece_at(const struct reader *r, size_t i, struct str *text)
{
	struct sink_piece piece, before = {0};

	if (i > 0)
		memcpy(&before, r->pieces.s + (i - 1) * sizeof before,
		    sizeof before);
	memcpy(&piece, r->pieces.s + i * sizeof piece, sizeof piece);
	*text = (struct str){r->result.buf.s + before.end,
	    piece.end - before.end};
	return piece;
}

static void
put_offsets(struct object *o, struct sink_piece piece)
{
	object_integer(o, "start", (long long)piece.start);
	object_integer(o, "length", (long long)piece.length);
}

/* The pieces as an array, of strings or of objects that say their place. */
static void
put_list(struct reader *r, const char *field)
{
	object_array(&r->extra, field);
	for (size_t i = 0; i < count_pieces(r); i++) {
		struct str text;
		struct sink_piece piece = piece_at(r, i, &text);

		if (!r->result.offsets) {
			object_string(&r->extra, NULL, text);
			continue;
		}
		object_object(&r->extra, NULL);
		put_offsets(&r->extra, piece);
		object_string(&r->extra, "text", text);
		object_end(&r->extra);
	}
	object_end(&r->extra);
}

/* One record per piece. */
static void
put_exploded(struct reader *r, struct str line, const char *field)
{
	for (size_t i = 0; i < count_pieces(r); i++) {
		struct str text;
		struct sink_piece piece = piece_at(r, i, &text);

		object_clear(&r->extra);
		object_string(&r->extra, field, text);
		if (r->result.offsets)
			put_offsets(&r->extra, piece);
		object_integer(&r->extra, r->options->explode, (long long)i);
		put_record(r, line);
	}
}

/* The same of a filter that adds members. */
static void
put_piece(struct document *d)
{
	struct reader *r = d->reader;

	object_clear(&r->extra);
	object_integer(&r->extra, r->options->explode,
	    (long long)d->pieces++);
	put_record(r, d->record);
	object_clear(&r->members);
}

/* ---- one record ---- */

static void
put_result(struct reader *r, struct str line)
{
	const char *field = r->options->field.s;

	switch (r->options->result) {
	case RESULT_TEXT:
		object_string(&r->extra, field, buf_str(&r->result.buf));
		break;
	case RESULT_PIECES:
		if (r->options->explode != NULL) {
			put_exploded(r, line, field);
			return;
		}
		put_list(r, field);
		break;
	case RESULT_OBJECT:
		if (r->options->explode != NULL)
			return;
		break;
	default:
		return;
	}
	put_record(r, line);
}

static void
filter_record(struct reader *r, struct document *d, struct str field)
{
	struct source in;

	r->text.n = r->pieces.n = r->result.buf.n = 0;
	object_clear(&r->members);
	object_clear(&r->extra);
	json_unescape(&r->text, field);
	in = source_over(buf_str(&r->text));
	in.utf8 = true;
	d->in = &in;
	d->out = &r->result;
	d->members = &r->members;
	d->reader = r;
	d->pieces = 0;
	d->put_piece = r->options->explode != NULL &&
	    r->options->result == RESULT_OBJECT ? put_piece : NULL;
	d->line_members = r->line_members.at;
	d->n_line_members = r->line_members.n;
	r->filter(d, r->ctx);
	if (d->dropped != NULL)
		stats_dropped(d->dropped);
	else
		put_result(r, d->record);
}

static void
add_member(void *ctx, struct json_member m)
{
	struct reader *r = ctx;

	*vec_add(&r->line_members) = m;
}

/* Reasons that are told with the member's name and a remedy. */
static const char no_member[] = "no such member", no_string[] = "no string";

/* The field's value as a string token, or why there is none. */
static const char *
find_field(const struct reader *r, struct str *field)
{
	int times = 0;

	for (size_t i = 0; i < r->line_members.n; i++)
		if (json_name_is(r->line_members.at[i].name,
		    r->options->field)) {
			*field = r->line_members.at[i].value;
			times++;
		}
	if (times == 1)
		return *field->s == '"' ? NULL : no_string;
	return times == 0 ? no_member : "the member is there twice";
}

static bool
is_blank(struct str line)
{
	for (size_t i = 0; i < line.n; i++)
		if (line.s[i] != ' ' && line.s[i] != '\t' && line.s[i] != '\r')
			return false;
	return true;
}

/* Use the record on the line, or say why it is of no use. */
static const char *
use(struct reader *r, struct document *d)
{
	struct str field = {0};
	const char *why;

	if (d->record.n > r->options->most)
		return "larger than --max-record";
	r->line_members.n = 0;
	why = json_members(d->record, add_member, r);
	if (why == NULL)
		why = find_field(r, &field);
	if (why == NULL)
		filter_record(r, d, field);
	return why;
}

static void
pass_blank(const struct reader *r, struct str line)
{
	if (r->options->result == RESULT_TABLE)
		return;
	put(r->out, line);
	sink_putc(r->out, '\n');
}

/* A bad record is named, or kept among the rejects. */
static void
refuse(const struct reader *r, struct document *d, const char *why)
{
	stats_dropped(r->options->rejects >= 0 ? "rejected" : "unusable");
	if (r->options->rejects >= 0)
		return;
	if (why == no_member || why == no_string)
		document_fault(d, why == no_member
		    ? "no member \"%s\": -f names another"
		    : "the member \"%s\" is no string: -f names another",
		    r->options->field.s);
	else
		document_fault(d, "%s%s", why, strcmp(why, "not JSON") == 0
		    ? ": -j reads one object per line" : "");
}

static enum verdict
each_line(struct reader *r, struct source *in, struct document *d)
{
	const char *why = NULL;

	if (d->record.n <= r->options->most && is_blank(d->record)) {
		pass_blank(r, d->record);
	} else {
		stats_read();
		why = use(r, d);
		progress_record();
	}
	if (why != NULL)
		refuse(r, d, why);
	pass_line(in, why != NULL ? r->options->rejects : -1);
	return d->verdict;
}

static void
skip_bom(struct source *in)
{
	if (source_has(in, 3) && memcmp(in->at, "\xEF\xBB\xBF", 3) == 0)
		in->at += 3;
}

enum verdict
record_each(struct source *in, const char *file, struct sink *out,
    record_filter *filter, void *ctx, const struct record_options *options,
    uint64_t *number)
{
	struct reader r = {.options = options, .out = out, .filter = filter,
	    .ctx = ctx};
	enum verdict verdict = DONE;
	struct str line;
	uint64_t count = 0;

	if (options->result == RESULT_PIECES)
		r.result.pieces = &r.pieces;
	skip_bom(in);
	while (source_line(in, options->most, &line)) {
		struct document d = {.file = file, .line = ++count,
		    .number = (*number)++, .record = line};

		if (each_line(&r, in, &d) > verdict)
			verdict = PARTIAL;
	}
	vec_free(&r.line_members);
	buf_free(&r.text);
	buf_free(&r.pieces);
	buf_free(&r.result.buf);
	object_free(&r.members);
	object_free(&r.extra);
	return verdict;
}

/* ---- records of one's own ---- */

static struct buf scratch; /* for all of them: they are written in one place */

void
record_begin(struct sink *out, const struct object *members, const char *text)
{
	sink_putc(out, '{');
	object_put_members(members, out);
	sink_puts(out, object_count(members) > 0 ? ",\"" : "\"");
	sink_puts(out, text);
	sink_puts(out, "\":\"");
}

void
record_piece(struct sink *out, struct str piece)
{
	scratch.n = 0;
	json_escape(&scratch, piece);
	put(out, buf_str(&scratch));
}

void
record_end(struct sink *out)
{
	sink_puts(out, "\"}\n");
	stats_written();
}
