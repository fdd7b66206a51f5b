#include <balint/query.h>
#include <balint/undo_guard.h>

/* A certificate is in somebody's hands once it was printed, and its number is used up. */
static bool
refuse_certificates(struct store *store, const struct undo *undo, struct refusal *why)
{
	struct query query = store_query(store,
	    SQL("SELECT c.code\n"
	        "  FROM temp.touched AS t\n"
	        "  JOIN certificate AS c ON c.id = t.id\n"
	        " WHERE t.name = 'certificate' AND t.operation = 'insert'\n"
	        " ORDER BY c.id"));
	if (!query_next(&query))
		return true;
	refuse(why, "command %lld cannot be undone: certificates are numbered without gaps; to take one back: balint-attend revoke %s --reason T",
	    (long long)undo->id, query_text(&query, 0));
	query_end(&query);
	return false;
}

/* That somebody handed in a questionnaire is outside the log, and would stay behind without them. */
static bool
refuse_respondents(struct store *store, const struct undo *undo, struct refusal *why)
{
	struct query query = store_query(store,
	    SQL("SELECT p.handle, e.code\n"
	        "  FROM temp.touched AS t\n"
	        "  JOIN respondent AS r ON r.enrolment = t.id\n"
	        "  JOIN enrolment AS m ON m.id = r.enrolment\n"
	        "  JOIN person AS p ON p.id = m.person\n"
	        "  JOIN edition AS e ON e.id = m.edition\n"
	        " WHERE t.name = 'enrolment' AND t.operation = 'insert'\n"
	        " ORDER BY p.family_key, p.given_key, p.handle"));
	if (!query_next(&query))
		return true;
	const char *handle = query_text(&query, 0), *edition = query_text(&query, 1);
	refuse(why, "command %lld cannot be undone: '%s' has handed in a questionnaire since; if not: balint-attend evaluate received %s --remove -e %s",
	    (long long)undo->id, handle, handle, edition);
	query_end(&query);
	return false;
}

static bool
refuse_evaluations(struct store *store, const struct undo *undo, struct refusal *why)
{
	return !store_has(store,
	           SQL("SELECT 1\n"
	               "  FROM temp.touched AS t\n"
	               "  JOIN evaluation AS v ON v.edition = t.id\n"
	               " WHERE t.name = 'edition' AND t.operation = 'insert'"))
	    || refuse(why, "command %lld cannot be undone: evaluations of the edition have been entered since, and stay", (long long)undo->id);
}

/* What a report has said of a member goes with their enrolment. */
static void
forget_warnings(struct store *store)
{
	store_run(store, SQL("DELETE FROM warning WHERE enrolment IN (SELECT id FROM temp.touched WHERE name = 'enrolment' AND operation = 'insert')"));
}

bool
attend_may_undo(struct store *store, const struct undo *undo, struct refusal *why)
{
	if (!refuse_certificates(store, undo, why) || !refuse_respondents(store, undo, why) || !refuse_evaluations(store, undo, why))
		return false;
	forget_warnings(store);
	return true;
}
