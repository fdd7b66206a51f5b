/* Tables for people: columns as wide as the first rows need, and no wider than the terminal. */
#include "row_format.h"

#include <balint/fatal.h>
#include <balint/text.h>

#include <stdlib.h>
#include <string.h>

enum { MEASURED_ROWS = 500, GAP = 2, NARROWEST = 6, COMFORTABLE = 24 };

struct table {
	struct sink *sink;
	const struct listing *listing;
	const struct column *const *columns;
	size_t count;
	const struct row_style *style;
	bool begun, narrowed, printed; /* printed: a record came before */
	size_t *widths; /* 0: the column is left out */
	size_t held;    /* rows in `cells` that wait for their measure */
	char **cells;
	enum shade *shades; /* of the rows that wait */
};

struct table *
table_new(struct sink *sink, const struct listing *listing, const struct column *const *columns, size_t count,
    const struct row_style *style)
{
	struct table *table = memory(sizeof *table);
	*table = (struct table){ .sink = sink, .listing = listing, .columns = columns, .count = count, .style = style };
	table->widths = memory(count * sizeof *table->widths);
	table->cells = memory(MEASURED_ROWS * count * sizeof *table->cells);
	table->shades = memory(MEASURED_ROWS * sizeof *table->shades);
	for (size_t i = 0; i < count; i++)
		table->widths[i] = style->header ? text_width(columns[i]->name, strlen(columns[i]->name)) : 1;
	return table;
}

static void
forget_rows(struct table *table)
{
	for (size_t i = 0; i < table->held * table->count; i++)
		free(table->cells[i]);
	table->held = 0;
}

void
table_free(struct table *table)
{
	if (!table)
		return;
	forget_rows(table);
	free(table->cells);
	free(table->shades);
	free(table->widths);
	free(table);
}

static size_t
total_width(const struct table *table)
{
	size_t total = 0;
	for (size_t i = 0; i < table->count; i++)
		total += table->widths[i] ? table->widths[i] + GAP : 0;
	return total ? total - GAP : 0;
}

/* The width to which the table can come down without a text that is shortened beyond comfort. */
static size_t
comfortable_width(const struct table *table)
{
	size_t total = total_width(table);
	for (size_t i = 0; i < table->count; i++)
		if (table->columns[i]->cell == CELL_TEXT && !table->columns[i]->detail && table->widths[i] > COMFORTABLE)
			total -= table->widths[i] - COMFORTABLE;
	return total;
}

/* Leaves out details from the right, then narrows the widest texts, until the terminal is wide enough. */
static void
fit_to_terminal(struct table *table)
{
	size_t width = table->style->width;
	if (width == 0)
		return;
	for (size_t i = table->count; i-- > 0 && comfortable_width(table) > width;)
		if (table->columns[i]->detail)
			table->widths[i] = 0;
	while (total_width(table) > width) {
		size_t widest = 0;
		for (size_t i = 1; i < table->count; i++)
			if (table->columns[i]->cell == CELL_TEXT
			    && (table->columns[widest]->cell != CELL_TEXT || table->widths[i] > table->widths[widest]))
				widest = i;
		if (table->columns[widest]->cell != CELL_TEXT || table->widths[widest] <= NARROWEST)
			return;
		table->widths[widest]--;
		table->narrowed = true;
	}
}

/* Words that go on below where they began. */
static void
print_sentence(const struct table *table, size_t column, const char *text)
{
	size_t start = 0, room = table->widths[column];
	for (size_t i = 0; i < column; i++)
		start += table->widths[i] ? table->widths[i] + GAP : 0;
	while (*text) {
		size_t length = text_fit(text, strlen(text), room), blank = length;
		while (text[length] && blank > 0 && (text[blank] != ' ' || text[blank - 1] == ' '))
			blank--;
		length = blank > 0 ? blank : length;
		sink_visible(table->sink, text, length);
		text += length;
		text += strspn(text, " ");
		if (*text) {
			sink_char(table->sink, '\n');
			sink_pad(table->sink, start);
		}
	}
}

