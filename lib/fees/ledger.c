#include <balint/clock.h>
#include <balint/ledger.h>
#include <balint/query.h>
#include <balint/translation.h>

#include <stdio.h>

static const struct column columns[] = { COUNT_COLUMN(struct entry_row, id) };
const struct listing entry_listing = { .columns = columns, .count = 1, .bare = true };

int64_t
payment_enter(struct store *store, int64_t person, cents amount, struct date on, const char *text, int64_t credit)
{
	char stamp[CLOCK_STAMP];
	store_run(store,
	    SQL("INSERT INTO entry (kind, person, amount, date, text, credit, recorded_at)\n"
	        "VALUES ('payment', :person, :amount, :on, :text, nullif(:credit, 0), :stamp)"),
	    ARG("person", person), ARG("amount", amount), ARG("on", on), ARG("text", text), ARG("credit", credit),
	    ARG("stamp", clock_stamp(stamp)));
	return store_last_id(store);
}

static void
insert(struct store *store, int64_t payment, int64_t instalment, cents amount, struct date on)
{
	store_run(store,
	    SQL("INSERT INTO allocation (entry, instalment, amount, date)\n"
	        "VALUES (:payment, :instalment, :amount, :on)"),
	    ARG("payment", payment), ARG("instalment", instalment), ARG("amount", amount), ARG("on", on));
}

/*
 * Where the charge has risen later, or something was taken back later, there is not room for all of it from the day on:
 * on each day goes what is free on that day and all that follow.
 */
static void
insert_by_days(struct store *store, int64_t payment, int64_t instalment, cents amount, struct date on)
{
	store_run(store,
	    SQL("WITH change AS (\n"
	        "  SELECT date, amount AS owed, 0 AS free FROM entry WHERE instalment = :instalment\n"
	        "  UNION ALL SELECT date, -amount, 0 FROM allocation WHERE instalment = :instalment\n"
	        "  UNION ALL SELECT date, 0, -amount FROM allocation WHERE entry = :payment),\n"
	        "day AS (SELECT :on AS date UNION SELECT date FROM change WHERE date > :on),\n"
	        "balance AS (\n"
	        "  SELECT d.date, (SELECT gross FROM instalment WHERE id = :instalment) + coalesce(sum(c.owed), 0) AS owed,\n"
	        "         (SELECT amount FROM entry WHERE id = :payment) + coalesce(sum(c.free), 0) AS free\n"
	        "    FROM day AS d\n"
	        "    LEFT JOIN change AS c ON c.date <= d.date\n"
	        "   GROUP BY d.date),\n"
	        "room AS (\n"
	        "  SELECT date, max(0, min(:amount, min(owed) OVER rest, min(free) OVER rest)) AS amount\n"
	        "    FROM balance\n"
	        "  WINDOW rest AS (ORDER BY date ROWS BETWEEN CURRENT ROW AND UNBOUNDED FOLLOWING)),\n"
	        "share AS (SELECT date, amount - lag(amount, 1, 0) OVER (ORDER BY date) AS amount FROM room)\n"
	        "INSERT INTO allocation (entry, instalment, amount, date)\n"
	        "SELECT :payment, :instalment, amount, date\n"
	        "  FROM share\n"
	        " WHERE amount > 0\n"
	        " ORDER BY date"),
	    ARG("payment", payment), ARG("instalment", instalment), ARG("amount", amount), ARG("on", on));
}

cents
payment_allocate(struct store *store, int64_t payment, int64_t instalment, cents amount, struct date on)
{
	struct query query = store_query(store,
	    SQL("SELECT min(:amount, p.rest, i.gross + i.adjusted - i.paid), max(coalesce(:on, ''), p.date),\n"
	        "       nullif(max(coalesce((SELECT max(date) FROM allocation WHERE entry = p.id AND amount < 0), ''),\n"
	        "                  coalesce((SELECT max(date) FROM allocation WHERE instalment = i.id AND amount < 0), ''),\n"
	        "                  coalesce((SELECT max(date) FROM entry WHERE instalment = i.id AND amount > 0), '')), '')\n"
	        "  FROM payment_rest AS p, instalment_account AS i\n"
	        " WHERE p.id = :payment AND i.id = :instalment"),
	    ARG("payment", payment), ARG("instalment", instalment), ARG("amount", amount), ARG("on", on));
	cents room = query_next(&query) ? query_int(&query, 0) : 0;
	struct date day = room > 0 ? query_date(&query, 1) : DATE_NONE, gained = room > 0 ? query_date(&query, 2) : DATE_NONE;
	query_end(&query);
	if (room <= 0)
		return 0;
	if (gained.day > day.day)
		insert_by_days(store, payment, instalment, room, day);
	else
		insert(store, payment, instalment, room, day);
	return room;
}

static cents
payment_rest(struct store *store, int64_t payment)
{
	return store_number(store, SQL("SELECT rest FROM payment_rest WHERE id = :payment"), ARG("payment", payment));
}

