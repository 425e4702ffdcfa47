/* SPDX-License-Identifier: MIT */
#include "text/pick.h"

#include "text/kind.h"
#include "text/norm.h"
#include "text/utf.h"

#include "gen/stop.h"

struct pick
pick_open(void)
{
	return (struct pick){
		.stop = map_open(0), .only = map_open(0), .longest = SIZE_MAX,
	};
}

void
pick_free(struct pick *p)
{
	map_free(&p->stop);
	map_free(&p->only);
	buf_free(&p->folded);
}

/* The word as lists have it: no case, and one apostrophe, the plain one. */
static void
put_plain(struct buf *b, struct str word)
{
	static const char curly[] = "\xE2\x80\x99";
	char *s;

	b->n = 0;
	norm_put(b, word, NORM_C | NORM_FOLD);
	buf_putc(b, '\0');
	b->n--;
	for (s = b->s; (s = strstr(s, curly)) != NULL; b->n -= 2) {
		*s++ = '\'';
		memmove(s, s + 2, b->n - (size_t)(s + 2 - b->s) + 1);
	}
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
pick_list(struct map *list, struct str text)
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
pick_language(struct pick *p, const char *language)
{
	for (const struct stop_list *l = stop_lists; l->language; l++)
		if (strcmp(l->language, language) == 0) {
			pick_list(&p->stop, str_of(l->words));
			return true;
		}
	return false;
}

bool
pick_chooses(const struct pick *p)
{
	return p->stop.used > 0 || p->only.used > 0 || p->shortest > 0 ||
	    p->longest < SIZE_MAX;
}

static size_t
letters(struct str word)
{
	const char *s = word.s, *end = s + word.n;
	size_t n = 0;
	uint32_t c;

	while (s < end) {
		s += utf_step(s, end, &c);
		n += (kind_of(c) & (KIND_LETTER | KIND_NUMBER)) != 0;
	}
	return n;
}

bool
pick_takes(struct pick *p, struct str word)
{
	size_t n;

	if (p->stop.used > 0 || p->only.used > 0) {
		put_plain(&p->folded, word);
		if (map_has(&p->stop, buf_str(&p->folded)) ||
		    (p->only.used > 0 &&
		    !map_has(&p->only, buf_str(&p->folded))))
			return false;
	}
	if (p->shortest == 0 && p->longest == SIZE_MAX)
		return true;
	n = letters(word);
	return n >= p->shortest && n <= p->longest;
}
