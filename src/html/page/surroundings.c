/* SPDX-License-Identifier: MIT */
#include "html/page/surroundings.h"

#include <string.h>

static int
within_of(enum tag_id tag)
{
	switch (tag) {
	case TAG_NAV: case TAG_MENU: return IN_NAV;
	case TAG_HEADER: return IN_HEADER;
	case TAG_FOOTER: return IN_FOOTER;
	case TAG_ASIDE: return IN_ASIDE;
	case TAG_FORM: return IN_FORM;
	case TAG_ARTICLE: return IN_ARTICLE;
	case TAG_MAIN: return IN_MAIN;
	case TAG_TABLE: return IN_TABLE;
	case TAG_UL: case TAG_OL: return IN_LIST;
	case TAG_FIGURE: case TAG_FIGCAPTION: return IN_FIGURE;
	case TAG_BLOCKQUOTE: return IN_QUOTE;
	case TAG_SECTION: return IN_SECTION;
	case TAG_LI: return IN_ITEM;
	case TAG_TD: case TAG_TH: return IN_CELL;
	case TAG_PRE: return IN_PRE;
	case TAG_DT: case TAG_DD: return IN_TERMS;
	case TAG_H1: return IN_H1;
	case TAG_H2: return IN_H2;
	case TAG_H3: case TAG_H4: case TAG_H5: case TAG_H6: return IN_H3;
	case TAG_P: return IN_P;
	case TAG_A: return IN_LINK;
	case TAG_BUTTON: case TAG_LABEL: case TAG_SELECT: case TAG_OPTION:
	case TAG_TEXTAREA: case TAG_LEGEND: return IN_CONTROL;
	case TAG_TIME: return IN_TIME;
	case TAG_B: case TAG_STRONG: return IN_STRONG;
	case TAG_ADDRESS: return IN_ADDRESS;
	case TAG_DETAILS: case TAG_SUMMARY: return IN_DETAILS;
	default: return -1;
	}
}

uint32_t
surroundings_hints(const struct element *e)
{
	static const char *const names[] = {
		"class", "id", "role", "itemprop", "itemtype"};
	const char *v;
	uint32_t hints = 0;

	if (e->attributes == NULL)
		return 0;
	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if ((v = element_get(e, names[i])) != NULL)
			hints |= classhint_read(v);
	if ((v = element_get(e, "aria-hidden")) != NULL &&
	    strcmp(v, "true") == 0)
		hints |= 1u << HINT_HIDDEN;
	return hints;
}

void
surroundings_enter(struct surroundings *at, const struct surroundings *outer,
    const struct element *e, uint32_t hints, bool box)
{
	int within = within_of(e->tag->id);

	*at = *outer;
	if (box)
		for (int i = 0; i < NEAR; i++)
			at->near[i] += at->near[i] < FAR;
	for (int i = 0; hints != 0; i++, hints >>= 1)
		if (hints & 1) {
			at->near[i] = 0;
			at->count[i] += at->count[i] < FAR;
		}
	if (within >= 0)
		at->near[CLASSHINT_KINDS + within] = 0;
	if (flow_hides(e))
		at->near[CLASSHINT_KINDS + IN_HIDDEN] = 0;
}
