/* SPDX-License-Identifier: MIT */
/*
 * quote: standard input as a JSON string; quote -z: its pieces, each ended
 * by NUL, as an array of them.
 */
#include <stdio.h>
#include <string.h>

#include "base/buf.h"
#include "notation/json.h"

int
main(int argc, char *argv[])
{
	bool pieces = argc > 1 && strcmp(argv[1], "-z") == 0;
	struct buf in = {0}, out = {0};
	size_t n, from = 0;

	while ((n = fread(buf_room(&in, 4096), 1, 4096, stdin)) > 0)
		in.n += n;
	if (!pieces)
		json_put(&out, buf_str(&in));
	else
		buf_putc(&out, '[');
	for (size_t i = 0; pieces && i < in.n; i++)
		if (in.s[i] == '\0') {
			if (from > 0)
				buf_putc(&out, ',');
			json_put(&out, (struct str){in.s + from, i - from});
			from = i + 1;
		}
	if (pieces)
		buf_putc(&out, ']');
	fwrite(out.s, 1, out.n, stdout);
	buf_free(&in);
	buf_free(&out);
	return 0;
}
