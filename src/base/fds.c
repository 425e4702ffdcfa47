/* SPDX-License-Identifier: MIT */
#include "base/fds.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
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

void
fds_wait(int fd, short event)
{
	poll(&(struct pollfd){fd, event, 0}, 1, -1);
}

bool
fds_write(int fd, const char *s, size_t n)
{
	while (n > 0) {
		ssize_t done = write(fd, s, n);

		if (done >= 0) {
			s += done;
			n -= (size_t)done;
		} else if (errno == EAGAIN) {
			fds_wait(fd, POLLOUT);
		} else if (errno != EINTR) {
			return false;
		}
	}
	return true;
}
