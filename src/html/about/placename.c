/* SPDX-License-Identifier: MIT */
#include "html/about/placename.h"

#include "base/ascii.h"
#include "base/hash.h"
#include "html/about/evidence.h"
#include "html/words/plain.h"

enum { NAME_LONG = 256, CACHE = 4096 };

/*
 * Lists of names, and names, by their hash: pages have few of them and many
 * elements, and they mean the same on every page.
 */
static struct known {
	uint64_t key;
	unsigned places;
} lists[CACHE], names_known[CACHE];

/* Words anywhere in a class or id, and what they say. */
static const struct name_row {
	const char *word;
	unsigned places;
	enum { ANYWHERE, PART /* between hyphens */, FIRST /* part */ } where;
} names[] = {
	{"author", PLACE_AUTHOR, ANYWHERE}, {"autor", PLACE_AUTHOR, ANYWHERE},
	{"auteur", PLACE_AUTHOR, ANYWHERE},
	{"byline", PLACE_AUTHOR, ANYWHERE}, {"vcard", PLACE_AUTHOR, PART},
	{"username", PLACE_AUTHOR, ANYWHERE}, {"user-name", PLACE_AUTHOR, ANYWHERE},
	{"user_name", PLACE_AUTHOR, ANYWHERE}, {"accountname", PLACE_AUTHOR, ANYWHERE}, {"journalist", PLACE_AUTHOR, PART},
	{"reporter", PLACE_AUTHOR, PART},
	{"writer", PLACE_AUTHOR, PART}, {"contributor", PLACE_AUTHOR, ANYWHERE},
	{"fn", PLACE_AUTHOR, PART},
	{"date", PLACE_DATE, ANYWHERE}, {"datum", PLACE_DATE, ANYWHERE},
	{"fecha", PLACE_DATE, PART}, {"time", PLACE_DATE, PART},
	{"timestamp", PLACE_DATE, ANYWHERE}, {"posted", PLACE_DATE, ANYWHERE},
	{"publish", PLACE_DATE | PLACE_PUBLISHED, ANYWHERE},
	{"pubdate", PLACE_DATE | PLACE_PUBLISHED, ANYWHERE},
	{"updated", PLACE_DATE | PLACE_MODIFIED, ANYWHERE},
	{"modified", PLACE_DATE | PLACE_MODIFIED, ANYWHERE},
	{"meta", PLACE_META, PART}, {"postmeta", PLACE_META, ANYWHERE},
	{"entry-header", PLACE_META, ANYWHERE}, {"info", PLACE_META, PART},
	{"comment", PLACE_FOREIGN, ANYWHERE}, {"kommentar", PLACE_FOREIGN, ANYWHERE},
	{"related", PLACE_FOREIGN, ANYWHERE}, {"popular", PLACE_FOREIGN, ANYWHERE},
	{"sidebar", PLACE_ASIDE, ANYWHERE}, {"caption", PLACE_FOREIGN, ANYWHERE},
	{"testimonial", PLACE_FOREIGN, ANYWHERE},
	{"recommend", PLACE_FOREIGN, ANYWHERE}, {"teaser", PLACE_FOREIGN, ANYWHERE},
	{"trending", PLACE_FOREIGN, ANYWHERE}, {"mostread", PLACE_FOREIGN, ANYWHERE},
	{"widget", PLACE_FOREIGN, FIRST}, {"carousel", PLACE_FOREIGN, ANYWHERE},
	{"newsletter", PLACE_FOREIGN, ANYWHERE}, {"advert", PLACE_FOREIGN, ANYWHERE},
	{"logo", PLACE_LOGO, PART}, {"sitename", PLACE_LOGO, ANYWHERE},
	{"site-title", PLACE_LOGO, ANYWHERE}, {"branding", PLACE_LOGO, PART},
	{"nav", PLACE_NAV, PART}, {"navbar", PLACE_NAV, PART},
	{"menu", PLACE_NAV, PART}, {"breadcrumb", PLACE_NAV, ANYWHERE},
	{"breadcrumbs", PLACE_NAV, ANYWHERE}, {"footer", PLACE_FOOTER, FIRST},
	{"site-footer", PLACE_FOOTER, ANYWHERE},
	{"page-footer", PLACE_FOOTER, ANYWHERE},
	{"main-footer", PLACE_FOOTER, ANYWHERE},
	{"global-footer", PLACE_FOOTER, ANYWHERE},
};

