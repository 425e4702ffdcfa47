/* SPDX-License-Identifier: MIT */
#include "html/select/parse.h"

#include <stdlib.h>
#include <string.h>

#include "base/ascii.h"
#include "text/unicode/utf.h"

void
parse_fault(struct parse *p, const char *why)
{
	if (p->why != NULL)
		return;
	p->why = why;
	p->where = p->at;
}

bool
parse_is_space(char c)
{
	return ascii_is_space(c);
}

void
parse_space(struct parse *p)
{
	for (;;) {
		const char *end;

		while (parse_is_space(*p->at))
			p->at++;
		if (p->at[0] != '/' || p->at[1] != '*')
			return;
		end = strstr(p->at + 2, "*/");
		p->at = end != NULL ? end + 2 : p->at + strlen(p->at);
	}
}

static bool
is_name_start(char c)
{
	return ascii_is_letter(c) || c == '_' || (unsigned char)c >= 0x80;
}

static bool
is_name_byte(char c)
{
	return is_name_start(c) || ascii_is_digit(c) || c == '-';
}

/* Behind a backslash: a code point in hexadecimal, or any other character. */
static void
take_escape(struct parse *p, struct buf *to)
{
	uint32_t c = 0;
	char utf[4];
	int n = 0;

	for (; n < 6 && ascii_hex(*p->at) >= 0; n++)
		c = c * 16 + (uint32_t)ascii_hex(*p->at++);
	if (n == 0) {
		if (*p->at != '\0')
			buf_putc(to, *p->at++);
		return;
	}
	if (parse_is_space(*p->at))
		p->at++;
	if (c == 0 || c > 0x10FFFF || (c >= 0xD800 && c < 0xE000))
		c = 0xFFFD;
	buf_put(to, utf, (size_t)utf_encode(c, utf));
}

bool
parse_starts_name(const struct parse *p)
{
	const char *s = p->at;

	if (*s == '-')
		s++;
	return (s > p->at && *s == '-') || is_name_start(*s) || (*s == '\\' &&
	    s[1] != '\0' && s[1] != '\n');
}

static char *
name_bytes(struct parse *p)
{
	struct buf name = {0};

	while (is_name_byte(*p->at) || (*p->at == '\\' && p->at[1] != '\0' &&
	    p->at[1] != '\n'))
		if (*p->at == '\\') {
			p->at++;
			take_escape(p, &name);
		} else {
			buf_putc(&name, *p->at++);
		}
	buf_putc(&name, '\0');
	return name.s;
}

/* An identifier, allocated; NULL: none stands here. */
char *
parse_identifier(struct parse *p, const char *why)
{
	if (!parse_starts_name(p)) {
		parse_fault(p, why);
		return NULL;
	}
	return name_bytes(p);
}

char *
parse_string(struct parse *p)
{
	struct buf s = {0};
	char quote = *p->at++;

	while (*p->at != quote) {
		if (*p->at == '\0' || *p->at == '\n') {
			parse_fault(p, "the string is not closed");
			break;
		}
		if (*p->at != '\\') {
			buf_putc(&s, *p->at++);
			continue;
		}
		p->at++;
		if (*p->at == '\n')
			p->at++;
		else
			take_escape(p, &s);
	}
	if (*p->at == quote)
		p->at++;
	buf_putc(&s, '\0');
	return s.s;
}

char *
parse_lower(const char *s)
{
	struct buf b = {0};

	for (; *s != '\0'; s++)
		buf_putc(&b, ascii_lower(*s));
	buf_putc(&b, '\0');
	return b.s;
}
