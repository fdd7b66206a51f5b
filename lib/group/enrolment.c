#include "enrolment_row.h"

#include <balint/clock.h>
#include <balint/query.h>

#include <stdio.h>
#include <string.h>

bool
enrolment_find(struct store *store, const struct edition *edition, const struct person *person, struct enrolment *enrolment)
{
	struct query query = store_query(store,
	    SQL("SELECT id, role, status, applied_on, waiting_on, joined_on, left_on\n"
	        "  FROM enrolment\n"
	        " WHERE edition = :edition AND person = :person"),
	    ARG("edition", edition->id), ARG("person", person->id));
	if (!query_next(&query))
		return false;
	enrolment->id = query_int(&query, 0);
	snprintf(enrolment->role, sizeof enrolment->role, "%s", query_text(&query, 1));
	snprintf(enrolment->status, sizeof enrolment->status, "%s", query_text(&query, 2));
	enrolment->applied = query_date(&query, 3);
	enrolment->waiting = query_date(&query, 4);
	enrolment->joined = query_date(&query, 5);
	enrolment->left = query_date(&query, 6);
	query_end(&query);
	return true;
}

bool
member_find(struct store *store, const struct edition *edition, const char *handle, struct person *person, struct refusal *why)
{
	struct enrolment enrolment;
	if (!person_find(store, handle, person, why))
		return false;
	return enrolment_find(store, edition, person, &enrolment) || refuse(why, "'%s' is not a member of edition %s", handle, edition->code);
}

static const char *
day_said(struct date date, char text[DATE_TEXT])
{
	return date_given(date) ? date_write(date, text) : "the first session";
}

/* The statuses that lead forward, in their order. */
static int
step_of(const char *status)
{
	static const char *const steps[] = { "applicant", "waiting", "active" };
	int step = 0;
	while (step < 2 && strcmp(steps[step], status) != 0)
		step++;
	return step;
}

static bool
is_active(const char *status)
{
	return strcmp(status, "active") == 0;
}

/* The same again; a day that was not said agrees with any. */
static bool
agree(const struct enrolment *there, const char *handle, struct date on, struct date first, struct refusal *why)
{
	char was[DATE_TEXT], is[DATE_TEXT];
	bool active = is_active(there->status);
	struct date since = active ? there->joined : enrolment_since(there);
	if (date_given(on) && on.day != since.day && !(active && !date_given(since) && on.day == first.day))
		return refuse(why, "'%s' is enrolled from %s, not from %s", handle, day_said(since, was), date_write(on, is));
	return true;
}

static bool
refuse_back(const struct edition *edition, const struct enrolment *there, const char *handle, struct refusal *why)
{
	char text[DATE_TEXT];
	if (is_active(there->status))
		return refuse(why, "'%s' takes part already; to end that: balint-group withdraw %s --on DATE -e %s; to take a mistake back: balint-group undo", handle,
		    handle, edition->code);
	return refuse(why, "'%s' is on the waiting list since %s; to take them off it: balint-group withdraw %s --on DATE -e %s", handle,
	    date_write(enrolment_since(there), text), handle, edition->code);
}

/* A membership without a gap is one; a gap could not be told. */
static bool
come_back(struct store *store, const struct edition *edition, const struct enrolment *there, const char *handle, const char *status,
    struct date on, struct refusal *why)
{
	char left[DATE_TEXT], next[DATE_TEXT];
	struct date day = date_plus_days(there->left, 1);
	date_write(there->left, left);
	if (strcmp(there->status, "completed") == 0)
		return refuse(why, "'%s' was a member until %s (completed); to take the end of the edition back: balint-group edition reopen %s", handle, left, edition->code);
	if (!is_active(status) || !date_given(on) || on.day != day.day)
		return refuse(why, "'%s' was a member until %s; to go on without a gap: balint-group enrol %s --on %s -e %s; to take a mistake back: balint-group undo",
		    handle, left, handle, date_write(day, next), edition->code);
	if (!edition_check_open(store, edition, why) || !enrolment_has_place(store, edition, there->role, on, ENROLLING, why))
		return false;
	store_run(store,
	    SQL("UPDATE enrolment\n"
	        "   SET status = 'active', left_on = NULL, reason = NULL\n"
	        " WHERE id = :id"),
	    ARG("id", there->id));
	return true;
}

/* Who had given up before they joined applies anew: that takes a day, so that a list that is read again brings nobody back. */
static bool
check_anew(const struct edition *edition, const struct enrolment *there, const char *handle, const char *status, struct date on, struct refusal *why)
{
	char left[DATE_TEXT];
	date_write(there->left, left);
	if (!date_given(on))
		return refuse(why, "'%s' gave up on %s; to take them up again: balint-group enrol %s --status %s --on DATE -e %s", handle, left, handle, status,
		    edition->code);
	return on.day >= there->left.day || refuse(why, "'%s' gave up on %s, so cannot begin anew before that day", handle, left);
}

static void
set_step(struct store *store, const struct enrolment *there, const char *status, struct date on)
{
	store_run(store,
	    SQL("UPDATE enrolment\n"
	        "   SET status = :status, left_on = NULL, reason = NULL,\n"
	        "       applied_on = iif(:status = 'applicant', :on, applied_on),\n"
	        "       waiting_on = iif(:status = 'waiting', :on, NULL)\n"
	        " WHERE id = :id"),
	    ARG("id", there->id), ARG("status", status), ARG("on", on));
}

