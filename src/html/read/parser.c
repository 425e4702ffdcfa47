/* SPDX-License-Identifier: MIT */
#include "html/read/parser.h"

#include <string.h>

#include "html/read/openelements.h"
#include "html/token/tokenizer.h"

/* Where events go: to the reader, or into a buffer to wait. */
struct output {
	const struct parser_reader *reader;
	void *ctx;
	struct buf waiting; /* events of noscript */
	size_t text;        /* in `waiting`: where the open text is; 0: none */
	bool waits;
};

struct parser {
	const struct parser_options *options;
	struct output *out;
	struct tokenizer tokens;
	struct token token;
	struct openelements open;
	size_t outer; /* base of `open` outside noscript */
	int level;    /* depth in iframes */
	bool addressed, skip_line_end;
	bool raw, raw_reported; /* in raw text; and its element is reported */
};

/* ---- what is reported ---- */

static void
close_text(struct output *o)
{
	if (o->text > 0)
		event_close_text(&o->waiting, o->text);
	o->text = 0;
}

static void
report_start(struct output *o, const struct tag *tag, int count,
    struct str strings)
{
	const char *of[EVENT_STRINGS + 1];
	const char *s = strings.s;

	if (o->waits) {
		close_text(o);
		event_put_start(&o->waiting, tag, count, strings);
		return;
	}
	for (int i = 0; i < count; i++) {
		of[i] = s;
		s += strlen(s) + 1;
	}
	of[count] = NULL;
	o->reader->start(o->ctx, &(struct element){tag, count > 0 ? of : NULL});
}

static void
report_end(struct output *o, const struct tag *tag)
{
	if (o->waits) {
		close_text(o);
		event_put_end(&o->waiting, tag);
	} else {
		o->reader->end(o->ctx, tag);
	}
}

static void
report_ended(struct output *o, const struct tag *tag)
{
	if (o->waits) {
		close_text(o);
		event_put_ended(&o->waiting, tag);
	} else {
		o->reader->ended(o->ctx, tag);
	}
}

static void
report_waiting(struct output *o)
{
	const char *at = o->waiting.s, *end = at + o->waiting.n;
	struct event event;
	struct element e;

	while (at < end) {
		at = event_take(at, &event);
		switch (event.kind) {
		case EVENT_START:
			e = event_element(&event);
			o->reader->start(o->ctx, &e);
			break;
		case EVENT_END:
			o->reader->end(o->ctx, event.tag);
			break;
		case EVENT_ENDED:
			o->reader->ended(o->ctx, event.tag);
			break;
		case EVENT_TEXT:
			o->reader->text(o->ctx, event.text);
		}
	}
	o->waiting.n = 0;
}

/* ---- elements ---- */

static void
start(struct parser *p, const struct tag *tag, const char *name)
{
	const struct attributes *a = &p->token.attributes;

	report_start(p->out, tag, a->count, buf_str(&a->strings));
	if (tag->flags & IS_VOID)
		report_end(p->out, tag);
	else
		openelements_push(&p->open, tag, name);
}

/* An element that the page does not write; the attributes are another's. */
static void
start_implied(struct parser *p, const struct tag *tag)
{
	report_start(p->out, tag, 0, STR(""));
	openelements_push(&p->open, tag, tag->name);
}

/* End the innermost elements, and then those that had ended already. */
static void
end_elements(struct parser *p, int n)
{
	for (; n > 0 || openelements_top_ended(&p->open); n--) {
		report_end(p->out, openelements_top(&p->open));
		openelements_pop(&p->open);
	}
}

static void
end_all(struct parser *p)
{
	end_elements(p, (int)openelements_depth(&p->open));
}

static void
end(struct parser *p, const struct tag *tag, const char *name)
{
	int n = openelements_end(&p->open, tag, name);

	if (n == OPENELEMENTS_ENDED)
		report_ended(p->out, tag);
	else
		end_elements(p, n);
}

/* What the page says of itself: <meta name content>. */
static void
report_meta(struct parser *p, const char *name, struct str content)
{
	struct attributes *a = &p->token.attributes;

	attributes_clear(a);
	attributes_put(a, "name", str_of(name));
	attributes_put(a, "content", content);
	start(p, tag_of(TAG_META), "meta");
}

/*
 * Past PARSER_DEPTH an element leaves only the line break of its box.  One
 * that is not shown stays an element for as long again, to stay hidden.
 */
static bool
flattened(struct parser *p, const struct tag *tag)
{
	size_t depth = openelements_depth(&p->open);

	if (depth < PARSER_DEPTH || tag->flags & IS_VOID ||
	    (tag->box == BOX_NONE && depth < 2 * PARSER_DEPTH))
		return false;
	if (tag->box != BOX_INLINE) {
		start_implied(p, tag);
		end_elements(p, 1);
	}
	return true;
}

/* ---- noscript ---- */

