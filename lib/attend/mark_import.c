#include "mark_record.h"

#include <balint/query.h>

#include <string.h>

#define ROW struct mark_import_row
static const struct column columns[] = {
	DATE_COLUMN(ROW, date),
	TEXT_COLUMN(ROW, handle),
	TEXT_COLUMN(ROW, action),
};
const struct listing mark_import_listing = LISTING(columns);

struct import {
	struct mark_reading reading;
	bool begun, known; /* a first line was read; it was a header */
};

static int64_t
insert_entry(struct import *import, const struct mark_record *record)
{
	store_run(import->reading.store,
	    SQL("INSERT INTO temp.entry (session, person, line, status, mode, whole, exact, words)\n"
	        "VALUES (:session, :person, :line, :status, :mode, :whole, :exact, :words)"),
	    ARG("session", import->reading.session.id), ARG("person", record->person), ARG("line", (int64_t)import->reading.record->line),
	    ARG("status", record->mark.status), ARG("mode", record->mode), ARG("whole", record->mark.count == 0), ARG("exact", record->exact),
	    ARG("words", record->words));
	return store_last_id(import->reading.store);
}

/* The columns of the queries below; those from SESSION on of the second only. */
enum { ID, LINE, STATUS, MODE, WHOLE, EXACT, WORDS, SESSION, PERSON, START, FINISH, DATE, HANDLE };

/* Whether a further row of the same person and evening can be true together with what stands in the lines before. */
static bool
fits(struct mark_reading *reading, const struct mark_record *record, const struct query *there)
{
	struct refusal why;
	long long line = query_int(there, LINE);
	bool exact = record->exact || query_int(there, EXACT), whole = record->mark.count == 0;
	const char *mode = query_text(there, MODE);
	if (!query_is(there, STATUS, record->mark.status)) {
		refuse(&why, "'%s', but '%s' in line %lld", record->mark.status, query_text(there, STATUS), line);
		return mark_fault(reading, record->exact ? IN_MARK : IN_STATUS, why.text);
	}
	if (exact && !query_is(there, WORDS, record->words)) {
		refuse(&why, "'%s', but '%s' in line %lld", record->words, query_text(there, WORDS), line);
		return mark_fault(reading, IN_MARK, why.text);
	}
	if (record->mode && mode && strcmp(record->mode, mode) != 0) {
		refuse(&why, "'%s', but '%s' in line %lld", record->mode, mode, line);
		return mark_fault(reading, IN_MODE, why.text);
	}
	if (whole != query_int(there, WHOLE)) {
		refuse(&why, whole ? "no times, but there are some in line %lld" : "times, but the whole session in line %lld", line);
		return mark_fault(reading, IN_ARRIVED, why.text);
	}
	return true;
}

/* The id of what the file says of the person and evening, to which the row adds; 0 if it cannot be. */
static int64_t
join_entry(struct import *import, const struct mark_record *record)
{
	struct query query = store_query(import->reading.store,
	    SQL("SELECT id, line, status, mode, whole, exact, words\n"
	        "  FROM temp.entry\n"
	        " WHERE session = :session AND person = :person"),
	    ARG("session", import->reading.session.id), ARG("person", record->person));
	if (!query_next(&query))
		return insert_entry(import, record);
	int64_t id = fits(&import->reading, record, &query) ? query_int(&query, ID) : 0;
	bool repeats = query_is(&query, WORDS, record->words);
	query_end(&query);
	if (id)
		store_run(import->reading.store,
		    SQL("UPDATE temp.entry\n"
		        "   SET mode = coalesce(mode, :mode), exact = max(exact, :exact), words = iif(:repeats, words, 'several times')\n"
		        " WHERE id = :id"),
		    ARG("mode", record->mode), ARG("exact", record->exact), ARG("repeats", repeats), ARG("id", id));
	return id;
}

static void
take_entry(struct import *import)
{
	struct mark_record record = { .mode = NULL };
	int64_t id = mark_record_read(&import->reading, &record) ? join_entry(import, &record) : 0;
	for (int i = 0; id && i < record.mark.count; i++)
		store_run(import->reading.store,
		    SQL("INSERT INTO temp.entry_spell (entry, arrived, \"left\")\n"
		        "VALUES (:entry, :arrived, :left)\n"
		        "ON CONFLICT DO NOTHING"),
		    ARG("entry", id), ARG("arrived", record.mark.spells[i].arrived), ARG("left", record.mark.spells[i].left));
}

static void
take_record(void *context, const struct csv_record *record)
{
	struct import *import = context;
	struct refusal why;
	import->reading.record = record;
	if (!import->begun) {
		import->begun = true;
		import->known = mark_header_read(record, &import->reading.header, &why);
		if (!import->known)
			mark_complain(&import->reading, NULL, why.text);
		return;
	}
	if (!import->known)
		return;
	if (record->count != import->reading.header.count) {
		refuse(&why, "%zu fields, but the first line names %zu columns", record->count, import->reading.header.count);
		mark_complain(&import->reading, NULL, why.text);
		return;
	}
	take_entry(import);
}

