/* SPDX-License-Identifier: MIT */
/*
 * The codings of stream/unpack: each library behind the same five functions
 * (zstd is in a file of its own).
 */
#include <brotli/decode.h>
#include <bzlib.h>
#include <limits.h>
#include <lzma.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <zlib.h>
#include <zstd.h>

#include "base/complain.h"
#include "pack/stream/unpack.h"

/* Memory that a stream may ask for its window: more than any `xz -9`. */
enum { XZ_MEMORY = 256 * 1024 * 1024 };

static bool
starts(struct str head, const char *mark, size_t n)
{
	return head.n >= n && memcmp(head.s, mark, n) == 0;
}

/* Libraries count in `unsigned`. */
static unsigned
least(ptrdiff_t n)
{
	return n < INT_MAX ? (unsigned)n : INT_MAX;
}

/* ---- zlib: three wrappings of deflate ---- */

static void *
inflate_open(int bits)
{
	z_stream *z = calloc(1, sizeof *z);

	if (z != NULL && inflateInit2(z, bits) != Z_OK) {
		free(z);
		z = NULL;
	}
	return z;
}

static void *
gzip_open(void)
{
	return inflate_open(15 + 16);
}

static void *
zlib_open(void)
{
	return inflate_open(15);
}

static void *
deflate_open(void)
{
	return inflate_open(-15);
}

static void
inflate_reset(void *z)
{
	inflateReset(z);
}

static void
inflate_close(void *z)
{
	inflateEnd(z);
	free(z);
}

static enum unpack_step
inflate_step(void *decoder, const char **in, const char *end, char **to,
    char *limit)
{
	z_stream *z = decoder;
	int code;

	z->next_in = (unsigned char *)(uintptr_t)*in;
	z->avail_in = least(end - *in);
	z->next_out = (unsigned char *)*to;
	z->avail_out = least(limit - *to);
	code = inflate(z, Z_NO_FLUSH);
	if (code == Z_MEM_ERROR)
		die("memory: zlib");
	*in = (const char *)z->next_in;
	*to = (char *)z->next_out;
	return code == Z_STREAM_END ? UNPACK_END :
	    code == Z_OK || code == Z_BUF_ERROR ? UNPACK_MORE : UNPACK_BAD;
}

static bool
gzip_begins(struct str head)
{
	return starts(head, "\x1F\x8B\x08", 3) ||
	    (head.n < 3 && head.n > 0 && starts(head, "\x1F\x8B", head.n));
}

/* RFC 1950: deflate, a window that it may have, no dictionary, a check. */
static bool
zlib_begins(struct str head)
{
	const unsigned char *s = (const unsigned char *)head.s;

	return head.n >= 2 && (s[0] & 0x0F) == 8 && s[0] >> 4 <= 7 &&
	    (s[1] & 0x20) == 0 && (s[0] << 8 | s[1]) % 31 == 0;
}

const struct coding coding_gzip = {"gzip", gzip_open, inflate_reset,
    inflate_close, inflate_step, gzip_begins, NULL};
const struct coding coding_zlib = {"zlib", zlib_open, inflate_reset,
    inflate_close, inflate_step, zlib_begins, NULL};
const struct coding coding_deflate = {"deflate", deflate_open, inflate_reset,
    inflate_close, inflate_step, NULL, NULL};

/* ---- brotli ---- */

struct brotli {
	BrotliDecoderState *state;
};

static void *
brotli_open(void)
{
	struct brotli *b = calloc(1, sizeof *b);

	if (b != NULL &&
	    (b->state = BrotliDecoderCreateInstance(NULL, NULL, NULL)) == NULL) {
		free(b);
		b = NULL;
	}
	return b;
}

static void
brotli_reset(void *decoder)
{
	struct brotli *b = decoder;

	BrotliDecoderDestroyInstance(b->state);
	b->state = BrotliDecoderCreateInstance(NULL, NULL, NULL);
	if (b->state == NULL)
		die("memory:");
}

static void
brotli_close(void *decoder)
{
	struct brotli *b = decoder;

	BrotliDecoderDestroyInstance(b->state);
	free(b);
}

static enum unpack_step
brotli_step(void *decoder, const char **in, const char *end, char **to,
    char *limit)
{
	struct brotli *b = decoder;
	size_t left = (size_t)(end - *in), room = (size_t)(limit - *to);
	const uint8_t *from = (const uint8_t *)*in;
	uint8_t *out = (uint8_t *)*to;
	BrotliDecoderResult result = BrotliDecoderDecompressStream(b->state,
	    &left, &from, &room, &out, NULL);

	if (result == BROTLI_DECODER_RESULT_ERROR) {
		BrotliDecoderErrorCode why = BrotliDecoderGetErrorCode(b->state);

		if (why <= BROTLI_DECODER_ERROR_ALLOC_CONTEXT_MODES &&
		    why >= BROTLI_DECODER_ERROR_ALLOC_BLOCK_TYPE_TREES)
			die("memory: brotli");
	}
	*in = (const char *)from;
	*to = (char *)out;
	return result == BROTLI_DECODER_RESULT_SUCCESS ? UNPACK_END :
	    result == BROTLI_DECODER_RESULT_ERROR ? UNPACK_BAD : UNPACK_MORE;
}

