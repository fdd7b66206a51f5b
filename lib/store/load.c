#include "load.h"

#include <balint/fatal.h>
#include <balint/query.h>
#include <balint/text.h>

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

enum { TABLES_MOST = 64 };

/* A table that rows may come for. */
struct target {
	char *name;
	char *columns[FIELDS_MOST];
	bool numbers[FIELDS_MOST]; /* the column is of whole numbers; else of texts */
	int count;
	sqlite3_stmt *insert;
};

struct loading {
	struct store *store;
	struct target targets[TABLES_MOST];
	size_t count;
	int64_t rows;
};

/* What the schema steps have put there is not what the export says. */
static void
empty(struct store *store, const char *table)
{
	char *sql = memory_format("DELETE FROM \"%s\"", table);
	store_execute(store, sql);
	free(sql);
}

static void
prepare_insert(struct store *store, struct target *target)
{
	char *sql = memory_format("INSERT INTO \"%s\" VALUES (?", target->name);
	for (int i = 1; i < target->count; i++) {
		char *longer = memory_format("%s, ?", sql);
		free(sql);
		sql = longer;
	}
	char *whole = memory_format("%s)", sql);
	if (sqlite3_prepare_v2(store->db, whole, -1, &target->insert, NULL) != SQLITE_OK)
		store_fail(store);
	free(whole);
	free(sql);
}

static void
prepare_target(struct store *store, struct target *target, const char *name)
{
	*target = (struct target){ .name = memory_text(name) };
	struct query query = store_query(store, SQL("SELECT name, type FROM pragma_table_info(:table) ORDER BY cid"), ARG("table", name));
	while (target->count < FIELDS_MOST && query_next(&query)) {
		target->columns[target->count] = memory_text(query_text(&query, 0));
		target->numbers[target->count++] = query_is(&query, 1, "INTEGER");
	}
	query_end(&query);
	prepare_insert(store, target);
}

static void
prepare_targets(struct loading *loading)
{
	struct store *store = loading->store;
	struct query query = store_query(store,
	    SQL("SELECT name\n"
	        "  FROM sqlite_schema\n"
	        " WHERE type = 'table' AND name NOT LIKE 'sqlite!_%' ESCAPE '!' AND name NOT IN ('log', 'erasure')\n"
	        " ORDER BY name"));
	while (loading->count < TABLES_MOST && query_next(&query))
		prepare_target(store, &loading->targets[loading->count++], query_text(&query, 0));
	query_end(&query);
	for (size_t i = 0; i < loading->count; i++)
		empty(store, loading->targets[i].name);
}

static void
release_targets(struct loading *loading)
{
	for (size_t i = 0; i < loading->count; i++) {
		struct target *target = &loading->targets[i];
		sqlite3_finalize(target->insert);
		for (int column = 0; column < target->count; column++)
			free(target->columns[column]);
		free(target->name);
	}
}

static struct target *
target_named(struct loading *loading, const struct object *object, struct refusal *why)
{
	const struct field *table = object_find(object, "table");
	if (!table || table->kind != FIELD_TEXT)
		return refuse(why, "names no table"), NULL;
	for (size_t i = 0; i < loading->count; i++)
		if (strlen(loading->targets[i].name) == table->length && memcmp(loading->targets[i].name, table->text, table->length) == 0)
			return &loading->targets[i];
	return refuse(why, "there is no table '%.*s' to be restored", (int)(table->length < 64 ? table->length : 64), table->text), NULL;
}

static bool
bind_field(sqlite3_stmt *insert, int place, const struct field *field)
{
	int result = field->kind == FIELD_NULL     ? sqlite3_bind_null(insert, place)
	             : field->kind == FIELD_NUMBER ? sqlite3_bind_int64(insert, place, field->number)
	                                           : sqlite3_bind_text64(insert, place, field->text, field->length, SQLITE_STATIC, SQLITE_UTF8);
	return result == SQLITE_OK;
}

/* No command writes any but the end of a line and a tabulator; on a terminal, or in a mail, they would act. */
static bool
has_control(const struct field *field)
{
	const char *text = field->kind == FIELD_TEXT ? field->text : "";
	size_t length = field->kind == FIELD_TEXT ? field->length : 0;
	for (size_t size; length > 0; text += size, length -= size) {
		int codepoint;
		size = text_character(text, length, &codepoint);
		if (codepoint >= 0 && (codepoint < 0x20 || (codepoint >= 0x7f && codepoint < 0xa0)) && codepoint != '\n' && codepoint != '\t')
			return true;
	}
	return false;
}

