/* SPDX-License-Identifier: MIT */
#include "program/kind.h"

#include <string.h>

#include "notation/sniff.h"

/* What the bytes at the front of a stream are; NULL: text. */
static const struct sniff_row *
sniff_front(struct source *in)
{
	while (!sniff_settled((struct str){in->at, (size_t)(in->end - in->at)})
	    && source_more(in))
		continue;
	return sniff((struct str){in->at, (size_t)(in->end - in->at)});
}

void
kind_remark(const struct filter *f, struct document *d)
{
	const struct sniff_row *row;

	if (f->input != FILTER_WORDS)
		return;
	row = sniff_front(d->in);
	if (row != NULL && row->class == SNIFF_PAGE)
		document_remark(d, "%s, not text: html2text -j comes before",
		    row->name);
}

/* Whether a program that reads `input` can do nothing with such a stream. */
static bool
is_refused(const struct filter *f, const struct sniff_row *row)
{
	switch (f->input) {
	case FILTER_WORDS:
		return row->class != SNIFF_FORMAT ||
		    row->kind == SNIFF_JSONL;
	case FILTER_PAGE:
		return row->class == SNIFF_BINARY ||
		    row->class == SNIFF_CONTAINER || row->kind == SNIFF_JSONL;
	case FILTER_ROWS:
		return row->class != SNIFF_FORMAT;
	default:
		return false;
	}
}

static const char *
wanted(const struct filter *f, bool records)
{
	return records ? "JSON Lines" : f->input == FILTER_PAGE
	    ? "a page" : f->input == FILTER_ROWS ? "a table" : "text";
}

static const char *
remedy(const struct filter *f, bool records, const struct sniff_row *row)
{
	if (records && row->class == SNIFF_PAGE && f->input == FILTER_PAGE)
		return "without -j it is read as a page";
	if (f->input == FILTER_ROWS && row->kind == SNIFF_JSONL)
		return "wordfreq -j counts its words";
	return row->remedy;
}

/* What only a decoder reads, by its byte order mark. */
static bool
is_utf16(const struct source *in)
{
	return in->end - in->at >= 2 && (memcmp(in->at, "\xFF\xFE", 2) == 0 ||
	    memcmp(in->at, "\xFE\xFF", 2) == 0);
}

bool
kind_is_wrong(const struct filter *f, bool records, struct document *d)
{
	const struct sniff_row *row;
	bool refused;

	if (f->input == FILTER_BYTES)
		return false;
	row = sniff_front(d->in);
	if (f->input == FILTER_WORDS && f->decoder == NULL &&
	    is_utf16(d->in)) {
		document_fault(d, "UTF-16, not UTF-8: iconv -f utf-16 -t utf-8 "
		    "writes it so");
		return true;
	}
	if (row == NULL)
		return false;
	refused = records ? row->kind != SNIFF_JSONL &&
	    row->kind != SNIFF_JSON : is_refused(f, row);
	if (refused)
		document_fault(d, "%s, not %s: %s", row->name,
		    wanted(f, records), remedy(f, records, row));
	return refused;
}
