#include "judge.h"

#include <balint/credit.h>
#include <balint/query.h>

#include <stdio.h>
#include <string.h>

#define ROW struct reconcile_row
static const struct column columns[] = {
	COLUMN_OF(ROW, credit, CELL_COUNT, int64_t, "id", false),
	DATE_COLUMN(ROW, date),
	AMOUNT_COLUMN(ROW, amount),
	TEXT_COLUMN(ROW, payer),
	TEXT_DETAIL(ROW, text),
	TEXT_COLUMN(ROW, verdict),
	TEXT_COLUMN(ROW, handle),
	MONTH_COLUMN(ROW, month),
	AMOUNT_DETAIL(ROW, allocated),
	SENTENCE_COLUMN(ROW, reason),
	TEXT_DETAIL(ROW, edition),
	TEXT_DETAIL(ROW, iban),
	TEXT_DETAIL(ROW, source),
};
const struct listing credit_listing = LISTING(columns);

enum { REASON = 1024 };

/* Where the money of a matched credit went; what is left of a payment is a row without a month. */
static struct query
places_of(struct store *store, int64_t credit)
{
	return store_query(store,
	    SQL("SELECT handle, month, amount, edition\n"
	        "  FROM (SELECT e.id AS entry, p.handle, substr(i.due_on, 1, 7) AS month, sum(a.amount) AS amount, d.code AS edition\n"
	        "          FROM entry AS e\n"
	        "          JOIN allocation AS a ON a.entry = e.id\n"
	        "          JOIN instalment AS i ON i.id = a.instalment\n"
	        "          JOIN enrolment AS m ON m.id = i.enrolment\n"
	        "          JOIN person AS p ON p.id = m.person\n"
	        "          JOIN edition AS d ON d.id = m.edition\n"
	        "         WHERE e.credit = :credit\n"
	        "         GROUP BY e.id, i.id\n"
	        "        UNION ALL\n"
	        "        SELECT e.id, p.handle, NULL, r.rest, NULL\n"
	        "          FROM entry AS e\n"
	        "          JOIN person AS p ON p.id = e.person\n"
	        "          JOIN payment_rest AS r ON r.id = e.id\n"
	        "         WHERE e.credit = :credit)\n"
	        " WHERE amount <> 0\n"
	        " ORDER BY entry, month IS NULL, edition, month, handle"),
	    ARG("credit", credit));
}

/* What there is to say of a credit that is settled and not matched. */
static void
explain(struct store *store, const struct credit *credit, const char *state, char reason[REASON])
{
	*reason = '\0';
	struct query query = store_query(store,
	    SQL("SELECT (SELECT coalesce(reason, '') FROM dismissal WHERE credit = :credit),\n"
	        "       (SELECT undoes FROM storno WHERE credit = :credit),\n"
	        "       (SELECT credit FROM storno WHERE undoes = :credit)"),
	    ARG("credit", credit->id));
	query_next(&query);
	if (strcmp(state, "dismissed") == 0)
		snprintf(reason, REASON, "%s", query_text(&query, 0) ? query_text(&query, 0) : "");
	else if (strcmp(state, "reversed") == 0 && query_text(&query, 1))
		snprintf(reason, REASON, "takes credit %s back", query_text(&query, 1));
	else if (strcmp(state, "reversed") == 0)
		snprintf(reason, REASON, "taken back by credit %s", query_text(&query, 2));
	query_end(&query);
}

static void
emit_settled(const struct judge *judge, const struct credit *credit, const char *state)
{
	char reason[REASON];
	size_t count = 0;
	struct reconcile_row row = judge_row(judge, credit);
	explain(judge->store, credit, state, reason);
	row.verdict = state;
	row.reason = *reason ? reason : NULL;
	struct query query = places_of(judge->store, credit->id);
	for (; query_next(&query); count++) {
		struct refusal why;
		row.handle = query_text(&query, 0);
		row.month = MONTH_NONE;
		if (query_text(&query, 1))
			month_parse(query_text(&query, 1), &row.month, &why);
		row.allocated = query_int(&query, 2);
		row.edition = query_text(&query, 3);
		judge->take(judge->context, &row);
	}
	if (count == 0)
		judge->take(judge->context, &row);
}

void
credit_list(struct store *store, int64_t edition, bool all, row_taker *take, void *context)
{
	struct reconcile_totals totals = { 0 };
	struct judge judge = { .store = store, .edition = edition, .hidden = INT64_MAX, .before = INT64_MAX - 1, .take = take, .context = context, .totals = &totals };
	struct query query = store_query(store,
	    SQL("SELECT id, booked_on, amount, payer, iban, text, source, state\n"
	        "  FROM credit_account\n"
	        " WHERE state = 'waiting' OR :all\n"
	        " ORDER BY booked_on, id"),
	    ARG("all", all));
	while (query_next(&query)) {
		const struct credit credit = judge_load(&query);
		if (strcmp(query_text(&query, 7), "waiting") != 0)
			emit_settled(&judge, &credit, query_text(&query, 7));
		else
			judge_now(&judge, &credit);
	}
	claims_free(judge.claims);
}
