/* SPDX-License-Identifier: MIT */
#include "base/fds.h"

#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

#include "base/complain.h"

/* Each gets /dev/null the wrong way round, so that its use fails. */
void
fds_hold(void)
{
	for (int fd = STDIN_FILENO; fd <= STDERR_FILENO; fd++) {
		if (fcntl(fd, F_GETFD) != -1 || errno != EBADF)
			continue;
		if (open("/dev/null",
		    fd == STDIN_FILENO ? O_WRONLY : O_RDONLY) != fd)
			die("/dev/null:");
	}
}
