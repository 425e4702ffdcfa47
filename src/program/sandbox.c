/* SPDX-License-Identifier: MIT */
#ifdef __linux__
#define _GNU_SOURCE /* syscall, MAP_ANONYMOUS, the CLONE_ flags */
#endif

#include "program/sandbox.h"

#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/complain.h"

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
#define NO_CAGE
#elif defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(memory_sanitizer) || \
    __has_feature(thread_sanitizer)
#define NO_CAGE
#endif
#endif

static char state[192];
static int receives_from = -1; /* a socket; -1: none */

void
sandbox_receive(int socket)
{
	receives_from = socket;
}

#ifndef NO_CAGE

static void
tell(const char *before, const char *what)
{
	size_t n = strlen(state);

	snprintf(state + n, sizeof state - n, "%s%s%s", n > 0 ? ", " : "",
	    before, what);
}

static void
holds(const char *what)
{
	tell("", what);
}

/* Whether the system has no such thing, or does not let us have it. */
static bool
is_absent(int error)
{
	return error == ENOSYS || error == EINVAL || error == EPERM ||
	    error == EACCES || error == EOPNOTSUPP;
}

/* Done without, said in --version, where it is absent; else the end. */
static void
lacks(const char *what)
{
	if (!is_absent(errno))
		die("sandbox: %s:", what);
	tell("no ", what);
}

/*
 * The table of descriptors has no room left, or room for one that comes in
 * through the socket.  One, not none: poll(2) counts its descriptors against
 * the limit.
 */
static void
close_the_table(void)
{
	struct rlimit most = {1, 1};

	if (receives_from >= 0) {
		int next = dup(receives_from);

		if (next >= 0)
			close(next);
		most.rlim_cur = most.rlim_max = (rlim_t)next + 1;
	}
	if (setrlimit(RLIMIT_NOFILE, &most) == 0)
		holds("descriptors");
	else
		lacks("descriptors");
}

#endif

#if !defined(NO_CAGE) && defined(__linux__)

#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sched.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#if __has_include(<linux/landlock.h>)
#include <linux/landlock.h>
#endif

#if defined(__x86_64__)
#define ARCH AUDIT_ARCH_X86_64
#elif defined(__aarch64__)
#define ARCH AUDIT_ARCH_AARCH64
#elif defined(__riscv) && __riscv_xlen == 64
#define ARCH AUDIT_ARCH_RISCV64
#endif

#ifdef ARCH

/* A call that is allowed, if (argument & mask) == value for each test. */
struct allowed {
	long call;
	struct {
		int argument;
		unsigned mask, value;
	} tests[2]; /* mask 0: no test */
};

#define CALL(name) {SYS_##name, {{0, 0, 0}}}

static const struct allowed allowed[] = {
	CALL(read), CALL(write), CALL(readv), CALL(writev),
	CALL(pread64), CALL(pwrite64), CALL(lseek), CALL(close),
	CALL(fstat), CALL(newfstatat), CALL(ppoll),
#ifdef SYS_poll
	CALL(poll),
#endif
	CALL(brk), CALL(munmap), CALL(mremap), CALL(madvise),
	/* Memory, never a file's and never to be executed. */
	{SYS_mmap, {{2, PROT_EXEC, 0}, {3, MAP_ANONYMOUS, MAP_ANONYMOUS}}},
	{SYS_mprotect, {{2, PROT_EXEC, 0}}},
	/* Threads, never processes. */
	{SYS_clone, {{0, CLONE_THREAD, CLONE_THREAD}}},
	CALL(futex), CALL(set_robust_list),
#ifdef SYS_rseq
	CALL(rseq),
#endif
	CALL(sched_yield), CALL(exit), CALL(exit_group),
	CALL(rt_sigprocmask), CALL(rt_sigreturn), CALL(restart_syscall),
	CALL(getpid), CALL(gettid), CALL(tgkill), /* abort */
	CALL(getrandom), CALL(clock_gettime), CALL(getrusage),
};

enum {
	CALLS = sizeof allowed / sizeof *allowed,
	MOST_CODE = 16 + (CALLS + 1) * 12
};

struct program {
	struct sock_filter code[MOST_CODE];
	unsigned short n;
};

static void
emit(struct program *p, struct sock_filter f)
{
	p->code[p->n++] = f;
}

#define LOAD(field) \
	((struct sock_filter)BPF_STMT(BPF_LD | BPF_W | BPF_ABS, field))
#define RETURN(what) ((struct sock_filter)BPF_STMT(BPF_RET | BPF_K, what))
#define IF_EQUAL(k, yes, no) \
	((struct sock_filter)BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, k, yes, no))
#define IF_ABOVE(k, yes, no) \
	((struct sock_filter)BPF_JUMP(BPF_JMP | BPF_JGE | BPF_K, k, yes, no))
#define MASK(k) ((struct sock_filter)BPF_STMT(BPF_ALU | BPF_AND | BPF_K, k))

enum { DENY = SECCOMP_RET_ERRNO | EPERM, NOT_HERE = SECCOMP_RET_ERRNO | ENOSYS };

static void
emit_allowed(struct program *p, const struct allowed *a)
{
	unsigned short start = p->n;

	emit(p, IF_EQUAL((unsigned)a->call, 0, 0));
	for (int i = 0; i < 2 && a->tests[i].mask != 0; i++) {
		/* the low half of the argument: we are little-endian */
		emit(p, LOAD((unsigned)(offsetof(struct seccomp_data, args) +
		    8 * (size_t)a->tests[i].argument)));
		emit(p, MASK(a->tests[i].mask));
		emit(p, IF_EQUAL(a->tests[i].value, 1, 0));
		emit(p, RETURN(DENY));
	}
	emit(p, RETURN(SECCOMP_RET_ALLOW));
	p->code[start].jf = (unsigned char)(p->n - start - 1);
}

