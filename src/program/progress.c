/* SPDX-License-Identifier: MIT */
#include "program/progress.h"

#include <signal.h>
#include <stdio.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

#include "base/complain.h"

static struct {
	unsigned long long bytes, total;
	unsigned long records;
	struct timespec start;
} done;

static volatile sig_atomic_t due;

static void
on_signal(int number)
{
	(void)number;
	due = 1;
}

void
progress_start(bool each_second, unsigned long long total)
{
	struct sigaction action = {.sa_handler = on_signal};
	const struct itimerval second = {{1, 0}, {1, 0}};

	done.total = total;
	clock_gettime(CLOCK_MONOTONIC, &done.start);
	sigaction(SIGUSR1, &action, NULL);
#ifdef SIGINFO
	sigaction(SIGINFO, &action, NULL);
#endif
	if (each_second && isatty(STDERR_FILENO)) {
		sigaction(SIGALRM, &action, NULL);
		setitimer(ITIMER_REAL, &second, NULL);
	}
}

void
progress_say_if_due(void)
{
	struct timespec now;
	double seconds;
	char share[32] = "";

	if (!due)
		return;
	due = 0;
	clock_gettime(CLOCK_MONOTONIC, &now);
	seconds = (double)(now.tv_sec - done.start.tv_sec) +
	    (double)(now.tv_nsec - done.start.tv_nsec) / 1e9;
	if (done.total > 0)
		snprintf(share, sizeof share, " of %llu", done.total);
	complain("%llu%s bytes in, %lu records, %.1f s, %.1f MB/s", done.bytes,
	    share, done.records, seconds,
	    seconds > 0 ? (double)done.bytes / seconds / 1e6 : 0);
}

void
progress_read(size_t bytes)
{
	done.bytes += bytes;
	progress_say_if_due();
}

void
progress_record(void)
{
	done.records++;
}
