/* SPDX-License-Identifier: MIT */
/*
 * What a stream of bytes is, by its signature: the first SNIFF_HEAD bytes
 * compared with constants (WHATWG MIME Sniffing, 6 and 7.1; the formats' own
 * specifications).  Nothing is parsed, so a program may ask before its sandbox
 * closes.  What has no signature is text.
 *
 * Signatures of text are found in any case, after a byte order mark and
 * blanks, and in UTF-16 and UTF-32 as well.
 */
#ifndef NOTATION_SNIFF_H
#define NOTATION_SNIFF_H

#include <stdbool.h>

#include "base/buf.h"

enum { SNIFF_HEAD = 4096 }; /* bytes that are looked at, at most */

/* What a program may do with it. */
enum sniff_class {
	SNIFF_BINARY,    /* no text; the remedy names who reads it */
	SNIFF_CONTAINER, /* pagecat reads it */
	SNIFF_PAGE,      /* an HTML document: html2text reads it */
	SNIFF_FORMAT     /* text in a format of its own: no filter refuses it */
};

enum sniff_kind {
	/* compressed */
	SNIFF_GZIP, SNIFF_ZSTD, SNIFF_XZ, SNIFF_BZIP2, SNIFF_LZMA, SNIFF_LZ4,
	SNIFF_LZIP, SNIFF_LZOP, SNIFF_COMPRESS,
	/* archives */
	SNIFF_EPUB, SNIFF_WACZ, SNIFF_DOCX, SNIFF_XLSX, SNIFF_PPTX,
	SNIFF_OFFICE, SNIFF_ODT, SNIFF_ODS, SNIFF_ODP, SNIFF_JAR, SNIFF_APK,
	SNIFF_ZIP, SNIFF_TAR, SNIFF_SEVENZIP, SNIFF_RAR, SNIFF_CAB, SNIFF_AR,
	SNIFF_CPIO,
	/* documents */
	SNIFF_PDF, SNIFF_POSTSCRIPT, SNIFF_RTF, SNIFF_OLE, SNIFF_MOBI,
	SNIFF_DJVU, SNIFF_CHM, SNIFF_LIT, SNIFF_ZIM, SNIFF_PST, SNIFF_TNEF,
	SNIFF_SQLITE, SNIFF_PARQUET, SNIFF_ARROW, SNIFF_HDF5, SNIFF_NUMPY,
	/* images, sound, film, type, programs */
	SNIFF_PNG, SNIFF_JPEG, SNIFF_GIF, SNIFF_WEBP, SNIFF_BMP, SNIFF_TIFF,
	SNIFF_ICO, SNIFF_JP2, SNIFF_PSD, SNIFF_AVIF, SNIFF_SOUND, SNIFF_FILM,
	SNIFF_FONT, SNIFF_ELF, SNIFF_MACHO, SNIFF_EXE, SNIFF_CLASS, SNIFF_WASM,
	/* what pagecat opens */
	SNIFF_WARC, SNIFF_ARC, SNIFF_HTTP, SNIFF_MBOX, SNIFF_MHTML, SNIFF_MAIL,
	SNIFF_WEBARCHIVE, SNIFF_PLIST, SNIFF_FEED, SNIFF_ENEX,
	SNIFF_HAR, SNIFF_JSONFEED,
	/* text */
	SNIFF_JSONL, SNIFF_JSON, SNIFF_HTML, SNIFF_XHTML, SNIFF_XML,
	SNIFF_KINDS
};

struct sniff_row {
	enum sniff_kind kind;
	enum sniff_class class;
	const char *name;   /* "PDF" */
	const char *remedy; /* "pdftotext(1) writes its text" */
};

/* The kind of a stream that begins so; NULL: text, or nothing known. */
const struct sniff_row *sniff(struct str head);

/*
 * Whether more of the stream cannot change the answer: SNIFF_HEAD bytes are
 * there, or a first line that no signature has.  A reader asks for more until
 * it is so; then the answer does not hang on how a pipe cuts its bytes, and a
 * person who types a line need not type 4 KiB.
 */
bool sniff_settled(struct str head);

/* The row of a kind. */
const struct sniff_row *sniff_row(enum sniff_kind);

#endif
