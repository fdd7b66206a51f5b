/* What a person says of a credit: whose it is, that it is nobody's, that it was a mistake. */
#include "judge.h"

#include <balint/clock.h>
#include <balint/fatal.h>
#include <balint/credit.h>
#include <balint/payer_book.h>
#include <balint/ledger.h>
#include <balint/person.h>
#include <balint/text.h>
#include <balint/translation.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* A credit as somebody names it, with its state. */
struct named {
	int64_t id;
	struct date booked;
	cents amount;
	char *iban, state[16];
};

static bool
credit_find(struct store *store, const char *number, struct named *credit, struct refusal *why)
{
	int64_t id;
	if (!text_is_id(number, &id))
		return refuse(why, "'%s' is not the number of a credit; see: balint-fees credits --all", number);
	struct query query = store_query(store,
	    SQL("SELECT id, booked_on, amount, iban, state\n"
	        "  FROM credit_account\n"
	        " WHERE id = :id"),
	    ARG("id", id));
	if (!query_next(&query))
		return refuse(why, "there is no credit %lld; see: balint-fees credits --all", (long long)id);
	*credit = (struct named){ query_int(&query, 0), query_date(&query, 1), query_int(&query, 2),
		query_text(&query, 3) ? memory_text(query_text(&query, 3)) : NULL, "" };
	snprintf(credit->state, sizeof credit->state, "%s", query_text(&query, 4));
	query_end(&query);
	return true;
}

static bool
is_in_state(const struct named *credit, const char *state)
{
	return strcmp(credit->state, state) == 0;
}

/* Whom some of the money is for. */
struct target {
	int64_t person;
	char handle[65];
	struct month month; /* MONTH_NONE: the oldest first */
	cents amount;       /* CENTS_NONE: as much as is open, or is left */
};

/* Reads `HANDLE[:MONTH][=AMOUNT]`. */
static bool
target_parse(struct store *store, const char *text, struct target *target, struct refusal *why)
{
	struct person person = { 0 };
	char *words = memory_text(text), *equals = strchr(words, '='), *colon;
	*target = (struct target){ .month = MONTH_NONE, .amount = CENTS_NONE };
	if (equals)
		*equals++ = '\0';
	colon = strchr(words, ':');
	if (colon)
		*colon++ = '\0';
	bool good = (!equals || money_parse(equals, &target->amount, why)) && (!colon || month_parse(colon, &target->month, why));
	if (!good)
		refuse_within(why, text);
	good = good && person_find(store, words, &person, why);
	target->person = person.id;
	memcpy(target->handle, person.handle, sizeof target->handle);
	free(words);
	return good && (target->amount != 0 || refuse(why, "%s: an amount of 0.00 is none", text));
}

/* What is open of a target: of their own instalments, and of those of whom they pay for. */
static cents
open_of(struct store *store, int64_t edition, const struct target *target)
{
	return store_number(store,
	    SQL("SELECT sum(a.gross + a.adjusted - a.paid)\n"
	        "  FROM instalment_account AS a\n"
	        "  JOIN edition AS e ON e.id = a.edition\n"
	        "  JOIN person AS p ON p.id = a.person\n"
	        " WHERE (a.person = :person OR p.payer = :person)\n"
	        "   AND ((:edition = 0 AND e.status = 'open') OR e.id = :edition)\n"
	        "   AND (:month IS NULL OR substr(a.due_on, 1, 7) = :month)"),
	    ARG("person", target->person), ARG("edition", edition), ARG("month", target->month));
}

