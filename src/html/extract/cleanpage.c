/* SPDX-License-Identifier: MIT */
#include "html/extract/cleanpage.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "html/read/flow.h"
#include "html/token/escape.h"

enum { OPEN_MOST = 600 }; /* more than PARSER_DEPTH */

/* What is open in the output: a node of the page, and the tag for it. */
struct open {
	uint32_t node;
	enum tag_id tag;
};

struct writer {
	struct sink *out;
	const struct page *page;
	struct open open[OPEN_MOST];
	size_t depth, boxes; /* the first `boxes` are not inline */
	uint32_t *frame; /* of each node: itself or the nearest outer one that
	                    is written as a box; 0: none */
	const struct cleanpage_options *options;
	struct buf escaped;
	bool pre;        /* white space stays */
	bool begun, space; /* else: the line has text; a space is due */
	uint32_t from, to; /* the text of a block with images, seen by a
	                      reader: without the white space around it */
};

static void
put_tag(struct writer *w, const char *before, enum tag_id tag, uint32_t node)
{
	uint32_t attributes = w->page->nodes[node].attributes;

	sink_puts(w->out, before);
	sink_puts(w->out, tag_of(tag)->name);
	if (before[1] != '/' && attributes != 0 &&
	    w->page->nodes[node].tag == tag)
		sink_puts(w->out, w->page->attributes.s + attributes);
	sink_putc(w->out, '>');
}

static void
put_escaped(struct writer *w, struct str text)
{
	w->escaped.n = 0;
	escape_put(&w->escaped, text);
	sink_put(w->out, w->escaped.s, w->escaped.n);
}

static bool
is_structure(enum tag_id tag)
{
	switch (tag) {
	case TAG_UL: case TAG_OL: case TAG_LI: case TAG_TABLE: case TAG_TR:
	case TAG_TD: case TAG_TH: case TAG_BLOCKQUOTE: case TAG_DL:
	case TAG_DT: case TAG_DD: case TAG_CAPTION:
		return true;
	default:
		return false;
	}
}

/* Inline elements that are written; b and i as what they stand for. */
static bool
is_inline(enum tag_id tag)
{
	return tag != TAG_BR && tag != TAG_IMG && tag != TAG_TIME;
}

/* A part of a list or a table only stands where its whole does. */
static bool
fits(enum tag_id tag, enum tag_id outer)
{
	switch (tag) {
	case TAG_LI:
		return outer == TAG_UL || outer == TAG_OL;
	case TAG_TR: case TAG_CAPTION:
		return outer == TAG_TABLE;
	case TAG_TD: case TAG_TH:
		return outer == TAG_TR;
	case TAG_DT: case TAG_DD:
		return outer == TAG_DL;
	default:
		return outer != TAG_UL && outer != TAG_OL && outer != TAG_DL &&
		    outer != TAG_TABLE && outer != TAG_TR && outer != TAG_DT;
	}
}

static uint32_t *
frames_of(const struct page *p)
{
	uint32_t *frame = mem_alloc(p->n_nodes, sizeof *frame);

	for (uint32_t i = 1; i < p->n_nodes; i++) {
		enum tag_id tag = (enum tag_id)p->nodes[i].tag;
		uint32_t outer = frame[p->nodes[i].parent];

		frame[i] = is_structure(tag) && fits(tag, outer == 0 ? TAG_DIV
		    : (enum tag_id)p->nodes[outer].tag) ? i : outer;
	}
	return frame;
}

/*
 * The path of boxes to a block, outermost first; their number.  Where it
 * meets what is open it goes on as that does, so that many blocks in one
 * deep place cost a step each.  An outer node has the smaller number.
 */
