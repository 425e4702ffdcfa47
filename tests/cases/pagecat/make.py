# make.py FOLDER: the cases here that are not text, or whose lengths must be
# right, anew.  Needs python3, and zstd and brotli for two of them.
import base64
import bz2
import gzip
import io
import lzma
import os
import plistlib
import subprocess
import sys
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
case("warc-list", crawl, args="-l")
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
case("webarchive-list", binary, args="-l")
case("webarchive-cut", binary[:-40], rc="1")
case("webarchive-xml", plistlib.dumps(archive), args="-j")
