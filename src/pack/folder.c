/* SPDX-License-Identifier: MIT */
#include "pack/folder.h"

#include "pack/page/pagesniff.h"

enum { UNDECIDED = 8 * 1024 * 1024 }; /* bytes held without a sign of a book */

void
folder_open(struct folder *f, struct pack *p, struct source *in,
    const struct part *outer)
{
	const struct sniff_row *row;
	struct str head;

	*f = (struct folder){.pack = p, .outer = outer, .pages = p->pages,
	    .said = p->said};
	head = pack_head(in);
	f->n_head = head.n;
	memcpy(f->head, head.s, head.n);
	row = sniff(head);
	f->is_book = row != NULL && row->kind == SNIFF_EPUB;
	f->is_plain = row != NULL && row->kind == SNIFF_TAR;
}

static bool
ends_with(struct str name, const char *word)
{
	size_t n = strlen(word);

	return name.n >= n && memcmp(name.s + name.n - n, word, n) == 0;
}

/* A chapter of a book, or one of its papers. */
static bool
is_markup(struct str head, struct str name)
{
	size_t i = 0;

	if (ends_with(name, ".opf") || ends_with(name, "container.xml"))
		return true;
	if (head.n >= 3 && memcmp(head.s, "\xEF\xBB\xBF", 3) == 0)
		i = 3;
	while (i < head.n && strchr(" \t\r\n", head.s[i]) != NULL &&
	    head.s[i] != '\0')
		i++;
	return pagesniff_lenient(head) && (pagesniff_ending(name) ||
	    (i < head.n && head.s[i] == '<'));
}

static void
not_whole(struct folder *f, struct str name)
{
	pack_say(f->pack, "%.*s is not whole: left out",
	    pack_shown(name), name.s);
}

static void
give_page(struct folder *f, struct str name, struct source *in)
{
	struct part part = *f->outer;

	part.name = name;
	pack_page(f->pack, in, &part);
}

/* No book: what was held for one is given, and nothing is held any more. */
static void
decide(struct folder *f)
{
	if (f->is_book || f->is_plain || f->book.bytes < UNDECIDED)
		return;
	f->is_plain = true;
	epub_each(&f->book, f->pack, f->outer);
	epub_free(&f->book);
	f->book = (struct epub){0};
}

static void
hold(struct folder *f, struct str name, struct source *in)
{
	struct pack *p = f->pack;
	struct str bytes;

	if (!pack_hold(p, in, &bytes))
		return;
	if (p->breaks != p->since) {
		not_whole(f, name);
		return;
	}
	f->is_book = f->is_book || ends_with(name, "META-INF/container.xml");
	if (!epub_put(&f->book, name, bytes, p->most * PACK_HOLD))
		pack_say(p, "%.*s is left out: what is held is larger than %d "
		    "times --max-page", pack_shown(name),
		    name.s, PACK_HOLD);
	decide(f);
}

static void
list(struct folder *f, struct str name, struct source *in)
{
	struct part part = *f->outer;
	struct str head = pack_head(in);

	part.name = part.url = name;
	if (pagesniff_named(head, name))
		pack_page(f->pack, in, &part);
	else
		pack_read(f->pack, in, &part, NULL);
}

void
folder_file(struct folder *f, struct str name, struct source *in)
{
	struct pack *p = f->pack;
	struct str head;

	pack_begin(p);
	if (p->part != NULL) {
		list(f, name, in);
		return;
	}
	head = pack_head(in);
	if (p->breaks != p->since) {
		not_whole(f, name);
		return;
	}
	if (!f->is_plain && (is_markup(head, name) ||
	    (f->is_book && pagesniff_named(head, name)))) {
		hold(f, name, in);
	} else if (pagesniff_named(head, name)) {
		give_page(f, name, in);
	} else if (!pagesniff(head)) {
		bool is_named = pagesniff_ending(name) &&
		    source_has(in, 1) && pack_sniff(p, in) == NULL;

		if (is_named)
			pack_note(p, "%.*s is no page",
			    pack_shown(name), name.s);
		p->quiet++;
		pack_read(p, in, f->outer, NULL);
		p->quiet--;
	}
}

void
folder_close(struct folder *f)
{
	struct pack *p = f->pack;

	if (p->part == NULL)
		epub_each(&f->book, p, f->outer);
	epub_free(&f->book);
	if (p->pages == f->pages && p->said == f->said && !p->done &&
	    p->quiet == 0)
		pack_barren(p, (struct str){f->head, f->n_head});
}
