#include <balint/changes.h>
#include <balint/query.h>
#include <balint/undo_guard.h>

#include <ftw.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

static char folder[64]; /* a new one for each test */
static char path[128];  /* of its store */

static int
remove_entry(const char *name, const struct stat *status, int kind, struct FTW *place)
{
	(void)status, (void)kind, (void)place;
	return remove(name);
}

static int
remove_folder(void **state)
{
	(void)state;
	return nftw(folder, remove_entry, 8, FTW_DEPTH | FTW_PHYS);
}

static struct store *
opened(enum store_access access)
{
	struct refusal why = { "" };
	struct store *store = store_open(path, access, &why);
	if (!store)
		fail_msg("%s", why.text);
	return store;
}

/* One command of these statements; the last one is followed by NULL. */
static void
command(const char *line, const char *const *statements)
{
	struct store *store = opened(STORE_WRITES);
	for (; *statements; statements++)
		store_run(store, SQL(*statements));
	store_commit(store, line);
	store_close(store);
}

static int64_t
number(const char *sql)
{
	struct store *store = opened(STORE_READS);
	int64_t result = store_number(store, SQL(sql));
	store_close(store);
	return result;
}

/* A payment, a session with a notice that waits, and a setting: the second command of the log. */
static const char *const sample[] = {
	"INSERT INTO setting (key, value) VALUES ('grace', '5')",
	"INSERT INTO person (id, handle, family, given, family_key, given_key) VALUES (1, 'rossi', 'Rossi', 'Mario', 'rossi', 'mario')",
	"INSERT INTO edition (id, code, number, year, title, programme, composition, every, at, minutes, min, max, reference, joining)\n"
	"VALUES (1, '9', 9, 2020, 'Gruppo Balint', 'annual', 'mixed', 2, '21:00', 90, 10, 12, '{family}', 'whole')",
	"INSERT INTO session (id, edition, date, start, finish, uid, changed_at)\n"
	"VALUES (1, 1, '2021-02-17', '21:00', '22:30', '00000000-0000-4000-8000-000000000001', '2021-02-17T20:00:00Z')",
	"INSERT INTO entry (id, kind, person, amount, date, recorded_at) VALUES (1, 'payment', 1, 8540, '2021-03-30', '2021-03-31T20:00:00Z')",
	"INSERT INTO outbox (id, key, kind, person, session, status, queued_at) VALUES (1, 'x', 'addition', 1, 1, 'queued', '2021-02-10T20:00:00Z')",
	NULL,
};

static int
make_store(void **state)
{
	static const char *const made[] = { "INSERT INTO setting (key, value) VALUES ('payee', 'Il Nodo')", NULL };
	struct refusal why = { "" };
	(void)state;
	setenv("BALINT_TODAY", "2021-02-17T21:00", 1);
	snprintf(folder, sizeof folder, P_tmpdir "/balint-test-XXXXXX");
	if (!mkdtemp(folder))
		return -1;
	snprintf(path, sizeof path, "%s/balint.db", folder);
	struct store *store = store_create(path, false, &why);
	store_run(store, SQL(made[0]));
	store_commit(store, "init");
	store_close(store);
	command("sample", sample);
	return 0;
}

static const struct undo_loose *const loose[] = { calendar_loose, post_loose, NULL };

/* Undoes it (0: the last one); the reason if that is refused. */
static const char *
undo(int64_t id)
{
	static struct refusal why;
	struct undo found;
	struct store *store = opened(STORE_WRITES);
	why.text[0] = '\0';
	bool good = undo_find(store, id, &found, &why) && undo_prepare(store, &found, &why) && calendar_may_undo(store, &found, &why) && undo_apply(store, &found, loose, &why);
	if (good) {
		calendar_has_undone(store);
		store_commit(store, "undo");
	}
	store_close(store);
	assert_true(good == (*why.text == '\0'));
	return why.text;
}

static void
a_command_is_taken_back_from_every_table_even_the_ledger(void **state)
{
	(void)state;
	assert_string_equal(undo(0), "");
	assert_int_equal(number("SELECT (SELECT count(*) FROM person) + (SELECT count(*) FROM entry) + (SELECT count(*) FROM outbox)"), 0);
	assert_int_equal(number("SELECT count(*) FROM setting"), 1);
	assert_int_equal(number("SELECT undoes FROM log WHERE id = 3"), 2);
}

