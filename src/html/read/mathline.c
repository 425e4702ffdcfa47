/* SPDX-License-Identifier: MIT */
/*
 * A formula as a line of text, by the rules in html/read/math.
 */
#include "html/read/mathtree.h"

#include <string.h>

#include "html/token/lookahead.h"
#include "text/unicode/superscript.h"
#include "text/unicode/utf.h"

/* How a part that has been written behaves beside others. */
struct ends {
	bool word_first, word_last; /* a name of several letters */
	bool fraction_first, fraction_last;
	bool script_last; /* which is not raised or lowered */
	bool empty;
};

static struct ends put(const struct formula *, struct buf *, size_t);

static bool
is_alnum(uint32_t c)
{
	return c >= 0x80 ? !((c >= 0x2000 && c < 0x2C00) || c == 0xD7 ||
	        c == 0xF7 || c == 0xB1 || c == 0xB7)
	    : ascii_is_letter((int)c) || (c >= '0' && c <= '9');
}

/* A token's text: white space collapsed, invisible operators left out. */
static void
put_token_text(const struct formula *f, struct buf *to, size_t i, size_t from)
{
	const struct node *n = &f->nodes[i];
	const char *s = n->text.s, *end = s + n->text.n;

	for (size_t k = n->tag != NULL ? n->child : 0; k != 0;
	    k = f->nodes[k].next)
		put_token_text(f, to, k, from);
	while (s < end) {
		uint32_t c;
		int step = utf_step(s, end, &c);

		if (c == 0xA0 || (c < 0x80 && ascii_is_space((int)c))) {
			if (to->n == from || to->s[to->n - 1] != ' ')
				buf_putc(to, ' ');
		} else if (!(c >= 0x2061 && c <= 0x2064) && c != 0x200B &&
		    c != 0xFEFF) {
			buf_put(to, s, (size_t)step);
		}
		s += step;
	}
}

static struct ends
put_token(const struct formula *f, struct buf *to, size_t i)
{
	size_t from = to->n, letters = 0;
	enum tag_id id = math_id_of(f, i);
	struct ends ends = {false};
	struct str t;

	put_token_text(f, to, i, from);
	if (id != TAG_MTEXT) {
		while (to->n > from && to->s[to->n - 1] == ' ')
			to->n--;
		if (to->n > from && to->s[from] == ' ')
			memmove(to->s + from, to->s + from + 1,
			    --to->n - from);
	}
	t = (struct str){to->s + from, to->n - from};
	if (id == TAG_MO && str_eq(t, STR("-"))) {
		to->n = from;
		buf_puts(to, "\xE2\x88\x92");
	}
	while (letters < t.n && ascii_is_letter(t.s[letters]))
		letters++;
	ends.word_first = ends.word_last = letters > 1 && letters == t.n;
	ends.empty = to->n == from;
	return ends;
}

/* Whether a space has to stand between two parts, the first of `n` bytes. */
static bool
must_part(const struct buf *to, size_t n, size_t before, struct ends a,
    struct ends b)
{
	uint32_t last, first;
	bool digit;

	if (n == before || to->n == n)
		return false;
	utf_back(to->s, to->s + n, &last);
	utf_step(to->s + n, to->s + to->n, &first);
	if ((a.fraction_last && (is_alnum(first) || first == '(')) ||
	    (a.script_last && is_alnum(first)) ||
	    (b.fraction_first && (is_alnum(last) || last == ')')))
		return true;
	digit = first >= '0' && first <= '9';
	return is_alnum(last) && is_alnum(first) &&
	    (a.word_last || b.word_first || (digit && last < 0x80));
}

/* Put a space at `at`, into what has been written. */
static void
insert(struct buf *to, size_t at, char c)
{
	buf_putc(to, c);
	memmove(to->s + at + 1, to->s + at, to->n - 1 - at);
	to->s[at] = c;
}

static uint32_t
last_of(const struct buf *to, size_t from)
{
	uint32_t c = 0;

	if (to->n > from)
		utf_back(to->s + from, to->s + to->n, &c);
	return c;
}

static bool
opens(uint32_t c)
{
	return c == '(' || c == '[' || c == '{' || c == '|' || c == 0x2016 ||
	    c == 0x27E8;
}

