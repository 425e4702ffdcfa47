/* SPDX-License-Identifier: MIT */
#include "program/terminal.h"

#include <sys/ioctl.h>
#include <unistd.h>

int
terminal_columns(int otherwise)
{
	struct winsize size;

	return ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0
	    ? size.ws_col : otherwise;
}
