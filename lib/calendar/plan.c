#include <balint/cadence.h>
#include <balint/session.h>

#include <stdio.h>
#include <string.h>

bool
plan_check(const struct plan *plan, struct refusal *why)
{
	if (!session_fits(plan->at, plan->minutes, why))
		return false;
	if (date_given(plan->until) && plan->until.day < plan->from.day)
		return refuse(why, "--until lies before --from");
	if (plan->year && plan->year < date_civil(plan->from).year)
		return refuse(why, "--year %d lies before --from", plan->year);
	return true;
}

static struct date
last_day(const struct plan *plan)
{
	if (date_given(plan->until))
		return plan->until;
	return date_of(plan->year ? plan->year : 9999, 12, 31);
}

/* The first day after `last` that is the weekday of `like`. */
static struct date
first_weekday_after(struct date last, struct date like)
{
	int ahead = (date_weekday(like) - date_weekday(last) + 6) % 7 + 1;
	return date_plus_days(last, ahead);
}

/* Skipped, never moved: the cadence goes on underneath. */
void
plan_each(const struct plan *plan, const struct skips *skips, row_taker *take, void *context)
{
	struct cadence *cadence = cadence_new(plan->from, plan->every);
	struct date last = last_day(plan), date;
	char reason[SKIP_TEXT], renewed[SKIP_TEXT + 32] = "";
	int number = 0;
	while ((!plan->count || number < plan->count) && date_given(date = cadence_next(cadence)) && date.day <= last.day) {
		bool skipped = skips_date(skips, date, reason);
		const struct suspension *over = skips_break(skips, date);
		bool shown = !plan->year || date_civil(date).year >= plan->year;
		struct session_row row = {
			.number = skipped ? COUNT_NONE : number + 1,
			.date = date,
			.start = plan->at,
			.end = { plan->at.minute + plan->minutes },
			.status = skipped ? "skipped" : "planned",
			.note = skipped ? reason : *renewed ? renewed : NULL,
		};
		number += !skipped && shown;
		if (shown)
			take(context, &row);
		if (!skipped)
			*renewed = '\0';
		struct date again = over && plan->first_week ? first_weekday_after(over->last, date) : date;
		if (over && plan->first_week)
			snprintf(renewed, sizeof renewed, SESSION_RENEWED "%s", over->label);
		if ((again.day - date.day) % (7 * plan->every) != 0) { /* else it goes on as it went */
			cadence_free(cadence);
			cadence = cadence_new(again, plan->every);
		}
	}
	cadence_free(cadence);
}

static void
count_session(void *context, const void *row)
{
	int *count = context;
	*count += ((const struct session_row *)row)->number != COUNT_NONE;
}

bool
plan_fits(const struct plan *plan, const struct skips *skips, struct refusal *why)
{
	int count = 0;
	if (plan->count)
		plan_each(plan, skips, count_session, &count);
	return count == plan->count || refuse(why, "only %d of %d sessions fit until the year 9999; see whether a break is too long", count, plan->count);
}
