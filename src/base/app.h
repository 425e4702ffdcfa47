/* SPDX-License-Identifier: MIT */
/*
 * What every program does the same way: its name, its options, its
 * complaints and its exit status.  A program describes itself in one
 * `struct app`; getopt_long, --help, --version and the usage line all read
 * it, and the tests hold the manual page against it.
 */
#ifndef BASE_APP_H
#define BASE_APP_H

#include <stdbool.h>
#include <stddef.h>

/* The exit status, too. */
enum verdict {
	DONE,    /* also when there was nothing to do */
	PARTIAL, /* some input could not be used, and was named */
	FAILED   /* wrong use, no memory, output that could not be written */
};

/*
 * A key below 256 is the letter of a short option; others are long only: a
 * program's own from 256, a module's from APP_MODULE_KEY.
 */
enum { APP_MODULE_KEY = 1024 };

struct app_option {
	int key;
	const char *name; /* NULL ends the table */
	const char *arg;  /* what it is called in --help; NULL: takes none */
	const char *help;
};

/* What a program writes for one document. */
enum app_result {
	APP_TEXT,   /* a text */
	APP_PIECES, /* a list of texts: sentences, words */
	APP_TABLE,  /* nothing; a table of all documents comes at the end */
	APP_RECORDS /* text, or with an option of its own records; reads none */
};

struct app {
	const char *name, *purpose;
	const struct app_option *options;
	const char *const *libraries; /* "utf8proc 2.8.0", NULL at the end */
	enum app_result result;
	bool late_sandbox; /* the filter enters the sandbox, not base/io */
};

void app_start(const struct app *);
const struct app *app_self(void);

/*
 * More options, for a module that every program has: `take` is told of each
 * as it is met.  At most one such module; base/io is it.
 */
void app_also(const struct app_option *, void (*take)(int key));

/*
 * The next option's key, -1 when only operands are left (from argv[optind]);
 * its argument is in optarg.  --help and --version are answered here, and
 * a wrong option ends the program.
 */
int app_option(int argc, char *argv[]);

/* optarg as a number from `min` to `max`; anything else ends the program. */
long app_number(int key, long min, long max);

/* One line on stderr, "name: what: why"; a trailing ':' appends errno's why. */
void app_warn(const char *, ...) __attribute__((format(printf, 1, 2)));
_Noreturn void die(const char *, ...) __attribute__((format(printf, 1, 2)));

/* die for wrong use: the same, and the way to --help on a second line. */
_Noreturn void app_misuse(const char *, ...)
    __attribute__((format(printf, 1, 2)));

#endif