static size_t
box_path(const struct writer *w, uint32_t node, struct open path[OPEN_MOST])
{
	const struct page_node *nodes = w->page->nodes;
	uint32_t up[OPEN_MOST];
	size_t n = 0, kept = w->depth;

	for (node = w->frame[node]; node > 0 && n < OPEN_MOST;
	    node = w->frame[nodes[node].parent]) {
		while (kept > 0 && w->open[kept - 1].node > node)
			kept--;
		if (kept > 0 && w->open[kept - 1].node == node)
			break;
		up[n++] = node;
	}
	if (node == 0)
		kept = 0;
	memcpy(path, w->open, kept * sizeof *path);
	while (n-- > 0 && kept < OPEN_MOST - 1) {
		path[kept].node = up[n];
		path[kept++].tag = (enum tag_id)nodes[up[n]].tag;
	}
	return kept;
}

static void
close_to(struct writer *w, size_t depth)
{
	while (w->depth > depth) {
		struct open *o = &w->open[--w->depth];

		put_tag(w, "</", o->tag, o->node);
		if (w->depth < w->boxes) {
			sink_putc(w->out, '\n');
			w->boxes = w->depth;
		}
	}
}

static void
open_box(struct writer *w, struct open o)
{
	put_tag(w, "<", o.tag, o.node);
	w->open[w->depth++] = o;
	w->boxes = w->depth;
}

/* The element that a block's text stands in. */
static enum tag_id
leaf_of(const struct page *p, const struct page_block *b, bool title)
{
	enum tag_id tag = (enum tag_id)p->nodes[b->node].tag;

	if (title)
		return TAG_H1;
	if (tag_of(tag)->flags & IS_HEADING)
		return tag == TAG_H1 ? TAG_H2 : tag;
	if (b->at.near[CLASSHINT_KINDS + IN_PRE] != FAR)
		return TAG_PRE;
	return tag == TAG_P ? TAG_P : TAG_DIV;
}

/* Have the inline elements of `node` open; a space goes before a new one. */
static void
put_inline(struct writer *w, uint32_t node, bool space)
{
	struct open path[OPEN_MOST];
	size_t n = 0, same = 0, have = w->depth - w->boxes;
	bool linked = false; /* no link stands in a link */

	for (; node > 0 && !w->page->nodes[node].box && n < OPEN_MOST / 2;
	    node = w->page->nodes[node].parent) {
		enum tag_id tag = (enum tag_id)w->page->nodes[node].tag;

		if (!is_inline(tag) || (tag == TAG_A && (linked ||
		        w->options->no_links ||
		        w->page->nodes[node].attributes == 0)))
			continue;
		path[n++] = (struct open){node, tag};
		linked |= tag == TAG_A;
	}
	while (same < n && same < have &&
	    w->open[w->boxes + same].node == path[n - 1 - same].node)
		same++;
	close_to(w, w->boxes + same);
	if (space)
		sink_putc(w->out, ' ');
	for (size_t i = n - same; i-- > 0 && w->depth < OPEN_MOST;) {
		put_tag(w, "<", path[i].tag, path[i].node);
		w->open[w->depth++] = path[i];
	}
}

/*
 * What is open around an inline element, or its box: spaces alone open
 * nothing.
 */
static uint32_t
open_around(const struct writer *w, uint32_t node)
{
	size_t k = w->depth;

	for (; !w->page->nodes[node].box; node = w->page->nodes[node].parent) {
		while (k > w->boxes && w->open[k - 1].node > node)
			k--;
		if (k > w->boxes && w->open[k - 1].node == node)
			break;
	}
	return node;
}

static bool
is_white(char c)
{
	return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
}

/* Text that came as it stood, of a pre or a textarea. */
static bool
is_verbatim(struct str t)
{
	const char *end = t.s + t.n;

	for (const char *s = t.s; s < end; s++)
		if (is_white(*s) ? *s != ' ' || s + 1 == end || s[1] == ' '
		                 : flow_invisible(s, end) > 0)
			return true;
	return false;
}

/* Such text where the output has no pre: as it will be read. */
static void
put_flowing(struct writer *w, uint32_t node, struct str text)
{
	const char *s = text.s, *end = s + text.n;

	while (s < end) {
		const char *from = s;
		size_t skip = flow_invisible(s, end);

		if (is_white(*s)) {
			w->space = w->begun;
			skip = 1;
		}
		s += skip;
		if (skip > 0)
			continue;
		while (s < end && !is_white(*s) && flow_invisible(s, end) == 0)
			s++;
		put_inline(w, node, w->space);
		put_escaped(w, (struct str){from, (size_t)(s - from)});
		w->space = false;
		w->begun = true;
	}
}

