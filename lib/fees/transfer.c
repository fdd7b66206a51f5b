#include "payer_reference.h"

#include <balint/due.h>
#include <balint/edition.h>
#include <balint/fatal.h>
#include <balint/person.h>
#include <balint/query.h>
#include <balint/setting.h>
#include <balint/transfer.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Whose transfer it is: their own, or that of the people for whom they pay. */
struct search {
	struct store *store;
	int64_t edition;
	struct person person;
	struct month month;
	bool others;
};

/* What is open, a row for each day on which it is due and each edition. */
static struct query
query_open(const struct search *search)
{
	return store_query(search->store,
	    SQL("SELECT i.due_on, e.code, sum(i.gross + i.adjusted - i.paid), sum(i.paid), min(i.reference), e.id\n"
	        "  FROM person AS p\n"
	        "  JOIN instalment_account AS i ON i.person = p.id\n"
	        "  JOIN edition AS e ON e.id = i.edition\n"
	        " WHERE ((NOT :others AND p.id = :person) OR (:others AND p.payer = :person))\n"
	        "   AND ((:edition = 0 AND e.status = 'open') OR e.id = :edition)\n"
	        "   AND (:month IS NULL OR substr(i.due_on, 1, 7) = :month)\n"
	        "   AND i.gross + i.adjusted > i.paid\n"
	        " GROUP BY i.due_on, e.id\n"
	        " ORDER BY i.due_on, e.number, e.year, e.code"),
	    ARG("others", search->others), ARG("person", search->person.id), ARG("edition", search->edition), ARG("month", search->month));
}

/* The first of them, and its edition; false without a reason if nothing is open. */
static bool
find_first(const struct search *search, struct transfer *transfer, int64_t *edition, struct refusal *why)
{
	struct query query = query_open(search);
	bool found = query_next(&query);
	if (found) {
		char text[MONTH_TEXT];
		struct date due = query_date(&query, 0);
		char *code = memory_text(query_text(&query, 1));
		*edition = query_int(&query, 5);
		transfer->month = month_of(due);
		transfer->amount = query_int(&query, 2);
		transfer->paid = query_int(&query, 3);
		snprintf(transfer->reference, sizeof transfer->reference, "%s", query_text(&query, 4));
		if (query_next(&query) && month_of(query_date(&query, 0)).month == transfer->month.month)
			found = refuse(why, "'%s' has something open in %s in several editions (%s, %s); name one with --edition", search->person.handle,
			    month_write(transfer->month, text), code, query_text(&query, 1));
		free(code);
	}
	query_end(&query);
	return found;
}

/* Why nothing is open, and what to do about it. */
static bool
refuse_nothing(const struct search *search, struct refusal *why)
{
	char text[MONTH_TEXT];
	const char *handle = search->person.handle;
	struct query query = store_query(search->store,
	    SQL("SELECT count(*), count(*) FILTER (WHERE substr(i.due_on, 1, 7) = :month)\n"
	        "  FROM person AS p\n"
	        "  JOIN instalment_account AS i ON i.person = p.id\n"
	        "  JOIN edition AS e ON e.id = i.edition\n"
	        " WHERE (p.id = :person OR p.payer = :person) AND ((:edition = 0 AND e.status = 'open') OR e.id = :edition)"),
	    ARG("person", search->person.id), ARG("edition", search->edition), ARG("month", search->month));
	query_next(&query);
	int64_t planned = query_int(&query, 0), in_month = query_int(&query, 1);
	query_end(&query);
	if (!planned)
		return refuse(why, "'%s' has no instalments; they are planned with 'balint-fees plan'", handle);
	if (!month_given(search->month))
		return refuse(why, "'%s' has nothing open: all instalments are paid", handle);
	month_write(search->month, text);
	return in_month ? refuse(why, "--month: '%s' has nothing open in %s: it is paid", handle, text)
	                : refuse(why, "--month: '%s' has no instalment in %s", handle, text);
}

static void
add_account(struct store *store, struct transfer *transfer)
{
	transfer->payee = setting_get(store, "payee");
	transfer->iban = setting_get(store, "iban");
	transfer->bic = setting_get(store, "bic");
}

bool
transfer_find(struct store *store, int64_t edition, const char *handle, struct month month, struct transfer *transfer, struct refusal *why)
{
	struct search search = { .store = store, .edition = edition, .month = month };
	int64_t open_in = 0;
	*transfer = (struct transfer){ 0 };
	why->text[0] = '\0';
	if (!person_find(store, handle, &search.person, why))
		return false;
	bool found = find_first(&search, transfer, &open_in, why);
	if (!found && !*why->text) {
		search.others = true;
		found = find_first(&search, transfer, &open_in, why)
		    && payer_reference(store, open_in, search.person.id, transfer->month, transfer->reference, why);
	}
	if (!found && !*why->text)
		refuse_nothing(&search, why);
	if (!found)
		return false;
	add_account(store, transfer);
	return true;
}

static void
take_due(void *context, const void *taken)
{
	struct transfer *transfer = context;
	const struct due_row *due = taken;
	transfer->amount = due->amount;
	transfer->paid = due->paid;
	snprintf(transfer->reference, sizeof transfer->reference, "%s", due->reference);
}

bool
transfer_due(struct store *store, int64_t edition, int64_t payer, struct date due, struct transfer *transfer, struct refusal *why)
{
	const struct due_choice choice = { edition, due, due, payer, DATE_NONE, true };
	*transfer = (struct transfer){ .month = month_of(due) };
	if (!due_list_by_payer(store, &choice, take_due, transfer, why))
		return false;
	add_account(store, transfer);
	return true;
}

bool
transfer_write(const struct transfer *transfer, char payload[EPC_TEXT], struct refusal *why)
{
	struct epc epc = { transfer->payee, transfer->iban, transfer->bic, transfer->amount, transfer->reference };
	return epc_write(&epc, payload, why);
}

void
transfer_release(struct transfer *transfer)
{
	free(transfer->payee);
	free(transfer->iban);
	free(transfer->bic);
}
