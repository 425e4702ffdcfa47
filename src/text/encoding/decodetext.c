/* SPDX-License-Identifier: MIT */
/*
 * Decoding a plain text, whose encoding is guessed where nothing declares it.
 */
#include "text/encoding/decode.h"

#include "program/decoder.h"
#include "text/unicode/utf.h"

/*
 * Whether the first line that is not empty could be UTF-8: it is well formed,
 * and no controls are in it as UTF-16 has them.  Reads no further than the
 * line, so that a text that is typed or that grows is not held up.
 */
static bool
first_line_is_plain(struct source *bytes)
{
	size_t n = 0;
	bool started = false;

	while (n < CHARSET_HEAD && source_has(bytes, n + 1)) {
		char c = bytes->at[n++];

		if (charset_is_control((unsigned char)c))
			return false;
		if (c == '\n' && started)
			break;
		started = started || c != '\n';
	}
	return utf_valid((struct str){bytes->at, n}) ||
	    (n == CHARSET_HEAD &&
	    utf_cut(utf_valid_end((struct str){bytes->at, n}), bytes->at + n));
}

static const struct charset *
text_charset(struct source *bytes)
{
	const struct charset *found;
	struct str head;
	int length;

	if (first_line_is_plain(bytes))
		return charset_find(STR("utf-8"));
	source_has(bytes, CHARSET_HEAD);
	head = (struct str){bytes->at, (size_t)(bytes->end - bytes->at)};
	if (head.n > CHARSET_HEAD)
		head.n = CHARSET_HEAD;
	if ((found = charset_mark(head, &length)) == NULL)
		found = charset_zeros(head);
	return found != NULL ? found : charset_find(STR("utf-8"));
}

bool
decode_text_open(struct decode *d, struct source *bytes, const char *label)
{
	if (bytes->utf8)
		label = "utf-8";
	return decode_text_as(d, bytes, label != NULL ?
	    charset_find(str_of(label)) : text_charset(bytes));
}

/* ---- as a decoder ---- */

static struct decode text; /* one is open at a time */
static bool text_is_open;

static bool
known(const char *label)
{
	return charset_find(str_of(label)) != NULL;
}

static struct source *
open_text(struct source *bytes, const char *label)
{
	text_is_open = !bytes->utf8; /* a record's text is good as it is */
	if (!text_is_open)
		return bytes;
	decode_text_open(&text, bytes, label);
	return &text.source;
}

static uint64_t
close_text(void)
{
	uint64_t bad = text_is_open ? decode_not_utf8(&text) : 0;

	if (text_is_open)
		decode_close(&text);
	return bad;
}

const struct decoder text_decoder = {known, open_text, close_text};