static void
what_was_undone_is_done_again_and_undone_again(void **state)
{
	(void)state;
	for (int64_t id = 3; id < 21; id += 2) {
		assert_string_equal(undo(2), "");
		assert_int_equal(number("SELECT count(*) FROM entry"), 0);
		assert_non_null(strstr(undo(2), "is undone already"));
		assert_string_equal(undo(id), "");
		assert_int_equal(number("SELECT count(*) FROM entry"), 1);
	}
}

static void
the_ledger_is_append_only_again_after_it(void **state)
{
	(void)state;
	struct refusal why;
	struct undo found;
	struct store *store = opened(STORE_WRITES);
	assert_true(undo_find(store, 2, &found, &why) && undo_prepare(store, &found, &why) && undo_apply(store, &found, loose, &why));
	assert_int_equal(store_number(store, SQL("SELECT count(*) FROM entry")), 0);
	store_close(store);
	assert_int_equal(number("SELECT count(*) FROM entry"), 1);
	assert_int_equal(number("SELECT count(*) FROM log"), 2);
}

static void
a_later_command_that_changed_the_same_column_is_named(void **state)
{
	static const char *const later[] = { "UPDATE setting SET value = '6' WHERE key = 'grace'", NULL };
	(void)state;
	command("later", later);
	assert_non_null(strstr(undo(2), "command 3 (later) has changed the same setting since; undo that first: balint-group undo 3"));
	assert_string_equal(undo(3), "");
	assert_string_equal(undo(2), "");
}

static void
a_later_command_that_builds_on_it_is_named(void **state)
{
	static const char *const later[] = { "INSERT INTO tariff (edition, category, net, rate) VALUES (1, 'altre-professioni', 25000, 2200)", NULL };
	(void)state;
	command("later", later);
	assert_non_null(strstr(undo(2), "command 3 (later) builds on it; undo that first: balint-group undo 3"));
	assert_int_equal(number("SELECT count(*) FROM entry"), 1);
}

static void
a_sequence_rises_whatever_is_undone(void **state)
{
	static const char *const cancel[] = { "UPDATE session SET status = 'cancelled', sequence = sequence + 1 WHERE id = 1", NULL };
	static const char *const move[] = { "UPDATE session SET date = '2021-02-18', sequence = sequence + 1 WHERE id = 1", NULL };
	static const int64_t order[] = { 4, 3, 6, 5, 8, 7 };
	(void)state;
	command("cancel", cancel);
	command("move", move);
	int64_t sequence = number("SELECT sequence FROM session");
	assert_int_equal(sequence, 2);
	for (size_t i = 0; i < sizeof order / sizeof order[0]; i++) {
		assert_string_equal(undo(order[i]), "");
		assert_int_equal(number("SELECT sequence FROM session"), ++sequence);
	}
	assert_int_equal(number("SELECT count(*) FROM session WHERE status = 'scheduled' AND date = '2021-02-17'"), 1);
	assert_string_equal(undo(2), "");
	assert_string_equal(undo(11), "");
	assert_int_equal(number("SELECT sequence FROM session"), sequence + 1);
}

static void
what_became_of_a_notice_gives_way(void **state)
{
	static const char *const failed[] = { "UPDATE outbox SET status = 'failed', done_at = '2021-02-11T20:00:00Z', error = 'nowhere'", NULL };
	(void)state;
	command(NULL, failed); /* outside the log, as delivering is */
	assert_int_equal(number("SELECT count(*) FROM log"), 2);
	assert_string_equal(undo(2), "");
	assert_string_equal(undo(3), "");
	assert_int_equal(number("SELECT count(*) FROM outbox WHERE status = 'failed'"), 1);
}

/* What was listed, a line a row. */
struct listed {
	char text[4096];
	size_t rows;
};

