/* SPDX-License-Identifier: MIT */
#include "pack/page/pagesniff.h"

#include <string.h>

#include "base/ascii.h"
#include "notation/sniff.h"
#include "pack/syntax/headers.h"
#include "pack/syntax/xml.h"
#include "text/encoding/charset.h"

#define COUNT(a) (sizeof(a) / sizeof *(a))

/* Elements of HTML, those that are obsolete among them (HTML 16.2). */
static const char elements[] =
    " a abbr acronym address applet area article aside audio b base basefont "
    "bdi bdo bgsound big blink blockquote body br button canvas caption center "
    "cite code col colgroup data datalist dd del details dfn dialog dir div dl "
    "dt em embed fieldset figcaption figure font footer form frame frameset h1 "
    "h2 h3 h4 h5 h6 head header hgroup hr html i iframe img input ins isindex "
    "kbd label layer legend li link listing main map mark marquee menu meta "
    "meter multicol nav nobr noembed noframes nolayer noscript object ol "
    "optgroup option output p param picture plaintext pre progress q rb rbc rp "
    "rt rtc ruby s samp script search section select slot small source spacer "
    "span strike strong style sub summary sup table tbody td template textarea "
    "tfoot th thead time title tr track tt u ul var video wbr xmp ";

static bool
is_element(struct str name)
{
	char word[16] = " ";

	if (name.n == 0 || name.n > 10)
		return false;
	for (size_t i = 0; i < name.n; i++)
		word[i + 1] = ascii_lower(name.s[i]);
	word[name.n + 1] = ' ';
	return strstr(elements, word) != NULL;
}

/* ---- bytes ---- */

/* Bytes that no text has (MIME Sniffing, 3: "binary data byte"). */
static bool
is_binary_byte(unsigned char c)
{
	return c < ' ' && c != '\t' && c != '\n' && c != '\f' && c != '\r' &&
	    c != 0x1B;
}

static bool
is_wide(struct str head)
{
	const struct charset *c;
	int length;

	if ((c = charset_mark(head, &length)) == NULL)
		c = charset_zeros(head);
	return c != NULL && c->how > CHARSET_utf8 && c->how <= CHARSET_utf32be;
}

/* Some pages have a stray one. */
static bool
is_binary(struct str head)
{
	size_t binary = 0;

	for (size_t i = 0; i < head.n; i++)
		binary += is_binary_byte((unsigned char)head.s[i]);
	return binary > head.n / 64 && !is_wide(head);
}

/* Without a mark, and without the zeros of UTF-16 and UTF-32. */
static struct str
narrow(struct str head, char to[SNIFF_HEAD])
{
	size_t n = 0, i = 0;
	bool wide = is_wide(head);

	if (wide)
		i = 2;
	else if (head.n >= 3 && memcmp(head.s, "\xEF\xBB\xBF", 3) == 0)
		i = 3;
	for (; i < head.n; i++)
		if (!wide || head.s[i] != '\0')
			to[n++] = head.s[i];
	return (struct str){to, n};
}

/* ---- source code ---- */

static const char *const code_begins[] = {
	"/*", "//", "#!", "#include", "#define", "#if", "#pragma", "@charset",
	"@import", "@media", "@font-face", "\"use strict\"", "'use strict'",
	"(function", "!function", ";(function", "(()", "$(", "jQuery(",
	"window.", "document.", "module.exports", "define(", "require(",
};
/* Words of prose, too: only with the signs that prose has not. */
static const char *const code_words[] = {
	"const ", "export ", "function ", "if ", "if(", "import ", "let ",
	"package ", "var ", "class ", "def ", "from ",
};

static bool
begins_any(struct str text, const char *const *words, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		size_t length = strlen(words[i]);

		if (text.n >= length && memcmp(text.s, words[i], length) == 0)
			return true;
	}
	return false;
}

static bool
is_code(struct str text)
{
	text = headers_trim(text);
	if (begins_any(text, code_begins, COUNT(code_begins)))
		return true;
	return begins_any(text, code_words, COUNT(code_words)) &&
	    (memchr(text.s, ';', text.n) != NULL ||
	    memchr(text.s, '{', text.n) != NULL ||
	    memchr(text.s, '=', text.n) != NULL);
}

/* Whether what follows stands in a string of a program. */
static bool
ends_in_quote(struct str text)
{
	return text.n > 0 && strchr("\"'`\\", text.s[text.n - 1]) != NULL;
}

