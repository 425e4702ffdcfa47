/* SPDX-License-Identifier: MIT */
/*
 * warc [-p] [-n N [-s BYTES]] [FILE...]: a WARC of responses on standard
 * output, a gzip member a record (-p: not compressed): of the files, each
 * with its name as its address, or (-n) of N pages that are made up of common
 * words, of some BYTES each, the same ones each time.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <zlib.h>

#include "base/buf.h"

static int plain;

static void
put_member(const struct buf *record)
{
	z_stream z = {0};
	struct buf out = {0};

	if (plain) {
		fwrite(record->s, 1, record->n, stdout);
		return;
	}
	if (deflateInit2(&z, 6, Z_DEFLATED, 15 + 16, 8, 0) != Z_OK)
		exit(1);
	z.next_in = (unsigned char *)record->s;
	z.avail_in = (unsigned)record->n;
	z.next_out = (unsigned char *)buf_room(&out, record->n + 1024);
	z.avail_out = (unsigned)record->n + 1024;
	if (deflate(&z, Z_FINISH) != Z_STREAM_END)
		exit(1);
	fwrite(out.s, 1, z.total_out, stdout);
	deflateEnd(&z);
	buf_free(&out);
}

static void
put_record(const char *url, unsigned long number, const struct buf *page)
{
	static struct buf record;
	char head[1024], http[256];
	int n, m;

	m = snprintf(http, sizeof http, "HTTP/1.1 200 OK\r\n"
	    "Content-Type: text/html; charset=utf-8\r\nServer: tool\r\n"
	    "Content-Length: %zu\r\n\r\n", page->n);
	n = snprintf(head, sizeof head, "WARC/1.0\r\nWARC-Type: response\r\n"
	    "WARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-%012lu>\r\n"
	    "WARC-Target-URI: %s\r\nWARC-Date: 2024-05-03T00:00:00Z\r\n"
	    "Content-Type: application/http;msgtype=response\r\n"
	    "Content-Length: %zu\r\n\r\n", number, url, page->n + (size_t)m);
	record.n = 0;
	buf_put(&record, head, (size_t)n);
	buf_put(&record, http, (size_t)m);
	buf_put(&record, page->s, page->n);
	buf_puts(&record, "\r\n\r\n");
	put_member(&record);
}

static void
from_file(const char *name, unsigned long number)
{
	struct buf page = {0};
	FILE *f = fopen(name, "r");
	size_t n;

	if (f == NULL) {
		perror(name);
		exit(1);
	}
	while ((n = fread(buf_room(&page, 65536), 1, 65536, f)) > 0)
		page.n += n;
	fclose(f);
	put_record(name, number, &page);
	buf_free(&page);
}

static unsigned
chance(unsigned n)
{
	static unsigned long long state = 1;

	state = state * 6364136223846793005u + 1442695040888963407u;
	return (unsigned)(state >> 33) % n;
}

static void
made_up(unsigned long number, size_t size)
{
	static const char *const words[] = {"the", "of", "lamp", "harbour",
	    "keeper", "caf\xC3\xA9", "and", "in", "storm", "a", "ledger",
	    "tide", "with", "bell", "rope", "stair", "by", "glass", "wind",
	    "oil", "\xE2\x80\x9Cto\xE2\x80\x9D", "from", "night", "boat"};
	struct buf page = {0};
	char text[128];

	snprintf(text, sizeof text, "<!DOCTYPE html>\n<html lang=\"en\"><head>"
	    "<title>Page %lu</title></head>\n<body>", number);
	buf_puts(&page, text);
	while (page.n < size) {
		buf_puts(&page, "<p class=\"line\">");
		for (unsigned i = 20 + chance(40); i > 0; i--) {
			buf_puts(&page, words[chance(sizeof words /
			    sizeof *words)]);
			buf_puts(&page, i == 1 ? "." : " ");
		}
		buf_puts(&page, "</p>\n");
	}
	buf_puts(&page, "</body></html>\n");
	snprintf(text, sizeof text, "http://example.org/%lu.html", number);
	put_record(text, number, &page);
	buf_free(&page);
}

int
main(int argc, char *argv[])
{
	unsigned long n = 0;
	size_t size = 6000;
	int c;

	while ((c = getopt(argc, argv, "pn:s:")) != -1)
		switch (c) {
		case 'p': plain = 1; break;
		case 'n': n = strtoul(optarg, NULL, 10); break;
		case 's': size = strtoul(optarg, NULL, 10); break;
		default: return 2;
		}
	for (unsigned long i = 1; i <= n; i++)
		made_up(i, size);
	for (int i = optind; i < argc; i++)
		from_file(argv[i], (unsigned long)i);
	return 0;
}
