/* SPDX-License-Identifier: MIT */
#include "base/load.h"

#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

#include "base/complain.h"

enum { PIECE = 16 * 1024 };

void
load_file(struct buf *to, const char *name)
{
	int fd = strcmp(name, "-") == 0 ? STDIN_FILENO
	                                : open(name, O_RDONLY | O_CLOEXEC);
	ssize_t n;

	if (fd < 0)
		die("%s:", name);
	while ((n = read(fd, buf_room(to, PIECE), PIECE)) != 0)
		if (n > 0)
			to->n += (size_t)n;
		else if (errno != EINTR)
			die("%s:", name);
	if (fd != STDIN_FILENO)
		close(fd);
}

void
load_lines(struct str text, void (*take)(void *ctx, struct str line), void *ctx)
{
	const char *at = text.s, *end = text.s + text.n;

	while (at < end) {
		const char *lf = memchr(at, '\n', (size_t)(end - at));
		const char *stop = lf != NULL ? lf : end;
		struct str line = {at, (size_t)(stop - at)};

		if (line.n > 0 && line.s[line.n - 1] == '\r')
			line.n--;
		take(ctx, line);
		at = lf != NULL ? lf + 1 : end;
	}
}