/* ---- tags ---- */

static bool
is_doctype(struct str declaration)
{
	return declaration.n >= 12 && headers_same(
	    (struct str){declaration.s, 12}, "!doctype htm");
}

static bool
is_php(struct str instruction)
{
	return instruction.n >= 4 &&
	    headers_same((struct str){instruction.s, 4}, "?php");
}

/*
 * Where the first thing is a tag, that tag must be HTML's; behind a text any
 * tag may be, which must not stand in a string.
 */
static bool
has_sign(struct str text)
{
	struct source in = source_over(text);
	struct xml x = xml_of(&in);
	bool behind_text = false, quoted = false, foreign = false;
	bool comment = false;
	enum xml_kind kind;

	x.html = true;
	while ((kind = xml_next(&x)) != XML_END) {
		bool tag = kind == XML_OPEN || kind == XML_CLOSE;
		struct str name = tag ? xml_local(&x) : (struct str){0};

		if ((kind == XML_OTHER && is_doctype(x.token)) ||
		    (kind == XML_OPEN && headers_same(name, "html")))
			return true;
		if (kind == XML_OTHER && is_php(x.token))
			return false;
		if (kind == XML_COMMENT)
			comment = comment || !behind_text;
		if (kind == XML_TEXT && headers_trim(x.token).n > 0) {
			if (!behind_text && is_code(x.token))
				return false;
			behind_text = true;
			quoted = ends_in_quote(x.token);
		} else if (tag && !foreign && !quoted && is_element(name)) {
			return true;
		} else if (tag && !behind_text) {
			foreign = true;
		} else {
			quoted = false;
		}
	}
	return comment && !foreign;
}

static bool
has_tag(struct str t)
{
	const char *at = t.s, *end = at + t.n;

	while (at < end &&
	    (at = memchr(at, '<', (size_t)(end - at))) != NULL) {
		while (++at < end && *at == '\0')
			continue; /* of UTF-16 */
		if (at < end && (ascii_is_letter(*at) || *at == '!' ||
		    *at == '?' || *at == '/'))
			return true;
	}
	return false;
}

static struct str
at_most(struct str head)
{
	return (struct str){head.s, head.n < SNIFF_HEAD ? head.n : SNIFF_HEAD};
}

bool
pagesniff_lenient(struct str head)
{
	head = at_most(head);
	return has_tag(head) && !is_binary(head);
}

/* Another format's signature. */
static bool
is_other(struct str head)
{
	const struct sniff_row *row = sniff(head);

	return row != NULL && row->class != SNIFF_PAGE && row->kind != SNIFF_XML;
}

bool
pagesniff(struct str head)
{
	char text[SNIFF_HEAD];

	head = at_most(head);
	return !is_other(head) && has_tag(head) && !is_binary(head) &&
	    has_sign(narrow(head, text));
}

/* ---- names ---- */

static struct str
ending(struct str name)
{
	size_t i = name.n;

	while (i > 0 && name.s[i - 1] != '.' && name.s[i - 1] != '/')
		i--;
	return i > 0 && name.s[i - 1] == '.' ?
	    (struct str){name.s + i, name.n - i} : (struct str){0};
}

static bool
is_among(struct str word, const char *const *words, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (headers_same(word, words[i]))
			return true;
	return false;
}

static const char *const page_endings[] = {
	"html", "htm", "xhtml", "xht", "shtml", "shtm", "phtml", "dhtml",
};
static const char *const other_endings[] = {
	"c", "cc", "cpp", "cs", "css", "csv", "dtd", "go", "h", "java", "js",
	"json", "less", "map", "md", "mjs", "ncx", "opf", "pl", "properties",
	"py", "rb", "rdf", "rs", "scss", "sh", "smil", "svg", "tpl", "ts",
	"txt", "vue", "xml", "xsd", "xsl", "yaml", "yml",
};

bool
pagesniff_ending(struct str name)
{
	return is_among(ending(name), page_endings, COUNT(page_endings));
}

bool
pagesniff_named(struct str head, struct str name)
{
	if (pagesniff_ending(name))
		return pagesniff_lenient(head) && !is_other(at_most(head));
	return !is_among(ending(name), other_endings, COUNT(other_endings)) &&
	    pagesniff(head);
}
