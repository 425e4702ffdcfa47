/* SPDX-License-Identifier: MIT */
/*
 * Superscripts and subscripts in plain text, so that no digit reads as part
 * of the number or word before it:
 *
 *   the mark of a note, which is a link       claim[1]
 *   digits and signs                          x², H₂O, 10⁻³, Ca²⁺
 *   a fraction                                5 1/2
 *   an ordinal's letters, an abbreviation's   1st, 3ème, Mlle, nº
 *   TM and SM                                 ™, ℠
 *   marks and signs                           claim*, 20°
 *   all else                                  x^n, a_max, x^(2n)
 *
 * An element is held until its end; so is a fraction's numerator.
 */
#include "html/render/render.h"

#include "html/token/lookahead.h"
#include "text/unicode/superscript.h"
#include "text/unicode/utf.h"

enum { HELD = 4096, SHORT = 40 /* bytes */ };

/* ---- what a text is made of ---- */

static bool
is_digit(uint32_t c)
{
	return c >= '0' && c <= '9';
}

static bool
is_alpha(uint32_t c)
{
	return c < 0x80 ? ascii_is_letter((int)c)
	    : c >= 0xC0 && !(c >= 0x2000 && c < 0x2C00) && c != 0xD7 &&
	        c != 0xF7 && !(c >= 0x3000 && c < 0x3008);
}

struct makeup {
	bool digits, letters, other; /* which of these it has */
	bool numeric;                /* digits, "." and "," alone */
};

static struct makeup
makeup_of(struct str t)
{
	const char *s = t.s, *end = s + t.n;
	struct makeup m = {.numeric = t.n > 0};

	while (s < end) {
		uint32_t c;

		s += utf_step(s, end, &c);
		m.digits |= is_digit(c);
		m.letters |= is_alpha(c);
		m.other |= !is_digit(c) && !is_alpha(c);
		m.numeric &= is_digit(c) || c == '.' || c == ',';
	}
	return m;
}

static bool
is_one_of(struct str t, const char *const *words)
{
	for (; *words != NULL; words++)
		if (str_eq(t, str_of(*words)))
			return true;
	return false;
}

/* Letters that end an ordinal, in the languages that raise them. */
static bool
is_ordinal(struct str t)
{
	static const char *const words[] = {"st", "nd", "rd", "th", "ST", "ND",
	    "RD", "TH", "er", "ers", "re", "res", "\xC3\xA8re", "e", "es",
	    "eme", "\xC3\xA8me", "\xC3\xA8mes", "\xC3\xA9", "d", "de", "nde",
	    "ste", "o", "a", "os", "as", "ro", "ra", "do", "da", "to", "ta",
	    "vo", "va", "mo", "ma", "no", "na", "\xC2\xBA", "\xC2\xAA", NULL};

	return is_one_of(t, words);
}

/* Letters that end an abbreviation behind its capital: Mlle, Dr, Cie. */
static bool
is_abbreviation(struct str t, uint32_t before)
{
	static const char *const words[] = {"lle", "lles", "me", "mes", "r",
	    "rs", "gr", "ie", "te", "ve", "de", "t", "te", "mo", "ma", NULL};

	return before >= 'A' && before <= 'Z' && is_one_of(t, words);
}

static bool
is_roman(uint32_t c)
{
	return c == 'I' || c == 'V' || c == 'X' || c == 'L' || c == 'C';
}

/* ---- writing ---- */

static void
put(struct render *c, struct str t)
{
	if (t.n > 0)
		paint_reader.text(c, t);
}

/* What stands right before; 0: a blank, or the line's beginning. */
static uint32_t
before(const struct render *c)
{
	uint32_t last = 0;

	if (c->coding == CODE_NONE)
		return !lines_open(c->lines) || lines_blank_due(c->lines)
		    ? 0 : c->last;
	if (c->code.n > 0)
		utf_back(c->code.s, c->code.s + c->code.n, &last);
	return last == ' ' || last == '\n' ? 0 : last;
}

/* With the mark that says which it is, and parentheses if it is several. */
static void
put_marked(struct render *c, struct str t, bool super)
{
	struct makeup m = makeup_of(t);
	bool simple = m.numeric || (m.letters && !m.digits && !m.other);

	put(c, super ? STR("^") : STR("_"));
	if (!simple)
		put(c, STR("("));
	put(c, t);
	if (!simple)
		put(c, STR(")"));
	else
		c->apart = true;
}

