#include "intake.h"

#include <balint/clock.h>
#include <balint/query.h>

#include <stdio.h>
#include <string.h>

enum { KEY = 200 };

/*
 * The bank's own number; the amount belongs to it, for a storno may bear the number of what it takes back. Without one,
 * the day and a hash of what the line says, the line number and the kind of file aside.
 */
static void
write_key(const struct bank_line *line, char key[KEY])
{
	if (line->id && strlen(line->id) < KEY / 2) {
		snprintf(key, KEY, "%s#%zu %lld", line->id, line->index, (long long)line->amount);
		return;
	}
	uint64_t hash = UINT64_C(14695981039346656037); /* FNV-1a */
	char date[DATE_TEXT], amount[MONEY_TEXT];
	const char *const texts[] = { line->id ? line->id : "", money_write(line->amount, amount), line->payer, line->iban, line->text };
	for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
		for (const char *c = texts[i]; c && *c; c++)
			hash = (hash ^ (unsigned char)*c) * UINT64_C(1099511628211);
		hash = (hash ^ 0xff) * UINT64_C(1099511628211);
	}
	snprintf(key, KEY, "%s:%016llx", date_write(line->booked, date), (unsigned long long)hash);
}

struct intake
intake_begin(struct store *store, const char *path)
{
	store_bulk(store, "credit");
	store_run(store, SQL("CREATE TEMP TABLE twin (key TEXT PRIMARY KEY, count INTEGER NOT NULL) STRICT, WITHOUT ROWID"));
	return (struct intake){ .store = store, .path = path, .before = store_number(store, SQL("SELECT max(id) FROM credit")) };
}

static int64_t
statement_of(struct intake *intake)
{
	char stamp[CLOCK_STAMP];
	if (intake->statement)
		return intake->statement;
	store_run(intake->store,
	    SQL("INSERT INTO statement (file, source, applied_at)\n"
	        "VALUES (:file, '?', :stamp)"),
	    ARG("file", intake->path), ARG("stamp", clock_stamp(stamp)));
	return intake->statement = store_last_id(intake->store);
}

static int64_t
find(struct intake *intake, const char *key, int64_t occurrence)
{
	return store_number(intake->store,
	    SQL("SELECT id\n"
	        "  FROM credit\n"
	        " WHERE bank_key = :key AND occurrence = :occurrence"),
	    ARG("key", key), ARG("occurrence", occurrence));
}

/* A file in which nothing is new leaves no trace: it becomes a statement with its first new credit. */
static bool
insert(struct intake *intake, const struct bank_line *line, const char *key, int64_t occurrence)
{
	if (!intake->statement && find(intake, key, occurrence))
		return false;
	return store_run(intake->store,
	           SQL("INSERT INTO credit (statement, booked_on, amount, payer, iban, text, bank_key, occurrence)\n"
	               "VALUES (:statement, :booked, :amount, :payer, :iban, :text, :key, :occurrence)\n"
	               "ON CONFLICT DO NOTHING"),
	           ARG("statement", statement_of(intake)), ARG("booked", line->booked), ARG("amount", line->amount), ARG("payer", line->payer),
	           ARG("iban", line->iban), ARG("text", line->text), ARG("key", key), ARG("occurrence", occurrence))
	    > 0;
}

/* Which of the file's lines with that key this one is. Only keys that are there already are counted, so that a new file costs nothing. */
static int64_t
count_twin(struct intake *intake, const char *key, bool first_is_new)
{
	return store_number(intake->store,
	    SQL("INSERT INTO temp.twin (key, count)\n"
	        "VALUES (:key, :count)\n"
	        "ON CONFLICT (key) DO UPDATE SET count = count + 1\n"
	        "RETURNING count"),
	    ARG("key", key), ARG("count", first_is_new ? 2 : 1));
}

int64_t
intake_keep(struct intake *intake, const struct bank_line *line)
{
	char key[KEY];
	write_key(line, key);
	if (insert(intake, line, key, 1))
		return store_last_id(intake->store);
	int64_t there = find(intake, key, 1);
	if (line->id)
		return -there;
	int64_t occurrence = count_twin(intake, key, there > intake->before);
	return insert(intake, line, key, occurrence) ? store_last_id(intake->store) : -find(intake, key, occurrence);
}

void
intake_end(const struct intake *intake, const char *source)
{
	if (intake->statement)
		store_run(intake->store,
		    SQL("UPDATE statement\n"
		        "   SET source = :source\n"
		        " WHERE id = :id"),
		    ARG("source", source), ARG("id", intake->statement));
}
