/* SPDX-License-Identifier: MIT */
/*
 * Repair of bytes that are not UTF-8: windows-1252 in between, surrogates in
 * three bytes (CESU-8).
 */
#include "text/mojibake/mojibakedata.h"
#include "text/repair/rule.h"
#include "text/unicode/utf.h"

/* A run of bytes that are not UTF-8; `parts` are its maximal subparts. */
struct run {
	const char *s, *end;
	int parts;
};

/* Letters, quotes, dashes and the ellipsis of windows-1252. */
static bool
is_likely(unsigned char b)
{
	static const unsigned char others[] = {
		0x82, 0x84, 0x85, 0x8A, 0x8B, 0x8C, 0x8E, 0x91, 0x92, 0x93,
		0x94, 0x96, 0x97, 0x9A, 0x9B, 0x9C, 0x9E, 0x9F, 0xAB, 0xBB,
	};

	return memchr(others, b, sizeof others) != NULL ||
	    (b >= 0xC0 && b != 0xD7 && b != 0xF7);
}

static bool
is_windows_1252(const struct run *r)
{
	for (const char *s = r->s; s < r->end; s++)
		if (!is_likely((unsigned char)*s))
			return false;
	return true;
}

static void
put_run(const struct run *r, struct buf *to)
{
	if (!is_windows_1252(r)) {
		for (int i = 0; i < r->parts; i++)
			utf_put(to, 0xFFFD);
		return;
	}
	for (const char *s = r->s; s < r->end; s++) {
		unsigned char b = (unsigned char)*s;

		utf_put(to, b < 0xA0 ? windows_1252[b - 0x80] : b);
	}
}

/* A surrogate in three bytes: ED, A0 to AF (high) or B0 to BF, 80 to BF. */
static bool
is_surrogate(const unsigned char *p, unsigned char second)
{
	return p[0] == 0xED && p[1] >= second && p[1] <= second + 15 &&
	    p[2] >= 0x80 && p[2] <= 0xBF;
}

static bool
is_cesu(const char *s, const char *end, uint32_t *c)
{
	const unsigned char *p = (const unsigned char *)s;

	if (end - s < 6 || !is_surrogate(p, 0xA0) || !is_surrogate(p + 3, 0xB0))
		return false;
	*c = 0x10000 + (((p[1] & 15u) << 6 | (p[2] & 63u)) << 10) +
	    ((p[4] & 15u) << 6 | (p[5] & 63u));
	return true;
}

static struct run
take_run(const char *s, const char *end)
{
	struct run r = {s, s, 0};
	uint32_t c;

	while (r.end < end && !is_cesu(r.end, end, &c)) {
		int n = utf_step(r.end, end, &c);

		if (c != UTF_BAD)
			break;
		r.end += n;
		r.parts++;
	}
	return r;
}

bool
repair_utf8(struct str line, struct buf *to)
{
	const char *s = line.s, *end = line.s + line.n;

	if (utf_valid(line))
		return false;
	while (s < end) {
		uint32_t c;
		int n = utf_step(s, end, &c);

		if (c != UTF_BAD) {
			buf_put(to, s, (size_t)n);
			s += n;
		} else if (is_cesu(s, end, &c)) {
			utf_put(to, c);
			s += 6;
		} else {
			struct run r = take_run(s, end);

			put_run(&r, to);
			s = r.end;
		}
	}
	return true;
}
