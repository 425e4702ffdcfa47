/* SPDX-License-Identifier: MIT */
#include "html/read/tokenizer.h"

#include <string.h>

#include "html/read/lookahead.h"
#include "html/read/reference.h"
#include "html/read/savedfrom.h"

/* U+FEFF tells libxml2, by its public behavior, that this is UTF-8. */
static const char prologue[] = "\xEF\xBB\xBF<html><body>";

enum {
	AHEAD = 300,
	BARE_MOST = 100 /* bytes of tags without text between them */
};

/* ---- what is written ---- */

static void
close_text(struct tokenizer *s)
{
	if (s->to->text > 0)
		event_close_text(&s->to->events, s->to->text);
	s->to->text = 0;
}

static void
open_text(struct tokenizer *s)
{
	if (s->to->text > 0)
		return;
	s->bare = 0;
	s->to->text = event_open_text(&s->to->events);
	buf_putc(&s->to->markup, TOKENIZER_TEXT);
}

static void
put(struct tokenizer *s, const char *t, size_t n)
{
	if (n == 0)
		return;
	open_text(s);
	buf_put(&s->to->events, t, n);
}

/*
 * A tag.  libxml2 2.9 lets go of what it has read only at text that has less
 * than 500 bytes behind it (and it reads on from 250), so text there must be.
 */
static void
put_tag(struct tokenizer *s, struct str tag)
{
	buf_put(&s->to->markup, tag.s, tag.n);
	s->bare += tag.n;
	if (s->bare > BARE_MOST) {
		buf_putc(&s->to->markup, ' ');
		s->bare = 0;
	}
}

static void
put_start(struct tokenizer *s, const struct tag *tag, const char *name)
{
	const struct attributes *a = &s->attributes;

	close_text(s);
	event_put_start(&s->to->events, tag, a->count, buf_str(&a->strings));
	if (tag->flags & IS_VOID) {
		buf_putc(&s->to->markup, TOKENIZER_VOID);
	} else {
		openelements_push(&s->nest, tag, name);
		put_tag(s, STR("<em>"));
	}
}

/* An element that the page does not write; the attributes are another's. */
static void
put_implied(struct tokenizer *s, const struct tag *tag)
{
	close_text(s);
	event_put_start(&s->to->events, tag, 0, STR(""));
	openelements_push(&s->nest, tag, tag->name);
	put_tag(s, STR("<em>"));
}

/* End the innermost elements, and then those that were over. */
static void
put_ends(struct tokenizer *s, int n)
{
	close_text(s);
	for (; n > 0 || openelements_top_over(&s->nest); n--) {
		openelements_pop(&s->nest);
		put_tag(s, STR("</em>"));
	}
}

static void
put_over(struct tokenizer *s, const struct tag *tag)
{
	close_text(s);
	event_put_over(&s->to->events, tag);
	buf_putc(&s->to->markup, TOKENIZER_OVER);
}

static void
put_end(struct tokenizer *s, const struct tag *tag, const char *name)
{
	int n = openelements_end(&s->nest, tag, name);

	if (n == OPENELEMENTS_OVER)
		put_over(s, tag);
	else
		put_ends(s, n);
}

/* What the page says of itself: <meta name content>. */
static void
put_meta(struct tokenizer *s, const char *name, struct str content)
{
	struct attributes *a = &s->attributes;

	attributes_clear(a);
	attributes_put(a, "name", str_of(name));
	attributes_put(a, "content", content);
	put_start(s, tag_of(TAG_META), "meta");
}

static void
reference(struct tokenizer *s)
{
	char to[8];
	int n = reference_take(s->in, false, to);

	put(s, n < 0 ? "&" : to, n < 0 ? 1 : (size_t)n);
}

/* ---- text ---- */

/* A carriage return, alone or before a line feed, is a line feed (13.2.3.5). */
static void
carriage_return(struct tokenizer *s)
{
	s->in->at++;
	if (peek(s->in) != '\n')
		put(s, "\n", 1);
}

/*
 * Plain bytes up to one of `stops`, the window's end, or as many as may be
 * held: libxml2 reads on after the same byte, however windows are cut.
 */
