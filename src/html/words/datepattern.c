/* SPDX-License-Identifier: MIT */
#include "html/words/datepattern.h"

#include "html/words/calendar.h"

enum { TIME_REACH = 5 /* tokens between a date and its time */ };

/* ---- each: the date at token i, and the token behind it ---- */

/* 2025-03-14, 2025. 3. 14, 2025年3月14日 */
static int
year_first(const struct tokens *t, int i, struct pagedate *d)
{
	bool cjk = token_is_cjk(t, i + 1, 0x5E74, 0xB144) &&
	    token_is_cjk(t, i + 3, 0x6708, 0xC6D4);

	if (!token_is_number(t, i, 4, 4) || !token_is_number(t, i + 2, 1, 2) ||
	    !token_is_number(t, i + 4, 1, 2))
		return 0;
	if (!cjk && !(token_is_sign(t, i + 1, "-/.") &&
	    token_value(t, i + 1) == token_value(t, i + 3)))
		return 0;
	if (!calendar_set(d, token_value(t, i), token_value(t, i + 2), token_value(t, i + 4)))
		return 0;
	return i + 5 + (cjk && token_is_cjk(t, i + 5, 0x65E5, 0xC77C));
}

/* 14.3.2025, 14/3/25, 3/14/2025 */
static int
year_last(const struct tokens *t, int i, struct pagedate *d)
{
	long a = token_value(t, i), b = token_value(t, i + 2);
	bool month_first;

	if (!token_is_number(t, i, 1, 2) || !token_is_number(t, i + 2, 1, 2) ||
	    !token_is_year(t, i + 4) || !token_is_sign(t, i + 1, "-/.") ||
	    !token_is_sign(t, i + 3, "-/.") || token_value(t, i + 1) != token_value(t, i + 3))
		return 0;
	if (token_get(t, i + 4)->digits == 2 && token_is_sign(t, i + 5, ".:/") &&
	    !token_get(t, i + 5)->spaced && token_is_number(t, i + 6, 1, 9))
		return 0; /* a version, an IP address */
	month_first = token_value(t, i + 1) != '.' && (b > 12 ||
	    (a <= 12 && t->how->month_first));
	if (!calendar_set(d, token_year(t, i + 4), month_first ? a : b,
	    month_first ? b : a))
		return 0;
	d->short_year = token_get(t, i + 4)->digits == 2;
	return i + 5;
}

static int
skip_ordinal(const struct tokens *t, int i)
{
	if (token_is_word(t, i, "st nd rd th er º ª ° ste de e re o a") &&
	    !token_get(t, i)->spaced)
		i++;
	return token_is_sign(t, i, ".") ? i + 1 : i;
}

/* March 14, 2025; Mar. 14th 2025 */
static int
month_day(const struct tokens *t, int i, struct pagedate *d)
{
	int day, year;

	day = i + 1 + token_is_sign(t, i + 1, ".-/");
	if (!token_is_number(t, day, 1, 2) || !token_is_month(t, i))
		return 0;
	year = skip_ordinal(t, day + 1);
	if (token_is_sign(t, year, ",-/") || token_is_word(t, year, "de of"))
		year++;
	if (!token_is_number(t, year, 4, 4) || !calendar_set(d, token_value(t, year),
	    token_month(t, i), token_value(t, day)))
		return 0;
	return year + 1;
}

/* 14 March 2025, 14. März 2025, 14 de marzo de 2025, 14-Mar-25 */
static int
day_month(const struct tokens *t, int i, struct pagedate *d)
{
	int month, year;

	if (!token_is_number(t, i, 1, 2))
		return 0;
	month = skip_ordinal(t, i + 1);
	if (token_is_word(t, month, "de of d di da") || token_is_sign(t, month, "-/'"))
		month++;
	if (!token_is_month(t, month))
		return 0;
	year = month + 1;
	if (token_is_sign(t, year, "/") && token_is_month(t, year + 1))
		year += 2; /* its other name: "24 نيسان / أبريل 2020" */
	while (year < month + 4 && (token_is_sign(t, year, ".,-/'") ||
	    token_is_word(t, year, "de del of g года р")))
		year++;
	if (!token_is_year(t, year) || token_is_sign(t, year + 1, ":") ||
	    !calendar_set(d, token_year(t, year), token_month(t, month), token_value(t, i)))
		return 0;
	d->short_year = token_get(t, year)->digits == 2;
	return year + 1;
}

/* 2025. március 14., 2025 m. kovo 14 d. */
static int
year_month(const struct tokens *t, int i, struct pagedate *d)
{
	int month = i + 1, day;

	if (!token_is_number(t, i, 4, 4))
		return 0;
	while (month < i + 4 && (token_is_sign(t, month, ".,-/") ||
	    token_is_word(t, month, "m gada")))
		month++;
	day = month + 1;
	if (token_is_sign(t, day, ".-/"))
		day++;
	if (!token_is_month(t, month) || !token_is_number(t, day, 1, 2) ||
	    !calendar_set(d, token_value(t, i), token_month(t, month), token_value(t, day)))
		return 0;
	return day + 1;
}

