/* SPDX-License-Identifier: MIT */
/*
 * Any text, stripped: lines of it in their order, clean, and unchanged when
 * stripped again.
 */
#include "fuzz.h"

#include "text/encoding/decode.h"
#include "text/extract/textcontent.h"

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	struct source in = source_over((struct str){(const char *)data, n});
	struct sink once = {0}, twice = {0};
	struct buf all = {0}, part = {0};
	const struct textcontent_options options = {0};
	struct decode d;
	struct str text;

	if (!decode_open(&d, &in, charset_find(STR("utf-8"))))
		return 0;
	text = source_rest(&d.source);
	textcontent_strip(text, &options, &textcontent_model, &once);
	holds(is_clean(buf_str(&once.buf)));
	put_squeezed(&all, text);
	put_squeezed(&part, buf_str(&once.buf));
	holds(is_subsequence(&part, &all));
	textcontent_strip(buf_str(&once.buf), &options, &textcontent_model,
	    &twice);
	holds(str_eq(buf_str(&once.buf), buf_str(&twice.buf)));
	decode_close(&d);
	buf_free(&once.buf);
	buf_free(&twice.buf);
	buf_free(&all);
	buf_free(&part);
	return 0;
}
