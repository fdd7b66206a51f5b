#include <balint/enrolment.h>
#include <balint/ledger.h>
#include <balint/payment.h>
#include <balint/query.h>

/*
 * The same payment that was entered before, or 0; whether it went to the edition and month that are
 * meant now, as far as it went anywhere.
 */
static int64_t
find_same(struct store *store, const struct edition *edition, int64_t person, const struct payment *payment, bool *elsewhere)
{
	struct query query = store_query(store,
	    SQL("SELECT e.id,\n"
	        "       EXISTS (SELECT 1 FROM allocation WHERE entry = e.id AND instalment IS NOT NULL)\n"
	        "       AND NOT EXISTS (SELECT 1\n"
	        "                         FROM allocation AS a\n"
	        "                         JOIN instalment AS i ON i.id = a.instalment\n"
	        "                         JOIN enrolment AS m ON m.id = i.enrolment\n"
	        "                        WHERE a.entry = e.id AND m.edition = :edition\n"
	        "                          AND (:month IS NULL OR substr(i.due_on, 1, 7) = :month))\n"
	        "  FROM entry AS e\n"
	        " WHERE e.kind = 'payment' AND e.person = :person AND e.amount = :amount AND e.date = :on\n"
	        "   AND NOT EXISTS (SELECT 1 FROM entry AS r WHERE r.reverses = e.id)\n"
	        " ORDER BY 2, e.id\n"
	        " LIMIT 1"),
	    ARG("edition", edition->id), ARG("month", payment->month), ARG("person", person), ARG("amount", payment->amount),
	    ARG("on", payment->on));
	int64_t id = query_next(&query) ? query_int(&query, 0) : 0;
	*elsewhere = id && query_int(&query, 1) == 1;
	query_end(&query);
	return id;
}

/* Whether they are a participant of the edition, or pay for one. */
static bool
pays(struct store *store, const struct edition *edition, int64_t person)
{
	return store_has(store,
	    SQL("SELECT 1\n"
	        "  FROM enrolment AS m\n"
	        "  JOIN person AS p ON p.id = m.person\n"
	        " WHERE m.edition = :edition AND m.role = 'participant' AND (p.id = :person OR p.payer = :person)"),
	    ARG("edition", edition->id), ARG("person", person));
}

static bool
check_payer(struct store *store, const struct edition *edition, const char *handle, struct person *person, struct refusal *why)
{
	if (!person_find(store, handle, person, why))
		return false;
	return pays(store, edition, person->id)
	    || (member_find(store, edition, handle, person, why)
	        && refuse(why, "'%s' is not a participant of edition %s, and owes nothing", handle, edition->code));
}

static bool
check_month(struct store *store, const struct edition *edition, int64_t person, const struct payment *payment, struct refusal *why)
{
	char text[MONTH_TEXT];
	return !month_given(payment->month)
	    || store_has(store,
	        SQL("SELECT 1\n"
	            "  FROM instalment AS i\n"
	            "  JOIN enrolment AS m ON m.id = i.enrolment\n"
	            "  JOIN person AS p ON p.id = m.person\n"
	            " WHERE m.edition = :edition AND (p.id = :person OR p.payer = :person) AND i.due_on = :due"),
	        ARG("edition", edition->id), ARG("person", person), ARG("due", month_last_day(payment->month)))
	    || refuse(why, "--month: '%s' has no instalment in %s", payment->handle, month_write(payment->month, text));
}

bool
payment_record(struct store *store, const struct edition *edition, const struct payment *payment, struct payment_outcome *outcome,
    struct refusal *why)
{
	struct person person = { 0 };
	bool elsewhere = false;
	*outcome = (struct payment_outcome){ 0 };
	if (payment->amount == 0)
		return refuse(why, "a payment of 0.00 is none");
	if (!check_payer(store, edition, payment->handle, &person, why) || !check_month(store, edition, person.id, payment, why))
		return false;
	outcome->id = payment->again ? 0 : find_same(store, edition, person.id, payment, &elsewhere);
	if (elsewhere)
		return refuse(why, "a payment of that amount and day by '%s' is there, for another month; if this is a second one, give --again", payment->handle);
	outcome->already = outcome->id != 0;
	if (outcome->already)
		return true;
	outcome->id = payment_enter(store, person.id, payment->amount, payment->on, payment->text, 0);
	outcome->rest = payment_settle(store, outcome->id, edition->id, payment->month, payment->on);
	return true;
}
