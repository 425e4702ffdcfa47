/* SPDX-License-Identifier: MIT */
#include "html/page/page.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "html/page/measure.h"
#include "html/page/pageabout.h"
#include "html/page/surroundings.h"
#include "html/read/flow.h"
#include "html/token/escape.h"
#include "html/write/link.h"

enum {
	SPARSE = 50,       /* words: fewer on a page are hardly its content */
	HELD = 2048 * 1024 /* bytes of a page that may be read twice */
};

/* An open element. */
struct open {
	uint32_t node; /* its own, or the nearest that has one */
	bool own;
	struct surroundings at;
};

struct collector {
	struct page *page;
	struct open *open; /* from the page itself, open[0] */
	size_t depth, cap;
	int links;         /* open a elements */
	uint32_t box;      /* the innermost */
	bool in_block, break_due; /* a br since the last text */
	bool clean;        /* nothing yet that cleanpage.h does not write */
};

#define GROW(p, what)                                                     \
	do {                                                              \
		if ((p)->n_##what == (p)->cap_##what) {                   \
			(p)->cap_##what += (p)->cap_##what / 2 + 64;      \
			(p)->what = mem_resize((p)->what, (p)->cap_##what, \
			    sizeof *(p)->what);                           \
		}                                                         \
	} while (0)

static uint32_t
hash_bytes(uint32_t h, const char *s)
{
	for (; *s != '\0'; s++) {
		if (*s >= '0' && *s <= '9')
			continue; /* numbers tell members apart, not kinds */
		h = (h ^ (unsigned char)*s) * 0x01000193u;
	}
	return h;
}

/* ---- attributes that the output carries ---- */

static bool
carries(enum tag_id tag, const char *name)
{
	static const struct {
		enum tag_id tag;
		const char *name;
	} rows[] = {
		{TAG_A, "href"}, {TAG_IMG, "src"},
		{TAG_TD, "colspan"}, {TAG_TD, "rowspan"}, {TAG_TH, "colspan"},
		{TAG_TH, "rowspan"}, {TAG_OL, "start"}, {TAG_LI, "value"},
		{TAG_ABBR, "title"},
	};

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		if (rows[i].tag == tag && strcmp(rows[i].name, name) == 0)
			return true;
	return false;
}

/* Addresses that run something, or hold what they name, are not carried. */
static bool
is_address(const char *s)
{
	return *s != '\0' && !link_runs(str_of(s)) &&
	    !link_has_scheme(str_of(s), "data:");
}

static bool
is_number(const char *s)
{
	return *s != '\0' && strspn(s, "0123456789") == strlen(s) &&
	    strlen(s) < 6;
}

/* An image's alt follows its attributes as a text of its own. */
static uint32_t
keep_attributes(struct page *p, const struct element *e)
{
	size_t from = p->attributes.n;
	const char *alt = element_get(e, "alt");

	for (const char *const *a = e->attributes; a && a[0]; a += 2) {
		const char *v = a[1] != NULL ? a[1] : "";
		bool address = strcmp(a[0], "href") == 0 ||
		    strcmp(a[0], "src") == 0;
		bool text = strcmp(a[0], "title") == 0;

		v += strspn(v, " \t\n");
		if (!carries(e->tag->id, a[0]) ||
		    !(text || (address ? is_address(v) : is_number(v))))
			continue;
		buf_putc(&p->attributes, ' ');
		buf_puts(&p->attributes, a[0]);
		buf_puts(&p->attributes, "=\"");
		escape_put(&p->attributes, str_of(v));
		buf_putc(&p->attributes, '"');
	}
	if (p->attributes.n == from)
		return 0;
	buf_putc(&p->attributes, '\0');
	if (e->tag->id == TAG_IMG) {
		escape_put(&p->attributes, str_of(alt != NULL ? alt : ""));
		buf_putc(&p->attributes, '\0');
	}
	return (uint32_t)from;
}

/* Inline elements that the output has. */
static bool
is_marked(enum tag_id tag)
{
	switch (tag) {
	case TAG_A: case TAG_EM: case TAG_STRONG: case TAG_B: case TAG_I:
	case TAG_CODE: case TAG_SUB: case TAG_SUP: case TAG_Q: case TAG_KBD:
	case TAG_SAMP: case TAG_VAR: case TAG_CITE: case TAG_MARK:
	case TAG_DEL: case TAG_INS: case TAG_S: case TAG_SMALL: case TAG_ABBR:
	case TAG_DFN: case TAG_IMG: case TAG_BR: case TAG_U: case TAG_TIME:
		return true;
	default:
		return false;
	}
}

/* ---- the form of a clean page ---- */