/* From here on events wait; the elements that are open are out of reach. */
static void
begin_noscript(struct parser *p)
{
	openelements_push(&p->open, tag_of(TAG_NOSCRIPT), "noscript");
	p->outer = p->open.base;
	p->open.base = openelements_depth(&p->open);
	p->out->waits = true;
}

static void
end_noscript(struct parser *p)
{
	end_elements(p, (int)(openelements_depth(&p->open) - p->open.base));
	openelements_pop(&p->open);
	p->open.base = p->outer;
	close_text(p->out);
	p->out->waits = false;
}

/*
 * What waited is reported, as an element; if the page goes on in it, it stays
 * open.
 */
static void
show_noscript(struct parser *p)
{
	struct output *o = p->out;
	bool within = o->waits;

	close_text(o);
	o->waits = false;
	if (o->waiting.n == 0)
		return;
	report_start(o, tag_of(TAG_NOSCRIPT), 0, STR(""));
	report_waiting(o);
	if (within)
		p->open.base = p->outer;
	else
		report_end(o, tag_of(TAG_NOSCRIPT));
}

/* ---- text ---- */

/* One piece of a text that waits; no more than may wait. */
static void
wait_text(struct parser *p, struct str text)
{
	struct output *o = p->out;
	size_t room, n;

	if (o->text == 0)
		o->text = event_open_text(&o->waiting);
	room = o->waiting.n < PARSER_NOSCRIPT
	    ? PARSER_NOSCRIPT - o->waiting.n : 0;
	n = text.n < room || p->level > 0 ? text.n : room;
	buf_put(&o->waiting, text.s, n);
	if (n == text.n)
		return;
	show_noscript(p);
	o->reader->text(o->ctx, (struct str){text.s + n, text.n - n});
}

static void
text(struct parser *p, struct str text)
{
	if (p->skip_line_end && text.s[0] == '\n') {
		text.s++;
		text.n--;
	}
	if (text.n == 0)
		return;
	if (p->out->waits)
		wait_text(p, text);
	else
		p->out->reader->text(p->out->ctx, text);
}

/* ---- start tags ---- */

static void step(struct parser *, enum token_kind);

static void
read_tokens(struct parser *p)
{
	enum token_kind kind;

	while ((kind = tokenizer_next(&p->tokens, &p->token)) != TOKEN_EOF) {
		step(p, kind);
		if (p->out->waiting.n >= PARSER_NOSCRIPT && p->level == 0)
			show_noscript(p);
	}
}

static void
release(struct parser *p)
{
	attributes_free(&p->token.attributes);
	openelements_free(&p->open);
}

/* An iframe's own document, as a block of this one. */
static void
embedded(struct parser *p)
{
	struct source page = source_over(buf_str(&p->token.attributes.srcdoc));
	struct parser inner = {.options = p->options, .out = p->out,
	    .tokens = {.in = &page}, .level = p->level + 1};

	start(p, tag_of(TAG_DIV), "div");
	read_tokens(&inner);
	end_all(&inner);
	end_elements(p, 1);
	release(&inner);
}

/* Whether a script's own words say that it is data of the page. */
static bool
is_json(const struct token *token)
{
	const char *type = attributes_get(&token->attributes, "type");

	return type != NULL && strstr(type, "ld+json") != NULL;
}

/* The source of a formula, which MathJax reads. */
static bool
is_tex(const struct token *token)
{
	const char *type = attributes_get(&token->attributes, "type");

	return type != NULL && strncmp(type, "math/tex", 8) == 0;
}

/* What an element of raw text is reported as. */
static const struct tag *
raw_tag(const struct tag *tag)
{
	switch (tag->id) {
	case TAG_SCRIPT: case TAG_STYLE:
		return tag_of(TAG_RAWTEXT);
	case TAG_XMP: case TAG_PLAINTEXT:
		return tag_of(TAG_PRE);
	case TAG_NOEMBED: case TAG_NOFRAMES: /* fallback text, as iframe's is */
		return tag_of(TAG_IFRAME);
	default:
		return tag;
	}
}

/* The start tag of an element whose content is text. */
static void
start_raw(struct parser *p, const struct tag *tag)
{
	const struct tag *as = raw_tag(tag);

	p->raw_reported = as->id != TAG_RAWTEXT || p->options->scripts ||
	    (p->options->json && is_json(&p->token)) ||
	    (tag->id == TAG_SCRIPT && is_tex(&p->token));
	p->raw = true;
	tokenizer_raw(&p->tokens, tag, p->raw_reported);
	if (p->raw_reported)
		start(p, as, as->name);
}

/* html, head, body are not reported; the language that html says is. */
static void
start_top(struct parser *p, const struct tag *tag)
{
	const char *lang = attributes_get(&p->token.attributes, "lang");
	struct buf copy = {0};

	if (tag->id != TAG_HTML || lang == NULL || lang[0] == '\0')
		return;
	buf_puts(&copy, lang);
	report_meta(p, "winnow-lang", buf_str(&copy));
	buf_free(&copy);
}

