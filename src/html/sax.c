/* SPDX-License-Identifier: MIT */
#include "html/sax.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <libxml/HTMLparser.h>

#include "base/app.h"
#include "base/mem.h"

enum { CACHE = 256 }; /* a power of two */

struct sax {
	struct scrub *scrub;
	const struct sax_reader *reader;
	void *ctx;
	int depth; /* open elements */
	/* libxml2 keeps one copy of a name, so its address finds the tag. */
	struct {
		const xmlChar *name;
		const struct tag *tag;
	} cache[CACHE];
};

static const struct tag *
tag_named(struct sax *x, const xmlChar *name)
{
	uintptr_t p = (uintptr_t)name;
	unsigned h = (unsigned)(p >> 3 ^ p >> 11) % CACHE;

	if (x->cache[h].name != name) {
		const char *s = (const char *)name;

		x->cache[h].name = name;
		x->cache[h].tag = tag_find(s, strlen(s));
	}
	return x->cache[h].tag;
}

static void
on_start(void *data, const xmlChar *name, const xmlChar **attributes)
{
	struct sax *x = data;
	struct event event;
	struct element e = {tag_named(x, name), NULL};

	(void)attributes; /* none went in */
	x->depth++;
	if (scrub_start(x->scrub, e.tag, &event))
		e = event_element(&event);
	x->reader->start(x->ctx, &e);
}

static void
on_end(void *data, const xmlChar *name)
{
	struct sax *x = data;

	x->depth--;
	x->reader->end(x->ctx, tag_named(x, name));
}

/* What passed libxml2 by; other bytes are blanks that fill up. */
static void
on_text(void *data, const xmlChar *s, int n)
{
	struct sax *x = data;
	struct event event;
	struct element e;

	for (int i = 0; i < n; i++) {
		if (s[i] == SCRUB_TEXT &&
		    scrub_take(x->scrub, EVENT_TEXT, &event)) {
			x->reader->text(x->ctx, event.text.s, event.text.n);
		} else if (s[i] == SCRUB_VOID &&
		    scrub_take(x->scrub, EVENT_START, &event)) {
			e = event_element(&event);
			x->reader->start(x->ctx, &e);
			x->reader->end(x->ctx, e.tag);
		}
	}
}

static int
on_read(void *data, char *to, int room)
{
	struct sax *x = data;

	return (int)scrub_read(x->scrub, to, (size_t)room);
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
sax_parse(struct scrub *scrub, const struct sax_reader *reader, void *ctx)
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
	scrub->depth = &x.depth;
	page = htmlCtxtReadIO(parser, on_read, NULL, &x, NULL, NULL,
	    HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET |
	    HTML_PARSE_NOIMPLIED | HTML_PARSE_NODEFDTD |
	    HTML_PARSE_IGNORE_ENC | XML_PARSE_HUGE);
	if (page != NULL)
		xmlFreeDoc(page);
	htmlFreeParserCtxt(parser);
	scrub_free(scrub);
}

const char *
sax_version(void)
{
	return "libxml2 " LIBXML_DOTTED_VERSION;
}