/*
 * What an image says in place of itself is a caption, but for one amid a
 * text, such as a formula or a sign, which is read with it.
 */
static bool
wants_alt(const struct writer *w, const struct page_item *i)
{
	const struct page *p = w->page;

	if (w->options->alt)
		return true;
	for (uint32_t n = i->node; !p->nodes[n].box; n = p->nodes[n].parent)
		if (p->nodes[n].tag == TAG_A && p->nodes[n].attributes != 0)
			return false; /* a link, which names itself */
	return i->text > w->from && i->text < w->to;
}

/*
 * The space around an image amid a text comes with the text after it; in a pre
 * each space stands where it stood.  A space that is due stays so.
 */
static void
put_image(struct writer *w, const struct page_item *i, bool alt)
{
	const char *s = w->page->attributes.s +
	    w->page->nodes[i->node].attributes;
	bool space = w->space ||
	    (!w->pre && w->page->text.s[i->text] == ' ');

	put_inline(w, w->page->nodes[i->node].parent,
	    alt && space && i->text < w->to);
	sink_puts(w->out, "<img");
	sink_puts(w->out, s);
	sink_puts(w->out, " alt=\"");
	if (alt)
		sink_puts(w->out, s + strlen(s) + 1);
	sink_puts(w->out, "\">");
}

static bool
is_spaces(struct str t)
{
	for (size_t i = 0; i < t.n; i++)
		if (t.s[i] != ' ')
			return false;
	return t.n > 0;
}

/*
 * The sign with which a heading links to itself: ¶, §, # or a chain, alone in a
 * link to a place of the page.
 */
static bool
is_permalink(const struct page *p, const struct page_item *i)
{
	static const char *const signs[] = {"#", "\xC2\xA7", "\xC2\xB6",
		"\xF0\x9F\x94\x97"};
	struct str t = {p->text.s + i->text, i->n};
	uint32_t n = i->node;

	while (t.n > 0 && is_white(*t.s))
		t = (struct str){t.s + 1, t.n - 1};
	while (t.n > 0 && is_white(t.s[t.n - 1]))
		t.n--;
	while (!p->nodes[n].box && p->nodes[n].tag != TAG_A)
		n = p->nodes[n].parent;
	if (p->nodes[n].tag != TAG_A || p->nodes[n].attributes == 0 ||
	    strncmp(p->attributes.s + p->nodes[n].attributes, " href=\"#", 8) != 0)
		return false;
	for (size_t k = 0; k < sizeof signs / sizeof *signs; k++)
		if (t.n == strlen(signs[k]) && memcmp(t.s, signs[k], t.n) == 0)
			return true;
	return false;
}

static void
put_item(struct writer *w, const struct page_item *i)
{
	enum tag_id tag = (enum tag_id)w->page->nodes[i->node].tag;
	struct str text = {w->page->text.s + i->text, i->n};
	bool space = text.n > 0 && text.s[0] == ' ';

	if (i->node == 0 && text.n == 1 && text.s[0] == '\n') {
		put_inline(w, 0, false);
		sink_puts(w->out, "<br>");
		w->begun = w->space = false;
		return;
	}
	if (i->n == 0 && tag == TAG_IMG) {
		put_image(w, i, wants_alt(w, i));
		w->begun = true;
		return;
	}
	if (!w->pre && i->n <= 6 && is_permalink(w->page, i))
		return;
	if (!w->pre && is_verbatim(text)) {
		put_flowing(w, i->node, text);
		return;
	}
	if (w->pre) {
		put_inline(w, is_spaces(text) ? open_around(w, i->node)
		    : i->node, false);
		put_escaped(w, text);
		return;
	}
	put_inline(w, i->node, w->space || (space && w->begun));
	put_escaped(w, (struct str){text.s + space, text.n - space});
	w->begun = true;
	w->space = false;
}

