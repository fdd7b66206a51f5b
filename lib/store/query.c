#include "internal.h"

#include <balint/fatal.h>
#include <balint/query.h>
#include <balint/text.h>
#include <balint/translation.h>

#include <assert.h>
#include <string.h>

struct argument
argument_text(const char *name, const char *text)
{
	return (struct argument){ .name = name, .text = text, .kind = ARGUMENT_TEXT };
}

struct argument
argument_int(const char *name, int64_t number)
{
	return (struct argument){ .name = name, .number = number, .kind = ARGUMENT_NUMBER };
}

struct argument
argument_date(const char *name, struct date date)
{
	struct argument argument = { .name = name, .kind = ARGUMENT_WRITTEN };
	date_write(date, argument.written);
	return argument;
}

struct argument
argument_month(const char *name, struct month month)
{
	struct argument argument = { .name = name, .kind = ARGUMENT_WRITTEN };
	month_write(month, argument.written);
	return argument;
}

struct argument
argument_time(const char *name, struct daytime time)
{
	struct argument argument = { .name = name, .kind = ARGUMENT_WRITTEN };
	time_write(time, argument.written);
	return argument;
}

static int
bind(sqlite3_stmt *statement, int place, const struct argument *argument)
{
	if (argument->kind == ARGUMENT_NUMBER)
		return argument->number == COUNT_NONE ? SQLITE_OK : sqlite3_bind_int64(statement, place, argument->number);
	if (argument->kind == ARGUMENT_TEXT)
		return sqlite3_bind_text(statement, place, argument->text, -1, SQLITE_STATIC);
	if (!*argument->written)
		return SQLITE_OK;
	return sqlite3_bind_text(statement, place, argument->written, -1, SQLITE_TRANSIENT);
}

/* A statement that has been run before is kept for the next time, unless it is still running. */
static sqlite3_stmt *
statement_take(struct store *store, const char *sql)
{
	sqlite3_stmt *statement;
	for (size_t i = 0; i < STATEMENTS_KEPT; i++) {
		statement = store->kept[i];
		if (statement && strcmp(sqlite3_sql(statement), sql) == 0) {
			store->kept[i] = NULL;
			sqlite3_clear_bindings(statement);
			return statement;
		}
	}
	if (sqlite3_prepare_v2(store->db, sql, -1, &statement, NULL) != SQLITE_OK)
		store_fail(store);
	return statement;
}

/* The last one run stands first; where there is no room, that goes which has not been run for longest. */
static void
statement_keep(struct store *store, sqlite3_stmt *statement)
{
	sqlite3_reset(statement);
	size_t place = 0;
	while (place < STATEMENTS_KEPT - 1 && store->kept[place])
		place++;
	sqlite3_finalize(store->kept[place]);
	memmove(&store->kept[1], &store->kept[0], place * sizeof store->kept[0]);
	store->kept[0] = statement;
}

void
statements_release(struct store *store)
{
	for (size_t i = 0; i < STATEMENTS_KEPT; i++) {
		sqlite3_finalize(store->kept[i]);
		store->kept[i] = NULL;
	}
}

struct query
store_query_arguments(struct store *store, const struct argument *arguments)
{
	sqlite3_stmt *statement = statement_take(store, arguments->text);
	uint64_t bound = 0;
	for (const struct argument *argument = arguments + 1; *argument->name; argument++) {
		int place = sqlite3_bind_parameter_index(statement, argument->name);
		assert(place > 0 && place < 64 && "an argument that the statement does not name");
		if (bind(statement, place, argument) != SQLITE_OK)
			store_fail(store);
		bound |= UINT64_C(1) << place;
	}
	assert(bound == (UINT64_C(2) << sqlite3_bind_parameter_count(statement)) - 2 && "an argument is missing");
	return (struct query){ statement, store };
}

bool
query_next(struct query *query)
{
	if (!query->statement)
		return false;
	int result = sqlite3_step(query->statement);
	if (result == SQLITE_ROW)
		return true;
	if (result != SQLITE_DONE)
		store_fail(query->store);
	query_end(query);
	return false;
}

void
query_end(struct query *query)
{
	if (query->statement)
		statement_keep(query->store, query->statement);
	query->statement = NULL;
}

int64_t
store_run_arguments(struct store *store, const struct argument *arguments)
{
	struct query query = store_query_arguments(store, arguments);
	while (query_next(&query))
		;
	return sqlite3_changes64(store->db);
}

