/* SPDX-License-Identifier: MIT */
#include "pack/pack.h"

#include <stdarg.h>
#include <stdio.h>

#include "pack/headers.h"
#include "pack/webpage.h"
#include "pack/mime.h"
#include "pack/unpack.h"
#include "pack/zip.h"
#include "text/unicode/utf.h"

/* In the order in which they are asked: the surest signs first. */
static const struct reader *const readers[] = {
	&reader_gzip, &reader_zstd, &reader_xz, &reader_bzip2, &reader_warc,
	&reader_http, &reader_zip, &reader_webarchive, &reader_feed,
	&reader_zlib, &reader_mime, &reader_html, &reader_text,
	&reader_brotli, &reader_deflate,
};

enum { READERS = sizeof readers / sizeof *readers };

const char *const *
pack_libraries(void)
{
	static char codings[5][64];
	static const char *all[9];

	all[0] = mime_version();
	all[1] = zip_version();
	for (int i = 0; i < 5; i++) {
		coding_version(i, codings[i]);
		all[2 + i] = codings[i];
	}
	all[7] = utf_version();
	return all;
}

static bool
has_word(const char *words, const char *word)
{
	size_t n = strlen(word);

	for (const char *at = words; n > 0 && at != NULL;
	    at = strchr(at, ' '), at += at != NULL)
		if (strncmp(at, word, n) == 0 &&
		    (at[n] == ' ' || at[n] == '\0'))
			return true;
	return false;
}

const struct reader *
reader_find(const char *name)
{
	for (int i = 0; i < READERS; i++)
		if (has_word(readers[i]->names, name))
			return readers[i];
	return NULL;
}

static void
say(struct pack *p, const char *format, va_list args)
{
	char line[512];

	vsnprintf(line, sizeof line, format, args);
	p->said++;
	p->say(p, line);
}

void
pack_say(struct pack *p, const char *format, ...)
{
	va_list args;

	va_start(args, format);
	say(p, format, args);
	va_end(args);
}

void
pack_break(struct pack *p, const char *format, ...)
{
	va_list args;

	p->breaks++;
	va_start(args, format);
	say(p, format, args);
	va_end(args);
}

const struct reader *
pack_sniff(struct source *in)
{
	bool whole = !source_has(in, PACK_HEAD);
	size_t n = (size_t)(in->end - in->at);
	struct str head = {in->at, n < PACK_HEAD ? n : PACK_HEAD};

	for (int i = 0; i < READERS; i++)
		if (readers[i]->sniff != NULL &&
		    readers[i]->sniff(head, whole))
			return readers[i];
	return NULL;
}

void
pack_read(struct pack *p, struct source *in, const struct part *part,
    const struct reader *reader)
{
	if (p->depth == PACK_DEPTH) {
		pack_say(p, "containers nested too deep");
		return;
	}
	if (p->depth == 0)
		pack_begin(p);
	if (reader == NULL && source_has(in, 1))
		reader = pack_sniff(in);
	if (reader == NULL) {
		if (in->at < in->end && p->part != NULL)
			pack_page(p, in, part);
		else if (in->at < in->end && p->quiet == 0)
			pack_say(p, "neither a page nor a container of pages "
			    "(brotli and bare deflate need -t)");
		return;
	}
	p->depth++;
	reader->read(p, in, part);
	p->depth--;
}

bool
pack_is_page(struct str type)
{
	return headers_same(type, "text/html") ||
	    headers_same(type, "application/xhtml+xml");
}

/* Read to the end, and forget; how much there was. */
static uint64_t
pass(struct source *in)
{
	uint64_t n = 0;

	do {
		n += (uint64_t)(in->end - in->at);
		in->at = in->end;
	} while (source_more(in));
	return n;
}

static const char *
place(const struct part *part, char to[128])
{
	struct str what = part->url.n > 0 ? part->url : part->id;

	snprintf(to, 128, "%s%.*s%s", what.n > 0 ? " (" : "",
	    (int)(what.n < 100 ? what.n : 100), what.s,
	    what.n > 0 ? ")" : "");
	return to;
}

/* Of a part that nothing says the type of. */
static struct str
guess_type(struct pack *p, struct str bytes, bool xhtml)
{
	if (p->part == NULL || webpage_is_document(bytes))
		return xhtml ? STR("application/xhtml+xml") : STR("text/html");
	return xhtml ? STR("application/xml") : (struct str){0};
}

static void
hand_over(struct pack *p, struct str bytes, const struct part *part)
{
	struct webpage_said said = {0};
	struct part full = *part;

	if (full.url.n == 0 || full.date.n == 0 || full.type.n == 0)
		webpage_said(&said, bytes);
	if (full.url.n == 0)
		full.url = buf_str(&said.url);
	if (full.date.n == 0)
		full.date = buf_str(&said.date);
	if (full.type.n == 0)
		full.type = guess_type(p, bytes, said.xhtml);
	if (p->part != NULL)
		p->part(p, &full, bytes.n);
	else
		p->page(p, &full, bytes);
	webpage_said_free(&said);
}

void
pack_begin(struct pack *p)
{
	p->since = p->breaks;
}

void
pack_page(struct pack *p, struct source *in, const struct part *part)
{
	bool listed = p->part != NULL && part->type.n > 0 &&
	    !pack_is_page(part->type);
	char where[128];
	size_t n;

	if (listed) {
		uint64_t all = pass(in);

		if (p->breaks == p->since)
			p->part(p, part, all);
		return;
	}
	do
		n = (size_t)(in->end - in->at);
	while (n <= p->most && source_more(in));
	if (n > p->most) {
		pass(in);
		pack_say(p, "a page%s is larger than --max-page: left out",
		    place(part, where));
	} else if (p->breaks != p->since) {
		pack_say(p, "a page%s is not whole: left out",
		    place(part, where));
	} else if (n > 0) {
		hand_over(p, (struct str){in->at, n}, part);
		in->at += n;
	}
}

void
pack_bytes(struct pack *p, struct str bytes, const struct part *part)
{
	struct source in = source_over(bytes);

	pack_begin(p);
	pack_page(p, &in, part);
}

bool
pack_hold(struct pack *p, struct source *in, struct str *all)
{
	size_t most = p->most * PACK_HOLD;

	do
		all->n = (size_t)(in->end - in->at);
	while (all->n <= most && source_more(in));
	all->s = in->at;
	in->at = in->end;
	if (all->n <= most)
		return true;
	pack_say(p, "larger than %d times --max-page, and cannot be read "
	    "piece by piece", PACK_HOLD);
	return false;
}
