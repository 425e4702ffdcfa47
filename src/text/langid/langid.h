/* SPDX-License-Identifier: MIT */
/*
 * Language identification: which language a text is written in, by the
 * letters of its words.
 *
 * The script that most of the letters belong to decides first; Han, kana and
 * Hangul count twice, since they say more.  Within a script that several
 * languages share, the scores of text/langid/model do.  The confidence is
 * the softmax of the scores over all languages of the script and one class
 * of what is no language we know, scaled so that of what has .9 or more at
 * least 99 % is right in sentences.
 *
 * Not counted, since it is of no language: tokens with digits, addresses of
 * the net and of mail, @names, tags (<...>), words of two scripts.  Integers
 * only, so the answer is the same on every machine.
 *
 * What is judged of a document is its first LANGID_READ bytes, in every
 * program.
 */
#ifndef TEXT_LANGID_LANGID_H
#define TEXT_LANGID_LANGID_H

#include <stdbool.h>
#include <stdint.h>

#include "base/buf.h"
#include "text/langid/script.h"

enum {
	LANGID_READ = 32 * 1024, /* bytes */
	LANGID_SURE = 1000,      /* confidence is in thousandths */
	LANGID_LIKELY = 500,     /* below this, say "und" */
	LANGID_LANGUAGES = 256   /* at most that many, script by script */
};

/* `code` is ISO 639-1, else 639-3; "und" (no letters) has confidence 0. */
struct langid_guess {
	const char *code;
	int confidence;
	enum script script;
};

/* Some of the languages.  A zeroed one has none. */
struct langid_set {
	bool has[LANGID_LANGUAGES];
};

/* Add a language by its code.  False: we do not know it. */
bool langid_set_add(struct langid_set *, struct str code);
bool langid_set_has(const struct langid_set *, const char *code);

/* A text being judged, and a memo of words from one text to the next. */
struct langid;
struct langid *langid_new(void);
void langid_free(struct langid *);

/* Forget the text. */
void langid_begin(struct langid *);

/* More of the text.  A word that is cut between two pieces is two words. */
void langid_add(struct langid *, struct str piece);

/*
 * The languages the text may be in, of `only` (NULL: of all), the likeliest
 * first; how many there are, at least 1 and at most `most`.
 */
int langid_guesses(struct langid *, const struct langid_set *only,
    struct langid_guess *to, int most);

/* The likeliest. */
struct langid_guess langid_best(struct langid *,
    const struct langid_set *only);

/* All in one: what the first LANGID_READ bytes of a document are. */
struct langid_guess langid_document(struct langid *, struct str text,
    const struct langid_set *only);

/* The same for whoever asks once; "und" if it is not LANGID_LIKELY. */
struct langid_guess langid_guess(struct str text);

/*
 * The script that the guess is written in (ISO 15924): Latn, Jpan; Chinese is
 * Hans or Hant.  NULL: the text does not tell.  Not of "und".
 */
const char *langid_script(const struct langid *, const struct langid_guess *);

/* Letters of the text that counted, of one script; of all: SCRIPT_NONE. */
uint64_t langid_letters(const struct langid *, enum script);

/* The i-th language in one script; false: there are not so many. */
struct langid_language {
	const char *code, *script; /* ISO 15924 */
	uint32_t words; /* it was trained on; 0: the script says it all */
};
bool langid_language(int i, struct langid_language *);

const char *langid_version(void); /* of the model: "langid.model 01234567" */

#endif