/* Whether they take part or pay for somebody who does, and have that month. */
static bool
may_pay(struct store *store, int64_t edition, const struct target *target, struct refusal *why)
{
	char month[MONTH_TEXT];
	struct query query = store_query(store,
	    SQL("SELECT :due IS NULL OR max(EXISTS (SELECT 1 FROM instalment WHERE enrolment = m.id AND due_on = :due))\n"
	        "  FROM enrolment AS m\n"
	        "  JOIN edition AS e ON e.id = m.edition\n"
	        "  JOIN person AS p ON p.id = m.person\n"
	        " WHERE (m.person = :person OR p.payer = :person) AND m.role = 'participant'\n"
	        "   AND ((:edition = 0 AND e.status = 'open') OR e.id = :edition)\n"
	        "HAVING count(*) > 0"),
	    ARG("person", target->person), ARG("edition", edition),
	    ARG("due", month_given(target->month) ? month_last_day(target->month) : DATE_NONE));
	bool there = query_next(&query), has = there && query_int(&query, 0) == 1;
	query_end(&query);
	if (!there)
		return refuse(why, "'%s' neither takes part nor pays for anybody who does", target->handle);
	return has || refuse(why, "'%s' has no instalment in %s", target->handle, month_write(target->month, month));
}

/* How much of what is left the target gets: what was said, else what is open of a month, else everything. */
static cents
portion(struct store *store, int64_t edition, const struct target *target, cents left, bool only)
{
	if (target->amount != CENTS_NONE)
		return target->amount;
	cents open = only ? left : open_of(store, edition, target);
	return open < left ? open : left;
}

static int64_t
pay(struct store *store, int64_t edition, const struct named *credit, const struct target *target, cents amount)
{
	int64_t entry = payment_enter(store, target->person, amount, credit->booked, NULL, credit->id);
	payment_settle(store, entry, edition, target->month, credit->booked);
	return entry;
}

/* Several people need to be told apart by months or amounts; who gets nothing was a mistake. */
static bool
share_out(struct store *store, int64_t edition, const struct named *credit, const struct target *targets, size_t count, row_taker *take, void *context,
    struct refusal *why)
{
	char text[MONEY_TEXT], all[MONEY_TEXT];
	cents left = credit->amount;
	for (size_t i = 0; i < count; i++) {
		if (count > 1 && targets[i].amount == CENTS_NONE && !month_given(targets[i].month))
			return refuse(why, "'%s': for several people say the month or the amount of each, as in %s:2021-03 or %s=85.40", targets[i].handle,
			    targets[i].handle, targets[i].handle);
		if (!may_pay(store, edition, &targets[i], why))
			return false;
		cents amount = portion(store, edition, &targets[i], left, count == 1);
		if (amount > left)
			return refuse(why, "'%s': of %s only %s is left", targets[i].handle, money_write(credit->amount, all), money_write(left, text));
		if (amount == 0)
			return refuse(why, "'%s' gets nothing: nothing is open there, or nothing is left", targets[i].handle);
		take(context, &(struct entry_row){ pay(store, edition, credit, &targets[i], amount) });
		left -= amount;
	}
	return left == 0 || refuse(why, "%s of %s is left over; say for whom it is, as in %s=AMOUNT", money_write(left, text), money_write(credit->amount, all),
	                        targets[count - 1].handle);
}

/* A storno takes back the credit whose number is given. */
static bool
match_storno(struct store *store, const struct named *storno, const char *number, struct refusal *why)
{
	struct named credit = { 0 };
	if (!credit_find(store, number, &credit, why))
		return false;
	bool fits = credit.amount == -storno->amount && (is_in_state(&credit, "waiting") || is_in_state(&credit, "matched"));
	if (!fits)
		refuse(why, "credit %lld cannot be what the storno %lld takes back: %s", (long long)credit.id, (long long)storno->id,
		    credit.amount == -storno->amount ? credit.state : translated("another amount"));
	bool good = fits && credit_take_back(store, credit.id, storno->booked, "storno", why);
	if (good)
		storno_settle(store, storno->id, credit.id, storno->booked);
	free(credit.iban);
	return good;
}

static bool
match_credit(struct store *store, int64_t edition, const struct named *credit, char *const *texts, size_t count, row_taker *take, void *context,
    struct refusal *why)
{
	struct target *targets = memory(count * sizeof *targets);
	bool good = true;
	for (size_t i = 0; i < count && good; i++)
		good = target_parse(store, texts[i], &targets[i], why);
	good = good && share_out(store, edition, credit, targets, count, take, context, why);
	for (size_t i = 0; i < count && good && credit->iban; i++)
		payer_learn(store, credit->iban, targets[i].person);
	free(targets);
	return good;
}