static void
text_run(struct tokenizer *s, const bool stops[256])
{
	const char *from = s->in->at, *at = from, *end = s->in->end;
	size_t most = s->to == &s->noscript ? TOKENIZER_NOSCRIPT : TOKENIZER_HELD;

	open_text(s);
	if (s->to->events.n < most && (size_t)(end - at) > most - s->to->events.n)
		end = at + (most - s->to->events.n);
	while (at < end && !stops[(unsigned char)*at])
		at++;
	put(s, from, (size_t)(at - from));
	s->in->at = at;
}

static void
text(struct tokenizer *s)
{
	static const bool stops[256] = {
		['<'] = true, ['&'] = true, ['\r'] = true, ['\f'] = true};

	switch (peek(s->in)) {
	case '&':
		reference(s);
		break;
	case '\r':
		carriage_return(s);
		break;
	case '\f':
		s->in->at++;
		put(s, " ", 1);
		break;
	default:
		text_run(s, stops);
	}
}

/* Text in which "<" and, but for RCDATA, "&" mean nothing. */
static void
literal(struct tokenizer *s, bool references)
{
	static const bool stops[256] = {['<'] = true, ['&'] = true,
	    ['\r'] = true, ['\f'] = true, ['-'] = true, [']'] = true};
	int c = peek(s->in);

	if ((c == '&' && !references) || c == '<' || c == '-' || c == ']')
		put(s, s->in->at++, 1); /* may begin what ends this */
	else if (stops[c])
		text(s);
	else
		text_run(s, stops);
}

/* ---- elements whose content is text ---- */

/* Whether the end tag of `name` comes next: "</name" and no letter after. */
static bool
end_tag_is(struct tokenizer *s, const char *name)
{
	int after;

	if (peek_at(s->in, 1) != '/' || !peek_is(s->in, 2, name))
		return false;
	after = peek_at(s->in, strlen(name) + 2);
	return after == '>' || after == '/' || is_space(after);
}

/*
 * In a script, "<!--" starts a part in which "<script" and "</script" come in
 * pairs; "-->" ends it (13.2.5.20 to 31).
 */
static void
script_part(struct tokenizer *s)
{
	if (peek_is(s->in, 0, "<!--")) {
		s->script_escaped = true;
	} else if (s->script_escaped && peek_is(s->in, 0, "-->")) {
		s->script_escaped = s->script_nested = false;
	} else if (s->script_escaped && peek_is(s->in, 0, "<script")) {
		int after = peek_at(s->in, 7);

		if (after == '>' || after == '/' || is_space(after))
			s->script_nested = true;
	}
}

static bool
raw_ends(struct tokenizer *s)
{
	if (s->raw->id == TAG_PLAINTEXT || peek(s->in) != '<' ||
	    !end_tag_is(s, s->raw->name))
		return false;
	if (s->script_nested) {
		s->script_nested = false;
		return false;
	}
	return true;
}

/* Text that nobody wants, up to what may end it. */
static void
skip_raw(struct tokenizer *s)
{
	struct source *in = s->in;
	const char *at = ++in->at, *end = in->end;

	if (s->script_escaped)
		while (at < end && *at != '<' && *at != '-')
			at++;
	else if ((at = memchr(at, '<', (size_t)(end - at))) == NULL)
		at = end;
	in->at = at;
}

/* One piece of a raw element's content, or its end tag. */
static void
raw_step(struct tokenizer *s)
{
	if (raw_ends(s)) {
		skip_past(s->in, '>');
		if (s->raw_kept)
			put_ends(s, 1);
		s->raw = NULL;
		return;
	}
	if (s->raw->id == TAG_SCRIPT)
		script_part(s);
	if (s->raw_kept)
		literal(s, s->raw->flags & IS_RCDATA);
	else
		skip_raw(s);
}

/* ---- comments and declarations ---- */

/* How many bytes a comment's end takes here: "-->" or "--!>"; 0: none. */
static size_t
comment_end(struct tokenizer *s)
{
	return peek_is(s->in, 0, "-->") ? 3 : peek_is(s->in, 0, "--!>") ? 4 : 0;
}

