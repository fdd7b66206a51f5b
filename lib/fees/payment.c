#include <balint/clock.h>
#include <balint/enrolment.h>
#include <balint/payment.h>
#include <balint/query.h>

static const struct column columns[] = { COUNT_COLUMN(struct payment_row, id) };
const struct listing payment_listing = { .columns = columns, .count = 1, .bare = true };

/*
 * The same payment that was entered before, or 0; whether it went to the edition and month that are
 * meant now, as far as it went anywhere.
 */
static int64_t
find_same(struct store *store, const struct edition *edition, int64_t person, const struct payment *payment, bool *elsewhere)
{
	struct query query = store_query(store,
	    SQL("SELECT e.id,\n"
	        "       EXISTS (SELECT 1 FROM allocation WHERE entry = e.id)\n"
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

static bool
is_participant(struct store *store, const struct edition *edition, int64_t person)
{
	return store_has(store,
	    SQL("SELECT 1\n"
	        "  FROM enrolment\n"
	        " WHERE edition = :edition AND person = :person AND role = 'participant'"),
	    ARG("edition", edition->id), ARG("person", person));
}

static bool
check_month(struct store *store, const struct edition *edition, int64_t person, const struct payment *payment, struct refusal *why)
{
	char text[MONTH_TEXT];
	if (!month_given(payment->month))
		return true;
	struct query query = store_query(store,
	    SQL("SELECT 1\n"
	        "  FROM instalment AS i\n"
	        "  JOIN enrolment AS m ON m.id = i.enrolment\n"
	        " WHERE m.edition = :edition AND m.person = :person AND i.due_on = :due"),
	    ARG("edition", edition->id), ARG("person", person), ARG("due", month_last_day(payment->month)));
	bool there = query_next(&query);
	query_end(&query);
	return there || refuse(why, "--month: '%s' has no instalment in %s", payment->handle, month_write(payment->month, text));
}

/* Gives so much of an entry to open instalments, the oldest first; returns what is left of it. */
static cents
allocate(struct store *store, const struct edition *edition, int64_t person, int64_t entry, cents rest, struct date on, struct month month)
{
	struct query query = store_query(store,
	    SQL("SELECT id, gross + adjusted - paid\n"
	        "  FROM instalment_account\n"
	        " WHERE edition = :edition AND person = :person AND gross + adjusted > paid\n"
	        "   AND (:month IS NULL OR substr(due_on, 1, 7) = :month)\n"
	        " ORDER BY due_on"),
	    ARG("edition", edition->id), ARG("person", person), ARG("month", month));
	while (rest > 0 && query_next(&query)) {
		cents open = query_int(&query, 1), amount = rest < open ? rest : open;
		store_run(store,
		    SQL("INSERT INTO allocation (entry, instalment, amount, date)\n"
		        "VALUES (:entry, :instalment, :amount, :on)"),
		    ARG("entry", entry), ARG("instalment", query_int(&query, 0)), ARG("amount", amount), ARG("on", on));
		rest -= amount;
	}
	query_end(&query);
	return rest;
}

void
payment_allocate_credit(struct store *store, const struct edition *edition, int64_t person)
{
	struct query query = store_query(store,
	    SQL("SELECT id, rest, date\n"
	        "  FROM payment_rest\n"
	        " WHERE person = :person AND rest > 0\n"
	        " ORDER BY date, id"),
	    ARG("person", person));
	while (query_next(&query))
		allocate(store, edition, person, query_int(&query, 0), query_int(&query, 1), query_date(&query, 2), MONTH_NONE);
}

bool
payment_record(struct store *store, const struct edition *edition, const struct payment *payment, struct payment_outcome *outcome,
    struct refusal *why)
{
	struct person person = { 0 };
	char stamp[CLOCK_STAMP];
	*outcome = (struct payment_outcome){ 0 };
	if (payment->amount == 0)
		return refuse(why, "a payment of 0.00 is none");
	bool elsewhere = false;
	if (!member_find(store, edition, payment->handle, &person, why) || !check_month(store, edition, person.id, payment, why))
		return false;
	if (!is_participant(store, edition, person.id))
		return refuse(why, "'%s' is not a participant of edition %s, and owes nothing", payment->handle, edition->code);
	outcome->id = payment->again ? 0 : find_same(store, edition, person.id, payment, &elsewhere);
	if (elsewhere)
		return refuse(why, "a payment of that amount and day by '%s' is there, for another month; if this is a second one, give --again", payment->handle);
	outcome->already = outcome->id != 0;
	if (outcome->already)
		return true;
	store_run(store,
	    SQL("INSERT INTO entry (kind, person, amount, date, text, recorded_at)\n"
	        "VALUES ('payment', :person, :amount, :on, :text, :stamp)"),
	    ARG("person", person.id), ARG("amount", payment->amount), ARG("on", payment->on), ARG("text", payment->text),
	    ARG("stamp", clock_stamp(stamp)));
	outcome->id = store_last_id(store);
	outcome->rest = allocate(store, edition, person.id, outcome->id, payment->amount, payment->on, payment->month);
	return true;
}
