/* SPDX-License-Identifier: MIT */
/*
 * Giving up what a filter does not need before it looks at what a stranger
 * wrote: once in the sandbox, the process can read and write what it has open, and
 * ask for memory, and nothing else: no file is opened, nothing executed, no
 * process made, no address reached.  On Linux a seccomp filter that allows a
 * list of system calls (all others fail with EPERM) and Landlock, where the
 * kernel has them; pledge on OpenBSD, Capsicum on FreeBSD; and everywhere a
 * limit that leaves no room for another descriptor.
 *
 * Enter when the options are read, the inputs open and temporary files made.
 * Sanitizer builds leave it out: they need more.
 */
#ifndef PROGRAM_SANDBOX_H
#define PROGRAM_SANDBOX_H

/*
 * Before it is entered: descriptors may come in through this socket, and
 * through no other way (program/opener).
 */
void sandbox_receive(int socket);

/*
 * For good; the second call does nothing.  A mechanism that the system lacks
 * or denies is done without; one that fails halfway ends the program.
 */
void sandbox_enter(void);

/*
 * What holds once entered, and what the system lacks or denies:
 * "landlock, descriptors, no seccomp"; "none" in a build that leaves it out.
 */
const char *sandbox_state(void);

/* Enter, try what must fail, and say of each on stdout whether it did. */
void sandbox_probe(void);

#endif
