/*
 * What attendance reads of a large register. SQLite is asked about the very statements that run: they are traced, then explained, and
 * their steps counted, which must not depend on how much lies in other editions.
 */
#include <balint/conducting.h>
#include <balint/grid.h>
#include <balint/report.h>
#include <balint/warning.h>

#include <ftw.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>
#include <sqlite3.h>

enum { FEW = 5, MANY = 500, STATEMENTS = 256 };

static const struct rule rule = { .name = "units", .percent = 90, .unit = 45, .units = 30, .months = 6 };

/* A store with so many editions of 20 sessions and 10 participants each: 200 marks an edition. */
struct world {
	struct store *store;
	sqlite3 *db;
	char folder[64];
};

static sqlite3 *opened; /* the connection opened last */

struct reading {
	char *statements[STATEMENTS]; /* with their arguments */
	size_t count;
	int64_t steps, scanned;
};

static int
note_opened(sqlite3 *db, const char **error, const struct sqlite3_api_routines *routines)
{
	(void)error, (void)routines;
	opened = db;
	return SQLITE_OK;
}

static int
note_statement(unsigned event, void *context, void *statement, void *more)
{
	struct reading *reading = context;
	(void)event, (void)more;
	assert_true(reading->count < STATEMENTS);
	reading->statements[reading->count++] = sqlite3_expanded_sql(statement);
	reading->steps += sqlite3_stmt_status(statement, SQLITE_STMTSTATUS_VM_STEP, 1);
	reading->scanned += sqlite3_stmt_status(statement, SQLITE_STMTSTATUS_FULLSCAN_STEP, 1);
	return 0;
}

static void
execute(sqlite3 *db, const char *sql)
{
	char *error = NULL;
	if (sqlite3_exec(db, sql, NULL, NULL, &error) != SQLITE_OK)
		fail_msg("%s: %s", error, sql);
}

/* Everybody is in one edition, the first also in the next two, the second also leads the fourth; a conductor leads all others. */
static void
fill(sqlite3 *db, int editions)
{
	char size[128];
	snprintf(size, sizeof size, "CREATE TEMP TABLE n AS WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < %d) SELECT i FROM n",
	    editions * 10);
	execute(db, size);
	execute(db,
	    "INSERT INTO edition (id, code, number, year, title, programme, composition, every, at, minutes, min, max, reference, joining)\n"
	    "SELECT i, 'e' || i, i, 2020, 'T', 'annual', 'mixed', 1, '21:00', 90, 1, 99, 'R', 'whole' FROM n WHERE i <= (SELECT max(i) / 10 FROM n);\n"
	    "INSERT INTO person (id, handle, family, given, family_key, given_key) SELECT i, 'p' || i, 'F', 'G', 'f' || i, 'g' FROM n;\n"
	    "INSERT INTO person (id, handle, family, given, family_key, given_key) VALUES (100001, 'boss', 'B', 'B', 'b', 'b');\n"
	    "INSERT INTO enrolment (edition, person, role, status) SELECT (i + 9) / 10, i, 'participant', 'active' FROM n;\n"
	    "INSERT INTO enrolment (edition, person, role, status) VALUES (2, 1, 'participant', 'active'), (3, 1, 'co-conductor', 'active'),\n"
    "  (4, 2, 'co-conductor', 'active');\n"
	    "INSERT INTO enrolment (edition, person, role, status) SELECT id, 100001, 'conductor', 'active' FROM edition WHERE id <> 4;\n"
	    "INSERT INTO session (edition, date, start, finish, uid, changed_at)\n"
	    "SELECT e.id, date('2020-01-01', '+' || (7 * n.i) || ' days'), '21:00', '22:30', printf('%08x-0000-4000-8000-%012x', e.id, n.i), '2020-01-01T00:00:00Z'\n"
	    "  FROM edition AS e, n WHERE n.i <= 20;\n"
	    "INSERT INTO mark (session, person, status, mode, marked_at, marked_by)\n"
	    "SELECT s.id, m.person, iif(s.id % 10 = 0, 'absent', 'present'), iif(s.id % 10 = 0, NULL, 'room'), '2020-12-31T12:00:00Z', 'test'\n"
	    "  FROM enrolment AS m JOIN session AS s ON s.edition = m.edition WHERE m.person < 100000;\n"
	    "INSERT INTO spell (mark, arrived, \"left\") SELECT id, '21:07', '22:30' FROM mark WHERE status = 'present' AND id % 4 = 0;\n"
	    "DROP TABLE n");
}

