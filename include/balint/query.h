/*
 * SQL where it is used: a statement with its named arguments, then its rows one by one.
 *
 *	struct query query = store_query(store, SQL("SELECT id FROM edition WHERE code = :code"), ARG("code", code));
 *	while (query_next(&query))
 *		id = query_int(&query, 0);
 *
 * An argument of a wrong type does not compile; a wrong name, or one that is missing, ends the program.
 */
#ifndef BALINT_QUERY_H
#define BALINT_QUERY_H

#include <balint/date.h>
#include <balint/rows.h>
#include <balint/store.h>

#include <stdbool.h>
#include <stdint.h>

struct argument {
	const char *name; /* NULL in the first: `text` is the statement */
	const char *text; /* or NULL */
	int64_t number;
	enum { ARGUMENT_TEXT, ARGUMENT_NUMBER, ARGUMENT_WRITTEN } kind;
	char written[DATE_TEXT]; /* a date, month or time */
};

struct query {
	void *statement; /* sqlite3_stmt, or NULL when done */
	struct store *store;
};

struct argument argument_text(const char *name, const char *text);
struct argument argument_int(const char *name, int64_t number);
struct argument argument_date(const char *name, struct date date);
struct argument argument_month(const char *name, struct month month);
struct argument argument_time(const char *name, struct daytime time);

#define SQL(text) argument_text(NULL, (text))
/* Texts must live as long as the query. Values that are not there (NULL, DATE_NONE …) become null. */
#ifdef __CPPCHECK__ /* whose parser dies of _Generic and of arrays in arguments */
#define ARG(name, value) (value)
struct query store_query(struct store *store, ...);
int64_t store_run(struct store *store, ...);
bool store_has(struct store *store, ...);
int64_t store_number(struct store *store, ...);
#else
#define ARG(name, value) \
	_Generic((value), char *: argument_text, const char *: argument_text, bool: argument_int, int: argument_int, long: argument_int, \
	    long long: argument_int, struct date: argument_date, struct month: argument_month, \
	    struct daytime: argument_time)(":" name, (value))
#define store_query(store, ...) store_query_arguments((store), (const struct argument[]){ __VA_ARGS__, { .name = "" } })
#define store_run(store, ...) store_run_arguments((store), (const struct argument[]){ __VA_ARGS__, { .name = "" } })
#define store_has(store, ...) store_has_arguments((store), (const struct argument[]){ __VA_ARGS__, { .name = "" } })
#define store_number(store, ...) store_number_arguments((store), (const struct argument[]){ __VA_ARGS__, { .name = "" } })
#endif

struct query store_query_arguments(struct store *store, const struct argument *arguments);

/* Moves to the next row; at the end it is false and the statement is released. */
bool query_next(struct query *query);

/* Releases it early, when not all rows are wanted. */
void query_end(struct query *query);

/* Runs a statement without rows; how many rows it changed. */
int64_t store_run_arguments(struct store *store, const struct argument *arguments);

/* Whether the statement gives a row; the first column of its first row, 0 if there is none or it is null. */
bool store_has_arguments(struct store *store, const struct argument *arguments);
int64_t store_number_arguments(struct store *store, const struct argument *arguments);

/* Columns of the current row; texts live until the next one. Null is NULL, COUNT_NONE, DATE_NONE or TIME_NONE. */
const char *query_text(const struct query *query, int column);
int64_t query_int(const struct query *query, int column);
struct date query_date(const struct query *query, int column);
struct daytime query_time(const struct query *query, int column);

/* Whether the column has that text; null never has. */
bool query_is(const struct query *query, int column, const char *text);

/*
 * Refuses a word that none of the query's rows has in its first column: "what: unknown 'word'", then the
 * one of them that may have been meant, or else the hint. Releases the query. Always false.
 */
bool query_refuse(struct query candidates, const char *what, const char *word, const char *hint, struct refusal *why);

/*
 * Fills a struct of the listing from the current row: result columns and listing columns must have the
 * same names in the same order, or the program ends. query_each does so for every row and calls `take`.
 */
void query_load(const struct query *query, const struct listing *listing, void *row);
void query_each(struct query *query, const struct listing *listing, void *row, row_taker *take, void *context);

#endif
