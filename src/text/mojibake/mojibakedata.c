/* SPDX-License-Identifier: MIT */
#include "text/mojibake/mojibakedata.h"

#include "gen/mojibake.h"
