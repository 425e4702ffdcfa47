/* SPDX-License-Identifier: MIT */
#include "base/complain.h"

#include <errno.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/fds.h"
#include "base/mem.h"

enum { LINE_MOST = 1024 };

static const char *name = "winnow", *operands = "[file]...";

void
complain_as(const char *program)
{
	name = program;
}

void
complain_operands(const char *of)
{
	operands = of;
}

const char *
complain_name(void)
{
	return name;
}

/* The bytes that a printf which returned `n` left in `room` bytes. */
static size_t
printed(int n, size_t room)
{
	return n < 0 ? 0 : (size_t)n < room ? (size_t)n : room;
}

/* Of what a terminal obeys, nothing: C0 and DEL, and C1, as two bytes of UTF-8. */
static void
silence(char *line, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		unsigned char c = (unsigned char)line[i];
		bool second = i > 0 && line[i - 1] == '\xC2' && c >= 0x80 && c < 0xA0;

		if (c < ' ' || c == 0x7F || second)
			line[i] = '?';
		if (second)
			line[i - 1] = '?';
	}
}

static void
put_line(const char *format, va_list args)
{
	int why = errno;
	char line[LINE_MOST + 2];
	size_t at = printed(snprintf(line, LINE_MOST, "%s: ", name), LINE_MOST);

	at += printed(vsnprintf(line + at, LINE_MOST - at, format, args),
	    LINE_MOST - at);
	if (line[at - 1] == ':')
		at += printed(snprintf(line + at, LINE_MOST - at, " %s",
		    strerror(why)), LINE_MOST - at);
	if (at > LINE_MOST - 1)
		at = LINE_MOST - 1;
	silence(line, at);
	line[at] = '\n';
	fds_write(STDERR_FILENO, line, at + 1); /* else nobody is left to tell */
}

void
complain(const char *format, ...)
{
	va_list args;

	va_start(args, format);
	put_line(format, args);
	va_end(args);
}

void
die(const char *format, ...)
{
	va_list args;

	va_start(args, format);
	put_line(format, args);
	va_end(args);
	mem_settled(); /* _exit is exit in a build that counts lines */
	_exit(FAILED);
}

void
misuse(const char *format, ...)
{
	va_list args;

	va_start(args, format);
	put_line(format, args);
	va_end(args);
	dprintf(STDERR_FILENO, "usage: %s [option]... %s; "
	    "%s --help lists the options\n", name, operands, name);
	mem_settled();
	_exit(FAILED);
}
