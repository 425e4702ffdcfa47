/* SPDX-License-Identifier: MIT */
/*
 * The readers of all formats, and the libraries they use: the one place that
 * knows them all.
 */
#ifndef PACK_READERS_H
#define PACK_READERS_H

#include "pack/pack.h"

/* For struct pack's `readers`. */
extern const struct reader *const readers_all[];

/* By a name that -t takes; NULL: there is none such. */
const struct reader *readers_find(const char *name);

/* For --version: name and version of each library, NULL after the last. */
const char *const *readers_libraries(void);

extern const struct reader reader_arc, reader_brotli, reader_bzip2,
    reader_deflate, reader_enex, reader_feed, reader_gzip, reader_har,
    reader_html, reader_http, reader_jsonfeed, reader_lzma, reader_mime,
    reader_tar, reader_text, reader_warc, reader_webarchive, reader_xz,
    reader_zip, reader_zlib, reader_zstd;

#endif
