/* SPDX-License-Identifier: MIT */
#include "text/stat/textstat.h"

#include <math.h>
#include <stdlib.h>

#include "base/ascii.h"
#include "text/sentences/sent.h"
#include "text/stat/syllable.h"
#include "text/unicode/charclass.h"
#include "text/words/wordform.h"

enum { SENTENCE_MOST = 1024 * 1024 }; /* bytes that are held */

static const char *const names[TEXTSTATS] = {
	"bytes", "chars", "letters", "lines", "paragraphs", "sentences",
	"words", "types", "hapaxes", "syllables", "ttr", "mattr",
	"word_length", "sentence_length", "flesch", "flesch_kincaid", "fog",
	"smog", "ari", "coleman_liau", "lix", "rix",
};

const char *
textstat_name(enum textstat s)
{
	return names[s];
}

bool
textstat_is_count(enum textstat s)
{
	return s < TEXTSTAT_TTR;
}

/* ---- counting ---- */

/* Words that are one, when folded. */
struct type {
	uint64_t times;
	int syllables; /* 0: of a script that has none to count */
};

/* A word as it is written, of which there are not many more. */
struct spelling {
	uint32_t type; /* from 1 */
	uint32_t characters; /* letters and digits */
};

/* A window of words that moves over the text, for MATTR. */
struct window {
	uint32_t *ring;        /* numbers of its words */
	VEC(uint64_t) inside;  /* how often each word is in it */
	uint64_t size, n, types, sum, windows;
};

struct counter {
	struct sent sent; /* first */
	const struct textstat_options *options;
	struct textstats *stats;
	struct map words;   /* a type's number, from 1, by its form */
	VEC(struct type) types;
	struct map written; /* a spelling's number, from 1 */
	VEC(struct spelling) spellings;
	struct window window;
	struct buf sentence, form;
	uint64_t long_words;    /* of more than six letters: LIX */
	uint64_t polysyllables; /* of three syllables or more */
	uint64_t characters;    /* letters and digits of words */
	bool no_syllables;      /* a script that has none to count */
};

static void
move_window(struct window *w, uint32_t word)
{
	uint64_t at = w->n % w->size;

	while (w->inside.n <= word)
		*vec_add(&w->inside) = 0;
	if (w->n >= w->size)
		w->types -= --w->inside.at[w->ring[at]] == 0;
	w->ring[at] = word;
	w->types += w->inside.at[word]++ == 0;
	if (++w->n < w->size)
		return;
	w->sum += w->types;
	w->windows++;
}

static const char *
twins_of(const struct language *l)
{
	static const struct {
		const char *language, *twins;
	} rows[] = {
		{"es", "ea eo ae ao oe oa ee oo"},
		{"pt", "ea eo ae ao oe oa"},
		{"it", "ea eo ae ao oe oa"},
		{"de", "ea eo ao oa ue"}, {"nl", "ea eo ao"},
		{"ru", NULL}, {NULL, NULL},
	};

	for (int i = 0; rows[i].language != NULL; i++)
		if (language_is(l, rows[i].language))
			return rows[i].twins;
	return NULL;
}

static int
syllables_of(const struct counter *c, struct str form)
{
	if (language_is(c->options->language, "en"))
		return syllables_english(form);
	return syllables_by_vowels(form, twins_of(c->options->language));
}

/* Letters and digits of a word. */
static uint64_t
count_characters(struct str word)
{
	const char *s = word.s, *end = s + word.n;
	uint64_t n = 0;
	uint32_t c;

	while (s < end) {
		s += utf_step(s, end, &c);
		n += c != UTF_BAD && (charclass_of(c) &
		    (CHARCLASS_LETTER | CHARCLASS_NUMBER)) != 0;
	}
	return n;
}

static bool
has_letter(struct str word)
{
	const char *s = word.s, *end = s + word.n;
	uint32_t c;

	while (s < end) {
		s += utf_step(s, end, &c);
		if (c != UTF_BAD && charclass_of(c) & CHARCLASS_LETTER)
			return true;
	}
	return false;
}

/* What is counted of a word once, however often it stands there. */
static struct type
new_type(const struct counter *c, struct str form)
{
	/* A number has one syllable. */
	return (struct type){0, has_letter(form) ? syllables_of(c, form) : 1};
}

