/* A storno: the bank takes a credit back. Which one, and what becomes of its payments (RULES 8.5). */
#include "judge.h"

#include <balint/ledger.h>
#include <balint/query.h>
#include <balint/text.h>

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { REASON = 1024, DAYS_BACK = 400 };

/* The letters and digits of a text, folded; heap memory. */
static char *
squeezed(const char *text)
{
	char *folded = text_fold(text), *end = folded;
	for (const char *c = folded; *c; c++)
		if ((*c >= 'a' && *c <= 'z') || (*c >= '0' && *c <= '9'))
			*end++ = *c;
	*end = '\0';
	return folded;
}

/* Whether both are there and say the same, or the second has the first in it. */
static bool
agrees(const char *one, const char *other, bool within)
{
	if (!one || !other)
		return false;
	char *left = squeezed(one), *right = squeezed(other);
	bool same = *left && (within ? strstr(right, left) != NULL : strcmp(left, right) == 0);
	free(left);
	free(right);
	return same;
}

/* The bank's own number is all of a key but the amount at its end. */
static bool
same_number(const char *key, const char *other)
{
	const char *end = strrchr(key, ' ');
	return end && strncmp(key, other, (size_t)(end - key) + 1) == 0 && strrchr(other, ' ') == other + (end - key);
}

/* What speaks for a credit; each weighs more than all smaller ones together, and of two texts within the storno's the longer one. */
enum { LENGTH_MOST = 1 << 12, BY_PAYER = LENGTH_MOST, BY_ACCOUNT = 2 * BY_PAYER, BY_TEXT = 4 * BY_PAYER, BY_NUMBER = 8 * BY_PAYER };

static int
evidence(const struct query *query, const struct credit *storno)
{
	const char *payer = query_text(query, 1), *iban = query_text(query, 2), *text = query_text(query, 3);
	int weight = 0;
	weight += same_number(query_text(query, 4), query_text(query, 5)) ? BY_NUMBER : 0;
	weight += agrees(text, storno->text, true) ? BY_TEXT + (int)strnlen(text, LENGTH_MOST - 1) : 0;
	weight += agrees(iban, storno->iban, false) ? BY_ACCOUNT : 0;
	weight += agrees(payer, storno->payer, false) || agrees(payer, storno->text, true) ? BY_PAYER : 0;
	return weight;
}

/* The credit for which most speaks, among those of the amount. */
struct search {
	int64_t best;
	int weight;
	size_t all, equal; /* how many there are, and for how many that much speaks */
};

static struct search
search(const struct judge *judge, const struct credit *storno)
{
	struct search found = { 0 };
	struct query query = store_query(judge->store,
	    SQL("SELECT c.id, c.payer, c.iban, c.text, c.bank_key, (SELECT bank_key FROM credit WHERE id = :storno)\n"
	        "  FROM credit AS c\n"
	        "  JOIN credit_account AS a ON a.id = c.id\n"
	        " WHERE c.booked_on BETWEEN :first AND :last AND c.amount = :amount AND a.state IN ('waiting', 'matched')\n"
	        " ORDER BY c.booked_on DESC, c.id"),
	    ARG("storno", storno->id), ARG("first", date_plus_days(storno->booked, -DAYS_BACK)), ARG("last", storno->booked), ARG("amount", -storno->amount));
	for (; query_next(&query); found.all++) {
		int weight = evidence(&query, storno);
		if (found.all > 0 && weight < found.weight)
			continue;
		found.equal = weight == found.weight ? found.equal + 1 : 1;
		found.weight = weight;
		found.best = query_int(&query, 0);
	}
	return found;
}

static enum match_kind
weigh(const struct search *found, int64_t *credit, char reason[REASON])
{
	*credit = found->equal == 1 ? found->best : 0;
	if (found->all == 0)
		return snprintf(reason, REASON, "a storno of a credit that is not here"), MATCH_UNKNOWN;
	if (!*credit)
		return snprintf(reason, REASON, "a storno of one of %zu credits: match it with the number of that one", found->equal), MATCH_AMBIGUOUS;
	bool sure = found->weight > BY_PAYER;
	snprintf(reason, REASON, "a storno of credit %lld%s", (long long)*credit, sure ? "" : found->weight ? ", by payer and amount only" : ", by the amount only");
	return sure ? MATCH_MATCHED : MATCH_PROBABLE;
}

/* Money that went back to the payer cannot be taken back from them by the bank as well. */
static bool
was_refunded(const struct judge *judge, int64_t credit)
{
	return store_has(judge->store,
	    SQL("SELECT 1\n"
	        "  FROM entry AS e\n"
	        "  JOIN allocation AS a ON a.entry = e.id\n"
	        " WHERE e.credit = :credit AND a.refund IS NOT NULL\n"
	        " GROUP BY a.refund\n"
	        "HAVING sum(a.amount) <> 0"),
	    ARG("credit", credit));
}

