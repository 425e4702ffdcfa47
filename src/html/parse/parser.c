/* SPDX-License-Identifier: MIT */
#include "html/parse/parser.h"

#include "html/parse/builder.h"
#include "html/token/lookahead.h"

/* ---- the modes of a page and of a template ---- */

/* Elements of a head, which do not begin the body. */
static bool
is_of_head(enum tag_id id)
{
	switch (id) {
	case TAG_BASE: case TAG_BASEFONT: case TAG_BGSOUND: case TAG_HEAD:
	case TAG_HTML: case TAG_LINK: case TAG_META: case TAG_NOFRAMES:
	case TAG_NOSCRIPT: case TAG_SCRIPT: case TAG_STYLE: case TAG_TEMPLATE:
	case TAG_TITLE:
		return true;
	default:
		return false;
	}
}

static enum outcome
start_in_head(struct parser *p, const struct tag *tag)
{
	if (tag->id == TAG_FRAMESET || is_of_head(tag->id))
		return AS_BODY;
	p->page_mode = MODE_BODY;
	return AGAIN;
}

/* The mode that a start tag in a template asks for (13.2.6.4.16). */
static enum insertion_mode
template_mode(enum tag_id id)
{
	switch (id) {
	case TAG_CAPTION: case TAG_COLGROUP: case TAG_TBODY: case TAG_TFOOT:
	case TAG_THEAD:
		return MODE_TABLE;
	case TAG_COL:
		return MODE_COLGROUP;
	case TAG_TR:
		return MODE_TBODY;
	case TAG_TD: case TAG_TH:
		return MODE_ROW;
	default:
		return MODE_BODY;
	}
}

static enum outcome
start_in_template(struct parser *p, const struct tag *tag)
{
	if (is_of_head(tag->id) && tag->id != TAG_HEAD &&
	    tag->id != TAG_NOSCRIPT)
		return AS_BODY;
	openelements_top(&p->open)->mode = template_mode(tag->id);
	return AGAIN;
}

/* In a frameset nothing is shown, but fallback. */
static enum outcome
start_in_frameset(const struct tag *tag)
{
	return tag->id == TAG_NOFRAMES || tag->id == TAG_HTML ? AS_BODY : DONE;
}

static enum outcome
start_in_mode(struct parser *p)
{
	const struct tag *tag = p->token.tag;

	switch (builder_mode(p)) {
	case MODE_HEAD: return start_in_head(p, tag);
	case MODE_PAGE: case MODE_BODY: return AS_BODY;
	case MODE_TEMPLATE: return start_in_template(p, tag);
	case MODE_FRAMESET: return start_in_frameset(tag);
	default: return intable_start(p);
	}
}

static enum outcome
end_in_head(struct parser *p, const struct tag *tag)
{
	if (tag->id != TAG_BODY && tag->id != TAG_HTML && tag->id != TAG_BR)
		return DONE;
	p->page_mode = MODE_BODY;
	return AGAIN;
}

static enum outcome
end_in_mode(struct parser *p)
{
	const struct tag *tag = p->token.tag;

	switch (builder_mode(p)) {
	case MODE_HEAD: return end_in_head(p, tag);
	case MODE_PAGE: case MODE_BODY: return AS_BODY;
	case MODE_TEMPLATE: return tag->id == TAG_TEMPLATE ? AS_BODY : DONE;
	case MODE_FRAMESET: return DONE;
	default: return intable_end(p);
	}
}

/* ---- tags ---- */

/* Whether what the body's rules insert into a table comes before it. */
static bool
is_foster_parented(const struct parser *p)
{
	enum tag_id id = p->token.tag->id;

	if (p->held_table == 0)
		return false;
	switch (builder_mode(p)) {
	case MODE_TABLE: case MODE_TBODY: case MODE_ROW:
		return id != TAG_SCRIPT && id != TAG_STYLE &&
		    id != TAG_TEMPLATE;
	default:
		return false;
	}
}

static void
on_start(struct parser *p)
{
	enum outcome outcome = AGAIN;

	if (foreign_takes(p, TOKEN_START))
		outcome = foreign_start(p);
	while (outcome == AGAIN)
		outcome = start_in_mode(p);
	if (outcome != AS_BODY)
		return;
	p->foster = is_foster_parented(p);
	inbody_start(p);
	p->foster = false;
}

static void
on_end(struct parser *p)
{
	enum outcome outcome = AGAIN;

	if (p->raw) {
		if (p->raw_reported)
			builder_end_to(p, p->open.depth - 1);
		p->raw = false;
		return;
	}
	if (p->token.tag->id == TAG_NOSCRIPT && p->waits) {
		noscript_end(p);
		return;
	}
	if (foreign_takes(p, TOKEN_END))
		outcome = foreign_end(p);
	while (outcome == AGAIN)
		outcome = end_in_mode(p);
	if (outcome != AS_BODY)
		return;
	p->foster = is_foster_parented(p);
	inbody_end(p);
	p->foster = false;
}

/* ---- text ---- */

static void
put_text(struct parser *p, struct str text)
{
	if (text.n == 0)
		return;
	if (p->waits)
		noscript_text(p, text);
	else
		builder_text(p, text);
}

static size_t
leading_space(struct str text)
{
	size_t n = 0;

	while (n < text.n && ascii_is_space(text.s[n]))
		n++;
	return n;
}

