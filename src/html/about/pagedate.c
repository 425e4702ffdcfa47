/* SPDX-License-Identifier: MIT */
#include "html/about/pagedate.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/ascii.h"
#include "gen/months.h"
#include "text/unicode/norm.h"
#include "text/unicode/utf.h"

enum { TOKENS = 160, TIME_REACH = 5 /* tokens between a date and its time */ };

/* A piece of a text: a number, a word, or one other character. */
struct token {
	enum { NUMBER, WORD, SIGN } kind;
	long value;      /* of a number; the character of a sign */
	int digits;
	int month;       /* that a word names, 0: none; -1: one of two */
	size_t at, n;
	bool spaced;     /* white space stands before it */
};

struct tokens {
	struct str text;
	const struct pagedate_how *how;
	struct token at[TOKENS];
	int n;
};

/* ---- the calendar ---- */

static int
month_days(int year, int month)
{
	static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30,
	    31};
	bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);

	return days[month - 1] + (month == 2 && leap);
}

static bool
set_day(struct pagedate *d, long year, long month, long day)
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

static void
set_days(struct pagedate *d, long days)
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
	set_days(d, pagedate_days(d) + days);
}

/* ---- tokens ---- */

/* The value of a decimal digit of some scripts; -1: it is none. */
static int
digit_of(uint32_t c)
{
	static const uint32_t zeros[] = {'0', 0x660, 0x6F0, 0x966, 0x9E6,
	    0xE50};

	for (size_t i = 0; i < sizeof zeros / sizeof *zeros; i++)
		if (c >= zeros[i] && c < zeros[i] + 10)
			return (int)(c - zeros[i]);
	return -1;
}

/* What divides a date in Chinese, Japanese and Korean. */
static bool
is_unit(uint32_t c)
{
	return c == 0x5E74 || c == 0x6708 || c == 0x65E5 || c == 0x53F7 ||
	    c == 0xB144 || c == 0xC6D4 || c == 0xC77C;
}

static bool
is_space_sign(uint32_t c)
{
	return c <= ' ' || c == 0xA0 || c == 0x202F || c == 0x2009;
}

static bool
is_word_sign(uint32_t c)
{
	return c < 0x80 ? ascii_is_letter((int)c) : c != UTF_BAD &&
	    digit_of(c) < 0 && !is_unit(c) && !is_space_sign(c) &&
	    !(c >= 0x2000 && c <= 0x206F) && !(c >= 0x3000 && c <= 0x303F) &&
	    c != 0xB7 && c != 0xAB && c != 0xBB && c != 0x60C;
}

static int
month_of(struct str word, const struct pagedate_how *how)
{
	size_t low = 0, high = sizeof month_names / sizeof *month_names;
	int month = 0;

	while (low < high) {
		size_t middle = (low + high) / 2;
		const char *name = month_names[middle].name;
		int d = strncmp(name, word.s, word.n);

		if (d < 0)
			low = middle + 1;
		else
			high = middle;
	}
	for (; low < sizeof month_names / sizeof *month_names &&
	    strncmp(month_names[low].name, word.s, word.n) == 0 &&
	    month_names[low].name[word.n] == '\0'; low++) {
		if (month == 0)
			month = month_names[low].month;
		else
			month = -1;
		if (how->language != NULL && strncmp(how->language,
		    month_names[low].language, 2) == 0)
			return month_names[low].month;
	}
	return month;
}

bool
pagedate_is_month(struct str name)
{
	static const struct pagedate_how how = {0};
	struct buf folded = {0};
	bool is = false;

	if (name.n > 0 && name.n < 40) {
		norm_put(&folded, name, NORM_KC | NORM_FOLD);
		is = month_of(buf_str(&folded), &how) != 0;
	}
	buf_free(&folded);
	return is;
}

static int
step(const char *s, const char *end, uint32_t *c)
{
	return utf_step(s, end, c);
}

