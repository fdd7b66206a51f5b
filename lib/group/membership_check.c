/* What `check` finds in enrolments and people beyond how many they are. */
#include <balint/clock.h>
#include <balint/enrolment.h>
#include <balint/fatal.h>
#include <balint/finding.h>
#include <balint/query.h>
#include <balint/text.h>

#include <stdio.h>
#include <stdlib.h>

enum { ANSWER_DAYS = 30, CURE = 2 * TEXT_HANDLE + 64 };

/* Nobody who is no person, or no longer one, can be enrolled. */
static void
check_persons(struct store *store, int64_t edition, row_taker *take, void *context)
{
	char today[DATE_TEXT];
	struct query query = store_query(store,
	    SQL("SELECT e.code, p.handle, p.kind = 'institution', max(coalesce(m.joined_on, :today), :today)\n"
	        "  FROM enrolment AS m\n"
	        "  JOIN edition AS e ON e.id = m.edition\n"
	        "  JOIN person AS p ON p.id = m.person\n"
	        " WHERE e.status = 'open' AND (:edition = 0 OR e.id = :edition)\n"
	        "   AND m.status = 'active' AND (p.kind = 'institution' OR p.forgotten_on IS NOT NULL)\n"
	        " ORDER BY e.number, e.year, e.code, p.family_key, p.given_key, p.handle"),
	    ARG("edition", edition), ARG("today", clock_today()));
	while (query_next(&query)) {
		char cure[CURE];
		const struct subject subject = { query_text(&query, 0), query_text(&query, 1) };
		snprintf(cure, sizeof cure, "balint-group withdraw %s --on %s", subject.about, date_write(query_date(&query, 3), today));
		if (query_int(&query, 2))
			finding_report(take, context, "error", subject, cure, "an institution is enrolled");
		else
			finding_report(take, context, "error", subject, cure, "somebody who was forgotten is still a member");
	}
}

/* No session is theirs. A calendar that goes on by the year is found by calendar_check. */
static void
check_days(struct store *store, int64_t edition, row_taker *take, void *context)
{
	struct query query = store_query(store,
	    SQL("SELECT e.code, p.handle, m.joined_on, s.last\n"
	        "  FROM enrolment AS m\n"
	        "  JOIN edition AS e ON e.id = m.edition\n"
	        "  JOIN person AS p ON p.id = m.person\n"
	        "  JOIN (SELECT edition, max(date) AS last FROM session WHERE status = 'scheduled' GROUP BY edition) AS s ON s.edition = e.id\n"
	        " WHERE e.status = 'open' AND (:edition = 0 OR e.id = :edition)\n"
	        "   AND m.status = 'active' AND m.joined_on > s.last AND e.programme <> 'permanent'\n"
	        " ORDER BY e.number, e.year, e.code, p.family_key, p.given_key, p.handle"),
	    ARG("edition", edition));
	while (query_next(&query)) {
		char cure[CURE];
		const struct subject subject = { query_text(&query, 0), query_text(&query, 1) };
		snprintf(cure, sizeof cure, "balint-group unenrol %s", subject.about);
		finding_report(take, context, "warning", subject, cure, "a member from %s on, after the last session on %s", query_text(&query, 2),
		    query_text(&query, 3));
	}
}

/* Somebody could come, as long as there is something to come to. */
static void
check_waiting(struct store *store, int64_t edition, row_taker *take, void *context)
{
	struct query query = store_query(store,
	    SQL("SELECT e.code, count(*) FILTER (WHERE m.status = 'waiting') AS waiting,\n"
	        "       e.max - count(*) FILTER (WHERE m.status = 'active') AS free\n"
	        "  FROM edition AS e\n"
	        "  JOIN enrolment AS m ON m.edition = e.id AND m.role = 'participant'\n"
	        " WHERE e.status = 'open' AND (:edition = 0 OR e.id = :edition)\n"
	        "   AND (NOT EXISTS (SELECT 1 FROM session WHERE edition = e.id)\n"
	        "        OR EXISTS (SELECT 1 FROM session WHERE edition = e.id AND status = 'scheduled' AND date >= :today))\n"
	        " GROUP BY e.id\n"
	        "HAVING waiting > 0 AND free > 0\n"
	        " ORDER BY e.number, e.year, e.code"),
	    ARG("edition", edition), ARG("today", clock_today()));
	while (query_next(&query))
		finding_report(take, context, "warning", (struct subject){ query_text(&query, 0), NULL }, "balint-group admit",
		    "free places: %lld; on the waiting list: %lld", (long long)query_int(&query, 2), (long long)query_int(&query, 1));
}

