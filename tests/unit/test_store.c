#include <balint/fatal.h>
#include <balint/log.h>
#include <balint/query.h>

#include <dirent.h>
#include <ftw.h>
#include <limits.h>
#include <setjmp.h>
#include <signal.h>
#include <sqlite3.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

#define ITEMS(array) (sizeof(array) / sizeof(array)[0])

static char folder[64]; /* a new one for each test */
static char path[128];  /* of its store */

static int
make_folder(void **state)
{
	(void)state;
	umask(022);
	setenv("BALINT_TODAY", "2021-02-17T21:00", 1);
	snprintf(folder, sizeof folder, P_tmpdir "/balint-test-XXXXXX");
	if (!mkdtemp(folder))
		return -1;
	snprintf(path, sizeof path, "%s/balint.db", folder);
	return 0;
}

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
	umask(022);
	chmod(folder, 0700);
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

static void
set(struct store *store, const char *key, const char *value)
{
	store_run(store, SQL("INSERT INTO setting (key, value) VALUES (:key, :value)"), ARG("key", key), ARG("value", value));
}

/* A store with one setting, made by one command. */
static void
make_store(void)
{
	struct refusal why = { "" };
	struct store *store = store_create(path, false, &why);
	if (!store)
		fail_msg("%s", why.text);
	set(store, "payee", "Il Nodo");
	store_commit(store, "init");
	store_close(store);
}

static int64_t
number(struct store *store, const char *sql)
{
	struct query query = store_query(store, SQL(sql));
	assert_true(query_next(&query));
	int64_t number = query_int(&query, 0);
	query_end(&query);
	return number;
}

static int64_t
settings(struct store *store)
{
	return number(store, "SELECT count(*) FROM setting");
}

/* What the store says to a command that comes later. */
static int64_t
number_later(const char *sql)
{
	struct store *store = opened(STORE_READS);
	int64_t result = number(store, sql);
	store_close(store);
	return result;
}

/* The store as any program sees it, without our rules. */
static sqlite3 *
raw(void)
{
	sqlite3 *db;
	assert_int_equal(sqlite3_open_v2(path, &db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, NULL), SQLITE_OK);
	return db;
}

static void
execute(sqlite3 *db, const char *sql)
{
	if (sqlite3_exec(db, sql, NULL, NULL, NULL) != SQLITE_OK)
		fail_msg("%s: %s", sql, sqlite3_errmsg(db));
}

static void
execute_raw(const char *sql)
{
	sqlite3 *db = raw();
	execute(db, sql);
	sqlite3_close(db);
}

/* All bytes of the file, owned by the caller. */
static char *
bytes(size_t *size)
{
	FILE *file = fopen(path, "rb");
	assert_non_null(file);
	char *content = NULL, chunk[4096];
	FILE *copy = open_memstream(&content, size);
	for (size_t got; (got = fread(chunk, 1, sizeof chunk, file)) > 0;)
		fwrite(chunk, 1, got, copy);
	fclose(copy);
	fclose(file);
	return content;
}

/* How many files lie in the folder. */
static int
files(void)
{
	int count = 0;
	DIR *directory = opendir(folder);
	assert_non_null(directory);
	for (const struct dirent *entry; (entry = readdir(directory));)
		count += strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0;
	closedir(directory);
	return count;
}

typedef void deed(void);

/* Does it and checks that not one byte of the store has changed, and that nothing lies beside it. */
static void
check_untouched(deed *act)
{
	size_t before_size, after_size;
	char *before = bytes(&before_size);
	act();
	char *after = bytes(&after_size);
	assert_int_equal(before_size, after_size);
	assert_memory_equal(before, after, before_size);
	assert_int_equal(files(), 1);
	free(before);
	free(after);
}

/* Ends a child at once: nothing of the test's own is run at its end. */
static void
leave(int status, void *unused)
{
	(void)unused;
	_exit(status);
}

static _Noreturn void
be_child(deed *act, int errors)
{
	setrlimit(RLIMIT_CORE, &(struct rlimit){ 0, 0 });
	signal(SIGABRT, SIG_DFL);
	on_exit(leave, NULL);
	dup2(errors, STDERR_FILENO);
	act();
	_exit(0);
}

/* Does it in a child; the exit status, or minus the signal that ended it. What it said goes into the buffer. */
static int
end_of(deed *act, char said[4096])
{
	int ends[2], status;
	assert_int_equal(pipe(ends), 0);
	pid_t child = fork();
	assert_true(child >= 0);
	if (child == 0)
		be_child(act, ends[1]);
	close(ends[1]);
	FILE *from = fdopen(ends[0], "r");
	said[fread(said, 1, 4095, from)] = '\0';
	fclose(from);
	assert_int_equal(waitpid(child, &status, 0), child);
	return WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
}

/* It ends the program by the exit status, with one line that has the words. */
static void
check_fatal(deed *act, const char *words)
{
	char said[4096];
	assert_int_equal(end_of(act, said), REFUSED);
	if (!strstr(said, words))
		fail_msg("'%s' is not in: %s", words, said);
	assert_ptr_equal(strchr(said, '\n'), said + strlen(said) - 1);
}

static void
check_refused(enum store_access access, const char *words)
{
	struct refusal why = { "" };
	assert_null(store_open(path, access, &why));
	if (!strstr(why.text, words))
		fail_msg("'%s' is not in: %s", words, why.text);
}

/* --- making a store --- */

static void
a_new_store_is_for_its_owner_alone_whatever_the_umask(void **state)
{
	(void)state;
	struct stat status;
	umask(000);
	make_store();
	assert_int_equal(stat(path, &status), 0);
	assert_int_equal(status.st_mode & 07777, 0600);
	assert_true(S_ISREG(status.st_mode));
}

static void
the_files_beside_it_are_too(void **state)
{
	(void)state;
	umask(000);
	make_store();
	struct store *store = opened(STORE_WRITES);
	set(store, "grace", "5");
	DIR *directory = opendir(folder);
	for (const struct dirent *entry; (entry = readdir(directory));) {
		struct stat status;
		assert_int_equal(fstatat(dirfd(directory), entry->d_name, &status, 0), 0);
		if (S_ISREG(status.st_mode) && (status.st_mode & 0777) != 0600)
			fail_msg("%s has mode %o", entry->d_name, (unsigned)status.st_mode & 0777);
	}
	closedir(directory);
	store_close(store);
}

static void
the_folders_above_are_made_for_the_owner_alone(void **state)
{
	(void)state;
	struct stat status;
	umask(000);
	snprintf(path, sizeof path, "%s/share/balint/balint.db", folder);
	make_store();
	char above[128];
	snprintf(above, sizeof above, "%s/share", folder);
	assert_int_equal(stat(above, &status), 0);
	assert_int_equal(status.st_mode & 0777, 0700);
	snprintf(above, sizeof above, "%s/share/balint", folder);
	assert_int_equal(stat(above, &status), 0);
	assert_int_equal(status.st_mode & 0777, 0700);
}

static void
a_store_says_what_it_is(void **state)
{
	(void)state;
	make_store();
	assert_int_equal(number_later("PRAGMA application_id"), 0x42414c49); /* BALI */
	assert_int_equal(number_later("PRAGMA user_version"), STORE_SCHEMA);
	assert_int_equal(number_later("SELECT journal_mode = 'wal' FROM pragma_journal_mode"), 1);
}

static void
a_new_store_has_its_name_only_when_it_is_committed(void **state)
{
	(void)state;
	struct refusal why = { "" };
	struct store *store = store_create(path, false, &why);
	assert_non_null(store);
	set(store, "payee", "Il Nodo");
	assert_false(store_exists(path));
	store_commit(store, "init");
	assert_true(store_exists(path));
	store_close(store);
	assert_int_equal(files(), 1);
	assert_int_equal(number_later("SELECT count(*) FROM setting"), 1);
}

