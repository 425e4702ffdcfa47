/* SPDX-License-Identifier: MIT */
/*
 * JSON-LD: the node that describes this page, and what it says.  Nodes are
 * those at the top, in arrays, and under @graph, mainEntity and
 * mainEntityOfPage; what is said of other things (comments, parts, mentions,
 * lists) is not looked at.
 */
#include "html/about/evidence.h"

#include <stdio.h>

#include "html/jsonld/ldvalue.h"
#include "html/words/plain.h"
#include "notation/json.h"
#include "notation/jsonrepair.h"
#include "notation/jsonwalk.h"

enum { WALK_DEPTH = 8, TITLE_LIKE = 60 /* of 100 */ };

/* ---- nodes ---- */

static bool
ends_with(const char *s, const char *end)
{
	size_t n = strlen(s), k = strlen(end);

	return n >= k && strcmp(s + n - k, end) == 0;
}

static bool
is_one_of(const char *s, const char *const *words)
{
	for (; *words != NULL; words++)
		if (strcmp(s, *words) == 0)
			return true;
	return false;
}

static int
class_of(const char *type)
{
	static const char *const articles[] = {"Report", "Recipe", "Review",
	    "HowTo", "Question", "Book", "Chapter", "Thesis",
	    "LiveBlogPosting", "CreativeWork", "AnalysisNewsArticle", NULL};
	static const char *const works[] = {"Product", "VideoObject", "Event",
	    "Course", "PodcastEpisode", "Episode", "Movie", "Dataset",
	    "SoftwareApplication", "AudioObject", NULL};

	if (ends_with(type, "Article") || ends_with(type, "Posting") ||
	    is_one_of(type, articles))
		return 3;
	if (ends_with(type, "Page"))
		return 2;
	return is_one_of(type, works) ? 1 : 0;
}

/* The @type, of a list the most telling one, without its prefix. */
static void
set_type(struct about_node *node)
{
	struct str value = ldvalue_member(node->json, "@type"), item;
	struct jsonwalk w = {0};
	struct buf type = {0};
	bool list = value.n > 0 && value.s[0] == '[';

	for (item = value; list ? jsonwalk_item(&w, value, &item) : true;) {
		const char *bare;
		int class;

		type.n = 0;
		if (ldvalue_is_string(item))
			json_unescape(&type, item);
		buf_putc(&type, '\0');
		bare = strrchr(type.s, '/') ? strrchr(type.s, '/') + 1 : type.s;
		bare = strrchr(bare, ':') ? strrchr(bare, ':') + 1 : bare;
		class = class_of(bare);
		if (node->type[0] == '\0' || class > node->class) {
			snprintf(node->type, sizeof node->type, "%.40s", bare);
			node->class = class;
		}
		if (!list)
			break;
	}
	node->type[plain_cut(str_of(node->type), 40)] = '\0';
	buf_free(&type);
}

static void
walk(struct about *a, struct str value, int depth)
{
	static const char *const inner[] = {"@graph", "mainEntity",
	    "mainEntityOfPage"};
	struct jsonwalk w = {0};
	struct str item;

	if (value.n == 0 || depth == 0 || a->nodes.n >= ABOUT_NODES)
		return;
	if (value.s[0] == '[') {
		while (a->nodes.n < ABOUT_NODES &&
		    jsonwalk_item(&w, value, &item))
			walk(a, item, depth - 1);
	} else if (value.s[0] == '{') {
		struct about_node node = {.json = value};

		set_type(&node);
		*vec_add(&a->nodes) = node;
		for (size_t i = 0; i < sizeof inner / sizeof *inner; i++)
			walk(a, ldvalue_member(value, inner[i]), depth - 1);
	}
}

void
jsonld_add(struct about *a, struct str script)
{
	struct buf text = {0};
	const char *fault;

	if (script.n > ABOUT_JSON - a->json_bytes)
		return;
	json_repair(&text, script);
	if (text.n == 0) {
		buf_free(&text);
		return;
	}
	fault = json_check(buf_str(&text));
	if (fault != NULL) {
		a->json_fault = fault;
		a->json_faults++;
		buf_free(&text);
		return;
	}
	a->json_bytes += script.n;
	*vec_add(&a->scripts) = text;
	walk(a, buf_str(&text), WALK_DEPTH);
}

/* ---- which node is the page's ---- */

