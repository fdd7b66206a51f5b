#include <balint/clock.h>
#include <balint/conducting.h>
#include <balint/query.h>

#define ROW struct conducting_row
static const struct column columns[] = {
	TEXT_COLUMN(ROW, handle),
	TEXT_COLUMN(ROW, edition),
	COUNT_COLUMN(ROW, led),
	COUNT_COLUMN(ROW, co_led),
	COUNT_COLUMN(ROW, minutes),
	COUNT_COLUMN(ROW, cases),
	COUNT_COLUMN(ROW, group_events),
	COUNT_COLUMN(ROW, institutions),
	DATE_DETAIL(ROW, first),
	DATE_DETAIL(ROW, last),
};
const struct listing conducting_listing = LISTING(columns);

/* SQL: how many of that kind were presented in the session. */
#define PRESENTED(kind) "(SELECT count(*) FROM presentation AS t WHERE t.session = r.session AND t.kind = '" kind "')"

#define CONDUCTED_BY(chosen) \
	"WITH conducted AS (\n" \
	"  SELECT r.person, r.edition, r.role, r.date, coalesce(r.minutes, r.length) AS minutes,\n" \
	"         " PRESENTED("case") " AS cases, " PRESENTED("group-event") " AS group_events, " PRESENTED("institution") " AS institutions\n" \
	"    FROM register AS r\n" \
	"   WHERE " chosen " AND r.edition BETWEEN :lowest AND :highest\n" \
	"     AND r.role <> 'participant' AND coalesce(r.status, 'present') = 'present'\n" \
	"     AND (r.date < :today OR (r.date = :today AND r.start <= :time))\n" \
	"     AND r.date BETWEEN coalesce(:first, '') AND coalesce(:last, '9999-12-31'))\n" \
	"SELECT p.handle, iif(:summed AND :lowest < :highest, '*', e.code) AS edition,\n" \
	"       count(*) FILTER (WHERE c.role = 'conductor') AS led, count(*) FILTER (WHERE c.role = 'co-conductor') AS co_led,\n" \
	"       sum(c.minutes) AS minutes, sum(c.cases) AS cases, sum(c.group_events) AS group_events, sum(c.institutions) AS institutions,\n" \
	"       min(c.date) AS first, max(c.date) AS last\n" \
	"  FROM conducted AS c\n" \
	"  JOIN person AS p ON p.id = c.person\n" \
	"  JOIN edition AS e ON e.id = c.edition\n" \
	" GROUP BY c.person, iif(:summed, 0, c.edition)\n" \
	" ORDER BY p.family_key, p.given_key, p.handle, e.number, e.year, e.code"

/* Two statements, as each has its own way to the few rows that it wants. */
static struct query
query_conducted(struct store *store, const struct conducting_choice *choice, struct moment now)
{
	bool all = choice->edition == EDITION_ALL;
	int64_t lowest = all ? 0 : choice->edition, highest = all ? INT64_MAX : choice->edition;
	if (choice->person == COUNT_NONE)
		return store_query(store, SQL(CONDUCTED_BY("true")), ARG("today", now.date), ARG("time", now.time), ARG("lowest", lowest),
		    ARG("highest", highest), ARG("first", choice->first), ARG("last", choice->last), ARG("summed", choice->summed));
	return store_query(store, SQL(CONDUCTED_BY("r.person = :person")), ARG("person", choice->person), ARG("today", now.date),
	    ARG("time", now.time), ARG("lowest", lowest), ARG("highest", highest), ARG("first", choice->first), ARG("last", choice->last),
	    ARG("summed", choice->summed));
}

void
conducting_list(struct store *store, const struct conducting_choice *choice, row_taker *take, void *context)
{
	struct conducting_row row;
	struct query query = query_conducted(store, choice, clock_now());
	query_each(&query, &conducting_listing, &row, take, context);
}
