/* SPDX-License-Identifier: MIT */
/*
 * The stack of open elements: what each search of 13.2.4.2 finds, and what
 * hides it.
 */
#include "unit.h"

#include "html/parse/openelements.h"

/* Push the elements of "div p svg:a", outermost first. */
static void
push_all(struct openelements *o, const char *names)
{
	char name[32];

	while (*names != '\0') {
		size_t n = strcspn(names, " ");
		enum element_space space = SPACE_HTML;

		if (strncmp(names, "svg:", 4) == 0 ||
		    strncmp(names, "mml:", 4) == 0) {
			space = *names == 's' ? SPACE_SVG : SPACE_MATH;
			names += 4;
			n -= 4;
		}
		memcpy(name, names, n);
		name[n] = '\0';
		openelements_push(o, tag_find(name, n), name, space);
		names += n + (names[n] == ' ');
	}
}

static void
clear(struct openelements *o)
{
	while (o->depth > 0)
		openelements_pop(o);
	openelements_free(o);
}

enum {
	IN_SCOPE = KIND_SCOPE,
	IN_LIST = KIND_SCOPE | KIND_LIST_SCOPE,
	IN_BUTTON = KIND_SCOPE | KIND_BUTTON_SCOPE,
	IN_TABLE = KIND_TABLE_SCOPE,
	ITEM = KIND_HOLDS_ITEMS
};

/* The depth at which `name` is found, 0 if it is not. */
static const struct {
	const char *stack, *name;
	unsigned stops;
	size_t depth;
} finds[] = {
	{"p", "p", IN_BUTTON, 1},
	{"p span b", "p", IN_BUTTON, 1},
	{"p div p", "p", IN_BUTTON, 3},
	{"div", "p", IN_BUTTON, 0},

	/* What ends a scope. */
	{"p applet", "p", IN_SCOPE, 0},
	{"p caption", "p", IN_SCOPE, 0},
	{"p html", "p", IN_SCOPE, 0},
	{"p table", "p", IN_SCOPE, 0},
	{"p td", "p", IN_SCOPE, 0},
	{"p th", "p", IN_SCOPE, 0},
	{"p marquee", "p", IN_SCOPE, 0},
	{"p object", "p", IN_SCOPE, 0},
	{"p select", "p", IN_SCOPE, 0},
	{"p template", "p", IN_SCOPE, 0},
	{"p svg:title", "p", IN_SCOPE, 0},
	{"p svg:foreignobject", "p", IN_SCOPE, 0},
	{"p svg:desc", "p", IN_SCOPE, 0},
	{"p mml:mtext", "p", IN_SCOPE, 0},
	{"p mml:annotation-xml", "p", IN_SCOPE, 0},
	/* And what does not. */
	{"p svg:g", "p", IN_SCOPE, 1},
	{"p mml:mrow", "p", IN_SCOPE, 1},
	{"p mml:desc", "p", IN_SCOPE, 1},
	{"p svg:mi", "p", IN_SCOPE, 1},
	{"p button", "p", IN_SCOPE, 1},
	{"p ul", "p", IN_SCOPE, 1},
	{"p section", "p", IN_SCOPE, 1},
	{"p tr", "p", IN_SCOPE, 1},

	{"p button", "p", IN_BUTTON, 0},
	{"p ol", "p", IN_BUTTON, 1},
	{"li ol", "li", IN_LIST, 0},
	{"li ul", "li", IN_LIST, 0},
	{"li dl", "li", IN_LIST, 1},
	{"li menu", "li", IN_LIST, 1},
	{"li button", "li", IN_LIST, 1},
	{"li td", "li", IN_LIST, 0},
	{"tr object", "tr", IN_TABLE, 1},
	{"tr td p", "tr", IN_TABLE, 1},
	{"tr table", "tr", IN_TABLE, 0},
	{"tr template", "tr", IN_TABLE, 0},

	/* An item is looked for through address, div and p alone. */
	{"li address", "li", ITEM, 1},
	{"li div", "li", ITEM, 1},
	{"li p", "li", ITEM, 1},
	{"li b span", "li", ITEM, 1},
	{"li section", "li", ITEM, 0},
	{"li ul", "li", ITEM, 0},
	{"li nav", "li", ITEM, 0},
	{"li blockquote", "li", ITEM, 0},
	{"dd div p", "dd", ITEM, 1},

	/* Of another namespace it is another element. */
	{"svg:p", "p", IN_BUTTON, 0},
};

START_TEST(each_find)
{
	struct openelements o = {0};
	const struct tag *tag = tag_find(finds[_i].name, strlen(finds[_i].name));

	push_all(&o, finds[_i].stack);
	ck_assert_msg(openelements_find(&o, tag->id, tag->id, finds[_i].stops) ==
	    finds[_i].depth, "%s in %s", finds[_i].name, finds[_i].stack);
	clear(&o);
}
END_TEST

static const struct {
	const char *stack;
	size_t depth;
} headings[] = {
	{"h1", 1}, {"h2 span", 1}, {"h3 h4", 2}, {"div", 0},
	{"h1 section", 1}, {"h1 button", 1}, {"h1 object", 0},
	{"h1 marquee", 0}, {"h1 table tr td", 0}, {"svg:h1", 0},
};

START_TEST(each_heading)
{
	struct openelements o = {0};

	push_all(&o, headings[_i].stack);
	ck_assert_msg(openelements_heading(&o) == headings[_i].depth, "%s",
	    headings[_i].stack);
	clear(&o);
}
END_TEST

