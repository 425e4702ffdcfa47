/* SPDX-License-Identifier: MIT */
/*
 * tar: V7, ustar (POSIX.1-1988), pax (POSIX.1-2001) and GNU's long names.
 * Each file is a header of 512 bytes and its bytes, filled up to 512.
 */
#include <string.h>

#include "pack/folder.h"
#include "pack/stream/part.h"

enum { BLOCK = 512, NAME = 100, PREFIX = 155, LONG_MOST = 1024 * 1024 };

/* Where fields stand in the header (POSIX.1, pax, "ustar Header Block"). */
enum { SIZE_AT = 124, SUM_AT = 148, TYPE_AT = 156, MAGIC_AT = 257,
    PREFIX_AT = 345 };

struct tar {
	struct pack *pack;
	struct source *in;
	struct folder folder;
	struct buf name; /* that a record before the header gives; or empty */
	uint64_t size;   /* the same; or 0 */
	uint64_t at;
};

/* Octal digits, or a binary number whose first bit is set (GNU). */
static uint64_t
number(const char *s, size_t n)
{
	uint64_t v = 0;
	bool binary = (*s & 0x80) != 0;

	for (size_t i = 0; i < n; i++)
		if (binary)
			v = v << 8 | (unsigned char)(i == 0 ? s[i] & 0x7F :
			    s[i]);
		else if (s[i] >= '0' && s[i] <= '7')
			v = v * 8 + (uint64_t)(s[i] - '0');
		else if (v > 0 || (s[i] != ' ' && s[i] != '0'))
			break;
	return v;
}

/* The header's bytes, its sum's own taken for blanks, add up to its sum. */
static bool
is_header(struct str head)
{
	unsigned long sum = 8 * ' ';

	if (head.n < BLOCK || *head.s == '\0')
		return false;
	for (size_t i = 0; i < BLOCK; i++)
		if (i < SUM_AT || i >= SUM_AT + 8)
			sum += (unsigned char)head.s[i];
	return sum == number(head.s + SUM_AT, 8);
}

static bool
sniff_tar(struct str head, bool whole)
{
	(void)whole;
	return is_header(head);
}

static struct str
field(const char *s, size_t most)
{
	const char *end = memchr(s, '\0', most);

	return (struct str){s, end != NULL ? (size_t)(end - s) : most};
}

/* "30 path=a/long/name\n": a length, a name, a value (pax). */
static void
extended(struct tar *t, struct str text)
{
	while (text.n > 0) {
		size_t n = 0, i = 0;

		while (i < text.n && text.s[i] >= '0' && text.s[i] <= '9' &&
		    n < LONG_MOST)
			n = n * 10 + (size_t)(text.s[i++] - '0');
		if (n <= i + 1 || n > text.n)
			return;
		if (n - i > 7 && memcmp(text.s + i, " path=", 6) == 0) {
			t->name.n = 0;
			buf_put(&t->name, text.s + i + 6, n - i - 7);
		} else if (n - i > 7 && memcmp(text.s + i, " size=", 6) == 0) {
			t->size = 0;
			for (i += 6; i < n - 1 && text.s[i] >= '0' &&
			    text.s[i] <= '9'; i++)
				t->size = t->size * 10 +
				    (uint64_t)(text.s[i] - '0');
		}
		text.s += n;
		text.n -= n;
	}
}

/* What comes before a header: of the next file, its long name and others. */
static void
before(struct tar *t, char type, struct source *in)
{
	struct str text;

	if (!source_has(in, LONG_MOST))
		source_more(in);
	text = (struct str){in->at, (size_t)(in->end - in->at)};
	in->at = in->end;
	if (type == 'x') {
		extended(t, text);
	} else if (type == 'L') {
		t->name.n = 0;
		text = field(text.s, text.n);
		buf_put(&t->name, text.s, text.n);
	}
}

static void
take_name(struct tar *t, const char *h)
{
	struct str prefix = field(h + PREFIX_AT, PREFIX);
	struct str name = field(h, NAME);

	if (t->name.n > 0)
		return;
	if (memcmp(h + MAGIC_AT, "ustar\0", 6) == 0 && prefix.n > 0) {
		buf_put(&t->name, prefix.s, prefix.n);
		buf_putc(&t->name, '/');
	}
	buf_put(&t->name, name.s, name.n);
}

/* Bytes up to the next block. */
static void
skip_fill(struct tar *t, uint64_t size)
{
	size_t fill = (size_t)(-size & (BLOCK - 1));

	t->at += size + fill;
	if (source_has(t->in, fill))
		t->in->at += fill;
	else
		t->in->at = t->in->end;
}

/* False: nothing can follow. */
static bool
file(struct tar *t)
{
	char h[BLOCK], type;
	struct part_source bytes;
	uint64_t size;
	bool whole;

	memcpy(h, t->in->at, BLOCK);
	t->in->at += BLOCK;
	t->at += BLOCK;
	type = h[TYPE_AT];
	size = number(h + SIZE_AT, 12);
	if (type != 'x' && type != 'g' && type != 'L' && type != 'K') {
		take_name(t, h);
		size = t->size > 0 ? t->size : size;
	}
	if (type == '5' || (type >= '1' && type <= '4') || type == '6')
		size = 0;
	bytes = part_source_of(t->pack, t->in, size, "tar", buf_str(&t->name));
	if (type == 'x' || type == 'L') {
		before(t, type, &bytes.source);
	} else if (type == '0' || type == '\0' || type == '7') {
		if (size > 0)
			folder_file(&t->folder, buf_str(&t->name), &bytes.source);
		t->name.n = 0;
		t->size = 0;
	} else if (type != 'g' && type != 'K') {
		t->name.n = 0;
		t->size = 0;
	}
	whole = t->pack->done || part_source_pass(&bytes);
	part_source_free(&bytes);
	if (whole)
		skip_fill(t, size);
	return whole;
}

static bool
at_end(struct tar *t)
{
	for (size_t i = 0; i < BLOCK; i++)
		if (t->in->at[i] != '\0')
			return false;
	return true;
}

static void
read_tar(struct pack *p, struct source *in, const struct part *part)
{
	struct tar t = {.pack = p, .in = in};
	unsigned breaks = p->breaks;

	folder_open(&t.folder, p, in, part);
	t.folder.is_plain = true;
	while (!p->done && source_has(in, BLOCK) && !at_end(&t)) {
		if (!is_header((struct str){in->at, BLOCK})) {
			pack_break(p, "tar: no file begins at byte %llu",
			    (unsigned long long)t.at);
			break;
		}
		if (!file(&t))
			break;
	}
	if (!p->done && p->breaks == breaks && !source_has(in, BLOCK))
		pack_break(p, "tar: cut off at byte %llu",
		    (unsigned long long)t.at);
	while (!p->done && source_has(in, 1))
		in->at = in->end;
	folder_close(&t.folder);
	buf_free(&t.name);
}

const struct reader reader_tar = {"tar", sniff_tar, read_tar};
