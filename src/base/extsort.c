/* SPDX-License-Identifier: MIT */
#include "base/extsort.h"

#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/complain.h"
#include "base/mem.h"

enum {
	FAN_IN = 64,              /* runs of a level before they become one */
	LEAST_BUFFER = 16 * 1024, /* bytes, for a run that is read or written */
	SOON = 16,                /* records from here on are asked for early */
	FEW = 128,                /* records that are not parted by their bytes */
	LENGTH = sizeof(uint32_t)
};

/* The first bytes decide most comparisons without a visit to the record. */
struct extsort_item {
	uint64_t prefix;
	const char *record; /* from its length on */
};

/* Sorted records in the file; a level is how often they were merged. */
struct extsort_run {
	struct extsort_run *before;
	uint64_t at, end; /* what is not yet in `buffer` */
	int level;
	struct buf buffer;
	size_t read; /* of the buffer */
	struct extsort_item head;
};

/* A heap of runs, the one with the least head first. */
struct extsort_merge {
	struct extsort_run **heap;
	size_t n, buffer;
	bool started;
};

static struct str
record_of(const char *record)
{
	uint32_t n;

	memcpy(&n, record, LENGTH);
	return (struct str){record + LENGTH, n};
}

static struct extsort_item
item_of(const char *record)
{
	struct str r = record_of(record);
	struct extsort_item item = {0, record};
	size_t n = r.n < 8 ? r.n : 8;

	for (size_t i = 0; i < n; i++)
		item.prefix |= (uint64_t)(unsigned char)r.s[i] << (56 - 8 * i);
	return item;
}

static inline int
compare(const struct extsort_item *a, const struct extsort_item *b)
{
	if (a->prefix != b->prefix)
		return a->prefix < b->prefix ? -1 : 1;
	return str_order(record_of(a->record), record_of(b->record));
}

/* Two sorted halves into one; of equal items those of the first half first. */
static void
merge_halves(const struct extsort_item *from, struct extsort_item *to, size_t half,
    size_t n)
{
	size_t a = 0, b = half;

	for (size_t i = 0; i < n; i++)
		if (b == n || (a < half && compare(&from[a], &from[b]) <= 0))
			to[i] = from[a++];
		else
			to[i] = from[b++];
}

/*
 * Sorts `items`, which are also in `other`, by merging its halves; equal ones
 * stay in order.  With the comparison in line it takes half of qsort's time.
 */
static void
sort_few(struct extsort_item *items, struct extsort_item *other, size_t n)
{
	if (n < 2)
		return;
	sort_few(other, items, n / 2);
	sort_few(other + n / 2, items + n / 2, n - n / 2);
	merge_halves(other, items, n / 2, n);
}

/*
 * Many are parted first by the byte of their prefix at `shift`, in order, and
 * then each part by the next one: `other` is room for as many.
 */
static void
sort_items(struct extsort_item *items, struct extsort_item *other, size_t n,
    int shift)
{
	size_t part[256] = {0}, at = 0;

	if (n < FEW || shift < 0) {
		if (n > 1)
			memcpy(other, items, n * sizeof *items);
		sort_few(items, other, n);
		return;
	}
	for (size_t i = 0; i < n; i++)
		part[items[i].prefix >> shift & 0xFF]++;
	for (int i = 0; i < 256; i++) {
		size_t size = part[i];

		part[i] = at;
		at += size;
	}
	for (size_t i = 0; i < n; i++)
		other[part[items[i].prefix >> shift & 0xFF]++] = items[i];
	memcpy(items, other, n * sizeof *items);
	at = 0;
	for (int i = 0; i < 256; i++) {
		if (part[i] > at)
			sort_items(items + at, other + at, part[i] - at,
			    shift - 8);
		at = part[i];
	}
}

static int
open_unnamed(void)
{
	const char *folder = getenv("TMPDIR");
	char path[4096];
	sigset_t all, before;
	int fd;

	if (folder == NULL || *folder == '\0')
		folder = "/tmp";
	if (snprintf(path, sizeof path, "%s/winnow.XXXXXX", folder) >=
	    (int)sizeof path)
		die("%s: too long a name for a folder", "TMPDIR");
	/* No signal comes while the file has a name. */
	sigfillset(&all);
	sigprocmask(SIG_SETMASK, &all, &before);
	fd = mkstemp(path);
	if (fd < 0 || unlink(path) != 0)
		die("%s:", path);
	sigprocmask(SIG_SETMASK, &before, NULL);
	return fd;
}

