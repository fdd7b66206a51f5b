/* Next year's edition, like this one. */
#include "enrolment_row.h"

#include <balint/edition.h>
#include <balint/fatal.h>
#include <balint/query.h>

#include <string.h>

/* Taking the row of an edition to make another of it. */
struct copying {
	struct store *store;
	const char *code;
	const struct cloning *cloning;
	struct refusal *why;
	bool good;
};

/* What is not there must not be there in the copy either. */
static const char *
or_empty(const char *text)
{
	return text ? text : "";
}

static void
add_copy(void *context, const void *taken)
{
	struct copying *copying = context;
	const struct edition_row *row = taken;
	const struct cloning *cloning = copying->cloning;
	int64_t number = cloning->number ? cloning->number : row->number + 1, year = cloning->year ? cloning->year : row->year + cloning->later;
	const struct edition_facts facts = {
		.title = row->title,
		.programme = row->programme,
		.composition = row->composition,
		.venue = or_empty(row->venue),
		.online = or_empty(row->online),
		.reference = row->reference,
		.joining = row->joining,
		.leaving = row->leaving,
		.number = (int)number,
		.year = (int)year,
		.every = (int)row->every,
		.minutes = (int)row->minutes,
		.min = (int)row->min,
		.max = (int)row->max,
		.at = row->at,
		.about = or_empty(row->about),
	};
	copying->good = false;
	if (number > 9999)
		refuse(copying->why, "no number comes after %lld; say another: --number N", (long long)row->number);
	else if (year > 9999 || year < 1583)
		refuse(copying->why, "%lld is not a year of a group; say another: --year Y", (long long)year);
	else
		copying->good = edition_add(copying->store, copying->code, &facts, copying->why);
}

/* How many years the sessions take, each begun one for a whole one. */
static int
count_years(struct date first, struct date last)
{
	int years = 1;
	while (date_plus_months(first, 12 * years).day <= last.day)
		years++;
	return years;
}

bool
edition_clone(struct store *store, const struct edition *from, const char *code, struct cloning *cloning, struct refusal *why)
{
	struct copying copying = { store, code, cloning, why, false };
	struct date_range span;
	if (!edition_span(store, from, &span))
		return refuse(why, "edition %s has no sessions from which to count the years to the new one; to make them: balint-calendar generate --from DATE --count N -e %s",
		    from->code, from->code);
	cloning->later = date_civil(cloning->start).year - date_civil(span.first).year;
	cloning->season = count_years(span.first, span.last);
	cloning->weekday = date_weekday(cloning->start) == date_weekday(span.first);
	cloning->existed = store_has(store, SQL("SELECT 1 FROM edition WHERE code = :code"), ARG("code", code));
	edition_show(store, from, add_copy, &copying);
	return copying.good;
}

enum alike
edition_alike(struct store *store, const struct edition *edition, char **code)
{
	enum alike alike = ALIKE_IN_NOTHING;
	struct query query = store_query(store,
	    SQL("SELECT o.code, o.title = e.title AND o.number = e.number AND o.year = e.year AS name\n"
	        "  FROM edition AS e\n"
	        "  JOIN edition AS o ON o.id <> e.id\n"
	        " WHERE e.id = :edition\n"
	        "   AND (name OR (o.reference = e.reference AND NOT instr(e.reference, '{code}')\n"
	        "                 AND (o.title = e.title OR NOT instr(e.reference, '{title}'))\n"
	        "                 AND (o.number = e.number OR NOT instr(e.reference, '{number}'))\n"
	        "                 AND (o.year = e.year OR NOT instr(e.reference, '{year}'))))\n"
	        " ORDER BY name DESC, o.id DESC\n"
	        " LIMIT 1"),
	    ARG("edition", edition->id));
	*code = NULL;
	if (!query_next(&query))
		return alike;
	*code = memory_text(query_text(&query, 0));
	alike = query_int(&query, 1) ? ALIKE_IN_NAME : ALIKE_IN_REFERENCES;
	query_end(&query);
	return alike;
}

bool
edition_clone_conductors(struct store *store, const struct edition *from, const struct edition *to, const struct cloning *cloning,
    struct refusal *why)
{
	bool good = true;
	struct query query = store_query(store,
	    SQL("SELECT p.handle, m.role\n"
	        "  FROM enrolment AS m\n"
	        "  JOIN person AS p ON p.id = m.person\n"
	        " WHERE m.edition = :from AND m.role <> 'participant' AND m.status IN ('active', 'completed')\n"
	        " ORDER BY m.id"),
	    ARG("from", from->id));
	while (good && query_next(&query)) {
		const char *handle = query_text(&query, 0), *role = query_text(&query, 1);
		struct person person = { 0 };
		struct refusal absent;
		if (cloning->existed && !member_find(store, to, handle, &person, &absent))
			good = refuse(why, "edition '%s' is there, and '%s' does not conduct it; to enrol them: balint-group enrol %s --role %s -e %s", to->code, handle,
			    handle, role, to->code);
		else
			good = enrolment_add(store, to, handle, role, "active", DATE_NONE, why);
	}
	query_end(&query);
	return good;
}
