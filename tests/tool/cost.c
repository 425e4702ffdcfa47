/* SPDX-License-Identifier: MIT */
/*
 * cost RUNS COMMAND...: what a command costs, its output thrown away: the
 * median of its user CPU seconds, TAB, its peak memory in KiB, the most of
 * all runs.  What its children cost counts where it waits for them.  A command
 * that fails has no cost: status 1.
 */
#define _DEFAULT_SOURCE /* wait4 */
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

enum { RUNS_MOST = 99 };

static double
seconds(struct timeval t)
{
	return (double)t.tv_sec + (double)t.tv_usec / 1e6;
}

static int
by_size(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;

	return (x > y) - (x < y);
}

/* In a process of its own, so that the children waited for are this run's. */
static struct rusage
run_once(char **command)
{
	struct rusage usage = {0};
	pid_t pid = fork();
	int status;

	if (pid == 0) {
		int nowhere = open("/dev/null", O_WRONLY);

		dup2(nowhere, STDOUT_FILENO);
		dup2(nowhere, STDERR_FILENO);
		execvp(command[0], command);
		_exit(127);
	}
	if (pid < 0 || wait4(pid, &status, 0, &usage) < 0)
		exit(2);
	if (!WIFEXITED(status) || WEXITSTATUS(status) != 0)
		exit(1);
	return usage;
}

int
main(int argc, char *argv[])
{
	double user[RUNS_MOST];
	long peak = 0;
	int runs = argc > 2 ? atoi(argv[1]) : 0;

	if (runs < 1 || runs > RUNS_MOST)
		return 2;
	for (int i = 0; i < runs; i++) {
		struct rusage usage = run_once(argv + 2);

		user[i] = seconds(usage.ru_utime);
		if (usage.ru_maxrss > peak)
			peak = usage.ru_maxrss;
	}
	qsort(user, (size_t)runs, sizeof *user, by_size);
	printf("%.4f\t%ld\n", user[runs / 2], peak);
	return 0;
}
