/* SPDX-License-Identifier: MIT */
#include "html/show/show.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "html/show/markup.h"
#include "html/show/place.h"
#include "html/show/showstyle.h"
#include "html/token/escape.h"

enum { LINE_BYTES = 100 }; /* of a block's text in the list */

struct shower {
	struct sink *out;
	struct str bytes;
	const struct page *page;
	const struct content_verdict *verdict;
	struct place *place;
	size_t block; /* the next that has a place at or after the piece */
	size_t marked; /* the last that got its name; SIZE_MAX: none */
	struct buf escaped;
};

static void
put_escaped(struct shower *w, struct str text)
{
	w->escaped.n = 0;
	escape_put(&w->escaped, text);
	sink_put(w->out, w->escaped.s, w->escaped.n);
}

/* ---- what of the page's markup is written ---- */

/* Elements that could fetch, run or send, or that the file has itself. */
static bool
is_kept(struct str name)
{
	static const char *const out[] = {"script", "iframe", "frame",
		"frameset", "object", "embed", "applet", "base", "link", "meta",
		"html", "head", "body", "title", "form", "input", "audio",
		"video", "source", "track", "noembed", "noframes", "noscript",
		"portal", "use", "image", "animate", "set", "foreignobject",
		"plaintext"};

	for (size_t i = 0; i < sizeof out / sizeof *out; i++)
		if (markup_is(name, out[i]))
			return false;
	for (size_t i = 0; i < name.n; i++)
		if (strchr("<>\"'&=`", name.s[i]) != NULL)
			return false;
	return name.n > 0;
}

static bool
is_shown_attribute(struct str name)
{
	static const char *const kept[] = {"class", "id", "style", "lang",
		"dir", "title", "alt", "colspan", "rowspan", "scope", "width",
		"height", "align", "valign", "bgcolor", "color", "face", "size",
		"border", "cellpadding", "cellspacing", "start", "value", "type",
		"reversed", "open", "hidden", "role", "aria-hidden", "viewbox",
		"d", "fill"};

	for (size_t i = 0; i < sizeof kept / sizeof *kept; i++)
		if (markup_is(name, kept[i]))
			return true;
	return false;
}

/* The first `word` (in lower case) from a place on; t.n: there is none. */
static size_t
find(struct str t, size_t at, const char *word)
{
	size_t n = strlen(word);

	for (; at + n <= t.n; at++)
		if (strncasecmp(t.s + at, word, n) == 0)
			return at;
	return t.n;
}

/* A style that fetches, hides in escapes that it does, or holds markup. */
static bool
is_fetching(struct str style)
{
	return find(style, 0, "url") < style.n ||
	    find(style, 0, "image") < style.n ||
	    find(style, 0, "@import") < style.n ||
	    find(style, 0, "expression") < style.n ||
	    memchr(style.s, '\\', style.n) != NULL ||
	    memchr(style.s, '<', style.n) != NULL;
}

static bool
is_picture(struct str value)
{
	return value.n > 11 && strncasecmp(value.s, "data:image/", 11) == 0;
}

static void
put_attribute(struct shower *w, struct str name, struct str value, bool img)
{
	bool picture = img && markup_is(name, "src") && is_picture(value);

	if (!picture && (!is_shown_attribute(name) ||
	        (markup_is(name, "style") && (is_fetching(value) ||
	            memchr(value.s, '&', value.n) != NULL))))
		return;
	sink_putc(w->out, ' ');
	sink_put(w->out, name.s, name.n);
	sink_puts(w->out, "=\"");
	for (size_t i = 0; i < value.n; i++) /* references stay as they are */
		if (value.s[i] == '"')
			sink_puts(w->out, "&quot;");
		else if (value.s[i] == '<')
			sink_puts(w->out, "&lt;");
		else
			sink_putc(w->out, value.s[i]);
	sink_putc(w->out, '"');
}

/* The name that an element gets: what would show its content as it is. */
static struct str
shown_name(struct str name)
{
	return markup_is(name, "textarea") || markup_is(name, "xmp")
	    ? str_of("pre")
	    : markup_is(name, "template") ? str_of("winnow-hidden") : name;
}

static void
put_start(struct shower *w, const struct markup_piece *piece)
{
	struct str rest = piece->attributes, name, value;

	if (!is_kept(piece->name))
		return;
	sink_putc(w->out, '<');
	sink_put(w->out, shown_name(piece->name).s, shown_name(piece->name).n);
	while (markup_attribute(&rest, &name, &value))
		put_attribute(w, name, value, markup_is(piece->name, "img"));
	sink_putc(w->out, '>');
}

static void
put_end(struct shower *w, const struct markup_piece *piece)
{
	if (!is_kept(piece->name))
		return;
	sink_puts(w->out, "</");
	sink_put(w->out, shown_name(piece->name).s, shown_name(piece->name).n);
	sink_putc(w->out, '>');
}

/* A style sheet of the page, rule by rule; those that fetch are left out. */
static void
put_style(struct shower *w, struct str css)
{
	size_t at = 0;

	while (at < css.n) {
		size_t end = at;
		struct str part;

		while (end < css.n && strchr("{};", css.s[end]) == NULL)
			end++;
		end += end < css.n;
		part = (struct str){css.s + at, end - at};
		if (!is_fetching(part))
			sink_put(w->out, part.s, part.n);
		else if (css.s[end - 1] != ';')
			sink_putc(w->out, css.s[end - 1]);
		at = end;
	}
}

