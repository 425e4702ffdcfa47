/* SPDX-License-Identifier: MIT */
#include "html/select/test.h"

#include <string.h>
#include <strings.h>

#include "base/ascii.h"
#include "html/tree/write.h"

static const char *
get(const xmlNode *e, const char *name)
{
	for (const xmlAttr *a = e->properties; a != NULL; a = a->next)
		if (a->ns == NULL && strcmp((const char *)a->name, name) == 0)
			return attribute_value(a);
	return NULL;
}

static bool
is_html(const xmlNode *e)
{
	return e->ns == NULL;
}

static bool
is_called(const xmlNode *e, const char *name)
{
	return is_html(e) && strcmp((const char *)e->name, name) == 0;
}

static bool
is_in_space(const xmlNode *e, int space)
{
	const char *prefix = e->ns != NULL ? (const char *)e->ns->prefix : "";

	switch (space) {
	case SPACE_ANY: return true;
	case SPACE_OF_HTML: return is_html(e);
	case SPACE_OF_SVG: return strcmp(prefix, "svg") == 0;
	case SPACE_OF_MATH: return strcmp(prefix, "math") == 0;
	default: return false;
	}
}

static bool
is_type(const struct simple *s, const xmlNode *e)
{
	if (!is_in_space(e, s->space))
		return false;
	return s->name == NULL || strcmp((const char *)e->name,
	    is_html(e) ? s->lower : s->name) == 0;
}

/* ---- attributes ---- */

static bool
are_equal(const char *x, const char *y, size_t n, bool any_case)
{
	return any_case ? strncasecmp(x, y, n) == 0 : memcmp(x, y, n) == 0;
}

static bool
has_word(const char *s, const char *word, bool any_case)
{
	size_t n = strlen(word);

	while (n > 0 && *s != '\0') {
		size_t k = 0;

		while (ascii_is_space(*s))
			s++;
		while (s[k] != '\0' && !ascii_is_space(s[k]))
			k++;
		if (k == n && are_equal(s, word, n, any_case))
			return true;
		s += k;
	}
	return false;
}

static bool
contains(const char *s, size_t n, const char *part, size_t k, bool any_case)
{
	for (size_t i = 0; i + k <= n; i++)
		if (are_equal(s + i, part, k, any_case))
			return true;
	return false;
}

static bool
compares(const struct simple *s, const char *value, bool any_case)
{
	size_t n = strlen(value), k = strlen(s->value);

	switch (s->operator) {
	case IS_EQUAL:
		return n == k && are_equal(value, s->value, n, any_case);
	case HAS_WORD: return has_word(value, s->value, any_case);
	case HAS_LANGUAGE:
		return n >= k && are_equal(value, s->value, k, any_case) &&
		    (n == k || value[k] == '-');
	case BEGINS:
		return k > 0 && n >= k &&
		    are_equal(value, s->value, k, any_case);
	case ENDS:
		return k > 0 && n >= k &&
		    are_equal(value + n - k, s->value, k, any_case);
	case CONTAINS:
		return k > 0 && contains(value, n, s->value, k, any_case);
	default: return true;
	}
}

/* Whose values HTML compares in any case (4.16.2). */
static bool
is_caseless(const char *name)
{
	static const char *const names[] = {"accept", "accept-charset",
	    "align", "alink", "axis", "bgcolor", "charset", "checked", "clear",
	    "codetype", "color", "compact", "declare", "defer", "dir",
	    "direction", "disabled", "enctype", "face", "frame", "hreflang",
	    "http-equiv", "lang", "language", "link", "media", "method",
	    "multiple", "nohref", "noresize", "noshade", "nowrap", "readonly",
	    "rel", "rev", "rules", "scope", "scrolling", "selected", "shape",
	    "target", "text", "type", "valign", "valuetype", "vlink"};

	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if (strcmp(names[i], name) == 0)
			return true;
	return false;
}

static bool
has_attribute(const struct simple *s, const xmlNode *e)
{
	const char *name = is_html(e) ? s->lower : s->name;

	for (const xmlAttr *a = e->properties; a != NULL; a = a->next) {
		if ((a->ns != NULL && s->space != SPACE_ANY) ||
		    strcmp((const char *)a->name, name) != 0)
			continue;
		if (a->ns != NULL || (s->space != SPACE_ANY &&
		    s->space != SPACE_NO))
			continue;
		return s->operator == IS_THERE || compares(s,
		    attribute_value(a), s->flag == 'i' || (s->flag == 0 &&
		    is_html(e) && is_caseless(name)));
	}
	return false;
}

static bool
has_id(const struct simple *s, const xmlNode *e, bool quirks)
{
	const char *id = get(e, "id");

	return id != NULL && (quirks ? strcasecmp(id, s->name)
	    : strcmp(id, s->name)) == 0;
}

