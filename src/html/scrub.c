/* SPDX-License-Identifier: MIT */
#include "html/scrub.h"

#include <string.h>

#include "html/escape.h"
#include "html/look.h"
#include "html/reference.h"
#include "html/tag.h"

/* U+FEFF tells libxml2, by its public behavior, that this is UTF-8. */
static const char prologue[] = "\xEF\xBB\xBF<html><body>";

enum { SAID = 512 }; /* bytes of a comment that may hold an address */

/* ---- what is written ---- */

static void
put(struct scrub *s, const char *t, size_t n)
{
	if (!s->in_noscript)
		buf_put(&s->out, t, n);
	else if (s->noscript.n + n <= SCRUB_NOSCRIPT)
		buf_put(&s->noscript, t, n);
}

static void
puts_to(struct scrub *s, const char *t)
{
	put(s, t, strlen(t));
}

static void
put_escaped(struct scrub *s, struct str text)
{
	s->escaped.n = 0;
	escape_put(&s->escaped, text);
	put(s, s->escaped.s, s->escaped.n);
}

static void
reference(struct scrub *s)
{
	char to[8];
	int n = reference_take(s->in, false, to);

	put_escaped(s, n < 0 ? STR("&") : (struct str){to, (size_t)n});
}

/* ---- text ---- */

/* A carriage return, alone or before a line feed, is a line feed (13.2.3.5). */
static void
carriage_return(struct scrub *s)
{
	s->in->at++;
	if (look(s->in) != '\n')
		put(s, "\n", 1);
}

/* Plain bytes up to one of `stops` or the window's end. */
static void
text_run(struct scrub *s, const bool stops[256])
{
	const char *from = s->in->at, *at = from, *end = s->in->end;

	while (at < end && !stops[(unsigned char)*at])
		at++;
	put(s, from, (size_t)(at - from));
	s->in->at = at;
}