/*
 * White space alone, of a pre that a heading in it does not keep, or of one
 * around a table, between its rows and cells.
 */
static bool
is_empty(const struct page *p, const struct page_block *b, enum tag_id leaf,
    enum tag_id frame)
{
	struct str t = page_text(p, b);

	for (size_t i = 0; i < t.n; i++)
		if (!is_white(t.s[i]))
			return false;
	return (leaf != TAG_PRE || frame == TAG_TABLE || frame == TAG_TR) &&
	    t.n > 0 && !b->image;
}

/* In a pre all is seen. */
static void
find_seen(struct writer *w, const struct page_block *b)
{
	const char *text = w->page->text.s, *s = text + b->text;
	const char *end = s + b->n, *from = end, *to = end;

	for (size_t n; !w->pre && s < end; s += n > 0 ? n : 1) {
		n = flow_invisible(s, end);
		if (n > 0 || is_white(*s))
			continue;
		if (from == end)
			from = s;
		to = s + 1;
	}
	w->from = w->pre ? b->text : (uint32_t)(from - text);
	w->to = (uint32_t)(to - text);
}

static void
put_block(struct writer *w, const struct page_block *b, bool title)
{
	struct open path[OPEN_MOST];
	size_t n = title ? 0 : box_path(w, b->node, path), same = 0;
	enum tag_id leaf = leaf_of(w->page, b, title);

	if (is_empty(w->page, b, leaf, n > 0 ? path[n - 1].tag : TAG_DIV))
		return;
	while (same < n && same < w->depth &&
	    w->open[same].node == path[same].node)
		same++;
	close_to(w, same);
	while (w->depth < n)
		open_box(w, path[w->depth]);
	/* What an item or a cell begins with needs no element of its own. */
	if (leaf != TAG_DIV || same == n || path[n - 1].tag == TAG_BLOCKQUOTE)
		open_box(w, (struct open){b->node, leaf});
	w->pre = leaf == TAG_PRE;
	/* A line's end right after <pre> would not be read. */
	if (w->pre && b->n > 0 && w->page->text.s[b->text] == '\n')
		sink_putc(w->out, '\n');
	w->begun = w->space = false;
	if (b->image)
		find_seen(w, b);
	for (uint32_t i = 0; i < b->items; i++)
		put_item(w, &w->page->items[b->item + i]);
	close_to(w, n);
}

static void
put_head(struct writer *w)
{
	const struct page *p = w->page;

	sink_puts(w->out, "<!DOCTYPE html>\n<html");
	if (p->lang.n > 0) {
		sink_puts(w->out, " lang=\"");
		put_escaped(w, buf_str(&p->lang));
		sink_putc(w->out, '"');
	}
	sink_puts(w->out, ">\n<head>\n<meta charset=\"utf-8\">\n<title>");
	put_escaped(w, buf_str(&p->title));
	sink_puts(w->out, "</title>\n"
	    "<meta name=\"generator\" content=\"winnow boilerstrip\">\n");
	if (p->url.n > 0) {
		sink_puts(w->out, "<link rel=\"canonical\" href=\"");
		put_escaped(w, buf_str(&p->url));
		sink_puts(w->out, "\">\n");
	}
	if (p->base.n > 0) {
		sink_puts(w->out, "<base href=\"");
		put_escaped(w, buf_str(&p->base));
		sink_puts(w->out, "\">\n");
	}
	sink_puts(w->out, "</head>\n<body>\n<article>\n");
}

void
cleanpage_put(struct sink *out, const struct page *p,
    const struct content_verdict *v, const struct cleanpage_options *options)
{
	struct writer w = {.out = out, .page = p, .frame = frames_of(p),
		.options = options};

	put_head(&w);
	for (size_t i = 0; i < p->n_blocks; i++)
		if (v[i].keep)
			put_block(&w, &p->blocks[i], v[i].title);
	close_to(&w, 0);
	sink_puts(out, "</article>\n</body>\n</html>\n");
	buf_free(&w.escaped);
	free(w.frame);
}
