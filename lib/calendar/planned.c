#include "planned.h"
#include "uuid.h"

#include <balint/clock.h>
#include <balint/query.h>


/* Another session on that date: one that was made up for, or moved there. */
static bool
check_is_free(struct store *store, const struct edition *edition, struct date date, struct refusal *why)
{
	struct query query = store_query(store,
	    SQL("SELECT coalesce('planned for ' || planned_on, 'a make-up session'), status\n"
	        "  FROM session\n"
	        " WHERE edition = :edition AND date = :date"),
	    ARG("edition", edition->id), ARG("date", date));
	bool taken = query_next(&query);
	if (taken) {
		char text[DATE_TEXT];
		bool cancelled = query_is(&query, 1, "cancelled");
		refuse(why, cancelled ? "there is a cancelled session on %s already, %s; move it away first: balint-calendar restore %s, then move"
		    : "there is a session on %s already, %s; move it away first: balint-calendar move %s --to DATE", date_write(date, text), query_text(&query, 0), text);
	}
	query_end(&query);
	return !taken;
}

bool
planned_write(struct store *store, const struct edition *edition, const struct plan *plan, const struct session_row *row, struct refusal *why)
{
	char uid[UUID_TEXT], stamp[CLOCK_STAMP];
	if (!check_is_free(store, edition, row->date, why))
		return false;
	store_run(store,
	    SQL("INSERT INTO session (edition, date, start, finish, planned_on, planned_start, planned_finish, every, note, uid, changed_at)\n"
	        "VALUES (:edition, :date, :start, :finish, :date, :start, :finish, :every, :note, :uid, :stamp)"),
	    ARG("edition", edition->id), ARG("date", row->date), ARG("start", row->start), ARG("finish", row->end), ARG("every", plan->every),
	    ARG("note", row->note), ARG("uid", uuid_make(uid)), ARG("stamp", clock_stamp(stamp)));
	return true;
}
