#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""browserparts.py links|tables|picks FOLDER [N]: a part of each page beside headless Chromium.

links: the addresses of htmllinks -a, how often each, beside document.links;
and the addresses that are there at all;
tables: every cell of htmltable --layout --table=all, by row and column, beside
table.rows with its spans expanded; the text of images and of choices, which
html2text writes for some, may be there or not;
picks: what htmlpick writes for each of SELECTORS, in order, beside the outerHTML
of what document.querySelectorAll finds: its length and both ends, without
control characters, which htmlpick leaves out.

Scripts are off.  Prints what differs and then the sums.  The programs are taken from PATH; CHROMIUM names the browser.
"""
import collections, gzip, json, os, re, subprocess, sys, tempfile, unicodedata

from browser import Browser, pages_of

ADDRESS = 'http://www.example.org/folder/page.html?q=1'
LINKS = 'JSON.stringify([...document.links].map(a => a.href))'
# HTML 4.9.12, by the browser's own rows and spans; text without white space.
TABLES = r"""(() => {
const bare = e => { const c = e.cloneNode(true);
    c.querySelectorAll('script, style, noscript, template, table, iframe, video, audio, canvas, math, object').forEach(x => x.remove());
    const d = c.cloneNode(true);
    c.querySelectorAll('svg, select').forEach(x => x.remove());
    d.querySelectorAll('img').forEach(x => x.replaceWith(x.alt));
    return [c.textContent, d.textContent]; };
const grid = t => { const out = [], groups = []; let last = null;
    for (const r of t.rows) { if (r.parentNode !== last || !groups.length) groups.push([]); last = r.parentNode;
        groups[groups.length - 1].push(r); }
    for (const g of groups) { const rows = g.map(() => []);
        g.forEach((r, y) => { let x = 0;
            for (const c of r.cells) { while (rows[y][x] !== undefined) x++;
                const n = c.rowSpan === 0 ? g.length - y : Math.min(c.rowSpan, g.length - y), s = bare(c);
                for (let j = 0; j < n; j++) for (let i = 0; i < c.colSpan; i++) if (j === 0 || rows[y + j][x + i] === undefined) rows[y + j][x + i] = s;
                x += c.colSpan; } });
        out.push(...rows); }
    const w = Math.max(0, ...out.map(r => r.length));
    return out.map(r => [...Array(w).keys()].map(i => r[i] === undefined ? ['', ''] : r[i])); };
[...document.querySelectorAll('[hidden], [style]')].filter(e => e.hidden || /^(none)$/.test(e.style.display) ||
    /hidden|collapse/.test(e.style.visibility)).forEach(e => e.remove());
document.querySelectorAll('noscript, template, object, dialog:not([open]), iframe').forEach(e => e.remove());
return JSON.stringify([...document.querySelectorAll('table')].map(grid)); })()"""

SELECTORS = [
    'p', 'a[href]', 'h1, h2, h3', 'body > *', 'head > meta', 'ul > li', 'ul li a', 'div > p + p', 'h2 ~ p', 'img[alt]',
    'img:not([alt])', 'a[href^="http"]', 'a[href$=".html"]', 'a[href*="/"]', '[class~="content"]', '[lang|="en"]',
    '[class]:not(div)', 'li:first-child', 'li:last-child', 'li:nth-child(2n+1)', 'li:nth-last-child(-n+2)',
    'p:nth-of-type(3)', 'p:last-of-type', ':only-child', 'div:empty', 'span:only-of-type', 'p:has(a)', 'div:has(> p > a)',
    'h2:has(+ p)', ':is(h1, h2) > a', ':where(article, main, section) p:not(:has(img))', ':nth-child(2 of .active, p)',
    'input:not([type="hidden" i])', 'input:checked, :disabled', 'td, th', 'table > tbody > tr:first-child > *', 'svg > *',
    'svg path[d], use', ':root > body', 'body *:not(a):not(span):not(div):not(script)']
PICKS = 'JSON.stringify(' + json.dumps(SELECTORS) + r""".map(s =>
    [...document.querySelectorAll(s)].map(e => e.outerHTML.replace(/[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f]/g, '')).map(h => [h.length, h.slice(0, 60), h.slice(-20)])))"""


def squeeze(text):
    """Letters and digits: how a raised one or an item is marked is html2text's matter."""
    return re.sub(r'[\W_]+', '', unicodedata.normalize('NFKC', text))