/* What the start of an element closes before it. */
static void
close_for(struct parser *p, const struct tag *tag)
{
	end_elements(p, openelements_start(&p->open, tag));
	if (tag->id == TAG_A) /* there is no link in a link */
		end(p, tag, tag->name);
	if (openelements_wants_row(&p->open, tag))
		start_implied(p, tag_of(TAG_TR));
}

static void
start_html(struct parser *p, const struct tag *tag, const char *name)
{
	if (tag->flags & IS_TOP) {
		start_top(p, tag);
		return;
	}
	if (tag->id == TAG_NOSCRIPT && !p->options->scripts && p->level == 0 &&
	    !p->out->waits) {
		begin_noscript(p);
		return;
	}
	close_for(p, tag);
	if (tag->id == TAG_IFRAME && p->token.attributes.srcdoc.n > 0 &&
	    p->level < 2)
		embedded(p);
	if (tag->flags & (IS_RAW | IS_RCDATA))
		start_raw(p, tag);
	else if (!flattened(p, tag))
		start(p, tag, name);
	/* A line feed right after these is not text (13.2.6.4.7). */
	p->skip_line_end = tag->id == TAG_PRE || tag->id == TAG_LISTING ||
	    tag->id == TAG_TEXTAREA;
}

/* Elements that say something, in a formula, though nothing is in them. */
static bool
is_mathml(const struct tag *tag)
{
	return tag->id == TAG_NONE || tag->id == TAG_MPRESCRIPTS ||
	    tag->id == TAG_MROW || tag->id == TAG_MSPACE ||
	    tag->id == TAG_MI || tag->id == TAG_MO || tag->id == TAG_MTD;
}

static void
start_foreign(struct parser *p, const struct tag *tag, const char *name)
{
	bool closing = p->token.self_closing;

	if ((closing && !is_mathml(tag)) || flattened(p, tag))
		return;
	start(p, tag, name);
	if (closing)
		end_elements(p, 1);
}

static void
on_start(struct parser *p)
{
	const struct tag *tag = p->token.tag;
	const char *name = p->token.name.s;
	int n;

	if (openelements_foreign(&p->open)) {
		if ((n = openelements_break_out(&p->open, tag)) == 0) {
			start_foreign(p, tag, name);
			return;
		}
		end_elements(p, n);
	} else if ((tag->id == TAG_SVG || tag->id == TAG_MATH) &&
	    p->token.self_closing) {
		return;
	}
	if (tag->id == TAG_OTHER && strcmp(name, "image") == 0)
		tag = tag_of(TAG_IMG);
	start_html(p, tag, name);
}

/* ---- end tags ---- */

static void
on_end(struct parser *p)
{
	const struct tag *tag = p->token.tag;

	if (p->raw) {
		end_elements(p, p->raw_reported);
		p->raw = false;
	} else if (tag->id == TAG_NOSCRIPT && p->out->waits) {
		end_noscript(p);
	} else if (tag->id == TAG_BR) {
		start(p, tag, "br");
	} else if (tag->id == TAG_P && openelements_end(&p->open, tag, "p") == 0) {
		start(p, tag, "p");
		end_elements(p, 1);
	} else if (!(tag->flags & (IS_TOP | IS_VOID))) {
		end(p, tag, p->token.name.s);
	}
}

/* ---- the whole ---- */

static void
on_comment(struct parser *p)
{
	struct str said = p->token.text, url = saved_from(said);

	if (said.n == SAVED_MOST && url.n > 0 &&
	    url.s + url.n == said.s + said.n)
		url.n = 0; /* cut, and in the midst of a character, perhaps */
	if (!p->addressed && url.n > 0) {
		p->addressed = true;
		report_meta(p, "winnow-url", url);
	}
}

static void
step(struct parser *p, enum token_kind kind)
{
	switch (kind) {
	case TOKEN_TEXT:
		text(p, p->token.text);
		p->skip_line_end = false;
		break;
	case TOKEN_START:
		p->skip_line_end = false;
		on_start(p);
		p->tokens.foreign = openelements_foreign(&p->open);
		break;
	case TOKEN_END:
		p->skip_line_end = false;
		on_end(p);
		p->tokens.foreign = openelements_foreign(&p->open);
		break;
	default:
		on_comment(p);
	}
}

void
parser_read(struct source *page, const struct parser_options *options,
    const struct parser_reader *reader, void *ctx)
{
	struct output out = {.reader = reader, .ctx = ctx};
	struct parser p = {.options = options, .out = &out,
	    .tokens = {.in = page}};

	read_tokens(&p);
	if (out.waits)
		end_noscript(&p);
	end_all(&p);
	show_noscript(&p);
	release(&p);
	buf_free(&out.waiting);
}