/* Elements of a clean page in its article, but for inline ones. */
static bool
is_clean_box(enum tag_id tag)
{
	switch (tag) {
	case TAG_H1: case TAG_H2: case TAG_H3: case TAG_H4: case TAG_H5:
	case TAG_H6: case TAG_P: case TAG_DIV: case TAG_PRE:
	case TAG_UL: case TAG_OL: case TAG_LI: case TAG_TABLE: case TAG_TR:
	case TAG_TD: case TAG_TH: case TAG_BLOCKQUOTE: case TAG_DL:
	case TAG_DT: case TAG_DD: case TAG_CAPTION:
		return true;
	default:
		return false;
	}
}

/*
 * Whether an element is one that cleanpage.h writes at that depth: an article
 * in the body, plain elements in it, no attribute but what they carry.  A page
 * of these alone has nothing around its content.
 */
static bool
is_clean(const struct element *e, size_t depth)
{
	bool box = e->tag->box != BOX_INLINE;

	for (const char *const *a = e->attributes; a && a[0]; a += 2)
		if (!carries(e->tag->id, a[0]) &&
		    !(e->tag->id == TAG_IMG && strcmp(a[0], "alt") == 0))
			return false;
	if (depth == 1)
		return e->tag->id == TAG_ARTICLE;
	return box ? is_clean_box(e->tag->id) : is_marked(e->tag->id);
}

/* ---- elements ---- */

static uint32_t
add_node(struct collector *c, const struct element *e, uint32_t hints,
    bool box)
{
	struct page *p = c->page;
	const char *class = element_get(e, "class");
	struct page_node *n;

	GROW(p, nodes);
	n = &p->nodes[p->n_nodes];
	*n = (struct page_node){
		.parent = c->open[c->depth - 1].node, .hints = hints,
		.shape = hash_bytes(e->tag->id * 0x9E3779B1u + 1,
		    class != NULL ? class : ""),
		.tag = (uint16_t)e->tag->id, .box = box,
	};
	if (e->attributes != NULL)
		n->attributes = keep_attributes(p, e);
	return (uint32_t)p->n_nodes++;
}

static void
end_block(struct collector *c)
{
	struct page *p = c->page;
	struct page_block *b;

	if (!c->in_block)
		return;
	b = &p->blocks[p->n_blocks - 1];
	b->items = (uint32_t)p->n_items - b->item;
	b->n = (uint32_t)p->text.n - b->text;
	buf_putc(&p->text, '\n');
	c->in_block = c->break_due = false;
}

static void
begin_block(struct collector *c)
{
	struct page *p = c->page;
	struct page_block *b;

	if (c->in_block)
		return;
	c->in_block = true;
	if (p->n_blocks == PAGE_BLOCKS) { /* on with the last, on a new line */
		GROW(p, items);
		p->items[p->n_items++] =
		    (struct page_item){(uint32_t)p->text.n - 1, 1, 0};
		return;
	}
	GROW(p, blocks);
	b = &p->blocks[p->n_blocks++];
	*b = (struct page_block){.item = (uint32_t)p->n_items,
		.text = (uint32_t)p->text.n, .node = c->box,
		.at = c->open[c->depth - 1].at};
}

/* Whether a text goes on with the last item, however it was cut. */
static bool
goes_on(const struct page *p, struct str text, uint32_t node)
{
	const struct page_block *b = &p->blocks[p->n_blocks - 1];
	const struct page_item *i;

	if (p->n_items == b->item || node == 0 || text.n == 0)
		return false;
	i = &p->items[p->n_items - 1];
	return i->node == node && i->n > 0 && i->text + i->n == p->text.n;
}

static void
add_item(struct collector *c, struct str text, uint32_t node)
{
	struct page *p = c->page;

	begin_block(c);
	if (goes_on(p, text, node)) {
		p->items[p->n_items - 1].n += (uint32_t)text.n;
	} else {
		GROW(p, items);
		p->items[p->n_items++] = (struct page_item){
			(uint32_t)p->text.n, (uint32_t)text.n, node};
	}
	buf_put(&p->text, text.s, text.n);
	if (c->links > 0)
		p->blocks[p->n_blocks - 1].link += (uint32_t)text.n;
}

/* Two br in a row part paragraphs, one only breaks a line. */
static void
line_break(struct collector *c)
{
	if (c->break_due)
		end_block(c);
	else
		c->break_due = c->in_block;
}

static struct open *
push(struct collector *c)
{
	if (c->depth == c->cap) {
		c->cap += c->cap / 2 + 64;
		c->open = mem_resize(c->open, c->cap, sizeof *c->open);
	}
	return &c->open[c->depth];
}

