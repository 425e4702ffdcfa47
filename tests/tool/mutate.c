/* SPDX-License-Identifier: MIT */
/*
 * mutate SEED: standard input with a few bytes changed, taken out, doubled, or
 * its end cut off; the same for the same seed.
 */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MOST = 1 << 20 };

static uint64_t state;

/* A number below `n`, which is not 0 (xorshift64*). */
static size_t
below(size_t n)
{
	state ^= state >> 12;
	state ^= state << 25;
	state ^= state >> 27;
	return (size_t)((state * 0x2545F4914F6CDD1D >> 33) % n);
}

/* One change; the bytes that there are then. */
static size_t
change(char *s, size_t n)
{
	size_t at = below(n), length = 1 + below(n - at < 40 ? n - at : 40);

	switch (below(6)) {
	case 0: /* a bit */
		s[at] = (char)(s[at] ^ 1 << below(8));
		return n;
	case 1: /* a byte */
		s[at] = (char)below(256);
		return n;
	case 2: /* bytes that are gone */
		memmove(s + at, s + at + length, n - at - length);
		return n - length;
	case 3: /* bytes that come twice */
		memmove(s + at + length, s + at, n - at);
		return n + length;
	case 4: /* zeros, as of a block that was not written */
		memset(s + at, 0, length);
		return n;
	default: /* the end */
		return at;
	}
}

int
main(int argc, char *argv[])
{
	static char s[MOST + 4096];
	size_t n = fread(s, 1, MOST, stdin), times;

	if (argc != 2)
		return 2;
	state = strtoull(argv[1], NULL, 10) * 0x9E3779B97F4A7C15 + 1;
	for (times = 1 + below(3); times > 0 && n > 0; times--)
		n = change(s, n);
	return fwrite(s, 1, n, stdout) == n ? 0 : 2;
}
