/* SPDX-License-Identifier: MIT */
/*
 * Preloaded (LD_PRELOAD), it lets memory run out: NOMEM=7 makes the 7th
 * allocation fail, whoever asks; NOMEM=7+ it and all after it; NOMEM=count
 * none, and says at the end on stderr how many there were.  For the GNU C
 * library, whose own names for these it calls.
 */
#include <errno.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

void *__libc_malloc(size_t);
void *__libc_calloc(size_t, size_t);
void *__libc_realloc(void *, size_t);

static atomic_long asked;
static long fails; /* 0: none */
static bool on, count;

__attribute__((constructor)) static void
begin(void)
{
	const char *s = getenv("NOMEM");

	if (s == NULL)
		return;
	count = strcmp(s, "count") == 0;
	fails = count ? 0 : strtol(s, NULL, 10);
	on = strchr(s, '+') != NULL;
	asked = 0;
}

__attribute__((destructor)) static void
end(void)
{
	char line[32];
	int n = snprintf(line, sizeof line, "%ld\n", (long)asked);

	if (count && write(STDERR_FILENO, line, (size_t)n) < 0)
		count = false;
}

static bool
refused(void)
{
	long n = ++asked;

	if (fails == 0 || (on ? n < fails : n != fails))
		return false;
	errno = ENOMEM;
	return true;
}

void *
malloc(size_t n)
{
	return refused() ? NULL : __libc_malloc(n);
}

void *
calloc(size_t count_of, size_t size)
{
	return refused() ? NULL : __libc_calloc(count_of, size);
}

void *
realloc(void *p, size_t n)
{
	return refused() ? NULL : __libc_realloc(p, n);
}
