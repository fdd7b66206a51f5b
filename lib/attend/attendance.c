#include <balint/attendance.h>
#include <balint/clock.h>
#include <balint/query.h>
#include <balint/setting.h>

#include <stdio.h>

bool
attendance_reaches(int64_t attended, int64_t total, int64_t percent)
{
	return attended * 100 >= total * percent;
}

int64_t
attendance_percent(int64_t attended, int64_t total)
{
	return total > 0 && attended >= 0 ? attended * 1000 / total : COUNT_NONE;
}

int64_t
attendance_best(const struct attendance *attendance)
{
	return attendance_percent(attendance->minutes + attendance->ahead, attendance->possible + attendance->ahead);
}

static struct date
earlier(struct date a, struct date b)
{
	return !date_given(b) || (date_given(a) && a.day < b.day) ? a : b;
}

static struct date
later(struct date a, struct date b)
{
	return a.day > b.day ? a : b; /* DATE_NONE is before all others */
}

static struct date_range
both(struct date_range a, struct date_range b)
{
	return (struct date_range){ earlier(a.first, b.first), later(a.last, b.last) };
}

#define NO_DAYS { { INT32_MIN }, { INT32_MIN } }
const struct attendance attendance_none = { .present_days = NO_DAYS, .hole_days = NO_DAYS, .ahead_days = NO_DAYS };

void
attendance_add(struct attendance *sum, const struct attendance *more)
{
	sum->held += more->held;
	sum->present += more->present;
	sum->late += more->late;
	sum->absent += more->absent;
	sum->excused += more->excused;
	sum->unmarked += more->unmarked;
	sum->minutes += more->minutes;
	sum->possible += more->possible;
	sum->room += more->room;
	sum->holes += more->holes;
	sum->ahead += more->ahead;
	sum->whole += more->whole;
	sum->present_days = both(sum->present_days, more->present_days);
	sum->hole_days = both(sum->hole_days, more->hole_days);
	sum->ahead_days = both(sum->ahead_days, more->ahead_days);
}

struct attendance
attendance_at_most(const struct attendance *attendance)
{
	struct attendance most = *attendance;
	most.present += most.unmarked;
	most.minutes += most.holes;
	most.possible += most.holes;
	most.room += most.holes;
	most.whole += most.holes;
	most.present_days = both(most.present_days, most.hole_days);
	most.hole_days = attendance_none.hole_days;
	most.unmarked = most.holes = 0;
	return most;
}

/* The columns of the query below. */
enum { ENROLMENT, PERSON, HANDLE, ROLE, EDITION, CODE, DATE, START, STATUS, MODE, ARRIVED, MINUTES, LENGTH };

/* One session of the register, which is one row. */
static struct attendance
attended_at(const struct query *query, struct date as_of, int grace)
{
	struct date date = query_date(query, DATE);
	struct daytime start = query_time(query, START);
	const char *status = query_text(query, STATUS);
	int64_t length = query_int(query, LENGTH);
	const struct date_range day = { date, date };
	struct attendance one = attendance_none;
	if (date.day > as_of.day || !clock_reached(date, start)) {
		one.ahead = length;
		one.ahead_days = day;
		return one;
	}
	one.held = 1;
	if (!status && query_is(query, ROLE, "participant")) { /* conductors count as present unless marked */
		one.unmarked = 1;
		one.holes = length;
		one.hole_days = day;
		return one;
	}
	one.absent = query_is(query, STATUS, "absent");
	one.excused = query_is(query, STATUS, "excused");
	one.present = !one.absent && !one.excused;
	one.late = status && one.present && query_time(query, ARRIVED).minute > start.minute + grace;
	one.possible = length;
	one.minutes = status ? query_int(query, MINUTES) : length;
	one.room = query_is(query, MODE, "online") ? 0 : one.minutes;
	if (one.present)
		one.present_days = day;
	return one;
}

