#include "payer_reference.h"

#include <balint/date_words.h>
#include <balint/clock.h>
#include <balint/enrolment.h>
#include <balint/fatal.h>
#include <balint/instalment.h>
#include <balint/query.h>
#include <balint/reference.h>
#include <balint/split.h>
#include <balint/tariff.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define ROW struct instalment_row
static const struct column columns[] = {
	TEXT_COLUMN(ROW, handle),
	DATE_COLUMN(ROW, due_on),
	AMOUNT_COLUMN(ROW, net),
	AMOUNT_COLUMN(ROW, vat),
	AMOUNT_COLUMN(ROW, gross),
	TEXT_COLUMN(ROW, reference),
};
const struct listing instalment_listing = LISTING(columns);

enum { MONTHS_MOST = 600 };

/* Whose instalments are planned, and what decides them. */
struct payer {
	int64_t enrolment, person;
	char *family, *given, *category;
	struct date joined; /* DATE_NONE: from the first session */
	struct tariff price;
	struct month months[MONTHS_MOST];
	int count;
};

static void
payer_release(struct payer *payer)
{
	free(payer->family);
	free(payer->given);
	free(payer->category);
}

static bool
payer_load(struct store *store, const struct edition *edition, const char *handle, struct payer *payer, struct refusal *why)
{
	struct person person = { 0 };
	*payer = (struct payer){ 0 };
	if (!member_find(store, edition, handle, &person, why))
		return false;
	struct query query = store_query(store,
	    SQL("SELECT m.id, p.family, p.given, f.category, m.joined_on, m.role, m.status\n"
	        "  FROM enrolment AS m\n"
	        "  JOIN person AS p ON p.id = m.person\n"
	        "  LEFT JOIN profession AS f ON f.code = p.profession\n"
	        " WHERE m.edition = :edition AND m.person = :person"),
	    ARG("edition", edition->id), ARG("person", person.id));
	query_next(&query);
	payer->enrolment = query_int(&query, 0);
	payer->person = person.id;
	payer->family = memory_text(query_text(&query, 1));
	payer->given = memory_text(query_text(&query, 2));
	payer->category = query_text(&query, 3) ? memory_text(query_text(&query, 3)) : NULL;
	payer->joined = query_date(&query, 4);
	bool participant = query_is(&query, 5, "participant"), active = query_is(&query, 6, "active");
	query_end(&query);
	if (!participant || !active)
		return refuse(why, "'%s' is not an active participant of edition %s", handle, edition->code);
	return payer->category || refuse(why, "'%s' has no profession, which decides the fee; set it: balint-group person set %s --profession P", handle, handle);
}

/* Sessions to be held, and those of them from the day on which somebody joined. */
static void
count_sessions(struct store *store, const struct edition *edition, struct date joined, int64_t *all, int64_t *left)
{
	struct query query = store_query(store,
	    SQL("SELECT count(*), count(*) FILTER (WHERE :joined IS NULL OR date >= :joined)\n"
	        "  FROM session\n"
	        " WHERE edition = :edition AND status = 'scheduled'"),
	    ARG("edition", edition->id), ARG("joined", joined));
	query_next(&query);
	*all = query_int(&query, 0);
	*left = query_int(&query, 1);
	query_end(&query);
}

/* The price: the tariff, or for a late joiner its share by sessions left, half up. */
static bool
find_price(struct store *store, const struct edition *edition, const char *handle, struct payer *payer, struct refusal *why)
{
	int64_t all, left;
	if (!tariff_find(store, edition, payer->category, &payer->price))
		return refuse(why, "'%s': edition %s has no tariff for '%s'; set it: balint-fees tariff set %s NET -e %s", handle, edition->code, payer->category,
		    payer->category, edition->code);
	count_sessions(store, edition, payer->joined, &all, &left);
	if (strcmp(edition->joining, "proportion") == 0 && all > 0)
		payer->price.net = (2 * payer->price.net * left + all) / (2 * all);
	return true;
}

static void
add_month(struct payer *payer, struct month month, struct month first)
{
	if (month.month >= first.month && payer->count < MONTHS_MOST)
		payer->months[payer->count++] = month;
}

/* The months in which to pay; a late joiner's begin with the first session that is left to them. */
static bool
find_months(struct store *store, const struct edition *edition, const char *handle, const struct schedule *schedule, struct payer *payer,
    struct refusal *why)
{
	struct query query = store_query(store,
	    SQL("SELECT date\n"
	        "  FROM session\n"
	        " WHERE edition = :edition AND status = 'scheduled' AND (:joined IS NULL OR date >= :joined)\n"
	        " ORDER BY date"),
	    ARG("edition", edition->id), ARG("joined", payer->joined));
	struct month first = MONTH_NONE, last = MONTH_NONE;
	bool by_session = !schedule->count && !month_given(schedule->months.first);
	while (query_next(&query)) {
		struct month month = month_of(query_date(&query, 0));
		first = month_given(first) ? first : month;
		if (by_session && month.month != last.month)
			add_month(payer, month, first);
		last = month;
	}
	if (month_given(schedule->months.first))
		for (struct month month = schedule->months.first; month.month <= schedule->months.last.month; month = month_plus(month, 1))
			add_month(payer, month, date_given(payer->joined) && month_given(first) ? first : month);
	for (int i = 0; i < schedule->count && month_given(first); i++)
		add_month(payer, month_plus(first, i), first);
	return payer->count > 0 || refuse(why, date_given(payer->joined)
	    ? "'%s': edition %s has no sessions left; make them with 'balint-calendar generate', or give --months"
	    : "'%s': edition %s has no sessions yet; make them with 'balint-calendar generate', or give --months", handle, edition->code);
}

