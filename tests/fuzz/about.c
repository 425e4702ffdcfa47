/* SPDX-License-Identifier: MIT */
/*
 * Any bytes as a page, and (the first byte picks it) as its JSON-LD or as a
 * date: what it says of itself is UTF-8 without controls, the same however
 * the bytes are cut, an object that is JSON, and dates are dates.
 */
#include "fuzz.h"

#include "notation/json.h"
#include "html/about/aboutput.h"
#include "notation/jsonrepair.h"
#include "html/words/pagedate.h"
#include "html/encoding/pagecharset.h"

static void
run(struct source *in, struct buf *out)
{
	struct about_options options = {.base = STR("https://a.example/b")};
	struct about_fields all = {.n = ABOUT_FIELDS};
	struct sink k = {.buf = *out};
	struct object o = {0};
	struct decode d;
	struct about *a;

	if (!decode_page_open(&d, in, NULL))
		return;
	for (int i = 0; i < ABOUT_FIELDS; i++)
		all.at[i] = (enum about_field)i;
	a = about_read(&d.source, &options);
	aboutput_members(a, &all, &o, false);
	object_put(&o, &k);
	holds(json_check(buf_str(&k.buf)) == NULL);
	sink_putc(&k, '\n');
	aboutput_lines(a, &all, &k);
	aboutput_yaml(a, &all, &k);
	object_free(&o);
	about_free(a);
	decode_close(&d);
	*out = k.buf;
}

static void
date(struct str text)
{
	struct pagedate_how how = {0};
	struct pagedate d;

	if (pagedate_stated(text, &how, &d)) {
		struct pagedate again = d;

		holds(d.month >= 1 && d.month <= 12 && d.day >= 1);
		pagedate_add_days(&again, 1);
		holds(pagedate_days(&again) == pagedate_days(&d) + 1);
	}
	pagedate_in_address(text, &d);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	struct str rest = {(const char *)data + 1, n - 1};
	struct buf out = {0}, page = {0};

	if (n == 0)
		return 0;
	if (data[0] % 3 == 0) {
		buf_puts(&page, "<script type=application/ld+json>");
		buf_put(&page, rest.s, rest.n);
		rest = buf_str(&page);
	} else if (data[0] % 3 == 1 && utf_valid(rest)) {
		date(rest);
	}
	same_in_pieces(rest, n % 13 + 1, &out, run);
	holds(is_clean(buf_str(&out)));
	buf_free(&out);
	buf_free(&page);
	return 0;
}
