/* SPDX-License-Identifier: MIT */
/*
 * Any bytes as each compression in turn, by the first of them.
 */
#include "pack.h"

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	static const struct reader *const readers[] = {&reader_gzip,
	    &reader_zlib, &reader_deflate, &reader_brotli, &reader_zstd,
	    &reader_xz, &reader_bzip2};
	struct buf out = {0};

	if (n == 0)
		return 0;
	seen_reader = readers[data[0] % (sizeof readers / sizeof *readers)];
	same_in_pieces((struct str){(const char *)data + 1, n - 1}, 3, &out,
	    seen_run);
	buf_free(&out);
	return 0;
}