static void
a_new_store_that_is_not_committed_leaves_nothing(void **state)
{
	(void)state;
	struct refusal why = { "" };
	struct store *store = store_create(path, false, &why);
	assert_non_null(store);
	set(store, "payee", "Il Nodo");
	store_close(store);
	assert_int_equal(files(), 0);
}

static void
break_a_new_store(void)
{
	struct refusal why;
	set(store_create(path, false, &why), "payee", "");
}

static void
a_new_store_that_fails_leaves_nothing(void **state)
{
	(void)state;
	check_fatal(break_a_new_store, "nothing was changed");
	assert_int_equal(files(), 0);
}

static void
a_new_store_with_nothing_in_it_is_a_store(void **state)
{
	(void)state;
	struct refusal why = { "" };
	struct store *store = store_create(path, false, &why);
	assert_non_null(store);
	store_commit(store, "init");
	store_close(store);
	assert_int_equal(number_later("SELECT count(*) FROM setting"), 0);
	assert_int_equal(number_later("SELECT count(*) FROM log"), 0);
}

static void
a_store_is_not_made_where_something_is(void **state)
{
	(void)state;
	struct refusal why = { "" };
	make_store();
	assert_null(store_create(path, false, &why));
	assert_non_null(strstr(why.text, "already there"));
	assert_int_equal(number_later("SELECT count(*) FROM setting"), 1);
}

static void
a_link_to_nowhere_is_not_followed(void **state)
{
	(void)state;
	char target[128];
	snprintf(target, sizeof target, "%s/elsewhere.db", folder);
	assert_int_equal(symlink(target, path), 0);
	check_fatal(make_store, path);
	assert_false(store_exists(target));
	assert_int_equal(files(), 1);
}

static void
of_two_that_are_made_at_once_the_first_one_stays(void **state)
{
	(void)state;
	struct refusal why = { "" };
	struct store *first = store_create(path, false, &why), *second = store_create(path, false, &why);
	set(first, "payee", "Primo");
	assert_true(store_commit(first, "init"));
	store_close(first);
	set(second, "payee", "Secondo");
	assert_false(store_commit(second, "init"));
	store_close(second);
	assert_int_equal(number_later("SELECT count(*) FROM setting WHERE value = 'Primo'"), 1);
	assert_int_equal(files(), 1);
}

static void
a_trial_is_a_store_that_leaves_nothing(void **state)
{
	(void)state;
	struct refusal why = { "" };
	struct store *store = store_create(path, true, &why);
	assert_non_null(store);
	set(store, "payee", "Il Nodo");
	assert_int_equal(settings(store), 1);
	assert_int_equal(files(), 0);
	store_close(store);
	assert_int_equal(files(), 0);
}

/* --- opening one --- */

static void
where_there_is_no_store_the_command_that_makes_one_is_named(void **state)
{
	(void)state;
	check_refused(STORE_READS, "balint-group init");
	check_refused(STORE_WRITES, "balint-group init");
	assert_int_equal(files(), 0);
}

static void
open_both_ways_newer(void)
{
	check_refused(STORE_READS, "newer");
	check_refused(STORE_WRITES, "newer");
}

static void
a_store_of_a_newer_program_is_refused(void **state)
{
	(void)state;
	make_store();
	execute_raw("PRAGMA user_version = 99");
	check_untouched(open_both_ways_newer);
}

static void
open_both_ways_unknown(void)
{
	check_refused(STORE_READS, "schema 0");
	check_refused(STORE_WRITES, "schema 0");
}

static void
a_store_without_a_schema_is_refused(void **state)
{
	(void)state;
	execute_raw("PRAGMA application_id = 1111575625; CREATE TABLE setting (key, value)");
	check_untouched(open_both_ways_unknown);
}

static void
open_both_ways_foreign(void)
{
	check_refused(STORE_READS, "not a balint store");
	check_refused(STORE_WRITES, "not a balint store");
}

static void
the_database_of_another_program_is_refused(void **state)
{
	(void)state;
	execute_raw("PRAGMA user_version = 1; CREATE TABLE setting (key, value)");
	check_untouched(open_both_ways_foreign);
}

static void
write_file(const char *content)
{
	FILE *file = fopen(path, "w");
	assert_non_null(file);
	fputs(content, file);
	fclose(file);
}

static void
an_empty_file_is_refused(void **state)
{
	(void)state;
	write_file("");
	check_untouched(open_both_ways_foreign);
}

static void
read_it(void)
{
	struct refusal why;
	store_open(path, STORE_READS, &why);
}

static void
write_it(void)
{
	struct refusal why;
	store_open(path, STORE_WRITES, &why);
}

static void
open_both_ways_in_vain(void)
{
	check_fatal(read_it, "not a balint store");
	check_fatal(write_it, "not a balint store");
}

static void
a_file_that_is_no_database_ends_the_program(void **state)
{
	(void)state;
	write_file("cognome,nome\nRossi,Mario\n");
	check_untouched(open_both_ways_in_vain);
	for (int i = 0; i < 100; i++)
		write_file("SQLite format 2\n");
	check_untouched(open_both_ways_in_vain);
}

static void
a_folder_is_no_store(void **state)
{
	(void)state;
	struct refusal why = { "" };
	assert_int_equal(mkdir(path, 0700), 0);
	assert_null(store_open(path, STORE_READS, &why));
	assert_non_null(strstr(why.text, "is not a file"));
	assert_null(store_open(path, STORE_WRITES, &why));
	assert_non_null(strstr(why.text, "is not a file"));
}

/* As somebody who may read the store and its folder but not write there. */
static void
open_as_another(void)
{
	struct refusal why = { "" };
	if (geteuid() == 0 && setresuid(65534, 65534, 65534) != 0)
		fatal(MISUSED, "cannot be somebody else");
	if (store_open(path, STORE_WRITES, &why) || !strstr(why.text, "may not be written"))
		fatal(MISUSED, "opened for writing, or: %s", why.text);
	struct store *store = store_open(path, STORE_READS, &why);
	if (!store || number(store, "SELECT count(*) FROM setting WHERE value = 'Il Nodo'") != 1)
		fatal(MISUSED, "cannot be read: %s", why.text);
	store_close(store);
}

static void
who_may_not_write_reads_and_leaves_nothing(void **state)
{
	(void)state;
	char said[4096];
	snprintf(path, sizeof path, "%s/a?b#c%%20d è.db", folder); /* what an URI would take for something else */
	make_store();
	assert_int_equal(chmod(path, 0444), 0);
	assert_int_equal(chmod(folder, 0555), 0);
	if (end_of(open_as_another, said) != 0)
		fail_msg("%s", said);
	assert_int_equal(files(), 1);
}

/* --- readers --- */

static void
read_settings(void)
{
	struct store *store = opened(STORE_READS);
	assert_int_equal(settings(store), 1);
	store_close(store);
}

static void
a_reader_leaves_no_trace(void **state)
{
	(void)state;
	make_store();
	check_untouched(read_settings);
}

static void
write_as_a_reader(void)
{
	set(opened(STORE_READS), "grace", "5");
}

static void
whoever_opens_it_looks_at_its_pages_before_believing_them(void **state)
{
	(void)state;
	static const enum store_access accesses[] = { STORE_READS, STORE_WRITES, STORE_TRIES };
	make_store();
	for (size_t i = 0; i < ITEMS(accesses); i++) {
		struct store *store = opened(accesses[i]);
		assert_int_equal(number(store, "PRAGMA cell_size_check"), 1);
		assert_null(store_notice(store));
		store_close(store);
	}
}

