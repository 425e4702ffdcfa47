/* SPDX-License-Identifier: MIT */
/*
 * Any bytes as a page, shown: whole, with our script and no other, and nothing
 * that would ask the network for something.
 */
#include "fuzz.h"

#include "html/encoding/pagecharset.h"
#include "html/show/show.h"

/* How often `word` is in a text, in any case. */
static int
count(struct str t, const char *word)
{
	size_t n = strlen(word);
	int found = 0;

	for (size_t i = 0; i + n <= t.n; i++) {
		size_t k = 0;

		while (k < n && ((t.s[i + k] >= 'A' && t.s[i + k] <= 'Z')
		    ? t.s[i + k] | 0x20 : t.s[i + k]) == word[k])
			k++;
		found += k == n;
	}
	return found;
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	static const struct content_options options;
	struct source in = source_over((struct str){(const char *)data, n});
	struct sink out = {0};
	struct page page = {0};
	struct content_verdict *v;
	struct source held;
	struct decode d;
	struct str bytes;

	if (!decode_page_open(&d, &in, NULL))
		return 0;
	bytes = source_rest(&d.source);
	held = source_over(bytes);
	page_read(&page, &held);
	v = content_judge(&page, &options, &content_model);
	show_put(&out, bytes, &page, v, "a page");
	holds(is_clean(buf_str(&out.buf)));
	holds(count(buf_str(&out.buf), "<script>") == 1);
	holds(count(buf_str(&out.buf), "<script ") == 0);
	holds(count(buf_str(&out.buf), "<iframe ") == 0);
	holds(count(buf_str(&out.buf), "<link ") == 0);
	holds(count(buf_str(&out.buf), "<base ") == 0);
	holds(count(buf_str(&out.buf), "<meta ") == 4); /* our own */
	free(v);
	page_free(&page);
	buf_free(&out.buf);
	decode_close(&d);
	return 0;
}
