/* SPDX-License-Identifier: MIT */
#include "html/words/pagedate.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/ascii.h"
#include "html/words/calendar.h"
#include "html/words/datepattern.h"
#include "text/unicode/norm.h"

bool
pagedate_may_be(struct str s)
{
	for (size_t i = 0; i < s.n; i++)
		if (ascii_is_digit(s.s[i]) || (unsigned char)s.s[i] == 0xE0 ||
		    (unsigned char)s.s[i] == 0xEF)
			return true; /* or one of another script */
	return false;
}

bool
pagedate_find(struct str text, size_t from, const struct pagedate_how *how,
    struct pagedate *d)
{
	struct tokens t = {.text = text, .how = how};
	int next;

	if (t.text.n > from + PAGEDATE_TEXT)
		t.text.n = from + PAGEDATE_TEXT;
	tokens_read(&t, from);
	for (int i = 0; i < t.n; i++) {
		size_t start = t.at[i].at;

		/* Part of a longer number: 12.2025-03-14, 1.2.3.2025 */
		if (i > 1 && t.at[i].kind == NUMBER && token_is_sign(&t, i - 1,
		    "./-") && !t.at[i].spaced && !t.at[i - 1].spaced &&
		    t.at[i - 2].kind == NUMBER)
			continue;
		if ((next = datepattern_at(&t, i, d)) == 0)
			continue;
		d->start = start;
		d->end = t.at[next - 1].at + t.at[next - 1].n;
		return true;
	}
	return false;
}

/* Seconds or milliseconds since 1970; the time is UTC. */
static bool
from_epoch(struct str s, struct pagedate *d)
{
	char digits[20] = "";
	long long seconds;

	if (s.n != 10 && s.n != 13)
		return false;
	memcpy(digits, s.s, s.n);
	if (strspn(digits, "0123456789") != s.n)
		return false;
	seconds = atoll(digits) / (s.n == 13 ? 1000 : 1);
	calendar_set_days(d, (long)(seconds / 86400));
	if (!calendar_set(d, d->year, d->month, d->day))
		return false;
	d->hour = (int)(seconds / 3600 % 24);
	d->minute = (int)(seconds / 60 % 60);
	d->second = (int)(seconds % 60);
	d->zoned = true;
	return true;
}

/* Eight digits, and what may be a time behind them: 20250314T064000. */
static bool
from_digits(struct str s, struct pagedate *d)
{
	long n = 0;
	size_t i = 0;

	for (; i < s.n && i < 8 && ascii_is_digit(s.s[i]); i++)
		n = n * 10 + (s.s[i] - '0');
	return i == 8 && (s.n == 8 || !ascii_is_digit(s.s[8]) || s.n >= 12) &&
	    calendar_set(d, n / 10000, n / 100 % 100, n % 100);
}

/* ISO 8601's basic format with a time, 20250314T064000Z, with its marks. */
static bool
from_basic(struct str s, const struct pagedate_how *how, struct pagedate *d)
{
	struct buf marked = {0};
	size_t digits = 0, time = 0; /* how many of the time's */
	bool found;

	while (digits < s.n && ascii_is_digit(s.s[digits]))
		digits++;
	if (digits != 8 || s.n < 13 || ascii_lower(s.s[8]) != 't')
		return false;
	for (size_t i = 0; i < s.n; i++) {
		if (i == 4 || i == 6)
			buf_putc(&marked, '-');
		if (i == 9 + time && ascii_is_digit(s.s[i]) && time++ % 2 == 0
		    && time > 1)
			buf_putc(&marked, ':');
		buf_putc(&marked, ascii_lower(s.s[i]));
	}
	found = pagedate_find(buf_str(&marked), 0, how, d);
	buf_free(&marked);
	return found;
}

bool
pagedate_stated(struct str value, const struct pagedate_how *how,
    struct pagedate *d)
{
	struct buf folded = {0};
	bool found;

	while (value.n > 0 && ascii_is_space(value.s[0])) {
		value.s++;
		value.n--;
	}
	while (value.n > 0 && ascii_is_space(value.s[value.n - 1]))
		value.n--;
	if (value.n > PAGEDATE_TEXT)
		return false;
	if (from_epoch(value, d) || from_basic(value, how, d) ||
	    from_digits(value, d))
		return true;
	norm_put(&folded, value, NORM_KC | NORM_FOLD);
	found = pagedate_find(buf_str(&folded), 0, how, d);
	buf_free(&folded);
	return found;
}

/* ---- in an address ---- */

static long
digits_at(struct str s, size_t at, size_t *n)
{
	long value = 0;

	for (*n = 0; at + *n < s.n && ascii_is_digit(s.s[at + *n]); ++*n)
		if (*n < 9)
			value = value * 10 + (s.s[at + *n] - '0');
	return value;
}

/* A number of one or two digits, or the name of a month; 0: neither. */
static long
part_at(struct str s, size_t at, size_t *n)
{
	static const struct pagedate_how how = {0};
	long value = digits_at(s, at, n);
	char name[16];

	if (*n > 0)
		return *n <= 2 ? value : 0;
	while (at + *n < s.n && *n < sizeof name &&
	    ascii_is_letter(s.s[at + *n])) {
		name[*n] = ascii_lower(s.s[at + *n]);
		++*n;
	}
	value = *n > 0 ? token_month_of((struct str){name, *n}, &how) : 0;
	return value > 0 ? value : 0;
}

static bool
address_at(struct str s, size_t at, struct pagedate *d)
{
	size_t n, month_n, day_n;
	long year = digits_at(s, at, &n), month, day;
	char sign;

	if (n == 8)
		return calendar_set(d, year / 10000, year / 100 % 100, year % 100);
	if (n != 4 || at + 5 >= s.n || strchr("/-_.", s.s[at + 4]) == NULL)
		return false;
	sign = s.s[at + 4];
	month = part_at(s, at + 5, &month_n);
	at += 5 + month_n;
	if (month == 0 || at + 1 >= s.n || (s.s[at] != sign && s.s[at] != '/'))
		return false;
	day = digits_at(s, at + 1, &day_n);
	return day_n >= 1 && day_n <= 2 && calendar_set(d, year, month, day);
}

bool
pagedate_in_address(struct str url, struct pagedate *d)
{
	for (size_t i = 1; i < url.n; i++)
		if (ascii_is_digit(url.s[i]) && !ascii_is_digit(url.s[i - 1])
		    && address_at(url, i, d))
			return true;
	return false;
}

/* ---- out ---- */

void
pagedate_put_day(struct buf *to, const struct pagedate *d)
{
	char day[48];

	snprintf(day, sizeof day, "%04d-%02d-%02d", d->year, d->month, d->day);
	buf_puts(to, day);
}

void
pagedate_put(struct buf *to, const struct pagedate *d)
{
	char rest[96];
	int offset = d->offset < 0 ? -d->offset : d->offset;

	pagedate_put_day(to, d);
	if (d->hour < 0)
		return;
	snprintf(rest, sizeof rest, "T%02d:%02d:%02d", d->hour, d->minute,
	    d->second < 0 ? 0 : d->second);
	buf_puts(to, rest);
	if (!d->zoned)
		return;
	snprintf(rest, sizeof rest, "%c%02d:%02d", d->offset < 0 ? '-' : '+',
	    offset / 60, offset % 60);
	buf_puts(to, d->offset == 0 ? "Z" : rest);
}
