/* SPDX-License-Identifier: MIT */
#include "text/unicode/charclass.h"

#include "gen/charclass.h"
