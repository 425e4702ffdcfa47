/* SPDX-License-Identifier: MIT */
/*
 * Any bytes, in any encoding (the first byte picks), come out as clean UTF-8,
 * at most four times as long, and the same however they are cut.  As a text
 * (the first byte's highest bit) they are UTF-8, or pass where no encoding is
 * named and they are none.
 */
#include "fuzz.h"

#include "html/encoding/pagecharset.h"
#include "text/unicode/utf.h"

static const char *const labels[] = {
	NULL, "utf-8", "utf-16le", "utf-16be", "windows-1252", "windows-1251",
	"shift_jis", "euc-jp", "iso-2022-jp", "gb18030", "big5", "euc-kr",
	"koi8-r", "macintosh", "x-user-defined", "utf-32le",
};
static const char *label;

static void
run_text(struct source *in, struct buf *out)
{
	struct decode d;
	struct str text;

	if (!decode_text_open(&d, in, label))
		return;
	text = source_rest(&d.source);
	buf_put(out, text.s, text.n);
	holds((decode_not_utf8(&d) == 0) == utf_valid(buf_str(out)));
	decode_close(&d);
}

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
	if (data[0] & 0x80) {
		same_in_pieces((struct str){(const char *)data + 1, n - 1},
		    n % 5 + 1, &out, run_text);
		holds(out.n <= 4 * n + 8);
		buf_free(&out);
		return 0;
	}
	same_in_pieces((struct str){(const char *)data + 1, n - 1},
	    n % 5 + 1, &out, run);
	holds(is_clean(buf_str(&out)));
	holds(out.n <= 4 * n + 8);
	buf_free(&out);
	return 0;
}