static void
read_token(struct tokens *t, size_t *at)
{
	const char *s = t->text.s, *end = s + t->text.n;
	struct token *k = &t->at[t->n++];
	uint32_t c;
	size_t i = *at;
	int n = step(s + i, end, &c);

	*k = (struct token){.kind = SIGN, .value = (long)c, .at = i,
	    .spaced = k->spaced};
	if (digit_of(c) >= 0) {
		k->kind = NUMBER;
		for (k->value = 0; i < t->text.n && (n = step(s + i, end, &c),
		    digit_of(c) >= 0); i += (size_t)n)
			if (k->digits++ < 15)
				k->value = k->value * 10 + digit_of(c);
	} else if (is_word_sign(c)) {
		k->kind = WORD;
		for (; i < t->text.n && (n = step(s + i, end, &c),
		    is_word_sign(c)); i += (size_t)n)
			continue;
	} else {
		i += (size_t)n;
	}
	k->n = i - k->at;
	if (k->kind == WORD)
		k->month = month_of((struct str){s + k->at, k->n}, t->how);
	*at = i;
}

static void
tokenize(struct tokens *t, size_t from)
{
	bool spaced = true;

	while (from < t->text.n && t->n < TOKENS) {
		uint32_t c;
		int n = step(t->text.s + from, t->text.s + t->text.n, &c);

		if (is_space_sign(c)) {
			from += (size_t)n;
			spaced = true;
			continue;
		}
		t->at[t->n].spaced = spaced;
		read_token(t, &from);
		spaced = false;
	}
}

/* ---- patterns: what is at token i, and the token behind it ---- */

static const struct token *
get(const struct tokens *t, int i)
{
	static const struct token none = {.kind = SIGN};

	return i < t->n ? &t->at[i] : &none;
}

static bool
is_number(const struct tokens *t, int i, int least, int most)
{
	const struct token *k = get(t, i);

	return k->kind == NUMBER && k->digits >= least && k->digits <= most;
}

static bool
is_sign(const struct tokens *t, int i, const char *signs)
{
	const struct token *k = get(t, i);

	return k->kind == SIGN && k->value > 0 && k->value < 128 &&
	    strchr(signs, (int)k->value) != NULL;
}

static bool
is_word(const struct tokens *t, int i, const char *words)
{
	const struct token *k = get(t, i);

	while (k->kind == WORD && *words != '\0') {
		size_t n = strcspn(words, " ");

		if (n == k->n && memcmp(t->text.s + k->at, words, n) == 0)
			return true;
		words += n + (words[n] == ' ');
	}
	return false;
}

static bool
is_month(const struct tokens *t, int i)
{
	return get(t, i)->kind == WORD && get(t, i)->month > 0;
}

static bool
is_cjk(const struct tokens *t, int i, long a, long b)
{
	const struct token *k = get(t, i);

	return k->kind == SIGN && (k->value == a || k->value == b);
}

static long
value(const struct tokens *t, int i)
{
	return get(t, i)->value;
}

/* A year of four digits, or of two. */
static bool
is_year(const struct tokens *t, int i)
{
	return is_number(t, i, 4, 4) || is_number(t, i, 2, 2);
}

static long
year_at(const struct tokens *t, int i)
{
	long y = value(t, i);

	if (get(t, i)->digits == 4)
		return y;
	return y >= 90 ? 1900 + y : 2000 + y;
}

/* 2025-03-14, 2025. 3. 14, 2025年3月14日 */
static int
year_first(const struct tokens *t, int i, struct pagedate *d)
{
	bool cjk = is_cjk(t, i + 1, 0x5E74, 0xB144) &&
	    is_cjk(t, i + 3, 0x6708, 0xC6D4);

	if (!is_number(t, i, 4, 4) || !is_number(t, i + 2, 1, 2) ||
	    !is_number(t, i + 4, 1, 2))
		return 0;
	if (!cjk && !(is_sign(t, i + 1, "-/.") &&
	    value(t, i + 1) == value(t, i + 3)))
		return 0;
	if (!set_day(d, value(t, i), value(t, i + 2), value(t, i + 4)))
		return 0;
	return i + 5 + (cjk && is_cjk(t, i + 5, 0x65E5, 0xC77C));
}

