/* SPDX-License-Identifier: MIT */
/*
 * Mail and MHTML, by GMime: structure and transfer encodings; the charset of
 * a part is left to who reads its page.
 */
#ifndef PACK_MIME_H
#define PACK_MIME_H

/* Set GMime up, before the sandbox is entered: it looks at the system's files. */
void mime_preload(void);

/* "gmime 3.2.13", for --version. */
const char *mime_version(void);

#endif
