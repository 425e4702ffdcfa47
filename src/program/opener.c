/* SPDX-License-Identifier: MIT */
#include "program/opener.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/uio.h>
#include <unistd.h>

#include "base/complain.h"
#include "base/fds.h"

/* A message: the errno of open(2), and the descriptor where that is 0. */
struct answer {
	int error;
	struct iovec bytes;
	union {
		size_t align; /* as a cmsghdr has it */
		char room[CMSG_SPACE(sizeof(int))];
	} control;
	struct msghdr head;
};

static void
answer_init(struct answer *a)
{
	memset(a, 0, sizeof *a);
	a->bytes = (struct iovec){&a->error, sizeof a->error};
	a->head.msg_iov = &a->bytes;
	a->head.msg_iovlen = 1;
	a->head.msg_control = a->control.room;
	a->head.msg_controllen = sizeof a->control.room;
}

/* ---- the helper ---- */

static void
send_file(int socket, int fd, int error)
{
	struct answer a;
	struct cmsghdr *c;

	answer_init(&a);
	a.error = error;
	if (fd < 0) {
		a.head.msg_control = NULL;
		a.head.msg_controllen = 0;
	} else {
		c = CMSG_FIRSTHDR(&a.head);
		c->cmsg_level = SOL_SOCKET;
		c->cmsg_type = SCM_RIGHTS;
		c->cmsg_len = CMSG_LEN(sizeof fd);
		memcpy(CMSG_DATA(c), &fd, sizeof fd);
	}
	if (sendmsg(socket, &a.head, 0) < 0)
		_exit(0); /* the program has ended */
}

/* A file per request, until there are no more of either. */
static _Noreturn void
serve(int socket, char *const names[])
{
	char request;

	signal(SIGPIPE, SIG_IGN);
	signal(SIGUSR1, SIG_IGN); /* to all of a job: not for this one */
	for (int fd = STDOUT_FILENO; fd <= STDERR_FILENO; fd++)
		close(fd);
	for (; *names != NULL && read(socket, &request, 1) == 1; names++) {
		int fd = strcmp(*names, "-") == 0 ? STDIN_FILENO
		    : open(*names, O_RDONLY | O_CLOEXEC);

		send_file(socket, fd, fd < 0 ? errno : 0);
		if (fd > STDIN_FILENO)
			close(fd);
	}
	_exit(0);
}

/* ---- the program ---- */

int
opener_start(char *const names[])
{
	int ends[2];

	if (socketpair(AF_UNIX, SOCK_STREAM, 0, ends) != 0)
		die("a helper that opens files:");
	switch (fork()) {
	case -1:
		die("a helper that opens files:");
	case 0:
		close(ends[0]);
		serve(ends[1], names);
	default:
		close(ends[1]);
	}
	return ends[0];
}

/* Ask for one; false: the helper has ended, and SIGPIPE, which waits, says so. */
static bool
ask(int opener)
{
	sigset_t pipe, before;
	bool asked;

	sigemptyset(&pipe);
	sigaddset(&pipe, SIGPIPE);
	sigprocmask(SIG_BLOCK, &pipe, &before);
	asked = fds_write(opener, "n", 1);
	if (asked)
		sigprocmask(SIG_SETMASK, &before, NULL);
	return asked;
}

int
opener_next(int opener)
{
	struct answer a;
	struct cmsghdr *c;
	ssize_t n = -1;
	int fd;

	answer_init(&a);
	/* A signal may come at any time: progress is asked for by one. */
	if (ask(opener))
		do
			n = recvmsg(opener, &a.head, 0);
		while (n < 0 && errno == EINTR);
	if (n != (ssize_t)sizeof a.error)
		die("the helper that opens files has ended");
	errno = a.error;
	if (a.error != 0)
		return -1;
	c = CMSG_FIRSTHDR(&a.head);
	if (c == NULL || c->cmsg_type != SCM_RIGHTS)
		die("the helper that opens files: no descriptor");
	memcpy(&fd, CMSG_DATA(c), sizeof fd);
	return fd;
}
