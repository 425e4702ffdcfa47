/* SPDX-License-Identifier: MIT */
#include "pack/syntax/mailhead.h"

#include "base/ascii.h"
#include "pack/syntax/headers.h"

struct str
mailhead_line(struct str s)
{
	const char *end = memchr(s.s, '\n', s.n);

	return (struct str){s.s, end != NULL ? (size_t)(end - s.s) + 1 : s.n};
}

static bool
is_name(char c)
{
	return ascii_is_alnum(c) || c == '-' || c == '_' || c == '.';
}

struct str
mailhead_field(struct str line)
{
	size_t n = 0, colon;

	while (n < line.n && is_name(line.s[n]))
		n++;
	colon = n;
	while (colon < line.n && (line.s[colon] == ' ' ||
	    line.s[colon] == '\t'))
		colon++;
	return (struct str){line.s,
	    colon < line.n && line.s[colon] == ':' ? n : 0};
}

/* Fields that only a mail has, and some that it has with others. */
static const char *const sure[] = {"mime-version", "received", "return-path",
    "delivered-to", "message-id", "dkim-signature",
    "snapshot-content-location"};
static const char *const others[] = {"date", "subject", "to", "content-type"};

static bool
is_among(struct str name, const char *const *names, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (headers_same(name, names[i]))
			return true;
	return false;
}

#define AMONG(name, names) is_among(name, names, sizeof names / sizeof *names)

struct str
mailhead_skip(struct str s)
{
	if (s.n >= 3 && memcmp(s.s, "\xEF\xBB\xBF", 3) == 0)
		s.s += 3, s.n -= 3;
	while (s.n > 0 && (*s.s == '\n' || *s.s == '\r'))
		s.s++, s.n--;
	return s;
}

bool
mailhead_is_from(struct str line)
{
	return line.n > 5 && memcmp(line.s, "From ", 5) == 0 &&
	    mailhead_field(line).n == 0;
}

/* The lines of a head: what kinds of field they are. */
struct signs {
	unsigned fields, odd;
	bool is_sure, from, about, waits; /* the last one ended in ';' */
};

static void
look_at_line(struct signs *s, struct str line)
{
	struct str name = mailhead_field(line);

	bool waited = s->waits;
	struct str all = headers_trim(line);

	s->waits = all.n > 0 && all.s[all.n - 1] == ';';
	if (name.n == 0) {
		s->odd += s->fields == 0 || (*line.s != ' ' &&
		    *line.s != '\t' && !waited);
		return;
	}
	s->fields++;
	s->is_sure = s->is_sure || AMONG(name, sure);
	s->from = s->from || headers_same(name, "from");
	s->about = s->about || AMONG(name, others);
}

bool
mailhead_sniff(struct str head, bool whole)
{
	struct signs s = {0};
	bool first = true;

	head = mailhead_skip(head);
	while (head.n > 0) {
		const char *end = memchr(head.s, '\n', head.n);
		struct str line = {head.s, end != NULL ?
		    (size_t)(end - head.s) : head.n};

		if (end == NULL && (s.fields > 0 || !whole)) /* it may be cut */
			break;
		if (line.n == 0 || (line.n == 1 && *line.s == '\r'))
			break;
		if (!first || !mailhead_is_from(line))
			look_at_line(&s, line);
		if (s.fields == 0 && s.odd > 0)
			return false;
		first = false;
		if (end == NULL)
			break;
		head.n -= line.n + 1;
		head.s = end + 1;
	}
	return s.odd * 3 <= s.fields && (s.is_sure || (s.from && s.about));
}

bool
mailhead_body(struct str s, size_t *head, size_t *body)
{
	size_t at = 0;
	bool waits = false;

	*head = 0;
	while (at < s.n) {
		struct str line = mailhead_line((struct str){s.s + at, s.n - at});
		struct str text = headers_trim(line);

		if (text.n == 0 && (at == *head || *head > 0)) {
			*body = at == *head ? at + line.n : *head;
			return true;
		}
		at += line.n;
		if (mailhead_field(line).n > 0 || (*head > 0 && (waits ||
		    *line.s == ' ' || *line.s == '\t')) ||
		    (*head == 0 && mailhead_is_from(line))) {
			*head = at;
			waits = text.n > 0 && text.s[text.n - 1] == ';';
		}
	}
	*body = *head;
	return *head < s.n && s.s[s.n - 1] == '\n';
}

