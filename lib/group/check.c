#include <balint/enrolment.h>
#include <balint/finding.h>
#include <balint/query.h>

#include <stdio.h>

/* RULES 1.7: too few, too many, one conductor only. An edition without any member is still being set up. */
void
member_check(struct store *store, int64_t edition, row_taker *take, void *context)
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
		if (participants < min)
			finding_report(take, context, "warning", subject, "balint-group enrol HANDLE", "%lld participants, fewer than %lld",
			    (long long)participants, (long long)min);
		if (participants > max)
			finding_report(take, context, "warning", subject, "balint-group edition set CODE --max N", "%lld participants, more than %lld",
			    (long long)participants, (long long)max);
		if (conductors < 2)
			finding_report(take, context, "warning", subject,
			    conductors ? "balint-group enrol HANDLE --role co-conductor" : "balint-group enrol HANDLE --role conductor",
			    conductors ? "one conductor only" : "no conductor");
	}
}
