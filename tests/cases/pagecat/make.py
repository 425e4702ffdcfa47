# make.py FOLDER: the cases here that are not text, or whose lengths must be
# right, anew.  Needs python3, and zstd and brotli for two of them.
import base64
import bz2
import gzip
import hashlib
import io
import json
import lzma
import os
import plistlib
import subprocess
import sys
import tarfile
import tempfile
import zipfile
import zlib

to = sys.argv[1]


def case(name, data, args=None, rc=None):
    with open(os.path.join(to, name + ".in"), "wb") as f:
        f.write(data)
    for suffix, value in (("args", args), ("rc", rc)):
        if value is not None:
            with open(os.path.join(to, name + "." + suffix), "w") as f:
                f.write(value + "\n")


def pack(data):
    return gzip.compress(data, mtime=0)


def bare(data):
    c = zlib.compressobj(wbits=-15)
    return c.compress(data) + c.flush()


def tool(command, data):
    return subprocess.run(command, input=data, stdout=subprocess.PIPE, check=True).stdout


def http(body, *fields, status="200 OK"):
    head = "".join("%s\r\n" % f for f in ("HTTP/1.1 " + status,) + fields)
    return head.encode() + b"\r\n" + body


def chunked(data, step):
    out = b""
    for i in range(0, len(data), step):
        piece = data[i : i + step]
        out += b"%x;note=x\r\n%s\r\n" % (len(piece), piece)
    return out + b"0\r\nTrailer: y\r\n\r\n"


def record(kind, block, url=None, type="application/http;msgtype=response", number=0, brackets=False):
    fields = ["WARC/1.0", "WARC-Type: " + kind, "WARC-Date: 2024-05-03T10:00:00Z",
              "WARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-%012d>" % number]
    if url:
        fields.append("WARC-Target-URI: " + ("<%s>" % url if brackets else url))
    fields += ["Content-Type: " + type, "Content-Length: %d" % len(block)]
    return "\r\n".join(fields).encode() + b"\r\n\r\n" + block + b"\r\n\r\n"


page = """<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>The lamp</title></head>
<body><h1>The lamp</h1>
<p>The keeper’s lamp was lit at six. “Is it on?” he asked; it was.</p>
</body></html>
""".encode()
short = b"<!DOCTYPE html><title>Tide</title><p>The tide was out.</p>\n"
latin2 = "<html><head><title>Žluť</title></head><body><p>Příliš žluťoučký kůň úpěl.</p></body></html>\n".encode("iso-8859-2")
HTML = "Content-Type: text/html; charset=utf-8"

case("gzip", pack(page))
case("gzip-twice", pack(pack(page)))
case("gzip-members", pack(page[:70]) + pack(b"") + pack(page[70:]) + b"\0" * 512)
case("gzip-cut", pack(page)[:-20], rc="1")
case("gzip-damaged", pack(page)[:60] + b"\xff" * 20 + pack(page)[80:], rc="1")
case("gzip-more", pack(page) + b"more\n", rc="1")
case("zlib", zlib.compress(page))
case("deflate", bare(page), args="-t deflate")
case("brotli", tool(["brotli", "-c"], page), args="-t br")
case("zstd", tool(["zstd", "-c", "-q"], page))
case("xz", lzma.compress(page))
case("bzip2", bz2.compress(page))

length = "Content-Length: %d"
case("http", http(page, HTML, length % len(page)))
case("http-redirects", http(b"", "Location: /b", "Transfer-Encoding: chunked", status="302 Found")
     + http(b"", "Location: /c", status="301 Moved") + http(page, HTML))
case("http-cut", http(page[:150], HTML, length % len(page)), rc="1")
case("http-chunked", http(chunked(page, 50), HTML, "Transfer-Encoding: chunked"))
case("http-chunked-cut", http(chunked(page, 50)[:200], HTML, "Transfer-Encoding: chunked"), rc="1")
case("http-chunked-undone", http(page, HTML, "Transfer-Encoding: chunked"))
case("http-gzip", http(pack(page), HTML, "Content-Encoding: gzip", length % len(pack(page))))
case("http-gzip-chunked", http(chunked(pack(page), 41), HTML, "Content-Encoding: gzip",
                               "Transfer-Encoding: chunked"))