static void
on_enter(void *ctx, const struct element *e)
{
	struct collector *c = ctx;
	struct open *o = push(c), *outer = &c->open[c->depth - 1];
	bool box = e->tag->box == BOX_LINE || e->tag->box == BOX_PARA;
	uint32_t hints = surroundings_hints(e);

	c->clean = c->clean && is_clean(e, c->depth);
	if (box)
		end_block(c);
	surroundings_enter(&o->at, &outer->at, e, hints, box);
	o->own = (box || is_marked(e->tag->id)) &&
	    c->page->n_nodes < PAGE_NODES;
	o->node = o->own ? add_node(c, e, hints, box) : outer->node;
	if (box && o->own)
		c->box = o->node;
	c->links += e->tag->id == TAG_A;
	c->depth++;
	if (e->tag->id == TAG_BR) {
		line_break(c);
	} else if (e->tag->id == TAG_IMG && o->own &&
	    c->page->nodes[o->node].attributes != 0) {
		add_item(c, (struct str){0}, o->node);
		c->page->blocks[c->page->n_blocks - 1].image = true;
	}
}

static void
on_leave(void *ctx, const struct tag *tag)
{
	struct collector *c = ctx;
	bool box = tag->box == BOX_LINE || tag->box == BOX_PARA;

	if (box)
		end_block(c);
	c->links -= tag->id == TAG_A;
	c->depth--;
	if (box && c->open[c->depth].own)
		while (c->box > 0 &&
		    (c->box = c->page->nodes[c->box].parent) > 0 &&
		    !c->page->nodes[c->box].box)
			continue;
}

static void
on_text(void *ctx, struct str text)
{
	struct collector *c = ctx;

	c->clean = c->clean && c->depth > 1;
	if (c->break_due && text.n > 0) {
		c->break_due = false;
		GROW(c->page, items);
		c->page->items[c->page->n_items++] =
		    (struct page_item){(uint32_t)c->page->text.n, 1, 0};
		buf_putc(&c->page->text, '\n');
	}
	add_item(c, text, c->open[c->depth - 1].node);
}

static void
on_about(void *ctx, const struct element *e, struct str text)
{
	pageabout_read(((struct collector *)ctx)->page, e, text);
}

static void
read_once(struct page *p, struct source *in, bool all)
{
	static const struct flow_reader reader = {
		on_enter, on_leave, on_text, on_about, NULL};
	const struct flow_options options = {.json = true, .panels = true,
		.all = all};
	struct collector c = {.page = p, .clean = true};
	struct open *o = push(&c);

	*o = (struct open){0};
	memset(o->at.near, FAR, sizeof o->at.near);
	c.depth = 1;
	GROW(p, nodes);
	p->nodes[p->n_nodes++] = (struct page_node){.tag = TAG_BODY, .box = true};
	buf_putc(&p->attributes, '\0');
	flow_read(in, &options, &reader, &c);
	end_block(&c);
	p->stripped = c.clean && p->n_blocks > 0;
	free(c.open);
	survey(p);
}

/* Whether `other` has so much more that it is what the page is about. */
static bool
has_more(const struct page *other, const struct page *p)
{
	return other->words.n >= SPARSE + 4 * p->words.n;
}

/* The text that it tells in place of what it shows; what it says of itself stays. */
static void
take_told(struct page *p)
{
	struct buf html = pageabout_told(p);
	struct source in = source_over(buf_str(&html));
	struct page told = {0};

	read_once(&told, &in, false);
	if (has_more(&told, p)) {
		struct page shown = *p;

		*p = told;
		p->title = shown.title;
		p->headline = shown.headline;
		p->description = shown.description;
		p->lang = shown.lang;
		p->url = shown.url;
		p->base = shown.base;
		p->says = shown.says;
		p->stripped = false;
		p->told = true;
		shown.title = shown.headline = shown.description = shown.lang =
		    shown.url = shown.base = (struct buf){0};
		told = shown;
	}
	page_free(&told);
	buf_free(&html);
}

/*
 * A page with hardly a word to see waits for a script to show what it has:
 * what it hides is read, then, or what its data tell, where that is much more.
 * Long pages are not held for it.
 */
void
page_read(struct page *p, struct source *in)
{
	struct source first, again;
	struct page all = {0};

	while (in->end - in->at <= HELD && source_more(in))
		continue;
	if (in->end - in->at > HELD) {
		read_once(p, in, false);
		return;
	}
	first = again = source_over(source_rest(in));
	read_once(p, &first, false);
	/* Our own output hides nothing. */
	if (p->words.n >= SPARSE || p->stripped)
		return;
	read_once(&all, &again, true);
	if (has_more(&all, p)) {
		struct page few = *p;

		*p = all;
		all = few;
	}
	page_free(&all);
	if (p->words.n < SPARSE)
		take_told(p);
}

void
page_free(struct page *p)
{
	struct buf *bufs[] = {&p->text, &p->attributes, &p->title, &p->headline,
		&p->description, &p->lang, &p->url, &p->base, &p->body, &p->stated};

	for (size_t i = 0; i < sizeof bufs / sizeof *bufs; i++)
		buf_free(bufs[i]);
	free(p->nodes);
	free(p->items);
	free(p->blocks);
	free(p->groups);
	prose_words_free(&p->words);
	*p = (struct page){0};
}