static bool
has_class(const struct simple *s, const xmlNode *e, bool quirks)
{
	const char *class = get(e, "class");

	return class != NULL && has_word(class, s->name, quirks);
}

/* ---- what an element is like ---- */

static bool
is_empty(const xmlNode *e)
{
	for (const xmlNode *c = e->children; c != NULL; c = c->next)
		if (c->type == XML_ELEMENT_NODE || (c->type == XML_TEXT_NODE &&
		    *c->content != '\0'))
			return false;
	return true;
}

static bool
is_link(const xmlNode *e)
{
	if (is_html(e))
		return get(e, "href") != NULL && (is_called(e, "a") ||
		    is_called(e, "area"));
	return strcmp((const char *)e->name, "a") == 0 &&
	    xmlHasProp((xmlNodePtr)(uintptr_t)e, (const xmlChar *)"href");
}

static bool
has_type(const xmlNode *e, const char *types)
{
	const char *type = get(e, "type");

	return type != NULL && *type != '\0' && has_word(types, type, true);
}

static bool
is_checked(const xmlNode *e)
{
	if (is_called(e, "option"))
		return get(e, "selected") != NULL;
	return is_called(e, "input") && has_type(e, "checkbox radio") &&
	    get(e, "checked") != NULL;
}

static bool
is_control(const xmlNode *e)
{
	return is_called(e, "button") || is_called(e, "input") ||
	    is_called(e, "select") || is_called(e, "textarea") ||
	    is_called(e, "fieldset");
}

/* The first legend of a disabled fieldset stays enabled. */
static bool
is_in_disabled_fieldset(const xmlNode *e)
{
	for (const xmlNode *p = e->parent, *from = e; p != NULL &&
	    p->type == XML_ELEMENT_NODE; from = p, p = p->parent) {
		const xmlNode *c = p->children;

		if (!is_called(p, "fieldset") || get(p, "disabled") == NULL)
			continue;
		while (c != NULL && !is_called(c, "legend"))
			c = c->next;
		if (c == NULL || c != from)
			return true;
	}
	return false;
}

static bool
can_be_disabled(const xmlNode *e)
{
	return is_control(e) || is_called(e, "option") ||
	    is_called(e, "optgroup");
}

static bool
is_disabled(const xmlNode *e)
{
	if (get(e, "disabled") != NULL)
		return true;
	if (is_called(e, "option"))
		return e->parent != NULL && is_called(e->parent, "optgroup") &&
		    get(e->parent, "disabled") != NULL;
	return is_control(e) && is_in_disabled_fieldset(e);
}

static bool
can_be_required(const xmlNode *e)
{
	return is_called(e, "select") || is_called(e, "textarea") ||
	    is_called(e, "input");
}

static bool
is_required(const xmlNode *e)
{
	return get(e, "required") != NULL && !(is_called(e, "input") &&
	    has_type(e, "hidden range color submit image reset button"));
}

static const char *
language_of(const xmlNode *e)
{
	for (; e != NULL && e->type == XML_ELEMENT_NODE; e = e->parent)
		for (const xmlAttr *a = e->properties; a != NULL; a = a->next)
			if (strcmp((const char *)a->name, "lang") == 0)
				return attribute_value(a);
	return "";
}

static bool
is_in_language(const struct simple *s, const xmlNode *e)
{
	const char *language = language_of(e), *end;

	for (const char *at = s->value; *at != '\0'; at = end + 1) {
		size_t n;

		end = strchr(at, ',');
		n = (size_t)(end - at);
		if (n > 0 && strncasecmp(at, language, n) == 0 &&
		    (language[n] == '\0' || language[n] == '-'))
			return true;
	}
	return false;
}

bool
test_element(const struct simple *s, xmlNodePtr e, bool quirks)
{
	switch (s->test) {
	case TEST_ANY: return true;
	case TEST_TYPE: return is_type(s, e);
	case TEST_ID: return has_id(s, e, quirks);
	case TEST_CLASS: return has_class(s, e, quirks);
	case TEST_ATTRIBUTE: return has_attribute(s, e);
	case TEST_EMPTY: return is_empty(e);
	case TEST_LINK: return is_link(e);
	case TEST_CHECKED: return is_checked(e);
	case TEST_ENABLED: return can_be_disabled(e) && !is_disabled(e);
	case TEST_DISABLED: return can_be_disabled(e) && is_disabled(e);
	case TEST_REQUIRED: return can_be_required(e) && is_required(e);
	case TEST_OPTIONAL: return can_be_required(e) && !is_required(e);
	case TEST_LANG: return is_in_language(s, e);
	default: return false;
	}
}
