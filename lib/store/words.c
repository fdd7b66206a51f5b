/* What completion offers of the log, and how it is read from any table. */
#include <balint/words.h>

void
words_take(struct query query, word_taker *take, void *context)
{
	while (query_next(&query))
		if (query_text(&query, 0))
			take(context, query_text(&query, 0), query_text(&query, 1));
}

void
words_of_log(const struct word_scope *scope, word_taker *take, void *context)
{
	words_take(store_query(scope->store,
	    SQL("SELECT id, command\n"
	        "  FROM log\n"
	        " ORDER BY id DESC\n"
	        " LIMIT 100")),
	    take, context);
}
