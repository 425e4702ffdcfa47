/* SPDX-License-Identifier: MIT */
#include "unit.h"

#include "notation/sniff.h"

/* For a table, where a struct's literal is no constant. */
#define BYTES(literal) {literal, sizeof(literal) - 1}
#define T "----------" "----------"

/* What follows the first entry's header of a zip up to its name, 26 bytes. */
#define ZIP "PK\3\4" "\24\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\10\0\0\0"

static const struct {
	struct str in;
	const char *want; /* a name; NULL: text */
} rows[] = {
	{BYTES("\x1F\x8B\x08\0\0"), "gzip"},
	{BYTES("\x1F\x8B\x07\0\0"), NULL},
	{BYTES("\x28\xB5\x2F\xFD"), "zstd"},
	{BYTES("\x5D\x2A\x4D\x18\4\0\0\0\x37\xA4\x30\xEC"), "zstd"},
	{BYTES("\x50\x2A\x4D\x18\4\0\0\0"), "zstd"},
	{BYTES("]*M,\4\0\0\0"), NULL},
	{BYTES("\xFD" "7zXZ\0\0"), "xz"},
	{BYTES("BZh91AY&SY"), "bzip2"},
	{BYTES("BZh9\x17rE8P\x90"), "bzip2"},
	{BYTES("BZh is short for"), NULL},
	{BYTES("\x5D\0\0\x80\0\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\0"), "lzma"},
	{BYTES("\x5D\0\0\x80\0\7\0\0\0\0\0\0\0\0"), "lzma"},
	{BYTES("\x5D\0\0\0A\0\0\0B\0\0\0C\0\0\0"), NULL},
	{BYTES("\x04\x22\x4D\x18"), "lz4"},
	{BYTES("LZIP\1"), "lzip"},
	{BYTES("LZIP is a program"), NULL},
	{BYTES("\x89LZO\0\r\n\x1A\n"), "lzop"},
	{BYTES("\x1F\x9D\x90"), "compress"},

	{BYTES(ZIP "mimetypeapplication/epub+zip"), "EPUB"},
	{BYTES(ZIP "META-INF/container.xml"), "EPUB"},
	{BYTES(ZIP "mimetypeapplication/vnd.oasis.opendocument.text"), "odt"},
	{BYTES(ZIP "mimetypeapplication/vnd.oasis.opendocument.spreadsheet"),
	    "ods"},
	{BYTES(ZIP "mimetypeapplication/vnd.oasis.opendocument.presentation"),
	    "odp"},
	{BYTES(ZIP "[Content_Types].xml" T "word/document.xml"), "docx"},
	{BYTES(ZIP "[Content_Types].xml" T "xl/workbook.xml"), "xlsx"},
	{BYTES(ZIP "_rels/.rels" T "ppt/presentation.xml"), "pptx"},
	{BYTES(ZIP "[Content_Types].xml"), "Office document (docx, xlsx, pptx)"},
	{BYTES(ZIP "AndroidManifest.xml"), "apk"},
	{BYTES(ZIP "META-INF/MANIFEST.MF"), "jar"},
	{BYTES(ZIP "archive/data.warc.gz" T "pages/pages.jsonl"), "WACZ"},
	{BYTES(ZIP "datapackage.json"), "WACZ"},
	{BYTES(ZIP "page.html"), "zip"},
	{BYTES("PK\5\6\0\0"), "zip"},
	{BYTES("PK\7\x08PK"), "zip"},
	{BYTES("PK is a chess engine"), NULL},
	{BYTES("7z\xBC\xAF\x27\x1C"), "7z"},
	{BYTES("7zip"), NULL},
	{BYTES("Rar!\x1A\7\1\0"), "rar"},
	{BYTES("Rar! said the lion"), NULL},
	{BYTES("MSCF\0\0\0\0"), "cab"},
	{BYTES("!<arch>\ndebian-binary"), "ar archive"},
	{BYTES("0707011234 is a telephone number"), NULL},

	{BYTES("%PDF-1.7\n"), "PDF"},
	{BYTES("\n%PDF-1.7\n"), "PDF"},
	{BYTES("%PDF is a format"), NULL},
	{BYTES("%!PS-Adobe-3.0"), "PostScript"},
	{BYTES("%!TeX root = a.tex"), NULL},
	{BYTES("{\\rtf1\\ansi"), "RTF"},
	{BYTES("{\\em a}"), NULL},
	{BYTES("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"), "OLE (doc, xls, ppt, msg)"},
	{BYTES(T T T "BOOKMOBI"), "MOBI"},
	{BYTES(T T T "TEXtREAd"), "MOBI"},
	{BYTES(T T "BOOKMOBI"), NULL},
	{BYTES("AT&TFORM\0\0\0\0DJVU"), "DjVu"},
	{BYTES("AT&T is a company"), NULL},
	{BYTES("ITSF\3\0\0\0"), "CHM"},
	{BYTES("ITOLITLS\1\0"), "LIT"},
	{BYTES("ZIM\4\5\0\0\0"), "ZIM"},
	{BYTES("!BDN\0\0\0\0SM"), "PST"},
	{BYTES("!BDN!"), NULL},
	{BYTES("\x78\x9F\x3E\x22"), "TNEF"},
	{BYTES("SQLite format 3\0"), "SQLite"},
	{BYTES("SQLite format 3 is"), NULL},
	{BYTES("PAR1\x15\4"), "Parquet"},
	{BYTES("PAR12"), NULL},
	{BYTES("ARROW1\0\0"), "Arrow"},
	{BYTES("\x89HDF\r\n\x1A\n"), "HDF5"},
	{BYTES("\x93NUMPY\1\0"), "NumPy array"},

	{BYTES("\x89PNG\r\n\x1A\n"), "PNG image"},
	{BYTES("\xFF\xD8\xFF\xE0"), "JPEG image"},
	{BYTES("GIF89a\1\0\1\0"), "GIF image"},
	{BYTES("GIF87a\1\0\1\0"), "GIF image"},
	{BYTES("GIF89a is a format"), NULL},
	{BYTES("RIFF\1\2\3\4WEBPVP8 "), "WebP image"},
	{BYTES("BM\x36\0\0\0\0\0\0\0"), "BMP image"},
	{BYTES("BM is short for"), NULL},
	{BYTES("II*\0"), "TIFF image"},
	{BYTES("MM\0*"), "TIFF image"},
	{BYTES("II*"), NULL},
	{BYTES("\0\0\1\0\1\0"), "icon"},
	{BYTES("\0\0\0\x0CjP  \r\n\x87\n"), "JPEG 2000 image"},
	{BYTES("8BPS\0\1"), "Photoshop image"},
	{BYTES("\0\0\0\x1C" "ftypavif"), "AVIF or HEIF image"},
	{BYTES("\0\0\0\x1C" "ftypheic"), "AVIF or HEIF image"},
	{BYTES("\0\0\0\x1C" "ftypmif1"), "AVIF or HEIF image"},
	{BYTES("\0\0\0\x1C" "ftypM4A "), "sound"},
	{BYTES("\0\0\0\x1C" "ftypisom"), "video"},
	{BYTES("the ftyp box"), NULL},
	{BYTES("RIFF\1\2\3\4WAVEfmt "), "sound"},
	{BYTES("FORM\1\2\3\4AIFF"), "sound"},
	{BYTES("OggS\0\2"), "sound"},
	{BYTES("fLaC\0\0"), "sound"},
	{BYTES("MThd\0\0\0\6"), "sound"},
	{BYTES("ID3\2\0"), "sound"},
	{BYTES("ID3\3\0"), "sound"},
	{BYTES("ID3\4\0"), "sound"},
	{BYTES("RIFF\1\2\3\4AVI LIST"), "video"},
	{BYTES("\x1A\x45\xDF\xA3"), "video"},
	{BYTES("FLV\1"), "video"},
	{BYTES("\0\0\1\xBA"), "video"},
	{BYTES("wOFF\0\1\0\0"), "font"},
	{BYTES("wOFFOTTO"), "font"},
	{BYTES("wOF2\0\1\0\0"), "font"},
	{BYTES("wOF2OTTO"), "font"},
	{BYTES("OTTO\0\1"), "font"},
	{BYTES("OTTO IS A NAME"), NULL},
	{BYTES("\0\1\0\0\0"), "font"},
	{BYTES("ttcf\0\1"), "font"},
	{BYTES("\x7F" "ELF\2"), "ELF program"},
	{BYTES("\xCF\xFA\xED\xFE"), "Mach-O program"},
	{BYTES("\xCE\xFA\xED\xFE"), "Mach-O program"},
	{BYTES("MZ\x90\0" T T T "PE\0\0"), "Windows program"},
	{BYTES("MZ is a motorcycle"), NULL},
	{BYTES("\xCA\xFE\xBA\xBE"), "Java class"},
	{BYTES("\0asm\1\0\0\0"), "WebAssembly"},

	{BYTES("WARC/1.1\r\n"), "WARC"},
	{BYTES("warc/1.0\r\n"), "WARC"},
	{BYTES("WARC/ISO 28500"), NULL},
	{BYTES("filedesc://a.arc 0.0.0.0 20050102"), "ARC"},
	{BYTES("HTTP/1.1 200 OK\r\n"), "HTTP response"},
	{BYTES("HTTP/2 200 \r\n"), "HTTP response"},
	{BYTES("HTTP/1.1 is a protocol"), NULL},
	{BYTES("From a@example.org Mon Jan  1 00:00:00 2024\n"
	    "Return-Path: <a@example.org>\n"), "mailbox"},
	{BYTES("From fairest creatures we desire increase,\n"), NULL},
	{BYTES("From: Ann\nSubject: x\nMessage-ID: <1@a>\n"), "MIME message"},
	{BYTES("MIME-Version: 1.0\n"), "MIME message"},
	{BYTES("Message-ID: <1@example.org>\n"), "MIME message"},
	{BYTES("Return-Path: <a@example.org>\n"), "MIME message"},
	{BYTES("X-Mozilla-Status: 0001\nReceived: from a\n"), "MIME message"},
	{BYTES("From: <Saved by Blink>\nMIME-Version: 1.0\n"
	    "Content-Type: multipart/related;\n"), "MHTML"},
	{BYTES("Snapshot-Content-Location: http://a.example/\n"
	    "MIME-Version: 1.0\n"), "MHTML"},
	{BYTES("From: Ann\nTo: Bob\nSubject: a note\n\nDear Bob,\n"), NULL},
	{BYTES("To: be or not to be\n"), NULL},
	{BYTES("bplist00\xD1"), "webarchive"},
	{BYTES("<?xml version=\"1.0\"?><!DOCTYPE plist PUBLIC><plist><dict>"
	    "<key>WebMainResource</key>"), "webarchive"},
	{BYTES("<?xml version=\"1.0\"?><!DOCTYPE plist PUBLIC>"),
	    "property list"},
	{BYTES("<!DOCTYPE plist>"), "property list"},
	{BYTES("<rss version=\"2.0\">"), "feed"},
	{BYTES("<rssish>"), NULL},
	{BYTES("<?xml version=\"1.0\"?>\n<rss version=\"2.0\">"), "feed"},
	{BYTES("<feed xmlns=\"http://www.w3.org/2005/Atom\">"), "feed"},
	{BYTES("<feed>the cat</feed>"), NULL},
	{BYTES("<?xml version='1.0'?><a:feed "
	    "xmlns:a='http://www.w3.org/2005/Atom'>"), "feed"},
	{BYTES("<?xml version='1.0'?><feed xmlns='http://purl.org/atom/ns#'>"),
	    "feed"},
	{BYTES("<?xml version='1.0'?><rdf:RDF "
	    "xmlns='http://purl.org/rss/1.0/'>"), "feed"},
	{BYTES("<?xml version='1.0'?><rdf:RDF "
	    "xmlns='http://my.netscape.com/rdf/simple/0.9/'>"), "feed"},
	{BYTES("<?xml version=\"1.0\"?><en-export>"), "Evernote export"},
	{BYTES("{\"log\": {\"version\": \"1.2\", \"creator\": {}}}"), "HAR"},
	{BYTES("{\n  \"log\": {\n    \"entries\": []}}"), "HAR"},
	{BYTES("{\"log\": 3}"), "JSON Lines"},
	{BYTES("{\"version\": \"https://jsonfeed.org/version/1.1\"}"),
	    "JSON Feed"},
	{BYTES("{\"version\":\"https:\\/\\/jsonfeed.org\\/version\\/1\"}"),
	    "JSON Feed"},

	{BYTES("{\"id\":\"a\",\"text\":\"b\"}\n"), "JSON Lines"},
	{BYTES("\xEF\xBB\xBF{\"id\":\"a\"}\n"), "JSON Lines"},
	{BYTES("{ \"id\": 1 }\n"), "JSON Lines"},
	{BYTES("{\"the\" in quotes}"), NULL},
	{BYTES("{\n\t\"name\": 1\n}"), "JSON"},
	{BYTES("{\n\t\"name\" : 1\n}"), "JSON"},
	{BYTES("[{\"name\":1}]"), "JSON"},
	{BYTES("[\n{\"name\":1}]"), "JSON"},
	{BYTES("[1] A. Author"), NULL},
	{BYTES("<!DOCTYPE html>"), "HTML"},
	{BYTES("\xEF\xBB\xBF \n<!doctype HTML PUBLIC"), "HTML"},
	{BYTES("<!doctype htmlx>"), NULL},
	{BYTES("<html lang=en>"), "HTML"},
	{BYTES("<html>"), "HTML"},
	{BYTES("<html5lib> is a parser"), NULL},
	{BYTES("<!-- saved --><html><head>"), "HTML"},
	{BYTES("<!-- a comment -->"), NULL},
	{BYTES("<p>a paragraph</p>"), NULL},
	{BYTES("a text with <html> in it"), NULL},
	{BYTES("\xFF\xFE<\0h\0t\0m\0l\0>\0"), "HTML"},
	{BYTES("\xFE\xFF\0<\0h\0t\0m\0l\0>"), "HTML"},
	{BYTES("<\0h\0t\0m\0l\0>\0"), "HTML"},
	{BYTES("\0<\0h\0t\0m\0l\0>"), "HTML"},
	{BYTES("\xFF\xFE\0\0<\0\0\0h\0\0\0t\0\0\0m\0\0\0l\0\0\0>\0\0\0"), "HTML"},
	{BYTES("\0\0\xFE\xFF\0\0\0<\0\0\0h\0\0\0t\0\0\0m\0\0\0l\0\0\0>"), "HTML"},
	{BYTES("<\0\0\0h\0\0\0t\0\0\0m\0\0\0l\0\0\0>\0\0\0"), "HTML"},
	{BYTES("\0\0\0<\0\0\0h\0\0\0t\0\0\0m\0\0\0l\0\0\0>"), "HTML"},
	{BYTES("\xFF\xFE<\x1Eh\x1Et\x1Em\x1El\x1E>\x1E"), NULL},
	{BYTES("<?xml version=\"1.0\"?><!DOCTYPE html><html>"), "XHTML"},
	{BYTES("<?xml version=\"1.0\"?>"
	    "<html xmlns=\"http://www.w3.org/1999/xhtml\">"), "XHTML"},
	{BYTES("<?xml version=\"1.0\"?><TEI>"), "XML"},

	{BYTES(""), NULL},
	{BYTES("\0\0\0\0"), NULL},
	{BYTES("\xFF\xFE"), NULL},
	{BYTES("Plain words."), NULL},
};

