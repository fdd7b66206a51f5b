#include <balint/clock.h>
#include <balint/query.h>
#include <balint/renewal.h>

#include <string.h>

#define ROW struct renewal_row
static const struct column columns[] = {
	TEXT_COLUMN(ROW, handle),
	TEXT_COLUMN(ROW, family),
	TEXT_COLUMN(ROW, given),
	TEXT_DETAIL(ROW, profession),
	COUNT_COLUMN(ROW, year),
	TEXT_COLUMN(ROW, standing),
	COUNT_COLUMN(ROW, held),
	COUNT_COLUMN(ROW, presented),
	TEXT_COLUMN(ROW, verdict),
	DATE_DETAIL(ROW, since),
};
const struct listing renewal_listing = LISTING(columns);

#undef ROW
#define ROW struct places_row
static const struct column places_columns[] = {
	TEXT_COLUMN(ROW, profession),
	COUNT_COLUMN(ROW, members),
	COUNT_COLUMN(ROW, staying),
	COUNT_COLUMN(ROW, leaving),
	COUNT_COLUMN(ROW, free),
};
const struct listing places_listing = LISTING(places_columns);

/*
 * SQL of those who are in the edition, with the year they are in. What counts are the editions of the same title and programme, up
 * to this one by number and year; of each the years, from its first session on, in which a session was theirs. The edition of an
 * annual programme, or of a course, is one year however long it lasts; this one counts before its first session too.
 */
#define MEMBERS \
	"WITH course AS MATERIALIZED (\n" \
	"  SELECT o.id, e.id AS this, (SELECT min(date) FROM session WHERE edition = o.id) AS first,\n" \
	"         CASE o.programme WHEN 'biennial' THEN 2 WHEN 'permanent' THEN 9999 ELSE 1 END AS length\n" \
	"    FROM edition AS e\n" \
	"    JOIN edition AS o ON o.title = e.title AND o.programme = e.programme AND (o.number, o.year, o.id) <= (e.number, e.year, e.id)\n" \
	"   WHERE e.id = :edition),\n" \
	"spell AS MATERIALIZED (\n" \
	"  SELECT m.person, c.id, c.this, coalesce(nullif(m.first, ''), c.first) AS since,\n" \
	"         (SELECT count(DISTINCT iif(c.length = 1, 0, substr(s.date, 1, 4) - (substr(s.date, 6) < substr(c.first, 6))))\n" \
	"            FROM session AS s\n" \
	"           WHERE s.edition = c.id AND s.status = 'scheduled' AND s.date BETWEEN m.first AND m.last AND s.date <= :today) AS years\n" \
	"    FROM course AS c\n" \
	"    JOIN membership AS m ON m.edition = c.id AND m.role = 'participant'),\n" \
	"member AS (\n" \
	"  SELECT m.person, p.handle, p.family, p.given, p.profession, p.family_key, p.given_key, m.status,\n" \
	"         (SELECT sum(iif(l.id = l.this, max(1, l.years), l.years)) FROM spell AS l WHERE l.person = m.person) AS year,\n" \
	"         (SELECT min(l.since) FROM spell AS l WHERE l.person = m.person AND (l.years > 0 OR l.id = l.this)) AS since,\n" \
	"         (SELECT length FROM course WHERE id = this) AS length\n" \
	"    FROM enrolment AS m\n" \
	"    JOIN person AS p ON p.id = m.person\n" \
	"   WHERE m.edition = :edition AND m.role = 'participant' AND m.status IN ('active', 'completed'))\n"

void
renewal_list(struct store *store, const struct edition *edition, row_taker *take, void *context)
{
	struct renewal_row row;
	struct query query = store_query(store,
	    SQL(MEMBERS
	        "SELECT handle, family, given, profession, year,\n"
	        "       CASE WHEN year > length THEN 'over' WHEN year = 1 THEN 'first' WHEN year = 2 THEN 'second' ELSE 'later' END AS standing,\n"
	        "       0 AS held,\n"
	        "       (SELECT count(*)\n"
	        "          FROM presentation AS t\n"
	        "          JOIN session AS s ON s.id = t.session\n"
	        "         WHERE t.person = member.person AND t.kind IS NOT NULL AND s.edition = :edition) AS presented,\n"
	        "       NULL AS verdict, since\n"
	        "  FROM member\n"
	        " ORDER BY family_key, given_key, handle"),
	    ARG("edition", edition->id), ARG("today", clock_today()));
	query_each(&query, &renewal_listing, &row, take, context);
}

void
places_list(struct store *store, const struct edition *edition, row_taker *take, void *context)
{
	struct places_row row, all = { NULL, 0, 0, 0, edition->max };
	struct query query = store_query(store,
	    SQL(MEMBERS
	        "SELECT coalesce(profession, 'unknown') AS profession, count(*) AS members, count(*) FILTER (WHERE year < length) AS staying,\n"
	        "       count(*) FILTER (WHERE year >= length) AS leaving, NULL AS free\n"
	        "  FROM member\n"
	        " GROUP BY profession\n"
	        " ORDER BY profession IS NULL, profession"),
	    ARG("edition", edition->id), ARG("today", clock_today()));
	while (query_next(&query)) {
		query_load(&query, &places_listing, &row);
		take(context, &row);
		all.members += row.members;
		all.staying += row.staying;
		all.leaving += row.leaving;
	}
	all.free = all.staying < all.free ? all.free - all.staying : 0;
	take(context, &all);
}
