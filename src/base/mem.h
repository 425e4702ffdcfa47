/* SPDX-License-Identifier: MIT */
/*
 * Memory that is there or ends the process (status 2): a filter has nothing
 * better to do when it runs out, and so no caller needs an error path.
 * What mem_* returns is released with free(3).
 */
#ifndef BASE_MEM_H
#define BASE_MEM_H

#include <stddef.h>

void *mem_alloc(size_t count, size_t size);           /* zeroed */
void *mem_resize(void *, size_t count, size_t size);  /* tail undefined */

/*
 * From here on, a library that ends the process because it gets no memory
 * (one aborts, one exits, C++ throws) ends it as
 * mem_alloc would: a line, status 2.  Any other fault takes its course.
 * mem_settled: what follows is our own way out.
 */
void mem_guard(void);
void mem_settled(void);

#endif
