#include <balint/clock.h>
#include <balint/enrolment.h>
#include <balint/fatal.h>
#include <balint/finding.h>
#include <balint/query.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MIXED_LEAST = 3 }; /* so many of one profession are not mixed */

/* RULES 1.7: too few, too many, one conductor only. An edition without any member is still being set up. */
static void
check_numbers(struct store *store, int64_t edition, row_taker *take, void *context)
{
	struct query query = store_query(store,
	    SQL("SELECT e.code, e.min, e.max,\n"
	        "       count(*) FILTER (WHERE m.role = 'participant'),\n"
	        "       count(*) FILTER (WHERE m.role <> 'participant')\n"
	        "  FROM edition AS e\n"
	        "  JOIN enrolment AS m ON m.edition = e.id AND m.status = 'active'\n"
	        " WHERE e.status = 'open' AND (:edition = 0 OR e.id = :edition)\n"
	        " GROUP BY e.id\n"
	        " ORDER BY e.number, e.year, e.code"),
	    ARG("edition", edition));
	while (query_next(&query)) {
		const char *code = query_text(&query, 0);
		int64_t min = query_int(&query, 1), max = query_int(&query, 2), participants = query_int(&query, 3), conductors = query_int(&query, 4);
		const struct subject subject = { code, NULL };
		char *cure = memory_format("balint-group edition set %s --max %lld", code, (long long)participants);
		if (participants < min)
			finding_report(take, context, "warning", subject, "balint-group enrol HANDLE", "%lld participants, fewer than %lld",
			    (long long)participants, (long long)min);
		if (participants > max)
			finding_report(take, context, "warning", subject, cure, "%lld participants, more than %lld",
			    (long long)participants, (long long)max);
		if (conductors == 1)
			finding_report(take, context, "warning", subject, "balint-group enrol HANDLE --role co-conductor", "one conductor only");
		if (conductors == 0)
			finding_report(take, context, "warning", subject, "balint-group enrol HANDLE --role conductor", "no conductor");
		free(cure);
	}
}

/* Participants who are on their way out and in meet on some days. */
static void
check_days(struct store *store, int64_t edition, row_taker *take, void *context)
{
	struct query query = store_query(store,
	    SQL("WITH member AS MATERIALIZED (\n"
	        "  SELECT m.edition, m.last,\n"
	        "         max(:today, coalesce(nullif(m.first, ''), (SELECT min(date) FROM session WHERE edition = e.id), '9999-12-31')) AS first\n"
	        "    FROM membership AS m\n"
	        "    JOIN edition AS e ON e.id = m.edition AND e.status = 'open' AND (:edition = 0 OR e.id = :edition)\n"
	        "   WHERE m.role = 'participant' AND m.last >= :today),\n"
	        "day AS (\n"
	        "  SELECT DISTINCT d.edition, d.first AS day,\n"
	        "         (SELECT count(*) FROM member AS m WHERE m.edition = d.edition AND d.first BETWEEN m.first AND m.last) AS participants\n"
	        "    FROM member AS d)\n"
	        "SELECT e.code, e.max, d.participants, min(d.day)\n"
	        "  FROM day AS d\n"
	        "  JOIN edition AS e ON e.id = d.edition\n"
	        " WHERE d.participants > e.max\n"
	        "   AND (SELECT count(*) FROM enrolment WHERE edition = e.id AND role = 'participant' AND status = 'active') <= e.max\n"
	        " GROUP BY e.id\n"
	        " ORDER BY e.number, e.year, e.code"),
	    ARG("edition", edition), ARG("today", clock_today()));
	while (query_next(&query)) {
		char *cure = memory_format("balint-group edition set %s --max %lld", query_text(&query, 0), (long long)query_int(&query, 2));
		finding_report(take, context, "warning", (struct subject){ query_text(&query, 0), NULL }, cure,
		    "%lld participants on %s, more than %lld", (long long)query_int(&query, 2), query_text(&query, 3), (long long)query_int(&query, 1));
		free(cure);
	}
}

