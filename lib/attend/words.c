/* What completion offers of certificates; of rules and questionnaires there are files. */
#include <balint/words.h>

void
words_of_certificates(const struct word_scope *scope, word_taker *take, void *context)
{
	words_take(store_query(scope->store,
	    SQL("SELECT c.code, printf('%d/%d %s (%s)', k.number, k.year, c.handle, c.status)\n"
	        "  FROM certificates AS c\n"
	        "  JOIN certificate AS k ON k.code = c.code\n"
	        " ORDER BY k.year DESC, k.number DESC")),
	    take, context);
}
