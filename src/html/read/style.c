/* SPDX-License-Identifier: MIT */
#include "html/read/style.h"

#include <string.h>
#include <strings.h>

static const char blanks[] = " \t\n\r\f";

/* A word of a value: `n` bytes at `s`. */
static bool
is_word(const char *s, size_t n, const char *word)
{
	return strlen(word) == n && strncasecmp(s, word, n) == 0;
}

static void
set_display(struct style *to, const char *s, size_t n)
{
	static const struct {
		const char *word;
		int display;
	} rows[] = {
		{"none", DISPLAY_NONE}, {"block", DISPLAY_BLOCK},
		{"flex", DISPLAY_FLEX}, {"grid", DISPLAY_FLEX},
		{"table", DISPLAY_BLOCK}, {"list-item", DISPLAY_BLOCK},
		{"flow-root", DISPLAY_BLOCK}, {"table-row", DISPLAY_BLOCK},
		{"table-caption", DISPLAY_BLOCK}, {"table-cell", DISPLAY_BLOCK},
		{"-webkit-box", DISPLAY_FLEX}, {"inline", DISPLAY_INLINE},
		{"inline-block", DISPLAY_INLINE},
		{"inline-flex", DISPLAY_INLINE}, {"contents", DISPLAY_INLINE},
	};

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		if (is_word(s, n, rows[i].word))
			to->display = rows[i].display;
}

static void
set_white_space(struct style *to, const char *s, size_t n)
{
	if (is_word(s, n, "pre") || is_word(s, n, "pre-wrap") ||
	    is_word(s, n, "break-spaces"))
		to->white_space = WHITE_PRE;
	else if (is_word(s, n, "pre-line"))
		to->white_space = WHITE_LINES;
	else if (is_word(s, n, "normal") || is_word(s, n, "nowrap"))
		to->white_space = WHITE_NORMAL;
}

static void
set_visibility(struct style *to, const char *s, size_t n)
{
	if (is_word(s, n, "hidden") || is_word(s, n, "collapse"))
		to->visibility = SEEN_HIDDEN;
	else if (is_word(s, n, "visible"))
		to->visibility = SEEN_VISIBLE;
}

static void
set_align(struct style *to, const char *s, size_t n)
{
	to->right = is_word(s, n, "right") || is_word(s, n, "end");
}

enum { PROPERTIES = 4 };

static const struct property {
	const char *name;
	void (*set)(struct style *, const char *, size_t);
} properties[PROPERTIES] = {{"display", set_display},
	{"white-space", set_white_space}, {"visibility", set_visibility},
	{"text-align", set_align}};

/* The end of a declaration: a ";" that is in no string or bracket. */
static const char *
declaration_end(const char *s)
{
	char quote = '\0';
	int depth = 0;

	for (; *s != '\0' && (*s != ';' || quote != '\0' || depth > 0); s++)
		if (quote != '\0')
			quote = *s == quote ? '\0' : quote;
		else if (*s == '"' || *s == '\'')
			quote = *s;
		else if (*s == '(')
			depth++;
		else if (*s == ')' && depth > 0)
			depth--;
	return s;
}

static bool
is_important(const char *s, const char *end)
{
	while (s < end && *s != '!')
		s++;
	if (s == end)
		return false;
	s += 1 + strspn(s + 1, blanks);
	return strncasecmp(s, "important", 9) == 0;
}

/* One declaration, which ends before `end`. */
static void
declare(struct style *to, bool important[PROPERTIES], const char *s,
    const char *end)
{
	size_t name = strcspn(s, " \t\n\r\f:;");
	const char *value = s + name + strspn(s + name, blanks);

	if (*value != ':')
		return;
	value += 1 + strspn(value + 1, blanks);
	for (int i = 0; i < PROPERTIES; i++) {
		bool must = false;

		if (!is_word(s, name, properties[i].name))
			continue;
		must = is_important(value, end);
		if (important[i] && !must)
			continue;
		important[i] = must;
		properties[i].set(to, value, strcspn(value, " \t\n\r\f!;"));
	}
}

struct style
style_read(const char *style)
{
	struct style to = {0};
	bool important[PROPERTIES] = {false};

	while (style != NULL && *style != '\0') {
		const char *end;

		style += strspn(style, " \t\n\r\f;");
		end = declaration_end(style);
		declare(&to, important, style, end);
		style = end;
	}
	return to;
}
