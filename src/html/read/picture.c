/* SPDX-License-Identifier: MIT */
#include "html/read/picture.h"

#include <stdlib.h>
#include <string.h>

/* An address that is one of a file, not the picture itself. */
static bool
is_file(const char *url)
{
	return url != NULL && url[strspn(url, " \t\n")] != '\0' &&
	    strncmp(url + strspn(url, " \t\n"), "data:", 5) != 0;
}

/* What a srcset's candidate is as large as: "2x", "640w"; 1 without. */
static double
size_of(const char *descriptor)
{
	double size = strtod(descriptor, NULL);

	return size > 0 ? size : 1;
}

void
picture_largest(struct buf *to, const char *s)
{
	double most = 0;

	while (s != NULL && *(s += strspn(s, " \t\n,")) != '\0') {
		size_t n = strcspn(s, " \t\n"), url = n;
		const char *descriptor;

		while (url > 0 && s[url - 1] == ',')
			url--;
		descriptor = url == n ? s + n + strspn(s + n, " \t\n") : "";
		if (size_of(descriptor) > most &&
		    strncmp(s, "data:", 5) != 0) {
			most = size_of(descriptor);
			to->n = 0;
			buf_put(to, s, url);
		}
		s += n;
		if (url == n)
			s += strcspn(s, ",");
	}
}

void
picture_source(struct buf *to, const struct element *e)
{
	static const char *const names[] = {"data-src", "data-lazy-src",
	    "data-original", "src"};

	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if (is_file(element_get(e, names[i]))) {
			buf_puts(to, element_get(e, names[i]));
			return;
		}
	picture_largest(to, element_get(e, "data-srcset"));
	if (to->n == 0)
		picture_largest(to, element_get(e, "srcset"));
}