static void
enter_seccomp(void)
{
	static struct program p;
	struct sock_fprog prog;

	emit(&p, LOAD(offsetof(struct seccomp_data, arch)));
	emit(&p, IF_EQUAL(ARCH, 1, 0));
	emit(&p, RETURN(SECCOMP_RET_KILL_PROCESS));
	emit(&p, LOAD(offsetof(struct seccomp_data, nr)));
#ifdef __x86_64__
	emit(&p, IF_ABOVE(0x40000000, 0, 1)); /* the x32 numbers */
	emit(&p, RETURN(SECCOMP_RET_KILL_PROCESS));
#endif
	for (int i = 0; i < CALLS; i++)
		emit_allowed(&p, &allowed[i]);
	if (receives_from >= 0)
		emit_allowed(&p, &(const struct allowed){SYS_recvmsg,
		    {{0, 0xFFFFFFFF, (unsigned)receives_from}}});
#ifdef SYS_clone3
	/* Its flags are out of our sight: the C library falls back to clone. */
	emit(&p, IF_EQUAL(SYS_clone3, 0, 1));
	emit(&p, RETURN(NOT_HERE));
#endif
	emit(&p, RETURN(DENY));
	prog = (struct sock_fprog){p.n, p.code};
	if (prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &prog, 0, 0) == 0)
		holds("seccomp");
	else
		lacks("seccomp");
}

#endif /* ARCH */

#ifdef LANDLOCK_CREATE_RULESET_VERSION

/* No rule follows, so every right that is handled is given up. */
static void
enter_landlock(void)
{
	struct {
		__u64 files, network, scoped;
	} rights = {0};
	static const size_t sizes[] = {8, 8, 8, 16, 16, 24};
	long version = syscall(SYS_landlock_create_ruleset, NULL, 0,
	    LANDLOCK_CREATE_RULESET_VERSION);
	int fd;

	if (version < 1) {
		lacks("landlock");
		return;
	}
	if (version > 6)
		version = 6;
	rights.files = (1u << (version < 2 ? 13 : version < 3 ? 14
	    : version < 5                                       ? 15 : 16)) - 1;
	rights.network = version >= 4 ? 3 : 0; /* bind, connect */
	rights.scoped = version >= 6 ? 3 : 0;  /* abstract sockets, signals */
	fd = (int)syscall(SYS_landlock_create_ruleset, &rights,
	    sizes[version - 1], 0);
	if (fd < 0 && errno == EMFILE) {
		tell("no ", "landlock"); /* our own files filled the table */
		return;
	}
	if (fd < 0 || syscall(SYS_landlock_restrict_self, fd, 0) != 0)
		die("sandbox: landlock:");
	close(fd);
	holds("landlock");
}

#endif

/* Landlock needs a descriptor for a moment; after seccomp nothing goes. */
static void
enter_system(void)
{
	bool humble = prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0;

	if (!humble)
		lacks("no_new_privs");
#ifdef LANDLOCK_CREATE_RULESET_VERSION
	if (humble)
		enter_landlock();
#endif
	close_the_table();
#ifdef ARCH
	if (humble)
		enter_seccomp();
#endif
}

#elif !defined(NO_CAGE) && defined(__OpenBSD__)

static void
enter_system(void)
{
	close_the_table();
	if (pledge("stdio", NULL) != 0)
		die("sandbox: pledge:");
	holds("pledge");
}

#elif !defined(NO_CAGE) && defined(__FreeBSD__)

#include <sys/capsicum.h>

static void
enter_system(void)
{
	close_the_table();
	if (cap_enter() == 0)
		holds("capsicum");
	else
		lacks("capsicum");
}

#else

static void
enter_system(void)
{
#ifndef NO_CAGE
	close_the_table();
#endif
}

#endif

void
sandbox_enter(void)
{
	static int entered;

	if (entered)
		return;
	entered = 1;
	enter_system();
}

const char *
sandbox_state(void)
{
	return state[0] != '\0' ? state : "none";
}

/* ---- the probe ---- */

static void
tried(const char *what, bool worked)
{
	printf("%s: %s\n", what, worked ? "works" : strerror(errno));
}

void
sandbox_probe(void)
{
	char *const nothing[] = {NULL};
	void *p;

	sandbox_enter();
	printf("sandbox: %s\n", sandbox_state());
	tried("open", open("/dev/null", O_RDONLY) >= 0);
	tried("create", open("/tmp/sandbox-probe", O_CREAT | O_RDWR, 0600) >= 0);
	tried("socket", socket(AF_INET, SOCK_STREAM, 0) >= 0);
	tried("unlink", unlink("/tmp/sandbox-probe") == 0);
	p = mmap(NULL, 4096, PROT_READ | PROT_WRITE | PROT_EXEC,
	    MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
	tried("mmap with exec", p != MAP_FAILED);
	p = mmap(NULL, 4096, PROT_READ, MAP_PRIVATE, STDIN_FILENO, 0);
	tried("mmap of a file", p != MAP_FAILED);
	tried("exec", execve("/bin/true", nothing, nothing) == 0);
	fflush(stdout);
	switch (fork()) {
	case -1:
		tried("fork", false);
		break;
	case 0:
		_exit(0);
	default:
		tried("fork", true);
	}
}
