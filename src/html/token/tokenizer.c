/* SPDX-License-Identifier: MIT */
#include "html/token/tokenizer.h"

#include <string.h>

#include "html/token/lookahead.h"
#include "html/token/reference.h"

enum { NOTHING = -1 }; /* what was read gives no token */

/* ---- text ---- */

static int
text_of(struct token *token, const char *s, size_t n)
{
	token->text = (struct str){s, n};
	return n > 0 ? TOKEN_TEXT : NOTHING;
}

/* The byte that comes next, as itself. */
static int
one_byte(struct tokenizer *t, struct token *token)
{
	return text_of(token, t->in->at++, 1);
}

static int
reference(struct tokenizer *t, struct token *token)
{
	int n = reference_take(t->in, false, t->piece);

	return n < 0 ? text_of(token, "&", 1)
	             : text_of(token, t->piece, (size_t)n);
}

/* A carriage return, alone or before a line feed, is a line feed (13.2.3.5). */
static int
carriage_return(struct tokenizer *t, struct token *token)
{
	t->in->at++;
	return peek(t->in) == '\n' ? NOTHING : text_of(token, "\n", 1);
}

/* NUL: to see it may matter where text is not HTML's own (13.2.6.5). */
static int
nul(struct tokenizer *t, struct token *token, bool shown)
{
	t->in->at++;
	return shown ? text_of(token, "\xEF\xBF\xBD", 3) : NOTHING;
}

/* Plain bytes up to one of `stops` or the window's end. */
static int
text_run(struct tokenizer *t, struct token *token, const bool stops[256])
{
	const char *from = t->in->at, *at = from, *end = t->in->end;

	while (at < end && !stops[(unsigned char)*at])
		at++;
	t->in->at = at;
	return text_of(token, from, (size_t)(at - from));
}

static int
text(struct tokenizer *t, struct token *token)
{
	static const bool stops[256] = {
		['\0'] = true, ['<'] = true, ['&'] = true, ['\r'] = true,
		['\f'] = true};

	switch (peek(t->in)) {
	case '\0':
		return nul(t, token, t->shows_nul);
	case '&':
		return reference(t, token);
	case '\r':
		return carriage_return(t, token);
	case '\f':
		t->in->at++;
		return text_of(token, " ", 1);
	default:
		return text_run(t, token, stops);
	}
}

/* Text in which "<" means nothing, nor "&" unless there are `references`. */
static int
literal(struct tokenizer *t, struct token *token, bool references)
{
	static const bool stops[256] = {['\0'] = true, ['<'] = true,
	    ['&'] = true, ['\r'] = true, ['\f'] = true, ['-'] = true,
	    [']'] = true};
	int c = peek(t->in);

	if (c == '\0')
		return nul(t, token, true);
	if ((c == '&' && !references) || c == '<' || c == '-' || c == ']')
		return one_byte(t, token); /* may begin what ends this */
	return stops[c] ? text(t, token) : text_run(t, token, stops);
}

/* ---- raw text ---- */

/* Whether the end tag of `name` comes next: "</name" and no letter after. */
static bool
end_tag_is(struct tokenizer *t, const char *name)
{
	int after;

	if (peek_at(t->in, 1) != '/' || !peek_is(t->in, 2, name))
		return false;
	after = peek_at(t->in, strlen(name) + 2);
	return after == '>' || after == '/' || ascii_is_space(after);
}

/*
 * In a script, "<!--" starts a part in which "<script" and "</script" come in
 * pairs; "-->" ends it (13.2.5.20 to 31).
 */
static void
script_part(struct tokenizer *t)
{
	if (peek_is(t->in, 0, "<!--")) {
		t->script_escaped = true;
	} else if (t->script_escaped && peek_is(t->in, 0, "-->")) {
		t->script_escaped = t->script_nested = false;
	} else if (t->script_escaped && peek_is(t->in, 0, "<script")) {
		int after = peek_at(t->in, 7);

		if (after == '>' || after == '/' || ascii_is_space(after))
			t->script_nested = true;
	}
}

static bool
raw_ends(struct tokenizer *t)
{
	if (t->raw->id == TAG_PLAINTEXT || peek(t->in) != '<' ||
	    !end_tag_is(t, t->raw->name))
		return false;
	if (t->script_nested) {
		t->script_nested = false;
		return false;
	}
	return true;
}

/* Text that nobody wants, up to what may end it. */
static int
skip_raw(struct tokenizer *t)
{
	struct source *in = t->in;
	const char *at = ++in->at, *end = in->end;

	if (t->script_escaped)
		while (at < end && *at != '<' && *at != '-')
			at++;
	else if ((at = memchr(at, '<', (size_t)(end - at))) == NULL)
		at = end;
	in->at = at;
	return NOTHING;
}

static int end_tag(struct tokenizer *, struct token *);

/* One piece of raw text, or the end tag behind it. */
static int
raw(struct tokenizer *t, struct token *token)
{
	if (raw_ends(t)) {
		t->raw = NULL;
		return end_tag(t, token);
	}
	if (t->raw->id == TAG_SCRIPT)
		script_part(t);
	return t->raw_wanted ? literal(t, token, t->raw->flags & IS_RCDATA)
	                     : skip_raw(t);
}

void
tokenizer_raw(struct tokenizer *t, const struct tag *tag, bool wanted)
{
	t->raw = tag;
	t->raw_wanted = wanted;
	t->script_escaped = t->script_nested = false;
}

/* ---- comments and declarations ---- */

