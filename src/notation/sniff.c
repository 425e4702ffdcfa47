/* SPDX-License-Identifier: MIT */
#include "notation/sniff.h"

#define PAGECAT "pagecat(1) writes its pages"
#define PANDOC "pandoc(1) writes its text"

static const struct sniff_row rows[SNIFF_KINDS] = {
#define ROW(kind, class, name, remedy) [kind] = {kind, class, name, remedy}
	ROW(SNIFF_GZIP, SNIFF_CONTAINER, "gzip", "zcat(1) or pagecat(1) opens it"),
	ROW(SNIFF_ZSTD, SNIFF_CONTAINER, "zstd",
	    "zstdcat(1) or pagecat(1) opens it"),
	ROW(SNIFF_XZ, SNIFF_CONTAINER, "xz", "xzcat(1) or pagecat(1) opens it"),
	ROW(SNIFF_BZIP2, SNIFF_CONTAINER, "bzip2",
	    "bzcat(1) or pagecat(1) opens it"),
	ROW(SNIFF_LZMA, SNIFF_CONTAINER, "lzma",
	    "lzcat(1) or pagecat(1) opens it"),
	ROW(SNIFF_LZ4, SNIFF_BINARY, "lz4", "lz4cat(1) opens it"),
	ROW(SNIFF_LZIP, SNIFF_BINARY, "lzip", "lzip -dc opens it"),
	ROW(SNIFF_LZOP, SNIFF_BINARY, "lzop", "lzop -dc opens it"),
	ROW(SNIFF_COMPRESS, SNIFF_BINARY, "compress", "zcat(1) opens it"),

	ROW(SNIFF_EPUB, SNIFF_CONTAINER, "EPUB", PAGECAT),
	ROW(SNIFF_WACZ, SNIFF_CONTAINER, "WACZ", PAGECAT),
	ROW(SNIFF_DOCX, SNIFF_BINARY, "docx", PANDOC),
	ROW(SNIFF_XLSX, SNIFF_BINARY, "xlsx",
	    "libreoffice --convert-to csv writes its tables"),
	ROW(SNIFF_PPTX, SNIFF_BINARY, "pptx",
	    "libreoffice --convert-to pdf, then pdftotext(1)"),
	ROW(SNIFF_OFFICE, SNIFF_BINARY, "Office document (docx, xlsx, pptx)",
	    PANDOC),
	ROW(SNIFF_ODT, SNIFF_BINARY, "odt", PANDOC),
	ROW(SNIFF_ODS, SNIFF_BINARY, "ods",
	    "libreoffice --convert-to csv writes its tables"),
	ROW(SNIFF_ODP, SNIFF_BINARY, "odp",
	    "libreoffice --convert-to pdf, then pdftotext(1)"),
	ROW(SNIFF_JAR, SNIFF_CONTAINER, "jar", PAGECAT),
	ROW(SNIFF_APK, SNIFF_CONTAINER, "apk", PAGECAT),
	ROW(SNIFF_ZIP, SNIFF_CONTAINER, "zip", PAGECAT),
	ROW(SNIFF_TAR, SNIFF_CONTAINER, "tar", PAGECAT),
	ROW(SNIFF_SEVENZIP, SNIFF_BINARY, "7z", "7z x unpacks it"),
	ROW(SNIFF_RAR, SNIFF_BINARY, "rar", "unar(1) unpacks it"),
	ROW(SNIFF_CAB, SNIFF_BINARY, "cab", "cabextract(1) unpacks it"),
	ROW(SNIFF_AR, SNIFF_BINARY, "ar archive", "ar x unpacks it"),
	ROW(SNIFF_CPIO, SNIFF_BINARY, "cpio", "cpio -i unpacks it"),

	ROW(SNIFF_PDF, SNIFF_BINARY, "PDF", "pdftotext(1) writes its text"),
	ROW(SNIFF_POSTSCRIPT, SNIFF_BINARY, "PostScript",
	    "ps2ascii(1) writes its text"),
	ROW(SNIFF_RTF, SNIFF_BINARY, "RTF", PANDOC),
	ROW(SNIFF_OLE, SNIFF_BINARY, "OLE (doc, xls, ppt, msg)",
	    "catdoc(1), for a .msg msgconvert(1), writes its text"),
	ROW(SNIFF_MOBI, SNIFF_BINARY, "MOBI",
	    "ebook-convert(1) makes an EPUB of it"),
	ROW(SNIFF_DJVU, SNIFF_BINARY, "DjVu", "djvutxt(1) writes its text"),
	ROW(SNIFF_CHM, SNIFF_BINARY, "CHM",
	    "extract_chmLib(1) unpacks its pages"),
	ROW(SNIFF_LIT, SNIFF_BINARY, "LIT",
	    "ebook-convert(1) makes an EPUB of it"),
	ROW(SNIFF_ZIM, SNIFF_BINARY, "ZIM", "zimdump(1) unpacks its pages"),
	ROW(SNIFF_PST, SNIFF_BINARY, "PST", "readpst(1) writes its mail"),
	ROW(SNIFF_TNEF, SNIFF_BINARY, "TNEF", "tnef(1) unpacks it"),
	ROW(SNIFF_SQLITE, SNIFF_BINARY, "SQLite", "sqlite3(1) reads it"),
	ROW(SNIFF_PARQUET, SNIFF_BINARY, "Parquet",
	    "duckdb writes its rows as JSON Lines"),
	ROW(SNIFF_ARROW, SNIFF_BINARY, "Arrow",
	    "pyarrow writes its rows as JSON Lines"),
	ROW(SNIFF_HDF5, SNIFF_BINARY, "HDF5", "h5dump(1) reads it"),
	ROW(SNIFF_NUMPY, SNIFF_BINARY, "NumPy array", "numpy.load reads it"),

	ROW(SNIFF_PNG, SNIFF_BINARY, "PNG image", "tesseract(1) reads its text"),
	ROW(SNIFF_JPEG, SNIFF_BINARY, "JPEG image",
	    "tesseract(1) reads its text"),
	ROW(SNIFF_GIF, SNIFF_BINARY, "GIF image", "tesseract(1) reads its text"),
	ROW(SNIFF_WEBP, SNIFF_BINARY, "WebP image",
	    "tesseract(1) reads its text"),
	ROW(SNIFF_BMP, SNIFF_BINARY, "BMP image", "tesseract(1) reads its text"),
	ROW(SNIFF_TIFF, SNIFF_BINARY, "TIFF image",
	    "tesseract(1) reads its text"),
	ROW(SNIFF_ICO, SNIFF_BINARY, "icon", "it has no text"),
	ROW(SNIFF_JP2, SNIFF_BINARY, "JPEG 2000 image",
	    "tesseract(1) reads its text"),
	ROW(SNIFF_PSD, SNIFF_BINARY, "Photoshop image", "it has no text"),
	ROW(SNIFF_AVIF, SNIFF_BINARY, "AVIF or HEIF image", "it has no text"),
	ROW(SNIFF_SOUND, SNIFF_BINARY, "sound", "it has no text"),
	ROW(SNIFF_FILM, SNIFF_BINARY, "video", "it has no text"),
	ROW(SNIFF_FONT, SNIFF_BINARY, "font", "it has no text"),
	ROW(SNIFF_ELF, SNIFF_BINARY, "ELF program", "it has no text"),
	ROW(SNIFF_MACHO, SNIFF_BINARY, "Mach-O program", "it has no text"),
	ROW(SNIFF_EXE, SNIFF_BINARY, "Windows program", "it has no text"),
	ROW(SNIFF_CLASS, SNIFF_BINARY, "Java class", "it has no text"),
	ROW(SNIFF_WASM, SNIFF_BINARY, "WebAssembly", "it has no text"),

	ROW(SNIFF_WARC, SNIFF_CONTAINER, "WARC", PAGECAT),
	ROW(SNIFF_ARC, SNIFF_CONTAINER, "ARC", PAGECAT),
	ROW(SNIFF_HTTP, SNIFF_CONTAINER, "HTTP response", PAGECAT),
	ROW(SNIFF_MBOX, SNIFF_CONTAINER, "mailbox", PAGECAT),
	ROW(SNIFF_MHTML, SNIFF_CONTAINER, "MHTML", PAGECAT),
	ROW(SNIFF_MAIL, SNIFF_CONTAINER, "MIME message", PAGECAT),
	ROW(SNIFF_WEBARCHIVE, SNIFF_CONTAINER, "webarchive", PAGECAT),
	ROW(SNIFF_PLIST, SNIFF_CONTAINER, "property list", PAGECAT),
	ROW(SNIFF_FEED, SNIFF_CONTAINER, "feed", PAGECAT),
	ROW(SNIFF_ENEX, SNIFF_CONTAINER, "Evernote export", PAGECAT),
	ROW(SNIFF_HAR, SNIFF_CONTAINER, "HAR", PAGECAT),
	ROW(SNIFF_JSONFEED, SNIFF_CONTAINER, "JSON Feed", PAGECAT),

	ROW(SNIFF_JSONL, SNIFF_CONTAINER, "JSON Lines", "-j reads its records"),
	ROW(SNIFF_JSON, SNIFF_FORMAT, "JSON", "jq(1) writes its strings"),
	ROW(SNIFF_HTML, SNIFF_PAGE, "HTML", "html2text(1) writes its text"),
	ROW(SNIFF_XHTML, SNIFF_PAGE, "XHTML", "html2text(1) writes its text"),
	ROW(SNIFF_XML, SNIFF_FORMAT, "XML", "xmllint --xpath finds its text"),
#undef ROW
};

