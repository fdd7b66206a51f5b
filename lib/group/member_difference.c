#include "member_difference.h"

#include "enrolment_row.h"

#include <balint/clock.h>
#include <balint/fatal.h>
#include <balint/text.h>

#include <stdlib.h>
#include <string.h>

enum { OF_NOTHING, OF_PERSON, OF_ENROLMENT };
static const char cell_is[IN_CELLS] = { [IN_FAMILY] = OF_PERSON, [IN_GIVEN] = OF_PERSON, [IN_ROLE] = OF_ENROLMENT, [IN_STATUS] = OF_ENROLMENT,
	[IN_PROFESSION] = OF_PERSON, [IN_EMAIL] = OF_PERSON, [IN_PHONE] = OF_PERSON, [IN_JOINED] = OF_ENROLMENT, [IN_LEFT] = OF_ENROLMENT,
	[IN_APPLIED] = OF_ENROLMENT, [IN_WAITING] = OF_ENROLMENT, [IN_REASON] = OF_ENROLMENT, [IN_TAX_CODE] = OF_PERSON, [IN_PAYER] = OF_PERSON,
	[IN_BORN_ON] = OF_PERSON, [IN_BORN_IN] = OF_PERSON, [IN_LANGUAGE] = OF_PERSON, [IN_REMINDERS] = OF_PERSON };

/* The columns of the query; from CELLS on the cells in their order, `joined` as the listing shows it. */
enum { ENROLMENT, INSTITUTION, JOINED, CELLS };

static struct query
query_stored(const struct member_reading *reading, int64_t person)
{
	return store_query(reading->store,
	    SQL("SELECT m.id, p.kind = 'institution', m.joined_on,\n"
	        "       p.handle, p.family, p.given, m.role, m.status, p.profession, NULL, p.email, p.phone,\n"
	        "       CASE WHEN m.joined_on IS NULL AND m.applied_on IS NOT NULL THEN NULL\n"
	        "            ELSE coalesce(m.joined_on, min(:first, coalesce(m.left_on, '9999-12-31'))) END,\n"
	        "       m.left_on, m.applied_on, m.waiting_on, NULL, m.reason, p.tax_code, payer.handle, p.born_on, p.born_in, p.language,\n"
	        "       iif(p.mail, 'yes', 'no')\n"
	        "  FROM person AS p\n"
	        "  LEFT JOIN enrolment AS m ON m.person = p.id AND m.edition = :edition\n"
	        "  LEFT JOIN person AS payer ON payer.id = p.payer\n"
	        " WHERE p.id = :person"),
	    ARG("person", person), ARG("edition", reading->edition->id), ARG("first", reading->first));
}

/* One row and who it may mean. */
struct comparison {
	struct member_reading *reading;
	struct member_record *record;
	const struct query *stored;
	struct member_difference *difference;
};

static const char *
stored(const struct comparison *comparison, enum member_cell cell)
{
	return query_text(comparison->stored, CELLS + (int)cell);
}

static bool
is(const char *word, const char *text)
{
	return text && strcmp(text, word) == 0;
}

static void
fault(const struct comparison *comparison, enum member_cell cell, const struct refusal *why)
{
	comparison->record->good = member_fault(comparison->reading, comparison->reading->line, member_cell_name(cell), why->text);
}

/* How far an enrolment has come. */
static int
stage(const char *status)
{
	return is("applicant", status) ? 0 : is("waiting", status) ? 1 : is("active", status) ? 2 : 3;
}

/* Whether the enrolment may become what the cell says. */
static bool
may_move(const struct comparison *comparison, enum member_cell cell, struct refusal *why)
{
	const char *handle = stored(comparison, IN_HANDLE), *status = stored(comparison, IN_STATUS), *left = stored(comparison, IN_LEFT);
	const char *said = comparison->record->said[cell];
	if (cell == IN_ROLE)
		return refuse(why, "'%s' is enrolled as %s, not as %s; to enrol them anew: balint-group unenrol %s -e %s", handle, stored(comparison, IN_ROLE),
		    said, handle, comparison->reading->edition->code);
	if (left && (cell == IN_STATUS || cell == IN_LEFT || cell == IN_JOINED))
		return refuse(why, "'%s' has left on %s (%s), not '%s'", handle, left, status, said);
	if (cell == IN_STATUS && stage(said) < stage(status))
		return refuse(why, "'%s' is %s, and cannot become '%s' again", handle, status, said);
	if (cell == IN_JOINED && stage(status) == 2
	    && store_has(comparison->reading->store, SQL("SELECT 1 FROM instalment WHERE enrolment = :enrolment LIMIT 1"),
	        ARG("enrolment", comparison->difference->enrolment)))
		return refuse(why, "'%s' has joined on %s, not on %s, and the instalments are planned by that", handle, stored(comparison, IN_JOINED), said);
	return true;
}

