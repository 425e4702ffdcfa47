#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""browser.py FOLDER [N]: what html2text writes of pages, beside headless Chromium.

Of every page in FOLDER (*.html, *.html.gz; at most N, spread over all) that is
UTF-8, the words of html2text are compared in order with those of Chromium's
innerText: scripts off, without style sheets, noscript and what is not
selected, with all details open; pages with formulas are counted apart.  Prints the pages with words that are lost or
glued, then the sums.  Then html2text -m is read back by cmark-gfm: no mark may
show, no image that has an address and no line of pre may be lost, tables must
have the cells that --tsv has.

html2text and cmark-gfm are taken from PATH; CHROMIUM names the browser.
Needs nothing else but Python: the debugging protocol is spoken over a socket.
"""
import base64, glob, gzip, html.parser, json, os, re, signal, socket, struct
import subprocess, sys, tempfile, time, unicodedata, urllib.request

SCRIPT = r"""(() => {
const off = 'style, link[rel~=stylesheet], noscript, script, iframe, video, audio, canvas, title';
document.querySelectorAll(off).forEach(e => e.remove());
document.querySelectorAll('select').forEach(s => {
    if (s.multiple) { s.remove(); return; }
    const o = s.selectedOptions[0], d = document.createElement('div');
    d.textContent = o ? o.textContent : ''; s.replaceWith(d); });
document.querySelectorAll('details').forEach(d => d.open = true);
document.querySelectorAll('textarea').forEach(t => {
    const p = document.createElement('pre'); p.textContent = t.textContent; t.replaceWith(p); });
const address = i => [i.dataset.src, i.dataset.lazySrc, i.dataset.original,
    i.getAttribute('src'), i.dataset.srcset, i.srcset].some(
    a => a && a.trim() && !a.trim().startsWith('data:'));
const shown = e => e.checkVisibility({visibilityProperty: true});
return JSON.stringify({text: document.documentElement.innerText,
    math: !!document.querySelector('math, .katex, .MathJax, ruby'),
    images: [...document.images].filter(i => address(i) && shown(i) &&
        !/mwe-math|^(tex|latex)$/.test(i.className)).length,
    pre: [...document.querySelectorAll('pre')].filter(
        p => shown(p) && !p.closest('table') && !p.querySelector('table')).map(p => p.innerText)});
})()"""


class Browser:
    """One tab of a headless Chromium, by its debugging protocol."""

    def __init__(self, home):
        self.process = subprocess.Popen(
            [os.environ.get('CHROMIUM', 'chromium'), '--headless', '--no-sandbox', '--disable-gpu',
             '--remote-debugging-port=0', '--user-data-dir=' + home, '--blink-settings=imagesEnabled=false',
             '--host-resolver-rules=MAP * ~NOTFOUND', 'about:blank'],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)
        port = home + '/DevToolsActivePort'
        for _ in range(300):
            if os.path.exists(port) and open(port).read().count('\n') >= 1:
                break
            time.sleep(.1)
        self.port = int(open(port).readline())
        tabs = json.load(urllib.request.urlopen(f'http://127.0.0.1:{self.port}/json'))
        path = next(t for t in tabs if t['type'] == 'page')['webSocketDebuggerUrl'].split(str(self.port), 1)[1]
        self.socket = socket.create_connection(('127.0.0.1', self.port), 60)
        key = base64.b64encode(os.urandom(16)).decode()
        self.socket.sendall((f'GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nUpgrade: websocket\r\n'
                             f'Connection: Upgrade\r\nSec-WebSocket-Key: {key}\r\n'
                             'Sec-WebSocket-Version: 13\r\n\r\n').encode())
        self.file = self.socket.makefile('rb')
        while self.file.readline() not in (b'\r\n', b''):
            pass
        self.number = 0
        self.call('Page.enable')
        self.call('Emulation.setScriptExecutionDisabled', value=True)

    def send(self, text):
        data, mask = text.encode(), os.urandom(4)
        n = len(data)
        head = b'\x81' + (struct.pack('!B', 0x80 | n) if n < 126 else struct.pack('!BH', 0x80 | 126, n)
                          if n < 65536 else struct.pack('!BQ', 0x80 | 127, n))
        self.socket.sendall(head + mask + bytes(b ^ mask[i % 4] for i, b in enumerate(data)))

    def receive(self):
        whole = b''
        while True:
            first, n = self.file.read(2)
            n &= 127
            if n == 126:
                n, = struct.unpack('!H', self.file.read(2))
            elif n == 127:
                n, = struct.unpack('!Q', self.file.read(8))
            whole += self.file.read(n)
            if first & 0x80:
                return json.loads(whole)

    def call(self, method, **parameters):
        self.number += 1
        self.send(json.dumps({'id': self.number, 'method': method, 'params': parameters}))
        while True:
            message = self.receive()
            if message.get('id') == self.number:
                return message.get('result', {})

    def read(self, path, script=SCRIPT):
        self.call('Page.navigate', url='file://' + path)
        for _ in range(100):
            state = self.call('Runtime.evaluate', expression='document.readyState')
            if state.get('result', {}).get('value') == 'complete':
                break
            time.sleep(.05)
        value = self.call('Runtime.evaluate', expression=script)['result'].get('value')
        return json.loads(value) if value else None

    def close(self):
        os.killpg(self.process.pid, signal.SIGTERM)
        self.process.wait()


def words(text):
    text = unicodedata.normalize('NFKC', re.sub('[\u00ad\u200b-\u200f\u2060\ufeff]', '', text))
    return re.findall(r'\w+', text.casefold())


def hunks(a, b):
    """The parts of two lists of words in which they differ."""
    with tempfile.NamedTemporaryFile('w') as x, tempfile.NamedTemporaryFile('w') as y:
        x.write('\n'.join(a) + '\n'), y.write('\n'.join(b) + '\n')
        x.flush(), y.flush()
        out = subprocess.run(['diff', '--minimal', x.name, y.name], capture_output=True, text=True).stdout
    lost, more = [], []
    for line in out.split('\n'):
        if line[:1] == '<':
            lost.append(line[2:])
        elif line[:1] == '>':
            more.append(line[2:])
        elif line != '---':
            if lost or more:
                yield lost, more
            lost, more = [], []
    if lost or more:
        yield lost, more


class Rendered(html.parser.HTMLParser):
    """What cmark-gfm made of Markdown: text outside code, code, images, tables."""

    def __init__(self, text):
        super().__init__()
        self.text, self.code, self.rows = [], [], []
        self.images = self.coded = 0
        self.cell = None
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        self.images += tag == 'img'
        if tag == 'img' and self.cell is not None:
            self.cell.append(dict(attributes).get('alt') or '')
        self.coded += tag in ('code', 'pre')
        if tag == 'tr':
            self.rows.append([])
        elif tag in ('td', 'th'):
            self.cell = []

    def handle_endtag(self, tag):
        self.coded -= tag in ('code', 'pre')
        if tag in ('td', 'th') and self.cell is not None:
            self.rows[-1].append(''.join(self.cell))
            self.cell = None

    def handle_data(self, data):
        (self.code if self.coded else self.text).append(data)
        if self.cell is not None:
            self.cell.append(data)


def run(command, data):
    return subprocess.run(command, input=data, capture_output=True).stdout.decode('utf-8', 'replace')


def squeeze(text):
    return re.sub(r'\W+', '', unicodedata.normalize('NFKC', text))


def check_markdown(page, seen, plain):
    """The faults of html2text -m on one page, each a line."""
    source = run(['html2text', '-m'], page)
    out = Rendered(run(['cmark-gfm', '--unsafe', '-e', 'table', '-e', 'strikethrough', '-e', 'autolink',
                        '-e', 'tasklist'], source.encode()))
    text, code = ''.join(out.text), '\n'.join(out.code)
    for mark in ('**', '__', '~~'):
        if text.count(mark) > plain.count(mark):
            yield f'{mark} shows'
    if out.images < seen['images']:
        yield f"{seen['images'] - out.images} of {seen['images']} images lost"
    whole = squeeze(code + text)
    for pre in seen['pre']:
        for line in pre.split('\n'):
            if squeeze(line) and squeeze(line) not in whole:
                yield 'line of code lost: ' + line.strip()[:60]
    tabs = [[squeeze(c) for c in l.split('\t')] for l in run(['html2text', '--tsv', '-i'], page).split('\n') if '\t' in l]
    rows = [[squeeze(c) for c in r] for r in out.rows]
    have = {tuple(r) for r in rows}
    for row in tabs:
        if len(row) > 1 and any(row) and tuple(row) not in have and not seen['pre']:
            yield 'row differs: ' + ' | '.join(row)[:80]
            break
    yield from ['comment'] * source.count('<!-- -->')


def pages_of(folder, most):
    files = sorted(glob.glob(folder + '/**/*.html', recursive=True) + glob.glob(folder + '/**/*.html.gz', recursive=True))
    step = max(1, len(files) // most) if most else 1
    return files[::step][:most or None]


def main():
    folder, most = sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 0
    sums = dict(pages=0, words=0, lost=0, glued=0, split=0, formula=0, comments=0, markdown=0)
    with tempfile.TemporaryDirectory() as home:
        browser = Browser(home)
        copy = home + '/page.html'
        for path in pages_of(folder, most):
            page = (gzip.open if path.endswith('.gz') else open)(path, 'rb').read()
            try:
                page.decode('utf-8')
            except UnicodeDecodeError:
                continue
            open(copy, 'wb').write(b'\xef\xbb\xbf' + page)
            seen = browser.read(copy)
            if seen is None:
                continue
            plain = run(['html2text'], page)
            theirs, ours = words(seen['text']), words(plain)
            sums['pages'] += 1
            sums['words'] += len(theirs)
            for lost, more in hunks(theirs, ours):
                if ''.join(lost) == ''.join(more):
                    which = 'glued' if len(more) < len(lost) else 'split'
                else:
                    which = 'lost'
                    lost = [w for w in lost if w not in more]
                if seen['math']:
                    which = 'formula' # or ruby: one line here, columns there
                if any(lost):
                    sums[which] += len(lost)
                    print(f"{os.path.basename(path)}\t{which}\t{' '.join(lost)[:100]}\t{' '.join(more)[:100]}")
            for fault in check_markdown(page, seen, plain):
                sums['comments' if fault == 'comment' else 'markdown'] += 1
                print(f'{os.path.basename(path)}\tmarkdown\t{fault}')
        browser.close()
    print('\t'.join(f'{k} {v}' for k, v in sums.items()))
    print(f"lost {100 * sums['lost'] / max(1, sums['words']):.4f} % of the words")


if __name__ == '__main__':
    main()