case("http-gzip-undone", http(page, HTML, "Content-Encoding: gzip", length % len(pack(page))))
case("http-deflate-bare", http(bare(page), HTML, "Content-Encoding: deflate"))
case("http-brotli-gzip", http(pack(tool(["brotli", "-c"], page)), HTML, "Content-Encoding: br, gzip"))
case("http-charset", http(latin2, 'Content-Type: text/html; x=";"; charset="ISO-8859-2"'))
case("http-charset-record", http(latin2, 'content-type: text/html;\r\n charset=iso-8859-2',
                                 "Date: Fri, 03 May 2024 12:30:00 +0230"), args="-j")

crawl = (
    record("warcinfo", b"software: none\r\n", type="application/warc-fields")
    + record("request", b"GET / HTTP/1.1\r\nHost: a\r\n\r\n", "http://a/", "application/http;msgtype=request", 1)
    + record("response", http(page, HTML, length % len(page)), "http://a/lamp", number=2, brackets=True)
    + record("response", http(b"<p>Not here.</p>", "Content-Type: text/html", status="404 Not Found"),
             "http://a/none", number=3)
    + record("response", http(b"", "Location: /lamp", status="302 Found"), "http://a/moved", number=4)
    + record("response", http(b"a { color: red }", "Content-Type: text/css"), "http://a/style.css", number=5)
    + record("response", http(chunked(pack(short), 30), "Content-Type: text/html", "Content-Encoding: gzip",
                              "Transfer-Encoding: chunked"), "http://a/tide", number=6)
    + record("resource", short, "file:///tide\x1b[31m.html", "text/html", 7)
    + record("resource", b"a log\n", "metadata://log", "text/plain", 8)
    + record("response", http(latin2, "Content-Type: text/html; charset=iso-8859-2"), "http://a/zlut", number=9)
    + record("conversion", "Café.\nThe tide was out.\n".encode(), "http://a/text", "text/plain", 10)
)
case("warc", crawl, args="-j")
case("warc-list", crawl, args="--list")
case("warc-pick", crawl, args="-u 'http://a/t*'")
case("warc-first", crawl, args="-n 1")
case("warc-null", crawl, args="-z")
cuts = [i for i in range(len(crawl)) if crawl.startswith(b"WARC/1.0", i)] + [len(crawl)]
members = [pack(crawl[a:b]) for a, b in zip(cuts, cuts[1:])]
case("warc-gzip", b"".join(members), args="-j")
case("warc-cut", b"".join(members)[:-500], args="-j", rc="1")
case("warc-whole-gzip", pack(crawl), args="-j")
case("warc-damaged", crawl[: cuts[2]] + b"noise <p>\r\nnoise\r\n" + crawl[cuts[2] :], args="-j", rc="1")
case("warc-no-length", record("response", b"x", "http://a/x").replace(b"Content-Length", b"Content-Longth")
     + record("response", http(short, HTML), "http://a/tide", number=1), args="-j", rc="1")
case("warc-body-damaged", record("response", http(pack(page)[:-30] + b"x" * 22, HTML, "Content-Encoding: gzip"),
                                 "http://a/lamp") + record("response", http(short, HTML), "http://a/tide", number=1),
     args="-j", rc="1")
case("warc-body-cut", record("response", http(chunked(short, 20)[:-20], HTML, "Transfer-Encoding: chunked"),
                             "http://a/tide"), args="-j")


def zipped(files):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as z:
        for name, data, how in files:
            z.writestr(zipfile.ZipInfo(name), data, how)
    return out.getvalue()


