/* SPDX-License-Identifier: MIT */
#include "html/page/context.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/intern.h"
#include "text/score/forest.h"

enum {
	SHORT = 12,       /* words of a line that may head a section */
	DOUBTFUL = 140,   /* a score that neither adds nor takes */
	TEXT_MOST = 2000  /* bytes of a block that count */
};

/* ---- the page ---- */

/* The path of an address. */
static const char *
path_of(const char *url)
{
	const char *s = strstr(url, "://");

	s = s != NULL ? s + 3 : url;
	return s + strcspn(s, "/");
}

static uint8_t *
put_address(const struct page *p, uint8_t *f)
{
	static const enum classhint kinds[] = {HINT_FORUM, HINT_PRODUCT, HINT_LIST,
		HINT_CODE, HINT_TAGS};
	struct buf url = {0};
	const char *path, *last;
	uint32_t depth = 0, dashes = 0, digits = 0, hints;

	buf_put(&url, p->url.s, p->url.n);
	buf_putc(&url, '\0');
	path = path_of(url.s);
	hints = classhint_read(path);
	last = path;
	for (const char *s = path; *s != '\0' && *s != '?'; s++) {
		if (*s == '/' && s[1] != '\0' && s[1] != '?') {
			depth++;
			dashes = 0;
			last = s + 1;
		}
		dashes += *s == '-' || *s == '_';
		digits += *s >= '0' && *s <= '9';
	}
	*f++ = p->url.n > 0 ? forest_least(depth) : 255;
	*f++ = forest_least(dashes);
	*f++ = forest_least(digits);
	*f++ = forest_least((uint32_t)strcspn(last, "?"));
	*f++ = strchr(path, '?') != NULL;
	for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
		*f++ = hints >> kinds[i] & 1;
	buf_free(&url);
	return f;
}

static uint8_t *
put_elements(const struct page *p, uint8_t *f)
{
	static const enum tag_id tags[] = {TAG_H1, TAG_H2, TAG_H3, TAG_ARTICLE,
		TAG_P, TAG_TIME, TAG_TABLE, TAG_LI, TAG_PRE};
	enum { TAGS = sizeof tags / sizeof *tags };
	uint32_t count[TAGS] = {0}, comments = 0, named = 0;

	for (size_t i = 0; i < p->n_nodes; i++) {
		comments += p->nodes[i].hints >> HINT_COMMENT & 1;
		named += p->nodes[i].hints != 0;
		for (size_t k = 0; k < TAGS; k++)
			count[k] += p->nodes[i].tag == tags[k];
	}
	for (size_t k = 0; k < TAGS; k++)
		*f++ = forest_size(count[k]);
	*f++ = forest_size(comments);
	*f++ = forest_part(named, p->n_nodes);
	return f;
}

void
context_page(const struct page *p, uint8_t numbers[CONTEXT_PAGE])
{
	uint8_t *f = numbers;

	for (int i = 0; i < SAYS_KINDS; i++)
		*f++ = p->says >> i & 1;
	f = put_address(p, f);
	put_elements(p, f);
}

/* ---- sections ---- */

static bool
is_heading(const struct page_block *b)
{
	const uint8_t *in = b->at.near + CLASSHINT_KINDS;

	return in[IN_H1] <= 1 || in[IN_H2] <= 1 || in[IN_H3] <= 1;
}

