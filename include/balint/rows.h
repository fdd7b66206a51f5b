/*
 * The one writer of listings. A listing's columns are declared once, in a const table that says
 * where in the row's struct each value lies; formats, escaping, headers and the choice of columns
 * follow from it. Rows stream: memory does not grow with their number.
 */
#ifndef BALINT_ROWS_H
#define BALINT_ROWS_H

#include <balint/date.h>
#include <balint/money.h>
#include <balint/sink.h>

#include <stddef.h>

/* What a cell holds, the C type of its field, and the value that means "empty". */
enum cell {
	CELL_TEXT,    /* const char *, NULL */
	CELL_DATE,    /* struct date, DATE_NONE */
	CELL_MONTH,   /* struct month, MONTH_NONE */
	CELL_TIME,    /* struct daytime, TIME_NONE */
	CELL_WEEKDAY, /* struct date, DATE_NONE: "Mon" … "Sun"; in a table in the language of its reader */
	CELL_AMOUNT,  /* cents, CENTS_NONE: two decimals */
	CELL_COUNT,   /* int64_t, COUNT_NONE */
	CELL_PERCENT, /* int64_t, tenths of a percent, COUNT_NONE: one decimal */
	CELL_RATE,    /* int64_t, hundredths of a percent, COUNT_NONE */
};

#define COUNT_NONE INT64_MIN

struct column {
	const char *name;
	enum cell cell;
	unsigned offset;
	bool detail;   /* a table leaves it out where the terminal is too narrow */
	bool sentence; /* where it is the last one and too long, a table goes on in further lines */
};

struct listing {
	const struct column *columns;
	size_t count;
	bool record; /* one row about one thing: a table shows it as lines of `name value` */
	bool bare;   /* names only: no header unless asked for */
	enum shade (*shade)(const void *row); /* how a table sets the row off, or NULL; its cells must say the same in words */
};

/* A column of struct `row`, checked at compile time: the field's type must fit the cell. */
#define COLUMN_OF(row, field, cell, type, name, detail) \
	{ name, cell, (unsigned)(offsetof(row, field) + 0 * sizeof(1 ? &((row *)0)->field : (type *)0)), detail, false }
#define TEXT_COLUMN(row, field) COLUMN_OF(row, field, CELL_TEXT, const char *, #field, false)
#define SENTENCE_COLUMN(row, field) \
	{ #field, CELL_TEXT, (unsigned)(offsetof(row, field) + 0 * sizeof(1 ? &((row *)0)->field : (const char **)0)), false, true }
#define DATE_COLUMN(row, field) COLUMN_OF(row, field, CELL_DATE, struct date, #field, false)
#define WEEKDAY_COLUMN(row, field) COLUMN_OF(row, field, CELL_WEEKDAY, struct date, "weekday", false)
#define MONTH_COLUMN(row, field) COLUMN_OF(row, field, CELL_MONTH, struct month, #field, false)
#define TIME_COLUMN(row, field) COLUMN_OF(row, field, CELL_TIME, struct daytime, #field, false)
#define AMOUNT_COLUMN(row, field) COLUMN_OF(row, field, CELL_AMOUNT, cents, #field, false)
#define COUNT_COLUMN(row, field) COLUMN_OF(row, field, CELL_COUNT, int64_t, #field, false)
#define PERCENT_COLUMN(row, field) COLUMN_OF(row, field, CELL_PERCENT, int64_t, #field, false)
#define RATE_COLUMN(row, field) COLUMN_OF(row, field, CELL_RATE, int64_t, #field, false)
#define TEXT_DETAIL(row, field) COLUMN_OF(row, field, CELL_TEXT, const char *, #field, true)
#define DATE_DETAIL(row, field) COLUMN_OF(row, field, CELL_DATE, struct date, #field, true)
#define MONTH_DETAIL(row, field) COLUMN_OF(row, field, CELL_MONTH, struct month, #field, true)
#define TIME_DETAIL(row, field) COLUMN_OF(row, field, CELL_TIME, struct daytime, #field, true)
#define AMOUNT_DETAIL(row, field) COLUMN_OF(row, field, CELL_AMOUNT, cents, #field, true)
#define COUNT_DETAIL(row, field) COLUMN_OF(row, field, CELL_COUNT, int64_t, #field, true)
#define PERCENT_DETAIL(row, field) COLUMN_OF(row, field, CELL_PERCENT, int64_t, #field, true)

#define LISTING(table) \
	{ .columns = (table), .count = sizeof(table) / sizeof(table)[0] }
#define SHADED_LISTING(table, shade_of) \
	{ .columns = (table), .count = sizeof(table) / sizeof(table)[0], .shade = (shade_of) }

enum row_format { ROWS_AUTO, ROWS_TABLE, ROWS_TSV, ROWS_CSV, ROWS_CSV_IT, ROWS_JSONL };

/* "table|tsv|csv|csv-it|jsonl", in the order of the enumeration after ROWS_AUTO. */
extern const char *const row_formats[];

struct row_style {
	enum row_format format; /* ROWS_AUTO: table on a terminal, else tsv */
	int header;             /* 1 yes, 0 no, -1 as the format has it */
	const char *columns;    /* names with commas, or NULL for all */
	unsigned width;         /* columns of the terminal, or 0 for no limit */
	bool terminal;          /* output goes to a terminal */
	bool colour;            /* which takes escape sequences: the header is bold, rows have their shade */
	const char *language;   /* of who reads a table, "it" or "en"; NULL: English */
};

struct rows;

/*
 * A writer into the sink, which must outlive it; NULL with a reason if a column is unknown.
 * rows_free releases it without writing, be it a header; NULL is fine.
 */
struct rows *rows_new(struct sink *sink, const struct listing *listing, const struct row_style *style, struct refusal *why);
void rows_free(struct rows *rows);

/* Whether a table is written, for people, and has the column (NULL: any): what scripts do not want may be added to it. */
bool rows_for_people(const struct rows *rows, const char *column);

/* Takes one row, a struct of the listing's kind, whose texts need live only for this call. */
void rows_emit(void *rows, const void *row);

/* Writes what waits (a table measures its first rows), and the header even if no row came. */
void rows_finish(struct rows *rows);

/* What a trade function calls for each row; rows_emit is one. */
typedef void row_taker(void *context, const void *row);

#endif