/* After "<!--"; its end is "-->" or "--!>", or at once ">" or "->". */
static void
comment(struct tokenizer *s)
{
	char said[SAVED_MOST];
	size_t n = 0, end;
	struct str url;

	s->in->at += 4;
	end = peek(s->in) == '>' ? 1 : peek_is(s->in, 0, "->") ? 2 : 0;
	while (end == 0 && peek(s->in) != -1) {
		const char *at, *dash;

		if (*s->in->at == '-' && (end = comment_end(s)) > 0)
			break;
		at = s->in->at; /* looking ahead may have moved it */
		dash = memchr(at + 1, '-', (size_t)(s->in->end - at - 1));
		if (dash == NULL)
			dash = s->in->end;
		for (; n < SAVED_MOST && at < dash; at++)
			said[n++] = *at;
		s->in->at = dash;
	}
	s->in->at += end;
	url = saved_from((struct str){said, n});
	if (n == SAVED_MOST && url.n > 0 && url.s + url.n == said + n)
		url.n = 0; /* cut, and in the midst of a character, perhaps */
	if (!s->addressed && url.n > 0) {
		s->addressed = true;
		put_meta(s, "winnow-url", url);
	}
}

/* "<!…": a comment, foreign CDATA (which is text), or nothing to show. */
static void
declaration(struct tokenizer *s)
{
	if (peek_is(s->in, 0, "<!--")) {
		comment(s);
	} else if (openelements_foreign(&s->nest) && peek_is(s->in, 0, "<![cdata[")) {
		s->in->at += 9;
		s->cdata = true;
	} else {
		skip_past(s->in, '>');
	}
}

/* One piece of a CDATA section, or its end. */
static void
cdata_step(struct tokenizer *s)
{
	if (peek_is(s->in, 0, "]]>")) {
		s->in->at += 3;
		s->cdata = false;
	} else {
		literal(s, false);
	}
}

/* ---- tags ---- */

/*
 * Past TOKENIZER_DEPTH an element leaves only the line break of its box.  One
 * that is not shown stays an element for as long again, to stay hidden.
 */
static bool
flattened(struct tokenizer *s, const struct tag *tag)
{
	size_t depth = openelements_depth(&s->nest);

	if (depth < TOKENIZER_DEPTH || tag->flags & IS_VOID ||
	    (tag->box == BOX_NONE && depth < 2 * TOKENIZER_DEPTH))
		return false;
	if (tag->box != BOX_INLINE) {
		attributes_clear(&s->attributes);
		put_start(s, tag, "");
		put_ends(s, 1);
	}
	return true;
}

static void step(struct tokenizer *);

/* An iframe's own document, as a block of this one. */
static void
embedded(struct tokenizer *s)
{
	struct source text = source_over(buf_str(&s->attributes.srcdoc));
	struct tokenizer inner = {.in = &text, .scripts = s->scripts, .to = s->to,
	    .level = s->level + 1};

	put_start(s, tag_of(TAG_DIV), "div");
	while (!inner.ended)
		step(&inner);
	put_ends(&inner, (int)openelements_depth(&inner.nest));
	put_ends(s, 1);
	tokenizer_free(&inner);
}

/* Whether a script's own words say that it is data of the page. */
static bool
is_json(const struct tokenizer *s)
{
	const char *type = attributes_get(&s->attributes, "type");

	return type != NULL && strstr(type, "ld+json") != NULL;
}

/* The start tag of an element whose content is text. */
static void
start_raw(struct tokenizer *s, const struct tag *tag)
{
	bool code = tag->id == TAG_SCRIPT || tag->id == TAG_STYLE;
	bool pre = tag->id == TAG_XMP || tag->id == TAG_PLAINTEXT;

	s->raw = tag;
	s->raw_kept = !code || s->scripts || (s->json && is_json(s));
	/* noembed and noframes are fallback text, as iframe's is. */
	s->raw_name = code ? "winnow-raw" : pre ? "pre"
	    : tag->flags & IS_RCDATA ? tag->name : "iframe";
	s->script_escaped = s->script_nested = false;
	if (s->raw_kept)
		put_start(s, tag_find(s->raw_name, strlen(s->raw_name)),
		    s->raw_name);
}

