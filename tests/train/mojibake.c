/* SPDX-License-Identifier: MIT */
/*
 * Which characters stand side by side in clean text, for text/mojibake/mojibake:
 *	xz -dc words.tsv.xz | mojibake TEXT.tsv... >src/data/mojibake.pairs
 *
 * A line of the input is LANGUAGE.SCRIPT, TAB, a word in lower case, TAB, its
 * share of the language's text; a line of TEXT.tsv is a language, TAB, a
 * text.  Two classes are a clean pair that the texts have PAIRS times, or
 * that words have, as they are or in upper case, which together are SHARE of
 * their language; EDGE_SHARE where a word begins and ends, of words of more
 * than one letter, since such are the pieces of mojibake in lists of words.
 */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <utf8proc.h>

#include "base/buf.h"
#include "base/complain.h"
#include "text/mojibake/mojibakedata.h"
#include "text/unicode/utf.h"

enum {
	PAIRS = 2, KNOWN = 3,
	FLORIN = 0x192 /* a letter in Ewe alone, elsewhere a misread byte */
};

static const double SHARE = 4e-6, EDGE_SHARE = 4e-5;

static double share[PAIR_CLASSES][PAIR_CLASSES]; /* of this language */
static double often[PAIR_CLASSES];               /* in all languages */
static unsigned seen[PAIR_CLASSES][PAIR_CLASSES];
static uint32_t times[0x110000], point[PAIR_CLASSES];

static void
read_all(FILE *f, struct buf *to)
{
	size_t n;

	while ((n = fread(buf_room(to, 1 << 20), 1, 1 << 20, f)) > 0)
		to->n += n;
}

static bool
is_own(unsigned a, unsigned b)
{
	return a >= PAIR_OWN || b >= PAIR_OWN;
}

/* -- Texts -- */

static void
read_text(struct str t)
{
	unsigned before = PAIR_SPACE, k;
	const char *s = t.s, *end = t.s + t.n;

	while (s <= end) {
		uint32_t c = ' ';

		s += s < end ? utf_step(s, end, &c) : 1;
		if (c == UTF_BAD)
			return;
		times[c]++;
		k = pair_class(c);
		seen[before][k] += is_own(before, k);
		before = k;
	}
}

static void
read_texts(const char *name)
{
	struct buf all = {0};
	FILE *f = fopen(name, "r");
	char *s, *end;

	if (f == NULL)
		die("%s:", name);
	read_all(f, &all);
	fclose(f);
	for (s = all.s; (end = memchr(s, '\n', all.s + all.n - s)) != NULL;
	    s = end + 1) {
		char *tab = memchr(s, '\t', end - s);

		if (tab != NULL)
			read_text((struct str){tab + 1, end - tab - 1});
	}
	buf_free(&all);
}

/* -- Words -- */

static void
end_language(void)
{
	for (unsigned a = 0; a < PAIR_CLASSES; a++)
		for (unsigned b = 0; b < PAIR_CLASSES; b++) {
			double least = a == PAIR_SPACE || b == PAIR_SPACE ?
			    EDGE_SHARE : SHARE;

			if (share[a][b] >= least)
				seen[a][b] += PAIRS;
			share[a][b] = 0;
		}
}

static void
add_pair(uint32_t a, uint32_t b, double part)
{
	unsigned x = pair_class(a), y = pair_class(b);

	if (is_own(x, y))
		share[x][y] += part;
}

/* As it is, and all in upper case. */
static void
read_word(struct str w, double part)
{
	const char *s = w.s, *end = w.s + w.n;
	uint32_t before = 0, c;

	while (s < end) {
		uint32_t up;

		s += utf_step(s, end, &c);
		if (c == UTF_BAD)
			return;
		up = (uint32_t)utf8proc_toupper((utf8proc_int32_t)c);
		if (part >= SHARE) {
			times[c] += KNOWN;
			times[up] += KNOWN;
		}
		often[pair_class(c)] += part;
		often[pair_class(up)] += part / 8;
		if (before != 0) {
			uint32_t up_before = (uint32_t)utf8proc_toupper(
			    (utf8proc_int32_t)before);

			add_pair(before, c, part);
			add_pair(up_before, up, part / 4);
		}
		before = c;
	}
}

/*
 * Its first letter in upper case and the second; what it begins and ends with,
 * unless it is one letter.
 */
static void
read_edges(struct str w, double part)
{
	const char *s = w.s, *end = w.s + w.n;
	uint32_t a, b, last, up;

	s += utf_step(s, end, &a);
	if (s == end)
		return;
	utf_step(s, end, &b);
	utf_back(w.s, end, &last);
	if (a == UTF_BAD || b == UTF_BAD || last == UTF_BAD)
		return;
	up = (uint32_t)utf8proc_toupper((utf8proc_int32_t)a);
	add_pair(up, b, part / 2);
	add_pair(' ', a, part);
	add_pair(' ', up, part);
	add_pair(last, ' ', part);
	add_pair((uint32_t)utf8proc_toupper((utf8proc_int32_t)last), ' ',
	    part / 4);
}

static void
read_words(void)
{
	char line[4096], language[32], word[4000], last[32] = "";
	double part;

	while (fgets(line, sizeof line, stdin) != NULL) {
		if (sscanf(line, "%31[^\t]\t%3999[^\t]\t%lf", language, word,
		    &part) != 3)
			die("a line is not LANGUAGE, word, share");
		if (strcmp(language, last) != 0)
			end_language();
		strcpy(last, language);
		if (strncmp(language, "zz.", 3) == 0)
			continue;
		read_word(str_of(word), part);
		read_edges(str_of(word), part);
	}
	end_language();
}