enum { ANYWHERE = SNIFF_HEAD }; /* an offset: wherever it stands */

/* Two strings of bytes at their offsets; the second may be empty. */
struct signature {
	unsigned char kind;
	unsigned short at, also_at;
	struct str bytes, also;
};

#define B(literal) {literal, sizeof(literal) - 1}
#define ONE(kind, at, bytes) {kind, at, 0, B(bytes), {0}}
#define TWO(kind, at, bytes, also_at, also) \
	{kind, at, also_at, B(bytes), B(also)}
#define ZIP "PK\3\4"

/* The first that fits; of a family the special ones come first. */
static const struct signature binary[] = {
	ONE(SNIFF_GZIP, 0, "\x1F\x8B\x08"),
	ONE(SNIFF_ZSTD, 0, "\x28\xB5\x2F\xFD"),
	ONE(SNIFF_ZSTD, 1, "\x2A\x4D\x18"), /* a frame to skip: a dictionary */
	ONE(SNIFF_XZ, 0, "\xFD" "7zXZ\0"),
	TWO(SNIFF_BZIP2, 0, "BZh", 4, "1AY&SY"),
	TWO(SNIFF_BZIP2, 0, "BZh", 4, "\x17rE8P\x90"),
	/* its size unknown, or less than a terabyte */
	TWO(SNIFF_LZMA, 0, "\x5D\0\0", 5, "\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF"),
	TWO(SNIFF_LZMA, 0, "\x5D\0\0", 10, "\0\0\0"),
	ONE(SNIFF_LZ4, 0, "\x04\x22\x4D\x18"),
	ONE(SNIFF_LZIP, 0, "LZIP\1"),
	ONE(SNIFF_LZOP, 0, "\x89LZO\0\r\n\x1A\n"),
	ONE(SNIFF_COMPRESS, 0, "\x1F\x9D"),

	TWO(SNIFF_EPUB, 0, ZIP, 30, "mimetypeapplication/epub+zip"),
	TWO(SNIFF_EPUB, 0, ZIP, ANYWHERE, "META-INF/container.xml"),
	TWO(SNIFF_ODT, 0, ZIP, 30,
	    "mimetypeapplication/vnd.oasis.opendocument.text"),
	TWO(SNIFF_ODS, 0, ZIP, 30,
	    "mimetypeapplication/vnd.oasis.opendocument.spreadsheet"),
	TWO(SNIFF_ODP, 0, ZIP, 30,
	    "mimetypeapplication/vnd.oasis.opendocument.presentation"),
	TWO(SNIFF_DOCX, 0, ZIP, ANYWHERE, "word/document.xml"),
	TWO(SNIFF_XLSX, 0, ZIP, ANYWHERE, "xl/workbook.xml"),
	TWO(SNIFF_PPTX, 0, ZIP, ANYWHERE, "ppt/presentation.xml"),
	TWO(SNIFF_OFFICE, 0, ZIP, ANYWHERE, "[Content_Types].xml"),
	TWO(SNIFF_APK, 0, ZIP, ANYWHERE, "AndroidManifest.xml"),
	TWO(SNIFF_JAR, 0, ZIP, ANYWHERE, "META-INF/MANIFEST.MF"),
	TWO(SNIFF_WACZ, 0, ZIP, ANYWHERE, "pages/pages.jsonl"),
	TWO(SNIFF_WACZ, 0, ZIP, ANYWHERE, "datapackage.json"),
	ONE(SNIFF_ZIP, 0, ZIP),
	ONE(SNIFF_ZIP, 0, "PK\5\6"),
	ONE(SNIFF_ZIP, 0, "PK\7\x08"),
	ONE(SNIFF_TAR, 257, "ustar\0"),
	ONE(SNIFF_TAR, 257, "ustar  \0"),
	ONE(SNIFF_SEVENZIP, 0, "7z\xBC\xAF\x27\x1C"),
	ONE(SNIFF_RAR, 0, "Rar!\x1A\7"),
	ONE(SNIFF_CAB, 0, "MSCF\0\0\0\0"),
	ONE(SNIFF_AR, 0, "!<arch>\n"),
	TWO(SNIFF_CPIO, 0, "070701", 102, "00000000"),

	ONE(SNIFF_OLE, 0, "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"),
	ONE(SNIFF_MOBI, 60, "BOOKMOBI"),
	ONE(SNIFF_MOBI, 60, "TEXtREAd"),
	ONE(SNIFF_DJVU, 0, "AT&TFORM"),
	ONE(SNIFF_CHM, 0, "ITSF\3\0\0\0"),
	ONE(SNIFF_LIT, 0, "ITOLITLS"),
	ONE(SNIFF_ZIM, 0, "ZIM\4"),
	TWO(SNIFF_PST, 0, "!BDN", 8, "SM"),
	ONE(SNIFF_TNEF, 0, "\x78\x9F\x3E\x22"),
	ONE(SNIFF_SQLITE, 0, "SQLite format 3\0"),
	ONE(SNIFF_PARQUET, 0, "PAR1\x15"),
	ONE(SNIFF_ARROW, 0, "ARROW1\0\0"),
	ONE(SNIFF_HDF5, 0, "\x89HDF\r\n\x1A\n"),
	ONE(SNIFF_NUMPY, 0, "\x93NUMPY"),

	ONE(SNIFF_PNG, 0, "\x89PNG\r\n\x1A\n"),
	ONE(SNIFF_JPEG, 0, "\xFF\xD8\xFF"),
	TWO(SNIFF_GIF, 0, "GIF87a", ANYWHERE, "\0"),
	TWO(SNIFF_GIF, 0, "GIF89a", ANYWHERE, "\0"),
	TWO(SNIFF_WEBP, 0, "RIFF", 8, "WEBPVP"),
	TWO(SNIFF_BMP, 0, "BM", 6, "\0\0\0\0"),
	ONE(SNIFF_TIFF, 0, "II*\0"),
	ONE(SNIFF_TIFF, 0, "MM\0*"),
	ONE(SNIFF_ICO, 0, "\0\0\1\0"),
	ONE(SNIFF_JP2, 0, "\0\0\0\x0CjP  \r\n\x87\n"),
	ONE(SNIFF_PSD, 0, "8BPS\0\1"),
	TWO(SNIFF_AVIF, 0, "\0\0", 4, "ftypavif"),
	TWO(SNIFF_AVIF, 0, "\0\0", 4, "ftypheic"),
	TWO(SNIFF_AVIF, 0, "\0\0", 4, "ftypmif1"),
	TWO(SNIFF_SOUND, 0, "\0\0", 4, "ftypM4A"),
	TWO(SNIFF_SOUND, 0, "RIFF", 8, "WAVE"),
	TWO(SNIFF_SOUND, 0, "FORM", 8, "AIFF"),
	ONE(SNIFF_SOUND, 0, "OggS\0"),
	ONE(SNIFF_SOUND, 0, "fLaC\0"),
	ONE(SNIFF_SOUND, 0, "MThd\0\0\0\6"),
	ONE(SNIFF_SOUND, 0, "ID3\2\0"),
	ONE(SNIFF_SOUND, 0, "ID3\3\0"),
	ONE(SNIFF_SOUND, 0, "ID3\4\0"),
	TWO(SNIFF_FILM, 0, "\0\0", 4, "ftyp"),
	TWO(SNIFF_FILM, 0, "RIFF", 8, "AVI "),
	ONE(SNIFF_FILM, 0, "\x1A\x45\xDF\xA3"),
	ONE(SNIFF_FILM, 0, "FLV\1"),
	ONE(SNIFF_FILM, 0, "\0\0\1\xBA"),
	ONE(SNIFF_FONT, 0, "wOFF\0\1\0\0"),
	ONE(SNIFF_FONT, 0, "wOFFOTTO"),
	ONE(SNIFF_FONT, 0, "wOF2\0\1\0\0"),
	ONE(SNIFF_FONT, 0, "wOF2OTTO"),
	ONE(SNIFF_FONT, 0, "OTTO\0"),
	ONE(SNIFF_FONT, 0, "\0\1\0\0\0"),
	ONE(SNIFF_FONT, 0, "ttcf\0"),
	ONE(SNIFF_ELF, 0, "\x7F" "ELF"),
	ONE(SNIFF_MACHO, 0, "\xCF\xFA\xED\xFE"),
	ONE(SNIFF_MACHO, 0, "\xCE\xFA\xED\xFE"),
	TWO(SNIFF_EXE, 0, "MZ", ANYWHERE, "PE\0\0"),
	ONE(SNIFF_CLASS, 0, "\xCA\xFE\xBA\xBE"),
	ONE(SNIFF_WASM, 0, "\0asm"),
	ONE(SNIFF_WEBARCHIVE, 0, "bplist00"),
};