cents
payment_settle(struct store *store, int64_t payment, int64_t edition, struct month month, struct date on)
{
	cents rest = payment_rest(store, payment);
	struct query query = store_query(store,
	    SQL("SELECT i.id\n"
	        "  FROM entry AS e\n"
	        "  JOIN person AS p ON p.id = e.person OR p.payer = e.person\n"
	        "  JOIN instalment_account AS i ON i.person = p.id\n"
	        "  JOIN edition AS d ON d.id = i.edition\n"
	        " WHERE e.id = :payment AND i.gross + i.adjusted > i.paid\n"
	        "   AND ((:edition = 0 AND d.status = 'open') OR d.id = :edition)\n"
	        "   AND (:month IS NULL OR substr(i.due_on, 1, 7) = :month)\n"
	        " ORDER BY i.due_on, p.id <> e.person, p.family_key, p.given_key, p.handle, d.number, d.year, d.code"),
	    ARG("payment", payment), ARG("edition", edition), ARG("month", month));
	while (rest > 0 && query_next(&query))
		rest -= payment_allocate(store, payment, query_int(&query, 0), rest, on);
	query_end(&query);
	return rest;
}

/* The plus keeps SQLite from walking through all instalments in the order of the index instead of taking these by number. */
void
instalment_settle(struct store *store, int64_t first, int64_t last, struct date on)
{
	struct query query = store_query(store,
	    SQL("SELECT r.id, i.id, r.rest\n"
	        "  FROM instalment_account AS i\n"
	        "  JOIN person AS p ON p.id = i.person\n"
	        "  JOIN payment_rest AS r ON r.person IN (p.id, p.payer)\n"
	        " WHERE i.id BETWEEN :first AND :last AND i.gross + i.adjusted > i.paid AND r.rest > 0\n"
	        " ORDER BY +i.due_on, p.family_key, p.given_key, p.handle, i.id, r.date, r.id"),
	    ARG("first", first), ARG("last", last));
	while (query_next(&query))
		payment_allocate(store, query_int(&query, 0), query_int(&query, 1), query_int(&query, 2), on);
}

/* Of what was there on that day the newest first, then what came later; nothing is taken back before it was given. */
void
instalment_free(struct store *store, int64_t instalment, struct date on)
{
	cents surplus = store_number(store, SQL("SELECT paid - gross - adjusted FROM instalment_account WHERE id = :id"), ARG("id", instalment));
	int64_t edition = store_number(store, SQL("SELECT edition FROM instalment_account WHERE id = :id"), ARG("id", instalment));
	int64_t before = allocation_last(store);
	struct query query = store_query(store,
	    SQL("SELECT entry, sum(amount), max(:on, min(date))\n"
	        "  FROM allocation\n"
	        " WHERE instalment = :instalment\n"
	        " GROUP BY entry\n"
	        "HAVING sum(amount) > 0\n"
	        " ORDER BY max(:on, min(date)), max(id) DESC"),
	    ARG("instalment", instalment), ARG("on", on));
	while (surplus > 0 && query_next(&query)) {
		cents held = query_int(&query, 1), amount = surplus < held ? surplus : held;
		insert(store, query_int(&query, 0), instalment, -amount, query_date(&query, 2));
		surplus -= amount;
	}
	query_end(&query);
	struct query freed = store_query(store,
	    SQL("SELECT entry\n"
	        "  FROM allocation\n"
	        " WHERE id BETWEEN :before + 1 AND :last\n"
	        " ORDER BY id"),
	    ARG("before", before), ARG("last", allocation_last(store)));
	while (query_next(&freed))
		payment_settle(store, query_int(&freed, 0), edition, MONTH_NONE, on);
}

int64_t
allocation_last(struct store *store)
{
	return store_number(store, SQL("SELECT max(id) FROM allocation"));
}

void
credit_freed(struct store *store, int64_t since, void (*tell)(void *context, const char *sentence), void *context)
{
	struct query query = store_query(store,
	    SQL("SELECT p.handle, sum(r.rest)\n"
	        "  FROM person AS p\n"
	        "  JOIN payment_rest AS r ON r.person = p.id\n"
	        " WHERE p.id IN (SELECT e.person FROM allocation AS a JOIN entry AS e ON e.id = a.entry WHERE a.id > :since AND a.amount < 0)\n"
	        " GROUP BY p.id\n"
	        "HAVING sum(r.rest) > 0\n"
	        " ORDER BY p.handle"),
	    ARG("since", since));
	while (query_next(&query)) {
		char sentence[256], amount[MONEY_TEXT];
		const char *handle = query_text(&query, 0);
		money_write(query_int(&query, 1), amount);
		snprintf(sentence, sizeof sentence, translated("'%s' has a credit of %s; to give it back: balint-fees refund %s %s --on DATE"), handle, amount, handle, amount);
		tell(context, sentence);
	}
}
