/* SPDX-License-Identifier: MIT */
/*
 * htmllinks: every link of a page.
 */
#include <stdlib.h>

#include "base/map.h"
#include "html/encoding/pagecharset.h"
#include "html/parts/linkput.h"
#include "program/filter.h"
#include "text/unicode/utf.h"

enum { LINK_REL = OPTION_OWN, KINDS, WITH_NAME };

struct program {
	struct pagelink_options how;
	unsigned places; /* 1 << (enum link_place), or'd; 0: all */
	bool inner, outer, unique;
	bool any; /* link was written */
	uint64_t most, given; /* links of a document; 0: all */
	struct linkput put;
	struct map seen; /* addresses, with `unique` */
	struct document *document;
};

/* "nav,footer" as bits, by the names of `n` things. */
static unsigned
set_of(int key, const char *value, const char *(*name)(int), int n)
{
	unsigned set = 0;

	do
		set |= 1U << option_item(key, &value, name, n);
	while (*value != '\0');
	return set;
}

static const char *
kind_name(int i)
{
	return link_kind_name((enum link_kind)i);
}

static const char *
place_name(int i)
{
	return link_place_name((enum link_place)i);
}

static void
add_kinds(struct program *p, unsigned kinds)
{
	p->how.kinds |= kinds;
	p->put.kinds = true;
}

static void
take(void *self, int key, const char *value)
{
	struct program *p = self;

	switch (key) {
	case 'a': p->how.all = true; break;
	case 'b': p->how.base = str_of(value); break;
	case 'H': p->put.header = true; break;
	case 'i': p->inner = true; break;
	case 'm':
		add_kinds(p, 1U << LINK_IMG | 1U << LINK_SOURCE |
		    1U << LINK_VIDEO | 1U << LINK_AUDIO);
		break;
	case 'n':
		p->most = (uint64_t)option_number(key, value, 1, 1000000000);
		break;
	case 'o':
		p->put.format = (enum table_format)option_word(key, value);
		break;
	case 's':
		p->places |= set_of(key, value, place_name, LINK_PLACES);
		break;
	case 'u': p->unique = true; break;
	case 'x': p->outer = true; break;
	case LINK_REL: add_kinds(p, 1U << LINK_LINK); break;
	case KINDS:
		p->how.kinds = 0;
		add_kinds(p, set_of(key, value, kind_name, LINK_KINDS));
		break;
	case WITH_NAME: p->put.named = true; break;
	}
}

static void
ready(void *self, char **operands)
{
	struct program *p = self;

	(void)operands;
	if (p->inner && p->outer)
		misuse("-i and -x: give one of them");
	if (filter_reads_records() && (p->put.header || p->put.named))
		misuse("-H and --with-name: not with -j, which adds the links "
		    "to each record");
	p->seen = map_open(0);
}

/* ---- one link ---- */

static bool
is_new(struct program *p, struct str url)
{
	return url.n == 0 || map_at(&p->seen, url)->count++ == 0;
}

static void
each(void *ctx, const struct pagelink *l)
{
	struct program *p = ctx;

	if ((p->places != 0 && (p->places >> l->place & 1) == 0) ||
	    (p->inner && !l->inner) || (p->outer && l->inner) ||
	    (p->most > 0 && p->given >= p->most) ||
	    (p->unique && !is_new(p, l->url)))
		return;
	p->given++;
	p->any = true;
	if (p->document->members != NULL)
		linkput_member(l, p->document->members);
	else
		linkput_row(&p->put, l, p->document->file);
}

/* ---- a page ---- */

static void
say_losses(const struct document *d, struct pagelink_losses losses)
{
	if (losses.addresses > 0)
		document_remark(d, "links left out, as their addresses are "
		    "longer than 8 KiB: %llu",
		    (unsigned long long)losses.addresses);
	if (losses.texts > 0)
		document_remark(d, "links whose text is cut at 64 KiB: %llu",
		    (unsigned long long)losses.texts);
}

static void
htmllinks(struct document *d, void *self)
{
	struct program *p = self;
	struct pagelink_options how = p->how;
	struct buf url = {0};

	p->document = d;
	p->given = 0;
	if (d->members == NULL)
		linkput_begin(&p->put, d->out);
	if (how.base.n == 0 && document_member(d, "url", &url))
		how.base = buf_str(&url);
	if (d->members != NULL) {
		map_clear(&p->seen);
		object_array(d->members, "links");
	}
	say_losses(d, pagelink_read(d->in, &how, each, p));
	if (d->members != NULL)
		object_end(d->members);
	buf_free(&url);
}

static void
finish(void *self, struct sink *out)
{
	struct program *p = self;

	(void)out;
	map_free(&p->seen);
}

static int
status(void *self, enum verdict verdict)
{
	const struct program *p = self;

	if (verdict == DONE && !p->any && !filter_reads_records())
		complain("no such link");
	return (int)verdict;
}

static const struct option_row options[] = {
	{'a', "all", NULL, "also #..., javascript: and mailto: links"},
	{'b', "base", "url", "the page's address, to resolve links"},
	{'H', "header", NULL, "name the columns in a first line"},
	{'i', "inner", NULL, "only links to the page's own site"},
	{KINDS, "kinds", "list", "only these: a,area,img,link,iframe,form ..."},
	{LINK_REL, "link-rel", NULL, "also link elements: icons, feeds"},
	{'m', "media", NULL, "also images, video and audio"},
	{'n', "most", "n", "only the first n of each page"},
	{'o', "output", "tsv|csv|json", "the format of the rows (tsv)"},
	{'s', "section", "list", "only in: content,nav,header,footer,aside,form"},
	{'u', "unique", NULL, "each address once"},
	{WITH_NAME, "with-name", NULL, "the file's name in a first column"},
	{'x', "outer", NULL, "only links to other sites"},
	{0},
};

int
main(int argc, char *argv[])
{
	const char *const versions[] = {utf_version(), NULL};
	const struct filter filter = {
		.name = "htmllinks", .purpose = "List every link of a page.",
		.options = options, .result = RESULT_OBJECT,
		.input = FILTER_PAGE, .decoder = &html_decoder,
		.versions = versions, .option = take, .ready = ready,
		.run = htmllinks, .finish = finish,
		.status = status,
	};
	struct program p = {.how.kinds = 1U << LINK_A | 1U << LINK_AREA};

	return filter_main(&filter, &p, argc, argv);
}
