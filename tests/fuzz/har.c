/* SPDX-License-Identifier: MIT */
#include "pack.h"

FUZZ_READER(reader_har)
