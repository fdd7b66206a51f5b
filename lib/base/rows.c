#include "row_format.h"

#include <balint/csv.h>
#include <balint/fatal.h>
#include <balint/text.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

const char *const row_formats[] = { "table", "tsv", "csv", "csv-it", "jsonl", NULL };

struct rows {
	struct sink *sink;
	struct row_style style;
	bool header, begun; /* begun: the header is written */
	const struct column **columns;
	size_t count;
	struct table *table;
};

static const struct column *
column_named(const struct listing *listing, const char *name, size_t length)
{
	for (size_t i = 0; i < listing->count; i++)
		if (strlen(listing->columns[i].name) == length && memcmp(listing->columns[i].name, name, length) == 0)
			return &listing->columns[i];
	return NULL;
}

static bool
refuse_column(const struct listing *listing, const char *name, size_t length, struct refusal *why)
{
	refuse(why, "--columns: unknown column '%.*s'; there are", (int)length, name);
	for (size_t i = 0; i < listing->count; i++) {
		size_t used = strlen(why->text);
		snprintf(why->text + used, sizeof why->text - used, "%s%s", i ? ", " : " ", listing->columns[i].name);
	}
	return false;
}

/* The columns named, in their order, or all. */
static bool
choose_columns(struct rows *rows, const struct listing *listing, const char *names, struct refusal *why)
{
	size_t most = listing->count;
	for (const char *c = names ? names : ""; *c; c++)
		most += *c == ',';
	rows->columns = memory(most * sizeof(const struct column *));
	if (!names) {
		for (size_t i = 0; i < listing->count; i++)
			rows->columns[rows->count++] = &listing->columns[i];
		return true;
	}
	for (const char *name = names;; name++) {
		size_t length = strcspn(name, ",");
		const struct column *column = column_named(listing, name, length);
		if (!column)
			return refuse_column(listing, name, length, why);
		if (rows->count == most)
			return refuse(why, "--columns: too many columns");
		rows->columns[rows->count++] = column;
		name += length;
		if (!*name)
			return true;
	}
}

/* Free text in tsv and csv: as it is, but to a terminal with its control characters shown. */
static void
put_raw(const struct rows *rows, const char *text, size_t length)
{
	if (rows->style.terminal)
		sink_visible(rows->sink, text, length);
	else
		sink_bytes(rows->sink, text, length);
}

static void
put_tsv(const struct rows *rows, struct cell_view cell)
{
	for (const char *rest = cell.text;; rest++) {
		size_t plain = cell.typed ? cell.length : strcspn(rest, "\t\n\\");
		put_raw(rows, rest, plain);
		rest += plain;
		if (!*rest)
			return;
		sink_text(rows->sink, *rest == '\t' ? "\\t" : *rest == '\n' ? "\\n" : "\\\\");
	}
}

/*
 * Whatever could be taken for a separator by some reader, trimmed, or lost as a blank line; for a spreadsheet any text,
 * which else would become a number (02008), a date (marzo 2021) or a truth (Vero).
 */
static bool
needs_quotes(const struct rows *rows, struct cell_view cell)
{
	if (cell.length == 0)
		return rows->count == 1;
	if (rows->style.format == ROWS_CSV_IT)
		return true;
	return cell.text[strcspn(cell.text, ",;\t\"\r\n")] || cell.text[0] == ' ' || cell.text[cell.length - 1] == ' ';
}

static void
put_csv(const struct rows *rows, struct cell_view cell)
{
	bool italian = rows->style.format == ROWS_CSV_IT;
	bool apostrophe = italian && !cell.typed && csv_needs_apostrophe(cell.text);
	if ((cell.typed && cell.length) || !needs_quotes(rows, cell)) {
		sink_text(rows->sink, apostrophe ? "'" : "");
		put_raw(rows, cell.text, cell.length);
		return;
	}
	sink_text(rows->sink, apostrophe ? "\"'" : "\"");
	for (const char *rest = cell.text; *rest; rest++) {
		size_t plain = strcspn(rest, "\"");
		put_raw(rows, rest, plain);
		rest += plain;
		if (!*rest)
			break;
		sink_text(rows->sink, "\"\"");
	}
	sink_char(rows->sink, '"');
}