/*
 * What a text begins with, and what it holds besides, all in lower case: '#'
 * stands for a digit, '~' for a byte that ends a tag's name.
 */
struct text_signature {
	unsigned char kind;
	const char *begins;
	const char *holds[2];
};

static const struct text_signature text[] = {
	{SNIFF_PDF, "%pdf-#", {0}},
	{SNIFF_POSTSCRIPT, "%!ps-adobe-", {0}},
	{SNIFF_RTF, "{\\rtf", {0}},
	{SNIFF_WARC, "warc/#.#", {0}},
	{SNIFF_ARC, "filedesc://", {0}},
	{SNIFF_HTTP, "http/#.# ###", {0}},
	{SNIFF_HTTP, "http/# ###", {0}},

	{SNIFF_HTML, "<!doctype html~", {0}},
	{SNIFF_HTML, "<html~", {0}},
	{SNIFF_HTML, "<!--", {"<html", "<head"}},
	{SNIFF_XHTML, "<?xml", {"<!doctype html", "<html"}},
	{SNIFF_XHTML, "<?xml", {"<html", "http://www.w3.org/1999/xhtml"}},
	{SNIFF_FEED, "<rss~", {0}},
	{SNIFF_FEED, "<feed~", {"http://www.w3.org/2005/atom"}},
	{SNIFF_FEED, "<?xml", {"<rss"}},
	{SNIFF_FEED, "<?xml", {"http://www.w3.org/2005/atom"}},
	{SNIFF_FEED, "<?xml", {"http://purl.org/atom/ns#"}},
	{SNIFF_FEED, "<?xml", {"http://purl.org/rss/1.0/"}},
	{SNIFF_FEED, "<?xml", {"http://my.netscape.com/rdf/simple/0.9/"}},
	{SNIFF_ENEX, "<?xml", {"<en-export"}},
	{SNIFF_WEBARCHIVE, "<?xml", {"<!doctype plist", "webmainresource"}},
	{SNIFF_PLIST, "<?xml", {"<!doctype plist"}},
	{SNIFF_PLIST, "<!doctype plist~", {0}},
	{SNIFF_XML, "<?xml", {0}},

	{SNIFF_HAR, "{", {"\"log\"", "\"creator\""}},
	{SNIFF_HAR, "{", {"\"log\"", "\"entries\""}},
	{SNIFF_JSONFEED, "{", {"https://jsonfeed.org/version/"}},
	{SNIFF_JSONFEED, "{", {"https:\\/\\/jsonfeed.org\\/version\\/"}},
	{SNIFF_JSONL, "{\"", {"\":"}},
	{SNIFF_JSONL, "{ \"", {"\":"}},
	{SNIFF_JSON, "{", {"\":"}},
	{SNIFF_JSON, "{", {"\" :"}},
	{SNIFF_JSON, "[{", {"\":"}},
	{SNIFF_JSON, "[", {"{", "\":"}},
};

