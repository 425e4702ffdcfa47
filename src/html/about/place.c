/* SPDX-License-Identifier: MIT */
/*
 * The page's address, its site and its language.
 */
#include "html/about/evidence.h"

#include <strings.h>

#include "base/ascii.h"
#include "html/read/resolve.h"
#include "html/words/plain.h"
#include "text/langid/langid.h"
#include "text/language.h"

enum { SITE_NAME_LEAST = 3, SITE_NAME_MORE = 6 /* letters */, JUDGED_TEXT = 512, A_LITTLE = 64, SURE = 950 };

/* ---- addresses ---- */

/* Where the host of an absolute address begins and ends; empty: it is none. */
static struct str
host_of(struct str url)
{
	size_t at = 0, n;

	while (at + 3 < url.n && memcmp(url.s + at, "://", 3) != 0)
		at++;
	if (at + 3 >= url.n || at > 8)
		return (struct str){0};
	at += 3;
	for (n = at; n < url.n && strchr("/?#", url.s[n]) == NULL; n++)
		continue;
	return (struct str){url.s + at, n - at};
}

static bool
has_path(struct str url)
{
	struct str host = host_of(url);
	const char *path = host.s + host.n;

	return host.n > 0 && path + 1 < url.s + url.n;
}

/* An absolute address, made so; false: it is relative to nothing. */
bool
place_resolve(const struct about *a, struct str value, struct buf *to)
{
	struct str base = a->base.n > 0 && host_of(buf_str(&a->base)).n > 0
	    ? buf_str(&a->base) : a->given.n > 0 ? buf_str(&a->given)
	    : a->canonical.n > 0 ? buf_str(&a->canonical)
	    : buf_str(&a->saved);

	to->n = 0;
	resolve_address(to, base, value);
	return host_of(buf_str(to)).n > 0 && strncasecmp(to->s, "http", 4) == 0;
}

static void
set_address(struct about *a)
{
	struct buf url = {0};
	struct about_item *chosen = NULL;
	int most = 0;

	if (a->given.n > 0)
		evidence_state(a, ABOUT_URL, 80, "given", buf_str(&a->given));
	if (a->saved.n > 0)
		evidence_state(a, ABOUT_URL, 70, "saved",
		    buf_str(&a->saved));
	for (size_t i = 0; i < a->items.n; i++) {
		struct about_item *item = &a->items.at[i];
		int rank;

		if (item->field != ABOUT_URL ||
		    !place_resolve(a, evidence_value(a, item), &url))
			continue;
		rank = item->rank + 100 * has_path(buf_str(&url));
		if (rank > most) {
			most = rank;
			chosen = item;
			a->canonical.n = 0;
			buf_put(&a->canonical, url.s, url.n);
		}
	}
	if (chosen != NULL)
		chosen->chosen = true;
	if (a->canonical.n > 0)
		result_add(a, ABOUT_URL, buf_str(&a->canonical));
	buf_free(&url);
}

static void
set_host(struct about *a)
{
	struct str host = host_of(a->given.n > 0 ? buf_str(&a->given)
	    : buf_str(&a->canonical));

	if (host.n > 4 && strncasecmp(host.s, "www.", 4) == 0) {
		host.s += 4;
		host.n -= 4;
	}
	buf_put(&a->host, host.s, host.n);
}

/* ---- the order of day and month ---- */

static bool
ends_with(struct str s, const char *end)
{
	size_t n = strlen(end);

	return s.n >= n && memcmp(s.s + s.n - n, end, n) == 0;
}

static bool
is_american_host(struct str host)
{
	static const char *const ends[] = {".com", ".us", ".gov", ".edu",
	    ".org", ".net"};

	for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
		if (ends_with(host, ends[i]))
			return true;
	return false;
}

static void
set_language(struct about *a)
{
	struct about_item *lang = evidence_best(a, ABOUT_LANG);
	struct str value = lang != NULL ? evidence_value(a, lang)
	    : (struct str){0}, host = buf_str(&a->host);

	buf_put(&a->lang, value.s, value.n);
	buf_putc(&a->lang, '\0');
	a->language = a->lang.n > 1 ? a->lang.s : NULL;
	if (value.n == 0)
		a->month_first = is_american_host(host);
	else if (value.n >= 5 && strncasecmp(value.s, "en", 2) == 0)
		a->month_first = strncasecmp(value.s + 3, "US", 2) == 0;
	else
		a->month_first = value.n == 2 && strncasecmp(value.s, "en", 2)
		    == 0 && (host.n == 0 || is_american_host(host));
}

