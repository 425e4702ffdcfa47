/* SPDX-License-Identifier: MIT */
/*
 * same: a filter that changes nothing, to time and to test what is around
 * every filter.
 */
#include "program/filter.h"

static void
same(struct document *d, void *self)
{
	struct source *in = d->in;

	(void)self;
	do {
		sink_put(d->out, in->at, (size_t)(in->end - in->at));
		in->at = in->end;
	} while (source_more(in));
}

int
main(int argc, char *argv[])
{
	static const struct filter filter = {.name = "same", .purpose = "",
	    .input = FILTER_BYTES, .run = same};

	return filter_main(&filter, NULL, argc, argv);
}