/* Minutes of all the sessions that the edition has held. */
static int64_t
minutes_held(struct store *store, int64_t edition, struct date as_of)
{
	struct query query = store_query(store,
	    SQL("SELECT date, start, finish\n"
	        "  FROM session\n"
	        " WHERE edition = :edition AND date <= :as_of AND status = 'scheduled'\n"
	        " ORDER BY date"),
	    ARG("edition", edition), ARG("as_of", as_of));
	int64_t minutes = 0;
	while (query_next(&query)) {
		struct daytime start = query_time(&query, 1);
		if (clock_reached(query_date(&query, 0), start))
			minutes += query_time(&query, 2).minute - start.minute;
	}
	return minutes;
}

/* One member while their sessions go by; the texts are kept, as the query's live for a row only. */
struct tally {
	struct store *store;
	const struct attendance_choice *choice;
	row_taker *take;
	void *context;
	struct attendance_member member; /* enrolment 0: none yet */
	char handle[TEXT_HANDLE], role[16], edition[TEXT_HANDLE];
	int64_t held_edition, held; /* the minutes that this edition has held */
};

static void
tally_end(struct tally *tally)
{
	if (tally->member.enrolment == 0)
		return;
	tally->member.attended.whole = tally->held - tally->member.attended.holes;
	tally->take(tally->context, &tally->member);
}

static void
tally_begin(struct tally *tally, const struct query *query)
{
	int64_t edition = query_int(query, EDITION);
	tally->member = (struct attendance_member){ query_int(query, ENROLMENT), query_int(query, PERSON), tally->handle, tally->role, tally->edition,
		attendance_none };
	snprintf(tally->handle, sizeof tally->handle, "%s", query_text(query, HANDLE));
	snprintf(tally->role, sizeof tally->role, "%s", query_text(query, ROLE));
	snprintf(tally->edition, sizeof tally->edition, "%s", query_text(query, CODE));
	if (tally->held_edition != edition)
		tally->held = minutes_held(tally->store, edition, tally->choice->as_of);
	tally->held_edition = edition;
}

#define SESSIONS_OF(chosen) \
	"SELECT r.enrolment, r.person, p.handle, r.role, r.edition, e.code, r.date, r.start, r.status, r.mode, r.arrived, r.minutes, r.length\n" \
	"  FROM register AS r\n" \
	"  JOIN person AS p ON p.id = r.person\n" \
	"  JOIN edition AS e ON e.id = r.edition\n" \
	" WHERE " chosen " AND r.edition BETWEEN :first AND :last\n" \
	" ORDER BY p.family_key, p.given_key, p.handle, e.number, e.year, e.code, r.date"

/* Two statements, as each has its own way to the few rows that it wants. */
static struct query
query_sessions(struct store *store, const struct attendance_choice *choice)
{
	bool all = choice->edition == EDITION_ALL;
	int64_t first = all ? 0 : choice->edition, last = all ? INT64_MAX : choice->edition;
	if (choice->person == COUNT_NONE)
		return store_query(store, SQL(SESSIONS_OF("r.role = 'participant'")), ARG("first", first), ARG("last", last));
	return store_query(store, SQL(SESSIONS_OF("r.person = :person")), ARG("person", choice->person), ARG("first", first), ARG("last", last));
}

void
attendance_each(struct store *store, const struct attendance_choice *choice, row_taker *take, void *context)
{
	struct tally tally = { .store = store, .choice = choice, .take = take, .context = context };
	int grace = setting_count(store, "grace");
	struct query query = query_sessions(store, choice);
	while (query_next(&query)) {
		if (query_int(&query, ENROLMENT) != tally.member.enrolment) {
			tally_end(&tally);
			tally_begin(&tally, &query);
		}
		struct attendance one = attended_at(&query, choice->as_of, grace);
		attendance_add(&tally.member.attended, &one);
	}
	tally_end(&tally);
}
