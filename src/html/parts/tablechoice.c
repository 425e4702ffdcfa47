/* SPDX-License-Identifier: MIT */
#include "html/parts/tablechoice.h"

#include <limits.h>
#include <stdlib.h>

#include "base/regex.h"

bool
tablechoice_numbers(struct tablechoice *c, const char *value)
{
	char *end;

	c->numbers = true;
	c->from = 1;
	c->to = LONG_MAX;
	if (strcmp(value, "all") == 0)
		return true;
	c->from = c->to = strtol(value, &end, 10);
	if (end > value && *end == '-')
		c->to = end[1] == '\0' ? LONG_MAX : strtol(end + 1, &end, 10);
	return c->from >= 1 && c->to >= c->from && (*end == '\0' ||
	    c->to == LONG_MAX);
}

bool
tablechoice_caption(struct tablechoice *c, const char *value, char *why)
{
	struct regex *alone = regex_open(str_of(value), true, why);
	struct buf whole = {0};

	if (alone == NULL) /* with its own places in the message */
		return false;
	regex_free(alone);
	buf_puts(&whole, "(?s).*(?:");
	buf_puts(&whole, value);
	buf_puts(&whole, ").*");
	regex_free(c->caption);
	c->caption = regex_open(buf_str(&whole), true, why);
	buf_free(&whole);
	return c->caption != NULL;
}

void
tablechoice_default_all(struct tablechoice *c)
{
	if (!c->numbers)
		c->to = LONG_MAX;
}

bool
tablechoice_has(const struct tablechoice *c, long number, struct str caption)
{
	return number >= c->from && number <= c->to &&
	    (c->caption == NULL || regex_matches(c->caption, caption));
}

void
tablechoice_free(struct tablechoice *c)
{
	regex_free(c->caption);
}
