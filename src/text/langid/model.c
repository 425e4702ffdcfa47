/* SPDX-License-Identifier: MIT */
#include "text/langid/model.h"

#include "gen/langid.h"