/* 14.3.2025, 14/3/25, 3/14/2025 */
static int
year_last(const struct tokens *t, int i, struct pagedate *d)
{
	long a = value(t, i), b = value(t, i + 2);
	bool month_first;

	if (!is_number(t, i, 1, 2) || !is_number(t, i + 2, 1, 2) ||
	    !is_year(t, i + 4) || !is_sign(t, i + 1, "-/.") ||
	    !is_sign(t, i + 3, "-/.") || value(t, i + 1) != value(t, i + 3))
		return 0;
	if (get(t, i + 4)->digits == 2 && is_sign(t, i + 5, ".:/") &&
	    !get(t, i + 5)->spaced && is_number(t, i + 6, 1, 9))
		return 0; /* a version, an IP address */
	month_first = value(t, i + 1) != '.' && (b > 12 ||
	    (a <= 12 && t->how->month_first));
	if (!set_day(d, year_at(t, i + 4), month_first ? a : b,
	    month_first ? b : a))
		return 0;
	d->short_year = get(t, i + 4)->digits == 2;
	return i + 5;
}

static int
skip_ordinal(const struct tokens *t, int i)
{
	if (is_word(t, i, "st nd rd th er º ª ° ste de e re o a") &&
	    !get(t, i)->spaced)
		i++;
	return is_sign(t, i, ".") ? i + 1 : i;
}

/* March 14, 2025; Mar. 14th 2025 */
static int
month_day(const struct tokens *t, int i, struct pagedate *d)
{
	int day, year;

	if (!is_month(t, i))
		return 0;
	day = i + 1 + is_sign(t, i + 1, ".-/");
	if (!is_number(t, day, 1, 2))
		return 0;
	year = skip_ordinal(t, day + 1);
	if (is_sign(t, year, ",-/") || is_word(t, year, "de of"))
		year++;
	if (!is_number(t, year, 4, 4) || !set_day(d, value(t, year),
	    get(t, i)->month, value(t, day)))
		return 0;
	return year + 1;
}

/* 14 March 2025, 14. März 2025, 14 de marzo de 2025, 14-Mar-25 */
static int
day_month(const struct tokens *t, int i, struct pagedate *d)
{
	int month, year;

	if (!is_number(t, i, 1, 2))
		return 0;
	month = skip_ordinal(t, i + 1);
	if (is_word(t, month, "de of d di da") || is_sign(t, month, "-/'"))
		month++;
	if (!is_month(t, month))
		return 0;
	year = month + 1;
	if (is_sign(t, year, "/") && is_month(t, year + 1))
		year += 2; /* its other name: "24 نيسان / أبريل 2020" */
	while (year < month + 4 && (is_sign(t, year, ".,-/'") ||
	    is_word(t, year, "de del of g года р")))
		year++;
	if (!is_year(t, year) || is_sign(t, year + 1, ":") ||
	    !set_day(d, year_at(t, year), get(t, month)->month, value(t, i)))
		return 0;
	d->short_year = get(t, year)->digits == 2;
	return year + 1;
}

/* 2025. március 14., 2025 m. kovo 14 d. */
static int
year_month(const struct tokens *t, int i, struct pagedate *d)
{
	int month = i + 1, day;

	if (!is_number(t, i, 4, 4))
		return 0;
	while (month < i + 4 && (is_sign(t, month, ".,-/") ||
	    is_word(t, month, "m gada")))
		month++;
	day = month + 1;
	if (is_sign(t, day, ".-/"))
		day++;
	if (!is_month(t, month) || !is_number(t, day, 1, 2) ||
	    !set_day(d, value(t, i), get(t, month)->month, value(t, day)))
		return 0;
	return day + 1;
}

/* 14 tháng 3, 2025; ngày 14 tháng 3 năm 2025 */
static int
vietnamese(const struct tokens *t, int i, struct pagedate *d)
{
	int year = i + 3;

	if (!is_number(t, i, 1, 2) || !is_word(t, i + 1, "tháng") ||
	    !is_number(t, i + 2, 1, 2))
		return 0;
	if (is_sign(t, year, ",") || is_word(t, year, "năm"))
		year++;
	if (!is_number(t, year, 4, 4) ||
	    !set_day(d, value(t, year), value(t, i + 2), value(t, i)))
		return 0;
	return year + 1;
}

/* ---- times ---- */