bool
store_has_arguments(struct store *store, const struct argument *arguments)
{
	struct query query = store_query_arguments(store, arguments);
	bool has = query_next(&query);
	query_end(&query);
	return has;
}

int64_t
store_number_arguments(struct store *store, const struct argument *arguments)
{
	struct query query = store_query_arguments(store, arguments);
	int64_t number = query_next(&query) ? sqlite3_column_int64(query.statement, 0) : 0;
	query_end(&query);
	return number;
}

const char *
query_text(const struct query *query, int column)
{
	return (const char *)sqlite3_column_text(query->statement, column);
}

bool
query_is(const struct query *query, int column, const char *text)
{
	const char *there = query_text(query, column);
	return there && strcmp(there, text) == 0;
}

int64_t
query_int(const struct query *query, int column)
{
	if (sqlite3_column_type(query->statement, column) == SQLITE_NULL)
		return COUNT_NONE;
	return sqlite3_column_int64(query->statement, column);
}

/* What the schema's checks let in can be read; anything else is a store that somebody has damaged. */
static _Noreturn void
fail_value(const struct query *query, int column, const char *text)
{
	fatal(REFUSED, "%s: '%s' is no %s; run 'balint-group check'", query->store->path, text,
	    sqlite3_column_name(query->statement, column));
}

struct date
query_date(const struct query *query, int column)
{
	const char *text = query_text(query, column);
	struct date date = DATE_NONE;
	struct refusal why;
	if (text && !date_parse(text, &date, &why))
		fail_value(query, column, text);
	return date;
}

struct daytime
query_time(const struct query *query, int column)
{
	const char *text = query_text(query, column);
	struct daytime time = TIME_NONE;
	struct refusal why;
	if (text && !time_parse(text, &time, &why))
		fail_value(query, column, text);
	return time;
}

static struct month
query_month(const struct query *query, int column)
{
	const char *text = query_text(query, column);
	struct month month = MONTH_NONE;
	struct refusal why;
	if (text && !month_parse(text, &month, &why))
		fail_value(query, column, text);
	return month;
}

static void
load_cell(const struct query *query, int place, const struct column *column, void *row)
{
	void *field = (char *)row + column->offset;
	switch (column->cell) {
	case CELL_TEXT: *(const char **)field = query_text(query, place); break;
	case CELL_WEEKDAY: break; /* its field is loaded by the column of the date */
	case CELL_DATE: *(struct date *)field = query_date(query, place); break;
	case CELL_MONTH: *(struct month *)field = query_month(query, place); break;
	case CELL_TIME: *(struct daytime *)field = query_time(query, place); break;
	case CELL_AMOUNT:
	case CELL_COUNT:
	case CELL_PERCENT:
	case CELL_RATE: *(int64_t *)field = query_int(query, place); break;
	}
}

void
query_load(const struct query *query, const struct listing *listing, void *row)
{
	for (size_t i = 0; i < listing->count; i++)
		load_cell(query, (int)i, &listing->columns[i], row);
}

/* A listing and its statement must agree; looked at once a statement, not once a row. */
static void
check_names(const struct query *query, const struct listing *listing)
{
	assert(sqlite3_column_count(query->statement) == (int)listing->count);
	for (size_t i = 0; i < listing->count; i++)
		assert(sqlite3_stricmp(sqlite3_column_name(query->statement, (int)i), listing->columns[i].name) == 0);
}

void
query_each(struct query *query, const struct listing *listing, void *row, row_taker *take, void *context)
{
	check_names(query, listing);
	while (query_next(query)) {
		query_load(query, listing, row);
		take(context, row);
	}
}

bool
query_refuse(struct query candidates, const char *what, const char *word, const char *hint, struct refusal *why)
{
	char nearest[72] = "";
	while (query_next(&candidates)) {
		const char *pair[] = { query_text(&candidates, 0), *nearest ? nearest : NULL, NULL };
		const char *closest = text_closest(word, pair);
		if (closest && closest != nearest && strlen(closest) < sizeof nearest)
			memcpy(nearest, closest, strlen(closest) + 1);
	}
	if (*nearest)
		return refuse(why, "%s: unknown '%s'; did you mean '%s'?", what, word, nearest);
	return refuse(why, "%s: unknown '%s'; %s", what, word, translated(hint));
}
