/* SPDX-License-Identifier: MIT */
#include "pack/syntax/xmlns.h"

#include "pack/syntax/headers.h"
#include "pack/syntax/url.h"

/* What a mark of xml:base has for a prefix: no name begins so. */
static const struct str base_prefix = {":", 1};

static struct str
prefix_of(const struct xmlns *ns, const struct xmlns_mark *m)
{
	return (struct str){ns->text.s + m->prefix_at, m->prefix_n};
}

static struct str
value_of(const struct xmlns *ns, const struct xmlns_mark *m)
{
	return (struct str){ns->text.s + m->value_at, m->value_n};
}

/* The innermost mark of a prefix; NULL: there is none. */
static const struct xmlns_mark *
find(const struct xmlns *ns, struct str prefix)
{
	for (int i = ns->n; i-- > 0;)
		if (str_eq(prefix_of(ns, &ns->marks[i]), prefix))
			return &ns->marks[i];
	return NULL;
}

static void
declare(struct xmlns *ns, struct str prefix, struct str value)
{
	struct xmlns_mark *m = &ns->marks[ns->n];
	struct str base = xmlns_base(ns);
	struct buf whole = {0};

	if (ns->n == XMLNS_MOST)
		return;
	if (str_eq(prefix, base_prefix)) {
		url_resolve(&whole, base, headers_trim(value));
		value = buf_str(&whole);
	}
	*m = (struct xmlns_mark){.at = ns->text.n, .depth = ns->depth,
	    .prefix_at = ns->text.n, .prefix_n = prefix.n,
	    .value_at = ns->text.n + prefix.n, .value_n = value.n};
	buf_put(&ns->text, prefix.s, prefix.n);
	buf_put(&ns->text, value.s, value.n);
	ns->n++;
	buf_free(&whole);
}

void
xmlns_open(struct xmlns *ns, const struct xml *x)
{
	struct xml_walk walk = {0};
	struct str name, value;

	ns->depth++;
	while (xml_each_attribute(x, &walk, &name, &value)) {
		struct buf resolved = {0};

		xml_resolve(&resolved, value);
		if (str_eq(name, STR("xmlns")))
			declare(ns, (struct str){"", 0}, buf_str(&resolved));
		else if (name.n > 6 && memcmp(name.s, "xmlns:", 6) == 0)
			declare(ns, (struct str){name.s + 6, name.n - 6},
			    buf_str(&resolved));
		else if (str_eq(name, STR("xml:base")))
			declare(ns, base_prefix, buf_str(&resolved));
		buf_free(&resolved);
	}
}

void
xmlns_close(struct xmlns *ns)
{
	while (ns->n > 0 && ns->marks[ns->n - 1].depth >= ns->depth)
		ns->text.n = ns->marks[--ns->n].at;
	ns->depth -= ns->depth > 0;
}

void
xmlns_free(struct xmlns *ns)
{
	buf_free(&ns->text);
}

struct str
xmlns_of(const struct xmlns *ns, struct str name)
{
	const char *colon = name.n > 0 ? memchr(name.s, ':', name.n) : NULL;
	struct str prefix = {name.s,
	    colon != NULL ? (size_t)(colon - name.s) : 0};
	const struct xmlns_mark *m = find(ns, prefix);

	return m != NULL ? value_of(ns, m) : (struct str){0};
}

struct str
xmlns_base(const struct xmlns *ns)
{
	const struct xmlns_mark *m = find(ns, base_prefix);

	return m != NULL ? value_of(ns, m) : (struct str){0};
}
