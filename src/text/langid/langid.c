/* SPDX-License-Identifier: MIT */
#include "text/langid/langid.h"

#include <stdlib.h>

#include "base/mem.h"
#include "text/langid/han.h"
#include "text/langid/letters.h"
#include "text/langid/model.h"
#include "text/langid/tokens.h"

enum {
	MEMO = 2048,      /* words remembered, by their hash */
	MEMO_WORD = 32,   /* bytes of such a word */
	NOISE_WORDS = 12, /* of a text that may be noise, at least */
	/* nats per root of rows, in hundredths, from that root on */
	UNKNOWN_PERCENT = 60, UNKNOWN_FROM = 6,
	LONG_ROWS = 1 << 16, /* of a text of about 32 KiB */
	LANES = MODEL_WIDTH / 4, /* numbers of 64 bits, four sums in each */
	LANE_ROWS = 0xFFFF / (2 * MODEL_MOST) /* whose sum a lane holds */
};

/*
 * What one word adds.  Sums of bytes of the model's rows, that is, of numbers
 * plus MODEL_MOST each: of row 8k + j, in 16 bits, lane j / 2 of sum[2k] where
 * j is even, of sum[2k + 1] where it is odd.
 */
struct word {
	uint64_t sum[LANES];
	uint16_t rows;
	uint8_t script, letters;
	uint8_t simplified, traditional; /* characters that only one has */
};

struct memo {
	uint64_t key[MEMO_WORD / 8]; /* the word's bytes, then zeros */
	struct word word;
};

/* The words of one script. */
struct tally {
	uint64_t part[LANES]; /* of the last words */
	uint64_t part_rows;
	uint64_t sum[MODEL_WIDTH];
	uint64_t rows, letters, simplified, traditional;
	uint64_t words, single; /* those of one letter */
};

struct langid {
	struct tally tally[SCRIPT_COUNT];
	struct memo memo[MEMO];
};

/* -- Words -- */

/*
 * The row of a feature; 0: it has none.  Without branches, four comparisons
 * at a time: the top bit of each 16 is set where they are the same.
 */
static inline uint32_t
row_of(uint64_t hash)
{
	const uint64_t low = UINT64_C(0x7FFF7FFF7FFF7FFF);
	const struct model_bucket *b = &model_bucket[feature_bucket(hash)];
	uint64_t x = b->checks ^
	    feature_check(hash) * UINT64_C(0x0001000100010001);
	uint64_t same = ~(((x & low) + low) | x | low);

	x = b->rows & (same >> 15) * 0xFFFF;
	x |= x >> 32;
	return (uint32_t)((x | x >> 16) & 0xFFFF);
}

/* The rows of features that have one, asked for from memory; how many. */
static int
find_rows(const uint64_t *hash, int n, uint16_t *rows)
{
	int found = 0;

	for (int i = 0; i < n; i++)
		__builtin_prefetch(&model_bucket[feature_bucket(hash[i])]);
	for (int i = 0; i < n; i++) {
		uint32_t row = row_of(hash[i]);

		__builtin_prefetch(model_row[row]);
		rows[found] = (uint16_t)row;
		found += row != 0;
	}
	return found;
}

/*
 * Add up the rows of the features: two rows byte by byte, which cannot carry,
 * then the even and the odd bytes apart.
 */
static void
add_rows(struct word *w, const uint64_t *hash, int n)
{
	const uint64_t mask = UINT64_C(0x00FF00FF00FF00FF);
	uint64_t even[LANES / 2] = {0}, odd[LANES / 2] = {0};
	uint16_t rows[FEATURE_MOST + 2];
	int found = find_rows(hash, n, rows);

	rows[found] = 0; /* the row of nothing */
	for (int i = 0; i < found; i += 2) {
		const uint64_t *a = model_row[rows[i]];
		const uint64_t *b = model_row[rows[i + 1]];

		for (int k = 0; k < LANES / 2; k++) {
			uint64_t x = a[k] + b[k];

			even[k] += x & mask;
			odd[k] += x >> 8 & mask;
		}
	}
	for (int k = 0; k < LANES / 2; k++) {
		w->sum[2 * k] = even[k];
		w->sum[2 * k + 1] = odd[k];
	}
	w->rows = (uint16_t)found;
}

