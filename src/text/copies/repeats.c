/* SPDX-License-Identifier: MIT */
#include "text/copies/repeats.h"

#include "base/hash.h"
#include "text/copies/shingle.h"

enum { LINE_MOST = 16 * 1024 * 1024, WORDS_LEAST = 3 };

struct repeats
repeats_open(uint64_t seen)
{
	return (struct repeats){.seen = seen, .lines = map_open(0)};
}

void
repeats_free(struct repeats *r)
{
	map_free(&r->lines);
}

struct line {
	uint64_t hash[2];
};

static void
add_word(void *ctx, uint64_t word)
{
	struct line *l = ctx;

	l->hash[0] = hash_mix(l->hash[0], word);
	l->hash[1] = hash_mix(word, l->hash[1] + HASH_B);
}

static bool
was_there(struct repeats *r, struct str text)
{
	struct source in = source_over(text);
	struct line l = {{1, 2}};
	struct map_slot *slot;

	if (shingle_each(&in, 1, add_word, &l) < WORDS_LEAST)
		return false;
	slot = map_at(&r->lines, (struct str){(const char *)l.hash,
	    sizeof l.hash});
	return slot->count++ >= r->seen;
}

static bool
is_empty(struct str line)
{
	for (size_t i = 0; i < line.n; i++)
		if (line.s[i] != ' ' && line.s[i] != '\t' && line.s[i] != '\r')
			return false;
	return true;
}

/* A line longer than LINE_MOST is no paragraph: it passes in pieces. */
void
repeats_put(struct repeats *r, struct source *in, struct sink *out)
{
	struct str line;
	bool gap = false; /* a line was left out just before */

	while (source_line(in, LINE_MOST, &line)) {
		bool whole = line.n <= LINE_MOST;
		size_t end = line.n + (whole && line.s + line.n < in->end);

		if (whole && gap && is_empty(line)) {
			gap = false;
		} else if (whole && was_there(r, line)) {
			r->left_out++;
			gap = true;
		} else {
			sink_put(out, line.s, end);
			gap = false;
		}
		in->at += end;
	}
}
