#include <balint/attendance.h>
#include <balint/clock.h>
#include <balint/query.h>
#include <balint/setting.h>

#include <stdio.h>
#include <string.h>

#define ROW struct attendance_row
static const struct column columns[] = {
	TEXT_COLUMN(ROW, handle),
	COUNT_COLUMN(ROW, held),
	COUNT_COLUMN(ROW, present),
	COUNT_DETAIL(ROW, late),
	COUNT_COLUMN(ROW, absent),
	COUNT_COLUMN(ROW, excused),
	COUNT_COLUMN(ROW, unmarked),
	COUNT_DETAIL(ROW, minutes),
	COUNT_DETAIL(ROW, possible),
	PERCENT_COLUMN(ROW, percent),
	PERCENT_COLUMN(ROW, best),
	TEXT_COLUMN(ROW, verdict),
};
const struct listing attendance_listing = LISTING(columns);

bool
attendance_reaches(int64_t attended, int64_t total, int percent)
{
	return attended * 100 >= total * percent;
}

int64_t
attendance_percent(int64_t attended, int64_t total)
{
	return total ? attended * 1000 / total : COUNT_NONE;
}

/* One person's count while their sessions go by. */
struct tally {
	struct attendance_row row;
	char handle[72];
	int64_t ahead; /* minutes of sessions still to come */
};

static void
count_session(struct tally *tally, const struct query *query, struct date as_of, int grace)
{
	struct attendance_row *row = &tally->row;
	struct date date = query_date(query, 1);
	struct daytime start = query_time(query, 2), finish = query_time(query, 3);
	const char *status = query_text(query, 4);
	int64_t minutes = finish.minute - start.minute;
	if (date.day > as_of.day || !clock_reached(date, start)) {
		tally->ahead += minutes;
		return;
	}
	row->held++;
	bool conductor = !query_is(query, 7, "participant");
	row->unmarked += !status && !conductor;
	row->present += !status && conductor; /* conductors count as present unless marked */
	row->possible += status || conductor ? minutes : 0;
	row->minutes += status ? query_int(query, 6) : conductor ? minutes : 0;
	if (!status)
		return;
	row->absent += strcmp(status, "absent") == 0;
	row->excused += strcmp(status, "excused") == 0;
	row->present += strcmp(status, "present") == 0;
	row->late += strcmp(status, "present") == 0 && query_time(query, 5).minute > start.minute + grace;
}

/* What holds whatever comes: reached even if all the rest is missed, or out of reach even if none is. */
static const char *
verdict(const struct tally *tally, int threshold)
{
	const struct attendance_row *row = &tally->row;
	if (row->unmarked > 0)
		return "incomplete";
	if (row->possible + tally->ahead == 0)
		return "open";
	if (attendance_reaches(row->minutes, row->possible + tally->ahead, threshold))
		return "pass";
	return attendance_reaches(row->minutes + tally->ahead, row->possible + tally->ahead, threshold) ? "open" : "fail";
}

static void
finish_person(struct tally *tally, int threshold, row_taker *take, void *context)
{
	struct attendance_row *row = &tally->row;
	if (!*tally->handle)
		return;
	row->handle = tally->handle;
	row->percent = attendance_percent(row->minutes, row->possible);
	row->best = attendance_percent(row->minutes + tally->ahead, row->possible + tally->ahead);
	row->verdict = verdict(tally, threshold);
	take(context, row);
}

void
attendance_report(struct store *store, const struct edition *edition, const struct person *person, struct date as_of, row_taker *take, void *context)
{
	struct tally tally = { .handle = "" };
	int threshold = setting_count(store, "threshold"), grace = setting_count(store, "grace");
	struct query query = store_query(store,
	    SQL("SELECT p.handle, r.date, r.start, r.finish, r.status, r.arrived, r.minutes, r.role\n"
	        "  FROM register AS r\n"
	        "  JOIN person AS p ON p.id = r.person\n"
	        " WHERE r.edition = :edition\n"
	        "   AND (r.person = :person OR (:person IS NULL AND r.role = 'participant'))\n"
	        " ORDER BY p.family_key, p.given_key, p.handle, r.date"),
	    ARG("edition", edition->id), ARG("person", person ? person->id : COUNT_NONE));
	while (query_next(&query)) {
		if (!query_is(&query, 0, tally.handle)) {
			finish_person(&tally, threshold, take, context);
			tally = (struct tally){ .handle = "" };
			snprintf(tally.handle, sizeof tally.handle, "%s", query_text(&query, 0));
		}
		count_session(&tally, &query, as_of, grace);
	}
	finish_person(&tally, threshold, take, context);
}