/* One cell, cut with an ellipsis where the column was narrowed; the last of a line is not padded. */
static void
print_cell(const struct table *table, size_t column, const char *text, bool last)
{
	size_t length = strlen(text), room = table->widths[column], width = text_width(text, length);
	bool cut = table->narrowed && width > room && table->columns[column]->cell == CELL_TEXT;
	if (cut && last && table->columns[column]->sentence) {
		print_sentence(table, column, text);
		return;
	}
	if (cut) {
		length = text_fit(text, length, room - 1);
		width = text_width(text, length) + 1;
	}
	size_t padding = width < room ? room - width : 0;
	bool right = cell_is_number(table->columns[column]->cell);
	if (right)
		sink_pad(table->sink, padding);
	sink_visible(table->sink, text, length);
	if (cut)
		sink_text(table->sink, "…");
	if (!last)
		sink_pad(table->sink, (right ? 0 : padding) + GAP);
}

static void
print_line(const struct table *table, char *const *cells, enum shade shade)
{
	size_t last = table->count;
	bool shaded = table->style->colour && shade != SHADE_NONE;
	while (last > 0 && (!table->widths[last - 1] || (cells && !*cells[last - 1])))
		last--; /* no blanks at the end of a line */
	if (shaded)
		sink_shade(table->sink, shade);
	for (size_t i = 0; i < last; i++)
		if (table->widths[i])
			print_cell(table, i, cells ? cells[i] : table->columns[i]->name, i + 1 == last);
	if (shaded)
		sink_shade(table->sink, SHADE_NONE);
	sink_char(table->sink, '\n');
}

static void
print_record(struct table *table, char *const *cells)
{
	size_t width = 0;
	if (table->printed)
		sink_char(table->sink, '\n');
	table->printed = true;
	for (size_t i = 0; i < table->count; i++) {
		size_t name = strlen(table->columns[i]->name);
		width = name > width ? name : width;
	}
	for (size_t i = 0; i < table->count; i++) {
		const char *name = table->columns[i]->name;
		sink_text(table->sink, name);
		sink_pad(table->sink, cells[i][0] ? width - strlen(name) + GAP : 0);
		sink_visible(table->sink, cells[i], strlen(cells[i]));
		sink_char(table->sink, '\n');
	}
}

static void
print_waiting(struct table *table)
{
	for (size_t i = 0; i < table->held; i++) {
		char *const *cells = table->cells + i * table->count;
		if (table->listing->record)
			print_record(table, cells);
		else
			print_line(table, cells, table->shades[i]);
	}
	forget_rows(table);
}

/* Prints header and rows that waited; afterwards the widths stand. */
static void
begin(struct table *table, bool header)
{
	if (!table->listing->record)
		fit_to_terminal(table);
	if (header && !table->listing->record)
		print_line(table, NULL, SHADE_BOLD);
	table->begun = true;
	print_waiting(table);
}

void
table_row(struct table *table, const void *row)
{
	char **cells = table->cells + table->held * table->count;
	for (size_t i = 0; i < table->count; i++) {
		char scratch[CELL_SCRATCH];
		struct cell_view cell = cell_view(table->columns[i], row, false, table->style->language, scratch);
		size_t width = text_width(cell.text, cell.length);
		if (!table->begun && width > table->widths[i])
			table->widths[i] = width;
		cells[i] = memory_text(cell.text);
	}
	table->shades[table->held++] = table->listing->shade ? table->listing->shade(row) : SHADE_NONE;
	if (table->begun)
		print_waiting(table);
	else if (table->held == MEASURED_ROWS)
		begin(table, table->style->header != 0);
}

void
table_finish(struct table *table, bool header)
{
	if (!table->begun)
		begin(table, header);
}