STORE, DEFLATE = zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED
container = b"""<?xml version="1.0"?><container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>
<rootfile full-path="book/the.opf" media-type="application/oebps-package+xml"/></rootfiles></container>"""
package = b"""<?xml version="1.0"?><opf:package xmlns:opf="http://www.idpf.org/2007/opf"><opf:manifest>
<opf:item id="one" href="text/one%20a.xhtml" media-type="application/xhtml+xml"/>
<opf:item id="nav" href="nav.xhtml" media-type="application/xhtml+xml"/>
<opf:item id="two" href="../two.xhtml#start" media-type="application/xhtml+xml"/>
<opf:item id="gone" href="gone.xhtml" media-type="application/xhtml+xml"/>
</opf:manifest><opf:spine><opf:itemref idref="two"/><opf:itemref idref="gone"/><opf:itemref idref="one"/></opf:spine></opf:package>"""


def chapter(text):
    return ('<?xml version="1.0" encoding="utf-8"?><html xmlns="http://www.w3.org/1999/xhtml"><body><p>%s</p></body></html>\n'
            % text).encode()


book = zipped([("mimetype", b"application/epub+zip", STORE), ("book/text/one a.xhtml", chapter("Chapter one."), DEFLATE),
               ("book/dot.png", base64.b64decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAAB"), STORE),
               ("book/nav.xhtml", chapter("Contents."), DEFLATE), ("two.xhtml", chapter("Chapter two — first."), STORE),
               ("book/the.opf", package, DEFLATE), ("META-INF/container.xml", container, DEFLATE)])
case("epub", book)
case("epub-cut", book[:900], rc="1")
case("wacz", zipped([("archive/data.warc.gz", b"".join(members), STORE), ("pages/pages.jsonl", b'{"format":"x"}\n', DEFLATE),
                     ("indexes/index.cdx.gz", pack(b"com,a)/ 2024\n"), STORE)]), args="-j")
case("zip", zipped([("b.html", page, DEFLATE), ("a.css", b"a{}", DEFLATE), ("a.html", short, STORE)]))

frame = {"WebMainResource": {"WebResourceData": short, "WebResourceMIMEType": "text/html",
                             "WebResourceTextEncodingName": "UTF-8", "WebResourceURL": "http://a/tide"}}
archive = {"WebMainResource": {"WebResourceData": latin2, "WebResourceMIMEType": "text/html",
                               "WebResourceTextEncodingName": "iso-8859-2", "WebResourceURL": "http://a/zlut"},
           "WebSubframeArchives": [frame], "WebSubresources": [{"WebResourceData": b"GIF89a", "WebResourceMIMEType": "image/gif",
                                                                "WebResourceURL": "http://a/dot.gif"}]}
binary = plistlib.dumps(archive, fmt=plistlib.FMT_BINARY)
case("webarchive", binary, args="-j")
case("webarchive-list", binary, args="--list")
case("webarchive-cut", binary[:-40], rc="1")
case("webarchive-xml", plistlib.dumps(archive), args="-j")

# ---- what is a page ----

refused = {
    "pdf": b"%PDF-1.4\n1 0 obj <</Type /Catalog>> endobj <p> <a>\n%%EOF\n",
    "rtf": b"{\\rtf1\\ansi <b>no page</b>}\n",
    "json": b'{"name": "<p>no page</p>"}\n',
    "css": b'@charset "utf-8"; /* a <b> rule */ p { color: red }\n',
    "script": b'/*! a library */ var t = "<div></div><p>";\n',
    "c": b'#include <stdio.h>\nint main(void) { puts("<p>no page</p>"); }\n',
    "tei": b'<?xml version="1.0"?><TEI><text><p>No page.</p></text></TEI>\n',
    "svg": b'<svg xmlns="http://www.w3.org/2000/svg"><title>x</title></svg>\n',
    "text": b"A text without a tag, 1 < 2.\n",
    "php": b"<?php echo '<p>no page</p>'; ?>\n",
    "seven": b"7z\xbc\xaf\x27\x1c\0\4",
    "jsonl": b'{"id":"a","text":"<p>The tide.</p>"}\n',
}
for name, data in refused.items():
    case("no-" + name, data, rc="1")
taken = {
    "head": b"<head><title>Tide</title></head>The tide was out.\n",
    "table": b"<table><tr><td>The tide was out.</table>\n",
    "comment": b"<!-- by hand -->\nThe tide was out.\n",
    "behind-text": b"The tide <i>was</i> out.\n",
    "behind-mark": b"\xef\xbb\xbf\n\n<P>The tide was out.\n",
    "xhtml": b'<?xml version="1.0"?><!-- x --><h:html xmlns:h="http://www.w3.org/1999/xhtml"><h:p>Tide.</h:p></h:html>\n',
}
for name, data in taken.items():
    case("is-" + name, data)
case("saved-httrack", b"<html>\n<!-- Mirrored from a.example/tide by HTTrack Website Copier/3.x [XR&CO'2014], "
     b"Fri, 03 May 2024 10:00:00 GMT -->\n<p>Tide.</p></html>\n", args="-j")
case("saved-monolith", b"<!-- Saved from http://a/tide at 2024-05-03T10:00:00Z using monolith v2.8.3 -->\n"
     b"<html><p>Tide.</p></html>\n", args="-j")
case("saved-pagewe", b'<html><head><meta name="savepage-url" content="http://a/tide">'
     b'<meta name="savepage-date" content="Fri May 03 2024 12:00:00 GMT+0200"></head><p>Tide.</p></html>\n', args="-j")
case("saved-scrapbook", b'<html data-scrapbook-source="http://a/tide" data-scrapbook-create="20240503100000000">'
     b"<p>Tide.</p></html>\n", args="-j")

# ---- zip, EPUB, tar ----

def streamed(name, data, method):
    """An entry whose lengths stand behind it."""
    packed = bare(data) if method == 8 else data
    head = b"PK\3\4" + bytes([20, 0, 8, 0, method, 0]) + b"\0" * 16 + len(name).to_bytes(2, "little") + b"\0\0"
    return head + name + packed + b"PK\7\x08" + b"".join(
        n.to_bytes(4, "little") for n in (zlib.crc32(data), len(packed), len(data)))


end = b"PK\5\6" + b"\0" * 18
files = [("page.html", page, DEFLATE), ("a.js", refused["script"], STORE), ("a.css", refused["css"], STORE),
         ("a.json", b'{"a": "<p>"}', STORE), ("notes.html", b"plain <x>\n", STORE), ("bare", b"<p>Bare.</p>\n", STORE)]
case("zip-folder", zipped(files), args="-j")
case("zip-list", zipped(files), args="--list")
case("zip-streamed", streamed(b"one.html", page, 8) + streamed(b"two.html", page + b"PK\7\x08 is a mark.\n", 0) + end)
case("zip-damaged", zipped(files).replace(page[:0] + bare(page)[40:44], b"XXXX"), args="-j", rc="1")
case("zip-cp437", streamed(b"gr\x94\xe1e.html", short, 8) + end, args="-j")
encrypted = bytearray(zipped([("größe.html", short, STORE), ("a.html", short, STORE)]))
encrypted[6] |= 1
case("zip-encrypted", bytes(encrypted), rc="1")
rdf = (b'<?xml version="1.0"?><RDF:RDF xmlns:MAF="http://maf.mozdev.org/metadata/rdf#" '
       b'xmlns:RDF="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><RDF:Description RDF:about="urn:root">'
       b'<MAF:originalurl RDF:resource="http://a/tide"/><MAF:title RDF:resource="Tide"/>'
       b'<MAF:archivetime RDF:resource="Fri, 03 May 2024 12:00:00 +0200"/></RDF:Description></RDF:RDF>')
case("zip-maff", zipped([("17/index.html", short, STORE), ("17/index_files/f.html", b"<p>A frame.</p>\n", STORE),
                         ("17/index.rdf", rdf, STORE)]), args="-j")
case("epub-odd", zipped([("mimetype", b"application/epub+zip", STORE),
                         ("META-INF/container.xml", container.replace(b"book/the", b"./book/the"), STORE),
                         ("book/the.opf", '<?xml version="1.0" encoding="utf-16"?><package><manifest><item id="a" href="a.xml"/>'
                          '<item id="b" href="b"/></manifest><spine><itemref idref="a"/><itemref idref="b"/></spine></package>'
                          .encode("utf-16"), STORE),
                         ("book/b", b"Two, <b>later</b>.\n", STORE), ("book/a.xml", b"<div>One.</div>\n", STORE)]), args="-j")
case("zip-nothing", zipped([("a.txt", b"text\n", STORE)]), rc="1")
case("zip-docx", zipped([("[Content_Types].xml", b"<Types/>", STORE), ("word/document.xml", b"<w:document/>", STORE)]), rc="1")


def epub(items, spine, files, metadata=b""):
    opf = (b'<package xmlns="http://www.idpf.org/2007/opf" xmlns:dc="http://purl.org/dc/elements/1.1/">' + metadata
           + b"<manifest>" + b"".join(b'<item id="%s" href="%s"/>' % i for i in items) + b"</manifest><spine>"
           + b"".join(b'<itemref idref="%s"/>' % i for i in spine) + b"</spine></package>")
    return zipped([("mimetype", b"application/epub+zip", STORE), ("META-INF/container.xml", container, STORE),
                   ("book/the.opf", opf, STORE)] + [(n, chapter(t), STORE) for n, t in files])


case("epub-names", epub([(b"a", b"./Text/A.xhtml"), (b"b", b"/book/b.xhtml#top"), (b"c", b"c.xhtml?v=1"),
                         (b"d", b"100%.xhtml"), (b"e", "e\u0301te\u0301.xhtml".encode()), (b"f", b"%D0%B3.xhtml")],
                        [b"f", b"e", b"d", b"c", b"b", b"a"],
                        [("book/text/a.xhtml", "Six."), ("book/b.xhtml", "Five."), ("book/c.xhtml", "Four."),
                         ("book/100%.xhtml", "Three."), ("book/été.xhtml", "Two."), ("book/г.xhtml", "One.")],
                        b"<metadata><dc:title>The tide</dc:title><dc:creator>A. Keeper</dc:creator>"
                        b"<dc:language>en</dc:language></metadata>"), args="-j")
case("epub-missing", epub([(b"a", b"a.xhtml"), (b"b", b"b.xhtml")], [b"a", b"b"], [("book/b.xhtml", "Two.")]), rc="1")


def tarred(files, format=tarfile.GNU_FORMAT):
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w", format=format) as t:
        for name, data, _ in files:
            info = tarfile.TarInfo(name)
            info.size = len(data)
            t.addfile(info, io.BytesIO(data))
    return out.getvalue()


long = "a" * 120 + "/" + "b" * 30 + ".html"
case("tar", tarred(files + [(long, short, 0)]), args="-j")
case("tar-pax", pack(tarred([(long, short, 0), ("été.html", short, 0)], tarfile.PAX_FORMAT)), args="-j")
case("tar-cut", tarred(files)[:700], rc="1")
case("lzma", lzma.compress(page, format=lzma.FORMAT_ALONE))

# ---- ARC, WARC ----


def arc(url, type, block, more=b""):
    return b"%s 192.0.2.1 20050102030405 %s %s%d\n" % (url, type, more, len(block)) + block + b"\n"


about = b"1 0 None\nURL IP-address Archive-date Content-type Archive-length\n\n"
records = [arc(b"filedesc://a.arc", b"text/plain", about),
           arc(b"http://a/lamp", b"text/html; charset=utf-8", http(page, HTML)),
           arc(b"http://a/none", b"text/html", http(b"<p>Not here.</p>", HTML, status="404 Not Found")),
           arc(b"http://a/old", b"text/html", short),
           arc(b"http://a/two words", b"text/html", http(short, HTML)),
           arc(b"http://a/dot.gif", b"image/gif", b"GIF89a\0")]
case("arc", b"".join(records), args="-j")
case("arc-gzip", b"".join(pack(r) for r in records), args="-j")
case("arc-2", arc(b"filedesc://a.arc", b"text/plain", about, b"200 - - 0 a.arc ")
     + arc(b"http://a/lamp", b"text/html", http(page, HTML), b"200 ABC - 99 a.arc "), args="-j")
case("arc-damaged", records[0] + b"noise\n" + records[1], args="-j", rc="1")
one = record("response", http(short, HTML), "http://a/one")
two = record("response", http(short, HTML), "http://a/two", number=1)


def longer(r, by):
    n = r.index(b"Content-Length: ") + 16
    stop = r.index(b"\r", n)
    return r[:n] + b"%d" % (int(r[n:stop]) + by) + r[stop:]


case("warc-off-by-one", longer(one, 1) + two, args="-j")
case("warc-short", longer(one, -2) + two, args="-j", rc="1")
case("warc-no-end", one + two[:-4], args="-j")
case("warc-lower", one.replace(b"WARC/1.0", b"warc/0.18"), args="-j")
case("warc-unlabelled", record("response", http(pack(short), HTML), "http://a/one"), args="-j")
case("warc-twice", record("response", http(pack(short), HTML, "Content-Encoding: gzip", "Content-Encoding: gzip"),
                          "http://a/one"), args="-j")
case("warc-xml", record("response", http(chapter("One."), "Content-Type: application/xml"), "http://a/one")
     + record("response", http(refused["tei"], "Content-Type: application/xml"), "http://a/tei", number=1), args="-j")
case("warc-as-html", record("response", http(refused["pdf"], HTML), "http://a/pdf") + two, args="-j")
case("warc-truncated", one.replace(b"WARC-Date", b"WARC-Truncated: length\r\nWARC-Date"), args="-j")
whole = http(page, HTML)


def segment(kind, block, number, more):
    return record(kind, block, "http://a/lamp", number=number).replace(
        b"WARC-Date", b"WARC-Segment-Number: %d\r\n%sWARC-Date" % (number, more))


origin = b"WARC-Segment-Origin-ID: <urn:uuid:00000000-0000-4000-8000-000000000001>\r\n"
case("warc-segments", segment("response", whole[:100], 1, b"") + segment("continuation", whole[100:180], 2, origin)
     + segment("continuation", whole[180:], 3, origin + b"WARC-Segment-Total-Length: %d\r\n" % len(whole)), args="-j")
sized = http(page, HTML, length % len(page))
case("warc-segments-open", segment("response", sized[:100], 1, b"") + segment("continuation", sized[100:], 2, origin)
     + two.replace(b"000000000001", b"000000000009"), args="-j")
case("warc-segments-cut", segment("response", whole[:100], 1, b"") + two, args="-j", rc="1")
def digested(r, hash):
    block = r[r.index(b"\r\n\r\n") + 4 : -4]
    return r.replace(b"WARC-Date", b"WARC-Block-Digest: " + hash(block) + b"\r\nWARC-Date")


def sha1(b):
    return b"sha1:" + base64.b32encode(hashlib.sha1(b).digest())


def sha256(b):
    return b"sha256:" + hashlib.sha256(b).hexdigest().encode()


case("warc-verify", digested(one, sha1) + digested(two, sha256), args="-j --verify")
case("warc-verify-wrong", digested(one, sha1).replace(b"Tide", b"Tido") + digested(two, sha256), args="-j --verify", rc="1")
with tempfile.TemporaryDirectory() as folder:
    names = [os.path.join(folder, "%d" % i) for i in range(200)]
    for i, name in enumerate(names):
        with open(name, "wb") as f:
            f.write(record("response", http(b"<p>Page %d of many.</p>" % (i * i), HTML), "http://a/%d" % i, number=i))
    trained = os.path.join(folder, "dictionary")
    subprocess.run(["zstd", "-q", "--train", "--maxdict=2048", "-o", trained] + names, check=True)
    with open(trained, "rb") as f:
        dictionary = f.read()
    frames = b"".join(tool(["zstd", "-q", "-c", "-D", trained], r) for r in (one, two))
case("warc-zstd", b"\x5d\x2a\x4d\x18" + len(dictionary).to_bytes(4, "little") + dictionary + frames, args="-j")

# ---- mail ----

text = "Content-Type: text/plain; charset=utf-8\n\nDear Ann,\n  1 < 2 & <b> is no tag.\n"
letter = ("From: =?utf-8?Q?Bj=C3=B6rn?= <b@example.org>\nSubject: =?iso-8859-1?Q?D=E9j=E0?= =?iso-8859-1?Q?_vu?=\n"
          "Message-ID: <1@example.org>\nDate: Fri, 03 May 2024 10:00:00 +0000\nMIME-Version: 1.0\n")
html = "Content-Type: text/html; charset=utf-8\n\n<html><p>Dear Ann, in HTML.</p></html>\n"
attached = "Content-Type: text/html; name=r.html\nContent-Disposition: attachment\n\n<html><p>A report.</p></html>\n"


def parts(kind, *all, close=True):
    return ('Content-Type: multipart/%s;\n boundary="x%s"\n\n' % (kind, kind)
            + "".join("--x%s\n%s" % (kind, p) for p in all) + ("--x%s--\n" % kind if close else ""))


case("mail-plain", (letter + text).encode(), args="-j")
case("mail-plain-page", (letter + text).encode())
case("mail-attachment", (letter + parts("mixed", text, attached)).encode(), args="-j")
case("mail-only-attachment", (letter + parts("mixed", attached)).encode(), args="-j")
case("mail-alternative", (letter + parts("mixed", parts("alternative", text, html), text)).encode(), args="-j")
case("mail-list", (letter + parts("mixed", parts("alternative", text, html), attached)).encode(), args="--list")
case("mail-open", (letter + parts("mixed", text, html, close=False)).encode(), args="-j", rc="1")
case("mail-odd-head", ("\ufeff\n" + letter.replace("From:", "From :").replace("MIME", "an odd line\nMIME")
                       + parts("mixed", html).replace(";\n ", ";\n")).encode(), args="-j")
case("mail-forwarded", (letter + parts("mixed", text, "Content-Type: message/rfc822\n\n" + letter + html)).encode(), args="-j")
case("mail-base64", (letter + "Content-Type: text/html\nContent-Transfer-Encoding: base64\n\n"
                     + base64.encodebytes(page).decode()).encode())
case("mailbox-quoted", ("From a@example.org Fri May  3 10:00:00 2024\n" + letter + text + ">From here on.\n\n"
                        "From b@example.org Fri May  3 11:00:00 2024\n" + letter + text).encode(), args="-j")
case("mailbox-cut", ("From a@example.org Fri May  3 10:00:00 2024\n" + letter + html + "\n"
                     "From b@example.org Fri May  3 11:00:00 2024\n" + letter + html[:-20]).encode(), args="-j", rc="1")

# ---- feeds ----


def rss(item, more=""):
    return ('<?xml version="1.0"?><rss version="2.0" xmlns:c="http://purl.org/rss/1.0/modules/content/" '
            'xmlns:m="http://search.yahoo.com/mrss/" xmlns:i="http://www.itunes.com/dtds/podcast-1.0.dtd" '
            'xmlns:d="http://purl.org/dc/elements/1.1/"%s><channel><title>F</title><item><title>Tide</title>%s'
            "</item></channel></rss>" % (more, item)).encode()


def atom(entry, more=""):
    return '<feed xmlns="http://www.w3.org/2005/Atom"%s><entry><title>Tide</title>%s</entry></feed>' % (more, entry)


case("feed-prefix", rss("<description>Short.</description><c:encoded>&lt;p&gt;The tide.&lt;/p&gt;</c:encoded>"), args="-j")
case("feed-media", rss("<m:group><m:description>One\ntwo &amp; three</m:description></m:group>"), args="-j")
case("feed-itunes", rss("<description> </description><i:summary>Words.</i:summary><i:author>A. Keeper</i:author>"), args="-j")
case("feed-dc", rss("<d:description>Words.</d:description><d:date>2024-05-03T12:00:00+02:00</d:date>"), args="-j")
case("feed-escaped", rss("<description>&lt;![CDATA[some &lt;b&gt;text&lt;/b&gt;]]&gt;</description>"), args="-j")
case("feed-base", atom('<link href="tide"/><published>2024-05-03T10:00:00Z</published><updated>2025-01-01T00:00:00Z'
                       '</updated><content type="html" xml:base="deep/">x</content>', ' xml:base="http://a/dir/"').encode(), args="-j")
case("feed-xhtml", atom('<content type="xhtml"><x:div xmlns:x="http://www.w3.org/1999/xhtml"><x:p>One<x:br/>two.</x:p></x:div>'
                        "</content>").encode(), args="-j")
case("feed-typed", atom('<content type="CDATA"><![CDATA[<p>One.</p>]]></content>').encode(), args="-j")
case("feed-base64", ('<feed version="0.3" xmlns="http://purl.org/atom/ns#"><entry><title>Tide</title>'
                     "<issued>2024-05-03T10:00:00Z</issued><modified>2025-01-01T00:00:00Z</modified>"
                     '<content type="text/html" mode="base64">%s</content></entry></feed>'
                     % base64.b64encode(b"<p>The tide.</p>").decode()).encode(), args="-j")
case("feed-entry", b'<entry xmlns="http://www.w3.org/2005/Atom"><title>Tide</title><summary>1 &lt; 2</summary></entry>', args="-j")
case("feed-utf16", ("\ufeff" + atom("<summary>Été.</summary>")).encode("utf-16-le"), args="-j")
case("feed-utf32", ("\ufeff" + atom("<summary>Été.</summary>")).encode("utf-32-be"), args="-j")

# ---- JSON, Evernote ----

har = {"log": {"version": "1.2", "creator": {"name": "x"}, "entries": [
    {"startedDateTime": "2024-05-03T10:00:00.000Z", "request": {"url": "http://a/lamp"}, "response": {"status": 200, "content": {
        "mimeType": "text/html; charset=utf-8", "text": "<p>The lamp, “lit”.</p>"}}},
    {"request": {"url": "http://a/none"}, "response": {"status": 404, "content": {"mimeType": "text/html", "text": "<p>"}}},
    {"request": {"url": "http://a/zlut"}, "response": {"status": 200, "content": {
        "mimeType": "text/html; charset=iso-8859-2", "encoding": "base64", "text": base64.b64encode(latin2).decode()}}},
    {"request": {"url": "http://a/dot.gif"}, "response": {"status": 200, "content": {"mimeType": "image/gif"}}}]}}
case("har", json.dumps(har, indent=1).encode(), args="-j")
case("har-list", json.dumps(har).encode(), args="--list")
case("har-cut", json.dumps(har).encode()[:-30], rc="1")
feed = {"version": "https://jsonfeed.org/version/1.1", "title": "F", "language": "en", "items": [
    {"id": "http://a/1", "title": "A < b", "content_html": "<p>One.</p>", "date_published": "2024-05-03T12:00:00+02:00",
     "authors": [{"name": "A. Keeper"}]},
    {"id": "2", "url": "http://a/2", "content_text": "Two & two\nare four.", "language": "de"}]}
case("jsonfeed", json.dumps(feed).encode(), args="-j")
case("enex", ('<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE en-export SYSTEM "http://xml.evernote.com/pub/evernote-export3.dtd">\n'
              "<en-export><note><title>Tide &amp; lamp</title><content><![CDATA[<?xml version=\"1.0\"?>\n<en-note><div>Lit at "
              "<b>six</b>.</div></en-note>\n]]></content><created>20240503T100000Z</created><note-attributes><author>A. Keeper</author>"
              "<source-url>http://a/tide</source-url></note-attributes></note></en-export>\n").encode(), args="-j")
