/* SPDX-License-Identifier: MIT */
#include "text/corpus/textline.h"

#include "text/unicode/utf.h"
#include "text/words/wordform.h"

struct textline
textlines_in(struct source *in, const struct wordoptions *o)
{
	return (struct textline){.in = in, .options = o};
}

/* Where to cut a line that is too long: behind its last space, or anywhere. */
static size_t
cut_at(struct str line)
{
	size_t n = TEXTLINE_MOST;

	while (n > TEXTLINE_MOST / 2 && line.s[n - 1] != ' ')
		n--;
	if (n > TEXTLINE_MOST / 2)
		return n;
	for (n = TEXTLINE_MOST; n > TEXTLINE_MOST - 4 &&
	    ((unsigned char)line.s[n] & 0xC0) == 0x80; n--)
		continue;
	return n;
}

bool
textline_next(struct textline *l)
{
	struct str line;

	l->offset += l->passed;
	l->in->at += l->passed;
	l->passed = 0;
	l->words.n = l->forms.n = l->bytes.n = 0;
	if (!source_line(l->in, TEXTLINE_MOST, &line))
		return false;
	l->number += !l->goes_on;
	l->goes_on = line.n > TEXTLINE_MOST;
	if (l->goes_on)
		line.n = cut_at(line);
	l->passed = line.n + (!l->goes_on && line.s + line.n < l->in->end);
	if (!l->goes_on && line.n > 0 && line.s[line.n - 1] == '\r')
		line.n--;
	l->text = line;
	return true;
}

static void
add_form(struct textline *l, struct str word)
{
	size_t from = l->bytes.n;

	wordform_put(&l->bytes, word, l->options->form);
	if (l->options->stem != NULL)
		stem_last(l->options->stem, &l->bytes, from);
	/* the bytes may move: only the length is good yet */
	*vec_add(&l->forms) = (struct str){NULL, l->bytes.n - from};
}

void
textline_cut(struct textline *l)
{
	struct source in = source_over(l->text);
	struct words words = words_in(&in, &l->options->rules);
	struct segment s;
	size_t at = 0;

	in.utf8 = true;
	while (word_next(&words, &s)) {
		if (!s.word)
			continue;
		*vec_add(&l->words) = (struct textword){
		    (size_t)s.offset, s.text.n};
		add_form(l, s.text);
	}
	for (size_t i = 0; i < l->forms.n; i++) {
		l->forms.at[i].s = l->bytes.s + at;
		at += l->forms.at[i].n;
	}
}

void
textline_free(struct textline *l)
{
	vec_free(&l->words);
	vec_free(&l->forms);
	buf_free(&l->bytes);
}
