/* SPDX-License-Identifier: MIT */
/*
 * Any bytes read as a page: its tables are grids of clean text, no larger than
 * asked for, and the same however the bytes are cut.
 */
#include "fuzz.h"

#include "html/encoding/pagecharset.h"
#include "html/parts/tableput.h"

enum { PLACES = 4000 };

static void
put(void *ctx, const struct pagetable *t)
{
	const struct tableput how = {.format = t->n % 2 ? TABLE_JSON
	    : TABLE_CSV};
	struct sink out = {.buf = *(struct buf *)ctx};

	holds(is_clean(t->text) && is_clean(t->caption));
	holds(t->over || t->rows * t->columns <= PLACES);
	holds(t->headers <= t->rows);
	for (size_t i = 0; i < t->n; i++)
		holds(t->cells[i].row + t->cells[i].rows <= t->rows &&
		    t->cells[i].column + t->cells[i].columns <= t->columns &&
		    t->cells[i].at + t->cells[i].n <= t->text.n);
	tableput(&how, t, &out);
	*(struct buf *)ctx = out.buf;
}

static bool layout;

static void
run(struct source *in, struct buf *out)
{
	struct pagetable_options how = {.layout = layout, .links = true,
	    .numbers = true, .places = PLACES};
	struct decode d;

	if (!decode_page_open(&d, in, NULL))
		return;
	pagetable_read(&d.source, &how, put, out);
	decode_close(&d);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	struct buf out = {0};

	layout = n % 2 == 0;
	same_in_pieces((struct str){(const char *)data, n}, n % 9 + 1, &out,
	    run);
	buf_free(&out);
	return 0;
}
