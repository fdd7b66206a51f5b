#include "judge.h"

#include <balint/ledger.h>
#include <balint/text.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { REASON = 1024, DAYS_BY_HAND = 7 /* between a transfer and the payment that somebody typed for it */ };

const char *const verdict_names[] = {
	[MATCH_UNKNOWN] = "unknown",
	[MATCH_AMBIGUOUS] = "ambiguous",
	[MATCH_PROBABLE] = "probable",
	[MATCH_MATCHED] = "matched",
};

struct reconcile_row
judge_row(const struct judge *judge, const struct credit *credit)
{
	return (struct reconcile_row){
		.line = credit->line,
		.date = credit->booked,
		.amount = credit->amount,
		.payer = credit->payer,
		.text = credit->text,
		.month = MONTH_NONE,
		.allocated = CENTS_NONE,
		.credit = credit->id > judge->hidden ? COUNT_NONE : credit->id,
		.iban = credit->iban,
		.source = credit->source,
	};
}

void
judge_count(struct judge *judge, enum match_kind kind, bool settled)
{
	struct reconcile_totals *totals = judge->totals;
	totals->matched += kind == MATCH_MATCHED;
	totals->probable += kind == MATCH_PROBABLE;
	totals->ambiguous += kind == MATCH_AMBIGUOUS;
	totals->unknown += kind == MATCH_UNKNOWN;
	totals->waiting += !settled;
}

static const char *
edition_code(const struct judge *judge, const struct match_share *share)
{
	return judge->claims->editions[judge->claims->claims[share->claim].edition].code;
}

/* Whether it is for an edition that is not meant by -e. */
static bool
is_elsewhere(const struct judge *judge, const struct match_verdict *verdict, char reason[REASON])
{
	for (size_t i = 0; i < verdict->count && judge->edition != EDITION_ALL; i++) {
		const struct claim *claim = &judge->claims->claims[verdict->shares[i].claim];
		if (judge->claims->editions[claim->edition].id == judge->edition)
			continue;
		snprintf(reason, REASON, "for edition %s, which is not the one meant: %s", edition_code(judge, &verdict->shares[i]), verdict->reason);
		return true;
	}
	return false;
}

/* What a person has undone is not done again. */
static bool
was_taken_back(const struct judge *judge, const struct credit *credit, char reason[REASON])
{
	if (!store_has(judge->store, SQL("SELECT 1 FROM entry WHERE credit = :credit LIMIT 1"), ARG("credit", credit->id)))
		return false;
	snprintf(reason, REASON, "its payment was taken back by hand; match it by hand");
	return true;
}

static bool
same_name(const char *one, const char *other)
{
	if (!one || !other)
		return true; /* it cannot be told */
	char *left = text_fold(one), *right = text_fold(other);
	bool same = strcmp(left, right) == 0;
	free(left);
	free(right);
	return same;
}

/* The same days from another kind of file: the same money, or two transfers (RULES 8.4)? */
static bool
has_twin(const struct judge *judge, const struct credit *credit, char reason[REASON])
{
	struct query query = store_query(judge->store,
	    SQL("SELECT c.id, c.payer, s.source\n"
	        "  FROM credit AS c\n"
	        "  JOIN statement AS s ON s.id = c.statement\n"
	        " WHERE c.booked_on = :booked AND c.amount = :amount AND c.id < min(:id, :before + 1) AND s.source <> :source\n"
	        " ORDER BY c.id"),
	    ARG("booked", credit->booked), ARG("amount", credit->amount), ARG("id", credit->id), ARG("before", judge->before), ARG("source", credit->source));
	while (query_next(&query)) {
		if (!same_name(query_text(&query, 1), credit->payer))
			continue;
		snprintf(reason, REASON, "the day, amount and payer of credit %s, from another kind of file (%s): match it, or dismiss it if it is the same",
		    query_text(&query, 0), query_text(&query, 2));
		query_end(&query);
		return true;
	}
	return false;
}

/* The money of one person: of a verdict about several, what its shares for them add up to. */
static cents
amount_of(const struct judge *judge, const struct match_verdict *verdict, size_t person)
{
	cents amount = verdict->person == MATCH_NONE ? 0 : verdict->rest;
	for (size_t i = 0; i < verdict->count; i++)
		if (verdict->person != MATCH_NONE || judge->claims->claims[verdict->shares[i].claim].person == person)
			amount += verdict->shares[i].amount;
	return amount;
}

/* A payment of one person that somebody has typed already, or 0. */
static int64_t
find_typed(const struct judge *judge, const struct credit *credit, size_t person, cents amount)
{
	return store_number(judge->store,
	    SQL("SELECT e.id\n"
	        "  FROM entry AS e\n"
	        " WHERE e.person = :person AND e.date BETWEEN :first AND :last AND e.amount = :amount\n"
	        "   AND e.kind = 'payment' AND e.credit IS NULL\n"
	        "   AND NOT EXISTS (SELECT 1 FROM entry AS r WHERE r.reverses = e.id)\n"
	        " ORDER BY e.id\n"
	        " LIMIT 1"),
	    ARG("person", judge->claims->people[person].id), ARG("first", date_plus_days(credit->booked, -DAYS_BY_HAND)),
	    ARG("last", date_plus_days(credit->booked, DAYS_BY_HAND)), ARG("amount", amount));
}

