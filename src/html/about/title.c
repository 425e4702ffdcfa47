/* SPDX-License-Identifier: MIT */
/*
 * The headline: a heading that what the page states confirms, else what it
 * states.  The site's name is cut off what is stated.
 */
#include "html/about/evidence.h"

#include "base/ascii.h"
#include "html/words/plain.h"

enum { HEADINGS = 24, LOOKED = 512, STATED = 24, ALONE_WORDS = 3, LIKE_HEADLINE = 50 };

/* A title, its site's name cut off. */
struct stated {
	struct about_item *item;
	struct str text;
};

struct heading {
	struct buf text;
	long block;
	int level;
	unsigned places;
};

struct titles {
	struct about *a;
	struct stated stated[STATED];
	int n_stated;
	struct heading headings[HEADINGS];
	int n_headings;
};

/* ---- cutting ---- */

static const char *const separators[] = {" | ", " - ", " \xE2\x80\x93 ",
	" \xE2\x80\x94 ", " \xC2\xB7 ", " \xE2\x80\xA2 ", " \xC2\xBB ",
	" \xC2\xAB ", " :: ", "::", "\xEF\xBD\x9C", "|", " : ", ": ", "_",
	" / ", " \xE2\x80\xB9 ", " < ", "-", "\xE2\x80\x93"};

/* The separator at `at`; its bytes, 0: there is none. */
static size_t
separator_at(struct str s, size_t at)
{
	if (ascii_is_alnum(s.s[at]) || (s.s[at] == ' ' && at + 1 < s.n &&
	    ascii_is_alnum(s.s[at + 1])))
		return 0; /* as nearly always */
	for (size_t i = 0; i < sizeof separators / sizeof *separators; i++)
		if (plain_starts((struct str){s.s + at, s.n - at},
		    separators[i]))
			return strlen(separators[i]);
	return 0;
}

/* The last separator with the site's name behind it. */
static struct str
cut_end(const struct about *a, struct str title)
{
	for (size_t i = title.n; i-- > 1;) {
		size_t n = separator_at(title, i);

		if (n > 0 && is_site_name(a, (struct str){title.s + i + n,
		    title.n - i - n}))
			return plain_trim((struct str){title.s, i},
			    " |-:_\x1F");
	}
	return title;
}

static struct str
cut_front(const struct about *a, struct str title)
{
	for (size_t i = 1; i < title.n; i++) {
		size_t n = separator_at(title, i);

		if (n > 0 && is_site_name(a, (struct str){title.s, i}))
			return plain_trim((struct str){title.s + i + n,
			    title.n - i - n}, " |-:_\x1F");
	}
	return title;
}

static struct str
without_site(const struct about *a, struct str title)
{
	struct str cut = cut_end(a, title);

	if (cut.n == title.n)
		cut = cut_front(a, title);
	return cut.n > 0 ? cut : title;
}

/* ---- candidates ---- */

static void
gather_stated(struct titles *t)
{
	struct about *a = t->a;

	for (size_t i = 0; i < a->items.n && t->n_stated < STATED; i++) {
		struct about_item *item = &a->items.at[i];
		int k = t->n_stated;

		if (item->field != ABOUT_TITLE || item->block >= 0 ||
		    is_site_name(a, evidence_value(a, item)) ||
		    byline_kinds(evidence_value(a, item)) & BYLINE_NO)
			continue; /* "Home" */
		for (; k > 0 && t->stated[k - 1].item->rank < item->rank; k--)
			t->stated[k] = t->stated[k - 1];
		t->stated[k] = (struct stated){item, without_site(a,
		    evidence_value(a, item))};
		t->n_stated++;
	}
}

/* A heading's text: white space is one space, parts of it touch. */
static void
put_heading(struct buf *to, struct str s)
{
	struct buf joined = {0};

	if (memchr(s.s, '\x1F', s.n) == NULL) {
		plain_space(to, s);
		return;
	}
	for (size_t i = 0; i < s.n; i++)
		if (s.s[i] != '\x1F')
			buf_putc(&joined, s.s[i]);
	plain_space(to, buf_str(&joined));
	buf_free(&joined);
}

static void
gather_headings(struct titles *t)
{
	struct about *a = t->a;

	for (size_t i = 0; i < a->blocks.n && t->n_headings < HEADINGS; i++) {
		const struct about_block *b = &a->blocks.at[i];
		struct heading *h = &t->headings[t->n_headings];

		if (b->heading == 0 || b->heading > 2 || b->places &
		    (PLACE_QUIET | PLACE_ASIDE | PLACE_FOOTER))
			continue;
		*h = (struct heading){.block = (long)i, .level = b->heading,
		    .places = b->places};
		put_heading(&h->text, block_text(a, b));
		if (h->text.n == 0 || (is_site_name(a, buf_str(&h->text)) &&
		    b->heading == 1 && t->n_headings == 0 &&
		    t->n_stated > 0)) {
			buf_free(&h->text);
			continue;
		}
		evidence_add(a, ABOUT_TITLE, b->heading == 1 ? 60 : 30,
		    b->heading == 1 ? "h1" : "h2", buf_str(&h->text), (long)i,
		    b->places);
		t->n_headings++;
	}
}

