/* SPDX-License-Identifier: MIT */
/*
 * Dates as pages write them: ISO 8601 and RFC 3339, RFC 5322, numbers in the
 * order of the country (14.3.2025, 3/14/2025, 2025/3/14), the names of months
 * of 50 languages (src/data/months.txt), East Asian and Vietnamese forms, and
 * the path of an address.  A day that the calendar does not have is no date.
 * Only the Gregorian calendar.
 */
#ifndef HTML_WORDS_PAGEDATE_H
#define HTML_WORDS_PAGEDATE_H

#include <stdbool.h>

#include "base/buf.h"

struct pagedate {
	int year, month, day;
	int hour, minute, second; /* -1: not said */
	bool zoned;               /* `offset` was said */
	int offset;               /* minutes east of UTC */
	bool short_year;          /* two digits of it */
	size_t start, end;        /* bytes in the text that was searched */
};

struct pagedate_how {
	bool month_first;     /* 3/4/2025 is in March */
	const char *language; /* BCP 47, for names of two months; or NULL */
};

enum {
	PAGEDATE_FIRST = 1990, PAGEDATE_LAST = 2035, /* years believed */
	PAGEDATE_TEXT = 512 /* bytes of a text that are searched at once */
};

/*
 * The first date in a text that was folded (norm_put, NORM_KC | NORM_FOLD),
 * from the byte `from` on.  Only its first PAGEDATE_TEXT bytes are searched.
 */
bool pagedate_find(struct str folded, size_t from, const struct pagedate_how *,
    struct pagedate *);

/* Whether there may be a date in a text: it has a digit. */
bool pagedate_may_be(struct str);

/*
 * The date that a meta element or attribute states: as in a text, or as eight
 * digits, or as seconds or milliseconds since 1970.
 */
bool pagedate_stated(struct str value, const struct pagedate_how *,
    struct pagedate *);

/* In an address: /2025/03/14/, 2025-03-14, 20250314, /2025/mar/14/. */
bool pagedate_in_address(struct str url, struct pagedate *);

/* Whether it is the name of a month. */
bool pagedate_is_month(struct str name);

/* Days since 1970-01-01; the day `days` later. */
long pagedate_days(const struct pagedate *);
void pagedate_add_days(struct pagedate *, long days);

/* Appended as RFC 3339 has it, as precise as it is: a day alone, no offset. */
void pagedate_put(struct buf *, const struct pagedate *);
void pagedate_put_day(struct buf *, const struct pagedate *);

#endif