void
context_since(const struct page *p, const uint32_t *block, size_t n,
    uint8_t (*numbers)[CONTEXT_SINCE])
{
	static const enum phrase kinds[] = {PHRASE_RELATED, PHRASE_COMMENT,
		PHRASE_SUBSCRIBE, PHRASE_MORE, PHRASE_SHARE, PHRASE_AD,
		PHRASE_BYLINE};
	enum { KINDS = sizeof kinds / sizeof *kinds };
	uint8_t since[KINDS + 2], link = 0, until = 255;

	memset(since, 255, sizeof since);
	for (size_t i = 0; i < n; i++) {
		const struct page_block *b = &p->blocks[block[i]];
		bool heading = is_heading(b);

		for (size_t k = 0; k < KINDS + 2; k++)
			since[k] += since[k] < 254;
		for (size_t k = 0; k < KINDS; k++)
			if ((b->prose.hits >> kinds[k] & 1) &&
			    (heading || b->prose.words <= SHORT))
				since[k] = 0;
		if (heading) {
			since[KINDS] = 0;
			link = forest_part(b->link, b->n);
		}
		if (b->prose.chars > 120 && b->link * 4 < b->n)
			since[KINDS + 1] = 0;
		memcpy(numbers[i], since, sizeof since);
		numbers[i][KINDS + 2] = link;
	}
	for (size_t i = n; i-- > 0;) {
		until += until < 254;
		if (is_heading(&p->blocks[block[i]]))
			until = 0;
		numbers[i][KINDS + 3] = until;
	}
}

/* ---- the region ---- */

struct region {
	size_t from, to; /* rows, `to` past the last */
	uint32_t good, text, all; /* bytes: good in it, all in it; good on all */
	uint32_t home;   /* the innermost node with most of its good text */
	uint8_t *within; /* of each node: boxes out to one with the home in */
	uint8_t *under;  /* … and from there in to the home */
	uint32_t *branch; /* where its way parts from that to the home */
	uint32_t *sum;    /* good bytes of each node */
};

static int32_t
worth(const struct page_block *b, uint8_t score)
{
	int32_t n = (int32_t)(b->n < TEXT_MOST ? b->n : TEXT_MOST);

	return (n + 8) * ((int32_t)score - DOUBTFUL);
}

static uint32_t
good_of(const struct page_block *b, uint8_t score)
{
	return score > 128 ? (uint32_t)((uint64_t)b->n * score / 255) : 0;
}

static struct region
find_region(const struct page *p, const uint32_t *block, size_t n,
    const uint8_t *score)
{
	struct region r = {0};
	int64_t sum = 0, most = 0;
	size_t from = 0;

	for (size_t i = 0; i < n; i++) {
		sum += worth(&p->blocks[block[i]], score[i]);
		if (sum <= 0) {
			sum = 0;
			from = i + 1;
		} else if (sum > most) {
			most = sum;
			r.from = from;
			r.to = i + 1;
		}
	}
	for (size_t i = 0; i < n; i++) {
		const struct page_block *b = &p->blocks[block[i]];
		bool in = i >= r.from && i < r.to;

		r.all += good_of(b, score[i]);
		r.good += in ? good_of(b, score[i]) : 0;
		r.text += in ? b->n : 0;
	}
	return r;
}

static void
find_home(struct region *r, const struct page *p, const uint32_t *block,
    const uint8_t *score)
{
	uint32_t *sum = mem_alloc(p->n_nodes, sizeof *sum), up = 0;

	for (size_t i = r->from; i < r->to; i++)
		sum[p->blocks[block[i]].node] +=
		    good_of(&p->blocks[block[i]], score[i]);
	for (size_t i = p->n_nodes; --i > 0;)
		sum[p->nodes[i].parent] += sum[i];
	for (size_t i = 1; i < p->n_nodes; i++)
		if (p->nodes[i].box && p->nodes[i].parent == r->home &&
		    4 * (uint64_t)sum[i] > 3 * (uint64_t)r->good)
			r->home = (uint32_t)i;
	r->within = mem_alloc(p->n_nodes, 1);
	r->under = mem_alloc(p->n_nodes, 1);
	r->branch = mem_alloc(p->n_nodes, sizeof *r->branch);
	memset(r->within, 255, p->n_nodes);
	for (uint32_t at = r->home;; at = p->nodes[at].parent) {
		r->within[at] = 0;
		r->under[at] = (uint8_t)(up < 255 ? up++ : 255);
		if (at == 0)
			break;
	}
	for (size_t i = 1; i < p->n_nodes; i++) {
		const struct page_node *node = &p->nodes[i];
		uint8_t outer = r->within[node->parent];

		if (r->within[i] == 0)
			continue;
		r->within[i] = (uint8_t)(outer + (node->box && outer < 255));
		r->under[i] = r->under[node->parent];
		r->branch[i] = outer == 0 ? (uint32_t)i : r->branch[node->parent];
	}
	free(sum);
}

