/* SPDX-License-Identifier: MIT */
/*
 * The elements of HTML by name, and what a page's text needs to know of each:
 * how its box breaks lines (the defaults of HTML 15.3, "Flow content"; margins
 * as a browser draws them), whether it is void (13.1.2), and how the tokenizer
 * reads its content (13.2.6.2).  A name that is not here is TAG_OTHER, inline.
 */
#ifndef HTML_TOKEN_TAG_H
#define HTML_TOKEN_TAG_H

#include <stddef.h>

enum tag_box {
	BOX_INLINE,
	BOX_LINE, /* starts and ends a line */
	BOX_PARA, /* and has a blank line around it */
	BOX_NONE  /* is not shown */
};

enum tag_flag {
	IS_VOID = 1,    /* has no content and no end tag */
	IS_RAW = 2,     /* content is text, up to its end tag */
	IS_RCDATA = 4,  /* the same, with character references */
	IS_PRE = 8,     /* white space stays as it is */
	IS_TOP = 16,    /* html, head, body: the parser implies them */
	IS_ABOUT = 32,  /* says something of the page, is not shown */
	IS_HEADING = 64 /* h1 to h6 */
};

/* X(identifier, name, box, flags), sorted by name */
#define TAGS(X)                                               \
	X(A, "a", INLINE, 0)                                  \
	X(ABBR, "abbr", INLINE, 0)                            \
	X(ADDRESS, "address", LINE, 0)                        \
	X(ANNOTATION, "annotation", INLINE, 0)                \
	X(ANNOTATION_XML, "annotation-xml", INLINE, 0)        \
	X(APPLET, "applet", INLINE, 0)                        \
	X(AREA, "area", INLINE, IS_VOID)                      \
	X(ARTICLE, "article", LINE, 0)                        \
	X(ASIDE, "aside", LINE, 0)                            \
	X(AUDIO, "audio", NONE, 0)                            \
	X(B, "b", INLINE, 0)                                  \
	X(BASE, "base", NONE, IS_VOID | IS_ABOUT)             \
	X(BASEFONT, "basefont", INLINE, IS_VOID)              \
	X(BGSOUND, "bgsound", INLINE, IS_VOID)                \
	X(BIG, "big", INLINE, 0)                              \
	X(BLOCKQUOTE, "blockquote", PARA, 0)                  \
	X(BODY, "body", LINE, IS_TOP)                         \
	X(BR, "br", INLINE, IS_VOID)                          \
	X(BUTTON, "button", INLINE, 0)                        \
	X(CANVAS, "canvas", NONE, 0)                          \
	X(CAPTION, "caption", LINE, 0)                        \
	X(CENTER, "center", LINE, 0)                          \
	X(CITE, "cite", INLINE, 0)                            \
	X(CODE, "code", INLINE, 0)                            \
	X(COL, "col", NONE, IS_VOID)                          \
	X(COLGROUP, "colgroup", NONE, 0)                      \
	X(DATALIST, "datalist", NONE, 0)                      \
	X(DD, "dd", LINE, 0)                                  \
	X(DEL, "del", INLINE, 0)                              \
	X(DESC, "desc", INLINE, 0)                            \
	X(DETAILS, "details", LINE, 0)                        \
	X(DFN, "dfn", INLINE, 0)                              \
	X(DIALOG, "dialog", LINE, 0)                          \
	X(DIR, "dir", PARA, 0)                                \
	X(DIV, "div", LINE, 0)                                \
	X(DL, "dl", PARA, 0)                                  \
	X(DT, "dt", LINE, 0)                                  \
	X(EM, "em", INLINE, 0)                                \
	X(EMBED, "embed", INLINE, IS_VOID)                    \
	X(FIELDSET, "fieldset", LINE, 0)                      \
	X(FIGCAPTION, "figcaption", LINE, 0)                  \
	X(FIGURE, "figure", PARA, 0)                          \
	X(FONT, "font", INLINE, 0)                            \
	X(FOOTER, "footer", LINE, 0)                          \
	X(FOREIGN, "foreignobject", INLINE, 0)                \
	X(FORM, "form", LINE, 0)                              \
	X(FRAME, "frame", INLINE, IS_VOID)                    \
	X(FRAMESET, "frameset", LINE, 0)                      \
	X(H1, "h1", PARA, IS_HEADING)                         \
	X(H2, "h2", PARA, IS_HEADING)                         \
	X(H3, "h3", PARA, IS_HEADING)                         \
	X(H4, "h4", PARA, IS_HEADING)                         \
	X(H5, "h5", PARA, IS_HEADING)                         \
	X(H6, "h6", PARA, IS_HEADING)                         \
	X(HEAD, "head", LINE, IS_TOP)                         \
	X(HEADER, "header", LINE, 0)                          \
	X(HGROUP, "hgroup", LINE, 0)                          \
	X(HR, "hr", PARA, IS_VOID)                            \
	X(HTML, "html", LINE, IS_TOP)                         \
	X(I, "i", INLINE, 0)                                  \
	X(IFRAME, "iframe", NONE, IS_RAW)                     \
	X(IMG, "img", INLINE, IS_VOID)                        \
	X(INPUT, "input", INLINE, IS_VOID)                    \
	X(INS, "ins", INLINE, 0)                              \
	X(KBD, "kbd", INLINE, 0)                              \
	X(KEYGEN, "keygen", INLINE, IS_VOID)                  \
	X(LABEL, "label", INLINE, 0)                          \
	X(LEGEND, "legend", LINE, 0)                          \
	X(LI, "li", LINE, 0)                                  \
	X(LINK, "link", NONE, IS_VOID | IS_ABOUT)             \
	X(LISTING, "listing", PARA, IS_PRE)                   \
	X(MAIN, "main", LINE, 0)                              \
	X(MALIGNMARK, "malignmark", INLINE, 0)                \
	X(MARK, "mark", INLINE, 0)                            \
	X(MARQUEE, "marquee", LINE, 0)                        \
	X(MATH, "math", INLINE, 0)                            \
	X(MENU, "menu", PARA, 0)                              \
	X(META, "meta", NONE, IS_VOID | IS_ABOUT)             \
	X(MFENCED, "mfenced", INLINE, 0)                      \
	X(MFRAC, "mfrac", INLINE, 0)                          \
	X(MGLYPH, "mglyph", INLINE, 0)                        \
	X(MI, "mi", INLINE, 0)                                \
	X(MATHJAX, "mjx-container", INLINE, 0)                \
	X(MLABELEDTR, "mlabeledtr", INLINE, 0)                \
	X(MMULTISCRIPTS, "mmultiscripts", INLINE, 0)          \
	X(MN, "mn", INLINE, 0)                                \
	X(MO, "mo", INLINE, 0)                                \
	X(MOVER, "mover", INLINE, 0)                          \
	X(MPHANTOM, "mphantom", INLINE, 0)                    \
	X(MPRESCRIPTS, "mprescripts", INLINE, 0)              \
	X(MROOT, "mroot", INLINE, 0)                          \
	X(MROW, "mrow", INLINE, 0)                            \
	X(MS, "ms", INLINE, 0)                                \
	X(MSPACE, "mspace", INLINE, 0)                        \
	X(MSQRT, "msqrt", INLINE, 0)                          \
	X(MSUB, "msub", INLINE, 0)                            \
	X(MSUBSUP, "msubsup", INLINE, 0)                      \
	X(MSUP, "msup", INLINE, 0)                            \
	X(MTABLE, "mtable", INLINE, 0)                        \
	X(MTD, "mtd", INLINE, 0)                              \
	X(MTEXT, "mtext", INLINE, 0)                          \
	X(MTR, "mtr", INLINE, 0)                              \
	X(MUNDER, "munder", INLINE, 0)                        \
	X(MUNDEROVER, "munderover", INLINE, 0)                \
	X(NAV, "nav", LINE, 0)                                \
	X(NOBR, "nobr", INLINE, 0)                            \
	X(NOEMBED, "noembed", NONE, IS_RAW)                   \
	X(NOFRAMES, "noframes", NONE, IS_RAW)                 \
	X(NONE, "none", INLINE, 0)                            \
	X(NOSCRIPT, "noscript", NONE, 0)                      \
	X(OBJECT, "object", INLINE, 0)                        \
	X(OL, "ol", PARA, 0)                                  \
	X(OPTGROUP, "optgroup", LINE, 0)                      \
	X(OPTION, "option", LINE, 0)                          \
	X(P, "p", PARA, 0)                                    \
	X(PARAM, "param", NONE, IS_VOID)                      \
	X(PICTURE, "picture", INLINE, 0)                      \
	X(PLAINTEXT, "plaintext", PARA, IS_RAW | IS_PRE)      \
	X(PRE, "pre", PARA, IS_PRE)                           \
	X(Q, "q", INLINE, 0)                                  \
	X(RB, "rb", INLINE, 0)                                \
	X(RP, "rp", NONE, 0)                                  \
	X(RT, "rt", INLINE, 0)                                \
	X(RTC, "rtc", INLINE, 0)                              \
	X(RUBY, "ruby", INLINE, 0)                            \
	X(S, "s", INLINE, 0)                                  \
	X(SAMP, "samp", INLINE, 0)                            \
	X(SCRIPT, "script", NONE, IS_RAW)                     \
	X(SEARCH, "search", LINE, 0)                          \
	X(SECTION, "section", LINE, 0)                        \
	X(SELECT, "select", INLINE, 0)                        \
	X(SEMANTICS, "semantics", INLINE, 0)                  \
	X(SMALL, "small", INLINE, 0)                          \
	X(SOURCE, "source", INLINE, IS_VOID)                  \
	X(SPAN, "span", INLINE, 0)                            \
	X(STRIKE, "strike", INLINE, 0)                        \
	X(STRONG, "strong", INLINE, 0)                        \
	X(STYLE, "style", NONE, IS_RAW)                       \
	X(SUB, "sub", INLINE, 0)                              \
	X(SUMMARY, "summary", LINE, 0)                        \
	X(SUP, "sup", INLINE, 0)                              \
	X(SVG, "svg", INLINE, 0)                              \
	X(TABLE, "table", PARA, 0)                            \
	X(TBODY, "tbody", LINE, 0)                            \
	X(TD, "td", LINE, 0)                                  \
	X(TEMPLATE, "template", NONE, 0)                      \
	X(TEXT, "text", INLINE, 0)                            \
	X(TEXTAREA, "textarea", INLINE, IS_RCDATA)            \
	X(TFOOT, "tfoot", LINE, 0)                            \
	X(TH, "th", LINE, 0)                                  \
	X(THEAD, "thead", LINE, 0)                            \
	X(TIME, "time", INLINE, 0)                            \
	X(TITLE, "title", NONE, IS_RCDATA | IS_ABOUT)         \
	X(TR, "tr", LINE, 0)                                  \
	X(TRACK, "track", NONE, IS_VOID)                      \
	X(TSPAN, "tspan", INLINE, 0)                          \
	X(TT, "tt", INLINE, 0)                                \
	X(U, "u", INLINE, 0)                                  \
	X(UL, "ul", PARA, 0)                                  \
	X(VAR, "var", INLINE, 0)                              \
	X(VIDEO, "video", NONE, 0)                            \
	X(WBR, "wbr", INLINE, IS_VOID)                        \
	X(RAWTEXT, "winnow-raw", NONE, IS_PRE) /* ours */  \
	X(XMP, "xmp", PARA, IS_RAW | IS_PRE)

#define TAG_ENUM(id, name, box, flags) TAG_##id,
enum tag_id { TAGS(TAG_ENUM) TAG_OTHER };

struct tag {
	const char *name;
	enum tag_id id;
	enum tag_box box;
	unsigned flags; /* of enum tag_flag */
};

/* By name, in lower case; never NULL.  Static. */
const struct tag *tag_find(const char *name, size_t n);
const struct tag *tag_of(enum tag_id);

#endif
