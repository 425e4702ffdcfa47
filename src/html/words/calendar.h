/* SPDX-License-Identifier: MIT */
/*
 * The Gregorian calendar: days that there are, and days counted from 1970-01-01.
 */
#ifndef HTML_WORDS_CALENDAR_H
#define HTML_WORDS_CALENDAR_H

#include "html/words/pagedate.h"

/* A day without a time; false: there is none, or it is not believed. */
bool calendar_set(struct pagedate *, long year, long month, long day);

/* The day that is `days` after 1970-01-01; the time stays. */
void calendar_set_days(struct pagedate *, long days);

#endif
