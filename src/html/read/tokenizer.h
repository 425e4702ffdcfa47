/* SPDX-License-Identifier: MIT */
/*
 * The tokenizer in front of libxml2.  It reads clean UTF-8 (html/decode) by
 * the rules of HTML 13.2.5, decides by html/nest which elements a tag closes,
 * and gives libxml2 markup that 2.9, an HTML 4 parser, and 2.14, nearly an
 * HTML 5 one, read alike and in linear time:
 *
 *   - tags: every element is <em>, which neither closes nor is closed by any
 *     other, and has its end tag.  What it is, with the attributes that
 *     html/attribute lists, each once, goes past libxml2 in `events`;
 *   - text: a TOKENIZER_TEXT for each run; the run itself goes past it, too, so
 *     that no byte of it is looked at twice;
 *   - void elements that close no other (br, img, input, meta …): the same;
 *   - character references: resolved;
 *   - comments, doctypes, "<?", "<!", "</" before no letter: gone, as 13.2.5
 *     says (b<!-- -->d is one word), but for the page's own address in a
 *     browser's or SingleFile's first comment;
 *   - script and style bodies: gone, or text where `scripts` asks for it;
 *     title, textarea, xmp, iframe, noembed, noframes, plaintext: their
 *     content is text;
 *   - html, head, body: gone, since text may stand after their end tags and a
 *     repeated body costs libxml2 a walk; one <html><body> opens the stream;
 *   - elements deeper than TOKENIZER_DEPTH: flattened, their text stays;
 *   - "</p>" that closes nothing: an empty paragraph; "</br>": a br;
 *     "<image>": an img;
 *   - svg and math: end at the first element that cannot be in them;
 *   - noscript: moved to the end of the page, where it is known whether the
 *     page had any other text (not with `scripts`); one too long to wait for
 *     stays where it is.
 *
 * What the page says of itself outside any element comes as
 * <meta name="winnow-lang">, the html tag's language, and
 * <meta name="winnow-url">, the address in a leading comment.
 */
#ifndef HTML_READ_TOKENIZER_H
#define HTML_READ_TOKENIZER_H

#include <stdbool.h>

#include "base/buf.h"
#include "base/source.h"
#include "html/read/attribute.h"
#include "html/read/event.h"
#include "html/read/openelements.h"

enum {
	TOKENIZER_TEXT = 'x',             /* stands for a run of text */
	TOKENIZER_VOID = 'v',             /* for a void element */
	TOKENIZER_OVER = 'o',             /* for what nest.h calls over */
	TOKENIZER_DEPTH = 512,            /* open elements, as browsers have it */
	TOKENIZER_HELD = 32 * 1024,       /* bytes of events, then libxml2 reads */
	TOKENIZER_NOSCRIPT = 1024 * 1024  /* bytes of noscript that wait */
};

/* Markup, and the starts and runs of text in it, in order. */
struct scrubbed {
	struct buf markup, events;
	size_t text; /* of `events`: where the open run's text is; 0: none */
};

struct tokenizer {
	struct source *in;
	bool scripts;     /* keep bodies of script and style, as text */
	bool json;        /* keep those of type application/ld+json */

	/* private */
	struct scrubbed page, noscript;
	struct scrubbed *to;       /* the one that is written */
	struct attributes attributes;
	size_t taken, given;       /* of the page's markup; of its events */
	size_t bare;               /* bytes of tags since the last text */
	const struct tag *raw;     /* the raw element we are in */
	const char *raw_name;      /* what it is written as */
	struct openelements nest;
	size_t outer;              /* its base outside noscript */
	int level;                 /* depth in iframes */
	bool ended, addressed, cdata;
	bool raw_kept, script_escaped, script_nested;
};

/* Up to `room` (> 0) bytes of markup into `to`; none only at the end. */
size_t tokenizer_read(struct tokenizer *, char *to, size_t room);

/*
 * What starts in libxml2, or stands behind a SCRUB_ letter that comes out of
 * it.  Good until the next tokenizer_read.
 */
void tokenizer_take(struct tokenizer *, struct event *);
void tokenizer_free(struct tokenizer *);

#endif
