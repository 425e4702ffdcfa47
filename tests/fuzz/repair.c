/* SPDX-License-Identifier: MIT */
/*
 * What is repaired is the same however it is cut; repaired again it stays, by
 * any one rule, two, or many; and what the default rules write is UTF-8.
 */
#include "fuzz.h"

#include "text/repair/curl.h"
#include "text/repair/repair.h"
#include "text/unicode/utf.h"

static unsigned rules;

static void
run(struct source *in, struct buf *out)
{
	struct repair r = {.rules = rules};
	struct sink to = {0};

	r.quotes = quote_style_of("de");
	repair_text(&r, in, &to);
	buf_put(out, to.buf.s, to.buf.n);
	buf_free(&to.buf);
	repair_free(&r);
}

/* By the first two bytes; the two rules of wrapped text learn from the text. */
static unsigned
choose(const uint8_t *data)
{
	enum repair_rule pair[2];
	unsigned chosen = 1u << data[0] % REPAIR_DEHYPHEN |
	    1u << data[1] % REPAIR_DEHYPHEN;

	if (data[0] % 4 == 0)
		chosen |= REPAIR_DEFAULT;
	chosen &= ~(1u << REPAIR_ENTITIES2);
	return repair_opposites(chosen, pair) ? REPAIR_DEFAULT : chosen;
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	struct buf once = {0}, twice = {0};
	struct source in;
	struct str text;

	if (n < 2)
		return 0;
	rules = choose(data);
	text = (struct str){(const char *)data + 2, n - 2};
	same_in_pieces(text, n % 11 + 1, &once, run);
	in = source_over(buf_str(&once));
	run(&in, &twice);
	holds(str_eq(buf_str(&once), buf_str(&twice)));
	if (rules & 1u << REPAIR_UTF8)
		holds(utf_valid(buf_str(&once)));
	rules |= 1u << REPAIR_DEHYPHEN | 1u << REPAIR_UNWRAP;
	once.n = 0;
	same_in_pieces(text, n % 7 + 1, &once, run);
	buf_free(&once);
	buf_free(&twice);
	return 0;
}