static void
compare_cell(const struct comparison *comparison, enum member_cell cell)
{
	struct refusal why;
	const char *said = comparison->record->said[cell], *there = stored(comparison, cell);
	bool person = cell_is[cell] == OF_PERSON;
	if (!said || cell_is[cell] == OF_NOTHING || (!person && comparison->difference->enrolment == COUNT_NONE) || is(said, there))
		return;
	if (!person && !may_move(comparison, cell, &why)) {
		fault(comparison, cell, &why);
	} else if (!comparison->reading->request->update) {
		if (there)
			refuse(&why, "'%s' has '%s' in the store, not '%s'; --update changes it", stored(comparison, IN_HANDLE), there, said);
		else
			refuse(&why, "'%s' has none in the store, not '%s'; --update changes it", stored(comparison, IN_HANDLE), said);
		fault(comparison, cell, &why);
	} else {
		comparison->difference->changed |= person;
		comparison->difference->moved |= !person;
	}
}

static bool
folds_alike(const char *a, const char *b)
{
	char *first = text_fold(a), *second = text_fold(b);
	bool alike = strcmp(first, second) == 0;
	free(first);
	free(second);
	return alike;
}

/* A handle that is somebody else's is more likely than somebody with two new names. */
static bool
is_somebody_else(const struct comparison *comparison)
{
	char **said = comparison->record->said;
	struct refusal why;
	const char *family = stored(comparison, IN_FAMILY), *given = stored(comparison, IN_GIVEN), *handle = stored(comparison, IN_HANDLE);
	if (query_int(comparison->stored, INSTITUTION) == 1) {
		refuse(&why, "'%s' is an institution and cannot be enrolled", handle);
	} else {
		if (folds_alike(said[IN_FAMILY], family) || folds_alike(said[IN_GIVEN], given))
			return false;
		refuse(&why, "'%s' is %s %s in the store; take another handle, or change the names: balint-group person set %s", handle, given, family, handle);
	}
	fault(comparison, IN_HANDLE, &why);
	return true;
}

static void
say(struct member_record *record, enum member_cell cell, struct date date)
{
	char text[DATE_TEXT];
	if (!record->said[cell] && date_given(date))
		record->said[cell] = memory_text(date_write(date, text));
}

static void
say_word(struct member_record *record, enum member_cell cell, const char *word)
{
	if (!record->said[cell] && word)
		record->said[cell] = memory_text(word);
}

static void
unsay(struct member_record *record, enum member_cell cell)
{
	free(record->said[cell]);
	record->said[cell] = NULL;
}

/* From when on somebody belongs of whom it is not said. Who has applied must have a day. */
static struct date
first_day(const struct member_reading *reading, bool applied)
{
	struct date day = enrolment_usual_day(&(struct date_range){ reading->first, reading->last });
	if (date_given(day) || !applied)
		return day;
	return date_given(reading->first) ? reading->first : clock_today();
}

/* What follows of a status that the enrolment has not had yet. */
static void
complete(const struct comparison *comparison)
{
	struct member_record *record = comparison->record;
	const char *joined = comparison->stored ? query_text(comparison->stored, JOINED) : NULL;
	const char *applied = comparison->stored ? stored(comparison, IN_APPLIED) : NULL;
	struct refusal why;
	int come = stage(record->said[IN_STATUS]);
	if (come == 1) {
		say_word(record, IN_WAITING, record->said[IN_APPLIED]);
		say(record, IN_WAITING, clock_today());
		if (!applied)
			say_word(record, IN_APPLIED, record->said[IN_WAITING]);
	} else if (come == 0) {
		say(record, IN_APPLIED, clock_today());
	} else if (come == 2 && !joined) {
		say(record, IN_JOINED, first_day(comparison->reading, applied || record->said[IN_APPLIED]));
	} else if (come == 3 && !record->said[IN_LEFT]) {
		refuse(&why, "empty, but '%s' says that they have left: since when?", record->said[IN_STATUS]);
		fault(comparison, IN_LEFT, &why);
	}
}

