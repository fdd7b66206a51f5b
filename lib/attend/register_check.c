#include <balint/clock.h>
#include <balint/data_file.h>
#include <balint/fatal.h>
#include <balint/finding.h>
#include <balint/query.h>
#include <balint/register_check.h>
#include <balint/rule.h>
#include <balint/setting.h>

#include <stdio.h>
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

/* What was held cannot have been cancelled. Turns that were given out, and absences announced, stay as they are. */
static void
check_cancelled(struct store *store, int64_t edition, row_taker *take, void *context)
{
	struct query query = store_query(store,
	    SQL("SELECT e.code, s.date\n"
	        "  FROM edition AS e\n"
	        "  JOIN session AS s ON s.edition = e.id AND s.status = 'cancelled'\n"
	        " WHERE ((:edition = 0 AND e.status = 'open') OR e.id = :edition)\n"
	        "   AND (EXISTS (SELECT 1 FROM presentation WHERE session = s.id AND kind IS NOT NULL)\n"
	        "        OR EXISTS (SELECT 1\n"
	        "                     FROM mark AS k\n"
	        "                    WHERE k.session = s.id AND k.status <> 'excused'\n"
	        "                      AND k.id = (SELECT max(id) FROM mark AS newest WHERE newest.session = k.session AND newest.person = k.person)\n"
	        "                      AND NOT EXISTS (SELECT 1 FROM retraction WHERE mark = k.id)))\n"
	        " ORDER BY e.number, e.year, e.code, s.date"),
	    ARG("edition", edition));
	while (query_next(&query)) {
		char cure[64];
		const struct subject subject = { query_text(&query, 0), query_text(&query, 1) };
		snprintf(cure, sizeof cure, "balint-calendar restore %s", subject.about);
		finding_report(take, context, "error", subject, cure, "the session is cancelled, but the register says that it was held");
	}
}

/* Holes in a register that is kept: some session of the edition has marks. The evening itself has time until the next day. */
static void
check_holes(struct store *store, int64_t edition, row_taker *take, void *context)
{
	struct query query = store_query(store,
	    SQL("SELECT e.code, r.date, count(*), min(p.handle)\n"
	        "  FROM edition AS e\n"
	        "  JOIN register AS r ON r.edition = e.id AND r.role = 'participant' AND r.status IS NULL AND r.date < :today\n"
	        "  JOIN person AS p ON p.id = r.person\n"
	        " WHERE ((:edition = 0 AND e.status = 'open') OR e.id = :edition)\n"
	        "   AND EXISTS (SELECT 1 FROM register AS o WHERE o.edition = e.id AND o.status IN ('present', 'absent'))\n"
	        " GROUP BY e.id, r.date\n"
	        " ORDER BY e.number, e.year, e.code, r.date"),
	    ARG("edition", edition), ARG("today", clock_today()));
	while (query_next(&query)) {
		char *cure = memory_format("balint-attend mark %s %s=MARK", query_text(&query, 1), query_text(&query, 3));
		const struct subject subject = { query_text(&query, 0), query_text(&query, 1) };
		finding_report(take, context, "warning", subject, cure, "holes in the register: %lld", (long long)query_int(&query, 2));
		free(cure);
	}
}

/* What refuses a rule says at its end what to do without, if that can be done. */
static void
check_rule(struct store *store, row_taker *take, void *context)
{
	struct rule rule;
	struct refusal why;
	char *directory = setting_get(store, "directory");
	bool there = data_directory_check(directory, &why);
	free(directory);
	if (!there) /* setting_check has found that */
		return;
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
	check_cancelled(store, edition, take, context);
	check_holes(store, edition, take, context);
}

void
register_has(struct store *store, const struct edition *edition, const struct person *person, char text[DEPENDENTS_TEXT])
{
	*text = '\0';
	dependents_add(text, "mark",
	    store_number(store,
	        SQL("SELECT count(*)\n"
	            "  FROM mark AS k\n"
	            "  JOIN session AS s ON s.id = k.session\n"
	            " WHERE k.person = :person AND s.edition = :edition"),
	        ARG("person", person->id), ARG("edition", edition->id)));
	dependents_add(text, "presentation",
	    store_number(store,
	        SQL("SELECT count(*)\n"
	            "  FROM presentation AS t\n"
	            "  JOIN session AS s ON s.id = t.session\n"
	            " WHERE t.person = :person AND s.edition = :edition"),
	        ARG("person", person->id), ARG("edition", edition->id)));
}
