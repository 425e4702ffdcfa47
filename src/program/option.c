/* SPDX-License-Identifier: MIT */
#include "program/option.h"

#include <errno.h>
#include <getopt.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/ascii.h"
#include "base/complain.h"

enum { MOST_OPTIONS = 96, HELP_COLUMN = 26, HELP_WIDTH = 80 };

static const struct option_row *const none[] = {NULL};
static const struct option_row *const *rows = none;

/* The tables as getopt_long wants them. */
static struct option longs[MOST_OPTIONS + 1];
static char letters[3 * MOST_OPTIONS + 2];

/* What a person wanted who takes -o for the name of a file. */
static const char to_file[] = ": >FILE writes a file";

/* ---- the rows ---- */

/* The i-th row of all tables; NULL past the last. */
static const struct option_row *
row_at(int i)
{
	for (const struct option_row *const *t = rows; *t != NULL; t++)
		for (const struct option_row *r = *t; r->name != NULL; r++)
			if (i-- == 0)
				return r;
	return NULL;
}

static const struct option_row *
row_of(int key)
{
	const struct option_row *r;

	for (int i = 0; (r = row_at(i)) != NULL; i++)
		if (r->key == key)
			break;
	return r;
}

const char *
option_name(int key)
{
	return row_of(key)->name;
}

static int
kind_of_value(const struct option_row *r)
{
	return r->value == NULL ? no_argument
	    : *r->value == '[' ? optional_argument : required_argument;
}

void
option_tables(const struct option_row *const tables[])
{
	const struct option_row *r;
	char *l = letters;
	int i;

	rows = tables;
	*l++ = ':';
	for (i = 0; (r = row_at(i)) != NULL && i < MOST_OPTIONS; i++) {
		int kind = kind_of_value(r);

		longs[i] = (struct option){r->name, kind, NULL, r->key};
		if (r->key >= 256)
			continue;
		*l++ = (char)r->key;
		for (int k = 0; k < kind; k++)
			*l++ = ':';
	}
	longs[i] = (struct option){0};
	*l = '\0';
}

/* ---- the command line ---- */

/*
 * Whether one of the two begins with the other, or they differ in one place by
 * at most two letters.
 */
static bool
is_near(const char *typed, size_t n, const char *name)
{
	size_t same = 0, length = strlen(name), end = 0;

	while (same < n && same < length && typed[same] == name[same])
		same++;
	while (end < n - same && end < length - same &&
	    typed[n - 1 - end] == name[length - 1 - end])
		end++;
	if (same == n || (same == length && same > 3))
		return true;
	return n > 3 && n - same - end <= 2 && length - same - end <= 2;
}

/* Whether a list of words with bars between has this one. */
static bool
has_word(const char *words, const char *word, size_t n)
{
	for (const char *s = words; s != NULL; s = strchr(s, '|')) {
		s += *s == '|';
		if (strncmp(s, word, n) == 0 && (s[n] == '|' || s[n] == '\0'))
			return n > 0;
	}
	return false;
}

/* A long name that is none, or the beginning of several. */
static void
no_such_name(const char *word)
{
	size_t n = strcspn(word + 2, "=");
	const struct option_row *r;
	char near[128] = "";
	size_t at = 0;

	for (int i = 0; (r = row_at(i)) != NULL && at < sizeof near; i++)
		if ((r->help != NULL || r->key < OPTION_SHARED) &&
		    is_near(word + 2, n, r->name))
			at += (size_t)snprintf(near + at, sizeof near - at,
			    "%s--%s", at > 0 ? ", " : ": perhaps ", r->name);
	for (int i = 0; (r = row_at(i)) != NULL && at == 0; i++)
		if (r->value != NULL && has_word(r->value, word + 2, n))
			at = (size_t)snprintf(near, sizeof near,
			    ": perhaps --%s=%.*s", r->name, (int)n, word + 2);
	if (at == 0 && n == 6 && memcmp(word + 2, "output", n) == 0)
		strcpy(near, to_file);
	misuse("%.*s: no such option%s", (int)n + 2, word, near);
}

/* The letter that getopt stopped at, as it was typed: one of UTF-8, too. */
static void
no_such_letter(char *argv[])
{
	const char *word = argv[optind - (optind > 1)], *at;
	int n = 1;

	if (optopt > 0 && optopt < 0x80)
		misuse("-%c: no such option%s", optopt,
		    optopt == 'o' ? to_file : "");
	/* getopt is inside this word or just past it */
	for (int i = optind; i >= optind - 1 && i > 0; i--)
		if (argv[i] != NULL && argv[i][0] == '-' &&
		    strchr(argv[i], optopt) != NULL)
			word = argv[i];
	at = strchr(word, optopt);
	if (at == NULL)
		misuse("%s: no such option", word);
	while (((unsigned char)at[n] & 0xC0) == 0x80)
		n++;
	misuse("-%.*s: no such option", n, at);
}