/* How much of a region's good text has the shape of each of its rows. */
static void
put_shapes(const struct region *r, const struct page *p,
    const uint32_t *block, size_t n, const uint8_t *score,
    uint8_t (*numbers)[CONTEXT_REGION])
{
	struct interns known = interns_open(n);
	struct { uint32_t good, all; } *sum = mem_alloc(n + 1, sizeof *sum);

	for (size_t i = 0; i < n; i++) {
		const struct page_block *b = &p->blocks[block[i]];
		uint32_t shape = intern_of(&known, b->shape);

		sum[shape].all += b->n;
		if (i >= r->from && i < r->to)
			sum[shape].good += good_of(b, score[i]);
	}
	for (size_t i = 0; i < n; i++) {
		uint32_t shape = intern_of(&known, p->blocks[block[i]].shape);
		uint8_t *f = numbers[i] + CONTEXT_REGION - 2;

		f[0] = forest_part(sum[shape].good, r->good);
		f[1] = forest_part(sum[shape].good, sum[shape].all);
	}
	interns_close(&known);
	free(sum);
}

static void
put_branch(const struct region *r, const struct page *p, uint32_t node,
    uint8_t *f)
{
	uint32_t text = p->nodes[node].text;

	*f++ = forest_part(r->sum[node], text);
	*f++ = forest_part(r->sum[node], r->all);
	*f++ = forest_size(text);
	*f++ = forest_part(text, p->nodes[p->nodes[node].parent].text);
}

/* What each node has of all that is good. */
static void
sum_good(struct region *r, const struct page *p, const uint32_t *block,
    size_t n, const uint8_t *score)
{
	r->sum = mem_alloc(p->n_nodes, sizeof *r->sum);
	for (size_t i = 0; i < n; i++)
		r->sum[p->blocks[block[i]].node] +=
		    good_of(&p->blocks[block[i]], score[i]);
	for (size_t i = p->n_nodes; --i > 0;)
		r->sum[p->nodes[i].parent] += r->sum[i];
}

void
context_region(const struct page *p, const uint32_t *block, size_t n,
    const uint8_t *score, uint8_t (*numbers)[CONTEXT_REGION])
{
	struct region r = find_region(p, block, n, score);
	uint32_t gap = 0, good = 0;

	find_home(&r, p, block, score);
	sum_good(&r, p, block, n, score);
	for (size_t i = 0; i < n; i++) {
		const struct page_block *b = &p->blocks[block[i]];
		uint8_t *f = numbers[i];

		if (i == r.from || i == r.to)
			gap = good = 0;
		*f++ = i < r.from ? forest_signed((int64_t)i - (int64_t)r.from)
		    : i >= r.to ? forest_signed((int64_t)(i - r.to) + 1) : 128;
		*f++ = forest_part(i - r.from, i >= r.from && i < r.to
		    ? r.to - r.from : 0);
		*f++ = forest_size(gap);
		*f++ = forest_part(good, r.all);
		*f++ = forest_part(r.good, r.all);
		*f++ = forest_part(r.good, r.text);
		*f++ = forest_size((uint32_t)(r.to - r.from));
		*f++ = forest_size(r.good);
		*f++ = r.within[b->node];
		*f++ = r.under[b->node];
		*f++ = forest_part(p->nodes[r.home].link, p->nodes[r.home].text);
		*f++ = forest_part(r.good, p->nodes[r.home].text);
		put_branch(&r, p, r.branch[b->node], f);
		gap += b->n;
		good += good_of(b, score[i]);
	}
	put_shapes(&r, p, block, n, score, numbers);
	free(r.within);
	free(r.under);
	free(r.branch);
	free(r.sum);
}
