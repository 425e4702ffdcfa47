/* SPDX-License-Identifier: MIT */
#include "html/page/measure.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/intern.h"

static void
measure(struct page *p)
{
	for (size_t i = 0; i < p->n_blocks; i++) {
		struct page_block *b = &p->blocks[i];
		const struct page_node *n = &p->nodes[b->node];
		const struct page_node *up = &p->nodes[n->parent];

		b->word = (uint32_t)p->words.n;
		b->prose = prose_measure(page_text(p, b), &p->words);
		b->shape = n->shape * 31 + up->shape * 17 +
		    p->nodes[up->parent].shape;
	}
}

static uint64_t
words_key(const struct page *p, const struct page_block *b)
{
	uint64_t key = b->prose.words;

	for (uint32_t i = 0; i < b->prose.words; i++)
		key = (key ^ p->words.word[b->word + i]) * 0x100000001B3u;
	return key;
}

static void
count_copies(struct page *p)
{
	struct interns known = interns_open(p->n_blocks);
	uint32_t *number = mem_alloc(p->n_blocks + 1, sizeof *number);
	struct { uint32_t first, n; } *text =
	    mem_alloc(p->n_blocks + 1, sizeof *text);

	for (size_t i = 0; i < p->n_blocks; i++) {
		struct page_block *b = &p->blocks[i];

		if (b->prose.words == 0)
			continue;
		number[i] = intern_of(&known, words_key(p, b));
		b->same = text[number[i]].n++;
		if (b->same == 0)
			text[number[i]].first = (uint32_t)i;
		b->twin = text[number[i]].first;
	}
	for (size_t i = 0; i < p->n_blocks; i++)
		if (p->blocks[i].prose.words > 0)
			p->blocks[i].copies = text[number[i]].n;
	interns_close(&known);
	free(number);
	free(text);
}

/*
 * A paragraph counts for the elements around it as in readability.js: one
 * point, one for each comma, one for each hundred letters up to three; in
 * sixteenths, less as its links have more of it.
 */
static uint32_t
paragraph_score(const struct page_block *b)
{
	uint32_t chars = b->prose.chars, link = b->n ? b->link * 16 / b->n : 0;
	uint32_t points = 16 + 16 * b->prose.commas +
	    (chars < 300 ? chars * 16 / 100 : 48);

	return chars < 25 || link >= 8 ? 0 : points * (16 - link) / 16;
}

static void
sum_up(struct page *p)
{
	for (size_t i = 0; i < p->n_blocks; i++) {
		const struct page_block *b = &p->blocks[i];
		uint32_t score = paragraph_score(b), at = b->node;

		p->nodes[at].text += b->n;
		p->nodes[at].link += b->link;
		if (score > 0)
			p->nodes[at].prose += b->n - b->link;
		for (uint32_t share = 1; share <= 3; share++) {
			at = p->nodes[at].parent;
			p->nodes[at].score += score / share;
			if (at == 0)
				break;
		}
	}
	for (size_t i = p->n_nodes; --i > 0;) {
		struct page_node *n = &p->nodes[i], *up = &p->nodes[n->parent];

		up->text += n->text;
		up->link += n->link;
		up->prose += n->prose;
	}
}

static void
find_best(struct page *p)
{
	const uint32_t good = 1u << HINT_BODY | 1u << HINT_CONTENT;
	const uint32_t bad = 1u << HINT_CHROME | 1u << HINT_RELATED |
	    1u << HINT_COMMENT | 1u << HINT_SUBSCRIBE | 1u << HINT_SIDE;
	int64_t most = -1;

	for (size_t i = 0; i < p->n_nodes; i++) {
		const struct page_node *n = &p->nodes[i];
		int64_t z = n->score;

		if (n->score == 0)
			continue;
		z += (n->hints & good ? 80 : 0) - (n->hints & bad ? 80 : 0);
		z = z * (n->text - n->link) / (n->text ? n->text : 1);
		if (i == 0)
			z = z * 4 / 5;
		if (z > most) {
			most = z;
			p->best = (uint32_t)i;
		}
	}
}

/* Paragraphs and headings follow each other everywhere: no sign of a list. */
static bool
makes_groups(const struct page_node *n)
{
	return n->box && n->tag != TAG_P && n->tag != TAG_H1 &&
	    n->tag != TAG_H2 && n->tag != TAG_H3 && n->tag != TAG_H4;
}

static void
find_groups(struct page *p)
{
	struct interns known = interns_open(p->n_nodes);

	p->groups = mem_alloc(p->n_nodes + 1, sizeof *p->groups);
	p->n_groups = 1; /* group 0: in none */
	for (size_t i = 1; i < p->n_nodes; i++) {
		struct page_node *n = &p->nodes[i];

		if (!makes_groups(n) || n->text == 0)
			continue;
		n->group = 1 + intern_of(&known,
		    (uint64_t)n->parent << 32 | n->shape);
		p->groups[n->group].members++;
		p->groups[n->group].text += n->text;
	}
	p->n_groups += known.n;
	interns_close(&known);
}

void
survey(struct page *p)
{
	measure(p);
	count_copies(p);
	sum_up(p);
	find_best(p);
	find_groups(p);
}