static bool
match(struct store *store, int64_t edition, const struct named *credit, char *const *texts, size_t count, row_taker *take, void *context, struct refusal *why)
{
	if (is_in_state(credit, "matched") || is_in_state(credit, "reversed"))
		return refuse(why, "credit %lld is %s already; see: balint-fees credits --all", (long long)credit->id, credit->state);
	if (credit->amount < 0 && count != 1)
		return refuse(why, "credit %lld is a storno: name the one credit that it takes back", (long long)credit->id);
	bool good = credit->amount < 0 ? match_storno(store, credit, texts[0], why)
	                               : match_credit(store, edition, credit, texts, count, take, context, why);
	if (good)
		store_run(store, SQL("DELETE FROM dismissal WHERE credit = :credit"), ARG("credit", credit->id));
	return good;
}

bool
credit_match(struct store *store, int64_t edition, const char *number, char *const *targets, size_t count, row_taker *take, void *context,
    struct refusal *why)
{
	struct named credit = { 0 };
	bool good = credit_find(store, number, &credit, why) && match(store, edition, &credit, targets, count, take, context, why);
	free(credit.iban);
	return good;
}

bool
credit_take_back(struct store *store, int64_t credit, struct date on, const char *reason, struct refusal *why)
{
	bool good = true;
	struct query query = store_query(store,
	    SQL("SELECT e.id\n"
	        "  FROM entry AS e\n"
	        " WHERE e.credit = :credit AND NOT EXISTS (SELECT 1 FROM entry AS r WHERE r.reverses = e.id)\n"
	        " ORDER BY e.id"),
	    ARG("credit", credit));
	while (good && query_next(&query)) {
		int64_t entry = query_int(&query, 0);
		struct date last = entry_last_day(store, entry);
		good = entry_reverse(store, entry, last.day > on.day ? last : on, reason, why) != 0;
	}
	query_end(&query);
	return good;
}

bool
credit_unmatch(struct store *store, const char *number, char **iban, struct refusal *why)
{
	struct named credit = { 0 };
	*iban = NULL;
	if (!credit_find(store, number, &credit, why))
		return false;
	if (credit.iban && store_has(store, SQL("SELECT 1 FROM payer WHERE iban = :iban"), ARG("iban", credit.iban)))
		*iban = memory_text(credit.iban);
	free(credit.iban);
	if (is_in_state(&credit, "matched"))
		return credit_take_back(store, credit.id, clock_today(), "unmatched", why);
	if (store_run(store, SQL("DELETE FROM storno WHERE credit = :credit"), ARG("credit", credit.id)))
		return true;
	return refuse(why, "credit %lld is not matched: %s", (long long)credit.id, credit.state);
}

bool
credit_dismiss(struct store *store, const char *number, const char *reason, struct refusal *why)
{
	struct named credit = { 0 };
	char stamp[CLOCK_STAMP];
	if (!credit_find(store, number, &credit, why))
		return false;
	free(credit.iban);
	if (is_in_state(&credit, "matched") || is_in_state(&credit, "reversed"))
		return refuse(why, "credit %lld is %s, and no fee only after: balint-fees unmatch %lld", (long long)credit.id, credit.state, (long long)credit.id);
	store_run(store,
	    SQL("INSERT INTO dismissal (credit, reason, dismissed_at)\n"
	        "VALUES (:credit, :reason, :stamp)\n"
	        "ON CONFLICT (credit) DO UPDATE\n"
	        "   SET reason = excluded.reason\n"
	        " WHERE excluded.reason IS NOT NULL AND reason IS NOT excluded.reason"),
	    ARG("credit", credit.id), ARG("reason", reason), ARG("stamp", clock_stamp(stamp)));
	return true;
}