/*
 * Marks and signs may stand beside blanks, digits and signs, those of running
 * text beside letters and each other, too, and an apostrophe may follow a name's capital.
 */
static void
add_typography(void)
{
	static const char marks[] = "“”‘’«»„‚—–…•·°®™†‡\u00A0";
	static const char quotes[] = "“”‘’«»—–…";
	static const unsigned beside[] = {
		PAIR_LOWER, PAIR_UPPER, PAIR_SPACE, PAIR_ASCII, PAIR_DIGIT,
		PAIR_LETTER
	};
	enum { BESIDE = sizeof beside / sizeof *beside };

	for (unsigned k = PAIR_OWN; k < PAIR_CLASSES && point[k] != 0; k++) {
		utf8proc_category_t category =
		    utf8proc_category((utf8proc_int32_t)point[k]);
		struct buf b = {0};
		bool mark;

		if (category == UTF8PROC_CATEGORY_LU)
			seen[k][pair_class(0x2019)] += PAIRS;
		if (category <= UTF8PROC_CATEGORY_ME ||
		    category == UTF8PROC_CATEGORY_CC)
			continue;
		utf_put(&b, point[k]);
		buf_putc(&b, '\0');
		mark = strstr(marks, b.s) != NULL;
		for (const char *m = quotes; mark && *m != '\0';) {
			uint32_t c;

			m += utf_step(m, m + 4, &c);
			if (strstr(quotes, b.s) != NULL)
				seen[k][pair_class(c)] += PAIRS;
		}
		buf_free(&b);
		for (int i = mark ? 0 : 2; i < BESIDE - !mark; i++) {
			seen[beside[i]][k] += PAIRS;
			seen[k][beside[i]] += PAIRS;
		}
	}
}

/* -- Writing -- */

static void
put_class(unsigned k)
{
	struct buf b = {0};

	if (k < PAIR_OWN)
		buf_putc(&b, "aA0_.LS"[k]);
	else
		utf_put(&b, point[k]);
	fwrite(b.s, 1, b.n, stdout);
	buf_free(&b);
}

static void
put_pairs(void)
{
	unsigned florin = pair_class(FLORIN);

	for (unsigned a = 0; a < PAIR_CLASSES; a++) {
		bool any = false;

		for (unsigned b = 0; b < PAIR_CLASSES; b++) {
			if (seen[a][b] < PAIRS || a == florin || b == florin)
				continue;
			if (!any) {
				put_class(a);
				putchar('\t');
			}
			any = true;
			put_class(b);
		}
		if (any)
			putchar('\n');
	}
}

/* From U+3000 on, where there is much that no sample has, by blocks of 128. */
static void
put_known(void)
{
	uint32_t first = 0;

	for (uint32_t c = 0x3000; c < 0x110000; c++)
		if (times[c] > times[c & ~127u])
			times[c & ~127u] = times[c];
	for (uint32_t c = 0x3000; c < 0x110000; c++)
		times[c] = times[c & ~127u];
	for (uint32_t c = 1; c <= 0x110000; c++) {
		bool is = c < 0x110000 && times[c] >= KNOWN;

		if (is && first == 0)
			first = c;
		if (!is && first != 0) {
			printf("known %04" PRIX32 "-%04" PRIX32 "\n", first,
			    c - 1);
			first = 0;
		}
	}
}

/* In each rank the classes whose share is 2^-(rank + 1) of the most or more. */
static void
put_ranks(void)
{
	double most = 0, least;

	for (unsigned k = PAIR_OWN; k < PAIR_CLASSES; k++)
		most = often[k] > most ? often[k] : most;
	for (int rank = 0; rank < 16; rank++, most = least) {
		least = rank < 15 ? most / 2 : -1;
		printf("rank %d\t", rank);
		for (unsigned k = PAIR_OWN; k < PAIR_CLASSES; k++)
			if (point[k] != 0 && often[k] <= most &&
			    often[k] > least)
				put_class(k);
		putchar('\n');
	}
}

static const char head[] =
"# What stands side by side in clean text, made by `make train-mojibake`.\n"
"# CC BY-SA 4.0.  From sentences and words of:\n"
"#\tTatoeba, https://tatoeba.org, CC BY 2.0 FR\n"
"#\tUniversal Declaration of Human Rights, United Nations, free to copy\n"
"#\tUNILEX, https://github.com/unicode-org/unilex, Unicode licence\n"
"#\tFrequencyWords by Hermit Dave, from OpenSubtitles 2018, CC BY-SA 4.0\n"
"#\twordfreq by Robyn Speer, CC BY-SA 4.0\n"
"#\tUniversal Dependencies, https://universaldependencies.org, the\n"
"#\t\ttreebanks under CC BY and CC BY-SA\n"
"#\tTranslations of LibreOffice and Firefox, MPL 2.0\n"
"# A class, TAB, the classes that follow it; a, A, 0, _ and . are ASCII's\n"
"# letters, digits, blanks and the rest, L and S other letters and the rest.\n"
"# rank N, TAB, the classes that are 2^-N as common as the most common.\n"
"# known FIRST-LAST: code points that these texts have.\n";

int
main(int argc, char *argv[])
{
	complain_as("mojibake");
	for (uint32_t c = 0x80; c < 0x110000; c++)
		if (pair_class(c) >= PAIR_OWN)
			point[pair_class(c)] = c;
	for (int i = 1; i < argc; i++)
		read_texts(argv[i]);
	read_words();
	add_typography();
	printf("%s", head);
	put_known();
	put_ranks();
	put_pairs();
	if (fflush(stdout) != 0)
		die("standard output:");
	return 0;
}
