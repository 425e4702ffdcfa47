/* SPDX-License-Identifier: MIT */
#include "text/mojibake/mojibake.h"

#include "text/mojibake/misread.h"

enum {
	ROUNDS = 6,
	RANKS = 4096,
	/* of strangeness, in twentieths */
	PAIR = 20, CAPITALS = 10, WITHIN = 30, CONTROL = 40, LOST = 20,
	RARE = 30, SCARCE = 10, UNASSIGNED = 50, LONELY = 24,
	LEFT = 10,  /* a byte that a reading does not decode */
	ALONE = 16, /* a reading of one sequence only */
	GAIN = 8    /* what a reading must gain */
};

/* What a charset must have going for it beyond Latin-1. */
static const unsigned char penalty[MISREADINGS_COUNT] = {
	[MISREAD_WINDOWS_1251] = 10, [MISREAD_MACROMAN] = 22,
	[MISREAD_CP437] = 22, [MISREAD_LATIN2] = 22,
	[MISREAD_WINDOWS_1250] = 22, [MISREAD_WINDOWS_1253] = 14,
	[MISREAD_WINDOWS_1254] = 22, [MISREAD_WINDOWS_1257] = 18,
};

static unsigned
rarity_cost(unsigned rarity)
{
	switch (rarity & RARITY) {
	case RARITY_RARE: return RARE;
	case RARITY_SCARCE: return SCARCE;
	case RARITY_UNASSIGNED: return UNASSIGNED;
	}
	return 0;
}

/* The script of a letter or mark beyond Latin's blocks, or of a neighbor. */
static unsigned
script_at(const struct points *p, size_t i)
{
	return i < p->n ? rarity_of(p->c[i]) & RARITY_SCRIPT : 0;
}

/*
 * A letter beside letters none of which is of its script; or by itself, and
 * the last one before, of the script `last`, is of another.
 */
static bool
is_lonely(const struct points *p, size_t i, unsigned script, unsigned last)
{
	unsigned before = i > 0 ? script_at(p, i - 1) : 0;
	unsigned after = script_at(p, i + 1);

	return script != 0 && script != RARITY_CJK && script != before &&
	    script != after && (before != 0 || after != 0 ||
	    (last != 0 && last != script));
}

/*
 * The strangeness of two classes side by side.  A foreign name in capitals
 * may have any two of them; a capital or a sign within a word is worse.
 */
static unsigned
pair_cost(unsigned before, unsigned a, unsigned b)
{
	unsigned x = pair_kind[a], y = pair_kind[b];

	if (pair_is_clean(a, b))
		return 0;
	if (x == KIND_CAPITAL && y == KIND_CAPITAL)
		return pair_kind[before] == KIND_LOWER ? PAIR : CAPITALS;
	if ((x == KIND_LOWER && y == KIND_CAPITAL) ||
	    (x == KIND_SIGN && y == KIND_LOWER) ||
	    (x != KIND_SIGN && x != KIND_OTHER && y == KIND_SIGN))
		return WITHIN;
	return PAIR;
}

/* How strange a line is, in twentieths of an impossible pair. */
static unsigned
strangeness(const struct points *p)
{
	unsigned before = PAIR_SPACE, last = PAIR_SPACE, strange = 0;
	unsigned script = 0;

	for (size_t i = 0; i < p->n; i++) {
		uint32_t c = p->c[i];
		unsigned class = pair_class(c), rarity;

		strange += pair_cost(before, last, class);
		before = last;
		last = class;
		if (class == PAIR_LOWER)
			script = RARITY_LATIN;
		if (c < 0x80)
			continue;
		rarity = rarity_of(c);
		strange += (c < 0xA0 ? CONTROL : 0) + (c == 0xFFFD ? LOST : 0) +
		    rarity_cost(rarity);
		if (c >= 0x250 &&
		    is_lonely(p, i, rarity & RARITY_SCRIPT, script))
			strange += LONELY;
		if ((rarity & RARITY_SCRIPT) != 0)
			script = rarity & RARITY_SCRIPT;
	}
	return strange + pair_cost(before, last, PAIR_SPACE);
}

/* How common the characters are, where two readings are as good. */
static unsigned
rank(const struct points *p)
{
	unsigned sum = 0;

	for (size_t i = 0; i < p->n; i++)
		sum += pair_rank[pair_class(p->c[i])];
	return sum < RANKS - 1 ? sum : RANKS - 1;
}

/*
 * Whether one sequence alone is evidence: its lead is hardly ever a letter,
 * or it is long and of typography or pictures.
 */
static bool
is_telling(const struct misread_result *r, enum misreading charset)
{
	static const unsigned char leads[] = {
		0xC3, 0xC2, 0xD0, 0xD1, 0xCE, 0xC5, 0xC4,
	};

	bool box = r->second >= 0x2500 && r->second <= 0x25A0;

	if (r->second == ' ')
		return false;
	if (r->lead == 0xE2 || r->lead >= 0xEF)
		return true;
	if (charset == MISREAD_MACROMAN) /* a root of no number */
		return r->lead == 0xC3 &&
		    pair_kind[pair_class(r->second)] == KIND_SIGN;
	if (charset == MISREAD_CP437) /* a corner of no box */
		return r->lead == 0xC3 && !box;
	if (charset > MISREAD_WINDOWS_1252)
		return false;
	for (size_t i = 0; i < sizeof leads; i++)
		if (r->lead == leads[i])
			return true;
	return false;
}

/* The best reading of m->line into m->best; false: none is better. */
static bool
read_better(struct mojibake *m)
{
	unsigned strange = strangeness(&m->line), least;
	bool found = false;

	if (strange <= GAIN)
		return false;
	least = (strange - GAIN) * RANKS;
	for (int k = 0; k < MISREADINGS_COUNT; k++) {
		struct misread_result r =
		    misread_undo(&m->other, &m->line, (enum misreading)k);
		unsigned cost;

		if (r.decoded == 0)
			continue;
		cost = strangeness(&m->other) +
		    (unsigned)r.left * LEFT + penalty[k];
		if (r.decoded == 1 && !is_telling(&r, (enum misreading)k))
			cost += ALONE;
		cost = cost * RANKS + rank(&m->other);
		if (cost < least) {
			struct points swap = m->best;

			m->best = m->other;
			m->other = swap;
			least = cost;
			found = true;
		}
	}
	return found;
}

/* What is left of the controls 80 to 9F are characters of windows-1252. */
static bool
read_controls(struct points *p)
{
	bool any = false;

	for (size_t i = 0; i < p->n; i++)
		if (p->c[i] >= 0x80 && p->c[i] < 0xA0) {
			p->c[i] = windows_1252[p->c[i] - 0x80];
			any |= p->c[i] < 0x80 || p->c[i] >= 0xA0;
		}
	return any;
}

bool
mojibake_repair(struct mojibake *m, struct str line, struct buf *to)
{
	bool any = false;

	points_read(&m->line, line);
	for (int i = 0; i < ROUNDS && read_better(m); i++) {
		struct points swap = m->line;

		m->line = m->best;
		m->best = swap;
		any = true;
	}
	any |= read_controls(&m->line);
	if (any)
		points_write(to, &m->line);
	return any;
}

void
mojibake_free(struct mojibake *m)
{
	points_free(&m->line);
	points_free(&m->other);
	points_free(&m->best);
}
