/* What completion offers of accounts, the ledger, credits and the payer book. */
#include <balint/words.h>

void
words_of_accounts(const struct word_scope *scope, word_taker *take, void *context)
{
	words_take(store_query(scope->store,
	    SQL("WITH participant AS (\n"
	        "  SELECT p.id, p.payer\n"
	        "    FROM enrolment AS m\n"
	        "    JOIN edition AS e ON e.id = m.edition\n"
	        "    JOIN person AS p ON p.id = m.person\n"
	        "   WHERE m.role = 'participant' AND iif(:edition IS NULL, e.status = 'open', e.code = :edition))\n"
	        "SELECT handle, trim(iif(given = '-', '', given) || ' ' || family)\n"
	        "  FROM person\n"
	        " WHERE id IN (SELECT id FROM participant UNION SELECT payer FROM participant)\n"
	        " ORDER BY handle"),
	    ARG("edition", scope->edition)),
	    take, context);
}

void
words_of_months(const struct word_scope *scope, word_taker *take, void *context)
{
	words_take(store_query(scope->store,
	    SQL("SELECT substr(i.due_on, 1, 7), printf('%.2f', sum(i.gross + i.adjusted - i.paid) / 100.0)\n"
	        "  FROM instalment_account AS i\n"
	        "  JOIN edition AS e ON e.id = i.edition\n"
	        "  JOIN person AS p ON p.id = i.person\n"
	        "  LEFT JOIN person AS payer ON payer.id = p.payer\n"
	        " WHERE iif(:edition IS NULL, e.status = 'open', e.code = :edition)\n"
	        "   AND (:person IS NULL OR p.handle = :person OR payer.handle = :person)\n"
	        " GROUP BY i.due_on\n"
	        " ORDER BY i.due_on"),
	    ARG("edition", scope->edition), ARG("person", scope->before)),
	    take, context);
}

void
words_of_entries(const struct word_scope *scope, word_taker *take, void *context)
{
	words_take(store_query(scope->store,
	    SQL("SELECT e.id, printf('%s %s %.2f %s', e.date, p.handle, e.amount / 100.0, e.kind)\n"
	        "  FROM entry AS e\n"
	        "  JOIN person AS p ON p.id = e.person\n"
	        " WHERE e.kind = coalesce(:kind, e.kind) AND e.kind <> 'reversal'\n"
	        "   AND NOT EXISTS (SELECT 1 FROM entry AS r WHERE r.reverses = e.id)\n"
	        " ORDER BY e.id DESC\n"
	        " LIMIT 100"),
	    ARG("kind", scope->which)),
	    take, context);
}

void
words_of_credits(const struct word_scope *scope, word_taker *take, void *context)
{
	words_take(store_query(scope->store,
	    SQL("SELECT id, printf('%s %.2f ', booked_on, amount / 100.0) || coalesce(payer, text)\n"
	        "  FROM credit_account\n"
	        " WHERE amount > 0 AND instr(:states, state)\n"
	        " ORDER BY id DESC\n"
	        " LIMIT 100"),
	    ARG("states", scope->which)),
	    take, context);
}

void
words_of_payers(const struct word_scope *scope, word_taker *take, void *context)
{
	words_take(store_query(scope->store,
	    SQL("SELECT b.iban, group_concat(p.handle, ' ')\n"
	        "  FROM payer AS b\n"
	        "  JOIN person AS p ON p.id = b.person\n"
	        " GROUP BY b.iban\n"
	        " ORDER BY b.iban")),
	    take, context);
}

void
words_of_paid(const struct word_scope *scope, word_taker *take, void *context)
{
	words_take(store_query(scope->store,
	    SQL("SELECT p.handle, trim(iif(p.given = '-', '', p.given) || ' ' || p.family)\n"
	        "  FROM payer AS b\n"
	        "  JOIN person AS p ON p.id = b.person\n"
	        " WHERE b.iban = replace(upper(:iban), ' ', '')\n"
	        " ORDER BY p.handle"),
	    ARG("iban", scope->before)),
	    take, context);
}
