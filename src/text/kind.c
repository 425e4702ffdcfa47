/* SPDX-License-Identifier: MIT */
#include "text/kind.h"

#include "gen/kind.h"
