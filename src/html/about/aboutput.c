/* SPDX-License-Identifier: MIT */
#include "html/about/aboutput.h"

#include "notation/json.h"

void
aboutput_lines(const struct about *a, const struct about_fields *f,
    struct sink *out)
{
	struct str value;

	for (int i = 0; i < f->n; i++)
		for (size_t k = 0; (value = about_value(a, f->at[i], k)).s !=
		    NULL; k++) {
			if (f->n > 1) {
				sink_puts(out, about_field_name(f->at[i]));
				sink_putc(out, '\t');
			}
			sink_put(out, value.s, value.n);
			sink_putc(out, '\n');
		}
}

static void
put_list(const struct about *a, enum about_field field, struct object *o,
    bool known)
{
	struct str value = about_value(a, field, 0);

	if (known && value.s == NULL)
		return;
	object_array(o, about_field_name(field));
	for (size_t k = 0; (value = about_value(a, field, k)).s != NULL; k++)
		object_string(o, NULL, value);
	object_end(o);
}

void
aboutput_members(const struct about *a, const struct about_fields *f,
    struct object *o, bool known)
{
	for (int i = 0; i < f->n; i++) {
		const char *name = about_field_name(f->at[i]);
		struct str value = about_value(a, f->at[i], 0);

		if (about_field_is_list(f->at[i]))
			put_list(a, f->at[i], o, known);
		else if (value.s != NULL)
			object_string(o, name, value);
		else if (!known)
			object_null(o, name);
	}
}

static void
put_quoted(struct sink *out, struct str value)
{
	struct buf quoted = {0};

	json_put(&quoted, value);
	sink_put(out, quoted.s, quoted.n);
	sink_putc(out, '\n');
	buf_free(&quoted);
}

void
aboutput_yaml(const struct about *a, const struct about_fields *f,
    struct sink *out)
{
	sink_puts(out, "---\n");
	for (int i = 0; i < f->n; i++) {
		struct str value = about_value(a, f->at[i], 0);

		if (value.s == NULL)
			continue;
		sink_puts(out, about_field_name(f->at[i]));
		if (!about_field_is_list(f->at[i])) {
			sink_puts(out, ": ");
			put_quoted(out, value);
			continue;
		}
		sink_puts(out, ":\n");
		for (size_t k = 0; (value = about_value(a, f->at[i], k)).s !=
		    NULL; k++) {
			sink_puts(out, "  - ");
			put_quoted(out, value);
		}
	}
	sink_puts(out, "---\n");
}

void
aboutput_cells(const struct about *a, const struct about_fields *f,
    struct table *t)
{
	struct buf cell = {0};
	struct str value;

	for (int i = 0; i < f->n; i++) {
		cell.n = 0;
		for (size_t k = 0; (value = about_value(a, f->at[i], k)).s !=
		    NULL; k++) {
			if (k > 0)
				buf_puts(&cell, "; ");
			buf_put(&cell, value.s, value.n);
		}
		if (cell.n > 0)
			table_put_text(t, buf_str(&cell));
		else
			table_put_none(t);
	}
	buf_free(&cell);
}

static bool
has_field(const struct about_fields *f, enum about_field field)
{
	for (int i = 0; i < f->n; i++)
		if (f->at[i] == field)
			return true;
	return false;
}

void
aboutput_evidence(const struct about *a, const struct about_fields *f,
    struct sink *out)
{
	static const struct table_column columns[] = {
		{"field", TABLE_TEXT, 0}, {"chosen", TABLE_TEXT, 0},
		{"rank", TABLE_INTEGER, 0}, {"source", TABLE_TEXT, 0},
		{"value", TABLE_TEXT, 0}};
	struct table t = {.out = out, .columns = columns, .n = 5};

	for (size_t i = 0; i < about_evidence_count(a); i++) {
		struct about_evidence e = about_evidence(a, i);

		if (!has_field(f, e.field))
			continue;
		table_put_text(&t, str_of(about_field_name(e.field)));
		table_put_text(&t, str_of(e.chosen ? "chosen" : "-"));
		table_put_integer(&t, (uint64_t)(e.rank > 0 ? e.rank : 0));
		table_put_text(&t, str_of(e.source));
		table_put_text(&t, e.value);
		table_end_row(&t);
	}
}
