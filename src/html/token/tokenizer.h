/* SPDX-License-Identifier: MIT */
/*
 * The tokenizer of HTML 13.2.5: clean UTF-8 (text/encoding/decode) to tags,
 * text and comments.  It owns what it gives; a token is good until the next.
 *
 * Names are in lower case and cut at NAME_MOST bytes.  Of the attributes those
 * that some filter asks for are kept (html/token/attribute).  Character
 * references are resolved, CR and CR LF are LF, FF is a space.  NUL is U+FFFD
 * in raw text, attributes and where the parser says so, else nothing.  Doctypes,
 * "<?", "<!" and "</" before no letter give nothing, nor does a tag that the
 * end of the input cuts; but for a reader that wants it `whole`.
 *
 * Which content is raw text, and where CDATA sections are known, is for the
 * parser to say between two tokens.
 */
#ifndef HTML_TOKEN_TOKENIZER_H
#define HTML_TOKEN_TOKENIZER_H

#include <stdbool.h>

#include "base/source.h"
#include "html/token/attribute.h"
#include "html/token/savedfrom.h"
#include "html/token/tag.h"

enum token_kind {
	TOKEN_START,
	TOKEN_END,
	TOKEN_TEXT,    /* any piece of a text, in whole code points */
	TOKEN_COMMENT, /* its first SAVED_MOST bytes in `text`; or all */
	TOKEN_DOCTYPE, /* what stands between "<!" and ">"; if `whole` */
	TOKEN_EOF
};

struct token {
	const struct tag *tag; /* of a start or an end */
	struct name name;      /* as the page has it, in lower case */
	struct attributes attributes; /* of a start; none otherwise */
	bool self_closing;
	struct str text;
};

struct tokenizer {
	struct source *in;
	/* Set by the parser: */
	bool foreign;   /* "<![CDATA[" starts text */
	bool shows_nul; /* NUL is U+FFFD in a text that is not raw */
	/*
	 * For a reader that keeps everything: comments whole, those that the
	 * Standard makes of "<?" and the like too (13.2.5.41), doctypes, names
	 * as the page has them; with attributes.all, all attributes.
	 */
	bool whole;

	/* private */
	const struct tag *raw; /* the element whose content is raw text */
	bool raw_wanted, cdata;
	bool script_escaped, script_nested;
	char piece[8], comment[SAVED_MOST];
	struct buf declared; /* a comment or doctype that is whole */
	bool declared_cr;    /* and the last byte of it was CR */
};

enum token_kind tokenizer_next(struct tokenizer *, struct token *);

/*
 * The content of `tag`, which has just started, is text up to its end tag;
 * there are no tokens for it if it is not `wanted`.
 */
void tokenizer_raw(struct tokenizer *, const struct tag *, bool wanted);
void tokenizer_free(struct tokenizer *);

#endif