void
choose_place(struct about *a)
{
	set_address(a);
	set_host(a);
	set_language(a);
}

/* ---- sites ---- */

/* A name for comparing: letters and digits, without "the". */
static void
put_site_key(struct buf *to, struct str name)
{
	struct buf key = {0};
	size_t from;

	plain_key(&key, name);
	from = key.n > 4 && memcmp(key.s, "the ", 4) == 0 ? 4 : 0;
	to->n = 0;
	for (size_t i = from; i < key.n; i++)
		if (key.s[i] != ' ')
			buf_putc(to, key.s[i]);
	buf_free(&key);
}

/* How a key is compared with a name's. */
enum { KEY_WHOLE = '=', KEY_BEGINS = '<' };

/* Add a key, if it has letters enough. */
static void
add_key(struct buf *keys, char kind, struct str key, size_t least)
{
	if (key.n < least)
		return;
	buf_putc(keys, kind);
	buf_put(keys, key.s, key.n);
	buf_putc(keys, '\0');
}

/* The host, and its labels but the last. */
static void
add_host(struct buf *keys, struct str host)
{
	struct buf key = {0};
	size_t from = 0;

	put_site_key(&key, host);
	add_key(keys, KEY_WHOLE, buf_str(&key), SITE_NAME_LEAST);
	for (size_t i = 0; i < host.n; i++) {
		if (host.s[i] != '.')
			continue;
		put_site_key(&key, (struct str){host.s + from, i - from});
		add_key(keys, KEY_WHOLE, buf_str(&key), SITE_NAME_LEAST);
		from = i + 1;
	}
	buf_free(&key);
}

/* "NYT" for "New York Times". */
static void
add_initials(struct buf *keys, struct str name)
{
	struct buf words = {0}, initials = {0};

	plain_key(&words, name);
	for (size_t i = 0; i < words.n; i++)
		if (i == 0 || words.s[i - 1] == ' ')
			buf_putc(&initials, words.s[i]);
	add_key(keys, KEY_WHOLE, buf_str(&initials), 2);
	buf_free(&words);
	buf_free(&initials);
}

void
note_site(struct about *a)
{
	struct buf key = {0};

	add_host(&a->site_keys, buf_str(&a->host));
	for (size_t i = 0; i < a->items.n; i++) {
		const struct about_item *item = &a->items.at[i];

		if (item->field != ABOUT_SITE || item->rank < 70)
			continue;
		put_site_key(&key, evidence_value(a, item));
		add_key(&a->site_keys, key.n < 4 ? KEY_WHOLE : KEY_BEGINS,
		    buf_str(&key), 1);
		add_initials(&a->site_keys, evidence_value(a, item));
	}
	buf_free(&key);
}

/* "Courier" of "Courier Online", and the other way round. */
static bool
begins_key(struct str key, struct str known)
{
	return key.n >= 4 && key.n <= known.n + SITE_NAME_MORE && memcmp(key.s,
	    known.s, key.n < known.n ? key.n : known.n) == 0;
}

/* Whether a key begins as a name does, whose first letter is of ASCII. */
static bool
may_be_site(const struct about *a, struct str name)
{
	size_t i = 0;
	int first;

	while (i < name.n && (unsigned char)name.s[i] < 0x80 &&
	    !ascii_is_alnum(name.s[i]))
		i++;
	if (i == name.n)
		return false;
	first = ascii_lower(name.s[i]);
	if ((unsigned char)name.s[i] >= 0x80 || first == 't') /* "the" */
		return true;
	for (size_t at = 0; at < a->site_keys.n;
	    at += strlen(a->site_keys.s + at) + 1)
		if (a->site_keys.s[at + 1] == first)
			return true;
	return false;
}

bool
is_site_name(const struct about *a, struct str name)
{
	struct buf key = {0};
	bool is = false;

	if (name.n == 0 || name.n >= 100 || !may_be_site(a, name))
		return false;
	put_site_key(&key, name);
	for (size_t at = 0; at < a->site_keys.n && key.n > 0 && !is;) {
		struct str known = str_of(a->site_keys.s + at + 1);

		is = str_eq(buf_str(&key), known) || (a->site_keys.s[at] ==
		    KEY_BEGINS && begins_key(buf_str(&key), known));
		at += known.n + 2;
	}
	buf_free(&key);
	return is;
}