static struct world
world_make(int editions)
{
	struct world world = { .folder = P_tmpdir "/balint-test-XXXXXX" };
	char path[128];
	struct refusal why = { "" };
	assert_non_null(mkdtemp(world.folder));
	snprintf(path, sizeof path, "%s/balint.db", world.folder);
	world.store = store_create(path, false, &why);
	assert_non_null(world.store);
	world.db = opened;
	fill(world.db, editions);
	return world;
}

static int
remove_entry(const char *path, const struct stat *status, int kind, struct FTW *place)
{
	(void)status, (void)kind, (void)place;
	return remove(path);
}

static void
world_free(struct world *world)
{
	store_close(world->store);
	assert_int_equal(nftw(world->folder, remove_entry, 8, FTW_DEPTH | FTW_PHYS), 0);
}

static struct world few, many;

static int
make_worlds(void **state)
{
	(void)state;
	setenv("BALINT_TODAY", "2021-01-01", 1);
	sqlite3_auto_extension((void (*)(void))note_opened);
	few = world_make(FEW);
	many = world_make(MANY);
	return 0;
}

static int
remove_worlds(void **state)
{
	(void)state;
	world_free(&few);
	world_free(&many);
	return 0;
}

static void
count_row(void *context, const void *row)
{
	(void)row;
	++*(int *)context;
}

/* What is read in one world; how many rows it comes to. */
typedef void read_it(struct store *store, int *rows);

static struct reading
read_in(const struct world *world, read_it *read, int rows)
{
	struct reading reading = { .count = 0 };
	int got = 0;
	sqlite3_trace_v2(world->db, SQLITE_TRACE_PROFILE, note_statement, &reading);
	read(world->store, &got);
	sqlite3_trace_v2(world->db, 0, NULL, NULL);
	assert_int_equal(got, rows);
	return reading;
}

static void
reading_free(struct reading *reading)
{
	for (size_t i = 0; i < reading->count; i++)
		sqlite3_free(reading->statements[i]);
}

/* No table is read from end to end; a subquery is, whose own steps are looked at too. */
static void
check_plan(sqlite3 *db, const char *sql)
{
	sqlite3_stmt *plan;
	char *explain = sqlite3_mprintf("EXPLAIN QUERY PLAN %s", sql);
	assert_int_equal(sqlite3_prepare_v2(db, explain, -1, &plan, NULL), SQLITE_OK);
	while (sqlite3_step(plan) == SQLITE_ROW) {
		const char *detail = (const char *)sqlite3_column_text(plan, 3);
		if (strncmp(detail, "SCAN ", 5) == 0 && strcmp(detail, "SCAN CONSTANT ROW") != 0 && strncmp(detail, "SCAN (subquery-", 15) != 0)
			fail_msg("%s in\n%s", detail, sql);
	}
	sqlite3_finalize(plan);
	sqlite3_free(explain);
}

static void
check_reads_its_own_rows(read_it *read, int rows)
{
	struct reading little = read_in(&few, read, rows), large = read_in(&many, read, rows);
	assert_true(large.count > 0);
	for (size_t i = 0; i < large.count; i++)
		check_plan(many.db, large.statements[i]);
	assert_int_equal(large.scanned, 0);
	assert_int_equal(large.count, little.count);
	assert_in_range(large.steps, little.steps - 9, little.steps + 9); /* a range may end at a row or at the table's end */
	reading_free(&little);
	reading_free(&large);
}

