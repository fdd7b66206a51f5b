#include <balint/clock.h>
#include <balint/enrolment.h>
#include <balint/mark.h>
#include <balint/query.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define ROW struct mark_row
static const struct column columns[] = {
	DATE_COLUMN(ROW, date),
	TEXT_COLUMN(ROW, handle),
	TEXT_COLUMN(ROW, status),
	TEXT_COLUMN(ROW, mode),
	TIME_COLUMN(ROW, arrived),
	TIME_COLUMN(ROW, left),
	COUNT_COLUMN(ROW, minutes),
};
const struct listing mark_listing = LISTING(columns);

/* Whether the mark that holds for the person says the same. */
static bool
holds_already(struct store *store, const struct session *session, int64_t person, const struct mark *mark)
{
	struct query query = store_query(store,
	    SQL("SELECT k.status, coalesce(k.mode, ''), t.arrived, t.\"left\"\n"
	        "  FROM mark AS k\n"
	        "  LEFT JOIN spell AS t ON t.mark = k.id\n"
	        " WHERE k.id = (SELECT max(id) FROM mark WHERE session = :session AND person = :person)\n"
	        " ORDER BY t.arrived"),
	    ARG("session", session->id), ARG("person", person));
	int spells = 0, rows = 0;
	bool same = true;
	for (; same && query_next(&query); rows++) {
		struct daytime arrived = query_time(&query, 2), left = query_time(&query, 3);
		same = query_is(&query, 0, mark->status) && query_is(&query, 1, mark->mode ? mark->mode : "");
		if (!time_given(arrived))
			continue;
		same = same && spells < mark->count && mark->spells[spells].arrived.minute == arrived.minute && mark->spells[spells].left.minute == left.minute;
		spells++;
	}
	query_end(&query);
	return same && rows > 0 && spells == mark->count;
}

static void
insert(struct store *store, const struct session *session, int64_t person, const struct mark *mark)
{
	char stamp[CLOCK_STAMP];
	store_run(store,
	    SQL("INSERT INTO mark (session, person, status, mode, marked_at, marked_by)\n"
	        "VALUES (:session, :person, :status, :mode, :stamp, :who)"),
	    ARG("session", session->id), ARG("person", person), ARG("status", mark->status), ARG("mode", mark->mode),
	    ARG("stamp", clock_stamp(stamp)), ARG("who", store_user(store)));
	int64_t id = store_last_id(store);
	for (int i = 0; i < mark->count; i++)
		store_run(store,
		    SQL("INSERT INTO spell (mark, arrived, \"left\")\n"
		        "VALUES (:mark, :arrived, :left)"),
		    ARG("mark", id), ARG("arrived", mark->spells[i].arrived), ARG("left", mark->spells[i].left));
}

/* What can be marked at this session, whoever it is. */
static bool
check_session(const struct session *session, struct date date, const struct mark *mark, struct refusal *why)
{
	char text[DATE_TEXT];
	if (session->cancelled)
		return refuse(why, "the session of %s is cancelled", date_write(date, text));
	return strcmp(mark->status, "excused") == 0 || clock_reached(date, session->start)
	    || refuse(why, "the session of %s has not begun; only 'excused' can be marked beforehand", date_write(date, text));
}

static bool
is_member_on(struct store *store, const struct edition *edition, int64_t person, struct date date)
{
	return store_has(store,
	    SQL("SELECT 1\n"
	        "  FROM register\n"
	        " WHERE edition = :edition AND person = :person AND date = :date"),
	    ARG("edition", edition->id), ARG("person", person), ARG("date", date));
}

bool
mark_set(struct store *store, const struct edition *edition, const struct session *session, struct date date, const char *handle,
    const struct mark *mark, struct refusal *why)
{
	struct person person = { 0 };
	char text[DATE_TEXT];
	if (!check_session(session, date, mark, why) || !member_find(store, edition, handle, &person, why))
		return false;
	if (!is_member_on(store, edition, person.id, date))
		return refuse(why, "'%s' is not enrolled on %s", handle, date_write(date, text));
	if (!holds_already(store, session, person.id, mark))
		insert(store, session, person.id, mark);
	return true;
}

bool
mark_rest(struct store *store, const struct edition *edition, const struct session *session, struct date date, const struct mark *mark,
    struct refusal *why)
{
	if (!check_session(session, date, mark, why))
		return false;
	struct query query = store_query(store,
	    SQL("SELECT person\n"
	        "  FROM register\n"
	        " WHERE edition = :edition AND session = :session AND role = 'participant' AND status IS NULL\n"
	        " ORDER BY person"),
	    ARG("edition", edition->id), ARG("session", session->id));
	while (query_next(&query))
		insert(store, session, query_int(&query, 0), mark);
	return true;
}

void
mark_list(struct store *store, const struct edition *edition, struct date date, const struct person *person, row_taker *take, void *context)
{
	struct mark_row row;
	struct query query = store_query(store,
	    SQL("SELECT r.date, p.handle, r.status, r.mode, r.arrived, r.left, r.minutes\n"
	        "  FROM register AS r\n"
	        "  JOIN person AS p ON p.id = r.person\n"
	        " WHERE r.edition = :edition AND r.status IS NOT NULL\n"
	        "   AND (:date IS NULL OR r.date = :date)\n"
	        "   AND (:person IS NULL OR r.person = :person)\n"
	        " ORDER BY r.date, p.family_key, p.given_key, p.handle"),
	    ARG("edition", edition->id), ARG("date", date), ARG("person", person ? person->id : COUNT_NONE));
	query_each(&query, &mark_listing, &row, take, context);
}
