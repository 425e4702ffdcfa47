/* SPDX-License-Identifier: MIT */
#include "pack/syntax/date.h"

#include <stdio.h>

#include "base/ascii.h"
#include "html/words/pagedate.h"
#include "pack/syntax/headers.h"

struct date {
	long year, month, day, seconds, zone; /* of the day; east of UTC */
	bool has_year, has_month, has_day, has_time;
};

static bool
digits(const char **s, const char *end, int most, long *n)
{
	const char *from = *s;

	for (*n = 0; *s < end && *s - from < most && **s >= '0' && **s <= '9';)
		*n = *n * 10 + *(*s)++ - '0';
	return *s > from;
}

static int
month_of(struct str word)
{
	static const char *const months[] = {"jan", "feb", "mar", "apr", "may",
	    "jun", "jul", "aug", "sep", "oct", "nov", "dec"};

	for (int i = 0; word.n >= 3 && i < 12; i++)
		if (headers_same((struct str){word.s, 3}, months[i]))
			return i + 1;
	return 0;
}

/* "22:39:11", "22:39", "22:39:11.123" */
static void
time_of(const char **s, const char *end, long hours, struct date *d)
{
	long minutes, seconds = 0, fraction;

	++*s;
	if (!digits(s, end, 2, &minutes))
		return;
	if (*s < end && **s == ':') {
		++*s;
		digits(s, end, 2, &seconds);
	}
	if (*s < end && **s == '.') {
		++*s;
		digits(s, end, 9, &fraction);
	}
	if (hours > 23 || minutes > 59 || seconds > 60)
		return;
	d->seconds = hours * 3600 + minutes * 60 + (seconds < 60 ? seconds : 59);
	d->has_time = true;
}

/* "+0530", "-08:00" */
static void
zone_of(const char **s, const char *end, struct date *d)
{
	bool west = *(*s)++ == '-';
	long hours, minutes = 0;

	if (!digits(s, end, 2, &hours))
		return;
	if (*s < end && **s == ':')
		++*s;
	digits(s, end, 2, &minutes);
	d->zone = (hours * 60 + minutes) * (west ? -60 : 60);
}

/* A number: an ISO date's year, a time's hour, a day, a year. */
static void
number(const char **s, const char *end, struct date *d)
{
	const char *from = *s;
	long n;

	digits(s, end, 4, &n);
	if (*s < end && **s == ':') {
		time_of(s, end, n, d);
	} else if (*s - from == 4) {
		d->year = n;
		d->has_year = true;
		if (end - *s >= 6 && **s == '-' && (*s)[3] == '-') {
			++*s;
			d->has_month = digits(s, end, 2, &d->month);
			++*s;
			d->has_day = digits(s, end, 2, &d->day);
		}
	} else if (!d->has_day) {
		d->day = n;
		d->has_day = true;
	} else if (!d->has_year) { /* RFC 850's two digits */
		d->year = n + (n < 70 ? 2000 : 1900);
		d->has_year = true;
	}
}

static bool
is_complete(const struct date *d)
{
	return d->has_year && d->has_month && d->has_day && d->has_time &&
	    d->year >= 1900 && d->year <= 9999 && d->month >= 1 &&
	    d->month <= 12 && d->day >= 1 && d->day <= 31;
}

static bool
parse(struct str t, struct date *d)
{
	const char *s = t.s, *end = s + t.n;

	while (s < end && *s != '(') {
		if (*s >= '0' && *s <= '9') {
			number(&s, end, d);
		} else if ((*s == '+' || *s == '-') && d->has_time) {
			zone_of(&s, end, d);
		} else if (ascii_is_letter(*s)) {
			const char *word = s;

			while (s < end && ascii_is_letter(*s))
				s++;
			if (!d->has_month) {
				d->month = month_of((struct str){word,
				    (size_t)(s - word)});
				d->has_month = d->month > 0;
			}
		} else {
			s++;
		}
	}
	return is_complete(d);
}

void
date_put(struct buf *to, struct str written)
{
	struct date d = {0};
	struct pagedate day;
	char text[64];
	long seconds, days = 0;

	if (!parse(written, &d)) {
		buf_put(to, written.s, written.n);
		return;
	}
	seconds = d.seconds - d.zone;
	while (seconds < 0)
		seconds += 86400, days--;
	while (seconds >= 86400)
		seconds -= 86400, days++;
	day = (struct pagedate){.year = (int)d.year, .month = (int)d.month,
	    .day = (int)d.day};
	pagedate_add_days(&day, days);
	pagedate_put_day(to, &day);
	snprintf(text, sizeof text, "T%02ld:%02ld:%02ldZ", seconds / 3600,
	    seconds / 60 % 60, seconds % 60);
	buf_puts(to, text);
}

void
date_put_stamp(struct buf *to, struct str digits)
{
	char text[32];
	size_t n = 0;

	while (n < digits.n && digits.s[n] >= '0' && digits.s[n] <= '9')
		n++;
	if (n < 14) {
		buf_put(to, digits.s, digits.n);
		return;
	}
	snprintf(text, sizeof text, "%.4s-%.2s-%.2sT%.2s:%.2s:%.2sZ",
	    digits.s, digits.s + 4, digits.s + 6, digits.s + 8, digits.s + 10,
	    digits.s + 12);
	buf_puts(to, text);
}
