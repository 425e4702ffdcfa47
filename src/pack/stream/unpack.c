/* SPDX-License-Identifier: MIT */
#include "pack/stream/unpack.h"

#include <string.h>

#include "base/complain.h"
#include "pack/syntax/headers.h"

enum {
	KEPT = 8, TRIAL = 1024, MEMBER_HEAD = 10,
	UNPACK_STRETCH = 16 * 1024 /* bytes that a step takes, at most */
};

/*
 * Decoders that are not in use stay for the next body: a crawl has millions,
 * and to make one costs as much as to undo a small page.
 */
static struct {
	const struct coding *coding;
	void *decoder;
} kept[KEPT];

static void *
decoder_take(const struct coding *coding)
{
	void *d;

	for (int i = 0; i < KEPT; i++)
		if (kept[i].coding == coding) {
			kept[i].coding = NULL;
			coding->reset(kept[i].decoder);
			return kept[i].decoder;
		}
	d = coding->open();
	if (d == NULL)
		die("memory: %s", coding->name);
	return d;
}

static void
decoder_give(const struct coding *coding, void *decoder)
{
	bool spent = coding->is_spent != NULL && coding->is_spent(decoder);

	for (int i = 0; i < KEPT && !spent; i++)
		if (kept[i].coding == NULL) {
			kept[i].coding = coding;
			kept[i].decoder = decoder;
			return;
		}
	coding->close(decoder);
}

/* ---- the stream ---- */

/* A member's first ten bytes, as RFC 1952 has them and all writers do. */
static bool
gzip_member(struct str head)
{
	const unsigned char *s = (const unsigned char *)head.s;

	return s[0] == 0x1F && s[1] == 0x8B && s[2] == 8 && (s[3] & 0xE0) == 0 &&
	    (s[8] == 0 || s[8] == 2 || s[8] == 4) && (s[9] < 14 || s[9] == 255);
}

/* Zeros pad a tape's or a disk's block. */
static void
skip_zeros(struct unpack *u)
{
	while (source_has(u->in, 1) && *u->in->at == '\0') {
		u->in->at++;
		u->took++;
	}
}

static void
stop(struct unpack *u, const char *why)
{
	u->over = true;
	pack_break(u->pack, "%s: %s at byte %llu", u->coding->name, why,
	    (unsigned long long)u->took);
}

/*
 * After damage in one member of many: look for the next one from where that
 * step began, since a decoder that has lost its way takes bytes that are not
 * its own.  True: there is one, and we are there.
 */
static bool
find_member(struct unpack *u)
{
	if (u->coding != &coding_gzip)
		return false;
	u->took -= u->step;
	u->in->at -= u->step;
	do {
		while (u->in->end - u->in->at >= MEMBER_HEAD) {
			struct str head = {u->in->at, MEMBER_HEAD};

			if (u->took > u->member && gzip_member(head))
				return true;
			u->in->at++;
			u->took++;
		}
	} while (source_more(u->in));
	return false;
}

/* The last step met damage. */
static void
damaged(struct unpack *u)
{
	u->bad = false;
	stop(u, "damaged");
	u->lost = u->source.paused = !u->lone && u->coding == &coding_gzip;
}

/* Go on behind it, now that nobody takes what follows for what was before. */
static void
resume(struct unpack *u)
{
	u->lost = false;
	u->between = find_member(u);
	u->over = !u->between;
}

/* After a member: true if another begins. */
static bool
another(struct unpack *u)
{
	if (!u->lone && u->coding->begins != NULL) {
		skip_zeros(u);
		source_has(u->in, 16);
		if (u->coding->begins((struct str){u->in->at,
		    (size_t)(u->in->end - u->in->at)})) {
			u->coding->reset(u->decoder);
			u->between = false;
			u->member = u->took;
			if (u->places)
				pack_member(u->pack, (struct pack_member){
				    u->member, u->gave});
			return true;
		}
		if (u->in->at < u->in->end) { /* what came before is whole */
			pack_say(u->pack, "%s: something else begins at byte "
			    "%llu", u->coding->name,
			    (unsigned long long)u->took);
			u->step = 0;
			u->member = u->took;
			if (find_member(u))
				return another(u);
		}
	}
	u->over = true;
	return false;
}

/* No text grows so: more than a page, and UNPACK_RATIO times what it was. */
static bool
is_bomb(const struct pack *p, uint64_t took, uint64_t gave)
{
	return gave > p->most && gave / UNPACK_RATIO > took;
}

static size_t
tail(const char *to, const char *at)
{
	return at - to < UNPACK_HELD ? (size_t)(at - to) : UNPACK_HELD;
}

/*
 * `room` is that of a window: all that is held goes into it, and more.  A step
 * takes bytes up to the next multiple of UNPACK_STRETCH, however they came: if
 * it ends in damage, where it began is where the search goes on.
 */
