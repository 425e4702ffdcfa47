/* SPDX-License-Identifier: MIT */
#include "html/token/escape.h"

static const char *
reference_for(char c)
{
	switch (c) {
	case '&': return "&amp;";
	case '<': return "&lt;";
	case '"': return "&quot;";
	case '\r': return "\n";
	case '\f': return "&#12;";
	default: return NULL;
	}
}

void
escape_put(struct buf *to, struct str text)
{
	size_t from = 0;

	for (size_t i = 0; i < text.n; i++) {
		const char *reference = reference_for(text.s[i]);

		if (reference != NULL) {
			buf_put(to, text.s + from, i - from);
			buf_puts(to, reference);
			if (text.s[i] == '\r' && i + 1 < text.n &&
			    text.s[i + 1] == '\n')
				i++;
			from = i + 1;
		}
	}
	buf_put(to, text.s + from, text.n - from);
}