static void
a_reader_cannot_write(void **state)
{
	(void)state;
	make_store();
	check_fatal(write_as_a_reader, "readonly");
	assert_int_equal(number_later("SELECT count(*) FROM setting"), 1);
}

static void
a_reader_sees_one_state_whatever_is_written_meanwhile(void **state)
{
	(void)state;
	make_store();
	struct store *reader = opened(STORE_READS);
	assert_int_equal(settings(reader), 1);
	struct store *writer = opened(STORE_WRITES);
	set(writer, "grace", "5");
	assert_int_equal(settings(reader), 1);
	store_commit(writer, "set");
	store_close(writer);
	assert_int_equal(settings(reader), 1);
	store_close(reader);
	assert_int_equal(number_later("SELECT count(*) FROM setting"), 2);
}

/* --- writers --- */

static void
write_and_close(void)
{
	struct store *store = opened(STORE_WRITES);
	set(store, "grace", "5");
	assert_int_equal(settings(store), 2);
	store_close(store);
}

static void
what_is_not_committed_is_taken_back(void **state)
{
	(void)state;
	make_store();
	check_untouched(write_and_close);
	assert_int_equal(number_later("SELECT count(*) FROM setting"), 1);
}

static void
commit_nothing(void)
{
	struct store *store = opened(STORE_WRITES);
	assert_int_equal(settings(store), 1);
	store_commit(store, "nothing");
	store_close(store);
}

static void
a_command_that_changes_nothing_writes_no_log_and_not_one_byte(void **state)
{
	(void)state;
	make_store();
	check_untouched(commit_nothing);
	assert_int_equal(number_later("SELECT count(*) FROM log"), 1);
}

static void
commit_there_and_back(void)
{
	struct store *store = opened(STORE_WRITES);
	set(store, "grace", "5");
	store_run(store, SQL("UPDATE setting SET value = '6' WHERE key = 'grace'"));
	store_run(store, SQL("DELETE FROM setting WHERE key = 'grace'"));
	store_run(store, SQL("UPDATE setting SET value = value"));
	store_commit(store, "there and back");
	store_close(store);
}

static void
a_command_that_ends_where_it_began_writes_nothing_either(void **state)
{
	(void)state;
	make_store();
	check_untouched(commit_there_and_back);
	assert_int_equal(number_later("SELECT count(*) FROM log"), 1);
}

static void
break_a_reference(void)
{
	struct store *store = opened(STORE_WRITES);
	set(store, "grace", "5");
	store_run(store, SQL("INSERT INTO enrolment (edition, person, role, status) VALUES (77, 88, 'participant', 'active')"));
	store_commit(store, "enrol");
}

static void
break_a_check(void)
{
	struct store *store = opened(STORE_WRITES);
	set(store, "grace", "5");
	set(store, "payee", "twice");
}

static void
what_the_schema_refuses_ends_the_program_and_changes_nothing(void **state)
{
	(void)state;
	make_store();
	check_fatal(break_a_reference, "FOREIGN KEY constraint failed; nothing was changed");
	check_fatal(break_a_check, "constraint failed");
	assert_int_equal(number_later("SELECT count(*) FROM setting"), 1);
	assert_int_equal(number_later("SELECT count(*) FROM log"), 1);
}

static void
a_writer_waits_for_the_one_before(void **state)
{
	(void)state;
	int ends[2], status;
	char ready;
	make_store();
	assert_int_equal(pipe(ends), 0);
	pid_t child = fork();
	if (child == 0) {
		on_exit(leave, NULL);
		struct store *store = opened(STORE_WRITES);
		set(store, "grace", "5");
		if (write(ends[1], "r", 1) == 1)
			usleep(100000);
		store_commit(store, "set");
		store_close(store);
		_exit(0);
	}
	assert_int_equal(read(ends[0], &ready, 1), 1);
	struct store *store = opened(STORE_WRITES);
	assert_int_equal(settings(store), 2);
	store_close(store);
	assert_int_equal(waitpid(child, &status, 0), child);
	assert_int_equal(status, 0);
	close(ends[0]);
	close(ends[1]);
}

/* --- the log --- */

static void
take_log(void *context, const void *row)
{
	char *text = context;
	const struct log_row *log = row;
	size_t used = strlen(text);
	snprintf(text + used, 256 - used, "%lld %s %s\n", (long long)log->id, log->at, log->command);
}

static void
write_one(const char *key, const char *today)
{
	setenv("BALINT_TODAY", today, 1);
	struct store *store = opened(STORE_WRITES);
	set(store, key, "5");
	store_commit(store, key);
	store_close(store);
}

static void
every_change_is_one_row_of_the_log_with_time_and_command(void **state)
{
	(void)state;
	char text[256] = "";
	make_store();
	write_one("grace", "2021-03-31T21:00");
	write_one("threshold", "2021-04-01");
	struct store *store = opened(STORE_READS);
	log_list(store, 0, take_log, text);
	assert_string_equal(text, "3 2021-03-31T22:00:00Z threshold\n2 2021-03-31T19:00:00Z grace\n1 2021-02-17T20:00:00Z init\n");
	*text = '\0';
	log_list(store, 1, take_log, text);
	assert_string_equal(text, "3 2021-03-31T22:00:00Z threshold\n");
	store_close(store);
}

static void
the_log_knows_the_user_whatever_the_environment_says(void **state)
{
	(void)state;
	setenv("USER", "mallory", 1);
	setenv("LOGNAME", "mallory", 1);
	make_store();
	assert_int_equal(number_later("SELECT count(*) FROM log WHERE who <> '' AND who <> 'mallory'"), 1);
	struct store *store = opened(STORE_READS);
	struct query query = store_query(store, SQL("SELECT who FROM log"));
	assert_true(query_next(&query));
	assert_string_equal(query_text(&query, 0), store_user(store));
	query_end(&query);
	store_close(store);
}