/* A line feed right after these start tags is not text (13.2.6.4.7). */
static void
skip_first_line_end(struct tokenizer *s, const struct tag *tag)
{
	if (tag->id != TAG_PRE && tag->id != TAG_LISTING &&
	    tag->id != TAG_TEXTAREA)
		return;
	if (peek(s->in) == '\r')
		s->in->at++;
	if (peek(s->in) == '\n')
		s->in->at++;
}

/* html, head, body: gone, but for the language that html says. */
static void
start_top(struct tokenizer *s, const struct tag *tag)
{
	const char *lang = attributes_get(&s->attributes, "lang");
	struct buf copy = {0};

	if (tag->id != TAG_HTML || lang == NULL || lang[0] == '\0')
		return;
	buf_puts(&copy, lang);
	put_meta(s, "winnow-lang", buf_str(&copy));
	buf_free(&copy);
}

/* From here on elements wait; those that are open are out of their reach. */
static void
begin_noscript(struct tokenizer *s)
{
	close_text(s);
	openelements_push(&s->nest, tag_of(TAG_NOSCRIPT), "noscript");
	s->outer = s->nest.base;
	s->nest.base = openelements_depth(&s->nest);
	s->to = &s->noscript;
}

static void
end_noscript(struct tokenizer *s)
{
	put_ends(s, (int)(openelements_depth(&s->nest) - s->nest.base));
	openelements_pop(&s->nest);
	s->nest.base = s->outer;
	s->to = &s->page;
}

/* What the start of an element closes before it. */
static void
close_for(struct tokenizer *s, const struct tag *tag)
{
	int n = openelements_start(&s->nest, tag);

	if (n > 0)
		put_ends(s, n);
	if (tag->id == TAG_A) /* there is no link in a link */
		put_end(s, tag, tag->name);
	if (openelements_wants_row(&s->nest, tag))
		put_implied(s, tag_of(TAG_TR));
}

/* A start tag that has been read whole, of an HTML element. */
static void
start_html(struct tokenizer *s, const struct tag *tag, const char *name)
{
	if (tag->flags & IS_TOP) {
		start_top(s, tag);
		return;
	}
	if (tag->id == TAG_NOSCRIPT && !s->scripts && s->level == 0 &&
	    s->to == &s->page) {
		begin_noscript(s);
		return;
	}
	close_for(s, tag);
	if (tag->id == TAG_IFRAME && s->attributes.srcdoc.n > 0 && s->level < 2)
		embedded(s);
	if (tag->flags & (IS_RAW | IS_RCDATA))
		start_raw(s, tag);
	else if (!flattened(s, tag))
		put_start(s, tag, name);
	skip_first_line_end(s, tag);
}

static void
start_tag(struct tokenizer *s)
{
	struct name name;
	const struct tag *tag;
	enum tag_end end;
	int n;

	s->in->at++;
	name_read(s->in, &name, -1);
	end = attributes_read(&s->attributes, s->in);
	if (end == END_CUT)
		return;
	if (strcmp(name.s, "image") == 0)
		strcpy(name.s, "img");
	tag = tag_find(name.s, strlen(name.s));
	if (openelements_foreign(&s->nest)) {
		if ((n = openelements_break_out(&s->nest, tag)) == 0) {
			if (end != END_CLOSED && !flattened(s, tag))
				put_start(s, tag, name.s);
			return;
		}
		put_ends(s, n);
	} else if ((tag->id == TAG_SVG || tag->id == TAG_MATH) &&
	    end == END_CLOSED) {
		return;
	}
	start_html(s, tag, name.s);
}

static void
end_tag(struct tokenizer *s)
{
	struct name name;
	const struct tag *tag;

	s->in->at += 2;
	name_read(s->in, &name, -1);
	if (attributes_read(&s->attributes, s->in) == END_CUT)
		return;
	attributes_clear(&s->attributes);
	tag = tag_find(name.s, name.n);
	if (tag->id == TAG_NOSCRIPT && s->to == &s->noscript) {
		end_noscript(s);
	} else if (tag->id == TAG_BR) {
		put_start(s, tag, "br");
	} else if (tag->id == TAG_P && openelements_end(&s->nest, tag, "p") == 0) {
		put_start(s, tag, "p");
		put_ends(s, 1);
	} else if (!(tag->flags & (IS_TOP | IS_VOID))) {
		put_end(s, tag, name.s);
	}
}

