/* SPDX-License-Identifier: MIT */
/*
 * The links of a page in the order of its elements: of every kind that HTML
 * has, with their text and where on the page they stand.
 *
 * All elements count, those that are not shown too, as in a browser's
 * document.links; not those in a template, which are no part of the page.
 * A base element counts for the links behind it.
 */
#ifndef HTML_PARTS_PAGELINK_H
#define HTML_PARTS_PAGELINK_H

#include <stdint.h>

#include "base/buf.h"
#include "base/source.h"

/* The elements that lead somewhere, or load something. */
enum link_kind {
	LINK_A,
	LINK_AREA,
	LINK_LINK,
	LINK_IMG,     /* its largest picture, or the one a script would load */
	LINK_SOURCE,  /* of a picture, video or audio */
	LINK_VIDEO,
	LINK_AUDIO,
	LINK_IFRAME,  /* and frame, embed */
	LINK_FORM,    /* its action */
	LINK_REFRESH, /* a meta element that loads another page */
	LINK_KINDS
};

/* The nearest element or role of this kind around it. */
enum link_place {
	PLACE_CONTENT, /* also main and article; and where there is none */
	PLACE_NAV,
	PLACE_HEADER,
	PLACE_FOOTER,
	PLACE_ASIDE,
	PLACE_FORM,
	LINK_PLACES
};

const char *link_kind_name(enum link_kind);
const char *link_place_name(enum link_place);

/* All strings last until the reader returns. */
struct pagelink {
	struct str url;  /* html/parts/address; up to LINK_MOST bytes */
	struct str text; /* or the text of the images in it, or its title */
	struct str rel;
	enum link_kind kind;
	enum link_place place;
	bool inner;      /* on the page's own site, as far as is known */
};

enum { PAGELINK_TEXT = 64 * 1024 }; /* bytes of a link's text */

struct pagelink_options {
	unsigned kinds;  /* 1 << (enum link_kind), or'd */
	bool all;        /* "#…", javascript:, mailto: and the like, too */
	struct str base; /* the page's address; empty: what it says itself */
};

/* What could not be given whole. */
struct pagelink_losses {
	uint64_t addresses; /* longer than LINK_MOST: the link is left out */
	uint64_t texts;     /* cut at PAGELINK_TEXT */
};

/* `page` is clean UTF-8 (text/encoding/decode). */
struct pagelink_losses pagelink_read(struct source *page,
    const struct pagelink_options *,
    void (*each)(void *ctx, const struct pagelink *), void *ctx);

#endif