static void
text(struct scrub *s)
{
	static const bool stops[256] = {
		['<'] = true, ['&'] = true, ['\r'] = true, ['\f'] = true};

	switch (look(s->in)) {
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
literal(struct scrub *s, bool references)
{
	static const bool stops[256] = {['<'] = true, ['&'] = true,
	    ['\r'] = true, ['\f'] = true, ['-'] = true, [']'] = true};
	int c = look(s->in);

	if ((c == '&' && !references) || c == '<')
		put_escaped(s, (struct str){s->in->at++, 1});
	else if (c == '-' || c == ']') /* may begin what ends this */
		put(s, s->in->at++, 1);
	else if (stops[c])
		text(s);
	else
		text_run(s, stops);
}

/* ---- elements whose content is text ---- */

/* Whether the end tag of `name` comes next: "</name" and no letter after. */
static bool
end_tag_is(struct scrub *s, const char *name)
{
	int after;

	if (look_at(s->in, 1) != '/' || !look_is(s->in, 2, name))
		return false;
	after = look_at(s->in, strlen(name) + 2);
	return after == '>' || after == '/' || is_space(after);
}

/*
 * In a script, "<!--" starts a part in which "<script" and "</script" come in
 * pairs; "-->" ends it (13.2.5.20 to 31).
 */
static void
script_part(struct scrub *s)
{
	if (look_is(s->in, 0, "<!--")) {
		s->script_escaped = true;
	} else if (s->script_escaped && look_is(s->in, 0, "-->")) {
		s->script_escaped = s->script_nested = false;
	} else if (s->script_escaped && look_is(s->in, 0, "<script")) {
		int after = look_at(s->in, 7);

		if (after == '>' || after == '/' || is_space(after))
			s->script_nested = true;
	}
}

static bool
raw_ends(struct scrub *s)
{
	if (s->raw->id == TAG_PLAINTEXT || look(s->in) != '<' ||
	    !end_tag_is(s, s->raw->name))
		return false;
	if (s->script_nested) {
		s->script_nested = false;
		return false;
	}
	return true;
}

/* One piece of a raw element's content, or its end tag. */
static void
raw_step(struct scrub *s)
{
	static const bool stops[256] = {['<'] = true, ['-'] = true};

	if (raw_ends(s)) {
		skip_past(s->in, '>');
		puts_to(s, s->raw_close);
		s->raw = NULL;
		return;
	}
	if (s->raw->id == TAG_SCRIPT)
		script_part(s);
	if (s->raw_kept) {
		literal(s, s->raw->flags & IS_RCDATA);
	} else {
		struct source *in = s->in;

		in->at++;
		while (in->at < in->end && !stops[(unsigned char)*in->at])
			in->at++;
	}
}

/* ---- comments and declarations ---- */

/* "saved from url=(0023)http://…" and "url: http://…" of SingleFile. */
static void
said_in_comment(struct scrub *s, struct str said)
{
	static const char *const marks[] = {"saved from url=(", "url: "};
	char text[SAID + 1];
	const char *at = NULL;
	size_t n;

	memcpy(text, said.s, said.n);
	text[said.n] = '\0';
	if ((at = strstr(text, marks[0])) != NULL)
		at = strchr(at, ')');
	else if (strstr(text, "SingleFile") != NULL &&
	    (at = strstr(text, marks[1])) != NULL)
		at += strlen(marks[1]) - 1;
	if (at == NULL)
		return;
	n = strcspn(++at, " \t\n\r\f");
	if (n == 0)
		return;
	s->addressed = true;
	puts_to(s, "<meta name=\"winnow-url\" content=\"");
	put_escaped(s, (struct str){at, n});
	puts_to(s, "\">");
}

/* How many bytes a comment's end takes here: "-->" or "--!>"; 0: none. */
static size_t
comment_end(struct scrub *s)
{
	return look_is(s->in, 0, "-->") ? 3 : look_is(s->in, 0, "--!>") ? 4 : 0;
}

/* After "<!--"; its end is "-->" or "--!>", or at once ">" or "->". */
static void
comment(struct scrub *s)
{
	char said[SAID];
	size_t n = 0, end;

	s->in->at += 4;
	end = look(s->in) == '>' ? 1 : look_is(s->in, 0, "->") ? 2 : 0;
	while (end == 0 && look(s->in) != -1) {
		const char *at, *dash;

		if (*s->in->at == '-' && (end = comment_end(s)) > 0)
			break;
		at = s->in->at; /* looking ahead may have moved it */
		dash = memchr(at + 1, '-', (size_t)(s->in->end - at - 1));
		if (dash == NULL)
			dash = s->in->end;
		for (; n < SAID && at < dash; at++)
			said[n++] = *at;
		s->in->at = dash;
	}
	s->in->at += end;
	if (!s->addressed)
		said_in_comment(s, (struct str){said, n});
}

/* "<!…": a comment, foreign CDATA (which is text), or nothing to show. */
static void
declaration(struct scrub *s)
{
	if (look_is(s->in, 0, "<!--")) {
		comment(s);
	} else if (s->foreign > 0 && look_is(s->in, 0, "<![cdata[")) {
		s->in->at += 9;
		s->cdata = true;
	} else {
		skip_past(s->in, '>');
	}
}

/* One piece of a CDATA section, or its end. */
static void
cdata_step(struct scrub *s)
{
	if (look_is(s->in, 0, "]]>")) {
		s->in->at += 3;
		s->cdata = false;
	} else {
		literal(s, false);
	}
}

/* ---- tags ---- */

static void
put_tag(struct scrub *s, const char *open, const char *name, bool attributes)
{
	puts_to(s, open);
	puts_to(s, name);
	if (attributes)
		put(s, s->attributes.markup.s, s->attributes.markup.n);
	put(s, ">", 1);
}

/*
 * Past SCRUB_DEPTH an element leaves only the line break of its box.  One
 * that is not shown stays an element for as long again, to stay hidden.
 */
static bool
flattened(struct scrub *s, const struct tag *tag, const char *name)
{
	if (s->depth == NULL || *s->depth < SCRUB_DEPTH ||
	    tag->flags & IS_VOID ||
	    (tag->box == BOX_NONE && *s->depth < 2 * SCRUB_DEPTH))
		return false;
	if (tag->box != BOX_INLINE) {
		put_tag(s, "<", name, false);
		put_tag(s, "</", name, false);
	}
	return true;
}

/* An iframe's own document, as a block of this one. */
static void
embedded(struct scrub *s)
{
	struct source text = source_over(buf_str(&s->attributes.srcdoc));
	struct scrub inner = {.in = &text, .depth = s->depth,
	    .scripts = s->scripts, .started = true, .level = s->level + 1};
	char piece[1024];
	size_t n;

	puts_to(s, "<div>");
	while ((n = scrub_read(&inner, piece, sizeof piece)) > 0)
		put(s, piece, n);
	puts_to(s, "</div>");
	scrub_free(&inner);
}

/* Whether a script's own words say that it is data of the page. */
static bool
is_json(const struct scrub *s)
{
	static const char type[] = "ld+json";
	const struct buf *a = &s->attributes.markup;

	for (size_t i = 0; i + sizeof type - 1 <= a->n; i++)
		if (memcmp(a->s + i, type, sizeof type - 1) == 0)
			return true;
	return false;
}

/* The start tag of an element whose content is text. */
static void
start_raw(struct scrub *s, const struct tag *tag)
{
	bool code = tag->id == TAG_SCRIPT || tag->id == TAG_STYLE;
	bool pre = tag->id == TAG_XMP || tag->id == TAG_PLAINTEXT;

	s->raw = tag;
	s->raw_kept = !code || s->scripts || (s->json && is_json(s));
	s->raw_close = !s->raw_kept ? "" : code ? "</winnow-raw>"
	    : pre ? "</pre>" : tag->id == TAG_TITLE ? "</title>"
	    : tag->id == TAG_TEXTAREA ? "</textarea>" : "</iframe>";
	s->script_escaped = s->script_nested = false;
	if (!s->raw_kept)
		return;
	/* "</iframe>": noembed and noframes are fallback text, as it is. */
	put(s, "<", 1);
	put(s, s->raw_close + 2, strlen(s->raw_close) - 3);
	put(s, s->attributes.markup.s, s->attributes.markup.n);
	put(s, ">", 1);
}

/* A line feed right after these start tags is not text (13.2.6.4.7). */
static void
skip_first_line_end(struct scrub *s, const struct tag *tag)
{
	if (tag->id != TAG_PRE && tag->id != TAG_LISTING &&
	    tag->id != TAG_TEXTAREA)
		return;
	if (look(s->in) == '\r')
		s->in->at++;
	if (look(s->in) == '\n')
		s->in->at++;
}

/* html, head, body: gone, but for the language that html says. */
static void
start_top(struct scrub *s, const struct tag *tag)
{
	if (tag->id != TAG_HTML || s->attributes.lang.n == 0)
		return;
	puts_to(s, "<meta name=\"winnow-lang\" content=\"");
	put_escaped(s, buf_str(&s->attributes.lang));
	puts_to(s, "\">");
}

static bool
is_foreign(const char *name)
{
	return strcmp(name, "svg") == 0 || strcmp(name, "math") == 0;
}

/* A start tag that has been read whole, of an HTML element. */
static void
start_html(struct scrub *s, const struct tag *tag, const char *name)
{
	if (tag->flags & IS_TOP) {
		start_top(s, tag);
		return;
	}
	if (tag->id == TAG_NOSCRIPT && !s->scripts) {
		s->in_noscript = true;
		return;
	}
	if (tag->id == TAG_IFRAME && s->attributes.srcdoc.n > 0 && s->level < 2)
		embedded(s);
	if (tag->flags & (IS_RAW | IS_RCDATA))
		start_raw(s, tag);
	else if (!flattened(s, tag, name))
		put_tag(s, "<", name, true);
	skip_first_line_end(s, tag);
}

static void
start_tag(struct scrub *s)
{
	struct name name;
	const struct tag *tag;
	enum tag_end end;

	s->in->at++;
	name_read(s->in, &name, -1);
	end = attributes_read(&s->attributes, s->in);
	if (end == END_CUT)
		return;
	if (strcmp(name.s, "image") == 0)
		strcpy(name.s, "img");
	tag = tag_find(name.s, strlen(name.s));
	if (is_foreign(name.s) && end != END_CLOSED)
		s->foreign++;
	if (s->foreign > 0 && !is_foreign(name.s)) {
		if (end != END_CLOSED && !flattened(s, tag, name.s))
			put_tag(s, "<", name.s, true);
	} else {
		start_html(s, tag, name.s);
	}
}

static void
end_tag(struct scrub *s)
{
	struct name name;
	const struct tag *tag;

	s->in->at += 2;
	name_read(s->in, &name, -1);
	if (attributes_read(&s->attributes, s->in) == END_CUT)
		return;
	tag = tag_find(name.s, name.n);
	if (is_foreign(name.s) && s->foreign > 0)
		s->foreign--;
	if (tag->id == TAG_NOSCRIPT && s->in_noscript)
		s->in_noscript = false;
	else if (tag->id == TAG_BR)
		puts_to(s, "<br>");
	else if (!(tag->flags & (IS_TOP | IS_VOID)))
		put_tag(s, "</", name.s, false);
}

/* ---- the whole ---- */

static void
markup(struct scrub *s)
{
	int c = look_at(s->in, 1);

	if (is_letter(c)) {
		start_tag(s);
	} else if (c == '!') {
		declaration(s);
	} else if (c == '?') {
		skip_past(s->in, '>');
	} else if (c == '/' && is_letter(look_at(s->in, 2))) {
		end_tag(s);
	} else if (c == '/' && look_at(s->in, 2) != -1) {
		s->in->at++;
		skip_past(s->in, '>');
	} else {
		s->in->at++;
		puts_to(s, "&lt;");
	}
}

/* The page is read; what was put aside comes now. */
static void
finish(struct scrub *s)
{
	s->ended = true;
	s->in_noscript = false;
	if (s->noscript.n == 0)
		return;
	puts_to(s, "<noscript>");
	put(s, s->noscript.s, s->noscript.n);
	puts_to(s, "</noscript>");
}

static void
step(struct scrub *s)
{
	if (look(s->in) == -1)
		finish(s);
	else if (s->raw != NULL)
		raw_step(s);
	else if (s->cdata)
		cdata_step(s);
	else if (*s->in->at == '<')
		markup(s);
	else
		text(s);
}

size_t
scrub_read(struct scrub *s, char *to, size_t room)
{
	size_t n;

	if (!s->started) {
		s->started = true;
		buf_put(&s->out, prologue, sizeof prologue - 1);
	}
	if (s->out.n - s->taken < room && !s->ended) {
		if (s->taken > 0)
			memmove(s->out.s, s->out.s + s->taken,
			    s->out.n - s->taken);
		s->out.n -= s->taken;
		s->taken = 0;
		while (s->out.n < room && !s->ended)
			step(s);
	}
	n = s->out.n - s->taken < room ? s->out.n - s->taken : room;
	if (n > 0)
		memcpy(to, s->out.s + s->taken, n);
	s->taken += n;
	return n;
}

void
scrub_free(struct scrub *s)
{
	buf_free(&s->out);
	buf_free(&s->noscript);
	buf_free(&s->escaped);
	attributes_free(&s->attributes);
}
