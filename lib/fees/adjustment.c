#include <balint/adjustment.h>
#include <balint/clock.h>
#include <balint/enrolment.h>
#include <balint/ledger.h>
#include <balint/query.h>

/* The numbers of the entries of one adjustment, 0 if there is none. */
struct span {
	int64_t first, last;
};

static cents
amount_of(const struct adjustment *adjustment)
{
	return adjustment->less != CENTS_NONE ? -adjustment->less : adjustment->more;
}

/*
 * The entries of an adjustment that was made before, of that amount and day. It may have been spread over several
 * entries, which were made in one go and with one reason. `*same`: the reason and the month are those meant now.
 */
static struct span
find_same(struct store *store, const struct edition *edition, int64_t person, const struct adjustment *adjustment, bool *same)
{
	struct query query = store_query(store,
	    SQL("WITH there AS (\n"
	        "  SELECT e.id, e.amount, e.text, e.recorded_at, substr(i.due_on, 1, 7) AS month,\n"
	        "         sum(e.amount) OVER (PARTITION BY e.text, e.recorded_at ORDER BY e.id) AS total\n"
	        "    FROM entry AS e\n"
	        "    JOIN instalment AS i ON i.id = e.instalment\n"
	        "    JOIN enrolment AS m ON m.id = i.enrolment\n"
	        "   WHERE e.kind = 'adjustment' AND e.person = :person AND m.edition = :edition AND e.date = :on\n"
	        "     AND (e.amount > 0) = (:amount > 0)\n"
	        "     AND NOT EXISTS (SELECT 1 FROM entry AS r WHERE r.reverses = e.id))\n"
	        "SELECT a.id, b.id, a.text IS :reason AND (:month IS NULL OR (a.month = :month AND b.month = :month))\n"
	        "  FROM there AS a\n"
	        "  JOIN there AS b ON b.id >= a.id AND b.text IS a.text AND b.recorded_at = a.recorded_at\n"
	        " WHERE b.total - a.total + a.amount = :amount\n"
	        " ORDER BY 3 DESC, a.id, b.id\n"
	        " LIMIT 1"),
	    ARG("edition", edition->id), ARG("person", person), ARG("amount", amount_of(adjustment)), ARG("on", adjustment->on),
	    ARG("reason", adjustment->reason), ARG("month", adjustment->month));
	struct span span = { 0 };
	if (query_next(&query)) {
		span = (struct span){ query_int(&query, 0), query_int(&query, 1) };
		*same = query_int(&query, 2) == 1;
	}
	query_end(&query);
	return span;
}

static bool
check_month(struct store *store, const struct edition *edition, int64_t person, const struct adjustment *adjustment, struct refusal *why)
{
	char month[MONTH_TEXT];
	if (store_has(store,
	        SQL("SELECT 1\n"
	            "  FROM instalment_account\n"
	            " WHERE edition = :edition AND person = :person AND (:month IS NULL OR substr(due_on, 1, 7) = :month)"),
	        ARG("edition", edition->id), ARG("person", person), ARG("month", adjustment->month)))
		return true;
	if (month_given(adjustment->month))
		return refuse(why, "--month: '%s' has no instalment in %s", adjustment->handle, month_write(adjustment->month, month));
	return refuse(why, "'%s' has no instalments in edition %s; 'balint-fees plan -e %s' writes those of the participants", adjustment->handle, edition->code,
	    edition->code);
}

static bool
check_less(struct store *store, const struct edition *edition, int64_t person, const struct adjustment *adjustment, struct refusal *why)
{
	char most[MONEY_TEXT];
	if (adjustment->less == CENTS_NONE)
		return true;
	cents charged = store_number(store,
	    SQL("SELECT sum(gross + adjusted)\n"
	        "  FROM instalment_account\n"
	        " WHERE edition = :edition AND person = :person AND (:month IS NULL OR substr(due_on, 1, 7) = :month)"),
	    ARG("edition", edition->id), ARG("person", person), ARG("month", adjustment->month));
	return adjustment->less <= charged
	    || refuse(why, month_given(adjustment->month) ? "--less: '%s' is charged %s in that month, and no more than that can be taken off"
	        : "--less: '%s' is charged %s, and no more than that can be taken off", adjustment->handle, money_write(charged, most));
}

/*
 * Spreads an amount over instalments: over what is open from the first on, then over what is not from the last
 * backwards; `backwards` takes all as not open.
 */
