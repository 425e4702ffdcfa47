/* SPDX-License-Identifier: MIT */
/*
 * The tokenizer in front of libxml2.  It reads clean UTF-8 (html/decode) by
 * the rules of HTML 13.2.5 and writes what libxml2 2.9, an HTML 4 parser, and
 * libxml2 2.14, an HTML 5 one, read alike and in linear time:
 *
 *   - comments, doctypes, "<?", "<!", "</" before no letter: gone, as 13.2.5
 *     says (b<!-- -->d is one word), but for the page's own address in a
 *     browser's or SingleFile's first comment;
 *   - script and style bodies: gone, or text where `scripts` asks for it;
 *     title, textarea, xmp, iframe, noembed, noframes, plaintext: their
 *     content is text, so it comes escaped;
 *   - character references: resolved; what remains to be escaped is "&" and
 *     "<", written &amp; and &lt;
 *   - tags: lower case, names of at most 64 bytes from libxml2's alphabet,
 *     with the attributes that html/attribute lists and no other, each once;
 *   - html, head, body: gone, since text may stand after their end tags and a
 *     repeated body costs libxml2 a walk; one <html><body> opens the stream;
 *   - elements deeper than SCRUB_DEPTH: flattened, their text stays;
 *   - noscript: moved to the end of the page, where it is known whether the
 *     page had any other text (not with `scripts`).
 *
 * What the page says of itself outside any element comes as
 * <meta name="winnow-lang">, the html tag's language, and
 * <meta name="winnow-url">, the address in a leading comment.
 */
#ifndef HTML_SCRUB_H
#define HTML_SCRUB_H

#include <stdbool.h>

#include "base/buf.h"
#include "base/source.h"
#include "html/attribute.h"

struct tag;

enum {
	SCRUB_DEPTH = 512,           /* open elements, as browsers have it */
	SCRUB_NOSCRIPT = 1024 * 1024 /* bytes of noscript that are moved */
};

struct scrub {
	struct source *in;
	const int *depth; /* the parser's open elements; NULL: never flatten */
	bool scripts;     /* keep bodies of script and style, as text */
	bool json;        /* keep those of type application/ld+json */

	/* private */
	struct buf out, noscript, escaped;
	struct attributes attributes;
	size_t taken;              /* of `out`, already given */
	const struct tag *raw;     /* the raw element we are in */
	const char *raw_close;     /* what its end tag is written as */
	int foreign, level;        /* depth in svg and math; in iframes */
	bool started, ended, addressed, in_noscript, cdata;
	bool raw_kept, script_escaped, script_nested;
};

/* Up to `room` bytes of markup into `to`; fewer only at the end, then 0. */
size_t scrub_read(struct scrub *, char *to, size_t room);
void scrub_free(struct scrub *);

#endif
