/* SPDX-License-Identifier: MIT */
#include "text/langid/han.h"

#include "gen/han.h"
