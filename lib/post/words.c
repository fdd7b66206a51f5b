/* What completion offers of the outbox. */
#include <balint/words.h>

/* The last notices; of one of these two states, or (NULL) of any. */
static void
notices(const struct word_scope *scope, const char *status, const char *other, word_taker *take, void *context)
{
	words_take(store_query(scope->store,
	    SQL("SELECT o.id, o.kind || ' ' || p.handle || ' ' || o.status\n"
	        "  FROM outbox AS o\n"
	        "  JOIN person AS p ON p.id = o.person\n"
	        " WHERE :status IS NULL OR o.status IN (:status, :other)\n"
	        " ORDER BY o.id DESC\n"
	        " LIMIT 100"),
	    ARG("status", status), ARG("other", other)),
	    take, context);
}

void
words_of_notices(const struct word_scope *scope, word_taker *take, void *context)
{
	notices(scope, NULL, NULL, take, context);
}

void
words_of_retries(const struct word_scope *scope, word_taker *take, void *context)
{
	notices(scope, "failed", "dropped", take, context);
}

void
words_of_drops(const struct word_scope *scope, word_taker *take, void *context)
{
	notices(scope, "queued", "failed", take, context);
}
