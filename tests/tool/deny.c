/* SPDX-License-Identifier: MIT */
/*
 * deny [CALL=ERROR]... -- COMMAND [ARG]...: run a command on a system that
 * does not let it have some of what the sandbox is made of, as a container's
 * profile may.  CALL is no_new_privs, seccomp, landlock (its ruleset),
 * restrict (landlock's second step) or descriptors (setrlimit's); ERROR the
 * name of one, or 0 for a call that claims to have worked and did nothing.
 * Status 77: this system does not let us deny.
 */
#define _GNU_SOURCE
#include <errno.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/landlock.h>
#include <linux/seccomp.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

enum { SKIP = 77 };

/* A call with, where `argument` is not negative, a value in it. */
static const struct call {
	const char *name;
	long number;
	int argument;
	unsigned value;
} calls[] = {
	{"no_new_privs", SYS_prctl, 0, PR_SET_NO_NEW_PRIVS},
	{"seccomp", SYS_prctl, 0, PR_SET_SECCOMP},
	{"seccomp", SYS_seccomp, -1, 0},
	{"landlock", SYS_landlock_create_ruleset, -1, 0},
	{"restrict", SYS_landlock_restrict_self, -1, 0},
	{"descriptors", SYS_prlimit64, 1, RLIMIT_NOFILE},
	{"descriptors", SYS_setrlimit, 0, RLIMIT_NOFILE},
};

static const struct {
	const char *name;
	unsigned number;
} errors[] = {
	{"0", 0}, {"EPERM", EPERM}, {"ENOSYS", ENOSYS}, {"EINVAL", EINVAL},
	{"ENOMEM", ENOMEM}, {"EACCES", EACCES}, {"EMFILE", EMFILE},
};

static struct sock_filter code[128];
static unsigned short n;

static void
emit(unsigned short what, unsigned k, unsigned char yes, unsigned char no)
{
	code[n++] = (struct sock_filter){what, yes, no, k};
}

static void
load(size_t where)
{
	emit(BPF_LD | BPF_W | BPF_ABS, (unsigned)where, 0, 0);
}

static void
emit_call(const struct call *c, unsigned error)
{
	load(offsetof(struct seccomp_data, nr));
	if (c->argument < 0) {
		emit(BPF_JMP | BPF_JEQ | BPF_K, (unsigned)c->number, 0, 1);
	} else {
		emit(BPF_JMP | BPF_JEQ | BPF_K, (unsigned)c->number, 0, 3);
		load(offsetof(struct seccomp_data, args) +
		    8 * (size_t)c->argument);
		emit(BPF_JMP | BPF_JEQ | BPF_K, c->value, 0, 1);
	}
	emit(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | error, 0, 0);
}

static int
deny(const char *rule)
{
	const char *equals = strchr(rule, '=');
	size_t length = equals != NULL ? (size_t)(equals - rule) : 0;
	int found = 0;

	for (size_t e = 0; equals != NULL && e < sizeof errors / sizeof *errors; e++)
		for (size_t c = 0; c < sizeof calls / sizeof *calls; c++)
			if (strcmp(equals + 1, errors[e].name) == 0 &&
			    strlen(calls[c].name) == length &&
			    strncmp(calls[c].name, rule, length) == 0) {
				emit_call(&calls[c], errors[e].number);
				found = 1;
			}
	return found;
}

int
main(int argc, char *argv[])
{
	struct sock_fprog program;
	int i = 1;

	for (; i < argc && strcmp(argv[i], "--") != 0; i++)
		if (!deny(argv[i])) {
			fprintf(stderr, "deny: %s: what is that?\n", argv[i]);
			return 2;
		}
	if (i + 1 >= argc)
		return 2;
	emit(BPF_RET | BPF_K, SECCOMP_RET_ALLOW, 0, 0);
	program = (struct sock_fprog){n, code};
	if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0 ||
	    prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program, 0, 0) != 0) {
		perror("deny");
		return SKIP;
	}
	execvp(argv[i + 1], argv + i + 1);
	perror(argv[i + 1]);
	return 127;
}