static void
take(void *context, const void *taken)
{
	struct listed *listed = context;
	const struct changed_row *row = taken;
	size_t used = strlen(listed->text);
	listed->rows++;
	snprintf(listed->text + used, sizeof listed->text - used, "%s %s %s %s %s %s\n", row->table, row->operation, row->key,
	    row->column ? row->column : "-", row->before ? row->before : "-", row->after ? row->after : "-");
}

static void
changes_are_listed_by_the_names_of_their_columns(void **state)
{
	static const char *const later[] = { "UPDATE person SET phone = '1', profession = 'oss' WHERE id = 1", "DELETE FROM setting WHERE key = 'grace'", NULL };
	(void)state;
	struct listed listed = { .text = "" };
	struct refusal why = { "" };
	bool empty;
	command("later", later);
	struct store *store = opened(STORE_READS);
	assert_true(changes_list(store, 3, take, &listed, &empty, &why));
	assert_false(empty);
	assert_string_equal(listed.text, "person update 1 profession - oss\nperson update 1 phone - 1\nsetting delete grace value 5 -\n");
	assert_false(changes_list(store, 4, take, &listed, &empty, &why));
	store_close(store);
}

/* Whatever the bytes of a change set are, reading and preparing to undo them ends, well or with a sentence. */
static void
read_damaged(struct store *store, const char *sql, int64_t place, int64_t value)
{
	struct listed listed = { .text = "" };
	struct refusal why = { "" };
	struct undo found;
	bool empty;
	store_run(store, SQL(sql), ARG("place", place), ARG("value", value));
	bool listable = changes_list(store, 3, take, &listed, &empty, &why);
	assert_true(listable == (*why.text == '\0'));
	if (undo_find(store, 3, &found, &why)) {
		undo_prepare(store, &found, &why);
		store_run(store, SQL("DROP TABLE temp.touched"));
	}
	store_run(store, SQL("UPDATE log SET changes = (SELECT changes FROM log WHERE id = 2) WHERE id = 3"));
}

static void
a_damaged_change_set_is_refused(void **state)
{
	static const char *const later[] = { "UPDATE setting SET value = '6' WHERE key = 'grace'", NULL };
	static const int values[] = { 0x00, 0x01, 0x05, 0x09, 0x12, 0x17, 0x54, 0x7f, 0x80, 0xff };
	(void)state;
	command("later", later);
	struct store *store = opened(STORE_WRITES);
	int64_t size = store_number(store, SQL("SELECT length(changes) FROM log WHERE id = 2"));
	assert_true(size > 300);
	for (int64_t place = 0; place < size; place++) {
		read_damaged(store, "UPDATE log SET changes = substr((SELECT changes FROM log WHERE id = 2), 1, :place + 0 * :value) WHERE id = 3", place, 0);
		for (size_t i = 0; i < sizeof values / sizeof values[0]; i++)
			read_damaged(store, "UPDATE log\n"
			                    "   SET changes = (SELECT CAST(substr(changes, 1, :place) || byte || substr(changes, :place + 2) AS BLOB)\n"
			                    "                    FROM log, (SELECT CAST(char(:value) AS BLOB) AS byte) WHERE id = 2)\n"
			                    " WHERE id = 3", place, values[i]);
	}
	store_close(store);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(a_command_is_taken_back_from_every_table_even_the_ledger, make_store, remove_folder),
		cmocka_unit_test_setup_teardown(what_was_undone_is_done_again_and_undone_again, make_store, remove_folder),
		cmocka_unit_test_setup_teardown(the_ledger_is_append_only_again_after_it, make_store, remove_folder),
		cmocka_unit_test_setup_teardown(a_later_command_that_changed_the_same_column_is_named, make_store, remove_folder),
		cmocka_unit_test_setup_teardown(a_later_command_that_builds_on_it_is_named, make_store, remove_folder),
		cmocka_unit_test_setup_teardown(a_sequence_rises_whatever_is_undone, make_store, remove_folder),
		cmocka_unit_test_setup_teardown(what_became_of_a_notice_gives_way, make_store, remove_folder),
		cmocka_unit_test_setup_teardown(changes_are_listed_by_the_names_of_their_columns, make_store, remove_folder),
		cmocka_unit_test_setup_teardown(a_damaged_change_set_is_refused, make_store, remove_folder),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
