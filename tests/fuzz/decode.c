/* SPDX-License-Identifier: MIT */
/*
 * Any bytes, in any encoding (the first byte picks), come out as clean UTF-8,
 * at most four times as long, and the same however they are cut.
 */
#include "fuzz.h"

#include "html/encoding/pagecharset.h"

static const char *const labels[] = {
	NULL, "utf-8", "utf-16le", "utf-16be", "windows-1252", "windows-1251",
	"shift_jis", "euc-jp", "iso-2022-jp", "gb18030", "big5", "euc-kr",
	"koi8-r", "macintosh", "x-user-defined", "utf-32le",
};
static const char *label;

static void
run(struct source *in, struct buf *out)
{
	struct decode d;
	struct str text;

	if (!decode_page_open(&d, in, label))
		return;
	text = source_rest(&d.source);
	buf_put(out, text.s, text.n);
	decode_close(&d);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	struct buf out = {0};

	if (n == 0)
		return 0;
	label = labels[data[0] % (sizeof labels / sizeof *labels)];
	same_in_pieces((struct str){(const char *)data + 1, n - 1},
	    n % 5 + 1, &out, run);
	holds(is_clean(buf_str(&out)));
	holds(out.n <= 4 * n + 8);
	buf_free(&out);
	return 0;
}
