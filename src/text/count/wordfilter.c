/* SPDX-License-Identifier: MIT */
#include "text/count/wordfilter.h"

#include <stdlib.h>

#include "base/complain.h"
#include "base/load.h"
#include "base/mem.h"
#include "base/range.h"
#include "text/language.h"
#include "text/unicode/charclass.h"
#include "text/unicode/utf.h"
#include "text/words/wordform.h"

#include "gen/stop.h"

struct wordfilter
wordfilter_open(void)
{
	return (struct wordfilter){
		.stop = map_open(0), .only = map_open(0), .longest = SIZE_MAX,
	};
}

static void
free_patterns(struct regex **patterns, size_t n)
{
	for (size_t i = 0; i < n; i++)
		regex_free(patterns[i]);
	free(patterns);
}

void
wordfilter_unshare(struct wordfilter *p)
{
	free_patterns(p->match, p->matches);
	free_patterns(p->no_match, p->no_matches);
	p->match = p->no_match = NULL;
	p->matches = p->no_matches = 0;
	buf_free(&p->folded);
}

void
wordfilter_free(struct wordfilter *p)
{
	map_free(&p->stop);
	map_free(&p->only);
	wordfilter_unshare(p);
}

static struct regex **
share_patterns(struct regex **patterns, size_t n)
{
	struct regex **shared = n > 0 ? mem_alloc(n, sizeof *shared) : NULL;

	for (size_t i = 0; i < n; i++)
		shared[i] = regex_share(patterns[i]);
	return shared;
}

struct wordfilter
wordfilter_share(const struct wordfilter *p)
{
	struct wordfilter other = *p;

	other.folded = (struct buf){0};
	other.match = share_patterns(p->match, p->matches);
	other.no_match = share_patterns(p->no_match, p->no_matches);
	return other;
}

bool
wordfilter_match(struct wordfilter *p, const char *regex, bool not,
    bool caseless, char *why)
{
	struct regex ***patterns = not ? &p->no_match : &p->match;
	size_t *n = not ? &p->no_matches : &p->matches;
	struct regex *one = regex_open(str_of(regex), caseless,
	    why);

	if (one == NULL)
		return false;
	*patterns = mem_resize(*patterns, *n + 1, sizeof **patterns);
	(*patterns)[(*n)++] = one;
	return true;
}

/* The form of a word in lists: without case. */
static void
put_plain(struct buf *b, struct str word)
{
	b->n = 0;
	wordform_put(b, word, NORM_C | NORM_FOLD);
}

static void
add_line(struct map *list, struct str line, struct buf *folded)
{
	while (line.n > 0 && strchr(" \t\r", line.s[line.n - 1]) != NULL)
		line.n--;
	if (line.n == 0 || line.s[0] == '#' || !utf_valid(line))
		return;
	put_plain(folded, line);
	map_at(list, buf_str(folded))->count = 1;
}

void
wordfilter_list(struct map *list, struct str text)
{
	struct buf folded = {0};

	while (text.n > 0) {
		const char *end = memchr(text.s, '\n', text.n);
		size_t n = end == NULL ? text.n : (size_t)(end - text.s);

		add_line(list, (struct str){text.s, n}, &folded);
		n += end != NULL;
		text = (struct str){text.s + n, text.n - n};
	}
	buf_free(&folded);
}

bool
wordfilter_language(struct wordfilter *p, const char *language)
{
	for (const struct stop_list *l = stop_lists; l->language; l++)
		if (strcmp(l->language, language) == 0) {
			wordfilter_list(&p->stop, str_of(l->words));
			return true;
		}
	return false;
}

void
wordfilter_file(struct map *list, const char *file)
{
	struct buf lines = {0};

	load_file(&lines, file);
	wordfilter_list(list, buf_str(&lines));
	buf_free(&lines);
}

void
wordfilter_take_length(struct wordfilter *p, const char *value)
{
	uint64_t least, most;

	if (!range_parse(value, &least, &most))
		misuse("--length %s: give a number, or 3-8, 3- or -8", value);
	p->shortest = (size_t)least;
	p->longest = (size_t)most;
}

void
wordfilter_take_language(struct wordfilter *p, const char *value)
{
	wordfilter_language(p, language_option_with("stop-lang", value,
	    LANGUAGE_STOP_WORDS)->code);
}

bool
wordfilter_chooses(const struct wordfilter *p)
{
	return p->stop.used > 0 || p->only.used > 0 || p->shortest > 0 ||
	    p->longest < SIZE_MAX || p->no_numbers || p->matches > 0 ||
	    p->no_matches > 0;
}

/* Its letters and digits; *kinds are those of all its characters together. */
static size_t
letters(struct str word, charclass *kinds)
{
	const char *s = word.s, *end = s + word.n;
	size_t n = 0;
	uint32_t c;

	for (*kinds = 0; s < end;) {
		s += utf_step(s, end, &c);
		*kinds |= charclass_of(c);
		n += (charclass_of(c) &
		    (CHARCLASS_LETTER | CHARCLASS_NUMBER)) != 0;
	}
	return n;
}

static bool
matches_one(struct regex **patterns, size_t n, struct str word)
{
	for (size_t i = 0; i < n; i++)
		if (regex_matches(patterns[i], word))
			return true;
	return false;
}

static bool
matches(const struct wordfilter *p, struct str word)
{
	return (p->matches == 0 || matches_one(p->match, p->matches, word)) &&
	    !matches_one(p->no_match, p->no_matches, word);
}

/*
 * Whether a word is one of the list, or one that lost its vowel before an
 * apostrophe: l' is la, le or lo, dell' is della.
 */
static bool
is_listed(const struct map *list, struct buf *word)
{
	static const char vowels[] = "aeiou";

	if (list->used == 0)
		return false;
	if (map_has(list, buf_str(word)))
		return true;
	if (word->n < 2 || word->s[word->n - 1] != '\'')
		return false;
	for (const char *v = vowels; *v != '\0'; v++) {
		word->s[word->n - 1] = *v;
		if (map_has(list, buf_str(word)))
			return true;
	}
	word->s[word->n - 1] = '\'';
	return false;
}

bool
wordfilter_takes(struct wordfilter *p, struct str word)
{
	charclass kinds;
	size_t n;

	if (p->stop.used > 0 || p->only.used > 0) {
		put_plain(&p->folded, word);
		if (is_listed(&p->stop, &p->folded) ||
		    (p->only.used > 0 &&
		    !map_has(&p->only, buf_str(&p->folded))))
			return false;
	}
	if (p->shortest > 0 || p->longest < SIZE_MAX || p->no_numbers) {
		n = letters(word, &kinds);
		if (n < p->shortest || n > p->longest ||
		    (p->no_numbers && (kinds & CHARCLASS_NUMBER) &&
		    !(kinds & CHARCLASS_LETTER)))
			return false;
	}
	return matches(p, word);
}
