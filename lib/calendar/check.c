/* What `check` finds in the calendars. */
#include <balint/clock.h>
#include <balint/query.h>
#include <balint/session.h>

#include <stdio.h>
#include <string.h>

enum {
	WARNING_DAYS = 30, /* so long before its end a calendar wants to be renewed */
	OVER_DAYS = 90,    /* so long after the last session, which is more than a summer, nobody thinks of going on */
};

void
session_check(struct store *store, int64_t edition, struct date first, struct date last, row_taker *take, void *context)
{
	struct skips *skips = NULL;
	int64_t loaded = -1;
	struct query query = store_query(store,
	    SQL("SELECT e.id, e.code, s.date\n"
	        "  FROM session AS s\n"
	        "  JOIN edition AS e ON e.id = s.edition\n"
	        " WHERE e.status = 'open' AND (:edition = 0 OR e.id = :edition)\n"
	        "   AND s.status = 'scheduled' AND s.override IS NULL\n"
	        "   AND s.date >= coalesce(:first, '') AND s.date <= coalesce(:last, '9999-12-31')\n"
	        " ORDER BY e.number, e.year, e.code, s.date"),
	    ARG("edition", edition), ARG("first", first), ARG("last", last));
	while (query_next(&query)) {
		char reason[SKIP_TEXT], cure[SKIP_CURE];
		if (query_int(&query, 0) != loaded) {
			skips_free(skips);
			loaded = query_int(&query, 0);
			skips = skips_load(store, loaded);
		}
		const struct subject subject = { query_text(&query, 1), query_text(&query, 2) };
		if (skips_explain(skips, query_date(&query, 2), reason))
			finding_report(take, context, "error", subject, skips_cure(skips, query_date(&query, 2), cure), "a session on a skipped date: %s", reason);
	}
	skips_free(skips);
}

/* An edition as calendar_check looks at it; texts live until the next row. */
struct standing {
	int64_t id, members, sessions;
	const char *code, *programme;
	struct date last, planned; /* the last session that is not cancelled; the last planned date */
	int every;
};

/* The solar year to renew: that of the next date, after today, that can be a session; but no year may be left out. */
static int
year_to_renew(struct store *store, const struct standing *standing)
{
	const struct date today = clock_today();
	const int most = date_civil(standing->planned).year + 1;
	char reason[SKIP_TEXT];
	struct skips *skips = skips_load(store, standing->id);
	struct date date = date_plus_weeks(standing->planned, standing->every);
	while (date_civil(date).year < most && (date.day <= today.day || skips_date(skips, date, reason)))
		date = date_plus_weeks(date, standing->every);
	skips_free(skips);
	return date_civil(date).year < most ? date_civil(date).year : most;
}

static void
check_end(struct store *store, const struct standing *standing, struct subject subject, row_taker *take, void *context)
{
	char text[DATE_TEXT], cure[96] = "balint-calendar generate --from DATE --count N";
	if (date_given(standing->last) && standing->last.day - clock_today().day > WARNING_DAYS)
		return;
	if (date_given(standing->last) && standing->last.day < clock_today().day && strcmp(standing->programme, "permanent") != 0) {
		snprintf(cure, sizeof cure, "balint-group edition close %s", standing->code);
		finding_report(take, context, "warning", subject, cure, "the calendar ended on %s; 'balint-calendar renew -e %s' would go on with it",
		    date_write(standing->last, text), standing->code);
		return;
	}
	if (date_given(standing->planned))
		snprintf(cure, sizeof cure, "balint-calendar renew --year %d", year_to_renew(store, standing));
	if (date_given(standing->last))
		finding_report(take, context, "warning", subject, cure, "the calendar ends on %s", date_write(standing->last, text));
	else
		finding_report(take, context, "warning", subject, cure, "all sessions are cancelled");
}

/* Whether it is over, and only nobody has said so; a permanent group goes on. */
static bool
check_over(const struct standing *standing, struct subject subject, row_taker *take, void *context)
{
	char text[DATE_TEXT], cure[96];
	if (!date_given(standing->last) || clock_today().day - standing->last.day <= OVER_DAYS || strcmp(standing->programme, "permanent") == 0)
		return false;
	snprintf(cure, sizeof cure, "balint-group edition close %s", standing->code);
	finding_report(take, context, "warning", subject, cure, "its last session was on %s, and it is open still", date_write(standing->last, text));
	return true;
}

static void
check_standing(struct store *store, const struct standing *standing, row_taker *take, void *context)
{
	const struct subject subject = { standing->code, NULL };
	if (standing->members > 0 && standing->sessions == 0)
		finding_report(take, context, "warning", subject, "balint-calendar generate --from DATE --count N", "members, but no sessions");
	if (standing->members == 0 && standing->sessions > 0)
		finding_report(take, context, "warning", subject, "balint-group enrol HANDLE", "sessions, but no members");
	if (!check_over(standing, subject, take, context) && standing->sessions > 0 && strcmp(standing->programme, "familiarisation") != 0)
		check_end(store, standing, subject, take, context);
}

void
calendar_check(struct store *store, int64_t edition, row_taker *take, void *context)
{
	struct query query = store_query(store,
	    SQL("SELECT e.id, e.code, e.programme,\n"
	        "       (SELECT count(*) FROM enrolment AS m WHERE m.edition = e.id AND m.status = 'active'),\n"
	        "       (SELECT count(*) FROM session AS s WHERE s.edition = e.id),\n"
	        "       (SELECT max(date) FROM session AS s WHERE s.edition = e.id AND s.status = 'scheduled'),\n"
	        "       p.planned_on, p.every\n"
	        "  FROM edition AS e\n"
	        "  LEFT JOIN session AS p ON p.id = (SELECT id FROM session AS s\n"
	        "                                     WHERE s.edition = e.id AND s.planned_on IS NOT NULL AND s.every BETWEEN 1 AND 52\n"
	        "                                     ORDER BY s.planned_on DESC\n"
	        "                                     LIMIT 1)\n"
	        " WHERE e.status = 'open' AND (:edition = 0 OR e.id = :edition)\n"
	        " ORDER BY e.number, e.year, e.code"),
	    ARG("edition", edition));
	while (query_next(&query)) {
		struct standing standing = {
			.id = query_int(&query, 0),
			.code = query_text(&query, 1),
			.programme = query_text(&query, 2),
			.members = query_int(&query, 3),
			.sessions = query_int(&query, 4),
			.last = query_date(&query, 5),
			.planned = query_date(&query, 6),
			.every = (int)query_int(&query, 7),
		};
		check_standing(store, &standing, take, context);
	}
}
