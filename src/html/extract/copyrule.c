/* SPDX-License-Identifier: MIT */
/*
 * The rule that drops what was kept before, but for refrains.
 */
#include "html/extract/contentrule.h"

#include <stdlib.h>

#include "base/mem.h"

enum {
	COPIED = 12,     /* words of a block that is no accident twice */
	SURE_ALONE = 200, /* a block so sure, copied alone, is a refrain */
	SURE_COPY = 300  /* one so sure is a table's, a plan's, a poem's */
};

/* Whether what is beside a copy is one, too, of what is beside the first. */
static bool
is_copied_on(const struct page *p, size_t block)
{
	const struct page_block *b = &p->blocks[block];
	const struct page_block *first = &p->blocks[b->twin];

	return (b->twin > 0 && b[-1].prose.words > 0 &&
	        b[-1].twin == first[-1].twin) ||
	    (block + 1 < p->n_blocks && b[1].prose.words > 0 &&
	        b[1].twin == first[1].twin);
}

/* Whether a block that was kept before is so sure that it stays. */
static bool
is_refrain(const struct story *s, size_t block)
{
	int score = s->verdict[block].score;

	return within(&s->page->blocks[block], IN_QUOTE) == FAR &&
	    (score >= SURE_COPY ||
	    (score >= SURE_ALONE && !is_copied_on(s->page, block)));
}

/*
 * What has been kept once is not kept again: what a post quotes of an earlier
 * one, and what stands there again for a narrower screen.
 */
void
copyrule_apply(struct story *s)
{
	bool *kept = mem_alloc(s->page->n_blocks + 1, sizeof *kept);

	for (size_t i = 0; i < s->rows.n; i++) {
		size_t block = s->rows.block[i];
		const struct page_block *b = &s->page->blocks[block];

		if (!s->verdict[block].keep || b->prose.words < COPIED ||
		    within(b, IN_TABLE) != FAR || within(b, IN_PRE) != FAR)
			continue;
		if (kept[b->twin] && !is_refrain(s, block))
			judge(s, block, false, REASON_COPY);
		kept[b->twin] = true;
	}
	free(kept);
}
