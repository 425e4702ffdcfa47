/* SPDX-License-Identifier: MIT */
/*
 * Descriptors: standard streams that are closed when a program starts, and
 * writing all of something.
 */
#ifndef BASE_FDS_H
#define BASE_FDS_H

#include <stdbool.h>
#include <stddef.h>

/*
 * Take the place of each of descriptors 0 to 2 that is closed, lest the next
 * file that is opened gets its number and is read or written instead.
 * Reading or writing a stream that was closed still fails, with EBADF.
 */
void fds_hold(void);

/* Wait until `fd`, which need not wait by itself, is ready for POLLIN or POLLOUT. */
void fds_wait(int fd, short event);

/* Write all of it, and wait where `fd` does not; false: errno says why not. */
bool fds_write(int fd, const char *s, size_t n);

#endif