static void
weigh(struct word *to, struct feature_word *w)
{
	uint64_t hash[FEATURE_MOST];
	bool twice = w->script == SCRIPT_Cjk || w->script == SCRIPT_Hang;

	*to = (struct word){.script = w->script,
	    .letters = (uint8_t)(twice ? 2 * w->n : w->n)};
	for (int i = 1; i <= w->n && w->script == SCRIPT_Cjk; i++) {
		to->simplified += han_of(w->letter[i]) == HAN_SIMPLIFIED;
		to->traditional += han_of(w->letter[i]) == HAN_TRADITIONAL;
	}
	if (model_script[w->script].count > 1)
		add_rows(to, hash, feature_each(w, hash));
}

static void
add_up_part(struct tally *y)
{
	for (int k = 0; k < MODEL_WIDTH; k++)
		y->sum[k] += y->part[k / 8 * 2 + (k & 1)] >>
		    k % 8 / 2 * 16 & 0xFFFF;
	memset(y->part, 0, sizeof y->part);
	y->part_rows = 0;
}

static void
begin(struct tally *y)
{
	memset(y->part, 0, sizeof y->part);
	memset(y->sum, 0, sizeof y->sum);
	y->part_rows = 0;
	y->simplified = y->traditional = y->words = y->single = 0;
}

static void
count(struct langid *t, const struct word *w)
{
	struct tally *y = &t->tally[w->script];

	if (y->letters == 0)
		begin(y);
	if (y->part_rows + w->rows > LANE_ROWS)
		add_up_part(y);
	y->letters += w->letters;
	y->rows += w->rows;
	y->part_rows += w->rows;
	y->words++;
	y->single += w->letters == 1;
	y->simplified += w->simplified;
	y->traditional += w->traditional;
	for (int k = 0; k < LANES; k++)
		y->part[k] += w->sum[k];
}

/* What `run` has may be several words of several scripts; one is kept. */
static void
add_new(struct langid *t, struct str run, struct memo *keep)
{
	struct feature_word w;
	struct word word;
	int n = 0;

	while (letters_next(&run, &w)) {
		weigh(&word, &w);
		count(t, &word);
		n++;
	}
	if (keep != NULL && n == 1)
		keep->word = word;
	else if (keep != NULL)
		keep->key[0] = 0;
}

static uint64_t
hash_key(const uint64_t *key)
{
	uint64_t h = 0;

	for (int i = 0; i < MEMO_WORD / 8; i++)
		h = feature_hash(h ^ h >> 32 ^ key[i]);
	return h >> 48;
}

/* A run of letters, as tokens finds them. */
static void
add_run(void *ctx, struct str run)
{
	struct langid *t = ctx;
	uint64_t key[MEMO_WORD / 8] = {0};
	struct memo *m;

	if (run.n > MEMO_WORD) {
		add_new(t, run, NULL);
		return;
	}
	memcpy(key, run.s, run.n);
	m = &t->memo[hash_key(key) % MEMO];
	if (memcmp(m->key, key, sizeof key) == 0) {
		count(t, &m->word);
		return;
	}
	memcpy(m->key, key, sizeof key);
	add_new(t, run, m);
}

/* -- The text -- */

struct langid *
langid_new(void)
{
	return mem_alloc(1, sizeof(struct langid));
}

void
langid_free(struct langid *t)
{
	free(t);
}

void
langid_begin(struct langid *t)
{
	for (int s = 0; s < SCRIPT_COUNT; s++)
		t->tally[s].letters = t->tally[s].rows = 0;
}

void
langid_add(struct langid *t, struct str piece)
{
	tokens_each(piece, add_run, t);
}

uint64_t
langid_letters(const struct langid *t, enum script script)
{
	uint64_t all = 0;

	if (script != SCRIPT_NONE)
		return t->tally[script].letters;
	for (int s = 1; s < SCRIPT_COUNT; s++)
		all += t->tally[s].letters;
	return all;
}

/* -- Scores -- */

static uint32_t
square_root(uint64_t x)
{
	uint64_t root = 0, bit = UINT64_C(1) << 62;

	while (bit > x)
		bit >>= 2;
	for (; bit != 0; bit >>= 2) {
		if (x >= root + bit) {
			x -= root + bit;
			root = (root >> 1) + bit;
		} else {
			root >>= 1;
		}
	}
	return (uint32_t)root;
}