def run(command, data):
    return subprocess.run(command, input=data, capture_output=True).stdout.decode('utf-8', 'replace')


def addressed(page):
    """The page with an address of its own, unless it gives one."""
    if re.search(rb'<base\s', page, re.I):
        return page
    head = re.search(rb'<head(\s[^>]*)?>', page, re.I)
    at = head.end() if head else 0
    return page[:at] + b'<base href="' + ADDRESS.encode() + b'">' + page[at:]


def check_links(seen, page, path):
    theirs = collections.Counter(seen)
    ours = collections.Counter(l.split('\t')[0] for l in run(
        ['htmllinks', '-a', '-b', 'file://' + path], page).split('\n')[:-1])
    for url in (theirs - ours):
        yield 'lost\t' + url[:150]
    for url in (ours - theirs):
        yield 'more\t' + url[:150]
    yield sum(theirs.values()), sum((theirs & ours).values()), len(theirs), len(set(theirs) & set(ours))


def is_part(a, b):
    """Whether the letters of a are in b, in their order."""
    rest = iter(b)
    return all(c in rest for c in a)


def check_tables(seen, page, path):
    record = json.dumps({'text': page.decode('utf-8')[1:]}).encode()
    out = json.loads(run(['htmltable', '-j', '--layout', '--no-header', '--max-record=1G'], record))['tables']
    ours = [[[squeeze(c) for c in r] for r in t['rows']] for t in out]
    seen = [[[[squeeze(s) for s in c] for c in r] for r in t] for t in seen]
    cells = same = 0
    if len(ours) != len(seen):
        yield f'tables\t{len(seen)} here, {len(ours)} there'
    for i, theirs in enumerate(seen):
        mine = ours[i] if i < len(ours) else []
        for y, row in enumerate(theirs):
            for x, cell in enumerate(row):
                got = mine[y][x] if y < len(mine) and x < len(mine[y]) else None
                cells += 1
                good = got is not None and is_part(cell[0], got) and is_part(got, cell[1])
                same += good
                if not good:
                    yield f'cell\t{i},{y},{x}: {cell[0][:60]!r} is {(got or "")[:60]!r}'
    yield cells, same


def check_picks(seen, page, path):
    whole = same = 0
    for selector, theirs in zip(SELECTORS, seen):
        out = subprocess.run(['htmlpick', '-z', selector, path], capture_output=True).stdout.decode('utf-8')
        texts = [t.encode('utf-16-le') for t in out.split('\0')[:-1]]
        ours = [[len(t) // 2, t[:120].decode('utf-16-le', 'surrogatepass'), t[-40:].decode('utf-16-le', 'surrogatepass')] for t in texts]
        whole, same = whole + 1, same + (ours == theirs)
        if len(ours) != len(theirs):
            yield f'{selector}\t{len(theirs)} there, {len(ours)} here'
        for a, b in zip(theirs, ours):
            if a != b:
                yield f'{selector}\t{a!r} is {b!r}'
                break
    yield whole, same


def main():
    what, folder, most = sys.argv[1], sys.argv[2], int(sys.argv[3]) if len(sys.argv) > 3 else 0
    script, check = {'links': (LINKS, check_links), 'tables': (TABLES, check_tables),
                     'picks': (PICKS, check_picks)}[what]
    pages, sums = 0, collections.Counter()
    with tempfile.TemporaryDirectory() as home:
        browser = Browser(home)
        copy = home + '/page.html'
        for path in pages_of(folder, most):
            page = (gzip.open if path.endswith('.gz') else open)(path, 'rb').read()
            try:
                page.decode('utf-8')
            except UnicodeDecodeError:
                continue
            page = b'\xef\xbb\xbf' + addressed(page)
            open(copy, 'wb').write(page)
            seen = browser.read(copy, script)
            if seen is None:
                continue
            pages += 1
            for fault in check(seen, page, copy):
                if isinstance(fault, tuple):
                    sums.update(dict(enumerate(fault)))
                else:
                    print(os.path.basename(path), fault, sep='\t')
        browser.close()
    print(f'{pages} pages')
    for i in range(0, len(sums), 2):
        whole, same = sums[i], sums[i + 1]
        print(f'{same} of {whole} the same: {100 * same / max(1, whole):.4f} %' + (', each once' if i else ''))


if __name__ == '__main__':
    main()
