/* SPDX-License-Identifier: MIT */
#include "base/app.h"

#include <errno.h>
#include <getopt.h>
#include <limits.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/sandbox.h"
#include "base/mem.h"

enum { MOST_OPTIONS = 64, HELP_COLUMN = 26, PROBE = 2 * APP_MODULE_KEY };

static const struct app_option none[] = {{0}};
static const struct app_option shared[] = {
	{'h', "help", NULL, "print this help and exit"},
	{'V', "version", NULL, "print versions and exit"},
	{PROBE, "sandbox-probe", NULL, NULL}, /* for the tests; not in --help */
	{0},
};

static const struct app *self = &(const struct app){.name = "winnow",
    .purpose = "", .options = none};
static const struct app_option *module = none;
static void (*module_take)(int);

void
app_start(const struct app *app)
{
	self = app;
}

const struct app *
app_self(void)
{
	return self;
}

void
app_also(const struct app_option *rows, void (*take)(int))
{
	module = rows;
	module_take = take;
}

static void
complain(const char *format, va_list args)
{
	int why = errno;
	char line[1024];
	size_t room = sizeof line - 1;
	int n = snprintf(line, room, "%s: ", self->name);
	size_t at = n < 0 ? 0 : (size_t)n;

	n = vsnprintf(line + at, room - at, format, args);
	at += n < 0 ? 0 : (size_t)n;
	if (at > 0 && at < room && line[at - 1] == ':') {
		n = snprintf(line + at, room - at, " %s", strerror(why));
		at += n < 0 ? 0 : (size_t)n;
	}
	if (at > room - 1)
		at = room - 1;
	/* A name from the command line must not steer the terminal. */
	for (size_t i = 0; i < at; i++)
		if ((unsigned char)line[i] < ' ' || line[i] == 0x7f)
			line[i] = '?';
	line[at] = '\n';
	if (write(STDERR_FILENO, line, at + 1) < 0)
		return; /* nobody is left to tell */
}

void
app_warn(const char *format, ...)
{
	va_list args;

	va_start(args, format);
	complain(format, args);
	va_end(args);
}

void
die(const char *format, ...)
{
	va_list args;

	va_start(args, format);
	complain(format, args);
	va_end(args);
	mem_settled(); /* _exit is exit in a build that counts lines */
	_exit(FAILED);
}

void
app_misuse(const char *format, ...)
{
	va_list args;

	va_start(args, format);
	complain(format, args);
	va_end(args);
	dprintf(STDERR_FILENO, "usage: %s [option]... [file]...; "
	    "%s --help tells more\n", self->name, self->name);
	mem_settled();
	_exit(FAILED);
}

/* The i-th option of all: the program's, the module's, the shared ones. */
static const struct app_option *
option_at(int i)
{
	const struct app_option *const tables[] = {self->options, module};

	for (int t = 0; t < 2; t++)
		for (const struct app_option *o = tables[t]; o->name; o++)
			if (i-- == 0)
				return o;
	return &shared[i];
}

static bool
of_module(int key)
{
	for (const struct app_option *o = module; o->name != NULL; o++)
		if (o->key == key)
			return true;
	return false;
}

static void
print_options(void)
{
	const struct app_option *o;

	for (int i = 0; (o = option_at(i))->name != NULL; i++) {
		int n;

		if (o->help == NULL)
			continue;
		n = o->key < 256 ? printf("  -%c, ", o->key) : printf("      ");

		n += printf("--%s", o->name);
		if (o->arg != NULL)
			n += printf("=%s", o->arg);
		if (n > HELP_COLUMN - 2) {
			putchar('\n');
			n = 0;
		}
		printf("%*s%s\n", HELP_COLUMN - n, "", o->help);
	}
}

static _Noreturn void
finish(void)
{
	if (fflush(stdout) != 0 || ferror(stdout))
		die("standard output:");
	mem_settled();
	exit(DONE);
}

static _Noreturn void
help(void)
{
	printf("usage: %s [option]... [file]...\n%s\n\n", self->name,
	    self->purpose);
	print_options();
	finish();
}

static _Noreturn void
version(void)
{
	printf("%s (winnow) %s\n", self->name, VERSION);
	for (const char *const *l = self->libraries; l != NULL && *l; l++)
		printf("%s\n", *l);
	sandbox_enter();
	printf("sandbox: %s\n", sandbox_state());
	finish();
}

/* The tables as getopt_long wants them. */
static struct option longs[MOST_OPTIONS];
static char letters[2 * MOST_OPTIONS + 1];

static void
tell_getopt(void)
{
	const struct app_option *o;
	char *l = letters;

	*l++ = ':';
	for (int i = 0; (o = option_at(i))->name != NULL; i++) {
		longs[i] = (struct option){o->name,
		    o->arg ? required_argument : no_argument, NULL, o->key};
		if (o->key < 256) {
			*l++ = (char)o->key;
			if (o->arg != NULL)
				*l++ = ':';
		}
	}
}

int
app_option(int argc, char *argv[])
{
	int c;

	if (letters[0] == '\0')
		tell_getopt();
	while ((c = getopt_long(argc, argv, letters, longs, NULL)) != -1 &&
	    of_module(c))
		module_take(c);
	if (c == 'h')
		help();
	if (c == 'V')
		version();
	if (c == PROBE) {
		sandbox_probe();
		finish();
	}
	if (c == ':')
		app_misuse("%s: takes an argument", argv[optind - 1]);
	if (c == '?' && optopt > 0 && optopt < 256)
		app_misuse("-%c: no such option", optopt);
	if (c == '?')
		app_misuse("%s: no such option", argv[optind - 1]);
	return c;
}

long
app_number(int key, long min, long max)
{
	char *end;
	long n;
	const struct app_option *o;

	errno = 0;
	n = strtol(optarg, &end, 10);
	if (*optarg != '\0' && *end == '\0' && errno == 0 && n >= min &&
	    n <= max)
		return n;
	for (int i = 0; (o = option_at(i))->key != key;)
		i++;
	if (max == LONG_MAX)
		app_misuse("--%s %s: give a number from %ld", o->name, optarg,
		    min);
	app_misuse("--%s %s: give a number from %ld to %ld", o->name, optarg,
	    min, max);
}
