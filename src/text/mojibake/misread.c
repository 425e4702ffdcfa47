/* SPDX-License-Identifier: MIT */
#include "text/mojibake/misread.h"

#include <stdbool.h>

#include "text/unicode/charclass.h"

enum { LOST = -1, NO_BYTE = -2, MANY = 3 };

struct reader {
	const struct points *from;
	const uint8_t *bytes; /* of the classes */
	bool any_space; /* a space may be A0 in any sequence */
	bool inside;    /* a space that is A0 is not a space as well */
};

/* The byte that a character is; LOST: it could be any. */
static int
byte_at(const struct reader *r, size_t i)
{
	uint32_t c;
	unsigned k;

	if (i >= r->from->n)
		return NO_BYTE;
	c = r->from->c[i];
	if (c < 0x80)
		return (int)c;
	if (c == 0xFFFD)
		return LOST;
	k = pair_class(c);
	return r->bytes[k] != 0 ? r->bytes[k] : NO_BYTE;
}

/* Bytes that follow in a sequence. */
static int
follow(int lead)
{
	return lead < 0xC2 || lead > 0xF4 ? 0 :
	    1 + (lead >= 0xE0) + (lead >= 0xF0);
}

/* Whether a space behind the lead may have been the byte A0. */
static bool
takes_space(const struct reader *r, int lead, int nth)
{
	if (r->any_space)
		return true;
	return nth == 1 && (lead == 0xC2 || lead == 0xC3 || lead == 0xE2);
}

/* Overlong, a surrogate, beyond U+10FFFF: no UTF-8. */
static bool
is_allowed(uint32_t c, int more)
{
	return more == 1 ? c >= 0x80 : more == 2 ? c >= 0x800 &&
	    (c < 0xD800 || c > 0xDFFF) : c >= 0x10000 && c <= 0x10FFFF;
}

/*
 * The sequence at `i`: its length in characters, 0 if it is not whole, and
 * what it is.
 */
static size_t
sequence(const struct reader *r, size_t i, uint32_t *c)
{
	int lead = byte_at(r, i), more = follow(lead);
	bool lost = false;

	*c = (uint32_t)lead & (0x3Fu >> more);
	for (int k = 1; k <= more; k++) {
		int b = byte_at(r, i + (size_t)k);

		if (b == LOST || (b == '?' && k == more && k > 1))
			lost = true;
		else if (b == ' ' && takes_space(r, lead, k))
			b = 0xA0;
		else if (b < 0x80 || b > 0xBF)
			return 0;
		*c = *c << 6 | ((uint32_t)b & 0x3F);
	}
	if (lost)
		*c = 0xFFFD;
	else if (more == 0 || !is_allowed(*c, more))
		return 0;
	return (size_t)more + 1;
}

/* A surrogate pair as six bytes: ED A0..AF xx ED B0..BF xx. */
static size_t
cesu(const struct reader *r, size_t i, uint32_t *c)
{
	uint32_t half[2];

	for (int h = 0; h < 2; h++) {
		int b = byte_at(r, i + 1), d = byte_at(r, i + 2);
		int low = h == 0 ? 0xA0 : 0xB0;

		if (byte_at(r, i) != 0xED || b < low || b > low + 15 ||
		    d < 0x80 || d > 0xBF)
			return 0;
		half[h] = ((uint32_t)b & 15) << 6 | ((uint32_t)d & 0x3F);
		i += 3;
	}
	*c = 0x10000 + (half[0] << 10) + half[1];
	return 6;
}

static bool
is_letter(uint32_t c)
{
	return (charclass_of(c) & CHARCLASS_LETTER) != 0;
}

/*
 * "à" whose second byte was a space: where spaces were made one, it is also
 * the space behind the word; but "às" is a word.
 */
static bool
is_space_too(const struct reader *r, size_t next)
{
	const uint32_t *c = r->from->c;
	size_t n = r->from->n;

	if (r->inside || next >= n || c[next - 1] != ' ' ||
	    !is_letter(c[next]))
		return false;
	return !(c[next] == 's' && (next + 1 == n || c[next + 1] == ' '));
}

static struct misread_result
undo(struct points *to, const struct reader *r)
{
	struct misread_result result = {0};
	size_t n;

	/* A sequence of two becomes a letter and a space at most. */
	points_room(to, r->from->n);
	to->n = 0;
	for (size_t i = 0; i < r->from->n; i += n) {
		uint32_t c = r->from->c[i];
		int b;

		n = 1;
		if (c < 0x80 || (b = byte_at(r, i)) < 0x80) {
			to->c[to->n++] = c;
			continue;
		}
		if ((n = cesu(r, i, &c)) == 0 && (n = sequence(r, i, &c)) == 0) {
			result.left += b < 0xC0 || follow(b) > 0;
			to->c[to->n++] = r->from->c[i];
			n = 1;
			continue;
		}
		if (result.decoded++ == 0) {
			result.lead = (uint8_t)b;
			result.second = r->from->c[i + 1];
		}
		to->c[to->n++] = c;
		if (c == 0xE0 && is_space_too(r, i + n))
			to->c[to->n++] = ' ';
	}
	return result;
}

/*
 * Spaces that are no-break spaces within words: where two spaces stand, they
 * were not made one; Vietnamese has à inside its words.
 */
static bool
has_inside(const struct points *from, const struct points *decoded)
{
	for (size_t i = 2; i < from->n; i++)
		if (from->c[i] == ' ' && from->c[i - 1] == ' ' &&
		    from->c[i - 2] >= 0x80)
			return true;
	for (size_t i = 0; i < decoded->n; i++)
		if (decoded->c[i] >= 0x1EA0 && decoded->c[i] <= 0x1EF9)
			return true;
	return false;
}

struct misread_result
misread_undo(struct points *to, const struct points *from,
    enum misreading charset)
{
	struct reader r = {.from = from, .bytes = misread_byte[charset]};
	struct misread_result result = undo(to, &r);

	if (result.decoded < MANY && !has_inside(from, to))
		return result;
	r.any_space = result.decoded >= MANY;
	r.inside = has_inside(from, to);
	return undo(to, &r);
}