/* The last day may not lie before the first that the store knows. */
static void
check_span(const struct comparison *comparison)
{
	struct refusal why;
	const char *joined = query_text(comparison->stored, JOINED), *left = comparison->record->said[IN_LEFT];
	char first[DATE_TEXT], today[DATE_TEXT];
	date_write(comparison->reading->first, first);
	date_write(clock_today(), today);
	if (!joined && left && !comparison->record->said[IN_JOINED] && !stored(comparison, IN_APPLIED) && strcmp(left, first) < 0 && strcmp(left, today) < 0) {
		refuse(&why, "'%s' belongs to edition %s only from its first session, on %s", stored(comparison, IN_HANDLE), comparison->reading->edition->code,
		    first);
		fault(comparison, IN_LEFT, &why);
	}
	if (!joined || !left || comparison->record->said[IN_JOINED] || strcmp(left, joined) >= 0)
		return;
	refuse(&why, "'%s' is enrolled only from %s", stored(comparison, IN_HANDLE), joined);
	fault(comparison, IN_LEFT, &why);
}

static void
compare(const struct comparison *comparison)
{
	struct member_record *record = comparison->record;
	struct member_difference *difference = comparison->difference;
	const char *status = stored(comparison, IN_STATUS), *role = stored(comparison, IN_ROLE);
	struct refusal why;
	say_word(record, IN_HANDLE, stored(comparison, IN_HANDLE));
	if (is_somebody_else(comparison))
		return;
	if (status && record->said[IN_LEFT])
		say_word(record, IN_STATUS, stage(status) == 3 ? status : "withdrawn");
	if (status && record->said[IN_JOINED] && !record->said[IN_STATUS] && stage(status) < 2) {
		refuse(&why, "'%s', but who is %s has not joined yet", record->said[IN_JOINED], status);
		fault(comparison, IN_JOINED, &why);
	}
	for (enum member_cell cell = IN_HANDLE; cell < IN_CELLS; cell++)
		compare_cell(comparison, cell);
	if (!status || !difference->moved)
		return;
	if (!query_text(comparison->stored, JOINED) && is(record->said[IN_JOINED] ? record->said[IN_JOINED] : "", stored(comparison, IN_JOINED)))
		unsay(record, IN_JOINED); /* goes on to follow the first session */
	check_span(comparison);
	const char *new = record->said[IN_STATUS];
	if (!new || strcmp(new, status) == 0)
		return;
	complete(comparison);
	difference->joins = is("active", new) && is("participant", role);
}

/* Somebody who is not enrolled yet. */
static void
begin(const struct comparison *comparison)
{
	struct member_record *record = comparison->record;
	say_word(record, IN_ROLE, "participant");
	say_word(record, IN_STATUS, record->said[IN_LEFT] ? "withdrawn" : "active");
	complete(comparison);
	comparison->difference->joins = is("active", record->said[IN_STATUS]) && is("participant", record->said[IN_ROLE]);
}

bool
member_differs(struct member_reading *reading, int64_t person, struct member_record *record, struct member_difference *difference)
{
	*difference = (struct member_difference){ .person = person, .enrolment = COUNT_NONE };
	struct comparison comparison = { .reading = reading, .record = record, .difference = difference };
	struct query query = { 0 };
	if (person != COUNT_NONE) {
		query = query_stored(reading, person);
		query_next(&query);
		comparison.stored = &query;
		difference->enrolment = query_int(&query, ENROLMENT);
		compare(&comparison);
	}
	if (difference->enrolment == COUNT_NONE && record->good) {
		comparison.stored = NULL;
		begin(&comparison);
	}
	if (person != COUNT_NONE)
		query_end(&query);
	return record->good;
}
