/* SPDX-License-Identifier: MIT */
#include "html/parts/linkput.h"

void
linkput_begin(struct linkput *p, struct sink *out)
{
	int n = 0;

	if (p->table.out != NULL)
		return;
	if (p->named)
		p->heads[n++].name = "document";
	p->heads[n++].name = "url";
	p->heads[n++].name = "text";
	p->heads[n++].name = "where";
	p->heads[n++].name = "rel";
	if (p->kinds)
		p->heads[n++].name = "kind";
	p->table = (struct table){.format = p->format, .header = p->header,
	    .columns = p->heads, .n = n, .out = out};
	table_head(&p->table);
}

void
linkput_row(struct linkput *p, const struct pagelink *l, const char *file)
{
	struct table *t = &p->table;

	if (p->named)
		table_put_text(t, str_of(file));
	table_put_text(t, l->url);
	table_put_text(t, l->text);
	table_put_text(t, str_of(link_place_name(l->place)));
	table_put_text(t, l->rel);
	if (p->kinds)
		table_put_text(t, str_of(link_kind_name(l->kind)));
	table_end_row(t);
}

void
linkput_member(const struct pagelink *l, struct object *o)
{
	object_object(o, NULL);
	object_string(o, "url", l->url);
	object_string(o, "text", l->text);
	object_string(o, "where", str_of(link_place_name(l->place)));
	object_string(o, "rel", l->rel);
	object_string(o, "kind", str_of(link_kind_name(l->kind)));
	object_end(o);
}