static bool
is_domain(struct str name)
{
	const char *dot = memchr(name.s, '.', name.n);

	return memchr(name.s, ' ', name.n) == NULL && dot != NULL &&
	    dot + 1 < name.s + name.n;
}

void
choose_site(struct about *a)
{
	struct about_item *best = NULL;
	struct str value;

	if (a->host.n > 0)
		evidence_state(a, ABOUT_SITE, 40, "host", buf_str(&a->host));
	for (size_t i = 0; i < a->items.n; i++) {
		struct about_item *item = &a->items.at[i];

		if (item->field != ABOUT_SITE)
			continue;
		value = evidence_value(a, item);
		if (value.n > 0 && value.s[0] == '@')
			item->rank = 5;
		else if (item->rank > 50 && is_domain(value))
			item->rank = 50;
		if (best == NULL || item->rank > best->rank)
			best = item;
	}
	if (best == NULL)
		return;
	best->chosen = true;
	result_add(a, ABOUT_SITE, evidence_value(a, best));
}

/* ---- language ---- */

/* "en_us" as BCP 47 writes it: en-US; "zh-hans" zh-Hans. */
static void
put_tag(struct buf *to, struct str tag)
{
	size_t part = 0, at = 0;

	tag = plain_trim(tag, " \t\r\n");
	for (size_t i = 0; i < tag.n && i < 35; i++) {
		char c = tag.s[i] == '_' ? '-' : ascii_lower(tag.s[i]);
		size_t n = 0;

		if (c == '.' || c == '@')
			break;
		if (c == '-') {
			part++;
			at = i + 1;
		}
		while (at + n < tag.n && ascii_is_alnum(tag.s[at + n]))
			n++;
		if (part > 0 && c != '-' && (n == 2 || (n == 4 && i == at)))
			c = ascii_is_letter(c) ? (char)(c & ~0x20) : c;
		buf_putc(to, c);
	}
}

/* The language that the long texts of the page are in, by so much of them. */
static struct langid_guess
judge_text(const struct about *a, struct langid *judge, size_t most)
{
	struct buf text = {0};
	struct langid_guess g;

	for (size_t i = 0; i < a->blocks.n && text.n < most; i++)
		if (a->blocks.at[i].n >= 80 &&
		    (a->blocks.at[i].places & PLACE_QUIET) == 0) {
			struct str s = block_text(a, &a->blocks.at[i]);

			s.n = plain_cut(s, most);
			buf_put(&text, s.s, s.n);
			buf_putc(&text, '\n');
		}
	g = langid_document(judge, buf_str(&text), NULL);
	buf_free(&text);
	return g;
}

/* The language of the text; where a little of it is in that which is stated,
 * no more is read. */
static struct langid_guess
judge(const struct about *a, const struct language *stated)
{
	struct langid *own = a->options->judge == NULL ? langid_new() : NULL;
	struct langid *judge = own != NULL ? own : a->options->judge;
	struct langid_guess g = {0};

	if (stated != NULL)
		g = judge_text(a, judge, A_LITTLE);
	if (stated == NULL || !language_is(stated, g.code))
		g = judge_text(a, judge, JUDGED_TEXT);
	langid_free(own);
	return g;
}

void
choose_language(struct about *a)
{
	struct about_item *best = evidence_best(a, ABOUT_LANG);
	struct langid_guess g;
	const struct language *stated = NULL;
	struct buf tag = {0};
	bool other;

	if (best != NULL) {
		put_tag(&tag, evidence_value(a, best));
		stated = language_find(buf_str(&tag));
	}
	g = judge(a, stated);
	other = stated != NULL && strcmp(stated->code, "mul") != 0 &&
	    !language_is(stated, g.code);
	if (strcmp(g.code, "und") != 0 && g.confidence >= SURE &&
	    (stated == NULL || other)) {
		result_add(a, ABOUT_LANG, str_of(g.code));
	} else if (stated != NULL) {
		best->chosen = true;
		result_add(a, ABOUT_LANG, buf_str(&tag));
	} else if (g.confidence >= LANGID_LIKELY) {
		result_add(a, ABOUT_LANG, str_of(g.code));
	}
	buf_free(&tag);
}
