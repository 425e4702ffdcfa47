/* SPDX-License-Identifier: MIT */
/*
 * What the names that authors give their elements (class, id, role,
 * itemprop) say of what is in them.  The words are src/data/classhints.txt, found
 * anywhere in a name, so that "topnav" and "nav-bar" are both navigation.
 */
#ifndef HTML_PAGE_CLASSHINT_H
#define HTML_PAGE_CLASSHINT_H

#include <stdint.h>

#define HINTS(X)                                                       \
	X(BODY, "body") X(CONTENT, "content") X(CHROME, "chrome")      \
	X(RELATED, "related") X(COMMENT, "comment") X(SHARE, "share")  \
	X(AD, "ad") X(SUBSCRIBE, "subscribe") X(AUTHOR, "author")      \
	X(CAPTION, "caption") X(DATE, "date") X(SIDE, "side")          \
	X(HIDDEN, "hidden") X(FORUM, "forum") X(TOC, "toc")            \
	X(TITLE, "title") X(PRODUCT, "product") X(LIST, "list")        \
	X(INTRO, "intro") X(TAGS, "tags") X(CODE, "code")              \
	X(CARD, "card") X(MODAL, "modal") X(META, "meta")

#define CLASSHINT_ENUM(id, name) HINT_##id,
enum classhint { HINTS(CLASSHINT_ENUM) CLASSHINT_KINDS };

/* The kinds that a name hints at, a bit each. */
uint32_t classhint_read(const char *name);

#endif