/*
 * What the sum is divided by, x 256: the root of the number of rows.  Of more
 * than LONG_ROWS it is as if their mean were that of LONG_ROWS.
 */
static int64_t
divisor(uint64_t rows)
{
	if (rows <= LONG_ROWS)
		return square_root(rows << 16) + (rows == 0);
	return (int64_t)(rows * 256 / square_root(LONG_ROWS));
}

static void
score_all(struct tally *y, const struct model_script *s, int32_t *score)
{
	int16_t h[MODEL_WIDTH];
	int64_t root = divisor(y->rows);
	int64_t factor = ((int64_t)MODEL_ROOT * 256 << 20) / root;
	int64_t zero = (int64_t)y->rows * MODEL_MOST;

	add_up_part(y);
	for (int k = 0; k < MODEL_WIDTH; k++) {
		int64_t v = (int64_t)y->sum[k] - zero;

		v = y->rows <= LONG_ROWS ? v * factor / (1 << 20) :
		    v * MODEL_ROOT * 256 / root;

		if (v > MODEL_H_MOST)
			v = MODEL_H_MOST;
		if (v < -MODEL_H_MOST)
			v = -MODEL_H_MOST;
		h[k] = (int16_t)v;
	}
	for (int l = 0; l < s->count; l++) {
		const struct model_language *x = &model_language[s->first + l];
		int32_t sum = 0;

		for (int k = 0; k < MODEL_WIDTH; k++)
			sum += h[k] * x->matrix[k];
		score[l] = sum + x->bias;
	}
}

/*
 * e to the -(how far below the best), 1 << 20 at most; by three quarters of
 * it, since words of real texts depend on each other as drawn ones do not.
 */
static uint32_t
likelihood(int32_t best, int32_t score)
{
	uint32_t below = (uint32_t)best - (uint32_t)score;

	below = below / 4 * 3 / (MODEL_UNIT / MODEL_EXP_STEP);
	return below < MODEL_EXP_COUNT ? model_exp[below] : 0;
}

/* The class of what is no language we know. */
static bool
is_unknown(int language)
{
	const char *code = model_language[language].code;

	return code[0] == 'z' && code[1] == 'z' && code[2] == '\0';
}

/*
 * What a longer text of no language we know is short of: a real one's lead
 * over the class of those grows as the square root of the number of rows.
 */
static void
raise_unknown(const struct tally *y, const struct model_script *s,
    int32_t *score)
{
	uint64_t rows = y->rows < LONG_ROWS ? y->rows : LONG_ROWS;
	int64_t more = ((int64_t)square_root(rows << 16) - UNKNOWN_FROM * 256) *
	    MODEL_UNIT / 256 * UNKNOWN_PERCENT / 100;

	if (more > 0 && s->count > 0 && is_unknown(s->first + s->count - 1))
		score[s->count - 1] += (int32_t)more;
}

static enum script
main_script(const struct langid *t)
{
	enum script best = SCRIPT_NONE;

	for (int s = 1; s < SCRIPT_COUNT; s++)
		if (t->tally[s].letters > (best == SCRIPT_NONE ? 0 :
		    t->tally[best].letters))
			best = s;
	return best;
}

/* No language writes most of its words with one letter. */
static bool
is_noise(const struct tally *y)
{
	return y->words >= NOISE_WORDS && y->single * 2 > y->words;
}

/* The languages of a script with their scores. */
struct scores {
	const struct model_script *script;
	int known; /* the class of the unknown, if there is one, is the last */
	int32_t score[LANGID_LANGUAGES];
	bool taken[LANGID_LANGUAGES];
};

/* The first of the likeliest; 0 where there are none. */
static int
likeliest(const struct scores *s)
{
	int32_t top = INT32_MIN;
	int best = 0;

	for (int l = 0; l < s->script->count; l++)
		top = s->score[l] > top ? s->score[l] : top;
	while (best < s->script->count && s->score[best] != top)
		best++;
	return best;
}

static uint64_t
all_likelihoods(const struct scores *s, int32_t top)
{
	uint64_t all = 0;

	for (int l = 0; l < s->script->count; l++)
		all += likelihood(top, s->score[l]);
	return all;
}

