#include "member_line.h"

#include "member_difference.h"

#include <balint/fatal.h>
#include <balint/text.h>

#include <stdlib.h>
#include <string.h>

void
member_lines_begin(struct store *store)
{
	store_run(store,
	    SQL("CREATE TEMP TABLE line (id INTEGER PRIMARY KEY, line INTEGER NOT NULL, who TEXT NOT NULL, name TEXT NOT NULL, twin INTEGER,\n"
	        "  good INTEGER NOT NULL, person INTEGER, enrolment INTEGER, changed INTEGER NOT NULL, moved INTEGER NOT NULL,\n"
	        "  joins INTEGER NOT NULL,\n"
	        "  handle TEXT, family TEXT, given TEXT, role TEXT, status TEXT, profession TEXT, email TEXT, phone TEXT, joined TEXT,\n"
	        "  \"left\" TEXT, applied TEXT, waiting TEXT, place INTEGER, reason TEXT, tax_code TEXT, payer TEXT, born_on TEXT, born_in TEXT,\n"
	        "  language TEXT, reminders TEXT) STRICT"));
	store_run(store, SQL("CREATE INDEX temp.line_who ON line (who)"));
	store_run(store, SQL("CREATE INDEX temp.line_name ON line (name)"));
	store_run(store, SQL("CREATE INDEX temp.line_handle ON line (handle)"));
}

static int64_t
find_handle(struct store *store, const char *handle)
{
	int64_t id = store_number(store, SQL("SELECT id FROM person WHERE handle = :handle"), ARG("handle", handle));
	return id ? id : COUNT_NONE;
}

/* The one person of that name; of several, they are named in a fault. */
static int64_t
find_name(struct member_reading *reading, const char *family, const char *given, struct member_record *record)
{
	struct refusal why;
	struct query query = store_query(reading->store,
	    SQL("SELECT min(id), count(*), group_concat(handle, ', ')\n"
	        "  FROM person\n"
	        " WHERE family_key = :family AND given_key = :given AND kind = 'person'"),
	    ARG("family", family), ARG("given", given));
	query_next(&query);
	int64_t id = query_int(&query, 0);
	if (query_int(&query, 1) > 1) {
		refuse(&why, "several people are called so (%s); write which of them is meant", query_text(&query, 2));
		record->good = member_fault(reading, reading->line, "handle", why.text);
	}
	query_end(&query);
	return id;
}

/* Whether the row says just what the earlier one says; the first cell that differs is a fault. */
static bool
repeats(struct member_reading *reading, struct member_record *record, const struct query *earlier, bool known)
{
	enum { LINE = 1, CELLS };
	struct refusal why;
	for (enum member_cell cell = known ? IN_FAMILY : IN_HANDLE; cell < IN_CELLS; cell++) {
		const char *said = record->said[cell], *before = query_text(earlier, CELLS + (int)cell);
		if (said ? query_is(earlier, CELLS + (int)cell, said) : !before)
			continue;
		refuse(&why, "the same person as in line %lld, but '%s' and not '%s'", (long long)query_int(earlier, LINE), said ? said : "",
		    before ? before : "");
		record->good = member_fault(reading, reading->line, member_cell_name(cell), why.text);
		return false;
	}
	return true;
}

/* The id of an earlier row of the same person; 0 if there is none. */
static int64_t
find_twin(struct member_reading *reading, const char *who, struct member_record *record)
{
	struct query query = store_query(reading->store,
	    SQL("SELECT id, line, handle, family, given, role, status, profession, NULL, email, phone, joined, \"left\", applied, waiting, place,\n"
	        "       reason, tax_code, payer, born_on, born_in, language, reminders\n"
	        "  FROM temp.line\n"
	        " WHERE who = :who AND twin IS NULL AND good"),
	    ARG("who", who));
	if (!query_next(&query))
		return 0;
	int64_t twin = query_int(&query, 0);
	repeats(reading, record, &query, *who == '#');
	query_end(&query);
	return twin;
}

static void
insert(struct member_reading *reading, const struct member_record *record, const struct member_difference *d, const char *who, const char *name,
    int64_t twin)
{
	char *const *said = record->said;
	int64_t place = COUNT_NONE;
	if (said[IN_PLACE])
		text_is_id(said[IN_PLACE], &place);
	store_run(reading->store,
	    SQL("INSERT INTO temp.line (line, who, name, twin, good, person, enrolment, changed, moved, joins, handle, family, given, role, status,\n"
	        "  profession, email, phone, joined, \"left\", applied, waiting, place, reason, tax_code, payer, born_on, born_in, language, reminders)\n"
	        "VALUES (:line, :who, :name, nullif(:twin, 0), :good, :person, :enrolment, :changed, :moved, :joins, :handle, :family, :given,\n"
	        "  :role, :status, :profession, :email, :phone, :joined, :left, :applied, :waiting, :place, :reason, :tax_code, :payer, :born_on,\n"
	        "  :born_in, :language, :reminders)"),
	    ARG("line", (int64_t)reading->line), ARG("who", who), ARG("name", name), ARG("twin", twin), ARG("good", record->good),
	    ARG("person", d->person), ARG("enrolment", d->enrolment), ARG("changed", d->changed), ARG("moved", d->moved), ARG("joins", d->joins),
	    ARG("handle", said[IN_HANDLE]), ARG("family", said[IN_FAMILY]), ARG("given", said[IN_GIVEN]),
	    ARG("role", said[IN_ROLE]), ARG("status", said[IN_STATUS]), ARG("profession", said[IN_PROFESSION]), ARG("email", said[IN_EMAIL]),
	    ARG("phone", said[IN_PHONE]), ARG("joined", said[IN_JOINED]), ARG("left", said[IN_LEFT]), ARG("applied", said[IN_APPLIED]),
	    ARG("waiting", said[IN_WAITING]), ARG("place", place), ARG("reason", said[IN_REASON]), ARG("tax_code", said[IN_TAX_CODE]),
	    ARG("payer", said[IN_PAYER]), ARG("born_on", said[IN_BORN_ON]), ARG("born_in", said[IN_BORN_IN]), ARG("language", said[IN_LANGUAGE]),
	    ARG("reminders", said[IN_REMINDERS]));
}

void
member_line_add(struct member_reading *reading, struct member_record *record)
{
	struct member_difference difference = { .person = COUNT_NONE, .enrolment = COUNT_NONE };
	const char *handle = record->said[IN_HANDLE];
	char *family = text_fold(record->said[IN_FAMILY] ? record->said[IN_FAMILY] : "");
	char *given = text_fold(record->said[IN_GIVEN] ? record->said[IN_GIVEN] : "");
	char *name = memory_format("%s\n%s", family, given);
	int64_t person = COUNT_NONE, twin = 0;
	if (record->good)
		person = handle ? find_handle(reading->store, handle) : find_name(reading, family, given, record);
	char *who = person != COUNT_NONE ? memory_format("#%lld", (long long)person) : handle ? memory_format("@%s", handle) : memory_format("=%s", name);
	if (record->good)
		member_differs(reading, person, record, &difference);
	if (record->good)
		twin = find_twin(reading, who, record);
	insert(reading, record, &difference, who, name, twin);
	free(who);
	free(name);
	free(family);
	free(given);
}
