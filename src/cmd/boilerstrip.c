/* SPDX-License-Identifier: MIT */
/*
 * boilerstrip: a page without what is around its content.
 */
#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/app.h"
#include "base/io.h"
#include "html/encoding/pagecharset.h"
#include "html/extract/cleanpage.h"
#include "html/extract/content.h"
#include "html/extract/page.h"
#include "text/extract/textcontent.h"
#include "text/unicode/utf.h"

enum { PRECISE = -80, GENEROUS = 80 }; /* hundredths of a logit */
enum { LOOK_FOR_TAGS = 4096 };         /* bytes */

struct options {
	struct content_options story;
	const char *encoding;
	enum { GUESS, HTML, TEXT } type;
	bool table;
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

/* -x: a line for each block. */
static void
put_table(struct sink *out, const struct page *p,
    const struct content_verdict *v)
{
	for (size_t i = 0; i < p->n_blocks; i++) {
		struct str t = page_text(p, &p->blocks[i]);
		char line[128];

		snprintf(line, sizeof line, "%s\t%d\t%s\t%s\t",
		    v[i].keep ? "keep" : "drop", v[i].score,
		    content_reason(v[i].reason),
		    tag_of((enum tag_id)p->nodes[p->blocks[i].node].tag)->name);
		sink_puts(out, line);
		for (size_t k = 0; k < t.n; k++)
			sink_putc(out, (unsigned char)t.s[k] < ' ' ? ' ' : t.s[k]);
		sink_putc(out, '\n');
	}
}

static bool
keeps_any(const struct page *p, const struct content_verdict *v)
{
	for (size_t i = 0; i < p->n_blocks; i++)
		if (v[i].keep)
			return true;
	return false;
}

static void
strip_html(struct source *in, struct sink *out, const struct options *o)
{
	struct page page = {0};
	struct content_verdict *v;

	page_read(&page, in);
	v = content_judge(&page, &o->story, &content_model);
	if (o->table)
		put_table(out, &page, v);
	else if (!o->story.drop_unsure || keeps_any(&page, v))
		cleanpage_put(out, &page, v, o->story.captions);
	free(v);
	page_free(&page);
}

static void
strip_text(struct str text, struct sink *out, const struct options *o)
{
	const struct textcontent_options wishes = {
		.no_title = o->story.no_title, .byline = o->story.byline,
		.captions = o->story.captions, .comments = o->story.comments,
		.all_headings = o->story.all_headings,
		.drop_unsure = o->story.drop_unsure, .lean = o->story.lean,
	};

	if (o->table)
		textcontent_explain(text, &wishes, &textcontent_model, out);
	else
		textcontent_strip(text, &wishes, &textcontent_model, out);
}

/* A text is decoded, too: its controls are no safer on a terminal. */
static void
boilerstrip(struct source *in, struct sink *out, void *ctx)
{
	const struct options *o = ctx;
	struct decode d;

	if (in->at == in->end && !source_more(in))
		return;
	decode_page_open(&d, in, o->encoding);
	if (o->type == HTML || (o->type == GUESS && is_html(&d.source)))
		strip_html(&d.source, out, o);
	else
		strip_text(source_rest(&d.source), out, o);
	decode_close(&d);
}

enum { KEY_TITLE = 256, KEY_BYLINE, KEY_CAPTIONS, KEY_COMMENTS, KEY_HEADINGS };

static const struct app_option options[] = {
	{'e', "encoding", "name", "of a page, whatever it says of itself"},
	{'p', "precision", NULL, "keep less: what is surely content"},
	{'r', "recall", NULL, "keep more: what may be content"},
	{'t', "type", "html|text", "what the input is, instead of looking"},
	{'u', "unsure", "keep|drop", "a page in which no content stands out"},
	{'x', "explain", NULL, "each block: verdict, score, reason, tag, text"},
	{KEY_HEADINGS, "all-headings", NULL, "headings, too, that nothing follows"},
	{KEY_BYLINE, "byline", NULL, "who wrote it, and when"},
	{KEY_CAPTIONS, "captions", NULL, "captions of pictures"},
	{KEY_COMMENTS, "comments", NULL, "readers' comments"},
	{KEY_TITLE, "no-title", NULL, "leave out the headline"},
	{0},
};

static const char *libraries[2];

static const struct app app = {
	.name = "boilerstrip",
	.purpose = "Keep the main content of a page or a text.",
	.options = options, .libraries = libraries,
};

int
main(int argc, char *argv[])
{
	struct options o = {0};
	int c;

	libraries[0] = utf_version();
	io_start(&app);
	while ((c = app_option(argc, argv)) != -1)
		switch (c) {
		case 'e': o.encoding = optarg; break;
		case 'p': o.story.lean = PRECISE; break;
		case 'r': o.story.lean = GENEROUS; break;
		case 't':
			o.type = strcmp(optarg, "html") == 0 ? HTML : TEXT;
			if (o.type == TEXT && strcmp(optarg, "text") != 0)
				app_misuse("-t %s: give html or text", optarg);
			break;
		case 'u':
			o.story.drop_unsure = strcmp(optarg, "drop") == 0;
			if (!o.story.drop_unsure && strcmp(optarg, "keep") != 0)
				app_misuse("-u %s: give keep or drop", optarg);
			break;
		case 'x': o.table = true; break;
		case KEY_HEADINGS: o.story.all_headings = true; break;
		case KEY_BYLINE: o.story.byline = true; break;
		case KEY_CAPTIONS: o.story.captions = true; break;
		case KEY_COMMENTS: o.story.comments = true; break;
		case KEY_TITLE: o.story.no_title = true; break;
		}
	if (o.encoding != NULL && charset_find(str_of(o.encoding)) == NULL)
		app_misuse("-e %s: no such encoding", o.encoding);
	return io_run(argv + optind, boilerstrip, &o);
}