static size_t
fill(struct source *source, char *to, size_t room)
{
	struct unpack *u = (struct unpack *)source;
	char *at = to;

	if (u->lost)
		resume(u);
	while (at == to && !u->over) {
		const char *from, *given;
		enum unpack_step step;
		size_t stretch;
		bool last;

		if (u->bad) {
			damaged(u);
			continue;
		}
		if (u->between && !another(u))
			break;
		stretch = UNPACK_STRETCH - (size_t)(u->took % UNPACK_STRETCH);
		if (!source_has(u->in, stretch))
			stretch = (size_t)(u->in->end - u->in->at);
		last = stretch == 0; /* but the decoder may hold some */
		from = u->in->at;
		memcpy(at, u->held, u->n_held);
		given = at += u->n_held;
		u->n_held = 0;
		step = u->coding->step(u->decoder, &u->in->at,
		    from + stretch, &at, to + room);
		u->took += (uint64_t)(u->in->at - from);
		/* What comes before the damage counts, and is given first. */
		u->bad = step == UNPACK_BAD;
		if (u->bad) {
			u->step = (size_t)(u->in->at - from);
			at -= tail(to, at); /* never all of a member */
		} else if (last && step == UNPACK_MORE && at == given) {
			stop(u, "cut off");
		} else if (step == UNPACK_MORE) {
			u->n_held = tail(to, at);
			at -= u->n_held;
			memcpy(u->held, at, u->n_held);
		}
		u->between = step == UNPACK_END;
	}
	u->gave += (uint64_t)(at - to);
	if (is_bomb(u->pack, u->took, u->gave) && !u->over) {
		stop(u, "a decompression bomb");
		return 0;
	}
	return (size_t)(at - to);
}

struct unpack
unpack_of(struct pack *p, struct source *in, const struct coding *coding,
    bool lone)
{
	return (struct unpack){.source = source_from(fill), .pack = p,
	    .in = in, .coding = coding, .decoder = decoder_take(coding),
	    .lone = lone};
}

void
unpack_free(struct unpack *u)
{
	source_free(&u->source);
	decoder_give(u->coding, u->decoder);
}

/* ---- codings by name, and by trial ---- */

const struct coding *
coding_find(struct str name)
{
	static const struct {
		const char *name;
		const struct coding *coding;
	} rows[] = {
		{"gzip", &coding_gzip}, {"x-gzip", &coding_gzip},
		{"deflate", &coding_zlib}, {"br", &coding_brotli},
		{"zstd", &coding_zstd}, {"bzip2", &coding_bzip2},
		{"x-bzip2", &coding_bzip2}, {"xz", &coding_xz},
	};

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		if (headers_same(name, rows[i].name))
			return rows[i].coding;
	return NULL;
}

bool
coding_looks(const struct coding *coding, struct source *in)
{
	char scratch[TRIAL], *to = scratch;
	enum unpack_step step = UNPACK_MORE;
	void *decoder;
	const char *at;

	source_has(in, TRIAL);
	at = in->at;
	if (coding->begins != NULL &&
	    !coding->begins((struct str){at, (size_t)(in->end - at)}))
		return false;
	decoder = decoder_take(coding);
	while (step == UNPACK_MORE && at < in->end &&
	    to < scratch + sizeof scratch)
		step = coding->step(decoder, &at, in->end, &to,
		    scratch + sizeof scratch);
	decoder_give(coding, decoder);
	return step != UNPACK_BAD && at > in->at;
}

/* ---- as containers ---- */

static void
read_coding(struct pack *p, struct source *in, const struct part *part,
    const struct coding *coding)
{
	struct unpack u = unpack_of(p, in, coding, false);

	u.places = p->depth == 1;
	if (u.places)
		pack_member(p, (struct pack_member){0, 0});
	/* Damage in the first member may have left nothing to know it by. */
	while (pack_sniff(p, &u.source) == NULL && u.source.paused)
		source_resume(&u.source);
	p->codings++;
	pack_read(p, &u.source, part, NULL);
	p->codings--;
	unpack_free(&u);
}

/* Two bytes are a weak mark: text may begin so. */
static bool
sniff_zlib(struct str head, bool whole)
{
	struct source in = source_over(head);

	(void)whole;
	return coding_looks(&coding_zlib, &in);
}

#define SNIFF(id)                                                             \
	static bool sniff_##id(struct str head, bool whole)                   \
	{                                                                     \
		(void)whole;                                                  \
		return coding_##id.begins(head);                              \
	}

SNIFF(gzip)
SNIFF(zstd)
SNIFF(xz)
SNIFF(bzip2)
SNIFF(lzma)

#define CONTAINER(id, names, sniff)                                           \
	static void read_##id(struct pack *p, struct source *in,              \
	    const struct part *part)                                          \
	{                                                                     \
		read_coding(p, in, part, &coding_##id);                       \
	}                                                                     \
	const struct reader reader_##id = {names, sniff, read_##id};

CONTAINER(gzip, "gzip gz", sniff_gzip)
CONTAINER(zlib, "zlib", sniff_zlib)
CONTAINER(zstd, "zstd zst", sniff_zstd)
CONTAINER(xz, "xz", sniff_xz)
CONTAINER(bzip2, "bzip2 bz2", sniff_bzip2)
CONTAINER(lzma, "lzma", sniff_lzma)
/* These two have no mark to know them by: only -t asks for them. */
CONTAINER(brotli, "br brotli", NULL)
CONTAINER(deflate, "deflate", NULL)
