/*
 * The Mustache specification's own cases, all of its required modules. They come in Debian's package
 * r-cran-whisker, which tests/oracles/install unpacks below build/ without installing it.
 */
#include <balint/fatal.h>
#include <balint/mustache.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>
#include <sqlite3.h>

static sqlite3 *db; /* for its JSON */

static sqlite3_stmt *
query(const char *sql, const char *json)
{
	sqlite3_stmt *statement;
	assert_int_equal(sqlite3_prepare_v2(db, sql, -1, &statement, NULL), SQLITE_OK);
	sqlite3_bind_text(statement, 1, json, -1, SQLITE_TRANSIENT);
	return statement;
}

static const char *
column(sqlite3_stmt *statement, int index)
{
	return (const char *)sqlite3_column_text(statement, index);
}

static struct tree *build(struct tree *parent, const char *name, const char *type, const char *value);

static void
build_children(struct tree *parent, const char *json)
{
	sqlite3_stmt *statement = query("SELECT key, type, value FROM json_each(?) ORDER BY id", json);
	while (sqlite3_step(statement) == SQLITE_ROW)
		build(parent, parent->kind == TREE_LIST ? NULL : column(statement, 0), column(statement, 1), column(statement, 2));
	sqlite3_finalize(statement);
}

static struct tree *
build(struct tree *parent, const char *name, const char *type, const char *value)
{
	if (strcmp(type, "true") == 0 || strcmp(type, "false") == 0 || strcmp(type, "null") == 0)
		return tree_truth(parent, name, *type == 't');
	if (strcmp(type, "object") != 0 && strcmp(type, "array") != 0)
		return tree_text(parent, name, value);
	struct tree *tree = *type == 'o' ? tree_object(parent, name) : tree_list(parent, name);
	build_children(tree, value);
	return tree;
}

static bool
find(void *partials, const char *name, struct mustache_template *partial, struct refusal *why)
{
	(void)why;
	const struct tree *found = tree_find(partials, name, strlen(name));
	if (found)
		*partial = (struct mustache_template){ name, found->text };
	return true;
}

/* The columns of check_module's statement. Whether the case is as it should be. */
static bool
check_case(sqlite3_stmt *one)
{
	struct sink sink;
	struct refusal why = { "" };
	struct tree *data = build(NULL, NULL, column(one, 4), column(one, 3)), *partials = build(NULL, NULL, "object", column(one, 5));
	struct mustache_template template = { column(one, 0), column(one, 1) };
	sink_init(&sink, -1);
	sink_hold(&sink);
	bool good = mustache_render(&sink, &template, data, &(struct mustache_mode){ true, find, partials }, &why);
	sink_char(&sink, '\0');
	good = good && strcmp(sink.buffer, column(one, 2)) == 0;
	if (!good)
		print_error("%s: %s\nexpected: %s|\ngot: %s| %s\n", column(one, 0), column(one, 1), column(one, 2), sink.buffer, why.text);
	sink_release(&sink);
	tree_free(data);
	tree_free(partials);
	return good;
}

static char *
read_module(const char *name)
{
	const char *root = getenv("BALINT_ROOT");
	char *path = memory_format("%s/build/oracles/whisker/usr/lib/R/site-library/whisker/specs/%s.json", root ? root : ".", name);
	FILE *file = fopen(path, "r");
	if (!file)
		fail_msg("%s is not there: run tests/oracles/install", path);
	char *text = memory(1 << 20);
	text[fread(text, 1, (1 << 20) - 1, file)] = '\0';
	fclose(file);
	free(path);
	return text;
}

static void
check_module(void **state)
{
	const char *name = *state;
	int count = 0, failed = 0;
	char *json = read_module(name);
	sqlite3_stmt *one = query("SELECT value ->> 'name', value ->> 'template', value ->> 'expected', value ->> 'data', json_type(value, '$.data'),\n"
	                          "       coalesce(value ->> 'partials', '{}')\n"
	                          "  FROM json_each(?, '$.tests')",
	    json);
	for (; sqlite3_step(one) == SQLITE_ROW; count++)
		failed += !check_case(one);
	sqlite3_finalize(one);
	free(json);
	assert_int_equal(failed, 0);
	assert_in_range(count, 10, 1000);
}

int
main(void)
{
	char comments[] = "comments", delimiters[] = "delimiters", interpolation[] = "interpolation", inverted[] = "inverted", partials[] = "partials",
	     sections[] = "sections";
	const struct CMUnitTest tests[] = {
		{ "comments", check_module, NULL, NULL, comments },
		{ "set delimiters", check_module, NULL, NULL, delimiters },
		{ "interpolation", check_module, NULL, NULL, interpolation },
		{ "inverted sections", check_module, NULL, NULL, inverted },
		{ "partials", check_module, NULL, NULL, partials },
		{ "sections", check_module, NULL, NULL, sections },
	};
	sqlite3_open(":memory:", &db);
	int failed = cmocka_run_group_tests_name("the Mustache specification", tests, NULL, NULL);
	sqlite3_close(db);
	return failed;
}