/* The likeliest that is not taken yet; -1: none is left. */
static int
take_best(struct scores *s, const struct langid_set *only, int first)
{
	int best = -1;

	if (only == NULL && first < s->known && !s->taken[first]) {
		s->taken[first] = true;
		return first;
	}

	for (int l = 0; l < s->known; l++)
		if ((best < 0 || s->score[l] > s->score[best]) &&
		    !s->taken[l] &&
		    (only == NULL || only->has[s->script->first + l]))
			best = l;
	if (best >= 0)
		s->taken[best] = true;
	return best;
}

int
langid_guesses(struct langid *t, const struct langid_set *only,
    struct langid_guess *to, int most)
{
	enum script script = main_script(t);
	struct tally *y = &t->tally[script];
	struct scores s;
	uint64_t all;
	int32_t top;
	int n = 0, best, first;

	s.script = &model_script[script];
	s.known = s.script->count;
	if (s.known > 0 && is_unknown(s.script->first + s.known - 1))
		s.known--;
	memset(s.taken, 0, (size_t)s.known);
	score_all(y, s.script, s.score);
	raise_unknown(y, s.script, s.score);
	first = likeliest(&s);
	top = s.known > 0 ? s.score[first] : 0;
	all = all_likelihoods(&s, top);
	while (n < most && (best = take_best(&s, only, first)) >= 0) {
		to[n].code = model_language[s.script->first + best].code;
		to[n].confidence = (int)(likelihood(top, s.score[best]) *
		    (uint64_t)LANGID_SURE / all) / (is_noise(y) ? 4 : 1);
		to[n++].script = script;
	}
	if (n == 0)
		to[n++] = (struct langid_guess){"und", 0, script};
	return n;
}

struct langid_guess
langid_best(struct langid *t, const struct langid_set *only)
{
	struct langid_guess best;

	langid_guesses(t, only, &best, 1);
	return best;
}

struct langid_guess
langid_document(struct langid *t, struct str text,
    const struct langid_set *only)
{
	if (text.n > LANGID_READ)
		text.n = LANGID_READ;
	langid_begin(t);
	langid_add(t, text);
	return langid_best(t, only);
}

struct langid_guess
langid_guess(struct str text)
{
	struct langid *t = langid_new();
	struct langid_guess best = langid_document(t, text, NULL);

	langid_free(t);
	if (best.confidence < LANGID_LIKELY)
		best.code = "und";
	return best;
}

/* -- The languages -- */

bool
langid_set_add(struct langid_set *set, struct str code)
{
	bool found = false;

	for (int l = 0; l < model_languages; l++)
		if (str_eq(str_of(model_language[l].code), code) &&
		    !is_unknown(l))
			found = set->has[l] = true;
	return found;
}

bool
langid_set_has(const struct langid_set *set, const char *code)
{
	for (int l = 0; l < model_languages; l++)
		if (set->has[l] && strcmp(model_language[l].code, code) == 0)
			return true;
	return false;
}

static const char *const codes[] = {
#define X(code, name) [SCRIPT_##code] = #code,
	SCRIPTS(X)
#undef X
};

const char *
langid_script(const struct langid *t, const struct langid_guess *g)
{
	const struct tally *y = &t->tally[SCRIPT_Cjk];

	if (g->script != SCRIPT_Cjk)
		return codes[g->script];
	if (strcmp(g->code, "ja") == 0)
		return "Jpan";
	if (y->simplified > 3 * y->traditional)
		return "Hans";
	return y->traditional > 3 * y->simplified ? "Hant" : NULL;
}

bool
langid_language(int i, struct langid_language *to)
{
	for (int s = 1; s < SCRIPT_COUNT; s++)
		for (int l = 0; l < model_script[s].count; l++) {
			const struct model_language *x =
			    &model_language[model_script[s].first + l];

			if (is_unknown(model_script[s].first + l) ||
			    i-- > 0)
				continue;
			*to = (struct langid_language){x->code,
			    s == SCRIPT_Cjk ? strcmp(x->code, "ja") == 0 ?
			    "Jpan" : "Hani" : codes[s], x->words};
			return true;
		}
	return false;
}

const char *
langid_version(void)
{
	return model_version;
}
