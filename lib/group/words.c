/* What completion offers of people, editions and professions. */
#include <balint/words.h>

void
words_of_people(const struct word_scope *scope, word_taker *take, void *context)
{
	words_take(store_query(scope->store,
	    SQL("SELECT handle, trim(iif(given = '-', '', given) || ' ' || family)\n"
	        "  FROM person\n"
	        " ORDER BY handle")),
	    take, context);
}

void
words_of_members(const struct word_scope *scope, word_taker *take, void *context)
{
	words_take(store_query(scope->store,
	    SQL("SELECT DISTINCT p.handle, trim(iif(p.given = '-', '', p.given) || ' ' || p.family)\n"
	        "  FROM enrolment AS m\n"
	        "  JOIN edition AS e ON e.id = m.edition\n"
	        "  JOIN person AS p ON p.id = m.person\n"
	        " WHERE iif(:edition IS NULL, e.status = 'open', e.code = :edition)\n"
	        "   AND (:states IS NULL OR instr(:states, m.status))\n"
	        " ORDER BY p.handle"),
	    ARG("edition", scope->edition), ARG("states", scope->which)),
	    take, context);
}

void
words_of_editions(const struct word_scope *scope, word_taker *take, void *context)
{
	words_take(store_query(scope->store,
	    SQL("SELECT code, printf('%s %d, %d (%s)', title, number, year, status)\n"
	        "  FROM edition\n"
	        " ORDER BY status = 'closed', number, year, code")),
	    take, context);
}

void
words_of_professions(const struct word_scope *scope, word_taker *take, void *context)
{
	words_take(store_query(scope->store,
	    SQL("SELECT code, label\n"
	        "  FROM profession\n"
	        " ORDER BY code")),
	    take, context);
}

void
words_of_categories(const struct word_scope *scope, word_taker *take, void *context)
{
	words_take(store_query(scope->store,
	    SQL("SELECT category, group_concat(label, ', ')\n"
	        "  FROM profession\n"
	        " GROUP BY category\n"
	        " ORDER BY category")),
	    take, context);
}
