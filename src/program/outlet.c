/* SPDX-License-Identifier: MIT */
#include "program/outlet.h"

#include <fcntl.h>
#include <unistd.h>

#include "base/complain.h"
#include "base/fds.h"

static void
drain(struct sink *k)
{
	struct outlet *o = (struct outlet *)k;

	if (!fds_write(o->fd, k->buf.s, k->buf.n))
		die("%s:", o->name);
	k->buf.n = 0;
}

void
outlet_open(struct outlet *o, const char *name)
{
	*o = (struct outlet){.sink.drain = drain, .name = name,
	    .fd = STDERR_FILENO};
	if (strcmp(name, "-") == 0)
		return;
	o->fd = open(name, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
	if (o->fd < 0)
		die("%s:", name);
}

void
outlet_line(struct outlet *o, struct str record)
{
	sink_put(&o->sink, record.s, record.n);
	sink_putc(&o->sink, '\n');
}

void
outlet_close(struct outlet *o)
{
	if (o->sink.drain != NULL)
		drain(&o->sink);
	buf_free(&o->sink.buf);
}
