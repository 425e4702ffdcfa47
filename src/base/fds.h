/* SPDX-License-Identifier: MIT */
/*
 * Standard streams that are closed when a program starts.
 */
#ifndef BASE_FDS_H
#define BASE_FDS_H

/*
 * Take the place of each of descriptors 0 to 2 that is closed, lest the next
 * file that is opened gets its number and is read or written instead.
 * Reading or writing a stream that was closed still fails, with EBADF.
 */
void fds_hold(void);

#endif