/* Children from `i` on, one after the other. */
static struct ends
put_row(const struct formula *f, struct buf *to, size_t i)
{
	size_t from = to->n;
	struct ends ends = {.empty = true}, a = {false};

	for (; i != 0; i = f->nodes[i].next) {
		size_t n = to->n;
		bool bare = math_id_of(f, i) == TAG_MTABLE && n > from &&
		    !opens(last_of(to, from));
		struct ends b;

		if (f->nodes[i].tag == NULL && math_child_of(f, i, 0) == 0 &&
		    f->nodes[i].text.n > 0 &&
		    ascii_is_space(f->nodes[i].text.s[0]) &&
		    f->nodes[i].text.n < 2)
			continue;
		if (bare)
			buf_putc(to, '(');
		b = put(f, to, i);
		if (bare)
			buf_putc(to, ')');
		if (to->n == n)
			continue;
		if (must_part(to, n, from, a, b))
			insert(to, n, ' ');
		if (ends.empty)
			ends = b;
		ends.empty = false;
		a = b;
	}
	ends.word_last = a.word_last;
	ends.fraction_last = a.fraction_last;
	ends.script_last = a.script_last;
	return ends;
}

/* Whether a text is in a pair of parentheses as a whole. */
static bool
is_fenced(struct str t)
{
	int depth = 0;

	if (t.n < 2 || t.s[0] != '(')
		return false;
	for (size_t i = 0; i < t.n; i++) {
		depth += t.s[i] == '(' ? 1 : t.s[i] == ')' ? -1 : 0;
		if (depth == 0)
			return i == t.n - 1;
	}
	return false;
}

static bool is_atom(const struct formula *, size_t, bool scripts);

/* d or ∂ and one thing: dx, ∂u. */
static bool
is_differential(const struct formula *f, size_t i)
{
	size_t d = math_child_of(f, i, 0), of = math_child_of(f, i, 1);
	struct buf text = {0};
	bool is;

	if (of == 0 || math_child_of(f, i, 2) != 0 || !math_is_token(math_id_of(f, d)))
		return false;
	put_token(f, &text, d);
	is = str_eq(buf_str(&text), STR("d")) ||
	    str_eq(buf_str(&text), STR("\xE2\x88\x82"));
	buf_free(&text);
	return is && is_atom(f, of, true);
}

/* One thing, which a script or a fraction may stand at without a doubt. */
static bool
is_atom(const struct formula *f, size_t i, bool scripts)
{
	i = math_unwrapped(f, i);
	switch (math_id_of(f, i)) {
	case TAG_MSUB: case TAG_MSUP: case TAG_MSUBSUP: case TAG_MMULTISCRIPTS:
		return scripts && is_atom(f, math_child_of(f, i, 0), true);
	case TAG_MSQRT: case TAG_MROOT: case TAG_MFENCED: case TAG_MOVER:
	case TAG_MUNDER: case TAG_MUNDEROVER:
		return true;
	default:
		return math_is_token(math_id_of(f, i)) || math_child_of(f, i, 0) == 0 ||
		    is_differential(f, i);
	}
}

/* A sum, a relation or a fraction: more than factors behind a sign. */
static bool
is_sum(const struct formula *f, size_t i)
{
	bool first = true;

	i = math_unwrapped(f, i);
	if (math_id_of(f, i) == TAG_MFRAC)
		return true;
	if (is_atom(f, i, true))
		return false;
	for (size_t k = f->nodes[i].child; k != 0; k = f->nodes[k].next) {
		struct buf text = {0};
		bool infix = math_id_of(f, k) == TAG_MFRAC || (!first &&
		    math_id_of(f, k) == TAG_MO && !put_token(f, &text, k).empty &&
		    strchr("()[]{}|", text.s[0]) == NULL);

		buf_free(&text);
		if (infix)
			return true;
		first = first && f->nodes[k].tag == NULL;
	}
	return false;
}

/* Put what stands from `from` on in parentheses, if it is not in any. */
static void
group(struct buf *to, size_t from)
{
	if (to->n == from ||
	    is_fenced((struct str){to->s + from, to->n - from}))
		return;
	insert(to, from, '(');
	buf_putc(to, ')');
}