/* A row in every table, but one in those of dates, whose every date may be 28 February 2021. */
static const char *const sample[] = {
	"INSERT INTO setting (key, value) VALUES ('grace', '5'), ('threshold', '80')",
	"INSERT INTO profession (code, category, label) VALUES ('musico', 'altre-professioni', 'Musicoterapeuta')",
	"INSERT INTO person (id, handle, family, given, family_key, given_key, profession, email, language, born_on, forgotten_on)\n"
	"VALUES (1, 'rossi', 'Rossi', 'Mario', 'rossi', 'mario', 'musico', 'rossi@example.org', 'it', '1970-01-31', '2040-01-31')",
	"INSERT INTO edition (id, code, number, year, title, programme, composition, every, at, minutes, min, max, reference, joining, leaving)\n"
	"VALUES (1, '9', 9, 2020, 'Gruppo Balint', 'annual', 'mixed', 2, '21:00', 90, 10, 12, '{family}', 'whole', 'whole')",
	"INSERT INTO enrolment (id, edition, person, role, status, applied_on, joined_on, left_on)\n"
	"VALUES (1, 1, 1, 'participant', 'withdrawn', '2020-12-01', '2021-02-17', '2021-06-23')",
	"INSERT INTO suspension (id, kind, first_on, last_on, label) VALUES (1, 'break', '2021-02-20', '2021-03-06', 'pausa')",
	"INSERT INTO session (id, edition, date, start, finish, planned_on, every, uid, changed_at)\n"
	"VALUES (1, 1, '2021-02-17', '21:00', '22:30', '2021-02-17', 2, '00000000-0000-4000-8000-000000000001', '2021-02-17T20:00:00Z')",
	"INSERT INTO issue (id, edition, issued_on, issued_at) VALUES (1, 1, '2021-02-10', '2021-02-10T20:00:00Z')",
	"INSERT INTO issued_session (issue, session, date, start, finish, status) VALUES (1, 1, '2021-02-17', '21:00', '22:30', 'scheduled')",
	"INSERT INTO change (id, session, from_date, from_start, to_date, to_start, reason, status, opened_at)\n"
	"VALUES (1, 1, '2021-02-17', '21:00', '2021-02-18', '21:00', 'neve', 'open', '2021-02-17T20:00:00Z')",
	"INSERT INTO consent (change, person, answer, answered_at) VALUES (1, 1, 'yes', '2021-02-17T20:00:00Z')",
	"INSERT INTO mark (id, session, person, status, mode, marked_at, marked_by) VALUES (1, 1, 1, 'present', 'room', '2021-02-17T20:00:00Z', 'x')",
	"INSERT INTO spell (mark, arrived, \"left\") VALUES (1, '21:07', '22:30')",
	"INSERT INTO retraction (mark, retracted_at, retracted_by) VALUES (1, '2021-02-17T20:00:00Z', 'x')",
	"INSERT INTO presentation (session, person, kind) VALUES (1, 1, 'case')",
	"INSERT INTO certificate (id, year, number, code, enrolment, content, issued_at)\n"
	"VALUES (1, 2021, 1, 'ABCD', 1, '{}', '2021-06-23T20:00:00Z')",
	"INSERT INTO tariff (edition, category, net, rate) VALUES (1, 'medici-psicologi', 35000, 2200)",
	"INSERT INTO instalment (id, enrolment, due_on, net, vat, gross, reference, planned_on)\n"
	"VALUES (1, 1, '2021-03-31', 7000, 1540, 8540, 'Gruppo Balint 9 ed 2020_Rossi_marzo', '2021-02-17')",
	"INSERT INTO statement (id, file, source, applied_at) VALUES (1, 'marzo.csv', 'generic', '2021-03-31T20:00:00Z')",
	"INSERT INTO credit (id, statement, booked_on, amount, text, bank_key) VALUES (1, 1, '2021-03-30', 8540, 'marzo', 'x')",
	"INSERT INTO storno (credit, undoes) VALUES (1, 1)",
	"INSERT INTO dismissal (credit, reason, dismissed_at) VALUES (1, 'donazione', '2021-03-31T20:00:00Z')",
	"INSERT INTO entry (id, kind, person, amount, date, credit, recorded_at)\n"
	"VALUES (1, 'payment', 1, 8540, '2021-03-30', 1, '2021-03-31T20:00:00Z')",
	"INSERT INTO allocation (id, entry, instalment, amount, date) VALUES (1, 1, 1, 8540, '2021-03-30')",
	"INSERT INTO payer (iban, person, learned_on) VALUES ('IT92S0200801058000040951624', 1, '2021-03-31')",
	"INSERT INTO outbox (id, key, kind, person, status, queued_at) VALUES (1, 'reminder 1', 'reminder', 1, 'queued', '2021-02-10T20:00:00Z')",
};

/* What a later command may do to it: rows changed, taken away and added. */
static const char *const later[] = {
	"UPDATE setting SET value = '90' WHERE key = 'threshold'",
	"DELETE FROM setting WHERE key = 'grace'",
	"INSERT INTO setting (key, value) VALUES ('language', 'en')",
	"UPDATE person SET email = NULL, family = 'Rossì', phone = '011 000000' WHERE id = 1",
	"INSERT INTO person (id, handle, kind, family, given, family_key, given_key) VALUES (2, 'asl', 'institution', 'ASL', '', 'asl', '')",
	"UPDATE person SET payer = 2 WHERE id = 1",
	"DELETE FROM spell WHERE mark = 1",
	"UPDATE session SET status = 'cancelled', note = 'neve', sequence = 1 WHERE id = 1",
	"DELETE FROM consent WHERE change = 1",
	"DELETE FROM change WHERE id = 1",
	"UPDATE tariff SET net = 25000 WHERE edition = 1",
	"DELETE FROM outbox WHERE id = 1",
	"DELETE FROM dismissal WHERE credit = 1",
	"DELETE FROM storno WHERE credit = 1",
	("INSERT INTO entry (id, kind, person, amount, date, reverses, recorded_at)\n"
	 "VALUES (2, 'reversal', 1, -8540, '2021-04-01', 1, '2021-04-01T20:00:00Z')"),
	"INSERT INTO allocation (id, entry, instalment, amount, date) VALUES (2, 1, 1, -8540, '2021-04-01')",
};

static void
run_all(const char *const *statements, size_t count, const char *command)
{
	struct store *store = opened(STORE_WRITES);
	for (size_t i = 0; i < count; i++)
		store_run(store, SQL(statements[i]));
	store_commit(store, command);
	store_close(store);
}

static void
make_sample(void)
{
	make_store();
	run_all(sample, ITEMS(sample), "sample");
}

typedef void name_taker(sqlite3 *db, const char *name, void *context);

/* Calls it for each name that the statement gives. */
static void
each_name(sqlite3 *db, const char *sql, name_taker *take, void *context)
{
	sqlite3_stmt *statement;
	if (sqlite3_prepare_v2(db, sql, -1, &statement, NULL) != SQLITE_OK)
		fail_msg("%s: %s", sql, sqlite3_errmsg(db));
	while (sqlite3_step(statement) == SQLITE_ROW)
		take(db, (const char *)sqlite3_column_text(statement, 0), context);
	sqlite3_finalize(statement);
}

/* What no change set has: the log itself, what is anonymous, and what a report has said. */
#define OUTSIDE "'log', 'evaluation', 'answer', 'respondent', 'warning', 'receipt', 'erasure'"
#define TABLES "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%' ORDER BY name"
#define TABLES_BUT_LOG "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%' AND name NOT IN (" OUTSIDE ") ORDER BY name"

static void
dump_table(sqlite3 *db, const char *table, void *context)
{
	char sql[128];
	sqlite3_stmt *statement;
	snprintf(sql, sizeof sql, "SELECT *, NULL FROM \"%s\" ORDER BY 1, 2", table);
	assert_int_equal(sqlite3_prepare_v2(db, sql, -1, &statement, NULL), SQLITE_OK);
	while (sqlite3_step(statement) == SQLITE_ROW) {
		fprintf(context, "%s", table);
		for (int i = 0; i < sqlite3_column_count(statement); i++) {
			const char *text = (const char *)sqlite3_column_text(statement, i);
			fprintf(context, "|%d:%s", sqlite3_column_type(statement, i), text ? text : "");
		}
		fprintf(context, "\n");
	}
	sqlite3_finalize(statement);
}

/* Every row of every table but the log, owned by the caller. */
static char *
dump(void)
{
	char *text = NULL;
	size_t size;
	sqlite3 *db = raw();
	FILE *file = open_memstream(&text, &size);
	each_name(db, TABLES_BUT_LOG, dump_table, file);
	fclose(file);
	sqlite3_close(db);
	return text;
}

static int
stop_at_conflict(void *context, int conflict, sqlite3_changeset_iter *change)
{
	(void)context, (void)conflict, (void)change;
	return SQLITE_CHANGESET_ABORT;
}

static void
apply_inverse(sqlite3 *db, int64_t id)
{
	sqlite3_stmt *statement;
	void *inverse;
	int size;
	assert_int_equal(sqlite3_prepare_v2(db, "SELECT changes FROM log WHERE id = ?1", -1, &statement, NULL), SQLITE_OK);
	sqlite3_bind_int64(statement, 1, id);
	assert_int_equal(sqlite3_step(statement), SQLITE_ROW);
	const void *changes = sqlite3_column_blob(statement, 0);
	assert_int_equal(sqlite3changeset_invert(sqlite3_column_bytes(statement, 0), changes, &size, &inverse), SQLITE_OK);
	sqlite3_finalize(statement);
	assert_int_equal(sqlite3changeset_apply(db, size, inverse, NULL, stop_at_conflict, NULL), SQLITE_OK);
	sqlite3_free(inverse);
}

