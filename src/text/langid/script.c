/* SPDX-License-Identifier: MIT */
#include "text/langid/script.h"

#include "gen/script.h"