/* So much more of an instalment is paid, or with a minus less. */
static void
tell_matcher(const struct judge *judge, int64_t instalment, cents amount)
{
	size_t claim = claims_find(judge->claims, instalment);
	if (claim != MATCH_NONE)
		matcher_take(judge->claims->matcher, &(struct match_verdict){ .shares = &(struct match_share){ claim, amount }, .count = 1 });
}

/* What a person has undone is not done again: the payments of the credit are reversed, by hand or with a storno that was unmatched. */
static bool
was_undone(const struct judge *judge, int64_t credit)
{
	return store_number(judge->store,
	           SQL("SELECT count(*) > 0 AND sum(NOT EXISTS (SELECT 1 FROM entry AS r WHERE r.reverses = e.id)) = 0\n"
	               "  FROM entry AS e\n"
	               " WHERE e.credit = :credit"),
	           ARG("credit", credit))
	    == 1;
}

/* A row for each allocation that is taken back, and for a payment's rest; how many there were. */
static size_t
emit_payments(const struct judge *judge, int64_t credit, struct reconcile_row row)
{
	size_t count = 0;
	struct query query = store_query(judge->store,
	    SQL("SELECT p.handle, substr(i.due_on, 1, 7), sum(a.amount), d.code, a.instalment\n"
	        "  FROM entry AS e\n"
	        "  JOIN allocation AS a ON a.entry = e.id AND a.instalment IS NOT NULL\n"
	        "  JOIN instalment AS i ON i.id = a.instalment\n"
	        "  JOIN enrolment AS m ON m.id = i.enrolment\n"
	        "  JOIN person AS p ON p.id = m.person\n"
	        "  JOIN edition AS d ON d.id = m.edition\n"
	        " WHERE e.credit = :credit\n"
	        " GROUP BY a.instalment\n"
	        "HAVING sum(a.amount) <> 0\n"
	        " ORDER BY p.family_key, p.given_key, p.handle, i.due_on"),
	    ARG("credit", credit));
	for (; query_next(&query); count++) {
		struct refusal why;
		row.handle = query_text(&query, 0);
		month_parse(query_text(&query, 1), &row.month, &why);
		row.allocated = -query_int(&query, 2);
		row.edition = query_text(&query, 3);
		judge->take(judge->context, &row);
		if (!judge->records)
			tell_matcher(judge, query_int(&query, 4), row.allocated);
	}
	return count;
}

/* What was taken back, and what other credit has taken since of the instalments that it left open. */
static void
follow_allocations(const struct judge *judge, int64_t since)
{
	struct query query = store_query(judge->store,
	    SQL("SELECT instalment, amount\n"
	        "  FROM allocation\n"
	        " WHERE id > :since AND instalment IS NOT NULL\n"
	        " ORDER BY id"),
	    ARG("since", since));
	while (query_next(&query))
		tell_matcher(judge, query_int(&query, 0), query_int(&query, 1));
}

void
storno_settle(struct store *store, int64_t storno, int64_t credit, struct date on)
{
	struct refusal why;
	bool good = credit_take_back(store, credit, on, "storno", &why);
	assert(good && "nothing of it was refunded");
	(void)good;
	store_run(store,
	    SQL("INSERT INTO storno (credit, undoes)\n"
	        "VALUES (:storno, :credit)"),
	    ARG("storno", storno), ARG("credit", credit));
}

void
judge_storno(struct judge *judge, const struct credit *storno)
{
	char reason[REASON];
	int64_t credit;
	struct search found = search(judge, storno);
	enum match_kind kind = weigh(&found, &credit, reason);
	if (kind >= MATCH_PROBABLE && was_refunded(judge, credit)) {
		snprintf(reason, REASON, "a storno of credit %lld, which was refunded in part: reverse the refund, then match the storno", (long long)credit);
		kind = MATCH_AMBIGUOUS;
	} else if (kind >= MATCH_PROBABLE && was_undone(judge, credit)) {
		snprintf(reason, REASON, "a storno of credit %lld, of which a person has taken the payments back: match it by hand", (long long)credit);
		kind = MATCH_AMBIGUOUS;
	}
	struct reconcile_row row = judge_row(judge, storno);
	bool good = kind == MATCH_MATCHED || (kind == MATCH_PROBABLE && judge->probable);
	row.reason = reason;
	row.verdict = verdict_names[kind];
	size_t rows = good ? emit_payments(judge, credit, row) : 0;
	if (rows == 0)
		judge->take(judge->context, &row);
	judge_count(judge, kind, good);
	if (!good || !judge->records)
		return;
	judge->totals->taken_back += store_number(judge->store, SQL("SELECT given FROM credit_account WHERE id = :credit"), ARG("credit", credit));
	int64_t before = allocation_last(judge->store);
	storno_settle(judge->store, storno->id, credit, storno->booked);
	follow_allocations(judge, before);
}
