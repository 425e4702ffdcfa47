/* SPDX-License-Identifier: MIT */
/*
 * What a program says on standard error: one line, "name: what: why".
 * A format that ends in ':' gets errno's reason appended.  Control characters
 * in what is said, as a file's name may have them, become '?'.
 */
#ifndef BASE_COMPLAIN_H
#define BASE_COMPLAIN_H

/* The exit status of a program, from best to worst. */
enum verdict {
	DONE,    /* also when there was nothing to do */
	PARTIAL, /* some input could not be used, and was named */
	FAILED   /* wrong use, no memory, output that could not be written */
};

#define COMPLAIN_FORMAT(n) __attribute__((format(printf, n, n + 1)))

/* The name that every line begins with; it is kept, not copied. */
void complain_as(const char *program);

/* The operands of its usage line, "[file]..." if this is not called. */
void complain_operands(const char *operands);

/* The program's name, where a remedy has it. */
const char *complain_name(void);

void complain(const char *format, ...) COMPLAIN_FORMAT(1);

/* The same, then the process ends with status FAILED. */
_Noreturn void die(const char *format, ...) COMPLAIN_FORMAT(1);

/* die for wrong use: a second line names the way to --help. */
_Noreturn void misuse(const char *format, ...) COMPLAIN_FORMAT(1);

#endif
