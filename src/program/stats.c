/* SPDX-License-Identifier: MIT */
#include "program/stats.h"

#include <stdio.h>
#include <string.h>

#include "base/complain.h"
#include "base/fds.h"
#include "base/mem.h"
#include "base/vec.h"
#include "notation/object.h"

struct named {
	char *name; /* its own: who tells it may be gone when it is written */
	uint64_t n;
};

VEC_TYPE(named_list, struct named);

static struct {
	uint64_t read, written, bytes_in, bytes_out;
	struct named_list dropped, own;
	VEC(const char *) makers;
} total;

static void
add(struct named_list *list, const char *name, uint64_t n)
{
	size_t size = strlen(name) + 1;
	char *own;

	for (size_t i = 0; i < list->n; i++)
		if (strcmp(list->at[i].name, name) == 0) {
			list->at[i].n += n;
			return;
		}
	own = mem_alloc(size, 1);
	memcpy(own, name, size);
	*vec_add(list) = (struct named){own, n};
}

void
stats_read(void)
{
	total.read++;
}

void
stats_written(void)
{
	total.written++;
}

void
stats_dropped(const char *reason)
{
	add(&total.dropped, reason, 1);
}

void
stats_bytes_in(size_t n)
{
	total.bytes_in += n;
}

void
stats_bytes_out(size_t n)
{
	total.bytes_out += n;
}

void
stats_add(const char *name, uint64_t n)
{
	add(&total.own, name, n);
}

void
stats_made_by(const char *version)
{
	*vec_add(&total.makers) = version;
}

static void
put_numbers(struct object *o, const struct named_list *list)
{
	for (size_t i = 0; i < list->n; i++)
		object_integer(o, list->at[i].name, (long long)list->at[i].n);
}

/* "langid.model 01234567" as a member. */
static void
put_maker(struct object *o, const char *maker)
{
	size_t n = strcspn(maker, " ");
	char name[64];

	snprintf(name, sizeof name, "%.*s", (int)n, maker);
	object_string(o, name, str_of(maker + n + 1));
}

static void
describe(struct object *o, const char *program)
{
	object_string(o, "program", str_of(program));
	object_string(o, "version", str_of(VERSION));
	for (size_t i = 0; i < total.makers.n; i++)
		put_maker(o, total.makers.at[i]);
	object_integer(o, "read", (long long)total.read);
	object_integer(o, "written", (long long)total.written);
	object_object(o, "dropped");
	put_numbers(o, &total.dropped);
	object_end(o);
	object_integer(o, "bytes_in", (long long)total.bytes_in);
	object_integer(o, "bytes_out", (long long)total.bytes_out);
	put_numbers(o, &total.own);
}

void
stats_write(int fd, const char *program)
{
	struct object o = {0};
	struct sink line = {0};

	describe(&o, program);
	object_put(&o, &line);
	sink_putc(&line, '\n');
	if (!fds_write(fd, line.buf.s, line.buf.n))
		die("--stats:");
	object_free(&o);
	buf_free(&line.buf);
}
