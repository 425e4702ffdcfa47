/* SPDX-License-Identifier: MIT */
#define PCRE2_CODE_UNIT_WIDTH 8

#include "base/regex.h"

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

struct regex {
	pcre2_code *code;
	char *source; /* for a message */
	bool shared;  /* code and source are another's */
	pcre2_match_context *limits;
	pcre2_match_data *match;
};

static void
open_match(struct regex *r)
{
	r->limits = pcre2_match_context_create(NULL);
	r->match = pcre2_match_data_create(1, NULL);
	if (r->limits == NULL || r->match == NULL)
		die("memory:");
	pcre2_set_match_limit(r->limits, MOST_STEPS);
	pcre2_set_heap_limit(r->limits, MOST_MEMORY);
}

struct regex *
regex_open(struct str source, bool caseless, char *why)
{
	uint32_t options = PCRE2_UTF | PCRE2_UCP | PCRE2_ANCHORED |
	    PCRE2_ENDANCHORED | PCRE2_NEVER_BACKSLASH_C |
	    (caseless ? PCRE2_CASELESS : 0);
	struct regex *r;
	PCRE2_UCHAR message[160];
	PCRE2_SIZE at;
	int error;
	pcre2_code *code = pcre2_compile((PCRE2_SPTR)source.s, source.n,
	    options, &error, &at, NULL);

	if (code == NULL) {
		pcre2_get_error_message(error, message, sizeof message);
		snprintf(why, REGEX_WHY, "%s (byte %zu)",
		    (const char *)message, (size_t)at + 1);
		return NULL;
	}
	r = mem_alloc(1, sizeof *r);
	r->code = code;
	r->source = mem_alloc(1, source.n + 1);
	memcpy(r->source, source.s, source.n);
	open_match(r);
	return r;
}

struct regex *
regex_share(const struct regex *of)
{
	struct regex *r = mem_alloc(1, sizeof *r);

	r->code = of->code;
	r->source = of->source;
	r->shared = true;
	open_match(r);
	return r;
}

void
regex_free(struct regex *r)
{
	if (r == NULL)
		return;
	pcre2_match_data_free(r->match);
	pcre2_match_context_free(r->limits);
	if (!r->shared) {
		pcre2_code_free(r->code);
		free(r->source);
	}
	free(r);
}

void
regex_limit(struct regex *r, uint32_t steps)
{
	pcre2_set_match_limit(r->limits, steps);
	pcre2_set_depth_limit(r->limits, steps);
}

enum regex_result
regex_try(struct regex *r, struct str text)
{
	int n = pcre2_match(r->code, (PCRE2_SPTR)(text.n > 0 ? text.s : ""),
	    text.n, 0, PCRE2_NO_UTF_CHECK, r->match, r->limits);

	return n >= 0 ? REGEX_MATCH
	    : n == PCRE2_ERROR_NOMATCH ? REGEX_NONE : REGEX_TOO_LONG;
}

bool
regex_matches(struct regex *r, struct str text)
{
	enum regex_result result = regex_try(r, text);

	if (result == REGEX_TOO_LONG)
		die("pattern %s: it takes too long", r->source);
	return result == REGEX_MATCH;
}

const char *
regex_source(const struct regex *r)
{
	return r->source;
}

const char *
regex_version(void)
{
	static char version[64] = "pcre2 ";

	pcre2_config(PCRE2_CONFIG_VERSION, version + 6);
	version[6 + strcspn(version + 6, " ")] = '\0';
	return version;
}
