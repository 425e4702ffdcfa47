/* SPDX-License-Identifier: MIT */
#include "unit.h"

#include "html/words/pagedate.h"

static const struct {
	const char *text, *want; /* "": no date */
	bool month_first;
	const char *language;
} rows[] = {
	/* ISO 8601, RFC 3339 */
	{"2025-03-14", "2025-03-14", false, NULL},
	{"2025-03-14T06:40:00+01:00", "2025-03-14T06:40:00+01:00", false, NULL},
	{"2025-03-14T06:40:00.000Z", "2025-03-14T06:40:00Z", false, NULL},
	{"2025-03-14 06:40", "2025-03-14T06:40:00", false, NULL},
	{"2025-03-14T06:40:00-0530", "2025-03-14T06:40:00-05:30", false, NULL},
	{"20250314", "2025-03-14", false, NULL},
	{"20250314T064000", "2025-03-14T06:40:00", false, NULL},
	{"20250314T064000Z", "2025-03-14T06:40:00Z", false, NULL},
	{"20250314T06:40+0100", "2025-03-14T06:40:00+01:00", false, NULL},
	/* seconds and milliseconds since 1970 */
	{"1741934400", "2025-03-14T06:40:00Z", false, NULL},
	{"1741934400000", "2025-03-14T06:40:00Z", false, NULL},
	{"0", "", false, NULL},
	/* RFC 5322 */
	{"Fri, 14 Mar 2025 06:40:00 +0100", "2025-03-14T06:40:00+01:00", false,
	    NULL},
	{"Fri Mar 14 2025 06:40:00 GMT+0000", "2025-03-14T06:40:00Z", false,
	    NULL},
	/* numbers, in three orders */
	{"14.3.2025", "2025-03-14", false, NULL},
	{"14. 3. 2025", "2025-03-14", false, NULL},
	{"3/4/2025", "2025-04-03", false, NULL},
	{"3/4/2025", "2025-03-04", true, NULL},
	{"3.4.2025", "2025-04-03", true, NULL},
	{"14/3/2025", "2025-03-14", true, NULL},
	{"3/14/2025", "2025-03-14", false, NULL},
	{"2025/3/14", "2025-03-14", false, NULL},
	{"14.03.25", "2025-03-14", false, NULL},
	{"14/03-2025", "", false, NULL},
	/* months by name */
	{"March 14, 2025", "2025-03-14", false, NULL},
	{"Mar. 14th, 2025", "2025-03-14", false, NULL},
	{"14 March 2025 at 6:40 pm", "2025-03-14T18:40:00", false, NULL},
	{"14 March 2025, 12:40 a.m.", "2025-03-14T00:40:00", false, NULL},
	{"14-Mar-25", "2025-03-14", false, NULL},
	{"14. März 2025, 06:40 Uhr", "2025-03-14T06:40:00", false, NULL},
	{"14. Maerz 2025", "2025-03-14", false, NULL},
	{"14 de marzo de 2025", "2025-03-14", false, NULL},
	{"14 mars 2025 à 18h30", "2025-03-14T18:30:00", false, NULL},
	{"1er février 2025", "2025-02-01", false, NULL},
	{"1 fevrier 2025", "2025-02-01", false, NULL},
	{"14 марта 2025 г.", "2025-03-14", false, NULL},
	{"14 Μαρτίου 2025", "2025-03-14", false, NULL},
	{"14 Mart 2025", "2025-03-14", false, NULL},
	{"2025. március 14.", "2025-03-14", false, NULL},
	{"2025 m. kovo 14 d.", "2025-03-14", false, NULL},
	{"14 آذار / مارس 2025", "2025-03-14", false, "ar"},
	{"14 مارس 2025", "2025-03-14", false, NULL},
	{"14 मार्च 2025", "2025-03-14", false, NULL},
	{"१४ मार्च २०२५", "2025-03-14", false, NULL},
	{"2025年3月14日 06:40", "2025-03-14T06:40:00", false, NULL},
	{"2025년 3월 14일", "2025-03-14", false, NULL},
	{"２０２５年３月１４日", "2025-03-14", false, NULL},
	{"ngày 14 tháng 3 năm 2025", "2025-03-14", false, NULL},
	{"14 tháng 3, 2025", "2025-03-14", false, NULL},
	/* a month that two languages share */
	{"14 listopada 2025", "2025-11-14", false, "pl"},
	{"14 listopada 2025", "2025-10-14", false, "hr"},
	{"14 listopada 2025", "", false, NULL},
	/* what is none */
	{"30 February 2025", "", false, NULL},
	{"29 February 2024", "2024-02-29", false, NULL},
	{"29 February 2025", "", false, NULL},
	{"14.13.2025", "", false, NULL},
	{"1900-01-01", "", false, NULL},
	{"0001-01-01", "", false, NULL},
	{"March 2025", "", false, NULL},
	{"version 10.4.20.1", "", false, NULL},
	{"call 555-2025-03", "", false, NULL},
	{"", "", false, NULL},
};

START_TEST(each_date)
{
	struct pagedate_how how = {rows[_i].month_first, rows[_i].language};
	struct pagedate d;
	struct buf got = {0};

	if (pagedate_stated(str_of(rows[_i].text), &how, &d))
		pagedate_put(&got, &d);
	ck_assert_msg(str_eq(buf_str(&got), str_of(rows[_i].want)),
	    "%s: %s", rows[_i].text, text_of(&got));
	buf_free(&got);
}
END_TEST

static const struct {
	const char *url, *want;
} addresses[] = {
	{"https://a.example/2025/03/14/river", "2025-03-14"},
	{"https://a.example/news/2025-03-14-river", "2025-03-14"},
	{"https://a.example/20250314-river.html", "2025-03-14"},
	{"https://a.example/2025/mar/14/river", "2025-03-14"},
	{"https://a.example/2025_03_14/river", "2025-03-14"},
	{"https://a.example/2025/03/river", ""},
	{"https://a.example/2025/13/14/river", ""},
	{"https://a.example/article-202503141.html", ""},
	{"https://a.example/", ""}, {"", ""},
};

START_TEST(each_address)
{
	struct pagedate d;
	struct buf got = {0};

	if (pagedate_in_address(str_of(addresses[_i].url), &d))
		pagedate_put(&got, &d);
	ck_assert_msg(str_eq(buf_str(&got), str_of(addresses[_i].want)),
	    "%s: %s", addresses[_i].url, text_of(&got));
	buf_free(&got);
}
END_TEST

START_TEST(days_go_round)
{
	struct pagedate d = {.year = 2024, .month = 2, .day = 28};

	ck_assert_int_eq(pagedate_days(&(struct pagedate){.year = 1970,
	    .month = 1, .day = 1}), 0);
	pagedate_add_days(&d, 2);
	ck_assert_int_eq(d.month * 100 + d.day, 301);
	pagedate_add_days(&d, -1);
	ck_assert_int_eq(d.month * 100 + d.day, 229);
}
END_TEST

UNIT_SUITE("pagedate", UNIT_EACH(each_date, rows),
    UNIT_EACH(each_address, addresses), tcase_add_test(t, days_go_round))