/* A first line that cannot be read was the header. */
static void
take_fault(void *context, size_t line, const char *what)
{
	struct import *import = context;
	import->begun = true;
	import->reading.good = false;
	import->reading.taker->complain(import->reading.taker->context, line, NULL, what);
}

/* The spells of all rows; those that overlap or touch are one (RULES 5.2). */
static bool
gather_spells(struct store *store, int64_t entry, struct mark *mark)
{
	bool fit = true;
	struct query query = store_query(store,
	    SQL("SELECT arrived, \"left\"\n"
	        "  FROM temp.entry_spell\n"
	        " WHERE entry = :entry\n"
	        " ORDER BY arrived"),
	    ARG("entry", entry));
	while (query_next(&query)) {
		struct spell next = { query_time(&query, 0), query_time(&query, 1) };
		struct spell *last = mark->count ? &mark->spells[mark->count - 1] : NULL;
		if (!last || next.arrived.minute > last->left.minute) {
			fit = fit && mark->count < MARK_SPELLS;
			if (fit)
				mark->spells[mark->count++] = next;
		} else if (next.left.minute > last->left.minute) {
			last->left = next.left;
		}
	}
	return fit;
}

/* Times that are just those of the session mean the whole of it, as `list` writes them. */
static void
simplify(struct mark *mark, const struct session *session)
{
	if (mark->count == 1 && mark->spells[0].arrived.minute == session->start.minute && mark->spells[0].left.minute == session->finish.minute)
		mark->count = 0;
}

/* The marks in the order in which the file first names them. */
static void
enter(struct import *import, row_taker *take, void *context)
{
	struct store *store = import->reading.store;
	struct refusal why;
	store_bulk(store, "mark");
	struct query query = store_query(store,
	    SQL("SELECT e.id, e.line, e.status, e.mode, e.whole, e.exact, e.words, e.session, e.person, s.start, s.finish, s.date, p.handle\n"
	        "  FROM temp.entry AS e\n"
	        "  JOIN session AS s ON s.id = e.session\n"
	        "  JOIN person AS p ON p.id = e.person\n"
	        " ORDER BY e.id"));
	while (query_next(&query)) {
		const struct session session = { .id = query_int(&query, SESSION), .start = query_time(&query, START), .finish = query_time(&query, FINISH) };
		const char *mode = query_text(&query, MODE);
		struct mark mark = { .status = query_text(&query, STATUS) };
		mark.mode = mode || strcmp(mark.status, "present") != 0 ? mode : "room";
		if (!gather_spells(store, query_int(&query, ID), &mark)) {
			refuse(&why, "more than %d spells, together with the lines that follow", MARK_SPELLS);
			import->reading.taker->complain(import->reading.taker->context, (size_t)query_int(&query, LINE), "arrived", why.text);
			import->reading.good = false;
			continue;
		}
		if (!query_int(&query, EXACT))
			simplify(&mark, &session);
		const char *action = mark_enter(store, &session, query_int(&query, PERSON), &mark);
		take(context, &(struct mark_import_row){ query_date(&query, DATE), query_text(&query, HANDLE), action });
	}
}

bool
mark_import(struct store *store, const struct edition *edition, const char *path, const struct mark_import_taker *taker, struct refusal *why)
{
	struct import import = { .reading = { .store = store, .edition = edition, .taker = taker, .good = true, .date = DATE_NONE } };
	const struct csv_reading reading = { take_record, take_fault, &import };
	store_run(store,
	    SQL("CREATE TEMP TABLE entry (id INTEGER PRIMARY KEY, session INTEGER NOT NULL, person INTEGER NOT NULL, line INTEGER NOT NULL,\n"
	        "  status TEXT NOT NULL, mode TEXT, whole INTEGER NOT NULL, exact INTEGER NOT NULL, words TEXT NOT NULL, UNIQUE (session, person)) STRICT"));
	store_run(store,
	    SQL("CREATE TEMP TABLE entry_spell (entry INTEGER NOT NULL, arrived TEXT NOT NULL, \"left\" TEXT NOT NULL,\n"
	        "  PRIMARY KEY (entry, arrived, \"left\")) STRICT, WITHOUT ROWID"));
	if (!csv_read(path, &reading, why))
		return false;
	if (!import.begun)
		return refuse(why, "%s: nothing in it; the first line names the columns: date,handle,status,arrived,left,mode", path);
	if (import.reading.good)
		enter(&import, taker->take, taker->context);
	return import.reading.good;
}
