/* SPDX-License-Identifier: MIT */
#include "base/mem.h"

#include <errno.h>
#include <stdint.h>
#include <stdlib.h>

#include "base/app.h"

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

	errno = ENOMEM;
	if (count <= SIZE_MAX / size)
		p = realloc(old, count > 0 ? count * size : size);
	if (p == NULL)
		die("memory:");
	return p;
}