/*
 * Letters.  They begin with one of these fields, or with another whose name
 * has "X-" before it; a field that only mail has must follow, since a note or
 * a memorandum may begin with "From:", too.
 */
static const char *const letter_begins[] = {
	"arc-", "authentication-results:", "autocrypt:", "bcc:", "cc:",
	"content-", "date:", "delivered-to:", "delivery-date:", "dkim-",
	"domainkey-signature:", "envelope-to:", "from:", "importance:",
	"in-reply-to:", "list-", "message-id:", "mime-version:",
	"newsgroups:", "organization:", "path:", "precedence:", "received-spf:",
	"received:", "references:", "reply-to:", "return-path:", "sender:",
	"snapshot-content-location:", "status:", "subject:", "thread-", "to:",
	"user-agent:", "x-",
};
static const char *const letter_holds[] = {
	"\nmime-version:", "\nmessage-id:", "\nreceived:", "\nreturn-path:",
};
static const char *const mhtml_holds[] = {
	"multipart/related", "snapshot-content-location:",
};

#define COUNT(a) (sizeof(a) / sizeof *(a))

/* ---- bytes ---- */

static bool
has(struct str head, size_t at, struct str bytes)
{
	return bytes.n == 0 || (at + bytes.n <= head.n &&
	    memcmp(head.s + at, bytes.s, bytes.n) == 0);
}

