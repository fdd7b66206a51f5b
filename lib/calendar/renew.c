/* Continuing a calendar into another solar year. */
#include "planned.h"

/* What is to be written, and whether it could be. */
struct renewal {
	struct store *store;
	const struct edition *edition;
	const struct plan *plan;
	int sessions;
	bool good;
	struct refusal *why;
};

static void
renew_one(void *context, const void *planned)
{
	struct renewal *renewal = context;
	const struct session_row *row = planned;
	if (row->number == COUNT_NONE || !renewal->good || session_status(renewal->store, renewal->edition, row->date))
		return; /* skipped, or a session was made up for or moved to that date */
	renewal->good = planned_write(renewal->store, renewal->edition, renewal->plan, row, renewal->why);
	renewal->sessions++;
}

/* The first session after a year. */
struct first {
	int year;
	struct date date;
};

static void
take_first(void *context, const void *planned)
{
	struct first *first = context;
	const struct session_row *row = planned;
	if (row->number != COUNT_NONE && !date_given(first->date) && date_civil(row->date).year > first->year)
		first->date = row->date;
}

/* No year between the last session and the plan's may stay empty that could have one. */
static bool
check_years_between(const struct plan *plan, const struct skips *skips, int last_year, const char *edition, struct refusal *why)
{
	struct plan before = *plan;
	struct first first = { last_year, DATE_NONE };
	before.year = 0;
	before.until = date_of(plan->year - 1, 12, 31);
	plan_each(&before, skips, take_first, &first);
	if (!date_given(first.date))
		return true;
	int year = date_civil(first.date).year;
	return refuse(why, "edition %s has no sessions in %d yet; renew that year first: balint-calendar renew --year %d -e %s", edition, year, year, edition);
}

static bool
write_year(struct store *store, const struct edition *edition, const struct plan *plan, const struct skips *skips, int last_year,
    struct refusal *why)
{
	struct renewal renewal = { store, edition, plan, 0, true, why };
	char from[DATE_TEXT];
	if (!check_years_between(plan, skips, last_year, edition->code, why))
		return false;
	plan_each(plan, skips, renew_one, &renewal);
	if (renewal.good && renewal.sessions == 0 && last_year < plan->year)
		return refuse(why, "no date of the calendar can be a session in %d; see why: balint-calendar plan --from %s --year %d -e %s", plan->year,
		    date_write(plan->from, from), plan->year, edition->code);
	return renewal.good;
}

bool
session_renew(struct store *store, const struct edition *edition, int year, bool first_week, struct refusal *why)
{
	char text[DATE_TEXT];
	struct plan plan = { .until = DATE_NONE, .year = year, .at = edition->at, .minutes = edition->minutes, .first_week = first_week };
	struct date last = session_last_planned(store, edition, DATE_NONE, &plan.every);
	if (!date_given(last))
		return refuse(why, "edition %s has no calendar yet; make one: balint-calendar generate --from DATE --year %d -e %s", edition->code, year,
		    edition->code);
	int last_year = date_civil(last).year;
	if (year < last_year)
		return refuse(why, "the calendar of edition %s goes to %s already, beyond %d", edition->code, date_write(last, text), year);
	plan.from = date_plus_weeks(last, plan.every);
	if (date_civil(plan.from).year > year)
		return true;
	struct skips *skips = skips_load(store, edition->id);
	bool good = plan_check(&plan, why) && write_year(store, edition, &plan, skips, last_year, why);
	skips_free(skips);
	return good;
}