/* How many bytes a comment's end takes here: "-->" or "--!>"; 0: none. */
static size_t
comment_end(struct tokenizer *t)
{
	return peek_is(t->in, 0, "-->") ? 3 : peek_is(t->in, 0, "--!>") ? 4 : 0;
}

/* More of what a declaration says: NUL is U+FFFD, a line ends with LF. */
static void
put_declared(struct tokenizer *t, const char *from, const char *to)
{
	struct buf *b = &t->declared;

	for (const char *s = from; s < to; s++) {
		if (*s == '\0')
			buf_puts(b, "\xEF\xBF\xBD");
		else if (*s == '\r')
			buf_putc(b, '\n');
		else if (*s != '\n' || !t->declared_cr)
			buf_putc(b, *s);
		t->declared_cr = *s == '\r';
	}
}

/* Up to the next ">": a doctype, or what the Standard calls a bogus comment. */
static int
declared(struct tokenizer *t, struct token *token)
{
	bool doctype = peek_is(t->in, 0, "doctype");
	int c;

	if (!t->whole) {
		skip_past(t->in, '>');
		return NOTHING;
	}
	t->declared.n = 0;
	t->declared_cr = false;
	while ((c = peek(t->in)) != -1 && c != '>') {
		const char *at = t->in->at, *end = memchr(at, '>',
		    (size_t)(t->in->end - at));

		t->in->at = end != NULL ? end : t->in->end;
		put_declared(t, at, t->in->at);
	}
	if (c == '>')
		t->in->at++;
	token->text = buf_str(&t->declared);
	return doctype ? TOKEN_DOCTYPE : TOKEN_COMMENT;
}

/* After "<!--"; its end is "-->" or "--!>", or at once ">" or "->". */
static int
comment(struct tokenizer *t, struct token *token)
{
	size_t n = 0, end;

	t->in->at += 4;
	t->declared.n = 0;
	t->declared_cr = false;
	end = peek(t->in) == '>' ? 1 : peek_is(t->in, 0, "->") ? 2 : 0;
	while (end == 0 && peek(t->in) != -1) {
		const char *at, *dash;

		if (*t->in->at == '-' && (end = comment_end(t)) > 0)
			break;
		at = t->in->at; /* looking ahead may have moved it */
		dash = memchr(at + 1, '-', (size_t)(t->in->end - at - 1));
		if (dash == NULL)
			dash = t->in->end;
		if (t->whole)
			put_declared(t, at, dash);
		for (; n < SAVED_MOST && at < dash; at++)
			t->comment[n++] = *at;
		t->in->at = dash;
	}
	t->in->at += end;
	token->text = t->whole ? buf_str(&t->declared)
	    : (struct str){t->comment, n};
	return TOKEN_COMMENT;
}

/* "<!…": a comment, the start of foreign text, or nothing to show. */
static int
declaration(struct tokenizer *t, struct token *token)
{
	if (peek_is(t->in, 0, "<!--"))
		return comment(t, token);
	if (t->foreign && source_has(t->in, 9) &&
	    memcmp(t->in->at, "<![CDATA[", 9) == 0) {
		t->in->at += 9;
		t->cdata = true;
		return NOTHING;
	}
	t->in->at += 2;
	return declared(t, token);
}

/* One piece of a CDATA section, or its end. */
static int
cdata(struct tokenizer *t, struct token *token)
{
	if (!peek_is(t->in, 0, "]]>"))
		return literal(t, token, false);
	t->in->at += 3;
	t->cdata = false;
	return NOTHING;
}

/* ---- tags ---- */

/* What is behind "<" or "</". */
static int
tag(struct tokenizer *t, struct token *token, enum token_kind kind)
{
	enum tag_end end;

	if (t->whole)
		name_read_whole(t->in, &token->name);
	else
		name_read(t->in, &token->name, -1);
	end = attributes_read(&token->attributes, t->in);
	if (end == END_CUT)
		return NOTHING;
	token->self_closing = end == END_CLOSED;
	token->tag = tag_find(token->name.s, token->name.n);
	return kind;
}

static int
end_tag(struct tokenizer *t, struct token *token)
{
	int kind;

	t->in->at += 2;
	kind = tag(t, token, TOKEN_END);
	attributes_clear(&token->attributes);
	return kind;
}

static int
markup(struct tokenizer *t, struct token *token)
{
	int c = peek_at(t->in, 1);

	if (ascii_is_letter(c)) {
		t->in->at++;
		return tag(t, token, TOKEN_START);
	}
	if (c == '!')
		return declaration(t, token);
	if (c == '/' && ascii_is_letter(peek_at(t->in, 2)))
		return end_tag(t, token);
	if (c == '?' || (c == '/' && peek_at(t->in, 2) != -1)) {
		t->in->at += c == '?' ? 1 : 2;
		if (c == '/' && peek(t->in) == '>') { /* "</>" */
			t->in->at++;
			return NOTHING;
		}
		return declared(t, token);
	}
	return one_byte(t, token);
}

enum token_kind
tokenizer_next(struct tokenizer *t, struct token *token)
{
	int kind = NOTHING;

	while (kind == NOTHING) {
		if (peek(t->in) == -1)
			return TOKEN_EOF;
		if (t->raw != NULL)
			kind = raw(t, token);
		else if (t->cdata)
			kind = cdata(t, token);
		else if (*t->in->at == '<')
			kind = markup(t, token);
		else
			kind = text(t, token);
	}
	return (enum token_kind)kind;
}

void
tokenizer_free(struct tokenizer *t)
{
	buf_free(&t->declared);
}