const struct coding coding_brotli = {"brotli", brotli_open, brotli_reset,
    brotli_close, brotli_step, NULL, NULL};

/* ---- xz ---- */

static void
xz_reset(void *decoder)
{
	/* An earlier stream's memory is used again. */
	if (lzma_stream_decoder(decoder, XZ_MEMORY, 0) != LZMA_OK)
		die("memory:");
}

static void *
xz_open(void)
{
	lzma_stream *x = calloc(1, sizeof *x);

	if (x != NULL && lzma_stream_decoder(x, XZ_MEMORY, 0) != LZMA_OK) {
		free(x);
		x = NULL;
	}
	return x;
}

static void
xz_close(void *decoder)
{
	lzma_end(decoder);
	free(decoder);
}

static enum unpack_step
xz_step(void *decoder, const char **in, const char *end, char **to, char *limit)
{
	lzma_stream *x = decoder;
	lzma_ret code;

	x->next_in = (const uint8_t *)*in;
	x->avail_in = (size_t)(end - *in);
	x->next_out = (uint8_t *)*to;
	x->avail_out = (size_t)(limit - *to);
	code = lzma_code(x, LZMA_RUN);
	if (code == LZMA_MEM_ERROR)
		die("memory: lzma");
	*in = (const char *)x->next_in;
	*to = (char *)x->next_out;
	return code == LZMA_STREAM_END ? UNPACK_END :
	    code == LZMA_OK || code == LZMA_BUF_ERROR ? UNPACK_MORE :
	    UNPACK_BAD;
}

static bool
xz_begins(struct str head)
{
	return starts(head, "\xFD" "7zXZ\0", 6);
}

const struct coding coding_xz = {"xz", xz_open, xz_reset, xz_close, xz_step,
    xz_begins, NULL};

/* ---- lzma, the format before xz ---- */

static void
lzma_reset(void *decoder)
{
	if (lzma_alone_decoder(decoder, XZ_MEMORY) != LZMA_OK)
		die("memory:");
}

static void *
lzma_open(void)
{
	lzma_stream *x = calloc(1, sizeof *x);

	if (x != NULL && lzma_alone_decoder(x, XZ_MEMORY) != LZMA_OK) {
		free(x);
		x = NULL;
	}
	return x;
}

/*
 * It has no signature: properties of literals, a dictionary of a usual size,
 * and a length that is unknown or less than a terabyte.
 */
static bool
lzma_begins(struct str head)
{
	return head.n >= 13 && starts(head, "\x5D\0\0", 3) &&
	    (memcmp(head.s + 5, "\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF", 8) == 0 ||
	    memcmp(head.s + 10, "\0\0\0", 3) == 0);
}

const struct coding coding_lzma = {"lzma", lzma_open, lzma_reset, xz_close,
    xz_step, lzma_begins, NULL};

/* ---- bzip2 ---- */

static void *
bzip2_open(void)
{
	bz_stream *b = calloc(1, sizeof *b);

	if (b != NULL && BZ2_bzDecompressInit(b, 0, 0) != BZ_OK) {
		free(b);
		b = NULL;
	}
	return b;
}

static void
bzip2_reset(void *decoder)
{
	bz_stream *b = decoder;

	BZ2_bzDecompressEnd(b);
	*b = (bz_stream){0};
	if (BZ2_bzDecompressInit(b, 0, 0) != BZ_OK)
		die("memory:");
}

static void
bzip2_close(void *decoder)
{
	BZ2_bzDecompressEnd(decoder);
	free(decoder);
}

static enum unpack_step
bzip2_step(void *decoder, const char **in, const char *end, char **to,
    char *limit)
{
	bz_stream *b = decoder;
	int code;

	b->next_in = (char *)(uintptr_t)*in;
	b->avail_in = least(end - *in);
	b->next_out = *to;
	b->avail_out = least(limit - *to);
	code = BZ2_bzDecompress(b);
	if (code == BZ_MEM_ERROR)
		die("memory: bzip2");
	*in = b->next_in;
	*to = b->next_out;
	return code == BZ_STREAM_END ? UNPACK_END :
	    code == BZ_OK ? UNPACK_MORE : UNPACK_BAD;
}

/* A block, or the end of a stream that has none. */
static bool
bzip2_begins(struct str head)
{
	return starts(head, "BZh", 3) && head.n >= 10 &&
	    head.s[3] >= '1' && head.s[3] <= '9' &&
	    (memcmp(head.s + 4, "\x31\x41\x59\x26\x53\x59", 6) == 0 ||
	    memcmp(head.s + 4, "\x17\x72\x45\x38\x50\x90", 6) == 0);
}

const struct coding coding_bzip2 = {"bzip2", bzip2_open, bzip2_reset,
    bzip2_close, bzip2_step, bzip2_begins, NULL};

void
coding_version(int i, char to[64])
{
	unsigned b = BrotliDecoderVersion();
	char brotli[32];

	snprintf(brotli, sizeof brotli, "%u.%u.%u", b >> 24, b >> 12 & 0xFFF,
	    b & 0xFFF);
	snprintf(to, 64, "%s %s",
	    (const char *[]){"zlib", "brotli", "zstd", "lzma", "bzip2"}[i],
	    (const char *[]){zlibVersion(), brotli, ZSTD_versionString(),
	    lzma_version_string(), BZ2_bzlibVersion()}[i]);
}