static void
enter_less(struct store *store, const struct edition *edition, int64_t person, cents amount, struct month month, bool backwards, struct date on,
    const char *reason)
{
	char stamp[CLOCK_STAMP];
	store_run(store,
	    SQL("WITH owed AS (\n"
	        "  SELECT id, due_on, gross + adjusted AS charged, iif(:backwards, 0, max(gross + adjusted - paid, 0)) AS open\n"
	        "    FROM instalment_account\n"
	        "   WHERE edition = :edition AND person = :person AND (:month IS NULL OR substr(due_on, 1, 7) = :month)),\n"
	        "share AS (\n"
	        "  SELECT id, due_on,\n"
	        "         max(0, min(open, :amount - (sum(open) OVER (ORDER BY due_on) - open)))\n"
	        "         + max(0, min(charged - open, :amount - sum(open) OVER () - (sum(charged - open) OVER (ORDER BY due_on DESC)\n"
	        "                                                                    - (charged - open)))) AS amount\n"
	        "    FROM owed)\n"
	        "INSERT INTO entry (kind, person, instalment, amount, date, text, recorded_at)\n"
	        "SELECT 'adjustment', :person, id, -amount, :on, :reason, :stamp\n"
	        "  FROM share\n"
	        " WHERE amount > 0\n"
	        " ORDER BY due_on"),
	    ARG("edition", edition->id), ARG("person", person), ARG("amount", amount), ARG("month", month), ARG("backwards", backwards), ARG("on", on),
	    ARG("reason", reason), ARG("stamp", clock_stamp(stamp)));
}

static void
enter_more(struct store *store, const struct edition *edition, int64_t person, const struct adjustment *adjustment)
{
	char stamp[CLOCK_STAMP];
	store_run(store,
	    SQL("INSERT INTO entry (kind, person, instalment, amount, date, text, recorded_at)\n"
	        "SELECT 'adjustment', person, id, :amount, :on, :reason, :stamp\n"
	        "  FROM instalment_account\n"
	        " WHERE edition = :edition AND person = :person AND (:month IS NULL OR substr(due_on, 1, 7) = :month)\n"
	        " ORDER BY due_on < :on, iif(due_on < :on, NULL, due_on), due_on DESC\n"
	        " LIMIT 1"),
	    ARG("edition", edition->id), ARG("person", person), ARG("amount", adjustment->more), ARG("month", adjustment->month),
	    ARG("on", adjustment->on), ARG("reason", adjustment->reason), ARG("stamp", clock_stamp(stamp)));
}

static int64_t
entry_last(struct store *store)
{
	return store_number(store, SQL("SELECT max(id) FROM entry"));
}

/* What the entries have freed or opened finds its place, once all of them are there. */
static void
settle(struct store *store, struct span span)
{
	struct query query = store_query(store,
	    SQL("SELECT instalment, amount, date\n"
	        "  FROM entry\n"
	        " WHERE id BETWEEN :first AND :last\n"
	        " ORDER BY id"),
	    ARG("first", span.first), ARG("last", span.last));
	while (query_next(&query)) {
		int64_t instalment = query_int(&query, 0);
		if (query_int(&query, 1) < 0)
			instalment_free(store, instalment, query_date(&query, 2));
		else
			instalment_settle(store, instalment, instalment, query_date(&query, 2));
	}
}

void
adjustment_write_off(struct store *store, const struct edition *edition, int64_t person, cents amount, struct date on, const char *reason)
{
	int64_t before = entry_last(store);
	enter_less(store, edition, person, amount, MONTH_NONE, true, on, reason);
	settle(store, (struct span){ before + 1, entry_last(store) });
}

static struct span
enter(struct store *store, const struct edition *edition, int64_t person, const struct adjustment *adjustment)
{
	int64_t before = entry_last(store);
	if (adjustment->less != CENTS_NONE)
		enter_less(store, edition, person, adjustment->less, adjustment->month, false, adjustment->on, adjustment->reason);
	else
		enter_more(store, edition, person, adjustment);
	struct span span = { before + 1, entry_last(store) };
	settle(store, span);
	return span;
}

static void
list(struct store *store, int64_t person, struct span span, row_taker *take, void *context)
{
	struct entry_row row;
	struct query query = store_query(store,
	    SQL("SELECT id\n"
	        "  FROM entry\n"
	        " WHERE id BETWEEN :first AND :last AND person = :person AND kind = 'adjustment'\n"
	        " ORDER BY id"),
	    ARG("first", span.first), ARG("last", span.last), ARG("person", person));
	query_each(&query, &entry_listing, &row, take, context);
}

bool
adjustment_record(struct store *store, const struct edition *edition, const struct adjustment *adjustment, row_taker *take, void *context,
    bool *already, struct refusal *why)
{
	struct person person = { 0 };
	struct span span = { 0 };
	bool same = false;
	if (amount_of(adjustment) == 0)
		return refuse(why, "an adjustment of 0.00 is none");
	if (!member_find(store, edition, adjustment->handle, &person, why) || !check_month(store, edition, person.id, adjustment, why))
		return false;
	if (!adjustment->again)
		span = find_same(store, edition, person.id, adjustment, &same);
	if (span.first && !same)
		return refuse(why, "an adjustment of that amount and day for '%s' is there, for another month or reason; if this is a second one, give --again",
		    adjustment->handle);
	*already = span.first != 0;
	if (!*already && !check_less(store, edition, person.id, adjustment, why))
		return false;
	if (!*already)
		span = enter(store, edition, person.id, adjustment);
	list(store, person.id, span, take, context);
	return true;
}
