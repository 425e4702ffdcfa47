/* SPDX-License-Identifier: MIT */
#include "base/range.h"

/* The digits at *s, taken off; 2: they are no 64-bit number; 0: no digits. */
static int
take_digits(const char **s, uint64_t *n)
{
	int found = 0;

	for (; **s >= '0' && **s <= '9'; ++*s) {
		unsigned digit = (unsigned)(**s - '0');

		if (!found)
			*n = 0;
		if (*n > (UINT64_MAX - digit) / 10)
			return 2;
		*n = *n * 10 + digit;
		found = 1;
	}
	return found;
}

bool
range_parse(const char *s, uint64_t *least, uint64_t *most)
{
	int first, last;

	*least = 0;
	*most = UINT64_MAX;
	first = take_digits(&s, least);
	if (first == 1 && *s == '\0') {
		*most = *least;
		return true;
	}
	if (first == 2 || *s++ != '-')
		return false;
	last = take_digits(&s, most);
	return last != 2 && *s == '\0' && (first || last) && *least <= *most;
}
