/* SPDX-License-Identifier: MIT */
#include "program/outlet.h"

#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

#include "base/complain.h"

static void
drain(struct sink *k)
{
	struct outlet *o = (struct outlet *)k;
	size_t done = 0;

	while (done < k->buf.n) {
		ssize_t n = write(o->fd, k->buf.s + done, k->buf.n - done);

		if (n < 0 && errno != EINTR)
			die("%s:", o->name);
		if (n > 0)
			done += (size_t)n;
	}
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
