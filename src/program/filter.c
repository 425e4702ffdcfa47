/* SPDX-License-Identifier: MIT */
#include "program/filter.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/fds.h"
#include "base/load.h"
#include "base/mem.h"
#include "base/vec.h"
#include "program/io.h"
#include "program/kind.h"
#include "program/progress.h"
#include "program/record.h"
#include "program/sandbox.h"
#include "program/stats.h"

/* ---- the options that all programs share ---- */

enum {
	EXPLODE = OPTION_SHARED, REJECTS, MAX_RECORD, STATS, PROGRESS, FORCE,
	STRICT, FILES_FROM, LIST_OPTIONS, PROBE
};

static const struct option_row encoding_rows[] = {
	{'e', "encoding", "name", "the encoding, whatever the input says"},
	{0},
};

static const struct option_row record_rows[] = {
	{'j', "json", NULL, "each line is a record: read one member of it"},
	{'f', "field", "name", "that member (text)"},
	{REJECTS, "rejects", "file", "with -j: write bad records there"},
	{MAX_RECORD, "max-record", "size", "with -j: the largest record (256M)"},
	{0},
};

static const struct option_row piece_rows[] = {
	{EXPLODE, "explode", "[name]", "with -j: one record per piece, numbered"},
	{0},
};

static const struct option_row reject_rows[] = {
	{REJECTS, "rejects", "file", "with -j: write damaged records there"},
	{0},
};

static const struct option_row strict_rows[] = {
	{STRICT, "strict", NULL, "status 1 if bytes are not in the encoding"},
	{0},
};

static const struct option_row common_rows[] = {
	{FILES_FROM, "files-from", "file", "read also the files that this file names"},
	{FORCE, "force", NULL, "read a file of the wrong kind anyway"},
	{PROGRESS, "progress", NULL, "show progress each second"},
	{STATS, "stats", "file", "count documents and bytes, as JSON; -: stderr"},
	{'h', "help", NULL, "print this help and exit"},
	{'V', "version", NULL, "print versions and exit"},
	{LIST_OPTIONS, "list-options", NULL, NULL}, /* for completions */
	{PROBE, "sandbox-probe", NULL, NULL}, /* for the tests */
	{0},
};

static const struct option_row no_rows[] = {{0}};

static struct {
	const struct filter *filter;
	void *self;
	struct record_options record;
	bool records, progress, force, strict;
	bool looked; /* at the first record */
	int record_key; /* an option that was given and needs -j; or 0 */
	const char *encoding;
	int stats;      /* a descriptor; -1: none */
	uint64_t number;
	VEC(char *) files;
	struct buf names; /* of --files-from */
} run = {
	.record = {.field = {"text", 4}, .rejects = -1,
	    .most = (size_t)256 << 20},
	.stats = -1,
};

void
filter_set_result(enum document_result result)
{
	run.record.result = result;
}

void
filter_add_file(char *name)
{
	*vec_add(&run.files) = name;
}

size_t
filter_listed(void)
{
	return run.files.n;
}

bool
filter_reads_records(void)
{
	return run.records;
}

const char *
filter_field(void)
{
	return run.record.field.s;
}

int
filter_rejects(void)
{
	return run.record.rejects;
}

/* ---- --help and --version ---- */

static _Noreturn void
finish_page(void)
{
	if (fflush(stdout) != 0 || ferror(stdout))
		die("standard output:");
	mem_settled();
	exit(DONE);
}

static _Noreturn void
help(bool all)
{
	const struct filter *f = run.filter;

	option_help(&(struct option_usage){f->name, f->purpose,
	    f->operands != NULL ? f->operands : "[file]..."}, all);
	finish_page();
}

static _Noreturn void
version(void)
{
	printf("%s (winnow) %s\n", run.filter->name, VERSION);
	for (const char *const *v = run.filter->versions; v && *v; v++)
		printf("%s\n", *v);
	sandbox_enter();
	printf("sandbox: %s\n", sandbox_state());
	finish_page();
}

