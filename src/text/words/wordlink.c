/* SPDX-License-Identifier: MIT */
#include "text/words/wordlink.h"

#include "base/ascii.h"
#include "text/unicode/charclass.h"
#include "text/unicode/utf.h"

/* Endings that tell a file's name from words with a point between. */
static const char *const extensions[] = {
	"7z", "avi", "bak", "bat", "bmp", "bz2", "c", "cc", "cfg", "cgi",
	"conf", "cpp", "css", "csv", "db", "deb", "dll", "doc", "docx", "eps",
	"epub", "exe", "gif", "gz", "h", "htm", "html", "ico", "ini", "iso",
	"jar", "java", "jpeg", "jpg", "js", "json", "log", "md", "mkv", "mov",
	"mp3", "mp4", "mpeg", "mpg", "odt", "ogg", "pdf", "php", "pl", "png",
	"ppt", "pptx", "ps", "py", "rar", "rb", "rpm", "rs", "rtf", "sh",
	"so", "sql", "svg", "tar", "tex", "tgz", "tif", "tiff", "tsv", "ttf",
	"txt", "vcf", "wav", "webm", "webp", "wmv", "xls", "xlsx", "xml",
	"xz", "yaml", "yml", "zip", NULL,
};

static bool
is_in(char c, const char *set)
{
	return c != '\0' && strchr(set, c) != NULL;
}

static char
byte_at(struct str t, size_t i)
{
	return i < t.n ? t.s[i] : '\0';
}

/* From `at` on: letters, digits and bytes of `more`. */
static size_t
run(struct str t, size_t at, const char *more)
{
	size_t i = at;

	while (i < t.n && (ascii_is_alnum(t.s[i]) || is_in(t.s[i], more)))
		i++;
	return i - at;
}

/* A host's name at `at`: labels with points between; *points counts them. */
static size_t
host(struct str t, size_t at, int *points)
{
	size_t end = at, i = at;

	*points = -1;
	for (;;) {
		size_t n = run(t, i, "-");

		while (n > 0 && t.s[i + n - 1] == '-')
			n--;
		if (n == 0 || t.s[i] == '-')
			break;
		end = i + n;
		++*points;
		if (byte_at(t, end) != '.')
			break;
		i = end + 1;
	}
	return end - at;
}

/* Without the points, quotes and brackets that belong to the sentence. */
static size_t
trim(struct str t, size_t n)
{
	size_t opened = 0, closed = 0;

	for (size_t i = 0; i < n; i++) {
		opened += t.s[i] == '(' || t.s[i] == '[';
		closed += t.s[i] == ')' || t.s[i] == ']';
	}
	while (n > 0) {
		char last = t.s[n - 1];
		bool bracket = last == ')' || last == ']';

		if (!is_in(last, ".,;:!?'*_~") && !(bracket && closed > opened))
			break;
		closed -= bracket;
		n--;
	}
	return n;
}

/* All that may stand in an address, from `at` on, letters of any script
 * that puts spaces between words included. */
static size_t
rest_of_address(struct str t, size_t at)
{
	size_t i = at;

	while (i < t.n) {
		uint32_t c;
		size_t n = (size_t)utf_step(t.s + i, t.s + t.n, &c);
		charclass k = charclass_of(c);

		if (c >= 0x80 && ((k & (CHARCLASS_CJK | CHARCLASS_UNSPACED)) ||
		    !(k & (CHARCLASS_LETTER | CHARCLASS_MARK | CHARCLASS_NUMBER))))
			break;
		i += n;
	}
	return trim(t, i);
}

/* scheme://..., www...., host.name/... */
static size_t
address(struct str t)
{
	size_t n = 0;
	int points;

	while (n < t.n && ascii_is_letter(t.s[n]))
		n++;
	if (n > 1 && t.n > n + 3 && memcmp(t.s + n, "://", 3) == 0)
		return rest_of_address(t, n + 3);
	n = host(t, 0, &points);
	if (points > 1 && memcmp(t.s, "www.", 4) == 0)
		return rest_of_address(t, n);
	if (points > 0 && ascii_is_letter(t.s[n - 1]) &&
	    ascii_is_letter(t.s[n - 2]) &&
	    (byte_at(t, n) == '/' || (byte_at(t, n) == ':' &&
	    byte_at(t, n + 1) >= '0' && byte_at(t, n + 1) <= '9')))
		return rest_of_address(t, n);
	return 0;
}

static size_t
mail(struct str t)
{
	size_t local = run(t, 0, "._%+-"), n;
	int points;

	if (local == 0 || !ascii_is_alnum(t.s[0]) || byte_at(t, local) != '@')
		return 0;
	n = host(t, local + 1, &points);
	return n > 0 ? local + 1 + n : 0;
}

static bool
is_extension(struct str s)
{
	char lower[8];

	if (s.n == 0 || s.n >= sizeof lower)
		return false;
	for (size_t i = 0; i < s.n; i++)
		lower[i] = ascii_lower(s.s[i]);
	lower[s.n] = '\0';
	for (const char *const *e = extensions; *e != NULL; e++)
		if (strcmp(*e, lower) == 0)
			return true;
	return false;
}

