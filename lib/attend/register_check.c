#include <balint/clock.h>
#include <balint/fatal.h>
#include <balint/finding.h>
#include <balint/query.h>
#include <balint/register_check.h>
#include <balint/rule.h>

#include <stdlib.h>
#include <string.h>

/* Such a mark counts nowhere, and no list has it. */
static void
check_marks(struct store *store, int64_t edition, row_taker *take, void *context)
{
	struct query query = store_query(store,
	    SQL("SELECT e.code, s.date, p.handle, k.status\n"
	        "  FROM edition AS e\n"
	        "  JOIN session AS s ON s.edition = e.id\n"
	        "  JOIN mark AS k ON k.session = s.id\n"
	        "  JOIN person AS p ON p.id = k.person\n"
	        " WHERE ((:edition = 0 AND e.status = 'open') OR e.id = :edition) AND s.status = 'scheduled'\n"
	        "   AND NOT EXISTS (SELECT 1 FROM membership AS m\n"
	        "                    WHERE m.edition = s.edition AND m.person = k.person AND s.date BETWEEN m.first AND m.last)\n"
	        "   AND k.id = (SELECT max(id) FROM mark AS newest WHERE newest.session = k.session AND newest.person = k.person)\n"
	        "   AND NOT EXISTS (SELECT 1 FROM retraction WHERE mark = k.id)\n"
	        " ORDER BY e.number, e.year, e.code, s.date, p.family_key, p.given_key, p.handle"),
	    ARG("edition", edition));
	while (query_next(&query)) {
		const char *date = query_text(&query, 1), *handle = query_text(&query, 2);
		char *cure = memory_format("balint-attend announce %s %s --remove", date, handle);
		finding_report(take, context, "warning", (struct subject){ query_text(&query, 0), date }, cure,
		    "'%s' is marked %s, but not enrolled on that day", handle, query_text(&query, 3));
		free(cure);
	}
}

/* A turn that was not taken says nothing any more once its session has begun. */
static void
check_presentations(struct store *store, int64_t edition, row_taker *take, void *context)
{
	struct moment now = clock_now();
	struct query query = store_query(store,
	    SQL("SELECT e.code, s.date, p.handle, t.kind IS NULL, k.status\n"
	        "  FROM edition AS e\n"
	        "  JOIN session AS s ON s.edition = e.id\n"
	        "  JOIN presentation AS t ON t.session = s.id\n"
	        "  JOIN person AS p ON p.id = t.person\n"
	        "  LEFT JOIN membership AS m ON m.edition = s.edition AND m.person = t.person AND s.date BETWEEN m.first AND m.last\n"
	        "  LEFT JOIN register AS k ON k.edition = s.edition AND k.person = t.person AND k.session = s.id\n"
	        " WHERE ((:edition = 0 AND e.status = 'open') OR e.id = :edition) AND s.status = 'scheduled'\n"
	        "   AND (m.role IS NOT 'participant' OR (t.kind IS NOT NULL AND k.status IN ('absent', 'excused')))\n"
	        "   AND (t.kind IS NOT NULL OR s.date > :today OR (s.date = :today AND s.start > :now))\n"
	        " ORDER BY e.number, e.year, e.code, s.date, p.family_key, p.given_key, p.handle"),
	    ARG("edition", edition), ARG("today", now.date), ARG("now", now.time));
	while (query_next(&query)) {
		const char *date = query_text(&query, 1), *handle = query_text(&query, 2), *marked = query_text(&query, 4);
		const struct subject subject = { query_text(&query, 0), date };
		bool turn = query_int(&query, 3), away = marked && strcmp(marked, "present") != 0;
		char *cure = turn ? memory_format("balint-attend rota clear %s", date) : memory_format("balint-attend present %s %s --remove", date, handle);
		if (away && !turn)
			finding_report(take, context, "warning", subject, cure, "'%s' presented, but is marked %s", handle, marked);
		else
			finding_report(take, context, "warning", subject, cure, "'%s' %s, but is no participant on that day", handle,
			    turn ? "has the turn" : "presented");
		free(cure);
	}
}

/* What refuses a rule says at its end what to do without, if that can be done. */
static void
check_rule(struct store *store, row_taker *take, void *context)
{
	struct rule rule;
	struct refusal why;
	if (rule_find(store, NULL, &rule, &why)) {
		rule_release(&rule);
		return;
	}
	char *cure = strstr(why.text, "balint-group set "), *end = cure;
	while (end && end > why.text && *end != ';')
		end--;
	if (end)
		*end = '\0';
	finding_report(take, context, "error", (struct subject){ NULL, "rule" }, cure ? cure : "balint-group set rule=", "%s", why.text);
}

void
register_check(struct store *store, int64_t edition, row_taker *take, void *context)
{
	check_rule(store, take, context);
	check_marks(store, edition, take, context);
	check_presentations(store, edition, take, context);
}
