/* SPDX-License-Identifier: MIT */
#include "html/encoding/pagecharset.h"

#include <string.h>

#include "html/token/lookahead.h"
#include "text/encoding/guess.h"

/*
 * The text of a page, as far as it is enough: without tags, scripts, styles
 * and comments, whose ASCII says nothing of the language.
 */
static void
extract(struct str head, struct buf *text)
{
	struct source in = source_over(head);

	while (peek(&in) != -1 && text->n < GUESS_ENOUGH) {
		const char *tag = memchr(in.at, '<', (size_t)(in.end - in.at));
		const char *skip = NULL;

		if (tag == NULL)
			tag = in.end;
		buf_put(text, in.at, (size_t)(tag - in.at));
		buf_putc(text, ' ');
		in.at = tag;
		if (peek_is(&in, 0, "<script"))
			skip = "</script";
		else if (peek_is(&in, 0, "<style"))
			skip = "</style";
		else if (peek_is(&in, 0, "<!--"))
			skip = "-->";
		while (skip != NULL && in.at < in.end && !peek_is(&in, 0, skip))
			in.at++;
		skip_past(&in, '>');
	}
	if (text->n > GUESS_ENOUGH)
		text->n = GUESS_ENOUGH;
}

static const struct charset *
guess_page(struct str head)
{
	struct buf text = {0};
	const struct charset *found;

	extract(head, &text);
	found = guess(buf_str(&text));
	buf_free(&text);
	return found;
}

/*
 * Text in any other encoding is all but never well-formed UTF-8: of its bytes
 * beyond ASCII one in eight or so steps, so that a few sequences without a
 * fault are proof, and many prove it against a fault or two (a byte lost, a
 * text cut by bytes).  Fewer than four that are all of two bytes prove little
 * against an East Asian label, nor, where they are not Latin, without one.
 */
static bool
is_utf8(struct charset_evidence e, const struct charset *label)
{
	if (e.good < 4 && label != NULL && charset_is_multibyte(label))
		return e.longer > 0 && e.bad == 0;
	if (e.good < 4 && label == NULL && e.latin + e.longer < e.good)
		return false;
	return e.good > 0 && e.good >= 8 * e.bad;
}

const struct charset *
charset_sniff(struct str head, bool whole)
{
	const struct charset *found, *label, *utf8 = charset_find(STR("utf-8"));
	struct charset_evidence e;
	int length;

	if (head.n > CHARSET_HEAD) {
		head.n = CHARSET_HEAD;
		whole = false;
	}
	if ((found = charset_mark(head, &length)) != NULL ||
	    (found = charset_zeros(head)) != NULL)
		return found;
	e = charset_weigh(head, whole);
	label = charset_declared(head);
	if (is_utf8(e, label))
		return utf8;
	if (label != NULL && (label != utf8 || e.good >= e.bad))
		return label;
	if (e.plain)
		return utf8;
	if ((found = guess_page(head)) != NULL && (found != utf8 || e.bad == 0))
		return found;
	return e.bad == 0 ? utf8 : charset_find(STR("windows-1252"));
}

bool
decode_page_open(struct decode *d, struct source *bytes, const char *label)
{
	bool whole;

	if (bytes->utf8)
		label = "utf-8";
	if (label != NULL)
		return decode_open(d, bytes, charset_find(str_of(label)));
	whole = !source_has(bytes, CHARSET_HEAD);
	return decode_open(d, bytes, charset_sniff((struct str){bytes->at,
	    (size_t)(bytes->end - bytes->at)}, whole));
}

/* ---- as a decoder ---- */

static struct decode page; /* one is open at a time */

static bool
known(const char *label)
{
	return charset_find(str_of(label)) != NULL;
}

static struct source *
open_page(struct source *bytes, const char *label)
{
	decode_page_open(&page, bytes, label);
	return &page.source;
}

static uint64_t
close_page(void)
{
	decode_close(&page);
	return 0;
}

static struct source *
open_html(struct source *bytes, const char *label)
{
	decode_page_open(&page, bytes, label);
	decode_keep_nul(&page);
	return &page.source;
}

const struct decoder page_decoder = {known, open_page, close_page};
const struct decoder html_decoder = {known, open_html, close_page};