/* name-1_2.tar.gz, .doc */
static size_t
file_name(struct str t)
{
	size_t n = run(t, 0, "._-+"), dot;

	while (n > 0 && !ascii_is_alnum(t.s[n - 1]))
		n--;
	for (dot = n; dot > 0 && t.s[dot - 1] != '.';)
		dot--;
	return dot > 0 && is_extension((struct str){t.s + dot, n - dot}) ? n
	    : 0;
}

/* /usr/lib, ~/x, ../y */
static size_t
path(struct str t)
{
	size_t up = 0, n, slashes = 0;

	while (up < 2 && byte_at(t, up) == '.')
		up++;
	up += up == 0 && byte_at(t, 0) == '~';
	if (byte_at(t, up) != '/' || !(ascii_is_alnum(byte_at(t, up + 1)) ||
	    is_in(byte_at(t, up + 1), "._")))
		return 0;
	n = trim(t, up + run(t, up, "/._-+%~"));
	for (size_t i = 0; i < n; i++)
		slashes += t.s[i] == '/';
	return slashes > 1 || up > 0 ? n : 0;
}

static bool
is_outside(unsigned char c)
{
	return c <= ' ' || c == 0x7F || (!ascii_is_alnum((char)c) &&
	    is_in((char)c, "<>\"`{}|\\^"));
}

/* C:\Temp\a.txt, \\host\share: up to a byte that no such name has. */
static size_t
windows_path(struct source *in)
{
	size_t start = *in->at == '\\' ? 2 : 3, n = start;
	const char *s;

	if (!source_has(in, start + 1))
		return 0;
	s = in->at;
	if (start == 3 ? s[1] != ':' || s[2] != '\\' : s[1] != '\\')
		return 0;
	while (n < LINK_MOST && source_has(in, n + 1) &&
	    (in->at[n] == '\\' || (in->at[n] != ':' &&
	    !is_outside((unsigned char)in->at[n]))))
		n++;
	n = trim((struct str){in->at, n}, n);
	return n > start && ascii_is_alnum(in->at[start]) ? n : 0;
}

/* @name, @host.name */
static size_t
at_name(struct str t)
{
	size_t name = run(t, 1, "_"), n;
	int points;

	n = host(t, 1, &points);
	if (points > 0 && n > name)
		name = n;
	return name > 0 ? 1 + name : 0;
}

/* #tag: letters, marks, digits, at least one letter */
static size_t
tag(struct str t)
{
	size_t i = 1;
	charclass all = 0;

	while (i < t.n) {
		uint32_t c;
		size_t n = (size_t)utf_step(t.s + i, t.s + t.n, &c);
		charclass k = charclass_of(c) & (CHARCLASS_LETTER | CHARCLASS_MARK | CHARCLASS_NUMBER);

		if (k == 0 && c != '_')
			break;
		all |= k;
		i += n;
	}
	return all & CHARCLASS_LETTER ? i : 0;
}

/* C++, C#, F# */
static size_t
language(struct str t)
{
	size_t n = 0;

	if (t.n < 2 || !ascii_is_letter(t.s[0]))
		return 0;
	if (t.s[1] == '#')
		n = 2;
	else if (t.n > 2 && t.s[1] == '+' && t.s[2] == '+')
		n = 3;
	return n > 0 && run(t, n, "#+") == 0 ? n : 0;
}

bool
wordlink_may_begin(unsigned char before)
{
	return before < 0x80 && !ascii_is_alnum((char)before) &&
	    !is_in((char)before, "._%+-@/#~&=\\");
}

/*
 * What is there up to a byte that no such piece has in it.  Many pieces may
 * begin before one such byte: each byte is looked at once.
 */
static struct str
token(struct source *in, uint64_t offset, struct wordlink_ahead *ahead)
{
	size_t n = 0;

	if (ahead->upto <= offset)
		*ahead = (struct wordlink_ahead){.upto = offset};
	n = (size_t)(ahead->upto - offset);
	while (!ahead->ends && n < LINK_MOST && source_has(in, n + 1) &&
	    !(ahead->ends = is_outside((unsigned char)in->at[n])))
		n++;
	ahead->upto = offset + n;
	return (struct str){in->at, n < LINK_MOST ? n : LINK_MOST};
}

/* Every piece that begins with a letter or digit has one of these behind the
 * first run of them. */
static bool
goes_on(struct source *in)
{
	size_t n = 1;

	while (n < LINK_MOST && source_has(in, n + 1) &&
	    ascii_is_alnum(in->at[n]))
		n++;
	return source_has(in, n + 1) && is_in(in->at[n], ".:@#+_%-");
}

size_t
wordlink(struct source *in, uint64_t offset, struct wordlink_ahead *ahead)
{
	struct str t;
	char first;
	size_t n;

	if (!source_has(in, 1))
		return 0;
	first = *in->at;
	if (ascii_is_alnum(first) ? !goes_on(in) : !is_in(first, "@#/.~\\"))
		return 0;
	if ((ascii_is_letter(first) || first == '\\') &&
	    (n = windows_path(in)) > 0)
		return n;
	t = token(in, offset, ahead);
	if (first == '@')
		return at_name(t);
	if (first == '#')
		return tag(t);
	if ((n = address(t)) == 0 && (n = mail(t)) == 0 &&
	    (n = path(t)) == 0 && (n = file_name(t)) == 0)
		n = language(t);
	return n;
}
