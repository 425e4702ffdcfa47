/* SPDX-License-Identifier: MIT */
#include "pack/syntax/digest.h"

#include <string.h>

#include "base/ascii.h"
#include "pack/syntax/headers.h"

static uint32_t
left(uint32_t v, int n)
{
	return v << n | v >> (32 - n);
}

static uint32_t
word(const unsigned char *s)
{
	return (uint32_t)s[0] << 24 | (uint32_t)s[1] << 16 |
	    (uint32_t)s[2] << 8 | s[3];
}

/* ---- SHA-1 (FIPS 180-4, 6.1.2) ---- */

static void
sha1_block(uint32_t h[8], const unsigned char *s)
{
	static const uint32_t k[4] = {0x5A827999, 0x6ED9EBA1, 0x8F1BBCDC,
	    0xCA62C1D6};
	uint32_t w[80], a = h[0], b = h[1], c = h[2], d = h[3], e = h[4];

	for (int t = 0; t < 16; t++)
		w[t] = word(s + 4 * t);
	for (int t = 16; t < 80; t++)
		w[t] = left(w[t - 3] ^ w[t - 8] ^ w[t - 14] ^ w[t - 16], 1);
	for (int t = 0; t < 80; t++) {
		uint32_t f = t < 20 ? (b & c) | (~b & d) :
		    t >= 40 && t < 60 ? (b & c) | (b & d) | (c & d) : b ^ c ^ d;
		uint32_t next = left(a, 5) + f + e + k[t / 20] + w[t];

		e = d, d = c, c = left(b, 30), b = a, a = next;
	}
	h[0] += a, h[1] += b, h[2] += c, h[3] += d, h[4] += e;
}

/* ---- SHA-256 (6.2.2) ---- */

static const uint32_t sha256_k[64] = {
	0x428A2F98, 0x71374491, 0xB5C0FBCF, 0xE9B5DBA5, 0x3956C25B, 0x59F111F1,
	0x923F82A4, 0xAB1C5ED5, 0xD807AA98, 0x12835B01, 0x243185BE, 0x550C7DC3,
	0x72BE5D74, 0x80DEB1FE, 0x9BDC06A7, 0xC19BF174, 0xE49B69C1, 0xEFBE4786,
	0x0FC19DC6, 0x240CA1CC, 0x2DE92C6F, 0x4A7484AA, 0x5CB0A9DC, 0x76F988DA,
	0x983E5152, 0xA831C66D, 0xB00327C8, 0xBF597FC7, 0xC6E00BF3, 0xD5A79147,
	0x06CA6351, 0x14292967, 0x27B70A85, 0x2E1B2138, 0x4D2C6DFC, 0x53380D13,
	0x650A7354, 0x766A0ABB, 0x81C2C92E, 0x92722C85, 0xA2BFE8A1, 0xA81A664B,
	0xC24B8B70, 0xC76C51A3, 0xD192E819, 0xD6990624, 0xF40E3585, 0x106AA070,
	0x19A4C116, 0x1E376C08, 0x2748774C, 0x34B0BCB5, 0x391C0CB3, 0x4ED8AA4A,
	0x5B9CCA4F, 0x682E6FF3, 0x748F82EE, 0x78A5636F, 0x84C87814, 0x8CC70208,
	0x90BEFFFA, 0xA4506CEB, 0xBEF9A3F7, 0xC67178F2,
};

static void
sha256_block(uint32_t h[8], const unsigned char *s)
{
	uint32_t w[64], v[8];

	for (int t = 0; t < 16; t++)
		w[t] = word(s + 4 * t);
	for (int t = 16; t < 64; t++) {
		uint32_t x = w[t - 15], y = w[t - 2];

		w[t] = w[t - 16] + w[t - 7] +
		    (left(x, 25) ^ left(x, 14) ^ x >> 3) +
		    (left(y, 15) ^ left(y, 13) ^ y >> 10);
	}
	memcpy(v, h, sizeof v);
	for (int t = 0; t < 64; t++) {
		uint32_t a = v[0], e = v[4];
		uint32_t one = v[7] + (left(e, 26) ^ left(e, 21) ^ left(e, 7)) +
		    ((e & v[5]) ^ (~e & v[6])) + sha256_k[t] + w[t];
		uint32_t two = (left(a, 30) ^ left(a, 19) ^ left(a, 10)) +
		    ((a & v[1]) ^ (a & v[2]) ^ (v[1] & v[2]));

		memmove(v + 1, v, 7 * sizeof *v);
		v[4] += one;
		v[0] = one + two;
	}
	for (int i = 0; i < 8; i++)
		h[i] += v[i];
}

/* ---- either ---- */

