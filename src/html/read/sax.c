/* SPDX-License-Identifier: MIT */
#include "html/read/sax.h"

#include <stdlib.h>
#include <string.h>

#include <libxml/HTMLparser.h>

#include "base/app.h"
#include "base/mem.h"

struct sax {
	struct tokenizer *scrub;
	const struct sax_reader *reader;
	void *ctx;
	struct buf open; /* of const struct tag * */
};

/* Of all that scrub writes only html and body are not what it says. */
static void
on_start(void *data, const xmlChar *name, const xmlChar **attributes)
{
	struct sax *x = data;
	struct event event;
	struct element e = {tag_of(TAG_BODY), NULL};

	(void)attributes; /* none went in */
	if (strcmp((const char *)name, "em") == 0) {
		tokenizer_take(x->scrub, &event);
		e = event_element(&event);
	}
	buf_put(&x->open, (const char *)&e.tag, sizeof e.tag);
	x->reader->start(x->ctx, &e);
}

static void
on_end(void *data, const xmlChar *name)
{
	struct sax *x = data;
	const struct tag *tag;

	(void)name;
	x->open.n -= sizeof tag;
	memcpy(&tag, x->open.s + x->open.n, sizeof tag);
	x->reader->end(x->ctx, tag);
}

static void
pass(struct sax *x)
{
	struct event event;
	struct element e;

	tokenizer_take(x->scrub, &event);
	switch (event.kind) {
	case EVENT_TEXT:
		x->reader->text(x->ctx, event.text.s, event.text.n);
		break;
	case EVENT_OVER:
		x->reader->over(x->ctx, event.tag);
		break;
	default:
		e = event_element(&event);
		x->reader->start(x->ctx, &e);
		x->reader->end(x->ctx, e.tag);
	}
}

/* What passed libxml2 by; other bytes are blanks that fill up. */
static void
on_text(void *data, const xmlChar *s, int n)
{
	for (int i = 0; i < n; i++)
		if (s[i] != ' ')
			pass(data);
}

static int
on_read(void *data, char *to, int room)
{
	struct sax *x = data;

	return (int)tokenizer_read(x->scrub, to, (size_t)room);
}

static void *
some_memory(size_t n)
{
	return mem_resize(NULL, n, 1);
}

static void *
more_memory(void *p, size_t n)
{
	return mem_resize(p, n, 1);
}

static char *
copy_of(const char *s)
{
	size_t n = strlen(s) + 1;

	return memcpy(mem_resize(NULL, n, 1), s, n);
}

/*
 * Out of memory libxml2 goes on with what it has, for ever or to a result
 * that is short and says nothing of it.  So it asks us, and we end.
 */
static void
share_memory(void)
{
	static bool done;

	if (!done && xmlMemSetup(free, some_memory, more_memory, copy_of) != 0)
		die("libxml2: memory");
	done = true;
}

void
sax_parse(struct tokenizer *scrub, const struct sax_reader *reader, void *ctx)
{
	struct sax x = {.scrub = scrub, .reader = reader, .ctx = ctx};
	htmlParserCtxtPtr parser;
	htmlDocPtr page;

	share_memory();
	parser = htmlNewParserCtxt();
	if (parser == NULL)
		die("memory:");
	memset(parser->sax, 0, sizeof *parser->sax);
	parser->sax->startElement = on_start;
	parser->sax->endElement = on_end;
	parser->sax->characters = on_text;
	parser->sax->ignorableWhitespace = on_text;
	parser->sax->cdataBlock = on_text;
	parser->userData = &x;
	page = htmlCtxtReadIO(parser, on_read, NULL, &x, NULL, NULL,
	    HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET |
	    HTML_PARSE_NOIMPLIED | HTML_PARSE_NODEFDTD |
	    HTML_PARSE_IGNORE_ENC | XML_PARSE_HUGE);
	if (page != NULL)
		xmlFreeDoc(page);
	htmlFreeParserCtxt(parser);
	buf_free(&x.open);
	tokenizer_free(scrub);
}

const char *
sax_version(void)
{
	return "libxml2 " LIBXML_DOTTED_VERSION;
}
