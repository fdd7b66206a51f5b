#include "member_enter.h"

#include "member_room.h"

#include <balint/fatal.h>
#include <balint/person.h>
#include <balint/query.h>
#include <balint/text.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static bool
is_taken(struct store *store, const char *handle)
{
	return store_has(store, SQL("SELECT 1 FROM person WHERE handle = :handle UNION ALL SELECT 1 FROM temp.line WHERE handle = :handle"),
	    ARG("handle", handle));
}

/* Of the family name, and if that is somebody's, of both names: rossi, rossi-paolo. */
static bool
make_handle(struct store *store, const char *family, const char *given, char handle[TEXT_HANDLE], struct refusal *why)
{
	char second[TEXT_HANDLE];
	struct refusal unsaid;
	if (!person_make_handle(family, handle, why))
		return false;
	if (!is_taken(store, handle))
		return true;
	size_t length = strlen(handle);
	if (person_make_handle(given, second, &unsaid) && length + 1 + strlen(second) < TEXT_HANDLE) {
		snprintf(handle + length, TEXT_HANDLE - length, "-%.*s", (int)(TEXT_HANDLE - 2 - length), second);
		if (!is_taken(store, handle))
			return true;
	}
	return refuse(why, "'%s' is somebody else's; write one of their own", handle);
}

/* Somebody new of the same name who has a handle is perhaps the same person. */
static bool
has_namesake(struct store *store, const char *name, struct refusal *why)
{
	int64_t line = store_number(store,
	    SQL("SELECT line\n"
	        "  FROM temp.line\n"
	        " WHERE name = :name AND who GLOB '@*' AND good\n"
	        " ORDER BY id\n"
	        " LIMIT 1"),
	    ARG("name", name));
	if (line)
		refuse(why, "line %lld has somebody of that name with a handle; write it here too, or another", (long long)line);
	return line;
}

static void
settle_handles(struct member_reading *reading)
{
	struct refusal why;
	char handle[TEXT_HANDLE];
	struct query query = store_query(reading->store,
	    SQL("SELECT id, line, family, given, name\n"
	        "  FROM temp.line\n"
	        " WHERE +handle IS NULL AND good AND twin IS NULL\n"
	        " ORDER BY id"));
	while (query_next(&query)) {
		if (has_namesake(reading->store, query_text(&query, 4), &why)
		    || !make_handle(reading->store, query_text(&query, 2), query_text(&query, 3), handle, &why))
			member_fault(reading, (size_t)query_int(&query, 1), "handle", why.text);
		else
			store_run(reading->store, SQL("UPDATE temp.line SET handle = :handle WHERE id = :id"), ARG("id", query_int(&query, 0)),
			    ARG("handle", handle));
	}
}

static void
check_payers(struct member_reading *reading)
{
	struct refusal why;
	struct query query = store_query(reading->store,
	    SQL("SELECT l.line, l.payer, l.payer IS l.handle\n"
	        "  FROM temp.line AS l\n"
	        " WHERE l.payer IS NOT NULL AND l.good AND l.twin IS NULL\n"
	        "   AND (l.payer IS l.handle\n"
	        "        OR (NOT EXISTS (SELECT 1 FROM person AS p WHERE p.handle = l.payer)\n"
	        "            AND NOT EXISTS (SELECT 1 FROM temp.line AS o WHERE o.handle = l.payer)))\n"
	        " ORDER BY l.id"));
	while (query_next(&query)) {
		const char *payer = query_text(&query, 1);
		if (query_int(&query, 2))
			refuse(&why, "nobody is their own payer; leave it empty");
		else
			refuse(&why, "unknown '%s', in the file and in the store; an institution is added by: balint-group person add %s --family NAME --institution",
			    payer, payer);
		member_fault(reading, (size_t)query_int(&query, 0), "payer", why.text);
	}
}

void
member_lines_settle(struct member_reading *reading)
{
	settle_handles(reading);
	check_payers(reading);
	member_room_check(reading);
}

/* The columns of the query below. */
enum { ID, LINE, PERSON, HANDLE, FAMILY, GIVEN, PROFESSION, EMAIL, PHONE, TAX_CODE, LANGUAGE, REMINDERS, BORN_ON, BORN_IN };

