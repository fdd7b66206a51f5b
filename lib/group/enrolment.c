#include <balint/clock.h>
#include <balint/enrolment.h>
#include <balint/query.h>

#include <stdio.h>
#include <string.h>

#define ROW struct member_row
static const struct column columns[] = {
	TEXT_COLUMN(ROW, handle),
	TEXT_COLUMN(ROW, family),
	TEXT_COLUMN(ROW, given),
	TEXT_COLUMN(ROW, role),
	TEXT_COLUMN(ROW, status),
	TEXT_COLUMN(ROW, profession),
	TEXT_DETAIL(ROW, category),
	TEXT_DETAIL(ROW, email),
	TEXT_DETAIL(ROW, phone),
	DATE_DETAIL(ROW, joined),
	DATE_DETAIL(ROW, left),
};
const struct listing member_listing = LISTING(columns);

struct enrolment {
	int64_t id;
	char role[16], status[16];
	struct date applied, joined, left;
};

static bool
find(struct store *store, const struct edition *edition, const struct person *person, struct enrolment *enrolment)
{
	struct query query = store_query(store,
	    SQL("SELECT id, role, status, applied_on, joined_on, left_on\n"
	        "  FROM enrolment\n"
	        " WHERE edition = :edition AND person = :person"),
	    ARG("edition", edition->id), ARG("person", person->id));
	if (!query_next(&query))
		return false;
	enrolment->id = query_int(&query, 0);
	snprintf(enrolment->role, sizeof enrolment->role, "%s", query_text(&query, 1));
	snprintf(enrolment->status, sizeof enrolment->status, "%s", query_text(&query, 2));
	enrolment->applied = query_date(&query, 3);
	enrolment->joined = query_date(&query, 4);
	enrolment->left = query_date(&query, 5);
	query_end(&query);
	return true;
}

bool
member_find(struct store *store, const struct edition *edition, const char *handle, struct person *person, struct refusal *why)
{
	struct enrolment enrolment;
	if (!person_find(store, handle, person, why))
		return false;
	return find(store, edition, person, &enrolment) || refuse(why, "'%s' is not a member of edition %s", handle, edition->code);
}

static const char *
day_said(struct date date, char text[DATE_TEXT])
{
	return date_given(date) ? date_write(date, text) : "the first session";
}

/* Whether the enrolment that is there is what was asked for; a day that was not said agrees with any. */
static bool
agree(const struct enrolment *there, const char *handle, const char *role, const char *status, struct date on, struct date first,
    struct refusal *why)
{
	char was[DATE_TEXT], is[DATE_TEXT];
	struct date since = strcmp(there->status, "active") == 0 ? there->joined : there->applied;
	if (strcmp(there->status, "withdrawn") == 0 || strcmp(there->status, "completed") == 0)
		return refuse(why, "'%s' was a member until %s (%s)", handle, date_write(there->left, was), there->status);
	if (strcmp(there->role, role) != 0)
		return refuse(why, "'%s' is enrolled as %s, not as %s", handle, there->role, role);
	if (strcmp(there->status, status) != 0)
		return refuse(why, "'%s' is %s, not %s", handle, there->status, status);
	if (date_given(on) && on.day != since.day && !(strcmp(status, "active") == 0 && !date_given(since) && on.day == first.day))
		return refuse(why, "'%s' is enrolled from %s, not from %s", handle, day_said(since, was), date_write(on, is));
	return true;
}

static bool
has_place(struct store *store, const struct edition *edition, struct refusal *why)
{
	int64_t count = store_number(store,
	    SQL("SELECT count(*)\n"
	        "  FROM enrolment\n"
	        " WHERE edition = :edition AND role = 'participant' AND status = 'active'"),
	    ARG("edition", edition->id));
	return count < edition->max
	    || refuse(why, "edition %s is full: it has %lld participants of at most %d; use --status waiting", edition->code, (long long)count,
	        edition->max);
}

static struct date
first_session(struct store *store, const struct edition *edition)
{
	struct query query = store_query(store, SQL("SELECT min(date) FROM session WHERE edition = :edition"), ARG("edition", edition->id));
	query_next(&query);
	struct date first = query_date(&query, 0);
	query_end(&query);
	return first;
}