int
option_next(int argc, char *argv[], const char **value)
{
	const char *word;
	int key;

	opterr = 0;
	key = getopt_long(argc, argv, letters, longs, NULL);
	*value = optarg;
	if (key == ':')
		misuse("%s: needs a value", argv[optind - 1]);
	if (key != '?')
		return key;
	word = argv[optind - 1];
	if (optopt >= 256 || (optopt > 0 && strncmp(word, "--", 2) == 0))
		misuse("--%s: takes no value", option_name(optopt));
	if (optopt == 0)
		no_such_name(word);
	no_such_letter(argv);
	return key;
}

/* ---- help ---- */

static void
print_row(const struct option_row *r)
{
	int n = r->key < 256 ? printf("  -%c, ", r->key) : printf("      ");

	n += printf("--%s", r->name);
	if (r->value != NULL && *r->value == '[')
		n += printf("[=%s", r->value + 1);
	else if (r->value != NULL)
		n += printf("=%s", r->value);
	if (n > HELP_COLUMN - 2) {
		putchar('\n');
		n = 0;
	}
	printf("%*s%s\n", HELP_COLUMN - n, "",
	    r->help != NULL ? r->help : r->name);
}

void
option_help(const struct option_usage *u, bool all)
{
	const struct option_row *r;

	printf("usage: %s [option]... %s\n%s\n\n", u->name, u->operands,
	    u->purpose);
	for (int i = 0; (r = row_at(i)) != NULL; i++)
		if (r->help != NULL || (all && r->key < OPTION_SHARED))
			print_row(r);
}

/* ---- values ---- */

long
option_number(int key, const char *value, long least, long most)
{
	char *end;
	long n;

	errno = 0;
	n = strtol(value, &end, 10);
	if (*value != '\0' && *end == '\0' && errno == 0 && n >= least &&
	    n <= most)
		return n;
	if (most == LONG_MAX)
		misuse("--%s %s: give a number from %ld", option_name(key),
		    value, least);
	misuse("--%s %s: give a number from %ld to %ld", option_name(key),
	    value, least, most);
}

double
option_decimal(int key, const char *value, double least, double most)
{
	char *end;
	double n = strtod(value, &end);

	if (*value == '\0' || *end != '\0' || !(n >= least && n <= most) ||
	    value[strspn(value, "+-.0123456789eE")] != '\0')
		misuse("--%s %s: give a number from %g to %g",
		    option_name(key), value, least, most);
	return n;
}

/* "a|b|c" as "a, b or c". */
static void
spell_words(char *to, size_t room, const char *words)
{
	const char *last = strrchr(words, '|');
	size_t n = 0;

	for (const char *s = words; *s != '\0' && n + 5 < room; s++)
		if (*s != '|')
			to[n++] = *s;
		else
			n += (size_t)snprintf(to + n, room - n, "%s",
			    s == last ? " or " : ", ");
	to[n] = '\0';
}

int
option_word(int key, const char *value)
{
	const char *words = row_of(key)->value, *s = words;
	char list[256];

	for (int i = 0; s != NULL; i++) {
		const char *bar = strchr(s, '|');
		size_t n = bar != NULL ? (size_t)(bar - s) : strlen(s);

		if (strlen(value) == n && memcmp(value, s, n) == 0)
			return i;
		s = bar != NULL ? bar + 1 : NULL;
	}
	spell_words(list, sizeof list, words);
	misuse("--%s %s: give %s%s", option_name(key), value, list,
	    key == 'o' && strchr(value, '.') != NULL ? to_file : "");
}

int
option_item(int key, const char **list, const char *(*name)(int), int n)
{
	size_t length = strcspn(*list, ",");
	char names[512] = "";
	size_t at = 0;

	for (int i = 0; i < n; i++)
		if (strlen(name(i)) == length &&
		    memcmp(*list, name(i), length) == 0) {
			*list += length + ((*list)[length] == ',');
			return i;
		}
	for (int i = 0; i < n && at < sizeof names; i++)
		at += (size_t)snprintf(names + at, sizeof names - at, "%s%s",
		    i > 0 ? "," : "", name(i));
	misuse("--%s %.*s: give some of %s", option_name(key), (int)length,
	    *list, names);
}

size_t
option_size(int key, const char *value, size_t least)
{
	static const char units[] = "KMGT";
	char *end;
	unsigned long long n = strtoull(value, &end, 10);
	const char *unit = ascii_is_letter(*end) ? strchr(units, *end & 0xDF)
	                                         : NULL;

	if (unit != NULL) {
		end++;
		for (long i = unit - units; i >= 0; i--)
			n = n > SIZE_MAX >> 10 ? SIZE_MAX : n << 10;
	}
	if (*value < '0' || *value > '9' || *end != '\0' || n < least)
		misuse("--%s %s: give a size from %zuK, such as 64M or 2G",
		    option_name(key), value, least >> 10);
	return (size_t)n;
}