/* Names that hold one of the words and say nothing by it. */
static const char *const excepted[] = {"has-sidebar", "no-comments",
	"entry-footer", "comments-link", "with-sidebar", "no-sidebar",
	"comment-count", "comments-count", "update-", "validate", "candidate",
	"authority", "authoriz", "commentary", "post-navigation", "comments-open",
	"comment-status", "sidebar-right", "sidebar-left", "single-author",
	"multi-author", "group-blog", "related-content-none"};

static bool
is_part(const char *name, size_t n, size_t at, size_t length)
{
	return (at == 0 || strchr("-_: ", name[at - 1]) != NULL) &&
	    (at + length == n || strchr("-_: ", name[at + length]) != NULL);
}

/* Which two letters a row begins with. */
static bool pairs[26][26];

/* Which rows begin with a letter, in the order of the table. */
static unsigned char first_row[27], rows_by_letter[64];

static void
index_rows(void)
{
	int n = 0;

	for (int c = 0; c < 26; c++) {
		first_row[c] = (unsigned char)n;
		for (size_t i = 0; i < sizeof names / sizeof *names; i++)
			if (names[i].word[0] == 'a' + c) {
				rows_by_letter[n++] = (unsigned char)i;
				pairs[c][names[i].word[1] - 'a'] = true;
			}
	}
	first_row[26] = (unsigned char)n;
}

static bool
is_excepted(const char *name, size_t n)
{
	for (size_t i = 0; i < sizeof excepted / sizeof *excepted; i++)
		if (plain_contains((struct str){name, n}, excepted[i]))
			return true;
	return false;
}

/* One name, in small letters. */
static unsigned
name_places(const char *name, size_t n)
{
	unsigned places = 0;

	for (size_t at = 0; at + 1 < n; at++) {
		int c = name[at] - 'a', second = name[at + 1] - 'a';

		if (c < 0 || c > 25 || second < 0 || second > 25 ||
		    !pairs[c][second])
			continue;
		for (int k = first_row[c]; k < first_row[c + 1]; k++) {
			const struct name_row *row = &names[rows_by_letter[k]];
			size_t length;

			if (row->word[1] != name[at + 1])
				continue;
			length = strlen(row->word);
			if (at + length <= n && memcmp(name + at, row->word,
			    length) == 0 && (row->where == ANYWHERE ||
			    (is_part(name, n, at, length) &&
			        (row->where == PART || at == 0))))
				places |= row->places;
		}
	}
	if (places & (PLACE_AUTHOR | PLACE_DATE | PLACE_META))
		places &= ~(unsigned)PLACE_FOREIGN; /* what holds it tells */
	return places != 0 && is_excepted(name, n) ? 0 : places;
}

static struct known *
slot_of(struct known *cache, const char *s, size_t n, uint64_t *key)
{
	*key = hash_bytes(1, s, n) | 1;
	return &cache[*key / 2 % CACHE];
}

static unsigned
known_name(const char *name, size_t n)
{
	uint64_t key;
	struct known *k = slot_of(names_known, name, n, &key);

	if (k->key != key)
		*k = (struct known){key, name_places(name, n)};
	return k->places;
}

static unsigned
list_places(const char *list)
{
	char name[NAME_LONG];
	unsigned places = 0;
	size_t n = 0;

	for (size_t i = 0; i < 16 * NAME_LONG; i++) {
		char c = list[i];

		if (c == '\0' || ascii_is_space(c)) {
			places |= n > 0 ? known_name(name, n) : 0;
			n = 0;
			if (c == '\0')
				break;
		} else if (n < sizeof name) {
			name[n++] = ascii_lower(c);
		}
	}
	return places;
}

unsigned
placename(const char *list)
{
	uint64_t key;
	struct known *k = slot_of(lists, list, strlen(list), &key);

	if (first_row[26] == 0)
		index_rows();
	if (k->key != key)
		*k = (struct known){key, list_places(list)};
	return k->places;
}