struct extsort
extsort_open(size_t memory)
{
	struct extsort s = {.memory = memory, .fd = -1};

	if (memory > 0)
		s.fd = open_unnamed();
	return s;
}

static void
write_at(struct extsort *s, const char *at, size_t n)
{
	while (n > 0) {
		ssize_t done = pwrite(s->fd, at, n, (off_t)s->end);

		if (done < 0 && errno == EINTR)
			continue;
		if (done <= 0)
			die("temporary file:");
		at += done;
		n -= (size_t)done;
		s->end += (uint64_t)done;
	}
}

static void
read_at(struct extsort *s, uint64_t from, char *to, size_t n)
{
	while (n > 0) {
		ssize_t got = pread(s->fd, to, n, (off_t)from);

		if (got < 0 && errno == EINTR)
			continue;
		if (got == 0)
			die("temporary file: it is shorter than what was written");
		if (got < 0)
			die("temporary file:");
		to += got;
		n -= (size_t)got;
		from += (uint64_t)got;
	}
}

static void
sort(struct extsort *s)
{
	if (s->cap < s->n) {
		s->items = mem_resize(s->items, 2 * s->n, sizeof *s->items);
		s->cap = s->n;
	}
	for (size_t i = 0, at = 0; i < s->n; i++) {
		s->items[i] = item_of(s->records.s + at);
		at += LENGTH + record_of(s->records.s + at).n;
	}
	sort_items(s->items, s->items + s->cap, s->n, 56);
}

static void
put_record(struct extsort *s, struct buf *b, const char *record)
{
	buf_put(b, record, LENGTH + record_of(record).n);
	if (b->n >= LEAST_BUFFER) {
		write_at(s, b->s, b->n);
		b->n = 0;
	}
}

static struct extsort_run *
add_run(struct extsort *s, uint64_t at, int level)
{
	struct extsort_run *r = mem_alloc(1, sizeof *r);

	*r = (struct extsort_run){.before = s->last, .at = at, .end = s->end,
	    .level = level};
	s->last = r;
	return r;
}

/* At least `n` bytes of the run in its buffer, or all that are left. */
static bool
buffered(struct extsort *s, struct extsort_run *r, size_t n, size_t room)
{
	size_t have = r->buffer.n - r->read, more;

	if (have >= n)
		return true;
	if (have > 0)
		memmove(r->buffer.s, r->buffer.s + r->read, have);
	r->buffer.n = have;
	r->read = 0;
	if (room < n)
		room = n;
	more = room - have < r->end - r->at ? room - have
	    : (size_t)(r->end - r->at);
	read_at(s, r->at, buf_room(&r->buffer, more), more);
	r->buffer.n += more;
	r->at += more;
	return r->buffer.n >= n;
}

/* The run's next record to its head; false at its end. */
static bool
advance(struct extsort *s, struct extsort_run *r, size_t room)
{
	size_t n;

	if (!buffered(s, r, LENGTH, room))
		return false;
	n = LENGTH + record_of(r->buffer.s + r->read).n;
	buffered(s, r, n, room);
	r->head = item_of(r->buffer.s + r->read);
	r->read += n;
	return true;
}

/* Of equal records the one in the earlier run comes first. */
static bool
less(const struct extsort_run *a, const struct extsort_run *b)
{
	int order = compare(&a->head, &b->head);

	return order < 0 || (order == 0 && a->end < b->end);
}

static void
sift_down(struct extsort_merge *m, size_t i)
{
	for (;;) {
		size_t least = i, child = 2 * i + 1;
		struct extsort_run *r = m->heap[i];

		for (; child < m->n && child <= 2 * i + 2; child++)
			if (less(m->heap[child], m->heap[least]))
				least = child;
		if (least == i)
			return;
		m->heap[i] = m->heap[least];
		m->heap[least] = r;
		i = least;
	}
}

/* Begin to read all runs from `s->last` back that are of one `level` or, if
 * that is negative, of any. */
