/* SPDX-License-Identifier: MIT */
/*
 * Any table as any kind of picture (the first byte picks): no line is wider
 * than asked for, what is written is clean, SVG has its end.
 */
#include "fuzz.h"

#include "text/plot/label.h"
#include "text/plot/plotdata.h"

static void
check_lines(struct str text, int width)
{
	while (text.n > 0) {
		const char *lf = memchr(text.s, '\n', text.n);
		size_t n = (size_t)(lf - text.s);

		holds(lf != NULL);
		holds(label_columns((struct str){text.s, n}) <= width + 1);
		text = (struct str){lf + 1, text.n - n - 1};
	}
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	struct source in = source_over((struct str){(const char *)data + 1,
	    n - 1});
	struct plot_options how = {.most = 50};
	struct plot_found found;
	struct chart chart = {0};
	struct sink text = {0}, svg = {0};

	if (n < 2)
		return 0;
	how.kind = (enum plot_kind)(data[0] % (PLOT_COMPARE + 1));
	plot_read(&chart, &how, &in, &found);
	plot_finish(&chart, &how);
	if (chart.rows.n > 0 || chart.curves.n > 0) {
		chart_put_terminal(&chart, &(struct chart_terminal){60, 10,
		    data[0] & 0x80}, &text);
		chart_put_svg(&chart, 600, &svg);
		holds(is_clean(buf_str(&text.buf)));
		holds(is_clean(buf_str(&svg.buf)));
		check_lines(buf_str(&text.buf), 60);
		holds(memcmp(svg.buf.s + svg.buf.n - 7, "</svg>\n", 7) == 0);
	}
	chart_free(&chart);
	buf_free(&text.buf);
	buf_free(&svg.buf);
	return 0;
}