/* Z, UTC, GMT, +01:00, -0500 */
static int
take_offset(const struct tokens *t, int i, struct pagedate *d)
{
	bool west = is_sign(t, i, "-");
	long hours;

	if (is_word(t, i, "z utc gmt")) {
		d->zoned = true;
		d->offset = 0;
		i++;
		if (!is_sign(t, i, "+-") || get(t, i)->spaced)
			return i;
		west = is_sign(t, i, "-");
	}
	if (!is_sign(t, i, "+-") || get(t, i + 1)->spaced)
		return i;
	if (is_number(t, i + 1, 4, 4)) {
		hours = value(t, i + 1);
		d->offset = (int)(hours / 100 * 60 + hours % 100);
		i += 2;
	} else if (is_number(t, i + 1, 2, 2)) {
		d->offset = (int)value(t, i + 1) * 60;
		i += 2;
		if (is_sign(t, i, ":") && is_number(t, i + 1, 2, 2)) {
			d->offset += (int)value(t, i + 1);
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

	am = is_word(t, i, "am");
	pm = is_word(t, i, "pm");
	if (!am && !pm && is_sign(t, i + 1, ".") && is_word(t, i + 2, "m")) {
		am = is_word(t, i, "a");
		pm = is_word(t, i, "p");
		end = i + 3 + is_sign(t, i + 3, ".");
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

	while (at < i + TIME_REACH && at < t->n && get(t, at)->kind != NUMBER)
		at++;
	if (!is_number(t, at, 1, 2) || value(t, at) > 23 ||
	    !is_number(t, at + 2, 2, 2) || value(t, at + 2) > 59 ||
	    !(is_sign(t, at + 1, ":") || is_word(t, at + 1, "h")))
		return i;
	d->hour = (int)value(t, at);
	d->minute = (int)value(t, at + 2);
	last = at + 3;
	if (is_sign(t, last, ":") && is_number(t, last + 1, 2, 2) &&
	    value(t, last + 1) < 60) {
		d->second = (int)value(t, last + 1);
		last += 2;
		if (is_sign(t, last, ".,") && !get(t, last)->spaced &&
		    is_number(t, last + 1, 1, 9))
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

static bool
find_from(const struct tokens *t, int i, struct pagedate *d, int *next)
{
	static pattern *const patterns[] = {year_first, year_last, month_day,
	    day_month, year_month, vietnamese};

	for (size_t k = 0; k < sizeof patterns / sizeof *patterns; k++)
		if ((*next = patterns[k](t, i, d)) > 0)
			return true;
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
	tokenize(&t, from);
	for (int i = 0; i < t.n; i++) {
		size_t start = t.at[i].at;

		/* Part of a longer number: 12.2025-03-14, 1.2.3.2025 */
		if (i > 1 && t.at[i].kind == NUMBER && is_sign(&t, i - 1,
		    "./-") && !t.at[i].spaced && !t.at[i - 1].spaced &&
		    t.at[i - 2].kind == NUMBER)
			continue;
		if (!find_from(&t, i, d, &next))
			continue;
		next = take_time(&t, next, d);
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
	set_days(d, (long)(seconds / 86400));
	if (!set_day(d, d->year, d->month, d->day))
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
	    set_day(d, n / 10000, n / 100 % 100, n % 100);
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
	value = *n > 0 ? month_of((struct str){name, *n}, &how) : 0;
	return value > 0 ? value : 0;
}

static bool
address_at(struct str s, size_t at, struct pagedate *d)
{
	size_t n, month_n, day_n;
	long year = digits_at(s, at, &n), month, day;
	char sign;

	if (n == 8)
		return set_day(d, year / 10000, year / 100 % 100, year % 100);
	if (n != 4 || at + 5 >= s.n || strchr("/-_.", s.s[at + 4]) == NULL)
		return false;
	sign = s.s[at + 4];
	month = part_at(s, at + 5, &month_n);
	at += 5 + month_n;
	if (month == 0 || at + 1 >= s.n || (s.s[at] != sign && s.s[at] != '/'))
		return false;
	day = digits_at(s, at + 1, &day_n);
	return day_n >= 1 && day_n <= 2 && set_day(d, year, month, day);
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