struct digest
digest_of(bool wide)
{
	struct digest sha1 = {.state = {0x67452301, 0xEFCDAB89, 0x98BADCFE,
	    0x10325476, 0xC3D2E1F0}};
	struct digest sha256 = {.state = {0x6A09E667, 0xBB67AE85, 0x3C6EF372,
	    0xA54FF53A, 0x510E527F, 0x9B05688C, 0x1F83D9AB, 0x5BE0CD19},
	    .wide = true};

	return wide ? sha256 : sha1;
}

static void
take_block(struct digest *d, const unsigned char *s)
{
	if (d->wide)
		sha256_block(d->state, s);
	else
		sha1_block(d->state, s);
}

void
digest_put(struct digest *d, const char *bytes, size_t n)
{
	const unsigned char *s = (const unsigned char *)bytes;

	while (n > 0) {
		size_t at = (size_t)(d->n % DIGEST_BLOCK), more = DIGEST_BLOCK -
		    at;

		if (more > n)
			more = n;
		if (more == DIGEST_BLOCK) {
			take_block(d, s);
		} else {
			memcpy(d->block + at, s, more);
			if (at + more == DIGEST_BLOCK)
				take_block(d, d->block);
		}
		d->n += more;
		s += more;
		n -= more;
	}
}

void
digest_end(struct digest *d, unsigned char to[DIGEST_BYTES])
{
	uint64_t bits = d->n * 8;
	char length[8];

	for (int i = 0; i < 8; i++)
		length[i] = (char)(bits >> (56 - 8 * i));
	digest_put(d, "\x80", 1);
	while (d->n % DIGEST_BLOCK != DIGEST_BLOCK - 8)
		digest_put(d, "\0", 1);
	digest_put(d, length, 8);
	for (int i = 0; i < DIGEST_BYTES; i++)
		to[i] = (unsigned char)(d->state[i / 4] >> (24 - i % 4 * 8));
}

/* ---- as they are written ---- */

/* The value of a digit of base 16 or 32; -1: it is none. */
static int
digit(char c, int base)
{
	if (base == 16)
		return ascii_hex(c);
	return c >= '2' && c <= '7' ? c - '2' + 26 :
	    ascii_is_letter(c) ? (c | 0x20) - 'a' : -1;
}

static bool
is_written(struct str text, const unsigned char *bytes, size_t n, int base)
{
	int width = base == 16 ? 4 : 5, held = 0;
	uint32_t bits = 0;
	size_t got = 0;

	for (size_t i = 0; i < text.n && text.s[i] != '='; i++) {
		int v = digit(text.s[i], base);

		if (v < 0)
			return false;
		bits = bits << width | (uint32_t)v;
		held += width;
		if (held < 8)
			continue;
		held -= 8;
		if (got == n || bytes[got] != (bits >> held & 0xFF))
			return false;
		got++;
	}
	return got == n;
}

/* "sha1" of "sha1:ABC"; the rest is left in `value`. */
static struct str
algorithm(struct str *value)
{
	const char *colon = value->n > 0 ? memchr(value->s, ':', value->n) :
	    NULL;
	struct str name = {value->s,
	    colon != NULL ? (size_t)(colon - value->s) : 0};

	if (colon != NULL) {
		value->s = colon + 1;
		value->n -= name.n + 1;
	}
	return name;
}

bool
digest_is(struct str written, const unsigned char *bytes, size_t n)
{
	algorithm(&written);
	return is_written(written, bytes, n, written.n == 2 * n ? 16 : 32);
}

/* ---- a stream that is checked ---- */

static void
check(struct digest_source *d)
{
	unsigned char bytes[DIGEST_BYTES];

	d->over = true;
	if (!d->known || d->pack->breaks != d->pack->since)
		return;
	digest_end(&d->digest, bytes);
	if (!digest_is(d->written, bytes, d->digest.wide ? 32 : 20))
		pack_break(d->pack, "warc: %.*s: its digest is not %.*s",
		    (int)(d->name.n < 100 ? d->name.n : 100), d->name.s,
		    (int)(d->written.n < 100 ? d->written.n : 100),
		    d->written.s);
}

static size_t
fill(struct source *source, char *to, size_t room)
{
	struct digest_source *d = (struct digest_source *)source;
	size_t n = d->over ? 0 : source_copy(d->in, to, room);

	digest_put(&d->digest, to, n);
	if (n == 0 && !d->over)
		check(d);
	return n;
}

struct digest_source
digest_source_of(struct pack *p, struct source *in, struct str written,
    struct str name)
{
	struct str value = written, how = algorithm(&value);
	bool wide = headers_same(how, "sha256") || headers_same(how, "sha-256");

	return (struct digest_source){.source = source_from(fill), .pack = p,
	    .in = in, .digest = digest_of(wide), .written = written,
	    .name = name, .known = wide || headers_same(how, "sha1") ||
	    headers_same(how, "sha-1")};
}

void
digest_source_pass(struct digest_source *d)
{
	do
		d->source.at = d->source.end;
	while (source_more(&d->source));
}

void
digest_source_free(struct digest_source *d)
{
	source_free(&d->source);
}
