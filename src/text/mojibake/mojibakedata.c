/* SPDX-License-Identifier: MIT */
#include "text/mojibake/mojibakedata.h"

#include "text/mojibake/mojibake.h"

#include "gen/mojibake.h"

const char mojibake_version[] = MOJIBAKE_VERSION;