/* Each column has its field; a STRICT table would take '7' for 7. */
static bool
bind_row(const struct store *store, const struct target *target, const struct object *object, struct refusal *why)
{
	for (int i = 0; i < target->count; i++) {
		const struct field *field = object_find(object, target->columns[i]);
		if (!field)
			return refuse(why, "%s: '%s' is missing", target->name, target->columns[i]);
		if (field->kind != FIELD_NULL && (field->kind == FIELD_NUMBER) != target->numbers[i])
			return refuse(why, target->numbers[i] ? "%s: '%s' must be a whole number" : "%s: '%s' must be a text", target->name, target->columns[i]);
		if (has_control(field))
			return refuse(why, "%s: '%s' has a control character", target->name, target->columns[i]);
		if (!bind_field(target->insert, i + 1, field))
			store_fail(store);
	}
	return true;
}

/* What has no column of its name. */
static bool
refuse_stranger(const struct target *target, const struct object *object, struct refusal *why)
{
	for (size_t i = 0; i < object->count; i++) {
		bool known = strcmp(object->fields[i].name, "table") == 0;
		for (int column = 0; column < target->count; column++)
			known = known || strcmp(object->fields[i].name, target->columns[column]) == 0;
		if (!known)
			return refuse(why, "%s: there is no '%s'", target->name, object->fields[i].name);
	}
	return false;
}

static bool
insert_row(struct loading *loading, const struct object *object, struct refusal *why)
{
	struct target *target = target_named(loading, object, why);
	if (!target || !bind_row(loading->store, target, object, why))
		return false;
	if (object->count != (size_t)target->count + 1)
		return refuse_stranger(target, object, why);
	int result = sqlite3_step(target->insert);
	bool good = result == SQLITE_DONE;
	if (!good && (result & 0xff) != SQLITE_CONSTRAINT && (result & 0xff) != SQLITE_TOOBIG)
		store_fail(loading->store);
	if (!good)
		refuse(why, "%s: %s", target->name, sqlite3_errmsg(loading->store->db));
	sqlite3_reset(target->insert);
	loading->rows += good;
	return good;
}

/* The schema that the first line says; 0 with a reason. */
static int
read_head(struct export_lines *lines, struct refusal *why)
{
	struct object object;
	size_t length;
	char *line = export_lines_next(lines, &length, why);
	if (!line) {
		if (!*why->text)
			refuse(why, "%s: is empty", lines->name);
		return 0;
	}
	const struct field *kind = object_parse(line, length, &object, why) ? object_find(&object, "balint") : NULL;
	const struct field *schema = kind ? object_find(&object, "schema") : NULL;
	if (!kind || kind->kind != FIELD_TEXT || kind->length != 6 || memcmp(kind->text, "export", 6) != 0 || !schema || schema->kind != FIELD_NUMBER)
		return refuse(why, "%s: is neither a backup nor an export of a balint store", lines->name);
	if (schema->number > STORE_SCHEMA)
		return refuse(why, "%s: made by a newer version of the toolkit (schema %" PRId64 ", this one knows %d); install that one", lines->name,
		    schema->number, STORE_SCHEMA);
	if (schema->number < 1)
		return refuse(why, "%s: schema %" PRId64 " is not known", lines->name, schema->number);
	return (int)schema->number;
}

/* The last line says how many rows there were, so that nothing can be cut off unnoticed. */
static bool
read_end(const struct loading *loading, const struct object *object, const struct field *kind, struct refusal *why)
{
	const struct field *rows = object_find(object, "rows");
	if (kind->kind != FIELD_TEXT || kind->length != 3 || memcmp(kind->text, "end", 3) != 0 || !rows || rows->kind != FIELD_NUMBER)
		return refuse(why, "is neither a row nor the end of an export");
	return rows->number == loading->rows
	       || refuse(why, "says that there are %" PRId64 " rows, and there are %" PRId64, rows->number, loading->rows);
}

static bool
read_rows(struct loading *loading, struct export_lines *lines, struct refusal *why)
{
	struct object object;
	size_t length;
	bool ended = false;
	for (char *line; (line = export_lines_next(lines, &length, why));) {
		if (ended)
			return refuse(why, "stands behind the end of the export") || export_lines_refuse(lines, why);
		if (!object_parse(line, length, &object, why))
			return export_lines_refuse(lines, why);
		const struct field *kind = object_find(&object, "balint");
		ended = kind != NULL;
		if (kind ? !read_end(loading, &object, kind, why) : !insert_row(loading, &object, why))
			return export_lines_refuse(lines, why);
	}
	if (*why->text)
		return false;
	return ended || refuse(why, "%s: is cut off behind line %zu: the last line, which says how many rows there are, is missing", lines->name, lines->number);
}

int
load_export(struct store *store, struct export_lines *lines, struct refusal *why)
{
	struct loading loading = { .store = store };
	int version = read_head(lines, why);
	if (version == 0)
		return 0;
	store_execute(store, "BEGIN");
	schema_make(store, version);
	prepare_targets(&loading);
	bool good = read_rows(&loading, lines, why);
	release_targets(&loading);
	store_execute(store, good ? "COMMIT" : "ROLLBACK");
	return good ? version : 0;
}
