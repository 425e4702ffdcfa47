/* SPDX-License-Identifier: MIT */
#include "program/document.h"

#include <inttypes.h>
#include <stdarg.h>
#include <stdio.h>

#include "notation/json.h"

static void
say(const struct document *d, const char *format, va_list args)
{
	char what[512];

	vsnprintf(what, sizeof what, format, args);
	if (d->line > 0)
		complain("%s: line %" PRIu64 ": %s", d->file, d->line, what);
	else
		complain("%s: %s", d->file, what);
}

void
document_fault(struct document *d, const char *format, ...)
{
	va_list args;

	va_start(args, format);
	say(d, format, args);
	va_end(args);
	d->verdict = PARTIAL;
}

void
document_remark(const struct document *d, const char *format, ...)
{
	va_list args;

	va_start(args, format);
	say(d, format, args);
	va_end(args);
}

void
document_drop(struct document *d, const char *reason)
{
	d->dropped = reason;
}

/* A member of the record itself, which was read once. */
static bool
find_own(const struct document *d, struct str name, struct str *value)
{
	int times = 0;

	for (size_t i = 0; i < d->n_line_members; i++)
		if (json_name_is(d->line_members[i].name, name)) {
			*value = d->line_members[i].value;
			times++;
		}
	return times == 1;
}

bool
document_member(const struct document *d, const char *path, struct buf *to)
{
	struct str value = {0};

	for (bool first = true;; first = false) {
		size_t n = strcspn(path, ".");
		struct str name = {path, n};

		if (first ? !find_own(d, name, &value)
		    : json_find(value, name, &value) != NULL)
			return false;
		if (path[n] == '\0')
			break;
		path += n + 1;
	}
	if (value.s[0] != '"')
		return false;
	json_unescape(to, value);
	return true;
}

void
document_name(const struct document *d, const char *id, struct buf *name)
{
	char line[32];

	if (document_member(d, id, name))
		return;
	buf_puts(name, d->file);
	if (d->line == 0)
		return;
	snprintf(line, sizeof line, ":%" PRIu64, d->line);
	buf_puts(name, line);
}