static bool
enter_person(struct member_reading *reading, const struct query *query)
{
	struct refusal why;
	struct person person = { 0 };
	const char *handle = query_text(query, HANDLE);
	const struct person_facts facts = {
		.family = query_text(query, FAMILY), .given = query_text(query, GIVEN), .profession = query_text(query, PROFESSION),
		.email = query_text(query, EMAIL), .phone = query_text(query, PHONE), .tax_code = query_text(query, TAX_CODE),
		.language = query_text(query, LANGUAGE), .reminders = query_text(query, REMINDERS), .born_on = query_text(query, BORN_ON),
		.born_in = query_text(query, BORN_IN),
	};
	bool new = query_int(query, PERSON) == COUNT_NONE;
	if (!(new ? person_add(reading->store, handle, &facts, &person, &why) : person_set(reading->store, handle, &facts, &why)))
		return member_fault(reading, (size_t)query_int(query, LINE), NULL, why.text);
	if (new)
		store_run(reading->store, SQL("UPDATE temp.line SET person = :person, changed = 2 WHERE id = :id"), ARG("person", person.id),
		    ARG("id", query_int(query, ID)));
	return true;
}

static bool
enter_people(struct member_reading *reading)
{
	bool good = true;
	struct query query = store_query(reading->store,
	    SQL("SELECT id, line, person, handle, family, given, profession, email, phone, tax_code, language, reminders, born_on, born_in\n"
	        "  FROM temp.line\n"
	        " WHERE twin IS NULL AND (person IS NULL OR changed)\n"
	        " ORDER BY id"));
	while (query_next(&query))
		good = enter_person(reading, &query) && good;
	return good;
}

/* Once everybody is there: a payer may stand further down. */
static bool
enter_payers(struct member_reading *reading)
{
	struct refusal why;
	bool good = true;
	struct query query = store_query(reading->store,
	    SQL("SELECT line, handle, payer\n"
	        "  FROM temp.line\n"
	        " WHERE twin IS NULL AND changed AND payer IS NOT NULL\n"
	        " ORDER BY id"));
	while (query_next(&query))
		if (!person_set(reading->store, query_text(&query, 1), &(struct person_facts){ .payer = query_text(&query, 2) }, &why))
			good = member_fault(reading, (size_t)query_int(&query, 0), "payer", why.text);
	return good;
}

/* Who waits gets the next ids in the order of the waiting list, which goes by them. */
static void
enter_enrolments(struct member_reading *reading)
{
	store_run(reading->store,
	    SQL("INSERT INTO enrolment (edition, person, role, status, applied_on, waiting_on, joined_on, left_on, reason)\n"
	        "SELECT :edition, person, role, status, applied, waiting, joined, \"left\", reason\n"
	        "  FROM temp.line\n"
	        " WHERE twin IS NULL AND enrolment IS NULL\n"
	        " ORDER BY status = 'waiting', iif(status = 'waiting', waiting, NULL), iif(status = 'waiting', place, NULL), id"),
	    ARG("edition", reading->edition->id));
	store_run(reading->store,
	    SQL("UPDATE enrolment\n"
	        "   SET status = coalesce(l.status, enrolment.status), applied_on = coalesce(l.applied, applied_on), waiting_on = coalesce(l.waiting, waiting_on),\n"
	        "       joined_on = coalesce(l.joined, joined_on), left_on = coalesce(l.\"left\", left_on), reason = coalesce(l.reason, enrolment.reason)\n"
	        "  FROM temp.line AS l\n"
	        " WHERE l.enrolment = enrolment.id AND l.moved AND l.twin IS NULL"));
}

bool
member_lines_enter(struct member_reading *reading)
{
	if (!enter_people(reading) || !enter_payers(reading))
		return false;
	enter_enrolments(reading);
	return true;
}

void
member_lines_tell(struct member_reading *reading, row_taker *take, void *context)
{
	struct query query = store_query(reading->store,
	    SQL("SELECT coalesce(l.handle, t.handle),\n"
	        "       CASE WHEN l.twin IS NOT NULL THEN 'unchanged' WHEN l.changed = 2 THEN 'added' WHEN l.enrolment IS NULL THEN 'enrolled'\n"
	        "            WHEN l.changed OR l.moved THEN 'updated' ELSE 'unchanged' END,\n"
	        "       iif(l.moved AND l.status = 'withdrawn' AND l.enrolment IS NOT NULL, l.\"left\", NULL)\n"
	        "  FROM temp.line AS l\n"
	        "  LEFT JOIN temp.line AS t ON t.id = l.twin\n"
	        " ORDER BY l.id"));
	while (query_next(&query))
		take(context, &(struct member_import_row){ query_text(&query, 0), query_text(&query, 1), query_date(&query, 2) });
}
