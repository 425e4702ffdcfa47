/* SPDX-License-Identifier: MIT */
/*
 * The fields of which what is stated best is taken.
 */
#include "html/about/evidence.h"

#include <strings.h>

#include "base/ascii.h"
#include "html/words/plain.h"

static void
choose_best(struct about *a, enum about_field field)
{
	struct about_item *best = evidence_best(a, field);

	if (best != NULL) {
		best->chosen = true;
		result_add(a, field, evidence_value(a, best));
	}
}

/* The best that is not the title again. */
static void
choose_description(struct about *a)
{
	struct about_item *best = NULL;
	struct str title = result_get(a, ABOUT_TITLE);

	for (size_t i = 0; i < a->items.n; i++) {
		struct about_item *item = &a->items.at[i];

		if (item->field == ABOUT_DESCRIPTION &&
		    (best == NULL || item->rank > best->rank) &&
		    !plain_same(title, evidence_value(a, item)))
			best = item;
	}
	if (best == NULL)
		return;
	best->chosen = true;
	result_add(a, ABOUT_DESCRIPTION, evidence_value(a, best));
}

static bool
has_tag(const struct about *a, struct str tag)
{
	for (size_t i = 0; i < a->results.n; i++) {
		const struct about_result *r = &a->results.at[i];

		if (r->field == ABOUT_TAG && r->n == tag.n && strncasecmp(
		    a->values.s + r->value, tag.s, tag.n) == 0)
			return true;
	}
	return false;
}

/* Links that are tags are evidence, too. */
static void
gather_tags(struct about *a)
{
	for (size_t i = 0; i < a->spans.n; i++) {
		const struct about_span *span = &a->spans.at[i];

		if (span->field == ABOUT_TAG && span->end - span->start < 80)
			evidence_add(a, ABOUT_TAG, span->rank, span->source,
			    (struct str){a->text.s + span->start,
			    span->end - span->start}, span->block,
			    span->places);
		if (span->field == ABOUT_SECTION && span->end - span->start
		    < 80)
			evidence_add(a, ABOUT_SECTION, span->rank,
			    span->source, (struct str){a->text.s +
			    span->start, span->end - span->start},
			    span->block, span->places);
	}
}

/* All tags of the best kind of source, each once. */
static void
choose_tags(struct about *a)
{
	struct about_item *best = evidence_best(a, ABOUT_TAG);
	int n = 0, rank = best != NULL ? best->rank : 0;

	for (size_t i = 0; i < a->items.n && n < ABOUT_TAGS; i++) {
		struct about_item *item = &a->items.at[i];
		struct str value = evidence_value(a, item);

		if (item->field != ABOUT_TAG || item->rank != rank ||
		    has_tag(a, value))
			continue;
		item->chosen = true;
		result_add(a, ABOUT_TAG, value);
		n++;
	}
}

static void
choose_image(struct about *a)
{
	struct about_item *best = evidence_best(a, ABOUT_IMAGE);
	struct buf url = {0};

	if (best != NULL && place_resolve(a, evidence_value(a, best), &url)) {
		best->chosen = true;
		result_add(a, ABOUT_IMAGE, buf_str(&url));
	}
	buf_free(&url);
}

/* Parts of an address's path, up to `most`, in capitals, a space between. */
static void
put_parts(struct buf *to, struct str path, int most)
{
	for (size_t n = 0, parts = 0; n < path.n; n++) {
		char c = path.s[n];

		parts += c == '/';
		if (strchr("?#", c) != NULL || (int)parts >= most ||
		    plain_starts((struct str){path.s + n, path.n - n},
		        "/deed") || plain_starts((struct str){path.s + n,
		        path.n - n}, "/legalcode"))
			break;
		buf_putc(to, c == '/' ? ' ' : ascii_is_letter(c)
		    ? (char)(c & ~0x20) : c);
	}
	while (to->n > 0 && to->s[to->n - 1] == ' ')
		to->n--;
}

/* creativecommons.org/licenses/by-sa/3.0/at/ as CC BY-SA 3.0 AT; else as it
 * is. */
static void
put_license(struct buf *to, struct str value)
{
	static const char works[] = "creativecommons.org/licenses/",
	    domain[] = "creativecommons.org/publicdomain/";

	for (size_t i = 0; i + 12 < value.n; i++) {
		struct str rest = {value.s + i, value.n - i};

		if (plain_starts(rest, works)) {
			buf_puts(to, "CC ");
			put_parts(to, (struct str){rest.s + sizeof works - 1,
			    rest.n - (sizeof works - 1)}, 3);
			return;
		}
		if (plain_starts(rest, domain)) {
			const char *version = memchr(rest.s + sizeof domain - 1,
			    '/', rest.n - (sizeof domain - 1));

			buf_puts(to, "CC0");
			if (version != NULL) {
				buf_putc(to, ' ');
				put_parts(to, (struct str){version + 1,
				    (size_t)(rest.s + rest.n - version - 1)},
				    1);
			}
			return;
		}
	}
	buf_put(to, value.s, value.n);
}

static void
choose_license(struct about *a)
{
	struct about_item *best = evidence_best(a, ABOUT_LICENSE);
	struct buf text = {0};

	if (best == NULL)
		return;
	best->chosen = true;
	put_license(&text, evidence_value(a, best));
	result_add(a, ABOUT_LICENSE, buf_str(&text));
	buf_free(&text);
}

void
choose_rest(struct about *a)
{
	gather_tags(a);
	choose_description(a);
	choose_best(a, ABOUT_SECTION);
	choose_tags(a);
	choose_image(a);
	choose_license(a);
	choose_best(a, ABOUT_TYPE);
}
