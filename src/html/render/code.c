/* SPDX-License-Identifier: MIT */
/*
 * Code in Markdown: spans, fenced blocks, and the language that a class names.
 */
#include "html/render/render.h"

#include <string.h>

#include "html/token/lookahead.h"

enum {
	CODE_MOST = 256 * 1024, /* bytes of code that are held */
	LONG_FENCE = 64         /* backticks around more than that */
};

/* ---- blocks and spans ---- */

static void
put_fence(struct render *c)
{
	size_t ticks = markdown_ticks(buf_str(&c->code)) + 1;
	struct buf fence = {0};

	if (c->fence == 0)
		c->fence = ticks > 3 ? ticks : 3;
	memset(buf_room(&fence, c->fence), '`', c->fence);
	fence.n = c->fence;
	lines_put(c->lines, buf_str(&fence));
	buf_free(&fence);
}

static void
open_block(struct render *c)
{
	render_settle(c);
	put_fence(c);
	lines_put(c->lines, buf_str(&c->language));
	lines_break(c->lines, 1);
	render_verbatim(c, buf_str(&c->code));
	c->code.n = 0;
}

/* No end in sight: a fence longer than what code has, as far as it is known. */
static void
put_long_fence(struct render *c)
{
	size_t ticks = markdown_ticks(buf_str(&c->code)) + 1;

	c->fence = ticks > LONG_FENCE ? ticks : LONG_FENCE;
	open_block(c);
}

static void
close_block(struct render *c)
{
	if (c->fence == 0 && c->code.n > 0)
		open_block(c);
	if (c->fence > 0) {
		lines_break(c->lines, 1);
		put_fence(c);
	}
	c->fence = 0;
}

/* The line ends that a block's edge asks for, and the text does not have. */
static void
settle_line(struct render *c, char next)
{
	if (c->code_line && next != '\n' && c->code.n > 0 &&
	    c->code.s[c->code.n - 1] != '\n')
		buf_putc(&c->code, '\n');
	c->code_line = false;
}

/* A block begins or ends in code: a new line. */
void
code_break(struct render *c)
{
	if (c->fence > 0)
		lines_break(c->lines, 1);
	else
		c->code_line = c->code.n > 0;
}

/* More code; what is too long to hold is written without knowing its end. */
void
code_add(struct render *c, struct str text)
{
	if (c->fence > 0) {
		render_verbatim(c, text);
		return;
	}
	if (c->code_waits && text.s[0] == ' ')
		code_settle(c);
	if (c->code.n == 0 && text.s[0] == ' ' && (c->coding == CODE_SPAN ||
	        render_top(c)->tag->id == TAG_TEXTAREA)) {
		/* The blank between the line and what stands in it. */
		lines_space(c->lines);
		text = (struct str){text.s + 1, text.n - 1};
	}
	if (text.n == 0)
		return;
	c->code_waits = false;
	settle_line(c, text.s[0]);
	buf_put(&c->code, text.s, text.n);
	if (c->code.n <= CODE_MOST)
		return;
	if (c->coding == CODE_BLOCK && !lines_flat(c->lines)) {
		put_long_fence(c);
	} else {
		c->coding = CODE_NONE;
		render_put(c, buf_str(&c->code));
		c->code.n = 0;
	}
}

static struct str
without_ends(struct str t)
{
	while (t.n > 0 && t.s[0] == '\n') {
		t.s++;
		t.n--;
	}
	while (t.n > 0 && t.s[t.n - 1] == '\n')
		t.n--;
	return t;
}

static void
put_span(struct render *c, struct str text)
{
	if (text.n == 0)
		return;
	render_settle(c);
	marks_show(&c->marks, c->lines, '`', '`');
	markdown_code(c->lines, text, c->in_cell || c->rows > 0);
	c->last = '`';
}

/* Each line a span of its own, where no fence can be. */
static void
put_spans(struct render *c, struct str t)
{
	while (t.n > 0) {
		const char *end = memchr(t.s, '\n', t.n);
		size_t n = end != NULL ? (size_t)(end - t.s) : t.n;

		put_span(c, (struct str){t.s, n});
		n += end != NULL;
		t = (struct str){t.s + n, t.n - n};
		if (t.n == 0)
			continue;
		if (lines_flat(c->lines) && !c->header)
			lines_join(c->lines, JOINT_LINE);
		else if (c->heading || lines_flat(c->lines))
			lines_space(c->lines);
		else
			c->brs++;
	}
}

static void
close_span(struct render *c)
{
	struct buf code = c->code;
	struct str text = without_ends(buf_str(&code));
	bool lines = text.n > 0 && memchr(text.s, '\n', text.n) != NULL;

	c->code = (struct buf){0};
	if (lines && !lines_open(c->lines) && !lines_flat(c->lines) &&
	    !c->heading && c->links == 0) {
		c->code = code;
		close_block(c);
		render_break(c, 2);
		return;
	}
	put_spans(c, text);
	code.n = 0;
	c->code = code;
}

