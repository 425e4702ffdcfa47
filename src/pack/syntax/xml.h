/* SPDX-License-Identifier: MIT */
/*
 * Markup, a token at a time, from a source: of feeds, of the papers of an
 * EPUB, of the head of a page.  It takes what comes, well-formed or not; no
 * entity is declared, no document type read, and nothing refers to another
 * file, so that what it costs is linear in the bytes.  References are those
 * of HTML, which XML's five are among.
 */
#ifndef PACK_SYNTAX_XML_H
#define PACK_SYNTAX_XML_H

#include "base/source.h"

enum { XML_TOKEN = 1024 * 1024 }; /* bytes of a tag, at most */

enum xml_kind {
	XML_END,
	XML_OPEN,    /* its token is what stands within the angle brackets */
	XML_CLOSE,
	XML_TEXT,    /* a text up to the next token, as it is written */
	XML_CDATA,
	XML_COMMENT, /* what stands within */
	XML_OTHER    /* a declaration, an instruction: within the brackets */
};

struct xml {
	struct source *in;
	size_t most;      /* bytes of a token; a longer one is cut in two */
	bool html;        /* the insides of script and style are no markup */
	struct str token; /* good until the next one */
	bool empty;       /* of XML_OPEN: it closes itself */
	bool cut;         /* the source ended within a token */
	char raw[8];      /* private: the element whose end is looked for */
};

struct xml xml_of(struct source *);
enum xml_kind xml_next(struct xml *);

/* The name of the tag at hand, as written, and without its prefix. */
struct str xml_name(const struct xml *);
struct str xml_local(const struct xml *);

/* The attributes of the tag at hand, as written; begin with a zeroed walk. */
struct xml_walk {
	const char *at;
};
bool xml_each_attribute(const struct xml *, struct xml_walk *,
    struct str *name, struct str *value);

/* Append an attribute's value to `to`; false: it has no such attribute. */
bool xml_attribute(const struct xml *, const char *name, struct buf *to);

/* Append a text with its references resolved. */
void xml_resolve(struct buf *to, struct str text);

/* Append a text so that markup has it. */
void xml_escape(struct buf *to, struct str text);

#endif