static void
put_apart(struct render *c, struct str t)
{
	put(c, t);
	c->apart = true;
}

/* The sign that is written so, or nothing. */
static struct str
sign_of(struct str t)
{
	if (str_eq(t, STR("TM")) || str_eq(t, STR("tm")))
		return STR("\xE2\x84\xA2");
	if (str_eq(t, STR("SM")) || str_eq(t, STR("sm")))
		return STR("\xE2\x84\xA0");
	return (struct str){0};
}

static void
put_super(struct render *c, struct str t)
{
	uint32_t last = before(c);
	struct makeup m = makeup_of(t);
	struct str sign = sign_of(t);

	if (sign.n > 0)
		put(c, sign);
	else if ((last == 'n' || last == 'N') && str_eq(t, STR("o")))
		put(c, STR("\xC2\xBA"));
	else if ((!m.digits && !m.letters) || t.s[0] == '[' || t.s[0] == '(' ||
	    ((is_digit(last) || is_roman(last) || last == ')') &&
	        is_ordinal(t)) || is_abbreviation(t, last))
		put(c, t);
	else if (last == 0 || !(is_alpha(last) || is_digit(last) ||
	        last == ')' || last == ']' || last == '|'))
		put_apart(c, t);
	else
		put_marked(c, t, true);
}

static void
put_sub(struct render *c, struct str t)
{
	struct makeup m = makeup_of(t);

	if (before(c) == 0 || (!m.digits && !m.letters))
		put(c, t);
	else
		put_marked(c, t, false);
}

/* ---- fractions ---- */

static void
forget_numerator(struct script *s)
{
	s->numerator.n = 0;
	s->slash = false;
}

/* It was none: the numerator is a power, or the mark of a note. */
void
script_settle(struct render *c)
{
	struct script *s = &c->script;
	struct buf raised = {0};
	bool slash = s->slash;

	if (s->numerator.n == 0)
		return;
	superscript_put(&raised, buf_str(&s->numerator));
	forget_numerator(s);
	put(c, buf_str(&raised));
	if (slash)
		put(c, STR("/"));
	buf_free(&raised);
}

/* A space before it, behind a whole number. */
static void
put_numerator(struct render *c)
{
	struct script *s = &c->script;
	struct buf numerator = s->numerator;

	s->numerator = (struct buf){0};
	forget_numerator(s);
	if (is_digit(before(c)))
		put(c, STR(" "));
	put(c, buf_str(&numerator));
	put(c, STR("/"));
	buf_free(&numerator);
}

static void
put_quotient(struct render *c, struct str denominator)
{
	put_numerator(c);
	put(c, denominator);
}

/* The bytes of a fraction's line at the beginning of a text. */
static size_t
slash_at(struct str t)
{
	return t.n > 0 && t.s[0] == '/' ? 1
	    : t.n >= 3 && memcmp(t.s, "\xE2\x81\x84", 3) == 0 ? 3 : 0;
}

/* What is left of a text that goes on with a fraction, or ends it. */
struct str
script_follow(struct render *c, struct str t)
{
	struct script *s = &c->script;
	size_t n = s->slash ? 0 : slash_at(t);

	if (s->numerator.n == 0)
		return t;
	t = (struct str){t.s + n, t.n - n};
	s->slash = s->slash || n > 0;
	if (s->slash && t.n > 0 && is_digit((unsigned char)t.s[0]))
		put_numerator(c);
	else if (t.n > 0 || !s->slash)
		script_settle(c);
	return t;
}

/* ---- the elements ---- */

void
script_enter(struct render *c, const struct element *e)
{
	struct script *s = &c->script;
	bool super = e->tag->id == TAG_SUP;

	if (super || !s->slash)
		script_settle(c);
	if (c->options->markdown && c->coding == CODE_NONE) {
		render_mark(c, super ? MARK_SUPER : MARK_SUB, STR(""));
		return;
	}
	s->tape.events.n = s->text.n = 0;
	s->depth = 1;
	s->super = super;
	s->linked = c->links > 0 && c->link_inward;
	s->complex = s->nested = false;
}

