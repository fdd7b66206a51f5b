/* What completion offers of the outbox. */
#include <balint/words.h>

void
words_of_notices(const struct word_scope *scope, word_taker *take, void *context)
{
	words_take(store_query(scope->store,
	    SQL("SELECT o.id, o.kind || ' ' || p.handle || ' ' || o.status\n"
	        "  FROM outbox AS o\n"
	        "  JOIN person AS p ON p.id = o.person\n"
	        " WHERE :states IS NULL OR instr(:states, o.status)\n"
	        " ORDER BY o.id DESC\n"
	        " LIMIT 100"),
	    ARG("states", scope->which)),
	    take, context);
}