/* ---- the whole ---- */

static void
markup(struct tokenizer *s)
{
	int c = peek_at(s->in, 1);

	if (is_letter(c)) {
		start_tag(s);
	} else if (c == '!') {
		declaration(s);
	} else if (c == '?') {
		skip_past(s->in, '>');
	} else if (c == '/' && is_letter(peek_at(s->in, 2))) {
		end_tag(s);
	} else if (c == '/' && peek_at(s->in, 2) != -1) {
		s->in->at++;
		skip_past(s->in, '>');
	} else {
		put(s, s->in->at++, 1);
	}
}

/*
 * What waited comes, as an element; if the page goes on in it, it stays open.
 */
static void
show_noscript(struct tokenizer *s, bool ended)
{
	struct scrubbed *n = &s->noscript;
	bool within = s->to == n;

	if (within && ended)
		end_noscript(s);
	close_text(s);
	s->to = &s->page;
	if (ended)
		put_ends(s, (int)openelements_depth(&s->nest));
	if (n->markup.n == 0)
		return;
	attributes_clear(&s->attributes);
	event_put_start(&s->page.events, tag_of(TAG_NOSCRIPT), 0, STR(""));
	put_tag(s, STR("<em>"));
	buf_put(&s->page.markup, n->markup.s, n->markup.n);
	buf_put(&s->page.events, n->events.s, n->events.n);
	n->markup.n = n->events.n = 0;
	s->nest.base = s->outer;
	if (!within || ended)
		put_tag(s, STR("</em>"));
}

static void
step(struct tokenizer *s)
{
	if (peek(s->in) == -1)
		s->ended = true;
	else if (s->raw != NULL)
		raw_step(s);
	else if (s->cdata)
		cdata_step(s);
	else if (*s->in->at == '<')
		markup(s);
	else
		text(s);
}

/* Take what was given off a buffer's beginning. */
static void
forget(struct buf *b, size_t *given)
{
	if (*given > 0)
		memmove(b->s, b->s + *given, b->n - *given);
	b->n -= *given;
	*given = 0;
}

/*
 * How far to read before libxml2 does must not hang on how the input is cut
 * into windows: for `depth` decides, above, what becomes of an element.
 * Blanks make up for text that is long, lest libxml2, which wants to see 250
 * bytes ahead, asks for all that many runs.
 */
static void
read_on(struct tokenizer *s, size_t room)
{
	forget(&s->page.markup, &s->taken);
	forget(&s->page.events, &s->given);
	while (s->page.markup.n < room && s->page.events.n < TOKENIZER_HELD &&
	    !s->ended) {
		step(s);
		if (s->noscript.events.n >= TOKENIZER_NOSCRIPT || s->ended)
			show_noscript(s, s->ended);
	}
	close_text(s);
	while (s->page.markup.n < AHEAD && !s->ended)
		buf_putc(&s->page.markup, ' ');
}

size_t
tokenizer_read(struct tokenizer *s, char *to, size_t room)
{
	size_t n;

	if (s->to == NULL) {
		s->to = &s->page;
		buf_put(&s->page.markup, prologue, sizeof prologue - 1);
	}
	if (s->page.markup.n - s->taken < room && !s->ended)
		read_on(s, room);
	n = s->page.markup.n - s->taken;
	n = n < room ? n : room;
	if (n > 0)
		memcpy(to, s->page.markup.s + s->taken, n);
	s->taken += n;
	return n;
}

void
tokenizer_take(struct tokenizer *s, struct event *e)
{
	const char *at = s->page.events.s;

	s->given = (size_t)(event_take(at + s->given, e) - at);
}

void
tokenizer_free(struct tokenizer *s)
{
	struct buf *bufs[] = {&s->page.markup, &s->page.events,
	    &s->noscript.markup, &s->noscript.events};

	for (size_t i = 0; i < sizeof bufs / sizeof *bufs; i++)
		buf_free(bufs[i]);
	attributes_free(&s->attributes);
	openelements_free(&s->nest);
}