/* 14 tháng 3, 2025; ngày 14 tháng 3 năm 2025 */
static int
vietnamese(const struct tokens *t, int i, struct pagedate *d)
{
	int year = i + 3;

	if (!token_is_number(t, i, 1, 2) || !token_is_word(t, i + 1, "tháng") ||
	    !token_is_number(t, i + 2, 1, 2))
		return 0;
	if (token_is_sign(t, year, ",") || token_is_word(t, year, "năm"))
		year++;
	if (!token_is_number(t, year, 4, 4) ||
	    !calendar_set(d, token_value(t, year), token_value(t, i + 2), token_value(t, i)))
		return 0;
	return year + 1;
}

/* ---- times ---- */

/* Z, UTC, GMT, +01:00, -0500 */
static int
take_offset(const struct tokens *t, int i, struct pagedate *d)
{
	bool west = token_is_sign(t, i, "-");
	long hours;

	if (token_is_word(t, i, "z utc gmt")) {
		d->zoned = true;
		d->offset = 0;
		i++;
		if (!token_is_sign(t, i, "+-") || token_get(t, i)->spaced)
			return i;
		west = token_is_sign(t, i, "-");
	}
	if (!token_is_sign(t, i, "+-") || token_get(t, i + 1)->spaced)
		return i;
	if (token_is_number(t, i + 1, 4, 4)) {
		hours = token_value(t, i + 1);
		d->offset = (int)(hours / 100 * 60 + hours % 100);
		i += 2;
	} else if (token_is_number(t, i + 1, 2, 2)) {
		d->offset = (int)token_value(t, i + 1) * 60;
		i += 2;
		if (token_is_sign(t, i, ":") && token_is_number(t, i + 1, 2, 2)) {
			d->offset += (int)token_value(t, i + 1);
			i += 2;
		}
	} else {
		return i;
	}
	d->zoned = d->offset <= 14 * 60;
	d->offset = !d->zoned ? 0 : west ? -d->offset : d->offset;
	return i;
}

static int
take_half(const struct tokens *t, int i, struct pagedate *d)
{
	bool am, pm;
	int end = i + 1;

	am = token_is_word(t, i, "am");
	pm = token_is_word(t, i, "pm");
	if (!am && !pm && token_is_sign(t, i + 1, ".") && token_is_word(t, i + 2, "m")) {
		am = token_is_word(t, i, "a");
		pm = token_is_word(t, i, "p");
		end = i + 3 + token_is_sign(t, i + 3, ".");
	}
	if (!am && !pm)
		return i;
	if (d->hour <= 12)
		d->hour = d->hour % 12 + (pm ? 12 : 0);
	return end;
}

/* 06:40, 6:40:00.000 pm, 18h30, behind a date that ends at token i. */
static int
take_time(const struct tokens *t, int i, struct pagedate *d)
{
	int at = i, last;
	struct pagedate was = *d;

	while (at < i + TIME_REACH && at < t->n && token_get(t, at)->kind != NUMBER)
		at++;
	if (!token_is_number(t, at, 1, 2) || token_value(t, at) > 23 ||
	    !token_is_number(t, at + 2, 2, 2) || token_value(t, at + 2) > 59 ||
	    !(token_is_sign(t, at + 1, ":") || token_is_word(t, at + 1, "h")))
		return i;
	d->hour = (int)token_value(t, at);
	d->minute = (int)token_value(t, at + 2);
	last = at + 3;
	if (token_is_sign(t, last, ":") && token_is_number(t, last + 1, 2, 2) &&
	    token_value(t, last + 1) < 60) {
		d->second = (int)token_value(t, last + 1);
		last += 2;
		if (token_is_sign(t, last, ".,") && !token_get(t, last)->spaced &&
		    token_is_number(t, last + 1, 1, 9))
			last += 2;
	}
	last = take_half(t, last, d);
	last = take_offset(t, last, d);
	/* "14.3.2025 | 15.3.2025 10:30": the time is another date's. */
	if (d->hour > 23)
		*d = was;
	return last;
}

typedef int pattern(const struct tokens *, int, struct pagedate *);

int
datepattern_at(const struct tokens *t, int i, struct pagedate *d)
{
	static pattern *const patterns[] = {year_first, year_last, month_day,
	    day_month, year_month, vietnamese};

	for (size_t k = 0; k < sizeof patterns / sizeof *patterns; k++) {
		int next = patterns[k](t, i, d);

		if (next > 0)
			return take_time(t, next, d);
	}
	return 0;
}
