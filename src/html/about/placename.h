/* SPDX-License-Identifier: MIT */
/*
 * What the names of elements (class, id) say of what is in them: who wrote it,
 * when; that it is a comment, a menu, a footer.
 */
#ifndef HTML_ABOUT_PLACENAME_H
#define HTML_ABOUT_PLACENAME_H

/* enum place (html/about/evidence.h) of a list of names, as class has it. */
unsigned placename(const char *list);

#endif
