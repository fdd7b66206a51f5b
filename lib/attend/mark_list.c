#include <balint/clock.h>
#include <balint/mark.h>
#include <balint/query.h>

#include <string.h>

#define ROW struct mark_row
static const struct column columns[] = {
	DATE_COLUMN(ROW, date),
	TEXT_COLUMN(ROW, handle),
	TEXT_COLUMN(ROW, status),
	TEXT_COLUMN(ROW, mode),
	TIME_COLUMN(ROW, arrived),
	TIME_COLUMN(ROW, left),
	COUNT_COLUMN(ROW, minutes),
	TEXT_DETAIL(ROW, mark),
	TEXT_DETAIL(ROW, marked_at),
	TEXT_DETAIL(ROW, marked_by),
	TEXT_COLUMN(ROW, state),
};

static enum shade
shade(const void *row)
{
	const ROW *mark = row;
	if (!mark->state)
		return SHADE_RED;
	return strcmp(mark->state, "holds") != 0 ? SHADE_DIM : SHADE_NONE;
}

const struct listing mark_listing = SHADED_LISTING(columns, shade);

static struct query
query_holding(struct store *store, const struct edition *edition, const struct mark_choice *choice)
{
	return store_query(store,
	    SQL("SELECT r.date, p.handle, w.status, w.mode, w.arrived, w.\"left\", w.minutes, w.words AS mark, w.marked_at, w.marked_by, 'holds' AS state\n"
	        "  FROM register AS r\n"
	        "  JOIN person AS p ON p.id = r.person\n"
	        "  JOIN mark_words AS w ON w.id = r.mark\n"
	        " WHERE r.edition = :edition\n"
	        "   AND (:date IS NULL OR r.date = :date)\n"
	        "   AND (:person IS NULL OR r.person = :person)\n"
	        " ORDER BY r.date, p.family_key, p.given_key, p.handle"),
	    ARG("edition", edition->id), ARG("date", choice->date), ARG("person", choice->person ? choice->person->id : COUNT_NONE));
}

static struct query
query_history(struct store *store, const struct edition *edition, const struct mark_choice *choice)
{
	return store_query(store,
	    SQL("SELECT r.date, p.handle, w.status, w.mode, w.arrived, w.\"left\", w.minutes, w.words AS mark, w.marked_at, w.marked_by,\n"
	        "       CASE WHEN w.id = r.mark THEN 'holds' WHEN w.id IN (SELECT mark FROM retraction) THEN 'retracted' ELSE 'replaced' END AS state\n"
	        "  FROM register AS r\n"
	        "  JOIN person AS p ON p.id = r.person\n"
	        "  JOIN mark_words AS w ON w.session = r.session AND w.person = r.person\n"
	        " WHERE r.edition = :edition\n"
	        "   AND (:date IS NULL OR r.date = :date)\n"
	        "   AND (:person IS NULL OR r.person = :person)\n"
	        " ORDER BY r.date, p.family_key, p.given_key, p.handle, w.id"),
	    ARG("edition", edition->id), ARG("date", choice->date), ARG("person", choice->person ? choice->person->id : COUNT_NONE));
}

/* Conductors count as present unless they are marked, and leave no holes. */
static struct query
query_holes(struct store *store, const struct edition *edition, const struct mark_choice *choice)
{
	struct moment now = clock_now();
	return store_query(store,
	    SQL("SELECT r.date, p.handle, 'unmarked' AS status, NULL AS mode, NULL AS arrived, NULL AS \"left\", NULL AS minutes, NULL AS mark,\n"
	        "       NULL AS marked_at, NULL AS marked_by, NULL AS state\n"
	        "  FROM register AS r\n"
	        "  JOIN person AS p ON p.id = r.person\n"
	        " WHERE r.edition = :edition AND r.mark IS NULL AND r.role = 'participant'\n"
	        "   AND (r.date < :today OR (r.date = :today AND r.start <= :now))\n"
	        "   AND (:date IS NULL OR r.date = :date)\n"
	        "   AND (:person IS NULL OR r.person = :person)\n"
	        " ORDER BY r.date, p.family_key, p.given_key, p.handle"),
	    ARG("edition", edition->id), ARG("date", choice->date), ARG("person", choice->person ? choice->person->id : COUNT_NONE),
	    ARG("today", now.date), ARG("now", now.time));
}

void
mark_list(struct store *store, const struct edition *edition, const struct mark_choice *choice, row_taker *take, void *context)
{
	struct mark_row row;
	struct query query = choice->unmarked ? query_holes(store, edition, choice)
	    : choice->history                 ? query_history(store, edition, choice)
	                                      : query_holding(store, edition, choice);
	query_each(&query, &mark_listing, &row, take, context);
}
