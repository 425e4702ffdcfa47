/* SPDX-License-Identifier: MIT */
#include "html/words/calendar.h"

static int
month_days(int year, int month)
{
	static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30,
	    31};
	bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);

	return days[month - 1] + (month == 2 && leap);
}

bool
calendar_set(struct pagedate *d, long year, long month, long day)
{
	if (year < PAGEDATE_FIRST || year > PAGEDATE_LAST || month < 1 ||
	    month > 12 || day < 1 || day > month_days((int)year, (int)month))
		return false;
	*d = (struct pagedate){.year = (int)year, .month = (int)month,
	    .day = (int)day, .hour = -1, .minute = -1, .second = -1};
	return true;
}

/* Days from civil, after Howard Hinnant's algorithm. */
long
pagedate_days(const struct pagedate *d)
{
	long y = d->year - (d->month <= 2), era = y / 400, of_era = y % 400;
	long of_year = (153 * (d->month + (d->month > 2 ? -3 : 9)) + 2) / 5 +
	    d->day - 1;

	return era * 146097 + of_era * 365 + of_era / 4 - of_era / 100 +
	    of_year - 719468;
}

void
calendar_set_days(struct pagedate *d, long days)
{
	long z = days + 719468, era = z / 146097, of_era = z % 146097;
	long y = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) /
	    365;
	long of_year = of_era - (365 * y + y / 4 - y / 100);
	long m = (5 * of_year + 2) / 153;

	d->day = (int)(of_year - (153 * m + 2) / 5 + 1);
	d->month = (int)(m < 10 ? m + 3 : m - 9);
	d->year = (int)(y + era * 400 + (d->month <= 2));
}

void
pagedate_add_days(struct pagedate *d, long days)
{
	calendar_set_days(d, pagedate_days(d) + days);
}
