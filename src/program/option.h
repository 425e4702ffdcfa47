/* SPDX-License-Identifier: MIT */
/*
 * The options of a program, as tables of rows.  getopt_long, --help, the usage
 * line and the shell completions all read the rows, and the tests hold the
 * manual pages against them.
 */
#ifndef PROGRAM_OPTION_H
#define PROGRAM_OPTION_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/*
 * A key below 256 is the letter of a short option.  Others are long only: a
 * program's own keys begin at 256, those that all programs share at
 * OPTION_SHARED.
 */
enum { OPTION_OWN = 256, OPTION_SHARED = 1024 };

struct option_row {
	int key;
	const char *name; /* NULL ends the table */
	/*
	 * NULL: takes no value.  "file": the kind of value, as --help shows it.
	 * "keep|drop": the words it may be.  "[name]": may be left out.
	 */
	const char *value;
	const char *help; /* one line; NULL: not in --help */
};

/* What is said of a program in --help. */
struct option_usage {
	const char *name, *purpose, *operands; /* "[file]..." */
};

/* Tables of rows, in the order of --help; NULL ends the list. */
void option_tables(const struct option_row *const tables[]);

/*
 * The next option's key, and its value or NULL; -1: only operands are left,
 * from argv[optind].  A wrong option ends the program.
 */
int option_next(int argc, char *argv[], const char **value);

/*
 * --help on standard output; `all`: the program's own rows that are not shown,
 * too, for the completions of shells.
 */
void option_help(const struct option_usage *, bool all);

/* ---- values; a wrong one ends the program with the right ones named ---- */

/* A whole number from `least` to `most`. */
long option_number(int key, const char *value, long least, long most);

/* A decimal number from `least` to `most`, such as .75. */
double option_decimal(int key, const char *value, double least, double most);

/* Which of the row's words "a|b|c" it is, from 0. */
int option_word(int key, const char *value);

/*
 * The next item of a list such as "a,b" as one of n names: which one, from 0;
 * the list then begins behind it, and is empty behind the last.
 */
int option_item(int key, const char **list, const char *(*name)(int), int n);

/* Bytes: a number with K, M, G or T behind it for powers of 1024. */
size_t option_size(int key, const char *value, size_t least);

/* The long name of the option `key`, for messages. */
const char *option_name(int key);

#endif