static void
check_applicants(struct store *store, int64_t edition, row_taker *take, void *context)
{
	struct query query = store_query(store,
	    SQL("SELECT e.code, p.handle, m.applied_on\n"
	        "  FROM enrolment AS m\n"
	        "  JOIN edition AS e ON e.id = m.edition\n"
	        "  JOIN person AS p ON p.id = m.person\n"
	        " WHERE e.status = 'open' AND (:edition = 0 OR e.id = :edition)\n"
	        "   AND m.status = 'applicant' AND m.applied_on < :since\n"
	        " ORDER BY e.number, e.year, e.code, p.family_key, p.given_key, p.handle"),
	    ARG("edition", edition), ARG("since", date_plus_days(clock_today(), -ANSWER_DAYS)));
	while (query_next(&query)) {
		char cure[CURE];
		const struct subject subject = { query_text(&query, 0), query_text(&query, 1) };
		snprintf(cure, sizeof cure, "balint-group admit %s", subject.about);
		finding_report(take, context, "warning", subject, cure, "has applied on %s, and nobody has answered", query_text(&query, 2));
	}
}

/* Of all people: money has nowhere to come from. */
static void
check_payers(struct store *store, row_taker *take, void *context)
{
	struct query query = store_query(store,
	    SQL("SELECT p.handle, q.handle, q.forgotten_on IS NOT NULL\n"
	        "  FROM person AS p\n"
	        "  JOIN person AS q ON q.id = p.payer\n"
	        " WHERE p.forgotten_on IS NULL AND (q.forgotten_on IS NOT NULL OR q.payer = p.id)\n"
	        " ORDER BY p.family_key, p.given_key, p.handle"));
	while (query_next(&query)) {
		char cure[CURE];
		const struct subject subject = { NULL, query_text(&query, 0) };
		snprintf(cure, sizeof cure, "balint-group person set %s --payer ''", subject.about);
		if (query_int(&query, 2))
			finding_report(take, context, "warning", subject, cure, "'%s', who pays for them, was forgotten", query_text(&query, 1));
		else
			finding_report(take, context, "warning", subject, cure, "'%s' pays for them, and they for '%s'", query_text(&query, 1), query_text(&query, 1));
	}
}

/* What was written before it was checked, or by hand. */
static void
check_editions(struct store *store, int64_t edition, row_taker *take, void *context)
{
	struct query query = store_query(store,
	    SQL("SELECT code, online, 60 * substr(at, 1, 2) + substr(at, 4) + minutes, 24 * 60 - 60 * substr(at, 1, 2) - substr(at, 4)\n"
	        "  FROM edition\n"
	        " WHERE status = 'open' AND (:edition = 0 OR id = :edition)\n"
	        " ORDER BY number, year, code"),
	    ARG("edition", edition));
	while (query_next(&query)) {
		struct refusal why;
		char cure[CURE];
		const struct subject subject = { query_text(&query, 0), NULL };
		const char *online = query_text(&query, 1);
		snprintf(cure, sizeof cure, "balint-group edition set %s --minutes %lld", subject.edition, (long long)query_int(&query, 3));
		if (query_int(&query, 2) > 24 * 60)
			finding_report(take, context, "error", subject, cure, "its sessions would end after midnight");
		snprintf(cure, sizeof cure, "balint-group edition set %s --online ''", subject.edition);
		if (online && !text_is_link(online, &why))
			finding_report(take, context, "warning", subject, cure, "the link of its meetings: %s", why.text);
	}
}

void
membership_check(struct store *store, int64_t edition, row_taker *take, void *context)
{
	check_editions(store, edition, take, context);
	check_persons(store, edition, take, context);
	check_days(store, edition, take, context);
	check_waiting(store, edition, take, context);
	check_applicants(store, edition, take, context);
	check_payers(store, take, context);
}
