/* SPDX-License-Identifier: MIT */
#include "pack/syntax/xmldecode.h"

#include "html/encoding/pagecharset.h"

/* Whether nothing says other than UTF-8, and nothing is other. */
static bool
is_utf8(struct str head, bool whole)
{
	int length;

	return charset_mark(head, &length) == NULL &&
	    charset_zeros(head) == NULL && charset_declared(head) == NULL &&
	    charset_weigh(head, whole).bad == 0;
}

void
xmldecode_open(struct decode *d, struct source *bytes, struct str label)
{
	const struct charset *charset = charset_find(label);
	bool whole = !source_has(bytes, CHARSET_HEAD);
	struct str head = {bytes->at, (size_t)(bytes->end - bytes->at)};

	decode_page_open(d, bytes, charset != NULL ? charset->name :
	    is_utf8(head, whole) ? "utf-8" : NULL);
}
