/* SPDX-License-Identifier: MIT */
/*
 * The inside of a tag, read by HTML 13.2.5.32 to 40: its name, then its
 * attributes, of which those that some filter asks for are kept, each once.
 * Values and names have a most; what is longer is read and cut.
 */
#ifndef HTML_TOKEN_ATTRIBUTE_H
#define HTML_TOKEN_ATTRIBUTE_H

#include <stdint.h>

#include "base/source.h"

enum {
	NAME_MOST = 64,            /* bytes of a name that count */
	VALUE_MOST = 16 * 1024,    /* bytes of a value */
	SRCDOC_MOST = 1024 * 1024  /* bytes of an iframe's own document */
};

struct name {
	char s[NAME_MOST + 1]; /* lower case; letters, digits and -_:. or '_' */
	size_t n;
};

/* Up to white space, "/", ">" or `stop` (-1: none). */
void name_read(struct source *, struct name *, int stop);

/* The same as the page has it, but for letters, which are in lower case. */
void name_read_whole(struct source *, struct name *);

struct attributes {
	struct buf strings; /* name, value, …, each NUL-ended */
	int count;          /* of strings */
	struct buf srcdoc;  /* the value of srcdoc, which is not among them */
	bool styled;        /* there was a color, face or size */
	/*
	 * Set by the reader: every attribute is kept, whole, its name as the
	 * page has it (in lower case); srcdoc and style too.
	 */
	bool all;

	/* private */
	uint64_t seen;
	struct buf slots; /* of `all`: where each name stands, by its hash */
};

/* As of a tag without any; and one more. */
void attributes_clear(struct attributes *);
void attributes_put(struct attributes *, const char *name, struct str value);

/* The value of one; NULL: it is not there. */
const char *attributes_get(const struct attributes *, const char *name);

enum tag_end {
	END_CUT,   /* by the end of the input: 13.2.5.8 says it is no tag */
	END_OPEN,  /* ">" */
	END_CLOSED /* "/>" */
};

/* The rest of a tag, up to and with its ">"; replaces what was there. */
enum tag_end attributes_read(struct attributes *, struct source *);
void attributes_free(struct attributes *);

#endif