_Noreturn void
filter_list(void (*write)(struct sink *))
{
	write(io_out());
	io_close_out();
	mem_settled();
	exit(DONE);
}

/* ---- taking options ---- */

static int
create(const char *name)
{
	int fd = open(name, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);

	if (fd < 0)
		die("%s:", name);
	return fd;
}

/* Files that are created once nothing is wrong with the options. */
static const char *rejects_file, *stats_file;

static void
create_files(void)
{
	if (rejects_file != NULL)
		run.record.rejects = create(rejects_file);
	if (stats_file != NULL)
		run.stats = strcmp(stats_file, "-") == 0 ? STDERR_FILENO
		                                         : create(stats_file);
}

static bool
take_record_option(int key, const char *value)
{
	switch (key) {
	case 'f':
		run.record.field = str_of(value);
		break;
	case EXPLODE:
		run.record.explode = value != NULL ? value : "n";
		break;
	case REJECTS:
		if (rejects_file != NULL)
			misuse("--rejects: give it once");
		if (strcmp(value, "-") == 0)
			misuse("--rejects: a file, not -");
		rejects_file = value;
		break;
	case MAX_RECORD:
		run.record.most = option_size(key, value, 1024);
		break;
	default:
		return false;
	}
	run.record_key = key;
	return true;
}

static void
set_encoding(const char *name)
{
	if (!run.filter->decoder->known(name))
		misuse("--encoding %s: give a label of the Encoding Standard, "
		    "such as utf-8, windows-1252 or shift_jis", name);
	run.encoding = name;
}

/* The names of a list, ended by NUL or by line ends, become C strings. */
static void
add_files_from(const char *list)
{
	struct buf *b = &run.names;
	char *at, *end;
	int ends;

	if (b->n > 0)
		misuse("--files-from: give it once");
	load_file(b, list);
	ends = b->n > 0 && memchr(b->s, '\0', b->n) != NULL ? '\0' : '\n';
	buf_putc(b, (char)ends);
	end = b->s + b->n;
	for (at = b->s; at < end;) {
		char *stop = memchr(at, ends, (size_t)(end - at));

		*stop = '\0';
		if (ends == '\n' && stop > at && stop[-1] == '\r')
			stop[-1] = '\0';
		if (*at != '\0')
			*vec_add(&run.files) = at;
		at = stop + 1;
	}
}

static bool
take_common_option(int key, const char *value)
{
	switch (key) {
	case 'h': help(false);
	case LIST_OPTIONS: help(true);
	case 'V': version();
	case FILES_FROM: add_files_from(value); break;
	case FORCE: run.force = true; break;
	case STRICT: run.strict = true; break;
	case PROGRESS: run.progress = true; break;
	case STATS:
		if (stats_file != NULL)
			misuse("--stats: give it once");
		stats_file = value;
		break;
	case PROBE:
		sandbox_probe();
		finish_page();
	default:
		return false;
	}
	return true;
}

static void
take_option(int key, const char *value)
{
	const struct filter *f = run.filter;

	if (take_common_option(key, value))
		return;
	if (key == 'e' && f->decoder != NULL) {
		set_encoding(value);
	} else if (f->result == RESULT_RECORDS && key != REJECTS) {
		if (key == 'j')
			run.records = true;
		f->option(run.self, key, value);
	} else if (key == 'j') {
		run.records = true;
	} else if (!take_record_option(key, value)) {
		f->option(run.self, key, value);
	}
}