static bool
holds(struct str head, struct str bytes)
{
	const char *at = head.s, *end = head.s + head.n;

	while (at < end &&
	    (at = memchr(at, *bytes.s, (size_t)(end - at))) != NULL)
		if ((size_t)(end - at) < bytes.n)
			break;
		else if (memcmp(at++, bytes.s, bytes.n) == 0)
			return true;
	return false;
}

static const struct signature *
sniff_binary(struct str head)
{
	for (size_t i = 0; i < COUNT(binary); i++) {
		const struct signature *s = &binary[i];

		if (has(head, s->at, s->bytes) && (s->also_at == ANYWHERE ?
		    holds(head, s->also) : has(head, s->also_at, s->also)))
			return s;
	}
	return NULL;
}

/* ---- text ---- */

/* A character's bytes: by the byte order mark, or by the place of its NULs. */
static size_t
width(struct str head, size_t *first)
{
	static const struct {
		struct str mark, mask;
		unsigned char width, first;
	} forms[] = {
		{B("\0\0\0<"), B("\xFF\xFF\xFF\xFF"), 4, 3},
		{B("<\0\0\0"), B("\xFF\xFF\xFF\xFF"), 4, 0},
		{B("\0\0\xFE\xFF"), B("\xFF\xFF\xFF\xFF"), 4, 3},
		{B("\xFF\xFE\0\0"), B("\xFF\xFF\xFF\xFF"), 4, 0},
		{B("\xFF\xFE"), B("\xFF\xFF"), 2, 0},
		{B("\xFE\xFF"), B("\xFF\xFF"), 2, 1},
		{B("\0\0\0\0"), B("\xFF\0\xFF\0"), 2, 1},
		{B("\0\0\0\0"), B("\0\xFF\0\xFF"), 2, 0},
	};

	for (size_t i = 0; i < COUNT(forms); i++) {
		size_t n = 0;

		while (n < forms[i].mark.n && n < head.n &&
		    ((head.s[n] ^ forms[i].mark.s[n]) & forms[i].mask.s[n]) == 0)
			n++;
		if (n == forms[i].mark.n) {
			*first = forms[i].first;
			return forms[i].width;
		}
	}
	*first = 0;
	return 1;
}

