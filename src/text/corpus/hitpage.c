/* SPDX-License-Identifier: MIT */
/*
 * Hits of a concordance as an HTML page with a table that can be sorted.
 */
#include "text/corpus/hit.h"

#include <inttypes.h>
#include <stdio.h>

#include "text/unicode/shown.h"

static const char head[] =
    "<!doctype html>\n<html>\n<head>\n<meta charset=\"utf-8\">\n"
    "<meta name=\"viewport\" content=\"width=device-width\">\n"
    "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src "
    "'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'\">\n";

static const char style[] =
    "<style>\n"
    ":root { color-scheme: light dark; }\n"
    "body { font: 1em/1.4 system-ui, sans-serif; margin: 1em; }\n"
    "h1 { font-size: 1.2em; }\n"
    "table { border-collapse: collapse; width: 100%; }\n"
    "th, td { padding: .15em .4em; vertical-align: top; }\n"
    "th { position: sticky; top: 0; background: Canvas; cursor: pointer; "
    "border-bottom: 1px solid GrayText; white-space: nowrap; }\n"
    "tr:nth-child(even) { background: color-mix(in srgb, CanvasText 5%, "
    "Canvas); }\n"
    ".left { text-align: right; }\n"
    ".keyword { text-align: center; font-weight: bold; color: #b3261e; "
    "white-space: nowrap; }\n"
    ".document, .line { color: GrayText; font-size: .85em; "
    "overflow-wrap: anywhere; }\n"
    "th[data-order]::after { content: \" \\25B2\"; }\n"
    "th[data-order=\"-1\"]::after { content: \" \\25BC\"; }\n"
    "@media (prefers-color-scheme: dark) { .keyword { color: #ff8a80; } }\n"
    "@media (max-width: 40em) { table, tbody, tr, td { display: block; } "
    "thead { display: none; } tr { padding: .5em 0; } td { padding: 0; } "
    ".left, .keyword { text-align: left; } "
    ".keyword { display: inline; padding: 0 .25em; } "
    ".left, .right { display: inline; } .line { display: none; } }\n"
    "</style>\n";

/*
 * A click on a column's head sorts by it, another the other way round; the
 * left context is sorted from the keyword outwards.
 */
static const char script[] =
    "<script>\n"
    "for (const head of document.querySelectorAll('th'))\n"
    "  head.addEventListener('click', () => {\n"
    "    const column = head.cellIndex, body = document.querySelector('tbody');\n"
    "    const order = head.dataset.order === '1' ? -1 : 1;\n"
    "    const key = row => { const text = row.cells[column].textContent;\n"
    "      return column === 2 ? text.trim().split(/\\s+/).reverse().join(' ') : text; };\n"
    "    const compare = new Intl.Collator(undefined, {numeric: true}).compare;\n"
    "    const rows = [...body.rows].map(row => [key(row), row]);\n"
    "    rows.sort((a, b) => order * compare(a[0], b[0]));\n"
    "    body.append(...rows.map(pair => pair[1]));\n"
    "    for (const other of document.querySelectorAll('th')) delete other.dataset.order;\n"
    "    head.dataset.order = order;\n"
    "  });\n"
    "</script>\n";

void
hit_begin_page(const struct concordance_options *o, struct sink *out)
{
	struct str title = str_of(o->title);

	sink_puts(out, head);
	sink_puts(out, "<title>");
	shown_put_markup(out, title);
	sink_puts(out, "</title>\n");
	sink_puts(out, style);
	sink_puts(out, "</head>\n<body>\n<h1>");
	shown_put_markup(out, title);
	sink_puts(out, "</h1>\n<table>\n<thead><tr><th>document<th>line"
	    "<th>left<th>keyword<th>right</tr></thead>\n<tbody>\n");
}

static void
put_cell(struct sink *out, const char *class, struct str s)
{
	sink_puts(out, "<td class=\"");
	sink_puts(out, class);
	sink_puts(out, "\" dir=\"auto\">");
	shown_put_markup(out, s);
	sink_puts(out, "</td>");
}

void
hit_put_row(struct sink *out, const struct hit *h)
{
	char line[32];

	snprintf(line, sizeof line, "%" PRIu64, h->line);
	sink_puts(out, "<tr>");
	put_cell(out, "document", h->document);
	put_cell(out, "line", str_of(line));
	put_cell(out, "left", h->left);
	put_cell(out, "keyword", h->keyword);
	put_cell(out, "right", h->right);
	sink_puts(out, "</tr>\n");
}

void
hit_end_page(struct sink *out, uint64_t hits)
{
	char count[64];

	sink_puts(out, "</tbody>\n</table>\n");
	snprintf(count, sizeof count, "<p>%" PRIu64 " hit%s</p>\n", hits,
	    hits == 1 ? "" : "s");
	sink_puts(out, count);
	sink_puts(out, script);
	sink_puts(out, "</body>\n</html>\n");
}
