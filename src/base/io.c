/* SPDX-License-Identifier: MIT */
#include "base/io.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

#include "base/sandbox.h"
#include "base/mem.h"
#include "base/progress.h"
#include "base/record.h"

struct file {
	struct source source; /* first: a source is a file's source */
	int fd, error;
};

static void
wait_for(int fd, short event)
{
	poll(&(struct pollfd){fd, event, 0}, 1, -1);
}

static void
drain_stdout(struct sink *k)
{
	const char *at = k->buf.s, *end = at + k->buf.n;

	while (at < end) {
		ssize_t n = write(STDOUT_FILENO, at, (size_t)(end - at));

		if (n >= 0)
			at += n;
		else if (errno == EAGAIN)
			wait_for(STDOUT_FILENO, POLLOUT);
		else if (errno != EINTR)
			die("standard output:");
	}
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
			return (size_t)n;
		}
		progress_say_if_due();
		if (errno == EAGAIN) {
			wait_for(f->fd, POLLIN);
		} else if (errno != EINTR) {
			f->error = errno;
			return 0;
		}
	}
}

/* ---- options of every program ---- */

enum { EXPLODE = APP_MODULE_KEY, REJECTS, MAX_RECORD, PROGRESS };

static const struct app_option shared_rows[] = {
	{'j', "json", NULL, "each line is a record: filter one field of it"},
	{'f', "field", "name", "that field (text)"},
	{EXPLODE, "explode", NULL, "a record a piece, numbered by \"n\""},
	{REJECTS, "rejects", "file", "keep there the records that are no good"},
	{MAX_RECORD, "max-record", "MiB", "the largest record (256)"},
	{PROGRESS, "progress", NULL, "say how far it is, each second, to a person"},
	{0},
};

/* Of a program that reads no records. */
static const struct app_option plain_rows[] = {
	{PROGRESS, "progress", NULL, "say how far it is, each second, to a person"},
	{0},
};

static struct record_options records = {
	.field = {"text", 4}, .rejects = -1, .most = (size_t)256 << 20,
};
static bool record_mode, progress;
static unsigned long record_count;

static void
take_option(int key)
{
	switch (key) {
	case 'j':
		record_mode = true;
		break;
	case 'f':
		records.field = str_of(optarg);
		break;
	case EXPLODE:
		if (app_self()->result != APP_PIECES)
			app_misuse("--explode: what it writes is no list");
		records.explode = true;
		break;
	case REJECTS:
		records.rejects = open(optarg,
		    O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
		if (records.rejects < 0)
			die("%s:", optarg);
		break;
	case PROGRESS:
		progress = true;
		break;
	case MAX_RECORD:
		records.most = (size_t)app_number(key, 1, 64 * 1024) << 20;
		break;
	}
}

void
io_start(const struct app *app)
{
	app_start(app);
	mem_guard();
	app_also(app->result == APP_RECORDS ? plain_rows : shared_rows,
	    take_option);
}

/* ---- files ---- */

/*
 * All files are opened before the first is read, since none can be once the
 * sandbox is entered; so there may be as many as the system lets a process have.
 */
static void
want_descriptors(void)
{
	struct rlimit limit;

	if (getrlimit(RLIMIT_NOFILE, &limit) == 0) {
		limit.rlim_cur = limit.rlim_max;
		setrlimit(RLIMIT_NOFILE, &limit);
	}
}

static enum verdict
open_file(const char *name, int *fd)
{
	*fd = strcmp(name, "-") == 0 ? STDIN_FILENO
	                             : open(name, O_RDONLY | O_CLOEXEC);
	if (*fd >= 0)
		return DONE;
	app_warn("%s:", name);
	return PARTIAL;
}

static const char *reading = "";

const char *
io_name(void)
{
	return reading;
}

static enum verdict
read_file(const char *name, int fd, io_filter *filter, void *ctx)
{
	struct file f = {.source = source_from(file_fill), .fd = fd};
	enum verdict verdict = DONE;

	reading = fd == STDIN_FILENO ? "standard input" : name;
	if (record_mode)
		verdict = record_each(&f.source, &out, filter, ctx, &records,
		    &record_count);
	else
		filter(&f.source, &out, ctx);
	source_free(&f.source);
	if (fd != STDIN_FILENO)
		close(fd);
	if (f.error != 0) {
		errno = f.error;
		app_warn("%s:", reading);
		verdict = PARTIAL;
	}
	return verdict;
}

static enum verdict
worse(enum verdict a, enum verdict b)
{
	return a > b ? a : b;
}

enum verdict
io_each(char **files, io_filter *filter, void *ctx)
{
	static char *just_stdin[] = {"-", NULL};
	enum verdict verdict = DONE;
	size_t n = 0;
	int *fds;

	if (*files == NULL)
		files = just_stdin;
	while (files[n] != NULL)
		n++;
	if (n > 16)
		want_descriptors();
	fds = mem_alloc(n, sizeof *fds);
	for (size_t i = 0; i < n; i++)
		verdict = worse(verdict, open_file(files[i], &fds[i]));
	progress_start(progress);
	if (!app_self()->late_sandbox)
		sandbox_enter();
	for (size_t i = 0; i < n; i++)
		if (fds[i] >= 0)
			verdict = worse(verdict,
			    read_file(files[i], fds[i], filter, ctx));
	free(fds);
	return verdict;
}

enum verdict
io_finish(enum verdict verdict)
{
	drain_stdout(&out);
	buf_free(&out.buf);
	if (close(STDOUT_FILENO) != 0 && errno != EINTR)
		die("standard output:");
	mem_settled();
	return verdict;
}

enum verdict
io_run(char **files, io_filter *filter, void *ctx)
{
	return io_finish(io_each(files, filter, ctx));
}
