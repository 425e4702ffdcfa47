/* SPDX-License-Identifier: MIT */
/*
 * Zip, and what comes in it.
 */
#ifndef PACK_ZIP_H
#define PACK_ZIP_H

/* "libarchive 3.6.2", for --version. */
const char *zip_version(void);

#endif
