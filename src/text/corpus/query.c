/* SPDX-License-Identifier: MIT */
#include "text/corpus/query.h"

#include <string.h>
#include <unistd.h>

#include "base/complain.h"
#include "base/load.h"

static void
add(void *self, struct str pattern)
{
	struct query *q = self;

	if (pattern.n == 0)
		return;
	buf_put(&q->sources, pattern.s, pattern.n);
	buf_putc(&q->sources, '\n');
}

void
query_add(struct query *q, const char *pattern)
{
	add(q, str_of(pattern));
}

void
query_add_file(struct query *q, const char *file)
{
	struct buf lines = {0};

	load_file(&lines, file);
	load_lines(buf_str(&lines), add, q);
	buf_free(&lines);
}

void
query_take_operand(struct query *q, char **operands, const char *example)
{
	if (q->sources.n > 0)
		return;
	if (*operands == NULL)
		misuse("give a pattern, such as: %s", example);
	query_add(q, *operands);
	if (q->sources.n == 0)
		misuse("the pattern is empty: give a word, such as: %s",
		    example);
	if (operands[1] == NULL && strchr(*operands, '.') != NULL &&
	    access(*operands, F_OK) == 0)
		complain("%s: a file, read as the pattern: the pattern comes "
		    "first, such as: %s", *operands, example);
	for (; *operands != NULL; operands++)
		operands[0] = operands[1];
}

static void
compile(void *self, struct str pattern)
{
	struct query *q = self;
	const char *why = patterns_add(q->patterns, pattern);

	if (why != NULL)
		misuse("pattern %.*s: %s", (int)pattern.n, pattern.s, why);
}

void
query_ready(struct query *q, const struct wordoptions *words)
{
	q->options.form = words->form;
	q->options.stem = words->stem;
	q->patterns = patterns_open(&q->options);
	load_lines(buf_str(&q->sources), compile, q);
}

void
query_note_limit(struct query *q, struct document *d)
{
	const char *regex = patterns_gave_up(q->patterns);

	if (regex != NULL)
		document_fault(d, "pattern %s: on some words it takes too "
		    "long; they do not match", regex);
}

void
query_free(struct query *q)
{
	patterns_free(q->patterns);
	buf_free(&q->sources);
}