/* What "any other end tag" closes. */
static const struct {
	const char *stack, *name;
	size_t depth;
} named[] = {
	{"span", "span", 1}, {"span b", "span", 1}, {"span div", "span", 0},
	{"x-y", "x-y", 1}, {"x-y", "x-z", 0}, {"x-z x-y", "x-z", 1},
	{"span ruby rt", "span", 1}, {"span address", "span", 0},
	{"span svg:title", "span", 0}, {"span svg:g", "span", 1},
	{"span svg:span", "span", 1},
};

START_TEST(each_named)
{
	struct openelements o = {0};
	const char *name = named[_i].name;

	push_all(&o, named[_i].stack);
	ck_assert_msg(openelements_named(&o, tag_find(name, strlen(name)),
	    name) == named[_i].depth, "%s in %s", name, named[_i].stack);
	clear(&o);
}
END_TEST

/* Kinds of elements, as the Standard lists them, and some that are not. */
static const struct {
	unsigned kind;
	const char *names, *others;
} kinds[] = {
	{KIND_ENDS_P, "address article aside blockquote center details dialog "
	    "dir div dl fieldset figcaption figure footer header hgroup main "
	    "menu nav ol p search section summary ul h1 h2 h3 h4 h5 h6 pre "
	    "listing form li dd dt plaintext hr xmp table",
	    "span b button object video iframe select td caption template"},
	{KIND_FORMATTING, "a b big code em font i nobr s small strike strong "
	    "tt u", "span sub sup var ins del mark cite q abbr label"},
	{KIND_IMPLIED_END, "dd dt li optgroup option p rb rp rt rtc",
	    "div ul td tr tbody ruby select"},
	{KIND_SPECIAL, "address applet article aside blockquote button "
	    "caption center col dd div dl dt fieldset figure form h1 hr "
	    "iframe img input li main marquee nav object ol p pre section "
	    "select summary table tbody td template textarea th tr ul",
	    "span b a video audio canvas label legend option rp ruby dialog"},
	{KIND_BREAKS_OUT, "b big blockquote br center code dd div dl dt em "
	    "embed h1 h2 h3 h4 h5 h6 hr i img li menu nobr ol p pre ruby s "
	    "small span strong strike sub sup table tt u ul var",
	    "a section article font button video form nav"},
};

static void
check_kind(const char *names, unsigned kind, bool want)
{
	while (*names != '\0') {
		size_t n = strcspn(names, " ");
		bool has = (element_kinds(tag_find(names, n)) & kind) != 0;

		ck_assert_msg(has == want, "%.*s: kind %u", (int)n, names,
		    kind);
		names += n + (names[n] == ' ');
	}
}

START_TEST(each_kind)
{
	check_kind(kinds[_i].names, kinds[_i].kind, true);
	check_kind(kinds[_i].others, kinds[_i].kind, false);
}
END_TEST

/* The insertion mode inside, and the depth of what gives it. */
static const struct {
	const char *stack;
	enum insertion_mode mode;
	size_t context;
} modes[] = {
	{"div p", MODE_PAGE, 0}, {"div table b", MODE_TABLE, 2},
	{"table tfoot", MODE_TBODY, 2}, {"table tbody tr", MODE_ROW, 3},
	{"table tbody tr th div p", MODE_CELL, 4},
	{"table caption", MODE_CAPTION, 2},
	{"table colgroup", MODE_COLGROUP, 2},
	{"table template", MODE_TEMPLATE, 2}, {"table noscript", MODE_BODY, 2},
	{"div svg:table", MODE_PAGE, 0},
};

START_TEST(each_mode)
{
	struct openelements o = {0};
	const struct open_element *top;

	push_all(&o, modes[_i].stack);
	top = openelements_top(&o);
	ck_assert_msg(top->mode == modes[_i].mode &&
	    top->context == modes[_i].context, "%s: %d at %zu",
	    modes[_i].stack, (int)top->mode, top->context);
	clear(&o);
}
END_TEST

/* The blocks around which a formatting element ends, outermost first. */
START_TEST(furthest_block)
{
	struct openelements o = {0};

	push_all(&o, "b span div i p b");
	ck_assert_uint_eq(openelements_furthest_block(&o, 1), 3);
	ck_assert_uint_eq(openelements_furthest_block(&o, 3), 5);
	ck_assert_uint_eq(openelements_furthest_block(&o, 5), 0);
	clear(&o);
}
END_TEST

/* An element that has ended is there, and no longer found. */
START_TEST(ended)
{
	struct openelements o = {0};

	push_all(&o, "p b div");
	openelements_end(&o, 0);
	ck_assert_uint_eq(o.depth, 3);
	ck_assert(openelements_top_is(&o, TAG_DIV));
	ck_assert(!openelements_has(&o, TAG_P));
	ck_assert_uint_eq(openelements_find(&o, TAG_P, TAG_P, 0), 0);
	ck_assert_uint_eq(openelements_find(&o, TAG_B, TAG_B, 0), 2);
	ck_assert_uint_eq(openelements_furthest_block(&o, 1), 3);
	o.base = 2;
	ck_assert_uint_eq(openelements_find(&o, TAG_B, TAG_B, 0), 0);
	o.base = 3;
	ck_assert_ptr_null(openelements_top(&o));
	clear(&o);
}
END_TEST

UNIT_SUITE("openelements", UNIT_EACH(each_find, finds),
    UNIT_EACH(each_heading, headings), UNIT_EACH(each_named, named),
    UNIT_EACH(each_kind, kinds), UNIT_EACH(each_mode, modes),
    UNIT_ONE(furthest_block), UNIT_ONE(ended))
