/* SPDX-License-Identifier: MIT */
/*
 * boilerstrip: a page without what is around its content.
 */
#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "program/filter.h"
#include "html/encoding/pagecharset.h"
#include "html/extract/cleanpage.h"
#include "html/extract/content.h"
#include "html/show/explain.h"
#include "html/page/page.h"
#include "html/render/paint.h"
#include "html/show/show.h"
#include "text/extract/textcontent.h"
#include "text/unicode/utf.h"

enum { PRECISE = -80, GENEROUS = 80 }; /* hundredths of a logit */
enum { LOOK_FOR_TAGS = 4096 };         /* bytes */

struct options {
	struct content_options story;
	struct cleanpage_options clean;
	struct paint_options paint;
	struct links links;
	enum { GUESS, HTML, TEXT } type;
	bool table, names; /* -x; with the names of files */
	bool render;       /* what html2text makes of the page */
	bool text;         /* as text */
	unsigned leans;    /* 1: -p was given, 2: -r, 3: both */
	bool show;         /* the page with its blocks marked */
};

/* A space, or a byte of U+FEFF, which some write in front. */
static bool
is_before(char c)
{
	return c != '\0' && strchr(" \t\r\n\f\xEF\xBB\xBF", c) != NULL;
}

/* Whether a tag begins at `s`, which is a "<". */
static bool
tag_begins(const char *s, const char *end)
{
	s += end - s > 1 && s[1] == '/' ? 2 : 1;
	return s < end && (*s == '!' || *s == '?' ||
	    ((*s | 0x20) >= 'a' && (*s | 0x20) <= 'z'));
}

/* Whether the tag at `s` has a name that HTML knows; `*empty`: of no text. */
static bool
tag_known(const char *s, const char *end, bool *empty)
{
	char name[16] = "";
	size_t n = 0;
	const struct tag *tag;

	for (s += end - s > 1 && s[1] == '/' ? 2 : 1; s < end &&
	    n < sizeof name && (isalnum((unsigned char)*s) || *s == '-'); s++)
		name[n++] = (char)(*s | 0x20);
	tag = tag_find(name, n);
	*empty = tag->flags & IS_VOID;
	return n == 0 || tag->id != TAG_OTHER || memchr(name, '-', n) != NULL;
}

/*
 * Whether it is markup: it begins with a tag, or has three of them in its
 * first lines.  A text may quote a tag, or begin with one of no content that
 * nobody closed, as what stands in for a script does.
 */
static bool
is_html(struct source *in)
{
	const char *s, *end;
	int tags = 0, needed = 3;
	bool empty = false;

	while (in->end - in->at < LOOK_FOR_TAGS && source_more(in))
		continue;
	s = in->at;
	end = in->end - s > LOOK_FOR_TAGS ? s + LOOK_FOR_TAGS : in->end;
	while (s < end && is_before(*s))
		s++;
	if (s < end && *s == '<' && tag_begins(s, end)) {
		tag_known(s, end, &empty);
		if (!empty)
			return true;
		needed = 2;
	}
	while ((s = memchr(s, '<', (size_t)(end - s))) != NULL) {
		if (tag_begins(s, end) && tag_known(s, end, &empty) &&
		    ++tags == needed)
			return true;
		s++;
	}
	return false;
}

static bool
keeps_any(const struct page *p, const struct content_verdict *v)
{
	for (size_t i = 0; i < p->n_blocks; i++)
		if (v[i].keep)
			return true;
	return false;
}

/* The clean page, or what html2text makes of it. */
static void
put_page(struct document *d, const struct page *page,
    const struct content_verdict *v, const struct options *o)
{
	struct paint_options how = o->paint;
	struct sink clean = {0};
	struct source again;
	struct buf url = {0};

	if (!o->render) {
		cleanpage_put(d->out, page, v, &o->clean);
		return;
	}
	cleanpage_put(&clean, page, v, &o->clean);
	again = source_over(buf_str(&clean.buf));
	if (document_member(d, "url", &url))
		how.base = buf_str(&url);
	paint(&again, d->out, &how);
	buf_free(&clean.buf);
	buf_free(&url);
}

static void
strip_html(struct document *d, const struct options *o)
{
	struct str bytes = o->show ? source_rest(d->in) : (struct str){0};
	struct source held = source_over(bytes);
	struct page page = {0};
	struct content_verdict *v;

	page_read(&page, o->show ? &held : d->in);
	v = content_judge(&page, &o->story, &content_model);
	if (o->show)
		show_put(d->out, bytes, &page, v, d->file);
	else if (o->table)
		explain_put(d->out, &page, v, o->names ? d->file : NULL);
	else if (!o->story.drop_unsure || keeps_any(&page, v))
		put_page(d, &page, v, o);
	free(v);
	page_free(&page);
}