/* Whether white space here is the table's own, and opens nothing again. */
static bool
is_between_cells(const struct open_element *top)
{
	switch (top->tag->id) {
	case TAG_TABLE: case TAG_TBODY: case TAG_TEMPLATE: case TAG_TFOOT:
	case TAG_THEAD: case TAG_TR:
		return true;
	default:
		return false;
	}
}

/* The mode for a text that is more than white space; MODE_PAGE: it is none. */
static enum insertion_mode
mode_for_words(struct parser *p)
{
	enum insertion_mode mode = builder_mode(p);

	if (mode == MODE_HEAD) {
		p->page_mode = MODE_BODY;
	} else if (mode == MODE_COLGROUP) {
		if (!openelements_top_is(&p->open, TAG_COLGROUP))
			return MODE_PAGE;
		builder_end_to(p, p->open.depth - 1);
	} else if (mode == MODE_FRAMESET) {
		return MODE_PAGE;
	}
	return MODE_BODY;
}

/* A text where HTML is: white space first, which may be less than a text. */
static void
html_text(struct parser *p, struct str text)
{
	const struct open_element *top = openelements_top(&p->open);
	enum insertion_mode mode = builder_mode(p);
	size_t space = 0;

	if (mode == MODE_HEAD || mode == MODE_COLGROUP ||
	    mode == MODE_FRAMESET || (mode >= MODE_TABLE && mode <= MODE_ROW &&
	        is_between_cells(top))) {
		space = leading_space(text);
		put_text(p, (struct str){text.s, space});
		text.s += space;
		text.n -= space;
		if (text.n == 0 || mode_for_words(p) == MODE_PAGE)
			return;
		p->foster = true;
	}
	builder_reopen(p);
	if (!p->no_frameset)
		p->no_frameset = leading_space(text) < text.n;
	put_text(p, text);
	p->foster = false;
}

static void
on_text(struct parser *p)
{
	struct str text = p->token.text;

	if (p->skip_line_end && text.s[0] == '\n') {
		text.s++;
		text.n--;
	}
	if (p->raw) {
		put_text(p, text);
	} else if (foreign_takes(p, TOKEN_TEXT)) {
		if (leading_space(text) < text.n)
			p->no_frameset = true;
		put_text(p, text);
	} else if (text.n > 0) {
		html_text(p, text);
	}
}

/* ---- the whole ---- */

/* A comment may hold the address that the page was saved from. */
static void
on_comment(struct parser *p)
{
	struct attributes *a = &p->token.attributes;
	struct str said = p->token.text, url = saved_from(said);

	if (said.n == SAVED_MOST && url.n > 0 &&
	    url.s + url.n == said.s + said.n)
		url.n = 0; /* cut, and in the midst of a character, perhaps */
	if (p->addressed || url.n == 0)
		return;
	p->addressed = true;
	attributes_clear(a);
	attributes_put(a, "name", STR("winnow-url"));
	attributes_put(a, "content", url);
	builder_insert(p, tag_of(TAG_META), SPACE_HTML);
}

static void
step(struct parser *p, enum token_kind kind)
{
	const struct open_element *top;

	if (kind == TOKEN_TEXT) {
		on_text(p);
		p->skip_line_end = false;
		return;
	}
	p->skip_line_end = false;
	if (kind == TOKEN_COMMENT) {
		on_comment(p);
		return;
	}
	if (kind == TOKEN_START)
		on_start(p);
	else
		on_end(p);
	top = openelements_top(&p->open);
	p->tokens.foreign = top != NULL && top->space != SPACE_HTML;
	p->tokens.shows_nul = p->tokens.foreign &&
	    foreign_takes(p, TOKEN_TEXT);
}

static void
read_tokens(struct parser *p)
{
	enum token_kind kind;

	while ((kind = tokenizer_next(&p->tokens, &p->token)) != TOKEN_EOF) {
		step(p, kind);
		if (p->report->noscript.events.n >= PARSER_NOSCRIPT &&
		    p->level == 0)
			noscript_report(p);
	}
}

static void
release(struct parser *p)
{
	attributes_free(&p->token.attributes);
	openelements_free(&p->open);
	formatting_free(&p->formatting);
}

/* As a block of the page around it. */
void
parser_embed(struct parser *p)
{
	struct source page = source_over(buf_str(&p->token.attributes.srcdoc));
	struct parser inner = {.options = p->options, .report = p->report,
	    .tokens = {.in = &page}, .page_mode = MODE_HEAD,
	    .level = p->level + 1};
	const struct tag *tag = tag_of(TAG_DIV);
	const struct attributes *a = &p->token.attributes;

	builder_direct(p);
	inner.out = p->report->to;
	report_start(p->report, tag, a->count, buf_str(&a->strings));
	read_tokens(&inner);
	builder_end_to(&inner, 0);
	report_end(p->report, tag);
	release(&inner);
}

void
parser_read(struct source *page, const struct parser_options *options,
    const struct parser_reader *reader, void *ctx)
{
	struct report report = {.reader = reader, .ctx = ctx};
	struct parser p = {.options = options, .report = &report,
	    .tokens = {.in = page}, .page_mode = MODE_HEAD};

	read_tokens(&p);
	if (p.waits)
		noscript_end(&p);
	builder_end_to(&p, 0);
	noscript_report(&p);
	release(&p);
	report_free(&report);
}
