/* SPDX-License-Identifier: MIT */
#include "html/words/placename.h"

#include <stdint.h>
#include <string.h>

#include "base/ascii.h"

enum { LIST_LONG = 4096, STATES = 1024, SYMBOLS = 32, ENDS = 0x8000,
	BLANK = 29 };

/* Words anywhere in a class or id, and what they say. */
static const struct name_row {
	const char *word;
	unsigned places;
	enum { ANYWHERE, PART /* between hyphens */, FIRST /* part */,
		NOTHING /* a name that holds it says nothing */ } where;
} names[] = {
	{"author", PLACE_AUTHOR, ANYWHERE}, {"autor", PLACE_AUTHOR, ANYWHERE},
	{"auteur", PLACE_AUTHOR, ANYWHERE},
	{"byline", PLACE_AUTHOR, ANYWHERE}, {"vcard", PLACE_AUTHOR, PART},
	{"username", PLACE_AUTHOR, ANYWHERE},
	{"user-name", PLACE_AUTHOR, ANYWHERE},
	{"user_name", PLACE_AUTHOR, ANYWHERE},
	{"accountname", PLACE_AUTHOR, ANYWHERE},
	{"journalist", PLACE_AUTHOR, PART},
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
	{"has-sidebar", 0, NOTHING}, {"no-comments", 0, NOTHING},
	{"entry-footer", 0, NOTHING}, {"comments-link", 0, NOTHING},
	{"with-sidebar", 0, NOTHING}, {"no-sidebar", 0, NOTHING},
	{"comment-count", 0, NOTHING}, {"comments-count", 0, NOTHING},
	{"update-", 0, NOTHING}, {"validate", 0, NOTHING},
	{"candidate", 0, NOTHING}, {"authority", 0, NOTHING},
	{"authoriz", 0, NOTHING}, {"commentary", 0, NOTHING},
	{"post-navigation", 0, NOTHING}, {"comments-open", 0, NOTHING},
	{"comment-status", 0, NOTHING}, {"sidebar-right", 0, NOTHING},
	{"sidebar-left", 0, NOTHING}, {"single-author", 0, NOTHING},
	{"multi-author", 0, NOTHING}, {"group-blog", 0, NOTHING},
	{"related-content-none", 0, NOTHING},
};

/*
 * All the words at once (Aho and Corasick 1975): a state is what of them has
 * been read, and the next byte leads to another.
 */
static struct {
	uint16_t next[STATES][SYMBOLS]; /* with ENDS, if a word ends there */
	uint16_t row[STATES];    /* the word that ends here, and 1; or 0 */
	uint16_t shorter[STATES]; /* the longest other state that ends one */
	unsigned char depth[STATES]; /* bytes that lead to it */
	int n;
} words;

/* A letter, a hyphen, a low line, a blank or the end, anything else. */
static unsigned char symbol_of[256];

static void
add_word(const char *word, int row)
{
	int at = 0;

	for (; *word != '\0'; word++) {
		uint16_t *to = &words.next[at][symbol_of[(unsigned char)*word]];

		if (*to == 0) {
			words.depth[words.n] = (unsigned char)
			    (words.depth[at] + 1);
			*to = (uint16_t)words.n++;
		}
		at = *to;
	}
	words.row[at] = (uint16_t)(row + 1);
}

/* A state without a next one goes on as the longest end of it that has. */
static void
link_states(void)
{
	static uint16_t queue[STATES], end[STATES];
	int first = 0, last = 0;

	queue[last++] = 0;
	while (first < last) {
		int at = queue[first++];

		for (int c = 0; c < SYMBOLS; c++) {
			uint16_t *to = &words.next[at][c], same = at == 0 ? 0
			    : words.next[end[at]][c];

			if (*to == 0) {
				*to = same;
				continue;
			}
			end[*to] = same;
			words.shorter[*to] = words.row[same] > 0 ? same
			    : words.shorter[same];
			queue[last++] = *to;
		}
	}
}

static void
mark_ends(void)
{
	for (int at = 0; at < words.n; at++)
		for (int c = 0; c < SYMBOLS; c++) {
			int to = words.next[at][c];

			if (words.row[to] > 0 || words.shorter[to] > 0)
				words.next[at][c] |= ENDS;
		}
}

static void
make_words(void)
{
	for (int c = 'a'; c <= 'z'; c++)
		symbol_of[c] = symbol_of[c & ~0x20] =
		    (unsigned char)(c - 'a' + 1);
	symbol_of[0] = symbol_of[' '] = symbol_of['\t'] = symbol_of['\n'] =
	    symbol_of['\f'] = symbol_of['\r'] = BLANK;
	symbol_of['-'] = 27;
	symbol_of['_'] = 28;
	words.n = 1;
	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		add_word(names[i].word, (int)i);
	link_states();
	mark_ends();
}

static bool
is_border(char c)
{
	return c == '\0' || c == '-' || c == '_' || c == ':' ||
	    ascii_is_space(c);
}

/* What a word of `n` bytes says where it stands: up to `end` of a name. */
static unsigned
word_places(const struct name_row *row, size_t n, const char *name, size_t end)
{
	size_t at = end - n;

	if (row->where == ANYWHERE || row->where == NOTHING ||
	    ((at == 0 || is_border(name[at - 1])) && is_border(name[end]) &&
	    (row->where == PART || at == 0)))
		return row->places;
	return 0;
}

/* What the words say that end at a state, behind `end` bytes of a name. */
static unsigned
state_places(int at, const char *name, size_t end, bool *nothing)
{
	unsigned places = 0;

	for (; at > 0; at = words.shorter[at]) {
		const struct name_row *row;

		if (words.row[at] == 0)
			continue;
		row = &names[words.row[at] - 1];
		places |= word_places(row, words.depth[at], name, end);
		*nothing |= row->where == NOTHING;
	}
	return places;
}

/* What a name's words say together. */
static unsigned
sum_places(unsigned places, bool nothing)
{
	if (places & (PLACE_AUTHOR | PLACE_DATE | PLACE_META))
		places &= ~(unsigned)PLACE_FOREIGN; /* what holds it tells */
	return nothing ? 0 : places;
}

/* A name, up to a blank; `*n` is how long it is. */
static unsigned
name_places(const char *name, size_t *n)
{
	unsigned places = 0, at = 0, symbol;
	bool nothing = false;
	size_t i = 0;

	while ((symbol = symbol_of[(unsigned char)name[i]]) != BLANK) {
		at = words.next[at % ENDS][symbol];
		i++;
		if (at & ENDS)
			places |= state_places((int)(at % ENDS), name, i,
			    &nothing);
	}
	*n = i;
	return places == 0 ? 0 : sum_places(places, nothing);
}

unsigned
placename(const char *list)
{
	unsigned places = 0;
	size_t n;

	if (words.n == 0)
		make_words();
	for (size_t i = 0; list[i] != '\0' && i < LIST_LONG; i += n + (n == 0))
		places |= name_places(list + i, &n);
	return places;
}
