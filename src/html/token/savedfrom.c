/* SPDX-License-Identifier: MIT */
#include "html/token/savedfrom.h"

#include <string.h>

/* Where `mark` ends in `s`; NULL: it is not there. */
static const char *
behind(struct str s, const char *mark)
{
	size_t n = strlen(mark);

	for (size_t i = 0; i + n <= s.n; i++)
		if (memcmp(s.s + i, mark, n) == 0)
			return s.s + i + n;
	return NULL;
}

/* "saved from url=(0023)http://…" and "url: http://…" of SingleFile. */
struct str
saved_from(struct str comment)
{
	const char *end = comment.s + comment.n;
	const char *at = behind(comment, "saved from url=(");
	struct str url;

	if (at != NULL)
		at = behind((struct str){at, (size_t)(end - at)}, ")");
	else if (behind(comment, "SingleFile") != NULL)
		at = behind(comment, "url: ");
	if (at == NULL)
		return (struct str){0};
	url = (struct str){at, 0};
	while (at + url.n < end && strchr(" \t\n\r\f", at[url.n]) == NULL)
		url.n++;
	return url;
}