/* Those whose profession is not that of most, in an edition of a single one. */
static void
check_single(struct store *store, int64_t edition, row_taker *take, void *context)
{
	struct query query = store_query(store,
	    SQL("WITH member AS MATERIALIZED (\n"
	        "  SELECT m.edition, p.handle, p.family_key, p.given_key, p.profession,\n"
	        "         first_value(p.profession) OVER (PARTITION BY m.edition ORDER BY n.count DESC, p.profession) AS usual\n"
	        "    FROM enrolment AS m\n"
	        "    JOIN edition AS e ON e.id = m.edition AND e.status = 'open' AND e.composition = 'single' AND (:edition = 0 OR e.id = :edition)\n"
	        "    JOIN person AS p ON p.id = m.person AND p.profession IS NOT NULL\n"
	        "    JOIN (SELECT o.edition, q.profession, count(*) AS count\n"
	        "            FROM enrolment AS o\n"
	        "            JOIN person AS q ON q.id = o.person\n"
	        "           WHERE o.role = 'participant' AND o.status = 'active'\n"
	        "           GROUP BY o.edition, q.profession) AS n ON n.edition = m.edition AND n.profession = p.profession\n"
	        "   WHERE m.role = 'participant' AND m.status = 'active')\n"
	        "SELECT e.code, s.usual, group_concat(s.handle || ' (' || s.profession || ')', ', ')\n"
	        "  FROM (SELECT * FROM member WHERE profession <> usual ORDER BY family_key, given_key, handle) AS s\n"
	        "  JOIN edition AS e ON e.id = s.edition\n"
	        " GROUP BY e.id\n"
	        " ORDER BY e.number, e.year, e.code"),
	    ARG("edition", edition));
	while (query_next(&query)) {
		char *cure = memory_format("balint-group edition set %s --composition mixed", query_text(&query, 0));
		finding_report(take, context, "warning", (struct subject){ query_text(&query, 0), NULL }, cure,
		    "of a single profession, and not all participants are '%s': %s", query_text(&query, 1), query_text(&query, 2));
		free(cure);
	}
}

static void
check_mixed(struct store *store, int64_t edition, row_taker *take, void *context)
{
	struct query query = store_query(store,
	    SQL("SELECT e.code, count(*), min(p.profession)\n"
	        "  FROM edition AS e\n"
	        "  JOIN enrolment AS m ON m.edition = e.id AND m.role = 'participant' AND m.status = 'active'\n"
	        "  JOIN person AS p ON p.id = m.person\n"
	        " WHERE e.status = 'open' AND e.composition = 'mixed' AND (:edition = 0 OR e.id = :edition)\n"
	        " GROUP BY e.id\n"
	        "HAVING count(*) >= :least AND count(p.profession) = count(*) AND min(p.profession) = max(p.profession)\n"
	        " ORDER BY e.number, e.year, e.code"),
	    ARG("edition", edition), ARG("least", (int)MIXED_LEAST));
	while (query_next(&query)) {
		char *cure = memory_format("balint-group edition set %s --composition single", query_text(&query, 0));
		finding_report(take, context, "warning", (struct subject){ query_text(&query, 0), NULL }, cure,
		    "of mixed professions, and all %lld participants are '%s'", (long long)query_int(&query, 1), query_text(&query, 2));
		free(cure);
	}
}

void
member_check(struct store *store, int64_t edition, row_taker *take, void *context)
{
	check_numbers(store, edition, take, context);
	check_days(store, edition, take, context);
	check_single(store, edition, take, context);
	check_mixed(store, edition, take, context);
}

bool
stranger_find(struct store *store, const struct edition *edition, const char *handle, struct stranger *stranger)
{
	struct query query = store_query(store,
	    SQL("SELECT p.profession, (SELECT q.profession\n"
	        "                        FROM enrolment AS o\n"
	        "                        JOIN person AS q ON q.id = o.person\n"
	        "                       WHERE o.edition = e.id AND o.role = 'participant' AND o.status = 'active' AND o.person <> p.id\n"
	        "                         AND q.profession IS NOT NULL\n"
	        "                       GROUP BY q.profession\n"
	        "                       ORDER BY count(*) DESC, q.profession\n"
	        "                       LIMIT 1) AS usual\n"
	        "  FROM edition AS e\n"
	        "  JOIN enrolment AS m ON m.edition = e.id AND m.role = 'participant'\n"
	        "  JOIN person AS p ON p.id = m.person AND p.handle = :handle\n"
	        " WHERE e.id = :edition AND e.composition = 'single' AND p.profession <> usual"),
	    ARG("edition", edition->id), ARG("handle", handle));
	if (!query_next(&query))
		return false;
	snprintf(stranger->theirs, sizeof stranger->theirs, "%s", query_text(&query, 0));
	snprintf(stranger->usual, sizeof stranger->usual, "%s", query_text(&query, 1));
	query_end(&query);
	return true;
}
