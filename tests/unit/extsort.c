/* SPDX-License-Identifier: MIT */
#include "unit.h"

#include <stdint.h>

#include "base/extsort.h"

static const struct {
	const char *why;
	size_t memory;
	int records;
} rows[] = {
	{"nothing", 0, 0},
	{"nothing, with a file", 4096, 0},
	{"in memory", 0, 50000},
	{"fits the bound", 1 << 24, 50000},
	{"many runs", 1 << 16, 50000},
	{"runs of runs", 1 << 11, 50000},
};

/* Records of many lengths, some alike, some empty. */
static struct str
record(char *to, int i)
{
	uint32_t x = (uint32_t)(i % 40000) * 2654435761u;
	size_t n = x >> 8 & 31;

	for (size_t k = 0; k < n; k++)
		to[k] = (char)(x >> k % 24);
	return (struct str){to, n};
}

static int
order(struct str a, struct str b)
{
	int d = memcmp(a.s, b.s, a.n < b.n ? a.n : b.n);

	return d != 0 ? d : (a.n > b.n) - (a.n < b.n);
}

START_TEST(sorts)
{
	struct extsort s = extsort_open(rows[_i].memory);
	struct str got;
	char bytes[32], last[32];
	struct str before = {last, 0};
	uint64_t in = 0, out = 0;
	int n = 0;

	for (int i = 0; i < rows[_i].records; i++) {
		struct str r = record(bytes, i);

		for (size_t k = 0; k < r.n; k++)
			in += (unsigned char)r.s[k] * (k + 1);
		extsort_put(&s, r);
	}
	for (; extsort_next(&s, &got); n++) {
		if (order(before, got) > 0)
			ck_abort_msg("%s: record %d", rows[_i].why, n);
		memcpy(last, got.s, got.n);
		before.n = got.n;
		for (size_t k = 0; k < got.n; k++)
			out += (unsigned char)got.s[k] * (k + 1);
	}
	ck_assert_msg(n == rows[_i].records, "%s: %d", rows[_i].why, n);
	ck_assert_msg(in == out, "%s: other bytes", rows[_i].why);
	extsort_free(&s);
}
END_TEST

/* Nothing of it is looked at. */
START_TEST(too_long)
{
	struct extsort s = extsort_open(0);

	extsort_put(&s, (struct str){"", (size_t)UINT32_MAX + 1});
	exit(DONE);
}
END_TEST

UNIT_SUITE("extsort", UNIT_EACH(sorts, rows), UNIT_DIES(too_long))