/* A JSON string; bytes that are not UTF-8 become U+FFFD. */
static void
put_json_text(struct sink *sink, const char *text, size_t length)
{
	sink_char(sink, '"');
	for (size_t size; length > 0; text += size, length -= size) {
		int codepoint;
		size = text_character(text, length, &codepoint);
		if (codepoint < 0)
			sink_text(sink, "\\ufffd");
		else if (codepoint < 0x20 || (codepoint >= 0x7f && text_is_control(codepoint)))
			sink_format(sink, "\\u%04x", (unsigned)codepoint);
		else if (codepoint == '"' || codepoint == '\\')
			sink_format(sink, "\\%c", codepoint);
		else
			sink_bytes(sink, text, size);
	}
	sink_char(sink, '"');
}

static void
put_json(struct sink *sink, const struct column *column, struct cell_view cell)
{
	put_json_text(sink, column->name, strlen(column->name));
	sink_char(sink, ':');
	if (cell.empty)
		sink_text(sink, "null");
	else if (cell_is_number(column->cell))
		sink_bytes(sink, cell.text, cell.length);
	else
		put_json_text(sink, cell.text, cell.length);
}

/* Once, before the first row. */
static void
put_header(struct rows *rows)
{
	bool italian = rows->style.format == ROWS_CSV_IT;
	if (rows->begun)
		return;
	rows->begun = true;
	if (italian)
		sink_text(rows->sink, "\xef\xbb\xbf");
	if (!rows->header || rows->table || rows->style.format == ROWS_JSONL)
		return;
	const char *separator = rows->style.format == ROWS_TSV ? "\t" : italian ? ";" : ",";
	for (size_t i = 0; i < rows->count; i++) {
		sink_text(rows->sink, i ? separator : "");
		sink_text(rows->sink, rows->columns[i]->name);
	}
	sink_text(rows->sink, rows->style.format == ROWS_TSV ? "\n" : "\r\n");
}

struct rows *
rows_new(struct sink *sink, const struct listing *listing, const struct row_style *style, struct refusal *why)
{
	struct rows *rows = memory(sizeof *rows);
	*rows = (struct rows){ .sink = sink, .style = *style };
	if (rows->style.format == ROWS_AUTO)
		rows->style.format = style->terminal ? ROWS_TABLE : ROWS_TSV;
	if (!choose_columns(rows, listing, style->columns, why)) {
		rows_free(rows);
		return NULL;
	}
	rows->header = style->header >= 0 ? style->header : rows->style.format != ROWS_TSV && !listing->bare;
	rows->style.header = rows->header;
	if (rows->style.format == ROWS_TABLE)
		rows->table = table_new(sink, listing, rows->columns, rows->count, &rows->style);
	return rows;
}

void
rows_free(struct rows *rows)
{
	if (!rows)
		return;
	table_free(rows->table);
	free(rows->columns);
	free(rows);
}

bool
rows_for_people(const struct rows *rows, const char *column)
{
	for (size_t i = 0; rows->table && i < rows->count; i++)
		if (!column || strcmp(rows->columns[i]->name, column) == 0)
			return true;
	return false;
}

void
rows_emit(void *context, const void *row)
{
	struct rows *rows = context;
	struct sink *sink = rows->sink;
	enum row_format format = rows->style.format;
	if (rows->table) {
		table_row(rows->table, row);
		return;
	}
	put_header(rows);
	char separator = format == ROWS_TSV ? '\t' : format == ROWS_CSV_IT ? ';' : ',';
	if (format == ROWS_JSONL)
		sink_char(sink, '{');
	for (size_t i = 0; i < rows->count; i++) {
		char scratch[CELL_SCRATCH];
		struct cell_view cell = cell_view(rows->columns[i], row, format == ROWS_CSV_IT, "en", scratch);
		if (i)
			sink_char(sink, separator);
		if (format == ROWS_JSONL)
			put_json(sink, rows->columns[i], cell);
		else if (format == ROWS_TSV)
			put_tsv(rows, cell);
		else
			put_csv(rows, cell);
	}
	sink_text(sink, format == ROWS_JSONL ? "}\n" : format == ROWS_TSV ? "\n" : "\r\n");
}

void
rows_finish(struct rows *rows)
{
	put_header(rows);
	if (rows->table)
		table_finish(rows->table, rows->header);
}