static void
take_options(int argc, char *argv[])
{
	const struct filter *f = run.filter;
	bool own_records = f->result == RESULT_RECORDS;
	const struct option_row *const tables[] = {
		f->options != NULL ? f->options : no_rows,
		f->decoder != NULL ? encoding_rows : no_rows,
		own_records ? reject_rows
		    : f->input == FILTER_ROWS ? no_rows : record_rows,
		f->result == RESULT_PIECES || f->explodes ? piece_rows : no_rows,
		f->decoder != NULL ? strict_rows : no_rows,
		common_rows, NULL,
	};
	const char *value;
	int key;

	option_tables(tables);
	while ((key = option_next(argc, argv, &value)) != -1)
		take_option(key, value);
	if (run.record_key != 0 && !run.records)
		misuse("--%s: only with -j", option_name(run.record_key));
}

/* ---- reading documents ---- */

static enum verdict
worse(enum verdict a, enum verdict b)
{
	return a > b ? a : b;
}

/* One document through the program, its bytes decoded where it asks. */
static void
run_document(struct document *d, void *unused)
{
	const struct decoder *decoder = run.filter->decoder;
	uint64_t bad;

	(void)unused;
	if (run.records && !run.looked && !run.force)
		kind_remark(run.filter, d);
	run.looked = true;
	if (decoder == NULL) {
		run.filter->run(d, run.self);
		return;
	}
	d->in = decoder->open(d->in, run.encoding);
	run.filter->run(d, run.self);
	bad = decoder->close();
	if (bad == 0)
		return;
	document_remark(d, "not %s (byte %llu)%s",
	    run.encoding != NULL ? run.encoding : "UTF-8",
	    (unsigned long long)bad, run.encoding != NULL ? ""
	    : ": -e windows-1252 may be right");
	if (run.strict)
		d->verdict = worse(d->verdict, PARTIAL);
}

static enum verdict
read_file(struct source *in, const char *file, void *unused)
{
	struct document d = {.in = in, .out = io_out(), .file = file};

	(void)unused;
	if (!run.force && kind_is_wrong(run.filter, run.records, &d))
		return d.verdict;
	if (run.records && run.filter->result != RESULT_RECORDS)
		return record_each(in, file, io_out(), run_document, NULL,
		    &run.record, &run.number);
	d.number = run.number++;
	stats_read();
	run_document(&d, NULL);
	if (d.dropped != NULL)
		stats_dropped(d.dropped);
	else if (run.filter->result != RESULT_RECORDS)
		stats_written();
	return d.verdict;
}

/* ---- the program ---- */

/* Of what --version names, the models, which are files: "langid.model 0123". */
static void
name_models(const struct filter *f)
{
	for (const char *const *v = f->versions; v && *v; v++)
		if (memchr(*v, '.', strcspn(*v, " ")) != NULL)
			stats_made_by(*v);
}

static char **
all_files(char **operands)
{
	bool named = run.names.n > 0;

	for (; *operands != NULL; operands++)
		*vec_add(&run.files) = *operands;
	if (run.files.n == 0 && !named)
		*vec_add(&run.files) = "-";
	*vec_add(&run.files) = NULL;
	return run.files.at;
}

int
filter_main(const struct filter *f, void *self, int argc, char *argv[])
{
	enum verdict verdict;
	int status;

	fds_hold();
	complain_as(f->name);
	if (f->operands != NULL)
		complain_operands(f->operands);
	mem_guard();
	run.filter = f;
	run.self = self;
	run.record.result = f->result;
	take_options(argc, argv);
	if (f->ready != NULL)
		f->ready(self, argv + optind);
	create_files();
	io_by_way_of(f->input == FILTER_WORDS ? "html2text | " : "");
	verdict = io_open(all_files(argv + optind));
	progress_start(run.progress, io_total());
	sandbox_enter();
	if (f->start != NULL)
		f->start(self);
	verdict = worse(verdict, io_each(read_file, NULL));
	if (f->finish != NULL)
		f->finish(self, io_out());
	status = f->status != NULL ? f->status(self, verdict) : (int)verdict;
	io_close_out();
	if (run.stats >= 0) {
		name_models(f);
		stats_write(run.stats, f->name);
	}
	vec_free(&run.files);
	buf_free(&run.names);
	mem_settled();
	return status;
}