/* ---- the choice; each gives the title, or an empty one ---- */

static struct str
heading_text(const struct titles *t, int i)
{
	return buf_str(&t->headings[i].text);
}

/* A heading of the level that is stated, too, by the best that is. */
static struct str
confirmed(const struct titles *t, int level)
{
	for (int k = 0; k < t->n_stated; k++)
		for (int i = 0; i < t->n_headings; i++)
			if (t->headings[i].level == level &&
			    (plain_same(t->stated[k].text, heading_text(t, i))
			    || plain_same(evidence_value(t->a,
			        t->stated[k].item), heading_text(t, i))))
				return heading_text(t, i);
	return (struct str){0};
}

/* A heading that what is stated was cut from: "River rises in…". */
static struct str
untruncated(const struct titles *t)
{
	for (int k = 0; k < t->n_stated; k++) {
		struct str s = t->stated[k].text;
		bool dots = s.n > 12 && (memcmp(s.s + s.n - 3, "...", 3) == 0
		    || memcmp(s.s + s.n - 3, "\xE2\x80\xA6", 3) == 0);

		for (int i = 0; dots && i < t->n_headings; i++)
			if (heading_text(t, i).n > s.n - 3 && memcmp(
			    heading_text(t, i).s, s.s, s.n - 3) == 0)
				return heading_text(t, i);
	}
	return (struct str){0};
}

static bool
key_ends(struct str whole, struct str end)
{
	struct buf a = {0}, b = {0};
	bool ends;

	plain_key(&a, whole);
	plain_key(&b, end);
	ends = b.n > 10 && a.n > b.n + 1 && memcmp(a.s + a.n - b.n, b.s, b.n)
	    == 0 && a.s[a.n - b.n - 1] == ' ';
	buf_free(&a);
	buf_free(&b);
	return ends;
}

/* A title that is the end of an h1, behind a kicker. */
static struct str
behind_kicker(const struct titles *t)
{
	for (int k = 0; k < t->n_stated; k++)
		for (int i = 0; i < t->n_headings; i++)
			if (t->headings[i].level == 1 && key_ends(
			    heading_text(t, i), t->stated[k].text))
				return t->stated[k].text;
	return (struct str){0};
}

static size_t
count_words(struct str s)
{
	size_t words = s.n > 0, wide = 0;

	for (size_t i = 0; i < s.n; i++) {
		words += s.s[i] == ' ';
		wide += (unsigned char)s.s[i] >= 0xE3;
	}
	return words + wide / 2;
}

/* The only h1. */
static struct str
only_heading(const struct titles *t)
{
	int only = -1;

	for (int i = 0; i < t->n_headings; i++)
		if (t->headings[i].level == 1) {
			if (only >= 0)
				return (struct str){0};
			only = i;
		}
	if (only < 0 || count_words(heading_text(t, only)) < ALONE_WORDS)
		return (struct str){0};
	return heading_text(t, only);
}

/* The part of a title that is a block of the page by itself. */
static struct str
part_alone(const struct titles *t)
{
	struct about *a = t->a;

	for (size_t b = 0; b < a->blocks.n && b < 400; b++) {
		const struct about_block *block = &a->blocks.at[b];
		struct str text = block_text(a, block);

		if (text.n < 8 || text.n > 300 || block->places & PLACE_QUIET)
			continue;
		for (int k = 0; k < t->n_stated; k++) {
			struct str s = evidence_value(a, t->stated[k].item);

			if (s.n > text.n + 2 && memcmp(s.s, text.s, text.n)
			    == 0 && separator_at(s, text.n) > 0 &&
			    count_words(text) >= 2)
				return (struct str){s.s, text.n};
		}
	}
	return (struct str){0};
}

/* What two that are stated agree on. */
static struct str
agreed(const struct titles *t)
{
	for (int i = 0; i < t->n_stated; i++)
		for (int k = i + 1; k < t->n_stated; k++)
			if (plain_same(t->stated[i].text, t->stated[k].text))
				return t->stated[i].text;
	return (struct str){0};
}