/* The last part of an address's path says which page it is. */
static bool
same_page(struct str a, struct str b)
{
	while (a.n > 0 && a.s[a.n - 1] == '/')
		a.n--;
	while (b.n > 0 && b.s[b.n - 1] == '/')
		b.n--;
	for (size_t i = 0; i < a.n; i++)
		if (a.s[i] == '#' || a.s[i] == '?')
			a.n = i;
	for (size_t i = 0; i < b.n; i++)
		if (b.s[i] == '#' || b.s[i] == '?')
			b.n = i;
	for (size_t i = a.n; i > 0 && i + 12 > a.n; i--)
		if (a.s[i - 1] == ':')
			return false; /* a host alone */
	return a.n > 12 && str_eq(a, b);
}

static bool
names_page(const struct about *a, const struct about_node *node,
    struct buf *text)
{
	static const char *const members[] = {"url", "@id",
	    "mainEntityOfPage"};

	for (size_t i = 0; i < sizeof members / sizeof *members; i++)
		if (ldvalue_text(node->json, members[i], text) &&
		    (same_page(buf_str(text), buf_str(&a->canonical)) ||
		        same_page(buf_str(text), buf_str(&a->given))))
			return true;
	return false;
}

static int
title_likeness(struct about *a, struct str headline)
{
	int best = 0;

	for (size_t i = 0; i < a->items.n; i++) {
		const struct about_item *item = &a->items.at[i];
		int like;

		if (item->field != ABOUT_TITLE || item->block >= 0)
			continue;
		like = plain_likeness(headline, evidence_value(a, item));
		best = like > best ? like : best;
	}
	return best;
}

/* How sure a node is the page's: 3 its address, 2 its title, 1 neither. */
static int
match(struct about *a, const struct about_node *node)
{
	struct buf text = {0};
	int sure = 1;

	if (names_page(a, node, &text))
		sure = 3;
	else if ((ldvalue_text(node->json, "headline", &text) ||
	    ldvalue_text(node->json, "name", &text)) &&
	    title_likeness(a, buf_str(&text)) >= TITLE_LIKE)
		sure = 2;
	buf_free(&text);
	return sure;
}

/* The page's node of a class; of more than three strangers, none. */
static const struct about_node *
main_node(struct about *a, int class)
{
	const struct about_node *best = NULL;
	int sure = 0, n = 0, looked = 0;

	for (size_t i = 0; i < a->nodes.n && looked < 64; i++) {
		const struct about_node *node = &a->nodes.at[i];
		int m;

		if (node->class != class)
			continue;
		looked++;
		m = match(a, node);
		n++;
		if (m > sure) {
			sure = m;
			best = node;
		}
	}
	return sure == 1 && n > 3 ? NULL : best;
}

/* ---- what it says ---- */

static const struct about_node *
node_of_id(const struct about *a, struct str id)
{
	struct buf own = {0};
	const struct about_node *found = NULL;

	for (size_t i = 0; i < a->nodes.n && found == NULL; i++)
		if (ldvalue_text(a->nodes.at[i].json, "@id", &own) &&
		    str_eq(buf_str(&own), id) &&
		    ldvalue_member(a->nodes.at[i].json, "name").n > 0)
			found = &a->nodes.at[i];
	buf_free(&own);
	return found;
}

struct say {
	struct about *a;
	const struct about_node *node;
	int less; /* taken off the ranks */
};

static void
say(const struct say *s, enum about_field field, int rank, const char *member,
    struct str value)
{
	char source[128];

	snprintf(source, sizeof source, "json-ld %s.%s", s->node->type,
	    member);
	evidence_state(s->a, field, rank - s->less, source, value);
}

/* A person, or a list of them; by @id, by name. */
static void
say_people(const struct say *s, int rank, const char *member,
    struct str value, int depth)
{
	struct jsonwalk w = {0};
	struct str item;
	struct buf text = {0};
	const struct about_node *who;

	if (value.n == 0 || depth == 0)
		return;
	if (ldvalue_is_string(value)) {
		json_unescape(&text, value);
		say(s, ABOUT_AUTHOR, rank, member, buf_str(&text));
	} else if (value.s[0] == '[') {
		while (jsonwalk_item(&w, value, &item))
			say_people(s, rank, member, item, depth - 1);
	} else if (ldvalue_member(value, "name").n > 0) {
		bool person = !ldvalue_text(value, "@type", &text) ||
		    !plain_contains(buf_str(&text), "Organization");

		say_people(s, person ? rank : rank - 30, member,
		    ldvalue_member(value, "name"), depth - 1);
	} else if (ldvalue_text(value, "@id", &text) &&
	    (who = node_of_id(s->a, buf_str(&text))) != NULL) {
		say_people(s, plain_contains(str_of(who->type),
		    "Organization") ? rank - 30 : rank, member,
		    ldvalue_member(who->json, "name"), depth - 1);
	}
	buf_free(&text);
}

