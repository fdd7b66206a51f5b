#include "internal.h"

#include <balint/export.h>
#include <balint/fatal.h>
#include <balint/query.h>
#include <balint/text.h>

#include <assert.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Parents before children. The log is left out, and with it what `forget` notes for the next command. */
static const char *const tables[] = {
	"identity", "setting", "profession", "person", "edition", "enrolment", "suspension", "session", "change", "consent", "issue",
	"issued_session", "mark", "spell", "retraction", "presentation", "certificate", "warning", "evaluation", "answer", "respondent",
	"tariff", "instalment", "statement", "credit", "entry", "allocation", "receipt", "storno", "dismissal", "payer", "outbox",
};
enum { TABLES = sizeof tables / sizeof tables[0], COLUMNS_MOST = 64 };

/* Bytes that are no UTF-8 become halves of a character that cannot stand alone, U+DC80 to U+DCFF: so nothing is lost. */
static void
put_text(struct sink *sink, const char *text, size_t length)
{
	sink_char(sink, '"');
	for (size_t size; length > 0; text += size, length -= size) {
		int codepoint;
		size = text_character(text, length, &codepoint);
		if (codepoint < 0)
			sink_format(sink, "\\udc%02x", (unsigned char)*text);
		else if (codepoint == '"' || codepoint == '\\')
			sink_format(sink, "\\%c", codepoint);
		else if (text_is_control(codepoint))
			sink_format(sink, "\\u%04x", (unsigned)codepoint);
		else
			sink_bytes(sink, text, size);
	}
	sink_char(sink, '"');
}

static void
put_value(struct sink *sink, sqlite3_stmt *row, int column)
{
	char number[24];
	int type = sqlite3_column_type(row, column);
	if (type == SQLITE_NULL || type == SQLITE_INTEGER) { /* else text: only the log has anything else */
		snprintf(number, sizeof number, "%" PRId64, (int64_t)sqlite3_column_int64(row, column));
		sink_text(sink, type == SQLITE_NULL ? "null" : number);
		return;
	}
	const char *text = (const char *)sqlite3_column_text(row, column);
	if (!text)
		fatal(REFUSED, "out of memory; nothing was changed");
	put_text(sink, text, (size_t)sqlite3_column_bytes(row, column));
}

/* The statement that gives the rows: the columns in the order of the schema, the rows in that of the primary key. */
static char *
rows_of(struct store *store, const char *table)
{
	char *columns = NULL, *key = NULL;
	struct query query = store_query(store,
	    SQL("SELECT group_concat('\"' || name || '\"', ', '),\n"
	        "       (SELECT group_concat('\"' || name || '\"', ', ')\n"
	        "          FROM (SELECT name FROM pragma_table_info(:table) WHERE pk > 0 ORDER BY pk))\n"
	        "  FROM (SELECT name FROM pragma_table_info(:table) ORDER BY cid)"),
	    ARG("table", table));
	if (query_next(&query)) {
		columns = memory_text(query_text(&query, 0));
		key = memory_text(query_text(&query, 1));
	}
	query_end(&query);
	char *sql = memory_format("SELECT %s FROM \"%s\" ORDER BY %s", columns, table, key);
	free(columns);
	free(key);
	return sql;
}

/* The beginning of each column's cell, `,"name":`, which is the same in all rows. */
static int
prepare_names(sqlite3_stmt *rows, char *names[COLUMNS_MOST])
{
	int count = sqlite3_column_count(rows);
	assert(count <= COLUMNS_MOST);
	for (int i = 0; i < count; i++)
		names[i] = memory_format(",\"%s\":", sqlite3_column_name(rows, i));
	return count;
}

static int64_t
put_table(struct store *store, struct sink *sink, const char *table)
{
	char *sql = rows_of(store, table), *begin = memory_format("{\"table\":\"%s\"", table), *names[COLUMNS_MOST];
	struct query rows = store_query(store, SQL(sql));
	int count = prepare_names(rows.statement, names);
	int64_t written = 0;
	for (; !sink->error && query_next(&rows); written++) {
		sink_text(sink, begin);
		for (int i = 0; i < count; i++) {
			sink_text(sink, names[i]);
			put_value(sink, rows.statement, i);
		}
		sink_text(sink, "}\n");
	}
	query_end(&rows);
	for (int i = 0; i < count; i++)
		free(names[i]);
	free(begin);
	free(sql);
	return written;
}

void
store_export(struct store *store, struct sink *sink)
{
	int64_t rows = 0;
	sink_format(sink, "{\"balint\":\"export\",\"schema\":%d}\n", STORE_SCHEMA);
	for (size_t i = 0; i < TABLES; i++)
		rows += put_table(store, sink, tables[i]);
	sink_format(sink, "{\"balint\":\"end\",\"rows\":%" PRId64 "}\n", rows);
}
