/* SPDX-License-Identifier: MIT */
/*
 * What the names of elements (class, id) say of what is in them: who wrote it,
 * when; that it is a comment, a menu, a footer.
 */
#ifndef HTML_WORDS_PLACENAME_H
#define HTML_WORDS_PLACENAME_H

/* What the names and kinds of the elements around a block say, a bit each. */
enum place {
	PLACE_AUTHOR = 1, PLACE_DATE = 2,  /* class author, byline; date */
	PLACE_META = 4,                    /* class meta, entry-header */
	PLACE_MODIFIED = 8,                /* class updated */
	PLACE_NAV = 16, PLACE_ASIDE = 32, PLACE_FOOTER = 64,
	PLACE_FOREIGN = 128,  /* comments, related, popular, sidebar, caption */
	PLACE_LOGO = 256, PLACE_ARTICLE = 512, PLACE_HEADER = 1024,
	PLACE_LINK = 2048, PLACE_MAIN = 4096,
	PLACE_PUBLISHED = 8192,            /* class entry-date, published */
	PLACE_QUIET = PLACE_NAV | PLACE_FOREIGN | PLACE_LOGO,
	PLACE_APART = PLACE_NAV | PLACE_FOREIGN | PLACE_ASIDE | PLACE_FOOTER
};

/* What a list of names says, as class has it. */
unsigned placename(const char *list);

#endif
