/* SPDX-License-Identifier: MIT */
#include "base/document.h"

#include <inttypes.h>
#include <stdarg.h>
#include <stdio.h>

#include "base/json.h"

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

bool
document_member(const struct document *d, const char *path, struct buf *to)
{
	struct str value = d->record;
	const char *dot;

	if (value.s == NULL)
		return false;
	do {
		size_t n;

		dot = strchr(path, '.');
		n = dot != NULL ? (size_t)(dot - path) : strlen(path);
		if (json_find(value, (struct str){path, n}, &value) != NULL)
			return false;
		path += n + 1;
	} while (dot != NULL);
	if (value.s[0] != '"')
		return false;
	json_unescape(to, value);
	return true;
}
