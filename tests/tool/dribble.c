/* SPDX-License-Identifier: MIT */
/*
 * dribble N: copy standard input to standard output in writes of N bytes,
 * each a pause after the last, so that a pipe's reader sees them one by one.
 */
#include <poll.h>
#include <stdlib.h>
#include <unistd.h>

int
main(int argc, char *argv[])
{
	static char piece[65536];
	size_t size = argc > 1 ? strtoul(argv[1], NULL, 10) : 1;
	ssize_t n;

	if (size == 0 || size > sizeof piece)
		return 2;
	while ((n = read(STDIN_FILENO, piece, size)) > 0) {
		if (write(STDOUT_FILENO, piece, (size_t)n) != n)
			return 1;
		poll(NULL, 0, 1);
	}
	return n != 0;
}
