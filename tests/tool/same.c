/* SPDX-License-Identifier: MIT */
/*
 * same: a filter that changes nothing, to time and to test what is around
 * every filter.
 */
#include <unistd.h>

#include "base/io.h"

static void
same(struct source *in, struct sink *out, void *ctx)
{
	(void)ctx;
	do {
		sink_put(out, in->at, (size_t)(in->end - in->at));
		in->at = in->end;
	} while (source_more(in));
}

int
main(int argc, char *argv[])
{
	static const struct app_option none[] = {{0}};
	static const struct app app = {.name = "same", .purpose = "",
	    .options = none};

	io_start(&app);
	while (app_option(argc, argv) != -1)
		continue;
	return io_run(argv + optind, same, NULL);
}