/* From when on somebody belongs who was enrolled without a day: see the header. */
static struct date
usual_day(struct store *store, const struct edition *edition)
{
	struct date today = clock_today();
	struct query query = store_query(store,
	    SQL("SELECT min(date), max(date)\n"
	        "  FROM session\n"
	        " WHERE edition = :edition"),
	    ARG("edition", edition->id));
	query_next(&query);
	struct date first = query_date(&query, 0), last = query_date(&query, 1);
	query_end(&query);
	return date_given(first) && first.day < today.day && last.day >= today.day ? today : DATE_NONE;
}

static bool
is_institution(struct store *store, const struct person *person)
{
	return store_has(store, SQL("SELECT 1 FROM person WHERE id = :id AND kind = 'institution'"), ARG("id", person->id));
}

bool
enrolment_add(struct store *store, const struct edition *edition, const char *handle, const char *role, const char *status,
    struct date on, struct refusal *why)
{
	struct person person = { 0 };
	struct enrolment there;
	if (!person_find(store, handle, &person, why))
		return false;
	if (find(store, edition, &person, &there))
		return agree(&there, handle, role, status, on, first_session(store, edition), why);
	if (is_institution(store, &person))
		return refuse(why, "'%s' is an institution and cannot be enrolled; make it the payer: balint-group person set PERSON --payer %s", handle, handle);
	bool active = strcmp(status, "active") == 0;
	if (active && strcmp(role, "participant") == 0 && !has_place(store, edition, why))
		return false;
	struct date since = date_given(on) ? on : active ? usual_day(store, edition) : clock_today();
	store_run(store,
	    SQL("INSERT INTO enrolment (edition, person, role, status, applied_on, waiting_on, joined_on)\n"
	        "VALUES (:edition, :person, :role, :status, :applied, :waiting, :joined)"),
	    ARG("edition", edition->id), ARG("person", person.id), ARG("role", role), ARG("status", status),
	    ARG("applied", active ? DATE_NONE : since), ARG("waiting", strcmp(status, "waiting") == 0 ? since : DATE_NONE),
	    ARG("joined", active ? since : DATE_NONE));
	return true;
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

bool
enrolment_withdraw(struct store *store, const struct edition *edition, const char *handle, struct date on, const char *reason,
    bool *already, struct refusal *why)
{
	struct person person = { 0 };
	struct enrolment there;
	char text[DATE_TEXT];
	*already = false;
	if (!person_find(store, handle, &person, why))
		return false;
	if (!find(store, edition, &person, &there))
		return refuse(why, "'%s' is not a member of edition %s", handle, edition->code);
	*already = strcmp(there.status, "withdrawn") == 0 && there.left.day == on.day;
	if (*already)
		return !reason || has_reason(store, there.id, reason)
		    || refuse(why, "'%s' has left on that day, for another reason", handle);
	if (date_given(there.left))
		return refuse(why, "'%s' has left on %s (%s)", handle, date_write(there.left, text), there.status);
	if (date_given(there.joined) && on.day < there.joined.day)
		return refuse(why, "'%s' is enrolled only from %s", handle, date_write(there.joined, text));
	store_run(store,
	    SQL("UPDATE enrolment\n"
	        "   SET status = 'withdrawn', left_on = :on, reason = :reason\n"
	        " WHERE id = :id"),
	    ARG("id", there.id), ARG("on", on), ARG("reason", reason));
	return true;
}

void
member_list(struct store *store, const struct edition *edition, const char *role, const char *status, row_taker *take, void *context)
{
	struct member_row row;
	struct query query = store_query(store,
	    SQL("SELECT v.handle, v.family, v.given, v.role, v.status, v.profession, v.category, v.email, v.phone, v.joined, v.left\n"
	        "  FROM members AS v\n"
	        "  JOIN person AS p ON p.handle = v.handle\n"
	        " WHERE v.edition = :edition\n"
	        "   AND (:role IS NULL OR v.role = :role)\n"
	        "   AND (:status IS NULL OR v.status = :status)\n"
	        " ORDER BY p.family_key, p.given_key, p.handle"),
	    ARG("edition", edition->code), ARG("role", role), ARG("status", status));
	query_each(&query, &member_listing, &row, take, context);
}