/* A part, in parentheses unless it needs none. */
static void
put_grouped(const struct formula *f, struct buf *to, size_t i, bool needs_none)
{
	size_t from = to->n;

	if (i == 0)
		return;
	put(f, to, i);
	if (!needs_none)
		group(to, from);
}

static struct ends
put_fraction(const struct formula *f, struct buf *to, size_t i)
{
	size_t a = math_child_of(f, i, 0), b = math_child_of(f, i, 1);

	put_grouped(f, to, a, a == 0 || !is_sum(f, a));
	buf_puts(to, f->nodes[i].atop ? "\xC2\xA6" : "/");
	put_grouped(f, to, b, b == 0 || is_atom(f, b, true));
	return (struct ends){.fraction_first = true, .fraction_last = true};
}

static void
put_root_sign(const struct formula *f, struct buf *to, size_t index)
{
	struct buf text = {0};

	if (index != 0)
		put(f, &text, index);
	if (str_eq(buf_str(&text), STR("3")))
		buf_puts(to, "\xE2\x88\x9B");
	else if (str_eq(buf_str(&text), STR("4")))
		buf_puts(to, "\xE2\x88\x9C");
	else if (text.n == 0 || str_eq(buf_str(&text), STR("2")))
		buf_puts(to, "\xE2\x88\x9A");
	else if (str_eq(buf_str(&text), STR("n")))
		buf_puts(to, "\xE2\x81\xBF\xE2\x88\x9A");
	else if (superscript_put(to, buf_str(&text)))
		buf_puts(to, "\xE2\x88\x9A");
	else {
		buf_putc(to, '[');
		buf_put(to, text.s, text.n);
		buf_puts(to, "]\xE2\x88\x9A");
	}
	buf_free(&text);
}

static struct ends
put_root(const struct formula *f, struct buf *to, size_t i)
{
	bool root = math_id_of(f, i) == TAG_MROOT;
	size_t base = math_child_of(f, i, 0), from;

	put_root_sign(f, to, root ? math_child_of(f, i, 1) : 0);
	from = to->n;
	if (root)
		put_grouped(f, to, base, base == 0 || is_atom(f, base, false));
	else if (base != 0 && math_child_of(f, i, 1) == 0)
		put_grouped(f, to, base, is_atom(f, base, false));
	else if (base != 0) {
		put_row(f, to, f->nodes[i].child);
		group(to, from);
	}
	return (struct ends){false};
}

/* Signs that stand raised as they are: primes, stars, degrees. */
static bool
is_raised(struct str t)
{
	static const char *const signs[] = {"\xE2\x80\xB2", "\xE2\x80\xB3",
	    "\xE2\x80\xB4", "'", "''", "\xC2\xB0"};

	for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
		if (str_eq(t, str_of(signs[i])))
			return true;
	return false;
}

/*
 * A script whose text is `t`, with `mark` where Unicode has it not; whether
 * text may touch it, as it is raised or lowered.
 */
static bool
put_script_text(const struct formula *f, struct buf *to, size_t i,
    struct str t, char mark)
{
	bool wide;

	while (t.n > 0 && t.s[0] == ' ') {
		t.s++;
		t.n--;
	}
	if (mark == '^' && str_eq(t, STR("\xE2\x88\x98")))
		t = STR("\xC2\xB0");
	if (t.n == 0 || (mark == '^' && is_raised(t))) {
		buf_put(to, t.s, t.n);
		return true;
	}
	if (mark == '^' ? superscript_put(to, t) : subscript_put(to, t))
		return true;
	wide = !is_atom(f, i, false) && !is_fenced(t);
	buf_putc(to, mark);
	if (wide)
		buf_putc(to, '(');
	buf_put(to, t.s, t.n);
	if (wide)
		buf_putc(to, ')');
	return false;
}

static bool
put_script(const struct formula *f, struct buf *to, size_t i, char mark)
{
	struct buf text = {0};
	bool closed;

	if (i != 0)
		put(f, &text, i);
	closed = put_script_text(f, to, i, buf_str(&text), mark);
	buf_free(&text);
	return closed;
}

static struct ends
put_scripts(const struct formula *f, struct buf *to, size_t i, size_t sub,
    size_t super)
{
	size_t base = math_child_of(f, i, 0);
	struct ends ends = {false};

	if (base != 0)
		put_grouped(f, to, base, is_atom(f, base, false));
	if (sub != 0)
		ends.script_last = !put_script(f, to, sub, '_');
	if (super != 0)
		ends.script_last = !put_script(f, to, super, '^');
	return ends;
}

