/* SPDX-License-Identifier: MIT */
#include "text/unicode/shown.h"

void
shown_put_char(struct sink *out, const char *s, int n, uint32_t c)
{
	if (c == UTF_BAD)
		sink_puts(out, "\xEF\xBF\xBD");
	else if (shown_is_control(c))
		sink_putc(out, ' ');
	else
		sink_put(out, s, (size_t)n);
}

void
shown_put(struct sink *out, struct str text)
{
	const char *s = text.s, *end = s + text.n;

	while (s < end) {
		uint32_t c;
		int n = utf_step(s, end, &c);

		shown_put_char(out, s, n, c);
		s += n;
	}
}

void
shown_put_markup(struct sink *out, struct str text)
{
	const char *s = text.s, *end = s + text.n;

	while (s < end) {
		uint32_t c;
		int n = utf_step(s, end, &c);

		if (c == '<')
			sink_puts(out, "&lt;");
		else if (c == '&')
			sink_puts(out, "&amp;");
		else if (c == '"')
			sink_puts(out, "&quot;");
		else
			shown_put_char(out, s, n,
			    (c & 0xFFFE) == 0xFFFE ? UTF_BAD : c);
		s += n;
	}
}
