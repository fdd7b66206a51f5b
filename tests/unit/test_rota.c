/*
 * What the rota costs: its queries touch the rows of the edition or person and no others, and their number does not grow. Whose turn
 * it is, is tested in tests/cli/rota.bats and by tests/oracles/rota.py.
 */
#include "../../lib/store/internal.h"

#include <balint/presentation.h>
#include <balint/query.h>
#include <balint/rota.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

/* So many editions of a year each, weekly, with twelve participants of their own; everybody was there, and one presented. */
static struct store *
fixture(int editions)
{
	struct refusal why = { "" };
	setenv("BALINT_TODAY", "2031-01-01", 1);
	struct store *store = store_create("no-folder/balint.db", true, &why); /* in memory */
	assert_non_null(store);
	store_run(store,
	    SQL("WITH n (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM n WHERE n < 12 * :editions)\n"
	        "INSERT INTO person (id, handle, family, given, family_key, given_key)\n"
	        "SELECT n, 'p' || n, 'P' || n, 'Ada', 'p' || n, 'ada' FROM n"),
	    ARG("editions", editions));
	store_run(store,
	    SQL("WITH n (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM n WHERE n < :editions)\n"
	        "INSERT INTO edition (id, code, number, year, title, programme, composition, every, at, minutes, min, max, reference, joining)\n"
	        "SELECT n, n, n, 2021, 'Gruppo', 'annual', 'mixed', 1, '21:00', 90, 1, 12, '{family}', 'whole' FROM n"),
	    ARG("editions", editions));
	store_run(store, SQL("INSERT INTO enrolment (edition, person, role, status) SELECT (id + 11) / 12, id, 'participant', 'active' FROM person"));
	store_run(store,
	    SQL("WITH n (n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM n WHERE n < 51)\n"
	        "INSERT INTO session (edition, date, start, finish, uid, changed_at)\n"
	        "SELECT e.id, date('2021-01-06', (364 * (e.id - 1) + 7 * n) || ' days'), '21:00', '22:30', printf('%036d', 52 * e.id + n), '2021-01-01T00:00:00Z'\n"
	        "  FROM edition AS e, n\n"
	        " ORDER BY e.id, n"));
	store_run(store,
	    SQL("INSERT INTO mark (session, person, status, mode, marked_at, marked_by)\n"
	        "SELECT s.id, m.person, 'present', 'room', '', '' FROM session AS s JOIN enrolment AS m USING (edition)"));
	store_run(store, SQL("INSERT INTO presentation (session, person, kind) SELECT id, 12 * edition - id % 12, 'case' FROM session"));
	return store;
}

/* Forgets what the statements run so far have cost. */
static void
reset_costs(struct store *store)
{
	for (size_t i = 0; i < STATEMENTS_KEPT; i++)
		if (store->kept[i])
			for (int what = SQLITE_STMTSTATUS_FULLSCAN_STEP; what <= SQLITE_STMTSTATUS_RUN; what++)
				sqlite3_stmt_status(store->kept[i], what, 1);
}

/* Steps through tables from end to end, or runs of statements, or work of the virtual machine since then. */
static int
cost(struct store *store, int what)
{
	int sum = 0;
	for (size_t i = 0; i < STATEMENTS_KEPT; i++)
		if (store->kept[i])
			sum += sqlite3_stmt_status(store->kept[i], what, 0);
	return sum;
}

static void
count_row(void *context, const void *row)
{
	(void)row;
	++*(int *)context;
}

static void
history_of_a_person_reads_only_what_they_presented(void **state)
{
	(void)state;
	struct store *store = fixture(5);
	const struct person person = { .id = 3 };
	int rows = 0;
	reset_costs(store);
	presentation_list(store, EDITION_ALL, &person, count_row, &rows);
	assert_int_equal(rows, store_number(store, SQL("SELECT count(*) FROM presentation WHERE person = 3")));
	assert_int_equal(cost(store, SQLITE_STMTSTATUS_FULLSCAN_STEP), 0);
	store_close(store);
}

static void
history_of_an_edition_reads_only_that_edition(void **state)
{
	(void)state;
	struct store *store = fixture(5);
	int rows = 0;
	reset_costs(store);
	presentation_list(store, 2, NULL, count_row, &rows);
	assert_int_equal(rows, 52);
	assert_int_equal(cost(store, SQLITE_STMTSTATUS_FULLSCAN_STEP), 0);
	store_close(store);
}

/* How often statements are run for the rota of that edition, and what they cost together. */
static int
rota_costs(int editions, int64_t id, int *work)
{
	struct store *store = fixture(editions);
	const struct edition edition = { .id = id };
	int rows = 0;
	reset_costs(store);
	struct date unrecorded = rota_list(store, &edition, &(struct rota_choice){ .all = true }, count_row, &rows);
	assert_false(date_given(unrecorded));
	assert_int_equal(rows, 52);
	int runs = cost(store, SQLITE_STMTSTATUS_RUN);
	*work = cost(store, SQLITE_STMTSTATUS_VM_STEP);
	store_close(store);
	return runs;
}

static void
the_rota_asks_few_questions(void **state)
{
	(void)state;
	int work;
	assert_in_range(rota_costs(1, 1, &work), 1, 5);
}

static void
the_rota_of_an_edition_costs_the_same_however_many_others_there_are(void **state)
{
	(void)state;
	int alone, among;
	assert_int_equal(rota_costs(1, 1, &alone), rota_costs(9, 1, &among));
	assert_in_range(among, alone - alone / 100, alone + alone / 100);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(history_of_a_person_reads_only_what_they_presented),
		cmocka_unit_test(history_of_an_edition_reads_only_that_edition),
		cmocka_unit_test(the_rota_asks_few_questions),
		cmocka_unit_test(the_rota_of_an_edition_costs_the_same_however_many_others_there_are),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