/* From one status to the next, which may be the same. */
static bool
go_on(struct store *store, const struct edition *edition, const struct enrolment *there, const char *handle, const char *status,
    struct date on, struct refusal *why)
{
	bool gave_up = date_given(there->left);
	int from = gave_up ? -1 : step_of(there->status), to = step_of(status);
	char text[DATE_TEXT];
	if (from == to)
		return agree(there, handle, on, edition_first_session(store, edition), why);
	if (from > to)
		return refuse_back(edition, there, handle, why);
	if (!edition_check_open(store, edition, why) || (gave_up && !check_anew(edition, there, handle, status, on, why)))
		return false;
	if (is_active(status))
		return enrolment_join(store, edition, there, handle, on, why);
	struct date day = date_given(on) ? on : clock_today();
	if (!gave_up && day.day < enrolment_since(there).day)
		return refuse(why, "'%s' has applied only on %s", handle, date_write(enrolment_since(there), text));
	set_step(store, there, status, day);
	return true;
}

struct date
enrolment_usual_day(const struct date_range *sessions)
{
	struct date today = clock_today();
	return date_given(sessions->first) && sessions->first.day < today.day && sessions->last.day >= today.day ? today : DATE_NONE;
}

static bool
is_institution(struct store *store, const struct person *person)
{
	return store_has(store, SQL("SELECT 1 FROM person WHERE id = :id AND kind = 'institution'"), ARG("id", person->id));
}

static bool
insert(struct store *store, const struct edition *edition, const struct person *person, const char *role, const char *status, struct date on,
    struct refusal *why)
{
	bool active = is_active(status);
	struct date_range sessions;
	edition_span(store, edition, &sessions);
	struct date since = date_given(on) ? on : active ? enrolment_usual_day(&sessions) : clock_today();
	if (is_institution(store, person))
		return refuse(why, "'%s' is an institution and cannot be enrolled; make it the payer: balint-group person set PERSON --payer %s",
		    person->handle, person->handle);
	if (!edition_check_open(store, edition, why) || (active && !enrolment_has_place(store, edition, role, since, ENROLLING, why)))
		return false;
	store_run(store,
	    SQL("INSERT INTO enrolment (edition, person, role, status, applied_on, waiting_on, joined_on)\n"
	        "VALUES (:edition, :person, :role, :status, :applied, :waiting, :joined)"),
	    ARG("edition", edition->id), ARG("person", person->id), ARG("role", role), ARG("status", status),
	    ARG("applied", active ? DATE_NONE : since), ARG("waiting", strcmp(status, "waiting") == 0 ? since : DATE_NONE),
	    ARG("joined", active ? since : DATE_NONE));
	return true;
}

bool
enrolment_add(struct store *store, const struct edition *edition, const char *handle, const char *role, const char *status,
    struct date on, struct refusal *why)
{
	struct person person = { 0 };
	struct enrolment there;
	if (!person_find_remembered(store, handle, &person, why))
		return false;
	if (!enrolment_find(store, edition, &person, &there))
		return insert(store, edition, &person, role, status, on, why);
	if (strcmp(there.role, role) != 0)
		return refuse(why, "'%s' is enrolled as %s, not as %s", handle, there.role, role);
	if (enrolment_has_joined(&there) && date_given(there.left))
		return come_back(store, edition, &there, handle, status, on, why);
	return go_on(store, edition, &there, handle, status, on, why);
}

static bool
has_reason(struct store *store, int64_t enrolment, const char *reason)
{
	return store_has(store,
	    SQL("SELECT 1\n"
	        "  FROM enrolment\n"
	        " WHERE id = :id AND reason = :reason"),
	    ARG("id", enrolment), ARG("reason", reason));
}

/* Nobody leaves before they came, applied or began to wait. */
static bool
check_leaving(struct store *store, const struct edition *edition, const struct enrolment *there, const char *handle, struct date on, struct refusal *why)
{
	char text[DATE_TEXT];
	struct date first = edition_first_session(store, edition);
	struct date since = is_active(there->status) ? there->joined : enrolment_since(there);
	if (date_given(there->left))
		return refuse(why, "'%s' has left on %s (%s)", handle, date_write(there->left, text), there->status);
	if (!date_given(since) && on.day < first.day && on.day < clock_today().day)
		return refuse(why, "'%s' belongs to edition %s only from its first session, on %s", handle, edition->code, date_write(first, text));
	if (!date_given(since) || on.day >= since.day)
		return true;
	date_write(since, text);
	if (is_active(there->status))
		return refuse(why, "'%s' is enrolled only from %s", handle, text);
	if (strcmp(there->status, "waiting") == 0)
		return refuse(why, "'%s' waits only from %s", handle, text);
	return refuse(why, "'%s' has applied only on %s", handle, text);
}

bool
enrolment_withdraw(struct store *store, const struct edition *edition, const char *handle, struct date on, const char *reason,
    struct withdrawal *done, struct refusal *why)
{
	struct person person = { 0 };
	struct enrolment there;
	*done = (struct withdrawal){ false, false };
	if (!person_find(store, handle, &person, why))
		return false;
	if (!enrolment_find(store, edition, &person, &there))
		return refuse(why, "'%s' is not a member of edition %s", handle, edition->code);
	done->already = strcmp(there.status, "withdrawn") == 0 && there.left.day == on.day;
	done->place = is_active(there.status) && strcmp(there.role, "participant") == 0;
	if (done->already)
		return !reason || has_reason(store, there.id, reason)
		    || refuse(why, "'%s' has left on that day, for another reason", handle);
	if (!check_leaving(store, edition, &there, handle, on, why))
		return false;
	store_run(store,
	    SQL("UPDATE enrolment\n"
	        "   SET status = 'withdrawn', left_on = :on, reason = :reason\n"
	        " WHERE id = :id"),
	    ARG("id", there.id), ARG("on", on), ARG("reason", reason));
	return true;
}
