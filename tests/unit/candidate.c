/* SPDX-License-Identifier: MIT */
/*
 * What is seen around a place where a sentence may end: the word before it,
 * the word after it, openers, blanks and lines.  Sentences are written with
 * "|" behind each.
 */
#include "unit.h"

#include "text/sentences/sent.h"

struct collector {
	struct sent sent;
	struct buf out;
};

static void
collect(struct sent *s, enum sent_piece what, struct str t)
{
	struct collector *c = (struct collector *)s;

	if (what == SENT_TEXT)
		buf_put(&c->out, t.s, t.n);
	if (what == SENT_WRAP)
		buf_putc(&c->out, '_');
	if (what == SENT_END)
		buf_putc(&c->out, '|');
}

enum { LINES = 0, WRAPPED = 1 };

static const struct {
	const char *why, *language;
	int mode;
	const char *in, *want;
} rows[] = {
	/* The word before. */
	{"a Roman number of one letter", "und", LINES,
	    "To je Karel V. a jeho syn.", "To je Karel V. a jeho syn.|"},
	{"of four", "und", LINES, "To je Karel XIII. a jeho syn.",
	    "To je Karel XIII. a jeho syn.|"},
	{"of five", "cs", LINES, "Byl to Ludvík XVIII. a jeho dvůr.",
	    "Byl to Ludvík XVIII. a jeho dvůr.|"},
	{"an ordinal of one digit", "de", LINES, "Am 3. Juni kam er.",
	    "Am 3. Juni kam er.|"},
	{"of two", "de", LINES, "Am 12. Juni kam er.", "Am 12. Juni kam er.|"},
	{"a number of three is none", "de", LINES,
	    "Es waren dort 512. Juni war kalt.",
	    "Es waren dort 512.|Juni war kalt.|"},
	{"a number of three ends a sentence", "de", LINES,
	    "Es waren 123. Das war viel.", "Es waren 123.|Das war viel.|"},
	{"nor a Czech one", "cs", LINES, "Bylo jich 512. Petr to ví.",
	    "Bylo jich 512.|Petr to ví.|"},
	{"a year ends one", "de", LINES,
	    "So war es 1990. Das war neu.", "So war es 1990.|Das war neu.|"},
	{"half of a compound", "de", LINES,
	    "Das ist Dipl.-Ing. Meier hier.", "Das ist Dipl.-Ing. Meier hier.|"},
	{"behind an opening bracket", "en", LINES,
	    "It was (Dr. Poe said) late.", "It was (Dr. Poe said) late.|"},
	{"behind a mark of emphasis", "en", LINES, "It was *Dr. Poe* then.",
	    "It was *Dr. Poe* then.|"},
	{"a title that is no unit", "ru", LINES, "Он жил в г. Твери тогда.",
	    "Он жил в г. Твери тогда.|"},
	{"a unit behind a number", "ru", LINES,
	    "Это было в 1990 г. Потом он уехал.",
	    "Это было в 1990 г.|Потом он уехал.|"},
	{"a blank before the point", "fr", LINES, "C'est fini . Il part.",
	    "C'est fini .|Il part.|"},

	/* What comes next. */
	{"a point behind the next word", "en", LINES,
	    "He met J. K. Rowling then.", "He met J. K. Rowling then.|"},
	{"a quote opens the next", "en", LINES,
	    "He came. \"So what?\" she said.",
	    "He came.|\"So what?\" she said.|"},
	{"two openers", "en", LINES, "He came. (\"So what?\") She left.",
	    "He came.|(\"So what?\")|She left.|"},
	{"low quotes of a typewriter", "de", LINES,
	    "Er kam. ,,So ist es.\" Sie ging.",
	    "Er kam.|,,So ist es.\"|Sie ging.|"},
	{"a small letter goes on", "en", LINES, "He said no... and left.",
	    "He said no... and left.|"},
	{"a dash before it, too", "en", LINES, "He said no! - and left.",
	    "He said no! - and left.|"},
	{"a bullet opens the next", "en", LINES, "One thing. \342\200\242 Another.",
	    "One thing.|\342\200\242 Another.|"},

	/* Lines. */
	{"a line's end is a blank where lines are wrapped", "en", WRAPPED,
	    "He came.\nShe left.", "He came.|She left.|"},
	{"an empty line ends a paragraph", "en", WRAPPED,
	    "He met Dr.\n\nPoe came.", "He met Dr.|Poe came.|"},
	{"one line does not", "en", WRAPPED, "He met Dr.\nPoe then.",
	    "He met Dr._Poe then.|"},
	{"and two do not go on in small letters", "en", WRAPPED,
	    "So it went on...\n\nand then he left.",
	    "So it went on...|and then he left.|"},
	{"while one does", "en", WRAPPED, "So it went on...\nand he left.",
	    "So it went on..._and he left.|"},
};

START_TEST(each_row)
{
	struct abbr abbr = {0};
	struct str text = str_of(rows[_i].in);

	abbr_language(&abbr, language_find(str_of(rows[_i].language)));
	for (size_t piece = 1; piece <= text.n + 1; piece += 3) {
		struct pieces p = pieces_of(text, piece, 0);
		struct collector c = {.sent = {.piece = collect, .abbr = &abbr,
		    .wrapped = rows[_i].mode == WRAPPED}};

		sent_run(&c.sent, &p.source);
		ck_assert_msg(strcmp(text_of(&c.out), rows[_i].want) == 0,
		    "%s: %s", rows[_i].why, c.out.s);
		buf_free(&c.out);
		source_free(&p.source);
	}
	abbr_free(&abbr);
}
END_TEST

UNIT_MAIN("candidate", each_row, rows)