/* The text that it holds has been written; or is not short and simple. */
static void
play(struct render *c)
{
	struct tape tape = c->script.tape;

	c->script.tape = (struct tape){0};
	c->script.depth = 0;
	tape_play(&tape, &paint_reader, c);
	tape_free(&tape);
}

static void
play_apart(struct render *c)
{
	if (c->coding == CODE_NONE && before(c) != 0)
		render_part(c);
	play(c);
	c->apart = c->coding == CODE_NONE;
}

static void
play_between(struct render *c, struct str open, struct str close)
{
	put(c, open);
	play(c);
	put(c, close);
	c->apart = c->coding == CODE_NONE;
}

static struct str
trimmed(struct str t)
{
	while (t.n > 0 && (t.s[0] == ' ' || t.s[0] == '\n')) {
		t.s++;
		t.n--;
	}
	while (t.n > 0 && (t.s[t.n - 1] == ' ' || t.s[t.n - 1] == '\n'))
		t.n--;
	return t;
}

/* It has ended; what is in it is known. */
static void
put_script(struct render *c)
{
	struct script *s = &c->script;
	struct buf text = s->text, raised = {0};
	struct str t = trimmed(buf_str(&text));
	bool denominator = s->slash && !s->complex && makeup_of(t).numeric;

	s->text = (struct buf){0};
	if (text.n > 0 && text.s[0] == ' ')
		put(c, STR(" "));
	if (!denominator)
		script_settle(c);
	if (s->complex || t.n > SHORT || t.n == 0)
		play_apart(c);
	else if (s->linked && s->super && t.s[0] != '[' && t.s[0] != '(')
		play_between(c, STR("["), STR("]"));
	else if (s->linked)
		play(c);
	else if (s->nested)
		play_between(c, s->super ? STR("^(") : STR("_("), STR(")"));
	else if (denominator)
		put_quotient(c, t);
	else if (s->super && makeup_of(t).numeric &&
	    superscript_put(&raised, t))
		buf_put(&s->numerator, t.s, t.n);
	else if (s->super ? superscript_put(&raised, t)
	    : subscript_put(&raised, t))
		put(c, buf_str(&raised));
	else if (s->super)
		put_super(c, t);
	else
		put_sub(c, t);
	buf_free(&raised);
	buf_free(&text);
}

/* ---- holding ---- */

static bool
let_go_if_long(struct render *c)
{
	struct script *s = &c->script;

	if (s->tape.events.n > HELD) {
		s->text.n = 0;
		script_settle(c);
		play_apart(c);
	}
	return true;
}

bool
script_hold_enter(struct render *c, const struct element *e)
{
	struct script *s = &c->script;
	enum tag_id id = e->tag->id;

	if (s->depth == 0) {
		if (s->numerator.n > 0 && id != TAG_SUB)
			script_settle(c);
		return false;
	}
	s->linked |= id == TAG_A && element_get(e, "href") != NULL;
	s->nested |= id == TAG_SUP || id == TAG_SUB;
	s->complex |= e->tag->box != BOX_INLINE || id == TAG_IMG ||
	    id == TAG_BR || id == TAG_MATH;
	s->depth++;
	tape_enter(&s->tape, e);
	return let_go_if_long(c);
}

bool
script_hold_leave(struct render *c, const struct tag *tag)
{
	struct script *s = &c->script;

	if (s->depth == 0) {
		if (s->numerator.n > 0 && (tag->box != BOX_INLINE ||
		        render_top(c)->mark || render_top(c)->holds))
			script_settle(c);
		return false;
	}
	if (--s->depth == 0) {
		put_script(c);
		return false;
	}
	tape_leave(&s->tape, tag);
	return let_go_if_long(c);
}

bool
script_hold_text(struct render *c, struct str text)
{
	struct script *s = &c->script;

	if (s->depth == 0)
		return false;
	if (!c->in_image && s->text.n <= SHORT)
		buf_put(&s->text, text.s, text.n);
	tape_text(&s->tape, text);
	return let_go_if_long(c);
}

bool
script_hold_ended(struct render *c, const struct tag *tag)
{
	struct script *s = &c->script;

	if (s->depth == 0)
		return false;
	tape_ended(&s->tape, tag);
	return let_go_if_long(c);
}
