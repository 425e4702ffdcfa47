/* SPDX-License-Identifier: MIT */
/*
 * What a doctype says (13.2.5.53 to 68), and whether it asks for quirks
 * (13.2.6.4.1).
 */
#include <string.h>
#include <strings.h>

#include "base/ascii.h"

#include "html/tree/builder.h"

struct doctype {
	struct str name, public_id, system_id; /* .s NULL: missing */
	bool wrong; /* "force-quirks" */
};

/* Public identifiers that begin so ask for quirks. */
static const char *const quirky[] = {
	"+//Silmaril//dtd html Pro v0r11 19970101//",
	"-//AS//DTD HTML 3.0 asWedit + extensions//",
	"-//AdvaSoft Ltd//DTD HTML 3.0 asWedit + extensions//",
	"-//IETF//DTD HTML 2.0 Level 1//", "-//IETF//DTD HTML 2.0 Level 2//",
	"-//IETF//DTD HTML 2.0 Strict Level 1//",
	"-//IETF//DTD HTML 2.0 Strict Level 2//",
	"-//IETF//DTD HTML 2.0 Strict//", "-//IETF//DTD HTML 2.0//",
	"-//IETF//DTD HTML 2.1E//", "-//IETF//DTD HTML 3.0//",
	"-//IETF//DTD HTML 3.2 Final//", "-//IETF//DTD HTML 3.2//",
	"-//IETF//DTD HTML 3//", "-//IETF//DTD HTML Level 0//",
	"-//IETF//DTD HTML Level 1//", "-//IETF//DTD HTML Level 2//",
	"-//IETF//DTD HTML Level 3//", "-//IETF//DTD HTML Strict Level 0//",
	"-//IETF//DTD HTML Strict Level 1//",
	"-//IETF//DTD HTML Strict Level 2//",
	"-//IETF//DTD HTML Strict Level 3//", "-//IETF//DTD HTML Strict//",
	"-//IETF//DTD HTML//", "-//Metrius//DTD Metrius Presentational//",
	"-//Microsoft//DTD Internet Explorer 2.0 HTML Strict//",
	"-//Microsoft//DTD Internet Explorer 2.0 HTML//",
	"-//Microsoft//DTD Internet Explorer 2.0 Tables//",
	"-//Microsoft//DTD Internet Explorer 3.0 HTML Strict//",
	"-//Microsoft//DTD Internet Explorer 3.0 HTML//",
	"-//Microsoft//DTD Internet Explorer 3.0 Tables//",
	"-//Netscape Comm. Corp.//DTD HTML//",
	"-//Netscape Comm. Corp.//DTD Strict HTML//",
	"-//O'Reilly and Associates//DTD HTML 2.0//",
	"-//O'Reilly and Associates//DTD HTML Extended 1.0//",
	"-//O'Reilly and Associates//DTD HTML Extended Relaxed 1.0//",
	"-//SQ//DTD HTML 2.0 HoTMetaL + extensions//",
	("-//SoftQuad Software//DTD HoTMetaL PRO 6.0::19990601::extensions to "
	"HTML 4.0//"),
	"-//SoftQuad//DTD HoTMetaL PRO 4.0::19971010::extensions to HTML 4.0//",
	"-//Spyglass//DTD HTML 2.0 Extended//",
	"-//Sun Microsystems Corp.//DTD HotJava HTML//",
	"-//Sun Microsystems Corp.//DTD HotJava Strict HTML//",
	"-//W3C//DTD HTML 3 1995-03-24//", "-//W3C//DTD HTML 3.2 Draft//",
	"-//W3C//DTD HTML 3.2 Final//", "-//W3C//DTD HTML 3.2//",
	"-//W3C//DTD HTML 3.2S Draft//", "-//W3C//DTD HTML 4.0 Frameset//",
	"-//W3C//DTD HTML 4.0 Transitional//",
	"-//W3C//DTD HTML Experimental 19960712//",
	"-//W3C//DTD HTML Experimental 970421//", "-//W3C//DTD W3 HTML//",
	"-//W3O//DTD W3 HTML 3.0//", "-//WebTechs//DTD Mozilla HTML 2.0//",
	"-//WebTechs//DTD Mozilla HTML//",
};

static void
skip_space(struct str *s)
{
	while (s->n > 0 && ascii_is_space(*s->s))
		s->s++, s->n--;
}

static bool
skip_word(struct str *s, const char *word)
{
	if (s->n < 6 || strncasecmp(s->s, word, 6) != 0)
		return false;
	s->s += 6;
	s->n -= 6;
	skip_space(s);
	return true;
}

/* A quoted identifier, if one comes. */
static bool
take_quoted(struct str *s, struct str *id)
{
	const char *end;

	if (s->n == 0 || (*s->s != '"' && *s->s != '\''))
		return false;
	end = memchr(s->s + 1, *s->s, s->n - 1);
	id->s = s->s + 1;
	id->n = end != NULL ? (size_t)(end - id->s) : s->n - 1;
	s->n -= id->n + (end != NULL ? 2 : 1);
	s->s = end != NULL ? end + 1 : id->s + id->n;
	skip_space(s);
	return end != NULL;
}

static struct doctype
read_doctype(struct str s)
{
	struct doctype d = {0};

	s.s += 7; /* "doctype" */
	s.n -= 7;
	skip_space(&s);
	d.name.s = s.s;
	while (s.n > 0 && !ascii_is_space(*s.s))
		s.s++, s.n--;
	d.name.n = (size_t)(s.s - d.name.s);
	skip_space(&s);
	d.wrong = d.name.n == 0;
	if (s.n == 0)
		return d;
	if (skip_word(&s, "public")) {
		d.wrong = !take_quoted(&s, &d.public_id);
		if (!d.wrong && s.n > 0)
			d.wrong = !take_quoted(&s, &d.system_id);
	} else if (skip_word(&s, "system")) {
		d.wrong = !take_quoted(&s, &d.system_id);
	} else {
		d.wrong = true;
	}
	return d;
}

static bool
is_id(struct str s, const char *id)
{
	return s.s != NULL && s.n == strlen(id) &&
	    strncasecmp(s.s, id, s.n) == 0;
}

static bool
begins(struct str s, const char *with)
{
	size_t n = strlen(with);

	return s.s != NULL && s.n >= n && strncasecmp(s.s, with, n) == 0;
}

static bool
asks_for_quirks(const struct doctype *d)
{
	if (d->wrong || !is_id(d->name, "html") ||
	    is_id(d->public_id, "-//W3O//DTD W3 HTML Strict 3.0//EN//") ||
	    is_id(d->public_id, "-/W3C/DTD HTML 4.0 Transitional/EN") ||
	    is_id(d->public_id, "HTML") || is_id(d->system_id,
	    "http://www.ibm.com/data/dtd/v11/ibmxhtml1-transitional.dtd"))
		return true;
	for (size_t i = 0; i < sizeof quirky / sizeof *quirky; i++)
		if (begins(d->public_id, quirky[i]))
			return true;
	return d->system_id.s == NULL &&
	    (begins(d->public_id, "-//W3C//DTD HTML 4.01 Frameset//") ||
	    begins(d->public_id, "-//W3C//DTD HTML 4.01 Transitional//"));
}

void
doctype_take(struct builder *b)
{
	struct doctype d = read_doctype(b->token.text);
	struct buf *name = &b->tree->doctype;

	for (size_t i = 0; i < d.name.n; i++) {
		char c = d.name.s[i];

		buf_putc(name, ascii_lower(c));
	}
	b->tree->quirks = asks_for_quirks(&d);
}