static struct str
pick(const struct titles *t)
{
	struct str s;

	if ((s = confirmed(t, 1)).n > 0 || (s = untruncated(t)).n > 0 ||
	    (s = behind_kicker(t)).n > 0 || (s = confirmed(t, 2)).n > 0 ||
	    (s = only_heading(t)).n > 0 || (s = part_alone(t)).n > 0 ||
	    (s = agreed(t)).n > 0)
		return s;
	if (t->n_stated > 0)
		return t->stated[0].text;
	return t->n_headings > 0 ? heading_text(t, 0) : s;
}

/* ---- the result ---- */

/* Where the headline stands: the heading that is most like the title. */
static void
find_headline(struct titles *t, struct str title)
{
	struct about *a = t->a;
	int best = LIKE_HEADLINE - 1;

	for (int i = 0; i < t->n_headings; i++) {
		int like = plain_likeness(title, heading_text(t, i));

		if (like > best) {
			best = like;
			a->headline = t->headings[i].block;
		}
	}
	for (size_t i = 0; a->headline < 0 && i < a->blocks.n && i < 1000; i++)
		if (a->blocks.at[i].n < title.n + 40 && plain_same(title,
		    block_text(a, &a->blocks.at[i])))
			a->headline = (long)i;
}

static void
mark_chosen(struct about *a, struct str title)
{
	for (size_t i = 0; i < a->items.n; i++)
		if (a->items.at[i].field == ABOUT_TITLE)
			a->items.at[i].chosen = plain_same(title,
			    evidence_value(a, &a->items.at[i]));
}

/* What stands in <title> behind the headline may be the site's name. */
static void
state_site(struct about *a, struct str title)
{
	for (size_t i = 0; i < a->items.n; i++) {
		struct about_item *item = &a->items.at[i];
		struct str s = evidence_value(a, item), rest;
		size_t n;

		if (item->field != ABOUT_TITLE || item->rank != 70 ||
		    s.n < title.n + 3 || memcmp(s.s, title.s, title.n) != 0 ||
		    (n = separator_at(s, title.n)) == 0)
			continue;
		rest = (struct str){s.s + title.n + n, s.n - title.n - n};
		for (size_t k = rest.n; k-- > 1;)
			if ((n = separator_at(rest, k)) > 1) {
				rest = (struct str){rest.s + k + n,
				    rest.n - k - n};
				break;
			}
		if (rest.n < 60) {
			struct buf copy = {0};

			buf_put(&copy, rest.s, rest.n);
			evidence_state(a, ABOUT_SITE, 60, "title end",
			    buf_str(&copy));
			buf_free(&copy);
		}
		return;
	}
}

/* The first heading that is stated, too; -1: none is. */
static long
stated_heading(const struct titles *t)
{
	const struct about *a = t->a;

	int looked = 0;

	for (size_t i = 0; i < a->blocks.n && looked < LOOKED; i++) {
		const struct about_block *b = &a->blocks.at[i];
		struct buf text = {0};
		bool same = false;

		looked += b->heading > 0;
		if (b->heading == 0 || b->n > ABOUT_LINE ||
		    b->places & PLACE_LOGO)
			continue;
		put_heading(&text, block_text(a, b));
		for (int k = 0; k < t->n_stated && !same; k++)
			same = plain_same(t->stated[k].text, buf_str(&text));
		buf_free(&text);
		if (same)
			return (long)i;
	}
	return -1;
}

/* The first h1, where every h1 is set apart; else -1. */
static long
h1_apart(const struct about *a)
{
	long first = -1;

	for (size_t i = 0; i < a->blocks.n; i++) {
		const struct about_block *b = &a->blocks.at[i];

		if (b->heading != 1 || b->places & PLACE_LOGO)
			continue;
		if ((b->places & PLACE_APART) == 0)
			return -1;
		if (first < 0)
			first = (long)i;
	}
	return first;
}

void
choose_title(struct about *a)
{
	struct titles t = {.a = a};
	struct buf title = {0};
	struct str s;

	/* Headings are added as evidence first: items may move. */
	{
		struct titles only = {.a = a};

		gather_stated(&only);
		t.n_stated = only.n_stated;
		a->headline = stated_heading(&only);
		visible_clear(a, a->headline >= 0 ? a->headline : h1_apart(a));
	}
	a->headline = -1;
	gather_headings(&t);
	t.n_stated = 0;
	gather_stated(&t);
	s = pick(&t);
	plain_space(&title, s);
	if (title.n > 0) {
		result_add(a, ABOUT_TITLE, buf_str(&title));
		find_headline(&t, buf_str(&title));
		visible_clear(a, a->headline);
		mark_chosen(a, buf_str(&title));
		state_site(a, buf_str(&title));
	}
	for (int i = 0; i < t.n_headings; i++)
		buf_free(&t.headings[i].text);
	buf_free(&title);
}