/* As undo would, with triggers off. */
static void
take_back(int64_t id)
{
	sqlite3 *db = raw();
	execute(db, "PRAGMA foreign_keys = 1");
	assert_int_equal(sqlite3_db_config(db, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, NULL), SQLITE_OK);
	apply_inverse(db, id);
	sqlite3_close(db);
}

static void
the_inverse_of_a_change_set_takes_back_what_a_command_did(void **state)
{
	(void)state;
	make_store();
	char *nothing = dump();
	run_all(sample, ITEMS(sample), "sample");
	char *before = dump();
	assert_string_not_equal(before, nothing);
	run_all(later, ITEMS(later), "later");
	char *after = dump();
	assert_string_not_equal(after, before);
	take_back(3);
	char *again = dump();
	assert_string_equal(again, before);
	take_back(2);
	char *empty = dump();
	assert_string_equal(empty, nothing);
	free(nothing);
	free(before);
	free(after);
	free(again);
	free(empty);
}

/* The tables in a change set, each with a space after it; another one for each row. */
static void
changed_tables(int64_t id, char *text, size_t size)
{
	sqlite3 *db = raw();
	sqlite3_stmt *statement;
	sqlite3_changeset_iter *change;
	char *changes;
	assert_int_equal(sqlite3_prepare_v2(db, "SELECT changes FROM log WHERE id = ?1", -1, &statement, NULL), SQLITE_OK);
	sqlite3_bind_int64(statement, 1, id);
	assert_int_equal(sqlite3_step(statement), SQLITE_ROW);
	int length = sqlite3_column_bytes(statement, 0);
	changes = memory((size_t)length);
	if (length > 0)
		memcpy(changes, sqlite3_column_blob(statement, 0), (size_t)length);
	sqlite3_finalize(statement);
	assert_int_equal(sqlite3changeset_start(&change, length, changes), SQLITE_OK);
	for (snprintf(text, size, " "); sqlite3changeset_next(change) == SQLITE_ROW;) {
		const char *table;
		int columns, operation, indirect;
		size_t used = strlen(text);
		assert_int_equal(sqlite3changeset_op(change, &table, &columns, &operation, &indirect), SQLITE_OK);
		snprintf(text + used, size - used, "%s ", table);
	}
	sqlite3changeset_finalize(change);
	free(changes);
	sqlite3_close(db);
}

static void
check_recorded(sqlite3 *db, const char *table, void *context)
{
	char word[64];
	(void)db;
	snprintf(word, sizeof word, " %s ", table);
	if (strcmp(table, "identity") != 0 && !strstr(context, word)) /* which no command ever changes */
		fail_msg("the sample's row of %s is not in its change set", table);
}

static void
a_change_set_has_every_table_but_the_log(void **state)
{
	(void)state;
	char tables[1024];
	make_sample();
	changed_tables(2, tables, sizeof tables);
	sqlite3 *db = raw();
	each_name(db, TABLES_BUT_LOG, check_recorded, tables);
	sqlite3_close(db);
	assert_null(strstr(tables, " log "));
}

/* --- adding in bulk --- */

/* A file of the bank and so many credits of it, whose keys begin with the letter. */
static void
add_credits(struct store *store, const char *letter, int count)
{
	store_run(store, SQL("INSERT INTO statement (file, source, applied_at) VALUES (:file, 'generic', '2021-03-31T20:00:00Z')"), ARG("file", letter));
	for (int i = 0; i < count; i++)
		store_run(store,
		    SQL("INSERT INTO credit (statement, booked_on, amount, text, bank_key)\n"
		        "VALUES (1, '2021-03-30', 8540, 'marzo', :letter || :number)"),
		    ARG("letter", letter), ARG("number", i));
}

/* What one row of the log has: the tables in its change set, and the ranges added. */
static void
check_logged(int64_t id, const char *tables, const char *added)
{
	char changed[1024];
	changed_tables(id, changed, sizeof changed);
	assert_string_equal(changed, tables);
	sqlite3 *db = raw();
	sqlite3_stmt *statement;
	assert_int_equal(sqlite3_prepare_v2(db, "SELECT added, json_valid(coalesce(added, '{}')), typeof(changes) FROM log WHERE id = ?1", -1, &statement, NULL), SQLITE_OK);
	sqlite3_bind_int64(statement, 1, id);
	assert_int_equal(sqlite3_step(statement), SQLITE_ROW);
	const char *text = (const char *)sqlite3_column_text(statement, 0);
	assert_string_equal(text ? text : "null", added);
	assert_int_equal(sqlite3_column_int(statement, 1), 1);
	assert_string_equal((const char *)sqlite3_column_text(statement, 2), "blob");
	sqlite3_finalize(statement);
	sqlite3_close(db);
}

static void
what_is_added_in_bulk_is_logged_as_a_range_of_ids(void **state)
{
	(void)state;
	make_store();
	struct store *store = opened(STORE_WRITES);
	store_bulk(store, "credit");
	add_credits(store, "a", 3);
	set(store, "grace", "5");
	store_commit(store, "first");
	store_close(store);
	check_logged(2, " statement setting ", "{\"credit\": [1, 3]}");

	store = opened(STORE_WRITES);
	add_credits(store, "b", 2);
	store_commit(store, "one by one");
	store_close(store);
	check_logged(3, " statement credit credit ", "null");

	store = opened(STORE_WRITES);
	store_bulk(store, "credit");
	store_bulk(store, "statement");
	add_credits(store, "c", 1);
	store_commit(store, "second");
	store_close(store);
	check_logged(4, " ", "{\"credit\": [6, 6], \"statement\": [3, 3]}");
	assert_int_equal(number_later("SELECT count(*) FROM credit"), 6);
}

static void
a_table_to_which_nothing_was_added_is_not_logged(void **state)
{
	(void)state;
	make_store();
	struct store *store = opened(STORE_WRITES);
	add_credits(store, "a", 3);
	store_commit(store, "credits");
	store_close(store);

	store = opened(STORE_WRITES);
	store_bulk(store, "credit");
	store_bulk(store, "entry");
	set(store, "grace", "5");
	store_commit(store, "set");
	store_close(store);
	check_logged(3, " setting ", "null");
}

static void
prepare_bulk(void)
{
	struct store *store = opened(STORE_WRITES);
	store_bulk(store, "credit");
	store_commit(store, "nothing");
	store_close(store);
}

static void
adding_nothing_in_bulk_changes_nothing(void **state)
{
	(void)state;
	make_sample();
	check_untouched(prepare_bulk);
}

static void
what_is_added_in_bulk_is_taken_back_without_a_commit(void **state)
{
	(void)state;
	make_store();
	struct store *store = opened(STORE_WRITES);
	store_bulk(store, "credit");
	add_credits(store, "a", 3);
	store_close(store);
	assert_int_equal(number_later("SELECT (SELECT count(*) FROM credit) + (SELECT count(*) FROM statement)"), 0);
	assert_int_equal(number_later("SELECT count(*) FROM log"), 1);
}

/* --- what the log asks of the schema --- */

/* Fails if the statement gives anything for the table whose name it takes. */
static void
check_table(sqlite3 *db, const char *table, void *context)
{
	sqlite3_stmt *statement;
	if (sqlite3_prepare_v2(db, context, -1, &statement, NULL) != SQLITE_OK)
		fail_msg("%s", sqlite3_errmsg(db));
	sqlite3_bind_text(statement, 1, table, -1, SQLITE_STATIC);
	if (sqlite3_step(statement) == SQLITE_ROW)
		fail_msg("%s: %s", table, (const char *)sqlite3_column_text(statement, 0));
	sqlite3_finalize(statement);
}