START_TEST(each_row)
{
	const struct sniff_row *row = sniff(rows[_i].in);
	const char *got = row == NULL ? "text" : row->name;
	const char *want = rows[_i].want == NULL ? "text" : rows[_i].want;

	ck_assert_msg(strcmp(got, want) == 0, "row %d: %.*s: %s, not %s", _i,
	    (int)rows[_i].in.n, rows[_i].in.s, want, got);
}
END_TEST

/* Signatures that stand far from the beginning. */
START_TEST(at_offsets)
{
	char head[SNIFF_HEAD + 64];
	struct str all = {head, sizeof head};

	memset(head, '-', sizeof head);
	ck_assert(sniff(all) == NULL);
	memcpy(head + 257, "ustar\0" "00", 8);
	ck_assert_str_eq(sniff(all)->name, "tar");
	memcpy(head + 257, "ustar  \0", 8);
	ck_assert_str_eq(sniff(all)->name, "tar");
	memcpy(head + 257, "ustar is", 8);
	ck_assert(sniff(all) == NULL);
	memcpy(head, "070701", 6);
	memset(head + 6, '0', 104);
	ck_assert_str_eq(sniff(all)->name, "cpio");
	/* What stands after the first SNIFF_HEAD bytes is not seen. */
	memset(head, '-', sizeof head);
	memcpy(head, "MZ", 2);
	memcpy(head + SNIFF_HEAD - 3, "PE\0\0", 4);
	ck_assert(sniff(all) == NULL);
	memcpy(head + SNIFF_HEAD - 4, "PE\0\0", 4);
	ck_assert_str_eq(sniff(all)->name, "Windows program");
}
END_TEST

/* Each kind has its row, a name and a remedy, and a test above. */
START_TEST(each_kind)
{
	const struct sniff_row *row = sniff_row((enum sniff_kind)_i);
	bool tested = row->kind == SNIFF_TAR || row->kind == SNIFF_CPIO;

	ck_assert_int_eq(row->kind, _i);
	ck_assert(row->name != NULL && row->remedy != NULL);
	for (int i = 0; i < ROWS(rows); i++)
		tested |= rows[i].want != NULL &&
		    strcmp(rows[i].want, row->name) == 0;
	ck_assert_msg(tested, "%s", row->name);
}
END_TEST

/* Cut anywhere, and at the very end of its memory, it reads nothing beyond. */
START_TEST(cut_row)
{
	for (size_t n = 0; n <= rows[_i].in.n; n++) {
		char *copy = malloc(n + !n);

		memcpy(copy, rows[_i].in.s, n);
		sniff((struct str){copy, n});
		free(copy);
	}
}
END_TEST

UNIT_SUITE("sniff", UNIT_EACH(each_row, rows), UNIT_ONE(at_offsets),
    tcase_add_loop_test(t, each_kind, 0, SNIFF_KINDS), UNIT_EACH(cut_row, rows))
