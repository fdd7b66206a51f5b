#include <balint/clock.h>
#include <balint/person.h>
#include <balint/query.h>
#include <balint/refund.h>

static int64_t
find_same(struct store *store, int64_t person, const struct refund *refund)
{
	return store_number(store,
	    SQL("SELECT e.id\n"
	        "  FROM entry AS e\n"
	        " WHERE e.kind = 'refund' AND e.person = :person AND e.amount = :amount AND e.date = :on\n"
	        "   AND NOT EXISTS (SELECT 1 FROM entry AS r WHERE r.reverses = e.id)\n"
	        " ORDER BY e.id\n"
	        " LIMIT 1"),
	    ARG("person", person), ARG("amount", refund->amount), ARG("on", refund->on));
}

static bool
check_credit(struct store *store, int64_t person, const struct refund *refund, struct refusal *why)
{
	char text[MONEY_TEXT];
	cents credit = store_number(store, SQL("SELECT sum(rest) FROM payment_rest WHERE person = :person"), ARG("person", person));
	if (credit == 0)
		return refuse(why, "'%s' has no credit that could be given back", refund->handle);
	return refund->amount <= credit
	    || refuse(why, "'%s' has a credit of %s, and no more than that can be given back", refund->handle, money_write(credit, text));
}

static int64_t
enter(struct store *store, int64_t person, const struct refund *refund)
{
	char stamp[CLOCK_STAMP];
	store_run(store,
	    SQL("INSERT INTO entry (kind, person, amount, date, text, recorded_at)\n"
	        "VALUES ('refund', :person, :amount, :on, :text, :stamp)"),
	    ARG("person", person), ARG("amount", refund->amount), ARG("on", refund->on), ARG("text", refund->text),
	    ARG("stamp", clock_stamp(stamp)));
	return store_last_id(store);
}

/* As with instalments, a payment is not given away before the day on which it was free. */
static void
allocate(struct store *store, int64_t person, int64_t entry, const struct refund *refund)
{
	store_run(store,
	    SQL("WITH credit AS (\n"
	        "  SELECT id, date, rest, sum(rest) OVER (ORDER BY date, id) - rest AS before\n"
	        "    FROM payment_rest\n"
	        "   WHERE person = :person AND rest > 0)\n"
	        "INSERT INTO allocation (entry, refund, amount, date)\n"
	        "SELECT id, :entry, min(rest, :amount - before),\n"
	        "       max(:on, date, coalesce((SELECT max(a.date) FROM allocation AS a WHERE a.entry = credit.id AND a.amount < 0), ''))\n"
	        "  FROM credit\n"
	        " WHERE before < :amount\n"
	        " ORDER BY date, id"),
	    ARG("person", person), ARG("entry", entry), ARG("amount", refund->amount), ARG("on", refund->on));
}

int64_t
refund_record(struct store *store, const struct refund *refund, bool *already, struct refusal *why)
{
	struct person person = { 0 };
	if (refund->amount == 0)
		return refuse(why, "a refund of 0.00 is none");
	if (!person_find(store, refund->handle, &person, why))
		return 0;
	int64_t entry = refund->again ? 0 : find_same(store, person.id, refund);
	*already = entry != 0;
	if (entry || !check_credit(store, person.id, refund, why))
		return entry;
	entry = enter(store, person.id, refund);
	allocate(store, person.id, entry, refund);
	return entry;
}
