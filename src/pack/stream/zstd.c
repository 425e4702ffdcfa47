/* SPDX-License-Identifier: MIT */
/*
 * zstd (RFC 8878) as a coding of stream/unpack, with the dictionary that a
 * WARC.zst brings along.
 */
#include <stdlib.h>
#include <string.h>
#include <zstd.h>
#include <zstd_errors.h>

#include "base/complain.h"
#include "pack/stream/unpack.h"

/* Memory that a stream may ask for its window: 128 MiB. */
enum { ZSTD_WINDOW_LOG = 27 };

static const char frame_mark[4] = {0x28, (char)0xB5, 0x2F, (char)0xFD};
static const char dictionary_mark[4] = {0x37, (char)0xA4, 0x30, (char)0xEC};

static bool
starts(struct str head, const char mark[4])
{
	return head.n >= 4 && memcmp(head.s, mark, 4) == 0;
}

/*
 * A WARC.zst may begin with its dictionary, in a frame to be skipped of a
 * number of its own, which may be compressed itself (IIPC, "WARC with
 * Zstandard", 3).
 */
enum { DICTIONARY_MOST = 64 * 1024 * 1024, FRAME_HEAD = 8 };

struct zstd {
	ZSTD_DCtx *context;
	enum { AT_FRAME, IN_HEAD, IN_DICTIONARY, IN_FRAME } state;
	unsigned char head[FRAME_HEAD];
	size_t n; /* bytes of the head */
	size_t left; /* bytes of the dictionary */
	struct buf dictionary;
	bool has_dictionary;
};

static void *
zstd_open(void)
{
	struct zstd *z = calloc(1, sizeof *z);

	if (z != NULL && (z->context = ZSTD_createDCtx()) == NULL) {
		free(z);
		return NULL;
	}
	if (z != NULL)
		ZSTD_DCtx_setParameter(z->context, ZSTD_d_windowLogMax,
		    ZSTD_WINDOW_LOG);
	return z;
}

static void
zstd_reset(void *decoder)
{
	struct zstd *z = decoder;

	ZSTD_DCtx_reset(z->context, ZSTD_reset_session_only);
	z->state = AT_FRAME;
}

static void
zstd_close(void *decoder)
{
	struct zstd *z = decoder;

	ZSTD_freeDCtx(z->context);
	buf_free(&z->dictionary);
	free(z);
}

static bool
zstd_is_spent(void *decoder)
{
	return ((struct zstd *)decoder)->has_dictionary;
}

/* The dictionary is there, compressed or not. */
static bool
load_dictionary(struct zstd *z)
{
	struct buf *d = &z->dictionary, plain = {0};
	unsigned long long n = ZSTD_getFrameContentSize(d->s, d->n);
	size_t code;

	if (starts(buf_str(d), frame_mark)) {
		if (n > DICTIONARY_MOST)
			return false;
		code = ZSTD_decompress(buf_room(&plain, (size_t)n + 1),
		    (size_t)n, d->s, d->n);
		plain.n = ZSTD_isError(code) ? 0 : code;
		buf_free(d);
		*d = plain;
	}
	z->has_dictionary = true;
	return starts(buf_str(d), dictionary_mark) && !ZSTD_isError(
	    ZSTD_DCtx_loadDictionary(z->context, d->s, d->n));
}

static enum unpack_step
dictionary_step(struct zstd *z, const char **in, const char *end)
{
	size_t n;

	while (z->state == IN_HEAD && *in < end) {
		z->head[z->n++] = (unsigned char)*(*in)++;
		if (z->n < FRAME_HEAD)
			continue;
		z->left = z->head[4] | (size_t)z->head[5] << 8 |
		    (size_t)z->head[6] << 16 | (size_t)z->head[7] << 24;
		z->dictionary.n = 0;
		z->state = IN_DICTIONARY;
		if (z->left > DICTIONARY_MOST)
			return UNPACK_BAD;
	}
	if (z->state == IN_HEAD)
		return UNPACK_MORE;
	n = (size_t)(end - *in) < z->left ? (size_t)(end - *in) : z->left;
	buf_put(&z->dictionary, *in, n);
	*in += n;
	z->left -= n;
	if (z->left > 0)
		return UNPACK_MORE;
	return load_dictionary(z) ? UNPACK_END : UNPACK_BAD;
}

static enum unpack_step
zstd_step(void *decoder, const char **in, const char *end, char **to,
    char *limit)
{
	struct zstd *z = decoder;
	ZSTD_inBuffer from = {*in, (size_t)(end - *in), 0};
	ZSTD_outBuffer out = {*to, (size_t)(limit - *to), 0};
	size_t code;

	if (z->state == AT_FRAME && *in < end) {
		z->state = **in == 0x5D ? IN_HEAD : IN_FRAME;
		z->n = 0;
	}
	if (z->state == IN_HEAD || z->state == IN_DICTIONARY)
		return dictionary_step(z, in, end);
	code = ZSTD_decompressStream(z->context, &out, &from);
	if (ZSTD_getErrorCode(code) == ZSTD_error_memory_allocation)
		die("memory: zstd");
	*in += from.pos;
	*to += out.pos;
	return ZSTD_isError(code) ? UNPACK_BAD :
	    code == 0 ? UNPACK_END : UNPACK_MORE;
}

/* A frame, or one to be skipped (RFC 8878, 3.1). */
static bool
zstd_begins(struct str head)
{
	return starts(head, frame_mark) || (head.n >= 4 &&
	    (head.s[0] & 0xF0) == 0x50 &&
	    memcmp(head.s + 1, "\x2A\x4D\x18", 3) == 0);
}

const struct coding coding_zstd = {"zstd", zstd_open, zstd_reset, zstd_close,
    zstd_step, zstd_begins, zstd_is_spent};
