/* SPDX-License-Identifier: MIT */
#include "html/jsonld/ldtext.h"

#include <string.h>

#include "notation/json.h"
#include "notation/jsonwalk.h"
#include "notation/jsonrepair.h"
#include "html/words/plain.h"

enum { DEPTH = 10 };

/* What a value is to the page, by the members that lead to it. */
enum role {
	ROLE_NONE,     /* looked through */
	ROLE_LIST,     /* a list of texts, or of things that have one */
	ROLE_QUESTION, /* a thing whose name is a question */
	ROLE_TEXT,
	ROLE_OTHERS    /* what others say */
};

static bool
is_name(struct str token, const char *name)
{
	size_t n = strlen(name);

	return token.n == n + 2 && memcmp(token.s + 1, name, n) == 0;
}

static enum role
role_of(struct str name, enum role outer)
{
	static const struct {
		const char *name;
		enum role in, role; /* in: ROLE_NONE for any */
	} rows[] = {
		{"recipeIngredient", ROLE_NONE, ROLE_LIST},
		{"ingredients", ROLE_NONE, ROLE_LIST},
		{"recipeInstructions", ROLE_NONE, ROLE_LIST},
		{"step", ROLE_NONE, ROLE_LIST},
		{"acceptedAnswer", ROLE_NONE, ROLE_LIST},
		{"itemListElement", ROLE_LIST, ROLE_LIST},
		{"text", ROLE_LIST, ROLE_TEXT},
		{"mainEntity", ROLE_NONE, ROLE_QUESTION},
		{"name", ROLE_QUESTION, ROLE_TEXT},
		{"comment", ROLE_NONE, ROLE_OTHERS},
		{"review", ROLE_NONE, ROLE_OTHERS},
	};

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		if (is_name(name, rows[i].name) &&
		    (rows[i].in == ROLE_NONE || rows[i].in == outer))
			return rows[i].role;
	return ROLE_NONE;
}

/* Each line of a string, without tags and second layers of references. */
static void
put_lines(struct buf *to, struct str token)
{
	struct buf text = {0};
	size_t from = 0;

	json_unescape(&text, token);
	buf_putc(&text, '\n');
	for (size_t i = 0; i < text.n; i++) {
		size_t start = to->n;

		if (text.s[i] != '\n')
			continue;
		plain_put(to, (struct str){text.s + from, i - from});
		if (to->n > start)
			buf_putc(to, '\n');
		from = i + 1;
	}
	buf_free(&text);
}

static void
look(struct buf *to, struct str value, enum role role, int depth)
{
	struct jsonwalk w = {0};
	struct str name, item;

	if (depth == DEPTH || value.n < 2 || role == ROLE_OTHERS)
		return;
	if (value.s[0] == '"' && (role == ROLE_LIST || role == ROLE_TEXT))
		put_lines(to, value);
	else if (value.s[0] == '[')
		while (jsonwalk_item(&w, value, &item))
			look(to, item, role, depth + 1);
	else if (value.s[0] == '{')
		while (jsonwalk_member(&w, value, &name, &item))
			look(to, item, role_of(name, role), depth + 1);
}

/* Whether there may be any; most scripts have none and are not read. */
static bool
may_have_text(const char *script)
{
	return strstr(script, "\"recipeIn") != NULL ||
	    strstr(script, "\"ingredients\"") != NULL ||
	    strstr(script, "\"acceptedAnswer\"") != NULL ||
	    strstr(script, "\"step\"") != NULL;
}

void
ldtext_read(struct buf *to, const char *script)
{
	struct buf mended = {0};

	if (!may_have_text(script))
		return;
	json_repair(&mended, str_of(script));
	if (json_check(buf_str(&mended)) == NULL)
		look(to, buf_str(&mended), ROLE_NONE, 0);
	buf_free(&mended);
}