static void
check_tables(const char *sql)
{
	char statement[1024];
	snprintf(statement, sizeof statement, "%s", sql);
	make_store();
	sqlite3 *db = raw();
	each_name(db, TABLES, check_table, statement);
	sqlite3_close(db);
}

static void
every_table_has_a_primary_key(void **state)
{
	(void)state;
	check_tables("SELECT 'has no primary key' WHERE NOT EXISTS (SELECT 1 FROM pragma_table_xinfo(?1) WHERE pk > 0)");
}

/* Alone and INTEGER it is the row's id, which is never null; else it has to be declared so. */
static void
no_primary_key_may_be_null(void **state)
{
	(void)state;
	check_tables("SELECT name || ' may be null'\n"
	             "  FROM pragma_table_xinfo(?1) AS c\n"
	             " WHERE pk > 0 AND \"notnull\" = 0\n"
	             "   AND NOT (type = 'INTEGER' AND (SELECT count(*) FROM pragma_table_xinfo(?1) WHERE pk > 0) = 1\n"
	             "            AND (SELECT wr FROM pragma_table_list WHERE name = ?1) = 0)");
}

static void
no_column_is_generated_or_hidden(void **state)
{
	(void)state;
	check_tables("SELECT name || ' is generated' FROM pragma_table_xinfo(?1) WHERE hidden <> 0");
}

static void
deleting_or_changing_a_row_never_touches_another(void **state)
{
	(void)state;
	check_tables("SELECT \"from\" || ': ' || on_delete || ', ' || on_update\n"
	             "  FROM pragma_foreign_key_list(?1)\n"
	             " WHERE on_delete NOT IN ('NO ACTION', 'RESTRICT') OR on_update NOT IN ('NO ACTION', 'RESTRICT')");
}

static void
every_table_is_strict(void **state)
{
	(void)state;
	check_tables("SELECT 'is not strict' FROM pragma_table_list WHERE name = ?1 AND strict = 0");
}

static void
every_reference_is_to_a_table_that_is_there(void **state)
{
	(void)state;
	check_tables("SELECT \"from\" || ' refers to ' || \"table\"\n"
	             "  FROM pragma_foreign_key_list(?1)\n"
	             " WHERE \"table\" NOT IN (SELECT name FROM sqlite_schema WHERE type = 'table')");
}

/* --- what the schema keeps out --- */

/* Puts the value into the one row of the sample; the column is written `session.date`. */
static int
put(sqlite3 *db, const char *column, const char *value)
{
	char sql[256];
	const char *dot = strchr(column, '.');
	snprintf(sql, sizeof sql, "UPDATE \"%.*s\" SET \"%s\" = '%s'", (int)(dot - column), column, dot + 1, value);
	return sqlite3_exec(db, sql, NULL, NULL, NULL);
}

/* What a kind of column takes, and what it must not. */
struct values {
	const char *right;
	const char *const *wrong;
	size_t count;
	int columns; /* how many were tried */
};

static void
check_column(sqlite3 *db, const char *column, void *context)
{
	struct values *values = context;
	execute(db, "SAVEPOINT before_it");
	if (put(db, column, values->right) != SQLITE_OK || sqlite3_changes(db) != 1)
		fail_msg("%s of the sample cannot be %s: %s", column, values->right, sqlite3_errmsg(db));
	for (size_t i = 0; i < values->count; i++)
		if (put(db, column, values->wrong[i]) == SQLITE_OK || !strstr(sqlite3_errmsg(db), "CHECK"))
			fail_msg("%s takes '%s'", column, values->wrong[i]);
	execute(db, "ROLLBACK TO before_it");
	values->columns++;
}

#define DATE_COLUMNS \
	"SELECT t.name || '.' || c.name\n" \
	"  FROM sqlite_schema AS t, pragma_table_xinfo(t.name) AS c\n" \
	" WHERE t.type = 'table' AND (c.name = 'date' OR c.name LIKE '%\\_on' ESCAPE '\\' OR c.name LIKE '%\\_date' ESCAPE '\\')\n" \
	" ORDER BY 1"
#define TIME_COLUMNS \
	"SELECT t.name || '.' || c.name\n" \
	"  FROM sqlite_schema AS t, pragma_table_xinfo(t.name) AS c\n" \
	" WHERE t.type = 'table' AND c.name IN ('at', 'start', 'finish', 'from_start', 'to_start', 'arrived', 'left') AND t.name <> 'log'\n" \
	" ORDER BY 1"

static void
check_columns(const char *columns, struct values values)
{
	make_sample();
	sqlite3 *db = raw();
	assert_int_equal(sqlite3_db_config(db, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, NULL), SQLITE_OK); /* the ledger's own */
	each_name(db, columns, check_column, &values);
	sqlite3_close(db);
	assert_in_range(values.columns, 6, 1000);
}

static void
a_day_that_does_not_exist_enters_no_date(void **state)
{
	(void)state;
	static const char *const wrong[] = { "2021-02-29", "2021-02-30", "2021-02-31", "2100-02-29", "2021-04-31", "2021-06-31" };
	check_columns(DATE_COLUMNS, (struct values){ "2021-02-28", wrong, ITEMS(wrong), 0 });
}

static void
what_is_no_date_enters_no_date(void **state)
{
	(void)state;
	static const char *const wrong[] = { "2021-13-01", "2021-02-32", "2021-2-28", "28/02/2021", "2021-02-28T21:00", "2021-02", "oggi", "now", "" };
	check_columns(DATE_COLUMNS, (struct values){ "2021-02-28", wrong, ITEMS(wrong), 0 });
}

static void
a_time_that_does_not_exist_enters_no_time_of_day(void **state)
{
	(void)state;
	static const char *const wrong[] = { "21:60", "9:00", "21:00:00", "", "x", "25:00", "29:59" };
	check_columns(TIME_COLUMNS, (struct values){ "21:30", wrong, ITEMS(wrong), 0 });
}

static void
check_ledger_refuses(const char *sql)
{
	sqlite3 *db = raw();
	assert_int_not_equal(sqlite3_exec(db, sql, NULL, NULL, NULL), SQLITE_OK);
	assert_string_equal(sqlite3_errmsg(db), "the ledger is append-only: reverse the entry");
	sqlite3_close(db);
}

static void
the_ledger_refuses_to_be_changed_or_shortened(void **state)
{
	(void)state;
	make_sample();
	char *before = dump();
	check_ledger_refuses("UPDATE entry SET amount = 1");
	check_ledger_refuses("UPDATE entry SET id = 7");
	check_ledger_refuses("DELETE FROM entry");
	check_ledger_refuses("UPDATE allocation SET amount = 1");
	check_ledger_refuses("DELETE FROM allocation");
	char *after = dump();
	assert_string_equal(after, before);
	free(before);
	free(after);
}

static void
replace_an_entry(void)
{
	struct store *store = opened(STORE_WRITES);
	store_run(store, SQL("INSERT OR REPLACE INTO entry (id, kind, person, amount, date, recorded_at)\n"
	                     "VALUES (1, 'payment', 1, 1, '2021-03-30', '2021-03-31T20:00:00Z')"));
	store_commit(store, "replace");
}

static void
replace_a_reversal(void)
{
	struct store *store = opened(STORE_WRITES);
	store_run(store, SQL("INSERT OR REPLACE INTO entry (kind, person, amount, date, reverses, recorded_at)\n"
	                     "VALUES ('reversal', 1, -1, '2021-04-02', 1, '2021-04-02T20:00:00Z')"));
	store_commit(store, "replace");
}

/* SQLite does not ask the triggers of DELETE when a row is replaced. */
static void
the_ledger_refuses_to_be_replaced(void **state)
{
	(void)state;
	make_sample();
	check_fatal(replace_an_entry, "the ledger is append-only");
	assert_int_equal(number_later("SELECT amount FROM entry WHERE id = 1"), 8540);
	run_all(later, ITEMS(later), "later");
	check_fatal(replace_a_reversal, "the ledger is append-only");
	assert_int_equal(number_later("SELECT amount FROM entry WHERE reverses = 1"), -8540);
}

