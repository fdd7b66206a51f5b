/* Places, and who gets them. */
#include "enrolment_row.h"

#include <balint/clock.h>
#include <balint/query.h>

#include <stdio.h>
#include <string.h>

#define LAST_DAY date_of(9999, 12, 31)

struct date
enrolment_since(const struct enrolment *enrolment)
{
	return date_given(enrolment->waiting) ? enrolment->waiting : enrolment->applied;
}

bool
enrolment_has_joined(const struct enrolment *enrolment)
{
	return date_given(enrolment->joined) || !date_given(enrolment->applied);
}

bool
edition_check_open(struct store *store, const struct edition *edition, struct refusal *why)
{
	return !store_has(store, SQL("SELECT 1 FROM edition WHERE id = :id AND status = 'closed'"), ARG("id", edition->id))
	    || refuse(why, "edition %s is closed; to open it again: balint-group edition reopen %s", edition->code, edition->code);
}

bool
edition_span(struct store *store, const struct edition *edition, struct date_range *span)
{
	struct query query = store_query(store,
	    SQL("SELECT min(date), max(date)\n"
	        "  FROM session\n"
	        " WHERE edition = :edition"),
	    ARG("edition", edition->id));
	query_next(&query);
	*span = (struct date_range){ query_date(&query, 0), query_date(&query, 1) };
	query_end(&query);
	return date_given(span->first);
}

struct date
edition_first_session(struct store *store, const struct edition *edition)
{
	struct date_range span;
	edition_span(store, edition, &span);
	return span.first;
}

/* The most participants on any one day from that day on: they change on days on which somebody joins. */
static int64_t
count_most(struct store *store, const struct edition *edition, struct date from)
{
	return store_number(store,
	    SQL("SELECT max((SELECT count(*)\n"
	        "              FROM membership AS m\n"
	        "             WHERE m.edition = :edition AND m.role = 'participant' AND d.day BETWEEN m.first AND m.last))\n"
	        "  FROM (SELECT :from AS day\n"
	        "         UNION\n"
	        "        SELECT first\n"
	        "          FROM membership\n"
	        "         WHERE edition = :edition AND role = 'participant' AND first > :from) AS d"),
	    ARG("edition", edition->id), ARG("from", from));
}

/* The first day, not before that one, from which on there is always a place; DATE_NONE if there is none. */
static struct date
first_free(struct store *store, const struct edition *edition, struct date from)
{
	struct query query = store_query(store,
	    SQL("SELECT :from AS day\n"
	        " UNION\n"
	        "SELECT date(last, '+1 day')\n"
	        "  FROM membership\n"
	        " WHERE edition = :edition AND role = 'participant' AND last >= :from AND last < '9999-12-31'\n"
	        " ORDER BY day"),
	    ARG("edition", edition->id), ARG("from", from));
	while (query_next(&query)) {
		struct date day = query_date(&query, 0);
		if (count_most(store, edition, day) >= edition->max)
			continue;
		query_end(&query);
		return day;
	}
	return DATE_NONE;
}

/* Without a calendar the first session is yet to come: whoever is to leave has left by then. */
bool
enrolment_has_place(struct store *store, const struct edition *edition, const char *role, struct date joining, enum admitting admitting,
    struct refusal *why)
{
	if (strcmp(role, "participant") != 0)
		return true;
	struct date from = date_given(joining) ? joining : edition_first_session(store, edition);
	from = date_given(from) ? from : LAST_DAY;
	long long most = count_most(store, edition, from);
	if (most < edition->max)
		return true;
	char text[DATE_TEXT];
	struct date free = first_free(store, edition, from);
	if (date_given(free))
		return refuse(why, "edition %s is full: it has %lld participants of at most %d; a place is free from %s: --on %s", edition->code, most,
		    edition->max, date_write(free, text), text);
	if (admitting == ENROLLING)
		return refuse(why, "edition %s is full: it has %lld participants of at most %d; use --status waiting", edition->code, most, edition->max);
	return refuse(why,
	    "edition %s is full: it has %lld participants of at most %d; to make room: balint-group withdraw HANDLE --on DATE -e %s, or balint-group edition set %s --max %lld",
	    edition->code, most, edition->max, edition->code, edition->code, most + 1);
}

/* From when on somebody takes part who is admitted without a day. */
static struct date
admission_day(struct store *store, const struct edition *edition)
{
	struct date today = clock_today(), first = edition_first_session(store, edition);
	return date_given(first) && first.day > today.day ? first : today;
}

bool
enrolment_join(struct store *store, const struct edition *edition, const struct enrolment *enrolment, const char *handle, struct date on,
    struct refusal *why)
{
	char text[DATE_TEXT];
	struct date day = date_given(on) ? on : admission_day(store, edition), since = enrolment_since(enrolment);
	if (day.day < since.day && strcmp(enrolment->status, "waiting") == 0)
		return refuse(why, "'%s' waits only from %s", handle, date_write(since, text));
	if (day.day < since.day)
		return refuse(why, "'%s' has applied only on %s", handle, date_write(since, text));
	if (!enrolment_has_place(store, edition, enrolment->role, day, ADMITTING, why))
		return false;
	store_run(store,
	    SQL("UPDATE enrolment\n"
	        "   SET status = 'active', joined_on = :on, left_on = NULL, reason = NULL\n"
	        " WHERE id = :id"),
	    ARG("id", enrolment->id), ARG("on", day));
	return true;
}

bool
enrolment_admit(struct store *store, const struct edition *edition, const char *handle, struct date on, struct refusal *why)
{
	struct person person = { 0 };
	struct enrolment there;
	if (!person_find(store, handle, &person, why))
		return false;
	if (!enrolment_find(store, edition, &person, &there))
		return refuse(why, "'%s' has not applied to edition %s; to enrol them: balint-group enrol %s -e %s", handle, edition->code, handle,
		    edition->code);
	return enrolment_add(store, edition, handle, there.role, "active", on, why);
}

bool
enrolment_next(struct store *store, const struct edition *edition, struct date on, char handle[TEXT_HANDLE], struct refusal *why)
{
	struct query query = store_query(store,
	    SQL("SELECT p.handle\n"
	        "  FROM enrolment AS m\n"
	        "  JOIN person AS p ON p.id = m.person\n"
	        " WHERE m.edition = :edition AND m.role = 'participant' AND m.status = 'waiting' AND m.waiting_on <= :on\n"
	        " ORDER BY m.waiting_on, m.id\n"
	        " LIMIT 1"),
	    ARG("edition", edition->id), ARG("on", date_given(on) ? on : admission_day(store, edition)));
	if (!query_next(&query))
		return refuse(why, "nobody is on the waiting list of edition %s; 'balint-group members --status applicant -e %s' lists who may be admitted by name",
		    edition->code, edition->code);
	snprintf(handle, TEXT_HANDLE, "%s", query_text(&query, 0));
	query_end(&query);
	return true;
}

bool
vacancy_find(struct store *store, const struct edition *edition, struct date from, struct vacancy *vacancy)
{
	struct refusal nobody;
	vacancy->from = first_free(store, edition, from);
	vacancy->usual = admission_day(store, edition);
	return date_given(vacancy->from)
	    && enrolment_next(store, edition, vacancy->from.day > vacancy->usual.day ? vacancy->from : vacancy->usual, vacancy->handle, &nobody);
}
