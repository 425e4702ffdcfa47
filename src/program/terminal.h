/* SPDX-License-Identifier: MIT */
/*
 * The terminal that standard output is, if it is one.  Ask before the sandbox
 * is closed.
 */
#ifndef PROGRAM_TERMINAL_H
#define PROGRAM_TERMINAL_H

/* Its width in columns; `otherwise`, if there is none or it has none. */
int terminal_columns(int otherwise);

#endif
