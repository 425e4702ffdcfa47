/* SPDX-License-Identifier: MIT */
/*
 * Lists set inside a paragraph: "1. First 2. Second", "a) ... b) ...",
 * "(i) ... (ii) ...".  The sentence that opens with a marker tells which one
 * starts the next item.
 */
#include "text/sentences/candidate.h"

#include <stdio.h>
#include <string.h>

#include "text/unicode/utf.h"

static const char *const roman[] = {
	"i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi",
	"xii", "xiii", "xiv", "xv", "xvi", "xvii", "xviii", "xix", "xx",
};

/*
 * The label behind `label`: "9" "10", "a" "b", "i" "ii".  Capitals are
 * initials as often as labels ("A. Smith"), so they count between brackets
 * only.
 */
static bool
next_label(struct str label, bool bracket, char to[CANDIDATE_MARKER])
{
	char c = label.s[0];
	int value = 0;

	if (label.n <= 3 && c >= '1' && c <= '9') {
		for (size_t i = 0; i < label.n; i++) {
			if (label.s[i] < '0' || label.s[i] > '9')
				return false;
			value = 10 * value + label.s[i] - '0';
		}
		snprintf(to, CANDIDATE_MARKER, "%d", value + 1);
		return true;
	}
	for (size_t i = 0; i + 1 < sizeof roman / sizeof *roman; i++)
		if (str_eq(label, str_of(roman[i])) && (i > 0 || c == 'i')) {
			snprintf(to, CANDIDATE_MARKER, "%s", roman[i + 1]);
			return true;
		}
	if (label.n == 1 && ((c >= 'a' && c < 'z') ||
	    (bracket && c >= 'A' && c < 'Z'))) {
		to[0] = (char)(c + 1);
		to[1] = '\0';
		return true;
	}
	return false;
}

/* "(label)", "label.", "label)", "label.)": the parts around the label. */
static bool
parts(struct str m, bool *open, struct str *label, struct str *close)
{
	size_t n = 0;

	*open = m.n > 0 && m.s[0] == '(';
	m.s += *open;
	m.n -= *open;
	while (n < m.n && m.s[n] != '.' && m.s[n] != ')')
		n++;
	*label = (struct str){m.s, n};
	*close = (struct str){m.s + n, m.n - n};
	if (n == 0 || n > 5)
		return false;
	return *open ? str_eq(*close, STR(")")) : str_eq(*close, STR(".")) ||
	    str_eq(*close, STR(")")) || str_eq(*close, STR(".)"));
}

bool
list_next(struct str marker, char next[CANDIDATE_MARKER])
{
	struct str label, close;
	char to[CANDIDATE_MARKER];
	bool open;

	if (!parts(marker, &open, &label, &close) ||
	    !next_label(label, close.s[close.n - 1] == ')', to))
		return false;
	snprintf(next, CANDIDATE_MARKER, "%s%.8s%.*s", open ? "(" : "", to,
	    (int)close.n, close.s);
	return true;
}

/* "2.3.1.", "IV.": a heading's number, which opens what it numbers. */
bool
list_heads(struct str marker)
{
	struct str label, close;
	bool open;
	size_t n = 0;

	while (n < marker.n && ((marker.s[n] >= '0' && marker.s[n] <= '9') ||
	    marker.s[n] == '.'))
		n++;
	if (n == marker.n && n > 1 && memchr(marker.s, '.', n - 1) != NULL)
		return n < 12;
	if (!parts(marker, &open, &label, &close))
		return false;
	for (n = 0; n < label.n && strchr("0123456789", label.s[n]); n++)
		continue;
	if (n == label.n)
		return n <= 3;
	for (n = 0; n < label.n && strchr("IVXivx", label.s[n]); n++)
		continue;
	return n == label.n || label.n == 1;
}

/* Digits, and perhaps a letter; one letter; or a Roman number. */
static bool
is_label(struct str t)
{
	size_t n = 0;

	while (n < t.n && t.s[n] >= '0' && t.s[n] <= '9')
		n++;
	if (n > 0)
		return n <= 3 && (n == t.n || (n + 1 == t.n &&
		    t.s[n] >= 'a' && t.s[n] <= 'z'));
	if (t.n == 1)
		return (t.s[0] | 0x20) >= 'a' && (t.s[0] | 0x20) <= 'z';
	for (n = 0; n < t.n && strchr("ivx", t.s[n] | 0x20) != NULL; n++)
		continue;
	return n == t.n && n > 0;
}

bool
list_paragraph(const char *s, const char *end)
{
	const char *close = s + 1;
	enum shape shape;

	if (s >= end || *s != '(')
		return false;
	while (close < end && close - s < 6 && *close != ')')
		close++;
	if (close >= end || *close != ')' ||
	    !is_label((struct str){s + 1, (size_t)(close - s - 1)}))
		return false;
	close++;
	if (close >= end || (*close != ' ' && *close != '\n'))
		return false;
	while (close < end && *close == ' ')
		close++;
	shape = shape_at(close, end);
	return shape == SHAPE_UPPER || shape == SHAPE_CASELESS ||
	    shape == SHAPE_CJK;
}
