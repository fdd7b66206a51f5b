#include "csv_source.h"

#include <balint/csv.h>
#include <balint/fatal.h>
#include <balint/translation.h>

#include <csv.h>
#include <errno.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

enum {
	FIELDS_MOST = 16384, /* as many as a spreadsheet has columns */
	RECORD_MOST = 16 * CSV_FIELD_MOST,
	FAULT_MOST = 160,
};

struct place {
	off_t offset;
	size_t line;       /* 0: no place */
	bool after_return; /* a line feed that follows belongs to the line before */
};

struct reader {
	const struct csv_reading *reading;
	const struct csv_form *form;
	struct csv_source source;
	struct csv_parser parser;
	char separator;
	bool between;  /* no record has begun */
	bool skipping; /* the rest of the line is left out */
	size_t line;
	bool after_return;
	size_t record_line, field_line; /* where they start */
	struct place resume;            /* behind the field's first line: where reading goes on after a broken quote */
	size_t fault_line;
	char fault[FAULT_MOST]; /* the record's fault, or empty */
	size_t count, used;
	const char *texts[FIELDS_MOST];
	char bytes[RECORD_MOST + CSV_FIELD_MOST + 1]; /* any field fits that begins within the limit */
};

static void
fault_report(struct reader *reader)
{
	if (reader->fault[0])
		reader->reading->complain(reader->reading->context, reader->fault_line, reader->fault);
	reader->fault[0] = '\0';
}