void
code_settle(struct render *c)
{
	if (c->code_waits)
		code_flush(c);
}

void
code_flush(struct render *c)
{
	c->code_line = c->code_waits = false;
	close_span(c);
}

/* A span waits for one that touches it: the two are one. */
void
code_close(struct render *c)
{
	c->code_line = false;
	if (c->coding == CODE_BLOCK && !lines_flat(c->lines))
		close_block(c);
	else if (c->coding == CODE_SPAN && c->code.n > 0 &&
	    memchr(c->code.s, '\n', c->code.n) == NULL)
		c->code_waits = true;
	else
		close_span(c);
	c->coding = CODE_NONE;
	c->language.n = 0;
}

/* ---- the language ---- */

static bool
is_name(char c)
{
	return ascii_is_letter(c) || (c >= '0' && c <= '9') ||
	    (c != '\0' && strchr("+-#_.", c) != NULL);
}

/* A name that says that there is no language, or nothing of one. */
static bool
is_none(struct str name)
{
	static const char *const names[] = {"none", "text", "plaintext",
	    "plain", "default", "txt", "nohighlight", "no-highlight",
	    "numberLines", "numberSource", "copyable", "hljs", "sourceCode"};

	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if (str_eq(name, str_of(names[i])))
			return true;
	return name.n == 0 || name.n > 32;
}

/* The shorter name, where both are common. */
static struct str
short_name(struct str name)
{
	if (str_eq(name, STR("javascript")))
		return STR("js");
	return str_eq(name, STR("shell")) ? STR("sh") : name;
}

static struct str
name_at(const char *s)
{
	size_t n = 0;

	while (is_name(s[n]))
		n++;
	return (struct str){s, n};
}

/* What follows a prefix of a word in a class; NULL: no word has it. */
static const char *
behind(const char *class, const char *prefix)
{
	size_t n = strlen(prefix);

	for (const char *at = class; (at = strstr(at, prefix)) != NULL; at += n)
		if (at == class || strchr(" \t\n", at[-1]) != NULL)
			return at + n;
	return NULL;
}

/*
 * The language that a class says: language-x and lang-x (HTML 4.5.15, Prism,
 * Rouge), highlight-source-x (GitHub), highlight-x (Sphinx), brush: x
 * (SyntaxHighlighter), hljs x, sourceCode x (pandoc).
 */
static struct str
language_of(const char *class)
{
	static const char *const prefixes[] = {"language-", "lang-",
	    "highlight-source-", "highlight-text-", "highlight-", "brush:",
	    "hljs ", "sourceCode "};

	for (size_t i = 0; i < sizeof prefixes / sizeof *prefixes; i++) {
		const char *s = behind(class, prefixes[i]);
		struct str name;

		if (s == NULL)
			continue;
		name = name_at(s + strspn(s, " "));
		if (!is_none(name))
			return short_name(name);
	}
	return (struct str){0};
}

static struct str
language_said(const struct element *e)
{
	const char *class = element_get(e, "class");
	const char *said = element_get(e, "data-language");
	struct str name = {0};

	if (class != NULL)
		name = language_of(class);
	if (said == NULL)
		said = element_get(e, "data-lang");
	if (name.n == 0 && said != NULL && !is_none(name_at(said)))
		name = short_name(name_at(said));
	return name;
}

/* A box around code may say its language. */
void
code_enter_wrapper(struct render *c, const struct element *e)
{
	struct str name;

	if (!c->options->markdown || e->attributes == NULL)
		return;
	name = language_said(e);
	if (name.n == 0)
		return;
	c->wrapper.n = 0;
	buf_put(&c->wrapper, name.s, name.n);
	c->wrapper_depth = c->frames.n;
}

/* Of pre, of the code in it, or of a box around them. */
static void
take_language(struct render *c, const struct element *e)
{
	struct str name = language_said(e);

	if (c->language.n > 0 || c->code.n > 0)
		return;
	if (name.n == 0 && c->frames.n > c->wrapper_depth &&
	    e->tag->id == TAG_PRE)
		name = buf_str(&c->wrapper);
	buf_put(&c->language, name.s, name.n);
}

/* ---- the elements ---- */

void
code_enter(struct render *c, const struct element *e)
{
	if (!c->options->markdown)
		return;
	take_language(c, e);
	if (c->coding != CODE_NONE)
		return;
	c->coding = c->pre > 0 ? CODE_BLOCK : CODE_SPAN;
	if (!c->code_waits)
		c->code.n = 0;
	c->code_line = false;
	render_top(c)->holds = true;
}

void
code_enter_pre(struct render *c, const struct element *e)
{
	c->pre++;
	if (c->coding == CODE_SPAN) { /* a block in it: the span ends */
		code_flush(c);
		c->coding = CODE_NONE;
		render_break(c, 2);
	}
	code_enter(c, e);
}

void
code_leave_pre(struct render *c)
{
	c->pre--;
}