static struct extsort_merge *
merge_begin(struct extsort *s, int level)
{
	struct extsort_merge *m = mem_alloc(1, sizeof *m);
	size_t n = 0;

	for (struct extsort_run *r = s->last; r != NULL; r = r->before)
		n += level < 0 || r->level == level;
	m->heap = mem_alloc(n, sizeof *m->heap);
	m->buffer = s->memory / 2 / n;
	if (m->buffer < LEAST_BUFFER)
		m->buffer = LEAST_BUFFER;
	while (s->last != NULL && (level < 0 || s->last->level == level)) {
		struct extsort_run *r = s->last;

		s->last = r->before;
		advance(s, r, m->buffer);
		m->heap[m->n++] = r;
	}
	for (size_t i = m->n; i-- > 0;)
		sift_down(m, i);
	return m;
}

static bool
merge_next(struct extsort *s, struct extsort_merge *m, const char **record)
{
	struct extsort_run *r;

	if (m->n > 0 && m->started && !advance(s, m->heap[0], m->buffer)) {
		r = m->heap[0];
		m->heap[0] = m->heap[--m->n];
		buf_free(&r->buffer);
		free(r);
	}
	m->started = true;
	if (m->n == 0)
		return false;
	sift_down(m, 0);
	*record = m->heap[0]->head.record;
	return true;
}

static void
merge_free(struct extsort_merge *m)
{
	if (m == NULL)
		return;
	for (size_t i = 0; i < m->n; i++) {
		buf_free(&m->heap[i]->buffer);
		free(m->heap[i]);
	}
	free(m->heap);
	free(m);
}

/* Make one run of as many of the last level as there may be. */
static void
merge_level(struct extsort *s)
{
	int level = s->last->level, n = 0;
	struct extsort_merge *m;
	struct buf out = {0};
	uint64_t at = s->end;
	const char *record;

	for (struct extsort_run *r = s->last; r != NULL; r = r->before)
		n += r->level == level;
	if (n < FAN_IN)
		return;
	m = merge_begin(s, level);
	while (merge_next(s, m, &record))
		put_record(s, &out, record);
	merge_free(m);
	write_at(s, out.s, out.n);
	buf_free(&out);
	add_run(s, at, level + 1);
	merge_level(s);
}

static void
write_run(struct extsort *s)
{
	struct buf out = {0};
	uint64_t at = s->end;

	sort(s);
	for (size_t i = 0; i < s->n; i++)
		put_record(s, &out, s->items[i].record);
	write_at(s, out.s, out.n);
	buf_free(&out);
	s->n = 0;
	s->records.n = 0;
	add_run(s, at, 0);
	merge_level(s);
}

void
extsort_put(struct extsort *s, struct str record)
{
	uint32_t n = (uint32_t)record.n;
	/* An item counts twice: sorting needs as much again. */
	size_t bytes = s->records.n + LENGTH + n + 2 * s->n * sizeof *s->items;

	if (record.n > UINT32_MAX)
		die("sorting: a record of 4 GiB or more");
	if (s->memory > 0 && s->n > 0 && bytes > s->memory)
		write_run(s);
	buf_put(&s->records, (const char *)&n, LENGTH);
	buf_put(&s->records, record.s, n);
	s->n++;
}

static void
begin_reading(struct extsort *s)
{
	s->reading = true;
	if (s->last != NULL && s->n > 0)
		write_run(s);
	if (s->last == NULL) {
		sort(s);
		return;
	}
	free(s->items);
	s->items = NULL;
	buf_free(&s->records);
	s->merge = merge_begin(s, -1);
}

bool
extsort_next(struct extsort *s, struct str *record)
{
	const char *at;

	if (!s->reading)
		begin_reading(s);
	if (s->merge != NULL) {
		if (!merge_next(s, s->merge, &at))
			return false;
		*record = record_of(at);
		return true;
	}
	if (s->next == s->n)
		return false;
	/* In memory they lie as they were put: ask for those to come. */
	if (s->n - s->next > SOON)
		__builtin_prefetch(s->items[s->next + SOON].record);
	*record = record_of(s->items[s->next++].record);
	return true;
}

void
extsort_free(struct extsort *s)
{
	merge_free(s->merge);
	while (s->last != NULL) {
		struct extsort_run *before = s->last->before;

		free(s->last);
		s->last = before;
	}
	free(s->items);
	buf_free(&s->records);
	if (s->fd >= 0)
		close(s->fd);
	*s = (struct extsort){.fd = -1};
}