/* ASCII in lower case, without a mark and blanks before it. */
static struct str
fold(struct str head, char to[SNIFF_HEAD])
{
	size_t first, wide = width(head, &first), n = 0;

	if (wide == 1 && has(head, 0, STR("\xEF\xBB\xBF")))
		first = 3;
	for (size_t i = first; i < head.n; i += wide) {
		unsigned char c = (unsigned char)head.s[i];

		if (wide > 1 && i < wide && (c == 0xFF || c == 0xFE))
			continue; /* the mark */
		if (wide == 2 && (i ^ 1) < head.n && head.s[i ^ 1] != '\0')
			c = 0x80; /* no ASCII */
		if (n == 0 && c != '\0' && strchr(" \t\n\f\r", c) != NULL)
			continue;
		to[n++] = (char)(c >= 'A' && c <= 'Z' ? c | 0x20 : c);
	}
	return (struct str){to, n};
}

static bool
begins(struct str head, const char *pattern)
{
	for (size_t i = 0; pattern[i] != '\0'; i++) {
		if (i == head.n)
			return false;
		if (pattern[i] == '#' ?
		    head.s[i] < '0' || head.s[i] > '9' : pattern[i] == '~' ?
		    head.s[i] == '\0' ||
		    strchr(" \t\n\f\r/>", head.s[i]) == NULL :
		    head.s[i] != pattern[i])
			return false;
	}
	return true;
}

