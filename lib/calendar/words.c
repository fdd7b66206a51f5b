/* What completion offers of sessions and of the days without them. */
#include <balint/patron.h>
#include <balint/words.h>

/* With the time, and from where they were moved or why they were cancelled. */
void
words_of_sessions(const struct word_scope *scope, word_taker *take, void *context)
{
	words_take(store_query(scope->store,
	    SQL("SELECT s.date, group_concat(s.weekday || ' ' || s.start || coalesce(' ' || s.note, ''), '; ')\n"
	        "  FROM sessions AS s\n"
	        "  JOIN edition AS e ON e.code = s.edition\n"
	        " WHERE iif(:edition IS NULL, e.status = 'open', e.code = :edition)\n"
	        "   AND (:status IS NULL OR s.status = :status)\n"
	        " GROUP BY s.date\n"
	        " ORDER BY s.date"),
	    ARG("edition", scope->edition), ARG("status", scope->which)),
	    take, context);
}

void
words_of_changes(const struct word_scope *scope, word_taker *take, void *context)
{
	words_take(store_query(scope->store,
	    SQL("SELECT s.date, c.\"to\" || ' ' || c.at || ': ' || c.reason\n"
	        "  FROM changes AS c\n"
	        "  JOIN change AS o ON o.id = c.id AND o.status = 'open'\n"
	        "  JOIN session AS s ON s.id = o.session\n"
	        "  JOIN edition AS e ON e.id = s.edition\n"
	        " WHERE iif(:edition IS NULL, e.status = 'open', e.code = :edition)\n"
	        " ORDER BY s.date"),
	    ARG("edition", scope->edition)),
	    take, context);
}

void
words_of_session_months(const struct word_scope *scope, word_taker *take, void *context)
{
	words_take(store_query(scope->store,
	    SQL("SELECT substr(s.date, 1, iif(:which = 'year', 4, 7)) AS span, NULL\n"
	        "  FROM session AS s\n"
	        "  JOIN edition AS e ON e.id = s.edition\n"
	        " WHERE iif(:edition IS NULL, e.status = 'open', e.code = :edition)\n"
	        " GROUP BY span\n"
	        " ORDER BY span"),
	    ARG("which", scope->which), ARG("edition", scope->edition)),
	    take, context);
}

void
words_of_month_range(const struct word_scope *scope, word_taker *take, void *context)
{
	words_take(store_query(scope->store,
	    SQL("SELECT substr(min(s.date), 1, 7) || '..' || substr(max(s.date), 1, 7), NULL\n"
	        "  FROM session AS s\n"
	        "  JOIN edition AS e ON e.id = s.edition\n"
	        " WHERE iif(:edition IS NULL, e.status = 'open', e.code = :edition)\n"
	        " GROUP BY e.id\n"
	        " ORDER BY 1"),
	    ARG("edition", scope->edition)),
	    take, context);
}

/* Those that hold for the edition, or for all. */
void
words_of_suspensions(const struct word_scope *scope, word_taker *take, void *context)
{
	words_take(store_query(scope->store,
	    SQL("SELECT b.first_on || iif(b.kind = 'break', '..' || b.last_on, ''), b.label\n"
	        "  FROM suspension AS b\n"
	        "  LEFT JOIN edition AS e ON e.id = b.edition\n"
	        " WHERE b.kind = :kind AND (b.edition IS NULL OR iif(:edition IS NULL, e.status = 'open', e.code = :edition))\n"
	        " ORDER BY b.first_on, b.last_on"),
	    ARG("kind", scope->which), ARG("edition", scope->edition)),
	    take, context);
}

void
words_of_issues(const struct word_scope *scope, word_taker *take, void *context)
{
	words_take(store_query(scope->store,
	    SQL("SELECT i.issued_on, NULL\n"
	        "  FROM issue AS i\n"
	        "  JOIN edition AS e ON e.id = i.edition\n"
	        " WHERE iif(:edition IS NULL, e.status = 'open', e.code = :edition)\n"
	        " GROUP BY i.issued_on\n"
	        " ORDER BY i.issued_on"),
	    ARG("edition", scope->edition)),
	    take, context);
}

/* By name, as some codes have several capitals. */
void
words_of_cities(const struct word_scope *scope, word_taker *take, void *context)
{
	struct patron patron;
	const char *at = NULL;
	(void)scope;
	while (patron_next(&at, &patron))
		take(context, patron.city, patron.saint);
}