static struct spelling
new_spelling(struct counter *c, struct str word)
{
	struct map_slot *slot;

	c->form.n = 0;
	wordform_put(&c->form, word, c->options->words->form | NORM_FOLD);
	slot = map_at(&c->words, buf_str(&c->form));
	if (slot->count == 0) {
		*vec_add(&c->types) = new_type(c, buf_str(&c->form));
		slot->count = c->types.n;
	}
	return (struct spelling){(uint32_t)slot->count,
	    (uint32_t)count_characters(word)};
}

static struct spelling
spelling_of(struct counter *c, struct str word)
{
	struct map_slot *slot = map_at(&c->written, word);

	if (slot->count == 0) {
		*vec_add(&c->spellings) = new_spelling(c, word);
		slot->count = c->spellings.n;
	}
	return c->spellings.at[slot->count - 1];
}

static void
count_word(struct counter *c, struct str word)
{
	struct spelling spelling = spelling_of(c, word);
	struct type *type = &c->types.at[spelling.type - 1];

	type->times++;
	move_window(&c->window, spelling.type);
	c->no_syllables = c->no_syllables || type->syllables == 0;
	c->stats->counts[TEXTSTAT_WORDS]++;
	c->stats->counts[TEXTSTAT_SYLLABLES] += (uint64_t)type->syllables;
	c->polysyllables += type->syllables >= 3;
	c->characters += spelling.characters;
	c->long_words += spelling.characters > 6;
}

/* A sentence of words; one without is none. */
static void
end_sentence(struct counter *c)
{
	struct source in = source_over(buf_str(&c->sentence));
	struct words words = words_in(&in, &c->options->words->rules);
	uint64_t before = c->stats->counts[TEXTSTAT_WORDS];
	struct segment s;

	while (word_next(&words, &s))
		if (s.word)
			count_word(c, s.text);
	c->stats->counts[TEXTSTAT_SENTENCES] +=
	    c->stats->counts[TEXTSTAT_WORDS] > before;
	c->sentence.n = 0;
}

/* Bytes, characters and lines of any piece of the text. */
static void
count_bytes(struct textstats *t, struct str text)
{
	const char *s = text.s, *end = s + text.n;
	uint64_t chars = 0, lines = 0, letters = 0;
	uint32_t c;

	while (s < end) {
		s += utf_step(s, end, &c);
		chars++;
		lines += c == '\n';
		letters += c < 0x80 ? ascii_is_letter((int)c) : c != UTF_BAD &&
		    (charclass_of(c) & CHARCLASS_LETTER) != 0;
	}
	t->counts[TEXTSTAT_BYTES] += text.n;
	t->counts[TEXTSTAT_CHARS] += chars;
	t->counts[TEXTSTAT_LINES] += lines;
	t->counts[TEXTSTAT_LETTERS] += letters;
}

static void
take_piece(struct sent *s, enum sent_piece kind, struct str text)
{
	struct counter *c = (struct counter *)s;

	count_bytes(c->stats, text);
	switch (kind) {
	case SENT_TEXT:
		buf_put(&c->sentence, text.s, text.n);
		if (c->sentence.n > SENTENCE_MOST)
			end_sentence(c);
		break;
	case SENT_WRAP: case SENT_GLUE:
		buf_putc(&c->sentence, ' ');
		break;
	case SENT_END:
		end_sentence(c);
		break;
	case SENT_PARAGRAPH:
		c->stats->counts[TEXTSTAT_PARAGRAPHS]++;
		break;
	case SENT_BLANK:
		break;
	}
}

/* ---- numbers from counts ---- */

static void
set(struct textstats *t, enum textstat s, double value)
{
	t->values[s] = value;
	t->known[s] = true;
}

