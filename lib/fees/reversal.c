#include <balint/clock.h>
#include <balint/edition.h>
#include <balint/ledger.h>
#include <balint/query.h>

#include <stdio.h>
#include <string.h>

struct entry {
	int64_t id, person, instalment; /* instalment: COUNT_NONE if none */
	char kind[16];
	cents amount;
};

static bool
find(struct store *store, int64_t id, struct entry *entry, struct refusal *why)
{
	struct query query = store_query(store,
	    SQL("SELECT person, instalment, kind, amount\n"
	        "  FROM entry\n"
	        " WHERE id = :id"),
	    ARG("id", id));
	if (!query_next(&query))
		return refuse(why, "there is no entry %lld in the ledger; 'balint-fees statement HANDLE' shows those of a person", (long long)id);
	*entry = (struct entry){ .id = id, .person = query_int(&query, 0), .instalment = query_int(&query, 1), .amount = query_int(&query, 3) };
	snprintf(entry->kind, sizeof entry->kind, "%s", query_text(&query, 2));
	query_end(&query);
	return true;
}

/* The reversal that is there, or 0; refused if it has another reason. */
static bool
find_reversal(struct store *store, const struct entry *entry, const char *reason, int64_t *reversal, struct refusal *why)
{
	struct query query = store_query(store,
	    SQL("SELECT id, text\n"
	        "  FROM entry\n"
	        " WHERE reverses = :id"),
	    ARG("id", entry->id));
	*reversal = query_next(&query) ? query_int(&query, 0) : 0;
	bool good = !*reversal || query_is(&query, 1, reason)
	    || refuse(why, "entry %lld is reversed already, by %lld for another reason", (long long)entry->id, (long long)*reversal);
	query_end(&query);
	return good;
}

static bool
check_refunds(struct store *store, const struct entry *entry, struct refusal *why)
{
	int64_t refund = store_number(store,
	    SQL("SELECT refund\n"
	        "  FROM allocation\n"
	        " WHERE entry = :id AND refund IS NOT NULL\n"
	        " GROUP BY refund\n"
	        "HAVING sum(amount) > 0\n"
	        " ORDER BY refund DESC"),
	    ARG("id", entry->id));
	return !refund
	    || refuse(why, "part of payment %lld has been given back; reverse the refund first: balint-fees reverse %lld --reason T",
	        (long long)entry->id, (long long)refund);
}

/* Without what was added, the instalment must not become less than nothing. */
static bool
check_charge(struct store *store, const struct entry *entry, struct refusal *why)
{
	char most[MONEY_TEXT];
	cents charge = store_number(store, SQL("SELECT gross + adjusted FROM instalment_account WHERE id = :id"), ARG("id", entry->instalment));
	return entry->amount <= charge
	    || refuse(why, "only %s is still charged of that instalment; reverse what was taken off it first", money_write(charge, most));
}

static bool
check(struct store *store, const struct entry *entry, struct refusal *why)
{
	if (strcmp(entry->kind, "reversal") == 0)
		return refuse(why, "entry %lld is a reversal itself; what it has taken back can be entered anew", (long long)entry->id);
	if (strcmp(entry->kind, "payment") == 0)
		return check_refunds(store, entry, why);
	return strcmp(entry->kind, "adjustment") != 0 || check_charge(store, entry, why);
}

static void
reverse_payment(struct store *store, const struct entry *entry, struct date on)
{
	int64_t before = allocation_last(store);
	store_run(store,
	    SQL("INSERT INTO allocation (entry, instalment, amount, date)\n"
	        "SELECT entry, instalment, -sum(amount), :on\n"
	        "  FROM allocation\n"
	        " WHERE entry = :id AND instalment IS NOT NULL\n"
	        " GROUP BY instalment\n"
	        "HAVING sum(amount) <> 0"),
	    ARG("id", entry->id), ARG("on", on));
	struct query query = store_query(store,
	    SQL("SELECT instalment\n"
	        "  FROM allocation\n"
	        " WHERE id BETWEEN :before + 1 AND :last\n"
	        " ORDER BY id"),
	    ARG("before", before), ARG("last", allocation_last(store)));
	while (query_next(&query))
		instalment_settle(store, query_int(&query, 0), query_int(&query, 0), on);
}

static void
reverse_refund(struct store *store, const struct entry *entry, struct date on)
{
	store_run(store,
	    SQL("INSERT INTO allocation (entry, refund, amount, date)\n"
	        "SELECT entry, refund, -sum(amount), :on\n"
	        "  FROM allocation\n"
	        " WHERE refund = :id\n"
	        " GROUP BY entry\n"
	        "HAVING sum(amount) <> 0"),
	    ARG("id", entry->id), ARG("on", on));
	struct query query = store_query(store,
	    SQL("SELECT DISTINCT entry\n"
	        "  FROM allocation\n"
	        " WHERE refund = :id\n"
	        " ORDER BY entry"),
	    ARG("id", entry->id));
	while (query_next(&query))
		payment_settle(store, query_int(&query, 0), EDITION_ALL, MONTH_NONE, on);
}

static void
reverse_adjustment(struct store *store, const struct entry *entry, struct date on)
{
	if (entry->amount > 0)
		instalment_free(store, entry->instalment, on);
	else
		instalment_settle(store, entry->instalment, entry->instalment, on);
}

struct date
entry_last_day(struct store *store, int64_t entry)
{
	struct query query = store_query(store,
	    SQL("SELECT max(e.date, coalesce((SELECT max(date) FROM allocation WHERE entry = e.id), ''),\n"
	        "           coalesce((SELECT max(date) FROM allocation WHERE refund = e.id), ''))\n"
	        "  FROM entry AS e\n"
	        " WHERE e.id = :id"),
	    ARG("id", entry));
	struct date last = query_next(&query) ? query_date(&query, 0) : DATE_NONE;
	query_end(&query);
	return last;
}

int64_t
entry_reverse(struct store *store, int64_t id, struct date on, const char *reason, struct refusal *why)
{
	struct entry entry = { 0 };
	int64_t reversal;
	char stamp[CLOCK_STAMP];
	if (!find(store, id, &entry, why) || !find_reversal(store, &entry, reason, &reversal, why))
		return 0;
	if (reversal)
		return reversal;
	if (!check(store, &entry, why))
		return 0;
	struct date last = entry_last_day(store, id), day = on.day > last.day ? on : last;
	store_run(store,
	    SQL("INSERT INTO entry (kind, person, instalment, amount, date, text, reverses, recorded_at)\n"
	        "VALUES ('reversal', :person, :instalment, :amount, :on, :reason, :id, :stamp)"),
	    ARG("person", entry.person), ARG("instalment", entry.instalment), ARG("amount", -entry.amount), ARG("on", day), ARG("reason", reason),
	    ARG("id", id), ARG("stamp", clock_stamp(stamp)));
	reversal = store_last_id(store);
	if (strcmp(entry.kind, "payment") == 0)
		reverse_payment(store, &entry, day);
	else if (strcmp(entry.kind, "refund") == 0)
		reverse_refund(store, &entry, day);
	else
		reverse_adjustment(store, &entry, day);
	return reversal;
}