/* --- checking --- */

static void
take_damage(void *context, const char *what)
{
	char *text = context;
	size_t used = strlen(text);
	snprintf(text + used, 512 - used, "%s\n", what);
}

static void
a_sound_store_has_no_damage(void **state)
{
	(void)state;
	char text[512] = "";
	make_sample();
	struct store *store = opened(STORE_READS);
	store_check(store, take_damage, text);
	store_close(store);
	assert_string_equal(text, "");
}

static void
a_dangling_reference_is_found(void **state)
{
	(void)state;
	char text[512] = "";
	make_sample();
	execute_raw("PRAGMA foreign_keys = 0; DELETE FROM profession WHERE code = 'musico'");
	struct store *store = opened(STORE_READS);
	store_check(store, take_damage, text);
	store_close(store);
	assert_non_null(strstr(text, "person 1"));
	assert_non_null(strstr(text, "profession"));
}

/* --- queries --- */

static struct store *
trial(void)
{
	struct refusal why = { "" };
	struct store *store = store_create(path, true, &why);
	if (!store)
		fail_msg("%s", why.text);
	return store;
}

static void
check_text(const struct query *query, int column, const char *expected)
{
	const char *text = query_text(query, column);
	assert_non_null(text);
	assert_string_equal(text, expected);
}

static void
arguments_of_every_type_arrive(void **state)
{
	(void)state;
	char writable[] = "Nicolò";
	struct store *store = trial();
	struct query query = store_query(store,
	    SQL("SELECT :text, :constant, :int, :long, :longer, :date, :month, :time,\n"
	        "       typeof(:text), typeof(:int), typeof(:longer), typeof(:date), typeof(:month), typeof(:time)"),
	    ARG("text", writable), ARG("constant", (const char *)"x"), ARG("int", -7), ARG("long", 5000000000L), ARG("longer", 6000000000LL),
	    ARG("date", date_of(2021, 2, 17)), ARG("month", month_at(2021, 3)), ARG("time", ((struct daytime){ 21 * 60 })));
	static const char *const expected[] = { "Nicolò", "x", "-7", "5000000000", "6000000000", "2021-02-17", "2021-03", "21:00", "text",
		"integer", "integer", "text", "text", "text" };
	assert_true(query_next(&query));
	for (int i = 0; i < (int)ITEMS(expected); i++)
		check_text(&query, i, expected[i]);
	assert_false(query_next(&query));
	store_close(store);
}

static void
what_is_not_there_arrives_as_null(void **state)
{
	(void)state;
	struct store *store = trial();
	struct query query = store_query(store,
	    SQL("SELECT typeof(:text), typeof(:count), typeof(:date), typeof(:month), typeof(:time)"),
	    ARG("text", (const char *)NULL), ARG("count", COUNT_NONE), ARG("date", DATE_NONE), ARG("month", MONTH_NONE), ARG("time", TIME_NONE));
	assert_true(query_next(&query));
	for (int i = 0; i < 5; i++)
		check_text(&query, i, "null");
	query_end(&query);
	store_close(store);
}

static void
null_is_read_as_what_is_not_there(void **state)
{
	(void)state;
	struct store *store = trial();
	struct query query = store_query(store, SQL("SELECT NULL"));
	assert_true(query_next(&query));
	assert_null(query_text(&query, 0));
	assert_true(query_int(&query, 0) == COUNT_NONE);
	assert_false(date_given(query_date(&query, 0)));
	assert_false(time_given(query_time(&query, 0)));
	query_end(&query);
	store_close(store);
}

static void
values_are_read_as_they_were_written(void **state)
{
	(void)state;
	struct store *store = trial();
	struct query query = store_query(store, SQL("SELECT :most, :least, :date, :time, :empty"), ARG("most", INT64_MAX),
	    ARG("least", INT64_MIN + 1), ARG("date", date_of(2024, 2, 29)), ARG("time", ((struct daytime){ 0 })), ARG("empty", (const char *)""));
	assert_true(query_next(&query));
	assert_true(query_int(&query, 0) == INT64_MAX);
	assert_true(query_int(&query, 1) == INT64_MIN + 1);
	assert_int_equal(query_date(&query, 2).day, date_of(2024, 2, 29).day);
	assert_int_equal(query_time(&query, 3).minute, 0);
	check_text(&query, 4, "");
	query_end(&query);
	store_close(store);
}

static void
a_text_is_never_sql(void **state)
{
	(void)state;
	static const char text[] = "'); DROP TABLE setting; --\" :key ?1 %s";
	struct store *store = trial();
	set(store, "payee", text);
	struct query query = store_query(store, SQL("SELECT value FROM setting WHERE value = :text"), ARG("text", text));
	assert_true(query_next(&query));
	check_text(&query, 0, text);
	assert_false(query_next(&query));
	assert_false(query_next(&query));
	store_close(store);
}

static void
one_question_has_one_answer(void **state)
{
	(void)state;
	make_store();
	struct store *store = opened(STORE_READS);
	assert_true(store_has(store, SQL("SELECT 1 FROM setting WHERE key = :key"), ARG("key", "payee")));
	assert_false(store_has(store, SQL("SELECT 1 FROM setting WHERE key = :key"), ARG("key", "nothing")));
	assert_int_equal(store_number(store, SQL("SELECT 7 UNION ALL SELECT 8 ORDER BY 1")), 7);
	assert_int_equal(store_number(store, SQL("SELECT max(id) FROM edition")), 0);
	assert_int_equal(store_number(store, SQL("SELECT id FROM edition")), 0);
	store_close(store);
}

static void
a_statement_says_how_many_rows_it_changed(void **state)
{
	(void)state;
	struct store *store = trial();
	assert_int_equal(store_run(store, SQL("INSERT INTO setting (key, value) VALUES ('a', '1'), ('b', '1'), ('c', '2')")), 3);
	assert_int_equal(store_run(store, SQL("UPDATE setting SET value = '3' WHERE value = :old"), ARG("old", (const char *)"1")), 2);
	assert_int_equal(store_run(store, SQL("DELETE FROM setting WHERE key = 'z'")), 0);
	store_run(store, SQL("INSERT INTO suspension (id, kind, first_on, last_on, label) VALUES (41, 'break', '2021-03-01', '2021-03-02', 'x')"));
	assert_int_equal(store_last_id(store), 41);
	store_close(store);
}

static void
a_query_may_end_before_its_rows_do(void **state)
{
	(void)state;
	struct store *store = trial();
	struct query query = store_query(store, SQL("SELECT code FROM profession ORDER BY code"));
	assert_true(query_next(&query));
	query_end(&query);
	query_end(&query);
	assert_false(query_next(&query));
	store_close(store);
}

static void
ask_with_a_wrong_name(void)
{
	struct query query = store_query(trial(), SQL("SELECT :right"), ARG("wrong", 1));
	query_next(&query);
}

static void
ask_with_one_missing(void)
{
	struct query query = store_query(trial(), SQL("SELECT :first, :second"), ARG("first", 1));
	query_next(&query);
}

static void
ask_with_one_twice(void)
{
	struct query query = store_query(trial(), SQL("SELECT :first, :second"), ARG("first", 1), ARG("first", 2));
	query_next(&query);
}

static void
ask_nonsense(void)
{
	store_query(trial(), SQL("SELECT nothing FROM nowhere"));
}

