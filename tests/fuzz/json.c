/* SPDX-License-Identifier: MIT */
/* A field that is found lies in the text, and its text quotes back. */
#include "fuzz.h"

#include "notation/json.h"

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	struct str text = {(const char *)data, n}, token;
	struct buf plain = {0}, quoted = {0}, again = {0};

	if (json_find(text, STR("text"), &token) == NULL) {
		holds(json_check(text) == NULL);
		holds(token.s >= text.s && token.s + token.n <= text.s + n);
		json_unescape(&plain, token);
		holds(utf_valid(buf_str(&plain)));
		json_put(&quoted, buf_str(&plain));
		json_unescape(&again, buf_str(&quoted));
		holds(str_eq(buf_str(&plain), buf_str(&again)));
	}
	quoted.n = 0;
	json_put(&quoted, text);
	holds(json_check(buf_str(&quoted)) == NULL);
	buf_free(&plain);
	buf_free(&quoted);
	buf_free(&again);
	return 0;
}
