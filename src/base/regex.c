/* SPDX-License-Identifier: MIT */
#define PCRE2_CODE_UNIT_WIDTH 8

#include "base/pattern.h"

#include <pcre2.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/complain.h"
#include "base/mem.h"

enum {
	MOST_STEPS = 1000000,   /* of one match */
	MOST_MEMORY = 16 * 1024 /* KiB, of one match */
};

struct pattern {
	pcre2_code *code;
	bool shared; /* the code is another's */
	pcre2_match_context *limits;
	pcre2_match_data *match;
	const char *regex;
};

static void
open_match(struct pattern *p)
{
	p->limits = pcre2_match_context_create(NULL);
	p->match = pcre2_match_data_create(1, NULL);
	if (p->limits == NULL || p->match == NULL)
		die("memory:");
	pcre2_set_match_limit(p->limits, MOST_STEPS);
	pcre2_set_heap_limit(p->limits, MOST_MEMORY);
}

struct pattern *
pattern_open(const char *regex, bool caseless, char *why)
{
	uint32_t options = PCRE2_UTF | PCRE2_UCP | PCRE2_ANCHORED |
	    PCRE2_ENDANCHORED | PCRE2_NEVER_BACKSLASH_C |
	    (caseless ? PCRE2_CASELESS : 0);
	struct pattern *p;
	PCRE2_UCHAR message[160];
	PCRE2_SIZE at;
	int error;
	pcre2_code *code = pcre2_compile((PCRE2_SPTR)regex,
	    PCRE2_ZERO_TERMINATED, options, &error, &at, NULL);

	if (code == NULL) {
		pcre2_get_error_message(error, message, sizeof message);
		snprintf(why, 256, "%s (byte %zu)", (const char *)message,
		    (size_t)at + 1);
		return NULL;
	}
	p = mem_alloc(1, sizeof *p);
	p->code = code;
	p->regex = regex;
	open_match(p);
	return p;
}

struct pattern *
pattern_share(const struct pattern *of)
{
	struct pattern *p = mem_alloc(1, sizeof *p);

	p->code = of->code;
	p->regex = of->regex;
	p->shared = true;
	open_match(p);
	return p;
}

void
pattern_free(struct pattern *p)
{
	if (p == NULL)
		return;
	pcre2_match_data_free(p->match);
	pcre2_match_context_free(p->limits);
	if (!p->shared)
		pcre2_code_free(p->code);
	free(p);
}

bool
pattern_matches(struct pattern *p, struct str text)
{
	int n = pcre2_match(p->code, (PCRE2_SPTR)(text.n > 0 ? text.s : ""),
	    text.n, 0, PCRE2_NO_UTF_CHECK, p->match, p->limits);

	if (n < 0 && n != PCRE2_ERROR_NOMATCH)
		die("pattern %s: it takes too long", p->regex);
	return n >= 0;
}