/* ---- blocks in their places ---- */

/* Text as the page has it, references and all; a lone "<" as one. */
static void
put_raw(struct sink *out, const char *s, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (s[i] == '<')
			sink_puts(out, "&lt;");
		else
			sink_putc(out, s[i]);
}

static void
put_mark(struct shower *w, size_t block)
{
	const struct content_verdict *v = &w->verdict[block];
	char tag[192], unit[48] = "";

	if (v->unit > 0)
		snprintf(unit, sizeof unit, ", %s %u", unit_name(v->kind),
		    (unsigned)v->unit);
	sink_puts(w->out, "<winnow-block");
	if (w->marked != block) {
		snprintf(tag, sizeof tag, " id=winnow-%zu", block + 1);
		sink_puts(w->out, tag);
		w->marked = block;
	}
	snprintf(tag, sizeof tag, " data-n=%zu class=winnow-%s "
	    "title=\"%s %d: %s%s\">", block + 1, v->keep ? "keep" : "drop",
	    v->keep ? "keep" : "drop", v->score, content_reason(v->reason),
	    unit);
	sink_puts(w->out, tag);
}

/* A piece of text: as the page has it, each block's part marked. */
static void
put_text(struct shower *w, struct str text)
{
	size_t at = (size_t)(text.s - w->bytes.s), end = at + text.n;

	while (at < end) {
		const struct place *p;
		size_t to;

		while (w->block < w->page->n_blocks &&
		    w->place[w->block].to <= at)
			w->block++;
		p = &w->place[w->block];
		if (w->block == w->page->n_blocks || p->from >= end) {
			put_raw(w->out, w->bytes.s + at, end - at);
			return;
		}
		if (p->from > at) {
			put_raw(w->out, w->bytes.s + at, p->from - at);
			at = p->from;
		}
		to = p->to < end ? p->to : end;
		put_mark(w, w->block);
		put_raw(w->out, w->bytes.s + at, to - at);
		sink_puts(w->out, "</winnow-block>");
		at = to;
	}
}

static void
put_body(struct shower *w)
{
	struct markup m = {.page = w->bytes};
	struct markup_piece piece;
	enum markup_kind kind;

	while ((kind = markup_next(&m, &piece)) != MARKUP_DONE)
		switch (kind) {
		case MARKUP_TEXT: put_text(w, piece.text); break;
		case MARKUP_START: put_start(w, &piece); break;
		case MARKUP_END: put_end(w, &piece); break;
		case MARKUP_STYLE:
			put_style(w, piece.text);
			if (m.at == w->bytes.n)
				sink_puts(w->out, "</style>"); /* it has none */
			break;
		default: break;
		}
}

/* ---- the list ---- */

static void
put_line(struct shower *w, size_t block)
{
	const struct content_verdict *v = &w->verdict[block];
	struct str t = page_text(w->page, &w->page->blocks[block]);
	char line[256];

	snprintf(line, sizeof line, "<li class=winnow-%s><a href=\"#winnow-%zu\""
	    "><b>%+d</b> <i>%s</i> ", v->keep ? "keep" : "drop", block + 1,
	    v->score, content_reason(v->reason));
	sink_puts(w->out, line);
	if (t.n > LINE_BYTES) {
		t.n = LINE_BYTES;
		while (t.n > 0 && ((unsigned char)t.s[t.n] & 0xC0) == 0x80)
			t.n--;
	}
	put_escaped(w, t);
	sink_puts(w->out, "</a>\n");
}

static void
put_list(struct shower *w, const char *file)
{
	size_t kept = 0, all = 0;
	char line[128];

	for (size_t i = 0; i < w->page->n_blocks; i++)
		if (w->page->blocks[i].prose.words > 0) {
			all++;
			kept += w->verdict[i].keep;
		}
	sink_puts(w->out, "<winnow-list><h2>");
	put_escaped(w, str_of(file));
	snprintf(line, sizeof line, "</h2><p>%zu of %zu blocks kept</p>", kept,
	    all);
	sink_puts(w->out, line);
	sink_puts(w->out, SHOW_LEGEND "<ol>\n");
	for (size_t i = 0; i < w->page->n_blocks; i++)
		if (w->page->blocks[i].prose.words > 0)
			put_line(w, i);
	sink_puts(w->out, "</ol></winnow-list>\n");
}

void
show_put(struct sink *out, struct str bytes, const struct page *page,
    const struct content_verdict *verdict, const char *file)
{
	struct shower w = {.out = out, .bytes = bytes, .page = page,
		.verdict = verdict, .place = places_of(page, bytes),
		.marked = SIZE_MAX};

	sink_puts(out, "<!DOCTYPE html>\n<html");
	if (page->lang.n > 0) {
		sink_puts(out, " lang=\"");
		put_escaped(&w, buf_str(&page->lang));
		sink_putc(out, '"');
	}
	sink_puts(out, "><head><meta charset=\"utf-8\">\n" SHOW_POLICY "<title>");
	put_escaped(&w, buf_str(&page->title));
	sink_puts(out, "</title>\n<style>" SHOW_STYLE "</style>\n<script>"
	    SHOW_SCRIPT "</script></head>\n<body>\n");
	put_list(&w, file);
	sink_puts(out, "<winnow-page>\n");
	put_body(&w);
	sink_puts(out, "\n</winnow-page>\n</body></html>\n");
	buf_free(&w.escaped);
	free(w.place);
}