/* The scripts behind the base, then, if asked, those in front of it. */
static void
put_pairs(const struct formula *f, struct buf *to, size_t i)
{
	while (i != 0 && math_id_of(f, i) != TAG_MPRESCRIPTS) {
		size_t super;

		if (f->nodes[i].tag == NULL) {
			i = f->nodes[i].next;
			continue;
		}
		super = f->nodes[i].next;
		while (super != 0 && f->nodes[super].tag == NULL)
			super = f->nodes[super].next;
		put_script(f, to, i, '_');
		if (super == 0 || math_id_of(f, super) == TAG_MPRESCRIPTS)
			return;
		put_script(f, to, super, '^');
		i = f->nodes[super].next;
	}
}

static struct ends
put_multiscripts(const struct formula *f, struct buf *to, size_t i)
{
	size_t base = math_child_of(f, i, 0), before;

	for (before = f->nodes[i].child; before != 0 &&
	    math_id_of(f, before) != TAG_MPRESCRIPTS; before = f->nodes[before].next)
		continue;
	if (before != 0)
		put_pairs(f, to, f->nodes[before].next);
	if (base != 0) {
		put_grouped(f, to, base, is_atom(f, base, false));
		put_pairs(f, to, f->nodes[base].next);
	}
	return (struct ends){false};
}

/* The combining character for an accent; NULL: it is none. */
static const char *
accent_of(struct str t)
{
	static const struct {
		const char *sign, *combining;
	} rows[] = {
		{"^", "\xCC\x82"}, {"\xCB\x86", "\xCC\x82"},
		{"~", "\xCC\x83"}, {"\xCB\x9C", "\xCC\x83"},
		{"\xE2\x88\xBC", "\xCC\x83"}, {"\xC2\xAF", "\xCC\x85"},
		{"\xE2\x80\xBE", "\xCC\x85"}, {"_", "\xCC\x85"},
		{"\xE2\x80\x95", "\xCC\x85"}, {"\xCB\x99", "\xCC\x87"},
		{"\xC2\xA8", "\xCC\x88"}, {"\xCB\x87", "\xCC\x8C"},
		{"\xCB\x98", "\xCC\x86"}, {"\xE2\x86\x92", "\xE2\x83\x97"},
		{"\xE2\x83\x97", "\xE2\x83\x97"},
	};

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		if (str_eq(t, str_of(rows[i].sign)))
			return rows[i].combining;
	return NULL;
}

/* An accent to what stands from `from` on; over more than letters as a sign. */
static void
put_accent(struct buf *to, size_t from, struct str sign, const char *combining)
{
	uint32_t c;
	size_t at = from;

	if (to->n == from)
		return;
	while (at < to->n && ascii_is_letter(to->s[at]))
		at++;
	if (at < to->n && at == from)
		at += (size_t)utf_step(to->s + at, to->s + to->n, &c);
	if (at == to->n) {
		buf_puts(to, combining);
		return;
	}
	group(to, from);
	for (size_t i = 0; i < sign.n; i++)
		insert(to, from + i, sign.s[i]);
}

/* Braces and lines over or under a whole, which only group it. */
static bool
is_brace(struct str t)
{
	static const char *const signs[] = {"\xE2\x8F\x9E", "\xE2\x8F\x9F",
	    "\xEF\xB8\xB7", "\xEF\xB8\xB8", "\xE2\x8E\xB4", "\xE2\x8E\xB5",
	    "\xCC\xB2"};

	for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
		if (str_eq(t, str_of(signs[i])))
			return true;
	return false;
}

static struct ends
put_over(const struct formula *f, struct buf *to, size_t i)
{
	size_t base = math_child_of(f, i, 0), over = math_child_of(f, i, 1), from = to->n;
	bool under = math_id_of(f, i) == TAG_MUNDER;
	const char *accent;
	struct buf text = {0};
	struct ends ends = {false};

	if (over != 0)
		put(f, &text, over);
	accent = under ? NULL : accent_of(buf_str(&text));
	if (base != 0 && (accent != NULL || is_brace(buf_str(&text)) ||
	        (under && accent_of(buf_str(&text)) != NULL))) {
		ends = put(f, to, base);
		if (accent != NULL)
			put_accent(to, from, buf_str(&text), accent);
	} else {
		ends = put_scripts(f, to, i, 0, 0);
		ends.script_last = !put_script_text(f, to, over,
		    buf_str(&text), under ? '_' : '^');
	}
	buf_free(&text);
	return ends;
}

