/* SPDX-License-Identifier: MIT */
#include "text/repair/charflags.h"

#include "gen/charflags.h"
