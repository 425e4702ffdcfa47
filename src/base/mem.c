/* SPDX-License-Identifier: MIT */
#define _XOPEN_SOURCE 700 /* sigaltstack */

#include "base/mem.h"

#include <errno.h>
#include <signal.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>

#include "base/complain.h"

_Static_assert(sizeof(size_t) == 8, "winnow needs a 64-bit system");

void *
mem_alloc(size_t count, size_t size)
{
	void *p = calloc(count ? count : 1, size);

	if (p == NULL)
		die("memory:");
	return p;
}

void *
mem_resize(void *old, size_t count, size_t size)
{
	void *p = NULL;

	if (count <= SIZE_MAX / size)
		p = realloc(old, count > 0 ? count * size : size);
	else
		errno = ENOMEM;
	if (p == NULL)
		die("memory:");
	return p;
}

static bool settled;

static void
on_fault(int number)
{
	if (errno == ENOMEM)
		die("memory:");
	raise(number); /* once this returns, as if it had not been caught */
}

static void
on_exit_of_another(void)
{
	if (!settled) {
		errno = ENOMEM;
		die("memory:");
	}
}

/* Where a sanitizer or a fuzzer has its own ways, they stay. */
void
mem_guard(void)
{
	static const int numbers[] = {SIGABRT, SIGTRAP, SIGSEGV};
	static char stack[64 * 1024]; /* GLib may have used up the other */
	const stack_t other = {.ss_sp = stack, .ss_size = sizeof stack};
	struct sigaction old, new = {.sa_handler = on_fault};

	new.sa_flags = (int)SA_RESETHAND;
	if (sigaltstack(&other, NULL) == 0)
		new.sa_flags |= SA_ONSTACK;
	for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++)
		if (sigaction(numbers[i], NULL, &old) == 0 &&
		    old.sa_handler == SIG_DFL)
			sigaction(numbers[i], &new, NULL);
	atexit(on_exit_of_another);
}

void
mem_settled(void)
{
	settled = true;
}