static void
an_argument_that_is_wrong_or_missing_ends_the_program(void **state)
{
	(void)state;
	static deed *const asks[] = { ask_with_a_wrong_name, ask_with_one_missing, ask_nonsense };
	for (size_t i = 0; i < ITEMS(asks); i++) {
		char said[4096];
		assert_int_not_equal(end_of(asks[i], said), 0);
		assert_int_not_equal(strlen(said), 0);
	}
}

static void
an_argument_given_twice_does_not_hide_one_that_is_missing(void **state)
{
	(void)state;
	char said[4096];
	assert_int_not_equal(end_of(ask_with_one_twice, said), 0);
}

static void
read_a_date(void)
{
	struct query query = store_query(trial(), SQL("SELECT 'gestern' AS due_on"));
	query_next(&query);
	query_date(&query, 0);
}

static void
a_value_that_cannot_be_read_ends_the_program(void **state)
{
	(void)state;
	check_fatal(read_a_date, "'gestern' is no due_on");
}

struct fee {
	const char *name;
	struct date due_on;
	struct month month;
	struct daytime at;
	cents amount;
};

static const struct column fee_columns[] = {
	TEXT_COLUMN(struct fee, name),
	DATE_COLUMN(struct fee, due_on),
	MONTH_COLUMN(struct fee, month),
	TIME_COLUMN(struct fee, at),
	AMOUNT_COLUMN(struct fee, amount),
};
static const struct listing fees = LISTING(fee_columns);

static void
take_fee(void *context, const void *row)
{
	const struct fee *fee = row;
	int *rows = context;
	assert_string_equal(fee->name, *rows ? "Bianchi" : "Rossi");
	assert_int_equal(fee->due_on.day, date_of(2021, 3, 31).day);
	assert_int_equal(fee->month.month, month_at(2021, 3).month);
	assert_int_equal(fee->at.minute, 21 * 60);
	assert_true(fee->amount == (*rows ? CENTS_NONE : 8540));
	++*rows;
}

static void
rows_fill_the_struct_of_their_listing(void **state)
{
	(void)state;
	int rows = 0;
	struct fee fee;
	struct store *store = trial();
	struct query query = store_query(store,
	    SQL("SELECT 'Rossi' AS name, '2021-03-31' AS due_on, '2021-03' AS month, '21:00' AS at, 8540 AS amount\n"
	        "UNION ALL\n"
	        "SELECT 'Bianchi', '2021-03-31', '2021-03', '21:00', NULL"));
	query_each(&query, &fees, &fee, take_fee, &rows);
	assert_int_equal(rows, 2);
	store_close(store);
}

static void
fill_in_another_order(void)
{
	int rows = 0;
	struct fee fee;
	struct query query = store_query(trial(), SQL("SELECT 'Rossi' AS name, '2021-03' AS month, '2021-03-31' AS due_on, '21:00' AS at, 1 AS amount"));
	query_each(&query, &fees, &fee, take_fee, &rows);
}

static void
columns_in_another_order_than_the_listing_end_the_program(void **state)
{
	(void)state;
	char said[4096];
	assert_int_not_equal(end_of(fill_in_another_order, said), 0);
}

static void
an_unknown_word_is_refused_with_the_nearest_or_the_hint(void **state)
{
	(void)state;
	struct refusal why = { "" };
	struct store *store = trial();
	assert_false(query_refuse(store_query(store, SQL("SELECT code FROM profession ORDER BY code")), "profession", "medicco", "the hint", &why));
	assert_string_equal(why.text, "profession: unknown 'medicco'; did you mean 'medico'?");
	assert_false(query_refuse(store_query(store, SQL("SELECT code FROM profession ORDER BY code")), "profession", "xyzzyxyzzy", "the hint", &why));
	assert_string_equal(why.text, "profession: unknown 'xyzzyxyzzy'; the hint");
	store_close(store);
}

#define TEST(function) cmocka_unit_test_setup_teardown(function, make_folder, remove_folder)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_new_store_is_for_its_owner_alone_whatever_the_umask),
		TEST(the_files_beside_it_are_too),
		TEST(the_folders_above_are_made_for_the_owner_alone),
		TEST(a_store_says_what_it_is),
		TEST(a_new_store_has_its_name_only_when_it_is_committed),
		TEST(a_new_store_that_is_not_committed_leaves_nothing),
		TEST(a_new_store_that_fails_leaves_nothing),
		TEST(a_new_store_with_nothing_in_it_is_a_store),
		TEST(a_store_is_not_made_where_something_is),
		TEST(a_link_to_nowhere_is_not_followed),
		TEST(of_two_that_are_made_at_once_the_first_one_stays),
		TEST(a_trial_is_a_store_that_leaves_nothing),
		TEST(where_there_is_no_store_the_command_that_makes_one_is_named),
		TEST(a_store_of_a_newer_program_is_refused),
		TEST(a_store_without_a_schema_is_refused),
		TEST(the_database_of_another_program_is_refused),
		TEST(an_empty_file_is_refused),
		TEST(a_file_that_is_no_database_ends_the_program),
		TEST(a_folder_is_no_store),
		TEST(who_may_not_write_reads_and_leaves_nothing),
		TEST(a_reader_leaves_no_trace),
		TEST(whoever_opens_it_looks_at_its_pages_before_believing_them),
		TEST(a_reader_cannot_write),
		TEST(a_reader_sees_one_state_whatever_is_written_meanwhile),
		TEST(what_is_not_committed_is_taken_back),
		TEST(a_command_that_changes_nothing_writes_no_log_and_not_one_byte),
		TEST(a_command_that_ends_where_it_began_writes_nothing_either),
		TEST(what_the_schema_refuses_ends_the_program_and_changes_nothing),
		TEST(a_writer_waits_for_the_one_before),
		TEST(every_change_is_one_row_of_the_log_with_time_and_command),
		TEST(the_log_knows_the_user_whatever_the_environment_says),
		TEST(the_inverse_of_a_change_set_takes_back_what_a_command_did),
		TEST(a_change_set_has_every_table_but_the_log),
		TEST(what_is_added_in_bulk_is_logged_as_a_range_of_ids),
		TEST(a_table_to_which_nothing_was_added_is_not_logged),
		TEST(adding_nothing_in_bulk_changes_nothing),
		TEST(what_is_added_in_bulk_is_taken_back_without_a_commit),
		TEST(every_table_has_a_primary_key),
		TEST(no_primary_key_may_be_null),
		TEST(no_column_is_generated_or_hidden),
		TEST(deleting_or_changing_a_row_never_touches_another),
		TEST(every_table_is_strict),
		TEST(every_reference_is_to_a_table_that_is_there),
		TEST(a_day_that_does_not_exist_enters_no_date),
		TEST(what_is_no_date_enters_no_date),
		TEST(a_time_that_does_not_exist_enters_no_time_of_day),
		TEST(the_ledger_refuses_to_be_changed_or_shortened),
		TEST(the_ledger_refuses_to_be_replaced),
		TEST(a_sound_store_has_no_damage),
		TEST(a_dangling_reference_is_found),
		TEST(arguments_of_every_type_arrive),
		TEST(what_is_not_there_arrives_as_null),
		TEST(null_is_read_as_what_is_not_there),
		TEST(values_are_read_as_they_were_written),
		TEST(a_text_is_never_sql),
		TEST(one_question_has_one_answer),
		TEST(a_statement_says_how_many_rows_it_changed),
		TEST(a_query_may_end_before_its_rows_do),
		TEST(an_argument_that_is_wrong_or_missing_ends_the_program),
		TEST(an_argument_given_twice_does_not_hide_one_that_is_missing),
		TEST(a_value_that_cannot_be_read_ends_the_program),
		TEST(rows_fill_the_struct_of_their_listing),
		TEST(columns_in_another_order_than_the_listing_end_the_program),
		TEST(an_unknown_word_is_refused_with_the_nearest_or_the_hint),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
