/* SPDX-License-Identifier: MIT */
/*
 * A program of the suite as a value: its name, its options, and a function
 * that reads one document.  filter_main does everything that all programs do
 * alike, in this order:
 *
 *	options        wrong use ends the program (2)
 *	ready          the program loads what it needs: models, lists
 *	open           all files
 *	sandbox        from here on nothing can be opened, reached or run
 *	start          threads may begin
 *	run            each document: a file, or with -j a record
 *	finish         what is written at the end: a table
 *
 * A file of the wrong kind (notation/sniff) is named with its remedy, not read.
 */
#ifndef PROGRAM_FILTER_H
#define PROGRAM_FILTER_H

#include "program/decoder.h"
#include "program/document.h"
#include "program/option.h"

/* What a program reads; other kinds of files are refused. */
enum filter_input {
	FILTER_WORDS,  /* text: HTML is refused, too */
	FILTER_PAGE,   /* HTML, or a text */
	FILTER_ROWS,   /* tables of other programs */
	FILTER_BYTES   /* anything: the program looks for itself */
};

struct filter {
	const char *name, *purpose;
	const char *operands;            /* NULL: "[file]..." */
	const struct option_row *options; /* its own; .name NULL at the end */
	enum document_result result;
	bool explodes; /* of RESULT_OBJECT: knows document_piece */
	enum filter_input input;
	const struct decoder *decoder;    /* gives -e; NULL: bytes as they are */
	const char *const *versions; /* of libraries and models; NULL ends */

	/* `self` is the program's own state.  All but run may be NULL. */
	void (*option)(void *self, int key, const char *value);
	/* Operands that are no files are taken out of the list here. */
	void (*ready)(void *self, char **operands);
	void (*start)(void *self);
	void (*run)(struct document *, void *self);
	void (*finish)(void *self, struct sink *out);
	/* The exit status; NULL: the worst that happened. */
	int (*status)(void *self, enum verdict);
};

/* The whole program, from its arguments to its exit status. */
int filter_main(const struct filter *, void *self, int argc, char *argv[]);

/*
 * For programs whose own -j decides it (RESULT_RECORDS), or whose options
 * change what they write: before run, from `option` or `ready`.
 */
void filter_set_result(enum document_result);

/* A list that an option asks for, such as --languages; the program ends. */
_Noreturn void filter_list(void (*write)(struct sink *));

/* A file that is read before the operands; from `ready`. */
void filter_add_file(char *name);

/* How many files --files-from names, which come before the operands. */
size_t filter_listed(void);

/* Whether documents are records (-j), and the member that is read. */
bool filter_reads_records(void);
const char *filter_field(void);

/* The descriptor of --rejects, or -1. */
int filter_rejects(void);

#endif