/* Whether the edition has this month of the year in two years, by its sessions or by what is to be paid. */
static bool
month_recurs(struct store *store, const struct edition *edition, const struct payer *payer, struct month month)
{
	for (int i = 0; i < payer->count; i++)
		if (payer->months[i].month != month.month && payer->months[i].month % 12 == month.month % 12)
			return true;
	return store_has(store,
	    SQL("SELECT 1\n"
	        "  FROM session\n"
	        " WHERE edition = :edition AND substr(date, 6, 2) = substr(:month, 6, 2) AND substr(date, 1, 7) <> :month\n"
	        " LIMIT 1"),
	    ARG("edition", edition->id), ARG("month", month));
}

static bool
make_reference(struct store *store, const struct edition *edition, const char *handle, const struct payer *payer, struct month month,
    char text[REFERENCE_TEXT], struct refusal *why)
{
	char *family = has_namesake(store, edition->id, payer->person) ? memory_format("%s %s", payer->family, payer->given) : memory_text(payer->family);
	char *name = month_recurs(store, edition, payer, month) ? memory_format("%s %d", month_name(month, "it"), month_year(month))
	                                                        : memory_text(month_name(month, "it"));
	struct reference_facts facts = { edition->title, family, payer->given, name, edition->code, handle, edition->number, edition->year };
	bool good = reference_write(edition->reference, &facts, text, why);
	free(family);
	free(name);
	return good;
}

static bool
insert_all(struct store *store, const struct edition *edition, const char *handle, const struct payer *payer, struct refusal *why)
{
	for (int i = 0; i < payer->count; i++) {
		struct part part = split_part(payer->price.net, payer->price.rate, payer->count, i);
		char reference[REFERENCE_TEXT];
		if (!make_reference(store, edition, handle, payer, payer->months[i], reference, why))
			return false;
		store_run(store,
		    SQL("INSERT INTO instalment (enrolment, due_on, net, vat, gross, rate, nature, reference, planned_on)\n"
		        "VALUES (:enrolment, :due, :net, :vat, :gross, :rate, nullif(:nature, ''), :reference, :today)"),
		    ARG("enrolment", payer->enrolment), ARG("due", month_last_day(payer->months[i])), ARG("net", part.net), ARG("vat", part.vat),
		    ARG("gross", part.gross), ARG("rate", payer->price.rate), ARG("nature", payer->price.nature), ARG("reference", reference), ARG("today", clock_today()));
	}
	return true;
}

static bool
has_instalments(struct store *store, int64_t enrolment)
{
	return store_has(store, SQL("SELECT 1 FROM instalment WHERE enrolment = :enrolment LIMIT 1"), ARG("enrolment", enrolment));
}

/* Whether what was planned before is due in the months that the schedule says; without one, it is. */
static bool
agrees(struct store *store, const struct edition *edition, const char *handle, const struct schedule *schedule, struct payer *payer,
    struct refusal *why)
{
	int same = 0, count = 0;
	if (!schedule->count && !month_given(schedule->months.first))
		return true;
	if (!find_months(store, edition, handle, schedule, payer, why))
		return false;
	struct query query = store_query(store,
	    SQL("SELECT due_on\n"
	        "  FROM instalment\n"
	        " WHERE enrolment = :enrolment\n"
	        " ORDER BY due_on"),
	    ARG("enrolment", payer->enrolment));
	for (; query_next(&query); count++)
		same += count < payer->count && month_of(query_date(&query, 0)).month == payer->months[count].month;
	return (same == count && count == payer->count)
	    || refuse(why, "'%s' has %d instalments already, due in other months; what is planned stays", handle, count);
}

static void
list(struct store *store, int64_t enrolment, row_taker *take, void *context)
{
	struct instalment_row row;
	struct query query = store_query(store,
	    SQL("SELECT p.handle, i.due_on, i.net, i.vat, i.gross, i.reference\n"
	        "  FROM instalment AS i\n"
	        "  JOIN enrolment AS m ON m.id = i.enrolment\n"
	        "  JOIN person AS p ON p.id = m.person\n"
	        " WHERE i.enrolment = :enrolment\n"
	        " ORDER BY i.due_on"),
	    ARG("enrolment", enrolment));
	query_each(&query, &instalment_listing, &row, take, context);
}

int64_t
instalment_last(struct store *store)
{
	return store_number(store, SQL("SELECT max(id) FROM instalment"));
}

bool
instalment_plan(struct store *store, const struct edition *edition, const char *handle, const struct schedule *schedule,
    row_taker *take, void *context, struct refusal *why)
{
	struct payer payer;
	bool good = payer_load(store, edition, handle, &payer, why);
	bool planned = good && has_instalments(store, payer.enrolment);
	if (planned)
		good = agrees(store, edition, handle, schedule, &payer, why);
	else if (good)
		good = find_price(store, edition, handle, &payer, why) && find_months(store, edition, handle, schedule, &payer, why)
		    && insert_all(store, edition, handle, &payer, why);
	if (good)
		list(store, payer.enrolment, take, context);
	payer_release(&payer);
	return good;
}

void
instalment_participants(struct store *store, const struct edition *edition, void (*take)(void *context, const char *handle), void *context)
{
	struct query query = store_query(store,
	    SQL("SELECT p.handle\n"
	        "  FROM enrolment AS m\n"
	        "  JOIN person AS p ON p.id = m.person\n"
	        " WHERE m.edition = :edition AND m.role = 'participant' AND m.status = 'active'\n"
	        " ORDER BY p.family_key, p.given_key, p.handle"),
	    ARG("edition", edition->id));
	while (query_next(&query))
		take(context, query_text(&query, 0));
}