static void
report_on_an_edition(struct store *store, int *rows)
{
	const struct attendance_choice choice = { 4, COUNT_NONE, date_of(2021, 1, 1) };
	report_each(store, &choice, &rule, count_row, rows);
}

static void
report_on_a_member(struct store *store, int *rows)
{
	const struct attendance_choice choice = { 2, 1, date_of(2021, 1, 1) };
	report_each(store, &choice, &rule, count_row, rows);
}

static void
requirements_of_a_person_in_all_editions(struct store *store, int *rows)
{
	const struct attendance_choice choice = { EDITION_ALL, 1, date_of(2021, 1, 1) };
	requirement_each(store, &choice, &rule, count_row, rows);
}

static void
warnings_of_an_edition(struct store *store, int *rows)
{
	const struct warning_choice choice = { 4, COUNT_NONE, &rule };
	warning_each(store, &choice, count_row, rows);
}

static void
conductors_of_an_edition(struct store *store, int *rows)
{
	const struct conducting_choice choice = { .edition = 3, .person = COUNT_NONE, .first = DATE_NONE, .last = DATE_NONE };
	conducting_list(store, &choice, count_row, rows);
}

static void
conducted_by_one(struct store *store, int *rows)
{
	const struct conducting_choice choice = { .edition = EDITION_ALL, .person = 1, .first = DATE_NONE, .last = DATE_NONE };
	conducting_list(store, &choice, count_row, rows);
}

static void
grid_of_an_edition(struct store *store, int *rows)
{
	const struct edition edition = { .id = 4 };
	const struct grid_choice choice = { DATE_NONE, DATE_NONE, date_of(2021, 1, 1) };
	struct grid *grid = grid_load(store, &edition, &choice, &rule);
	*rows = (int)grid->member_count;
	grid_free(grid);
}

static void
the_register_is_as_large_as_it_should_be(void **state)
{
	(void)state;
	sqlite3_stmt *count;
	assert_int_equal(sqlite3_prepare_v2(many.db, "SELECT count(*) FROM mark", -1, &count, NULL), SQLITE_OK);
	assert_int_equal(sqlite3_step(count), SQLITE_ROW);
	assert_true(sqlite3_column_int(count, 0) >= 100000);
	sqlite3_finalize(count);
}

static void
a_report_reads_its_edition_only(void **state)
{
	(void)state;
	check_reads_its_own_rows(report_on_an_edition, 10);
	check_reads_its_own_rows(report_on_a_member, 1);
}

/* Three editions with three requirements each, and two of them together. */
static void
a_person_s_requirements_read_their_editions_only(void **state)
{
	(void)state;
	check_reads_its_own_rows(requirements_of_a_person_in_all_editions, 12);
}

static void
warnings_read_their_edition_only(void **state)
{
	(void)state;
	check_reads_its_own_rows(warnings_of_an_edition, 10);
}

static void
conductors_read_their_editions_only(void **state)
{
	(void)state;
	check_reads_its_own_rows(conductors_of_an_edition, 2);
	check_reads_its_own_rows(conducted_by_one, 1);
}

static void
a_grid_reads_its_edition_only(void **state)
{
	(void)state;
	check_reads_its_own_rows(grid_of_an_edition, 11);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_register_is_as_large_as_it_should_be),
		cmocka_unit_test(a_report_reads_its_edition_only),
		cmocka_unit_test(a_person_s_requirements_read_their_editions_only),
		cmocka_unit_test(warnings_read_their_edition_only),
		cmocka_unit_test(conductors_read_their_editions_only),
		cmocka_unit_test(a_grid_reads_its_edition_only),
	};
	return cmocka_run_group_tests(tests, make_worlds, remove_worlds);
}
