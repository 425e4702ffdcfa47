/* SPDX-License-Identifier: MIT */
/*
 * A compressed stream as what it was: gzip, zlib's and bare deflate, brotli,
 * zstd, xz, lzma, bzip2, each as many members one after the other as there are.
 *
 * A stream that ends within a member, or is damaged, is said so (pack_break)
 * and ends.  One of gzip, whose archives have a member a record, only pauses
 * where it is damaged: resumed, it goes on with the next member that can be
 * found.
 *
 * The last bytes of a member are given only when its check has been read:
 * who has all of a record has one that is good.
 *
 * A stream that has given more than a page and 256 times what it took is said
 * so and ends: no text is like that, only what is made to fill a disk.
 *
 * Owns its decoder, not the stream below.
 */
#ifndef PACK_STREAM_UNPACK_H
#define PACK_STREAM_UNPACK_H

#include "pack/pack.h"

enum { UNPACK_RATIO = 256, UNPACK_HELD = 16 /* bytes */ };

enum unpack_step {
	UNPACK_MORE, /* took or gave what it could */
	UNPACK_END,  /* of a member */
	UNPACK_BAD
};

struct coding {
	const char *name;
	void *(*open)(void); /* NULL: no memory */
	void (*reset)(void *); /* for another member */
	void (*close)(void *);
	/* Take from *in and give at *to, and move both. */
	enum unpack_step (*step)(void *, const char **in, const char *end,
	    char **to, char *limit);
	/* Whether a member begins so; NULL: there is only one. */
	bool (*begins)(struct str);
	/* Whether it cannot serve another stream; NULL: it always can. */
	bool (*is_spent)(void *);
};

extern const struct coding coding_gzip, coding_zlib, coding_deflate,
    coding_brotli, coding_zstd, coding_xz, coding_lzma, coding_bzip2;

/* How Content-Encoding calls it; NULL: there is none such. */
const struct coding *coding_find(struct str name);

/*
 * Whether the stream begins as this coding has it, by trial.  Who saved a
 * page may have undone the coding and kept the head that speaks of it.
 */
bool coding_looks(const struct coding *, struct source *in);

/* The five libraries of the codings: "zlib 1.2.13". */
void coding_version(int i, char to[64]);

struct unpack {
	struct source source; /* first */
	struct pack *pack;
	struct source *in;
	const struct coding *coding;
	void *decoder;
	uint64_t took, gave;
	uint64_t member; /* where the one at hand began, of `took` */
	size_t step;     /* bytes that the last step took, if it was `bad` */
	char held[UNPACK_HELD]; /* not given yet */
	size_t n_held;
	bool lone;   /* one member; what comes after it is nobody's */
	bool places; /* of the file itself: its members' places are known */
	bool between, bad, lost, over;
};

struct unpack unpack_of(struct pack *, struct source *in, const struct coding *,
    bool lone);
void unpack_free(struct unpack *);

#endif