static void
strip_text(struct document *d, const struct options *o)
{
	struct str text = source_rest(d->in);
	const struct textcontent_options wishes = {
		.no_title = o->story.no_title, .byline = o->story.byline,
		.captions = o->story.captions, .comments = o->story.comments,
		.all_headings = o->story.all_headings,
		.drop_unsure = o->story.drop_unsure, .lean = o->story.lean,
	};

	if (o->table)
		textcontent_explain(text, &wishes, &textcontent_model,
		    o->names ? d->file : NULL, d->out);
	else
		textcontent_strip(text, &wishes, &textcontent_model, d->out);
}

/* A text is decoded, too: its controls are no safer on a terminal. */
static void
boilerstrip(struct document *d, void *self)
{
	const struct options *o = self;

	if (d->in->at == d->in->end && !source_more(d->in))
		return;
	if (o->type == HTML || (o->type == GUESS && is_html(d->in)))
		strip_html(d, o);
	else
		strip_text(d, o);
}

enum {
	TITLE = OPTION_OWN, BYLINE, CAPTIONS, COMMENTS, HEADINGS,
	AS_TEXT, IMAGES, KEEP_LINKS, NO_LINKS, SHOW
};

static void
take(void *self, int key, const char *value)
{
	struct options *o = self;

	switch (key) {
	case 'm': o->render = o->paint.markdown = true; break;
	case 'p': o->story.lean = PRECISE; o->leans |= 1; break;
	case 'r': o->story.lean = GENEROUS; o->leans |= 2; break;
	case 't': o->type = option_word(key, value) == 0 ? HTML : TEXT; break;
	case 'u': o->story.drop_unsure = option_word(key, value) == 1; break;
	case 'x': o->table = true; break;
	case HEADINGS: o->story.all_headings = true; break;
	case BYLINE: o->story.byline = true; break;
	case CAPTIONS: o->story.captions = o->clean.alt = true; break;
	case COMMENTS: o->story.comments = true; break;
	case TITLE: o->story.no_title = true; break;
	case AS_TEXT: o->render = o->text = true; break;
	case IMAGES: o->clean.alt = o->paint.images = true; break;
	case KEEP_LINKS: o->paint.links = &o->links; break;
	case SHOW: o->show = true; break;
	case NO_LINKS: o->clean.no_links = true; break;
	}
}

static void
ready(void *self, char **operands)
{
	struct options *o = self;

	if (o->show + o->table + o->paint.markdown + o->text > 1)
		misuse("-m, -x, --show and --text: give one of them");
	if (o->paint.links != NULL && (!o->text || o->clean.no_links))
		misuse("--keep-links: only with --text, and not with "
		    "--no-links");
	if (o->leans == 3)
		misuse("-p and -r: give one of them");
	o->names = operands[0] != NULL && operands[1] != NULL;
	o->links = links_open();
}

static const struct option_row options[] = {
	{'m', "markdown", NULL, "write Markdown, as html2text -m does"},
	{'p', "precision", NULL, "keep less: what is surely content"},
	{'r', "recall", NULL, "keep more: what may be content"},
	{'t', "type", "html|text", "read the input as this"},
	{'u', "unsure", "keep|drop", "a page without clear main content (keep)"},
	{'x', "explain", NULL, "each block: verdict, score, reason, unit, tag, text"},
	{HEADINGS, "all-headings", NULL, "also headings that nothing follows"},
	{BYLINE, "byline", NULL, "lines that name author and date"},
	{CAPTIONS, "captions", NULL, "captions of pictures"},
	{COMMENTS, "comments", NULL, "readers' comments"},
	{IMAGES, "images", NULL, "alternative texts of images"},
	{KEEP_LINKS, "keep-links", NULL, "with --text: number the links"},
	{NO_LINKS, "no-links", NULL, "the text of links without addresses"},
	{TITLE, "no-title", NULL, "leave out the headline"},
	{SHOW, "show", NULL, "the page with its blocks marked, for a browser"},
	{AS_TEXT, "text", NULL, "write text, as html2text does"},
	{0},
};

int
main(int argc, char *argv[])
{
	const char *const versions[] = {content_version, textcontent_version,
	    utf_version(), NULL};
	const struct filter filter = {
		.name = "boilerstrip",
		.purpose = "Keep the main content of a page or a text.",
		.options = options, .result = RESULT_TEXT,
		.input = FILTER_PAGE, .decoder = &page_decoder,
		.versions = versions,
		.option = take, .ready = ready, .run = boilerstrip,
	};
	struct options o = {0};
	int status = filter_main(&filter, &o, argc, argv);

	links_free(&o.links);
	return status;
}
