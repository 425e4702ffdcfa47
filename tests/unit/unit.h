/* SPDX-License-Identifier: MIT */
/*
 * One test program: a table of rows and a function that tests row _i, named
 * once in UNIT_MAIN.  A failure prints the row's `why`.
 */
#ifndef UNIT_UNIT_H
#define UNIT_UNIT_H

#include <check.h>
#include <stdlib.h>
#include <string.h>

#include "base/complain.h"
#include "base/buf.h"
#include "base/sink.h"
#include "base/source.h"
#include "../pieces.h"

#define ROWS(table) ((int)(sizeof(table) / sizeof *(table)))

/* For UNIT_SUITE: each takes TCase *t. */
#define UNIT_EACH(test, table) tcase_add_loop_test(t, test, 0, ROWS(table))
#define UNIT_ONE(test) tcase_add_test(t, test)
/* One that ends the program, by die. */
#define UNIT_DIES(test) tcase_add_exit_test(t, test, FAILED)

#define UNIT_SUITE(name, ...)                                         \
	int main(void)                                                \
	{                                                             \
		Suite *s = suite_create(name);                        \
		TCase *t = tcase_create(name);                        \
		SRunner *r = srunner_create(s);                       \
		int failed;                                           \
                                                                      \
		tcase_set_timeout(t, 120);                            \
		__VA_ARGS__;                                          \
		suite_add_tcase(s, t);                                \
		srunner_run_all(r, CK_ENV);                           \
		failed = srunner_ntests_failed(r);                    \
		srunner_free(r);                                      \
		return failed != 0;                                   \
	}

#define UNIT_MAIN(name, test, table) UNIT_SUITE(name, UNIT_EACH(test, table))

/* The buffer as a C string. */
static inline const char *
text_of(struct buf *b)
{
	buf_putc(b, '\0');
	b->n--;
	return b->s;
}

#endif