/* Flesch's formula, by the language's constants. */
static double
flesch(const struct language *l, double sentence, double syllables)
{
	static const struct {
		const char *language;
		double base, sentence, syllables;
	} rows[] = {
		{"de", 180, 1, 58.5},          /* Amstad 1978 */
		{"fr", 207, 1.015, 73.6},      /* Kandel and Moles 1958 */
		{"es", 206.84, 1.02, 60},      /* Fernandez Huerta 1959 */
		{"it", 217, 1.3, 60},          /* Franchina and Vacca 1986 */
		{NULL, 206.835, 1.015, 84.6},  /* Flesch 1948 */
	};
	int i = 0;

	while (rows[i].language != NULL && !language_is(l, rows[i].language))
		i++;
	return rows[i].base - rows[i].sentence * sentence -
	    rows[i].syllables * syllables;
}

static void
set_syllable_scores(struct counter *c, double words, double sentences)
{
	double syllables = (double)c->stats->counts[TEXTSTAT_SYLLABLES] / words;
	double poly = (double)c->polysyllables, length = words / sentences;

	set(c->stats, TEXTSTAT_FLESCH, flesch(c->options->language, length,
	    syllables));
	set(c->stats, TEXTSTAT_FLESCH_KINCAID,
	    .39 * length + 11.8 * syllables - 15.59);
	set(c->stats, TEXTSTAT_FOG, .4 * (length + 100 * poly / words));
	set(c->stats, TEXTSTAT_SMOG,
	    1.0430 * sqrt(poly * 30 / sentences) + 3.1291);
}

static void
set_scores(struct counter *c)
{
	double words = (double)c->stats->counts[TEXTSTAT_WORDS];
	double sentences = (double)c->stats->counts[TEXTSTAT_SENTENCES];
	double characters = (double)c->characters;
	double long_words = (double)c->long_words;

	set(c->stats, TEXTSTAT_WORD_LENGTH, characters / words);
	set(c->stats, TEXTSTAT_SENTENCE_LENGTH, words / sentences);
	set(c->stats, TEXTSTAT_ARI, 4.71 * characters / words +
	    .5 * words / sentences - 21.43);
	set(c->stats, TEXTSTAT_COLEMAN_LIAU, 5.88 * characters / words -
	    29.6 * sentences / words - 15.8);
	set(c->stats, TEXTSTAT_LIX, words / sentences +
	    100 * long_words / words);
	set(c->stats, TEXTSTAT_RIX, long_words / sentences);
	if (!c->no_syllables)
		set_syllable_scores(c, words, sentences);
}

/* A text shorter than the window is one window. */
static double
mattr(const struct window *w, uint64_t types)
{
	if (w->windows == 0)
		return (double)types / (double)w->n;
	return (double)w->sum / (double)w->windows / (double)w->size;
}

static void
set_all(struct counter *c)
{
	uint64_t *counts = c->stats->counts;

	counts[TEXTSTAT_TYPES] = c->types.n;
	for (size_t i = 0; i < c->types.n; i++)
		counts[TEXTSTAT_HAPAXES] += c->types.at[i].times == 1;
	for (int i = 0; i < TEXTSTAT_TTR; i++)
		set(c->stats, (enum textstat)i, (double)counts[i]);
	c->stats->known[TEXTSTAT_SYLLABLES] = !c->no_syllables;
	if (counts[TEXTSTAT_WORDS] == 0)
		return;
	set(c->stats, TEXTSTAT_TTR, (double)counts[TEXTSTAT_TYPES] /
	    (double)counts[TEXTSTAT_WORDS]);
	set(c->stats, TEXTSTAT_MATTR,
	    mattr(&c->window, counts[TEXTSTAT_TYPES]));
	set_scores(c);
}

void
textstats_of(struct textstats *t, struct source *in, const struct abbr *abbr,
    const struct textstat_options *o)
{
	struct counter c = {.sent = {.piece = take_piece, .abbr = abbr},
	    .options = o, .stats = t, .words = map_open(0),
	    .written = map_open(0),
	    .window = {.size = o->window}};

	*t = (struct textstats){0};
	c.window.ring = mem_alloc(o->window, sizeof *c.window.ring);
	sent_run(&c.sent, in);
	end_sentence(&c);
	set_all(&c);
	free(c.window.ring);
	vec_free(&c.window.inside);
	vec_free(&c.types);
	vec_free(&c.spellings);
	map_free(&c.words);
	map_free(&c.written);
	buf_free(&c.sentence);
	buf_free(&c.form);
}
