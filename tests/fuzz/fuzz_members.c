/*
 * Lists of members: whatever the file holds, it is taken over or its faults are named; what was taken over is written by `members` as
 * csv-it and read again as the same, in an empty store and in this one.
 */
#include "fuzz.h"

#include <balint/member_import.h>
#include <balint/member_list.h>
#include <balint/query.h>

static struct store *store;
static struct edition edition;

static void
begin(void)
{
	struct refusal why = { "" };
	struct edition_facts facts = { .number = 1, .year = 2021, .min = 1, .max = 3 };
	setenv("BALINT_TODAY", "2021-03-20", 1);
	store = store_create("no-folder/balint.db", true, &why); /* in memory */
	EXPECT(store && edition_add(store, "1", &facts, &why) && edition_find(store, "1", &edition, &why), "%s", why.text);
}

struct tally {
	size_t rows, changes, faults;
};

static void
take(void *context, const void *taken)
{
	struct tally *tally = context;
	const struct member_import_row *row = taken;
	tally->rows++;
	tally->changes += strcmp(row->action, "unchanged") != 0;
	EXPECT(row->handle && *row->handle && !date_given(row->left), "a row '%s' %s", row->handle, row->action);
}

static void
complain(void *context, size_t line, const char *column, const char *what)
{
	struct tally *tally = context;
	tally->faults++;
	EXPECT(line > 0 && *what, "line %zu, column %s: '%s'", line, column ? column : "none", what);
}

/* Whether the bytes were taken over. */
static bool
import(const void *bytes, size_t length, bool update, struct tally *tally)
{
	char path[64];
	struct refusal why = { "" };
	int fd = fuzz_file(bytes, length, path);
	const struct member_import_request request = { path, NULL, update };
	const struct member_import_taker taker = { take, complain, tally };
	*tally = (struct tally){ 0 };
	bool good = member_import(store, &edition, &request, &taker, &why);
	EXPECT(good ? tally->faults == 0 : tally->rows == 0 && (tally->faults || *why.text), "%zu rows, %zu faults", tally->rows, tally->faults);
	store_run(store, SQL("DROP TABLE temp.line"));
	store_run(store, SQL("DROP TABLE temp.fault"));
	store_run(store, SQL("DROP TABLE IF EXISTS temp.span"));
	store_run(store, SQL("DROP TABLE IF EXISTS temp.room"));
	close(fd);
	return good;
}

static void
forget_all(void)
{
	store_run(store, SQL("UPDATE person SET payer = NULL"));
	store_run(store, SQL("DELETE FROM enrolment"));
	store_run(store, SQL("DELETE FROM person"));
}

static struct sink
written(void)
{
	struct sink sink;
	struct refusal why;
	const struct row_style style = { .format = ROWS_CSV_IT, .header = -1 };
	sink_init(&sink, -1);
	sink_hold(&sink);
	struct rows *rows = rows_new(&sink, &member_listing, &style, &why);
	member_list(store, &edition, NULL, NULL, rows_emit, rows);
	rows_finish(rows);
	rows_free(rows);
	return sink;
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct tally tally, again;
	if (!store)
		begin();
	if (import(data, size, false, &tally)) {
		struct sink first = written();
		EXPECT(import(data, size, false, &again) && again.rows == tally.rows && again.changes == 0, "the same again: %zu changes", again.changes);
		EXPECT(import(first.buffer, first.used, true, &again) && again.changes == 0, "what was written is not what is there:\n%.*s", (int)first.used,
		    first.buffer);
		forget_all();
		EXPECT(import(first.buffer, first.used, false, &again), "what was written is not taken over:\n%.*s", (int)first.used, first.buffer);
		struct sink second = written();
		EXPECT(first.used == second.used && memcmp(first.buffer, second.buffer, first.used) == 0, "from\n%.*s\nto\n%.*s", (int)first.used, first.buffer,
		    (int)second.used, second.buffer);
		sink_release(&first);
		sink_release(&second);
	}
	forget_all();
	return 0;
}