/* Whether the payment is there already, or that of one of several. */
static bool
was_typed(const struct judge *judge, const struct credit *credit, const struct match_verdict *verdict, char reason[REASON])
{
	int64_t entry = verdict->person != MATCH_NONE ? find_typed(judge, credit, verdict->person, credit->amount) : 0;
	for (size_t i = 0; i < verdict->count && verdict->person == MATCH_NONE && !entry; i++) {
		size_t person = judge->claims->claims[verdict->shares[i].claim].person;
		entry = find_typed(judge, credit, person, amount_of(judge, verdict, person));
	}
	if (entry)
		snprintf(reason, REASON, "entry %lld is a payment of that amount, made by hand: dismiss the credit if it is the same, else match it", (long long)entry);
	return entry != 0;
}

/* What stands against a verdict that only looks at the credit itself. */
static void
object(const struct judge *judge, const struct credit *credit, struct match_verdict *verdict, char reason[REASON])
{
	enum match_kind kind = verdict->kind;
	if (kind == MATCH_UNKNOWN || (kind == MATCH_AMBIGUOUS && !was_typed(judge, credit, verdict, reason)))
		return;
	if (kind == MATCH_AMBIGUOUS) {
		verdict->reason = reason;
		return;
	}
	if (is_elsewhere(judge, verdict, reason))
		kind = MATCH_UNKNOWN;
	else if (was_taken_back(judge, credit, reason) || has_twin(judge, credit, reason) || was_typed(judge, credit, verdict, reason))
		kind = MATCH_AMBIGUOUS;
	if (kind == verdict->kind)
		return;
	*verdict = (struct match_verdict){ .kind = kind, .person = verdict->person, .reason = reason };
}

/* Writes the payment of one person: of whoever paid, or of one of several. */
static void
record_one(const struct judge *judge, const struct credit *credit, const struct match_verdict *verdict, size_t person)
{
	int64_t entry = payment_enter(judge->store, judge->claims->people[person].id, amount_of(judge, verdict, person), credit->booked, NULL, credit->id);
	for (size_t i = 0; i < verdict->count; i++) {
		const struct claim *claim = &judge->claims->claims[verdict->shares[i].claim];
		if (verdict->person != MATCH_NONE || claim->person == person)
			payment_allocate(judge->store, entry, claim->instalment, verdict->shares[i].amount, credit->booked);
	}
}

/* Whether a share before this one is for the same person. */
static bool
is_recorded(const struct judge *judge, const struct match_verdict *verdict, size_t share)
{
	const struct claim *claims = judge->claims->claims;
	for (size_t i = 0; i < share; i++)
		if (claims[verdict->shares[i].claim].person == claims[verdict->shares[share].claim].person)
			return true;
	return false;
}

static void
record(const struct judge *judge, const struct credit *credit, const struct match_verdict *verdict)
{
	if (verdict->person != MATCH_NONE) {
		record_one(judge, credit, verdict, verdict->person);
		return;
	}
	for (size_t i = 0; i < verdict->count; i++)
		if (!is_recorded(judge, verdict, i))
			record_one(judge, credit, verdict, judge->claims->claims[verdict->shares[i].claim].person);
}

static void
emit(const struct judge *judge, const struct credit *credit, const struct match_verdict *verdict)
{
	const struct claims *claims = judge->claims;
	struct reconcile_row row = judge_row(judge, credit);
	row.verdict = verdict_names[verdict->kind];
	row.reason = verdict->reason;
	for (size_t i = 0; i < verdict->count; i++) {
		const struct claim *claim = &claims->claims[verdict->shares[i].claim];
		row.handle = claims->people[claim->person].handle;
		row.month = claim->month;
		row.allocated = verdict->shares[i].amount;
		row.edition = edition_code(judge, &verdict->shares[i]);
		judge->take(judge->context, &row);
	}
	cents rest = verdict->kind >= MATCH_PROBABLE ? verdict->rest : 0;
	if (verdict->count && !rest)
		return;
	row.handle = verdict->person != MATCH_NONE ? claims->people[verdict->person].handle : NULL;
	row.month = MONTH_NONE;
	row.allocated = rest ? rest : CENTS_NONE;
	row.edition = NULL;
	judge->take(judge->context, &row);
}

static void
judge_credit(struct judge *judge, const struct credit *credit)
{
	char reason[REASON];
	struct match_verdict verdict;
	matcher_judge(judge->claims->matcher, &(struct match_credit){ credit->text, credit->payer, credit->iban, credit->amount }, &verdict);
	object(judge, credit, &verdict, reason);
	bool good = verdict.kind == MATCH_MATCHED || (verdict.kind == MATCH_PROBABLE && judge->probable);
	emit(judge, credit, &verdict);
	judge_count(judge, verdict.kind, good);
	*(good ? &judge->totals->taken : &judge->totals->rest) += credit->amount;
	if (!good)
		return;
	matcher_take(judge->claims->matcher, &verdict);
	if (judge->records)
		record(judge, credit, &verdict);
}

struct credit
judge_load(const struct query *query)
{
	return (struct credit){ query_int(query, 0), COUNT_NONE, query_date(query, 1), query_int(query, 2), query_text(query, 3), query_text(query, 4),
		query_text(query, 5), query_text(query, 6) };
}

void
judge_now(struct judge *judge, const struct credit *credit)
{
	if (!judge->claims)
		judge->claims = claims_load(judge->store);
	(credit->amount < 0 ? judge_storno : judge_credit)(judge, credit);
}
