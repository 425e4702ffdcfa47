/* SPDX-License-Identifier: MIT */
/*
 * nowait FD COMMAND...: run a command whose descriptor FD does not wait, as a
 * terminal that is shared with a program of another kind may be.
 */
#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

int
main(int argc, char *argv[])
{
	int fd = argc > 2 ? atoi(argv[1]) : -1;

	if (fcntl(fd, F_SETFL, fcntl(fd, F_GETFL) | O_NONBLOCK) != 0)
		return 2;
	execvp(argv[2], argv + 2);
	return 2;
}
