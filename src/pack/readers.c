/* SPDX-License-Identifier: MIT */
#include "pack/readers.h"

#include "pack/stream/unpack.h"
#include "text/unicode/utf.h"

/* In the order in which they are asked: the surest signs first. */
const struct reader *const readers_all[] = {
	&reader_gzip, &reader_zstd, &reader_xz, &reader_bzip2, &reader_lzma,
	&reader_warc, &reader_arc, &reader_http, &reader_zip, &reader_tar,
	&reader_webarchive, &reader_feed, &reader_enex, &reader_har,
	&reader_jsonfeed, &reader_zlib, &reader_mime, &reader_html,
	&reader_text, &reader_brotli, &reader_deflate, NULL,
};

const char *const *
readers_libraries(void)
{
	static char codings[5][64];
	static const char *all[7];

	for (int i = 0; i < 5; i++) {
		coding_version(i, codings[i]);
		all[i] = codings[i];
	}
	all[5] = utf_version();
	return all;
}

static bool
has_word(const char *words, const char *word)
{
	size_t n = strlen(word);

	for (const char *at = words; n > 0 && at != NULL;
	    at = strchr(at, ' '), at += at != NULL)
		if (strncmp(at, word, n) == 0 &&
		    (at[n] == ' ' || at[n] == '\0'))
			return true;
	return false;
}

const struct reader *
readers_find(const char *name)
{
	for (const struct reader *const *r = readers_all; *r != NULL; r++)
		if (has_word((*r)->names, name))
			return *r;
	return NULL;
}
