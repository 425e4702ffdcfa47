/* SPDX-License-Identifier: MIT */
#include "program/io.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/fds.h"
#include "base/vec.h"
#include "program/opener.h"
#include "program/progress.h"
#include "program/sandbox.h"
#include "program/stats.h"

struct file {
	struct source source; /* first: a source is a file's source */
	const char *name;
	int fd, error;
};

static void
drain_stdout(struct sink *k)
{
	if (!fds_write(STDOUT_FILENO, k->buf.s, k->buf.n))
		die("standard output:");
	stats_bytes_out(k->buf.n);
	k->buf.n = 0;
}

static struct sink out = {.drain = drain_stdout};

struct sink *
io_out(void)
{
	return &out;
}

/*
 * Before a read that may wait, what is already known goes out, so that a
 * person at the other end of a slow pipe sees it.
 */
static void
flush_before_wait(int fd)
{
	struct pollfd p = {fd, POLLIN, 0};

	if (out.buf.n > 0 && poll(&p, 1, 0) == 0)
		drain_stdout(&out);
}

static size_t
file_fill(struct source *s, char *to, size_t room)
{
	struct file *f = (struct file *)s;

	flush_before_wait(f->fd);
	for (;;) {
		ssize_t n = read(f->fd, to, room);

		if (n >= 0) {
			progress_read((size_t)n);
			stats_bytes_in((size_t)n);
			return (size_t)n;
		}
		progress_say_if_due();
		if (errno == EAGAIN) {
			fds_wait(f->fd, POLLIN);
		} else if (errno != EINTR) {
			f->error = errno;
			return 0;
		}
	}
}

/* ---- files ---- */

enum { SPARE = 24 }; /* descriptors that are no inputs, at most */

/* How many files may be open at once: as many as the system lets us have. */
static size_t
want_descriptors(void)
{
	struct rlimit limit, most;

	if (getrlimit(RLIMIT_NOFILE, &limit) != 0)
		return 0;
	most = (struct rlimit){limit.rlim_max, limit.rlim_max};
	if (setrlimit(RLIMIT_NOFILE, &most) == 0)
		limit = most;
	return limit.rlim_cur > SPARE ? (size_t)limit.rlim_cur - SPARE : 0;
}

static VEC(struct file) opened;
static unsigned long long total;
static bool countable = true;

/* Count the bytes of a regular file; what else it is has no end in sight. */
static void
add_size(int fd)
{
	struct stat about;

	if (fstat(fd, &about) == 0 && S_ISREG(about.st_mode))
		total += (unsigned long long)about.st_size;
	else
		countable = false;
}

static bool
is_address(const char *name)
{
	return strncmp(name, "http://", 7) == 0 ||
	    strncmp(name, "https://", 8) == 0 ||
	    strncmp(name, "www.", 4) == 0;
}

static const char *by_way_of = "";

void
io_by_way_of(const char *programs)
{
	by_way_of = programs;
}

/* errno says why it could not be opened. */
static enum verdict
cannot_open(const char *name)
{
	if (is_address(name))
		complain("%s: nothing is fetched: curl -sL URL | %s%s", name,
		    by_way_of, complain_name());
	else
		complain("%s:", name);
	return PARTIAL;
}

static const char *
shown(const char *name)
{
	return strcmp(name, "-") == 0 ? "standard input" : name;
}

static void
add_file(const char *name, int fd)
{
	add_size(fd);
	*vec_add(&opened) = (struct file){.fd = fd, .name = shown(name)};
}

static char **waiting; /* names that the opener will open; NULL: it has none */
static int opener;

enum verdict
io_open(char **files)
{
	enum verdict verdict = DONE;
	size_t n = 0;

	while (files[n] != NULL)
		n++;
	if (n > want_descriptors()) {
		waiting = files;
		countable = false;
		opener = opener_start(files);
		sandbox_receive(opener);
		return DONE;
	}
	for (; *files != NULL; files++) {
		int fd = strcmp(*files, "-") == 0 ? STDIN_FILENO
		    : open(*files, O_RDONLY | O_CLOEXEC);

		if (fd >= 0)
			add_file(*files, fd);
		else
			verdict = cannot_open(*files);
	}
	return verdict;
}

unsigned long long
io_total(void)
{
	return countable ? total : 0;
}

/* What cannot be read at all, such as a folder, is no document. */
static enum verdict
read_file(struct file *f, io_reader *reader, void *ctx)
{
	enum verdict verdict = DONE;

	f->source = source_from(file_fill);
	if (source_more(&f->source) || f->error == 0)
		verdict = reader(&f->source, f->name, ctx);
	source_free(&f->source);
	if (f->fd != STDIN_FILENO)
		close(f->fd);
	if (f->error == 0)
		return verdict;
	errno = f->error;
	if (f->error == EISDIR)
		complain("%s: a folder: find FOLDER -type f | %s "
		    "--files-from=- reads its files", f->name,
		    complain_name());
	else
		complain("%s:", f->name);
	return PARTIAL;
}

/* The files that are opened one by one, each when the one before is read. */
static enum verdict
each_waiting(io_reader *reader, void *ctx)
{
	enum verdict verdict = DONE;

	for (; *waiting != NULL; waiting++) {
		int fd = opener_next(opener);
		struct file f = {.fd = fd, .name = shown(*waiting)};
		enum verdict v = fd < 0 ? cannot_open(*waiting)
		                        : read_file(&f, reader, ctx);

		if (v > verdict)
			verdict = v;
	}
	return verdict;
}

enum verdict
io_each(io_reader *reader, void *ctx)
{
	enum verdict verdict = DONE;

	if (waiting != NULL)
		return each_waiting(reader, ctx);
	for (size_t i = 0; i < opened.n; i++) {
		enum verdict v = read_file(&opened.at[i], reader, ctx);

		if (v > verdict)
			verdict = v;
	}
	vec_free(&opened);
	return verdict;
}

void
io_close_out(void)
{
	drain_stdout(&out);
	buf_free(&out.buf);
	if (close(STDOUT_FILENO) != 0 && errno != EINTR)
		die("standard output:");
}