static bool
begins_any(struct str head, const char *const *patterns, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (begins(head, patterns[i]))
			return true;
	return false;
}

static bool
holds_any(struct str head, const char *const *words, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (holds(head, str_of(words[i])))
			return true;
	return false;
}

/* -1: no letter. */
static int
sniff_letter(struct str head)
{
	bool first = begins(head, "mime-version: #") ||
	    begins(head, "message-id: <") || begins(head, "return-path: <");
	bool mbox = begins(head, "from ");

	if (!first && !mbox &&
	    !begins_any(head, letter_begins, COUNT(letter_begins)))
		return -1;
	if (!first && !holds_any(head, letter_holds, COUNT(letter_holds)))
		return -1;
	if (mbox)
		return SNIFF_MBOX;
	return holds_any(head, mhtml_holds, COUNT(mhtml_holds)) ?
	    SNIFF_MHTML : SNIFF_MAIL;
}

static int
sniff_text(struct str head)
{
	for (size_t i = 0; i < COUNT(text); i++) {
		const struct text_signature *s = &text[i];
		size_t n = 0;

		if (!begins(head, s->begins))
			continue;
		while (n < 2 && s->holds[n] != NULL &&
		    holds(head, str_of(s->holds[n])))
			n++;
		if (n == 2 || s->holds[n] == NULL)
			return s->kind;
	}
	return sniff_letter(head);
}

const struct sniff_row *
sniff(struct str head)
{
	char folded[SNIFF_HEAD];
	const struct signature *found;
	int kind;

	if (head.n > SNIFF_HEAD)
		head.n = SNIFF_HEAD;
	if ((found = sniff_binary(head)) != NULL)
		return &rows[found->kind];
	kind = sniff_text(fold(head, folded));
	return kind < 0 ? NULL : &rows[kind];
}

/*
 * A line of text that begins neither with markup nor a bracket, and has no
 * colon, as a header's field has: no signature begins so.
 */
static bool
is_plain_line(const char *s, const char *end)
{
	if (s < end && memchr("<{[%", *s, 4) != NULL)
		return false;
	for (; s < end; s++)
		if (*s == ':' || ((unsigned char)*s < ' ' && *s != '\t' &&
		    *s != '\r'))
			return false;
	return true;
}

bool
sniff_settled(struct str head)
{
	const char *s = head.s, *end = head.s + head.n, *lf;

	if (head.n >= SNIFF_HEAD)
		return true;
	while (s < end && memchr(" \t\n\f\r", *s, 5) != NULL)
		s++;
	lf = s < end ? memchr(s, '\n', (size_t)(end - s)) : NULL;
	return lf != NULL && is_plain_line(s, lf) &&
	    memcmp(s, "From ", lf - s < 5 ? (size_t)(lf - s) : 5) != 0;
}

const struct sniff_row *
sniff_row(enum sniff_kind kind)
{
	return &rows[kind];
}
