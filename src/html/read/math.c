/* SPDX-License-Identifier: MIT */
#include "html/read/mathtree.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/mem.h"
#include "html/token/lookahead.h"

static size_t
add_node(struct formula *f, struct node node)
{
	if (f->n == f->cap) {
		f->cap = 2 * f->cap + 64;
		f->nodes = mem_resize(f->nodes, f->cap, sizeof *f->nodes);
	}
	f->nodes[f->n] = node;
	return f->n++;
}

static bool
is_zero(const char *length)
{
	return length != NULL && length[0] == '0' && strtod(length, NULL) == 0;
}

static struct node
node_of(const struct element *e)
{
	return (struct node){.tag = e->tag, .open = element_get(e, "open"),
		.close = element_get(e, "close"),
		.separators = element_get(e, "separators"),
		.atop = is_zero(element_get(e, "linethickness"))};
}

/* Whether an annotation says that it is TeX: "application/x-tex", "LaTeX". */
static bool
is_tex(const struct element *e)
{
	const char *v = element_get(e, "encoding");

	for (; v != NULL && *v != '\0'; v++)
		if (strncasecmp(v, "tex", 3) == 0 &&
		    strncasecmp(v, "text", 4) != 0)
			return true;
	return false;
}

enum { DEPTH = 1200 }; /* html/token/tokenizer lets no more through */

struct builder {
	struct formula *f;
	size_t open[DEPTH], last[DEPTH]; /* nodes, and their last children */
	int depth;
	int annotation; /* open elements from an annotation on */
	bool tex;       /* it is TeX */
};

static void
append(struct builder *b, struct node node)
{
	size_t i = add_node(b->f, node), last = b->last[b->depth];

	if (last != 0)
		b->f->nodes[last].next = i;
	else
		b->f->nodes[b->open[b->depth]].child = i;
	b->last[b->depth] = i;
}

static void
build_start(struct builder *b, const struct element *e)
{
	const char *alttext = element_get(e, "alttext");

	if (b->annotation > 0 || e->tag->id == TAG_ANNOTATION ||
	    e->tag->id == TAG_ANNOTATION_XML) {
		b->tex = b->annotation == 0 && is_tex(e) && b->f->tex.n == 0;
		b->annotation++;
		return;
	}
	if (e->tag->id == TAG_MATH && alttext != NULL)
		buf_puts(&b->f->tex, alttext);
	append(b, node_of(e));
	if (b->depth < DEPTH - 1)
		b->depth++;
	b->open[b->depth] = b->f->n - 1;
	b->last[b->depth] = 0;
}

static void
build_end(struct builder *b)
{
	if (b->annotation > 0)
		b->annotation--;
	else if (b->depth > 0)
		b->depth--;
}

static void
build_text(struct builder *b, struct str text)
{
	if (b->annotation == 0)
		append(b, (struct node){.text = text});
	else if (b->tex)
		buf_put(&b->f->tex, text.s, text.n);
}

static void
build(struct formula *f, struct str events)
{
	struct builder *b = mem_alloc(1, sizeof *b);
	const char *at = events.s, *end = at + events.n;
	struct event event;
	struct element e;

	b->f = f;
	add_node(f, (struct node){.tag = tag_of(TAG_MROW)});
	while (at < end) {
		at = event_take(at, &event);
		if (event.kind == EVENT_START) {
			e = event_element(&event);
			build_start(b, &e);
		} else if (event.kind == EVENT_END) {
			build_end(b);
		} else if (event.kind == EVENT_TEXT) {
			build_text(b, event.text);
		}
	}
	free(b);
}

enum tag_id
math_id_of(const struct formula *f, size_t i)
{
	return f->nodes[i].tag != NULL ? f->nodes[i].tag->id : TAG_TEXT;
}

bool
math_is_token(enum tag_id id)
{
	return id == TAG_MI || id == TAG_MN || id == TAG_MO ||
	    id == TAG_MTEXT || id == TAG_MS || id == TAG_TEXT;
}

/* The child `k` of a node, 0 if there is none; blank texts do not count. */
size_t
math_child_of(const struct formula *f, size_t i, int k)
{
	for (i = f->nodes[i].child; i != 0; i = f->nodes[i].next) {
		const struct node *n = &f->nodes[i];
		size_t blanks = 0;

		while (n->tag == NULL && blanks < n->text.n &&
		    ascii_is_space(n->text.s[blanks]))
			blanks++;
		if ((n->tag == NULL && blanks == n->text.n) || k-- > 0)
			continue;
		return i;
	}
	return 0;
}

/* Through elements that only group one thing. */
size_t
math_unwrapped(const struct formula *f, size_t i)
{
	for (;;) {
		enum tag_id id = math_id_of(f, i);

		if (id != TAG_MROW && id != TAG_OTHER && id != TAG_SEMANTICS &&
		    id != TAG_MATH && id != TAG_MTD)
			return i;
		if (math_child_of(f, i, 0) == 0 || (math_child_of(f, i, 1) != 0 &&
		        id != TAG_SEMANTICS))
			return i;
		i = math_child_of(f, i, 0);
	}
}

/* ---- TeX ---- */

/* Whether the brace at the start of `t` is closed by its last character. */
static bool
braced(struct str t)
{
	int depth = 0;

	if (t.n < 2 || t.s[0] != '{')
		return false;
	for (size_t i = 0; i < t.n; i++) {
		if (t.s[i] == '\\' && i + 1 < t.n)
			i++;
		else
			depth += t.s[i] == '{' ? 1 : t.s[i] == '}' ? -1 : 0;
		if (depth == 0)
			return i == t.n - 1;
	}
	return false;
}

static struct str
trimmed(struct str t)
{
	while (t.n > 0 && ascii_is_space(t.s[0])) {
		t.s++;
		t.n--;
	}
	while (t.n > 0 && ascii_is_space(t.s[t.n - 1]) &&
	    (t.n < 2 || t.s[t.n - 2] != '\\'))
		t.n--;
	return t;
}

static struct str
without_style(struct str t)
{
	static const char *const styles[] = {"\\displaystyle", "\\textstyle"};

	t = trimmed(t);
	for (size_t i = 0; i < sizeof styles / sizeof *styles; i++) {
		size_t n = strlen(styles[i]);
		struct str in = braced(t)
		    ? trimmed((struct str){t.s + 1, t.n - 2}) : t;

		if (in.n > n && memcmp(in.s, styles[i], n) == 0 &&
		    !ascii_is_letter(in.s[n]))
			return trimmed((struct str){in.s + n, in.n - n});
	}
	return t;
}

void
math_clean_tex(struct buf *to, struct str tex)
{
	struct str t = without_style(tex);
	size_t start = to->n;

	for (size_t i = 0; i < t.n; i++) {
		if (t.s[i] == '%' && i + 1 < t.n && t.s[i + 1] == '\n' &&
		    (i == 0 || t.s[i - 1] != '\\')) {
			i++; /* a comment that only hides the line's end */
		} else if (!ascii_is_space(t.s[i])) {
			buf_putc(to, t.s[i]);
		} else if (to->n > start && to->s[to->n - 1] != ' ') {
			buf_putc(to, ' ');
		}
	}
}

void
math_read(struct str events, struct buf *line, struct buf *tex)
{
	struct formula f = {0};

	build(&f, events);
	math_put_line(&f, line);
	math_clean_tex(tex, buf_str(&f.tex));
	buf_free(&f.tex);
	free(f.nodes);
}