/* A sign that relates what stands before it to what stands behind. */
static bool
is_relation(uint32_t c)
{
	return c == '=' || c == '<' || c == '>' || c == '+' || c == 0x2212 ||
	    (c >= 0x2190 && c < 0x2200) || (c >= 0x2208 && c < 0x220E) ||
	    (c >= 0x223C && c < 0x22B0);
}

/* A row's cells; what begins with a relation goes on with the one before. */
static void
put_cells(const struct formula *f, struct buf *to, size_t row)
{
	size_t start = to->n;

	for (size_t i = f->nodes[row].child; i != 0; i = f->nodes[i].next) {
		struct buf cell = {0};
		uint32_t first = 0;

		if (f->nodes[i].tag == NULL)
			continue;
		put(f, &cell, i);
		if (cell.n > 0)
			utf_step(cell.s, cell.s + cell.n, &first);
		if (to->n > start && cell.n > 0 && !is_relation(first) &&
		    !is_relation(last_of(to, start)))
			buf_puts(to, ", ");
		buf_put(to, cell.s, cell.n);
		buf_free(&cell);
	}
}

static struct ends
put_table(const struct formula *f, struct buf *to, size_t i)
{
	size_t start = to->n;

	for (size_t row = f->nodes[i].child; row != 0; row = f->nodes[row].next)
		if (f->nodes[row].tag != NULL) {
			if (to->n > start)
				buf_puts(to, "; ");
			put_cells(f, to, row);
		}
	return (struct ends){false};
}

static struct ends
put_fenced(const struct formula *f, struct buf *to, size_t i)
{
	const struct node *n = &f->nodes[i];
	const char *separator = n->separators != NULL ? n->separators : ",";
	size_t child;

	buf_puts(to, n->open != NULL ? n->open : "(");
	for (int k = 0; (child = math_child_of(f, i, k)) != 0; k++) {
		if (k > 0 && *separator != '\0') {
			buf_putc(to, *separator);
			separator += separator[1] != '\0';
		}
		put(f, to, child);
	}
	buf_puts(to, n->close != NULL ? n->close : ")");
	return (struct ends){false};
}

static struct ends
put(const struct formula *f, struct buf *to, size_t i)
{
	switch (math_id_of(f, i)) {
	case TAG_MI: case TAG_MN: case TAG_MO: case TAG_MTEXT: case TAG_MS:
	case TAG_TEXT:
		return put_token(f, to, i);
	case TAG_MSPACE:
		buf_putc(to, ' ');
		return (struct ends){false};
	case TAG_MPHANTOM:
		return (struct ends){.empty = true};
	case TAG_MFRAC:
		return put_fraction(f, to, i);
	case TAG_MSQRT: case TAG_MROOT:
		return put_root(f, to, i);
	case TAG_MSUB:
		return put_scripts(f, to, i, math_child_of(f, i, 1), 0);
	case TAG_MSUP:
		return put_scripts(f, to, i, 0, math_child_of(f, i, 1));
	case TAG_MSUBSUP: case TAG_MUNDEROVER:
		return put_scripts(f, to, i, math_child_of(f, i, 1),
		    math_child_of(f, i, 2));
	case TAG_MUNDER: case TAG_MOVER:
		return put_over(f, to, i);
	case TAG_MMULTISCRIPTS:
		return put_multiscripts(f, to, i);
	case TAG_MTABLE:
		return put_table(f, to, i);
	case TAG_MFENCED:
		return put_fenced(f, to, i);
	case TAG_SEMANTICS:
		return math_child_of(f, i, 0) != 0 ? put(f, to, math_child_of(f, i, 0))
		    : (struct ends){.empty = true};
	default:
		return put_row(f, to, f->nodes[i].child);
	}
}

void
math_put_line(const struct formula *f, struct buf *to)
{
	put_row(f, to, f->nodes[0].child);
}