static void
fault(struct reader *reader, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* Of the faults of one line the first is told. */
static void
fault(struct reader *reader, const char *format, ...)
{
	if (reader->fault[0] && reader->fault_line == reader->field_line)
		return;
	fault_report(reader);
	va_list arguments;
	va_start(arguments, format);
	vsnprintf(reader->fault, FAULT_MOST, translated(format), arguments);
	va_end(arguments);
	reader->fault_line = reader->field_line;
}

static void
field_keep(struct reader *reader, char *field, size_t length)
{
	size_t number = reader->count + 1;
	char *text = reader->bytes + reader->used;
	if (number > FIELDS_MOST) {
		fault(reader, "there are more than %d fields", FIELDS_MOST);
		return;
	}
	if (reader->used > RECORD_MOST) {
		fault(reader, "the record is longer than %d bytes", RECORD_MOST);
		return;
	}
	if (memchr(field, '\0', length)) {
		fault(reader, "field %zu has a NUL byte in it", number);
		return;
	}
	ssize_t size = csv_source_text(&reader->source, field, length, text, CSV_FIELD_MOST);
	if (size < 0 && errno == E2BIG)
		fault(reader, "field %zu is longer than %d bytes", number, CSV_FIELD_MOST);
	else if (size < 0)
		fault(reader, "field %zu has a byte in it that is not %s", number, reader->source.charset);
	if (size < 0)
		return;
	text[size] = '\0';
	reader->texts[reader->count] = text;
	reader->used += (size_t)size + 1;
}

static void
take_field(void *field, size_t length, void *context)
{
	struct reader *reader = context;
	if (!reader->fault[0])
		field_keep(reader, field, length);
	reader->count++;
	reader->field_line = reader->line;
	reader->resume.line = 0;
}

static void
record_begin(struct reader *reader)
{
	reader->between = true;
	reader->count = reader->used = 0;
	reader->record_line = reader->field_line = reader->line;
	reader->resume.line = 0;
}

/* Comes for every line end outside quotes, so for a blank line as well. */
static void
take_row(int end, void *context)
{
	(void)end;
	struct reader *reader = context;
	struct csv_record record = { reader->record_line, reader->count, reader->texts };
	if (reader->fault[0])
		fault_report(reader);
	else if (record.count > 0)
		reader->reading->take(reader->reading->context, &record);
	record_begin(reader);
}

static void
parser_begin(struct reader *reader)
{
	csv_init(&reader->parser, CSV_STRICT | CSV_STRICT_FINI | CSV_REPALL_NL);
	csv_set_delim(&reader->parser, (unsigned char)reader->separator);
	if (reader->form->bare)
		csv_set_quote(&reader->parser, '\0'); /* which no field may have */
	csv_set_realloc_func(&reader->parser, memory_resized);
	csv_set_blk_size(&reader->parser, 4096);
}

/*
 * Drops the record whose end cannot be told. A quote that swallowed lines gives them back: they are
 * read again as records of their own, so that their faults are named too.
 */
static void
record_give_up(struct reader *reader)
{
	fault_report(reader);
	csv_free(&reader->parser);
	parser_begin(reader);
	if (reader->resume.line) {
		csv_source_seek(&reader->source, reader->resume.offset);
		reader->line = reader->resume.line;
		reader->after_return = reader->resume.after_return;
	} else {
		reader->skipping = true;
	}
	record_begin(reader);
}

static void
quote_fault(struct reader *reader)
{
	size_t number = reader->count + 1;
	if (reader->form->bare) /* where a NUL stands for the quotation mark */
		fault(reader, "field %zu has a NUL byte in it", number);
	else if (reader->line == reader->field_line)
		fault(reader, "field %zu has a stray quotation mark; write the field \"in quotes\" and double the marks inside", number);
	else
		fault(reader, "field %zu opens a quotation mark that meets a stray one on line %zu", number, reader->line);
}

/* False if the record had to be given up. */
static bool
piece_parse(struct reader *reader, const char *bytes, size_t length)
{
	size_t parsed = csv_parse(&reader->parser, bytes, length, take_field, take_row, reader);
	if (parsed == length && reader->parser.entry_pos <= 2 * CSV_FIELD_MOST)
		return true;
	if (parsed < length)
		quote_fault(reader);
	else
		fault(reader, "field %zu is longer than %d bytes", reader->count + 1, CSV_FIELD_MOST);
	record_give_up(reader);
	return false;
}

/* A line ends at CR, LF or both; `tail` is the LF of a CR already counted. */
static void
line_count(struct reader *reader, char end, bool tail)
{
	reader->line += !tail;
	reader->after_return = end == '\r';
	reader->skipping = false;
	if (reader->between)
		record_begin(reader);
	else if (!reader->resume.line)
		reader->resume = (struct place){ csv_source_offset(&reader->source), reader->line, reader->after_return };
}

/* Parses up to the end of the line, or of what was read of it. */
static void
line_parse(struct reader *reader)
{
	const char *bytes = reader->source.bytes + reader->source.at;
	size_t most = reader->source.used - reader->source.at, length = 0;
	while (length < most && bytes[length] != '\n' && bytes[length] != '\r')
		length++;
	bool ended = length < most;
	length += ended;
	reader->source.at += length;
	if (!reader->skipping) {
		reader->between = false;
		if (!piece_parse(reader, bytes, length) && !reader->skipping)
			return;
	}
	if (ended)
		line_count(reader, bytes[length - 1], reader->after_return && bytes[0] == '\n');
	else
		reader->after_return = false;
}

/* False at the end of the file. */
static bool
end_parse(struct reader *reader)
{
	if (csv_fini(&reader->parser, take_field, take_row, reader) == 0)
		return false;
	fault(reader, reader->form->bare ? "field %zu has a NUL byte in it" : "field %zu opens a quotation mark that is never closed", reader->count + 1);
	record_give_up(reader);
	return true;
}

static bool
records_read(struct reader *reader, struct refusal *why)
{
	const bool *enough = reader->form->enough;
	bool more = true;
	while (more && !(enough && *enough)) {
		if (!csv_source_fill(&reader->source, why))
			return false;
		more = reader->source.at < reader->source.used;
		if (more)
			line_parse(reader);
		else
			more = end_parse(reader);
	}
	return true;
}

static bool
source_read(struct reader *reader, struct refusal *why)
{
	struct csv_source *source = &reader->source;
	const struct csv_form *form = reader->form;
	const char *what = csv_foreign(source->bytes, source->used);
	if (what) {
		reader->field_line = 1;
		fault(reader, "the file is %s; save it as CSV (UTF-8)", what);
		return fault_report(reader), true;
	}
	reader->separator = form->separator ? form->separator : csv_source_separator(source);
	reader->line = form->start ? form->line : 1;
	if (form->start)
		csv_source_seek(source, form->start);
	parser_begin(reader);
	record_begin(reader);
	bool read = records_read(reader, why);
	csv_free(&reader->parser);
	return read;
}

bool
csv_read(const char *path, const struct csv_reading *reading, struct refusal *why)
{
	return csv_read_form(-1, path, &(struct csv_form){ 0 }, reading, why);
}

bool
csv_read_form(int fd, const char *name, const struct csv_form *form, const struct csv_reading *reading, struct refusal *why)
{
	struct reader *reader = memory(sizeof *reader);
	reader->reading = reading;
	reader->form = form;
	reader->skipping = reader->after_return = false;
	reader->fault[0] = '\0';
	bool open = fd < 0 ? csv_source_open(&reader->source, name, why) : csv_source_borrow(&reader->source, fd, name, form->charset, why);
	bool read = open && source_read(reader, why);
	csv_source_close(&reader->source);
	free(reader);
	return read;
}
