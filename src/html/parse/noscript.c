/* SPDX-License-Identifier: MIT */
/*
 * The content of noscript, which is parsed as where no script runs, apart from
 * what is open around it, and reported where it is more than a picture or so.
 */
#include "html/parse/builder.h"

/* Inside, the elements that are open outside are out of reach. */
void
noscript_begin(struct parser *p)
{
	const struct tag *tag = tag_of(TAG_NOSCRIPT);

	builder_mark(p, openelements_push(&p->open, tag, tag->name,
	    SPACE_HTML));
	p->outer_base = p->open.base;
	p->outer_form = p->form;
	p->open.base = p->open.depth;
	p->form = false;
	p->waits = true;
}

void
noscript_end(struct parser *p)
{
	size_t depth = p->open.base;

	builder_end_to(p, depth);
	p->waits = false;
	p->open.base = p->outer_base;
	p->form = p->outer_form;
	p->open.at[depth - 1].silent = true;
	builder_end_to(p, depth - 1);
}

void
noscript_report(struct parser *p)
{
	struct report *r = p->report;
	bool within = p->waits;

	p->waits = false;
	builder_direct(p);
	if (r->noscript.events.n == 0)
		return;
	report_start(r, tag_of(TAG_NOSCRIPT), 0, STR(""));
	report_waiting(r, &r->noscript);
	if (within)
		p->open.base = p->outer_base;
	else
		report_end(r, tag_of(TAG_NOSCRIPT));
}

/* One piece of a text that waits; no more than may wait. */
void
noscript_text(struct parser *p, struct str text)
{
	size_t held = p->report->noscript.events.n, n = text.n;

	if (held + n > PARSER_NOSCRIPT)
		n = held < PARSER_NOSCRIPT ? PARSER_NOSCRIPT - held : 0;
	builder_text(p, (struct str){text.s, n});
	if (n == text.n)
		return;
	noscript_report(p);
	builder_text(p, (struct str){text.s + n, text.n - n});
}