/* Keywords: a list, or one string with commas. */
static void
say_tags(const struct say *s, struct str value)
{
	struct jsonwalk w = {0};
	struct str item;
	struct buf text = {0};

	if (value.n > 0 && value.s[0] == '[') {
		while (jsonwalk_item(&w, value, &item)) {
			text.n = 0;
			if (ldvalue_string(item, &text, 2))
				say(s, ABOUT_TAG, 65, "keywords",
				    buf_str(&text));
		}
	} else if (ldvalue_string(value, &text, 2)) {
		size_t from = 0;

		for (size_t i = 0; i <= text.n; i++)
			if (i == text.n || text.s[i] == ',') {
				say(s, ABOUT_TAG, 65, "keywords", (struct str){
				    text.s + from, i - from});
				from = i + 1;
			}
	}
	buf_free(&text);
}

static void
say_site(const struct say *s)
{
	struct str publisher = ldvalue_member(s->node->json, "publisher");
	struct buf text = {0};
	const struct about_node *who;

	if (ldvalue_text(publisher, "name", &text))
		say(s, ABOUT_SITE, 90, "publisher", buf_str(&text));
	else if (ldvalue_text(publisher, "@id", &text) &&
	    (who = node_of_id(s->a, buf_str(&text))) != NULL &&
	    ldvalue_text(who->json, "name", &text))
		say(s, ABOUT_SITE, 90, "publisher", buf_str(&text));
	buf_free(&text);
}

static void
say_all(const struct say *s)
{
	static const struct {
		const char *member;
		enum about_field field;
		int rank, least_class;
	} rows[] = {
		{"headline", ABOUT_TITLE, 92, 1}, {"name", ABOUT_TITLE, 76, 2},
		{"datePublished", ABOUT_PUBLISHED, 100, 1},
		{"dateCreated", ABOUT_PUBLISHED, 92, 1},
		{"uploadDate", ABOUT_PUBLISHED, 90, 1},
		{"dateModified", ABOUT_MODIFIED, 100, 1},
		{"description", ABOUT_DESCRIPTION, 80, 2},
		{"articleSection", ABOUT_SECTION, 80, 2},
		{"inLanguage", ABOUT_LANG, 70, 2},
		{"image", ABOUT_IMAGE, 90, 2},
		{"thumbnailUrl", ABOUT_IMAGE, 70, 2},
		{"license", ABOUT_LICENSE, 80, 1},
	};
	struct buf text = {0};

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		if (s->node->class >= rows[i].least_class &&
		    ldvalue_text(s->node->json, rows[i].member, &text))
			say(s, rows[i].field, rows[i].rank, rows[i].member,
			    buf_str(&text));
	say(s, ABOUT_TYPE, 60 + 10 * s->node->class, "@type",
	    str_of(s->node->type));
	say_people(s, 90, "author", ldvalue_member(s->node->json, "author"), 5);
	say_people(s, 84, "creator", ldvalue_member(s->node->json, "creator"), 5);
	say_tags(s, ldvalue_member(s->node->json, "keywords"));
	say_site(s);
	buf_free(&text);
}

/* Whose site it is, as WebSite says. */
static void
say_website(struct about *a)
{
	struct buf text = {0};

	for (size_t i = 0; i < a->nodes.n; i++)
		if (strcmp(a->nodes.at[i].type, "WebSite") == 0 &&
		    ldvalue_text(a->nodes.at[i].json, "name", &text)) {
			evidence_state(a, ABOUT_SITE, 85, "json-ld WebSite",
			    buf_str(&text));
			break;
		}
	buf_free(&text);
}

void
jsonld_choose(struct about *a)
{
	static const int less[] = {0, 14, 8, 0}; /* by class */

	for (int class = 3; class > 0; class--) {
		struct say s = {.a = a, .node = main_node(a, class),
		    .less = less[class]};

		if (s.node == NULL)
			continue;
		if (class == 3)
			a->says_article = true;
		say_all(&s);
	}
	say_website(a);
}
